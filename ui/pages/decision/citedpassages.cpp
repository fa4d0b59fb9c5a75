// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/decision/citedpassages.h"

#include "ui/base/iconbutton.h"
#include "ui/base/themedlabel.h"
#include "ui/evidence/passageline.h"

#include <QHBoxLayout>
#include <QMenu>
#include <QPushButton>
#include <QVBoxLayout>

#include <algorithm>

namespace caseward::ui {

CitedPassages::CitedPassages(Theme *theme, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_list(new QVBoxLayout), m_cite(new QPushButton(tr("Cite…"), this)), m_menu(new QMenu(this))
{
    m_cite->setProperty("cls", "link");
    m_cite->setSizePolicy(QSizePolicy::Fixed, QSizePolicy::Fixed);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_list->setSpacing(0);
    column->addLayout(m_list);
    column->addWidget(m_cite, 0, Qt::AlignLeft);
    connect(m_cite, &QPushButton::clicked, this, &CitedPassages::openMenu);
}

void CitedPassages::setPlace(const QString &name, const QString &spoken)
{
    m_name = name;
    m_spoken = spoken;
    m_cite->setObjectName(name + QStringLiteral(".cite"));
    m_cite->setAccessibleName(tr("%1: cite a passage").arg(spoken));
    m_menu->setObjectName(name + QStringLiteral(".passages"));
    showCites();
}

void CitedPassages::setCited(std::vector<PassageId> cited)
{
    if (m_cited == cited)
        return;
    m_cited = std::move(cited);
    showCites();
}

void CitedPassages::setPassages(const std::vector<PassageFacts> &passages)
{
    const bool same = std::equal(passages.begin(), passages.end(), m_passages.begin(), m_passages.end(), [](const PassageFacts &a, const PassageFacts &b) {
        return a.id == b.id && a.label == b.label && a.weight == b.weight;
    });
    m_passages = passages;
    for (const PassageFacts &facts : passages)
        m_known[facts.id] = facts;
    if (!same)
        showCites();
}

const PassageFacts *CitedPassages::tied(const PassageId &id) const
{
    const auto found = std::ranges::find(m_passages, id, &PassageFacts::id);
    return found == m_passages.end() ? nullptr : &*found;
}

std::vector<PassageId> CitedPassages::live() const
{
    std::vector<PassageId> ids = m_cited;
    std::erase_if(ids, [this](const PassageId &id) { return !tied(id); });
    return ids;
}

void CitedPassages::dropLost()
{
    if (std::erase_if(m_cited, [this](const PassageId &id) { return !tied(id); }) > 0)
        showCites();
}

void CitedPassages::setMayCite(bool may)
{
    m_mayCite = may;
    m_cite->setVisible(may);
    for (QWidget *button : findChildren<QToolButton *>()) {
        if (button->property("removesCite").toBool())
            button->setVisible(may);
    }
}

void CitedPassages::showCites()
{
    while (QLayoutItem *item = m_list->takeAt(0)) {
        if (QWidget *widget = item->widget()) {
            widget->hide();
            widget->deleteLater(); // its own button may be pressed just now
        }
        delete item;
    }
    for (std::size_t i = 0; i < m_cited.size(); ++i) {
        if (const PassageFacts *facts = tied(m_cited[i]))
            addCite(*facts, static_cast<int>(i));
        else
            addLostCite(m_cited[i], static_cast<int>(i));
    }
    orderByTab();
}

// The lines stand above "Cite…", and Tab comes by them before it.
void CitedPassages::orderByTab()
{
    QWidget *before = m_cite->previousInFocusChain();
    while (before != m_cite && before->focusPolicy() == Qt::NoFocus) // setTabOrder() passes over these without a word
        before = before->previousInFocusChain();
    for (int i = 0; i < m_list->count(); ++i) {
        const QLayout *row = m_list->itemAt(i)->widget()->layout();
        for (int j = 0; j < row->count() && before != m_cite; ++j) {
            QWidget *part = row->itemAt(j)->widget();
            setTabOrder(before, part);
            before = part;
        }
    }
}

void CitedPassages::addCite(const PassageFacts &facts, int index)
{
    auto *line = new PassageLine(m_theme, citeName(index), facts, PassageLine::Show::ChipAndQuote, this);
    connect(line, &QAbstractButton::clicked, this, [this, link = facts.link] { emit placeWanted(link); });
    addLine(line, index, facts.id, facts.label);
}

void CitedPassages::addLostCite(const PassageId &id, int index)
{
    const auto before = m_known.find(id);
    const QString words = before == m_known.end()
        ? tr("A passage that is no longer tied")
        : tr("No longer tied: %1 %2, %3").arg(before->second.label, before->second.spoken(80), before->second.place);
    auto *line = new ThemedLabel(m_theme, tr("%1. It is left out when this is next saved.").arg(words),
                                 {Theme::Text::Label, QFont::Normal, Tone::Warning, false}, this);
    line->setObjectName(citeName(index));
    line->setFit(ThemedLabel::Fit::Wrap);
    line->setContentsMargins(16, 4, 0, 4);
    addLine(line, index, id, tr("the passage that is no longer tied"));
}

QString CitedPassages::citeName(int index) const { return QStringLiteral("%1.cites.%2").arg(m_name).arg(index); }

void CitedPassages::addLine(QWidget *line, int index, const PassageId &id, const QString &spoken)
{
    auto *holder = new QWidget(this);
    auto *row = new QHBoxLayout(holder);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(4);
    auto *drop = new IconButton(m_theme, QStringLiteral("x"), citeName(index) + QStringLiteral(".drop"), tr("Do not cite this passage"), {}, holder);
    drop->setAccessibleName(tr("%1: do not cite %2").arg(m_spoken, spoken));
    drop->setProperty("removesCite", true);
    drop->setVisible(m_mayCite);
    row->addWidget(line, 1);
    row->addWidget(drop, 0, Qt::AlignTop);
    m_list->addWidget(holder);
    connect(drop, &QToolButton::clicked, this, [this, id] {
        m_cited.erase(std::remove(m_cited.begin(), m_cited.end(), id), m_cited.end());
        m_cite->setFocus(Qt::OtherFocusReason);
        showCites();
        emit citesChanged();
    });
}

void CitedPassages::openMenu()
{
    m_menu->clear();
    for (const PassageFacts &facts : m_passages) {
        if (std::find(m_cited.begin(), m_cited.end(), facts.id) != m_cited.end())
            continue;
        const QString sign = facts.disqualifying ? QStringLiteral("▲") : QStringLiteral("▼");
        QString line = QStringLiteral("%1 %2   %3   %4").arg(sign, facts.label, facts.spoken(60), facts.place);
        QAction *action = m_menu->addAction(line.replace(QLatin1Char('&'), QStringLiteral("&&")));
        connect(action, &QAction::triggered, this, [this, id = facts.id] {
            m_cited.push_back(id);
            showCites();
            emit citesChanged();
        });
    }
    if (m_menu->isEmpty())
        m_menu->addAction(m_passages.empty() ? tr("No passage is tied yet") : tr("Every passage is cited here"))->setEnabled(false);
    m_menu->popup(m_cite->mapToGlobal(QPoint(0, m_cite->height())));
}

} // namespace caseward::ui
