// SPDX-License-Identifier: GPL-3.0-or-later
// The review desk, the main screen: record, two documents side by side, conditions, the passage in hand. Turns gestures
// into entries through its CaseDoor and shows the dossier that comes back. Child of the shell; GUI thread. What the door
// refuses is told by the shell; nothing on the screen changes before it is on disk.
#pragma once

#include "core/base/clock.h"
#include "ui/base/page.h"
#include "ui/pages/review/casedoor.h"
#include "ui/pages/review/contradictionlink.h"
#include "ui/pages/review/desklayout.h"
#include "ui/pages/review/displaytracker.h"
#include "ui/pages/review/pagecache.h"
#include "ui/pages/review/palettemodel.h"

#include <QBasicTimer>
#include <QPointer>

#include <array>
#include <map>

class QFrame;
class QSplitter;

namespace caseward::ui {

class CaseModel;
class CaseSearchPanel;
class LinkedScroll;
class ConditionTree;
class DocumentPane;
class PassageInspector;
class ReaderWindow;
class RecordList;
class ScanStrip;
class TiePalette;

class ReviewPage final : public Page {
    Q_OBJECT
public:
    ReviewPage(Theme *theme, CaseModel *model, QWidget *parent = nullptr);
    // For tests: another door and clock. The page owns the door.
    ReviewPage(Theme *theme, std::unique_ptr<CaseDoor> door, const Clock &clock, QWidget *parent = nullptr);
    ~ReviewPage() override;

    [[nodiscard]] QString pageTitle() const override;
    void activate() override;
    [[nodiscard]] QList<PageAction> pageActions() override;
    // "document#p8:24-28", "place:<document>:8:120:160" (characters; "claim:…" makes it the
    // first side of a contradiction), "passage:<id>", "condition:16(a)", "contradiction:<id>".
    bool goTo(const QString &where) override;
    [[nodiscard]] QString location() const override;
    [[nodiscard]] QList<PageHit> search(const QString &words) override;

