// SPDX-License-Identifier: GPL-3.0-or-later
// A machine reads scans of the open case, page by page, while the desk is worked on: the worker only lists, hands out and keeps; the
// reading, seconds a page, has a thread and a reader child of its own. Owned by whoever wants it; GUI thread. Destroying it stops: the
// child is killed in the middle of its page, the GUI thread does not wait. What was read until then is kept.
#pragma once

#include "core/session/scancourse.h"
#include "ui/models/casemodel.h"   // declares the meta type of Fault, which a signal here carries

#include <QObject>

#include <memory>

namespace caseward::ui {

class ScanReading : public QObject {
    Q_OBJECT
public:
    using QObject::QObject;
    // Once: of one document or, with a null id, of the whole case. Ends in one of finished() and failed(), never from within.
    virtual void start(const DocumentId &document) = 0;
    virtual void cancel() = 0;         // ends in finished() with what was read, after the page under way at the latest

signals:
    void advanced(quint64 done, quint64 total);
    void finished(const caseward::session::ScansRead &read, bool cancelled);
    void failed(const caseward::Fault &fault);
};

class SessionScanReading final : public ScanReading {
    Q_OBJECT
public:
    SessionScanReading(Worker *worker, const CaseId &id);
    ~SessionScanReading() override;
    void start(const DocumentId &document) override;
    void cancel() override;

private:
    void next();
    void read(session::ScanSource source);             // the page the course is at, with a reader made of `source` when there is none
    void came(Result<model::PageText> text, const std::string &engine);
    void end();
    struct Machine;                                    // shared with the thread
    Worker *m_worker;
    CaseId m_case;
    session::ScanCourse m_course;
    bool m_cancelled = false, m_ended = false;
    std::shared_ptr<Machine> m_machine;
};

} // namespace caseward::ui
