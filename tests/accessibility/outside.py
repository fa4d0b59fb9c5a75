#!/usr/bin/python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The window as a screen reader meets it: over AT-SPI from another process, under Xvfb, on the demonstration office. Signs in,
walks the screens by pressing what is there, reads the page of a document, locks, and looks whether anything of the case is left.

  tests/accessibility/outside.py BIN          BIN: folder with caseward, casewardctl and caseward-reader

Says so and ends well where Xvfb, a session bus or AT-SPI are missing (packaging/install-deps brings them)."""
import os
import shutil
import subprocess
import sys
import tempfile
import time
import warnings
from pathlib import Path

PATIENCE = 90  # seconds for each thing awaited; nothing here measures
INSIDE = "CASEWARD_ATSPI_OFFICE"

# Roles a person acts on, which must say what they are.
INTERACTIVE = {"push button", "toggle button", "check box", "radio button", "combo box", "text", "entry", "password text", "table", "tree",
               "tree table", "list", "list box", "page tab", "spin button", "slider", "document text", "document frame"}


RAIL = {"push button", "page tab", "radio button", "check box", "toggle button"}


def skip(why):
    print(f"SKIP: {why}")
    sys.exit(0)


def again_inside(binaries):
    """The same script once more, under a session bus and a screen of its own."""
    for program in ("xvfb-run", "dbus-run-session"):
        if not shutil.which(program):
            skip(f"{program} is not installed")
    try:
        import gi
        gi.require_version("Atspi", "2.0")
    except (ImportError, ValueError):
        skip("gir1.2-atspi-2.0 is not installed")
    with tempfile.TemporaryDirectory(prefix="caseward-atspi.") as folder:
        runtime = Path(folder) / "runtime"
        runtime.mkdir(mode=0o700)
        environment = {name: value for name, value in os.environ.items() if name not in ("WAYLAND_DISPLAY", "DISPLAY", "DBUS_SESSION_BUS_ADDRESS")}
        environment.update(XDG_RUNTIME_DIR=str(runtime), HOME=folder, LC_ALL="C.UTF-8", TZ="UTC", QT_QPA_PLATFORM="xcb",
                           QT_LINUX_ACCESSIBILITY_ALWAYS_ON="1", QT_ACCESSIBILITY="1", NO_AT_BRIDGE="0")
        office = Path(folder) / "office"
        subprocess.run([binaries / "casewardctl", "demo", "create", office], env=environment, check=True, stdout=subprocess.DEVNULL)
        environment[INSIDE] = str(office)
        return subprocess.run(["xvfb-run", "-a", "-s", "-screen 0 1920x1200x24", "dbus-run-session", "--", sys.executable, __file__, str(binaries)],
                              env=environment).returncode


class Window:
    """The accessible tree of the running program; every search starts anew, because screens come and go."""

    def __init__(self, atspi, process):
        self.atspi, self.process = atspi, process

    def application(self):
        desktop = self.atspi.get_desktop(0)
        for index in range(desktop.get_child_count()):
            child = desktop.get_child_at_index(index)
            if child and child.get_process_id() == self.process.pid:
                return child
        return None

    def nodes(self, start=None):
        """Everything that shows, top first. What vanishes while it is read is passed over."""
        waiting = [start or self.application()]
        while waiting:
            node = waiting.pop(0)
            if node is None:
                continue
            try:
                if node.get_role_name() != "application" and not node.get_state_set().contains(self.atspi.StateType.SHOWING):
                    continue
                yield node
                # Cells of tables and trees are read by their tables.
                if node.get_role_name() not in ("table", "tree", "tree table", "list"):
                    waiting.extend(node.get_child_at_index(index) for index in range(node.get_child_count()))
            except Exception:
                continue

    def find(self, role, name):
        return next((node for node in self.nodes() if node.get_role_name() in role and name in (node.get_name() or "")), None)

    def await_(self, what, look):
        end = time.monotonic() + PATIENCE
        while time.monotonic() < end:
            if self.process.poll() is not None:
                sys.exit(f"the program ended ({self.process.returncode}) while waiting for {what}")
            found = look()
            if found:
                return found
            time.sleep(0.2)
        self.show()
        sys.exit(f"never came: {what}")

    def press(self, role, name):
        node = self.await_(f"{name!r} ({role})", lambda: self.find(role, name))
        action = node.get_action_iface()
        names = [action.get_action_name(index) for index in range(action.get_n_actions())] if action else []
        for wanted in ("Press", "Toggle", "SetFocus"):
            if wanted in names:
                action.do_action(names.index(wanted))
                return
        sys.exit(f"{name!r} cannot be pressed from outside: {names}")

    def show(self):
        for node in self.nodes():
            print(f"  {node.get_role_name()}: {node.get_name()!r}")

    def shows(self, place):
        """Whether that screen is in front: its page has the name of its place in the rail."""
        return any(node.get_role_name() in ("panel", "filler") and node.get_name() == place for node in self.nodes())

    def nameless(self):
        return [f"{node.get_role_name()} {node.get_accessible_id() or ''} in {parent(node)!r}" for node in self.nodes()
                if node.get_role_name() in INTERACTIVE and not (node.get_name() or "").strip()]

    def words(self):
        """All that can be read from outside."""
        texts = []
        for node in self.nodes():
            texts.append(node.get_name() or "")
            texts.append(node.get_description() or "")
            text = node.get_text_iface()
            if text:
                texts.append(text.get_text(0, text.get_character_count()))
        return "\n".join(texts)


def parent(node):
    above = node.get_parent()
    return above.get_name() if above else ""


def begin(binaries, office):
    inside, outside = os.pipe()
    os.write(outside, b"demo adjudicator passphrase\n")
    os.close(outside)
    process = subprocess.Popen([binaries / "caseward", "--vault", office / "adjudication.caseward", "--as", "A. Rivera", "--passphrase-fd", str(inside)],
                               pass_fds=[inside])
    os.close(inside)
    return process


def walk(window, problems):
    """Each screen in turn: everything that can be used has a name."""
    def check(screen):
        problems.extend(f"{screen}: no name: {one}" for one in window.nameless())
    window.await_("the window", window.application)
    window.await_("signing in", lambda: window.find(RAIL, "Queue"))
    window.await_("the case", lambda: "DEMO-26-0001" in window.words())
    check("queue")
    window.press({"push button"}, "Open")
    document = window.await_("a document with text", lambda: next((node for node in window.nodes() if node.get_role_name().startswith("document")
                                                                 and node.get_text_iface() and node.get_text_iface().get_character_count() > 100), None))
    check("review")
    text = document.get_text_iface()
    words = text.get_text(0, min(text.get_character_count(), 400))
    print(f"the page as a screen reader has it: {' '.join(words.split())[:120]!r}")
    if not words.strip():
        problems.append("review: the page gives no words")
    for place in ("Decision", "Exchange", "Audit", "People"):
        window.press(RAIL, place)
        window.await_(f"the screen {place}", lambda place=place: window.shows(place))
        check(place.lower())
    window.press(RAIL, "Lock")
    window.await_("the lock", lambda: window.find({"password text", "text", "entry"}, "assphrase"))
    left = window.words()
    problems.extend(f"locked: {secret!r} can still be read" for secret in ("DEMO-26-0001", words.split("\n")[0].strip()) if secret and secret in left)
    check("lock")


def main():
    binaries = Path(sys.argv[1]).resolve()
    office = os.environ.get(INSIDE)
    if not office:
        sys.exit(again_inside(binaries))
    warnings.simplefilter("ignore", DeprecationWarning) # libatspi's own successors of these calls are not in Debian 12
    import gi
    gi.require_version("Atspi", "2.0")
    from gi.repository import Atspi
    if Atspi.init() not in (0, 1):
        skip("AT-SPI does not start here")
    problems = []
    process = begin(binaries, Path(office))
    try:
        walk(Window(Atspi, process), problems)
    finally:
        process.terminate()
        process.wait()
    for problem in problems:
        print(problem)
    print(f"{len(problems)} problems")
    sys.exit(1 if problems else 0)


if __name__ == "__main__":
    main()
