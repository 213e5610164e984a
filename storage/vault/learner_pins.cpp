#include "storage/vault/learner_pins.h"

#include <algorithm>

#include "storage/base/hash.h"
#include "storage/vault/people.h"
#include "storage/vault/vault.h"
#include "storage/vault/ways.h"

namespace northseal::vault {
namespace {

constexpr std::string_view verifier_context = "northseal learner pin 1\n";
constexpr std::string_view count_context = "northseal learner tries 1\n";

// Bound to the master key and to the learner: whoever has the ledger, and even a learner's own key, has
// nothing to try PINs against without an open kiosk.
Result<SecretBytes> verifier_of(const SecretBytes& master, std::int64_t learner, std::string_view pin,
                                const Salt& salt, const KdfCost& cost)
{
    const auto stretched = TRY(stretch(pin, salt, cost));
    const auto key = derive(master, Purpose::learner_pin);
    return keyed_hash(key.view(), {view(verifier_context), stretched.view(), big_endian(learner)});
}

} // namespace

Result<LearnerPin> Vault::new_learner_pin(std::int64_t learner, std::string_view pin)
{
    if (!m_open) return vault_is_locked();
    TRY(check_new_pin(pin));
    LearnerPin out;
    out.salt = m_random->bytes<16>();
    out.cost = cost_of_pins(m_file);
    const auto verifier = TRY(verifier_of(m_open->master, learner, pin, out.salt, out.cost));
    std::copy(verifier.view().begin(), verifier.view().end(), out.verifier.begin());
    return out;
}

Result<bool> Vault::is_learner_pin(const LearnerPinOf& of, std::string_view pin) const
{
    if (!m_open) return vault_is_locked();
    const auto verifier = TRY(verifier_of(m_open->master, of.learner, pin, of.pin.salt, of.pin.cost));
    return equal_in_constant_time(verifier.view(), of.pin.verifier);
}

std::int64_t Vault::count_of(std::string_view called) const
{
    static_assert(learner_tries_counts == 256); // a byte of the hash
    const auto key = derive(m_open->master, Purpose::learner_pin);
    return keyed_hash(key.view(), {view(count_context), view(called)}).view()[0];
}

Result<> Vault::forgive_learner(std::string_view called)
{
    if (!m_open) return vault_is_locked();
    return m_learner_tries.succeeded(count_of(called));
}

Result<LearnerPinHeard> Vault::try_learner_pin(std::string_view called, std::string_view pin,
                                               const std::vector<LearnerPinOf>& who)
{
    if (!m_open) return vault_is_locked();
    const auto count = count_of(called);
    if (const int wait = m_learner_tries.wait_seconds(count); wait > 0)
        return LearnerPinHeard{{PinAnswer::must_wait, wait}, 0};
    TRY(m_learner_tries.begin(count));
    std::vector<std::int64_t> fits;
    for (const auto& each : who) {
        if (TRY(is_learner_pin(each, pin))) fits.push_back(each.learner);
    }
    for (auto done = who.size(); done < learner_pins_stretched; ++done)
        TRY(is_learner_pin({0, {{}, cost_of_pins(m_file), {}}}, pin));
    // Two of one name may have chosen one PIN: then nobody knows whose record is meant, and none opens.
    if (fits.size() != 1) return LearnerPinHeard{{PinAnswer::wrong, m_learner_tries.wait_seconds(count)}, 0};
    // Whoever shares a name wins no tries at the other's PIN by giving their own.
    TRY(who.size() == 1 ? m_learner_tries.succeeded(count) : m_learner_tries.take_back(count));
    return LearnerPinHeard{{PinAnswer::accepted, 0}, fits.front()};
}

} // namespace northseal::vault
