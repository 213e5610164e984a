#!/usr/bin/env python3
"""Words: every key that the program asks for exists, every key that exists is asked for, both languages fill the
same holes, and the house rules that a machine can check are kept. Prints what is wrong and exits 1.

A key is a string literal in the sources. A count has two keys, KEY.one and KEY.many. Keys are never glued together
in code, so that this check can see them.

    check_words.py                    ours, and every pack in assets/words
    check_words.py --pack FOLDER      a language that somebody made: what the kiosk would refuse, and what it does not say
    check_words.py --pseudo FOLDER    makes a pack in no language (qps): English, marked and a third longer"""
import pathlib
import re
import subprocess
import sys
import tomllib
import unicodedata

ROOT = pathlib.Path(__file__).resolve().parent.parent
WORDS = ROOT / "assets" / "words"
SOURCES = ["kiosk", "sync", "storage"]
COMPLETE = ["en", "fr"]
NBSP = "\u00a0"
LITERAL = re.compile(r'"((?:[^"\\\n]|\\.)*)"')
FILE = re.compile(r".*\.(toml|txt|json|invalid)$")  # has the shape of a key, and is a file or a host
LETTERS = ROOT / "kiosk" / "theme" / "letters.cpp"
FONTS = ["NotoSans-Regular", "NotoSansCanadianAboriginal-Regular"]
# As kiosk/words/pack.cpp has them.
FILE_MOST, WORDS_MOST, TEXT_MOST, RECORDING_MOST, RECORDINGS_MOST = 512 << 10, 2 << 20, 2000, 2 << 20, 64 << 20
KEY = re.compile(r"[a-z][a-z_]*(?:\.[a-z0-9_]+)+")
HOLE = re.compile(r"\{([a-z_]*)\}")

# Words that a screen never says, with what to do instead.
NEVER = {
    "en": [(r"\b(error|failed|failure|invalid|oops|please|sorry)\b", "say what happened and what comes next"),
           (r"\b(pending|incomplete|at risk)\b", "an outcome has no level yet")],
    "fr": [(r"\b(erreur|échec|invalide|oups|désolé|svp|s’il vous plaît)\b", "dire ce qui s’est passé et la suite"),
           (r"\b(tu|toi|tes)\b", "vous, jamais tu")],
}


def load(language, faults):
    table = {}
    for path in sorted((WORDS / language).glob("*.toml")):
        for key, value in tomllib.loads(path.read_text(encoding="utf-8")).items():
            where = f"{path.relative_to(ROOT)}: {key}"
            if not isinstance(value, str):
                faults.append(f"{where}: is no text")
            elif key in table:
                faults.append(f"{where}: stands in two files")
            else:
                table[key] = value
    return table


def sources():
    for folder in SOURCES:
        for path in sorted((ROOT / folder).rglob("*")):
            if path.suffix in (".h", ".cpp") and "node_modules" not in path.parts:
                yield path


def asked_for():
    """Every literal that has the shape of a key, with the first place it stands at."""
    found = {}
    for path in sources():
        for number, line in enumerate(path.read_text(encoding="utf-8").splitlines(), 1):
            if line.lstrip().startswith(("#include", "//")):
                continue
            for literal in LITERAL.findall(line):
                if KEY.fullmatch(literal) and not FILE.fullmatch(literal):
                    found.setdefault(literal, f"{path.relative_to(ROOT)}:{number}")
    return found


def check_keys(english, faults):
    asked = asked_for()
    sections = {key.split(".")[0] for key in english}
    for key, where in asked.items():
        counted = key + ".one" in english and key + ".many" in english
        if key.split(".")[0] in sections and key not in english and not counted and not is_prefix(key, english):
            faults.append(f"{where}: \"{key}\" has no words in assets/words/en")
    for key in english:
        stem = key.rsplit(".", 1)[0]
        # Tables of numbered words ("paper.number.7", "date.month.3") may be asked for by their stem.
        if key not in asked and stem not in asked and stem + "." not in asked and not glued(stem):
            faults.append(f"assets/words/en: \"{key}\" is asked for by nothing")


def is_prefix(key, english):
    return any(other.startswith(key + ".") for other in english)


def glued(stem):
    """A literal that ends in a dot: "paper.number." + figure."""
    return any(f'"{stem}."' in path.read_text(encoding="utf-8") for path in sources())


