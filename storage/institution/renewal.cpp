#include "storage/institution/renewal.h"

#include <nlohmann/json.hpp>

#include "storage/credential/cbor.h"
#include "storage/institution/fields.h"
#include "storage/institution/institution.h"

namespace northseal::institution {
namespace {

constexpr std::uint64_t words_version = 1;
constexpr Instant day = 86400;
constexpr std::string_view mark_context = "northseal renewal 1\n";

} // namespace

bool ends_with_a_day(Instant until)
{
    return until >= 0 && until % day == day - 1 && until / day <= 0xffff;
}

// 7 bits of version, 8 of number, 16 of day and 17 of count: six bytes; then the MAC.
SpokenMessage pack_renewal(const SpokenRenewal& renewal)
{
    const auto& terms = renewal.terms;
    std::uint64_t head = words_version;
    head = (head << 8) | (terms.number & 0xff);
    head = (head << 16) | (static_cast<std::uint64_t>(terms.until / day) & 0xffff);
    head = (head << 17) | (terms.count & renewal_count_most);
    SpokenMessage out{};
    for (std::size_t i = 0; i < 6; ++i) out[i] = static_cast<std::uint8_t>(head >> (40 - 8 * i));
    std::copy(renewal.mac.begin(), renewal.mac.end(), out.begin() + 6);
    return out;
}

Result<SpokenRenewal> unpack_renewal(const SpokenMessage& message)
{
    std::uint64_t head = 0;
    for (std::size_t i = 0; i < 6; ++i) head = (head << 8) | message[i];
    if (head >> 41 != words_version) return refused("these words are not a renewal that this version knows");
    SpokenRenewal out;
    out.terms.number = (head >> 33) & 0xff;
    out.terms.until = static_cast<Instant>((head >> 17) & 0xffff) * day + day - 1;
    out.terms.count = static_cast<std::uint32_t>(head & renewal_count_most);
    std::copy(message.begin() + 6, message.end(), out.mac.begin());
    if (out.terms.number == 0 || out.terms.count == 0) return refused("these words renew nothing");
    return out;
}

Result<RenewalMac> renewal_mac(const RenewedDelegation& of, const RenewalTerms& terms, const SigningKey& own,
                               const PublicKey& other)
{
    credential::CborWriter said;
    said.array(6).text(of.did).text(of.kiosk).number(of.number).number(terms.number);
    said.number(static_cast<std::uint64_t>(terms.until)).number(terms.count);
    // The context reaches to the terms: this shared key is for these words alone, and half of it marks them.
    const auto context = joined({view(mark_context), said.take()});
    const auto key = TRY(own.shared_key(other, text_of(context)));
    RenewalMac out{};
    std::copy_n(key.view().begin(), out.size(), out.begin());
    return out;
}

Json to_json(const RenewalStatement& renewal)
{
    return {{"kiosk", renewal.kiosk},         {"delegation", renewal.delegation},
            {"number", renewal.terms.number}, {"until", to_date_time(renewal.terms.until)},
            {"count", renewal.terms.count},   {"made", to_date_time(renewal.made)}};
}

Result<RenewalStatement> read_renewal(const Json& statement)
{
    RenewalStatement out;
    out.kiosk = TRY(text_member(statement, "kiosk"));
    if (!is_kiosk_name(out.kiosk)) return refused("a kiosk's name is four letters of a-z2-7");
    out.delegation = TRY(number_member(statement, "delegation"));
    out.terms.number = TRY(number_member(statement, "number", renewals_most));
    out.terms.until = TRY(instant_member(statement, "until"));
    out.terms.count = static_cast<std::uint32_t>(TRY(number_member(statement, "count", renewal_count_most)));
    out.made = TRY(instant_member(statement, "made"));
    if (canonical_json(to_json(out)) != canonical_json(statement)) {
        return refused("the renewal holds something that this version does not know");
    }
    return out;
}

} // namespace northseal::institution
