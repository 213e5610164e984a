#include "kiosk/screens/care.h"
#include "kiosk/screens/failure.h"
#include "kiosk/screens/home.h"
#include "kiosk/words/dates.h"

namespace northseal::kiosk {

namespace {

constexpr Instant copy_too_old = 3 * 86400;
constexpr std::int64_t little_room = 100; // certificates

std::string size_in_words(const Words& words, std::uint64_t bytes)
{
    constexpr std::uint64_t kilo = 1000, mega = 1000 * kilo, giga = 1000 * mega;
    const auto in = [&](const char* key, std::uint64_t unit) {
        return words(key, {{"count", words.number(static_cast<std::int64_t>((bytes + unit / 2) / unit))}});
    };
    if (bytes >= 10 * giga) return in("care.gigabytes", giga);
    if (bytes >= mega) return in("care.megabytes", mega);
    return in("care.kilobytes", kilo);
}

std::vector<CareView::Part::Use> uses_of(const AppState& state, const Words& words)
{
    if (!state.disk_use) return {};
    return {{Icon::paperclip, words("care.use_evidence"), words("care.use_evidence_detail"),
             size_in_words(words, state.disk_use->evidence)},
            {Icon::certificate, words("care.use_records"), words("care.use_records_detail"),
             size_in_words(words, state.disk_use->records)}};
}

} // namespace

bool disk_needs_care(const AppState& state)
{
    const auto& room = state.personal.home.room;
    return !room.takes_new_work || rounded_room(room.certificates) < little_room;
}

bool copy_needs_care(const AppState& state)
{
    const auto& backup = state.backup;
    if (!backup.has_medium) return false; // there is no place for one: nobody here can change that
    return !backup.latest || backup.failed || state.now - backup.latest->made > copy_too_old;
}

CareView care_view(const AppState& state, const Words& words)
{
    CareView view;
    const bool disk = disk_needs_care(state);
    const bool copy = copy_needs_care(state);
    view.title = words(disk || copy ? "care.title" : "care.well_title");
    view.line = words(disk && copy ? "care.two" : disk || copy ? "care.one" : "care.none");

    const auto& room = state.personal.home.room;
    view.disk = {Icon::database,
                 disk ? Tone::waits : Tone::good,
                 words(disk ? "care.disk_full" : "care.disk_well"),
                 room.takes_new_work
                     ? words.count("home.room", rounded_room(room.certificates))
                     : words.count("home.room_last", static_cast<std::int64_t>(room.certificates)),
                 uses_of(state, words),
                 {},
                 words("care.disk_why")};
    if (disk) view.disk.steps = {words("care.disk_1"), words("care.disk_2"), words("care.disk_3")};

    const auto& backup = state.backup;
    const auto copied =
        backup.latest ? recently(words, backup.latest->made, state.now, state.offset) : std::string();
    view.copy = {Icon::device_usb,
                 copy ? Tone::waits : Tone::good,
                 words(!backup.has_medium ? "care.copy_no_place"
                       : copy             ? "care.copy_missing"
                                          : "care.copy_well"),
                 backup.latest && !backup.failed ? words("care.copy_of", {{"when", copied}})
                                                 : copy_sentence(state, words),
                 {},
                 {},
                 backup.not_copied > 0 ? words.count("care.copy_why", backup.not_copied)
                                       : words("care.copy_whole")};
    if (copy) view.copy.steps = {words("care.copy_1"), words("care.copy_2"), words("care.copy_3")};
    if (!backup.has_medium) view.copy.steps = {words("care.copy_technician")};
    view.can_copy = backup.has_medium;
    if (backup.made_now && !backup.failed) view.sentence = words("care.made");
    if (backup.made_now && backup.failed) view.sentence = words("care.not_made");
    view.busy = busy_sentence(state.busy, words);
    view.failure = failure_sentence(state, words);
    return view;
}

} // namespace northseal::kiosk
