// SPDX-License-Identifier: GPL-3.0-or-later
// caseward-reader <kind> [fonts [scans]], the kinds are in opening.cpp: started by core/reading only, with a socket on
// descriptor 3 and a lifeline on 4.
#include "app/reader/opening.h"
#include "app/reader/sandbox.h"
#include "app/reader/service.h"

#include "core/base/limits.h"

#include <unistd.h>

using namespace caseward;

namespace {

constexpr std::uint64_t cpuSecondsForLife = 3600; // a slow request is stopped by the parent, long before

static_assert(reading::wire::largestAnswer == limits::pagePixels * sizeof(std::uint32_t));

} // namespace

int main(int argc, char **argv)
{
    const reader::Opening *opening = reader::openingOf(argc >= 2 ? argv[1] : "");
    if (opening == nullptr)
        return 64;
    if (!reader::tieLifeTo(reading::wire::lifelineFd))
        return 65;

    reader::Confinement confinement;
    confinement.readable = opening->warmUp(argc >= 3 ? argv[2] : "");
    confinement.memory = limits::readerMemory;
    confinement.largestAnswer = reading::wire::largestAnswer;
    confinement.cpuSeconds = cpuSecondsForLife;
    confinement.socket = reading::wire::socketFd;
    std::string engine = opening->engine();
    std::unique_ptr<reader::ScanReader> scans;
    const bool readsScans = argc >= 4 && std::string_view(argv[3]) == reading::wire::scansArgument;
    if (readsScans) {
        scans = reader::ScanReader::load();
        engine = scans ? scans->engine() : engine;
    }

    const auto landlock = reader::lockDown(confinement);
    if (!landlock) {
        reader::sayHello(reading::wire::socketFd, reader::Status::Unsafe, 0, engine);
        return 66;
    }
    const reader::Status status = readsScans && !scans ? reader::Status::Unsupported : reader::Status::Ok;
    if (reader::sayHello(reading::wire::socketFd, status, *landlock, engine) && status == reader::Status::Ok)
        reader::serve({reading::wire::socketFd, opening->open, scans.get()});
    // No destructors: the engine's clean-up is not worth the system calls it might try.
    ::_exit(0);
}
