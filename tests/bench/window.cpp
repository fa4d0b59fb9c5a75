// SPDX-License-Identifier: GPL-3.0-or-later
// What an adjudicator waits for in the window, each wait on its own: prints one line of JSON, {"step": [milliseconds], …}; a step in
// another unit names it. Runs offscreen on a station of its own.
//   caseward-window-bench start BEGUN          first pixels; BEGUN: CLOCK_MONOTONIC in ns when this program was started
//   caseward-window-bench render PDF           every page through the reader child, pixels and text; plain Poppler in here beside it
//   caseward-window-bench read PDF SCRATCH     importing, opening, turning, scrolling, tying, searching
//   caseward-window-bench prepare PDF SCRATCH  an office with a case of one such document and one of ten, and then
//   caseward-window-bench memory SCRATCH       what a window that did none of that takes with them
#include "app/desktop/workstation.h"
#include "tests/bench/papers.h"
#include "tests/bench/station.h"
#include "tests/bench/waiting.h"
#include "tests/ui/support/stallwatch.h"
#include "ui/pages/review/documentpane.h"
#include "ui/pages/review/pageview.h"
#include "ui/pages/review/reviewpage.h"
#include "ui/pages/unlock/unlockpage.h"
#include "ui/shell/mainwindow.h"

#include <QAbstractEventDispatcher>
#include <QLineEdit>
#include <QScrollBar>
#include <QTimer>

#include <poppler-qt6.h>

#include <filesystem>
#include <fstream>
#include <sstream>

#include <unistd.h>

using namespace caseward;
using namespace caseward::bench;
using caseward::uitest::StallWatch;

