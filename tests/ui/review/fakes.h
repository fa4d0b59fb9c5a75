// SPDX-License-Identifier: GPL-3.0-or-later
// A document and a case in memory for the tests of the review desk. Pages have one box a character on a fixed grid, so that
// a test knows where each stands; the case is a real history, folded by core/model.
#pragma once

#include "core/base/clock.h"
#include "core/base/random.h"
#include "ui/pages/review/casedoor.h"
#include "ui/pages/review/pageglyphs.h"

#include <QList>
#include <QPointer>

#include <map>
#include <set>

class QAction;
class QWidget;

namespace caseward::ui {

class Page;

// The grid of a fake page: 6 x 12 points a character, the text begins at (72, 72) of a letter page.
constexpr double gridLeft = 72, gridTop = 72, gridWidth = 6, gridHeight = 12;
[[nodiscard]] model::PageText gridPage(const std::string &text);

class FakePageSource final : public PageSource {
    Q_OBJECT
public:
    enum class Kind { Pixels, PlainText };
    FakePageSource(QString key, Kind kind, std::vector<std::string> pages);
    [[nodiscard]] QString key() const override { return m_key; }
    [[nodiscard]] State state() const override { return State::Ready; }
    [[nodiscard]] QString problem() const override { return {}; }
    [[nodiscard]] bool isPlainText() const override { return m_kind == Kind::PlainText; }
    [[nodiscard]] const std::vector<model::PageSize> &sizes() const override { return m_sizes; }
    [[nodiscard]] PageTextPtr text(std::uint32_t page) override;
    void wantText(std::uint32_t page) override;
    void wantImages(const void *client, std::vector<ImageRequest> wanted) override;
    void retry() override { m_failing.clear(); }
    void find(const QString &needle) override;

    void machineReads(std::uint32_t page, std::string text) { m_machine[page] = std::move(text); }
    void failPage(std::uint32_t page) { m_failing.insert(page); }
    [[nodiscard]] const std::vector<ImageRequest> &lastWanted() const { return m_lastWanted; }
    [[nodiscard]] int wantedCalls() const { return m_wantedCalls; }

private:
    QString m_key;
    Kind m_kind;
    std::vector<std::string> m_pages;
    std::vector<model::PageSize> m_sizes;
    std::set<std::uint32_t> m_known, m_failing;
    std::map<std::uint32_t, std::string> m_machine;
    std::vector<ImageRequest> m_lastWanted;
    int m_wantedCalls = 0;
};

// Pages of pixels that are drawn only when the test says so: a coarse image costs a third of a sharp one.
class SlowPageSource final : public PageSource {
    Q_OBJECT
public:
    SlowPageSource(QString key, std::vector<std::string> pages) : m_key(std::move(key)), m_pages(std::move(pages)), m_sizes(m_pages.size(), {612, 792}) {}
    [[nodiscard]] QString key() const override { return m_key; }
    [[nodiscard]] State state() const override { return State::Ready; }
    [[nodiscard]] QString problem() const override { return {}; }
    [[nodiscard]] bool isPlainText() const override { return false; }
    [[nodiscard]] const std::vector<model::PageSize> &sizes() const override { return m_sizes; }
    [[nodiscard]] PageTextPtr text(std::uint32_t page) override { return std::make_shared<const model::PageText>(gridPage(m_pages[page - 1])); }
    void wantText(std::uint32_t page) override { emit textReady(page); }
    void wantImages(const void *, std::vector<ImageRequest> wanted) override { m_wanted = std::move(wanted); }
    void retry() override {}
    void find(const QString &needle) override { emit found(needle, {}); }
    // So many frames go by: one is enough for a coarse page, three for a sharp one.
    void drawFor(int frames);

private:
    QString m_key;
    std::vector<std::string> m_pages;
    std::vector<model::PageSize> m_sizes;
    std::vector<ImageRequest> m_wanted;
    int m_left = 0;              // frames; below 0: the page under way takes that many more
};

// Says what the test tells it to, through its door.
class FakeScanReading final : public ScanReading {
    Q_OBJECT
public:
    void start(const DocumentId &document) override { asked = document; }
    void cancel() override { cancelled = true; }
    DocumentId asked;
    bool cancelled = false;
};

class FakeCaseDoor final : public CaseDoor {
    Q_OBJECT
public:
    FakeCaseDoor(packs::PackPtr pack, const Clock &clock);
    [[nodiscard]] session::DossierPtr dossier() const override { return m_dossier; }
    [[nodiscard]] packs::PackPtr pack() const { return m_pack; }
    [[nodiscard]] std::vector<packs::PackPtr> packs() const override
    {
        std::vector<packs::PackPtr> all{m_pack};
        all.insert(all.end(), m_further.begin(), m_further.end());
        return m_dossier ? all : std::vector<packs::PackPtr>();
    }
    void join(packs::PackPtr pack);                        // the case is held against it as well
    [[nodiscard]] QString whyNotWeigh() const override { return m_whyNot; }
    [[nodiscard]] QString whyNotDescribe() const override { return m_whyNot; }
    [[nodiscard]] bool mayRecordReading() const override { return m_whyNot.isEmpty(); }
    void record(std::vector<model::Event> events, std::function<void()> then) override;
    void prepare(const DocumentId &document, const model::Spot &place, std::function<void(Result<PreparedPlace>)> done) override;
    [[nodiscard]] std::shared_ptr<PageSource> openSource(const DocumentId &document) override;
    void search(const session::SearchWanted &wanted, const session::SearchFrom &from, std::function<void(Result<session::SearchRound>)> done) override;
    [[nodiscard]] QString whyNotReadScans(const DocumentId &) const override { return m_whyNotScans; }
    [[nodiscard]] std::unique_ptr<ScanReading> makeScanReading() override
    {
        auto made = std::make_unique<FakeScanReading>();
        m_scans = made.get();
        return made;
    }
    void countScans(std::function<void(const ScanCounts &)> done) override { done(m_scanCounts); }
    [[nodiscard]] FakeScanReading *scans() const { return m_scans; }
    void setScans(const QString &whyNot, ScanCounts counts)
    {
        m_whyNotScans = whyNot;
        m_scanCounts = std::move(counts);
    }
    // Found by search() on a page without words.
    void machineReads(const DocumentId &document, std::uint32_t page, std::string text) { m_machine[{document, page}] = std::move(text); }
    // The next round answers only when it is let go, or with a fault.
    void holdSearch() { m_holding = true; }
    void letSearchGo();
    void failSearch() { m_failing = true; }
    void refuseNext() { m_refusing = true; }               // record() answers with refused(), once

