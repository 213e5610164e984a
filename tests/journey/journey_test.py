"""A learner's whole way, from taps in the kiosk's real window to paper that strangers' readers read (scripts/tour.py), on
a demonstration made for the test; then what must be refused, and what must not be found on the disk.

Leaves its trust folder in build/journey for tests/interop."""
import base64
import concurrent.futures
import json
import os
import pathlib
import subprocess
import tempfile
import unicodedata
import unittest

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
TOOL = pathlib.Path(os.environ.get("NORTHSEAL_BIN", ROOT / "build" / "bin")) / "northseal"
OUT = ROOT / "build" / "journey"
NAMES = ["Sample Learner Northwater", "ᐊᓇ ᒪᕆ", "Demo Facilitator"]


def forms_of(name):
    """Every plain way in which a name may lie on a disk. Compressed and offset forms are the station's own tests."""
    texts = {unicodedata.normalize(form, name) for form in ("NFC", "NFD")}
    for text in texts:
        for encoding in ("utf-8", "utf-16-le", "utf-16-be"):
            raw = text.encode(encoding)
            yield raw
            yield raw.hex().encode()
            yield raw.hex().upper().encode()
            for offset in range(3):  # wherever it stands in a longer text
                coded = base64.b64encode(b"\0" * offset + raw)
                yield coded[4 if offset else 0 : len(coded) // 4 * 4 - 4]


class Journey(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.scratch = tempfile.TemporaryDirectory(prefix="northseal-journey-")
        cls.demo = pathlib.Path(cls.scratch.name) / "demo"
        subprocess.run([TOOL, "demo", cls.demo], check=True, capture_output=True)
        done = subprocess.run(
            ["python3", ROOT / "scripts" / "tour.py", "--demo", cls.demo, "--out", OUT, "--no-pictures",
             "--keep-log", pathlib.Path(cls.scratch.name) / "kiosk.log",
             # A second medium that cannot be written: the kiosk has something to say of itself.
             "--backup", "/proc/nowhere"],
            capture_output=True, text=True)
        cls.said = done.stdout + done.stderr
        cls.answer = done.returncode

    @classmethod
    def tearDownClass(cls):
        cls.scratch.cleanup()

    def test_1_the_journey_ends_with_paper_that_gives_back_the_credential(self):
        self.assertEqual(self.answer, 0, self.said)
        self.assertEqual(self.said.count("byte for byte"), 2, self.said)
        self.assertEqual(self.said.count("read from pixels at 150 dpi by zbar and zxing"), 2, self.said)

    def test_2_every_single_flipped_digit_is_refused(self):
        url = (OUT / "slip.txt").read_text(encoding="utf-8").strip()
        start = url.index("#") + 1
        flipped = [url[:i] + str((int(url[i]) + 1) % 10) + url[i + 1 :] for i in range(start, len(url))]

        def verdict(text):
            done = subprocess.run([TOOL, "verify", "--trust", OUT, "--specimen", "--json", text], capture_output=True, text=True)
            return done.returncode, json.loads(done.stdout)["verdict"]

        self.assertEqual(verdict(url), (0, "specimen"))
        with concurrent.futures.ThreadPoolExecutor(os.cpu_count()) as pool:
            for text, (code, said) in zip(flipped, pool.map(verdict, flipped)):
                self.assertNotEqual(code, 0, text)
                self.assertIn(said, ("not_genuine", "programme_not_known", "number_belongs_to_another"), text)

    def test_3_the_locked_kiosk_holds_no_name(self):
        files = [path for path in (self.demo / "kiosk").rglob("*") if path.is_file()]
        self.assertTrue(files)
        for path in files:
            content = path.read_bytes()
            for name in NAMES:
                for form in forms_of(name):
                    self.assertNotIn(form, content, f"{name} in {path.name}")

    def test_4_a_second_start_finds_the_community_as_it_was(self):
        before = (self.demo / "demo.txt").read_bytes()
        done = subprocess.run([TOOL, "demo", self.demo], capture_output=True, text=True)
        self.assertEqual(done.returncode, 0, done.stderr)
        self.assertEqual((self.demo / "demo.txt").read_bytes(), before)

    def test_5_the_tool_finds_no_specimen_genuine(self):
        done = subprocess.run([TOOL, "verify", "--trust", OUT, OUT / "credential.json"], capture_output=True, text=True)
        self.assertEqual(done.returncode, 1)
        self.assertTrue(done.stdout.startswith("SPECIMEN"), done.stdout)

    def test_6_what_the_kiosk_says_of_itself_holds_no_secret_and_no_name(self):
        said = (pathlib.Path(self.scratch.name) / "kiosk.log").read_bytes()
        secrets = [word for file in ("words.txt", "pins.txt", "passphrase.txt")
                   for word in (self.demo / file).read_text(encoding="utf-8").splitlines() if word]
        self.assertGreaterEqual(len(secrets), 4)
        self.assertIn(b"/proc/nowhere", said)
        for secret in secrets + NAMES:
            for form in forms_of(secret):
                self.assertNotIn(form, said)


if __name__ == "__main__":
    unittest.main()
