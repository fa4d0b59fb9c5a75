// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands.h"

namespace caseward::ctl {

const std::vector<Command> &commands()
{
    static const std::vector<Command> all = {
        officeCreate(),
        personEnrol(),
        tokenList(),
        passphraseChange(),
        vaultCreate(),
        vaultPeople(),
        vaultCheck(),
        demoCreate(),
        demoReview(),
        queue(),
        caseCreate(),
        caseShow(),
        caseHistory(),
        documentAdd(),
        documentShow(),
        documentWaive(),
        find(),
        passageTie(),
        passageWeigh(),
        passageNote(),
        passageUntie(),
        contradictionLink(),
        contradictionResolve(),
        gapNote(),
        gapExplain(),
        findingCondition(),
        findingGuideline(),
        factorWeigh(),
        reasonsWrite(),
        outcomePropose(),
        check(),
        explain(),
        entryWithdraw(),
        sign(),
        decisionExport(),
        changes(),
        reviewReturn(),
        reviewConcur(),
        countersign(),
        contacts(),
        bundleSeal(),
        bundleInspect(),
        bundleOpen(),
        bundleCheck(),
        bundleList(),
        verifyDecision(),
        verifyHistory(),
        packList(),
        packShow(),
        ledger(),
        faults(),
    };
    return all;
}

} // namespace caseward::ctl
