#include "kiosk/app/preferences.h"

#include <algorithm>
#include <array>

#include <nlohmann/json.hpp>

#include "kiosk/app/app.h"
#include "kiosk/app/backlight.h"
#include "storage/base/json.h"

namespace northseal::kiosk {

namespace {

constexpr std::string_view format_stem = "northseal preferences ";
constexpr int format_now = 3;
constexpr std::size_t bytes_most = 1024;
constexpr std::size_t tag_most = 35; // BCP 47: longer than any tag in use

template<class Value>
struct Named {
    Value value;
    const char* name;
};
constexpr std::array<Named<ColourChoice>, 3> colour_names{
    {{ColourChoice::by_the_clock, "clock"}, {ColourChoice::light, "light"}, {ColourChoice::dark, "dark"}}};
constexpr std::array<Named<TextSize>, 3> size_names{
    {{TextSize::normal, "normal"}, {TextSize::large, "large"}, {TextSize::largest, "largest"}}};

template<class Value, std::size_t Count>
std::string name_of(const std::array<Named<Value>, Count>& names, Value value)
{
    const auto found =
        std::find_if(names.begin(), names.end(), [&](const auto& each) { return each.value == value; });
    return found == names.end() ? names[0].name : found->name;
}

template<class Value, std::size_t Count>
Result<Value> value_of(const std::array<Named<Value>, Count>& names, std::string_view name)
{
    const auto found =
        std::find_if(names.begin(), names.end(), [&](const auto& each) { return name == each.name; });
    if (found == names.end()) return refused("the preferences name something unknown");
    return found->value;
}

bool is_tag(std::string_view text)
{
    return !text.empty() && text.size() <= tag_most && std::all_of(text.begin(), text.end(), [](char c) {
        return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-';
    });
}

Result<bool> truth(const Json& json, const char* name)
{
    const Json* found = member(json, name);
    if (found == nullptr || !found->is_boolean())
        return refused(std::string("the preferences lack \"") + name + "\"");
    return found->get<bool>();
}

Json json_of(const Preferences& preferences)
{
    return {{"format", std::string(format_stem) + std::to_string(format_now)},
            {"language", preferences.language},
            {"text_size", name_of(size_names, preferences.text_size)},
            {"colours", name_of(colour_names, preferences.colours)},
            {"contrast", preferences.high_contrast},
            {"read_aloud", preferences.read_aloud},
            {"loudness", preferences.loudness},
            {"brightness", preferences.brightness},
            {"less_motion", preferences.less_motion}};
}

// As a kiosk of that version wrote it.
std::string text_in_version(const Preferences& preferences, int version)
{
    Json json = json_of(preferences);
    json["format"] = std::string(format_stem) + std::to_string(version);
    if (version < 3) {
        json.erase("brightness");
        json.erase("less_motion");
    }
    if (version < 2) json.erase("loudness");
    return canonical_json(json);
}

Result<int> version_of(std::string_view format)
{
    for (int version = 1; version <= format_now; ++version) {
        if (format == std::string(format_stem) + std::to_string(version)) return version;
    }
    return refused("these are no preferences of a kiosk");
}

Result<int> amount_of(const Json& json, const char* name, int most)
{
    const Json* found = member(json, name);
    if (found == nullptr || !found->is_number_integer())
        return refused(std::string("the preferences lack \"") + name + "\"");
    const auto amount = found->get<std::int64_t>();
    if (amount < 1 || amount > most) return refused(std::string("the preferences name no ") + name);
    return static_cast<int>(amount);
}

} // namespace

std::string preferences_text(const Preferences& preferences)
{
    return text_in_version(preferences, format_now);
}

Result<Preferences> read_preferences_text(std::string_view text)
{
    JsonLimits limits;
    limits.bytes = bytes_most;
    limits.depth = 2;
    const Json json = TRY(parse_json(text, limits));
    const std::string format = TRY(text_member(json, "format"));
    const int version = TRY(version_of(format));
    Preferences out;
    out.language = TRY(text_member(json, "language"));
    if (!is_tag(out.language)) return refused("the preferences name no language");
    const std::string size = TRY(text_member(json, "text_size"));
    out.text_size = TRY(value_of(size_names, size));
    const std::string colours = TRY(text_member(json, "colours"));
    out.colours = TRY(value_of(colour_names, colours));
    out.high_contrast = TRY(truth(json, "contrast"));
    out.read_aloud = TRY(truth(json, "read_aloud"));
    if (version >= 2) out.loudness = TRY(amount_of(json, "loudness", loudness_most));
    if (version >= 3) {
        out.brightness = TRY(amount_of(json, "brightness", brightness_most));
        out.less_motion = TRY(truth(json, "less_motion"));
    }
    // One form only: nothing else stands in the file.
    if (text_in_version(out, version) != text)
        return refused("the preferences are not as a kiosk writes them");
    return out;
}

Result<Preferences> read_preferences(const std::string& path, Disk& disk)
{
    if (!disk.exists(path)) return Error{Fault::not_found, "no preferences are kept yet"};
    const Bytes bytes = TRY(disk.read(path, bytes_most));
    return read_preferences_text(text_of(bytes));
}

Result<> write_preferences(const std::string& path, const Preferences& preferences, Disk& disk)
{
    return disk.write_durably(path, view(preferences_text(preferences)));
}

// Only when it changes: whoever sets the screen's own knob is not overruled at each touch.
void App::light_screen()
{
    if (m_options.backlight == nullptr || m_lit == m_state.preferences.brightness) return;
    m_lit = m_state.preferences.brightness;
    const auto set = m_options.backlight->set(m_lit, brightness_most);
    if (!set && m_options.log) m_options.log("brightness: " + set.error().detail);
}

// A preference counts at once, whether or not it can be kept.
void App::keep_preferences()
{
    light_screen();
    if (m_options.preferences_file.empty() || m_state.preferences == m_kept) return;
    m_kept = m_state.preferences;
    const auto kept = write_preferences(m_options.preferences_file, m_kept, m_around.disk);
    if (!kept && m_options.log) m_options.log("preferences: " + kept.error().detail);
}

} // namespace northseal::kiosk
