// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/store/machinetext.h"

#include "core/base/blanktext.h"
#include "core/crypto/digest.h"

namespace caseward::store {

namespace {

// Over the engine, the place and the line, so that no row can stand in for another.
Digest digestOf(const DocumentId &document, std::uint32_t number, const std::string &engine, const std::string &line)
{
    return crypto::sha256(viewOf(document.text() + "\n" + std::to_string(number) + "\n" + engine + "\n" + line + "\n"));
}

// The beginning of a text in canonical JSON: whether something is said, or nothing when white space is all that is seen of it.
std::optional<bool> beginsWithWords(std::string_view start)
{
    for (std::size_t at = 0; at < start.size(); ++at) {
        if (start[at] == '\\' && at + 1 < start.size() && std::string_view("ntr").find(start[at + 1]) != std::string_view::npos)
            ++at;
        else if (start[at] == '\\' && at + 1 == start.size())
            return std::nullopt;
        else if (start[at] != ' ')
            return start[at] != '"';
    }
    return std::nullopt;
}

} // namespace

Status keepMachinePage(CaseFile &file, const DocumentId &document, std::uint32_t number, const MachinePage &page)
{
    TRY(file.database().needWritable());
    auto there = TRY(file.database().prepare("SELECT 1 FROM pages WHERE document=? AND number=?"));
    if (!TRY(there.bind(1, document.text()).bind(2, static_cast<std::int64_t>(number)).step()))
        return fail(FaultCode::NotFound, "no page " + std::to_string(number), {{"page", std::to_string(number)}});
    const std::string line = encodePage(page.layer, number);
    auto insert = TRY(file.database().prepare("INSERT OR REPLACE INTO machine_pages(document, number, engine, layer, digest) VALUES(?,?,?,?,?)"));
    insert.bind(1, document.text())
        .bind(2, static_cast<std::int64_t>(number))
        .bind(3, page.engine)
        .bind(4, line)
        .bind(5, digestOf(document, number, page.engine, line).hex());
    return insert.run();
}

Result<std::optional<MachinePage>> machinePage(CaseFile &file, const DocumentId &document, std::uint32_t number)
{
    auto row = TRY(file.database().prepare("SELECT engine, layer, digest FROM machine_pages WHERE document=? AND number=?"));
    if (!TRY(row.bind(1, document.text()).bind(2, static_cast<std::int64_t>(number)).step()))
        return std::optional<MachinePage>();
    MachinePage page;
    page.engine = row.text(0);
    if (digestOf(document, number, page.engine, row.text(1)).hex() != row.text(2))
        return fail(FaultCode::VaultDamaged, "what a machine read on page " + std::to_string(number) + " of document " + document.text() + " does not have its digest");
    page.layer = TRY(decodePage(row.text(1), number));
    return std::optional<MachinePage>(std::move(page));
}

Result<std::vector<std::uint32_t>> wordlessPages(CaseFile &file, const DocumentId &document)
{
    std::vector<std::uint32_t> numbers;
    // Only where the text begins in the stored line (textlayer.h); before it stand numbers and base64, which cannot look like it.
    auto rows = TRY(file.database().prepare("SELECT number, substr(layer, instr(layer,'\"text\":\"')+8, 160) FROM pages WHERE document=? ORDER BY number"));
    rows.bind(1, document.text());
    while (TRY(rows.step())) {
        const auto number = static_cast<std::uint32_t>(rows.number(0));
        std::optional<bool> words = beginsWithWords(rows.text(1));
        if (!words)
            words = !isBlank(TRY(file.page(document, number)).text.text);
        if (!*words)
            numbers.push_back(number);
    }
    return numbers;
}

Result<std::vector<std::uint32_t>> machinePages(CaseFile &file, const DocumentId &document)
{
    std::vector<std::uint32_t> numbers;
    auto rows = TRY(file.database().prepare("SELECT number FROM machine_pages WHERE document=? ORDER BY number"));
    rows.bind(1, document.text());
    while (TRY(rows.step()))
        numbers.push_back(static_cast<std::uint32_t>(rows.number(0)));
    return numbers;
}

} // namespace caseward::store
