#include "kiosk/screens/people.h"

#include <algorithm>

#include "storage/base/text.h"

namespace northseal::kiosk {

namespace {

// French elides before a vowel and before h in names; y counts as a vowel only before a consonant ("d’Yves",
// "de Yasmine").
bool elides(std::string_view name)
{
    const std::u32string vowels = U"aeiouh";
    const std::string bare = to_search_form(name);
    const auto letters = code_points(bare);
    if (letters.empty()) return false;
    if (letters[0] == U'y')
        return letters.size() > 1 && std::u32string(U"aeiou").find(letters[1]) == std::u32string::npos;
    return vowels.find(letters[0]) != std::u32string::npos;
}

} // namespace

std::string first_name(std::string_view name)
{
    return std::string(name.substr(0, name.find(' ')));
}

std::string of_name(const Words& words, std::string_view name)
{
    return words(elides(name) ? "name.of_vowel" : "name.of", {{"name", name}});
}

std::string initial(std::string_view name)
{
    const auto letters = code_points(name);
    std::string out;
    if (!letters.empty()) append_utf8(out, letters[0]);
    return out;
}

int disc_colour(std::string_view name)
{
    std::uint32_t sum = 0;
    for (const char c : name) sum = sum * 31 + static_cast<unsigned char>(c);
    return static_cast<int>(sum % 4);
}

std::string level_name(const catalogue::ProgrammeOutcome& outcome, std::uint32_t level,
                       const std::string& language, const Words& words)
{
    if (level == 0 || level > outcome.levels.size()) return words("rubric.needs_level");
    return said(outcome.levels[level - 1].name, language);
}

std::string said(const catalogue::Words& texts, const std::string& language)
{
    const auto found = texts.find(language);
    if (found != texts.end()) return found->second;
    return texts.empty() ? std::string() : texts.begin()->second;
}

int outcomes_with_level(const station::Assessment& assessment)
{
    return static_cast<int>(std::count_if(assessment.levels.begin(), assessment.levels.end(),
                                          [](auto level) { return level > 0; }));
}

const catalogue::Programme* find_programme(const AppState& state, std::string_view id)
{
    for (const auto& offer : state.programmes) {
        if (offer.id == id) return offer.programme;
    }
    return nullptr;
}

} // namespace northseal::kiosk
