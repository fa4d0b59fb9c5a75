// SPDX-License-Identifier: GPL-3.0-or-later
// Not one byte of a bundle can change, and it cannot lose its end: whatever is done, it is refused before any key is used.
#include "tests/unit/flow/samplecase.h"

#include <QTest>

#include <cstring>
#include <fstream>

using namespace caseward;
using namespace caseward::tests;

class TestBundleTamper : public QObject {
    Q_OBJECT

    std::unique_ptr<TestOffice> m_office;
    Member m_ada, m_sam;
    Path m_file;
    Bytes m_sound;
    struct Region { std::string name; std::size_t header, content, end, next; };
    std::vector<Region> m_regions;
    NoProgress m_progress;

    // Where each member stands: ustar headers of 512 bytes, contents padded to 512.
    void findRegions()
    {
        for (std::size_t at = 0; at + 512 <= m_sound.size() && m_sound[at] != 0;) {
            const auto *header = reinterpret_cast<const char *>(m_sound.data() + at);
            const std::size_t size = std::stoul(std::string(header + 124, 11), nullptr, 8);
            Region region{std::string(header, strnlen(header, 100)), at, at + 512, at + 512 + size, 0};
            region.next = region.content + (size + 511) / 512 * 512;
            m_regions.push_back(region);
            at = region.next;
        }
    }
    const Region &region(const std::string &name) const
    {
        for (const Region &one : m_regions)
            if (one.name == name)
                return one;
        qFatal("the bundle has no %s", name.c_str());
    }
    void putByte(std::size_t at, std::uint8_t value) const
    {
        std::fstream file(m_file, std::ios::in | std::ios::out | std::ios::binary);
        file.seekp(static_cast<std::streamoff>(at));
        file.put(static_cast<char>(value));
    }
    // "" when the change was refused as it should be, else what happened.
    std::string flipAt(std::size_t at, std::uint8_t bits)
    {
        putByte(at, static_cast<std::uint8_t>(m_sound[at] ^ bits));
        const auto outcome = flow::checkSeal(m_file, m_office->trust, m_progress);
        putByte(at, m_sound[at]);
        switch (codeOf(outcome)) {
        case FaultCode::BundleDamaged:
        case FaultCode::BundleTruncated:
            return {};
        case FaultCode::CertificateUntrusted: // a byte of the sender's certificate inside the seal
        case FaultCode::CertificateUnsuitable:
        case FaultCode::CertificateExpired:
        case FaultCode::CertificateNotYetValid:
            if (at >= region("label.p7s").content && at < region("label.p7s").end)
                return {};
            [[fallthrough]];
        default:
            return "byte " + std::to_string(at) + ": " + outcomeOf(outcome);
        }
    }
    void flipRange(std::size_t from, std::size_t to, std::size_t step)
    {
        QVERIFY(from < to);
        std::string problems;
        for (std::size_t at = from; at < to; at += step) {
            const std::string problem = flipAt(at, static_cast<std::uint8_t>(1u << (at % 8)));
            problems += problem.empty() ? "" : problem + "\n";
        }
        QVERIFY2(problems.empty(), problems.c_str());
    }

private slots:
    void initTestCase()
    {
        m_office = std::make_unique<TestOffice>();
        m_ada = m_office->enrol("Ada Adjudicator", {crypto::Role::Adjudicator});
        m_sam = m_office->enrol("Sam Supervisor", {crypto::Role::Supervisor});
        SampleCase sample(*m_office, m_ada);
        sample.addDocument("Report", {"There were unpaid debts of 11,842 dollars."});
        m_file = m_office->fresh("out.cwb");
        must(writeTo(m_file, draftBundle(*m_office, sample, m_ada, {m_sam}), m_ada, *m_office, m_progress));
        m_sound = contentOf(m_file);
        findRegions();
        QCOMPARE(m_regions.size(), std::size_t(4));
        QCOMPARE(m_regions.front().name, std::string("key.p7m"));
        QCOMPARE(m_regions.back().name, std::string("label.p7s"));
        VERIFY_OK(flow::checkSeal(m_file, m_office->trust, m_progress));
    }

    void everyHeaderByte_data()
    {
        QTest::addColumn<int>("index");
        for (int index = 0; index < static_cast<int>(m_regions.size()); ++index)
            QTest::newRow(m_regions[static_cast<std::size_t>(index)].name.c_str()) << index;
    }
    void everyHeaderByte()
    {
        QFETCH(int, index);
        const Region &it = m_regions[static_cast<std::size_t>(index)];
        flipRange(it.header, it.content, 1);
    }

