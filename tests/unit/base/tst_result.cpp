// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/base/progress.h"
#include "core/base/result.h"

#include <QTest>

#include <memory>

using namespace caseward;

namespace {

Result<int> half(int value)
{
    if (value % 2 != 0)
        return fail(FaultCode::Malformed, "odd", {{"value", std::to_string(value)}});
    return value / 2;
}

Result<int> quarter(int value)
{
    return TRY(half(TRY(half(value)))); // nested on purpose: both compilers must take it without a shadow
}

Status bothHalve(int first, int second)
{
    TRY(half(first)); // dropping the value must be allowed: only the fault matters here
    TRY(half(second));
    return {};
}

Result<std::unique_ptr<int>> boxed(int value)
{
    return std::make_unique<int>(TRY(half(value)));
}

Result<int> unboxed(int value)
{
    const std::unique_ptr<int> box = TRY(boxed(value));
    return *box;
}

} // namespace

class TestResult : public QObject {
    Q_OBJECT

private slots:
    void tryGivesTheValueOrTheFault()
    {
        QCOMPARE(*quarter(12), 3);
        const auto refused = quarter(6);
        QVERIFY(!refused.ok());
        QCOMPARE(refused.fault().code, FaultCode::Malformed);
        QCOMPARE(refused.fault().arguments.front().second, std::string("3"));
    }

    void statusPassesFaultsUp()
    {
        QVERIFY(bothHalve(2, 4).ok());
        QVERIFY(!bothHalve(2, 3).ok());
        QVERIFY(!bothHalve(3, 2).ok());
    }

    void moveOnlyValuesTravel()
    {
        QCOMPARE(*unboxed(10), 5);
        QVERIFY(!unboxed(5).ok());
    }

    void cancelledIsAFault()
    {
        QCOMPARE(cancelled().code, FaultCode::Cancelled);
        QVERIFY(NoProgress().advance(1, 2));
    }
};

QTEST_GUILESS_MAIN(TestResult)
#include "tst_result.moc"
