#pragma once
// Text that people typed: UTF-8, NFC, bounded. Names are stored and signed in exactly one form, or the same
// award would have two slips.

#include <cstddef>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "storage/base/result.h"

namespace northseal {

bool is_utf8(std::string_view);                      // well formed, no surrogates, nothing above U+10FFFF
std::vector<char32_t> code_points(std::string_view); // of well-formed UTF-8; anything else becomes U+FFFD
void append_utf8(std::string& to, char32_t);
std::size_t count_code_points(std::string_view);
std::u16string to_utf16(std::string_view); // for the ordering of RFC 8785

Result<std::string> to_nfc(std::string_view); // Unicode normalization form C
bool is_nfc(std::string_view);
// For search and for finding likely duplicates: NFKD, case folded, marks dropped. Never stored as a name.
std::string to_search_form(std::string_view);

constexpr std::size_t text_claim_most = 500; // code points

// What a person typed as the text of a claim: NFC, trimmed, 1 to 500 code points, no control characters or
// line separators. `clean` repairs what can be repaired without changing what was meant (white space, form);
// the rest is refused.
Result<std::string> clean_text_claim(std::string_view);
Result<> check_text_claim(std::string_view); // the same rule without repair
Result<> check_text(std::string_view,
                    std::size_t most_code_points); // the same rule for a longer or shorter bound

} // namespace northseal