    void everyByteOfTheLabel() { flipRange(region("label.json").content, region("label.json").end, 1); }
    void everyByteOfTheSeal() { flipRange(region("label.p7s").content, region("label.p7s").end, 1); }
    void everyByteOfTheKey() { flipRange(region("key.p7m").content, region("key.p7m").end, 1); }

    void everyByteOfPadding()
    {
        int padded = 0;
        for (const Region &it : m_regions) {
            if (it.end == it.next)
                continue;
            ++padded;
            flipRange(it.end, it.next, 3);
        }
        QVERIFY(padded > 0);
    }

    void everyRegionOfTheFile()
    {
        const std::size_t step = m_sound.size() / 400 + 1;
        flipRange(0, m_sound.size(), step);
        flipRange(m_regions.back().next, m_sound.size(), 7); // the blocks that end the archive
    }

    void cutAtEveryLength()
    {
        std::vector<std::size_t> lengths{1, 100, 511, 512, 513};
        for (const Region &it : m_regions)
            for (const std::size_t edge : {it.header, it.content, it.end, it.next})
                for (const std::size_t length : {edge - 1, edge, edge + 1})
                    if (length > 0 && length < m_sound.size())
                        lengths.push_back(length);
        for (std::size_t length = 1; length < m_sound.size(); length += m_sound.size() / 97)
            lengths.push_back(length);
        lengths.push_back(m_sound.size() - 1);
        const Path cut = m_office->fresh("cut.cwb");
        std::filesystem::copy_file(m_file, cut);
        std::ranges::sort(lengths, std::greater<>());
        for (const std::size_t length : lengths) {
            if (length > std::filesystem::file_size(cut))
                continue;
            std::filesystem::resize_file(cut, length);
            const auto outcome = flow::checkSeal(cut, m_office->trust, m_progress);
            QVERIFY2(codeOf(outcome) == FaultCode::BundleTruncated || codeOf(outcome) == FaultCode::BundleDamaged,
                     (std::to_string(length) + " bytes: " + outcomeOf(outcome)).c_str());
            // Cut within a member or between two, it is short, not merely strange.
            if (length > 512 && length < m_regions.back().end)
                COMPARE_FAULT(outcome, FaultCode::BundleTruncated);
        }
    }

    void lengthened()
    {
        for (const std::size_t more : {1u, 512u, 1024u, 10'240u}) {
            Bytes longer = m_sound;
            longer.resize(longer.size() + more, 0);
            const Path file = m_office->fresh("long.cwb");
            putContent(file, longer);
            const auto outcome = flow::checkSeal(file, m_office->trust, m_progress);
            QVERIFY2(codeOf(outcome) == FaultCode::BundleDamaged || codeOf(outcome) == FaultCode::BundleTruncated, outcomeOf(outcome).c_str());
        }
    }

    void membersMovedLeftOutAndDoubled()
    {
        const auto member = [this](std::size_t index) {
            const Region &it = m_regions[index];
            return Bytes(m_sound.begin() + static_cast<std::ptrdiff_t>(it.header), m_sound.begin() + static_cast<std::ptrdiff_t>(it.next));
        };
        const Bytes tail(m_sound.begin() + static_cast<std::ptrdiff_t>(m_regions.back().next), m_sound.end());
        const auto outcome = [&](const std::vector<std::size_t> &order) {
            Bytes content;
            for (const std::size_t index : order) {
                const Bytes one = member(index);
                content.insert(content.end(), one.begin(), one.end());
            }
            content.insert(content.end(), tail.begin(), tail.end());
            const Path file = m_office->fresh("moved.cwb");
            putContent(file, content);
            return flow::checkSeal(file, m_office->trust, m_progress);
        };
        for (std::size_t gone = 0; gone < 4; ++gone) {
            std::vector<std::size_t> order;
            for (std::size_t index = 0; index < 4; ++index)
                if (index != gone)
                    order.push_back(index);
            // Without its first member it is not taken for a bundle at all.
            COMPARE_FAULT(outcome(order), gone == 0 ? FaultCode::BundleDamaged : FaultCode::BundleTruncated);
        }
        for (const std::vector<std::size_t> &order : {std::vector<std::size_t>{0, 1, 1, 2, 3}, {0, 1, 2, 3, 3}, {0, 0, 1, 2, 3}})
            COMPARE_FAULT(outcome(order), FaultCode::BundleDamaged);
    }
};

QTEST_GUILESS_MAIN(TestBundleTamper)
#include "tst_flow_bundletamper.moc"
