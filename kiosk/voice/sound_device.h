#pragma once
// ALSA: the loudspeaker or the headphones. Opened for each speech and closed after it, so that a device that
// is plugged in later is found, and an idle kiosk keeps none awake.

#include <cstdint>
#include <memory>
#include <span>
#include <string>
#include <string_view>

#include "storage/base/result.h"

namespace northseal::kiosk {

class SoundDevice {
public:
    // By ALSA's name: "default" is what this machine plays through. not_found where there is none.
    static Result<std::unique_ptr<SoundDevice>> open(const std::string& name, int rate);
    ~SoundDevice();
    SoundDevice(const SoundDevice&) = delete;
    SoundDevice& operator=(const SoundDevice&) = delete;

    bool play(std::span<const std::int16_t>); // waits while its buffer is full; false: it is gone
    void finish();                            // waits until all was heard
    void drop();                              // silence, at once

private:
    struct Handle;
    explicit SoundDevice(std::unique_ptr<Handle>);
    std::unique_ptr<Handle> m_handle;
};

// True where a sound card says that a plug is in its headphone jack.
bool headphones_are_in();
// Which of a card's controls says so: "Headphone Jack", "Front Headphone Jack". A jack that says nothing of
// its own ("Phantom"), or takes a microphone, proves no headphones.
bool is_headphone_jack(std::string_view control);

} // namespace northseal::kiosk
