// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/review/pageviewaccessible.h"

#include "ui/pages/review/pageview.h"

#include <QAccessible>
#include <QAccessibleWidget>

namespace caseward::ui {

namespace {

// Offsets here are UTF-16 units of the page's text, as Qt and AT-SPI count them.
class PageViewAccessible final : public QAccessibleWidget, public QAccessibleTextInterface {
public:
    explicit PageViewAccessible(PageView *view) : QAccessibleWidget(view, QAccessible::Document, view->accessibleName()) {}

    void *interface_cast(QAccessible::InterfaceType type) override
    {
        if (type == QAccessible::TextInterface)
            return static_cast<QAccessibleTextInterface *>(this);
        return QAccessibleWidget::interface_cast(type);
    }
    [[nodiscard]] QAccessible::State state() const override
    {
        QAccessible::State state = QAccessibleWidget::state();
        state.readOnly = true;
        state.multiLine = true;
        state.selectableText = true;
        return state;
    }
    [[nodiscard]] QString text(QAccessible::Text kind) const override
    {
        if (kind == QAccessible::Value)
            return wholeText();
        return kind == QAccessible::Name ? view()->accessibleName() : QAccessibleWidget::text(kind);
    }

    void selection(int index, int *start, int *end) const override
    {
        const auto here = glyphs();
        const Selection &selected = view()->selection();
        const bool shown = index == 0 && here && selected.page() == page();
        *start = shown ? static_cast<int>(here->toUtf16(selected.range().start)) : 0;
        *end = shown ? static_cast<int>(here->toUtf16(selected.range().end)) : 0;
    }
    [[nodiscard]] int selectionCount() const override { return view()->selection().isEmpty() || view()->selection().page() != page() ? 0 : 1; }
    void addSelection(int start, int end) override { setSelection(0, start, end); }
    void removeSelection(int) override { view()->clearSelection(); }
    void setSelection(int, int start, int end) override
    {
        if (const auto here = glyphs())
            view()->select(model::Span{page(), here->fromUtf16(start), here->fromUtf16(end)});
    }
    [[nodiscard]] int cursorPosition() const override
    {
        const auto here = glyphs();
        return here && view()->selection().page() == page() ? static_cast<int>(here->toUtf16(view()->selection().caret())) : 0;
    }
    void setCursorPosition(int position) override { setSelection(0, position, position); }
    [[nodiscard]] QString text(int start, int end) const override { return wholeText().mid(start, end - start); }
    [[nodiscard]] int characterCount() const override { return static_cast<int>(wholeText().size()); }
    [[nodiscard]] QRect characterRect(int offset) const override
    {
        const auto here = glyphs();
        if (!here)
            return {};
        const std::uint32_t position = here->fromUtf16(offset);
        const auto rects = here->rects({position, position + 1});
        if (rects.empty())
            return {};
        QRectF area = view()->pageLayout().fromPage(page(), rects.front());
        area.translate(-QPointF(view()->offset()));
        return {view()->viewport()->mapToGlobal(area.toRect().topLeft()), area.toRect().size()};
    }
    [[nodiscard]] int offsetAtPoint(const QPoint &global) const override
    {
        const auto here = glyphs();
        if (!here)
            return -1;
        const QPointF content = view()->viewport()->mapFromGlobal(global) + view()->offset();
        return static_cast<int>(here->toUtf16(here->positionAt(view()->pageLayout().toPage(page(), content))));
    }
    void scrollToSubstring(int start, int end) override
    {
        if (const auto here = glyphs())
            view()->reveal(model::Span{page(), here->fromUtf16(start), here->fromUtf16(end)});
    }
    [[nodiscard]] QString attributes(int, int *start, int *end) const override
    {
        *start = 0;
        *end = characterCount();
        return {};
    }

private:
    [[nodiscard]] PageView *view() const { return static_cast<PageView *>(widget()); }
    [[nodiscard]] std::uint32_t page() const
    {
        return view()->selection().page() != 0 ? view()->selection().page() : view()->currentPage();
    }
    [[nodiscard]] std::shared_ptr<const PageGlyphs> glyphs() const { return view()->glyphs(page()); }
    [[nodiscard]] QString wholeText() const
    {
        const auto here = glyphs();
        return here ? here->wholeText() : QString();
    }
};

QAccessibleInterface *makeInterface(const QString &, QObject *object)
{
    auto *view = qobject_cast<PageView *>(object);
    return view ? new PageViewAccessible(view) : nullptr;
}

} // namespace

void installPageViewAccessibility()
{
    static const bool installed = [] {
        QAccessible::installFactory(makeInterface);
        return true;
    }();
    static_cast<void>(installed);
}

} // namespace caseward::ui
