// SPDX-License-Identifier: GPL-3.0-or-later
// Properties of the codec over generated values; the seed is in the failure message.
#include "core/base/random.h"
#include "core/base/utf8.h"
#include "core/codec/json.h"

#include <QTest>

#include <bit>
#include <cmath>

using namespace caseward;
using namespace caseward::codec;

namespace {

class Generator {
public:
    explicit Generator(std::uint64_t seed) : m_random(seed) {}

    std::uint64_t below(std::uint64_t most)
    {
        std::array<std::uint8_t, 8> bytes{};
        m_random.fill(bytes);
        return std::bit_cast<std::uint64_t>(bytes) % most;
    }

    double number()
    {
        if (below(2) == 0)
            return static_cast<double>(below(1u << 20)) - 500'000;
        const auto value = std::bit_cast<double>(below(UINT64_MAX));
        return std::isfinite(value) ? value : 0.5;
    }

    std::string string()
    {
        std::u32string text;
        for (std::uint64_t length = below(12); length > 0; --length) {
            const std::array<std::uint64_t, 5> ranges = {0x20, 0x80, 0x800, 0x10000, 0x110000};
            const auto value = static_cast<char32_t>(below(ranges[below(ranges.size())]));
            text += value >= 0xd800 && value <= 0xdfff ? U'x' : value;
        }
        return toUtf8(text);
    }

    Json value(int depth)
    {
        switch (below(depth > 0 ? 6 : 4)) {
        case 0:
            return nullptr;
        case 1:
            return below(2) == 0;
        case 2:
            return number();
        case 3:
            return string();
        case 4: {
            Json::Array items;
            for (std::uint64_t count = below(6); count > 0; --count)
                items.push_back(value(depth - 1));
            return items;
        }
        default: {
            Json::Object members;
            for (std::uint64_t count = below(6); count > 0; --count)
                members.insert_or_assign(string(), value(depth - 1));
            return members;
        }
        }
    }

private:
    SeededRandom m_random;
};

} // namespace

class TestJsonProperty : public QObject {
    Q_OBJECT

private slots:
    void whatIsWrittenReadsBackTheSame()
    {
        for (std::uint64_t seed = 0; seed < 2000; ++seed) {
            const Json value = Generator(seed).value(5);
            const std::string text = canonicalJson(value);
            const auto back = parseCanonicalJson(viewOf(text));
            QVERIFY2(back.ok() && *back == value, qPrintable(QStringLiteral("seed %1").arg(seed)));
            QVERIFY2(canonicalJson(*back) == text, qPrintable(QStringLiteral("seed %1").arg(seed)));
            const auto fromPretty = parseJson(viewOf(prettyJson(value)));
            QVERIFY2(fromPretty.ok() && *fromPretty == value, qPrintable(QStringLiteral("seed %1").arg(seed)));
        }
    }

    void damagedTextIsRefusedOrIsStillCanonical()
    {
        std::uint64_t taken = 0;
        std::uint64_t refused = 0;
        for (std::uint64_t seed = 0; seed < 4000; ++seed) {
            Generator generator(seed);
            Bytes text = toBytes(canonicalJson(generator.value(4)));
            for (std::uint64_t changes = generator.below(3) + 1; changes > 0; --changes)
                text[generator.below(text.size())] = static_cast<std::uint8_t>(generator.below(256));
            const auto value = parseCanonicalJson(text);
            (value.ok() ? taken : refused) += 1;
            if (value.ok())
                QVERIFY2(canonicalJson(*value) == textView(text), qPrintable(QStringLiteral("seed %1").arg(seed)));
        }
        QVERIFY(taken > 10);
        QVERIFY(refused > 1000);
    }

    void everyCutOfAnObjectIsRefused()
    {
        for (std::uint64_t seed = 0; seed < 50; ++seed) {
            const std::string text = canonicalJson(Json::Array{Generator(seed).value(4)});
            for (std::size_t length = 0; length < text.size(); ++length)
                QVERIFY(!parseJson(viewOf(text.substr(0, length))).ok());
        }
    }
};

QTEST_GUILESS_MAIN(TestJsonProperty)
#include "tst_jsonproperty.moc"
