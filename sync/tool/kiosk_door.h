#pragma once
// How a command guards a kiosk and opens one: six words, a stick, or a PIN that the machine's chip hears.
// Secrets come from files or are typed, never from the command line.

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "storage/station/station.h"
#include "sync/tool/commands.h"

namespace northseal::tool {

constexpr std::size_t secret_file_most = 4096;
Result<std::vector<std::string>> read_secret_lines(const std::string& file, Tool&);

bool by_words(const EnrolAsk&);
std::optional<vault::Protection> protection_of(const EnrolAsk&); // none: six words
station::Surroundings around(const EnrolAsk&, Tool&);

// Opened by what guards it. Fault::refused says what is missing.
Result<std::unique_ptr<station::Station>> open_kiosk(const EnrolAsk&, const station::Surroundings&, Tool&);

} // namespace northseal::tool