    DocumentId addDocument(const std::string &title, model::DocumentKind kind, model::MediaType media, std::vector<std::string> pages,
                           const std::string &exhibit = {});
    PassageId addTie(const DocumentId &document, std::uint32_t page, const std::string &quote, const std::string &condition, model::Weight weight);
    void makeReadOnly(const QString &why);
    void announce();                                       // opened(), once documents are in
    [[nodiscard]] const std::vector<model::Event> &recorded() const { return m_recorded; }   // by the desk, not by add…()
    template <typename T>
    [[nodiscard]] std::vector<T> recordedOf() const
    {
        std::vector<T> found;
        for (const model::Event &event : m_recorded) {
            if (const T *match = std::get_if<T>(&event))
                found.push_back(*match);
        }
        return found;
    }

private:
    void append(const model::Event &event);
    [[nodiscard]] model::Anchor anchor(const DocumentId &document, const model::Span &span) const;
    packs::PackPtr m_pack;
    std::vector<packs::PackPtr> m_further;
    const Clock &m_clock;
    SystemRandom m_random;
    PersonId m_person;
    StationId m_station;
    std::vector<model::Entry> m_entries;
    session::DossierPtr m_dossier;
    std::map<DocumentId, std::vector<std::string>> m_pages;
    std::map<std::pair<DocumentId, std::uint32_t>, std::string> m_machine;
    std::vector<model::Event> m_recorded;
    QString m_whyNot, m_whyNotScans;
    QPointer<FakeScanReading> m_scans;
    ScanCounts m_scanCounts;
    bool m_holding = false, m_failing = false, m_refusing = false;
    std::vector<std::function<void()>> m_held;
};

// The real pack of this repository; null when it is missing.
[[nodiscard]] packs::PackPtr shippedPack(std::string_view id);  // null: there is none
[[nodiscard]] inline packs::PackPtr sead4() { return shippedPack("us-sead4-2017"); }
// Actions for the commands of a page, as the shell makes them.
QList<QAction *> makeActions(Page *page);
// Moves the mouse with the left button held; QTest::mouseMove does not promise the button.
void dragMouse(QWidget *viewport, const QPoint &to);
// Position of `words` on a page, in code points.
[[nodiscard]] TextRange findOn(const std::string &page, const std::string &words);

} // namespace caseward::ui
