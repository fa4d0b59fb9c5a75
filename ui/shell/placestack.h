// SPDX-License-Identifier: GPL-3.0-or-later
// The places of the window one behind the other, as large as the one in front asks for. A plain stack asks all of them, and a widget
// that is asked for its size is styled: every place would cost its time and memory on coming in. GUI thread.
#pragma once

#include <QStackedWidget>

namespace caseward::ui {

class PlaceStack final : public QStackedWidget {
public:
    using QStackedWidget::QStackedWidget;
    [[nodiscard]] QSize sizeHint() const override { return currentWidget() ? currentWidget()->sizeHint() : QSize(); }
    [[nodiscard]] QSize minimumSizeHint() const override { return currentWidget() ? currentWidget()->minimumSizeHint() : QSize(); }
};

} // namespace caseward::ui
