// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/reader/scanreader.h"

#include "core/base/limits.h"
#include "core/base/utf8.h"

#include <algorithm>
#include <cmath>
#include <cstdlib>

#include <dlfcn.h>

namespace caseward::reader {

namespace {

constexpr double scanDpi = 300, pointsPerInch = 72;
constexpr double mostPixels = limits::pagePixels / 2.0; // the picture is held in colour, in grey and in black
constexpr int lstmOnly = 1, wholePage = 3, levelLine = 2, levelWord = 3; // of tesseract's public types

// The part of Tesseract's C interface that is used here (capi.h, stable within libtesseract.so.5).
struct Tesseract {
    void *handle = nullptr;
    const char *(*version)() = nullptr;
    void *(*create)() = nullptr;
    int (*init)(void *, const char *data, const char *language, int mode) = nullptr;
    void (*setSegmentation)(void *, int mode) = nullptr;
    void (*setImage)(void *, const unsigned char *pixels, int width, int height, int pixelBytes, int lineBytes) = nullptr;
    void (*setResolution)(void *, int dpi) = nullptr;
    int (*recognize)(void *, void *monitor) = nullptr;
    void (*clear)(void *) = nullptr;
    void *(*iterator)(void *) = nullptr;
    void (*deleteIterator)(void *) = nullptr;
    void *(*pageIterator)(void *) = nullptr;
    int (*next)(void *, int level) = nullptr;
    char *(*wordText)(const void *, int level) = nullptr;
    void (*deleteText)(const char *) = nullptr;
    int (*box)(const void *, int level, int *left, int *top, int *right, int *bottom) = nullptr;
    int (*isAtFinal)(const void *, int level, int element) = nullptr;

    bool load();
    template <typename Function>
    void find(bool &found, const char *name, Function &function)
    {
        function = reinterpret_cast<Function>(::dlsym(handle, name));
        found = found && function != nullptr;
    }
};

bool Tesseract::load()
{
    // OpenMP would start threads, and end the process when it may not. It asks for this when it is loaded.
    ::setenv("OMP_THREAD_LIMIT", "1", 1);
    handle = ::dlopen("libtesseract.so.5", RTLD_NOW | RTLD_LOCAL);
    bool found = handle != nullptr;
    if (!found)
        return false;
    find(found, "TessVersion", version);
    find(found, "TessBaseAPICreate", create);
    find(found, "TessBaseAPIInit2", init);
    find(found, "TessBaseAPISetPageSegMode", setSegmentation);
    find(found, "TessBaseAPISetImage", setImage);
    find(found, "TessBaseAPISetSourceResolution", setResolution);
    find(found, "TessBaseAPIRecognize", recognize);
    find(found, "TessBaseAPIClear", clear);
    find(found, "TessBaseAPIGetIterator", iterator);
    find(found, "TessResultIteratorDelete", deleteIterator);
    find(found, "TessResultIteratorGetPageIterator", pageIterator);
    find(found, "TessResultIteratorNext", next);
    find(found, "TessResultIteratorGetUTF8Text", wordText);
    find(found, "TessDeleteText", deleteText);
    find(found, "TessPageIteratorBoundingBox", box);
    find(found, "TessPageIteratorIsAtFinalElement", isAtFinal);
    return found;
}

struct Grey {
    std::vector<unsigned char> pixels;
    int width = 0, height = 0;
};

Grey greyOf(const Pixels &page)
{
    std::vector<std::uint32_t> colours(std::size_t(page.width) * page.height);
    page.copyRows(0, page.height, colours.data());
    Grey grey;
    grey.width = static_cast<int>(page.width);
    grey.height = static_cast<int>(page.height);
    grey.pixels.resize(colours.size());
    std::transform(colours.begin(), colours.end(), grey.pixels.begin(), [](std::uint32_t c) {
        return static_cast<unsigned char>(((c >> 16 & 0xff) * 299 + (c >> 8 & 0xff) * 587 + (c & 0xff) * 114) / 1000); // ITU-R BT.601
    });
    return grey;
}

class TesseractReader final : public ScanReader {
public:
    TesseractReader(const Tesseract &library, void *engine) : m_library(library), m_engine(engine) {}
    [[nodiscard]] std::string engine() const override { return std::string("tesseract ") + m_library.version(); }
    Outcome<LaidText> read(Document &document, std::uint32_t page) override;

private:
    Outcome<LaidText> words(const Size &page, const Grey &picture);
    void addWord(LaidText &out, const void *at, const Size &page, const Grey &picture);

