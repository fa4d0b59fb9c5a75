// SPDX-License-Identifier: GPL-3.0-or-later
// Every code of fault.h has its own name and advice. The codes are read from the header itself, so that a new one
// without words fails here.
#include "core/base/fault.h"

#include <QFile>
#include <QRegularExpression>
#include <QSet>
#include <QTest>

using namespace caseward;

class TestFault : public QObject {
    Q_OBJECT

private:
    static QList<int> codesOfHeader()
    {
        QFile header(QStringLiteral(CASEWARD_SOURCE_DIR "/core/base/fault.h"));
        if (!header.open(QIODevice::ReadOnly))
            return {};
        const QString text = QString::fromUtf8(header.readAll());
        static const QRegularExpression enumerator(QStringLiteral("^    [A-Z][A-Za-z]+ = (\\d+),"),
                                                   QRegularExpression::MultilineOption);
        QList<int> codes;
        for (auto matches = enumerator.globalMatch(text); matches.hasNext();)
            codes.append(matches.next().captured(1).toInt());
        return codes;
    }

    static QString text(std::string_view view) { return QString::fromUtf8(view.data(), static_cast<int>(view.size())); }

private slots:
    void everyCodeHasItsOwnNameAndAdvice()
    {
        const QList<int> codes = codesOfHeader();
        QVERIFY(codes.size() >= 45);
        static const QRegularExpression machineName(QStringLiteral("^[a-z]+(-[a-z]+)*$"));
        QSet<int> numbers;
        QSet<QString> names;
        QSet<QString> advices;
        for (const int number : codes) {
            const auto code = static_cast<FaultCode>(number);
            const QString name = text(faultName(code));
            const QString advice = text(faultAdvice(code));
            QVERIFY2(machineName.match(name).hasMatch(), qPrintable(name));
            QVERIFY2(advice.endsWith(u'.') && advice.at(0).isUpper() && advice.size() > 20, qPrintable(advice));
            numbers.insert(number);
            names.insert(name);
            advices.insert(advice);
        }
        QCOMPARE(numbers.size(), codes.size());
        QCOMPARE(names.size(), codes.size());
        QCOMPARE(advices.size(), codes.size());
    }

    void codesFitAnExitStatus()
    {
        const QList<int> codes = codesOfHeader();
        for (const int number : codes)
            QVERIFY(number > 0 && number < 126);
    }

    void namesAreTheContract()
    {
        QCOMPARE(text(faultName(FaultCode::QuoteNotFound)), QStringLiteral("quote-not-found"));
        QCOMPARE(text(faultName(FaultCode::BundleTruncated)), QStringLiteral("bundle-truncated"));
        QCOMPARE(text(faultName(FaultCode::Internal)), QStringLiteral("internal"));
        QCOMPARE(text(faultName(static_cast<FaultCode>(9999))), QStringLiteral("internal"));
    }
};

QTEST_GUILESS_MAIN(TestFault)
#include "tst_fault.moc"
