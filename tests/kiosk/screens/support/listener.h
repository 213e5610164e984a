#pragma once
// A person who cannot see the screen: has four keys, hears what is said, and decides by that alone.

#include <doctest/doctest.h>

#include <string>

#include "tests/kiosk/screens/support/play.h"

namespace northseal::test {

class Listener {
public:
    explicit Listener(Play& play) : m_play(play) {}

    void wake() { press(kiosk::FocusMove::next); } // the first press of the pad turns the voice on
    void next() { press(kiosk::FocusMove::next); }
    void previous() { press(kiosk::FocusMove::previous); }
    void choose() { press(kiosk::FocusMove::choose); }
    void back() { press(kiosk::FocusMove::back); }
    void again() { press(kiosk::FocusMove::again); }
    void more() { press(kiosk::FocusMove::more); }

    std::string heard() const;                                            // the last time it spoke
    bool has_heard(const std::string& part, std::size_t since = 0) const; // since so many speeches
    std::size_t speeches() const { return m_play.voice.said.size(); }
    std::string transcript() const;

    // Presses next until what is said holds `part`; the test fails where one comes round without it.
    void find(const std::string& part);
    void choose(const std::string& part)
    {
        find(part);
        choose();
    }
    // By the keys of the keyboard on the screen. Of a serial a capital is as good as a small letter.
    enum class Case { as_written, any };
    void type(const std::string& letters, Case = Case::as_written);
    void find_key(const std::string& name, const std::string& or_name); // by all that is said of it
    void pin(const std::string& digits); // by counting presses, where no headphones say the digits

private:
    void press(kiosk::FocusMove);
    Play& m_play;
};

} // namespace northseal::test
