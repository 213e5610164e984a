#include "kiosk/voice/sound_device.h"

#include <cstdarg>

#include <alsa/asoundlib.h>

namespace northseal::kiosk {

namespace {

constexpr unsigned buffer_microseconds = 200'000; // heard so long after a key at most

// What is not there is said once, in diagnostics; the library would write it to the log each time.
void say_nothing(const char*, int, const char*, int, const char*, ...)
{}

struct CloseControl {
    void operator()(snd_hctl_t* control) const { snd_hctl_close(control); }
};
using Control = std::unique_ptr<snd_hctl_t, CloseControl>;

bool plug_is_in(snd_hctl_elem_t* element)
{
    snd_ctl_elem_value_t* value = nullptr;
    snd_ctl_elem_value_malloc(&value);
    const bool in = snd_hctl_elem_read(element, value) == 0 && snd_ctl_elem_value_get_boolean(value, 0) != 0;
    snd_ctl_elem_value_free(value);
    return in;
}

bool headphones_in_card(int card)
{
    snd_hctl_t* opened = nullptr;
    if (snd_hctl_open(&opened, ("hw:" + std::to_string(card)).c_str(), SND_CTL_READONLY) < 0) return false;
    const Control control(opened);
    if (snd_hctl_load(control.get()) < 0) return false;
    for (auto* each = snd_hctl_first_elem(control.get()); each != nullptr; each = snd_hctl_elem_next(each)) {
        const char* name = snd_hctl_elem_get_name(each);
        if (name != nullptr && is_headphone_jack(name) && plug_is_in(each)) return true;
    }
    return false;
}

} // namespace

struct SoundDevice::Handle {
    snd_pcm_t* pcm{nullptr};
    ~Handle()
    {
        if (pcm != nullptr) snd_pcm_close(pcm);
    }
};

SoundDevice::SoundDevice(std::unique_ptr<Handle> handle) : m_handle(std::move(handle))
{}
SoundDevice::~SoundDevice() = default;

Result<std::unique_ptr<SoundDevice>> SoundDevice::open(const std::string& name, int rate)
{
    snd_lib_error_set_handler(say_nothing);
    auto handle = std::make_unique<Handle>();
    if (snd_pcm_open(&handle->pcm, name.c_str(), SND_PCM_STREAM_PLAYBACK, 0) < 0) {
        handle->pcm = nullptr;
        return Error{Fault::not_found, "there is no sound device called " + name};
    }
    if (snd_pcm_set_params(handle->pcm, SND_PCM_FORMAT_S16, SND_PCM_ACCESS_RW_INTERLEAVED, 1,
                           static_cast<unsigned>(rate), 1, buffer_microseconds) < 0)
        return Error{Fault::refused, "the sound device " + name + " does not play speech"};
    return std::unique_ptr<SoundDevice>(new SoundDevice(std::move(handle)));
}

bool SoundDevice::play(std::span<const std::int16_t> samples)
{
    while (!samples.empty()) {
        const auto written = snd_pcm_writei(m_handle->pcm, samples.data(), samples.size());
        if (written < 0) {
            // A late start is mended once; a device that was pulled out is not.
            if (snd_pcm_recover(m_handle->pcm, static_cast<int>(written), 1) < 0) return false;
            continue;
        }
        samples = samples.subspan(static_cast<std::size_t>(written));
    }
    return true;
}

void SoundDevice::finish()
{
    snd_pcm_drain(m_handle->pcm);
}

void SoundDevice::drop()
{
    snd_pcm_drop(m_handle->pcm);
}

bool is_headphone_jack(std::string_view control)
{
    return control.ends_with("Jack") && control.find("Headphone") != std::string_view::npos &&
           control.find("Mic") == std::string_view::npos && control.find("Phantom") == std::string_view::npos;
}

bool headphones_are_in()
{
    snd_lib_error_set_handler(say_nothing);
    int card = -1;
    while (snd_card_next(&card) == 0 && card >= 0) {
        if (headphones_in_card(card)) return true;
    }
    return false;
}

} // namespace northseal::kiosk
