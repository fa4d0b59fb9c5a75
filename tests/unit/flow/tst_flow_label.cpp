// SPDX-License-Identifier: GPL-3.0-or-later
// The label on the outside and the manifest inside: one spelling each, strict on the way in, and compared.
#include "core/flow/exchange/label.h"
#include "core/base/limits.h"
#include "core/base/random.h"
#include "tests/support/outcomes.h"

#include <QTest>

using namespace caseward;
using namespace caseward::flow;
using namespace caseward::tests;

namespace {

Digest digest(char c)
{
    return must(Digest::parseHex(std::string(64, c)));
}

template <typename IdType>
IdType newId()
{
    static SeededRandom random(5);
    return IdType::make(FixedClock(Instant{1'795'000'000'000}), random);
}

Label label()
{
    static const BundleId bundle = newId<BundleId>();
    Label it;
    it.bundle = bundle;
    it.created = Instant{1'795'000'000'123};
    it.from = {"Bureau 7", digest('a'), 0, {}};
    it.to = {{"Bureau 8", digest('b'), 3, digest('c').hex()}, {"Bureau 9", digest('d'), 1, {}}};
    it.marking = "CUI//PRVCY";
    it.cases = 2;
    it.key = digest('e');
    it.stream.segments = {{4'194'900, digest('1')}, {700, digest('2')}};
    return it;
}

Manifest manifest()
{
    Manifest it;
    it.bundle = label().bundle;
    it.from = digest('a');
    it.to = {digest('b'), digest('d')};
    it.purpose = "for review";
    it.legalBasis = "statute";
    it.cases = {{newId<CaseId>(), "PSH-1", 9, digest('3')}, {newId<CaseId>(), "PSH-2", 1, digest('4')}};
    it.files = {{"packs/x.json", 0, digest('5')}, {"cases/y/history.jsonl", 77, digest('6')}};
    return it;
}

// Replaces the first place of `from`, which must be there.
std::string with(std::string text, const std::string &from, const std::string &to)
{
    const std::size_t at = text.find(from);
    if (at == std::string::npos)
        qFatal("the sample has no %s", from.c_str());
    return text.replace(at, from.size(), to);
}

} // namespace

class TestLabel : public QObject {
    Q_OBJECT

private slots:
    void labelRoundTrip()
    {
        const std::string text = encodeLabel(label());
        const Label read = must(decodeLabel(viewOf(text)));
        QCOMPARE(encodeLabel(read), text);
        QCOMPARE(read.to.size(), std::size_t(2));
        QCOMPARE(read.to[0].lane, std::uint64_t(3));
        QCOMPARE(read.to[0].previous, digest('c').hex());
        QVERIFY(read.to[1].previous.empty());
        QCOMPARE(read.stream.segments.size(), std::size_t(2));
        QCOMPARE(read.stream.segments[0].bytes, std::uint64_t(4'194'900));
        QVERIFY(read.stream.segments[1].digest == digest('2'));
        QVERIFY(read.receiptWanted);
        QCOMPARE(read.created.milliseconds, label().created.milliseconds);
    }

