#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes us-sead4-2017.json (caseward-pack/1) and us-sead4-2017-2.0.0.json (caseward-pack/2) from the project's domain facts (../shared/domain/sead4.json beside the checkout) and the
hand-written words of sead4_words.py. The result is committed; run this only when the facts or the words change.

    resources/packs/make_sead4.py            write the packs
    resources/packs/make_sead4.py --check    fail when a committed pack is not what would be written

Version 1.0.0 is pinned by cases and stays what it is; what changes is said in another version beside it.
"""

import json
import pathlib
import sys

import packform
from packform import sentence
from sead4_words import words

HERE = pathlib.Path(__file__).resolve().parent
FACTS = packform.FACTS / "sead4.json"
TARGET = HERE / "us-sead4-2017.json"
SECOND = HERE / "us-sead4-2017-2.0.0.json"
VERSION = "1.0.0"

OUTCOMES = [
    # id, title, class, needs an exception, the word the signer types
    ("grant", "Grant eligibility", "favourable", False, "GRANT"),
    ("grant-with-warning", "Grant eligibility with a written warning", "favourable", False, "GRANT WITH WARNING"),
    ("grant-with-exception", "Grant eligibility with an exception", "favourable", True, "GRANT WITH EXCEPTION"),
    ("deny", "Deny eligibility", "adverse", False, "DENY"),
    ("revoke", "Revoke eligibility", "adverse", False, "REVOKE"),
    ("no-determination", "No determination made", "administrative", False, "NO DETERMINATION"),
    ("loss-of-jurisdiction", "Loss of jurisdiction", "administrative", False, "LOSS OF JURISDICTION"),
    ("discontinued", "Discontinued", "administrative", False, "DISCONTINUED"),
]

STATUTE = "50 U.S.C. § 3343"


def sub_items(items):
    return [{"id": item["id"], "text": item["paraphrase"]} for item in items]


def condition(facts, hand, connective):
    short, keywords, text = hand.pop(facts["id"])
    if not 3 <= len(keywords) <= 8 or not all(word == word.lower() for word in keywords):
        raise SystemExit(f"{facts['id']}: 3 to 8 lower-case keywords, please")
    if len(short) > 64:
        raise SystemExit(f"{facts['id']}: the short text is too long")
    return {
        "id": facts["id"],
        "guideline": facts["guideline"],
        "kind": facts["kind"],
        "citation": facts["citation"],
        "shortText": short,
        "text": sentence(text or facts["paraphrase"]),
        "subItems": sub_items(facts.get("sub_items", [])),
        "keywords": keywords,
        "connective": connective,
    }


def factors(process, key, group, required):
    return [{"id": factor["id"], "group": group, "text": factor["paraphrase"], "required": required}
            for factor in process[key]["factors"]]


def statutory_bars(facts):
    bars = []
    for bar in facts["prohibition"] + facts["disqualification"]:
        scope = bar["applies_to"]
        waiver = " A meritorious waiver is possible." if bar["waivable"] else " This cannot be waived."
        bars.append({
            "id": bar["id"],
            "text": bar["paraphrase"].rstrip(".") + f" ({STATUTE})." + waiver,
            "waivable": bar["waivable"],
            "appliesTo": scope if isinstance(scope, list) else [scope],
        })
    return bars


def make(facts):
    hand = words()
    joined = facts["time_mitigator_connective"]
    connective = {identity: "and" for identity in joined["and"]} | {identity: "or" for identity in joined["or"]}
    guidelines, conditions = [], []
    for guideline in facts["guidelines"]:
        concern = guideline["concern"]
        text = sentence(concern["paraphrase"])
        for item in concern.get("sub_items", []):
            text += f" ({item['id'][-2]}) {sentence(item['paraphrase'])}"
        guidelines.append({
            "letter": guideline["letter"],
            "title": guideline["title"],
            "concern": {"citation": concern["citation"], "text": text},
            "confidence": guideline["verification"]["confidence"],
        })
        for side in ("disqualifying", "mitigating"):
            for one in guideline[side]["conditions"]:
                conditions.append(condition(one, hand, connective.get(one["id"], "none")))
    if hand:
        raise SystemExit("words without a condition: " + ", ".join(sorted(hand)))
    process = facts["adjudicative_process"]
    return {
        "schema": "caseward-pack/1",
        "id": facts["pack_id"],
        "version": VERSION,
        "jurisdiction": facts["jurisdiction"],
        "language": facts["language"],
        "instrument": facts["instrument"],
        "effective": facts["effective"],
        # Some texts are longer than the facts file's 20 words, where both limbs of a condition must be said in full.
        "notice": facts["text_notice"].replace(" (<=20 words each)", ""),
        "counts": {kind: facts["totals"][kind] for kind in ("guidelines", "disqualifying", "mitigating")},
        "guidelines": guidelines,
        "conditions": conditions,
        "factors": factors(process, "2(d)", "whole-person", True) + factors(process, "2(f)", "already-eligible", False),
        "outcomes": [{"id": identity, "title": title, "class": kind, "needsException": exception, "confirmWord": word}
                     for identity, title, kind, exception, word in OUTCOMES],
        "exceptions": [{"code": code["code"], "name": code["name"], "text": sentence(code["paraphrase"])}
                       for code in facts["appendix_c_exceptions"]["codes"]],
        "statutoryBars": statutory_bars(facts["appendix_b_bond_amendment"]),
    }


FURTHER_OUTCOMES = [
    # Only in /2: what process.md section 5 has beside the eight of /1.
    ("accept-reciprocity", "Accept the eligibility of another agency", "favourable", "ACCEPT RECIPROCITY"),
    ("decline-reciprocity", "Decline reciprocity and adjudicate here", "administrative", "DECLINE RECIPROCITY"),
    ("grant-interim", "Grant temporary eligibility", "interim", "GRANT INTERIM"),
    ("suspend", "Suspend eligibility pending a decision", "interim", "SUSPEND"),
    ("cancelled", "Cancelled", "administrative", "CANCELLED"),
]

REVIEW = [
    packform.review("clean", ["grant", "accept-reciprocity"], "no-issue", 1, "A completely favourable case may be approved at the first level",
                    citation="32 CFR 154.41(b)", confidence="high"),
    packform.review("issues", ["grant", "accept-reciprocity"], "issue", 2, "Every case that is not completely favourable is reviewed at two levels at least",
                    citation="32 CFR 154.41(b)(1)(ii)", confidence="high"),
    packform.review("warning", ["grant-with-warning"], "any", 2, "A written warning goes with a letter of advisement and is reviewed at two levels",
                    citation="SEAD 4, App. A, ¶ 2(g), ¶ 2(h)", confidence="medium"),
    packform.review("exception", ["grant-with-exception"], "any", 2, "An exception is signed off by a senior adjudicator, with its conditions, due dates and expiry",
                    citation="SEAD 4, App. C", confidence="medium-high", senior=True),
    packform.review("interim", ["grant-interim"], "any", 1, "A temporary eligibility rests on limited checks and ends when derogatory information comes", confidence="medium"),
    packform.review("suspension", ["suspend"], "any", 2, "A suspension is for the time being and has a day of review", citation="SEAD 4, App. A, ¶ 2(f)(6)", confidence="medium"),
    packform.review("adverse", ["deny", "revoke"], "any", 2, "A proposal to deny or revoke is written by a senior adjudicator with legal advice; a final unfavourable notice is signed at a higher level",
                    citation="32 CFR 154.41(b)", confidence="high", senior=True, legal=True),
    packform.review("administrative", ["no-determination", "loss-of-jurisdiction", "discontinued", "cancelled", "decline-reciprocity"], "any", 1,
                    "Not a finding about the person, and never shown as one", confidence="medium"),
]

CLOCKS = [
    packform.clock("reply", "Answer to the statement of reasons", 20, "service", "medium", citation="DoDD 5220.6"),
    packform.clock("hearing", "The government may ask for a hearing", 20, "answer", "high", citation="DoDD 5220.6, E3.1.7"),
    packform.clock("form", "Answer to the file of relevant material", 30, "service", "high", citation="DOHA 15-02140"),
    packform.clock("reciprocity", "Determination on reciprocity", 5, "request", "medium", unit="business", goal=True, citation="SEAD 7"),
    packform.clock("investigate", "Investigation", 40, "opened", "medium", goal=True, citation="IRTPA"),
    packform.clock("adjudicate", "Adjudication", 20, "assigned", "medium", goal=True, citation="IRTPA"),
    packform.clock("end-to-end", "Investigation and adjudication together, for 90 % of cases on average", 60, "opened", "high", goal=True, citation="IRTPA"),
]


def rules(facts):
    process, bond, exceptions = (facts[key] for key in ("adjudicative_process", "appendix_b_bond_amendment", "appendix_c_exceptions"))
    return [
        packform.rule("2(a)", "The whole person", process["2(a)"], "high"),
        packform.rule("2(b)", "Doubt", process["2(b)"], "high"),
        packform.rule("2(c)", "The overall judgement", process["2(c)"], "high"),
        packform.rule("2(e)", "One concern or a pattern", process["2(e)"]["paraphrase"], "medium-high"),
        packform.rule("2(g)/2(h)", "Warning and exception", process["2(g)_and_2(h)"]["paraphrase"], "medium"),
        packform.rule("2(i)", "Candour", process["2(i)"]["paraphrase"], "high"),
        packform.rule("waiver", "Waiver of a statutory disqualifier", bond["waiver_rule"], "medium-high"),
        packform.rule("deviation", "When a gap is a deviation", exceptions["deviation_rule"]["paraphrase"], exceptions["confidence"]),
        packform.rule("reciprocity", "Exceptions and reciprocity", exceptions["reciprocity_effect"], "high"),
    ]


def bars(facts, old):
    kinds = {bar["id"]: "prohibition" for bar in facts["prohibition"]} | {bar["id"]: "disqualifier" for bar in facts["disqualification"]}
    return [{**bar, "kind": kinds[bar["id"]], "citation": f"{STATUTE}; SEAD 4, App. B", "also": []} for bar in old]


def second(facts):
    """The same directive as caseward-pack/2: the words of /1, and what only /2 can say."""
    old = make(facts)
    by_letter = {one["letter"]: one["verification"] for one in facts["guidelines"]}
    confidence = {letter: verification["confidence"] for letter, verification in by_letter.items()}
    guidelines = [{**one, "verified": "; ".join([by_letter[one["letter"]]["status"], *by_letter[one["letter"]]["sources"]]), "also": []}
                  for one in old["guidelines"]]
    factor_confidence = {"whole-person": "high", "already-eligible": "medium"}
    new = {key: old[key] for key in ("id", "jurisdiction", "instrument", "effective", "notice")}
    return packform.whole(new | {
        "version": "2.0.0",
        "languages": ["en"],
        "supersedes": [{"id": old["id"], "version": VERSION}],
        "standard": "Clearly consistent with the interests of national security; any doubt is resolved in favour of national security.",
        "confidence": "high",
        "confidenceText": "Letters of every guideline but A were held against published decisions; which letter 2(g) and 2(h) have was not checked.",
        "sources": [{"text": facts["method"]["corpus"], "verified": facts["method"]["how"]},
                    {"text": f"Codified copy: {facts['codified_copy']}", "verified": facts["method"]["eCFR"]},
                    {"text": f"Bond Amendment: {STATUTE}", "verified": facts["appendix_b_bond_amendment"]["verification"]},
                    {"text": "SEAD 4, App. C", "verified": facts["appendix_c_exceptions"]["verification"]},
                    {"text": "32 CFR 154.41", "verified": "levels of review"}],
        "counterweight": {"title": "What speaks for the person", "text": "What speaks for the person under this concern.", "keywords": ["for", "mitigation"], "also": []},
        "guidelines": guidelines,
        "conditions": [{**one, "confidence": confidence[one["guideline"]], "also": []} for one in old["conditions"]],
        "factors": [{**one, "confidence": factor_confidence[one["group"]], "also": []} for one in old["factors"]],
        "outcomes": [{**one, "also": []} for one in old["outcomes"]]
        + [packform.outcome(identity, title, kind, word) for identity, title, kind, word in FURTHER_OUTCOMES],
        "exceptions": [{**one, "also": []} for one in old["exceptions"]],
        "statutoryBars": bars(facts["appendix_b_bond_amendment"], old["statutoryBars"]),
        "levels": [packform.level("secret", "Secret and Confidential", "Tier 3: records, credit, police, written enquiries.", 10, 7, "medium-high"),
                   packform.level("top-secret", "Top Secret", "Tier 5: adds the subject interview, references, residence, employment and education in person. SCI, SAP and RD add to it.",
                                  10, 7, "medium-high")],
        "review": REVIEW,
        "clocks": CLOCKS,
        "rules": rules(facts),
    })


def main():
    facts = json.loads(FACTS.read_text(encoding="utf-8"))
    pack, check = make(facts), sys.argv[1:] == ["--check"]
    packform.write(TARGET, pack, check)
    packform.write(SECOND, second(facts), check)


if __name__ == "__main__":
    main()
