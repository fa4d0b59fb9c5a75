// SPDX-License-Identifier: GPL-3.0-or-later
// One document pane: header, search bar, pages. Knows which document it shows; what happens to passages is the page's
// affair. GUI thread.
#pragma once

#include "core/model/dossier.h"
#include "ui/base/theme.h"
#include "ui/pages/review/pageview.h"

#include <QWidget>

#include <memory>

namespace caseward::ui {

class EmptyState;
class FindBar;
class PaneHeader;

class DocumentPane final : public QWidget {
    Q_OBJECT
public:
    DocumentPane(Theme *theme, PageCache *cache, const QString &name, QWidget *parent = nullptr);

    void setDocument(const model::DocumentState &document, std::shared_ptr<PageSource> source);
    void describe(const model::DocumentState &document);     // what is said of the one that is shown has changed
    void clear();
    [[nodiscard]] const DocumentId &document() const { return m_document; }   // null: empty
    [[nodiscard]] PageView *view() const { return m_view; }
    [[nodiscard]] PaneHeader *header() const { return m_header; }
    [[nodiscard]] FindBar *findBar() const { return m_find; }
    void setActive(bool active);
    void takeFocus();

signals:
    void activated();             // its view has taken the focus
    void splitWanted();
    void linkWanted();
    void listWanted();
    void openWanted();            // from the empty pane
    void menuWanted(const QPoint &global);

private:
    Theme *m_theme;
    PageView *m_view;
    PaneHeader *m_header;
    FindBar *m_find;
    EmptyState *m_empty;
    DocumentId m_document;
};

} // namespace caseward::ui
