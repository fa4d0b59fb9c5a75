// SPDX-License-Identifier: GPL-3.0-or-later
// Every command, one function and one file each.
#pragma once

#include "app/ctl/command.h"

namespace caseward::ctl {

Command officeCreate();
Command personEnrol();
Command tokenList();
Command passphraseChange();
Command vaultCreate();
Command vaultPeople();
Command rosterShow();
Command rosterExport();
Command rosterImport();
Command personAdd();
Command personRoles();
Command personSuspend();
Command personRestore();
Command personRemove();
Command certificateReplace();
Command recoveryRestore();
Command accessList();
Command accessOf();
Command accessGrant();
Command accessWithdraw();
Command accessTwo();
Command accessOne();
Command bannerShow();
Command bannerSet();
Command vaultCheck();
Command backupCreate();
Command backupList();
Command backupSettings();
Command backupCheck();
Command backupRestore();
Command demoCreate();
Command demoReview();
Command queue();
Command caseCreate();
Command caseShow();
Command caseHistory();
Command documentAdd();
Command documentShow();
Command documentWaive();
Command find();
Command passageTie();
Command passageWeigh();
Command passageNote();
Command passageUntie();
Command contradictionLink();
Command contradictionResolve();
Command gapNote();
Command gapExplain();
Command findingCondition();
Command findingGuideline();
Command factorWeigh();
Command reasonsWrite();
Command outcomePropose();
Command check();
Command explain();
Command entryWithdraw();
Command sign();
Command decisionExport();
Command changes();
Command reviewReturn();
Command reviewConcur();
Command countersign();
Command contacts();
Command bundleSeal();
Command bundleInspect();
Command bundleOpen();
Command bundleCheck();
Command bundleList();
Command custodyReclaim();
Command verifyDecision();
Command verifyHistory();
Command packList();
Command packShow();
Command ledger();
Command faults();

} // namespace caseward::ctl
