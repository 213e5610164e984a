#pragma once
// Voices of people: a pack's folder may hold recordings, one a key of its words, as KEY.wav. Whatever is to
// be said and is just what a recorded key says is played instead of spoken by the machine; a language that no
// machine speaks is heard so. What a sentence is made of at run time has no recording.

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "kiosk/words/words.h"
#include "storage/base/disk.h"

namespace northseal::kiosk {

struct Sound {
    int rate{0};                       // samples a second
    std::vector<std::int16_t> samples; // one channel
};

// RIFF/WAVE as recorders write it: PCM of 16 bits, one channel or two (which are mixed), 8 to 48 kHz.
Result<Sound> read_wav(ByteView);
// The same at another rate, by straight lines between the samples: enough for speech.
Sound at_rate(const Sound&, int rate);

class Recordings {
public:
    // The files of `folder` that are named for a key of these words. An absent folder is an empty one.
    static Recordings of_language(const std::string& folder, const Words&, Disk&);

    bool empty() const { return m_files.empty(); }
    // What is said may have been given a full stop, so that a voice pauses after it.
    std::optional<std::string> file_for(const std::string& said) const;

private:
    std::map<std::string, std::string> m_files; // what is said -> the file
};

} // namespace northseal::kiosk
