#pragma once
// What an institution says of itself, and how trust runs down from its root (README, "Keys and
// certificates"): root certifies desk and publisher; desk certifies kiosks, facilitators and templates. Every
// statement is RFC 8785 JSON under one Ed25519 signature whose message starts with the statement's kind.

#include <string>
#include <vector>

#include "storage/base/clock.h"
#include "storage/base/ed25519.h"
#include "storage/base/json.h"
#include "storage/catalogue/compile.h"

namespace northseal::institution {

struct InstitutionRecord { // signed by root
    catalogue::Issuer issuer;
    std::string verify_host; // what stands in the QR: "https://VERIFY-HOST/#"
    PublicKey root{};
    PublicKey desk{};
    std::string desk_name; // "desk-2026": its fragment in did.json
    Instant desk_until{0};
    PublicKey publisher{};
    std::string publisher_name; // "publisher-1"
    Instant made{0};
    bool specimen{false}; // a demonstration: DID under .invalid, every credential a specimen, for ever
};

// {"northseal": KIND, "statement": {…}, "signature": "z…"}; message = "northseal KIND\n" ‖ RFC 8785 of
// statement.
Json sign_statement(std::string_view kind, const Json& statement, const SigningKey&);
Result<Json> open_statement(std::string_view kind, const Json& envelope,
                            const PublicKey&); // the statement, if the signature fits

Json to_json(const InstitutionRecord&);
Result<InstitutionRecord> read_record(const Json& statement);

// The record under its root's signature. Whoever opens one decides whether that root is the expected one.
constexpr std::string_view record_kind = "institution 1";
Json sign_record(const InstitutionRecord&, const SigningKey& root);
Result<InstitutionRecord> open_record(const Json& envelope);

} // namespace northseal::institution
