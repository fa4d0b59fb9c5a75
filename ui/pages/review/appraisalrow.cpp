// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/review/appraisalrow.h"

#include "core/model/conduct.h"
#include "ui/base/themedlabel.h"
#include "ui/models/casewords.h"

#include <QAbstractItemView>
#include <QCheckBox>
#include <QComboBox>
#include <QGridLayout>
#include <QLineEdit>
#include <QSignalBlocker>

namespace caseward::ui {

namespace {

QComboBox *combo(const QString &name, const QString &words, const QStringList &items, QWidget *parent)
{
    auto *box = new QComboBox(parent);
    box->setObjectName(QStringLiteral("review.passage.") + name);
    box->setAccessibleName(words);
    box->setToolTip(words);
    box->addItems(items);
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(6);
    box->view()->setObjectName(box->objectName() + QStringLiteral(".list"));
    box->view()->setAccessibleName(words);
    return box;
}

QLineEdit *dateEdit(const QString &name, const QString &words, QWidget *parent)
{
    auto *edit = new QLineEdit(parent);
    edit->setObjectName(QStringLiteral("review.passage.") + name);
    edit->setAccessibleName(words);
    edit->setToolTip(AppraisalRow::tr("%1: year, year and month, or day: 2019, 2019-04, 2019-04-03").arg(words));
    edit->setPlaceholderText(words);
    edit->setMaxLength(10);
    return edit;
}

} // namespace

AppraisalRow::AppraisalRow(Theme *theme, QWidget *parent)
    : QWidget(parent),
      m_reliability(combo(QStringLiteral("reliability"), tr("Reliability of the source, A to F"),
                          {tr("Source –"), tr("A completely"), tr("B usually"), tr("C fairly"), tr("D seldom"), tr("E unreliable"), tr("F unknown")}, this)),
      m_credibility(combo(QStringLiteral("credibility"), tr("Credibility of the information, 1 to 6"),
                          {tr("Content –"), tr("1 confirmed"), tr("2 probable"), tr("3 possible"), tr("4 doubtful"), tr("5 improbable"), tr("6 unknown")}, this)),
      m_standing(combo(QStringLiteral("standing"), tr("Admitted or disputed"), {tr("Not said"), tr("Admitted"), tr("Disputed")}, this)),
      m_from(dateEdit(QStringLiteral("from"), tr("Conduct from"), this)), m_to(dateEdit(QStringLiteral("to"), tr("until"), this)),
      m_about(new QCheckBox(tr("about"), this)), m_problem(new ThemedLabel(theme, {}, {Theme::Text::Caption, QFont::Normal, Tone::Warning, false}, this))
{
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(0, 0, 0, 0);
    grid->setHorizontalSpacing(6);
    grid->setVerticalSpacing(6);
    grid->addWidget(m_reliability, 0, 0);
    grid->addWidget(m_credibility, 0, 1);
    grid->addWidget(m_standing, 0, 2);
    grid->addWidget(m_from, 1, 0);
    grid->addWidget(m_to, 1, 1);
    grid->addWidget(m_about, 1, 2);
    grid->addWidget(m_problem, 2, 0, 1, 3);
    m_about->setObjectName(QStringLiteral("review.passage.about"));
    m_about->setAccessibleName(tr("The dates of the conduct are not certain"));
    m_about->setToolTip(m_about->accessibleName());
    m_problem->setFit(ThemedLabel::Fit::Wrap);
    m_problem->hide();
    for (QComboBox *box : {m_reliability, m_credibility, m_standing})
        connect(box, &QComboBox::activated, this, &AppraisalRow::send);
    for (QLineEdit *edit : {m_from, m_to})
        connect(edit, &QLineEdit::editingFinished, this, &AppraisalRow::send);
    connect(m_about, &QCheckBox::toggled, this, &AppraisalRow::send);
}

void AppraisalRow::show(const PassageId &passage, const model::PassageAppraised &said)
{
    // A date that is being typed stays when another entry refreshes the case meanwhile.
    const bool same = m_passage == passage;
    m_passage = passage;
    m_said = said;
    m_reliability->setCurrentIndex(said.reliability.empty() ? 0 : said.reliability[0] - 'A' + 1);
    m_credibility->setCurrentIndex(static_cast<int>(said.credibility));
    m_standing->setCurrentIndex(said.standing == "admitted" ? 1 : said.standing == "disputed" ? 2 : 0);
    for (auto [edit, date] : {std::pair{m_from, &said.from}, std::pair{m_to, &said.to}}) {
        if (!same || !edit->hasFocus())
            edit->setText(text(*date));
    }
    const QSignalBlocker quiet(m_about); // what is shown is not sent back
    m_about->setChecked(said.about);
    if (!same)
        m_problem->hide();
}

void AppraisalRow::setEditable(bool editable)
{
    for (QWidget *widget : {static_cast<QWidget *>(m_reliability), static_cast<QWidget *>(m_credibility), static_cast<QWidget *>(m_standing),
                            static_cast<QWidget *>(m_from), static_cast<QWidget *>(m_to), static_cast<QWidget *>(m_about)})
        widget->setEnabled(editable);
}

void AppraisalRow::focusFirst()
{
    m_reliability->setFocus(Qt::ShortcutFocusReason);
}

model::PassageAppraised AppraisalRow::entered() const
{
    model::PassageAppraised said;
    said.passage = m_passage;
    if (const int at = m_reliability->currentIndex(); at > 0)
        said.reliability = std::string(1, static_cast<char>('A' + at - 1));
    said.credibility = static_cast<std::uint32_t>(std::max(0, m_credibility->currentIndex()));
    said.standing = m_standing->currentIndex() == 1 ? "admitted" : m_standing->currentIndex() == 2 ? "disputed" : "";
    said.from = m_from->text().trimmed().toStdString();
    said.to = m_to->text().trimmed().toStdString();
    said.about = m_about->isChecked();
    return said;
}

void AppraisalRow::send()
{
    const model::PassageAppraised said = entered();
    model::PassageAppraised known = m_said;
    known.passage = said.passage;
    if (m_passage.isNull() || said == known)
        return;
    const Status sound = model::checkEvent(said);
    const model::ConductDates dates = model::judgeConduct(said.from, said.to);
    const QString problem = !sound.ok()                                       ? tr("A date is written 2019, 2019-04 or 2019-04-03.")
                            : dates == model::ConductDates::NoBeginning ? tr("Say when the conduct began.")
                            : dates == model::ConductDates::EndsFirst   ? tr("The conduct ends before it begins.")
                                                                        : QString();
    m_problem->setText(problem);
    m_problem->setVisible(!problem.isEmpty());
    if (problem.isEmpty()) {
        m_said = said;
        emit wanted(said);
    }
}

} // namespace caseward::ui
