#pragma once
// A voice, passed in like the printer: it says phrases one after another and stops at once when told to.
// Nothing waits for it, and a kiosk without one works as ever.

#include <cstddef>
#include <string>
#include <vector>

namespace northseal::kiosk {

struct Phrase {
    std::string said{};
    std::string shown{};    // in the caption; differs where a digit of a PIN is said
    std::string language{}; // tag: "en", "fr", a pack's
    bool operator==(const Phrase&) const = default;
};
using Speech = std::vector<Phrase>;

enum class VoiceTrouble {
    none,
    no_voice,        // the program that speaks, or its voices, are not installed
    no_sound_device, // nothing to speak through; looked for again whenever there is something to say
};

class Voice {
public:
    virtual ~Voice() = default;

    virtual void say(const Speech&) = 0; // in place of what is being said
    virtual void stop() = 0;
    // From the next sound on: 1 is all that the machine gives, and 0 silence.
    virtual void set_loudness(float part) = 0;
    struct State {
        bool speaking{false};  // or about to
        std::size_t phrase{0}; // which one of the speech
        bool operator==(const State&) const = default;
    };
    virtual State state() const = 0;
    // True only where the machine itself says that headphones are plugged in.
    virtual bool headphones() const = 0;
    virtual VoiceTrouble trouble() const = 0;
    // Whether what is said in that language can be heard: made, or at least some of it from recordings.
    virtual bool speaks(const std::string& language) const = 0;
};

} // namespace northseal::kiosk
