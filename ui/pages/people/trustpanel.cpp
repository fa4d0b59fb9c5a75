// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/people/trustpanel.h"

#include "core/rules/permissions.h"
#include "core/session/trustfiles.h"
#include "ui/base/ask.h"
#include "ui/base/faultnote.h"
#include "ui/base/sectionheader.h"
#include "ui/models/casewords.h"
#include "ui/pages/people/bannerform.h"
#include "ui/pages/people/withdrawform.h"

#include <algorithm>

namespace caseward::ui {

namespace {

using Row = session::TrustRow;

QString kindOf(const Row &row)
{
    switch (row.kind) {
    case Row::Kind::Office: return TrustPanel::tr("Office");
    case Row::Kind::Authority: return TrustPanel::tr("Authority");
    case Row::Kind::List: return TrustPanel::tr("Revocation list");
    }
    return {};
}

QString dayWordOf(Instant instant)
{
    return instant.milliseconds == 0 ? TrustPanel::tr("Not said") : momentWord(instant).section(QLatin1Char(' '), 0, 2);
}

QString stateOf(const Row &row)
{
    if (row.kind != Row::Kind::List)
        return row.ended ? TrustPanel::tr("Expired: nothing new of it is believed") : TrustPanel::tr("Believed");
    const QString withdrawn = row.revoked == 1 ? TrustPanel::tr("1 certificate withdrawn") : TrustPanel::tr("%1 certificates withdrawn").arg(row.revoked);
    return row.ended ? TrustPanel::tr("Stale: bring a newer one. %1").arg(withdrawn) : withdrawn;
}

QString inGroups(const Digest &digest)
{
    QString hex = text(digest.hex());
    for (qsizetype at = hex.size() - 8; at > 0; at -= 8)
        hex.insert(at, QLatin1Char(' '));
    return hex;
}

QString namesOf(const QString &words, const std::vector<std::string> &names)
{
    QStringList list;
    for (const std::string &name : names)
        list << text(name);
    return list.isEmpty() ? QString() : words.arg(list.join(QStringLiteral(", ")));
}

QString taken(const session::TrustImport &done)
{
    QStringList words{namesOf(TrustPanel::tr("Believed from now on: %1."), done.offices), namesOf(TrustPanel::tr("Authorities: %1."), done.authorities),
                      namesOf(TrustPanel::tr("Lists: %1."), done.lists)};
    words.removeAll(QString());
    return words.join(QLatin1Char(' '));
}

} // namespace

TrustPanel::TrustPanel(Theme *theme, CaseModel *model, QWidget *parent)
    : DeskPanel(theme, model,
                {QStringLiteral("people.trust"), tr("Whom this station believes"),
                 {{tr("Name"), 340}, {tr("Kind"), 128}, {tr("From"), 112}, {tr("Until"), 112}, {tr("What it says"), 360}, {tr("Fingerprint"), 160}}},
                parent)
{
    addAct(QStringLiteral("import"), tr("Take in files…"), [this] { import(); }, [] { return QString(); });
    addAct(QStringLiteral("withdraw"), tr("Withdraw a certificate…"), [this] { withdraw(); }, [this] { return whyNotManage(); });
    addActSpace();
    addAct(QStringLiteral("warning"), tr("Warning before signing in…"), [this] { setWarning(); }, [this] { return whyNotManage(); });
    showActs();
}

void TrustPanel::reload()
{
    fetch<std::vector<Row>>([](session::Session &session, Progress &) { return session::TrustDesk(session).list(); },
                            [this](const std::vector<Row> &rows) { showTrust(rows); });
}

void TrustPanel::showTrust(const std::vector<Row> &rows)
{
    const QString keep = currentKey();
    clearRows();
    for (const Row &row : rows) {
        addRow({text(row.name), kindOf(row), dayWordOf(row.from), dayWordOf(row.to), stateOf(row), text(row.fingerprint.hex())}, text(row.fingerprint.hex()));
        if (row.ended)
            warnRow(4, text(row.fingerprint.hex()));
    }
    const auto over = std::count_if(rows.begin(), rows.end(), [](const Row &row) { return row.ended; });
    head()->setDetail(over == 0 ? tr("nothing is fetched from a network: what was withdrawn since the newest list is not known here")
                      : over == 1 ? tr("one of these is over its date") : tr("%1 of these are over their date").arg(over));
    chooseKey(keep);
}

QString TrustPanel::whyNotManage() const
{
    const Status may = model()->mayAct(rules::Act::ManagePeople);
    return may.ok() ? QString() : text(may.fault().detail);
}

void TrustPanel::import()
{
    auto *form = new TrustForm(theme(), whyNotManage(), this);
    connect(form, &TrustForm::wanted, this, [this, form](const TrustForm::Given &given) {
        if (given.anchors == session::NewAnchors::Accept)
            askToBelieve(form, given);
        else
            take(form, given);
    });
}

void TrustPanel::askToBelieve(TrustForm *form, const TrustForm::Given &given)
{
    const QPointer<TrustForm> waiting(form);
    const auto put = [this, waiting, given](const QString &fingerprints) {
        Question asked{QStringLiteral("people.believe"), tr("Believe a new office or root?"),
                       tr("Everybody it certifies is believed at this station: their signatures, their bundles, and whom a roster of theirs names. "
                          "Do it only when this agrees with what came another way:\n\n%1").arg(fingerprints),
                       tr("Believe"), {}};
        asked.confirmWord = tr("BELIEVE");
        asked.danger = true;
        ask(theme(), this, asked, [this, waiting, given](const Reply &reply) {
            if (waiting && reply.accepted)
                take(waiting, given);
            else if (waiting)
                waiting->resume();
        });
    };
    model()->worker()->run<QString>(
        this,
        [files = given.files](session::Session &, Progress &) -> Result<QString> {
            QStringList lines;
            for (const crypto::Certificate &one : TRY(session::readTrustFiles(files)).authorities)
                lines << tr("%1, SHA-256 %2").arg(text(one.commonName()), inGroups(one.fingerprint()));
            return lines.join(QStringLiteral("\n\n"));
        },
        [waiting, put](const Result<QString> &read) {
            if (waiting && !read.ok())
                waiting->fail(read.fault());
            else if (waiting)
                put(*read);
        });
}

void TrustPanel::take(TrustForm *form, const TrustForm::Given &given)
{
    const auto done = std::make_shared<session::TrustImport>();
    submit(form, [given, done](session::Session &session, Progress &) -> Status {
        *done = TRY(session::TrustDesk(session).import(given.files, given.anchors));
        return {};
    }, tr("The files are taken in"), [this, done] { note()->notice(tr("The files are taken in"), taken(*done)); });
}

void TrustPanel::withdraw()
{
    if (!whyNotManage().isEmpty())
        return;
    auto *form = new WithdrawForm(theme(), this);
    connect(form, &WithdrawForm::wanted, this, [this, form](const WithdrawForm::Given &given) {
        const auto file = std::make_shared<std::string>();
        submit(form, [given, file](session::Session &session, Progress &) -> Status {
            session::OfficeWithdrawal what = given.what;
            what.passphrase = given.passphrase.get();
            *file = TRY(session::TrustDesk(session).withdraw(what)).file.string();
            return {};
        }, tr("The certificates are withdrawn"), [this, file] {
            note()->notice(tr("The certificates are withdrawn"), tr("This station knows it. Carry %1 to every other station and take it in there.").arg(text(*file)));
        });
    });
}

void TrustPanel::setWarning()
{
    if (!whyNotManage().isEmpty())
        return;
    fetch<session::Banner>([](session::Session &session, Progress &) { return session::bannerOf(session); }, [this](const session::Banner &banner) {
        auto *form = new BannerForm(theme(), banner, this);
        connect(form, &BannerForm::wanted, this, [this, form](const QString &words) {
            submit(form, [words = words.toStdString()](session::Session &session, Progress &) { return session::setBanner(session, words); },
                   words.isEmpty() ? tr("The built-in warning stands before signing in again") : tr("The warning stands before signing in from now on"));
        });
    });
}

} // namespace caseward::ui
