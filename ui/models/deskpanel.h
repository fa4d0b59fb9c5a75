// SPDX-License-Identifier: GPL-3.0-or-later
// A part of a page over one desk of the session: a table, acts below it that say why they are off, and what was
// done or refused above. Asks on the worker. GUI thread.
#pragma once

#include "ui/models/casemodel.h"

#include <QWidget>

#include <functional>
#include <map>

class QBoxLayout;
class QHBoxLayout;
class QPushButton;
class QStandardItemModel;
class QTableView;
class QVBoxLayout;

namespace caseward::ui {

class FaultNote;
class FormCard;
class SectionHeader;
class Theme;
class ThemedLabel;

class DeskPanel : public QWidget {
    Q_OBJECT
public:
    virtual void reload() = 0;

protected:
    void resizeEvent(QResizeEvent *event) override;
    struct Column { QString title; int width; };
    struct Setup { QString name, title; QList<Column> columns; };  // parts are <name>.table, <name>.note, <name>.<act>
    DeskPanel(Theme *theme, CaseModel *model, const Setup &setup, QWidget *parent);
    [[nodiscard]] Theme *theme() const { return m_theme; }
    [[nodiscard]] CaseModel *model() const { return m_model; }
    [[nodiscard]] SectionHeader *head() const { return m_head; }
    [[nodiscard]] FaultNote *note() const { return m_note; }

    // An act below the table; whyNot() is asked at every showActs().
    void addAct(const QString &act, const QString &words, std::function<void()> run, std::function<QString()> whyNot);
    void addActSpace();                          // between the acts at the left and those at the right
    void showActs();
    void clearRows();
    void addRow(const QStringList &cells, const QString &key, bool quiet = false); // quiet: in secondary words
    void warnRow(int column, const QString &key);  // that cell of the row stands out
    [[nodiscard]] QString currentKey() const;    // of the chosen row; empty: none
    void chooseKey(const QString &key);

    template <typename T>
    void fetch(std::function<Result<T>(session::Session &, Progress &)> job, std::function<void(const T &)> then)
    {
        m_model->worker()->run<T>(this, std::move(job), [this, then = std::move(then)](const Result<T> &result) {
            if (result.ok())
                then(*result);
            else
                refuse(result.fault());
        });
    }
    using Job = std::function<Status(session::Session &, Progress &)>;
    using Then = std::function<void()>;
    void act(Job job, const QString &done, Then then = {});      // `then` and reload() when done; `done` says what was done
    void submit(FormCard *form, Job job, const QString &done, Then then = {}); // the same; a fault shows inside the form

private:
    void run(Job job, QPointer<FormCard> form, const QString &done, Then then);
    void refuse(const Fault &fault);
    void fitActs();
    struct Act { QPushButton *button; std::function<QString()> whyNot; };
    Theme *m_theme;
    CaseModel *m_model;
    QString m_name;
    SectionHeader *m_head;
    FaultNote *m_note;
    QStandardItemModel *m_rows;
    QTableView *m_table;
    QBoxLayout *m_foot;                          // the acts of both groups, one under the other where they have no room side by side
    QHBoxLayout *m_actRow, *m_lastRow;
    ThemedLabel *m_why;
    std::vector<Act> m_acts;
};

} // namespace caseward::ui