def ranges(text):
    """The letters of kiosk/theme/letters.cpp: pairs of first and last."""
    for table in re.findall(r"_letters\[\] = \{([^}]*)\}", text):
        numbers = [int(number, 16) for number in re.findall(r"0x[0-9A-F]+", table)]
        yield from zip(numbers[::2], numbers[1::2])


def in_fonts():
    """What the installed fonts have, as fontconfig tells it; None where it is not here to tell."""
    found = set()
    for font in FONTS:
        try:
            path = f"/usr/share/fonts/truetype/noto/{font}.ttf"
            told = subprocess.run(["fc-query", "-f", "%{charset}", path], capture_output=True, text=True, check=True)
        except (OSError, subprocess.CalledProcessError):
            return None
        for part in told.stdout.split():
            first, _, last = part.partition("-")
            found.update(range(int(first, 16), int(last or first, 16) + 1))
    return found


def settable():
    """Every letter that a screen can show: within the atlas, and in a font; or a mark that Pango places."""
    atlas = {letter for first, last in ranges(LETTERS.read_text(encoding="utf-8")) for letter in range(first, last + 1)}
    fonts = in_fonts()
    return (atlas if fonts is None else atlas & fonts) - set(range(0x7F, 0xA0)) | set(range(0x300, 0x370)) | {0x0A}


def check_letters(where, text, letters, faults):
    strange = sorted({letter for letter in unicodedata.normalize("NFC", text) if ord(letter) not in letters})
    for letter in strange:
        faults.append(f"{where}: no font of the kiosk has “{letter}” (U+{ord(letter):04X})")


def check_pack(folder, english, letters):
    """All that the kiosk would refuse (kiosk/words/pack.cpp), and what is said in English."""
    faults, table, size = [], {}, 0
    try:
        about = tomllib.loads((folder / "pack.toml").read_text(encoding="utf-8"))
    except (OSError, ValueError) as problem:
        return [f"{folder}/pack.toml: {problem}"], {}
    tag = about.get("tag", "")
    if not re.fullmatch(r"[a-z-]{1,16}", str(tag)) or tag in COMPLETE:
        faults.append(f"{folder}/pack.toml: tag = \"{tag}\" is no tag of its own: small letters and hyphens, not en or fr")
    for path in sorted(folder.glob("*.toml")):
        if path.name == "pack.toml":
            continue
        size += path.stat().st_size
        if path.stat().st_size > FILE_MOST or size > WORDS_MOST:
            faults.append(f"{path}: too large")
            continue
        try:
            entries = tomllib.loads(path.read_text(encoding="utf-8"))
        except ValueError as problem:
            faults.append(f"{path}: {problem}")
            continue
        for key, text in entries.items():
            if not isinstance(text, str) or key in table:
                faults.append(f"{path}: {key}: " + ("stands in two files" if key in table else "is no text"))
                continue
            table[key] = text
            check_pack_text(f"{path}: {key}", key, text, english, letters, faults)
    faults += [f"{folder}: \"{key}\" must be there" for key in ("language.name", "language.choose") if key not in table]
    check_recordings(folder / "recordings", english, faults)
    return faults, table


def check_pack_text(where, key, text, english, letters, faults):
    if key not in english:
        faults.append(f"{where}: this kiosk says no such sentence")
        return
    if not text or (not text.strip(" ") and not key.startswith(("list.", "number."))):
        faults.append(f"{where}: is empty")
    if len(text) > TEXT_MOST:
        faults.append(f"{where}: has more than {TEXT_MOST} letters")
    if holes(text) != holes(english[key]) and not key.startswith(("time.", "date.")):
        faults.append(f"{where}: holes {sorted(holes(text))}, in English {sorted(holes(english[key]))}")
    check_letters(where, text, letters, faults)


def check_recordings(folder, english, faults):
    total = 0
    for path in sorted(folder.glob("*")) if folder.is_dir() else []:
        total += path.stat().st_size
        if path.suffix != ".wav" or path.stem not in english:
            faults.append(f"{path}: is the recording of no sentence")
        if path.stat().st_size > RECORDING_MOST or total > RECORDINGS_MOST:
            faults.append(f"{path}: too large")


def report_pack(folder):
    """--pack: what is wrong, and what is not covered yet. 1 where the kiosk would not take it."""
    english = load("en", [])
    faults, table = check_pack(folder, english, settable())
    for fault in faults:
        print(fault)
    for key in sorted(set(english) - set(table)):
        print(f"in English: {key}")
    print(f"{folder}: {len(table)} of {len(english)} sentences, {len(faults)} broken")
    return 1 if faults else 0


