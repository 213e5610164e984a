#pragma once
// PINs that learners choose for their own records (README, "Learners' PINs"). They open nothing in the vault:
// what is kept of one is a verifier, sealed in the ledger under that learner's own key.

#include <cstdint>
#include <optional>

#include "storage/vault/pin_tries.h"
#include "storage/vault/sealing.h"

namespace northseal::vault {

struct LearnerPin {
    Salt salt{};
    KdfCost cost;
    ByteArray<32> verifier{};
    friend bool operator==(const LearnerPin&, const LearnerPin&) = default;
};

// Whose PIN it may be: everybody who is called what was typed.
struct LearnerPinOf {
    std::int64_t learner{0};
    LearnerPin pin;
};

struct LearnerPinHeard {
    PinOutcome outcome;
    std::int64_t learner{0}; // where it was accepted
};

// Wrong tries are counted by what was typed, under so many counts, so that neither a wait nor its absence
// tells whether anybody bears that name.
constexpr std::uint64_t learner_tries_counts = 256;
// So many PINs are stretched at every try, whoever bears the name: neither does the time.
constexpr std::size_t learner_pins_stretched = 3;

} // namespace northseal::vault
