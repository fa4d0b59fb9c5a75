// SPDX-License-Identifier: GPL-3.0-or-later
// The kinds of entry of a case history as typed values, and their bodies as JSON. A kind this version does not know
// decodes to UnknownEvent, which keeps the case readable but read-only. Plain values; any thread.
#pragma once

#include "core/base/ids.h"
#include "core/codec/json.h"
#include "core/model/allegations.h"
#include "core/model/letters.h"
#include "core/model/page.h"
#include "core/model/proceedings.h"
#include "core/model/reciprocity.h"
#include "core/model/screening.h"

#include <cstdint>
#include <optional>
#include <string>
#include <variant>
#include <vector>

namespace caseward::model {

struct PackRef {
    std::string id;        // "us-sead4-2017"
    std::string version;   // "1.0.0"
    Digest digest;         // of the pack's canonical bytes; a case pins it
    bool operator==(const PackRef &) const = default;
};

// A condition of a pack, e.g. {"us-sead4-2017", "16(a)"}.
struct ConditionRef {
    std::string pack;
    std::string id;
    auto operator<=>(const ConditionRef &) const = default;
};

enum class Weight { Slight = 1, Moderate = 2, Substantial = 3 };
enum class ConditionFinding { Established, NotEstablished, Applies, DoesNotApply, NoEvidence };
enum class GuidelineFinding { ForSubject, AgainstSubject };
// Kind of document on the record list; decides its group there.
enum class DocumentKind { Questionnaire, ReportOfInvestigation, CreditReport, CourtRecord, PoliceRecord, TaxRecord,
                          MedicalRecord, Letter, Email, SubjectStatement, Interrogatory, Transcript, Decision, Other };

[[nodiscard]] std::string_view weightName(Weight weight);               // "slight", "moderate", "substantial"
[[nodiscard]] std::string_view findingName(ConditionFinding finding);   // "established", "does-not-apply", …
[[nodiscard]] std::string_view findingName(GuidelineFinding finding);   // "for-subject", "against-subject"
[[nodiscard]] std::string_view documentKindName(DocumentKind kind);     // "report-of-investigation", …
[[nodiscard]] Result<Weight> parseWeight(std::string_view name);
[[nodiscard]] Result<ConditionFinding> parseConditionFinding(std::string_view name);
[[nodiscard]] Result<GuidelineFinding> parseGuidelineFinding(std::string_view name);
[[nodiscard]] Result<DocumentKind> parseDocumentKind(std::string_view name);

// A place in a document, anchored so that a later text layer cannot move it silently.
struct Anchor {
    DocumentId document;
    Digest documentDigest;         // of the document's bytes
    Span span;
    std::string quote;             // exact text of the span
    std::string before, after;     // up to 32 code points on each side
    std::vector<Rect> rects;       // one a line, points; empty for plain text
    bool operator==(const Anchor &) const = default;
};

struct CaseOpened {
    CaseId caseId;
    std::string reference;         // case number, "PSH-25-0206"
    std::string subject;           // pseudonymous subject reference, never printed on a label
    std::string type;              // "initial", "periodic", "incident", "reciprocity"
    std::string access;            // what is asked for: "Secret", "Top Secret/SCI"
    std::string marking;           // "CUI//PRVCY"
    std::string due;               // YYYY-MM-DD or empty
    PackRef pack;
    bool demonstration = false;
};
// A person who acts on this case, so that a history can be read without the vault.
struct PersonIntroduced { PersonId person; std::string name; std::vector<std::string> roles; Bytes certificate; };
struct DocumentAdded {
    DocumentId document;
    Digest digest;
    std::uint64_t bytes = 0;
    std::string name;              // file name as received, for display only
    std::string title;
    DocumentKind kind = DocumentKind::Other;
    MediaType media = MediaType::PlainText;
    std::string source;            // who gave it
    std::string date;              // YYYY-MM-DD or empty
    std::string exhibit;           // "Ex. 12" or empty
    std::string marking;           // portion mark
    std::uint32_t pages = 0;
    Digest textDigest;             // of the stored text layer
    std::string engine;            // "poppler 22.12.0"
    // Members of later versions, absent in an entry when they say nothing.
    std::string agency;            // whose record it is
    std::string custody;           // how it came here: "by courier, seal 4411 unbroken"
    std::optional<DocumentId> parent; // the e-mail it was attached to, the archive it lay in
    std::string part;              // its name in there, as received
    std::string unreadable;        // why the reader could not open it: "document-encrypted"; then pages is 0: kept, never shown
};
// What is said of a document, whole, each time it is corrected; its bytes, name and pages never change.
struct DocumentDescribed {
    DocumentId document;
    std::string title;
    DocumentKind kind = DocumentKind::Other;
    std::string source, agency, date, exhibit, marking, custody;
};
struct PagesDisplayed { DocumentId document; std::vector<std::uint32_t> pages; };
struct PagesWaived { DocumentId document; std::vector<std::uint32_t> pages; std::string reason; };
struct PassageTied { PassageId passage; Anchor anchor; ConditionRef condition; Weight weight = Weight::Moderate; std::string note; };
struct PassageWeighed { PassageId passage; Weight weight = Weight::Moderate; };
struct PassageNoted { PassageId passage; std::string note; };
// Its boundaries, or its place: the tie, its weight and note stay.
struct PassageMoved { PassageId passage; Anchor anchor; };
// What is known about what a passage says, whole, each time it is said. Reliability of the source A to F and credibility of the
// information 1 to 6 are the Admiralty code (NATO AJP-2.1); they describe evidence and add up to nothing.
struct PassageAppraised {
    PassageId passage;
    std::string reliability;       // "A" to "F" or empty
    std::uint32_t credibility = 0; // 1 to 6; 0: not graded
    std::string standing;          // "admitted", "disputed" or empty
    std::string from, to;          // when the conduct was: YYYY, YYYY-MM, YYYY-MM-DD or empty
    bool about = false;            // the dates are not certain
    bool operator==(const PassageAppraised &) const = default;
};
struct PassageUntied { PassageId passage; std::string reason; };
struct ContradictionLinked { ContradictionId contradiction; Anchor claimed; Anchor found; std::string note; };
struct ContradictionResolved { ContradictionId contradiction; std::string resolution; };
struct GapNoted { GapId gap; std::string lane; std::string from; std::string to; std::optional<Anchor> anchor; std::string note; };
struct GapExplained { GapId gap; std::string explanation; };
struct ConditionFound { ConditionRef condition; ConditionFinding finding = ConditionFinding::NoEvidence; std::string reason; };
struct GuidelineFound { std::string pack; std::string guideline; GuidelineFinding finding = GuidelineFinding::AgainstSubject; std::string reason; };
// What the record says on a factor, and the passages that say it (absent in an entry when none is cited).
struct FactorWeighed { std::string pack; std::string factor; std::string text; std::vector<PassageId> cites = {}; };
// The reasons, whole, each time they are saved: a paragraph and the passages it cites.
struct Paragraph { std::string text; std::vector<PassageId> cites; bool internal = false; bool operator==(const Paragraph &) const = default; }; // internal: never in a letter that leaves
struct ReasonsWritten { std::vector<Paragraph> paragraphs; };
struct OutcomeProposed {
    std::string outcome;           // id in the pack
    std::string exception;         // pack exception code or empty
    std::vector<std::string> conditions;
};
// A further checklist on the same case; findings are made for each, never merged.
struct PackJoined { PackRef pack; std::string reason; };
// The case goes on with another version of one of its packs (same id). What was recorded keeps its words in the history.
struct PackMoved { PackRef from, to; std::string reason; };
struct CheckExplained { std::string check; std::string target; std::string explanation; };
struct DecisionSigned {
    Digest digest;                 // of decision.json
    std::string decision;          // decision.json itself, canonical
    Bytes signature;               // decision.p7s
    std::string outcome;
};
struct ReviewNote { std::string target; std::string text; bool operator==(const ReviewNote &) const = default; };
struct ReviewReturned { Digest decision; std::string reason; std::vector<ReviewNote> notes; };
struct ReviewConcurred { Digest decision; std::string reason; };
struct DecisionCountersigned { Digest decision; Bytes signature; };   // over decision.json || decision.p7s
struct CustodySent { BundleId bundle; std::string toOffice; std::vector<Digest> toCertificates; std::string purpose; };
struct CustodyReceived { BundleId bundle; Digest fromCertificate; };
// Undo: the named entry has no effect any more. Only entries of the weighing kinds may be withdrawn.
struct EntryWithdrawn { std::uint64_t seq = 0; std::string reason; };
struct UnknownEvent { std::string kind; codec::Json body; };

using Event = std::variant<CaseOpened, PersonIntroduced, DocumentAdded, DocumentDescribed, PagesDisplayed, PagesWaived, PassageTied,
                           PassageWeighed, PassageNoted, PassageMoved, PassageAppraised, PassageUntied, ContradictionLinked, ContradictionResolved,
                           GapNoted, GapExplained, ConditionFound, GuidelineFound, FactorWeighed, ReasonsWritten,
                           AllegationMade, AllegationAmended, AllegationDropped, AllegationAnswered, AllegationAppraised, MitigatorWeighed,
                           AllegationFound, SectionJudged, ReleaseRecorded, IdentityRecorded, ComponentRecorded, FlagRaised, FlagDismissed,
                           DeficiencyNoted, DeficiencySettled, CaseReturnedDeficient, PackJoined, PackMoved, OutcomeProposed, CheckExplained, DecisionSigned, ReviewReturned, ReviewConcurred,
                           DecisionCountersigned, CustodySent, CustodyReceived, EntryWithdrawn,
                           StageMoved, ClockStarted, ClockExtended, ClockStopped, ClockResumed, EligibilityRecorded, EligibilityMonitored, ReciprocityDecided, ConflictDeclared, LetterIssued,
                           UnknownEvent>;

// "passage.tied" for a PassageTied, and so on.
[[nodiscard]] std::string eventKind(const Event &event);
[[nodiscard]] codec::Json encodeEvent(const Event &event);
// Malformed for a known kind with a bad body.
[[nodiscard]] Result<Event> decodeEvent(const std::string &kind, const codec::Json &untrustedBody);
// Malformed for an event that decodeEvent would refuse (too long, a bad date, a quote that is not as long as its
// span). Call it before appending: what is in a history must decode for ever.
[[nodiscard]] Status checkEvent(const Event &event);
// The weighing kinds, which entry.withdrawn may name. (It may also name an entry.withdrawn: that is redo.)
[[nodiscard]] bool isWeighingKind(std::string_view kind);
[[nodiscard]] bool isKnownKind(std::string_view kind);

} // namespace caseward::model
