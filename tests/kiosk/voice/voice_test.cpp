#include <doctest/doctest.h>

#include <algorithm>
#include <chrono>
#include <condition_variable>
#include <mutex>

#include "kiosk/voice/sound_device.h"
#include "kiosk/voice/spoken_voice.h"
#include "kiosk/voice/synthesis.h"

using namespace northseal;
using namespace northseal::kiosk;

namespace {

std::vector<std::int16_t> spoken(const std::string& text, const std::string& language)
{
    auto synthesis = Synthesis::open();
    REQUIRE(synthesis.ok());
    std::vector<std::int16_t> out;
    REQUIRE(synthesis.value()
                ->speak(text, language,
                        [&](std::span<const std::int16_t> samples) {
                            out.insert(out.end(), samples.begin(), samples.end());
                            return true;
                        })
                .ok());
    return out;
}

int loudest(const std::vector<std::int16_t>& samples)
{
    int out = 0;
    for (const std::int16_t sample : samples) out = std::max(out, std::abs(static_cast<int>(sample)));
    return out;
}

constexpr double rate = 22050;

// What the voice's thread tells, for a test to wait for.
class Told {
public:
    std::function<void()> teller()
    {
        return [this] {
            const std::lock_guard lock(m_mutex);
            m_told = true;
            m_wake.notify_all();
        };
    }
    template<class Wanted>
    bool wait(Wanted wanted)
    {
        std::unique_lock lock(m_mutex);
        return m_wake.wait_for(lock, std::chrono::seconds(20), wanted);
    }

private:
    std::mutex m_mutex;
    std::condition_variable m_wake;
    bool m_told{false};
};

} // namespace

TEST_SUITE("kiosk/voice/voice")
{
    TEST_CASE("a sentence is heard in English and in French, as long as a person would take")
    {
        for (const auto& [text, language] :
             {std::pair{"Rose's certificate is safe. It is signed and kept.", "en"},
              std::pair{"L’attestation de Rose est en sûreté. Elle est signée et gardée.", "fr"}}) {
            const auto samples = spoken(text, language);
            const double seconds = static_cast<double>(samples.size()) / rate;
            CHECK(seconds > 1.5);
            CHECK(seconds < 8);
            CHECK(loudest(samples) > 3000);
        }
    }

    TEST_CASE("twice the words take more time, and languages do not sound alike")
    {
        CHECK(spoken("One word.", "en").size() <
              spoken("One word after another, and then some more.", "en").size());
        CHECK(spoken("Attention", "en") != spoken("Attention", "fr"));
    }

    TEST_CASE("a sign on a key is called by its name")
    {
        CHECK(loudest(spoken("-", "en")) > 3000);
        CHECK(loudest(spoken(",", "fr")) > 3000);
    }

    TEST_CASE("it stops where it is told to, and does not speak a language it has no voice for")
    {
        auto synthesis = Synthesis::open();
        REQUIRE(synthesis.ok());
        int parts = 0;
        REQUIRE(synthesis.value()
                    ->speak("A long sentence that goes on for some time, and on, and on.", "en",
                            [&](std::span<const std::int16_t>) { return ++parts < 2; })
                    .ok());
        CHECK(parts == 2);
        CHECK(synthesis.value()->speak("Bonjour", "xx-none", [](auto) { return true; }).error().fault ==
              Fault::not_found);
    }

    TEST_CASE("without a sound device it says so, and nothing waits")
    {
        RealDisk disk;
        Told told;
        VoiceSet set;
        set.device = "no-such-device-here";
        set.changed = told.teller();
        SpokenVoice voice(set, disk);
        voice.say({{"Hello.", "Hello.", "en"}});
        CHECK(told.wait([&] { return voice.trouble() == VoiceTrouble::no_sound_device; }));
        CHECK_FALSE(voice.state().speaking);
    }

    TEST_CASE("it says phrase after phrase, and falls silent when stopped or ended in mid-sentence")
    {
        RealDisk disk;
        VoiceSet set;
        Told told;
        set.device = "null"; // ALSA's own: takes all, plays nothing
        set.changed = told.teller();
        {
            SpokenVoice voice(set, disk);
            std::string number = "A phrase.";
            voice.say({{number, number, "en"}, {number, number, "fr"}, {number, number, "en"}});
            CHECK(
                told.wait([&] { return !voice.state().speaking && voice.trouble() == VoiceTrouble::none; }));
            voice.say({{std::string(4000, 'a'), "", "en"}});
            voice.stop();
            CHECK_FALSE(voice.state().speaking);
            voice.say({{std::string(4000, 'a'), "", "en"}});
        }
    }

    TEST_CASE("only a jack that tells headphones by themselves proves them")
    {
        CHECK(is_headphone_jack("Headphone Jack"));
        CHECK(is_headphone_jack("Front Headphone Jack"));
        CHECK_FALSE(is_headphone_jack("Headphone Phantom Jack"));
        CHECK_FALSE(is_headphone_jack("Headphone Mic Jack"));
        CHECK_FALSE(is_headphone_jack("Speaker Jack"));
        CHECK_FALSE(is_headphone_jack("Headphone Playback Switch"));
    }
}
