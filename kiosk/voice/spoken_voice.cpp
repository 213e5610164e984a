#include "kiosk/voice/spoken_voice.h"

#include <algorithm>
#include <atomic>
#include <cmath>
#include <condition_variable>
#include <mutex>
#include <thread>

#include "kiosk/voice/sound_device.h"
#include "kiosk/voice/synthesis.h"

namespace northseal::kiosk {

namespace {

constexpr std::size_t recording_most = 8U << 20; // a minute and a half, two channels at 44.1 kHz
constexpr std::size_t taken_at_once = 1024;      // samples: so soon a recording stops

std::vector<std::int16_t> softened(std::span<const std::int16_t> samples, float part)
{
    std::vector<std::int16_t> out(samples.begin(), samples.end());
    if (part >= 1) return out;
    for (auto& sample : out)
        sample = static_cast<std::int16_t>(std::lround(static_cast<float>(sample) * part));
    return out;
}

} // namespace

struct SpokenVoice::Inside {
    Inside(VoiceSet voice_set, Disk& read_from) : set(std::move(voice_set)), disk(read_from) {}

    VoiceSet set;
    Disk& disk;

    std::mutex mutex;
    std::condition_variable wake;
    Speech waiting;
    bool has_waiting{false};
    bool ending{false};
    std::uint64_t wanted{0}; // grows with each say() and stop(): what is older falls silent
    State state;
    VoiceTrouble trouble{VoiceTrouble::none};
    std::atomic<float> loudness{1};
    std::thread thread; // last: it uses all of the above

    void run();
    void speak(Synthesis&, const Speech&, std::uint64_t number);
    bool speak_phrase(Synthesis&, SoundDevice&, const Phrase&, std::uint64_t number);
    bool play(SoundDevice&, std::span<const std::int16_t>, std::uint64_t number);
    bool still_wanted(std::uint64_t number);
    void tell(std::uint64_t number, State);
    void tell(VoiceTrouble);
    void give_up(std::uint64_t number, VoiceTrouble); // silent, and why: seen together
};

bool SpokenVoice::Inside::still_wanted(std::uint64_t number)
{
    const std::lock_guard lock(mutex);
    return number == wanted && !ending;
}

void SpokenVoice::Inside::tell(std::uint64_t number, State now)
{
    {
        const std::lock_guard lock(mutex);
        if (number != wanted || state == now) return;
        state = now;
    }
    if (set.changed) set.changed();
}

void SpokenVoice::Inside::tell(VoiceTrouble now)
{
    {
        const std::lock_guard lock(mutex);
        if (trouble == now) return;
        trouble = now;
    }
    if (set.changed) set.changed();
}

void SpokenVoice::Inside::give_up(std::uint64_t number, VoiceTrouble why)
{
    {
        const std::lock_guard lock(mutex);
        trouble = why;
        if (number == wanted) state = {};
    }
    if (set.changed) set.changed();
}

bool SpokenVoice::Inside::play(SoundDevice& device, std::span<const std::int16_t> samples,
                               std::uint64_t number)
{
    while (!samples.empty()) {
        if (!still_wanted(number)) return false;
        const auto part = samples.first(std::min(samples.size(), taken_at_once));
        if (!device.play(softened(part, loudness))) return false;
        samples = samples.subspan(part.size());
    }
    return true;
}

// False where the rest of the speech is not wanted any more.
bool SpokenVoice::Inside::speak_phrase(Synthesis& synthesis, SoundDevice& device, const Phrase& phrase,
                                       std::uint64_t number)
{
    const auto recorded = set.recordings.find(phrase.language);
    const auto file =
        recorded == set.recordings.end() ? std::nullopt : recorded->second.file_for(phrase.said);
    if (file) {
        const auto bytes = disk.read(*file, recording_most);
        const auto sound = bytes ? read_wav(bytes.value()) : Result<Sound>(bytes.error());
        if (sound) return play(device, at_rate(sound.value(), synthesis.rate()).samples, number);
    }
    bool wanted_still = true;
    // A language without a voice is not read by the voice of another: it stands in the caption.
    static_cast<void>(synthesis.speak(phrase.said, phrase.language, [&](std::span<const std::int16_t> made) {
        return wanted_still = play(device, made, number);
    }));
    return wanted_still && still_wanted(number);
}

void SpokenVoice::Inside::speak(Synthesis& synthesis, const Speech& speech, std::uint64_t number)
{
    auto device = SoundDevice::open(set.device, synthesis.rate());
    if (!device.ok()) return give_up(number, VoiceTrouble::no_sound_device);
    tell(VoiceTrouble::none);
    bool whole = true;
    for (std::size_t at = 0; at < speech.size() && whole; ++at) {
        tell(number, {true, at});
        whole = speak_phrase(synthesis, *device.value(), speech[at], number);
    }
    if (whole)
        device.value()->finish();
    else
        device.value()->drop();
    tell(number, {});
}

void SpokenVoice::Inside::run()
{
    std::unique_ptr<Synthesis> synthesis;
    while (true) {
        Speech speech;
        std::uint64_t number = 0;
        {
            std::unique_lock lock(mutex);
            wake.wait(lock, [&] { return has_waiting || ending; });
            if (ending) return;
            speech = std::move(waiting);
            waiting.clear();
            has_waiting = false;
            number = wanted;
        }
        // Not before it is needed: the voices are some megabytes, and no frame waits for them here.
        if (synthesis == nullptr) {
            auto opened = Synthesis::open();
            if (opened.ok()) synthesis = std::move(opened.value());
        }
        if (synthesis == nullptr) {
            give_up(number, VoiceTrouble::no_voice);
        } else {
            speak(*synthesis, speech, number);
        }
    }
}

SpokenVoice::SpokenVoice(VoiceSet set, Disk& disk) : m_inside(std::make_unique<Inside>(std::move(set), disk))
{
    m_inside->thread = std::thread([inside = m_inside.get()] { inside->run(); });
}

SpokenVoice::~SpokenVoice()
{
    {
        const std::lock_guard lock(m_inside->mutex);
        m_inside->ending = true;
    }
    m_inside->wake.notify_all();
    m_inside->thread.join();
}

void SpokenVoice::say(const Speech& speech)
{
    {
        const std::lock_guard lock(m_inside->mutex);
        m_inside->waiting = speech;
        m_inside->has_waiting = true;
        ++m_inside->wanted;
        m_inside->state = {!speech.empty(), 0};
    }
    m_inside->wake.notify_all();
}

void SpokenVoice::stop()
{
    const std::lock_guard lock(m_inside->mutex);
    m_inside->has_waiting = false;
    m_inside->state = {};
    ++m_inside->wanted;
}

void SpokenVoice::set_loudness(float part)
{
    m_inside->loudness = std::clamp(part, 0.0F, 1.0F);
}

Voice::State SpokenVoice::state() const
{
    const std::lock_guard lock(m_inside->mutex);
    return m_inside->state;
}

bool SpokenVoice::headphones() const
{
    return headphones_are_in();
}

VoiceTrouble SpokenVoice::trouble() const
{
    const std::lock_guard lock(m_inside->mutex);
    return m_inside->trouble;
}

bool SpokenVoice::speaks(const std::string& language) const
{
    return language == "en" || language == "fr" || m_inside->set.recordings.contains(language);
}

} // namespace northseal::kiosk
