// The bytes of claims: README, "Claims".
#include "storage/credential/cbor.h"
#include "storage/credential/claims.h"

namespace northseal::credential {
namespace {

void write(CborWriter& out, const Claims& claims, Claim claim)
{
    if (const auto field = text_field(claim)) {
        out.text(claims.*field);
    } else if (const auto choice = choice_field(claim)) {
        out.number(claims.*choice);
    } else if (claim == Claim::id) {
        out.bytes(claims.id);
    } else if (claim == Claim::valid_from) {
        out.number(static_cast<std::uint64_t>(claims.valid_from));
    } else if (claim == Claim::awarded_date) {
        out.number(static_cast<std::uint64_t>(claims.awarded_date.value_or(0)));
    } else if (claim == Claim::levels) {
        out.array(claims.levels.size());
        for (const auto level : claims.levels) out.number(level);
    } else if (claim == Claim::evidence) {
        out.array(claims.evidence.size());
        for (const auto& digest : claims.evidence) out.bytes(digest);
    } else if (claim == Claim::status_index) {
        out.number(claims.status_index);
    } else {
        out.yes();
    }
}

Result<std::uint32_t> read_small(CborReader& in)
{
    const auto number = TRY(in.number());
    if (number > 0xffffffff) return refused("a number of 2^32 or more");
    return static_cast<std::uint32_t>(number);
}

Result<Instant> read_time(CborReader& in)
{
    return static_cast<Instant>(TRY(in.number())); // below 2^53; check_claims knows the year 9999
}

Result<> read_lists(CborReader& in, Claims& claims, Claim claim)
{
    auto left = TRY(in.array());
    for (; left > 0; --left) {
        if (claim == Claim::levels) {
            claims.levels.push_back(TRY(read_small(in)));
        } else {
            const auto bytes = TRY(in.bytes());
            claims.evidence.push_back(TRY(exactly<16>(bytes, "an evidence digest")));
        }
    }
    return {};
}

Result<> read(CborReader& in, Claims& claims, Claim claim)
{
    if (const auto field = text_field(claim)) {
        claims.*field = TRY(in.text());
    } else if (const auto choice = choice_field(claim)) {
        claims.*choice = TRY(read_small(in));
    } else if (claim == Claim::id) {
        const auto bytes = TRY(in.bytes());
        claims.id = TRY(exactly<16>(bytes, "the id"));
    } else if (claim == Claim::valid_from) {
        claims.valid_from = TRY(read_time(in));
    } else if (claim == Claim::awarded_date) {
        claims.awarded_date = TRY(read_time(in));
    } else if (claim == Claim::levels || claim == Claim::evidence) {
        TRY(read_lists(in, claims, claim));
    } else if (claim == Claim::status_index) {
        claims.status_index = TRY(read_small(in));
    } else {
        TRY(in.yes());
        claims.specimen = true;
    }
    return {};
}

} // namespace

Result<Bytes> encode_claims(const Claims& claims)
{
    TRY(check_claims(claims));
    std::size_t count = 0;
    for (std::size_t key = 1; key <= claim_count; ++key)
        count += has(claims, static_cast<Claim>(key)) ? 1U : 0U;
    CborWriter out;
    out.map(count);
    for (std::size_t key = 1; key <= claim_count; ++key) {
        const auto claim = static_cast<Claim>(key);
        if (!has(claims, claim)) continue;
        out.number(key);
        write(out, claims, claim);
    }
    auto bytes = out.take();
    if (bytes.size() > claims_bytes_most) {
        return Error{Fault::full, "the claims take " + std::to_string(bytes.size()) + " bytes; at most " +
                                      std::to_string(claims_bytes_most) + " are written"};
    }
    return bytes;
}

Result<Claims> decode_claims(ByteView bytes)
{
    if (bytes.size() > claims_bytes_most)
        return Error{Fault::full, "the claims are longer than any we write"};
    CborReader in(bytes);
    Claims claims;
    std::uint64_t last = 0;
    bool seen[claim_count + 1]{};
    for (auto left = TRY(in.map()); left > 0; --left) {
        const auto key = TRY(in.number());
        if (key == 0 || key > claim_count) return refused("unknown claim " + std::to_string(key));
        if (key <= last) return refused("claim keys do not strictly ascend");
        last = key;
        seen[key] = true;
        const auto claim = static_cast<Claim>(key);
        auto done = read(in, claims, claim);
        if (!done.ok()) return refused("claim " + std::string(name_of(claim)) + ": " + done.error().detail);
        // An empty text, an empty list and a choice of 0 stand for "absent": written out, they would be a
        // second form of it.
        if (!has(claims, claim))
            return refused("claim " + std::string(name_of(claim)) + " is there but empty");
    }
    if (!in.at_end()) return refused("the claims have something after their end");
    for (const auto claim : {Claim::id, Claim::valid_from, Claim::status_index}) {
        if (!seen[static_cast<std::size_t>(claim)]) {
            return refused("claim " + std::string(name_of(claim)) + " is missing");
        }
    }
    TRY(check_claims(claims));
    return claims;
}

} // namespace northseal::credential
