// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/command.h"
#include "app/ctl/packreply.h"

#include "core/base/utf8.h"
#include "core/session/casepacks.h"
#include "core/session/access.h"
#include "core/session/backups.h"
#include "core/session/banner.h"
#include "core/session/credentials.h"
#include "core/session/people.h"

#include <termios.h>
#include <unistd.h>

#include <algorithm>
#include <charconv>
#include <fcntl.h>

namespace caseward::ctl {

namespace {

// Reads one line straight into secure memory; never through a stream buffer that nobody wipes.
Result<crypto::Secret> readLine(int fd)
{
    crypto::Secret line(1024);
    std::size_t size = 0;
    char c = 0;
    while (size < line.size()) {
        const ssize_t got = ::read(fd, &c, 1);
        if (got < 0)
            return fail(FaultCode::IoFailed, "the passphrase cannot be read");
        if (got == 0 || c == '\n')
            break;
        line.bytes()[size++] = static_cast<std::uint8_t>(c);
    }
    return crypto::Secret::copyOf(line.view().first(size));
}

Result<crypto::Secret> askOnTerminal(const std::string &what)
{
    const int fd = ::open("/dev/tty", O_RDWR | O_CLOEXEC);
    if (fd < 0)
        return fail(FaultCode::Usage, "no " + what + " was given: use --" + what + "-file or --" + what + "-fd, or run on a terminal");
    termios before{};
    const bool terminal = ::tcgetattr(fd, &before) == 0;
    if (terminal) {
        termios silent = before;
        silent.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        ::tcsetattr(fd, TCSAFLUSH, &silent);
    }
    const std::string prompt = what + ": ";
    static_cast<void>(!::write(fd, prompt.data(), prompt.size()));
    auto line = readLine(fd);
    if (terminal)
        ::tcsetattr(fd, TCSAFLUSH, &before);
    static_cast<void>(!::write(fd, "\n", 1));
    ::close(fd);
    return line;
}

// Beside the answer, for the person at the terminal.
void tell(const std::string &notice)
{
    const std::string line = "note: " + notice + "\n";
    static_cast<void>(!::write(STDERR_FILENO, line.data(), line.size()));
}

// Before a PIN is asked for.
Status tellTriesLeft(const session::UnlockRequest &request)
{
    switch (TRY(session::triesLeft(request))) {
    case session::TriesLeft::One:
        tell("one more wrong PIN blocks the card");
        break;
    case session::TriesLeft::Few:
        tell("a wrong PIN was given to this card before; a few in a row block it");
        break;
    case session::TriesLeft::Enough:
        break;
    }
    return {};
}

bool sameText(std::string left, std::string right)
{
    const auto lower = [](std::string &text) {
        std::ranges::transform(text, text.begin(), [](unsigned char c) { return static_cast<char>(std::tolower(c)); });
    };
    lower(left);
    lower(right);
    return left == right;
}

// Who of a vault's members is meant; the null id for an empty text.
Result<PersonId> memberCalled(const Path &vault, const std::string &who)
{
    if (who.empty())
        return PersonId();
    const auto people = TRY(session::Session::peopleOf(vault));
    const auto person = std::ranges::find_if(people, [&](const session::VaultPerson &one) {
        return one.id.text() == who || sameText(one.name, who) ||
               std::ranges::any_of(one.roles, [&](const std::string &role) { return sameText(role, who); });
    });
    if (person == people.end())
        return fail(FaultCode::NotEnrolled, "nobody called '" + who + "' may open this vault", {{"who", who}});
    return person->id;
}

} // namespace

Call::Call(const Command &command, session::Environment environment)
    : m_command(command), m_environment(std::move(environment))
{
}

Call::~Call() = default;

std::string Call::option(const std::string &option, const std::string &fallback) const
{
    const auto found = m_options.find(option);
    return found == m_options.end() ? fallback : found->second.back();
}

std::vector<std::string> Call::all(const std::string &option) const
{
    const auto found = m_options.find(option);
    return found == m_options.end() ? std::vector<std::string>() : found->second;
}

std::vector<Path> Call::paths(const std::string &option) const
{
    const auto texts = all(option);
    return {texts.begin(), texts.end()};
}

Result<std::string> Call::need(const std::string &option) const
{
    if (!has(option))
        return fail(FaultCode::Usage, m_command.name + " needs --" + option);
    return this->option(option);
}

Result<std::uint32_t> Call::number(const std::string &option, std::uint32_t fallback) const
{
    if (!has(option))
        return fallback;
    return wholeNumber(this->option(option), "--" + option);
}

Result<std::string> Call::argument(std::size_t index, const char *what) const
{
    if (index >= m_arguments.size())
        return fail(FaultCode::Usage, m_command.name + " needs " + what);
    return m_arguments[index];
}

Result<crypto::Secret> Call::secret(const std::string &option)
{
    const std::string asFile = option + "-file", asFd = option + "-fd";
    if (has(asFd))
        return readLine(static_cast<int>(TRY(number(asFd, 0))));
    if (!has(asFile))
        return askOnTerminal(option);
    const std::string path = this->option(asFile);
    const int fd = ::open(path.c_str(), O_RDONLY | O_CLOEXEC);
    if (fd < 0)
        return faultFromErrno(errno, "opening", path);
    auto line = readLine(fd);
    ::close(fd);
    return line;
}

Result<session::Session *> Call::session()
{
    if (m_session)
        return m_session.get();
    session::UnlockRequest request = TRY(unlockRequest());
    TRY(tellTriesLeft(request));
    return unlock(request, TRY(secret("passphrase")));
}

Result<session::Session *> Call::session(const crypto::Secret &passphrase)
{
    session::UnlockRequest request = TRY(unlockRequest());
    return unlock(request, passphrase);
}

Result<session::UnlockRequest> Call::unlockRequest() const
{
    session::UnlockRequest request;
    request.vault = TRY(need("vault"));
    request.keyFile = option("key");
    request.tokenModule = option("pkcs11-module");
    request.tokenUri = option("token");
    request.person = TRY(memberCalled(request.vault, option("as")));
    return request;
}

Result<session::Session *> Call::unlock(session::UnlockRequest &request, const crypto::Secret &passphrase)
{
    const session::Banner banner = TRY(session::bannerOf(request.vault));
    // Whoever types at a terminal reads the warning first; going on is the acknowledgement, as with any login banner.
    if (::isatty(STDIN_FILENO) && ::isatty(STDERR_FILENO))
        static_cast<void>(!::write(STDERR_FILENO, (banner.text + "\n").c_str(), banner.text.size() + 1));
    request.acknowledged = banner.digest.hex();
    request.passphrase = &passphrase;
    auto session = std::make_unique<session::Session>(m_environment);
    for (const std::string &notice : TRY(session->unlock(request)).notices)
        tell(notice);
    TRY(admitSecond(*session));
    // A backup that cannot be made is told, and keeps nobody from working.
    if (!m_command.name.starts_with("backup ")) {
        const auto made = session::Backups(*session).createIfDue(m_progress);
        if (!made.ok())
            tell("the backup that was due could not be made: " + made.fault().detail);
        else if (made->has_value())
            tell("a backup was due and is made: " + (*made)->folder.string());
    }
    m_session = std::move(session);
    return m_session.get();
}

Status Call::admitSecond(session::Session &session)
{
    if (!has("second"))
        return {};
    session::UnlockRequest request;
    request.keyFile = option("second-key");
    request.tokenModule = option("second-pkcs11-module");
    request.tokenUri = option("second-token");
    request.person = TRY(memberCalled(TRY(need("vault")), option("second")));
    request.vault = option("vault");
    TRY(tellTriesLeft(request));
    const crypto::Secret passphrase = TRY(secret("second-passphrase"));
    request.passphrase = &passphrase;
    TRY(session::AccessDesk(session).admitSecond(request));
    return {};
}

Result<PersonId> Call::person(const std::string &text)
{
    std::optional<PersonId> found;
    for (const session::RosterRow &row : TRY(session::PeopleDesk(*TRY(session())).roster()).people) {
        if (row.person.text() != text && !sameText(row.name, text))
            continue;
        if (found)
            return fail(FaultCode::Usage, "'" + text + "' names more than one person; use the id");
        found = row.person;
    }
    if (!found)
        return fail(FaultCode::NotFound, "nobody on the roster is called '" + text + "'", {{"what", text}});
    return *found;
}

Result<CaseId> Call::caseId()
{
    return TRY(session())->findCase(TRY(need("case")));
}

Result<std::vector<PassageId>> Call::passageIds(const std::string &option) const
{
    std::vector<PassageId> ids;
    for (const std::string &text : all(option))
        ids.push_back(TRY(PassageId::parse(text)));
    return ids;
}

Result<model::Tie> Call::passage(const std::string &option)
{
    const auto id = TRY(PassageId::parse(TRY(need(option))));
    const auto dossier = TRY(TRY(session())->openCase(TRY(caseId())));
    const model::Tie *tie = dossier->tie(id);
    if (!tie)
        return fail(FaultCode::NotFound, "no passage " + id.text(), {{"what", id.text()}});
    return *tie;
}

Result<model::DocumentAdded> Call::document(const std::string &option)
{
    const std::string wanted = TRY(need(option));
    const auto dossier = TRY(TRY(session())->openCase(TRY(caseId())));
    const model::DocumentAdded *found = nullptr;
    for (const model::DocumentState &state : dossier->documents) {
        const model::DocumentAdded &facts = state.facts;
        if (facts.document.text() != wanted && !sameText(facts.title, wanted) && !sameText(facts.name, wanted) &&
            !sameText(facts.exhibit, wanted))
            continue;
        if (found)
            return fail(FaultCode::Usage, "'" + wanted + "' names more than one document; use its id");
        found = &facts;
    }
    if (!found)
        return fail(FaultCode::NotFound, "the case has no document '" + wanted + "'", {{"what", wanted}});
    return *found;
}

Result<model::ConditionRef> Call::condition(const std::string &text)
{
    const auto [packId, name] = TRY(packAndName(*this, text));
    const auto squeeze = [](const std::string &words) {
        std::string out;
        for (const char c : words)
            if (std::isalnum(static_cast<unsigned char>(c)))
                out.push_back(static_cast<char>(std::tolower(static_cast<unsigned char>(c))));
        return out;
    };
    for (const packs::PackPtr &pack : TRY(session::CasePacks(*TRY(session()), TRY(caseId())).packs())) {
        if (pack->id != packId)
            continue;
        for (const packs::Condition *condition : pack->allConditions())
            if (squeeze(condition->id) == squeeze(name) || squeeze(condition->guideline + condition->id) == squeeze(name))
                return model::ConditionRef{pack->id, condition->id};
    }
    return fail(FaultCode::UnknownCondition, "pack " + packId + " has no condition '" + name + "'", {{"condition", name}, {"pack", packId}});
}

Result<std::pair<std::string, std::string>> packAndName(Call &call, const std::string &text)
{
    const auto packs = TRY(session::CasePacks(*TRY(call.session()), TRY(call.caseId())).packs());
    const std::size_t colon = text.find(':');
    for (const packs::PackPtr &pack : packs)
        if (colon != std::string::npos && text.substr(0, colon) == pack->id)
            return std::pair(pack->id, text.substr(colon + 1));
    return std::pair(packs.front()->id, text);
}

std::vector<Option> vaultOptions()
{
    return {{"vault", "folder", "the vault, NAME.caseward"},
            {"as", "person", "who you are: name, id or role; needed when several people may open the vault"},
            {"key", "file", "your private key, when it is not in the vault"},
            {"pkcs11-module", "file", "your key is on a card: the PKCS#11 module that reads it, with its full path"},
            {"token", "address", "where on the card your key is (pkcs11:…), when the vault does not say; casewardctl token list shows it"},
            {"passphrase-file", "file", "read the passphrase, or the PIN of the card, from the first line of this file"},
            {"passphrase-fd", "number", "read the passphrase, or the PIN of the card, from this open file descriptor"},
            {"second", "person", "a second person who gives their key as well: name, id or role"},
            {"second-key", "file", "the second person's private key, when it is not in the vault"},
            {"second-pkcs11-module", "file", "the second person's key is on a card: the PKCS#11 module that reads it, with its full path"},
            {"second-token", "address", "where on the card the second person's key is (pkcs11:…), when the vault does not say"},
            {"second-passphrase-file", "file", "read the second person's passphrase, or the PIN of their card, from this file"},
            {"second-passphrase-fd", "number", "read the second person's passphrase, or the PIN of their card, from this file descriptor"}};
}

Option caseOption()
{
    return {"case", "case", "case number or id"};
}

Result<std::uint32_t> wholeNumber(const std::string &text, const std::string &what)
{
    std::uint32_t value = 0;
    const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
    if (error != std::errc() || end != text.data() + text.size())
        return fail(FaultCode::Usage, what + " takes a whole number, not '" + text + "'");
    return value;
}

std::string join(const std::vector<std::string> &list, std::string_view separator)
{
    std::string text;
    for (const std::string &item : list)
        text += (text.empty() ? "" : std::string(separator)) + item;
    return text;
}

std::string oneLine(const std::string &text, std::size_t most)
{
    std::string line = text;
    std::ranges::replace(line, '\n', ' ');
    if (codePointCount(line) <= most)
        return line;
    return codePointSlice(line, 0, most) + "…";
}

} // namespace caseward::ctl
