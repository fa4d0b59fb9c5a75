// SPDX-License-Identifier: GPL-3.0-or-later
// What is signed: outcome, signer, time, digest, countersignature; and [Export decision…]. GUI thread.
#pragma once

#include "ui/models/casemodel.h"

#include <QFrame>

class QPushButton;

namespace caseward::ui {

class FactGrid;
class FaultNote;
class Theme;
class ThemedLabel;

class SignedCard final : public QFrame {
    Q_OBJECT
public:
    SignedCard(Theme *theme, CaseModel *model, QWidget *parent = nullptr);
    void refresh();                              // hides itself when nothing is signed
    void exportTo(const QString &folder);
    [[nodiscard]] QWidget *first() const;

private:
    void chooseFolder();
    Theme *m_theme;
    CaseModel *m_model;
    ThemedLabel *m_title;
    FactGrid *m_facts;
    QPushButton *m_export;
    FaultNote *m_note;
};

} // namespace caseward::ui
