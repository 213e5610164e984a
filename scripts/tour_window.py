"""A display of our own with the kiosk on it, and a finger: where its targets are, taps, keys, pictures (scripts/tour.py)."""
import json
import os
import pathlib
import subprocess
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent
BIN = pathlib.Path(os.environ.get("NORTHSEAL_BIN", ROOT / "build" / "bin"))
PATIENCE = 30  # seconds for anything to appear; a slow machine needs some, a broken kiosk shows itself all the same


class Broken(Exception):
    """The journey did not go on: what was looked for, and what stood on the screen instead."""


class Window:
    """A display of our own with the kiosk on it."""

    def __init__(self, arguments, size, folder):
        self.map = folder / "touch-map.jsonl"
        self.log = open(folder / "kiosk.log", "a", encoding="utf-8")
        width, height = size
        reading, writing = os.pipe()
        self.server = subprocess.Popen(
            ["Xvfb", "-displayfd", str(writing), "-screen", "0", f"{width}x{height}x24", "-nolisten", "tcp", "-noreset"],
            pass_fds=[writing], stderr=subprocess.DEVNULL)
        os.close(writing)
        with os.fdopen(reading) as display:
            number = display.readline().strip()
        if not number:
            raise Broken("Xvfb did not start")
        self.environment = dict(os.environ, DISPLAY=f":{number}", LC_ALL="C.UTF-8", LIBGL_ALWAYS_SOFTWARE="1",
                                TZ="America/Toronto")
        self.kiosk = subprocess.Popen(
            [str(BIN / "northseal-kiosk"), *arguments, "--size", f"{width}x{height}", "--touch-map", str(self.map)],
            env=self.environment, stdout=self.log, stderr=self.log)

    def close(self):
        for process in (self.kiosk, self.server):
            if process.poll() is None:
                process.terminate()
                try:
                    process.wait(10)
                except subprocess.TimeoutExpired:
                    process.kill()
        self.log.close()

    def frame(self):
        """What stands on the screen now: the last whole line of the map."""
        if self.size() > 0:
            with open(self.map, "rb") as file:
                file.seek(max(0, self.size() - 200_000))
                lines = file.read().splitlines(keepends=True)
            for line in reversed(lines[1:] if len(lines) > 1 else lines):
                if line.endswith(b"\n"):
                    return json.loads(line)
        return {"targets": [], "texts": []}

    def targets(self):
        return {each["id"]: each for each in self.frame()["targets"]}

    def wait(self, wanted, what):
        """Waits until wanted(frame) gives something, and returns it."""
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            if self.kiosk.poll() is not None:
                raise Broken(f"the kiosk ended while waiting for {what}; see {self.log.name}")
            found = wanted(self.frame())
            if found:
                return found
            time.sleep(0.03)
        frame = self.frame()
        raise Broken(f"{what} did not appear. On the screen: {sorted(t['id'] for t in frame['targets'])}, "
                     f"{[t['text'] for t in frame['texts']][:40]}")

    def target(self, identifier):
        def find(frame):
            for each in frame["targets"]:
                if each["id"] == identifier and each.get("enabled", True):
                    return each
            return None
        return self.wait(find, f"“{identifier}”, open,")

    def first(self, prefix, label=None):
        def find(frame):
            for each in frame["targets"]:
                if each["id"].startswith(prefix) and (label is None or label in each.get("label", "")):
                    return each
            return None
        return self.wait(find, f"something named {prefix}… {label or ''}")

    def size(self):
        return self.map.stat().st_size if self.map.exists() else 0

    def settled(self, before):
        """Waits until the screen has answered (a new line of the map) and is still again."""
        until = time.monotonic() + 1.5
        while self.size() == before and time.monotonic() < until:
            time.sleep(0.01)
        last, still = self.size(), 0
        while still < 3 and time.monotonic() < until:
            time.sleep(0.02)
            still = still + 1 if self.size() == last else 0
            last = self.size()

    def press(self, target):
        before = self.size()
        x = target["x"] + target["width"] / 2
        y = target["y"] + target["height"] / 2
        # Down and up stand a little apart, as with a finger: a press shows for a frame before it counts.
        subprocess.run(["xdotool", "mousemove", str(round(x)), str(round(y)), "sleep", "0.02", "mousedown", "1",
                        "sleep", "0.05", "mouseup", "1"], env=self.environment, check=True)
        self.settled(before)

    def tap(self, identifier):
        self.press(self.target(identifier))

    def says(self, part):
        self.wait(lambda frame: any(part in t["text"] for t in frame["texts"]), f"the words “{part}”")

    def type(self, text):
        """By the keys of the keyboard on the screen, changing its layout where a letter stands on another."""
        for letter in text:
            self.key(letter)

    def key(self, letter):
        if letter == " ":
            return self.tap("key/space")
        tried = set()
        for _ in range(12):
            targets = self.targets()
            if f"key/{letter}" in targets:
                return self.tap(f"key/{letter}")
            for shown in (letter.lower(), letter.upper()):
                if shown != letter and f"key/{shown}" in targets and "key/shift" in targets:
                    self.tap("key/shift")
                    return self.tap(f"key/{letter}")
            self.change_layout(letter, tried)
        raise Broken(f"no layout has a key for “{letter}”")

    def change_layout(self, letter, tried):
        """To one that was not looked at yet, in the script of the letter first: from the list of all of them."""
        self.tap("key/layouts")
        syllabic = "\u1400" <= letter <= "\u167f"
        others = [name for name in sorted(self.targets(), reverse=True) if name.startswith("key/layout/") and name not in tried]
        fitting = [name for name in others if ("syllabics" in name) == syllabic]
        if not others:
            raise Broken(f"no key types “{letter}”")
        tried.add((fitting or others)[0])
        self.tap((fitting or others)[0])

    def pin(self, pins):
        for digit in pathlib.Path(pins).read_text(encoding="utf-8").split()[0]:
            self.tap(f"pin/{digit}")
        self.tap("pin/main")

    def whole_way(self, pins):
        """From the welcome page of a demonstration to a printed certificate; ends on the home page."""
        self.tap("language/en")
        self.tap("use-file")
        self.press(self.first("person/"))
        self.pin(pins)
        self.tap("nav/learners")
        self.press(self.first("empty/main") if "empty/main" in self.targets() else self.first("new"))
        self.type("Rose Beardy")
        self.tap("key/done")
        for _ in range(3):
            self.tap("bar/main")
        self.tap("assess")
        for _ in range(5):
            self.tap("level/3")  # the next outcome comes by itself
        self.tap("bar/main")
        self.target("narrative")
        self.tap("bar/main")
        self.pin(pins)
        self.tap("bar/main")
        self.tap("nav/home") if "nav/home" in self.targets() else self.tap("bar/main")

    def picture(self, path):
        time.sleep(0.35)  # motions end by themselves within a third of a second
        subprocess.run(["import", "-window", "root", str(path)], env=self.environment, check=True)
