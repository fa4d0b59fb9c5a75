// SPDX-License-Identifier: GPL-3.0-or-later
// What a paper says, before it is laid out: headings, paragraphs, tables. Plain values; any thread.
#pragma once

#include <QColor>
#include <QString>

#include <vector>

namespace caseward::ui {

enum class PaperSize { A4, Letter };
enum class PaperFace { Sans, Serif, Mono };

struct PaperRun {
    QString text;
    bool bold = false;
    bool italic = false;
    bool mono = false;
    QColor colour = {};            // invalid: the colour of the block
};
using PaperText = std::vector<PaperRun>;

struct PaperColumn {
    double share = 1;              // of the width, relative to the other columns
    bool right = false;            // numbers
};
using PaperRow = std::vector<PaperText>;

struct PaperBlock {
    enum class Kind { Title, Heading, Subheading, Paragraph, Centred, Bullet, Quote, Small, Table, Rule, Space, PageBreak };
    Kind kind = Kind::Paragraph;
    PaperText text = {};
    std::vector<PaperColumn> columns = {};
    PaperRow header = {};          // repeated on every page the table reaches; may be empty
    std::vector<PaperRow> rows = {};
    bool keepWithNext = false;     // what follows stands on the page of its last line
    double points = 0;             // Space: its height
    bool shaded = false;           // Table: rows on a light ground, for a box of facts
};

[[nodiscard]] inline PaperText plain(const QString &text) { return {PaperRun{text}}; }
[[nodiscard]] inline PaperText bold(const QString &text) { return {PaperRun{text, true}}; }
// "**bold**" and "`mono`" become runs; everything else is text.
[[nodiscard]] PaperText marked(const QString &text);

} // namespace caseward::ui
