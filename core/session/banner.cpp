// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/session/banner.h"

#include "core/base/limits.h"
#include "core/base/utf8.h"
#include "core/crypto/digest.h"
#include "core/session/state.h"

namespace caseward::session {

namespace {

constexpr const char *builtIn =
    "This station holds personnel-security records. It is for authorised people and official work only.\n"
    "Signing in, reading and every change are recorded and can be checked. If you are not authorised, stop here.";

Path fileOf(const Path &vault)
{
    return vault / "banner.txt";
}

} // namespace

Result<Banner> bannerOf(const Path &vault)
{
    Banner banner;
    auto bytes = readFile(fileOf(vault), limits::bannerBytes);
    if (!bytes.ok() && bytes.fault().code != FaultCode::NotFound)
        return bytes.fault();
    banner.own = bytes.ok();
    banner.text = bytes.ok() ? toText(*bytes) : std::string(builtIn);
    if (!isUtf8(banner.text))
        return fail(FaultCode::Malformed, "banner.txt of this vault is no text in UTF-8", {{"file", "banner.txt"}});
    banner.digest = crypto::sha256(viewOf(banner.text));
    return banner;
}

Result<Banner> bannerOf(Session &session)
{
    TRY(session.state().needUnlocked());
    return bannerOf(session.state().vault->folder());
}

Status setBanner(Session &session, const std::string &text)
{
    Session::State &state = session.state();
    TRY(state.needUnlocked());
    TRY(rules::mayAct(state.actor(), rules::Act::ManagePeople));
    if (!isUtf8(text))
        return fail(FaultCode::Malformed, "the banner is no text in UTF-8");
    if (text.size() > limits::bannerBytes)
        return fail(FaultCode::TooLarge, "a banner has at most " + std::to_string(limits::bannerBytes) + " bytes");
    // The ledger first: a banner nobody can account for must not stand before the door.
    const std::string digest = text.empty() ? std::string() : crypto::sha256(viewOf(text)).hex();
    TRY(state.note("banner.set", {{"digest", codec::Json(digest)}}));
    TRY(state.vault->settings().set("banner", digest));
    const Path file = fileOf(state.vault->folder());
    if (!text.empty())
        return writeFile(file, viewOf(text), Overwrite::Replace);
    std::error_code error;
    std::filesystem::remove(file, error);
    return error ? Status(faultFromErrno(error.value(), "removing", file)) : Status();
}

} // namespace caseward::session
