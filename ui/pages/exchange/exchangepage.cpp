// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/exchange/exchangepage.h"

#include "core/session/custody.h"
#include "core/session/docket.h"
#include "ui/base/faultnote.h"
#include "ui/base/plaintable.h"
#include "ui/base/sectionheader.h"
#include "ui/base/segmentedcontrol.h"
#include "ui/models/casemodel.h"
#include "ui/models/casewords.h"
#include "ui/pages/exchange/exportpanel.h"
#include "ui/pages/exchange/importpanel.h"
#include "ui/pages/exchange/reclaimform.h"

#include <QHBoxLayout>
#include <QHeaderView>
#include <QPushButton>
#include <QStackedWidget>
#include <QStandardItemModel>
#include <QTableView>

namespace caseward::ui {

namespace {

constexpr std::size_t mostAway = 1000; // in the list to take one back from

} // namespace

ExchangePage::ExchangePage(Theme *theme, CaseModel *model, QWidget *parent)
    : Page(theme, parent), m_model(model), m_rows(new QStandardItemModel(0, 7, this))
{
    setObjectName(QStringLiteral("exchange"));
    QVBoxLayout *column = makeColumn();
    buildTools(makeToolRow(column));
    m_export = new ExportPanel(theme, model, this);
    m_import = new ImportPanel(theme, model, this);
    m_panels = new QStackedWidget(this);
    m_panels->addWidget(m_export);
    m_panels->addWidget(m_import);
    column->addWidget(m_panels, 5);
    column->addWidget(buildRegister(), 3);
    connect(m_export, &ExportPanel::sent, this, &ExchangePage::reload);
    connect(m_import, &ImportPanel::received, this, &ExchangePage::reload);
}

void ExchangePage::buildTools(QHBoxLayout *row)
{
    QWidget *tools = row->parentWidget();
    m_way = new SegmentedControl(theme(), QStringLiteral("exchange.way"), {tr("Send"), tr("Receive")}, tools);
    m_way->setCurrent(0);
    auto *say = new ThemedLabel(theme(), tr("A bundle is signed by you, sealed for named people, and accepted whole or not at all."),
                                {Theme::Text::Label, QFont::Normal, Tone::Secondary, false}, tools);
    say->setFit(ThemedLabel::Fit::Elide);
    row->addWidget(m_way);
    row->addWidget(say, 1);
    connect(m_way, &SegmentedControl::chosen, this, &ExchangePage::showPanel);
}

QWidget *ExchangePage::buildRegister()
{
    auto *box = new QWidget(this);
    auto *column = new QVBoxLayout(box);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    m_head = new SectionHeader(theme(), tr("Register"), box);
    m_back = new QPushButton(tr("Take a case back…"), box);
    m_back->setObjectName(QStringLiteral("exchange.takeBack"));
    m_back->setAccessibleName(m_back->text());
    m_head->addTool(m_back);
    connect(m_back, &QPushButton::clicked, this, &ExchangePage::takeBack);
    m_fault = new FaultNote(theme(), QStringLiteral("exchange.fault"), box);
    m_rows->setHorizontalHeaderLabels({tr("When"), tr("Way"), tr("Office"), tr("Person"), tr("Cases"), tr("Purpose"), tr("Outcome")});
    m_table = makePlainTable(theme(), QStringLiteral("exchange.register"), tr("Register of bundles"), m_rows, box);
    const int widths[] = {184, 128, 216, 136, 156, 240, 160};
    for (int i = 0; i < 7; ++i)
        m_table->horizontalHeader()->resizeSection(i, widths[i]);
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    column->addWidget(m_head);
    column->addWidget(m_fault);
    column->addWidget(m_table, 1);
    return box;
}

void ExchangePage::activate()
{
    reload();
    m_export->reload();
}

void ExchangePage::reload()
{
    m_fault->clear();
    m_model->worker()->run<Read>(
        this,
        [](session::Session &session, Progress &) -> Result<Read> {
            session::DocketQuery away;
            away.part = session::DocketPart::Elsewhere;
            away.order = session::DocketOrder::Case;
            away.count = mostAway;
            return Read{TRY(session.exchangeRegister()), TRY(session::docketPage(session, away)).rows};
        },
        [this](const Result<Read> &read) {
            if (read.ok()) {
                showRegister(read->rows);
                showAway(read->away);
            } else if (read.fault().code != FaultCode::NotSignedIn) {
                m_fault->show(read.fault());
            }
        });
}

void ExchangePage::showAway(const std::vector<session::DocketRow> &away)
{
    m_away = away;
    const QString why = whyNotTakeBack();
    m_back->setEnabled(why.isEmpty());
    m_back->setToolTip(why);
    m_back->setAccessibleDescription(why);
}

QString ExchangePage::whyNotTakeBack() const
{
    return m_away.empty() ? tr("Every case you can open is here: there is nothing to take back.") : QString();
}

void ExchangePage::takeBack()
{
    if (!whyNotTakeBack().isEmpty())
        return;
    const QModelIndex line = m_table->currentIndex();
    const QString listed = line.isValid() ? m_rows->index(line.row(), 4).data().toString().section(QStringLiteral(", "), 0, 0) : QString();
    auto *form = new ReclaimForm(theme(), m_away, listed, this);
    connect(form, &ReclaimForm::wanted, this, [this, form = QPointer(form)](const CaseId &id, const QString &reason) {
        m_model->worker()->run<session::DossierPtr>(
            this, [id, why = reason.toStdString()](session::Session &session, Progress &) { return session::takeCustodyBack(session, id, why); },
            [this, form, id](const Result<session::DossierPtr> &back) {
                if (!back.ok()) {
                    if (form)
                        form->fail(back.fault());
                    return;
                }
                if (form)
                    form->dismiss();
                if (m_model->isOpen() && m_model->id() == id)
                    m_model->reload();
                activate();
                m_fault->notice(tr("The case %1 is here again").arg(text((*back)->facts.reference)), tr("The reason is kept in the ledger of this station."));
            });
    });
}

void ExchangePage::showRegister(const std::vector<session::ExchangeRow> &rows)
{
    m_rows->setRowCount(0);
    m_head->setDetail(rows.empty() ? tr("nothing has gone or come yet") : rows.size() == 1 ? tr("1 line") : tr("%1 lines").arg(rows.size()));
    for (auto row = rows.rbegin(); row != rows.rend(); ++row) {
        QStringList cases;
        for (const std::string &reference : row->references)
            cases << text(reference);
        const bool refused = row->outcome.rfind("refused", 0) == 0;
        const QString cells[] = {momentWord(row->at), row->sent ? tr("sent, no. %1").arg(row->lane) : tr("received, no. %1").arg(row->lane),
                                 text(row->office), text(row->person), cases.join(QStringLiteral(", ")), text(row->purpose), text(row->outcome)};
        QList<QStandardItem *> items;
        for (int i = 0; i < 7; ++i) {
            auto *item = new QStandardItem(cells[i]);
            item->setToolTip(cells[i]);
            item->setData(static_cast<int>(i == 6 && refused ? Tone::Warning : i == 0 || i == 4 ? Tone::Primary : Tone::Secondary), PlainToneRole);
            items << item;
        }
        m_rows->appendRow(items);
    }
}

void ExchangePage::showPanel(int index)
{
    m_panels->setCurrentIndex(index);
    m_way->setCurrent(index);
    emit locationChanged();
}

bool ExchangePage::goTo(const QString &where)
{
    const int index = where == QLatin1String("receive") ? 1 : where == QLatin1String("send") ? 0 : -1;
    if (index >= 0)
        showPanel(index);
    return index >= 0;
}

QString ExchangePage::location() const { return m_panels->currentIndex() == 1 ? QStringLiteral("receive") : QStringLiteral("send"); }

QList<PageAction> ExchangePage::pageActions()
{
    return {
        {QStringLiteral("exchange.send"), tr("Send a bundle"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_S), [this] { emit placeWanted(QStringLiteral("exchange"), QStringLiteral("send")); }, {}, nullptr, tr("send")},
        {QStringLiteral("exchange.receive"), tr("Receive a bundle"), QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_R), [this] { emit placeWanted(QStringLiteral("exchange"), QStringLiteral("receive")); }, {}, nullptr, tr("receive")},
        {QStringLiteral("exchange.takeCaseBack"), tr("Take a case back whose bundle was lost…"), {}, [this] { takeBack(); }, [this] { return whyNotTakeBack(); }, nullptr, {}},
    };
}

} // namespace caseward::ui
