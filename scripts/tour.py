#!/usr/bin/env python3
"""One learner's whole way through the kiosk, twice, by real taps in a real window under Xvfb.

Leaves in OUT a picture of each screen, certificate.pdf, credential.json and a trust folder, and prints what it proved.
The kiosk says where its targets are (--touch-map, demonstration sites only); this program only moves a pointer and
presses, as a finger would."""
import argparse
import json
import pathlib
import shutil
import subprocess
import sys
import tempfile
import time

from tour_window import BIN, ROOT, Broken, Window


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
            if index == 1:
                window.tap("phrase/0")
                self.shot(window, "rubric")
            window.tap(f"level/{levels[index]}")  # the next outcome comes by itself
        window.tap("bar/main")
        window.target("narrative")
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
    parser.add_argument("--keep-log", type=pathlib.Path, help="where what the kiosk said about itself goes")
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
        if chosen.keep_log:
            shutil.copy(folder / "kiosk.log", chosen.keep_log)
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
