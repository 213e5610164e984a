#include "tests/kiosk/screens/scenes/parts.h"

namespace northseal::test {

using kiosk::Screen;

void play_all(Album& album)
{
    Play& play = album.kiosk();
    doors(album, play);
    registering(album, play);
    assessing(album, play);
    handing_over(album, play);
    own_record(album, play);
    teaching(album);
    anyone(album);
    if (album.hero() != Hero::usual) return; // the rest does not know the learner's name
    settings(album, play);
    other_doors(album);
    teaching_edges(album);
    every_verdict(album);
    before_camera(album);
    bad_days(album);
    real_site(album);
    helping(album);
}

const char* screen_name(Screen screen)
{
    switch (screen) {
    case Screen::welcome:
        return "welcome";
    case Screen::unlock:
        return "unlock";
    case Screen::lock:
        return "lock";
    case Screen::sign_in:
        return "sign_in";
    case Screen::home:
        return "home";
    case Screen::learners:
        return "learners";
    case Screen::learner:
        return "learner";
    case Screen::registration:
        return "registration";
    case Screen::programmes:
        return "programmes";
    case Screen::rubric:
        return "rubric";
    case Screen::narrative:
        return "narrative";
    case Screen::review:
        return "review";
    case Screen::sign_off:
        return "sign_off";
    case Screen::issued:
        return "issued";
    case Screen::printing:
        return "printing";
    case Screen::issued_list:
        return "issued_list";
    case Screen::sharing:
        return "sharing";
    case Screen::settings:
        return "settings";
    case Screen::about:
        return "about";
    case Screen::clock:
        return "clock";
    case Screen::renewal:
        return "renewal";
    case Screen::recovery:
        return "recovery";
    case Screen::new_pin:
        return "new_pin";
    case Screen::keys:
        return "keys";
    case Screen::record:
        return "record";
    case Screen::people:
        return "people";
    case Screen::languages:
        return "languages";
    case Screen::practice:
        return "practice";
    case Screen::diagnostics:
        return "diagnostics";
    case Screen::stop:
        return "stop";
    case Screen::sessions:
        return "sessions";
    case Screen::session_start:
        return "session_start";
    case Screen::roster:
        return "roster";
    case Screen::attendance:
        return "attendance";
    case Screen::marking:
        return "marking";
    case Screen::group_sign:
        return "group_sign";
    case Screen::group_issue:
        return "group_issue";
    case Screen::check:
        return "check";
    case Screen::my_record:
        return "my_record";
    case Screen::change:
        return "change";
    case Screen::evidence:
        return "evidence";
    case Screen::after_cut:
        return "after_cut";
    case Screen::care:
        return "care";
    }
    return "";
}

} // namespace northseal::test
