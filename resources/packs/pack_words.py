# SPDX-License-Identifier: GPL-3.0-or-later
"""Hand-written words for the packs that are made from the project's domain facts (../shared/domain/other-packs.json): for each criterion
the letter of its guideline, a title, a short text and what people type; for each pack its first day, outcomes, levels and clocks.

Lines of CRITERIA are: id | letter | title | short text | keywords | confidence.
Where the facts say where a thing was checked, the pack says so too; what is from knowledge says that.
"""

from packform import clock, factor, level, outcome, review

CRITERIA = """
NATO-a | a | Espionage, terrorism, sabotage, treason | Espionage, terrorism, sabotage, treason or sedition | spy spying terrorist traitor sabotage sedition | medium
NATO-b | b | Association with hostile services | Associates with spies, terrorists or hostile services | contact agent service associate spy | medium
NATO-c | c | Membership of subversive organisations | Member of a group out to overthrow a member government | member extremist overthrow subversive violence | medium
NATO-d | d | Support of such organisations | Supports such a group or is close to its members | supporter sympathy extremist association | medium
NATO-e | e | Withheld or false information | Deliberately withheld or falsified information | lie omission questionnaire falsification honesty | medium
NATO-f | f | Crime, money, alcohol and drugs | Offences, money trouble or misuse of alcohol or drugs | debt conviction alcohol drugs medicine wealth | medium
NATO-g | g | Exposure to blackmail | Conduct that may expose to blackmail or pressure | blackmail coercion sexual pressure conduct | medium
NATO-h | h | Dishonesty or unreliability | Dishonest, disloyal, unreliable or indiscreet | untrustworthy indiscretion reliability honesty | medium
NATO-i | i | Security breaches | Serious or repeated breach of security rules | violation infraction computer systems careless | medium
NATO-j | j | Pressure through others | May be under pressure through relatives or associates | relatives family foreign nationality coercion | medium
NATO-k | k | Health that affects judgement | Illness that may seriously impair judgement | medical psychological mental illness health | medium
EU-8a | 8(a) | Espionage, terrorism, sabotage, treason | Espionage, terrorism, sabotage, treason or sedition | spy spying terrorist traitor sabotage sedition | medium-high
EU-8b | 8(b) | Association with hostile services | Associates with spies, terrorists or foreign services | contact agent service associate spy | medium-high
EU-8c | 8(c) | Membership of subversive organisations | Belongs to a group out to overthrow a government | member extremist overthrow subversive violence | medium-high
EU-8d | 8(d) | Support of such organisations | Supports such a group or is tied to its members | supporter sympathy extremist association | medium-high
EU-8e | 8(e) | Withheld or false information | Deliberately withheld or falsified information | lie omission questionnaire falsification honesty | medium-high
EU-8f | 8(f) | Criminal convictions | Convicted of a criminal offence | crime conviction court offence | medium-high
EU-8g | 8(g) | Alcohol and drugs | Alcohol dependence or misuse of drugs | drinking drugs dependence misuse | medium-high
EU-8h | 8(h) | Exposure to blackmail | Conduct that may create a risk of blackmail or pressure | blackmail coercion pressure conduct | medium-high
EU-8i | 8(i) | Dishonesty or unreliability | Dishonest, disloyal, unreliable or untrustworthy | untrustworthy reliability honesty | medium-high
EU-8j | 8(j) | Security breaches | Serious or repeated breach of security rules | violation infraction computer systems careless | medium-high
EU-8k | 8(k) | Pressure through others | May be under pressure through relatives or associates | relatives family foreign nationality coercion | medium-high
EU-9 | 9 | Finances and health | Financial and medical background, where the law allows | debt money medical health mental | medium
EU-10 | 10 | Spouse, cohabitant and family | Conduct of spouse, cohabitant or close family | relatives family partner spouse cohabitant | medium
UK-1 | 1 | Espionage, terrorism, sabotage | Involved in espionage, terrorism or sabotage | spy spying terrorist sabotage | high
UK-2 | 2 | Overthrow of democracy | Acts to undermine parliamentary democracy | overthrow subversion violence political industrial | high
UK-3 | 3 | Membership or association | Recent member of, or tied to, such an organisation | member association extremist sympathy | high
UK-4 | 4 | Pressure or improper influence | Susceptible to pressure or improper influence | blackmail coercion influence conduct foreign | high
UK-5 | 5 | Dishonesty | Dishonesty or lack of integrity | honesty integrity lie falsification | high
UK-6 | 6 | Unreliability | Behaviour or circumstances that indicate unreliability | unreliable debt drugs alcohol behaviour | high
CA-D2 | D.1 | Identity not verified | Identity cannot be verified despite reasonable effort | identity unverifiable cancel | high
CA-D3 | D.2 | Citizenship not verified | Citizenship cannot be verified for (Enhanced) Top Secret | citizenship nationality cancel top secret | high
CA-E1 | E | Doubt to be resolved | Adverse, missing or unverifiable information | doubt adverse missing resolution unverifiable | high
AU-1 | 1 | External loyalties and associations | External loyalties, influences and associations | foreign loyalty association influence relatives | medium
AU-2 | 2 | Personal relationships and conduct | Personal relationships and conduct | conduct relationships honesty sexual | medium
AU-3 | 3 | Financial considerations | Financial considerations | debt money gambling wealth | medium
AU-4 | 4 | Alcohol and drug usage | Alcohol and drug usage | drinking drugs alcohol | medium
AU-5 | 5 | Criminal history and conduct | Criminal history and conduct | crime conviction court offence | medium
AU-6 | 6 | Security attitudes and violations | Security attitudes and violations | violation infraction breach careless | medium
AU-7 | 7 | Mental health | Mental health disorders affecting reliability | mental psychological health judgement | medium
DE-1 | 1 | Zweifel an der Zuverlässigkeit | Zweifel an der Zuverlässigkeit | zuverlässigkeit straftat schulden sucht lüge reliability | medium-high
DE-2 | 2 | Besondere Gefährdung | Besondere Gefährdung durch Anbahnung oder Erpressung | nachrichtendienst erpressung anbahnung druck blackmail | medium-high
DE-3 | 3 | Zweifel am Bekenntnis zur Grundordnung | Zweifel am Bekenntnis zur freiheitlichen Grundordnung | verfassung extremismus grundordnung loyalty | medium-high
"""

