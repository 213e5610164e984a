#pragma once
// What one award adds to its template: the typed values that fill the template's holes, and their one
// encoding in bytes (deterministic CBOR, RFC 8949 section 4.2.1, a map with integer keys; README, "Claims").

#include <cstdint>
#include <optional>

#include "storage/base/bytes.h"
#include "storage/base/clock.h"
#include "storage/base/json.h"

namespace northseal::credential {

using AwardId = ByteArray<16>; // the credential's urn:uuid
using EvidenceDigest =
    ByteArray<16>; // first half of the SHA-256 of the salted evidence (RFC 6920 sha-256-128)

// Absent is: empty text, 0 for a choice (choices count from 1), an empty list, false. None of these can be a
// value.
struct Claims {
    AwardId id{};                         // 1
    Instant valid_from{0};                // 2
    std::optional<Instant> awarded_date;  // 3, only where it differs from valid_from
    std::uint32_t time_source{0};         // 4, choice
    std::string learner_name;             // 5, text claim (storage/base/text.h)
    std::string learner_number;           // 6, text claim
    std::vector<std::uint32_t> levels;    // 7, one an outcome, 0 = not assessed
    std::string narrative;                // 8, text claim
    std::vector<EvidenceDigest> evidence; // 9, strictly ascending
    std::string assessor;                 // 10, text claim
    std::string witness;                  // 11, text claim
    std::uint32_t identity_grade{0};      // 12, choice
    std::uint32_t supervision{0};         // 13, choice
    std::string kiosk;                    // 14, four letters of a-z2-7
    std::uint32_t status_index{0};        // 15, global: list = index / 131072; always present, 0 is a value
    bool specimen{false};                 // 16
    std::uint32_t site{0};                // 17, choice

    friend bool operator==(const Claims&, const Claims&) = default;
};

// The claims by their keys in CBOR, and by their names in templates.
enum class Claim : std::uint8_t {
    id = 1,
    valid_from,
    awarded_date,
    time_source,
    learner_name,
    learner_number,
    levels,
    narrative,
    evidence,
    assessor,
    witness,
    identity_grade,
    supervision,
    kiosk,
    status_index,
    specimen,
    site,
};
constexpr std::size_t claim_count = 17;

std::string_view name_of(Claim); // "validFrom"
std::optional<Claim> claim_named(std::string_view);
bool has(const Claims&, Claim); // id, valid_from and status_index always are
// Where a claim that is a text, or a choice, is kept; null for the others.
std::string Claims::*text_field(Claim);
std::uint32_t Claims::*choice_field(Claim);

constexpr std::size_t claims_bytes_most = 8192;
constexpr std::size_t levels_most = 128; // outcomes of one programme

// Whether each value is one that this encoding holds. What a template makes of them is the template's to say.
Result<> check_claims(const Claims&);
// Refuses what decode would refuse, so that nothing is signed that cannot be read back.
Result<Bytes> encode_claims(const Claims&);
Result<Claims>
    decode_claims(ByteView); // one encoding only: unknown keys, other orders and longer forms are refused

// For people and scripts: names as in templates, bytes in hex. Reading takes what writing gives.
Json to_json(const Claims&);
Result<Claims> read_claims(const Json&);

} // namespace northseal::credential
