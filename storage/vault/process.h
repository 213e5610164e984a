#pragma once
// What a program that holds keys asks of the operating system before it holds any.

#include "storage/base/result.h"

namespace northseal::vault {

// No core dumps, no reading of this process's memory by others of the same user, and memory that is freed is
// overwritten, so that names and keys do not stay behind in it. Called first in main.
Result<> harden_process();

} // namespace northseal::vault
