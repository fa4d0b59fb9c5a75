// SPDX-License-Identifier: GPL-3.0-or-later
// Where the person's key is: in the vault, in a file on a medium of their own, or on a card. Opens nothing. GUI thread.
#pragma once

#include "core/session/sessiontypes.h"
#include "ui/base/theme.h"

#include <QWidget>

class QLineEdit;

namespace caseward::ui {

class FormField;
class PathLine;
class SegmentedControl;

class KeyChoice final : public QWidget {
    Q_OBJECT
public:
    enum class Where { Vault, File, Card };
    KeyChoice(Theme *theme, QWidget *parent = nullptr);
    void setWhere(Where where);
    [[nodiscard]] Where where() const { return m_where; }
    [[nodiscard]] QString whyNot() const;            // what is missing here; empty: nothing
    void apply(session::UnlockRequest &request) const;

signals:
    void changed();
    void settled();                                  // another place, or the name of a module typed to its end

private:
    void showWhere();
    SegmentedControl *m_choice;
    FormField *m_fileField, *m_moduleField;
    PathLine *m_file;
    QLineEdit *m_module;
    Where m_where = Where::Vault;
};

} // namespace caseward::ui
