// SPDX-License-Identifier: GPL-3.0-or-later
// The pages of one document, one under the other, with selection, caret, search places and the marks of tied passages.
// Shows a PageSource; changes nothing. Owned by its pane; GUI thread. A page that cannot be shown says why; others go on.
#pragma once

#include "ui/base/theme.h"
#include "ui/pages/review/marks.h"
#include "ui/pages/review/pagecache.h"
#include "ui/pages/review/pagelayout.h"
#include "ui/pages/review/pagesource.h"
#include "ui/pages/review/selection.h"
#include "ui/pages/review/shownpage.h"
#include "ui/pages/review/textpagelayout.h"

#include <QAbstractScrollArea>
#include <QBasicTimer>
#include <QElapsedTimer>

#include <map>
#include <set>

namespace caseward::ui {

class HighlightPainter;

class PageView final : public QAbstractScrollArea {
    Q_OBJECT
public:
    enum class Fit { Text, Page, Free };

    PageView(Theme *theme, PageCache *cache, const QString &name, QWidget *parent = nullptr);
    ~PageView() override;

    void setSource(std::shared_ptr<PageSource> source);      // null: empty
    [[nodiscard]] PageSource *source() const { return m_source.get(); }
    [[nodiscard]] std::uint32_t pageCount() const { return m_layout.pageCount(); }
    [[nodiscard]] std::uint32_t currentPage() const;
    void goToPage(std::uint32_t page);
    [[nodiscard]] double place() const;                      // at the top of the view; 3.5: the middle of page 3
    void goToPlace(double place);                            // as near as the document goes
    void reveal(const model::Spot &place);                   // a third from the top, once its text is here
    [[nodiscard]] std::vector<ShownPage> shownPages() const;
    [[nodiscard]] std::size_t blankPages() const;            // in sight, with nothing of theirs on the screen
    [[nodiscard]] Fit fit() const { return m_fit; }
    [[nodiscard]] double zoom() const;                       // 1: 100 %
    void setFit(Fit fit);
    void setZoom(double zoom);                               // Fit::Free
    void zoomBy(int steps);

    void setMarks(std::vector<Mark> marks);
    [[nodiscard]] const std::vector<Mark> &marks() const { return m_marks; }
    void setCurrentMark(const std::string &id);
    void setPlaces(std::vector<model::Spot> places, int current);   // of a search
    [[nodiscard]] const model::Spot *currentPlace() const;          // of those; null: none
    [[nodiscard]] const Selection &selection() const { return m_selection; }
    [[nodiscard]] QString selectedText() const;
    [[nodiscard]] QRect selectionRect() const;               // in this widget, the visible part
    void select(const model::Spot &place);
    void beginArea();                                        // a rectangle in the middle of what is seen, for the arrows
    [[nodiscard]] bool takesAreas() const;                   // its pages are pictures
    void clearSelection();
    [[nodiscard]] bool caretMode() const { return m_caretMode; }
    void setCaretMode(bool on);

