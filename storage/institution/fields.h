#pragma once
// Members of statements, read strictly: each error names the member and what stands there instead. Headers of
// this folder only; whatever passes here is of the type asked for, so nlohmann never throws.

#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "storage/base/clock.h"
#include "storage/base/ed25519.h"
#include "storage/base/json.h"
#include "storage/catalogue/programme.h"

namespace northseal::institution {

// Whole numbers from 0 to `most`; RFC 8785 keeps them exact up to 2^53 - 1.
constexpr std::uint64_t number_most = (std::uint64_t{1} << 53) - 1;
Result<std::uint64_t> read_number(const Json& value, std::string_view what, std::uint64_t most);
Result<std::uint64_t> number_member(const Json&, std::string_view name, std::uint64_t most = number_most);
Result<Instant> instant_member(const Json&,
                               std::string_view name);            // date-time in UTC, as to_date_time writes
Result<PublicKey> key_member(const Json&, std::string_view name); // Multikey
Result<Digest> read_digest(const Json& value, std::string_view what); // 64 hex digits
Result<const Json*> array_member(const Json&, std::string_view name, std::size_t most);
Result<const Json*> object_member(const Json&, std::string_view name);
Result<bool> true_member(const Json&, std::string_view name); // true, or absent
Result<catalogue::Words> words_member(const Json&, std::string_view name);

Json to_json(const catalogue::Words&);

// A person's or an institution's name as the text rules of a claim allow it.
Result<std::string> name_member(const Json&, std::string_view name);

bool is_kiosk_name(std::string_view); // four letters of a-z2-7

// "demo.northseal.invalid" or "localhost%3A8443": lower case, and short enough for a QR.
Result<> check_host(std::string_view host);
std::string url_host(std::string_view host); // "%3A" becomes ":"

} // namespace northseal::institution
