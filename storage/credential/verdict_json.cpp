// A credential that comes as JSON: ours is led back to its claims and judged like paper, a stranger's by its
// proofs.
#include <nlohmann/json.hpp>

#include "storage/credential/did.h"
#include "storage/credential/judge.h"
#include "storage/credential/proof.h"

namespace northseal::credential {
namespace {

std::string issuer_of(const Json& credential)
{
    const auto* const issuer = member(credential, "issuer");
    if (issuer == nullptr) return {};
    if (issuer->is_string()) return issuer->get<std::string>();
    const auto id = text_member(*issuer, "id");
    return id.ok() ? id.value() : std::string();
}

// The achievement that a credential, or a template's credential, is about.
std::string achievement_of(const Json& credential)
{
    const auto* const subject = member(credential, "credentialSubject");
    const auto* const achievement = subject == nullptr ? nullptr : member(*subject, "achievement");
    if (achievement == nullptr) return {};
    const auto id = text_member(*achievement, "id");
    return id.ok() ? id.value() : std::string();
}

class JsonJudge {
public:
    JsonJudge(const Json& credential, const TrustSource& trust, const VerifyOptions& options)
        : m_credential(credential), m_trust(trust), m_options(options), m_issuer(issuer_of(credential))
    {}

    Finding run()
    {
        if (m_issuer.empty()) return stop(Verdict::not_genuine, "it names no issuer");
        if (auto ours = judge_ours()) return std::move(*ours);
        return judge_by_proofs();
    }

private:
    Finding stop(Verdict verdict, std::string reason) const
    {
        Finding out;
        out.verdict = verdict;
        out.reason = std::move(reason);
        out.lists_dated = m_trust.dated();
        return out;
    }

    // Nothing where no template of this achievement is known.
    std::optional<Finding> judge_ours() const
    {
        const auto achievement = achievement_of(m_credential);
        std::string why_not;
        for (const auto* const tmpl : m_trust.templates()) {
            const auto& ours = tmpl->json()["credential"];
            if (achievement.empty() || achievement_of(ours) != achievement || issuer_of(ours) != m_issuer)
                continue;
            auto award = recover(*tmpl, m_credential);
            if (award.ok()) {
                return judge_award(*tmpl, std::move(award).value(), m_trust, m_options,
                                   institution_vouches());
            }
            why_not = award.error().detail;
        }
        if (why_not.empty()) return std::nullopt;
        return stop(Verdict::not_genuine, why_not);
    }

    bool is_own_key(const std::string& method) const
    {
        const auto key = m_trust.key(method);
        return key && key->role == KeyRole::institution && key->state == KeyState::open;
    }

    // Other proofs than the kiosk's are checked only where they can matter: it takes the full path.
    bool institution_vouches() const
    {
        const auto* const proofs = member(m_credential, "proof");
        if (proofs == nullptr || !proofs->is_array()) return false;
        const auto outcomes = verify_proofs(m_credential, lookup(), m_options.now);
        if (!outcomes.ok()) return false;
        return std::any_of(outcomes.value().begin(), outcomes.value().end(),
                           [&](const ProofOutcome& outcome) {
                               return outcome.valid && is_own_key(outcome.verification_method);
                           });
    }

    KeyLookup lookup() const
    {
        return [this](const std::string& method) -> Result<PublicKey> {
            const auto did = method.substr(0, method.find('#'));
            if (did != m_issuer) return refused("the key " + method + " is not the issuer's");
            if (const auto known = m_trust.key(method)) return known->key;
            if (!did.starts_with("did:key:")) return refused("the key " + method + " is not known here");
            const auto document = TRY(did_key_document(did));
            if (document.assertion_keys.front().id != method) return refused("did:key has no key " + method);
            return document.assertion_keys.front().key;
        };
    }

    // A kiosk's key may sign what a template says and nothing else, so its proof alone is no reason to
    // believe.
    bool is_believed(const std::string& method) const
    {
        const auto known = m_trust.key(method);
        return known ? known->role == KeyRole::institution && known->state == KeyState::open : true;
    }

    Finding judge_by_proofs() const
    {
        const bool listed = m_trust.lists_issuer(m_issuer);
        if (!listed && !m_issuer.starts_with("did:key:")) {
            return stop(Verdict::issuer_not_listed, m_issuer + " is not listed");
        }
        const auto outcomes = verify_proofs(m_credential, lookup(), m_options.now);
        if (!outcomes.ok()) return stop(Verdict::not_genuine, outcomes.error().detail);
        std::string why_not;
        bool kiosk_proof = false;
        for (const auto& outcome : outcomes.value()) {
            if (outcome.valid && is_believed(outcome.verification_method)) return judge_dates(listed);
            kiosk_proof = kiosk_proof || outcome.valid;
            if (!outcome.valid) why_not = outcome.reason;
        }
        if (kiosk_proof) {
            return stop(Verdict::programme_not_known,
                        "its proof is a kiosk's, and no template here says what it says");
        }
        return stop(Verdict::not_genuine, why_not);
    }

    Finding judge_dates(bool listed) const
    {
        auto out = stop(Verdict::genuine, "a proof of its issuer is good");
        out.credential = canonical_json(m_credential);
        if (!listed) {
            out.verdict = Verdict::issuer_not_listed;
            out.reason = "its proof is good, but " + m_issuer + " is not listed";
            return out;
        }
        const auto from = time_of("validFrom");
        const auto until = time_of("validUntil");
        if (!from.ok() || !until.ok()) return stop(Verdict::not_genuine, "its dates cannot be read");
        if (from.value() && *from.value() > m_options.now + m_options.future_tolerance) {
            out.verdict = Verdict::dated_in_the_future;
            out.reason = "it is dated " + to_date_time(*from.value());
        } else if (until.value() && *until.value() < m_options.now) {
            out.verdict = Verdict::expired;
            out.reason = "it was valid until " + to_date_time(*until.value());
        } else if (member(m_credential, "credentialStatus") != nullptr) {
            out.verdict = Verdict::lists_too_old;
            out.reason = "its proof is good, but its status list is not known here";
        }
        return out;
    }

    Result<std::optional<Instant>> time_of(const char* name) const
    {
        if (member(m_credential, name) == nullptr) return std::optional<Instant>();
        const auto text = TRY(text_member(m_credential, name));
        return std::optional<Instant>(TRY(from_date_time(text)));
    }

    const Json& m_credential;
    const TrustSource& m_trust;
    const VerifyOptions& m_options;
    std::string m_issuer;
};

} // namespace

Finding verify_json(std::string_view json, const TrustSource& trust, const VerifyOptions& options)
{
    const auto credential = parse_json(json);
    if (credential.ok()) return JsonJudge(credential.value(), trust, options).run();
    Finding out;
    out.reason = credential.error().detail;
    out.lists_dated = trust.dated();
    return out;
}

} // namespace northseal::credential
