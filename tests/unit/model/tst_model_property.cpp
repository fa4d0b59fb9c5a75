// SPDX-License-Identifier: GPL-3.0-or-later
// Histories made up by chance from a fixed seed; what must hold of every one of them.
#include "core/model/changes.h"
#include "core/model/changetexts.h"
#include "tests/unit/model/generator.h"

#include <QTest>

using namespace caseward;
using namespace caseward::model;
using samples::idOf;
using samples::Generator;
using samples::Story;

namespace {

// The rule as the format page words it, without the fold's cleverness: withdrawn when a withdrawal that is itself
// not withdrawn names it.
bool isWithdrawn(const std::vector<Entry> &entries, std::uint64_t seq)
{
    for (std::uint64_t later = seq + 1; later < entries.size(); ++later) {
        const Entry &entry = entries[later];
        if (entry.kind == "entry.withdrawn" && entry.body.find("seq")->number() == static_cast<double>(seq)
            && !isWithdrawn(entries, later))
            return true;
    }
    return false;
}

// The id that a passage, contradiction, gap or allegation entry is about; empty for other kinds.
std::string subjectOf(const Entry &entry)
{
    for (const char *key : {"passage", "contradiction", "gap", "allegation"})
        if (const codec::Json *id = entry.body.find(key))
            return std::string(key) + id->string();
    return {};
}

// The same history as if the withdrawn entries had never been: each of them, each withdrawal and each entry about
// something that now never was becomes an entry that changes nothing the test compares.
Story withoutWithdrawn(const Story &story)
{
    std::vector<Entry> entries = story.entries();
    std::set<std::string> there;
    for (Entry &entry : entries) {
        const bool creates = entry.kind == "passage.tied" || entry.kind == "contradiction.linked" || entry.kind == "gap.noted" ||
                             entry.kind == "allegation.made";
        bool drop = entry.kind == "entry.withdrawn" || isWithdrawn(story.entries(), entry.seq);
        const std::string subject = subjectOf(entry);
        if (!drop && creates)
            there.insert(subject);
        drop = drop || (!subject.empty() && there.count(subject) == 0);
        if (drop) {
            const Event neutral = CustodyReceived{idOf<BundleId>(1), samples::digestOf(1)};
            entry.kind = eventKind(neutral);
            entry.body = encodeEvent(neutral);
        }
    }
    return Story(entries);
}

} // namespace

class TestModelProperty : public QObject {
    Q_OBJECT

private slots:
    void histories_data()
    {
        QTest::addColumn<int>("seed");
        for (int seed = 1; seed <= 24; ++seed)
            QTest::addRow("seed %d", seed) << seed;
    }

    void histories()
    {
        QFETCH(int, seed);
        const Story story = Generator(static_cast<std::uint64_t>(seed)).grow(120);
        entriesRoundTrip(story);
        everyPrefixFolds(story);
        withdrawnIsAsIfItHadNeverBeen(story);
        changesLeadFromThenToNow(story);
    }

private:
    static void entriesRoundTrip(const Story &story)
    {
        for (const Entry &entry : story.entries()) {
            const auto event = decodeEvent(entry.kind, entry.body);
            QVERIFY2(event.ok(), event.ok() ? "" : event.fault().detail.c_str());
            QVERIFY(encodeEvent(*event) == entry.body);
            const auto again = decodeEntry(encodeEntry(entry));
            QVERIFY(again.ok());
            QVERIFY(*again == entry);
        }
    }

    static void everyPrefixFolds(const Story &story)
    {
        for (std::size_t size = 1; size <= story.entries().size(); size += 7) {
            const auto dossier = foldPrefix(story.entries(), size);
            QVERIFY2(dossier.ok(), dossier.ok() ? "" : dossier.fault().detail.c_str());
            QCOMPARE(dossier->size, std::uint64_t(size));
            QVERIFY(dossier->pagesRead() <= dossier->pageCount());
        }
    }

    static void withdrawnIsAsIfItHadNeverBeen(const Story &story)
    {
        const auto dossier = story.fold();
        const auto plain = withoutWithdrawn(story).fold();
        QVERIFY2(plain.ok(), plain.ok() ? "" : plain.fault().detail.c_str());
        QVERIFY(describe(*dossier) == describe(*plain));
        QVERIFY(dossier->status == plain->status);
        QCOMPARE(dossier->pagesRead(), plain->pagesRead());
        for (std::size_t i = 0; i < dossier->ties.size(); ++i) {
            QVERIFY(dossier->ties[i].id == plain->ties[i].id); // in the same order
            QCOMPARE(dossier->ties[i].changed.seq, plain->ties[i].changed.seq);
        }
    }

    static void changesLeadFromThenToNow(const Story &story)
    {
        for (std::uint64_t since = 0; since < story.entries().size(); since += 13) {
            const auto list = changesSince(story.entries(), since);
            QVERIFY(list.ok());
            std::map<std::pair<std::string, std::string>, std::string> things;
            for (const auto &thing : describe(*foldPrefix(story.entries(), since + 1)))
                things[{std::string(areaName(thing.first.first)), thing.first.second}] = thing.second.words;
            for (const Change &change : *list) {
                QVERIFY(change.by.seq > since);
                QVERIFY(story.entries()[change.by.seq].actor == change.by.actor);
                const auto key = std::make_pair(change.area, change.key);
                QCOMPARE(things.count(key), std::size_t(change.what == Change::What::Added ? 0 : 1));
                if (change.what == Change::What::Removed)
                    things.erase(key);
                else
                    things[key] = change.after;
            }
            std::map<std::pair<std::string, std::string>, std::string> now;
            for (const auto &thing : describe(*story.fold()))
                now[{std::string(areaName(thing.first.first)), thing.first.second}] = thing.second.words;
            QVERIFY(things == now);
        }
    }
};

QTEST_GUILESS_MAIN(TestModelProperty)
#include "tst_model_property.moc"
