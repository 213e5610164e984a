// What anyone may do without signing in: check a certificate, open their own record. And what is asked of the
// institution about a certificate.

#include <doctest/doctest.h>

#include <filesystem>

#include "tests/kiosk/screens/scenes/parts.h"

namespace northseal::test {

using namespace northseal::kiosk;
using credential::Verdict;

namespace {

void pictures_of_work(Album& album, Play& play)
{
    play.tap("evidence");
    album.add(play, "evidence-no-stick");
    const auto stick = play.scratch.path("stick");
    std::filesystem::create_directories(stick);
    REQUIRE(play.stage.save_png(stick + "/stair-stringer.png"));
    REQUIRE(play.stage.save_png(stick + "/ladder, second try.png"));
    play.tap("look");
    album.add(play, "evidence-found");
    play.tap("found/0");
    play.tap("found/1");
    album.show(play, "evidence",
               "Pictures of the work, from a stick: made small, sealed, and named by a digest.");
    std::filesystem::remove_all(stick);
    play.tap("bar/main");
}

void checking(Album& album, Play& play, const std::string& url)
{
    play.tap("check");
    album.show(play, "check", "Check a certificate: anyone may, without a connection.");
    play.tap("no-code");
    album.add(play, "check-no-code");
    play.tap("back");
    play.tap("picture");
    album.add(play, "check-no-picture");
    play.tap("serial");
    play.type("k7q3");
    album.add(play, "check-typing");
    play.tap("key/done");
    album.add(play, "check-typed");
    play.tap("serial/go");
    album.add(play, "check-unclear");
    play.stage.scan(url);
    play.frame();
    album.add(play, "check-specimen");
    play.tap("back");
    play.tap("back");
}

// As after a month in which people looked.
void look_back(AppState& state)
{
    auto& openings = state.personal.my_record.openings;
    for (const int days : {3, 9, 31}) {
        openings.since = state.now - Instant{days} * 86400;
        openings.latest.push_back(
            {openings.since, station::OpenedHow::signed_in, days == 9 ? witness_name : assessor_name});
        ++openings.times;
    }
}

void own_paper(Album& album, Play& play, const std::string& url)
{
    play.tap("my-record");
    album.add(play, "my-record-ask");
    play.stage.scan("https://example.org/#12");
    play.frame();
    album.add(play, "my-record-not-yours");
    play.stage.scan(url);
    play.frame();
    album.show(play, "my-record", "One’s own record, opened by one’s own paper, with nobody’s help.");
    play.tap("mine/all");
    album.add(play, "my-record-all");
    play.tap("back");
    play.tap("mine/opened");
    AppState state = play.state();
    look_back(state);
    album.show("my-record-opened", state,
               "Whoever opened the record, and when: a line each day that nobody can take out.");
    play.tap("back");
    play.tap("mine/correct");
    album.add(play, "my-record-correct");
    play.tap("back");
    play.tap("mine/erase");
    album.add(play, "my-record-erase");
    play.tap("bar/main");
    play.tap("mine/take");
    album.add(play, "my-record-asked");
    play.tap("mine/pin");
    album.show(play, "my-record-own-pin", "A learner chooses a PIN of their own: no paper is needed then.");
    play.pin("402817");
    album.add(play, "my-record-own-pin-again");
    play.pin("402817");
    album.add(play, "my-record-pin-kept");
    play.tap("bar/main");
}

// The same record, without paper.
void name_and_pin(Album& album, Play& play)
{
    play.tap("my-record");
    play.tap("mine/name");
    album.add(play, "my-record-name-empty");
    play.type(album.hero_name());
    album.add(play, "my-record-name-typing");
    play.tap("key/done");
    album.add(play, "my-record-name");
    play.tap("bar/main");
    album.show(play, "my-record-pin", "Name and PIN: no name is shown before they belong together.");
    play.pin("581930");
    album.add(play, "my-record-pin-wrong");
    AppState state = play.state();
    state.pin.wait_seconds = 30;
    album.add("my-record-pin-waits", state);
    play.pin("402817");
    album.add(play, "my-record-by-pin");
    play.tap("bar/main");
}

void asking_for_change(Album& album, Play& play)
{
    play.tap("open");
    play.tap("person/1");
    play.pin(assessor_pin);
    play.tap("nav/issued");
    play.tap("issued/" + std::to_string(play.state().personal.issued_rows.front().id.value));
    album.add(play, "issued-earlier");
    play.tap("bar/back");
    album.add(play, "change-empty");
    play.tap("change/correct");
    album.add(play, "change-correct");
    play.tap("change/revoke");
    play.tap("reason/work");
    play.tap("words");
    play.type("Two people handed in the same photo of one ladder setup.");
    album.add(play, "change-typing");
    play.tap("key/done");
    album.show(play, "change",
               "A certificate that is wrong: the institution is asked, with a reason and a PIN.");
    play.tap("bar/main");
    album.add(play, "change-pin");
    play.pin(assessor_pin);
    album.add(play, "change-asked");
    play.app->apply(act::Go{Screen::issued_list});
    play.frame();
    album.add(play, "issued-list-asked");
    play.tap("nav/learners");
    play.tap("learner/1");
    album.add(play, "learner-asked");
}

} // namespace

void anyone(Album& album)
{
    Play& play = album.kiosk();
    play.tap("check");
    album.add(play, "check-closed");
    play.tap("back");
    play.sign_in();
    play.register_learner(album.hero_name());
    play.tap("assess");
    play.choose_all_levels();
    pictures_of_work(album, play);
    play.sign_and_issue();
    const auto url = play.state().personal.issued->issued.slip_url;
    play.app->apply(act::Lock{});
    play.frame();
    checking(album, play, url);
    own_paper(album, play, url);
    name_and_pin(album, play);
    asking_for_change(album, play);
}

// Every verdict, on the paper of a real site.
void every_verdict(Album& album)
{
    PlaySet set;
    set.desk.specimen = false;
    set.desk.host = "credentials.example.org";
    Play& play = album.kiosk(set);
    play.sign_in();
    play.register_learner(album.hero_name());
    play.tap("assess");
    play.choose_all_levels();
    play.sign_and_issue();
    const auto url = play.state().personal.issued->issued.slip_url;
    play.app->apply(act::Lock{});
    play.frame();
    play.tap("check");
    play.stage.scan(url);
    play.frame();
    album.show(play, "check-not-yet-confirmed", "The verdict, and what it means for whoever asked.");
    for (std::size_t i = 0; i < credential::verdict_count; ++i) {
        const auto verdict = static_cast<Verdict>(i);
        AppState state = play.state();
        auto& finding = state.personal.check.judgement->finding;
        finding.verdict = verdict;
        finding.lists_dated = state.now - 3 * 86400;
        if (verdict == Verdict::not_genuine || verdict == Verdict::programme_not_known) {
            state.personal.check.judgement->award.reset(); // nothing of it may be shown
            state.personal.check.judgement->own.reset();
            state.personal.check.serial_of.clear();
        }
        album.add("check-verdict-" + std::string(credential::facts_of(verdict).name), state);
    }
}

} // namespace northseal::test
