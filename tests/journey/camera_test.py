"""The kiosk's real window with a picture in place of a camera: a certificate that it printed is held before it, askew, and
read; the camera is seen, turned off and costs nothing then. What stands behind a device itself needs a device."""
import os
import pathlib
import re
import subprocess
import sys
import tempfile
import time
import unittest

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
sys.path.insert(0, str(ROOT / "scripts"))
from tour_window import Window  # noqa: E402

BIN = pathlib.Path(os.environ.get("NORTHSEAL_BIN", ROOT / "build" / "bin"))
FRAME = re.compile(r"^frame \d+ at ([\d.]+)$")


def hold(page, out):
    """The upper right of a printed page, where its code is, as somebody holds it: askew, on a dark table, a JPEG."""
    subprocess.run(["pdftoppm", "-r", "170", "-png", "-singlefile", page, out.with_suffix("")], check=True)
    subprocess.run(["convert", out.with_suffix(".png"), "-gravity", "NorthEast", "-crop", "1000x800+0+0", "+repage", "-background",
                    "#20262b", "-rotate", "4", "-brightness-contrast", "-15x-10", "-quality", "80", out], check=True)


def frames(window, seconds):
    """How many frames the window draws in so many seconds, none of them that of a new minute: a clock that moves is drawn."""
    left = 60 - time.time() % 60
    if left < seconds + 1:
        time.sleep(left + 1)
    began = time.monotonic()
    time.sleep(seconds)
    lines = pathlib.Path(window.log.name).read_text(encoding="utf-8").splitlines()
    return sum(1 for line in lines if (found := FRAME.match(line)) and float(found.group(1)) > began)


class Camera(unittest.TestCase):
    @classmethod
    def setUpClass(cls):
        cls.scratch = tempfile.TemporaryDirectory(prefix="northseal-camera-")
        cls.folder = pathlib.Path(cls.scratch.name)
        cls.demo = cls.folder / "demo"
        subprocess.run([BIN / "northseal", "demo", cls.demo], check=True, capture_output=True)
        window = cls.open("none")
        window.whole_way(cls.demo / "pins.txt")
        window.close()
        page = next((cls.folder / "prints").glob("*.pdf"))
        hold(page, cls.folder / "held.jpg")
        subprocess.run(["convert", "-size", "1280x960", "gradient:#a0a6ab-#80868b", cls.folder / "room.png"], check=True)

    @classmethod
    def tearDownClass(cls):
        cls.scratch.cleanup()

    @classmethod
    def open(cls, camera):
        folder = pathlib.Path(tempfile.mkdtemp(dir=cls.folder))  # the touch map of another window would be taken for this one's
        return Window(["--site", str(cls.demo / "kiosk"), "--words-file", str(cls.demo / "words.txt"), "--lang", "en",
                       "--print-to", str(cls.folder / "prints"), "--print-timing", "--camera", str(camera)], (1280, 800), folder)

    def at_the_door(self, window):
        """Opened this morning, and locked since."""
        window.tap("language/en")
        window.tap("use-file")
        window.tap("person/1")
        window.pin(self.demo / "pins.txt")
        window.tap("nav/lock")
        window.target("check")

    def test_a_printed_certificate_before_the_camera_is_judged_and_opens_its_record(self):
        window = self.open(self.folder / "held.jpg")
        try:
            self.at_the_door(window)
            window.tap("check")
            window.says("A specimen, not an award")
            window.says("Read by the camera")
            window.says("Rose Beardy")
            time.sleep(0.5)
            self.assertEqual(frames(window, 2), 0, "with the answer the camera is off")
            window.tap("bar/main")  # another one, and it still lies there
            window.says("Read by the camera")
            window.tap("back")
            window.says("The camera is off.")  # nobody is kept on this page by a paper that lies before it
            window.tap("back")
            window.tap("my-record")
            window.says("Your record, opened with your own certificate")
        finally:
            window.close()

    def test_it_is_seen_turned_off_and_then_costs_nothing(self):
        window = self.open(self.folder / "room.png")
        try:
            self.at_the_door(window)
            time.sleep(1)
            self.assertEqual(frames(window, 2), 0, "before anybody asks it is off")
            window.tap("check")
            window.says("Hold the square code inside the corners")
            time.sleep(0.5)
            drawn = frames(window, 3)
            self.assertGreater(drawn, 9)
            self.assertLessEqual(drawn, 40, "one frame a picture, and twelve a second")
            self.assertTrue(self.shows_room(window))
            window.tap("bar/other")
            window.says("The camera is off. Nothing it saw was kept.")
            time.sleep(0.5)
            self.assertEqual(frames(window, 3), 0)
            self.assertFalse(self.shows_room(window))
            window.tap("bar/other")
            window.says("Hold the square code inside the corners")
        finally:
            window.close()

    def shows_room(self, window):
        """Whether the frame at the left is as light as the picture that stands in for the camera."""
        path = self.folder / "screen.png"
        window.picture(path)
        found = subprocess.run(["convert", path, "-crop", "700x60+50+120", "-format", "%[fx:mean]", "info:"],
                               check=True, capture_output=True, text=True)
        return float(found.stdout) > 0.25

    def test_what_is_no_camera_is_refused_in_a_sentence(self):
        for wrong in ("/dev/camera", "/dev/videoX", str(self.folder / "nobody.png"), str(self.demo / "words.txt")):
            with self.subTest(camera=wrong):
                ended = subprocess.run([BIN / "northseal-kiosk", "--site", self.demo / "kiosk", "--camera", wrong],
                                       capture_output=True, text=True, timeout=30)
                self.assertEqual(ended.returncode, 2)
                self.assertIn("camera", ended.stderr)


if __name__ == "__main__":
    unittest.main()
