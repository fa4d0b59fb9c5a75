// SPDX-License-Identifier: GPL-3.0-or-later
// Small forms about guideline packs: a file to take in or to sign, and one pack of a list, with a reason where it is recorded. GUI thread.
#pragma once

#include "core/base/files.h"
#include "ui/base/formcard.h"

#include <QList>

class QComboBox;
class QLineEdit;

namespace caseward::ui {

class PathLine;

class PackFileForm final : public FormCard {
    Q_OBJECT
public:
    enum class Way { TakeIn, Sign };
    PackFileForm(Theme *theme, Way way, QWidget *anywhere);

signals:
    void wanted(const caseward::Path &file, const caseward::Path &folder); // folder only to sign

private:
    [[nodiscard]] QString whyNot() const override;
    void accept() override;
    Way m_way;
    PathLine *m_file, *m_folder = nullptr;
};

class PackChoiceForm final : public FormCard {
    Q_OBJECT
public:
    struct Choice { QString words, key; };
    enum class Reason { Asked, None };
    PackChoiceForm(Theme *theme, const Words &words, const QList<Choice> &choices, Reason reason, QWidget *anywhere);

signals:
    void wanted(const QString &key, const QString &reason);

private:
    [[nodiscard]] QString whyNot() const override;
    void accept() override;
    QComboBox *m_choice;
    QLineEdit *m_reason = nullptr;
};

} // namespace caseward::ui
