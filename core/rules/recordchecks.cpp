// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/rules/checks.h"

namespace caseward::rules {

namespace {

constexpr std::size_t rangesNamed = 4; // more would not fit a line; the count before them is exact

std::string nameOf(const model::DocumentState &document)
{
    if (!isBlank(document.facts.title))
        return document.facts.title;
    return isBlank(document.facts.name) ? "Document " + document.facts.document.text() : document.facts.name;
}

struct Missing {
    std::size_t count = 0;
    std::uint32_t first = 0;
    std::string ranges; // "2-4, 7"
};

Missing missingPages(const model::DocumentState &document)
{
    Missing missing;
    std::size_t ranges = 0;
    const auto isMissing = [&document](std::uint32_t page) {
        return document.displayed.count(page) == 0 && document.waived.count(page) == 0;
    };
    for (std::uint32_t page = 1; page <= document.facts.pages; ++page) {
        if (!isMissing(page))
            continue;
        std::uint32_t last = page;
        while (last < document.facts.pages && isMissing(last + 1))
            ++last;
        if (missing.count == 0)
            missing.first = page;
        missing.count += last - page + 1;
        if (++ranges <= rangesNamed) {
            missing.ranges += (ranges == 1 ? "" : ", ") + std::to_string(page);
            if (last != page)
                missing.ranges += "-" + std::to_string(last);
        }
        page = last;
    }
    if (ranges > rangesNamed)
        missing.ranges += ", …";
    return missing;
}

} // namespace

void checkRecord(const Examined &it)
{
    it.block("no-documents", {Target::Place::Case, "", 0}, it.dossier.documents.empty(), "The record has no document",
             "The record has " + counted(it.dossier.documents.size(), "document"));
    for (const model::DocumentState &document : it.dossier.documents) {
        if (!document.isReadable()) {
            it.needExplanation("document-unreadable", {Target::Place::Document, document.facts.document.text(), 0}, true,
                               nameOf(document) + " could not be opened (" + document.facts.unreadable + "): say how it was considered, or why not",
                               nameOf(document) + " could not be opened, and that is accounted for");
            continue;
        }
        const Missing missing = missingPages(document);
        const std::string name = nameOf(document);
        it.block("pages-not-displayed", {Target::Place::Document, document.facts.document.text(), missing.first},
                 missing.count > 0,
                 name + ": " + counted(missing.count, "page") + " never displayed (" + (missing.count == 1 ? "page " : "pages ")
                     + missing.ranges + ")",
                 name + ": every page was displayed or waived");
    }
}

void checkContradictions(const Examined &it)
{
    std::size_t number = 0;
    for (const model::Contradiction &contradiction : it.dossier.contradictions) {
        const std::string name = "Contradiction " + std::to_string(++number);
        const std::string about = isBlank(contradiction.note) ? "" : " (" + contradiction.note + ")";
        it.block("contradiction-open", {Target::Place::Contradiction, contradiction.id.text(), 0},
                 !contradiction.resolved.has_value(), name + about + " has no resolution", name + about + " is resolved");
    }
}

void checkGaps(const Examined &it)
{
    for (const model::Gap &gap : it.dossier.gaps) {
        const std::string name = "The gap in " + gap.lane + " from " + gap.from + " to " + gap.to;
        it.block("gap-unexplained", {Target::Place::Gap, gap.id.text(), 0}, !gap.explained.has_value(),
                 name + " is not explained", name + " is explained");
    }
}

} // namespace caseward::rules
