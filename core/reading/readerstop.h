// SPDX-License-Identifier: GPL-3.0-or-later
// Ends the reader children that a thread waits for, from another thread: who locks a vault does not wait for a scan that a machine is
// in the middle of. stop() from any thread, as often as one likes; a Here belongs to the thread that made it.
#pragma once

#include "core/reading/sealedmemory.h"

namespace caseward::reading {

class ReaderStop {
public:
    ReaderStop();
    void stop() const;                           // for good
    // While it lives, every wait of this thread for an answer of a child ends once stop() was called: the child is killed, and what
    // was asked is Cancelled. Of two, the later one counts.
    class Here {
    public:
        explicit Here(const ReaderStop &stop);
        ~Here();
        Here(const Here &) = delete;
        Here &operator=(const Here &) = delete;

    private:
        int m_before;
    };
    // What poll() finds readable once the waiting of this thread is over; -1: nothing stops it.
    [[nodiscard]] static int ofThisThread();

private:
    FileDescriptor m_event;                      // not open when the system has no descriptor left: then nothing is stopped early
};

} // namespace caseward::reading