MARKED = str.maketrans("AEIOUaeiouCcNnSsYyZz", "ÄËÏÖÜäëïöüÇçÑñŠšÝýŽž")


def pseudo(text):
    """English with marks and a third more letters: readable, and in no language. Holes stay as they are."""
    parts = re.split(r"(\{[a-z_]*\})", text)
    marked = "".join(part if part.startswith("{") else part.translate(MARKED) for part in parts)
    longer = round(len(HOLE.sub("", text)) * 0.3)
    return marked + ("" if longer == 0 else " " + "ŵ" * longer if longer < 8 else " " + ("ŵŵŵŵŵ " * longer)[:longer].strip())


def make_pseudo(folder):
    """--pseudo: see where words do not fit before somebody's language does not."""
    folder.mkdir(parents=True, exist_ok=True)
    (folder / "pack.toml").write_text('tag = "qps"\nmade_by = "scripts/check_words.py"\n', encoding="utf-8")
    lines = []
    for key, text in load("en", []).items():
        same = key.startswith(("list.", "number.", "keyboard.", "date.", "time.", "name."))
        lines.append(f'"{key}" = "' + (text if same else pseudo(text)).replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n") + '"')
    (folder / "words.toml").write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{folder}: {len(lines)} sentences")
    return 0


def holes(text):
    # {of_name} is {name} with its article or elision.
    return {name.removeprefix("of_") for name in HOLE.findall(text)}


def check_text(language, key, text, faults):
    where = f"assets/words/{language}: {key}: \"{text}\""
    if key.startswith(("list.", "number.", "keyboard.signs")):
        return
    if not text.strip() or text != text.strip():
        faults.append(f"{where}: empty, or with space around it")
    if "!" in text or "…" in text or "..." in text:
        faults.append(f"{where}: no exclamation mark, no dots")
    if "'" in text or "  " in text or "\u202f" in text:
        faults.append(f"{where}: ’ for an apostrophe, one space, U+00A0 where it may not break")
    for pattern, instead in NEVER.get(language, []):
        if re.search(pattern, text, re.IGNORECASE):
            faults.append(f"{where}: never said on a screen; {instead}")
    if language == "fr":
        check_french(where, text, faults)


def check_french(where, text, faults):
    bare = re.sub(r"https?:", "", text)
    if re.search(r"[^" + NBSP + r"]:(?:\s|$)", bare) or " :" in bare:
        faults.append(f"{where}: U+00A0 before a colon")
    if re.search(r"\s[;!?]", text):
        faults.append(f"{where}: no space before ; ! ?")
    if re.search("«(?!" + NBSP + ")|(?<!" + NBSP + ")»", text) or "“" in text:
        faults.append(f"{where}: « mots », with U+00A0 inside")


def main():
    if len(sys.argv) == 3 and sys.argv[1] in ("--pack", "--pseudo"):
        return (report_pack if sys.argv[1] == "--pack" else make_pseudo)(pathlib.Path(sys.argv[2]))
    if len(sys.argv) > 1:
        print(__doc__)
        return 64
    faults = []
    letters = settable()
    packs = sorted(path.parent for path in WORDS.glob("*/pack.toml"))
    languages = sorted(path.name for path in WORDS.iterdir() if path.is_dir() and path not in packs)
    tables = {language: load(language, faults) for language in languages}
    english = tables["en"]
    check_keys(english, faults)
    for language, table in tables.items():
        for key, text in table.items():
            if key not in english:
                faults.append(f"assets/words/{language}: \"{key}\" is not in English")
            elif holes(text) != holes(english[key]) and not key.startswith(("time.", "date.")):
                faults.append(f"assets/words/{language}: {key}: holes {sorted(holes(text))}, in English "
                              f"{sorted(holes(english[key]))}")
            if key.split(".")[0] != "paper":
                check_text(language, key, text, faults)
                check_letters(f"assets/words/{language}: {key}", text, letters, faults)
        missing = sorted(set(english) - set(table))
        if language in COMPLETE:
            faults += [f"assets/words/{language}: \"{key}\" is missing" for key in missing]
        else:
            print(f"{language}: {len(table)} of {len(english)} keys, {len(missing)} fall back to English")
    for pack in packs:
        wrong, table = check_pack(pack, english, letters)
        faults += wrong
        print(f"{pack.name}: {len(table)} of {len(english)} sentences; the rest is said in English")
    for fault in faults:
        print(fault)
    print(f"words: {len(faults)} broken" if faults else f"words: {len(english)} keys in {', '.join(COMPLETE)}, all in place")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
