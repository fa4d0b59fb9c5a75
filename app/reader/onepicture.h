// SPDX-License-Identifier: GPL-3.0-or-later
// A file that holds one picture: its frame is read when it is opened, its rows each time they are wanted, by a fresh Reader. A Reader has
// a constructor from the file, readHeader(Frame &) and readRows(PictureScaler &), each giving a Status. One thread.
#pragma once

#include "app/reader/picture.h"

namespace caseward::reader {

template <typename Reader>
class OnePicture final : public Picture {
public:
    static OpenedPicture open(BytesView file)
    {
        Reader reader(file);
        Frame frame;
        if (const Status status = reader.readHeader(frame); status != Status::Ok)
            return status;
        if (const Status status = judgedSides(frame.width, frame.height); status != Status::Ok)
            return status;
        return OpenedPicture(std::make_unique<OnePicture>(file, frame));
    }
    OnePicture(BytesView file, const Frame &frame) : m_file(file), m_frames{frame} {}
    [[nodiscard]] const std::vector<Frame> &frames() const override { return m_frames; }
    Status decode(std::uint32_t, PictureScaler &into) override
    {
        Reader reader(m_file);
        Frame again;
        const Status status = reader.readHeader(again);
        return status == Status::Ok ? reader.readRows(into) : status;
    }

private:
    BytesView m_file;
    std::vector<Frame> m_frames;
};

} // namespace caseward::reader
