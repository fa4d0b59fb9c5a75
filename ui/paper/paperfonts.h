// SPDX-License-Identifier: GPL-3.0-or-later
// The fonts of papers: Inter and JetBrains Mono from the program's resources where they are linked in, else what the
// system has (fonts-inter, fonts-noto-core, fonts-dejavu-core). Needs a QGuiApplication; GUI thread, or any one thread
// at a time once it has been constructed.
#pragma once

#include "ui/paper/paperblock.h"

#include <QFont>

namespace caseward::ui {

class PaperFonts {
public:
    PaperFonts();
    // `pixels` is the size in device units. Shaping is off: a ligature would come back from the text layer of
    // the PDF as one character, and quotes would no longer be found.
    [[nodiscard]] QFont font(PaperFace face, double pixels, bool bold = false, bool italic = false) const;

private:
    QString m_sans, m_serif, m_mono;
};

} // namespace caseward::ui
