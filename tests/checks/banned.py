#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What must not appear in the code, and where it may. `--self-test` plants each and proves that it is found."""
import re
import sys
import tempfile
from pathlib import Path

import sources

OURS = ("core", "ui", "app")
EVERYWHERE = ("core", "ui", "app", "tests")

# (name, pattern in code without comments and strings, folders it is banned in, folders where it may be, a planted line)
CODE_RULES = [
    ("nested event loop", r"\bprocessEvents\b|\bQEventLoop\b", OURS, (), "QCoreApplication::processEvents();"),
    ("blocking dialog", r"(?<!QApplication)(?<!QCoreApplication)(?<!QGuiApplication)(?<!application)(?:\.|->|::)exec\s*\(",
     ("ui", "app"), (), "dialog->exec();"),
    ("blocking dialog", r"\bQ(?:Message|Input|File|Color|Font)(?:Box|Dialog)::(?:question|warning|information|critical|about|get\w+)\s*\(",
     ("ui", "app"), (), 'QMessageBox::question(this, "a", "b");'),
    ("waiting in the window", r"\bwaitFor(?:Finished|Started|ReadyRead|BytesWritten|Done)\s*\(", OURS, (), "process.waitForFinished();"),
    ("shell", r"(?<![\w.>:])(?:std::|::)?(?:system|popen)\s*\(", EVERYWHERE, (), 'system("ls");'),
    ("temporary file in the clear", r"\bQTemporaryFile\b|\bQTemporaryDir\b|\btmpfile\s*\(|\bmkstemp\w*\s*\(", OURS, ("core/base/files.cpp",),
     "QTemporaryFile file;"),
    ("C strings", r"(?<![\w.>])(?:v?sprintf|strcpy|strcat|strncpy|gets)\s*\(", EVERYWHERE, (), "sprintf(buffer, format);"),
    ("network", r"\bQ(?:Network|Tcp|Udp|Local|Ssl|Web)(?:AccessManager|Request|Reply|Socket|Server|Engine)\w*|"
                r"(?<![\w.>])(?:::)?(?:socket|connect|bind|listen|accept|getaddrinfo|sendto)\s*\(\s*(?:AF_|PF_|fd|sock|server)",
     OURS, ("app/reader", "core/reading"), "const int fd = ::socket(AF_INET, SOCK_STREAM, 0);"),
    ("OpenSSL outside core/crypto", r"\b(?:EVP|CMS|X509|PKCS7|PKCS8|BIO|ASN1|OSSL|RAND|PEM|OBJ)_\w+\s*\(", OURS, ("core/crypto",),
     "EVP_MD_CTX_new();"),
    ("SQL outside core/store", r"\bsqlite3_\w+\s*\(|\bQSql\w+", OURS, ("core/store",), "sqlite3_open(name, &handle);"),
    ("Qt in core", r"\bQ(?:String|Object|ByteArray|List|Map|File|Widget)\b", ("core",), (), "QString name;"),
    ("mutable global", r"^static (?!const|inline|constexpr|assert)[\w:<>]+ \w+ *(?:=|;|\{)", OURS, (), "static int counter = 0;"),
]

# the same, over text with strings but without comments
TEXT_RULES = [
    ("umbrella include", r"#\s*include\s*<Qt(?:Widgets|Core|Gui|Test|Sql|Network|Concurrent)(?:/Qt\w+)?>", EVERYWHERE, (), "#include <QtWidgets>"),
    ("OpenSSL outside core/crypto", r"#\s*include\s*<openssl/", OURS, ("core/crypto",), "#include <openssl/evp.h>"),
    ("SQL outside core/store", r"#\s*include\s*[<\"](?:sqlcipher/)?sqlite3\.h", OURS, ("core/store",), "#include <sqlite3.h>"),
    ("network", r"#\s*include\s*<(?:sys/socket|netinet/\w+|arpa/inet|netdb)\.h>|#\s*include\s*<QtNetwork", OURS, ("app/reader", "core/reading"),
     "#include <sys/socket.h>"),
    ("key in SQL text", r"PRAGMA\s+(?:re)?key", OURS, (), 'run("PRAGMA key = \'x\'");'),
]

