// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/crypto/tokenmodule.h"

#include "core/base/progress.h"
#include "core/base/utf8.h"

#include <algorithm>
#include <cctype>
#include <cstdio>
#include <dlfcn.h>
#include <sys/stat.h>
#include <utility>

namespace caseward::crypto {

namespace {

constexpr CK_ULONG mostSlots = 64;
constexpr std::size_t mostObjects = 256;
constexpr CK_ULONG mostAttributeBytes = 64u << 10;

// Blank-padded text of a card, made fit for a screen.
std::string fixedText(const CK_UTF8CHAR *untrustedText, std::size_t size)
{
    std::string text(reinterpret_cast<const char *>(untrustedText), size);
    text.erase(std::find(text.begin(), text.end(), '\0'), text.end());
    text.erase(text.find_last_not_of(' ') + 1);
    const bool readable = isUtf8(text);
    for (char &c : text)
        if (static_cast<unsigned char>(c) < 0x20 || c == 0x7f || (!readable && (c & 0x80) != 0))
            c = '?';
    return text;
}

Status onlyRootMayWrite(const Path &resolved)
{
    for (Path step = resolved;; step = step.parent_path()) {
        struct stat facts {};
        if (::lstat(step.c_str(), &facts) != 0)
            return faultFromErrno(errno, "looking at the card module", step);
        const bool file = step == resolved;
        if (file ? !S_ISREG(facts.st_mode) : !S_ISDIR(facts.st_mode))
            return fail(FaultCode::TokenAbsent, step.string() + " is not a card module", {{"file", step.string()}});
        const bool groupMay = (facts.st_mode & S_IWGRP) != 0 && facts.st_gid != 0;
        if (facts.st_uid != 0 || groupMay || (facts.st_mode & S_IWOTH) != 0)
            return fail(FaultCode::PermissionDenied,
                        "the card module is not used, because others than the administrator may change " + step.string(),
                        {{"file", step.string()}});
        if (step == step.root_path())
            return {};
    }
}

// Its path goes into a configuration text of OpenSSL, where other characters mean something.
bool isPlainPath(const std::string &path)
{
    return std::ranges::all_of(path, [](unsigned char c) {
        return std::isalnum(c) != 0 || c == '/' || c == '.' || c == '_' || c == '-' || c == '+';
    });
}

} // namespace

Fault tokenFault(CK_RV outcome, const char *step)
{
    switch (outcome) {
    case CKR_SLOT_ID_INVALID:
    case CKR_DEVICE_ERROR:
    case CKR_DEVICE_REMOVED:
    case CKR_SESSION_HANDLE_INVALID:
    case CKR_SESSION_CLOSED:
    case CKR_TOKEN_NOT_PRESENT:
    case CKR_TOKEN_NOT_RECOGNIZED:
        return fail(FaultCode::TokenAbsent, std::string(step) + ": the card is not in the reader");
    case CKR_FUNCTION_CANCELED:
        return cancelled();
    case CKR_PIN_INCORRECT:
    case CKR_PIN_INVALID:
    case CKR_PIN_LEN_RANGE:
        return fail(FaultCode::WrongPassphrase, "the PIN is wrong");
    case CKR_PIN_LOCKED:
        return fail(FaultCode::TokenRefused, "the card is blocked after too many wrong PINs; whoever issued it can unblock it");
    case CKR_PIN_EXPIRED:
    case CKR_USER_PIN_NOT_INITIALIZED:
        return fail(FaultCode::TokenRefused, "the card has no PIN that can be used; whoever issued it can set one");
    default: {
        char number[32] = {};
        std::snprintf(number, sizeof number, "0x%lx", outcome);
        return fail(FaultCode::TokenRefused, std::string(step) + ": the card refused (" + number + ")");
    }
    }
}

Result<TokenModule> TokenModule::load(const Path &untrustedPath)
{
    std::error_code error;
    const Path resolved = untrustedPath.is_absolute() ? std::filesystem::canonical(untrustedPath, error) : Path();
    if (resolved.empty() || error)
        return fail(FaultCode::TokenAbsent, "there is no card module at " + untrustedPath.string() + "; give the full path of its file",
                    {{"file", untrustedPath.string()}});
    TRY(onlyRootMayWrite(resolved));
    if (!isPlainPath(resolved.string()))
        return fail(FaultCode::TokenAbsent, "the path of the card module holds other characters than letters, digits and /._-+",
                    {{"file", resolved.string()}});
    const Fault noModule = fail(FaultCode::TokenAbsent, resolved.string() + " is not a PKCS#11 module", {{"file", resolved.string()}});
    void *library = ::dlopen(resolved.c_str(), RTLD_NOW | RTLD_LOCAL);
    if (!library)
        return noModule;
    const auto getFunctions = reinterpret_cast<CK_C_GetFunctionList>(::dlsym(library, "C_GetFunctionList"));
    TokenModule module;
    if (!getFunctions || getFunctions(&module.m_functions) != CKR_OK || !module.m_functions || module.m_functions->version.major != 2)
        return noModule;
    CK_C_INITIALIZE_ARGS arguments{};
    arguments.flags = CKF_OS_LOCKING_OK;
    const CK_RV outcome = module.m_functions->C_Initialize(&arguments);
    if (outcome != CKR_OK && outcome != CKR_CRYPTOKI_ALREADY_INITIALIZED)
        return fail(FaultCode::TokenAbsent, tokenFault(outcome, "starting the card module").detail, {{"file", resolved.string()}});
    module.m_path = resolved;
    return module;
}

Result<TokenFacts> TokenModule::factsOf(CK_SLOT_ID slot) const
{
    CK_TOKEN_INFO info{};
    const CK_RV outcome = m_functions->C_GetTokenInfo(slot, &info);
    if (outcome != CKR_OK)
        return tokenFault(outcome, "reading the card");
    if ((info.flags & CKF_TOKEN_INITIALIZED) == 0)
        return fail(FaultCode::TokenAbsent, "the card is empty");
    TokenFacts facts;
    facts.label = fixedText(info.label, sizeof info.label);
    facts.manufacturer = fixedText(info.manufacturerID, sizeof info.manufacturerID);
    facts.model = fixedText(info.model, sizeof info.model);
    facts.serial = fixedText(info.serialNumber, sizeof info.serialNumber);
    facts.pinBlocked = (info.flags & CKF_USER_PIN_LOCKED) != 0;
    facts.lastTry = (info.flags & CKF_USER_PIN_FINAL_TRY) != 0;
    facts.wrongBefore = (info.flags & CKF_USER_PIN_COUNT_LOW) != 0;
    return facts;
}

Result<std::vector<TokenSlot>> TokenModule::cards() const
{
    // The first call counts and makes the module look for cards that came or went.
    CK_ULONG count = 0;
    CK_RV outcome = m_functions->C_GetSlotList(CK_TRUE, nullptr, &count);
    std::vector<CK_SLOT_ID> ids(std::min(count, mostSlots));
    count = static_cast<CK_ULONG>(ids.size());
    if (outcome == CKR_OK && count > 0)
        outcome = m_functions->C_GetSlotList(CK_TRUE, ids.data(), &count);
    if (outcome != CKR_OK)
        return tokenFault(outcome, "listing the cards");
    std::vector<TokenSlot> found;
    for (const CK_SLOT_ID id : std::span(ids).first(std::min<std::size_t>(count, ids.size()))) {
        auto facts = factsOf(id);
        if (facts.ok()) // a card that is empty or just being pulled is not there
            found.push_back({id, std::move(facts).value()});
    }
    return found;
}

Result<TokenSlot> TokenModule::find(const TokenUri &uri) const
{
    const auto fits = [](const std::string &wanted, const std::string &is) { return wanted.empty() || wanted == is; };
    std::vector<TokenSlot> found;
    for (TokenSlot &slot : TRY(cards()))
        if (fits(uri.token, slot.facts.label) && fits(uri.serial, slot.facts.serial) && fits(uri.model, slot.facts.model) &&
            fits(uri.manufacturer, slot.facts.manufacturer))
            found.push_back(std::move(slot));
    if (found.empty())
        return fail(FaultCode::TokenAbsent, uri.token.empty() ? "there is no card in the reader" : "the card \"" + uri.token + "\" is not in the reader",
                    {{"token", uri.token}});
    if (found.size() > 1)
        return fail(FaultCode::TokenRefused, "several cards are in; say which one by its address (token=…;serial=…)");
    return found.front();
}

Result<TokenSession> TokenSession::open(const TokenModule &module, CK_SLOT_ID slot, Access access)
{
    CK_SESSION_HANDLE handle = 0;
    const CK_FLAGS flags = CKF_SERIAL_SESSION | (access == Access::Write ? CKF_RW_SESSION : 0);
    const CK_RV outcome = module.functions().C_OpenSession(slot, flags, nullptr, nullptr, &handle);
    if (outcome != CKR_OK)
        return tokenFault(outcome, "opening the card");
    return TokenSession(module, slot, handle);
}

TokenSession::TokenSession(TokenSession &&other) noexcept
    : m_module(std::move(other.m_module)), m_slot(other.m_slot), m_handle(std::exchange(other.m_handle, 0))
{
}

TokenSession::~TokenSession()
{
    if (m_handle != 0)
        m_module.functions().C_CloseSession(m_handle);
}

Status TokenSession::logIn(const Secret &pin)
{
    // No PIN at all tells a reader with a keypad to ask by itself, and this call would wait for whoever is not there.
    if (pin.isEmpty())
        return fail(FaultCode::WrongPassphrase, "no PIN was given");
    const auto facts = TRY(m_module.factsOf(m_slot));
    if (facts.pinBlocked)
        return tokenFault(CKR_PIN_LOCKED, "logging in");
    // Being logged in is a state of the whole process: without this a wrong PIN would pass while an older session is open.
    m_module.functions().C_Logout(m_handle);
    auto *octets = const_cast<CK_UTF8CHAR *>(pin.view().data()); // PKCS#11 has no const
    const CK_RV outcome = m_module.functions().C_Login(m_handle, CKU_USER, octets, static_cast<CK_ULONG>(pin.size()));
    if (outcome == CKR_OK)
        return {};
    Fault fault = tokenFault(outcome, "logging in");
    const auto after = m_module.factsOf(m_slot);
    if (fault.code == FaultCode::WrongPassphrase && after.ok() && after->pinBlocked)
        return tokenFault(CKR_PIN_LOCKED, "logging in");
    if (fault.code == FaultCode::WrongPassphrase && after.ok() && after->lastTry) {
        fault.detail += "; the next wrong one blocks the card";
        fault.arguments.emplace_back("left", "one");
    } else if (fault.code == FaultCode::WrongPassphrase && after.ok() && after->wrongBefore) {
        fault.detail += "; a few wrong ones in a row block the card";
        fault.arguments.emplace_back("left", "few");
    }
    return fault;
}

void TokenSession::logOut()
{
    m_module.functions().C_Logout(m_handle);
    m_module.functions().C_CloseAllSessions(m_slot);
    m_handle = 0;
}

bool TokenSession::isAlive() const
{
    CK_SESSION_INFO info{};
    if (m_handle == 0 || m_module.functions().C_GetSessionInfo(m_handle, &info) != CKR_OK)
        return false;
    const bool loggedIn = info.state == CKS_RO_USER_FUNCTIONS || info.state == CKS_RW_USER_FUNCTIONS;
    return loggedIn && m_module.factsOf(m_slot).ok();
}

Result<std::vector<CK_OBJECT_HANDLE>> TokenSession::objects(std::vector<CK_ATTRIBUTE> wanted) const
{
    CK_FUNCTION_LIST &functions = m_module.functions();
    CK_RV outcome = functions.C_FindObjectsInit(m_handle, wanted.data(), static_cast<CK_ULONG>(wanted.size()));
    if (outcome != CKR_OK)
        return tokenFault(outcome, "reading the card");
    std::vector<CK_OBJECT_HANDLE> found(mostObjects);
    CK_ULONG count = 0;
    CK_ULONG total = 0;
    do {
        outcome = functions.C_FindObjects(m_handle, found.data() + total, static_cast<CK_ULONG>(mostObjects) - total, &count);
        total += outcome == CKR_OK ? count : 0;
    } while (outcome == CKR_OK && count > 0 && total < mostObjects);
    functions.C_FindObjectsFinal(m_handle);
    if (outcome != CKR_OK)
        return tokenFault(outcome, "reading the card");
    found.resize(total);
    return found;
}

Bytes TokenSession::attribute(CK_OBJECT_HANDLE object, CK_ATTRIBUTE_TYPE type) const
{
    CK_ATTRIBUTE request{type, nullptr, 0};
    CK_FUNCTION_LIST &functions = m_module.functions();
    if (functions.C_GetAttributeValue(m_handle, object, &request, 1) != CKR_OK || request.ulValueLen > mostAttributeBytes)
        return {};
    Bytes value(request.ulValueLen);
    request.pValue = value.data();
    if (functions.C_GetAttributeValue(m_handle, object, &request, 1) != CKR_OK || request.ulValueLen > value.size())
        return {};
    value.resize(request.ulValueLen);
    return value;
}

} // namespace caseward::crypto
