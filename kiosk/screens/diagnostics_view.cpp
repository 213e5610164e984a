#include "kiosk/screens/camera.h"
#include "kiosk/screens/diagnostics.h"
#include "kiosk/screens/home.h"
#include "kiosk/words/dates.h"
#include "storage/base/clock.h"

namespace northseal::kiosk {

namespace {

const char* code_of(Busy doing)
{
    switch (doing) {
    case Busy::none:
        return "screen";
    case Busy::opening:
        return "opening";
    case Busy::registering:
        return "registering";
    case Busy::signing:
        return "signing";
    case Busy::issuing:
        return "issuing";
    case Busy::drawing_certificate:
        return "drawing";
    case Busy::printing:
        return "printing";
    case Busy::copying:
        return "copying";
    case Busy::setting_clock:
        return "clock";
    case Busy::renewing:
        return "renewing";
    case Busy::reading_stick:
        return "stick";
    case Busy::changing_pin:
        return "pin";
    case Busy::changing_keys:
        return "keys";
    case Busy::keeping_record:
        return "record";
    case Busy::erasing:
        return "erasing";
    case Busy::adding_person:
        return "person";
    case Busy::removing_person:
        return "person-left";
    case Busy::choosing_pin:
        return "own-pin";
    case Busy::signing_group:
        return "group-signing";
    case Busy::issuing_group:
        return "group-issuing";
    case Busy::printing_group:
        return "group-printing";
    case Busy::reading_picture:
        return "camera";
    case Busy::judging:
        return "checking";
    case Busy::opening_record:
        return "my-record";
    case Busy::asking_change:
        return "change";
    case Busy::adding_evidence:
        return "evidence";
    case Busy::stopping:
        return "stopping";
    case Busy::opening_practice:
        return "practice";
    case Busy::reading_language:
        return "language";
    case Busy::backing_up:
        return "backup";
    }
    return "screen";
}

const char* code_of(Fault fault)
{
    switch (fault) {
    case Fault::not_found:
        return "not-found";
    case Fault::refused:
        return "refused";
    case Fault::corrupt:
        return "corrupt";
    case Fault::locked:
        return "locked";
    case Fault::full:
        return "full";
    case Fault::io:
        return "io";
    }
    return "io";
}

std::string clock_sentence(const AppState& state, const Words& words)
{
    const auto& clock = state.personal.home.clock;
    if (clock.trust != station::ClockTrust::sound)
        return words("home.clock_doubt", {{"date", date_in_words(words, clock.last_entry, state.offset)}});
    return words(clock.set_by_two ? "home.clock_set" : "home.clock_own");
}

const char* guard_key(std::string_view letter)
{
    if (letter == "A") return "about.class_a_line";
    if (letter == "B") return "about.class_b_line";
    return "about.class_c_line";
}

} // namespace

std::string failure_code(Busy doing, Fault fault)
{
    return std::string(code_of(doing)) + "/" + code_of(fault);
}

DiagnosticsView diagnostics_view(const AppState& state, const Words& words)
{
    const auto& home = state.personal.home;
    const auto& own = state.diagnostics;
    DiagnosticsView view;
    view.facts = {
        {words("about.software"), state.software},
        {words("diagnostics.system"), own.system},
        {words("about.kiosk"), words("about.kiosk_value", {{"site", said(state.facts.site, words.language())},
                                                           {"key", state.facts.kiosk}})},
        {words("about.log"), words.count("diagnostics.entries", own.entries)},
        {words("diagnostics.people"),
         words("diagnostics.people_value", {{"learners", words.number(home.counts.learners)},
                                            {"drafts", words.number(home.counts.drafts)},
                                            {"issued", words.number(home.counts.issued)}})},
        {words("about.until"), date_in_words(words, state.facts.delegation_until, state.offset)},
        {words("home.disk"), words.count("home.room", rounded_room(home.room.certificates))},
        {words("home.clock"), clock_sentence(state, words)},
        {words("home.printer"), printer_sentence(state, words)},
        {words("diagnostics.camera"), camera_sentence(state, words)},
        {words("diagnostics.guard"), words(guard_key(state.facts.protection_class))},
        {words("about.copy"), copy_sentence(state, words)},
    };
    for (const auto& note : own.failures)
        view.failures.emplace_back(to_date_time(note.when), failure_code(note.doing, note.fault));
    view.log = own.log;
    view.can_copy = state.can_copy;
    if (!own.copied.empty()) view.copied = words("diagnostics.copied", {{"file", own.copied}});
    if (own.copy_refused) view.copied = words("diagnostics.no_stick");
    return view;
}

std::string diagnostics_text(const AppState& state, const Words& words)
{
    const DiagnosticsView view = diagnostics_view(state, words);
    std::string out = "Northseal, " + to_date_time(state.now) + "\n\n";
    for (const auto& [name, value] : view.facts) out += name + ": " + value + "\n";
    out += "\n" + words("diagnostics.failures") + "\n";
    for (const auto& [when, code] : view.failures) out += when + " " + code + "\n";
    out += "\n" + words("diagnostics.log") + "\n";
    for (const auto& line : view.log) out += line + "\n";
    return out;
}

} // namespace northseal::kiosk
