# SPDX-License-Identifier: GPL-3.0-or-later
"""The shape of caseward-pack/2 as Python, for the generators beside it: every field there is, with what it is when nothing is said."""

import json
import pathlib

HERE = pathlib.Path(__file__).resolve().parent
FACTS = HERE.parents[1].parent / "shared" / "domain"


def sentence(text):
    text = text.strip()
    return text if text[-1] in ".?!" else text + "."


def also(*translations):
    """(language, title, text) each."""
    return [{"language": language, "title": title, "text": text} for language, title, text in translations]


def guideline(letter, title, concern, confidence, verified="", translations=()):
    return {"letter": letter, "title": title, "concern": {"citation": concern[0], "text": sentence(concern[1])}, "confidence": confidence,
            "verified": verified, "also": also(*translations)}


def condition(identity, letter, kind, words, **more):
    """words: citation, short text, text."""
    return {"id": identity, "guideline": letter, "kind": kind, "citation": words[0], "shortText": words[1], "text": sentence(words[2]),
            "subItems": more.get("subItems", []), "keywords": more.get("keywords", []), "connective": more.get("connective", "none"),
            "confidence": more["confidence"], "also": also(*more.get("also", ()))}


def factor(identity, text, confidence, group="whole-person", required=True, translations=()):
    return {"id": identity, "group": group, "text": text, "required": required, "confidence": confidence, "also": also(*translations)}


def outcome(identity, title, kind, word, exception=False, translations=()):
    return {"id": identity, "title": title, "class": kind, "needsException": exception, "confirmWord": word, "also": also(*translations)}


def level(identity, title, text, look_back, valid, confidence, clearance=True, translations=()):
    return {"id": identity, "title": title, "text": text, "clearance": clearance, "lookBackYears": look_back, "validYears": valid,
            "confidence": confidence, "also": also(*translations)}


def review(identity, outcomes, when, levels, text, **more):
    return {"id": identity, "outcomes": list(outcomes), "when": when, "levels": levels, "senior": more.get("senior", False),
            "legal": more.get("legal", False), "text": sentence(text), "citation": more.get("citation", ""), "confidence": more["confidence"],
            "also": also(*more.get("also", ()))}


def clock(identity, title, days, start, confidence, **more):
    return {"id": identity, "title": title, "days": days, "unit": more.get("unit", "calendar"), "from": start, "goal": more.get("goal", False),
            "citation": more.get("citation", ""), "confidence": confidence, "also": also(*more.get("also", ()))}


def rule(identity, title, text, confidence, translations=()):
    return {"id": identity, "title": title, "text": sentence(text), "confidence": confidence, "also": also(*translations)}


FIELDS = {"supersedes": [], "effectiveTo": "", "confidenceText": "", "sources": [], "factors": [], "exceptions": [], "statutoryBars": [],
          "levels": [], "crosswalk": [], "review": [], "clocks": [], "rules": []}
ORDER = ["schema", "id", "version", "jurisdiction", "languages", "instrument", "effective", "effectiveTo", "supersedes", "standard", "notice",
         "confidence", "confidenceText", "sources", "counts", "counterweight", "guidelines", "conditions", "factors", "outcomes", "exceptions",
         "statutoryBars", "levels", "crosswalk", "review", "clocks", "rules"]


def whole(pack):
    pack = {**FIELDS, **pack, "schema": "caseward-pack/2"}
    kinds = [one["kind"] for one in pack["conditions"]]
    pack["counts"] = {"guidelines": len(pack["guidelines"]), "disqualifying": kinds.count("disqualifying"),
                      "mitigating": kinds.count("mitigating"), "criteria": kinds.count("criterion")}
    if sorted(pack) != sorted(ORDER):
        raise SystemExit(f"{pack['id']}: fields {sorted(set(pack) ^ set(ORDER))}")
    return {key: pack[key] for key in ORDER}


def write(target, pack, check):
    text = json.dumps(pack, ensure_ascii=False, indent=2) + "\n"
    if check:
        if not target.is_file() or text != target.read_text(encoding="utf-8"):
            raise SystemExit(f"{target.name} is not what the facts and the words make: run the script that makes it")
        return
    target.write_text(text, encoding="utf-8")
    print(f"{target.name}: {pack['counts']}")
