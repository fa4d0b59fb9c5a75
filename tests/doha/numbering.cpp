// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/doha/numbering.h"

#include <algorithm>
#include <map>
#include <utility>

namespace caseward::doha {

namespace {

struct Row {
    SubParagraph sub;
    bool within = false; // nobody wrote it out: it lies inside a range
};

// A heading and the rows below it, before their numbers are settled.
struct Block {
    FoundParagraph paragraph;
    std::vector<Row> rows;
    bool headed = false;
    int labelled = 0; // the number most of its labels have; 0 when they have none

    [[nodiscard]] bool uses(int number) const
    {
        return std::any_of(rows.begin(), rows.end(), [&](const Row &row) { return row.sub.label.paragraph == number; });
    }
    [[nodiscard]] bool holds(Label label, int number) const
    {
        return std::any_of(rows.begin(), rows.end(), [&](const Row &row) {
            return row.sub.label.letters == label.letters && row.sub.label.nested == label.nested && (row.sub.label.paragraph == number || row.sub.label.paragraph == 0);
        });
    }
};

using Blocks = std::vector<Block>;

int commonNumber(const std::vector<Row> &rows)
{
    std::map<int, int> counts;
    for (const Row &row : rows)
        ++counts[row.sub.label.paragraph];
    counts.erase(0);
    const auto most = std::max_element(counts.begin(), counts.end(), [](const auto &a, const auto &b) { return a.second < b.second; });
    return most == counts.end() ? 0 : most->first;
}

void addRows(Block &block, const Item &item)
{
    for (const Label &label : item.labels) {
        const bool within = std::find(item.within.begin(), item.within.end(), label) != item.within.end();
        const bool withdrawn = std::find(item.withdrawn.begin(), item.withdrawn.end(), label) != item.withdrawn.end();
        block.rows.push_back({{label, item.part, withdrawn ? Finding::Withdrawn : *item.finding, item.withdrawn.empty() ? item.note : std::string()}, within});
    }
}

Block headedBy(const Item &item, Notices &notices)
{
    Block block;
    block.headed = true;
    block.paragraph.number = item.number;
    block.paragraph.guidelines = !item.guidelines.empty() ? item.guidelines : item.named != 0 ? std::string(1, item.named) : std::string();
    block.paragraph.finding = item.finding;
    block.paragraph.note = item.note;
    notices.letterAgainstName = notices.letterAgainstName || (item.named != 0 && item.guidelines.size() == 1 && item.guidelines[0] != item.named);
    return block;
}

// "Paragraph 1, Subparagraph b: …" row by row, or a heading that is printed again at the top of a page.
bool goesOn(const Blocks &blocks, const Item &item)
{
    if (blocks.empty() || item.number == 0 || item.number != blocks.back().paragraph.number)
        return false;
    const FoundParagraph &now = blocks.back().paragraph;
    const std::string guidelines = item.guidelines.empty() && item.named != 0 ? std::string(1, item.named) : item.guidelines;
    return (guidelines.empty() || guidelines == now.guidelines) && (!item.finding || item.finding == now.finding) && !(guidelines.empty() && item.finding);
}

// Rows that begin again at "a" under another number, for which there is no heading: a heading was lost.
bool beginsHeadless(const Block &block, const Item &item, const std::vector<Item> &items)
{
    const Label &first = item.labels.front();
    const auto heads = [&](const Item &other) { return other.heading && other.number == first.paragraph; };
    return first.paragraph != 0 && !block.rows.empty() && !block.uses(first.paragraph) && first.letters == "a" && block.holds(first, block.rows.front().sub.label.paragraph)
        && std::none_of(items.begin(), items.end(), heads);
}

Blocks blocksOf(const std::vector<Item> &items, Notices &notices)
{
    Blocks blocks;
    for (const Item &item : items) {
        if (item.heading) {
            if (!goesOn(blocks, item))
                blocks.push_back(headedBy(item, notices));
            continue;
        }
        if (item.labels.empty())
            continue;
        if (blocks.empty() || beginsHeadless(blocks.back(), item, items))
            blocks.emplace_back();
        addRows(blocks.back(), item);
    }
    // "… identical to those of Paragraph 1." at the end of a footnote
    std::erase_if(blocks, [](const Block &block) { return block.rows.empty() && !block.paragraph.finding && block.paragraph.guidelines.empty(); });
    for (Block &block : blocks)
        block.labelled = commonNumber(block.rows);
    return blocks;
}

// The number a block shall have: that of its heading and that of its labels agree but for slips.
void settleNumbers(Blocks &blocks, Notices &notices)
{
    std::vector<int> taken;
    const auto isTaken = [&](int number) { return std::find(taken.begin(), taken.end(), number) != taken.end(); };
    for (std::size_t at = 0; at < blocks.size(); ++at) {
        Block &block = blocks[at];
        const int heading = block.paragraph.number;
        const auto elsewhere = [&](int number) {
            return isTaken(number) || std::any_of(blocks.begin() + std::ptrdiff_t(at) + 1, blocks.end(), [&](const Block &other) { return other.labelled == number; });
        };
        int number = heading != 0 ? heading : block.labelled;
        if (block.labelled != 0 && !block.uses(heading) && !elsewhere(block.labelled))
            number = block.labelled; // the heading was copied
        if (number == 0 || isTaken(number)) {
            number = 1;
            while (elsewhere(number) || std::any_of(blocks.begin(), blocks.end(), [&](const Block &other) { return &other != &block && other.paragraph.number == number; }))
                ++number;
        }
        notices.renumbered = notices.renumbered || (heading != 0 && heading != number) || (block.labelled != 0 && block.labelled != number);
        block.paragraph.number = number;
        taken.push_back(number);
    }
}

std::string letterBefore(const std::string &letters)
{
    if (letters.front() != 'a')
        return std::string(letters.size(), char(letters.front() - 1));
    return letters.size() == 1 ? std::string() : std::string(letters.size() - 1, 'z');
}

// Rows whose number is not that of their paragraph: to the paragraph of their number when they fit there and do not continue
// the rows they stand in, else numbered as these.
void settleLabels(Blocks &blocks, Notices &notices)
{
    for (std::size_t at = 0; at < blocks.size(); ++at) {
        const int number = blocks[at].paragraph.number;
        const std::vector<Row> rows = std::exchange(blocks[at].rows, {});
        for (Row row : rows) {
            Label &label = row.sub.label;
            const int written = label.paragraph;
            if (written != 0 && written != number && written != blocks[at].labelled) {
                notices.renumbered = true;
                const auto other = std::find_if(blocks.begin(), blocks.end(), [&](const Block &one) { return one.paragraph.number == written; });
                const Label previous{number, letterBefore(label.letters), {}};
                const bool continues = !previous.letters.empty() && blocks[at].holds(previous, number) && !blocks[at].holds(label, number);
                if (other != blocks.end() && !continues && !other->holds(label, written)) {
                    other->rows.push_back(std::move(row));
                    continue;
                }
            }
            label.paragraph = number;
            blocks[at].rows.push_back(std::move(row));
        }
    }
}

// Sorted; the same row twice is one row; a row that is written out goes before the range around it; nothing when one
// sub-paragraph is found both ways.
std::optional<Refusal> settleRows(Block &block, Notices &notices)
{
    auto &rows = block.rows;
    std::stable_sort(rows.begin(), rows.end(), [](const Row &a, const Row &b) {
        if (before(a.sub.label, b.sub.label) || before(b.sub.label, a.sub.label))
            return before(a.sub.label, b.sub.label);
        return a.sub.part != b.sub.part ? a.sub.part < b.sub.part : a.within < b.within;
    });
    for (Row &row : rows) {
        auto &subs = block.paragraph.subParagraphs;
        const bool again = !subs.empty() && subs.back().label == row.sub.label && subs.back().part == row.sub.part;
        if (!again) {
            subs.push_back(std::move(row.sub));
        } else if (row.sub.finding == subs.back().finding) {
            notices.repeated = true;
        } else if (row.within) {
            notices.exceptFromRange = true;
        } else {
            return Refusal{Reason::FoundBothWays, text(row.sub.label)};
        }
    }
    return std::nullopt;
}

} // namespace

std::variant<std::vector<FoundParagraph>, Refusal> gather(const std::vector<Item> &items, Notices &notices)
{
    Blocks blocks = blocksOf(items, notices);
    settleNumbers(blocks, notices);
    settleLabels(blocks, notices);
    std::vector<FoundParagraph> paragraphs;
    for (Block &block : blocks) {
        if (std::optional<Refusal> refused = settleRows(block, notices))
            return *refused;
        paragraphs.push_back(std::move(block.paragraph));
    }
    std::stable_sort(paragraphs.begin(), paragraphs.end(), [](const FoundParagraph &a, const FoundParagraph &b) { return a.number < b.number; });
    return paragraphs;
}

} // namespace caseward::doha
