// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/review/sessionpagesource.h"

#include "core/base/blanktext.h"
#include "core/base/limits.h"
#include "core/session/scans.h"
#include "ui/base/faultwords.h"
#include "ui/models/casewords.h"
#include "ui/pages/review/renderer.h"
#include "ui/pages/review/textsearch.h"

#include <algorithm>

namespace caseward::ui {

namespace {

constexpr int textsKept = 48;
constexpr std::uint32_t pagesASearch = 25;       // a round, so that other requests get their turn in between
constexpr std::size_t mostPlaces = 5000;

QString wordsFor(const Fault &fault)
{
    const FaultWords words = wordsOf(fault);
    return words.title + QStringLiteral("\n") + words.advice;
}

} // namespace

SessionPageSource::SessionPageSource(Worker *worker, const Document &document) : m_worker(worker), m_document(document), m_texts(textsKept)
{
    open();
}

SessionPageSource::~SessionPageSource() = default;

QString SessionPageSource::key() const
{
    return QString::fromStdString(m_document.document.text());
}

void SessionPageSource::open()
{
    if (!m_document.unreadable.empty()) {
        // Not asked again and again: what the reader could not open at intake is kept, and accounted for in the decision.
        m_state = State::Failed;
        m_problem = tr("This document could not be opened (%1).\nIt is kept as it came. The completeness gate asks how it was considered.")
                        .arg(unreadableWord(m_document.unreadable));
        return;
    }
    m_worker->run<std::vector<model::PageSize>>(
        this,
        [document = m_document](session::Session &session, Progress &) { return session.pageSizes(document.caseId, document.document); },
        [this](Result<std::vector<model::PageSize>> sizes) {
            if (!sizes.ok())
                return giveUp(sizes.fault());
            m_sizes = std::move(*sizes);
            m_state = State::Ready;
            emit stateChanged();
            if (!isPlainText())
                openReader();
        });
}

void SessionPageSource::openReader()
{
    if (m_readerComing || m_readersLost >= limits::readerStarts)
        return;
    m_readerComing = true;
    if (!m_renderer) {
        m_renderer = std::make_unique<Renderer>();
        connect(m_renderer.get(), &Renderer::rendered, this, &PageSource::imageReady);
        connect(m_renderer.get(), &Renderer::failed, this, [this](quint32 page, double dpi, const Fault &fault) {
            emit imageFailed(page, dpi, wordsFor(fault));
        });
        connect(m_renderer.get(), &Renderer::readerLost, this, [this] {
            ++m_readersLost;
            openReader();
        });
    }
    using Reader = std::unique_ptr<reading::DocumentReader>;
    m_worker->run<Reader>(
        this,
        [document = m_document](session::Session &session, Progress &) { return session.openReader(document.caseId, document.document); },
        [this](Result<Reader> reader) {
            m_readerComing = false;
            if (reader.ok()) {
                m_renderer->setPageRenderer(makeReaderRenderer(std::move(*reader)));
                return;
            }
            // The text layer is still there: the pages say what happened, search and ties keep working.
            for (const auto &[client, wanted] : m_wanted) {
                for (const ImageRequest &request : wanted)
                    emit imageFailed(request.page, request.dpi, wordsFor(reader.fault()));
            }
        });
}

void SessionPageSource::giveUp(const Fault &fault)
{
    m_state = State::Failed;
    m_problem = wordsFor(fault);
    emit stateChanged();
}

PageTextPtr SessionPageSource::text(std::uint32_t page)
{
    const PageTextPtr *known = m_texts.object(page);
    return known ? *known : nullptr;
}

void SessionPageSource::wantText(std::uint32_t page)
{
    if (page < 1 || page > m_sizes.size() || m_texts.contains(page) || !m_asked.insert(page).second)
        return;
    m_worker->run<model::PageText>(
        this,
        [document = m_document, page](session::Session &session, Progress &) { return session.pageText(document.caseId, document.document, page); },
        [this, page](Result<model::PageText> text) {
            m_asked.erase(page);
            if (!text.ok()) {
                emit textFailed(page, wordsFor(text.fault()));
                return;
            }
            m_texts.insert(page, new PageTextPtr(std::make_shared<const model::PageText>(std::move(*text))));
            emit textReady(page);
        });
}

void SessionPageSource::wantImages(const void *client, std::vector<ImageRequest> wanted)
{
    if (m_readersLost >= limits::readerStarts) {
        for (const ImageRequest &request : wanted)
            emit imageFailed(request.page, request.dpi, tr("The reader stopped %1 times on this document, so it is not opened again.").arg(limits::readerStarts));
        return;
    }
    m_wanted[client] = wanted;
    if (wanted.empty())
        m_wanted.erase(client);
    if (m_renderer)
        m_renderer->want(client, std::move(wanted));
}

void SessionPageSource::retry()
{
    m_readersLost = 0;
    if (m_state == State::Failed) {
        m_state = State::Opening;
        emit stateChanged();
        open();
    } else if (!isPlainText()) {
        openReader();
    }
}

void SessionPageSource::find(const QString &needle)
{
    findFrom(++m_search, needle, 1, {});
}

// On the worker, some pages at a time: the texts are not kept, a large document has hundreds of megabytes of boxes.
void SessionPageSource::findFrom(quint64 search, const QString &needle, std::uint32_t page, std::vector<model::Spot> places)
{
    const std::uint32_t last = std::min(page + pagesASearch - 1, static_cast<std::uint32_t>(m_sizes.size()));
    if (needle.trimmed().isEmpty() || page > m_sizes.size() || places.size() > mostPlaces) {
        emit found(needle, places);
        return;
    }
    using Places = std::vector<model::Spot>;
    m_worker->run<Places>(
        this,
        [document = m_document, needle, page, last](session::Session &session, Progress &) -> Result<Places> {
            Places here;
            for (std::uint32_t at = page; at <= last; ++at) {
                const model::PageText text = TRY(session.pageText(document.caseId, document.document, at));
                const auto more = findPlaces(text.text, at, needle);
                here.insert(here.end(), more.begin(), more.end());
                if (!isBlank(text.text))
                    continue;
                const auto machine = TRY(session::Scans(session).layer(document.caseId, document.document, at));
                const Places read = machine ? findInScan(*machine, at, needle) : Places();
                here.insert(here.end(), read.begin(), read.end());
            }
            return here;
        },
        [this, search, needle, last, places = std::move(places)](Result<Places> more) mutable {
            if (search != m_search)
                return;
            if (more.ok())
                places.insert(places.end(), more->begin(), more->end());
            findFrom(search, needle, last + 1, std::move(places));
        });
}

} // namespace caseward::ui
