// SPDX-License-Identifier: GPL-3.0-or-later
// What a command of casewardctl is: a name of one or two words, what it takes, and a function over a Call. One file in
// commands/ each. Main thread.
#pragma once

#include "core/codec/json.h"
#include "core/session/session.h"

#include <functional>
#include <map>
#include <algorithm>
#include <optional>
#include <string>
#include <vector>

namespace caseward::ctl {

using codec::Json;

// What a command answers: facts for --json, lines for people.
struct Reply {
    Json::Object facts;
    std::string lines;
    std::optional<Fault> fault = {};   // part of it was refused: told beside the facts, and decides the exit status
};

struct Option {
    std::string name;              // "quote"
    std::string value;             // what to call its value in the help; empty: a switch
    std::string help;
    bool repeatable = false;
};

class Call;

struct Command {
    std::string name;              // "passage tie"
    std::string arguments;         // "<file>…" for the help
    std::string summary;           // one line
    std::vector<Option> options;
    bool needsVault = true;
    std::function<Result<Reply>(Call &)> run;
};

// A command line understood, with the session it may need. Opens and unlocks at the first need, wipes the passphrase.
class Call {
public:
    Call(const Command &command, session::Environment environment);
    ~Call();

    [[nodiscard]] bool has(const std::string &option) const { return m_options.contains(option); }
    [[nodiscard]] std::string option(const std::string &option, const std::string &fallback = {}) const;
    [[nodiscard]] std::vector<std::string> all(const std::string &option) const;
    [[nodiscard]] std::vector<Path> paths(const std::string &option) const; // all() as paths
    Result<std::string> need(const std::string &option) const;   // Usage when absent
    Result<std::uint32_t> number(const std::string &option, std::uint32_t fallback) const; // Usage when no number
    [[nodiscard]] const std::vector<std::string> &arguments() const { return m_arguments; }
    Result<std::string> argument(std::size_t index, const char *what) const;

    Result<session::Session *> session();                       // unlocked
    Result<session::Session *> session(const crypto::Secret &passphrase); // unlocked, when the passphrase was asked for already
    Result<CaseId> caseId();                                    // --case ID-or-number
    Result<model::DocumentAdded> document(const std::string &option = "document"); // id, title, exhibit or file name
    Result<model::Tie> passage(const std::string &option = "passage"); // a live one of the case
    [[nodiscard]] Result<std::vector<PassageId>> passageIds(const std::string &option) const; // of a repeatable option; none is fine
    Result<model::ConditionRef> condition(const std::string &text); // "16(a)", "E 16(a)" or "e.16a"
    Result<PersonId> person(const std::string &text);           // of the roster: name or id
    Result<crypto::Secret> secret(const std::string &option);   // --<option>-file / --<option>-fd, else asks on the terminal
    [[nodiscard]] const session::Environment &environment() const { return m_environment; }
    [[nodiscard]] Progress &progress() { return m_progress; }
    [[nodiscard]] bool json() const { return has("json"); }

    // Filled by the parser.
    void setOption(const std::string &name, std::string value) { m_options[name].push_back(std::move(value)); }
    void addArgument(std::string value) { m_arguments.push_back(std::move(value)); }

private:
    [[nodiscard]] Result<session::UnlockRequest> unlockRequest() const; // without the passphrase
    Result<session::Session *> unlock(session::UnlockRequest &request, const crypto::Secret &passphrase);
    Status admitSecond(session::Session &session);
    const Command &m_command;
    session::Environment m_environment;
    std::map<std::string, std::vector<std::string>> m_options;
    std::vector<std::string> m_arguments;
    std::unique_ptr<session::Session> m_session;
    NoProgress m_progress;
};

[[nodiscard]] const std::vector<Command> &commands();            // in the order of the help

// Options every command that opens a vault takes.
[[nodiscard]] std::vector<Option> vaultOptions();
// A --case option, for the commands that work on one.
[[nodiscard]] Option caseOption();

// Usage unless `text` is digits only; `what` names it in the message.
[[nodiscard]] Result<std::uint32_t> wholeNumber(const std::string &text, const std::string &what);
[[nodiscard]] std::string join(const std::vector<std::string> &list, std::string_view separator);
// One line with its line breaks as spaces, cut with "…" beyond `most` code points.
[[nodiscard]] std::string oneLine(const std::string &text, std::size_t most);

} // namespace caseward::ctl
