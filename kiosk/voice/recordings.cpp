#include "kiosk/voice/recordings.h"

#include <algorithm>
#include <cmath>
#include <string_view>

namespace northseal::kiosk {

namespace {

constexpr std::size_t header_bytes = 12;
constexpr std::size_t chunk_header = 8;
constexpr int slowest = 8000;
constexpr int fastest = 48000;

std::uint32_t number(ByteView bytes, std::size_t at, int count)
{
    std::uint32_t out = 0;
    for (int i = 0; i < count; ++i)
        out |= static_cast<std::uint32_t>(bytes[at + static_cast<std::size_t>(i)]) << (8 * i);
    return out;
}

bool is_tag(ByteView bytes, std::size_t at, std::string_view tag)
{
    return std::equal(tag.begin(), tag.end(), bytes.begin() + static_cast<std::ptrdiff_t>(at),
                      [](char a, std::uint8_t b) { return static_cast<std::uint8_t>(a) == b; });
}

struct Format {
    int channels{0};
    int rate{0};
};

Result<Format> read_format(ByteView chunk)
{
    constexpr std::size_t least = 16;
    if (chunk.size() < least) return refused("the recording's format is cut off");
    const Format format{static_cast<int>(number(chunk, 2, 2)), static_cast<int>(number(chunk, 4, 4))};
    if (number(chunk, 0, 2) != 1 || number(chunk, 14, 2) != 16)
        return refused("a recording is PCM of 16 bits");
    if (format.channels < 1 || format.channels > 2) return refused("a recording has one channel or two");
    if (format.rate < slowest || format.rate > fastest)
        return refused("a recording has 8000 to 48000 samples a second");
    return format;
}

std::vector<std::int16_t> mixed(ByteView data, int channels)
{
    std::vector<std::int16_t> out;
    const std::size_t frame = 2U * static_cast<std::size_t>(channels);
    out.reserve(data.size() / frame);
    for (std::size_t at = 0; at + frame <= data.size(); at += frame) {
        int sum = 0;
        for (int channel = 0; channel < channels; ++channel)
            sum += static_cast<std::int16_t>(number(data, at + 2U * static_cast<std::size_t>(channel), 2));
        out.push_back(static_cast<std::int16_t>(sum / channels));
    }
    return out;
}

} // namespace

Result<Sound> read_wav(ByteView bytes)
{
    if (bytes.size() < header_bytes || !is_tag(bytes, 0, "RIFF") || !is_tag(bytes, 8, "WAVE"))
        return refused("a recording is a WAV file");
    Format format;
    std::size_t at = header_bytes;
    while (bytes.size() - at >= chunk_header) {
        const std::size_t size = number(bytes, at + 4, 4);
        const std::size_t begin = at + chunk_header;
        if (size > bytes.size() - begin) return refused("the recording is cut off");
        const ByteView chunk = bytes.subspan(begin, size);
        if (is_tag(bytes, at, "fmt ")) format = TRY(read_format(chunk));
        if (is_tag(bytes, at, "data")) {
            if (format.rate == 0) return refused("the recording's format does not come first");
            return Sound{format.rate, mixed(chunk, format.channels)};
        }
        // Chunks begin at even places.
        at = std::min(bytes.size(), begin + size + size % 2);
    }
    return refused("the recording has no sound in it");
}

Sound at_rate(const Sound& sound, int rate)
{
    if (sound.rate == rate || sound.samples.empty()) return {rate, sound.samples};
    const double step = static_cast<double>(sound.rate) / rate;
    const auto count = static_cast<std::size_t>(static_cast<double>(sound.samples.size()) / step);
    Sound out{rate, {}};
    out.samples.reserve(count);
    for (std::size_t i = 0; i < count; ++i) {
        const double place = static_cast<double>(i) * step;
        const auto at = static_cast<std::size_t>(place);
        const double a = sound.samples[std::min(at, sound.samples.size() - 1)];
        const double b = sound.samples[std::min(at + 1, sound.samples.size() - 1)];
        out.samples.push_back(
            static_cast<std::int16_t>(std::lround(a + (b - a) * (place - static_cast<double>(at)))));
    }
    return out;
}

Recordings Recordings::of_language(const std::string& folder, const Words& words, Disk& disk)
{
    Recordings out;
    const auto names = disk.list(folder);
    if (!names) return out;
    constexpr std::string_view ending = ".wav";
    for (const std::string& name : names.value()) {
        if (!name.ends_with(ending)) continue;
        const std::string key = name.substr(0, name.size() - ending.size());
        // A key that only English has would be heard in a language that its words are not in.
        if (words.has(key)) out.m_files.emplace(words(key), folder + "/" + name);
    }
    return out;
}

std::optional<std::string> Recordings::file_for(const std::string& said) const
{
    auto found = m_files.find(said);
    if (found == m_files.end() && said.ends_with('.')) found = m_files.find(said.substr(0, said.size() - 1));
    return found == m_files.end() ? std::nullopt : std::optional(found->second);
}

} // namespace northseal::kiosk
