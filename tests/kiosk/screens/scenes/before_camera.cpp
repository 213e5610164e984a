// The pages that ask for a code, at a kiosk that has a camera.

#include "tests/kiosk/screens/scenes/parts.h"

#include <doctest/doctest.h>

#include "tests/kiosk/camera/held_paper.h"
#include "tests/paper/samples.h"

namespace northseal::test {

using namespace northseal::kiosk;

namespace {

// A certificate of the reference, as somebody holds it there.
Picture held_sample(const std::string& language)
{
    const auto certificate = reference_certificate(language + "-typical");
    const auto page = draw_certificate(certificate, words_for(certificate), 1600);
    REQUIRE(page.ok());
    return held_paper(page.value(), camera_width_most);
}

void renewing(Album& album, Play& play, const Picture& paper)
{
    play.app->apply(act::Go{Screen::renewal});
    play.frame();
    album.add(play, "renewal-camera-offered");
    play.tap("way/code");
    play.camera.show(paper);
    play.wait(0);
    album.add(play, "renewal-camera");
    play.app->apply(act::Lock{});
    play.frame();
}

void checking(Album& album, Play& play, const Picture& paper, const std::string& url)
{
    play.tap("check");
    album.add(play, "check-camera-starting");
    play.camera.show(paper);
    play.wait(0);
    album.show(play, "check-camera",
               "Check a certificate by the camera: it keeps nothing, and turns itself off.");
    play.tap("bar/other");
    album.add(play, "check-camera-off");
    for (const auto& [trouble, name] : {std::pair{CameraTrouble::busy, "check-camera-busy"},
                                        std::pair{CameraTrouble::no_picture, "check-camera-no-picture"},
                                        std::pair{CameraTrouble::taken_away, "check-camera-gone"}}) {
        play.tap("bar/other");
        play.camera.end(trouble);
        play.wait(0);
        album.add(play, name);
    }
    play.camera.there = true;
    play.tap("bar/other");
    play.camera.show(paper, url);
    play.wait(0);
    album.add(play, "check-by-camera");
    play.tap("back");
    play.tap("back");
}

void own_record_by_camera(Album& album, Play& play, const Picture& paper)
{
    play.tap("my-record");
    play.camera.show(paper);
    play.wait(0);
    album.show(play, "my-record-camera", "My record, opened by one’s own paper held before the camera.");
    play.camera.show(paper, "https://example.org/#12");
    play.wait(0);
    album.add(play, "my-record-camera-not-yours");
    play.tap("bar/other");
    album.add(play, "my-record-camera-off");
}

} // namespace

void before_camera(Album& album)
{
    PlaySet set;
    set.camera = true;
    Play& play = album.kiosk(set);
    const Picture paper = held_sample(album.language());
    play.sign_in();
    play.register_learner(album.hero_name());
    play.tap("assess");
    play.choose_all_levels();
    play.sign_and_issue();
    const auto url = play.state().personal.issued->issued.slip_url;
    renewing(album, play, paper);
    checking(album, play, paper, url);
    own_record_by_camera(album, play, paper);
}

} // namespace northseal::test
