#pragma once
// Bitstring Status List 1.0 (W3C REC vc-bitstring-status-list), purpose revocation, 131,072 entries a list,
// issued by the publisher's own DID. Compressed by zlib; the inflated size is bounded.

#include <cstdint>
#include <string>

#include "storage/base/ed25519.h"
#include "storage/base/json.h"

namespace northseal::credential {

constexpr std::uint32_t status_list_entries = 131'072;

class StatusBits {
public:
    StatusBits() : m_bits(status_list_entries / 8) {}
    bool get(std::uint32_t position) const; // position < status_list_entries; bit 0 is the top bit of byte 0
    void set(std::uint32_t position);

    std::string encoded() const; // "u" + base64url(gzip(bits)); the same bytes for the same bits
    static Result<StatusBits> decode(std::string_view encoded_list);

private:
    Bytes m_bits;
};

struct StatusListFacts {
    std::string id;     // https URL of the list, without the fragment
    std::string issuer; // the publisher's DID
    std::string verification_method;
    std::string valid_from; // date-time
};

// The signed BitstringStatusListCredential in its RFC 8785 form. No validUntil: freshness lives in the trust
// bundle.
Result<std::string> sign_status_list(const StatusListFacts&, const StatusBits&, const SigningKey& publisher);
// Reads one without checking its proof (verify_proofs does): issuer, id and bits.
Result<StatusBits> read_status_list(const Json& credential, StatusListFacts& facts);

} // namespace northseal::credential