    void partsAreNumbered()
    {
        QCOMPARE(partName(0), std::string("part-000000.p7m"));
        QCOMPARE(partName(123'456), std::string("part-123456.p7m"));
    }

    void hostileLabels_data()
    {
        QTest::addColumn<QByteArray>("text");
        const std::string sound = encodeLabel(label());
        const auto row = [&sound](const char *name, const std::string &from, const std::string &to) {
            QTest::newRow(name) << QByteArray::fromStdString(with(sound, from, to));
        };
        row("another format", "caseward-bundle/1", "caseward-bundle/2");
        row("no cases", "\"cases\":2", "\"cases\":0");
        row("too many cases", "\"cases\":2", "\"cases\":1001");
        row("half a case", "\"cases\":2", "\"cases\":1.5");
        row("lane 0", "\"lane\":3", "\"lane\":0");
        row("negative lane", "\"lane\":3", "\"lane\":-1");
        row("previous is no digest", digest('c').hex(), "abc");
        row("part out of order", "part-000001", "part-000002");
        row("part with a path", "part-000001.p7m", "../../etc/passwd");
        row("empty part", "\"bytes\":700", "\"bytes\":0");
        row("huge part", "\"bytes\":700", "\"bytes\":4195329");
        row("digest in capitals", digest('b').hex(), std::string(64, 'B'));
        row("unknown field", "\"cases\":2", "\"casez\":2");
        row("no date", toText(label().created), "yesterday");
        row("id is no id", label().bundle.text(), "bundle-1");
        row("marking is a number", "\"CUI//PRVCY\"", "7");
        QTest::newRow("nobody to send to") << [] { Label it = label(); it.to.clear(); return QByteArray::fromStdString(encodeLabel(it)); }();
        QTest::newRow("no parts") << [] { Label it = label(); it.stream.segments.clear(); return QByteArray::fromStdString(encodeLabel(it)); }();
        QTest::newRow("not JSON") << QByteArray("\x00\x01", 2);
        QTest::newRow("empty") << QByteArray();
    }
    void hostileLabels()
    {
        QFETCH(QByteArray, text);
        COMPARE_FAULT(decodeLabel(viewOf(text.toStdString())), FaultCode::Malformed);
    }

    void onlyOneSpelling()
    {
        COMPARE_FAULT(decodeLabel(viewOf(encodeLabel(label()) + "\n")), FaultCode::NotCanonical);
        COMPARE_FAULT(decodeLabel(viewOf(with(encodeLabel(label()), "\"cases\":2", "\"cases\":2.0"))), FaultCode::NotCanonical);
        COMPARE_FAULT(decodeManifest(viewOf(with(encodeManifest(manifest()), "{", "{ "))), FaultCode::NotCanonical);
    }

    void manifestRoundTrip()
    {
        const std::string text = encodeManifest(manifest());
        const Manifest read = must(decodeManifest(viewOf(text)));
        QCOMPARE(encodeManifest(read), text);
        QCOMPARE(read.purpose, std::string("for review"));
        QCOMPARE(read.files[1].bytes, std::uint64_t(77));
        QCOMPARE(read.cases[0].size, std::uint64_t(9));
    }

    void hostileManifests_data()
    {
        QTest::addColumn<QByteArray>("text");
        const std::string sound = encodeManifest(manifest());
        const auto row = [&sound](const char *name, const std::string &from, const std::string &to) {
            QTest::newRow(name) << QByteArray::fromStdString(with(sound, from, to));
        };
        row("another format", "caseward-manifest/1", "caseward-bundle/1");
        row("file too large", "\"bytes\":77", "\"bytes\":536870913");
        row("negative size", "\"bytes\":77", "\"bytes\":-1");
        row("no history", "\"size\":9", "\"size\":0");
        row("endless history", "\"size\":9", "\"size\":1000001");
        row("recipient is no digest", digest('d').hex(), "x");
        row("unknown field", "\"purpose\"", "\"porpoise\"");
        row("case without id", "\"id\"", "\"ix\"");
    }
    void hostileManifests()
    {
        QFETCH(QByteArray, text);
        COMPARE_FAULT(decodeManifest(viewOf(text.toStdString())), FaultCode::Malformed);
    }

    void tooMuchInAManifest()
    {
        Manifest many = manifest();
        many.cases.assign(limits::bundleCases + 1, many.cases.front());
        COMPARE_FAULT(decodeManifest(viewOf(encodeManifest(many))), FaultCode::TooLarge);
        many = manifest();
        many.files.assign(limits::bundleFiles + 1, many.files.front());
        COMPARE_FAULT(decodeManifest(viewOf(encodeManifest(many))), FaultCode::TooLarge);
    }

    void labelAndManifestMustAgree()
    {
        VERIFY_OK(compare(label(), manifest()));
        const auto mismatch = [](const char *what, const Label &outside, const Manifest &inside) {
            const auto status = compare(outside, inside);
            COMPARE_FAULT(status, FaultCode::BundleMismatch);
            QCOMPARE(status.fault().arguments.front().second, std::string(what));
        };
        Manifest other = manifest();
        other.bundle = newId<BundleId>();
        mismatch("bundle id", label(), other);
        other = manifest();
        other.from = digest('9');
        mismatch("sender", label(), other);
        other = manifest();
        other.to.pop_back();
        mismatch("recipients", label(), other);
        other = manifest();
        std::swap(other.to[0], other.to[1]);
        mismatch("recipients", label(), other);
        other = manifest();
        other.to.push_back(digest('9'));
        mismatch("recipients", label(), other);
        other = manifest();
        other.cases.pop_back();
        mismatch("number of cases", label(), other);
    }
};

QTEST_GUILESS_MAIN(TestLabel)
#include "tst_flow_label.moc"
