#pragma once
// The words of a verdict in English or French, from assets/words/LANGUAGE/verdict.toml.

#include "sync/tool/tool.h"

namespace northseal::tool {

struct VerdictWords {
    std::string title;
    std::string sentence;
    std::string what_next;
};

// Plain English of the table itself where the file or a key is not there.
VerdictWords verdict_words(Tool&, const std::string& language, std::string_view verdict);

} // namespace northseal::tool
