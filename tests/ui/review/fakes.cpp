// SPDX-License-Identifier: GPL-3.0-or-later
#include "fakes.h"

#include "core/base/utf8.h"
#include "core/evidence/anchors.h"
#include "ui/base/page.h"
#include "ui/pages/review/readahead.h"
#include "ui/pages/review/textsearch.h"

#include <QAction>
#include <QApplication>
#include <QMouseEvent>
#include <QPlainTextEdit>
#include <QTest>
#include <QTimer>

#include <algorithm>

namespace caseward::ui {

model::PageText gridPage(const std::string &text)
{
    model::PageText page{text, {}};
    double x = gridLeft, y = gridTop;
    const auto characters = toCodePoints(text);
    for (const char32_t character : *characters) {
        if (character == U'\n') {
            page.boxes.push_back({x, y, 0, gridHeight});
            x = gridLeft;
            y += gridHeight;
            continue;
        }
        page.boxes.push_back({x, y, gridWidth, gridHeight});
        x += gridWidth;
    }
    return page;
}

FakePageSource::FakePageSource(QString key, Kind kind, std::vector<std::string> pages)
    : m_key(std::move(key)), m_kind(kind), m_pages(std::move(pages)), m_sizes(m_pages.size(), {612, 792})
{
}

PageTextPtr FakePageSource::text(std::uint32_t page)
{
    if (!m_known.contains(page))
        return nullptr;
    if (isPlainText())
        return std::make_shared<const model::PageText>(model::PageText{m_pages[page - 1], {}});
    return std::make_shared<const model::PageText>(gridPage(m_pages[page - 1]));
}

void FakePageSource::wantText(std::uint32_t page)
{
    if (page < 1 || page > m_pages.size() || !m_known.insert(page).second)
        return;
    QTimer::singleShot(0, this, [this, page] { emit textReady(page); });
}

void FakePageSource::wantImages(const void *, std::vector<ImageRequest> wanted)
{
    ++m_wantedCalls;
    m_lastWanted = wanted;
    for (const ImageRequest &request : wanted) {
        QTimer::singleShot(0, this, [this, request] {
            if (m_failing.contains(request.page)) {
                emit imageFailed(request.page, request.dpi, QStringLiteral("The page is damaged."));
                return;
            }
            const double scale = request.dpi / 72.0;
            QImage image(static_cast<int>(612 * scale), static_cast<int>(792 * scale), QImage::Format_RGB32);
            image.fill(Qt::white);
            emit imageReady(request.page, request.dpi, image);
        });
    }
}

void FakePageSource::find(const QString &needle)
{
    std::vector<model::Spot> places;
    for (std::uint32_t page = 1; page <= m_pages.size(); ++page) {
        const auto here = findPlaces(m_pages[page - 1], page, needle);
        places.insert(places.end(), here.begin(), here.end());
        if (const auto read = m_machine.find(page); read != m_machine.end()) {
            const auto scanned = findInScan(gridPage(read->second), page, needle);
            places.insert(places.end(), scanned.begin(), scanned.end());
        }
    }
    QTimer::singleShot(0, this, [this, needle, places] { emit found(needle, places); });
}

// A request under way is finished, as in a reader child; what is over is taken from the time after it.
void SlowPageSource::drawFor(int frames)
{
    m_left = std::min(m_left, 0);
    for (m_left += frames; m_left > 0 && !m_wanted.empty();) {
        const ImageRequest next = m_wanted.front();
        m_wanted.erase(m_wanted.begin());
        m_left -= next.dpi > coarseDpi ? 3 : 1;
        const double scale = next.dpi / 72.0;
        QImage image(static_cast<int>(612 * scale), static_cast<int>(792 * scale), QImage::Format_RGB32);
        image.fill(Qt::white);
        emit imageReady(next.page, next.dpi, image);
    }
}

FakeCaseDoor::FakeCaseDoor(packs::PackPtr pack, const Clock &clock)
    : m_pack(std::move(pack)), m_clock(clock), m_person(PersonId::make(clock, m_random)), m_station(StationId::make(clock, m_random))
{
    model::CaseOpened facts;
    facts.caseId = CaseId::make(clock, m_random);
    facts.reference = "PSH-25-0206";
    facts.subject = "S-1";
    facts.type = "initial";
    facts.access = "Secret";
    facts.marking = "CUI//PRVCY";
    facts.pack = m_pack ? m_pack->ref() : model::PackRef{};
    append(facts);
    append(model::PersonIntroduced{m_person, "A. Rivera", {"adjudicator"}, {}});
}

void FakeCaseDoor::append(const model::Event &event)
{
    model::Entry entry;
    entry.seq = m_entries.size();
    entry.at = m_clock.now();
    entry.actor = m_person;
    entry.station = m_station;
    entry.kind = model::eventKind(event);
    entry.body = model::encodeEvent(event);
    m_entries.push_back(entry);
    auto folded = model::foldHistory(m_entries);
    if (!folded.ok()) {
        m_entries.pop_back();
        QFAIL(qPrintable(QString::fromStdString("refused: " + folded.fault().detail)));
    }
    m_dossier = std::make_shared<const model::Dossier>(std::move(*folded));
}

void FakeCaseDoor::record(std::vector<model::Event> events, std::function<void()> then)
{
    QTimer::singleShot(0, this, [this, events = std::move(events), then = std::move(then)] {
        if (std::exchange(m_refusing, false)) {
            emit refused(fail(FaultCode::DiskFull, "the medium is full"));
            return;
        }
        for (const model::Event &event : events) {
            append(event);
            m_recorded.push_back(event);
        }
        emit changed();
        if (then)
            then();
    });
}

model::Anchor FakeCaseDoor::anchor(const DocumentId &document, const model::Span &span) const
{
    const std::string &page = m_pages.at(document)[span.page - 1];
    model::Anchor anchor;
    anchor.document = document;
    anchor.span = span;
    anchor.quote = codePointSlice(page, span.start, span.end);
    anchor.before = codePointSlice(page, span.start < 32 ? 0 : span.start - 32, span.start);
    anchor.after = codePointSlice(page, span.end, span.end + 32);
    return anchor;
}

void FakeCaseDoor::prepare(const DocumentId &document, const model::Spot &wanted, std::function<void(Result<PreparedPlace>)> done)
{
    if (wanted.area) {
        const Result<model::Anchor> part = evidence::makeArea(m_dossier->document(document)->facts, {612, 792}, wanted);
        QTimer::singleShot(0, this, [this, part, done = std::move(done)] {
            done(part.ok() ? Result<PreparedPlace>(PreparedPlace{*part, PassageId::make(m_clock, m_random), ContradictionId::make(m_clock, m_random)}) : part.fault());
        });
        return;
    }
    PreparedPlace place{anchor(document, wanted.span), PassageId::make(m_clock, m_random), ContradictionId::make(m_clock, m_random)};
    QTimer::singleShot(0, this, [place, done = std::move(done)] { done(place); });
}

std::shared_ptr<PageSource> FakeCaseDoor::openSource(const DocumentId &document)
{
    const auto pages = m_pages.find(document);
    const model::DocumentState *state = m_dossier->document(document);
    if (pages == m_pages.end() || !state)
        return nullptr;
    const auto kind = model::isPictured(state->facts.media) ? FakePageSource::Kind::Pixels : FakePageSource::Kind::PlainText;
    return std::make_shared<FakePageSource>(QString::fromStdString(document.text()), kind, pages->second);
}

// A page a round, over the real search of core/evidence.
void FakeCaseDoor::search(const session::SearchWanted &wanted, const session::SearchFrom &from, std::function<void(Result<session::SearchRound>)> done)
{
    const WordsToFind words(wanted.words);
    session::SearchRound round;
    round.next = {from.document, std::max(1u, from.page)};
    if (from.page == 0)
        round.hits = evidence::findInRecord(*m_dossier, words, wanted.most);
    const auto &documents = m_dossier->documents;
    while (round.next.document < documents.size() && round.next.page > documents[round.next.document].facts.pages)
        round.next = {round.next.document + 1, 1};
    if (round.next.document < documents.size()) {
        const DocumentId id = documents[round.next.document].facts.document;
        const auto read = m_machine.find({id, round.next.page});
        const std::size_t most = wanted.most - round.hits.size();
        const auto more = read != m_machine.end() ? evidence::findOnScan(id, round.next.page, gridPage(read->second), words, most)
                                                  : evidence::findOnPage(id, round.next.page, m_pages.at(id)[round.next.page - 1], words, most);
        round.hits.insert(round.hits.end(), more.begin(), more.end());
        ++round.next.page;
    }
    round.pagesTotal = m_dossier->pageCount();
    for (std::size_t i = 0; i < round.next.document; ++i)
        round.pagesSearched += documents[i].facts.pages;
    round.pagesSearched += round.next.document < documents.size() ? round.next.page - 1 : 0;
    round.done = round.pagesSearched >= round.pagesTotal;
    auto answer = [done = std::move(done), round = std::move(round), failing = m_failing] {
        done(failing ? Result<session::SearchRound>(fail(FaultCode::DiskFull, "the medium is gone")) : Result<session::SearchRound>(round));
    };
    if (m_holding)
        m_held.push_back(std::move(answer));
    else
        QTimer::singleShot(0, this, std::move(answer));
}

void FakeCaseDoor::letSearchGo()
{
    m_holding = false;
    for (const auto &answer : std::exchange(m_held, {}))
        answer();
}

DocumentId FakeCaseDoor::addDocument(const std::string &title, model::DocumentKind kind, model::MediaType media, std::vector<std::string> pages,
                                     const std::string &exhibit)
{
    model::DocumentAdded facts;
    facts.document = DocumentId::make(m_clock, m_random);
    facts.name = title;
    facts.title = title;
    facts.kind = kind;
    facts.media = media;
    facts.exhibit = exhibit;
    facts.pages = static_cast<std::uint32_t>(pages.size());
    facts.bytes = 1000;
    facts.engine = "fake 1";
    m_pages[facts.document] = std::move(pages);
    append(facts);
    return facts.document;
}

PassageId FakeCaseDoor::addTie(const DocumentId &document, std::uint32_t page, const std::string &quote, const std::string &condition, model::Weight weight)
{
    const TextRange range = findOn(m_pages.at(document)[page - 1], quote);
    model::PassageTied tied;
    tied.passage = PassageId::make(m_clock, m_random);
    tied.anchor = anchor(document, {page, range.start, range.end});
    tied.condition = {m_pack->id, condition};
    tied.weight = weight;
    append(tied);
    return tied.passage;
}

void FakeCaseDoor::makeReadOnly(const QString &why)
{
    m_whyNot = why;
    emit changed();
}

void FakeCaseDoor::announce()
{
    emit opened();
}

void FakeCaseDoor::join(packs::PackPtr pack)
{
    m_further.push_back(std::move(pack));
    emit changed();
}

packs::PackPtr shippedPack(std::string_view id)
{
    const auto packs = packs::loadPacks(Path(CASEWARD_SOURCE_DIR) / "resources/packs");
    if (!packs.ok())
        return nullptr;
    const auto found = std::find_if(packs->begin(), packs->end(), [id](const packs::PackPtr &pack) { return pack->id == id; });
    return found == packs->end() ? nullptr : *found;
}

QList<QAction *> makeActions(Page *page)
{
    QList<QAction *> actions;
    const QList<PageAction> wanted = page->pageActions();
    for (const PageAction &command : wanted) {
        auto *action = new QAction(command.text, page);
        action->setObjectName(command.id);
        action->setShortcut(command.keys);
        action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
        QObject::connect(action, &QAction::triggered, page, [command] {
            // Letters are not commands while something is being typed.
            QWidget *focus = QApplication::focusWidget();
            const bool typing = focus && (focus->inherits("QLineEdit") || focus->inherits("QPlainTextEdit"));
            if (!(command.scope && typing) && (!command.whyNot || command.whyNot().isEmpty()))
                command.run();
        });
        (command.scope ? command.scope : page)->addAction(action);
        actions.append(action);
    }
    return actions;
}

void dragMouse(QWidget *viewport, const QPoint &to)
{
    QMouseEvent event(QEvent::MouseMove, QPointF(to), QPointF(viewport->mapToGlobal(to)), Qt::NoButton, Qt::LeftButton, Qt::NoModifier);
    QApplication::sendEvent(viewport, &event);
}

TextRange findOn(const std::string &page, const std::string &words)
{
    const auto text = toCodePoints(page), wanted = toCodePoints(words);
    const std::size_t at = text->find(*wanted);
    if (at == std::u32string::npos)
        return {};
    return {static_cast<std::uint32_t>(at), static_cast<std::uint32_t>(at + wanted->size())};
}

} // namespace caseward::ui
