// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/demo/demooffice.h"

#include "ui/demo/democase.h"

#include <system_error>

namespace caseward::ui {

namespace {

using crypto::Role;
using crypto::Secret;

constexpr std::int64_t day = 24LL * 3600 * 1000;
constexpr std::uint64_t foundingSteps = 7; // the office, four people, two vaults

struct NewComer {
    const char *name, *file, *passphrase;
    std::set<Role> roles;
    session::PersonFiles made = {};
};

// Counts the founding and then the documents as one piece of work.
class Steps final : public Progress {
public:
    Steps(Progress &outer, std::uint64_t documents) : m_outer(outer), m_total(foundingSteps + documents) {}
    bool advance(std::uint64_t done, std::uint64_t) override { return m_outer.advance(foundingSteps + done, m_total); }
    [[nodiscard]] Status step() { return m_outer.advance(++m_done, m_total) ? Status() : Status(cancelled()); }

private:
    Progress &m_outer;
    std::uint64_t m_total, m_done = 0;
};

const char *const readmeText =
    "Caseward demonstration office\n"
    "=============================\n\n"
    "Everything here is made up. The person in the case does not exist, and the passphrases below are printed so that\n"
    "anybody can try the program. NEVER use these keys, certificates or passphrases for anything real.\n\n"
    "  office/                  certificate authority of the office   passphrase: {office}\n"
    "  adjudication.caseward    station A, where the case is decided\n"
    "      A. Rivera            adjudicator                           passphrase: {adjudicator}\n"
    "      P. Novak             security officer                      passphrase: {security}\n"
    "  supervision.caseward     station B, where it is countersigned\n"
    "      M. Lee               supervisor                            passphrase: {supervisor}\n"
    "      P. Novak             security officer                      passphrase: {security}\n"
    "  people/                  certificates and key files of all four\n"
    "      J. Osei              courier, opens neither station        passphrase: {courier}\n";

std::string readme()
{
    std::string text = readmeText;
    const std::pair<const char *, const char *> words[] = {{"{office}", demoOfficePassphrase},
                                                           {"{adjudicator}", demoAdjudicatorPassphrase},
                                                           {"{supervisor}", demoSupervisorPassphrase},
                                                           {"{security}", demoSecurityOfficerPassphrase},
                                                           {"{courier}", demoCourierPassphrase}};
    for (const auto &word : words) {
        for (std::size_t at = text.find(word.first); at != std::string::npos; at = text.find(word.first))
            text.replace(at, std::string_view(word.first).size(), word.second);
    }
    return text;
}

Status found(const DemoOffice &demo, std::vector<NewComer> &people, const session::Environment &environment, Steps &steps)
{
    TRY(makeDirectory(demo.office));
    TRY(makeDirectory(demo.people));
    const crypto::Validity validity{{environment.clock.now().milliseconds - day}, {environment.clock.now().milliseconds + 3 * 365 * day}};
    const Secret officePassphrase = Secret::fromText(demoOfficePassphrase);
    const session::OfficeFiles office = TRY(session::createOffice(demo.office, demoOfficeName, officePassphrase, validity));
    TRY(steps.step());
    for (NewComer &person : people) {
        person.made = TRY(session::enrolPerson(office, officePassphrase, {person.name, person.roles, validity},
                                               Secret::fromText(person.passphrase), demo.people, person.file, environment));
        TRY(steps.step());
    }
    const session::PersonFiles &adjudicator = people[0].made, &supervisor = people[1].made, &security = people[2].made;
    TRY(session::createVault({demo.stationA, {office.certificate}, {adjudicator, security}, {supervisor.certificate}}, environment));
    TRY(steps.step());
    TRY(session::createVault({demo.stationB, {office.certificate}, {supervisor, security}, {adjudicator.certificate}}, environment));
    return steps.step();
}

Result<CaseId> fillStationA(const DemoOffice &demo, const session::Environment &environment, Steps &steps)
{
    session::Session session(environment);
    const Secret passphrase = Secret::fromText(demoAdjudicatorPassphrase);
    TRY(session.unlock({demo.stationA, demo.adjudicator, {}, &passphrase}));
    return createDemoCase(session, steps);
}

Result<DemoOffice> make(DemoOffice demo, const session::Environment &environment, Progress &progress, DemoContent content)
{
    std::vector<NewComer> people{{"A. Rivera", "rivera", demoAdjudicatorPassphrase, {Role::Adjudicator}},
                                 {"M. Lee", "lee", demoSupervisorPassphrase, {Role::Supervisor}},
                                 {"P. Novak", "novak", demoSecurityOfficerPassphrase, {Role::SecurityOfficer}},
                                 {"J. Osei", "osei", demoCourierPassphrase, {Role::Courier}}};
    Steps steps(progress, content == DemoContent::WithCase ? TRY(demoDocumentCount()) : 0);
    TRY(found(demo, people, environment, steps));
    demo.adjudicator = people[0].made.id;
    demo.supervisor = people[1].made.id;
    demo.securityOfficer = people[2].made.id;
    demo.courier = people[3].made.id;
    if (content == DemoContent::WithCase)
        demo.demoCase = TRY(fillStationA(demo, environment, steps));
    TRY(writeFile(demo.root / "README.txt", viewOf(readme())));
    return demo;
}

} // namespace

Result<DemoOffice> createDemoOffice(const Path &root, const session::Environment &environment, Progress &progress,
                                    DemoContent content)
{
    std::error_code error;
    const bool wasThere = std::filesystem::exists(root, error);
    if (wasThere && !std::filesystem::is_empty(root, error))
        return fail(FaultCode::AlreadyExists, root.string() + " is there and not empty", {{"path", root.string()}});
    if (!wasThere)
        TRY(makeDirectory(root));
    DemoOffice demo;
    demo.root = root;
    demo.office = root / "office";
    demo.people = root / "people";
    demo.stationA = root / "adjudication.caseward";
    demo.stationB = root / "supervision.caseward";
    Result<DemoOffice> made = make(demo, environment, progress, content);
    if (!made) { // the folder was empty or absent before, so all that is in it is ours
        for (const Path &path : {demo.office, demo.people, demo.stationA, demo.stationB, root / "README.txt"})
            std::filesystem::remove_all(path, error);
        if (!wasThere)
            std::filesystem::remove(root, error);
    }
    return made;
}

} // namespace caseward::ui
