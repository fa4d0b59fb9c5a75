// SPDX-License-Identifier: GPL-3.0-or-later
// Every bound on what comes from outside, in one place. Sizes are bytes unless the name says otherwise.
#pragma once

#include <cstddef>
#include <cstdint>

namespace caseward::limits {

// JSON
inline constexpr std::size_t jsonDepth = 64;
inline constexpr std::size_t jsonBytes = 64u << 20;
inline constexpr std::size_t entryBytes = 8u << 20; // a signed decision travels inside one entry

// documents and the reader child
inline constexpr std::uint64_t documentBytes = 512ull << 20;
inline constexpr std::uint32_t documentPages = 10'000;       // 10,000 pages and more are refused
inline constexpr std::uint32_t pagePixelsSide = 20'000;
inline constexpr std::uint64_t pagePixels = 64ull << 20;
inline constexpr std::uint64_t textLayerBytes = 50ull << 20; // all pages of one document
inline constexpr std::uint32_t codePointsPerPage = 400'000;
inline constexpr int readerSecondsPerPage = 20;
inline constexpr int readerSecondsToOpen = 30;
inline constexpr int readerSecondsPerScan = 90;              // reading the letters of one scanned page
inline constexpr int readerStarts = 3;                       // of a child that dies over a document
inline constexpr std::uint64_t readerMemory = 2048ull << 20;
inline constexpr std::uint32_t documentParts = 500;          // attachments of an e-mail, members of an archive
inline constexpr std::size_t partNameBytes = 1'000;
inline constexpr std::uint32_t questionnaireAnswers = 100'000;
inline constexpr std::size_t answerPathBytes = 1'000;
inline constexpr int partDepth = 4;                          // an archive in an e-mail in an archive …
inline constexpr std::uint32_t inflateRatio = 200;           // beyond the first inflateFreeBytes of a compressed member
inline constexpr std::uint64_t inflateFreeBytes = 4ull << 20;
inline constexpr int xmlDepth = 128;
inline constexpr std::size_t rtfDepth = 512;                 // groups within groups
inline constexpr int mailDepth = 16;                         // multiparts within multiparts
inline constexpr double pagePointsSide = 14'400.0;           // PDF 32000-1 Annex C

// sealed streams and bundles
inline constexpr std::size_t segmentBytes = 4u << 20;
inline constexpr std::size_t sealedSegmentBytes = segmentBytes + 1024;
inline constexpr std::uint32_t bundleParts = 65'536;
inline constexpr std::uint64_t bundleBytes = 64ull << 30;
inline constexpr std::uint32_t bundleCases = 1'000;
inline constexpr std::uint32_t bundleFiles = 100'000;
inline constexpr std::size_t labelBytes = 16u << 20;
inline constexpr std::size_t tarNameBytes = 200;
inline constexpr std::size_t tarMembers = 250'000;

// cases
inline constexpr std::uint64_t caseEntries = 1'000'000;
inline constexpr std::size_t noteCharacters = 20'000;
inline constexpr std::size_t quoteCharacters = 20'000;

// certificates and signatures
inline constexpr std::size_t rosterPeople = 5'000;
inline constexpr std::size_t rosterBytes = 32u << 20;
inline constexpr std::size_t bannerBytes = 16u << 10;
inline constexpr std::size_t cmsBytes = 1u << 20;
inline constexpr std::size_t certificateBytes = 64u << 10;
inline constexpr std::size_t revocationListBytes = 16u << 20;

// packs
inline constexpr std::size_t packBytes = 8u << 20;

} // namespace caseward::limits