# What the German pack says in German, with the facts' own words as the English beside.
GERMAN = {
    "DE-1": ("Tatsächliche Anhaltspunkte begründen Zweifel an der Zuverlässigkeit der betroffenen Person für die sicherheitsempfindliche Tätigkeit.",
             "Doubts about reliability", "Doubts about reliability for security-sensitive work"),
    "DE-2": ("Tatsächliche Anhaltspunkte begründen eine besondere Gefährdung der betroffenen Person durch Anbahnungs- oder Werbungsversuche oder durch "
             "Druck fremder Nachrichtendienste, von Terroristen oder Kriminellen.", "Special exposure", "Special exposure to recruitment or coercion"),
    "DE-3": ("Tatsächliche Anhaltspunkte begründen Zweifel am Bekenntnis der betroffenen Person zur freiheitlichen demokratischen Grundordnung oder am "
             "jederzeitigen Eintreten für deren Erhaltung.", "Doubts about commitment to the constitution", "Doubts about the free democratic basic order"),
}

COUNTERWEIGHT = {
    "en": ("What speaks for the person", "What speaks for the person under this criterion: the circumstances, the time that has passed, age then, what has changed since, "
           "and what was done about it."),
    "de": ("Was für die Person spricht", "Was unter diesem Kriterium für die Person spricht: die Umstände, der Zeitablauf, das Alter damals, was sich seitdem geändert hat und was "
           "dagegen unternommen wurde."),
}

EN = "en"

SIMPLE = [outcome("grant", "Grant", "favourable", "GRANT"), outcome("refuse", "Refuse", "adverse", "REFUSE"),
          outcome("withdraw", "Withdraw", "adverse", "WITHDRAW"), outcome("suspend", "Suspend for the time being", "interim", "SUSPEND")]
ENDED = outcome("discontinued", "Discontinued: no determination is needed any more", "administrative", "DISCONTINUED")


def reviewed(clean, adverse, interim, administrative, confidence="low"):
    """The table of levels where the instrument's own was not at hand: as process.md has it for every system, and said so."""
    return [review("clean", clean, "no-issue", 1, "One level where nothing adverse is found", confidence=confidence),
            review("issues", clean, "issue", 2, "Two levels where anything adverse is found", confidence=confidence),
            review("adverse", adverse, "any", 2, "Two levels, one of them senior, before anything is refused or withdrawn", senior=True, confidence=confidence),
            review("interim", interim, "any", 2, "Two levels, with a day of review", confidence=confidence),
            review("administrative", administrative, "any", 1, "Not a finding about the person, and never shown as one", confidence=confidence)]


