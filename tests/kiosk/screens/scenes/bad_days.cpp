// What lasts less than a frame, or needs a day on which everything goes wrong.

#include "tests/kiosk/screens/scenes/parts.h"

namespace northseal::test {

using namespace northseal::kiosk;

namespace {

struct BusyScene {
    const char* of;
    Busy busy;
    const char* name;
};
constexpr BusyScene busy_scenes[] = {
    {"unlock", Busy::opening, "unlock-opening"},
    {"sign-in", Busy::opening, "sign-in-opening"},
    {"register-consent", Busy::registering, "register-consent-registering"},
    {"sign-off", Busy::issuing, "sign-off-issuing"},
    {"issued", Busy::drawing_certificate, "issued-drawing-certificate"},
    {"issued", Busy::copying, "issued-copying"},
    {"printing-out-of-paper", Busy::printing, "printing-out-of-paper-printing"},
    {"clock", Busy::setting_clock, "clock-setting-clock"},
    {"renewal-empty", Busy::renewing, "renewal-empty-renewing"},
    {"renewal-ways", Busy::reading_stick, "renewal-ways-reading-stick"},
    {"new-pin-again", Busy::changing_pin, "new-pin-again-changing-pin"},
    {"keys", Busy::changing_keys, "keys-changing-keys"},
    {"record-correct", Busy::keeping_record, "record-correct-keeping-record"},
    {"record-erase-now", Busy::erasing, "record-erase-now-erasing"},
    {"people-pin", Busy::adding_person, "people-pin-adding-person"},
    {"people-leaves", Busy::removing_person, "people-leaves-removing-person"},
    {"group-sign", Busy::signing_group, "group-sign-signing"},
    {"group-issue", Busy::issuing_group, "group-issue-issuing"},
    {"group-issued", Busy::printing_group, "group-issued-printing"},
    {"check", Busy::judging, "check-judging"},
    {"check", Busy::reading_picture, "check-reading-picture"},
    {"my-record-ask", Busy::opening_record, "my-record-ask-opening"},
    {"my-record-pin", Busy::opening_record, "my-record-pin-opening"},
    {"my-record-own-pin", Busy::choosing_pin, "my-record-own-pin-choosing"},
    {"record-own-pin", Busy::choosing_pin, "record-own-pin-choosing"},
    {"change-pin", Busy::asking_change, "change-pin-asking"},
    {"evidence", Busy::adding_evidence, "evidence-adding"},
    {"care", Busy::backing_up, "care-backing-up"},
};

void work_and_its_failure(Album& album)
{
    for (const BusyScene& each : busy_scenes) {
        AppState state = album.scene(each.of).state;
        state.busy = each.busy;
        album.add(each.name, state);
        state.busy = Busy::none;
        state.failure = Failure{each.busy, Fault::io};
        album.add(std::string(each.name) + "-not-written", state);
        state.failure = Failure{each.busy, Fault::full};
        album.add(std::string(each.name) + "-disk-full", state);
    }
}

void worn_out_kiosk(Album& album)
{
    AppState state = album.scene("home").state;
    HomePage& home = state.personal.home;
    state.personal.signed_in->name = "Marguerite-Anastasia Featherstonehaugh-Wintergreen";
    state.printer = PrintState::out_of_paper;
    home.clock.trust = station::ClockTrust::behind;
    home.notice.warning = station::DelegationWarning::used_up;
    state.backup.failed = true;
    state.backup.has_medium = true;
    album.add("home-worn-out", state);
    AppState full = album.scene("home-session").state;
    auto& seats = full.personal.home.session->seats;
    for (const char* name : {"ᒪᕆ ᐊᓂᔑᓈᐯ", "Émilie Gagnon"}) {
        seats.push_back(seats.front());
        seats.back().name = name;
        seats.back().learner = {100 + static_cast<std::int64_t>(seats.size())};
    }
    full.personal.home.session->row.learners = static_cast<int>(seats.size());
    album.add("home-session-eight", full);
    AppState heard = album.scene("register-consent").state;
    heard.reads_consent = true;
    album.add("register-consent-read-aloud", heard);
    home.notice.warning = station::DelegationWarning::none;
    home.drafts.resize(1);
    for (int i = 0; i < 11; ++i) {
        home.drafts.push_back(home.drafts.front());
        home.drafts.back().id = {100 + i};
    }
    album.add("home-many", state);
}

// A full disk and a copy that is not there; and a kiosk that needs nothing.
void care(Album& album)
{
    AppState state = album.scene("home").state;
    state.screen = Screen::care;
    state.backup.has_medium = true;
    state.backup.latest = station::BackupFacts{7, state.now - 5 * 86400, 400};
    state.backup.not_copied = 9;
    state.disk_use = station::DiskUse{26'400'000'000, 412'000'000};
    album.show("care", state, "What the kiosk itself needs: room, and a copy on a stick.");
    state.personal.home.room.certificates = 40;
    state.backup.latest.reset();
    album.add("care-both", state);
    state.personal.home.room.takes_new_work = false;
    state.backup.made_now = true;
    state.backup.failed = true;
    album.add("care-not-made", state);
    state.personal.home.room = {1000000, true};
    state.backup.failed = false;
    state.backup.not_copied = 0;
    state.backup.latest = station::BackupFacts{8, state.now, 400};
    album.add("care-made", state);
    state.backup = {};
    album.add("care-no-medium", state);
}

// The power went while somebody was at work.
void after_cut(Album& album)
{
    AppState state = album.scene("home-many").state;
    state.screen = Screen::after_cut;
    auto& draft = state.personal.home.drafts.front();
    for (std::size_t at = 2; at < draft.levels.size(); ++at) draft.levels[at] = 0;
    draft.narrative.clear();
    draft.notes.resize(draft.levels.size());
    draft.notes[1] =
        album.language() == "fr" ? "A choisi le rapport qui convient" : "Chose the rate that fits";
    draft.saved = state.now;
    state.cut.began = state.now - 5 * 3600;
    state.about.entries = "2318";
    state.about.log_checked = true;
    state.about.log_whole = true;
    state.personal.home.counts.issued_today = 3;
    state.personal.issued_rows = album.scene("home").state.personal.home.not_printed;
    if (state.personal.issued_rows.empty())
        state.personal.issued_rows.push_back(album.scene("issued").state.personal.issued->issued.row);
    state.personal.home.not_printed = state.personal.issued_rows;
    album.show("after-cut", state,
               "After the power went: what was read, and the draft that somebody was writing.");
    state.about.log_whole = false;
    state.personal.home.drafts.clear();
    state.cut.began = 0;
    album.add("after-cut-not-whole", state);
}

} // namespace

void bad_days(Album& album)
{
    care(album);
    work_and_its_failure(album);
    worn_out_kiosk(album);
    after_cut(album);
}

void real_site(Album& album)
{
    for (const char* name :
         {"welcome", "sign-in", "home", "learners", "rubric", "review", "issued", "lock"}) {
        AppState state = album.scene(name).state;
        state.facts.specimen = false;
        state.demo_pins.clear();
        album.add(std::string(name) + "-real", state);
    }
}

} // namespace northseal::test
