#pragma once
// How a kiosk becomes an issuer: it asks with its public keys, the desk answers with a delegation, and both
// travel as one file.

#include <cstdint>
#include <string>
#include <vector>

#include "storage/institution/record.h"

namespace northseal::institution {

struct FacilitatorRequest {
    std::string name;
    std::string role; // "assessor", "witness"
    PublicKey key{};
};

struct EnrolmentRequest { // signed by the kiosk's own key: it holds what it asks for
    PublicKey kiosk_key{};
    PublicKey transport_key{};
    std::string protection_class; // "A" TPM, "B" token, "C" words; "passphrase" until then
    std::vector<FacilitatorRequest> facilitators;
};

struct Delegation { // signed by the desk
    std::uint64_t number{0};
    std::string kiosk; // four letters a-z2-7: verificationMethod = did + "#kiosk-" + kiosk
    PublicKey kiosk_key{};
    PublicKey transport_key{};
    std::uint32_t site{0};          // into the issuer's sites
    std::vector<Digest> templates;  // which it may issue
    std::vector<Digest> programmes; // SHA-256 of the TOML texts that they were compiled from
    std::uint32_t count{0};         // how many it may issue in all
    Instant from{0};
    Instant until{0};
    std::vector<std::uint32_t> status_indexes;    // its allocation, ascending, scattered over the lists
    std::vector<FacilitatorRequest> facilitators; // certified names and roles
    std::string protection_class;
    bool specimen{false};
};

// All that a kiosk needs to begin, in one file: record, delegation, templates and their programmes.
struct DelegationPack {
    InstitutionRecord record;
    Delegation delegation;
    std::vector<std::string> templates;  // RFC 8785 forms
    std::vector<std::string> programmes; // TOML texts
};

constexpr std::size_t delegation_pack_most = 8U << 20;
constexpr std::size_t request_most = 256U << 10;
constexpr std::string_view request_kind = "enrolment request 1";
constexpr std::string_view delegation_kind = "delegation 1";
constexpr std::string_view pack_kind = "delegation pack 1"; // not signed itself: each part is

std::string write_request(const EnrolmentRequest&, const SigningKey& kiosk);
Result<EnrolmentRequest> read_request(std::string_view json);

Json to_json(const Delegation&);
Result<Delegation> read_delegation(const Json& statement);

// `record` and `delegation` are the signed envelopes; texts as DelegationPack holds them.
std::string write_pack(const Json& record, const Json& delegation, const std::vector<std::string>& templates,
                       const std::vector<std::string>& programmes);

// Checks every signature up to the root that stands in it; the caller decides whether that root is the
// expected one.
Result<DelegationPack> read_pack(std::string_view json);

} // namespace northseal::institution