    Tesseract m_library;
    void *m_engine; // as long as the process
};

Outcome<LaidText> TesseractReader::read(Document &document, std::uint32_t page)
{
    const std::vector<Size> sizes = document.pages();
    if (page == 0 || page > sizes.size())
        return Status::Damaged;
    const Size size = sizes[page - 1];
    const double side = std::max(size.width, size.height) / pointsPerInch;
    const double dpi = std::min({scanDpi, (limits::pagePixelsSide - 1) / side, std::sqrt(mostPixels / (size.width * size.height)) * pointsPerInch});
    const Outcome<Pixels> rendered = document.render(page, dpi);
    if (const Status *trouble = std::get_if<Status>(&rendered))
        return *trouble;
    const Grey picture = greyOf(std::get<Pixels>(rendered));
    m_library.setImage(m_engine, picture.pixels.data(), picture.width, picture.height, 1, picture.width);
    m_library.setResolution(m_engine, static_cast<int>(std::lround(dpi)));
    Outcome<LaidText> outcome = m_library.recognize(m_engine, nullptr) == 0 ? words(size, picture) : Outcome<LaidText>(Status::Failed);
    m_library.clear(m_engine);
    return outcome;
}

Outcome<LaidText> TesseractReader::words(const Size &page, const Grey &picture)
{
    LaidText out;
    void *at = m_library.iterator(m_engine);
    if (at == nullptr)
        return out; // nothing was found
    const void *place = m_library.pageIterator(at);
    do {
        addWord(out, at, page, picture);
        const char32_t gap = m_library.isAtFinal(place, levelLine, levelWord) != 0 ? U'\n' : U' ';
        if (!out.text.empty() && out.text.back() != U'\n' && out.text.back() != U' ') {
            out.text.push_back(gap);
            out.boxes.push_back({out.boxes.back().x + out.boxes.back().width, out.boxes.back().y, 0, out.boxes.back().height});
        } else if (!out.text.empty() && gap == U'\n') {
            out.text.back() = gap;
        }
    } while (out.text.size() <= limits::codePointsPerPage && m_library.next(at, levelWord) != 0);
    m_library.deleteIterator(at);
    if (out.text.size() > limits::codePointsPerPage)
        return Status::TooLarge;
    return out;
}

void TesseractReader::addWord(LaidText &out, const void *at, const Size &page, const Grey &picture)
{
    char *found = m_library.wordText(at, levelWord);
    if (found == nullptr)
        return;
    const auto decoded = toCodePoints(found);
    m_library.deleteText(found);
    int left = 0, top = 0, right = 0, bottom = 0;
    if (!decoded.ok() || m_library.box(m_library.pageIterator(const_cast<void *>(at)), levelWord, &left, &top, &right, &bottom) == 0)
        return;
    const double x = page.width / picture.width, y = page.height / picture.height;
    const double share = (right - left) * x / static_cast<double>(decoded->size());
    for (std::size_t i = 0; i < decoded->size(); ++i) {
        const char32_t c = (*decoded)[i];
        out.text.push_back(isForbiddenControl(c) || c == U'\n' || c == U'\t' ? U'\ufffd' : c);
        out.boxes.push_back({left * x + share * static_cast<double>(i), top * y, share, (bottom - top) * y});
    }
}

} // namespace

std::unique_ptr<ScanReader> ScanReader::load()
{
    Tesseract library;
    if (!library.load())
        return nullptr;
    void *engine = library.create();
    if (engine == nullptr || library.init(engine, nullptr, "eng", lstmOnly) != 0)
        return nullptr;
    // What it has to say goes to stderr, which is /dev/null; a file of its own it could not open any more.
    library.setSegmentation(engine, wholePage);
    return std::make_unique<TesseractReader>(library, engine);
}

} // namespace caseward::reader
