// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/pages/exchange/pathline.h"

#include <QHBoxLayout>
#include <QLineEdit>
#include <QPushButton>

namespace caseward::ui {

PathLine::PathLine(const QString &name, const QString &words, const QString &example, QWidget *parent)
    : QWidget(parent), m_line(new QLineEdit(this))
{
    setObjectName(name + QStringLiteral(".row"));
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(8);
    m_line->setObjectName(name);
    m_line->setAccessibleName(words);
    m_line->setPlaceholderText(example);
    auto *browse = new QPushButton(tr("Choose…"), this);
    browse->setObjectName(name + QStringLiteral(".browse"));
    browse->setAccessibleName(tr("Choose: %1").arg(words));
    row->addWidget(m_line, 1);
    row->addWidget(browse);
    setFocusProxy(m_line);
    connect(browse, &QPushButton::clicked, this, &PathLine::browseWanted);
}

} // namespace caseward::ui
