// SPDX-License-Identifier: GPL-3.0-or-later
// caseward-reader pdf|text [fonts]: started by core/reading only, with a socket on descriptor 3 and a lifeline on 4.
#include "app/reader/sandbox.h"
#include "app/reader/service.h"
#include "app/reader/warmup.h"

#include "core/base/limits.h"

#include <string_view>

#include <unistd.h>

using namespace caseward;

namespace {

constexpr std::uint64_t cpuSecondsForLife = 3600; // a slow request is stopped by the parent, long before

} // namespace

int main(int argc, char **argv)
{
    const std::string_view kind = argc >= 2 ? argv[1] : "";
    if (kind != "pdf" && kind != "text")
        return 64;
    if (!reader::tieLifeTo(reading::wire::lifelineFd))
        return 65;
    const bool isPdf = kind == "pdf";

    reader::Confinement confinement;
    if (isPdf)
        confinement.readable = reader::warmUpPdf(argc >= 3 ? argv[2] : "");
    confinement.memory = limits::readerMemory;
    confinement.largestAnswer = limits::pagePixels * sizeof(std::uint32_t);
    confinement.cpuSeconds = cpuSecondsForLife;
    confinement.socket = reading::wire::socketFd;
    const std::string engine = isPdf ? reader::pdfEngineName() : "caseward-text 1";

    const auto landlock = reader::lockDown(confinement);
    if (!landlock) {
        reader::sayHello(reading::wire::socketFd, reader::Status::Unsafe, 0, engine);
        return 66;
    }
    if (reader::sayHello(reading::wire::socketFd, reader::Status::Ok, *landlock, engine))
        reader::serve({reading::wire::socketFd, isPdf ? reader::Kind::Pdf : reader::Kind::PlainText});
    // No destructors: the engine's clean-up is not worth the system calls it might try.
    ::_exit(0);
}
