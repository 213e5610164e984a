#include "storage/credential/judge.h"

#include <nlohmann/json.hpp>

#include "storage/credential/fill.h"

namespace northseal::credential {
namespace {

struct Judged {
    Verdict verdict;
    std::string reason;
};

std::string issuer_of(const Template& tmpl)
{
    const auto& issuer = tmpl.json()["credential"]["issuer"];
    return issuer.is_string() ? issuer.get<std::string>() : issuer["id"].get<std::string>();
}

std::string method_of(const Template& tmpl, const Claims& claims)
{
    return tmpl.json()["credential"]["proof"]["verificationMethod"]["base"].get<std::string>() + claims.kiosk;
}

class Judge {
public:
    Judge(const Template& tmpl, const TrustSource& trust, const VerifyOptions& options, Finding& finding)
        : m_template(tmpl), m_trust(trust), m_options(options), m_finding(finding), m_award(*finding.award)
    {}

    Judged run(bool confirmed_by_proof)
    {
        if (auto stop = check_proof()) return *stop;
        if (auto stop = check_lists(confirmed_by_proof)) return *stop;
        return check_dates();
    }

private:
    // 3 to 7: what the award says about itself.
    std::optional<Judged> check_proof()
    {
        auto rebuilt = m_template.rebuild(m_award.claims, m_award.signature);
        if (!rebuilt.ok()) return Judged{Verdict::not_genuine, rebuilt.error().detail};
        if (!m_trust.lists_issuer(issuer_of(m_template))) {
            return Judged{Verdict::issuer_not_listed, issuer_of(m_template) + " is not listed"};
        }
        const auto method = method_of(m_template, m_award.claims);
        m_key = m_trust.key(method);
        if (!m_key) return unknown_key(method);
        if (!verify(m_key->key, rebuilt.value().hash_data, m_award.signature)) {
            return Judged{Verdict::not_genuine, "the signature does not fit what is written"};
        }
        m_finding.credential = std::move(rebuilt.value().json);
        m_finding.reported_up_to = m_key->reported_up_to;
        if (m_award.claims.valid_from > m_options.now + m_options.future_tolerance) {
            return Judged{Verdict::dated_in_the_future,
                          "it is dated " + to_date_time(m_award.claims.valid_from)};
        }
        return std::nullopt;
    }

    // A kiosk that was set up after the lists were made may well be real.
    Judged unknown_key(const std::string& method) const
    {
        if (stale() || m_award.claims.valid_from > m_trust.dated()) {
            return {Verdict::lists_too_old, "the lists are older than the award and do not know " + method};
        }
        return {Verdict::not_genuine, "the institution has no key named " + method};
    }

    // 8 to 10: what the institution says about it.
    std::optional<Judged> check_lists(bool confirmed_by_proof)
    {
        const auto index = m_award.claims.status_index;
        const auto digest = received_digest(m_award);
        if (!digest.ok()) return Judged{Verdict::not_genuine, digest.error().detail};
        const auto listed = m_trust.received(index);
        if (listed && *listed != digest.value()) {
            return Judged{Verdict::number_belongs_to_another,
                          "the institution lists another credential under index " + std::to_string(index)};
        }
        m_received = listed.has_value() || confirmed_by_proof;
        m_revoked = m_trust.revoked(index);
        if (m_revoked.value_or(false)) {
            if (m_trust.superseded(index))
                return Judged{Verdict::superseded, "a later credential took its place"};
            return Judged{Verdict::revoked, "the institution has revoked it"};
        }
        if (m_key->state == KeyState::closed && !m_received) {
            return Judged{Verdict::key_closed_never_received,
                          "the kiosk's key is closed and the institution never received this"};
        }
        return std::nullopt;
    }

    // 11 to 15: what time and knowledge allow.
    Judged check_dates() const
    {
        if (auto stop = check_end()) return *stop;
        if (m_award.claims.specimen) return {Verdict::specimen, "it is a specimen and counts for nothing"};
        if (!m_received) return {Verdict::not_yet_confirmed, "the institution has not listed it as received"};
        if (!m_revoked) return {Verdict::lists_too_old, "its status list is not in this trust folder"};
        if (stale()) return {Verdict::lists_too_old, "the lists are of " + to_date_time(m_trust.dated())};
        return {Verdict::genuine, "the proof is good, the institution received it and has not revoked it"};
    }

    std::optional<Judged> check_end() const
    {
        const auto* const node = member(m_template.json()["credential"], "validUntil");
        if (node == nullptr) return std::nullopt;
        const auto filled = Filler(m_award.claims).fill(*node);
        if (filled.ok() && !filled.value()) return std::nullopt; // an `$if` that is not taken
        const bool text = filled.ok() && filled.value()->is_string();
        const auto until = text ? filled.value()->get<std::string>() : std::string();
        const auto end = from_date_time(until);
        if (end.ok() && end.value() >= m_options.now) return std::nullopt;
        return Judged{Verdict::expired, "it was valid until " + until};
    }

    bool stale() const { return m_options.now - m_trust.dated() > m_options.lists_stale_after; }

    const Template& m_template;
    const TrustSource& m_trust;
    const VerifyOptions& m_options;
    Finding& m_finding;
    const Signed& m_award;
    std::optional<TrustSource::Key> m_key;
    std::optional<bool> m_revoked;
    bool m_received{false};
};

} // namespace

Finding judge_award(const Template& tmpl, Signed award, const TrustSource& trust,
                    const VerifyOptions& options, bool confirmed_by_proof)
{
    Finding finding;
    finding.lists_dated = trust.dated();
    finding.award = std::move(award);
    auto judged = Judge(tmpl, trust, options, finding).run(confirmed_by_proof);
    finding.verdict = judged.verdict;
    finding.reason = std::move(judged.reason);
    return finding;
}

} // namespace northseal::credential
