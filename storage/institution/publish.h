#pragma once
// The folder of static files that the institution says to the world (README, "Trust folder"). Written from
// the institution's own folder; each file durably, the index last, so that a copy cut short is seen to be
// one.

#include <cstdint>
#include <string>

#include "storage/institution/institution.h"

namespace northseal::institution {

struct Published {
    std::uint64_t number{0};
    Instant dated{0};
    bool changed{false};          // nothing to say since the last time: the same bytes, number and date
    std::size_t files_written{0}; // those whose bytes were not there already
};

// The publisher's key signs what subtracts or attests receipt. Refused where the desk's listing is behind.
Result<Published> publish(Institution&, const std::string& out, const SigningKey& publisher);

// An unchanged folder is dated anew after this long, so that its lists do not seem old.
constexpr Instant dated_anew_after = 86400;

} // namespace northseal::institution