    [[nodiscard]] std::shared_ptr<const PageGlyphs> glyphs(std::uint32_t page) const;   // null until loaded
    [[nodiscard]] const PageLayout &pageLayout() const { return m_layout; }
    [[nodiscard]] QPoint offset() const;                     // content position of the viewport's corner
    [[nodiscard]] std::vector<MarkChip> chips(std::uint32_t page);   // in viewport coordinates, for tests and assistive technology

signals:
    void pageChanged(quint32 page);
    void placeChanged();                                     // scrolled or sent somewhere, not laid out anew
    void sourceReplaced();
    void zoomChanged();
    void selectionChanged();
    void markActivated(const std::string &id);
    // The selection is dragged, and let go, somewhere on the screen: by the mouse grab, as QDrag::exec() is a nested loop.
    void selectionDragged(const QPoint &global);
    void selectionDropped(const QPoint &global);
    void chipDropped(const std::string &id, const QPoint &global, bool copy);   // the chip of a mark; copy: Ctrl was held
    void contextMenuWanted(const QPoint &global);
    void focusChanged(bool focused);
    void shownChanged();                                     // scrolled, or a page's pixels have come

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void mouseDoubleClickEvent(QMouseEvent *event) override;
    void wheelEvent(QWheelEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;
    void timerEvent(QTimerEvent *event) override;
    void changeEvent(QEvent *event) override;
    bool viewportEvent(QEvent *event) override;

private:
    struct Loaded {                                          // what a page needs on screen
        std::shared_ptr<const PageGlyphs> glyphs;
        std::unique_ptr<TextPageLayout> text;                // plain text only
    };
    struct Decor {                                           // marks of one page, ready to draw
        std::vector<std::size_t> marks;
        std::vector<int> lanes;
        std::vector<std::vector<QRectF>> rects;              // points
        std::vector<MarkChip> chips;                             // content coordinates
    };
    struct Place { std::uint32_t page = 1; double y = 0; };  // what is at the top of the viewport; points
    struct Hit { std::uint32_t page = 0; QPointF point; };

    // pageview.cpp: layout, scrolling; pageviewload.cpp: what is asked for and kept
    void connectSource();
    void sourceChanged();
    void relayout();
    [[nodiscard]] PageLayout::Geometry wantedGeometry() const;
    [[nodiscard]] PageLayout::Geometry textGeometry(PageLayout::Geometry base) const;
    void refresh();
    void load(std::uint32_t page);
    void widenCrop(std::uint32_t page, const QRectF &bounds);
    void textCame(quint32 page);
    void imageCame(quint32 page, double dpi, const QImage &image);
    void requestImages(PageLayout::Range range);
    void evict(PageLayout::Range range);
    void keepPlace();
    void restorePlace();
    void revealPending();
    void themeChanged();
    [[nodiscard]] double imageDpi(std::uint32_t page) const;
    [[nodiscard]] bool hasContent(std::uint32_t page) const, hasAnything(std::uint32_t page) const; // the latter: if only a coarse image, or why there is none
    [[nodiscard]] double stripWidth() const;
    [[nodiscard]] TextPageLayout::Style textStyle() const;
    // pageviewmarks.cpp
    const Decor &decor(std::uint32_t page);
    [[nodiscard]] QRectF onPage(std::uint32_t page, const QRectF &area) const;   // what of it lies there
    [[nodiscard]] std::vector<QRectF> rectsOf(const model::Spot &place) const;   // points; none until its page's text is here
    // pageviewpaint.cpp
    void paintPage(QPainter &painter, std::uint32_t page);
    bool paintImage(QPainter &painter, std::uint32_t page, const QRectF &paper);
    void paintOverlays(QPainter &painter, std::uint32_t page, const HighlightPainter &ink, bool beforeText);
    void paintStrip(QPainter &painter, std::uint32_t page, const HighlightPainter &ink);
    void paintProblem(QPainter &painter, const QRectF &paper, const QString &words);
    void paintCaret(QPainter &painter, std::uint32_t page);
    void paintWords(QPainter &painter, const QString &words);
    [[nodiscard]] QRectF retryRect(const QRectF &paper) const;
    [[nodiscard]] std::vector<QRectF> toContent(std::uint32_t page, const std::vector<QRectF> &points) const;
    [[nodiscard]] bool isChosen(const Mark &mark) const;

    // pageviewinput.cpp, pageviewkeys.cpp
    [[nodiscard]] Hit hit(QPointF viewport) const;
    [[nodiscard]] std::string markAt(QPoint viewport);
    [[nodiscard]] std::string chipAt(QPoint viewport);
    void dragSelection(const PageGlyphs &here, QPointF content);
    void selectionMoved();
    void showCaret();
    bool caretKey(QKeyEvent *event);
    bool areaKey(QKeyEvent *event);
    bool scrollKey(QKeyEvent *event);
    void moveCaret(Selection::Move move, Selection::Mode mode);
    bool pressExtra(QMouseEvent *event);
    void updateCursor(QPoint viewport);
    void showToolTip(const QPoint &viewport, const QPoint &global);

    Theme *m_theme;
    PageCache *m_cache;
    std::shared_ptr<PageSource> m_source;
    PageLayout m_layout;
    Fit m_fit = Fit::Text;
    double m_scale = 96.0 / 72.0;
    std::map<std::uint32_t, Loaded> m_loaded;
    std::map<std::uint32_t, Decor> m_decor;
    std::map<std::uint32_t, QString> m_problems;             // pages that failed
    double m_cropLeft = -1, m_cropRight = -1;                // points; -1 until a page's text is known
    bool m_cropMoved = false, m_wholePages = false;          // whole: a page has no text, margins may hold anything
    Place m_place;
    double m_toldPlace = 1;                                  // with placeChanged()
    bool m_restoring = false, m_fast = false;                // fast: the last scroll went far
    int m_direction = 0;                                     // of the last scroll: 1 down, -1 up, 0 sent somewhere since
    std::optional<model::Spot> m_pendingReveal;
    std::uint32_t m_lastPage = 0;
    std::vector<Mark> m_marks;
    std::string m_currentMark, m_hoverMark;
    std::vector<model::Spot> m_places;
    int m_currentPlace = -1;

    Selection m_selection;
    bool m_caretMode = false;
    bool m_selecting = false, m_framing = false, m_mayDrag = false, m_moved = false;   // framing: a rectangle is drawn
    std::string m_pressedChip;
    QPoint m_pressed;
    QElapsedTimer m_sinceDoubleClick;
    QPoint m_doubleClicked;
    QBasicTimer m_autoScroll;
};

} // namespace caseward::ui
