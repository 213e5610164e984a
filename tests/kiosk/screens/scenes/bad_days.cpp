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
    {"renewal-empty", Busy::reading_stick, "renewal-empty-reading-stick"},
    {"new-pin-again", Busy::changing_pin, "new-pin-again-changing-pin"},
    {"keys", Busy::changing_keys, "keys-changing-keys"},
    {"record-correct", Busy::keeping_record, "record-correct-keeping-record"},
    {"record-erase-now", Busy::erasing, "record-erase-now-erasing"},
    {"people-pin", Busy::adding_person, "people-pin-adding-person"},
    {"group-sign", Busy::signing_group, "group-sign-signing"},
    {"group-issue", Busy::issuing_group, "group-issue-issuing"},
    {"group-issued", Busy::printing_group, "group-issued-printing"},
    {"check", Busy::judging, "check-judging"},
    {"check", Busy::reading_picture, "check-reading-picture"},
    {"my-record-ask", Busy::opening_record, "my-record-ask-opening"},
    {"change-pin", Busy::asking_change, "change-pin-asking"},
    {"evidence", Busy::adding_evidence, "evidence-adding"},
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
    home.notice.warning = station::DelegationWarning::none;
    home.drafts.resize(1);
    for (int i = 0; i < 11; ++i) {
        home.drafts.push_back(home.drafts.front());
        home.drafts.back().id = {100 + i};
    }
    album.add("home-many", state);
}

} // namespace

void bad_days(Album& album)
{
    work_and_its_failure(album);
    worn_out_kiosk(album);
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