TABLE_FROM_KNOWLEDGE = {
    "en": "The levels of review are the program's own default for this pack, not taken from the instrument: each office sets its own.",
    "de": "Der Wortlaut ist aus Kenntnis des Gesetzes umschrieben und nicht abgeglichen. Die Prüfstufen sind eine Vorgabe des Programms, nicht des Gesetzes: "
          "Jede Stelle legt ihre eigenen fest.",
}

PACKS = {
    "nato-ac35-d2000": {
        "file": "nato-ac35-d2000-1.0.0.json", "effective": "2020-11-20", "languages": [EN], "confidence": "medium",
        "outcomes": [outcome("grant", "Grant up to a level and a day", "favourable", "GRANT"), *SIMPLE[1:],
                     outcome("provisional", "Provisional appointment pending clearance", "interim", "PROVISIONAL"), ENDED],
        "levels": [level("ns-nc", "NATO SECRET and NATO CONFIDENTIAL", "Questionnaire, identity, national and local records.", 5, 10, "medium"),
                   level("cts", "COSMIC TOP SECRET", "Adds citizenship, education, employment, finances, references and interviews.", 10, 5, "medium"),
                   level("nr", "NATO RESTRICTED", "Needs no clearance, but a briefing and a need to know.", 0, 0, "medium", clearance=False)],
        "factors": [factor("time-and-change", "Older conduct and conduct in youth: time that has passed, pattern and change", "medium")],
        "review": reviewed(["grant"], ["refuse", "withdraw"], ["suspend", "provisional"], ["discontinued"]),
        "clocks": [],
    },
    "eu-2013-488": {
        "file": "eu-2013-488-1.0.0.json", "effective": "2013-10-15", "languages": [EN], "confidence": "medium-high",
        "outcomes": [outcome("grant", "Authorise up to a level and a day", "favourable", "AUTHORISE"), *SIMPLE[1:], ENDED],
        "levels": [level("c-s", "CONFIDENTIEL UE/EU CONFIDENTIAL and SECRET UE/EU SECRET", "From age 18 where that is shorter.", 5, 10, "medium-high"),
                   level("ts", "TRÈS SECRET UE/EU TOP SECRET", "Adds finances, education, employment, military service and interviews.", 10, 5, "medium-high"),
                   level("r", "RESTREINT UE/EU RESTRICTED", "Needs no clearance, but a briefing and a need to know.", 0, 0, "high", clearance=False)],
        "factors": [], "review": reviewed(["grant"], ["refuse", "withdraw"], ["suspend"], ["discontinued"]), "clocks": [],
    },
    "uk-nsv": {
        "file": "uk-nsv-1.0.0.json", "effective": "2022-10-31", "languages": [EN], "confidence": "medium-high",
        "outcomes": [SIMPLE[0], outcome("grant-with-caveats", "Grant with caveats, restrictions or a risk management plan", "favourable", "GRANT WITH CAVEATS"), *SIMPLE[1:],
                     outcome("lapse", "Lapsed: the post no longer needs it", "administrative", "LAPSE")],
        "levels": [level("BPSS", "BPSS", "Identity, right to work, three years' employment history, unspent convictions. Not a clearance.", 3, 0, "high", clearance=False),
                   level("CTC", "CTC", "Adds criminal and Security Service records. Renewed after three to ten years by role (unverified).", 0, 10, "medium"),
                   level("SC", "SC", "Adds a finance check. Seven years for some contractors (unverified).", 0, 10, "medium"),
                   level("eSC", "eSC", "SC with more finance checks and a yearly appraisal.", 0, 10, "medium"),
                   level("DV", "DV", "Adds the full finance questionnaire and interviews of the person and of referees.", 0, 7, "high"),
                   level("eDV", "eDV", "Deeper interviews and foreign travel history.", 0, 7, "medium")],
        "factors": [factor(f"area-{number}", words, "medium", required=False) for number, words in enumerate(
            ["Criminal record", "Finances", "Alcohol and drugs", "Health affecting judgement", "Associates, foreign ties and residency", "Security infractions",
             "Honesty in the vetting process", "Personal conduct and vulnerability"], 1)],
        "review": reviewed(["grant", "grant-with-caveats"], ["refuse", "withdraw"], ["suspend"], ["lapse"]),
        "clocks": [clock("goal-sc", "CTC and SC, 85 % of cases", 25, "opened", "high", goal=True, citation="NAO 2023"),
                   clock("goal-dv", "DV, 85 % of cases", 95, "opened", "high", goal=True, citation="NAO 2023")],
    },
    "ca-dss-2025": {
        "file": "ca-dss-2025-1.0.0.json", "effective": "2025-01-06", "languages": [EN], "confidence": "medium-high",
        "outcomes": [SIMPLE[0], outcome("grant-with-conditions", "Grant with conditions", "favourable", "GRANT WITH CONDITIONS"), outcome("deny", "Deny", "adverse", "DENY"),
                     outcome("revoke", "Revoke", "adverse", "REVOKE"), SIMPLE[3],
                     outcome("cancelled", "Administrative cancellation", "administrative", "CANCEL")],
        "levels": [level("reliability", "Reliability Status", "Also as Enhanced Reliability Status.", 0, 10, "medium", clearance=False),
                   level("secret", "Secret", "", 0, 10, "medium"), level("top-secret", "Top Secret", "", 0, 5, "medium"),
                   level("enhanced-top-secret", "Enhanced Top Secret", "", 0, 5, "low"),
                   level("site-access", "Site access status and clearance", "Of the Standard of 2014.", 0, 0, "medium", clearance=False)],
        "factors": [factor(words.split()[0].lower(), words, "medium", required=False) for words in
                    ["Nature", "Seriousness", "Circumstances", "Frequency", "Voluntariness", "Age at the time", "Rehabilitation"]],
        "review": reviewed(["grant", "grant-with-conditions"], ["deny", "revoke"], ["suspend"], ["cancelled"]),
        "clocks": [clock("redress-notice", "Written notice of the rights of redress, with evidence kept", 10, "decision", "high", unit="business", citation="App. H, H.2.2.2")],
    },
    "au-pspf": {
        "file": "au-pspf-1.0.0.json", "effective": "2024-11-01", "languages": [EN], "confidence": "medium-high",
        "outcomes": [SIMPLE[0], outcome("grant-with-conditions", "Grant subject to conditions", "favourable", "GRANT WITH CONDITIONS"),
                     outcome("grant-with-waiver", "Grant with an eligibility waiver", "favourable", "GRANT WITH WAIVER", exception=True),
                     outcome("deny", "Deny", "adverse", "DENY"), outcome("revoke", "Revoke", "adverse", "REVOKE"), SIMPLE[3],
                     outcome("ineligible", "Ineligible: background cannot be checked", "administrative", "INELIGIBLE"),
                     outcome("cancelled", "Cancelled", "administrative", "CANCEL")],
        "exceptions": [{"code": "EW", "name": "eligibility waiver", "text": "Granted although citizenship or a background that can be checked is lacking, on a stated need.", "also": []}],
        "levels": [level("baseline", "Baseline", "", 0, 15, "medium"), level("nv1", "Negative Vetting 1 (NV1)", "", 0, 10, "medium"),
                   level("nv2", "Negative Vetting 2 (NV2)", "", 0, 7, "medium"), level("pv", "Positive Vetting (PV)", "With an annual check.", 0, 7, "medium"),
                   level("ts-pa", "TOP SECRET-Privileged Access (TS-PA)", "", 0, 0, "low")],
        "factors": [factor(words.lower(), words, "medium-high") for words in ["Honesty", "Trustworthiness", "Maturity", "Tolerance", "Resilience", "Loyalty"]],
        "review": reviewed(["grant", "grant-with-conditions", "grant-with-waiver"], ["deny", "revoke"], ["suspend"], ["ineligible", "cancelled"]),
        "clocks": [],
    },
    "de-sueg": {
        "file": "de-sueg-1.0.0.json", "instrument": "Sicherheitsüberprüfungsgesetz (SÜG), § 5 (Sicherheitsrisiken), §§ 8 bis 10 (Ü1 bis Ü3)", "effective": "1994-04-29", "languages": ["de", EN], "confidence": "medium-high",
        "outcomes": [outcome("grant", "Kein Sicherheitsrisiko festgestellt", "favourable", "KEIN SICHERHEITSRISIKO", translations=[(EN, "No security risk found", "")]),
                     outcome("grant-with-conditions", "Kein Sicherheitsrisiko, mit Auflagen", "favourable", "MIT AUFLAGEN", translations=[(EN, "No security risk, with conditions", "")]),
                     outcome("risk", "Sicherheitsrisiko festgestellt", "adverse", "SICHERHEITSRISIKO", translations=[(EN, "Security risk found", "")]),
                     outcome("provisional", "Vorläufige Zuweisung der Tätigkeit", "interim", "VORLÄUFIG", translations=[(EN, "Provisional assignment", "")]),
                     outcome("suspend", "Ermächtigung bis zur Klärung ausgesetzt", "interim", "AUSGESETZT", translations=[(EN, "Authorisation suspended until clarified", "")]),
                     outcome("discontinued", "Verfahren eingestellt", "administrative", "EINGESTELLT", translations=[(EN, "Procedure discontinued", "")])],
        "levels": [level("ue1", "Ü1", "Einfache Sicherheitsüberprüfung, etwa für VS-VERTRAULICH.", 0, 0, "medium-high", translations=[(EN, "Ü1", "Simple check, roughly for CONFIDENTIAL.")]),
                   level("ue2", "Ü2", "Erweiterte Sicherheitsüberprüfung, etwa für GEHEIM.", 0, 0, "medium-high", translations=[(EN, "Ü2", "Extended check, roughly for SECRET.")]),
                   level("ue3", "Ü3", "Erweiterte Sicherheitsüberprüfung mit Sicherheitsermittlungen, etwa für STRENG GEHEIM.", 0, 0, "medium-high",
                         translations=[(EN, "Ü3", "Extended check with investigations, roughly for TOP SECRET.")])],
        "factors": [],
        "review": [
            review("clean", ["grant"], "no-issue", 1, "Eine Stufe, wenn nichts Nachteiliges vorliegt", confidence="low", also=[(EN, "", "One level where nothing adverse is found.")]),
            review("issues", ["grant", "grant-with-conditions"], "issue", 2, "Zwei Stufen, wenn Nachteiliges vorliegt", confidence="low", also=[(EN, "", "Two levels where anything adverse is found.")]),
            review("adverse", ["risk"], "any", 2, "Zwei Stufen, eine davon leitend, nach Anhörung der Person", citation="SÜG § 6", senior=True, confidence="low",
                   also=[(EN, "", "Two levels, one of them senior, after the person was heard.")]),
            review("interim", ["provisional", "suspend"], "any", 2, "Zwei Stufen, mit einem Tag der Überprüfung", confidence="low", also=[(EN, "", "Two levels, with a day of review.")]),
            review("administrative", ["discontinued"], "any", 1, "Keine Feststellung über die Person", confidence="low", also=[(EN, "", "Not a finding about the person.")])],
        "clocks": [],
    },
}

