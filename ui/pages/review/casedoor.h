// SPDX-License-Identifier: GPL-3.0-or-later
// What the review desk needs of the open case: the dossier and pack to show, pages to read, and the one way to change
// something. Between the desk and the session so that tests bring a case of their own. GUI thread only; answers come later,
// never from within the call. A refused change is told by the shell (CaseModel::failed); the desk shows what is on disk.
#pragma once

#include "core/model/spot.h"
#include "core/packs/pack.h"
#include "core/session/casesearch.h"
#include "core/session/sessiontypes.h"
#include "ui/models/casemodel.h"   // declares the meta type of Fault, which a signal here carries
#include "ui/pages/review/pagesource.h"
#include "ui/pages/review/scanreading.h"

#include <QObject>

#include <functional>
#include <map>
#include <memory>

namespace caseward::ui {

// A place made ready to be tied or linked: its anchor, and fresh ids.
struct PreparedPlace {
    model::Anchor anchor;
    PassageId passage;
    ContradictionId contradiction;
};

class CaseDoor : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;

    [[nodiscard]] virtual session::DossierPtr dossier() const = 0;   // null when nothing is open
    [[nodiscard]] virtual std::vector<packs::PackPtr> packs() const = 0;   // all the case is held against, the one that leads first
    // Empty when passages may be tied now; otherwise the sentence that says why not.
    [[nodiscard]] virtual QString whyNotWeigh() const = 0;
    // The same for what is said of documents.
    [[nodiscard]] virtual QString whyNotDescribe() const = 0;
    [[nodiscard]] virtual bool mayRecordReading() const = 0;
    virtual void record(std::vector<model::Event> events, std::function<void()> then = {}) = 0;
    virtual void prepare(const DocumentId &document, const model::Spot &place, std::function<void(Result<PreparedPlace>)> done) = 0;
    [[nodiscard]] virtual std::shared_ptr<PageSource> openSource(const DocumentId &document) = 0;
    // One round of a search of the case; `done` begins the next one.
    virtual void search(const session::SearchWanted &wanted, const session::SearchFrom &from, std::function<void(Result<session::SearchRound>)> done) = 0;
    // Empty when a machine may read the scans of `document` now (of the case: a null id); otherwise why not.
    [[nodiscard]] virtual QString whyNotReadScans(const DocumentId &document) const = 0;
    [[nodiscard]] virtual std::unique_ptr<ScanReading> makeScanReading() = 0;
    using ScanCounts = std::map<DocumentId, std::uint32_t>;          // pages that a machine has read
    virtual void countScans(std::function<void(const ScanCounts &)> done) = 0;

signals:
    void opened();
    void changed();
    void closed();
    void problem(const caseward::Fault &fault);      // of prepare()
    void refused(const caseward::Fault &fault);      // what was to be recorded, or anything else of the case; the shell says it too
};

} // namespace caseward::ui
