#pragma once
// The real voice: a thread of its own makes speech with eSpeak NG, or plays a community's recording, and
// sends it to the sound device. It is silent, and costs nothing, until told to speak.

#include <functional>
#include <memory>

#include "kiosk/voice/recordings.h"
#include "kiosk/voice/voice.h"

namespace northseal::kiosk {

struct VoiceSet {
    std::string device{"default"};                  // ALSA's name for it
    std::map<std::string, Recordings> recordings{}; // by language
    std::function<void()> changed{};                // on the voice's thread: state() or trouble() is another
};

class SpokenVoice final : public Voice {
public:
    // Never refuses: what is missing is told by trouble(). The disk is only read, and outlives the voice.
    SpokenVoice(VoiceSet, Disk&);
    ~SpokenVoice() override;

    void say(const Speech&) override;
    void stop() override;
    void set_loudness(float part) override;
    State state() const override;
    bool headphones() const override;
    VoiceTrouble trouble() const override;
    bool speaks(const std::string& language) const override;

private:
    struct Inside;
    std::unique_ptr<Inside> m_inside;
};

} // namespace northseal::kiosk
