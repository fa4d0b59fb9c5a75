// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands.h"

#include "core/base/limits.h"

#include <unistd.h>

#include <array>

namespace caseward::ctl {

namespace {

// Paragraphs are separated by empty lines; [passage id] anywhere in one cites that passage and is taken out of its text, [internal] marks it as not for
// release.
Result<model::ReasonsWritten> parseReasons(const std::string &text)
{
    model::ReasonsWritten reasons;
    std::size_t at = 0;
    while (at < text.size()) {
        std::size_t end = text.find("\n\n", at);
        end = end == std::string::npos ? text.size() : end;
        std::string words = text.substr(at, end - at);
        model::Paragraph paragraph;
        for (std::size_t open = words.find('['); open != std::string::npos;) {
            const std::size_t close = words.find(']', open);
            if (close == std::string::npos)
                break;
            const std::string inside = words.substr(open + 1, close - open - 1);
            const auto cited = PassageId::parse(inside);
            const bool mark = inside == "internal";
            if (cited.ok())
                paragraph.cites.push_back(*cited);
            paragraph.internal = paragraph.internal || mark;
            if (cited.ok() || mark)
                words.erase(open, close - open + 1);
            open = words.find('[', cited.ok() || mark ? open : open + 1);
        }
        while (!words.empty() && (words.back() == '\n' || words.back() == ' '))
            words.pop_back();
        while (!words.empty() && (words.front() == '\n' || words.front() == ' '))
            words.erase(words.begin());
        if (!words.empty()) {
            paragraph.text = words;
            reasons.paragraphs.push_back(std::move(paragraph));
        }
        at = end + 2;
    }
    if (reasons.paragraphs.empty())
        return fail(FaultCode::Malformed, "the reasons are empty");
    return reasons;
}

// A pipe has no size to be asked for, so it is read to its end.
Result<Bytes> readStandardInput()
{
    Bytes bytes;
    std::array<std::uint8_t, 65536> piece{};
    for (;;) {
        const ssize_t got = ::read(STDIN_FILENO, piece.data(), piece.size());
        if (got < 0)
            return fail(FaultCode::IoFailed, "standard input cannot be read");
        if (got == 0)
            return bytes;
        bytes.insert(bytes.end(), piece.begin(), piece.begin() + got);
        if (bytes.size() > limits::entryBytes)
            return fail(FaultCode::TooLarge, "reasons have at most " + std::to_string(limits::entryBytes) + " bytes");
    }
}

} // namespace

Command reasonsWrite()
{
    return {"reasons write", "<file>", "write the reasons: paragraphs separated by empty lines, [passage id] cites a passage, [internal] keeps one out of letters that leave; - reads standard input", {caseOption()}, true,
            [](Call &call) -> Result<Reply> {
                const std::string path = TRY(call.argument(0, "a file"));
                const Bytes bytes = path == "-" ? TRY(readStandardInput()) : TRY(readFile(path, limits::entryBytes));
                const auto reasons = TRY(parseReasons(toText(bytes)));
                const auto dossier = TRY(TRY(call.session())->record(TRY(call.caseId()), reasons));
                return Reply{{{"paragraphs", Json(std::uint64_t(reasons.paragraphs.size()))}, {"entries", Json(dossier->size)}},
                             std::to_string(reasons.paragraphs.size()) + " paragraphs"};
            }};
}

} // namespace caseward::ctl
