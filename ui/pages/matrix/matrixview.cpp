// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/matrix/matrixview.h"

#include <QHeaderView>
#include <QKeyEvent>
#include <QPainter>
#include <QStyledItemDelegate>

#include <algorithm>
#include <array>

namespace caseward::ui {

namespace {

using Kind = MatrixLine::Kind;

constexpr int pad = 12, wordsWidth = 250, cellWidth = 64, yearWidth = 56, passagesWidth = 84, consideredWidth = 132, dotGap = 6,
              headShift = 8; // the style sheet pads the words of a head by 16 at the left and 8 at the right
constexpr std::array dotRadius = {0.0, 2.0, 3.25, 4.5};          // pixels, by weight
constexpr std::array tintStrength = {0.0F, 0.55F, 0.8F, 1.0F};       // by the number of passages, three and more alike

class MatrixDelegate final : public QStyledItemDelegate {
public:
    MatrixDelegate(Theme *theme, QObject *parent) : QStyledItemDelegate(parent), m_theme(theme) {}

    void paint(QPainter *painter, const QStyleOptionViewItem &option, const QModelIndex &index) const override
    {
        const Tokens &t = m_theme->tokens();
        const auto kind = static_cast<Kind>(index.data(MatrixKindRole).toInt());
        const QRect cell = option.rect;
        painter->fillRect(cell, kind == Kind::Guideline ? t.raised : t.surface);
        const int count = index.data(MatrixCountRole).toInt();
        if (count >= 0)
            paintCount(*painter, cell, index, kind, count);
        else
            paintWords(*painter, cell, index, kind);
        painter->fillRect(cell.left(), cell.bottom(), cell.width(), 1, t.rule);
        if (option.state & QStyle::State_Selected) {
            painter->setPen(QPen(t.accent, 2));
            painter->setBrush(Qt::NoBrush);
            painter->drawRect(QRectF(cell).adjusted(1, 1, -1, -2));
        }
    }

private:
    [[nodiscard]] QColor hue(Kind kind, bool back) const
    {
        const Tokens &t = m_theme->tokens();
        if (kind == Kind::Years)
            return back ? t.accentBg : t.accent;
        if (kind == Kind::Mitigating)
            return back ? t.mcBg : t.mc;
        return back ? t.dqBg : t.dq;
    }

    void paintCount(QPainter &painter, const QRect &cell, const QModelIndex &index, Kind kind, int count) const
    {
        const Tokens &t = m_theme->tokens();
        if (count > 0) {
            QColor tint = hue(kind, true);
            tint.setAlphaF(tintStrength[static_cast<std::size_t>(std::min(count, 3))]);
            painter.fillRect(cell.adjusted(1, 1, -1, -2), tint);
        }
        painter.setFont(m_theme->font(Theme::Text::Label, count > 0 ? QFont::DemiBold : QFont::Normal));
        painter.setPen(count > 0 ? t.text : t.text2);
        const QString words = index.data().toString();
        const int width = painter.fontMetrics().horizontalAdvance(words);
        const double radius = dotRadius[static_cast<std::size_t>(std::clamp(index.data(MatrixWeightRole).toInt(), 0, 3))];
        painter.drawText(cell.adjusted(headShift, 0, 0, -1), Qt::AlignCenter, words);
        if (radius <= 0)
            return;
        painter.setRenderHint(QPainter::Antialiasing);
        painter.setPen(Qt::NoPen);
        painter.setBrush(hue(kind, false));
        const double middle = cell.center().x() + headShift / 2.0 - width / 2.0 - dotGap - dotRadius.back();
        painter.drawEllipse(QPointF(middle, cell.center().y()), radius, radius);
        painter.setRenderHint(QPainter::Antialiasing, false);
    }

    void paintWords(QPainter &painter, const QRect &cell, const QModelIndex &index, Kind kind) const
    {
        const Tokens &t = m_theme->tokens();
        const bool head = kind == Kind::Guideline, isLast = index.column() == index.model()->columnCount() - 1;
        const bool open = isLast && index.data(MatrixOpenRole).toBool();
        painter.setFont(m_theme->font(Theme::Text::Label, head || open ? QFont::DemiBold : QFont::Normal));
        painter.setPen(open ? t.warn : t.text);
        const bool isNumber = index.column() > 0 && !isLast;
        const QRect box = isNumber ? cell.adjusted(headShift, 0, 0, -1) : cell.adjusted(pad, 0, -8, -1);
        painter.drawText(box, (isNumber ? Qt::AlignCenter : Qt::AlignLeft | Qt::AlignVCenter) | Qt::TextSingleLine,
                         painter.fontMetrics().elidedText(index.data().toString().simplified(), Qt::ElideRight, box.width()));
    }

