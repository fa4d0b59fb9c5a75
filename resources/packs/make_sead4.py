#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes us-sead4-2017.json from the project's domain facts (../shared/domain/sead4.json beside the checkout) and the
hand-written words of sead4_words.py. The result is committed; run this only when the facts or the words change.

    resources/packs/make_sead4.py            write the pack
    resources/packs/make_sead4.py --check    fail when the committed pack is not what would be written
"""

import json
import pathlib
import sys

from sead4_words import words

HERE = pathlib.Path(__file__).resolve().parent
FACTS = HERE.parents[1].parent / "shared" / "domain" / "sead4.json"
TARGET = HERE / "us-sead4-2017.json"
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


def sentence(text):
    text = text.strip()
    return text if text[-1] in ".?!" else text + "."


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


def main():
    pack = make(json.loads(FACTS.read_text(encoding="utf-8")))
    text = json.dumps(pack, ensure_ascii=False, indent=2) + "\n"
    if sys.argv[1:] == ["--check"]:
        if text != TARGET.read_text(encoding="utf-8"):
            raise SystemExit(f"{TARGET.name} is not what the facts and the words make: run make_sead4.py")
        return
    TARGET.write_text(text, encoding="utf-8")
    print(f"{TARGET.name}: {len(pack['guidelines'])} guidelines, {len(pack['conditions'])} conditions")


if __name__ == "__main__":
    main()
