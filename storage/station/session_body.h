#pragma once
// The bodies of `session signed` and `change requested` (README, "Bodies"): numbers only.

#include <cstdint>
#include <vector>

#include "storage/ledger/session_table.h"
#include "storage/station/values.h"

namespace northseal::station {

// Who was there on that day, and whose assessment is which; by learner.
struct SessionBody {
    std::int64_t session{0};
    std::int64_t day{0};
    std::vector<ledger::SeatRecord> seats;
};
constexpr std::size_t seats_most = 200;
Bytes encode(const SessionBody&);
Result<SessionBody> decode_session(ByteView);

struct ChangeBody {
    std::int64_t certificate{0}; // the entry that issued it
    ChangeWanted wanted{ChangeWanted::revoke};
    ChangeReason reason{ChangeReason::other};
};
Bytes encode(const ChangeBody&);
Result<ChangeBody> decode_change(ByteView);

} // namespace northseal::station
