// SPDX-License-Identifier: GPL-3.0-or-later
// Pages of a document of the open case: sizes and text through the worker, pixels from a reader child on a render thread
// of its own. Owned by the panes that show it (shared); GUI thread. A reader that dies is replaced at most three times, then
// the document is given up until it is opened again.
#pragma once

#include "core/base/ids.h"
#include "ui/pages/review/pagesource.h"
#include "ui/work/worker.h"

#include <QCache>

#include <map>
#include <set>

namespace caseward::ui {

class Renderer;

class SessionPageSource final : public PageSource {
    Q_OBJECT
public:
    struct Document { CaseId caseId; DocumentId document; model::MediaType media = model::MediaType::PlainText; std::uint32_t pages = 0; std::string unreadable; };
    SessionPageSource(Worker *worker, const Document &document);
    ~SessionPageSource() override;

    [[nodiscard]] QString key() const override;
    [[nodiscard]] State state() const override { return m_state; }
    [[nodiscard]] QString problem() const override { return m_problem; }
    [[nodiscard]] bool isPlainText() const override { return !model::isPictured(m_document.media); }
    [[nodiscard]] const std::vector<model::PageSize> &sizes() const override { return m_sizes; }
    [[nodiscard]] PageTextPtr text(std::uint32_t page) override;
    void wantText(std::uint32_t page) override;
    void wantImages(const void *client, std::vector<ImageRequest> wanted) override;
    void retry() override;
    void find(const QString &needle) override;

private:
    void open();
    void openReader();
    void giveUp(const Fault &fault);
    void findFrom(quint64 search, const QString &needle, std::uint32_t page, std::vector<model::Spot> places);
    Worker *m_worker;
    Document m_document;
    State m_state = State::Opening;
    QString m_problem;
    std::vector<model::PageSize> m_sizes;
    QCache<std::uint32_t, PageTextPtr> m_texts;
    std::set<std::uint32_t> m_asked;                 // texts on their way
    std::unique_ptr<Renderer> m_renderer;
    std::map<const void *, std::vector<ImageRequest>> m_wanted;
    int m_readersLost = 0;
    bool m_readerComing = false;
    quint64 m_search = 0;                            // the newest search; older ones stop
};

} // namespace caseward::ui
