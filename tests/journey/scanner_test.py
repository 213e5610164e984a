"""A barcode scanner at the kiosk's real window. It types as a US keyboard does, whatever layout the machine is set to,
and the code of a certificate is read right: the keys are told apart by their places, as X has them."""
import os
import pathlib
import subprocess
import sys
import tempfile
import unittest

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT / "scripts"))
from tour_window import Window  # noqa: E402

TOOL = pathlib.Path(os.environ.get("NORTHSEAL_BIN", ROOT / "build" / "bin")) / "northseal"
LAYOUTS = [["us"], ["ca", "-variant", "fr"], ["ca", "-variant", "multix"], ["fr"]]
# Key codes of X by what a US keyboard has there; True: with the shift.
KEYS = {letter: (24 + place, False) for place, letter in enumerate("qwertyuiop")}
KEYS |= {letter: (38 + place, False) for place, letter in enumerate("asdfghjkl")}
KEYS |= {letter: (52 + place, False) for place, letter in enumerate("zxcvbnm")}
KEYS |= {str((place + 1) % 10): (10 + place, False) for place in range(10)}
KEYS |= {"-": (20, False), ".": (60, False), "/": (61, False), ":": (47, True), "#": (12, True)}
SHIFT, ENTER = "50", "36"


def scan(window, text):
    """As fast as a scanner on a USB cable."""
    command = ["xdotool"]
    for letter in text:
        code, shift = KEYS[letter]
        press = ["key", "--delay", "4", str(code)]
        command += ["keydown", SHIFT, *press, "keyup", SHIFT] if shift else press
    subprocess.run([*command, "key", ENTER], env=window.environment, check=True)


class Scanner(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.scratch = tempfile.TemporaryDirectory(prefix="northseal-scanner-")
        folder = pathlib.Path(cls.scratch.name)
        demo = folder / "demo"
        subprocess.run([TOOL, "demo", demo], check=True, capture_output=True)
        cls.window = Window(["--site", str(demo / "kiosk"), "--words-file", str(demo / "words.txt"), "--lang", "en"],
                            (1280, 800), folder)
        cls.window.tap("language/en")
        cls.window.tap("use-file")
        cls.window.target("person/1")
        cls.window.tap("back")
        cls.window.tap("check")
        cls.window.target("serial")

    @classmethod
    def tearDownClass(cls):
        cls.window.close()
        cls.scratch.cleanup()

    def test_a_code_is_read_right_under_every_layout_of_the_machine(self):
        for layout in LAYOUTS:
            with self.subTest(layout=layout):
                subprocess.run(["setxkbmap", *layout], env=self.window.environment, check=True)
                scan(self.window, "https://practice.northseal.invalid/#0017403928160594712345")
                # Whole, in its form, and nobody's certificate: judged as the code that it is.
                self.window.says("Read by the scanner")
                self.window.says("Not genuine")
                self.window.tap("bar/main")  # another one


if __name__ == "__main__":
    unittest.main()
