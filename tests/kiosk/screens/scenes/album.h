#pragma once
// Everything the kiosk can show, as people come upon it: a real kiosk is played by taps, and its state is
// kept by name at each turn. The test of layout, the hashes, the pictures and their page are all made from
// this one list, so a screen that is not in it is not finished.

#include <memory>
#include <string>
#include <vector>

#include "kiosk/screens/state.h"
#include "tests/kiosk/screens/support/play.h"

namespace northseal::test {

struct Scene {
    std::string name; // "home-empty": of one language, only one has it
    kiosk::AppState state;
    std::string caption{}; // of its picture on the page of all screens; empty: not there
};

// The learner whose way is played, since a name is what breaks a layout.
enum class Hero { usual, long_name, syllabics };
const char* name_of(Hero);

class Album {
public:
    explicit Album(std::string language, Hero = Hero::usual);

    const std::string& language() const { return m_language; }
    Hero hero() const { return m_hero; }
    const char* hero_name() const { return name_of(m_hero); }

    // A kiosk to play; it stays as long as the album, since what a state points to is the kiosk's.
    Play& kiosk(PlaySet = {});

    void add(const Play&, const std::string& name);                              // as it stands now
    void show(const Play&, const std::string& name, const std::string& caption); // and on the page
    // What lasts for less than a frame, or needs a bad day: a state that was changed by hand.
    void add(const std::string& name, const kiosk::AppState&);
    void show(const std::string& name, const kiosk::AppState&, const std::string& caption);

    const std::vector<Scene>& scenes() const { return m_scenes; }
    const Scene& scene(const std::string& name) const; // fails the test where there is none

private:
    void keep(Scene, std::size_t kiosk);

    std::string m_language;
    Hero m_hero;
    std::vector<std::unique_ptr<Play>> m_kiosks;
    std::vector<Scene> m_scenes;
};

// All of it in one language: every part of parts.h, in its order. Made once in a program.
const Album& whole_album(const std::string& language, Hero = Hero::usual);
// Before a program ends: a kiosk that is put away still seals what it holds, and needs all of the program.
void put_albums_away();
// In English and in French, and again with the names that are hard to set.
std::vector<const Album*> whole_albums();

// Every screen has a name here, or it does not compile.
const char* screen_name(kiosk::Screen);

} // namespace northseal::test
