// SPDX-License-Identifier: GPL-3.0-or-later
// What a guideline pack says, what two of them differ in, or how the rules of several stand side by side: text to read, on a card.
// Owned by the window; GUI thread.
#pragma once

#include "core/packs/difference.h"
#include "core/packs/relations.h"
#include "ui/base/overlay.h"

class QTextBrowser;

namespace caseward::ui {

class PackSheet final : public Overlay {
    Q_OBJECT
public:
    PackSheet(Theme *theme, const QString &title, const QString &html, QWidget *anywhere);

    // The words of a pack are put in as text, whatever they contain. Any thread.
    [[nodiscard]] static QString wholePack(const packs::Pack &pack);
    [[nodiscard]] static QString changes(const std::vector<packs::PackChange> &changes);
    [[nodiscard]] static QString rules(const std::vector<packs::RuleComparison> &rules);

private:
    QTextBrowser *m_text;
};

} // namespace caseward::ui
