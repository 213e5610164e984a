#pragma once
// Names and levels as sentences use them. Pure.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "kiosk/screens/state.h"
#include "kiosk/words/words.h"

namespace northseal::kiosk {

// The first word of a name, for sentences: "Rose" of "Rose Beardy". Never cut inside a word.
std::string first_name(std::string_view name);
// French: "de Rose", "d’Émilie". In English, and in any language whose words have no elision, the name.
std::string of_name(const Words&, std::string_view name);
// One letter for the disc, in the script of the name.
std::string initial(std::string_view name);
// Which of the soft colours a person's disc has: the same for the same name, and it means nothing.
int disc_colour(std::string_view name);

// The name of a level; "Needs a level" where there is none yet.
std::string level_name(const catalogue::ProgrammeOutcome&, std::uint32_t level, const std::string& language,
                       const Words&);
// The text of a programme in a language, or in its first language where it does not speak that one.
std::string said(const catalogue::Words&, const std::string& language);

int outcomes_with_level(const station::Assessment&);
const catalogue::Programme* find_programme(const AppState&, std::string_view id);

} // namespace northseal::kiosk
