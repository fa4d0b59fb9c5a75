#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""One concept a file: .cpp up to 400 lines, .h up to 200, a function up to 60, the main window up to 250. Also names:
no file is called utils, helpers, manager or misc. `--self-test` proves that it can fail; `--longest` shows the closest ones."""
import re
import sys
import tempfile
from pathlib import Path

import sources

SOURCE_LINES, HEADER_LINES, FUNCTION_LINES, WINDOW_LINES, README_LINES = 400, 200, 60, 250, 40
BANNED_NAMES = re.compile(r"util|helper|manager|misc", re.I)
# A brace opens a namespace, a type or an initialiser when one of these stands before it; everything else with a
# parameter list is a function (a lambda counts with the function around it).
NOT_A_FUNCTION = re.compile(r"\b(namespace|class|struct|union|enum)\b(?!.*\)\s*(const|noexcept|override|final)*\s*$)")
FUNCTION_HEAD = re.compile(r"\)(?:\s*(?:const|noexcept|override|final|mutable|&&?|->[\w:<>,&*\s]+))*(?:\s*:[^:].*)?\s*$", re.S)


def functions(code):
    """(first line, lines, name) of every function body, found by matching braces in blanked code."""
    found, stack, head = [], [], 0
    for position, character in enumerate(code):
        if character in ";":
            if not stack or stack[-1][0] == "scope":
                head = position + 1
        elif character == "{":
            text = code[head:position] if not stack or stack[-1][0] == "scope" else ""
            inside = bool(stack) and stack[-1][0] != "scope"
            is_function = not inside and "(" in text and FUNCTION_HEAD.search(text) is not None and not NOT_A_FUNCTION.search(text)
            # a constructor's member initialiser a{b} is no body: the body follows it
            if is_function and re.search(r"[:,]\s*\w+\s*$", text):
                stack.append(("init", position, text))
                continue
            is_scope = not inside and not is_function and re.search(r"\b(namespace|class|struct|union|extern)\b", text) is not None
            stack.append(("function" if is_function else "scope" if is_scope else "block", position, text))
            if is_scope:
                head = position + 1
        elif character == "}" and stack:
            kind, start, text = stack.pop()
            if kind == "function":
                first = code.count("\n", 0, start) + 1
                name = re.findall(r"([\w:~]+)\s*\(", text)
                found.append((first, code.count("\n", start, position) + 1, name[0] if name else "?"))
            if kind != "init" and (not stack or stack[-1][0] == "scope"):
                head = position + 1
    return found


def check(root):
    problems, counted, longest = [], 0, []
    for path in sources.code_files(root):
        name = str(path.relative_to(root))
        text = path.read_text(encoding="utf-8")
        lines = text.count("\n")
        limit = WINDOW_LINES if path.stem == "mainwindow" and path.suffix == ".cpp" else SOURCE_LINES if path.suffix == ".cpp" else HEADER_LINES
        if lines > limit:
            problems.append(f"{name}: {lines} lines, at most {limit}")
        if BANNED_NAMES.search(path.stem):
            problems.append(f"{name}: say what is in it; a file is not called that")
        for first, length, function in functions(sources.blanked(text)):
            counted += 1
            longest.append((length, f"{name}:{first}: {function}"))
            if length > FUNCTION_LINES and not (name.startswith("tests/") and function.endswith("_data")):  # a table of rows
                problems.append(f"{name}:{first}: {function} has {length} lines, at most {FUNCTION_LINES}")
    for folder in ("core", "ui", "app"):
        for readme in (root / folder).glob("*/README.md"):
            lines = readme.read_text(encoding="utf-8").count("\n")
            if lines > README_LINES:
                problems.append(f"{readme.relative_to(root)}: {lines} lines, at most {README_LINES}")
    return problems, f"{counted} functions", sorted(longest, reverse=True)


def self_test():
    with tempfile.TemporaryDirectory() as name:
        root = Path(name)

        def planted(path, text, expected):
            target = root / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(text)
            problems = check(root)[0]
            target.unlink()
            assert (expected is None and not problems) or any(expected in problem for problem in problems if expected), (path, expected, problems)
        body = "    work();\n" * 61
        planted("core/base/a.cpp", "// line\n" * 401, "401 lines, at most 400")
        planted("core/base/a.h", "// line\n" * 201, "201 lines, at most 200")
        planted("ui/shell/mainwindow.cpp", "// line\n" * 251, "251 lines, at most 250")
        planted("core/base/stringutils.cpp", "", "is not called that")
        planted("core/base/README.md", "line\n" * 41, "41 lines, at most 40")
        planted("core/base/a.cpp", "namespace a {\nint f(int b)\n{\n" + body + "}\n}\n", "f has 63 lines")
        planted("core/base/a.cpp", "A::A(int b) : m_b(b), m_c{b}\n{\n" + body + "}\n", "A::A has 63 lines")
        planted("core/base/a.cpp", "class A {\n    int f() const noexcept {\n" + body + "    }\n};\n", "f has 63 lines")
        planted("core/base/a.cpp", "Result<std::string> f(const X &x) { if (x) {\n" + body + "}\n return {}; }\n", "f has")
        # not functions: namespaces, types, tables
        planted("core/base/a.cpp", "namespace a {\nnamespace {\n" + "int a = 1;\n" * 80 + "}\n}\n", None)
        planted("core/base/a.cpp", "struct A {\n" + "    int b() { return 1; }\n" * 80 + "};\n", None)
        planted("core/base/a.cpp", "const int table[] = {\n" + "    1,\n" * 80 + "};\nint f() { return 1; }\n", None)
    return sources.report("sizes self-test", [], "every planted fault was found")


def main():
    if "--self-test" in sys.argv:
        return self_test()
    problems, counted, longest = check(sources.ROOT)
    if "--longest" in sys.argv:
        for length, what in longest[:15]:
            print(length, what)
    return sources.report("sizes", problems, counted)


if __name__ == "__main__":
    sys.exit(main())
