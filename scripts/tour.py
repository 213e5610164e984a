#!/usr/bin/env python3
"""One learner's whole way through the kiosk, twice, by real taps in a real window under Xvfb.

Leaves in OUT a picture of each screen, certificate.pdf, credential.json and a trust folder, and prints what it proved.
The kiosk says where its targets are (--touch-map, demonstration sites only); this program only moves a pointer and
presses, as a finger would."""
import argparse
import json
import os
import pathlib
import shutil
import subprocess
import sys
import tempfile
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
        self.log = open(folder / "kiosk.log", "w", encoding="utf-8")
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
        for _ in range(8):
            targets = self.targets()
            if f"key/{letter}" in targets:
                return self.tap(f"key/{letter}")
            if letter.isupper() and f"key/{letter.lower()}" in targets and "key/shift" in targets:
                self.tap("key/shift")
                return self.tap(f"key/{letter}")
            if letter.islower() and f"key/{letter.upper()}" in targets and "key/shift" in targets:
                self.tap("key/shift")
                return self.tap(f"key/{letter}")
            other = sorted(name for name in targets if name.startswith("key/layout/"))
            syllabic = "\u1400" <= letter <= "\u167f"
            fitting = [name for name in other if ("syllabics" in name) == syllabic]
            if not other:
                raise Broken(f"no key types “{letter}”")
            self.tap((fitting or other)[0])
        raise Broken(f"no layout has a key for “{letter}”")

    def picture(self, path):
        time.sleep(0.35)  # motions end by themselves within a third of a second
        subprocess.run(["import", "-window", "root", str(path)], env=self.environment, check=True)


def run(*command, check=True, **more):
    done = subprocess.run([str(part) for part in command], capture_output=True, text=True, **more)
    if check and done.returncode != 0:
        raise Broken(f"{' '.join(map(str, command))} answered {done.returncode}: {done.stdout}{done.stderr}")
    return done


def read_codes(pdf, folder):
    """The QR on the paper, from pixels at 150 dpi, by two strangers' readers."""
    run("pdftoppm", "-r", "150", "-png", "-singlefile", pdf, folder / "page-150dpi")
    page = folder / "page-150dpi.png"
    codes = {"zbar": run("zbarimg", "--quiet", "--raw", "-Sdisable", "-Sqrcode.enable", page).stdout.strip()}
    if shutil.which("ZXingReader"):
        said = run("ZXingReader", "-fast", page).stdout
        text = [line.split('"', 1)[1].rsplit('"', 1)[0] for line in said.splitlines() if line.startswith("Text:")]
        codes["zxing"] = text[0] if text else ""
    return codes


class Tour:
    def __init__(self, demo, out, pictures):
        self.demo = demo
        self.out = out
        self.pictures = pictures
        self.number = 0
        self.proofs = []

    def shot(self, window, name):
        if self.pictures:
            self.number += 1
            window.picture(self.out / f"{self.number:02d}-{name}.png")

    def proved(self, sentence):
        self.proofs.append(sentence)
        print("  " + sentence, flush=True)

    def sign_in(self, window, language, words, pin, name):
        window.target(f"language/{language}")
        self.shot(window, "welcome")
        window.tap(f"language/{language}")
        window.wait(lambda f: any(t["id"] in ("use-file",) or t["id"].startswith("person/") for t in f["targets"]),
                    "the six words or the people")
        if "use-file" in window.targets():
            self.shot(window, "six-words")
            window.tap("use-file")
        person = window.first("person/", name)
        self.shot(window, "sign-in")
        window.press(person)
        self.enter_pin(window, pin)
        window.target("nav/learners")
        self.shot(window, "home")

    def enter_pin(self, window, pin):
        for digit in pin:
            window.tap(f"pin/{digit}")
        window.tap("pin/main")

    def register(self, window, language, name, number, layout_hint):
        window.tap("nav/learners")
        window.target("new")
        self.shot(window, "learners")
        window.tap("new")
        window.tap("name")
        window.type(name)
        self.shot(window, "register-name")
        window.tap("key/done")
        if number:
            window.tap("number")
            window.type(number)
            window.tap("key/done")
        window.tap("bar/main")
        window.tap("identity/1")
        window.tap("age/0")
        window.tap(f"certificate/{language}")
        self.shot(window, "register-facts")
        window.tap("bar/main")
        window.target("consent/share")
        self.shot(window, "register-consent")
        window.tap("consent/share")
        window.tap("bar/main")

    def assess(self, window, outcomes, levels):
        window.tap("assess")
        for index in range(outcomes):
            window.tap(f"level/{levels[index]}")
            if index == 1:
                window.tap("phrase/0")
                self.shot(window, "rubric")
            window.tap("bar/main")
        window.target("bar/main")
        self.shot(window, "review")

    def sign_and_issue(self, window, pin):
        window.tap("bar/main")
        window.target("pin/1")
        self.shot(window, "sign-off")
        self.enter_pin(window, pin)

    def hand_over(self, window, folder, name):
        """Prints, takes a copy home, and returns the paper and the credential as the kiosk wrote them."""
        prints, home = folder / "prints", folder / "home"
        had = set(prints.glob("*.pdf")), set(home.rglob("*.json"))
        window.target("take-home")
        self.shot(window, f"issued-{name}")
        window.tap("take-home")
        window.wait(lambda _: set(home.rglob("*.json")) - had[1], "the copy to take home")
        window.tap("bar/main")
        window.wait(lambda _: set(prints.glob("*.pdf")) - had[0], "the printed page")
        self.shot(window, f"printed-{name}")
        return (set(prints.glob("*.pdf")) - had[0]).pop(), (set(home.rglob("*.json")) - had[1]).pop()

    def look_around(self, window):
        """The places that the journey itself does not pass."""
        for identifier, name in (("nav/issued", "issued-list"), ("nav/sharing", "sharing"), ("nav/home", "home-after")):
            window.tap(identifier)
            time.sleep(0.2)
            self.shot(window, name)
        window.tap("settings")
        window.target("menu/about")
        self.shot(window, "settings")
        window.tap("menu/about")
        self.shot(window, "about")
        window.tap("back")

    def check_paper(self, language, pdf, credential, folder):
        """What strangers can do with the paper alone."""
        codes = read_codes(pdf, folder)
        if len(set(codes.values())) != 1 or "" in codes.values():
            raise Broken(f"the readers do not agree on the code of {pdf}: {codes}")
        url = codes["zbar"]
        self.proved(f"{language}: the code was read from pixels at 150 dpi by {' and '.join(codes)}")
        (self.out / f"slip{'' if language == 'en' else '-' + language}.txt").write_text(url + "\n", encoding="utf-8")
        decoded = run(BIN / "northseal", "slip", "decode", url, "--trust", self.out, "--credential").stdout.rstrip("\n")
        if decoded != credential.read_text(encoding="utf-8").rstrip("\n"):
            raise Broken("the credential rebuilt from paper differs from the one that the kiosk keeps")
        self.proved(f"{language}: the paper alone gives back the whole credential, {len(decoded.encode())} bytes, byte for byte")
        for what in (url, str(credential)):
            verdict = run(BIN / "northseal", "verify", "--trust", self.out, "--specimen", "--json", what)
            if json.loads(verdict.stdout)["verdict"] != "specimen":
                raise Broken(f"the verdict is {verdict.stdout}")
        self.proved(f"{language}: northseal verify says SPECIMEN, of the paper and of the file: the proof is good, and it is a demonstration")

    def publish(self, credentials):
        """The institution receives what a stick would carry, and publishes its trust folder into OUT."""
        secret = ["--passphrase-file", self.demo / "passphrase.txt"]
        institution = self.demo / "institution"
        run(BIN / "northseal", "receive", institution, *credentials)
        run(BIN / "northseal", "publish", institution, self.out, *secret)
        self.proved("the institution received both credentials and published its trust folder")


