// SPDX-License-Identifier: GPL-3.0-or-later
// What is said of a document, to be corrected: title, kind, exhibit, who gave it, agency, date, marking, custody. Its bytes,
// file name and pages are never changed here. A card over the window; what is refused is said inside, and nothing typed is
// lost. GUI thread.
#pragma once

#include "core/model/description.h"
#include "ui/base/formcard.h"

class QComboBox;
class QLineEdit;

namespace caseward::ui {

class DescribeForm final : public FormCard {
    Q_OBJECT
public:
    DescribeForm(Theme *theme, const model::DocumentAdded &facts, QWidget *anywhere);

signals:
    void wanted(const caseward::model::DocumentDescribed &said);   // answer with fail() or dismiss()

protected:
    [[nodiscard]] QString whyNot() const override;
    void accept() override;

private:
    QLineEdit *makeLine(const char *name, const std::string &said);
    [[nodiscard]] model::DocumentDescribed said() const;
    model::DocumentDescribed m_before;
    QLineEdit *m_title, *m_exhibit, *m_source, *m_agency, *m_date, *m_marking, *m_custody;
    QComboBox *m_kind;
};

} // namespace caseward::ui
