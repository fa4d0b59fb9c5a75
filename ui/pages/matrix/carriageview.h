// SPDX-License-Identifier: GPL-3.0-or-later
// "What carries this decision": the passages and documents that some finding rests on alone, each with what would be left without
// support if it were withdrawn; and the findings that rest on nothing now. It says where a decision is thin, not which way it should go.
// GUI thread.
#pragma once

#include "core/rules/support.h"

#include <QScrollArea>

class QVBoxLayout;

namespace caseward::ui {

class Theme;
class ThemedLabel;

class CarriageView final : public QScrollArea {
    Q_OBJECT
public:
    static constexpr std::size_t most = 200;         // passages, documents or findings of a part that are shown; the rest is counted
    CarriageView(Theme *theme, QWidget *parent);
    void show(const model::Dossier &dossier, const packs::Pack &pack);
    void clear();
    void focusFirst();

signals:
    void placeWanted(const QString &link);           // a passage, in Review
    void targetWanted(const QString &link);          // a finding, in Decision

private:
    void heading(const QString &words, const QString &below);
    void words(const QString &text);
    void beyond(std::size_t count);
    void finding(const rules::Supported &supported);
    void carrier(const model::Dossier &dossier, const packs::Pack &pack, const rules::Carriage &carriage, const rules::Carrier &carrier);
    Theme *m_theme;
    QWidget *m_body = nullptr;
    QVBoxLayout *m_column = nullptr;
    int m_count = 0;                                 // widgets named so far
};

// What Decision's goTo() takes; empty for a target it has no link for.
[[nodiscard]] QString decisionLink(const rules::Target &target);

} // namespace caseward::ui