AWARDS = [
    # Language of screens and paper, the learner's name (made up), number, level of each outcome.
    ("en", "Sample Learner Northwater", "10482213", (3, 3, 4, 3, 3)),
    ("fr", "ᐊᓇ ᒪᕆ", "", (3, 4, 3, 3, 4)),
]


def play(tour, arguments, size, folder, awards):
    demo = tour.demo
    words, pins = demo / "words.txt", (demo / "pins.txt").read_text(encoding="utf-8").split()
    papers = []
    for language, name, number, levels in awards:
        window = Window(["--site", str(demo / "kiosk"), "--words-file", str(words), "--pins-file", str(demo / "pins.txt"),
                         "--print-to", str(folder / "prints"), "--take-home", str(folder / "home"), *arguments], size, folder)
        try:
            tour.sign_in(window, language, words, pins[0], "Demo Facilitator")
            tour.register(window, language, name, number, language)
            tour.assess(window, len(levels), levels)
            tour.sign_and_issue(window, pins[0])
            papers.append((language, *tour.hand_over(window, folder, language)))
            window.tap("bar/main")
            window.target("nav/lock")
            if language == awards[0][0]:
                tour.look_around(window)
            window.tap("nav/lock")
            window.wait(lambda f: not any(name in t["text"] for t in f["texts"]), "a screen without the learner's name")
            tour.shot(window, f"locked-{language}")
        except Broken:
            window.picture(tour.out / "where-it-stopped.png")
            raise
        finally:
            window.close()
    return papers


def main():
    parser = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    parser.add_argument("--demo", type=pathlib.Path, default=ROOT / "demo")
    parser.add_argument("--out", type=pathlib.Path, default=ROOT / "tour")
    parser.add_argument("--size", default="1280x800")
    parser.add_argument("--no-pictures", action="store_true")
    chosen, more = parser.parse_known_args()
    size = tuple(int(part) for part in chosen.size.split("x"))
    if chosen.out.exists():
        shutil.rmtree(chosen.out)
    chosen.out.mkdir(parents=True)
    tour = Tour(chosen.demo, chosen.out, not chosen.no_pictures)
    print("The journey, twice, in the kiosk's own window:", flush=True)
    with tempfile.TemporaryDirectory(prefix="northseal-tour-") as scratch:
        folder = pathlib.Path(scratch)
        (folder / "prints").mkdir()
        (folder / "home").mkdir()
        papers = play(tour, more, size, folder, AWARDS)
        tour.publish([credential for _, _, credential in papers])
        for language, pdf, credential in papers:
            mark = "" if language == "en" else f"-{language}"
            shutil.copy(pdf, tour.out / f"certificate{mark}.pdf")
            shutil.copy(credential, tour.out / f"credential{mark}.json")
            tour.check_paper(language, pdf, credential, folder)
    print(f"{len(tour.proofs)} things proved. Pictures, certificate.pdf, credential.json and the trust folder are in {tour.out}/")


if __name__ == "__main__":
    try:
        main()
    except Broken as stop:
        print(f"The tour stopped: {stop}", file=sys.stderr)
        sys.exit(1)
