// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/people/packpanel.h"

#include "core/rules/permissions.h"
#include "ui/base/ask.h"
#include "ui/base/faultnote.h"
#include "ui/base/sectionheader.h"
#include "ui/models/casewords.h"
#include "ui/models/packwords.h"
#include "ui/pages/people/packforms.h"
#include "ui/pages/people/packsheet.h"

#include <algorithm>

namespace caseward::ui {

namespace {

QString keyOf(const session::PackRow &row) { return text(row.pack->digest.hex()); }

QString originWord(const session::PackRow &row)
{
    switch (row.origin) {
    case session::PackOrigin::Program: return PackPanel::tr("The program");
    case session::PackOrigin::WithCase: return PackPanel::tr("A case");
    case session::PackOrigin::Doubted: return PackPanel::tr("Taken in; its signature no longer verifies");
    case session::PackOrigin::Imported: break;
    }
    return PackPanel::tr("%1, %2").arg(text(row.signer), text(row.office));
}

} // namespace

PackPanel::PackPanel(Theme *theme, CaseModel *model, QWidget *parent)
    : DeskPanel(theme, model,
                {QStringLiteral("people.packs"), tr("Guideline packs"),
                 {{tr("Pack"), 380}, {tr("Version"), 80}, {tr("In force from"), 112}, {tr("Standing"), 190}, {tr("Confidence"), 140}, {tr("From"), 220}}},
                parent)
{
    addAct(QStringLiteral("look"), tr("Look it up…"), [this] { lookUp(); }, [this] { return whyNotLook(); });
    addAct(QStringLiteral("compare"), tr("Compare…"), [this] { compare(); }, [this] { return whyNotLook(); });
    addActSpace();
    addAct(QStringLiteral("import"), tr("Take in…"), [this] { import(); }, [this] { return whyNotManage(); });
    addAct(QStringLiteral("sign"), tr("Sign…"), [this] { sign(); }, [this] { return whyNotManage(); });
    addAct(QStringLiteral("retire"), tr("Retire…"), [this] { retire(); }, [this] {
        if (!whyNotManage().isEmpty())
            return whyNotManage();
        return chosen() && chosen()->standing == packs::Standing::Retired ? tr("This pack is retired already.") : whyNotLook();
    });
    showActs();
}

void PackPanel::reload()
{
    fetch<Shown>(
        [](session::Session &session, Progress &) -> Result<Shown> {
            session::PackDesk desk(session);
            return Shown{TRY(desk.list()), TRY(desk.lost())};
        },
        [this](const Shown &shown) { showPacks(shown); });
}

void PackPanel::showPacks(const Shown &shown)
{
    const QString keep = currentKey();
    m_rows = shown.rows;
    clearRows();
    for (const session::PackRow &row : m_rows) {
        addRow({packTitle(*row.pack), text(row.pack->version), text(row.pack->effective), standingWord(row), confidenceWord(row.pack->confidence), originWord(row)}, keyOf(row),
               !session::beginsCases(row));
    }
    for (const session::LostPack &it : shown.lost) {
        const QString key = text(it.ref.digest.hex());
        addRow({text(it.ref.id), text(it.ref.version), {}, tr("Cannot be read: damaged"), {}, {}}, key, true);
        warnRow(3, key);
    }
    head()->setDetail(tr("a case keeps the pack it began with, whatever is taken in or retired later"));
    chooseKey(keep);
}

const session::PackRow *PackPanel::chosen() const
{
    const auto found = std::ranges::find(m_rows, currentKey(), keyOf);
    return found == m_rows.end() ? nullptr : &*found;
}

QString PackPanel::whyNotManage() const
{
    return model()->mayAct(rules::Act::ManagePeople).ok() ? QString() : tr("Only a security officer may take in, sign or retire guideline packs.");
}

QString PackPanel::whyNotLook() const { return chosen() ? QString() : tr("Choose a pack first."); }

void PackPanel::lookUp()
{
    if (const session::PackRow *row = chosen())
        readOn(packTitleAndVersion(*row->pack), [pack = row->pack] { return PackSheet::wholePack(*pack); });
}

// A pack has up to 8 MiB of words: they are put together on the worker.
void PackPanel::readOn(const QString &title, std::function<QString()> words)
{
    fetch<QString>([words = std::move(words)](session::Session &, Progress &) -> Result<QString> { return words(); },
                   [this, title](const QString &html) { new PackSheet(theme(), title, html, this); });
}

void PackPanel::compare()
{
    const session::PackRow *row = chosen();
    if (!row)
        return;
    // The versions of the same pack first: that is what people look for.
    QList<PackChoiceForm::Choice> same, others;
    for (const session::PackRow &other : m_rows)
        if (other.pack->digest != row->pack->digest)
            (other.pack->id == row->pack->id ? same : others) << PackChoiceForm::Choice{packTitleAndVersion(*other.pack), keyOf(other)};
    auto *form = new PackChoiceForm(theme(), {tr("Compare with"), tr("What %1 says that the other one does not, with the words of both.").arg(packTitleAndVersion(*row->pack)), tr("Compare")},
                                    same + others, PackChoiceForm::Reason::None, this);
    connect(form, &PackChoiceForm::wanted, this, [this, form, pack = row->pack](const QString &key) {
        const auto other = std::ranges::find(m_rows, key, keyOf);
        form->dismiss();
        if (other != m_rows.end())
            readOn(tr("%1, after %2 %3").arg(packTitleAndVersion(*pack), text(other->pack->id), text(other->pack->version)),
                   [older = other->pack, pack] { return PackSheet::changes(packs::difference(*older, *pack)); });
    });
}

void PackPanel::import()
{
    if (!whyNotManage().isEmpty())
        return;
    auto *form = new PackFileForm(theme(), PackFileForm::Way::TakeIn, this);
    connect(form, &PackFileForm::wanted, this, [this, form](const Path &file) {
        submit(form, [file](session::Session &session, Progress &) -> Status {
            TRY(session::PackDesk(session).import(file));
            return {};
        }, tr("The pack is taken in"));
    });
}

void PackPanel::sign()
{
    if (!whyNotManage().isEmpty())
        return;
    auto *form = new PackFileForm(theme(), PackFileForm::Way::Sign, this);
    connect(form, &PackFileForm::wanted, this, [this, form](const Path &file, const Path &folder) {
        const auto made = std::make_shared<std::string>();
        submit(form, [file, folder, made](session::Session &session, Progress &) -> Status {
            *made = TRY(session::PackDesk(session).sign(file, folder)).file.string();
            return {};
        }, tr("The pack is signed"), [this, made] { note()->notice(tr("The pack is signed"), tr("Carry %1 and its signature beside it to each station.").arg(text(*made))); });
    });
}

void PackPanel::retire()
{
    const session::PackRow *row = chosen();
    if (!row || !whyNotManage().isEmpty())
        return;
    Question asked{QStringLiteral("people.retirePack"), tr("Retire this pack?"),
                   tr("%1 begins no new cases here any more. Cases that have it keep it, and go on as they are.").arg(packTitleAndVersion(*row->pack)), tr("Retire"), {}};
    asked.reasonLabel = tr("Reason");
    asked.danger = true;
    ask(theme(), this, asked, [this, name = row->pack->digest.hex()](const Reply &reply) {
        if (!reply.accepted)
            return;
        act([name, why = reply.reason.toStdString()](session::Session &session, Progress &) -> Status {
            TRY(session::PackDesk(session).retire(name, why));
            return {};
        }, tr("The pack is retired"));
    });
}

} // namespace caseward::ui
