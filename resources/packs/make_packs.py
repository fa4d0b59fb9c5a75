#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Writes the packs of NATO, the EU, the United Kingdom, Canada, Australia and Germany from the project's domain facts
(../shared/domain/other-packs.json beside the checkout) and the hand-written words of pack_words.py. The result is committed.

    resources/packs/make_packs.py            write the packs
    resources/packs/make_packs.py --check    fail when a committed pack is not what would be written
"""

import json
import re
import sys

import packform
from packform import also, condition, guideline, rule, sentence
from pack_words import COUNTERWEIGHT, EN, GERMAN, GERMAN_RULES, PACKS, RULES_OF_PROCEDURE, TABLE_FROM_KNOWLEDGE, criteria

NOTICE = {"en": "All texts are paraphrases written for this project. The official text controls.",
          "de": "Alle Texte sind für dieses Projekt umschrieben. Maßgeblich ist der amtliche Wortlaut."}
STANDARD = {"de-sueg": "Kein Sicherheitsrisiko: keine tatsächlichen Anhaltspunkte für Zweifel an Zuverlässigkeit, besondere Gefährdung oder Zweifel am Bekenntnis zur Grundordnung.",
            "ca-dss-2025": "", "nato-ac35-d2000": ""}
TOP = "us-sead4-2017"


def verified_words(facts):
    return "; ".join(f"{name.replace('_', ' ')}: {'verified' if value is True else 'not verified' if value is False else value}"
                     for name, value in facts["verified"].items())


def source(text):
    """The facts say in brackets what they checked where; everything else of a source is where the words came from."""
    checked = re.search(r"\((?:stored; |stored opening; )?(verif[^)]*)\)", text)
    if not checked:
        return {"text": text, "verified": ""}
    said = checked[1].removeprefix("verified: ").removeprefix("verifies ").removeprefix("verified")
    return {"text": (text[:checked.start()] + text[checked.end():]).strip(), "verified": said.strip() or "the page itself"}


def citation_of(one, german):
    found = re.fullmatch(r"SUEG § 5\(1\) no\. (\d)", one["citation"])
    return f"SÜG § 5 Abs. 1 Nr. {found[1]}" if german and found else one["citation"]


def parts_of(facts, words, german):
    guidelines, conditions = [], []
    for one in facts["criteria"]:
        if one["id"] in RULES_OF_PROCEDURE:
            continue
        letter, title, short, keywords, confidence = words.pop(one["id"])
        text, beside_title, beside = one["paraphrase"], (), ()
        if german:
            text, english_title, english_short = GERMAN[one["id"]]
            beside_title = [(EN, english_title, sentence(one["paraphrase"]))]
            beside = [(EN, english_short, sentence(one["paraphrase"]))]
        guidelines.append(guideline(letter, title, (citation_of(one, german), text), confidence, verified_words(facts), beside_title))
        conditions.append(condition(one["id"], letter, "criterion", (citation_of(one, german), short, text), keywords=keywords, confidence=confidence, also=beside))
    return guidelines, conditions


def rules_of(facts, confidence):
    rules = [rule(one["id"], RULES_OF_PROCEDURE[one["id"]], f"{one['paraphrase']} ({one['citation']})", confidence)
             for one in facts["criteria"] if one["id"] in RULES_OF_PROCEDURE]
    for number, text in enumerate(facts.get("extra_rules", []), 1):
        if text in GERMAN_RULES:
            title, german, english_title = GERMAN_RULES[text]
            rules.append(rule(f"extra-{number}", title, german, confidence, [(EN, english_title, sentence(text[0].upper() + text[1:]))]))
        else:
            rules.append(rule(f"extra-{number}", "Further rule", text[0].upper() + text[1:], confidence))
    for key, title in (("decision_maker", "Who decides"), ("clearance_needed", "When a clearance is needed"), ("appeals", "Appeals"), ("records", "Records")):
        if key in facts:
            rules.append(rule(key.replace("_", "-"), title, facts[key][0].upper() + facts[key][1:], confidence))
    for number, text in enumerate(facts.get("access_variants", []), 1):
        rules.append(rule(f"access-{number}", "Form of access", text[0].upper() + text[1:], confidence))
    for number, text in enumerate(facts.get("outputs", []), 1):
        rules.append(rule(f"output-{number}", "What is issued", text[0].upper() + text[1:], confidence))
    if "due_process" in facts:
        rules.append(rule("not-disclosed", "What is not disclosed", facts["due_process"]["non_disclosable"][0].upper() + facts["due_process"]["non_disclosable"][1:], confidence))
    return rules


def crosswalk(facts, table):
    """The facts' table is by SEAD 4 letter; a pack says it by its own criteria."""
    own = {one["id"] for one in facts["criteria"]}
    return [{"from": identity, "pack": TOP, "to": letter} for letter, identities in table.items() for identity in identities if identity in own]


# The facts do not say since when these are in force.
DAY_FROM_KNOWLEDGE = {
    "eu-2013-488": [{"text": "first day in force: knowledge, in none of the sources above", "verified": ""}],
    "au-pspf": [{"text": "first day in force: knowledge, in none of the sources above", "verified": ""}],
    "de-sueg": [{"text": "erster Tag der Geltung: Kenntnis, in keiner der Quellen", "verified": ""}],
}


def make(facts, table, words):
    own = PACKS[facts["pack_id"]]
    german = own["languages"][0] == "de"
    guidelines, conditions = parts_of(facts, words, german)
    title, text = COUNTERWEIGHT["de" if german else EN]
    standard = STANDARD.get(facts["pack_id"]) or facts["standard"]
    # Where the facts have but the one word, it is in `confidence` already.
    said = TABLE_FROM_KNOWLEDGE["de" if german else EN]
    if facts["confidence"] != own["confidence"]:
        said = f"{facts['confidence']}. {said}"
    return packform.whole({
        "id": facts["pack_id"], "version": "1.0.0", "jurisdiction": facts["jurisdiction"], "languages": own["languages"],
        "instrument": own.get("instrument", facts["instrument"]),
        "effective": own["effective"], "standard": sentence(standard[0].upper() + standard[1:]),
        "notice": NOTICE["de" if german else EN], "confidence": own["confidence"], "confidenceText": sentence(said[0].upper() + said[1:]),
        "sources": [source(text) for text in facts["sources"]] + DAY_FROM_KNOWLEDGE.get(facts["pack_id"], []),
        "counterweight": {"title": title, "text": text, "keywords": ["für"] if german else ["for"],
                          "also": also((EN, *COUNTERWEIGHT[EN])) if german else []},
        "guidelines": guidelines, "conditions": conditions, "factors": own["factors"], "outcomes": own["outcomes"],
        "exceptions": own.get("exceptions", []), "levels": own["levels"], "crosswalk": crosswalk(facts, table), "review": own["review"],
        "clocks": own["clocks"], "rules": rules_of(facts, own["confidence"]),
    })


def main():
    facts = json.loads((packform.FACTS / "other-packs.json").read_text(encoding="utf-8"))
    check, words = sys.argv[1:] == ["--check"], criteria()
    for one in facts["packs"]:
        packform.write(packform.HERE / PACKS[one["pack_id"]]["file"], make(one, facts["crosswalk_to_sead4"], words), check)
    if words:
        raise SystemExit("words without a criterion: " + ", ".join(sorted(words)))


if __name__ == "__main__":
    main()
