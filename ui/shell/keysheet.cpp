// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/keysheet.h"

#include "ui/base/iconbutton.h"
#include "ui/base/keycap.h"
#include "ui/base/overlay.h"
#include "ui/base/sectionheader.h"
#include "ui/shell/actionregistry.h"

#include <QCoreApplication>
#include <QGridLayout>
#include <QScrollArea>
#include <QVBoxLayout>

#include <algorithm>
#include <iterator>

namespace caseward::ui {

namespace {

QString words(const char *text) { return QCoreApplication::translate("KeySheet", text); }

QWidget *groupOf(Theme *theme, const ActionRegistry &registry, const QString &group)
{
    auto *box = new QWidget;
    auto *grid = new QGridLayout(box);
    grid->setContentsMargins(0, 0, 0, 12);
    grid->setHorizontalSpacing(12);
    grid->setVerticalSpacing(6);
    grid->setColumnStretch(1, 1);
    grid->setColumnMinimumWidth(0, 92);
    grid->addWidget(new ThemedLabel(theme, group.toUpper(), {Theme::Text::Small, QFont::DemiBold, Tone::Secondary, false}), 0, 0, 1, 2);
    int row = 1;
    for (const Command &command : registry.commands()) {
        if (command.group != group || command.what.keys.isEmpty())
            continue;
        grid->addWidget(new KeyCap(theme, command.what.keys.toString(QKeySequence::NativeText)), row, 0, Qt::AlignRight);
        auto *text = new ThemedLabel(theme, command.what.text, {Theme::Text::Label, QFont::Normal, Tone::Primary, false});
        text->setFit(ThemedLabel::Fit::Elide);
        grid->addWidget(text, row++, 1);
    }
    return box;
}

} // namespace

void showKeySheet(Theme *theme, const ActionRegistry &registry, QWidget *window)
{
    auto *overlay = new Overlay(theme, QStringLiteral("keysheet"), window);
    overlay->setCardWidth(1120);
    auto *column = new QVBoxLayout(overlay->card());
    column->setContentsMargins(1, 4, 1, 8);
    column->setSpacing(0);
    auto *head = new SectionHeader(theme, words("All keys"));
    head->setDetail(words("Single letters act only while a document has the focus"));
    auto *close = new IconButton(theme, QStringLiteral("x"), QStringLiteral("keysheet.close"), words("Close"), QStringLiteral("Esc"));
    QObject::connect(close, &IconButton::clicked, overlay, &Overlay::dismiss);
    head->addTool(close);
    column->addWidget(head);

    auto *content = new QWidget;
    auto *columns = new QHBoxLayout(content);
    columns->setContentsMargins(20, 16, 20, 8);
    columns->setSpacing(24);
    QStringList groups;
    for (const Command &command : registry.commands()) {
        if (!groups.contains(command.group) && !command.what.keys.isEmpty())
            groups << command.group;
    }
    constexpr int most = 3;
    QList<QVBoxLayout *> places;
    for (int i = 0; i < most; ++i) {
        places << new QVBoxLayout;
        columns->addLayout(places.last(), 1);
    }
    QList<QWidget *> boxes;
    for (const QString &group : groups)
        boxes << groupOf(theme, registry, group);
    std::stable_sort(boxes.begin(), boxes.end(), [](QWidget *a, QWidget *b) { return a->sizeHint().height() > b->sizeHint().height(); });
    int heights[most] = {};
    for (QWidget *box : boxes) { // the tallest first, each into the shortest column
        const int shortest = static_cast<int>(std::min_element(std::begin(heights), std::end(heights)) - std::begin(heights));
        heights[shortest] += box->sizeHint().height();
        places[shortest]->addWidget(box);
    }
    for (QVBoxLayout *place : places)
        place->addStretch(1);
    auto *area = new QScrollArea;
    area->setObjectName(QStringLiteral("keysheet.scroll"));
    area->setAccessibleName(words("All keys"));
    area->setFrameShape(QFrame::NoFrame);
    area->setWidgetResizable(true);
    area->setWidget(content);
    area->setMinimumHeight(qMin(content->sizeHint().height() + 8, window->height() - 200));
    content->setProperty("cls", "surface");
    content->setAttribute(Qt::WA_StyledBackground);
    column->addWidget(area);
    overlay->present(close);
}

} // namespace caseward::ui