# What the facts list as criteria of the Canadian directive and what is a rule of procedure rather than a concern.
RULES_OF_PROCEDURE = {"CA-D1": "Evaluation", "CA-E2": "Summary for the person", "CA-F1": "When to grant", "CA-F2": "Grant with conditions"}

GERMAN_RULES = {
    "risk concerning a partner counts (§ 5(2))": ("Mitbetroffene Person", "Ein Sicherheitsrisiko kann sich auch aus der mitbetroffenen Person ergeben (§ 5 Abs. 2).", "Partner"),
    "person is heard before a negative decision (§ 6)": ("Anhörung", "Vor einer ablehnenden Entscheidung ist die betroffene Person anzuhören (§ 6).", "Hearing"),
    "Ue1/Ue2/Ue3 map roughly to CONFIDENTIAL / SECRET / TOP SECRET access": ("Stufen", "Ü1, Ü2 und Ü3 entsprechen ungefähr dem Zugang zu VS-VERTRAULICH, GEHEIM und STRENG GEHEIM.", "Levels"),
}


def criteria():
    """id -> letter, title, short text, keywords, confidence"""
    table = {}
    for line in CRITERIA.strip().splitlines():
        identity, *rest = (part.strip() for part in line.split("|"))
        letter, title, short, keywords, confidence = rest
        if len(short) > 64:
            raise SystemExit(f"{identity}: the short text is too long")
        table[identity] = (letter, title, short, keywords.split(), confidence)
    return table
