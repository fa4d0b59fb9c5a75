// SPDX-License-Identifier: GPL-3.0-or-later
// The job on twenty real texts: taken in, worked on mechanically, signed, sent, opened on the second station.
#include "tests/flows/twostations.h"

#include <QDirIterator>

using namespace caseward;
using namespace caseward::tests;

class CtlCorpus : public QObject {
    Q_OBJECT

    TwoStations m_two;

    static void ran(const Answer &answer) { QVERIFY2(answer.exit == 0, QJsonDocument(answer.json).toJson().constData()); }

private slots:
    void twentyDecisions();
};

void CtlCorpus::twentyDecisions()
{
    const QString corpus = QStringLiteral(CASEWARD_SOURCE_DIR "/../shared/corpus/doha");
    QStringList files;
    QDirIterator list(corpus, {"*.txt"}, QDir::Files, QDirIterator::Subdirectories);
    while (list.hasNext())
        files << list.next();
    if (files.isEmpty())
        QSKIP("../shared/corpus/doha is not here");
    files.sort();
    files = files.mid(0, 20);
    QCOMPARE(files.size(), 20);

    const QStringList in{"--case", "DOHA"};
    ran(m_two.a({"case", "create", "--reference", "DOHA", "--subject", "S-3"}));
    const Answer added = m_two.a(QStringList{"document", "add"} + files + in);
    ran(added);
    QCOMPARE(added.json["added"].toArray().size(), 20);
    ran(m_two.a(QStringList{"demo", "review", "--mechanical"} + in));
    ran(m_two.a(QStringList{"sign", "--confirm", "NO DETERMINATION"} + in));
    ran(m_two.a(QStringList{"bundle", "seal", m_two.path("doha.cwb"), "--to", "Max Lee"} + in));
    ran(m_two.b({"bundle", "open", m_two.path("doha.cwb")}));
    ran(m_two.b(QStringList{"review", "concur", "--reason", "mechanical"} + in));
    ran(m_two.b(QStringList{"countersign"} + in));
    const Answer checked = m_two.b({"vault", "check"});
    ran(checked);
    QCOMPARE(checked.json["documents"].toInt(), 20);
    QCOMPARE(checked.json["signatures"].toInt(), 2);
    QVERIFY(checked.json["problems"].toArray().isEmpty());
}

QTEST_GUILESS_MAIN(CtlCorpus)
#include "tst_ctl_corpus.moc"
