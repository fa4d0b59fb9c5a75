#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The whole job through the real programs, step by step: called by packaging/demo --headless OUT.

Two stations in a temporary folder; every step is one command, timed from start to end of its process (so each one that
opens a vault pays for starting, for scrypt and for opening). Stops at the first step that does not do what it should."""
import argparse
import json
import os
import platform
import re
import shlex
import shutil
import subprocess
import sys
import tempfile
import time
from datetime import datetime, timezone
from pathlib import Path

README = Path(__file__).with_name("demo-readme.txt")
MANUAL = Path(__file__).resolve().parents[1] / "resources/manual"


class StepFailed(Exception):
    pass


class Job:
    def __init__(self, options, work):
        self.ctl = str(Path(options.bin).resolve() / "casewardctl")
        self.window = Path(options.bin).resolve() / "caseward"
        self.out = Path(options.out).resolve()
        self.case_folder = Path(options.case).resolve() if options.case else None
        self.work = work
        self.no_screens = options.no_screens
        self.steps = []
        self.refused = []  # of --case FOLDER: "file: why"
        self.counts = {"entries": 0, "documents": 0, "pages": 0}
        runtime = work / "runtime"
        runtime.mkdir(mode=0o700)
        self.environment = dict(os.environ, QT_QPA_PLATFORM="offscreen", LC_ALL="C.UTF-8", XDG_RUNTIME_DIR=str(runtime))

    def spoken(self, argv):
        """The command as a person would type it: program names without folders, our folders by name."""
        text = shlex.join(argv)
        for path, name in ((str(self.out), "OUT"), (str(self.work), "WORK"), (str(self.window.parent) + "/", "")):
            text = text.replace(path, name)
        return text

    def run(self, name, argv, cwd=None, stdin=subprocess.DEVNULL, may_fail=False):
        begin = time.monotonic()
        done = subprocess.run(argv, cwd=cwd, env=self.environment, stdin=stdin, capture_output=True, text=True)
        seconds = round(time.monotonic() - begin, 3)
        step = {"name": name, "command": self.spoken(argv), "seconds": seconds, "exit": done.returncode}
        self.steps.append(step)
        print(f"  {seconds:8.3f} s  {name}", flush=True)
        if done.returncode != 0 and not may_fail:
            step["output"] = (done.stdout + done.stderr).strip()
            raise StepFailed(f"{name}: exit {done.returncode}\n  {step['command']}\n{step['output']}")
        return step, done

    def command(self, name, words, station=None, may_fail=False):
        argv = [self.ctl, *words, *(station.options if station else []), "--json"]
        step, done = self.run(name, argv, may_fail=may_fail)
        answer = json.loads(done.stdout)
        if station and station.case:
            self.count(station)
        step.update(self.counts)
        return answer

    def count(self, station):
        """How far the case is; not timed, not a step."""
        argv = [self.ctl, "case", "show", "--case", station.case, *station.options, "--json"]
        done = subprocess.run(argv, env=self.environment, capture_output=True, text=True)
        if done.returncode != 0:
            return
        case = json.loads(done.stdout)
        self.counts = {"entries": case["entries"], "documents": len(case["documents"]),
                       "pages": sum(document["pages"] for document in case["documents"])}


class Station:
    def __init__(self, vault, who, person, passphrase_file):
        self.vault, self.person, self.passphrase_file = vault, person, passphrase_file
        self.options = ["--vault", str(vault), "--as", who, "--passphrase-file", str(passphrase_file)]
        self.case = None


def office(job):
    """The demonstration office; its README.txt is the only place where its passphrases stand."""
    folder = job.work / "office"
    words = ["demo", "create", str(folder)] + (["--no-case"] if job.case_folder else [])
    made = job.command("demo create", words)
    stations = []
    for person, vault in (("adjudicator", "adjudication.caseward"), ("supervisor", "supervision.caseward")):
        readme = (folder / "README.txt").read_text(encoding="utf-8")
        passphrase = re.search(rf" {person} +passphrase: (.+)", readme).group(1)
        file = job.work / f"{person}.passphrase"
        file.write_text(passphrase + "\n", encoding="utf-8")
        file.chmod(0o600)
        stations.append(Station(folder / vault, person, made[person], file))
    return stations


def intake(job, station):
    if not job.case_folder:
        station.case = job.command("queue", ["queue"], station)["cases"][0]["reference"]
        return
    station.case = "TRIAL-26-0001"
    job.command("case create", ["case", "create", "--reference", station.case, "--subject", "S-TRIAL"], station)
    answer = job.command("document add", ["document", "add", str(job.case_folder), "--case", station.case], station, may_fail=True)
    job.refused = [f"{item['file']}: {item['detail']}" for item in answer.get("refused", [])]
    for line in job.refused:
        print(f"              refused {line}")
    job.steps[-1]["refused"] = job.refused
    if job.counts["documents"] == 0:
        raise StepFailed(f"no document of {job.case_folder} could be taken in")


def confirm_word(job, station):
    """The word of the outcome that stands proposed in the history."""
    history = job.command("case history", ["case", "history", "--case", station.case], station)
    outcome = [entry for entry in history["entries"] if entry["kind"] == "outcome.proposed"][-1]["body"]["outcome"]
    pack_id = history["entries"][0]["body"]["pack"]["id"]
    pack = job.command("pack show", ["pack", "show", pack_id])["pack"]
    return next(item["confirmWord"] for item in pack["outcomes"] if item["id"] == outcome)


def decide(job, adjudication):
    case = ["--case", adjudication.case]
    job.command("demo review", ["demo", "review", *case, *(["--mechanical"] if job.case_folder else [])], adjudication)
    gate = job.command("check", ["check", *case], adjudication)
    if gate["checksOpen"]:
        raise StepFailed("checks are open before signing: " + "; ".join(check["text"] for check in gate["checks"]))
    screens(job, adjudication)
    job.command("sign", ["sign", *case, "--confirm", confirm_word(job, adjudication)], adjudication)
    job.command("decision export (signed)", ["decision", "export", str(job.work / "signed"), *case], adjudication)
    job.command("bundle seal (to the supervisor)",
                ["bundle", "seal", str(job.out / "to-supervisor.cwb"), *case, "--to", "supervisor", "--purpose", "for review"], adjudication)


def supervise(job, supervision, case_number):
    job.command("bundle open (supervision)", ["bundle", "open", str(job.out / "to-supervisor.cwb")], supervision)
    supervision.case = case_number
    case = ["--case", case_number]
    job.command("changes", ["changes", *case, "--since", "start"], supervision)
    screens(job, supervision, "supervisor-")
    job.command("review concur", ["review", "concur", *case, "--reason", "I have read the record and agree with the decision."], supervision)
    job.command("countersign", ["countersign", *case], supervision)
    job.command("bundle seal (to the adjudicator)",
                ["bundle", "seal", str(job.out / "to-adjudicator.cwb"), *case, "--to", "adjudicator", "--purpose", "countersigned"], supervision)


def close(job, adjudication):
    job.command("bundle open (adjudication)", ["bundle", "open", str(job.out / "to-adjudicator.cwb")], adjudication)
    job.command("decision export (countersigned)", ["decision", "export", str(job.out), "--case", adjudication.case], adjudication)
    job.command("vault check", ["vault", "check"], adjudication)


def from_outside(job):
    """No vault, no key: our own verifier first, then the commands of README.txt with stock tools, word for word."""
    office_pem = ["--office", str(job.out / "office.pem")]
    files = [str(job.out / name) for name in ("decision.json", "decision.p7s", "countersign.p7s")]
    verified = job.command("verify (no vault)", ["verify", *files, *office_pem])
    if not verified["countersigned"]:
        raise StepFailed("the decision is not countersigned")
    for name in ("to-supervisor.cwb", "to-adjudicator.cwb"):
        job.command(f"bundle check {name} (no vault)", ["bundle", "check", str(job.out / name), *office_pem])
    # The indented lines of README.txt are its commands; each block is run as it stands, in a copy of OUT.
    place = job.work / "outside"
    shutil.copytree(job.out, place)
    blocks = re.findall(r"^  \[(.+)\]\n((?:    .+\n)+)", (job.out / "README.txt").read_text(encoding="utf-8"), re.M)
    if len(blocks) < 3:
        raise StepFailed("README.txt lost its commands")
    for name, block in blocks:
        script = "set -e\n" + "\n".join(line[4:] for line in block.splitlines())
        step, _ = job.run(f"stock tools: {name}", ["bash", "-c", script], cwd=place)
        step.update(job.counts)


def recover_vault(job, station):
    """The commands of the manual's page on recovery, word for word, on a copy of the vault; only their first lines, which say
    whose vault it is, are ours."""
    place = job.work / "recovery"
    shutil.copytree(station.vault, place / "copy" / station.vault.name)
    vault = f"copy/{station.vault.name}"
    ours = {"VAULT": vault, "ME": f"{vault}/people/{station.person}.pem", "PASSPHRASE": station.passphrase_file.read_text().strip()}
    blocks = re.findall(r"^```\n(.*?)^```", (MANUAL / "recovery.md").read_text(encoding="utf-8"), re.M | re.S)
    script = "set -e\n" + "\n".join(blocks)
    for name, value in ours.items():
        script, changed = re.subn(rf"^{name}=.*$", f"{name}={shlex.quote(value)}", script, count=1, flags=re.M)
        if not changed:
            raise StepFailed(f"recovery.md does not set {name} any more")
    step, _ = job.run("stock tools: recovering the vault", ["bash", "-c", script], cwd=place)
    step["command"] = "the commands of resources/manual/recovery.md"
    step.update(job.counts)
    found = sum(1 for _ in (place / "documents").iterdir())
    if found != job.counts["documents"]:
        raise StepFailed(f"{found} documents were recovered, the case has {job.counts['documents']}")


def screens(job, station, prefix=""):
    """Pictures of the window as the person at that station sees it, light and dark."""
    if job.no_screens:
        return
    if not job.window.exists():
        raise StepFailed(f"{job.window} is not there, so there are no pictures")
    fresh = job.work / f"screens{prefix}"
    with station.passphrase_file.open("rb") as passphrase:
        step, _ = job.run(f"screens ({station.options[3]})",
                          [str(job.window), "--vault", str(station.vault), "--as", station.person, "--passphrase-fd", "0",
                           "--screens", str(fresh)], stdin=passphrase)
    folder = job.out / "screens"
    folder.mkdir(exist_ok=True)
    pictures = sorted(fresh.glob("*.png"))
    if not pictures:
        raise StepFailed("the window left no pictures")
    for picture in pictures:
        shutil.move(picture, folder / (prefix + picture.name))
    job.count(station)
    step.update(job.counts, pictures=[prefix + picture.name for picture in pictures])


def write_report(job, options, problem, began):
    report = {"program": subprocess.run([job.ctl, "--version"], capture_output=True, text=True).stdout.strip(),
              "began": began, "preset": options.preset, "machine": {"cores": os.cpu_count(), "kernel": platform.release()},
              "case": "the demonstration case" if not job.case_folder else str(job.case_folder),
              **job.counts, "refused": job.refused, "steps": job.steps,
              "seconds": round(sum(step["seconds"] for step in job.steps), 3), "ok": problem is None}
    if problem:
        report["problem"] = problem
    (job.out / "report.json").write_text(json.dumps(report, indent=1, ensure_ascii=False) + "\n", encoding="utf-8")


def main():
    parser = argparse.ArgumentParser()
    parser.add_argument("--bin", required=True)
    parser.add_argument("--preset", required=True)
    parser.add_argument("--out", required=True)
    parser.add_argument("--case")
    parser.add_argument("--no-screens", action="store_true")
    options = parser.parse_args()
    out = Path(options.out)
    if out.exists() and any(out.iterdir()):
        sys.exit(f"headlessjob: {out} is not empty; nothing is overwritten")
    out.mkdir(parents=True, exist_ok=True)
    began = datetime.now(timezone.utc).isoformat(timespec="seconds")
    problem = None
    with tempfile.TemporaryDirectory(prefix="caseward-demo.") as folder:
        job = Job(options, Path(folder).resolve())
        try:
            adjudication, supervision = office(job)
            intake(job, adjudication)
            decide(job, adjudication)
            supervise(job, supervision, adjudication.case)
            close(job, adjudication)
            shutil.copyfile(README, out / "README.txt")
            from_outside(job)
            recover_vault(job, adjudication)
        except StepFailed as failure:
            problem = str(failure)
        write_report(job, options, problem, began)
    if problem:
        sys.exit(f"headlessjob: {problem}")
    print(f"done: {len(job.steps)} steps; see {out}/README.txt and {out}/report.json")


if __name__ == "__main__":
    main()