namespace {

constexpr double dpi = 150;

// Tells when a window has drawn itself for the first time.
class FirstPaint final : public QObject {
public:
    explicit FirstPaint(QWidget *window) : QObject(window) { window->installEventFilter(this); }
    bool painted = false;

protected:
    bool eventFilter(QObject *, QEvent *event) override
    {
        if (event->type() == QEvent::Paint) // the frame is on its way when this event and its children's are over
            QTimer::singleShot(0, this, [this] { painted = true; });
        return false;
    }
};

session::Environment bundled(const Clock &clock, Random &random)
{
    const Path resources = CASEWARD_RESOURCES;
    return {clock, random, {reading::defaultReaderProgram(), resources / "fonts", true}, resources / "packs"};
}

int start(StallWatch &application, std::int64_t begun, Times &times)
{
    const SystemClock clock;
    SystemRandom random;
    ui::Workstation workstation(application, bundled(clock, random), ui::Theme::Scheme::Light);
    workstation.window().resize(1600, 1000);
    FirstPaint first(&workstation.window());
    workstation.window().show();
    until("the first pixels", [&] { return first.painted; });
    times.note("window: from the start of the program to the first pixels", since(begun));
    return 0;
}

int render(const Path &pdf, Times &times)
{
    const SystemClock clock;
    SystemRandom random;
    const auto environment = bundled(clock, random);
    const Bytes bytes = need(readFile(pdf, limits::documentBytes), "PDF");
    times.of("render all pages at 150 dpi, shut in", [&]() -> Status {
        const auto reader = TRY(reading::DocumentReader::open(environment.reader, bytes, "pages.pdf"));
        for (std::uint32_t page = 1; page <= reader->facts().pages.size(); ++page)
            TRY(reader->renderPage(page, dpi));
        return {};
    });
    // The same library with the same hints, in this process and with nothing handed over: what shutting in costs.
    times.of("  peer: the same by plain Poppler, not shut in", [&]() -> Status {
        const auto document = Poppler::Document::load(QString::fromStdString(pdf.string()));
        if (!document)
            return fail(FaultCode::DocumentDamaged, "Poppler does not open it");
        for (const auto hint : {Poppler::Document::Antialiasing, Poppler::Document::TextAntialiasing})
            document->setRenderHint(hint);
        for (int page = 0; page < document->numPages(); ++page)
            if (document->page(page)->renderToImage(dpi, dpi).isNull())
                return fail(FaultCode::DocumentDamaged, "Poppler does not draw it");
        return {};
    });
    times.of("text of all pages with a box a character, shut in", [&]() -> Status {
        const auto reader = TRY(reading::DocumentReader::open(environment.reader, bytes, "pages.pdf"));
        for (std::uint32_t page = 1; page <= reader->facts().pages.size(); ++page)
            TRY(reader->pageText(page));
        return {};
    });
    return 0;
}

// Proportional memory of this process and its children, MiB: shared pages count once.
double memory()
{
    std::vector<std::string> processes{"self"};
    for (const auto &thread : std::filesystem::directory_iterator("/proc/self/task")) {
        std::ifstream children(thread.path() / "children");
        for (std::string child; children >> child;)
            processes.push_back(child);
    }
    double kibibytes = 0;
    for (const std::string &process : processes) {
        std::ifstream rollup("/proc/" + process + "/smaps_rollup");
        for (std::string line; std::getline(rollup, line);)
            if (line.starts_with("Pss:"))
                kibibytes += std::stod(line.substr(4));
    }
    return kibibytes / 1024;
}

ui::PageView *firstView(ui::MainWindow &window)
{
    auto *desk = dynamic_cast<ui::ReviewPage *>(window.page(QStringLiteral("review")));
    return desk ? desk->pane(0)->view() : nullptr;
}

// Every page in sight shows its pixels and not a placeholder. A page that only touches the edge is not in sight.
bool isWhole(const ui::PageView *view)
{
    const double top = view->offset().y(), bottom = top + view->viewport()->height();
    const auto range = view->pageLayout().visible(top, bottom);
    std::size_t inSight = 0;
    for (std::uint32_t page = range.first; page <= range.last; ++page) {
        const QRectF paper = view->pageLayout().paper(page);
        inSight += std::min(bottom, paper.bottom()) > std::max(top, paper.top()) ? 1 : 0;
    }
    return inSight > 0 && view->shownPages().size() >= inSight;
}

void signIn(ui::Workstation &workstation, const Path &vault)
{
    workstation.window().resize(1600, 1000);
    workstation.window().show();
    workstation.window().activateWindow();
    workstation.gate().setPerson(QStringLiteral("A. Measurer"));
    workstation.gate().setVault(QString::fromStdString(vault.string()));
    until("the list of people", [&] { return !workstation.worker().isBusy(); });
    workstation.gate().unlockWith(Station::passphrase());
    until("signing in", [&] { return workstation.window().isInside() && !workstation.worker().isBusy(); });
}

// The same bytes twice are refused; a comment behind the end changes nothing that is read.
session::NewDocument report(const Path &pdf, std::size_t copy)
{
    session::NewDocument document;
    document.name = "report-" + std::to_string(copy) + ".pdf";
    document.title = "Report " + std::to_string(copy);
    document.content = need(readFile(pdf, limits::documentBytes), "PDF");
    const Bytes mark = toBytes("\n% " + std::to_string(copy) + "\n");
    document.content.insert(document.content.end(), mark.begin(), mark.end());
    return document;
}

CaseId makeCase(session::Session &session, const Path &pdf, std::size_t documents, Times &times)
{
    session::NewCase facts;
    facts.reference = "READ-" + std::to_string(documents);
    facts.subject = "S-READ";
    const CaseId id = need(session.createCase(facts), "case");
    NoProgress progress;
    for (std::size_t copy = 0; copy < documents; ++copy) {
        const session::NewDocument document = report(pdf, copy);
        times.of("take in a PDF of 350 pages (hashed, read, text kept, sealed)", [&] { return session.addDocument(id, document, progress); });
    }
    return id;
}

constexpr const char *listed = "cases"; // in the scratch folder: their ids, a line each

void prepare(const Path &pdf, const Path &scratch, Times &times)
{
    Station station(scratch);
    session::Session session(station.environment());
    need(station.signIn(session), "sign in");
    std::ofstream list(scratch / listed);
    for (const std::size_t documents : {1, 10})
        list << makeCase(session, pdf, documents, times).text() << '\n';
}

void weigh(StallWatch &application, const Path &scratch, Times &times)
{
    const SystemClock clock;
    SystemRandom random;
    ui::Workstation workstation(application, bundled(clock, random), ui::Theme::Scheme::Light);
    signIn(workstation, scratch / "bench.caseward");
    ui::MainWindow &window = workstation.window();
    const auto rest = [&workstation](std::int64_t milliseconds) {
        const std::int64_t begun = now();
        until("rest", [&] { return !workstation.worker().isBusy() && since(begun) > static_cast<double>(milliseconds); });
    };
    rest(500);
    times.note("memory: window, nothing open [MiB]", memory());
    std::ifstream list(scratch / listed);
    for (std::string line; std::getline(list, line);) {
        const CaseId id = need(CaseId::parse(line), "case");
        window.openCase(id);
        until("the first page", [&] { return window.caseModel()->isOpen() && window.caseModel()->id() == id && firstView(window) && firstView(window)->pageCount() > 0 && isWhole(firstView(window)); });
        rest(1'500); // and what is fetched ahead
        const auto documents = window.caseModel()->dossier()->documents;
        for (std::size_t at = 1; at < documents.size(); ++at) {
            dynamic_cast<ui::ReviewPage *>(window.page(QStringLiteral("review")))->openDocument(documents[at].facts.document, ui::ReviewPage::Where::First);
            until("the document", [&] { return firstView(window)->pageCount() > 0 && isWhole(firstView(window)); });
            rest(300);
        }
        times.note("memory: window after opening " + std::to_string(documents.size()) + " of 350 pages [MiB]", memory());
    }
}

class Reading {
public:
    Reading(StallWatch &application, const Path &pdf, const Path &scratch, Times &times)
        : m_application(application), m_pdf(pdf), m_times(times), m_station(scratch) {}

    void run()
    {
        takeIn();
        m_large = m_station.addLargeCase(5000, 2000);
        ui::Workstation workstation(m_application, m_station.environment(), ui::Theme::Scheme::Light);
        m_window = &workstation.window();
        m_worker = &workstation.worker();
        signIn(workstation, m_station.vault);
        firstPage();
        turnPages();
        scroll();
        tie();
        openAll();
    }

private:
    void takeIn()
    {
        session::Session session(m_station.environment());
        need(m_station.signIn(session), "sign in");
        m_case = makeCase(session, m_pdf, 10, m_times);
    }

    ui::ReviewPage *desk() { return dynamic_cast<ui::ReviewPage *>(m_window->page(QStringLiteral("review"))); }
    ui::PageView *view() { return desk()->pane(0)->view(); }
    bool isWhole() { return ::isWhole(view()); }

    void firstPage()
    {
        const std::int64_t begun = now();
        m_window->openCase(m_case);
        until("the first page", [this] { return m_window->caseModel()->isOpen() && desk() && view()->pageCount() > 0 && isWhole(); });
        m_times.note("open a case of 10 documents: to the first page in the window", since(begun));
        until("rest", [this] { return !m_worker->isBusy(); });
        for (int turn = 1; turn < 10; ++turn) {
            const DocumentId document = m_window->caseModel()->dossier()->documents[static_cast<std::size_t>(turn)].facts.document;
            const std::int64_t asked = now();
            desk()->openDocument(document, ui::ReviewPage::Where::First);
            until("another document", [&] { return desk()->pane(0)->document() == document && view()->pageCount() > 0 && isWhole(); });
            m_times.note("a closed document: to its first page", since(asked));
            until("rest", [this] { return !m_worker->isBusy(); });
        }
    }

    void turnPages()
    {
        for (std::uint32_t page = 2; page <= 40; ++page) {
            const std::int64_t asked = now();
            view()->goToPage(page);
            until("the next page", [this] { return isWhole(); });
            m_times.note("page turn (the next page)", since(asked));
            const std::int64_t rested = now();
            until("a look at the page", [&] { return since(rested) > 150; });
        }
        for (std::uint32_t page = 300; page > 100; page -= 23) {
            const std::int64_t asked = now();
            view()->goToPage(page);
            until("a page far away", [this] { return isWhole(); });
            m_times.note("jump to a page not seen before", since(asked));
        }
    }

    // 40 pixels a frame at 60 frames a second, which is faster than anybody reads.
    void scroll()
    {
        view()->goToPage(1);
        until("the first page", [this] { return isWhole(); });
        m_application.restart();
        std::size_t frames = 0, blank = 0, coarse = 0;
        QTimer frame;
        frame.setTimerType(Qt::PreciseTimer);
        QObject::connect(&frame, &QTimer::timeout, &frame, [&] {
            blank += view()->blankPages() > 0 ? 1 : 0;
            coarse += isWhole() ? 0 : 1;
            ++frames;
            view()->verticalScrollBar()->setValue(view()->verticalScrollBar()->value() + 40);
        });
        frame.start(16);
        until("the end of scrolling", [&] { return view()->currentPage() >= 60; });
        frame.stop();
        const StallWatch::Summary seen = m_application.summary();
        m_times.note("scroll at 40 px a frame: p99 of an event", seen.p99);
        m_times.note("scroll at 40 px a frame: worst event", seen.worst);
        m_times.note("scroll at 40 px a frame: frames with a blank [of " + std::to_string(frames) + "]", static_cast<double>(blank));
        m_times.note("scroll at 40 px a frame: frames with a page not sharp yet [of " + std::to_string(frames) + "]", static_cast<double>(coarse));
    }

    void tie()
    {
        view()->goToPage(1);
        until("the text of page 1", [this] { return isWhole() && view()->glyphs(1); });
        for (std::uint32_t turn = 0; turn < 10; ++turn) {
            view()->setFocus();
            view()->select({1, turn * 30, turn * 30 + 20});
            const std::size_t before = view()->marks().size();
            QTest::keyClick(view(), Qt::Key_F);
            auto *query = desk()->findChild<QLineEdit *>(QStringLiteral("review.palette.query"));
            QTest::keyClicks(query, QStringLiteral("16(a)"));
            const std::int64_t pressed = now();
            QTest::keyClick(query, Qt::Key_Return);
            until("the mark", [&] { return view()->marks().size() > before; });
            m_times.note("tie a passage: from Enter to durable and visible", since(pressed));
            until("rest", [this] { return !m_worker->isBusy(); });
        }
    }

    void openAll()
    {
        for (const auto &document : m_window->caseModel()->dossier()->documents) {
            desk()->openDocument(document.facts.document, ui::ReviewPage::Where::First);
            until("the document", [this] { return view()->pageCount() > 0 && isWhole() && !m_worker->isBusy(); });
        }
        m_worker->run<std::vector<session::Hit>>(
            m_window, [this](session::Session &session, Progress &) -> Result<std::vector<session::Hit>> {
                TRY(session.openCase(m_large));
                for (int turn = 0; turn < 5; ++turn)
                    m_times.of("search over 2,000 pages, words that are nowhere", [&] { return session.find(m_large, "nowhere at all", 100); });
                return std::vector<session::Hit>();
            },
            [this](const Result<std::vector<session::Hit>> &done) { m_searched = done.ok(); });
        until("the search", [this] { return m_searched; });
    }

    StallWatch &m_application;
    Path m_pdf;
    Times &m_times;
    Station m_station;
    CaseId m_case, m_large;
    ui::MainWindow *m_window = nullptr;
    ui::Worker *m_worker = nullptr;
    bool m_searched = false;
};

} // namespace

int main(int count, char **words)
{
    need(crypto::prepareProcess(), "prepare");
    const std::vector<std::string> what(words + 1, words + count);
    StallWatch application(count, words);
    QApplication::setApplicationName(QStringLiteral("Caseward"));
    Times times;
    if (what.size() == 2 && what[0] == "start") {
        start(application, std::stoll(what[1]), times);
    } else if (what.size() == 2 && what[0] == "render") {
        render(what[1], times);
    } else if (what.size() == 3 && what[0] == "read") {
        Reading(application, what[1], what[2], times).run();
    } else if (what.size() == 3 && what[0] == "prepare") {
        prepare(what[1], what[2], times);
    } else if (what.size() == 2 && what[0] == "memory") {
        weigh(application, what[1], times);
    } else if (what.size() == 1 && what[0] == "papers") {
        benchPapers(times);
    } else {
        std::fprintf(stderr, "caseward-window-bench start BEGUN | render PDF | read PDF SCRATCH | prepare PDF SCRATCH | memory SCRATCH | papers\n");
        return 2;
    }
    times.print();
    return 0;
}
