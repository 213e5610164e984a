// Claims as people and scripts read them.
#include <nlohmann/json.hpp>

#include "storage/credential/claims.h"

namespace northseal::credential {
namespace {

Result<std::uint64_t> number(const Json& value)
{
    if (!value.is_number_unsigned()) return refused("a whole number is wanted");
    const auto out = value.get<std::uint64_t>();
    if (out > (1ULL << 53)) return refused("the number is too great");
    return out;
}

Result<std::uint32_t> small_number(const Json& value)
{
    const auto out = TRY(number(value));
    if (out > 0xffffffff) return refused("the number is 2^32 or more");
    return static_cast<std::uint32_t>(out);
}

Result<ByteArray<16>> sixteen(const Json& value)
{
    if (!value.is_string()) return refused("32 hexadecimal digits are wanted");
    const auto bytes = TRY(from_hex(value.get_ref<const std::string&>()));
    return exactly<16>(bytes, "the value");
}

Result<> read_list(const Json& value, Claims& claims, Claim claim)
{
    if (!value.is_array()) return refused("a list is wanted");
    for (const auto& item : value) {
        if (claim == Claim::levels) {
            claims.levels.push_back(TRY(small_number(item)));
        } else {
            claims.evidence.push_back(TRY(sixteen(item)));
        }
    }
    return {};
}

Result<> read(const Json& value, Claims& claims, Claim claim)
{
    if (const auto field = text_field(claim)) {
        if (!value.is_string()) return refused("text is wanted");
        claims.*field = value.get<std::string>();
    } else if (const auto choice = choice_field(claim)) {
        claims.*choice = TRY(small_number(value));
    } else if (claim == Claim::id) {
        claims.id = TRY(sixteen(value));
    } else if (claim == Claim::valid_from) {
        claims.valid_from = static_cast<Instant>(TRY(number(value)));
    } else if (claim == Claim::awarded_date) {
        claims.awarded_date = static_cast<Instant>(TRY(number(value)));
    } else if (claim == Claim::levels || claim == Claim::evidence) {
        return read_list(value, claims, claim);
    } else if (claim == Claim::status_index) {
        claims.status_index = TRY(small_number(value));
    } else {
        if (value != Json(true)) return refused("only true is written");
        claims.specimen = true;
    }
    return {};
}

} // namespace

Json to_json(const Claims& claims)
{
    Json out = Json::object();
    for (std::size_t key = 1; key <= claim_count; ++key) {
        const auto claim = static_cast<Claim>(key);
        if (!has(claims, claim)) continue;
        auto& slot = out[std::string(name_of(claim))];
        if (const auto field = text_field(claim)) {
            slot = claims.*field;
        } else if (const auto choice = choice_field(claim)) {
            slot = claims.*choice;
        } else if (claim == Claim::id) {
            slot = to_hex(claims.id);
        } else if (claim == Claim::valid_from) {
            slot = static_cast<std::uint64_t>(claims.valid_from);
        } else if (claim == Claim::awarded_date) {
            slot = static_cast<std::uint64_t>(*claims.awarded_date);
        } else if (claim == Claim::levels) {
            slot = claims.levels;
        } else if (claim == Claim::evidence) {
            for (const auto& digest : claims.evidence) slot.push_back(to_hex(digest));
        } else if (claim == Claim::status_index) {
            slot = claims.status_index;
        } else {
            slot = true;
        }
    }
    return out;
}

Result<Claims> read_claims(const Json& json)
{
    if (!json.is_object()) return refused("claims are an object of names and values");
    Claims claims;
    for (const auto& [name, value] : json.items()) {
        const auto claim = claim_named(name);
        if (!claim) return refused("there is no claim named \"" + name + "\"");
        auto done = read(value, claims, *claim);
        if (done.ok() && !has(claims, *claim)) done = refused("it is there but empty; leave it out");
        if (!done.ok()) return refused("claim " + name + ": " + done.error().detail);
    }
    for (const auto* const name : {"id", "validFrom", "statusIndex"}) {
        if (!json.contains(name)) return refused(std::string("claim ") + name + " is missing");
    }
    TRY(check_claims(claims));
    return claims;
}

} // namespace northseal::credential
