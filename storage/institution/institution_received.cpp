#include <nlohmann/json.hpp>

#include "storage/base/text.h"
#include "storage/institution/fields.h"
#include "storage/institution/institution_parts.h"
#include "storage/institution/own_trust.h"

namespace northseal::institution {
namespace {

constexpr Instant clock_tolerance = 86400;

Result<credential::Signed> read_and_verify(std::string_view text, const OwnTrust& trust, Instant now)
{
    const credential::VerifyOptions options{now, 30 * 86400, clock_tolerance};
    const auto first = text.find_first_not_of(" \t\r\n");
    const bool is_json = first != std::string_view::npos && text[first] == '{';
    auto finding = is_json ? credential::verify_json(text, trust, options)
                           : credential::verify_slip(text, trust, options);
    using credential::Verdict;
    const bool stands = finding.verdict == Verdict::not_yet_confirmed ||
                        finding.verdict == Verdict::genuine || finding.verdict == Verdict::specimen ||
                        finding.verdict == Verdict::expired;
    if (!stands || !finding.award) return refused(finding.reason);
    return std::move(*finding.award);
}

std::string uuid_urn(const credential::AwardId& id)
{
    auto hex = to_hex(id);
    for (const std::size_t place : {8U, 13U, 18U, 23U}) hex.insert(place, "-");
    return "urn:uuid:" + hex;
}

bool names(const Delegation& delegation, const std::string& name, std::string_view role)
{
    return std::any_of(delegation.facilitators.begin(), delegation.facilitators.end(),
                       [&](const auto& person) { return person.name == name && person.role == role; });
}

// Whether this credential is one that the delegation allowed its kiosk to issue.
Result<> check_within(const credential::Signed& award, const Delegation& delegation)
{
    const auto& claims = award.claims;
    const auto when = to_date_time(claims.valid_from);
    if (claims.valid_from < delegation.from - clock_tolerance || claims.valid_from > delegation.until) {
        return refused("kiosk " + delegation.kiosk + " was not delegated to issue on " + when);
    }
    if (std::find(delegation.templates.begin(), delegation.templates.end(), award.template_id) ==
        delegation.templates.end()) {
        return refused("kiosk " + delegation.kiosk + " was not delegated this programme");
    }
    if (claims.site != delegation.site) {
        return refused("kiosk " + delegation.kiosk + " stands at site " + std::to_string(delegation.site) +
                       ", not at site " + std::to_string(claims.site));
    }
    if (claims.specimen != delegation.specimen) {
        return refused("a demonstration issues specimens only, and nobody else does");
    }
    if (!names(delegation, claims.assessor, "assessor")) {
        return refused("no assessor of that name is certified for kiosk " + delegation.kiosk);
    }
    if (!claims.witness.empty() && !names(delegation, claims.witness, "witness") &&
        !names(delegation, claims.witness, "assessor")) {
        return refused("no witness of that name is certified for kiosk " + delegation.kiosk);
    }
    return {};
}

const Delegation* allocating(const std::vector<Delegation>& delegations, const credential::Claims& claims)
{
    for (const auto& delegation : delegations) {
        const auto& indexes = delegation.status_indexes;
        if (delegation.kiosk == claims.kiosk &&
            std::binary_search(indexes.begin(), indexes.end(), claims.status_index)) {
            return &delegation;
        }
    }
    return nullptr;
}

std::size_t count_received(const ReceivedStore& store, const Delegation& delegation)
{
    std::size_t count = 0;
    for (const auto index : delegation.status_indexes) count += store.find(index) != nullptr ? 1 : 0;
    return count;
}

} // namespace

Result<> Institution::check_allowed(const credential::Signed& award, Review review) const
{
    const auto& claims = award.claims;
    const auto* delegation = allocating(m_parts->delegations, claims);
    if (delegation == nullptr) {
        return refused("the number " + std::to_string(claims.status_index) + " was not allotted to kiosk " +
                       claims.kiosk);
    }
    TRY(check_within(award, *delegation));
    if (count_received(m_parts->received, *delegation) >= delegation->count) {
        return refused("kiosk " + claims.kiosk + " has issued all " + std::to_string(delegation->count) +
                       " credentials that delegation " + std::to_string(delegation->number) + " allows");
    }
    const auto closure = m_parts->state.closed.find(claims.kiosk);
    if (closure != m_parts->state.closed.end() && closure->second.compromised && review == Review::needed) {
        return refused("the key of kiosk " + claims.kiosk +
                       " is compromised: look at this credential yourself, then receive it with --reviewed");
    }
    return {};
}

// A correction carries the same id and a later date: it withdraws the earlier ones, in whichever order they
// arrive.
Result<std::optional<std::uint32_t>> Institution::settle(const std::string& id, std::uint32_t arrived)
{
    const auto& store = m_parts->received;
    const auto latest = store.latest_of(id);
    std::optional<std::uint32_t> superseded;
    auto state = m_parts->state;
    for (const auto index : store.with_id(id)) {
        if (index == latest || state.withdrawn.contains(index)) continue;
        state.withdrawn[index] = {Withdrawn::superseded, "corrected", m_parts->surroundings.clock.now()};
        if (index != arrived) superseded = index;
    }
    if (state.withdrawn.size() != m_parts->state.withdrawn.size()) TRY(keep(state));
    return superseded;
}

Result<> Institution::check_new(const credential::Signed& award, const ReceivedCredential& arriving,
                                Review review) const
{
    TRY(check_allowed(award, review));
    for (const auto index : m_parts->received.with_id(arriving.id)) {
        if (m_parts->received.find(index)->valid_from == arriving.valid_from) {
            return refused("another credential with this id and date was received under number " +
                           std::to_string(index));
        }
    }
    return {};
}

Result<Reception> Institution::receive(std::string_view json_or_slip, Review review)
{
    auto& parts = *m_parts;
    OwnTrust trust(*this);
    TRY(trust.load());
    const auto award = TRY(read_and_verify(json_or_slip, trust, parts.surroundings.clock.now()));
    const auto index = award.claims.status_index;
    ReceivedCredential arriving;
    arriving.digest = TRY(credential::received_digest(award));
    arriving.id = uuid_urn(award.claims.id);
    arriving.kiosk = award.claims.kiosk;
    std::copy_n(award.template_id.begin(), arriving.programme.size(), arriving.programme.begin());
    arriving.valid_from = award.claims.valid_from;
    Reception out{index, arriving.id, false, {}};
    if (const auto* known = parts.received.find(index)) {
        if (known->digest != arriving.digest) {
            return refused("the number " + std::to_string(index) +
                           " belongs to another credential, received before");
        }
        out.known_already = true;
    } else {
        TRY(check_new(award, arriving, review));
        parts.received.add(index, arriving);
        TRY(parts.received.save(parts.folder, parts.surroundings.disk));
    }
    out.supersedes = TRY(settle(arriving.id, index));
    return out;
}

Result<> Institution::report(const std::string& kiosk, Instant everything_up_to)
{
    TRY(find_kiosk(kiosk));
    auto state = m_parts->state;
    auto& date = state.reported[kiosk];
    date = std::max(date, everything_up_to);
    return keep(state);
}

Result<> Institution::withdraw(std::uint32_t index, Withdrawn kind, const std::string& reason)
{
    const auto allotted = [&](const Delegation& delegation) {
        const auto& indexes = delegation.status_indexes;
        return std::binary_search(indexes.begin(), indexes.end(), index);
    };
    if (std::none_of(m_parts->delegations.begin(), m_parts->delegations.end(), allotted)) {
        return Error{Fault::not_found, "the number " + std::to_string(index) + " was never given to a kiosk"};
    }
    auto state = m_parts->state;
    const auto [place, is_new] = state.withdrawn.try_emplace(
        index, Withdrawal{kind, TRY(clean_text_claim(reason)), m_parts->surroundings.clock.now()});
    if (!is_new && place->second.kind == kind) return {};
    if (!is_new) return refused("the number " + std::to_string(index) + " is withdrawn already");
    return keep(state);
}

Result<> Institution::find_kiosk(const std::string& kiosk) const
{
    if (m_parts->latest_of_kiosk(kiosk) != nullptr) return {};
    return Error{Fault::not_found, "this institution has no kiosk " + kiosk};
}

Result<> Institution::close(const std::string& kiosk, bool compromised)
{
    TRY(find_kiosk(kiosk));
    auto state = m_parts->state;
    const auto [place, is_new] =
        state.closed.try_emplace(kiosk, Closure{m_parts->surroundings.clock.now(), compromised});
    if (!is_new && (place->second.compromised || !compromised)) return {};
    place->second.compromised = compromised; // worse news comes later; it never turns better
    return keep(state);
}

} // namespace northseal::institution
