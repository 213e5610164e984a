#pragma once
// What is said of what stands on the screen: on a page one comes to, its title, how much there is to choose
// and where one stands; on each move what is there, what it is and how it is; after a choice what has
// changed. It is pure: from what a frame showed and what was done to words, all of them from assets/words
// (voice.toml).
//
// A digit of a PIN is said only into headphones, and stands in no caption. Without them the pad is passed in
// silence and each digit counted: whoever listens in learns nothing from what is said.

#include <map>
#include <optional>
#include <set>
#include <string>

#include "kiosk/voice/voice.h"
#include "kiosk/widgets/focus.h"
#include "kiosk/widgets/ui.h"
#include "kiosk/words/words.h"

namespace northseal::kiosk {

// A frame that came to rest.
struct Moment {
    const Registry& seen;
    std::string focus{};
    std::string place{};              // which page, and which step of it
    std::optional<FocusMove> moved{}; // the last key since the scene before
    bool acted{false};                // something was done since, by key, finger or scanner
    bool woken{false};                // reading aloud has just begun
    bool busy{false};                 // it says what it is about to do, and does it after this frame
    bool headphones{false};
    int digits{0};                      // of the PIN, typed so far
    std::optional<std::string> typed{}; // what the field holds that the keyboard writes into
};

struct Narration {
    Speech speech{};                    // empty: nothing new, and what is being said goes on
    std::optional<std::string> focus{}; // where the ring must go
};

class Narrator {
public:
    Narration hear(const Moment&, const Words&);
    void forget() { *this = {}; } // reading aloud ended: nothing of what was seen is kept

private:
    struct Seen {
        std::string label;
        bool enabled;
        bool chosen;
    };
    Narration arrive(const Moment&, const std::vector<Stop>&, const Words&);
    Narration open_keyboard(const Moment&, const std::vector<Stop>&, const Words&);
    Narration close_keyboard(const Moment&, const std::vector<Stop>&, const Words&);
    Narration follow(const Moment&, const std::vector<Stop>&, const Words&);
    Narration repeat(const Moment&, const std::vector<Stop>&, const Words&);
    Narration change(const Moment&, const std::vector<Stop>&, const Words&);
    Narration digit_typed(const Moment&, const std::vector<Stop>&, const Words&);
    Speech typing(const Moment&, const Words&);
    Speech new_words(const Moment&, const std::vector<Stop>&, const Words&) const;
    Speech new_states(const Moment&, const Words&) const;
    void remember(const Moment&, const std::vector<Stop>&);

    std::string m_place;
    std::string m_focus;
    int m_digits{0};
    bool m_on_secret{false}; // the stop before was a digit, passed in silence
    bool m_keyboard{false};
    bool m_keyboard_told{false};
    std::string m_field; // where the ring goes when the keyboard is put away
    std::optional<std::string> m_typed;
    std::map<std::string, Seen> m_targets;
    std::set<std::string> m_words; // that stood by themselves
};

} // namespace northseal::kiosk
