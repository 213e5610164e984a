#pragma once
// The tables, by numbered migrations: user_version says how many have run. A database from a newer version is
// refused, never guessed at.

#include <cstdint>

#include "storage/ledger/database.h"

namespace northseal::ledger {

constexpr std::int64_t schema_version = 8;

Result<> migrate(Database&);

} // namespace northseal::ledger
