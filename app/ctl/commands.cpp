// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands.h"
#include "app/ctl/overviewreply.h"
#include "app/ctl/packreply.h"

namespace caseward::ctl {

namespace {

// In the order of the help.
constexpr Command (*makers[])() = {
    officeCreate,
    personEnrol,
    personRenew,
    officeRevoke,
    trustImport,
    trustList,
    tokenList,
    passphraseChange,
    vaultCreate,
    vaultPeople,
    rosterShow,
    rosterExport,
    rosterImport,
    personAdd,
    personRoles,
    personSuspend,
    personRestore,
    personRemove,
    certificateReplace,
    recoveryRestore,
    accessList,
    accessOf,
    accessGrant,
    accessWithdraw,
    accessTwo,
    accessOne,
    bannerShow,
    bannerSet,
    vaultCheck,
    backupCreate,
    backupList,
    backupSettings,
    backupCheck,
    backupRestore,
    demoCreate,
    demoReview,
    queue,
    caseCreate,
    caseShow,
    caseCarries,
    caseHistory,
    caseMatrix,
    casePacks,
    documentAdd,
    documentDescribe,
    documentShow,
    documentReadScans,
    documentWaive,
    find,
    passageTie,
    passageWeigh,
    passageMove,
    passageAppraise,
    passageNote,
    passageUntie,
    contradictionLink,
    contradictionResolve,
    questionnaireAnswers,
    timelineShow,
    gapList,
    gapNote,
    gapExplain,
    allegationMake,
    allegationAmend,
    allegationWithdraw,
    allegationAnswer,
    allegationAppraise,
    allegationMitigate,
    allegationFind,
    allegationList,
    findingCondition,
    findingGuideline,
    factorWeigh,
    reasonsWrite,
    outcomePropose,
    check,
    explain,
    entryWithdraw,
    sign,
    decisionExport,
    changes,
    reviewReturn,
    reviewConcur,
    countersign,
    contacts,
    bundleSeal,
    bundleInspect,
    bundleOpen,
    bundleCheck,
    bundleList,
    custodyReclaim,
    verifyDecision,
    verifyHistory,
    packList,
    packShow,
    packCheck,
    packDiff,
    packImport,
    packSign,
    packExport,
    packRetire,
    packJoin,
    packMove,
    ledger,
    faults,
};

} // namespace

const std::vector<Command> &commands()
{
    static const std::vector<Command> all = [] {
        std::vector<Command> list;
        for (const auto maker : makers)
            list.push_back(maker());
        return list;
    }();
    return all;
}

} // namespace caseward::ctl
