// SPDX-License-Identifier: GPL-3.0-or-later
// The window wired together: theme, banners, worker, pages. Made by main(); owns everything it makes. GUI thread.
#pragma once

#include "core/session/sessiontypes.h"
#include "ui/base/classbanner.h"
#include "ui/base/theme.h"
#include "ui/pages/review/desklayout.h"
#include "ui/work/worker.h"

#include <memory>

class QApplication;

namespace caseward::ui {

class MainWindow;
class UnlockPage;

class Workstation final {
public:
    Workstation(QApplication &application, const session::Environment &environment, Theme::Scheme scheme);
    ~Workstation();

    [[nodiscard]] MainWindow &window() { return *m_window; }
    [[nodiscard]] UnlockPage &gate() { return *m_gate; }
    [[nodiscard]] Theme &theme() { return m_theme; }
    [[nodiscard]] Worker &worker() { return m_worker; }

private:
    void addPages(const Clock &clock);
    Theme m_theme;
    BannerKeeper m_banners;
    Worker m_worker;
    DeskLayouts m_deskLayouts;
    std::unique_ptr<MainWindow> m_window;
    UnlockPage *m_gate = nullptr;
};

} // namespace caseward::ui
