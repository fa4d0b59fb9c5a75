#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The layering: every #include "folder/…" in core, ui and app must be an edge of the table in core/README.md, every edge
of the table must be used, and no edge may go up. Folders of core/flow are stages: none includes another.

  layers.py              check the tree
  layers.py --edges      print the edges there are, as rows of the table
  layers.py --self-test  prove on a planted tree that the check can fail"""
import re
import sys
import tempfile
from pathlib import Path

import sources

ROW = re.compile(r"^\| *((?:core|ui|app)/[a-z/]+) *\| *(\d+) *\| *([a-z/ ]*?) *\|$")
INCLUDE = re.compile(r'^\s*#\s*include\s+"([^"]+)"', re.M)


def folder_of(path):
    """core/store, ui/base, ui/pages/review, app/ctl: the folder that is a target; deeper ones belong to it."""
    parts = Path(path).parts[:-1]
    if len(parts) < 2 or parts[0] not in ("core", "ui", "app"):
        return None
    return "/".join(parts[:3] if parts[:2] == ("ui", "pages") else parts[:2])


def stage_of(path):
    parts = Path(path).parts
    return parts[2] if parts[:2] == ("core", "flow") and len(parts) > 3 else None


def read_table(text):
    levels, allowed = {}, {}
    for line in text.splitlines():
        row = ROW.match(line)
        if row:
            levels[row[1]] = int(row[2])
            allowed[row[1]] = set(row[3].split())
    return levels, allowed


def read_edges(root):
    """{(from, to): "file:line" of the first include} and what is wrong with single includes."""
    edges, problems = {}, []
    for path in sources.code_files(root, ("core", "ui", "app")):
        name = str(path.relative_to(root))
        text = sources.blanked(path.read_text(encoding="utf-8"), strings=False)
        for match in INCLUDE.finditer(text):
            target, where = match[1], f"{name}:{text.count(chr(10), 0, match.start(1)) + 1}"
            if target.endswith(".moc"):
                continue
            to = folder_of(target)
            if to is None or not (root / target).is_file():
                problems.append(f'{where}: "{target}" is not a file named from the root')
                continue
            if stage_of(name) and stage_of(target) and stage_of(name) != stage_of(target):
                edges.setdefault((f"core/flow/{stage_of(name)}", f"core/flow/{stage_of(target)}"), where)
            if to != folder_of(name):
                edges.setdefault((folder_of(name), to), where)
    return edges, problems


def check(root):
    levels, allowed = read_table((root / "core/README.md").read_text(encoding="utf-8"))
    edges, problems = read_edges(root)
    folders = {folder_of(path.relative_to(root)) for path in sources.code_files(root, ("core", "ui", "app"))} - {None}
    problems += [f"core/README.md: folder {folder} has no row" for folder in sorted(folders - set(levels))]
    problems += [f"core/README.md: there is no code in {folder}" for folder in sorted(set(levels) - folders)
                 if not list((root / folder).glob("*.h"))]
    for (source, target), where in sorted(edges.items()):
        if (source in allowed or source not in folders) and target not in allowed.get(source, set()):
            problems.append(f"{where}: new edge {source} -> {target}; not in the table of core/README.md")
        if levels.get(target, 0) > levels.get(source, 99):
            problems.append(f"{where}: {source} (level {levels[source]}) includes {target} (level {levels[target]}), which is above it")
    for source in sorted(allowed):
        problems += [f"core/README.md: nobody uses the edge {source} -> {target}"
                     for target in sorted(allowed[source]) if (source, target) not in edges]
    return problems, f"{len(edges)} edges between {len(folders)} folders"


def self_test():
    with tempfile.TemporaryDirectory() as name:
        root = Path(name)
        files = {"core/README.md": "| folder | level | may include |\n|---|---|---|\n| core/base | 0 | |\n| core/store | 4 | core/base |\n"
                                   "| core/flow | 5 | core/base core/store |\n| ui/pages/queue | 9 | core/base |\n",
                 "core/base/a.h": "", "core/store/a.h": '#include "core/base/a.h"\n',
                 "core/flow/intake/a.h": '#include "core/store/a.h"\n', "core/flow/review/a.h": '#include "core/base/a.h"\n',
                 "ui/pages/queue/a.cpp": '#include "core/base/a.h"\n// #include "core/store/a.h"\n'}
        for path, text in files.items():
            (root / path).parent.mkdir(parents=True, exist_ok=True)
            (root / path).write_text(text)
        assert check(root)[0] == [], check(root)[0]

        def planted(path, text, expected):
            (root / path).write_text(text)
            found = check(root)[0]
            assert any(expected in problem for problem in found), (expected, found)
            (root / path).write_text(files[path])
        planted("core/base/a.h", '#include "core/store/a.h"\n', "new edge core/base -> core/store")
        planted("core/base/a.h", '#include "core/store/a.h"\n', "which is above it")
        planted("ui/pages/queue/a.cpp", '#include "core/store/a.h"\n', "new edge ui/pages/queue -> core/store")
        planted("ui/pages/queue/a.cpp", "", "nobody uses the edge ui/pages/queue -> core/base")
        planted("core/flow/review/a.h", '#include "core/flow/intake/a.h"\n', "new edge core/flow/review -> core/flow/intake")
        planted("core/store/a.h", '#include "a.h"\n', "not a file named from the root")
        planted("core/README.md", files["core/README.md"].replace("| ui/pages/queue | 9 | core/base |\n", ""), "ui/pages/queue has no row")
    return sources.report("layers self-test", [], "every planted fault was found")


def main():
    if "--self-test" in sys.argv:
        return self_test()
    if "--edges" in sys.argv:
        edges, _ = read_edges(sources.ROOT)
        for folder in sorted({source for source, _ in edges}):
            print(f"| {folder} | | {' '.join(sorted(target for source, target in edges if source == folder))} |")
        return 0
    return sources.report("layers", *check(sources.ROOT))


if __name__ == "__main__":
    sys.exit(main())
