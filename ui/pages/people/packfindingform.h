// SPDX-License-Identifier: GPL-3.0-or-later
// A finding under a further pack of the case: on a guideline, on a concern, on what speaks for the person, or the answer to a factor.
// GUI thread.
#pragma once

#include "core/packs/pack.h"
#include "core/session/sessiontypes.h"
#include "ui/base/formcard.h"

class QComboBox;
class QPlainTextEdit;

namespace caseward::ui {

class PackFindingForm final : public FormCard {
    Q_OBJECT
public:
    // At least one pack. What `dossier` has of a subject already is shown, to be said anew.
    PackFindingForm(Theme *theme, const std::vector<packs::PackPtr> &further, session::DossierPtr dossier, QWidget *anywhere);

signals:
    void wanted(const caseward::model::Event &event);

private:
    // What is found: a guideline, a condition or a factor of one pack.
    struct Subject { enum class Kind { Guideline, Concern, For, Factor } kind; std::string pack, id; };
    struct Standing { int finding = -1; QString words; std::vector<PassageId> cites; };   // -1: none, or a factor
    void addSubjects(const packs::Pack &pack);
    void showFindings();
    [[nodiscard]] std::optional<Standing> standing() const;                               // what is recorded on the subject
    [[nodiscard]] const Subject &subject() const;
    [[nodiscard]] model::Event recorded() const;
    [[nodiscard]] QString whyNot() const override;
    void accept() override;
    session::DossierPtr m_dossier;
    std::vector<Subject> m_subjects;
    QComboBox *m_subject, *m_finding;
    FormField *m_findingField;
    QPlainTextEdit *m_words;
};

} // namespace caseward::ui
