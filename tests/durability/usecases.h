// SPDX-License-Identifier: GPL-3.0-or-later
// Every use case that writes, as one step that a failing disk or a kill may interrupt, and the vault it is tried on: cases
// to work on, cases ready to be signed, signed ones to send, and bundles to receive. For Qt Test programs.
#pragma once

#include "core/session/backups.h"
#include "tests/support/testcase.h"

#include <algorithm>

namespace caseward::tests {

enum class UseCase { CreateCase, AddDocument, Record, RecordMany, Sign, Seal, Import, SignInAndOut, Backup };
inline constexpr std::array allUseCases = {UseCase::CreateCase, UseCase::AddDocument, UseCase::Record, UseCase::RecordMany,
                                           UseCase::Sign, UseCase::Seal, UseCase::Import, UseCase::SignInAndOut,
                                           UseCase::Backup};

inline const char *nameOf(UseCase what)
{
    static constexpr std::array names = {"create-case", "add-document", "record", "record-many", "sign", "seal", "import", "sign-in-and-out", "backup"};
    return names[static_cast<std::size_t>(what)];
}

// Case numbers say what a case is for: W-n to work on, R-n ready to be signed, S-n signed, B-n inside bundle n.
class Workshop {
public:
    explicit Workshop(int each)
        : ada(office.enrol("Ada Adjudicator", {crypto::Role::Adjudicator})),
          eve(office.enrol("Eve Elsewhere", {crypto::Role::Adjudicator})),
          vault((office.holdOnlyPack("us-sead4-2017-2.0.0.json"), office.makeVault("desk", {ada}, {eve})))
    {
        NoProgress progress;
        const Path other = office.makeVault("other", {eve}, {ada});
        const auto far = signIn(office, other, eve);
        const auto here = signIn(office, vault, ada);
        intake(*here, "W-0");
        for (int n = 0; n < each; ++n) {
            review(*here, intake(*here, "R-" + std::to_string(n)));
            const CaseId done = intake(*here, "S-" + std::to_string(n));
            review(*here, done);
            must(here->sign(done, denyWord));
            const CaseId sent = intake(*far, "B-" + std::to_string(n));
            must(far->exportBundle(sendTo(bundle(n), {sent}, ada), progress));
        }
    }
    [[nodiscard]] Path bundle(int n) const { return office.root() / ("bundle-" + std::to_string(n) + ".cwb"); }

    TestOffice office;
    Member ada, eve;
    Path vault;
};

// What a step works on and what shows that it was done.
struct Step {
    UseCase what;
    CaseId target = {};        // null: none yet
    std::string reference = {};
    Path file = {};            // bundle to write or read
    std::string text = {};     // makes it unlike every other step
};

inline std::optional<session::DocketRow> rowOf(session::Session &session, const std::string &prefix, model::CaseStatus status)
{
    for (const session::DocketRow &row : must(session.docket()))
        if (row.reference.starts_with(prefix) && row.status == status && row.custodyHere)
            return row;
    return std::nullopt;
}

// The next step of a kind, or nothing when what the workshop holds is used up. `serial` makes names unique.
inline std::optional<Step> plan(Workshop &shop, session::Session &session, UseCase what, int serial)
{
    Step step;
    step.what = what;
    step.text = "step " + std::to_string(serial);
    std::optional<session::DocketRow> row;
    switch (what) {
    case UseCase::CreateCase:
        step.reference = "N-" + std::to_string(serial);
        return step;
    case UseCase::SignInAndOut:
        return step;
    case UseCase::Backup:
        step.file = shop.office.root() / ("backups-" + std::to_string(serial));
        std::filesystem::create_directory(step.file);
        return step;
    case UseCase::AddDocument:
    case UseCase::Record:
    case UseCase::RecordMany:
        row = rowOf(session, "W-", model::CaseStatus::InReview);
        break;
    case UseCase::Sign:
        row = rowOf(session, "R-", model::CaseStatus::InReview);
        break;
    case UseCase::Seal:
        row = rowOf(session, "S-", model::CaseStatus::Signed);
        step.file = shop.office.root() / ("sent-" + std::to_string(serial) + ".cwb");
        break;
    case UseCase::Import: {
        const auto rows = must(session.docket());
        for (int n = 0; std::filesystem::exists(shop.bundle(n)); ++n) {
            const std::string name = "bundle-" + std::to_string(n) + ".cwb";
            const auto seen = must(session.exchangeRegister());
            if (std::ranges::none_of(seen, [&](const auto &known) { return known.file == name; })) {
                step.file = shop.bundle(n);
                step.reference = "B-" + std::to_string(n);
                return step;
            }
        }
        return std::nullopt;
    }
    }
    if (!row)
        return std::nullopt;
    step.target = row->id;
    step.reference = row->reference;
    return step;
}

inline Status perform(Workshop &shop, session::Session &session, const Path &vault, Step &step)
{
    NoProgress progress;
    switch (step.what) {
    case UseCase::CreateCase:
        step.target = TRY(session.createCase(caseFacts(step.reference)));
        return {};
    case UseCase::AddDocument:
        TRY(session.addDocument(step.target, textDocument("more.txt", caseLetter + step.text), progress));
        return {};
    case UseCase::Record: {
        const auto pack = TRY(session.packOf(step.target));
        TRY(session.record(step.target, model::FactorWeighed{pack->id, pack->factors.front().id, step.text}));
        return {};
    }
    case UseCase::RecordMany: {
        const auto pack = TRY(session.packOf(step.target));
        TRY(session.record(step.target, findings(*pack)));
        return {};
    }
    case UseCase::Sign:
        TRY(session.sign(step.target, denyWord));
        return {};
    case UseCase::Seal:
        TRY(session.exportBundle(sendTo(step.file, {step.target}, shop.eve), progress));
        return {};
    case UseCase::Import:
        TRY(session.importBundle(step.file, progress));
        step.target = TRY(session.findCase(step.reference));
        return {};
    case UseCase::SignInAndOut:
        session.lock();
        TRY(unlock(session, vault, shop.ada));
        return {};
    case UseCase::Backup:
        TRY(session::Backups(session).create(step.file, progress));
        return {};
    }
    return {};
}

// What has the name of a backup; what is being made has none yet.
inline std::vector<Path> backupsIn(const Path &root)
{
    std::vector<Path> found;
    for (const auto &item : std::filesystem::directory_iterator(root))
        if (!item.path().filename().string().starts_with("."))
            found.push_back(item.path());
    return found;
}

// Whether the step shows, wholly: `before` is the history of its case before it.
inline bool isDone(session::Session &session, const Step &step, std::size_t before)
{
    const auto rows = must(session.docket());
    const auto row = std::ranges::find(rows, step.reference, &session::DocketRow::reference);
    switch (step.what) {
    case UseCase::CreateCase:
        return row != rows.end();
    case UseCase::AddDocument:
    case UseCase::Record:
    case UseCase::RecordMany:
    case UseCase::Sign:
        return must(session.history(step.target)).size() > before;
    case UseCase::Seal:
        return !must(session.openCase(step.target))->custodyHere && std::filesystem::exists(step.file);
    case UseCase::Import:
        // Until the register has it, taking it in again completes what was begun.
        return std::ranges::any_of(must(session.exchangeRegister()), [&](const auto &known) { return known.file == step.file.filename().string(); }) &&
               row != rows.end() && must(session.openCase(row->id))->custodyHere;
    case UseCase::SignInAndOut:
        return true;
    case UseCase::Backup:
        return !backupsIn(step.file).empty();
    }
    return false;
}

} // namespace caseward::tests
