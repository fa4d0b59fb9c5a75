// SPDX-License-Identifier: GPL-3.0-or-later
// Linking two places that contradict each other: C on the first, C on the second. Between the two a strip says what is
// waited for; Esc or its button forgets. GUI thread; asks for nothing to be recorded by itself.
#pragma once

#include "core/model/spot.h"
#include "ui/base/theme.h"

#include <QWidget>

#include <optional>

namespace caseward::ui {

class ThemedLabel;

class ContradictionLink final : public QWidget {
    Q_OBJECT
public:
    struct Side {
        DocumentId document;
        model::Spot place;
        QString words;            // "Decision and findings, p. 8: “…”"
        bool operator==(const Side &other) const { return document == other.document && place == other.place; }
    };
    ContradictionLink(Theme *theme, QWidget *parent);

    // The first call keeps the side, the second gives both to linkWanted() and forgets. The same place twice forgets.
    void mark(const Side &side);
    void forget();
    [[nodiscard]] bool isWaiting() const { return m_first.has_value(); }

signals:
    void linkWanted(const caseward::ui::ContradictionLink::Side &claimed, const caseward::ui::ContradictionLink::Side &found);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Theme *m_theme;
    ThemedLabel *m_words;
    std::optional<Side> m_first;
};

} // namespace caseward::ui
