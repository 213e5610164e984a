#!/usr/bin/env python3
"""Floors and owners: nothing looks up, and each library has one owner (README, "The house").

Prints every line that breaks a rule and exits 1. Reads only #include lines."""
import pathlib
import re
import sys

ROOT = pathlib.Path(__file__).resolve().parent.parent
FLOORS = ["storage", "sync", "kiosk"]
# Within storage and kiosk a folder may include itself and what stands before it.
ORDER = {
    "storage": ["base", "qr", "linked_data", "credential", "catalogue", "vault", "ledger", "institution", "station"],
    "kiosk": ["words", "paper", "theme", "widgets", "window", "voice", "camera", "screens", "app"],
}
# Library header -> folders that may include it.
OWNERS = [
    (r"imgui.*\.h|imgui_impl.*", ["kiosk/theme", "kiosk/window", "kiosk/widgets"]),
    (r"GLFW/.*|GL/.*|EGL/.*", ["kiosk/window"]),
    (r"cairo.*\.h|pango/.*|fontconfig/.*|ft2build\.h", ["kiosk/paper", "kiosk/widgets/shaped_text.cpp", "kiosk/widgets/scene*.cpp"]),
    (r"qpdf/.*", ["kiosk/paper"]),
    (r"qrencode\.h", ["storage/qr"]),
    (r"ZXing/.*", ["kiosk/paper"]),
    (r"turbojpeg\.h", ["kiosk/paper"]),
    (r"cups/.*", ["kiosk/paper"]),
    (r"espeak-ng/.*", ["kiosk/voice/synthesis.cpp"]),
    (r"alsa/.*", ["kiosk/voice/sound_device.cpp"]),
    (r"gst/.*|glib.*", ["kiosk/camera/pipeline.cpp"]),
    (r"linux/videodev2\.h", ["kiosk/camera/source.cpp"]),
    (r"sqlite3\.h", ["storage/ledger"]),
    (r"sodium\.h|sodium/.*", ["storage/base", "storage/vault", "storage/institution/sealed_keys.cpp"]),
    (r"tss2/.*", ["storage/vault"]),
    (r"openssl/.*", ["storage/base"]),
    (r"utf8proc\.h", ["storage/base"]),
    (r"zlib\.h", ["storage/credential"]),
    (r"zstd\.h", ["sync/batch"]),
    (r"toml\+\+/.*", ["storage/base/toml_text.cpp"]),
    (r"CLI/.*", ["sync/tool", "kiosk/app"]),
    (r"boost/.*", ["sync/hub", "kiosk/handoff"]),
    (r"curl/.*", ["sync/client"]),
    (r"pqxx/.*|libpq-fe\.h", ["sync/hub"]),
    (r"nlohmann/json\.hpp", ["*.cpp"]),
]
INCLUDE = re.compile(r'^\s*#\s*include\s*([<"])([^>"]+)[>"]')


def allowed(path, owners):
    for owner in owners:
        if path.match(owner) if "*" in owner else str(path).startswith(owner):
            return True
    return False


def layer_fault(path, target):
    here, there = path.parts, target.split("/")
    if there[0] not in FLOORS:
        return None
    if FLOORS.index(there[0]) > FLOORS.index(here[0]):
        return f"{here[0]} looks up to {there[0]}"
    if here[0] == there[0] and here[0] in ORDER and len(here) > 2 and len(there) > 2:
        order = ORDER[here[0]]
        if here[1] in order and there[1] in order and order.index(there[1]) > order.index(here[1]):
            return f"{here[0]}/{here[1]} looks up to {here[0]}/{there[1]}"
    return None


def main():
    faults = 0
    for floor in FLOORS:
        for path in sorted((ROOT / floor).rglob("*")):
            if path.suffix not in (".h", ".cpp") or "node_modules" in path.parts:
                continue
            short = path.relative_to(ROOT)
            for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
                match = INCLUDE.match(line)
                if not match:
                    continue
                kind, target = match.groups()
                fault = layer_fault(short, target) if kind == '"' else None
                for pattern, owners in OWNERS:
                    if re.fullmatch(pattern, target) and not allowed(short, owners):
                        fault = f"<{target}> belongs to {', '.join(owners)}"
                if fault:
                    faults += 1
                    print(f"{short}:{number}: {fault}")
    print(f"layers and owners: {faults} broken" if faults else "layers and owners: all in place")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
