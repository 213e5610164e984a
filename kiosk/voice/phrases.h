#pragma once
// One stop, one page, in phrases. A phrase is as much as the caption marks at a time.

#include "kiosk/voice/voice.h"
#include "kiosk/widgets/focus.h"
#include "kiosk/words/words.h"

namespace northseal::kiosk::phrases {

struct Hearing {
    const Words& words;
    bool headphones{false};
    int digits{0}; // of the PIN, typed so far
};

Phrase phrase(std::string said, const std::string& language); // ends like a sentence
void add(Speech& to, const Speech& more);

// What is there, what it is, how it is, and its place among all that can be chosen.
Speech of_stop(const Stop&, const std::vector<Stop>& all, const Hearing&);
// How a target is: "chosen", "on", "closed", with why.
std::string state_of(const Target&, const Words&);
// The page's title, and its largest words where these are others.
Speech of_title(const std::vector<Stop>&, const Hearing&);
// The same, and how many things there are to choose.
Speech of_page(const std::vector<Stop>&, const Hearing&);
// The stop to begin with: the first after the title that leads nowhere else.
std::size_t first_stop(const std::vector<Stop>&);
bool is_secret(const Stop&);

} // namespace northseal::kiosk::phrases
