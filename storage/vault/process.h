#pragma once
// What a program that holds keys asks of the operating system before it holds any.

#include "storage/base/result.h"

namespace northseal::vault {

struct MemoryFacts {
    bool keys_locked{false}; // memory for keys may be kept out of swap
    bool all_locked{false};  // and so may everything else, names and stretched secrets included
    bool swap_in_use{false};
    // Nothing of this process can reach a disk by swapping.
    bool never_swapped() const { return all_locked || !swap_in_use; }
};

// No core dumps, no reading of this process's memory by others of the same user, memory that is freed is
// overwritten, so that names and keys do not stay behind in it, and as much of it locked as the system
// allows. Called first in main, before any thread.
Result<MemoryFacts> harden_process();

} // namespace northseal::vault
