// SPDX-License-Identifier: GPL-3.0-or-later
// casewardctl: everything the window can do, one command at a time. Exit status 0, or the number of the fault
// (core/base/fault.h); the list is printed by `casewardctl faults`.
#include "app/ctl/command.h"
#include "core/base/utf8.h"

#include <QByteArray>
#include <QCoreApplication>
#include <QGuiApplication>
#include <QString>

#include <algorithm>
#include <iostream>

using namespace caseward;
using namespace caseward::ctl;

namespace {

std::string helpOf(const Command &command)
{
    std::string text = "casewardctl " + command.name + (command.arguments.empty() ? "" : " " + command.arguments) + " [options]\n\n  " +
                       command.summary + "\n\noptions:\n";
    std::vector<Option> options = command.options;
    if (command.needsVault)
        for (const Option &option : vaultOptions())
            options.push_back(option);
    options.push_back({"json", "", "answer as one line of JSON"});
    options.push_back({"help", "", "this text"});
    for (const Option &option : options) {
        std::string left = "  --" + option.name + (option.value.empty() ? "" : " <" + option.value + ">");
        left.resize(std::max<std::size_t>(left.size() + 2, 32), ' ');
        text += left + option.help + (option.repeatable ? " (may be repeated)" : "") + "\n";
    }
    return text;
}

std::string overview()
{
    std::string text = "casewardctl " CASEWARD_VERSION ": the Caseward workstation on the command line\n\n"
                       "  casewardctl <command> --help says what a command takes\n\n";
    for (const Command &command : commands()) {
        std::string left = "  " + command.name;
        left.resize(std::max<std::size_t>(left.size() + 2, 28), ' ');
        text += left + command.summary + "\n";
    }
    return text;
}

// Longest name first, so that "review return" is not taken for a command "review".
const Command *findCommand(const std::vector<std::string> &words, std::size_t &used)
{
    const Command *best = nullptr;
    for (const Command &command : commands()) {
        std::size_t count = 1, at = 0;
        bool matches = true;
        std::string rest = command.name;
        while (!rest.empty() && matches) {
            const std::size_t space = rest.find(' ');
            const std::string word = rest.substr(0, space);
            matches = at < words.size() && words[at] == word;
            ++at;
            rest = space == std::string::npos ? std::string() : rest.substr(space + 1);
        }
        count = at;
        if (matches && (!best || count > used)) {
            best = &command;
            used = count;
        }
    }
    return best;
}

Status parse(const Command &command, const std::vector<std::string> &words, std::size_t from, Call &call)
{
    std::vector<Option> options = command.options;
    if (command.needsVault)
        for (const Option &option : vaultOptions())
            options.push_back(option);
    options.push_back({"json", "", ""});
    options.push_back({"help", "", ""});
    bool onlyArguments = false;
    for (std::size_t index = from; index < words.size(); ++index) {
        const std::string &word = words[index];
        if (!isUtf8(word))
            return fail(FaultCode::Usage, "an argument is not UTF-8");
        if (onlyArguments || word.size() < 3 || !word.starts_with("--")) {
            if (word == "--")
                onlyArguments = true;
            else
                call.addArgument(word);
            continue;
        }
        const std::size_t equals = word.find('=');
        const std::string name = word.substr(2, equals == std::string::npos ? equals : equals - 2);
        const auto option = std::ranges::find(options, name, &Option::name);
        if (option == options.end())
            return fail(FaultCode::Usage, command.name + " does not take --" + name);
        if (call.has(name) && !option->repeatable)
            return fail(FaultCode::Usage, "--" + name + " is given twice");
        if (option->value.empty()) {
            if (equals != std::string::npos)
                return fail(FaultCode::Usage, "--" + name + " takes no value");
            call.setOption(name, "");
        } else if (equals != std::string::npos) {
            call.setOption(name, word.substr(equals + 1));
        } else if (index + 1 < words.size()) {
            call.setOption(name, words[++index]);
        } else {
            return fail(FaultCode::Usage, "--" + name + " needs a " + option->value);
        }
    }
    return {};
}

Json faultFacts(const Fault &fault)
{
    Json::Array arguments;
    for (const auto &[name, value] : fault.arguments)
        arguments.emplace_back(Json::Array{Json(name), Json(value)});
    return Json::Object{{"code", Json(faultName(fault.code))}, {"exit", Json(static_cast<int>(fault.code))}, {"detail", Json(fault.detail)},
                        {"advice", Json(faultAdvice(fault.code))}, {"arguments", Json(std::move(arguments))}};
}

int answerFault(const std::string &command, const Fault &fault, bool json)
{
    if (json) {
        std::cout << codec::canonicalJson(Json::Object{{"command", Json(command)}, {"ok", Json(false)}, {"fault", faultFacts(fault)}}) << "\n";
    } else {
        std::cerr << "casewardctl: " << fault.detail << "\n  " << faultAdvice(fault.code) << "\n";
        if (fault.code == FaultCode::Incomplete)
            for (const auto &[check, text] : fault.arguments)
                std::cerr << "  - " << text << "  [" << check << "]\n";
    }
    return static_cast<int>(fault.code);
}

// Part was done, and part refused: the facts and the fault in one answer.
int answerPart(const std::string &command, Reply reply, bool json)
{
    const Fault fault = *reply.fault;
    if (json) {
        reply.facts["command"] = command;
        reply.facts["ok"] = false;
        reply.facts["fault"] = faultFacts(fault);
        std::cout << codec::canonicalJson(Json(std::move(reply.facts))) << std::endl;
    } else {
        std::cout << reply.lines << std::flush;
        std::cerr << "casewardctl: " << fault.detail << "\n  " << faultAdvice(fault.code) << "\n";
    }
    return static_cast<int>(fault.code);
}

int answer(const std::string &command, Reply reply, bool json)
{
    if (reply.fault)
        return answerPart(command, std::move(reply), json);
    if (json) {
        reply.facts["command"] = command;
        reply.facts["ok"] = true;
        std::cout << codec::canonicalJson(Json(std::move(reply.facts))) << "\n";
    } else {
        std::cout << reply.lines;
        if (!reply.lines.empty() && reply.lines.back() != '\n')
            std::cout << "\n";
    }
    std::cout.flush();
    return std::cout ? 0 : answerFault(command, fail(FaultCode::IoFailed, "the answer cannot be written"), false);
}

Path resourcesFolder()
{
    // Installed beside the program first, else where it was built from.
    const Path installed = Path(QCoreApplication::applicationDirPath().toStdString()) / ".." / "share" / "caseward";
    std::error_code ignored;
    return std::filesystem::exists(installed / "packs", ignored) ? installed : Path(CASEWARD_RESOURCES);
}

// Qt remarks on the desktop's folder for sockets, which is not used here; everything else it says is heard.
QtMessageHandler previousHandler = nullptr;

void sayMessage(QtMsgType type, const QMessageLogContext &context, const QString &message)
{
    const bool aboutDesktop = type == QtWarningMsg && message.startsWith(QLatin1String("QStandardPaths: "))
        && (message.contains(QLatin1String("XDG_RUNTIME_DIR")) || message.contains(QLatin1String("runtime directory")));
    if (!aboutDesktop && previousHandler)
        previousHandler(type, context, message);
}

} // namespace

