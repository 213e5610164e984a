// Renewals by words, as the desk makes and keeps them.

#include <nlohmann/json.hpp>

#include "storage/institution/institution_parts.h"

namespace northseal::institution {
namespace {

constexpr Instant longest = Instant{400} * 86400;

std::string padded(std::uint64_t number, std::size_t digits)
{
    auto text = std::to_string(number);
    return text.size() < digits ? std::string(digits - text.size(), '0') + text : text;
}

std::string renewal_path(const std::string& folder, const RenewalStatement& renewal)
{
    return folder + "/renewals/" + padded(renewal.delegation, 6) + "-" + padded(renewal.terms.number, 3) +
           ".json";
}

void put_in_force(const RenewalStatement& renewal, std::vector<Delegation>& delegations)
{
    for (auto& delegation : delegations) {
        if (delegation.number != renewal.delegation) continue;
        delegation.until = renewal.terms.until;
        delegation.count = renewal.terms.count;
    }
}

Result<> check_terms(const RenewalTerms& terms, const Delegation& now, Instant time)
{
    if (!ends_with_a_day(terms.until)) {
        return refused("a renewal by words ends with a day: give the date alone, like 2027-06-30");
    }
    if (terms.until <= time) return refused("the renewal would end before it begins");
    if (terms.until > time + longest) {
        return refused("a renewal lasts 400 days at most: a kiosk is renewed every year");
    }
    if (terms.until < now.until) {
        return refused("kiosk " + now.kiosk + " may issue until " + to_date_time(now.until) +
                       " already: a renewal never takes away");
    }
    if (terms.count < now.count) {
        return refused("kiosk " + now.kiosk + " may issue " + std::to_string(now.count) +
                       " already: the number is the whole, and a renewal never takes away");
    }
    if (terms.count > now.status_indexes.size()) {
        return refused("kiosk " + now.kiosk + " holds " + std::to_string(now.status_indexes.size()) +
                       " status numbers by this delegation, so words can raise its count to that and no "
                       "further: send it a new delegation by file");
    }
    if (terms.number > renewals_most) return refused("this delegation was renewed 255 times: send a new one");
    return {};
}

} // namespace

Result<std::vector<RenewalStatement>> load_renewals(const std::string& folder, const PublicKey& desk,
                                                    std::vector<Delegation>& delegations, Disk& disk)
{
    std::vector<RenewalStatement> out;
    if (!disk.exists(folder + "/renewals")) return out;
    const auto names = TRY(disk.list(folder + "/renewals"));
    for (const auto& name : names) {
        if (!name.ends_with(".json")) continue;
        const auto path = folder + "/renewals/" + name;
        const auto envelope = TRY(read_json_file(path, disk));
        const auto statement = open_statement(renewal_kind, envelope, desk);
        auto read =
            statement.ok() ? read_renewal(statement.value()) : Result<RenewalStatement>(statement.error());
        if (!read.ok()) return corrupt(path + ": " + read.error().detail);
        out.push_back(std::move(read).value());
    }
    std::sort(out.begin(), out.end(), [](const auto& a, const auto& b) {
        return std::pair(a.delegation, a.terms.number) < std::pair(b.delegation, b.terms.number);
    });
    for (const auto& renewal : out) put_in_force(renewal, delegations);
    return out;
}

Result<SpokenMessage> Institution::renew(const NewRenewal& wish, const SigningKey& desk)
{
    auto& parts = *m_parts;
    const auto now = parts.surroundings.clock.now();
    TRY(find_kiosk(wish.kiosk));
    const auto& delegation = *parts.latest_of_kiosk(wish.kiosk);
    if (parts.state.closed.contains(wish.kiosk)) {
        return refused("the key of kiosk " + wish.kiosk + " is closed for ever");
    }
    if (now > parts.record.desk_until) {
        return refused("the desk's own certificate ended on " + to_date_time(parts.record.desk_until));
    }
    std::uint64_t last = 0;
    for (const auto& renewal : parts.renewals) {
        if (renewal.delegation == delegation.number) last = renewal.terms.number;
    }
    RenewalTerms terms{last + 1, wish.until, wish.count == 0 ? delegation.count : wish.count};
    TRY(check_terms(terms, delegation, now));
    // Asked again for the same, it says the same: words get lost on the radio.
    const bool same = last > 0 && terms.until == delegation.until && terms.count == delegation.count;
    if (same) terms.number = last;
    const RenewedDelegation of{parts.record.issuer.did, wish.kiosk, delegation.number};
    const SpokenRenewal spoken{terms, TRY(renewal_mac(of, terms, desk, delegation.kiosk_key))};
    if (!same) {
        const RenewalStatement renewal{wish.kiosk, delegation.number, terms, now};
        const auto envelope = canonical_json(sign_statement(renewal_kind, to_json(renewal), desk));
        TRY(parts.surroundings.disk.make_folder(parts.folder + "/renewals"));
        TRY(parts.surroundings.disk.write_durably(renewal_path(parts.folder, renewal), view(envelope)));
        parts.renewals.push_back(renewal);
        put_in_force(renewal, parts.delegations);
    }
    TRY(refresh_listing(desk));
    return pack_renewal(spoken);
}

} // namespace northseal::institution