    enum class Where { Active, Other, First, Second };
    void openDocument(const DocumentId &document, Where where);
    void choosePassage(const PassageId &passage);
    [[nodiscard]] const PassageId &currentPassage() const { return m_current; }
    [[nodiscard]] DocumentPane *pane(int index) const { return m_panes[static_cast<std::size_t>(index)]; }
    [[nodiscard]] ReaderWindow *readerWindow() const { return m_reader; }   // null: none is open
    [[nodiscard]] DocumentPane *activePane() const { return m_panes[m_active]; }
    [[nodiscard]] bool isSplit() const;
    void setSplit(bool on);
    void useLayout(DeskLayout *layout);      // applied now and kept up to date; must outlive the page
    void recordDisplayed();                  // what has been on the screen long enough, now

protected:
    void resizeEvent(QResizeEvent *event) override;
    void timerEvent(QTimerEvent *event) override;
    void hideEvent(QHideEvent *event) override;
    void showEvent(QShowEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    static constexpr int lookMilliseconds = 200, batchMilliseconds = 4000;
    // A place that can be tied: the living selection, or the passage in hand.
    struct Place { DocumentId document; model::Spot spot; QString words; };

    // reviewpage.cpp
    void build();
    QWidget *makeDocuments();
    QWidget *makeRight();
    void connectLists();
    void connectPane(std::size_t index);
    void caseOpened();
    void caseChanged();
    void caseClosed();
    void showMarks();
    void showInspector();
    void fitColumns();
    void toggleLink();
    [[nodiscard]] QString whyNotLink() const;
    void showLink();
    void setColumnWidths();
    void setSizes();
    void keepLayout();
    void resetLayout();
    void toggleRecord();
    void placeOverlay();

    // reviewdocuments.cpp
    void setActive(std::size_t index);
    [[nodiscard]] std::shared_ptr<PageSource> sourceOf(const DocumentId &document);
    void cyclePane(int step);
    void showOpenMenu();
    void showDocumentMenu(DocumentPane *pane, std::function<void(const DocumentId &)> open);
    void showPaneMenu(std::size_t index, const QPoint &global);
    void nextUnread();
    void describe(const DocumentId &document);
    [[nodiscard]] QString whyNotDescribe() const;  // the document in the active pane
    void compare(const ContradictionId &contradiction);
    void trackDisplayed();
    [[nodiscard]] std::vector<DocumentId> recordOrder() const;
    void showPlace(const DocumentId &document, const model::Spot &place, Where where);

    // reviewscans.cpp
    QWidget *makeScans();
    void readScans(const DocumentId &document);    // null: of the whole case
    [[nodiscard]] QString whyNotReadScans(const DocumentId &document) const;
    void countScans();

    // reviewsearch.cpp
    void connectSearch();
    void openSearch(const QString &words = {});
    void closeSearch();
    void findStep(int direction);
    void showHit(const session::CaseHit &hit, bool otherPane);

    // reviewreader.cpp
    void openReader();
    void connectReader();
    void showInReader(const DocumentId &document, const model::Span &span);
    void showReaderMenu(const QPoint &global, const std::function<void()> &open);
    void closeReader();
    [[nodiscard]] std::vector<DocumentPane *> allPanes() const;   // of the desk and of the second window

    // reviewchecklist.cpp
    [[nodiscard]] packs::PackPtr checklist() const;               // what is tied to now; null without a case
    [[nodiscard]] const packs::Condition *conditionOf(const model::Tie &tie) const;
    [[nodiscard]] ConditionUse conditionUse() const;              // under the checklist
    [[nodiscard]] QString whyNotChecklist() const;
    void nextChecklist();
    void showChecklist(const std::string &pack);
    void chooseCondition(const model::ConditionRef &condition);   // in the tree, if it is of the checklist
    void goToCondition(const std::string &id);                    // of the checklist, or of the first one that has it

    // reviewpassages.cpp
    [[nodiscard]] std::optional<Place> selectedPlace() const;
    [[nodiscard]] std::optional<Place> placeToTie() const;
    [[nodiscard]] const model::Tie *currentTie() const;
    void openPalette();
    void tie(const Place &place, const std::string &condition, model::Weight weight, bool stay);
    void tieHere(const std::string &condition, model::Weight weight);
    // A passage under another condition, with its weight, note and what is known of it; Copy: under the first one as well.
    enum class Retie { Move, Copy };
    void retie(const PassageId &passage, const std::string &condition, Retie how);
    void repeatLast();
    void weigh(const PassageId &passage, model::Weight weight);
    void untie(const PassageId &passage);
    void movePassage();                            // to the words that are selected
    void stepPassage(int step, bool sameCondition);
    void markContradiction();
    void linkContradiction(const ContradictionLink::Side &claimed, const ContradictionLink::Side &found);
    void showContextMenu(std::size_t index, const QPoint &global);
    void clearOne();
    [[nodiscard]] QString whyNotTie() const;
    [[nodiscard]] QString whyNotPassage() const;
    [[nodiscard]] QString whyNotMove() const;

    std::unique_ptr<Clock> m_ownClock;
    const Clock &m_clock;
    std::unique_ptr<CaseDoor> m_door;
    PageCache m_cache;
    DisplayTracker m_tracker;
    std::map<DocumentId, std::weak_ptr<PageSource>> m_sources;
    QSplitter *m_columns = nullptr, *m_documents = nullptr, *m_right = nullptr;
    DeskLayout m_ownLayout;                  // until somebody else's is used
    DeskLayout *m_layout = &m_ownLayout;
    QWidget *m_middle = nullptr;
    QFrame *m_overlay = nullptr;             // holds the record list when the window is narrow
    CaseSearchPanel *m_search = nullptr;     // stands where the record stands, while it is open
    RecordList *m_record = nullptr;
    ConditionTree *m_tree = nullptr;
    PassageInspector *m_inspector = nullptr;
    TiePalette *m_palette = nullptr;
    ContradictionLink *m_contradiction = nullptr;
    std::array<DocumentPane *, 2> m_panes{};
    ScanStrip *m_scans = nullptr;
    LinkedScroll *m_link = nullptr;
    ReaderWindow *m_reader = nullptr;        // null: there is none
    std::size_t m_active = 0;
    bool m_narrow = false, m_single = false; // record folded away; one pane at a time
    bool m_split = true;
    PassageId m_current;
    std::string m_checklist, m_lastCondition; // pack id (empty or gone: the one that leads), and what R ties under it
    std::optional<Place> m_placeToTie;       // what the open palette ties
    QBasicTimer m_looking, m_batch;
};

} // namespace caseward::ui