# over everything, comments included
WHOLE_RULES = [("unfinished", r"\b(?:TODO|FIXME|XXX|HACK)\b", EVERYWHERE, (), "// TODO: later")]

SPDX = "SPDX-License-" + "Identifier: GPL-3.0-or-later"


def within(name, folders):
    return any(name == folder or name.startswith(folder + "/") for folder in folders)


def check(root):
    problems, files = [], sources.code_files(root)
    for path in files:
        name = str(path.relative_to(root))
        text = path.read_text(encoding="utf-8")
        if SPDX not in text.split("\n", 1)[0]:
            problems.append(f"{name}:1: the first line must say {SPDX}")
        for rules, seen in ((CODE_RULES, sources.blanked(text)), (TEXT_RULES, sources.blanked(text, strings=False)), (WHOLE_RULES, text)):
            for what, pattern, folders, allowed, _ in rules:
                if not within(name, folders) or within(name, allowed):
                    continue
                for match in re.finditer(pattern, seen, re.M):
                    line = seen.count("\n", 0, match.start()) + 1
                    problems.append(f"{name}:{line}: {what}: {match.group(0).strip()}")
    scripts = [path for folder in ("packaging", "tests", ".ci", "resources", "core", "ui", "app") for path in (root / folder).rglob("*")
               if path.is_file() and (path.suffix in (".py", ".sh") or path.name in ("CMakeLists.txt", "run", "demo", "install-deps"))
               and "__pycache__" not in path.parts]
    for path in scripts:
        if SPDX not in "\n".join(path.read_text(encoding="utf-8").split("\n", 3)[:3]):
            problems.append(f"{path.relative_to(root)}:1: the first lines must say {SPDX}")
    return problems, f"{len(files)} source files and {len(scripts)} scripts"


def self_test():
    with tempfile.TemporaryDirectory() as name:
        root = Path(name)

        def problems_of(path, body):
            target = root / path
            target.parent.mkdir(parents=True, exist_ok=True)
            target.write_text(f"// {SPDX}\n{body}\n")
            found = check(root)[0]
            target.unlink()
            return found
        for what, _, folders, allowed, planted in CODE_RULES + TEXT_RULES + WHOLE_RULES:
            for folder in folders:
                found = problems_of(f"{folder}/planted/a.cpp", planted)
                assert any(what in problem for problem in found), (what, folder, planted, found)
            for place in allowed:
                file = place if place.endswith(".cpp") else f"{place}/a.cpp"
                found = problems_of(file, planted)
                assert not any(what in problem for problem in found), (what, place, found)
        # words in comments and strings, and the event loop of main(), are no faults
        for innocent in ("// never processEvents()", 'const char *text = "EVP_DigestInit() sprintf(";', "return QApplication::exec();",
                         "return application.exec();", "connect(box, &Box::clicked, this, f);", "/* system(\"x\") */", "filesystem::path p;"):
            assert problems_of("ui/a/a.cpp", innocent) == [], (innocent, problems_of("ui/a/a.cpp", innocent))
        (root / "core").mkdir(exist_ok=True)
        (root / "core/a.h").write_text("#pragma once\n")
        assert any("first line must say" in problem for problem in check(root)[0])
        (root / "core/a.h").unlink()
        (root / "tests").mkdir(exist_ok=True)
        (root / "tests/a.py").write_text("print()\n")
        assert any("first lines must say" in problem for problem in check(root)[0])
    return sources.report("banned self-test", [], f"{len(CODE_RULES + TEXT_RULES + WHOLE_RULES)} rules, every planted fault was found")


def main():
    if "--self-test" in sys.argv:
        return self_test()
    return sources.report("banned", *check(sources.ROOT))


if __name__ == "__main__":
    sys.exit(main())
