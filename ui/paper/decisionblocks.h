// SPDX-License-Identifier: GPL-3.0-or-later
// The sections of the decision paper. Private to ui/paper. Built once, read once; one thread.
#pragma once

#include "core/packs/pack.h"
#include "core/session/sessiontypes.h"
#include "ui/paper/paperblock.h"

#include <map>

namespace caseward::ui {

[[nodiscard]] QString dayAndTime(Instant instant);     // "2026-11-22 09:15 UTC"

class DecisionBlocks {
public:
    // The references must outlive this object. The dossier has at least one decision.
    // `packs`: all of the case, `pack` first; empty: that one alone.
    DecisionBlocks(const model::Dossier &dossier, const packs::Pack &pack, const session::DecisionFiles &files,
                   const std::vector<packs::PackPtr> &packs = {});
    [[nodiscard]] std::vector<PaperBlock> make();

private:
    void heading(PaperBlock::Kind kind, const QString &text);
    void paragraph(const PaperText &text, PaperBlock::Kind kind = PaperBlock::Kind::Paragraph);
    PaperBlock &table(std::vector<PaperColumn> columns, const std::vector<QString> &header = {});

    void numberPassages();
    void title();
    void outcome();
    void findings();
    void findingsUnder(const packs::Pack &pack);
    void guidelineFindings(const packs::Pack &pack, const packs::Guideline &guideline);
    void allegations();                                // allegationblocks.cpp
    void factors();
    void factorsUnder(const packs::Pack &pack, const QString &title);
    void reasons();
    void openPoints();
    void explanations();
    void passages();
    void documents();
    void signatures();
    void verification();

    [[nodiscard]] QString allegedWords(const model::AllegationState &state) const;
    [[nodiscard]] PaperText conditionName(const packs::Condition &condition) const;
    [[nodiscard]] QString citesOf(const model::ConditionRef &condition) const; // "[3] [7]"
    [[nodiscard]] QString placeOf(const model::Anchor &anchor) const;          // "Ex. 2, Report …, page 4"
    [[nodiscard]] QString personLine(const PersonId &id) const;
    [[nodiscard]] QString certificateLine(const PersonId &id) const;

    const model::Dossier &m_dossier;
    const packs::Pack &m_pack;
    std::vector<packs::PackPtr> m_further;
    const session::DecisionFiles &m_files;
    const model::SignedDecision &m_decision;
    [[nodiscard]] PaperRun citesRun(const std::vector<PassageId> &ids) const; // " [1] [4]"
    std::vector<const model::Tie *> m_cited;           // in the order of their numbers, from 1
    std::map<PassageId, std::size_t> m_numbers;
    std::vector<PaperBlock> m_blocks;
};

} // namespace caseward::ui
