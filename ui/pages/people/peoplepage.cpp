// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/people/peoplepage.h"

#include "ui/base/segmentedcontrol.h"
#include "ui/base/themedlabel.h"
#include "ui/pages/people/accesspanel.h"
#include "ui/pages/people/backuppanel.h"
#include "ui/pages/people/casepackpanel.h"
#include "ui/pages/people/packpanel.h"
#include "ui/pages/people/rosterpanel.h"
#include "ui/pages/people/trustpanel.h"

#include <QHBoxLayout>
#include <QStackedWidget>

namespace caseward::ui {

namespace {
const QStringList places = {QStringLiteral("roster"), QStringLiteral("access"), QStringLiteral("backups"), QStringLiteral("trust"),
                            QStringLiteral("packs"), QStringLiteral("casepacks")};
}

PeoplePage::PeoplePage(Theme *theme, CaseModel *model, QWidget *parent)
    : Page(theme, parent), m_panels(new QStackedWidget(this)), m_roster(new RosterPanel(theme, model, m_panels)),
      m_access(new AccessPanel(theme, model, m_panels)), m_backups(new BackupPanel(theme, model, m_panels)),
      m_trust(new TrustPanel(theme, model, m_panels)), m_packs(new PackPanel(theme, model, m_panels)),
      m_casePacks(new CasePackPanel(theme, model, m_panels))
{
    setObjectName(QStringLiteral("people"));
    QVBoxLayout *column = makeColumn();
    QHBoxLayout *row = makeToolRow(column);
    m_parts = new SegmentedControl(theme, QStringLiteral("people.parts"), {tr("People"), tr("This case"), tr("Backups"), tr("Trust"), tr("Packs"), tr("Packs of this case")}, row->parentWidget());
    m_parts->setAccessibleName(tr("Part of the page"));
    auto *say = new ThemedLabel(theme, tr("Who may do what, who can open which case, and what is there when something is lost."),
                                {Theme::Text::Label, QFont::Normal, Tone::Secondary, false}, row->parentWidget());
    say->setFit(ThemedLabel::Fit::Elide);
    row->addWidget(m_parts);
    row->addWidget(say, 1);
    for (DeskPanel *one : {static_cast<DeskPanel *>(m_roster), static_cast<DeskPanel *>(m_access), static_cast<DeskPanel *>(m_backups),
                           static_cast<DeskPanel *>(m_trust), static_cast<DeskPanel *>(m_packs), static_cast<DeskPanel *>(m_casePacks)})
        m_panels->addWidget(one);
    column->addWidget(m_panels, 1);
    m_parts->setCurrent(0);
    connect(m_parts, &SegmentedControl::chosen, this, &PeoplePage::showPart);
}

DeskPanel *PeoplePage::panel(int part) const { return static_cast<DeskPanel *>(m_panels->widget(part)); }

void PeoplePage::activate()
{
    panel(m_panels->currentIndex())->reload();
    m_panels->currentWidget()->setFocus();
}

void PeoplePage::showPart(int part)
{
    m_panels->setCurrentIndex(part);
    m_parts->setCurrent(part);
    panel(part)->reload();
    emit locationChanged();
}

bool PeoplePage::goTo(const QString &where)
{
    const auto part = places.indexOf(where);
    if (part >= 0)
        showPart(static_cast<int>(part));
    return part >= 0;
}

QString PeoplePage::location() const { return places[m_panels->currentIndex()]; }

QList<PageAction> PeoplePage::pageActions()
{
    QList<PageAction> actions;
    const QString titles[] = {tr("Show the people of this office"), tr("Show who can open this case"), tr("Show the backups"), tr("Show whom this station believes"),
                              tr("Show the guideline packs"), tr("Show the packs of this case")};
    for (int part = 0; part < places.size(); ++part) {
        actions << PageAction{QStringLiteral("people.show.%1").arg(places[part]), titles[part], QKeySequence(Qt::ALT | static_cast<Qt::Key>(Qt::Key_1 + part)),
                              [this, part] { showPart(part); panel(part)->setFocus(); }, {}, nullptr, {}};
    }
    actions << PageAction{QStringLiteral("people.enrolPerson"), tr("Enrol a person…"), QKeySequence(Qt::CTRL | Qt::Key_N), [this] { showPart(0); m_roster->enrol(); }, [this] { return m_roster->whyNotManage(); }, nullptr, {}};
    actions << PageAction{QStringLiteral("people.newPerson"), tr("A new person: make their key and certificate…"), {}, [this] { showPart(0); m_roster->issue(); }, [this] { return m_roster->whyNotManage(); }, nullptr, {}};
    actions << PageAction{QStringLiteral("people.grantCase"), tr("Open this case to somebody…"), QKeySequence(Qt::CTRL | Qt::Key_G), [this] { showPart(1); m_access->grant(); },
                          [this] { return m_access->whyNotGrant(); }, nullptr, tr("grant")};
    actions << PageAction{QStringLiteral("people.twoPeople"), tr("Two people open this case together…"), {}, [this] { showPart(1); m_access->needTwo(); }, [this] { return m_access->whyNotTwo(); }, nullptr, {}};
    actions << PageAction{QStringLiteral("people.onePerson"), tr("One person opens this case again…"), {}, [this] { showPart(1); m_access->needOne(); }, [this] { return m_access->whyNotOne(); }, nullptr, {}};
    actions << PageAction{QStringLiteral("people.secondPerson"), tr("A second person gives their key…"), {}, [this] { showPart(1); m_access->admitSecond(); }, {}, nullptr, {}};
    actions << PageAction{QStringLiteral("people.lostKey"), tr("Recover a lost key…"), {}, [this] { showPart(0); m_roster->recover(); }, [this] { return m_roster->whyNotRecover(); }, nullptr, {}};
    actions << PageAction{QStringLiteral("people.ownPassphrase"), tr("Change my passphrase…"), {}, [this] { showPart(0); m_roster->changePassphrase(); }, {}, nullptr, {}};
    actions << PageAction{QStringLiteral("people.backUp"), tr("Back up this vault now"), QKeySequence(Qt::CTRL | Qt::Key_B), [this] { showPart(2); m_backups->create(); },
                          [this] { return m_backups->whyNotCreate(); }, nullptr, tr("back up")};
    actions << PageAction{QStringLiteral("people.takeInTrust"), tr("Take in authorities and revocation lists…"), QKeySequence(Qt::CTRL | Qt::Key_I), [this] { showPart(3); m_trust->import(); }, {}, nullptr, {}};
    actions << PageAction{QStringLiteral("people.withdrawCertificate"), tr("Withdraw a certificate…"), {}, [this] { showPart(3); m_trust->withdraw(); }, [this] { return m_trust->whyNotManage(); }, nullptr, {}};
    actions << PageAction{QStringLiteral("people.setWarning"), tr("Set the warning before signing in…"), {}, [this] { showPart(3); m_trust->setWarning(); }, [this] { return m_trust->whyNotManage(); }, nullptr, {}};
    actions << PageAction{QStringLiteral("people.lookUpPack"), tr("Look a guideline pack up…"), {}, [this] { showPart(4); m_packs->lookUp(); }, [this] { return m_packs->whyNotLook(); }, nullptr, {}};
    actions << PageAction{QStringLiteral("people.takeInPack"), tr("Take in a guideline pack…"), {}, [this] { showPart(4); m_packs->import(); }, [this] { return m_packs->whyNotManage(); }, nullptr, {}};
    actions << PageAction{QStringLiteral("people.signPack"), tr("Sign a guideline pack…"), {}, [this] { showPart(4); m_packs->sign(); }, [this] { return m_packs->whyNotManage(); }, nullptr, {}};
    actions << PageAction{QStringLiteral("people.joinPack"), tr("Hold this case against a further pack…"), {}, [this] { m_casePacks->whenRead([this] { m_casePacks->join(); }); showPart(5); }, [this] { return m_casePacks->whyNotChange(); }, nullptr, {}};
    actions << PageAction{QStringLiteral("people.movePack"), tr("Move this case to a newer version of its pack…"), {}, [this] { m_casePacks->whenRead([this] { m_casePacks->move(); }); showPart(5); }, [this] { return m_casePacks->whyNotChange(); }, nullptr, {}};
    actions << PageAction{QStringLiteral("people.reload"), tr("Read this page again"), QKeySequence(Qt::Key_F5), [this] { activate(); }, {}, nullptr, {}};
    return actions;
}

} // namespace caseward::ui
