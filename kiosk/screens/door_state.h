#pragma once
// What is typed at the door: words, a code, PINs. Nothing of it outlives a lock.

#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "storage/station/station.h"
#include "storage/vault/recovery_code.h"

namespace northseal::kiosk {

struct UnlockForm {
    std::string words;
    bool refused{false};        // the words, or the stick, did not fit
    bool has_words_file{false}; // a file was named that holds them
};

// A code that opens the kiosk once, for lost words, a lost token, a dead chip or a lost PIN.
struct RecoveryForm {
    std::string typed;
    vault::CodeCheck heard;
    bool refused{false}; // whole, and opens nothing here
    std::vector<std::uint64_t> sheets_left;
};

// A new PIN is typed twice.
struct PinTwice {
    std::string first;    // waits for the second time
    bool differs{false};  // the second was another
    bool too_easy{false}; // one that a stranger would try first
};

// A lost PIN is replaced while the kiosk is recovering.
struct NewPinForm {
    PinTwice twice;
    std::optional<station::FacilitatorId> done;
};

struct PinForm {
    std::optional<station::FacilitatorId> who;
    std::string digits;
    bool wrong{false};
    int wait_seconds{0}; // counts down
};

} // namespace northseal::kiosk
