#include "kiosk/app/preferences.h"

#include <algorithm>
#include <array>

#include <nlohmann/json.hpp>

#include "kiosk/app/app.h"
#include "storage/base/json.h"

namespace northseal::kiosk {

namespace {

constexpr const char* format_name = "northseal preferences 2";
constexpr const char* format_without_loudness = "northseal preferences 1";
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
    return {{"format", format_name},
            {"language", preferences.language},
            {"text_size", name_of(size_names, preferences.text_size)},
            {"colours", name_of(colour_names, preferences.colours)},
            {"contrast", preferences.high_contrast},
            {"read_aloud", preferences.read_aloud},
            {"loudness", preferences.loudness}};
}

// As a kiosk of that version wrote it.
std::string text_in_version(const Preferences& preferences, const std::string& format)
{
    Json json = json_of(preferences);
    if (format == format_without_loudness) {
        json["format"] = format;
        json.erase("loudness");
    }
    return canonical_json(json);
}

Result<int> loudness_of(const Json& json)
{
    const Json* found = member(json, "loudness");
    if (found == nullptr || !found->is_number_integer()) return refused("the preferences lack \"loudness\"");
    const auto loudness = found->get<std::int64_t>();
    if (loudness < 1 || loudness > loudness_most) return refused("the preferences name no loudness");
    return static_cast<int>(loudness);
}

} // namespace

std::string preferences_text(const Preferences& preferences)
{
    return text_in_version(preferences, format_name);
}

Result<Preferences> read_preferences_text(std::string_view text)
{
    JsonLimits limits;
    limits.bytes = bytes_most;
    limits.depth = 2;
    const Json json = TRY(parse_json(text, limits));
    const std::string format = TRY(text_member(json, "format"));
    if (format != format_name && format != format_without_loudness)
        return refused("these are no preferences of a kiosk");
    Preferences out;
    out.language = TRY(text_member(json, "language"));
    if (!is_tag(out.language)) return refused("the preferences name no language");
    const std::string size = TRY(text_member(json, "text_size"));
    out.text_size = TRY(value_of(size_names, size));
    const std::string colours = TRY(text_member(json, "colours"));
    out.colours = TRY(value_of(colour_names, colours));
    out.high_contrast = TRY(truth(json, "contrast"));
    out.read_aloud = TRY(truth(json, "read_aloud"));
    if (format == format_name) out.loudness = TRY(loudness_of(json));
    // One form only: nothing else stands in the file.
    if (text_in_version(out, format) != text)
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

// A preference counts at once, whether or not it can be kept.
void App::keep_preferences()
{
    if (m_options.preferences_file.empty() || m_state.preferences == m_kept) return;
    m_kept = m_state.preferences;
    const auto kept = write_preferences(m_options.preferences_file, m_kept, m_around.disk);
    if (!kept && m_options.log) m_options.log("preferences: " + kept.error().detail);
}

} // namespace northseal::kiosk
