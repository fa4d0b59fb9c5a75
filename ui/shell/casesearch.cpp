// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/casesearch.h"

#include "core/session/docket.h"
#include "ui/models/casewords.h"
#include "ui/work/worker.h"

#include <QCoreApplication>

#include <algorithm>

namespace caseward::ui {

namespace {

constexpr std::size_t looked = 200;
constexpr qsizetype most = 20;

} // namespace

void searchCases(Worker *worker, QObject *asking, const QString &words, std::function<void(const CaseId &)> open,
                 std::function<void(const QList<PageHit> &)> then)
{
    const QStringList wanted = words.simplified().toLower().split(QLatin1Char(' '), Qt::SkipEmptyParts);
    session::DocketQuery query;
    query.count = looked; // the docket also finds holders and days, which are left out below
    query.order = session::DocketOrder::Case;
    for (const QString &word : wanted)
        query.words.push_back({word.toStdString(), {}, {}});
    worker->run<session::DocketPage>(
        asking, [query](session::Session &session, Progress &) { return session::docketPage(session, query); },
        [wanted, open = std::move(open), then = std::move(then)](const Result<session::DocketPage> &page) {
            if (!page.ok())
                return;
            QList<PageHit> hits;
            for (const session::DocketRow &row : page->rows) {
                const QString hay = (text(row.reference) + QLatin1Char(' ') + text(row.subject)).toLower();
                if (row.readable && hits.size() < most && std::all_of(wanted.begin(), wanted.end(), [&hay](const QString &word) { return hay.contains(word); }))
                    hits.append({QStringLiteral("folder"), QCoreApplication::translate("CaseSearch", "Case %1").arg(text(row.reference)), text(row.subject),
                                 [open, id = row.id] { open(id); }});
            }
            then(hits);
        });
}

} // namespace caseward::ui
