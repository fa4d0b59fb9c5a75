#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The manual: the command line reference and the table of exit codes are made from the program, and must be fresh; every
link of the manual, of the READMEs and of the design pages leads to a file; every key of the review desk is in its page.

  manual.py              check ($CASEWARDCTL names the program)
  manual.py --write      make resources/manual/commands.md and exit-codes.md again
  manual.py --self-test  prove that staleness and broken links are found"""
import json
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

import sources

NOTICE = "<!-- Made by tests/checks/manual.py --write from the program itself; a check tests that it is fresh. -->\n"
LINK = re.compile(r"(?<!`)\[[^\]]*\]\(([^)#\s]+)(?:#[^)]*)?\)")


def answer(program, *words):
    return subprocess.run([program, *words], check=True, capture_output=True, text=True,
                          env=dict(os.environ, LC_ALL="C.UTF-8", QT_QPA_PLATFORM="offscreen")).stdout


def commands_page(program):
    overview = answer(program, "--help")
    names = [line.strip().split("  ")[0] for line in overview.splitlines()[3:] if line.startswith("  ") and line.strip()]
    parts = [NOTICE, "# Command line reference\n",
             "Every command prints lines for people, or one line of JSON with `--json`; its exit status is 0 or the number of a fault\n"
             "([exit codes](exit-codes.md)). Nothing is asked twice and nothing is overwritten.\n",
             "```", re.sub(r"casewardctl \d+(\.\d+)*:", "casewardctl:", overview).rstrip(), "```\n"]
    for name in names:
        parts += [f"## {name}\n", "```", answer(program, *name.split(), "--help").rstrip(), "```\n"]
    return "\n".join(parts)


def codes_page(program):
    faults = json.loads(answer(program, "faults", "--json"))["faults"]
    rows = "".join(f"| {fault['exit']} | `{fault['code']}` | {fault['advice']} |\n" for fault in faults)
    return (NOTICE + "\n# Exit codes\n\nThe exit status of `casewardctl` is 0, or the number of the fault. Numbers are never reused. With `--json` the\n"
            "same code stands in `fault.code`. `casewardctl faults` prints this list.\n\n| exit | code | what happened, and what to do |\n|---|---|---|\n" + rows)


PAGES = {"commands.md": commands_page, "exit-codes.md": codes_page}


def stale(folder, program):
    problems = []
    for name, make in PAGES.items():
        path = folder / name
        if not path.is_file() or path.read_text(encoding="utf-8") != make(program):
            problems.append(f"resources/manual/{name} is not what {Path(program).name} says; run tests/checks/manual.py --write")
    return problems


def broken_links(root):
    problems = []
    pages = [path for path in root.glob("*.md")] + [path for folder in ("core", "ui", "app", "tests", "packaging", "resources", "translations")
                                                   for path in (root / folder).rglob("*.md")]
    for page in sorted(pages):
        for target in LINK.findall(page.read_text(encoding="utf-8")):
            if "://" not in target and not (page.parent / target).exists():
                problems.append(f"{page.relative_to(root)}: leads to {target}, which is not there")
    return problems, len(pages)


def unwritten_keys(root):
    """Keys of the review desk that its page of the manual does not have."""
    page = (root / "resources/manual/desk.md").read_text(encoding="utf-8")
    source = (root / "ui/pages/review/reviewactions.cpp").read_text(encoding="utf-8")
    keys = [found.replace("\\\\", "\\") for found in re.findall(r'key\("([^"]+)"\)', source)]
    return [f"resources/manual/desk.md does not have the key {key}" for key in keys
            if key != "Ctrl++" and not re.search(rf"(?<![\w+]){re.escape(key)}(?![\w+])", page)], len(keys)


def program_named():
    program = os.environ.get("CASEWARDCTL")
    if not program:
        found = [path for preset in ("dev", "release") for path in [sources.ROOT / "build" / preset / "bin/casewardctl"] if path.exists()]
        if not found:
            sys.exit("manual: say with $CASEWARDCTL where casewardctl is")
        program = str(found[0])
    return program


def self_test():
    with tempfile.TemporaryDirectory() as name:
        root = Path(name)
        program = root / "ctl"
        program.write_text("#!/bin/sh\ncase \"$1\" in --help) printf 'casewardctl 1.2: it\\n\\n  how\\n\\n  sign            sign it\\n' ;;\n"
                           "faults) echo '{\"faults\":[{\"exit\":2,\"code\":\"usage\",\"advice\":\"Look.\"}]}' ;; *) echo \"help of $1\" ;; esac\n")
        program.chmod(0o755)
        for page, make in PAGES.items():
            (root / page).write_text(make(str(program)))
        assert "help of sign" in (root / "commands.md").read_text()
        assert stale(root, str(program)) == []
        program.write_text(program.read_text().replace("help of", "new help of").replace("Look.", "Look again."))
        assert len(stale(root, str(program))) == 2
        (root / "README.md").write_text("[there](commands.md) [web](https://example.org/x) [gone](gone.md)\n")
        for path, text in (("resources/manual/desk.md", "| F, Shift+N | tie |"), ("ui/pages/review/reviewactions.cpp", 'key("F") key("Shift+N") key("N")')):
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_text(text)
        assert unwritten_keys(root) == (["resources/manual/desk.md does not have the key N"], 3)
        assert [problem for problem in broken_links(root)[0]] == ["README.md: leads to gone.md, which is not there"]
    return sources.report("manual self-test", [], "every planted fault was found")


def main():
    if "--self-test" in sys.argv:
        return self_test()
    program, folder = program_named(), sources.ROOT / "resources/manual"
    if "--write" in sys.argv:
        for name, make in PAGES.items():
            (folder / name).write_text(make(program), encoding="utf-8")
        return 0
    links, pages = broken_links(sources.ROOT)
    unwritten, keys = unwritten_keys(sources.ROOT)
    return sources.report("manual", stale(folder, program) + links + unwritten,
                          f"{len(PAGES)} made pages, links of {pages} pages, {keys} keys")


if __name__ == "__main__":
    sys.exit(main())
