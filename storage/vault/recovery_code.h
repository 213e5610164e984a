#pragma once
// A recovery code as people write, read aloud and type it (README, "Recovery codes"): nine groups of four
// letters, "7K3P-Q2WM-…". Each group carries its own check letter, so a misheard letter is found as soon as
// its group is whole, and it is known which group to ask for again.

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "storage/base/random.h"
#include "storage/base/secret.h"

namespace northseal::vault {

constexpr std::string_view code_letters = "23456789ABCDEFGHJKMNPQRSTUVWXYZ"; // no 0 O, no 1 I L
constexpr std::size_t code_groups = 9;
constexpr std::size_t code_group_size = 4; // three that carry the secret and one that checks
// 27 letters of 31: 133 bits.

std::string draw_recovery_code(Random&); // the caller wipes it

struct CodeCheck {
    std::size_t whole_groups{0};      // typed so far
    std::vector<int> wrong_groups;    // from 1; a letter in each was misheard, or the group is misplaced
    std::optional<char> not_a_letter; // one that stands in no code
    bool too_long{false};
    bool complete() const { return whole_groups == code_groups && wrong_groups.empty() && !too_long; }
};

// Of what has been typed so far; case, spaces and dashes do not matter.
CodeCheck check_recovery_code(std::string_view typed);

// What a complete code stands for. Fault::refused says which group to hear again.
Result<SecretBytes> recovery_secret(std::string_view typed);

} // namespace northseal::vault
