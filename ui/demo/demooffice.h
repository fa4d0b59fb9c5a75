// SPDX-License-Identifier: GPL-3.0-or-later
// `casewardctl demo create DIR`: an office with its certificate authority, four people, two stations and the
// demonstration case at the first. Its passphrases are printed in README.txt: for demonstration only.
// Needs a QGuiApplication (the case's PDFs are typeset); one thread. Failure: a Fault, and what was made is removed.
#pragma once

#include "core/session/office.h"
#include "core/session/session.h"

namespace caseward::ui {

inline constexpr char demoOfficeName[] = "Caseward Demonstration Office";
inline constexpr char demoOfficePassphrase[] = "demo office passphrase";
inline constexpr char demoAdjudicatorPassphrase[] = "demo adjudicator passphrase";
inline constexpr char demoSupervisorPassphrase[] = "demo supervisor passphrase";
inline constexpr char demoSecurityOfficerPassphrase[] = "demo security officer passphrase";
inline constexpr char demoCourierPassphrase[] = "demo courier passphrase";

struct DemoOffice {
    Path root;
    Path office;                            // certificate authority: office.pem, office.p8
    Path people;                            // <name>.pem, <name>.p8 of the four
    Path stationA, stationB;                // adjudication.caseward, supervision.caseward
    PersonId adjudicator, supervisor, securityOfficer, courier;
    CaseId demoCase;                        // at station A; null when only the office was made
};

enum class DemoContent { OfficeOnly, WithCase };

// AlreadyExists when `root` is there and not empty.
[[nodiscard]] Result<DemoOffice> createDemoOffice(const Path &root, const session::Environment &environment, Progress &progress,
                                                  DemoContent content = DemoContent::WithCase);

} // namespace caseward::ui
