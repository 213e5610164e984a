"""The real kiosk in a real window (Xvfb, llvmpipe), on a demonstration made for it: its first frame, what it costs while nobody
touches it, how long from a finger to the picture, and how much memory it holds at the end of one learner's whole way. Prints JSON
lines, the baseline (tests/bench/kiosk_loop.cpp) among them; scripts/bench says which goals were reached.
  tests/bench/kiosk_bench.py [BIN]"""
import json
import os
import pathlib
import re
import statistics
import subprocess
import sys
import tempfile
import time

ROOT = pathlib.Path(__file__).resolve().parent.parent.parent
if len(sys.argv) > 1:
    os.environ["NORTHSEAL_BIN"] = sys.argv[1]
sys.path.insert(0, str(ROOT / "scripts"))
import tour_window  # noqa: E402

IDLE_SECONDS = 30
LOOP_SECONDS = 8
STARTS = 5
TICKS = os.sysconf("SC_CLK_TCK")
FRAME = re.compile(r"^frame (\d+) at ([\d.]+)$")


def frames(log):
    """When each frame stood on the screen, by CLOCK_MONOTONIC."""
    found = (FRAME.match(line) for line in pathlib.Path(log).read_text(encoding="utf-8").splitlines())
    return [float(each.group(2)) for each in found if each]


def processor_seconds(pid):
    # After the name in brackets, which may hold spaces: fields 14 and 15 of proc(5).
    fields = pathlib.Path(f"/proc/{pid}/stat").read_text().rsplit(")", 1)[1].split()
    return (int(fields[11]) + int(fields[12])) / TICKS


def resident_mb(pid):
    for line in pathlib.Path(f"/proc/{pid}/status").read_text().splitlines():
        if line.startswith("VmRSS:"):
            return int(line.split()[1]) / 1024
    return 0.0


class Finger:
    """One xdotool that stays open: starting it for each tap would be measured too."""

    def __init__(self, window):
        self.process = subprocess.Popen(["xdotool", "-"], env=window.environment, stdin=subprocess.PIPE, text=True)

    def do(self, line):
        self.process.stdin.write(line + "\n")
        self.process.stdin.flush()

    def close(self):
        self.process.stdin.close()
        self.process.wait(10)


def start(demo, folder):
    arguments = ["--site", str(demo / "kiosk"), "--words-file", str(demo / "words.txt"), "--print-to", str(folder / "prints"),
                 "--lang", "en", "--print-timing", "--lock-after", "3600"]
    return tour_window.Window(arguments, (1280, 800), folder)


def first_frame(demo, folder):
    """From the start of the process to its first picture, in ms; Xvfb is there already."""
    window = start(demo, folder)
    window.target("language/en")
    window.kiosk.terminate()
    window.kiosk.wait(10)
    times = []
    for _ in range(STARTS):
        log = folder / "start.log"
        with open(log, "w", encoding="utf-8") as out:
            began = time.monotonic()
            kiosk = subprocess.Popen([*window.kiosk.args], env=window.environment, stdout=out, stderr=out)
            while not frames(log):
                time.sleep(0.005)
            times.append(1000 * (frames(log)[0] - began))
            kiosk.terminate()
            kiosk.wait(10)
    window.close()
    return times


def idle(window):
    """Nobody touches it. The minute that is shown is a reason to draw, so that the span begins with one."""
    time.sleep(61 - time.time() % 60)
    before, drawn = processor_seconds(window.kiosk.pid), len(frames(window.log.name))
    time.sleep(IDLE_SECONDS)
    return (len(frames(window.log.name)) - drawn,
            100 * (processor_seconds(window.kiosk.pid) - before) / IDLE_SECONDS)


def tap_to_picture(window, finger, identifier):
    """From the finger's lifting to the picture of what it did: the frame after the one in which it counted. In ms."""
    target = window.target(identifier)
    finger.do(f"mousemove {target['x'] + target['width'] // 2} {target['y'] + target['height'] // 2}")
    time.sleep(0.1)
    pressed = time.monotonic()
    finger.do("mousedown 1")
    time.sleep(0.12)
    down = next((at for at in frames(window.log.name) if at > pressed), None)
    lifted = time.monotonic()
    finger.do("mouseup 1")
    time.sleep(0.4)
    after = [at for at in frames(window.log.name) if at > lifted]
    if down is None or len(after) < 2:
        raise tour_window.Broken(f"a tap on {identifier} drew nothing")
    return 1000 * (down - pressed), 1000 * (after[1] - lifted)


def main():
    with tempfile.TemporaryDirectory(prefix="northseal-kiosk-bench-") as name:
        folder = pathlib.Path(name)
        demo = folder / "demo"
        subprocess.run([str(tour_window.BIN / "northseal"), "demo", str(demo)], stdout=subprocess.DEVNULL, check=True)
        starts = first_frame(demo, folder)
        window = start(demo, folder)
        try:
            window.target("language/en")
            drawn, percent = idle(window)
            loop = subprocess.run([str(tour_window.BIN / "kiosk_loop"), str(demo / "kiosk"), str(LOOP_SECONDS)],
                                  env=window.environment, stdout=subprocess.PIPE, text=True, check=True)
            window.whole_way(demo / "pins.txt")
            finger = Finger(window)
            downs, pictures = [], []
            for _ in range(4):
                for place in ("nav/issued", "nav/sharing", "nav/learners", "nav/home"):
                    down, picture = tap_to_picture(window, finger, place)
                    downs.append(down)
                    pictures.append(picture)
            finger.close()
            memory = resident_mb(window.kiosk.pid)
        finally:
            window.close()
    print(loop.stdout.strip())
    print(json.dumps({"name": "kiosk", "first_frame_ms": round(statistics.median(starts)), "first_frame_worst_ms": round(max(starts)),
                      "idle_seconds": IDLE_SECONDS, "idle_frames": drawn, "idle_core_percent": round(percent, 3),
                      "press_ms": round(statistics.median(downs), 1), "tap_ms": round(statistics.median(pictures), 1),
                      "tap_worst_ms": round(max(pictures), 1), "resident_mb": round(memory)}), flush=True)


if __name__ == "__main__":
    main()
