// SPDX-License-Identifier: GPL-3.0-or-later
// Words that are not recorded: each person's own, bounded, and in no history.
#include "core/store/unrecorded.h"
#include "tests/support/outcomes.h"

#include <QTemporaryDir>
#include <QTest>

using namespace caseward;
using namespace caseward::store;
using namespace caseward::tests;

class TestUnrecorded : public QObject {
    Q_OBJECT

    QTemporaryDir m_folder;
    SeededRandom m_random{5};
    FixedClock m_clock{Instant{1'795'000'000'000}};
    const CaseId m_id = CaseId::make(m_clock, m_random);
    const PersonId m_ada = PersonId::make(m_clock, m_random), m_ben = PersonId::make(m_clock, m_random);
    std::unique_ptr<CaseFile> m_file;

    static crypto::Secret key() { return crypto::Secret::copyOf(Bytes(32, 9)); }
    Path folder() { return Path(m_folder.path().toStdString()) / QTest::currentTestFunction(); }
    std::string wordsOf(const PersonId &person)
    {
        std::string all;
        for (const UnrecordedWords &it : must(unrecordedOf(*m_file, person)))
            all += it.place + "=" + it.words + ";";
        return all;
    }

private slots:
    void init()
    {
        m_file.reset();
        m_file = must(CaseFile::create(folder(), key(), m_id));
    }
    void cleanupTestCase() { m_file.reset(); }

    void isThePersonsAloneAndOutlivesTheProgram()
    {
        VERIFY_OK(keepUnrecorded(*m_file, m_ada, {"b", "second", m_clock.now()}));
        VERIFY_OK(keepUnrecorded(*m_file, m_ada, {"a", "first", m_clock.now()}));
        VERIFY_OK(keepUnrecorded(*m_file, m_ben, {"a", "another's", m_clock.now()}));
        VERIFY_OK(keepUnrecorded(*m_file, m_ada, {"a", "first, again", m_clock.now()}));
        const auto entries = m_file->history().size();
        m_file.reset();
        m_file = must(CaseFile::open(folder(), key(), m_id));
        QCOMPARE(wordsOf(m_ada), std::string("a=first, again;b=second;"));
        QCOMPARE(wordsOf(m_ben), std::string("a=another's;"));
        QCOMPARE(must(unrecordedOf(*m_file, m_ada)).front().at, m_clock.now());
        QCOMPARE(m_file->history().size(), entries);
        VERIFY_OK(dropUnrecorded(*m_file, m_ada, "a"));
        VERIFY_OK(dropUnrecorded(*m_file, m_ada, "a")); // twice is no failure
        QCOMPARE(wordsOf(m_ada), std::string("b=second;"));
        QCOMPARE(wordsOf(m_ben), std::string("a=another's;"));
    }

    void isBounded()
    {
        COMPARE_FAULT(keepUnrecorded(*m_file, m_ada, {"a", std::string(mostUnrecordedBytes + 1, 'x'), m_clock.now()}), FaultCode::TooLarge);
        COMPARE_FAULT(keepUnrecorded(*m_file, m_ada, {std::string(longestUnrecordedPlace + 1, 'x'), "words", m_clock.now()}), FaultCode::TooLarge);
        for (std::size_t i = 0; i < mostUnrecordedPlaces; ++i)
            VERIFY_OK(keepUnrecorded(*m_file, m_ada, {std::to_string(i), "words", m_clock.now()}));
        COMPARE_FAULT(keepUnrecorded(*m_file, m_ada, {"one more", "words", m_clock.now()}), FaultCode::TooLarge);
        VERIFY_OK(keepUnrecorded(*m_file, m_ada, {"0", "other words", m_clock.now()})); // in place of what is there
        VERIFY_OK(keepUnrecorded(*m_file, m_ben, {"a", "words", m_clock.now()}));
    }
};

QTEST_GUILESS_MAIN(TestUnrecorded)
#include "tst_store_unrecorded.moc"
