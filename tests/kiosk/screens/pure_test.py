#!/usr/bin/env python3
"""No function of kiosk/screens touches SQLite, a clock, a file or a thread: what its libraries ask the linker for is the proof.

pure_test.py NM LIBRARY …  Exits 1 and names each symbol that a pure function of state has no use for."""
import re
import subprocess
import sys

# Of the C library and the compiler: memory, and nothing that reaches out of the process.
PLAIN = re.compile(
    r"(_Unwind_\w+|__cxa_\w+|__gxx_personality_v0|__stack_chk_fail|__\w+_chk|__dso_handle|_GLOBAL_OFFSET_TABLE_|abort|memchr|memcmp|memcpy"
    r"|memmove|memset|strlen|strtof|strtol|strtoul|isalnum|tolower|toupper|roundf?|ceilf?|floorf?|fminf?|fmaxf?|sqrtf?|sinf?|cosf?|powf?)")
# Of C++: containers, text and the exceptions that they throw; words, views, widgets; and what is pure below them.
NAMED = re.compile(
    r"(northseal::kiosk::|northseal::(from_date_time|to_date_time|civil_date|count_code_points|clean_text_claim|is_utf8|to_hex|normal_form"
    r"|append_utf8|code_points|to_search_form|wipe|credential::(facts_of|serial_of)|vault::|institution::|caret_stops)"
    r"|std::|operator (new|delete)|(vtable|typeinfo|typeinfo name|guard variable|VTT) for |non-virtual thunk)")
# Never, whatever it is called by.
NEVER = re.compile(
    r"sqlite3|station::Station::|northseal::\w*(Disk|Clock|Random)\b|\bApp::|Printer|std::(thread|jthread|mutex|condition_variable|chrono"
    r"|filesystem|future|this_thread|basic_[io]?f(stream|ilebuf)|random_device)")


def asked_for(nm, library):
    plain = subprocess.run([nm, "--undefined-only", library], capture_output=True, text=True, check=True).stdout
    named = subprocess.run([nm, "-C", "--undefined-only", library], capture_output=True, text=True, check=True).stdout
    for raw, shown in zip(plain.splitlines(), named.splitlines()):
        if len(raw.split()) == 2:  # "U symbol", or "w symbol"
            yield raw.split()[1].split("@")[0], shown.split(maxsplit=1)[1]


def main():
    nm, *libraries = sys.argv[1:]
    faults = set()
    seen = 0
    for library in libraries:
        for raw, shown in asked_for(nm, library):
            seen += 1
            allowed = NAMED.match(shown) if raw.startswith("_Z") else PLAIN.fullmatch(raw)
            if NEVER.search(shown) or not allowed:
                faults.add(shown)
    for each in sorted(faults):
        print(f"kiosk/screens reaches for {each}")
    if seen < 100:
        print("nothing was asked for: are these the libraries?")
        return 1
    print(f"kiosk/screens: {seen} symbols asked for, {len(faults)} that a pure function has no use for")
    return 1 if faults else 0


if __name__ == "__main__":
    sys.exit(main())
