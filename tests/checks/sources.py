# SPDX-License-Identifier: GPL-3.0-or-later
"""What the checks share: which files are ours, and code with comments and strings blanked out (same length, same lines)."""
import re
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
CODE_FOLDERS = ("core", "ui", "app", "tests")


def code_files(root, folders=CODE_FOLDERS):
    return sorted(path for folder in folders for path in (root / folder).rglob("*")
                  if path.suffix in (".cpp", ".h") and path.is_file())


_TOKEN = re.compile(r'//[^\n]*|/\*.*?\*/|R"([^\s()\\]{0,16})\(.*?\)\1"|"(?:\\.|[^"\\\n])*"|(?<![0-9A-Fa-f])\'(?:\\.|[^\'\\\n])+\'', re.S)


def blanked(text, strings=True):
    """Comments (and strings, unless told otherwise) replaced by spaces, so that what is left is code."""
    def blank(match):
        token = match.group(0)
        if not strings and not token.startswith(("//", "/*")):
            return token
        return re.sub(r"[^\n]", " ", token)
    return _TOKEN.sub(blank, text)


def report(name, problems, counted):
    """Prints what is wrong and returns the exit status."""
    for problem in problems:
        print(problem)
    print(f"{name}: {counted}, {len(problems)} problem(s)")
    return 1 if problems else 0
