// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/review/renderer.h"

#include <QMetaObject>

#include <algorithm>
#include <condition_variable>
#include <map>
#include <mutex>

namespace caseward::ui {

namespace {

class ReaderRenderer final : public PageRenderer {
public:
    explicit ReaderRenderer(std::unique_ptr<reading::DocumentReader> reader) : m_reader(std::move(reader)) {}

    Result<QImage> render(std::uint32_t page, double dpi) override
    {
        const reading::PageImage image = TRY(m_reader->renderPage(page, dpi));
        // The pixels stay in the reader's read-only mapping; the image keeps it alive and never writes to it.
        auto *keep = new std::shared_ptr<const std::uint32_t>(image.pixels);
        return QImage(reinterpret_cast<const uchar *>(image.pixels.get()), static_cast<int>(image.width), static_cast<int>(image.height),
                      static_cast<qsizetype>(image.width) * 4, QImage::Format_RGB32,
                      [](void *held) { delete static_cast<std::shared_ptr<const std::uint32_t> *>(held); }, keep);
    }

private:
    std::unique_ptr<reading::DocumentReader> m_reader;
};

} // namespace

std::unique_ptr<PageRenderer> makeReaderRenderer(std::unique_ptr<reading::DocumentReader> reader)
{
    return std::make_unique<ReaderRenderer>(std::move(reader));
}

struct Renderer::State {
    std::mutex mutex;
    std::condition_variable wake;
    Renderer *owner = nullptr;    // null once the owner is going: nothing is delivered any more
    std::unique_ptr<PageRenderer> incoming;
    std::map<const void *, std::vector<ImageRequest>> wanted;
    bool busy = false;            // a page is being rendered
    bool stop = false;

    bool takeNext(std::unique_lock<std::mutex> &lock, std::unique_ptr<PageRenderer> &renderer, ImageRequest &next);
    void deliver(const ImageRequest &request, Result<QImage> image);
};

Renderer::Renderer(QObject *parent) : QObject(parent), m_state(std::make_shared<State>())
{
    m_state->owner = this;
    m_thread = std::thread([state = m_state] { work(*state); });
}

Renderer::~Renderer()
{
    bool busy = false;
    {
        const std::lock_guard lock(m_state->mutex);
        m_state->stop = true;
        m_state->owner = nullptr;
        busy = m_state->busy;
    }
    m_state->wake.notify_all();
    // The GUI thread never waits for a page: a thread in the middle of one keeps its own state and ends by itself.
    if (busy)
        m_thread.detach();
    else
        m_thread.join();
}

void Renderer::setPageRenderer(std::unique_ptr<PageRenderer> renderer)
{
    {
        const std::lock_guard lock(m_state->mutex);
        m_state->incoming = std::move(renderer);
    }
    m_state->wake.notify_all();
}

void Renderer::want(const void *client, std::vector<ImageRequest> wanted)
{
    {
        const std::lock_guard lock(m_state->mutex);
        if (wanted.empty())
            m_state->wanted.erase(client);
        else
            m_state->wanted[client] = std::move(wanted);
    }
    m_state->wake.notify_all();
}

// Waits for something to do; false when the thread is to end.
bool Renderer::State::takeNext(std::unique_lock<std::mutex> &lock, std::unique_ptr<PageRenderer> &renderer, ImageRequest &next)
{
    for (;;) {
        wake.wait(lock, [&] { return stop || incoming || (renderer && !wanted.empty()); });
        if (stop)
            return false;
        if (!incoming)
            break;
        renderer = std::move(incoming);
    }
    // A longer list is a pane that has just been scrolled; its first request is what the eye is on.
    auto client = wanted.begin();
    for (auto it = wanted.begin(); it != wanted.end(); ++it) {
        if (it->second.size() > client->second.size())
            client = it;
    }
    next = client->second.front();
    // Two panes may want the same pixels: once is enough.
    for (auto it = wanted.begin(); it != wanted.end();) {
        it->second.erase(std::remove(it->second.begin(), it->second.end(), next), it->second.end());
        it = it->second.empty() ? wanted.erase(it) : std::next(it);
    }
    return true;
}

// Posts under the lock, so that the owner cannot die in between; what is posted dies with it.
void Renderer::State::deliver(const ImageRequest &request, Result<QImage> image)
{
    if (!owner)
        return;
    Renderer *to = owner;
    QMetaObject::invokeMethod(to, [to, request, image = std::move(image)] {
        if (image.ok()) {
            emit to->rendered(request.page, request.dpi, *image);
            return;
        }
        emit to->failed(request.page, request.dpi, image.fault());
        if (image.fault().code == FaultCode::ReaderFailed)
            emit to->readerLost();
    }, Qt::QueuedConnection);
}

void Renderer::work(State &state)
{
    std::unique_ptr<PageRenderer> renderer;
    std::unique_lock lock(state.mutex);
    ImageRequest next;
    while (state.takeNext(lock, renderer, next)) {
        state.busy = true;
        lock.unlock();
        Result<QImage> image = renderer->render(next.page, next.dpi);
        if (!image.ok() && image.fault().code == FaultCode::ReaderFailed)
            renderer.reset();
        lock.lock();
        state.busy = false;
        state.deliver(next, std::move(image));
    }
}

} // namespace caseward::ui