    Theme *m_theme;
};

} // namespace

MatrixView::MatrixView(Theme *theme, MatrixModel *model, QWidget *parent) : QTableView(parent), m_theme(theme), m_model(model)
{
    setObjectName(QStringLiteral("matrix.table"));
    setModel(model);
    setItemDelegate(new MatrixDelegate(theme, this));
    setShowGrid(false);
    setSelectionMode(QAbstractItemView::SingleSelection);
    setEditTriggers(QAbstractItemView::NoEditTriggers);
    setTabKeyNavigation(false);
    setWordWrap(false);
    setCornerButtonEnabled(false);
    setVerticalScrollMode(QAbstractItemView::ScrollPerPixel);
    setHorizontalScrollMode(QAbstractItemView::ScrollPerPixel);
    horizontalHeader()->setHighlightSections(false);
    horizontalHeader()->setSectionsClickable(false);
    horizontalHeader()->setTextElideMode(Qt::ElideRight);
    verticalHeader()->setHighlightSections(false);
    verticalHeader()->setSectionsClickable(false);
    verticalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    connect(theme, &Theme::changed, this, [this] {
        layOut();
        viewport()->update();
    });
}

void MatrixView::show(MatrixSheet sheet)
{
    const QModelIndex at = currentIndex();
    const MatrixLine *line = m_model->line(at.row());
    const QString link = line ? line->link : QString(), head = at.isValid() ? m_model->headerData(at.column(), Qt::Horizontal, Qt::DisplayRole).toString() : QString();
    m_model->show(std::move(sheet));
    layOut();
    int row = m_model->rowCount() > 1 && m_model->line(0)->kind == Kind::Guideline ? 1 : 0, column = 0;
    for (int i = 0; i < m_model->rowCount(); ++i)
        if (m_model->line(i)->link == link)
            row = i;
    for (int i = 0; i < m_model->columnCount(); ++i)
        if (at.isValid() && m_model->headerData(i, Qt::Horizontal, Qt::DisplayRole).toString() == head)
            column = i;
    setCurrentIndex(m_model->index(row, column));
    emit cellChanged();
}

void MatrixView::layOut()
{
    const QFontMetrics metrics(m_theme->font(Theme::Text::Label));
    verticalHeader()->setDefaultSectionSize(metrics.height() + 13);
    horizontalHeader()->setFixedHeight(metrics.height() + 17);
    int label = metrics.horizontalAdvance(QStringLiteral("▲ 00(a)"));
    for (const MatrixLine &line : m_model->sheet().lines)
        label = std::max(label, metrics.horizontalAdvance(line.label));
    verticalHeader()->setFixedWidth(std::min(label + 36, 180));
    const bool asks = m_model->sheet().asksConsidered;
    const int last = m_model->columnCount() - 1;
    for (int column = 0; column <= last; ++column)
        setColumnWidth(column, column == 0 ? wordsWidth : !asks ? yearWidth + (column == last ? 24 : 0) : column == last ? consideredWidth
                                             : column == last - 1 ? passagesWidth : cellWidth);
}

void MatrixView::keyPressEvent(QKeyEvent *event)
{
    const MatrixLine *line = m_model->line(currentIndex().row());
    if (line && (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter))
        emit passagesWanted();
    else if (line && event->key() == Qt::Key_Space)
        emit decisionWanted(line->link);
    else
        QTableView::keyPressEvent(event);
}

void MatrixView::mouseDoubleClickEvent(QMouseEvent *event)
{
    QTableView::mouseDoubleClickEvent(event);
    if (m_model->line(currentIndex().row()))
        emit passagesWanted();
}

void MatrixView::currentChanged(const QModelIndex &current, const QModelIndex &previous)
{
    QTableView::currentChanged(current, previous);
    emit cellChanged();
}

} // namespace caseward::ui
