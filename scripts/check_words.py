#!/usr/bin/env python3
"""Words: every key that the program asks for exists, every key that exists is asked for, both languages fill the
same holes, and the house rules that a machine can check are kept. Prints what is wrong and exits 1.

A key is a string literal in the sources. A count has two keys, KEY.one and KEY.many. Keys are never glued together
in code, so that this check can see them."""
import pathlib
import re
import sys
import tomllib

ROOT = pathlib.Path(__file__).resolve().parent.parent
WORDS = ROOT / "assets" / "words"
SOURCES = ["kiosk", "sync", "storage"]
COMPLETE = ["en", "fr"]
NBSP = "\u00a0"
LITERAL = re.compile(r'"((?:[^"\\\n]|\\.)*)"')
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
                if KEY.fullmatch(literal):
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
    faults = []
    languages = sorted(path.name for path in WORDS.iterdir() if path.is_dir())
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
        missing = sorted(set(english) - set(table))
        if language in COMPLETE:
            faults += [f"assets/words/{language}: \"{key}\" is missing" for key in missing]
        else:
            print(f"{language}: {len(table)} of {len(english)} keys, {len(missing)} fall back to English")
    for fault in faults:
        print(fault)
    print(f"words: {len(faults)} broken" if faults else f"words: {len(english)} keys in {', '.join(COMPLETE)}, all in place")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
