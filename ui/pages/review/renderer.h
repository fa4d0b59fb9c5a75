// SPDX-License-Identifier: GPL-3.0-or-later
// One thread and one reader child for the pixels of one document. Requests are replaced, not queued: what nobody wants
// any more is never rendered. Made, asked and destroyed on the GUI thread, which never waits for it. A reader that died is
// said so by readerLost(); whoever owns this brings another one or gives the document up.
#pragma once

#include "core/reading/documentreader.h"
#include "ui/models/casemodel.h"   // declares the meta type of Fault, which a signal here carries
#include "ui/pages/review/pagesource.h"

#include <memory>
#include <thread>

namespace caseward::ui {

// Renders one page; called on the renderer's thread only.
class PageRenderer {
public:
    virtual ~PageRenderer() = default;
    virtual Result<QImage> render(std::uint32_t page, double dpi) = 0;
};

// The real one. Takes the reader over.
[[nodiscard]] std::unique_ptr<PageRenderer> makeReaderRenderer(std::unique_ptr<reading::DocumentReader> reader);

class Renderer final : public QObject {
    Q_OBJECT
public:
    explicit Renderer(QObject *parent = nullptr);
    ~Renderer() override;

    void setPageRenderer(std::unique_ptr<PageRenderer> renderer);   // again after readerLost()
    void want(const void *client, std::vector<ImageRequest> wanted);

signals:
    // Always on the GUI thread.
    void rendered(quint32 page, double dpi, const QImage &image);
    void failed(quint32 page, double dpi, const caseward::Fault &fault);
    void readerLost();                                              // the child died: bring another one, or give up

private:
    struct State;
    static void work(State &state);
    std::shared_ptr<State> m_state;                                 // shared with the thread
    std::thread m_thread;
};

} // namespace caseward::ui
