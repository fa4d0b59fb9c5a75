// SPDX-License-Identifier: GPL-3.0-or-later
// A folding that is taken on entry by entry always gives the dossier that a fold from the beginning gives, undo and redo
// within; and it never passes for the folding of a history that is not its own.
#include "core/model/folding.h"
#include "tests/support/outcomes.h"
#include "tests/unit/model/generator.h"

#include <QTest>

#include <sstream>

using namespace caseward;
using namespace caseward::model;
using namespace caseward::tests;
using samples::Chance;
using samples::Generator;
using samples::idOf;
using samples::Story;

namespace {

// Every field of a dossier as words, so that two can be compared and a difference be seen.
class Written {
public:
    explicit Written(const Dossier &dossier)
    {
        put(dossier.facts, dossier.opened);
        m_out << int(dossier.status) << ' ' << dossier.custodyHere << ' ' << dossier.custodyWith << ' ' << dossier.readOnly << ' '
              << dossier.size << ' ' << dossier.head.hex() << ' ' << dossier.last.milliseconds << ' ' << dossier.lastActor.text() << '\n';
        for (const auto &[id, person] : dossier.people)
            m_out << id.text() << person.name << person.roles.size() << toHex(person.certificate) << '\n';
        for (const std::string &kind : dossier.unknownKinds)
            m_out << kind << '\n';
        documents(dossier);
        concerns(dossier);
        weighing(dossier);
        decisions(dossier);
    }
    [[nodiscard]] std::string text() const { return m_out.str(); }

private:
    void put(const Trace &trace) { m_out << trace.seq << '@' << trace.at.milliseconds << trace.actor.text() << ' '; }
    void put(const std::optional<Trace> &trace)
    {
        m_out << trace.has_value();
        put(trace.value_or(Trace()));
    }
    void put(const Event &event, const Trace &trace)
    {
        put(trace);
        m_out << codec::canonicalJson(encodeEvent(event)) << '\n';
    }
    void documents(const Dossier &dossier)
    {
        for (const DocumentState &document : dossier.documents) {
            put(document.facts, document.added);
            for (const std::uint32_t page : document.displayed)
                m_out << page << ' ';
            for (const auto &[page, reason] : document.waived)
                m_out << page << reason << ' ';
        }
    }
    void concerns(const Dossier &dossier)
    {
        for (const Tie &tie : dossier.ties) {
            put(PassageTied{tie.id, tie.anchor, tie.condition, tie.weight, tie.note}, tie.tied);
            put(tie.changed);
        }
        for (const Contradiction &it : dossier.contradictions) {
            put(ContradictionLinked{it.id, it.claimed, it.found, it.note}, it.linked);
            put(it.resolved);
            m_out << it.resolution << '\n';
        }
        for (const Gap &gap : dossier.gaps) {
            put(GapNoted{gap.id, gap.lane, gap.from, gap.to, gap.anchor, gap.note}, gap.noted);
            put(gap.explained);
            m_out << gap.explanation << '\n';
        }
    }
    void weighing(const Dossier &dossier)
    {
        for (const auto &[ref, state] : dossier.conditions)
            put(ConditionFound{ref, state.finding, state.reason}, state.set);
        for (const auto &[key, state] : dossier.guidelines)
            put(GuidelineFound{key.first, key.second, state.finding, state.reason}, state.set);
        for (const auto &[key, state] : dossier.factors)
            put(FactorWeighed{key.first, key.second, state.text, state.cites}, state.set);
        put(ReasonsWritten{dossier.reasons}, dossier.reasonsWritten.value_or(Trace()));
        if (dossier.proposal)
            put(dossier.proposal->outcome, dossier.proposal->set);
        for (const auto &[key, words] : dossier.explained)
            m_out << key.first << '/' << key.second << '=' << words << '\n';
    }
    void decisions(const Dossier &dossier)
    {
        for (const SignedDecision &decision : dossier.decisions) {
            put(decision.what, decision.when);
            if (decision.countersignature)
                put(*decision.countersignature, decision.countersigned.value());
        }
        for (const Review &review : dossier.reviews) {
            put(ReviewReturned{review.decision, review.reason, review.notes}, review.when);
            m_out << review.concurred << '\n';
        }
    }
    std::ostringstream m_out;
};

void compare(const Dossier &incremental, const Story &story, std::size_t size)
{
    const Dossier whole = must(foldPrefix(story.entries(), size));
    QCOMPARE(QString::fromStdString(Written(incremental).text()), QString::fromStdString(Written(whole).text()));
}

} // namespace