int main(int argc, char **argv)
{
    const Status prepared = crypto::prepareProcess();
    std::vector<std::string> words(argv + 1, argv + argc);
    const bool json = std::ranges::find(words, "--json") != words.end();
    if (!prepared.ok())
        return answerFault("", prepared.fault(), json);
    if (words.empty() || words[0] == "--help" || words[0] == "help") {
        std::cout << overview();
        return 0;
    }
    if (words[0] == "--version") {
        std::cout << "casewardctl " CASEWARD_VERSION "\n";
        return 0;
    }
    std::size_t used = 0;
    const Command *command = findCommand(words, used);
    if (!command)
        return answerFault("", fail(FaultCode::Usage, "there is no command '" + join(words, " ").substr(0, 60) + "'; casewardctl --help lists them"), json);

    // Typesetting papers needs Qt's fonts, never a screen.
    qputenv("QT_QPA_PLATFORM", "offscreen");
    previousHandler = qInstallMessageHandler(sayMessage);
    QGuiApplication application(argc, argv);
    SystemClock clock;
    SystemRandom random;
    const Path resources = resourcesFolder();
    Call call(*command, {clock, random, {reading::defaultReaderProgram(), resources / "fonts", true}, resources / "packs"});
    const Status parsed = parse(*command, words, used, call);
    if (call.has("help")) {
        std::cout << helpOf(*command);
        return 0;
    }
    if (!parsed.ok())
        return answerFault(command->name, parsed.fault(), json);
    auto reply = command->run(call);
    return reply.ok() ? answer(command->name, std::move(reply).value(), json) : answerFault(command->name, reply.fault(), json);
}
