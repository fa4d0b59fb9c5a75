// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/base/pathline.h"

#include <QFileDialog>
#include <QFileInfo>
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

QString PathLine::path() const { return m_line->text().trimmed(); }

void PathLine::setChooser(What what, const QString &title, const QString &filter)
{
    connect(this, &PathLine::browseWanted, this, [this, what, title, filter] { choose(what, title, filter); });
}

void PathLine::choose(What what, const QString &title, const QString &filter)
{
    auto *dialog = new QFileDialog(this, title, path().isEmpty() ? QString() : QFileInfo(path()).absolutePath(), filter);
    dialog->setObjectName(m_line->objectName() + QStringLiteral(".dialog"));
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->setOption(QFileDialog::DontUseNativeDialog);
    dialog->setFileMode(what == What::Folder ? QFileDialog::Directory : what == What::File ? QFileDialog::ExistingFile : QFileDialog::AnyFile);
    if (what == What::NewFile) {
        dialog->setAcceptMode(QFileDialog::AcceptSave);
        dialog->setOption(QFileDialog::DontConfirmOverwrite); // the core never overwrites; its fault says so
    }
    connect(dialog, &QFileDialog::fileSelected, m_line, &QLineEdit::setText);
    dialog->open();
}

} // namespace caseward::ui