class TestFolding : public QObject {
    Q_OBJECT

private slots:
    void isTheFoldFromTheBeginning_data()
    {
        QTest::addColumn<int>("seed");
        for (int seed = 1; seed <= 16; ++seed)
            QTest::addRow("seed %d", seed) << seed;
    }

    // In steps of one to four entries, some kept and some only made.
    void isTheFoldFromTheBeginning()
    {
        QFETCH(int, seed);
        const Story story = Generator(static_cast<std::uint64_t>(seed)).grow(80);
        const std::vector<Entry> &entries = story.entries();
        Chance chance(static_cast<std::uint64_t>(seed) + 1000);
        std::size_t size = 1 + chance.below(5);
        Folding folding = must(Folding::of(HistoryView(entries).first(size)));
        compare(folding.dossier(), story, size);
        while (size < entries.size()) {
            const std::size_t kept = size;
            size = std::min(entries.size(), size + 1 + chance.below(4));
            const std::vector<Entry> before(entries.begin(), entries.begin() + static_cast<std::ptrdiff_t>(kept));
            const HistoryView view(before, std::span(entries).subspan(kept, size - kept));
            QVERIFY(folding.isOf(view));
            VERIFY_OK(folding.follow(view));
            QCOMPARE(folding.size(), std::uint64_t(size));
            compare(folding.dossier(), story, size);
        }
    }

    void undoAndRedoReachFarBack()
    {
        Story story;
        story.add(samples::documentAdded(1, 9));
        const auto tie = story.add(samples::tied(1));
        story.add(PassageNoted{idOf<PassageId>(1), "noted"});
        Folding folding = must(Folding::of(story.entries()));
        const auto undo = story.add(EntryWithdrawn{tie, "undo"});
        VERIFY_OK(folding.follow(story.entries()));
        QCOMPARE(folding.dossier().ties.size(), std::size_t(0));
        story.add(EntryWithdrawn{undo, "redo"});
        VERIFY_OK(folding.follow(story.entries()));
        QCOMPARE(folding.dossier().ties.size(), std::size_t(1));
        compare(folding.dossier(), story, story.entries().size());
    }

    void isNotTheFoldingOfAnotherHistory()
    {
        Story story;
        story.add(samples::documentAdded(1, 9));
        Folding folding = must(Folding::of(story.entries()));
        QVERIFY(folding.isOf(story.entries()));
        QVERIFY(!folding.isOf(HistoryView(story.entries()).first(1))); // shorter
        Story other;
        other.add(samples::documentAdded(2, 9));
        QVERIFY(!folding.isOf(other.entries()));                       // as long
        other.add(samples::tied(1, "16(a)", 2));
        QVERIFY(!folding.isOf(other.entries()));                       // longer
    }

    void isOfNoUseAfterAFault()
    {
        Story story;
        story.add(samples::documentAdded(1, 9));
        Folding folding = must(Folding::of(story.entries()));
        Story wrong = story;
        wrong.add(samples::tied(1));
        wrong.add(samples::tied(1)); // the id is taken
        COMPARE_FAULT(folding.follow(wrong.entries()), FaultCode::HistoryBroken);
        QVERIFY(!folding.isOf(story.entries()));
        QVERIFY(!folding.isOf(wrong.entries()));
        COMPARE_FAULT(folding.follow(story.entries()), FaultCode::HistoryBroken);
        COMPARE_FAULT(Folding::of(HistoryView(story.entries()).first(0)), FaultCode::HistoryBroken);
    }

    void aDossierGivenOutStaysAsItWas()
    {
        Story story;
        story.add(samples::documentAdded(1, 9));
        Folding folding = must(Folding::of(story.entries()));
        const Dossier then = folding.dossier();
        story.add(samples::tied(1));
        VERIFY_OK(folding.follow(story.entries()));
        QCOMPARE(then.ties.size(), std::size_t(0));
        QCOMPARE(then.size, std::uint64_t(2));
    }
};

QTEST_GUILESS_MAIN(TestFolding)
#include "tst_model_folding.moc"
