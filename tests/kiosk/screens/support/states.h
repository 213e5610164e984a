#pragma once
// States of the kiosk made by hand, for views that are pure functions of them.

#include <cstdint>

#include "kiosk/screens/state.h"
#include "kiosk/words/words.h"

namespace northseal::test {

inline kiosk::Words words(const std::string& language = "en")
{
    RealDisk disk;
    return kiosk::Words::load(std::string(NORTHSEAL_SOURCE_DIR) + "/assets/words", language, disk).value();
}

// Two outcomes of four levels; the third meets the standard of both.
inline catalogue::Programme two_outcomes()
{
    catalogue::Programme programme;
    programme.id = "maths";
    programme.languages = {"en", "fr"};
    programme.name = {{"en", "Mathematics"}, {"fr", "Mathématiques"}};
    for (const char* name : {"Measure", "Check"}) {
        catalogue::ProgrammeOutcome outcome;
        outcome.name = {{"en", name}, {"fr", name}};
        outcome.statement = {{"en", "Is seen to do it."}, {"fr", "Le fait."}};
        outcome.required_level = 3;
        for (const char* level : {"Emerging", "Developing", "Proficient", "Extending"})
            outcome.levels.push_back(
                {{{"en", level}, {"fr", level}}, {{"en", "Does it."}, {"fr", "Le fait."}}});
        programme.outcomes.push_back(outcome);
    }
    programme.phrases = {{{{"en", "Worked alone"}, {"fr", "Seule"}}}};
    return programme;
}

inline kiosk::AppState signed_in_state()
{
    kiosk::AppState state;
    state.now = 1795535320; // 2026-11-24T15:48:40Z
    state.offset = -300;
    state.vault_open = true;
    state.languages = {{"en", "English"}, {"fr", "Français"}};
    state.facts.site = {{"en", "First site"}, {"fr", "Premier site"}};
    state.facts.institution = {{"en", "The institution"}, {"fr", "L’établissement"}};
    state.facilitators = {{{1}, "Lena Baxter", "assessor", true}, {{2}, "Ruth Spence", "witness", true}};
    state.personal.signed_in = state.facilitators.front();
    state.personal.home.room.certificates = 1000000;
    return state;
}

inline station::Assessment draft(std::int64_t id, const std::string& name, std::vector<std::uint32_t> levels)
{
    station::Assessment out;
    out.id = {id};
    out.learner = {id};
    out.learner_name = name;
    out.programme_id = "maths";
    out.language = "en";
    out.levels = std::move(levels);
    out.notes.resize(out.levels.size());
    out.saved = 1795535000;
    return out;
}

} // namespace northseal::test
