#pragma once
// What the tool takes from assets/: the frameworks that programmes align to, and the programmes and word
// lists that a demonstration needs.

#include "storage/catalogue/frameworks.h"
#include "storage/institution/spoken_words.h"
#include "sync/tool/tool.h"

namespace northseal::tool {

std::string assets_folder(); // NORTHSEAL_ASSETS, or where this was built
Result<catalogue::Frameworks> load_frameworks(Tool&);

// Words that are easy to read out and to tell apart; six of them make a kiosk's passphrase.
Result<std::string> draw_words(Tool&, std::size_t count);
// The same list, in which a renewal is read out.
Result<institution::WordList> load_word_list(Tool&);

} // namespace northseal::tool
