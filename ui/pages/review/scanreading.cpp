// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/review/scanreading.h"

#include "core/reading/readerstop.h"

#include <QMetaObject>

#include <condition_variable>
#include <mutex>
#include <optional>
#include <thread>

namespace caseward::ui {

// The thread and what it is asked for. When its owner goes, its child is killed and it ends by itself.
struct SessionScanReading::Machine {
    struct Task {
        std::optional<session::ScanSource> source;     // a new reader first
        std::uint32_t page = 1;
    };
    std::mutex mutex;
    std::condition_variable wake;
    SessionScanReading *owner = nullptr;               // null: nothing is delivered any more
    std::optional<Task> task;
    bool stop = false;
    reading::ReaderStop child;                         // of the child it waits for

    static void work(const std::shared_ptr<Machine> &self);
};

void SessionScanReading::Machine::work(const std::shared_ptr<Machine> &self)
{
    const reading::ReaderStop::Here here(self->child);
    std::unique_ptr<reading::DocumentReader> reader;
    std::unique_lock lock(self->mutex);
    for (;;) {
        self->wake.wait(lock, [&] { return self->stop || self->task; });
        if (self->stop)
            return;
        const Task task = std::move(*self->task);
        self->task.reset();
        lock.unlock();
        std::optional<Fault> fault;
        if (task.source) {
            reader.reset();
            auto made = reading::DocumentReader::open(task.source->setup, task.source->document, task.source->name);
            if (made.ok())
                reader = std::move(*made);
            else
                fault = made.fault();
        }
        Result<model::PageText> text = reader ? reader->machineText(task.page) : Result<model::PageText>(fault.value_or(cancelled()));
        const std::string engine = reader ? reader->facts().engine : std::string();
        if (!text.ok() && text.fault().code == FaultCode::ReaderFailed)
            reader.reset();
        lock.lock();
        // Posted under the lock, so that the owner cannot die in between; what is posted dies with it.
        if (SessionScanReading *to = self->owner)
            QMetaObject::invokeMethod(to, [to, text = std::move(text), engine]() mutable { to->came(std::move(text), engine); }, Qt::QueuedConnection);
    }
}

SessionScanReading::SessionScanReading(Worker *worker, const CaseId &id) : m_worker(worker), m_case(id), m_machine(std::make_shared<Machine>())
{
    m_machine->owner = this;
}

SessionScanReading::~SessionScanReading()
{
    {
        const std::lock_guard lock(m_machine->mutex);
        m_machine->owner = nullptr;
        m_machine->stop = true;
    }
    m_machine->child.stop();
    m_machine->wake.notify_all();
}

void SessionScanReading::start(const DocumentId &document)
{
    std::thread([machine = m_machine] { Machine::work(machine); }).detach();
    m_worker->run<session::ScanList>(
        this, [id = m_case, document](session::Session &session, Progress &) { return session::Scans(session).list(id, document); },
        [this](Result<session::ScanList> list) {
            if (!list.ok())
                return emit failed(list.fault());
            m_course = session::ScanCourse(std::move(*list));
            next();
        });
}

void SessionScanReading::cancel()
{
    m_cancelled = true;
}

void SessionScanReading::next()
{
    if (m_ended)
        return;
    emit advanced(m_course.at(), m_course.size());
    if (m_cancelled || m_course.atEnd())
        return end();
    const session::ScanPage &page = m_course.page();
    if (!m_course.needsReader()) {
        {
            const std::lock_guard lock(m_machine->mutex);
            m_machine->task = Machine::Task{std::nullopt, page.page};
        }
        m_machine->wake.notify_all();
        return;
    }
    m_worker->run<session::ScanSource>(
        this, [id = m_case, document = page.document](session::Session &session, Progress &) { return session::Scans(session).source(id, document); },
        [this](Result<session::ScanSource> source) {
            if (!source.ok())
                return emit failed(source.fault());
            read(std::move(*source));
        });
}

void SessionScanReading::read(session::ScanSource source)
{
    m_course.opening();
    {
        const std::lock_guard lock(m_machine->mutex);
        m_machine->task = Machine::Task{std::move(source), m_course.page().page};
    }
    m_machine->wake.notify_all();
}

void SessionScanReading::came(Result<model::PageText> text, const std::string &engine)
{
    const session::ScanPage page = m_course.page();
    if (!text.ok()) {
        if (text.fault().code == FaultCode::NotFound) {                // no Tesseract here: no page will fare better
            m_ended = true;
            return emit failed(text.fault());
        }
        m_course.failed();
        return next();
    }
    m_course.read(*text, engine);
    m_worker->run<bool>(
        this,
        [id = m_case, page, engine, text = std::move(*text)](session::Session &session, Progress &) -> Result<bool> {
            TRY(session::Scans(session).keep(id, page, engine, text));
            return true;
        },
        [this](Result<bool> kept) {
            if (!kept.ok()) {
                m_ended = true;
                return emit failed(kept.fault());
            }
            next();
        });
}

void SessionScanReading::end()
{
    m_ended = true;
    emit finished(m_course.counts(), m_cancelled && !m_course.atEnd());
}

} // namespace caseward::ui
