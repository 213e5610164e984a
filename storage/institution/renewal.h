#pragma once
// A delegation renewed in words over the radio (README, "Renewal by words"). What the words say is
// authenticated under a key that only the desk and that one kiosk can make from each other's public keys: the
// kiosk believes them, and nobody else needs to. The desk keeps a signed statement of its own.

#include <cstdint>

#include "storage/base/clock.h"
#include "storage/base/ed25519.h"
#include "storage/base/json.h"
#include "storage/institution/spoken_words.h"

namespace northseal::institution {

using RenewalMac = ByteArray<16>;

// Which delegation is renewed: known to both sides, and so not said.
struct RenewedDelegation {
    std::string did;
    std::string kiosk;
    std::uint64_t number{0};
};

struct RenewalTerms {
    std::uint64_t number{0}; // from 1, only grows, for each delegation
    Instant until{0};        // the last second of a day
    std::uint32_t count{0};  // in all, with what was issued before
    friend bool operator==(const RenewalTerms&, const RenewalTerms&) = default;
};
constexpr std::uint64_t renewals_most = 255; // of one delegation
constexpr std::uint32_t renewal_count_most = (1U << 17) - 1;

struct SpokenRenewal {
    RenewalTerms terms;
    RenewalMac mac{};
};

bool ends_with_a_day(Instant);
SpokenMessage pack_renewal(const SpokenRenewal&);
Result<SpokenRenewal> unpack_renewal(const SpokenMessage&);

// `own` is the desk's key and `other` the kiosk's, or the other way round.
Result<RenewalMac> renewal_mac(const RenewedDelegation&, const RenewalTerms&, const SigningKey& own,
                               const PublicKey& other);

// What the desk keeps, signed: `renewal 1`.
struct RenewalStatement {
    std::string kiosk;
    std::uint64_t delegation{0};
    RenewalTerms terms;
    Instant made{0};
};
constexpr std::string_view renewal_kind = "renewal 1";
Json to_json(const RenewalStatement&);
Result<RenewalStatement> read_renewal(const Json& statement);

} // namespace northseal::institution
