// The four ways in.

#include "storage/vault/key_file.h"
#include "storage/vault/people.h"
#include "storage/vault/vault.h"
#include "storage/vault/ways.h"

namespace northseal::vault {

Result<> Vault::unlock(std::string_view typed)
{
    bool asked = false;
    for (const auto& slot : m_file.slots) {
        const auto* way = std::get_if<WordsWay>(&slot.way);
        if (way == nullptr) continue;
        asked = true;
        const auto key = TRY(words_key(*way, typed));
        auto master = open_slot(m_file, slot, key);
        if (master.ok()) return open_keys(std::move(master).value(), /*by_code=*/false);
    }
    if (!asked) return refused("this kiosk is not opened by words");
    return refused("these are not the words of this kiosk");
}

Result<> Vault::unlock_with_token(const std::string& folder)
{
    bool asked = false;
    for (const auto& slot : m_file.slots) {
        const auto* way = std::get_if<TokenWay>(&slot.way);
        if (way == nullptr) continue;
        asked = true;
        const auto token = read_key_file(token_path(folder, way->token), token_magic, way->token, *m_disk);
        if (!token.ok() && token.error().fault == Fault::not_found) continue;
        if (!token.ok()) return token.error();
        auto master = open_slot(m_file, slot, token_key(token.value(), m_file.id));
        if (master.ok()) return open_keys(std::move(master).value(), /*by_code=*/false);
    }
    if (!asked) return refused("this kiosk is not opened by a token");
    return Error{Fault::not_found, "there is no token of this kiosk in " + folder};
}

Result<PinOutcome> Vault::unlock_with_pin(std::int64_t person, std::string_view pin)
{
    const Slot* slot = nullptr;
    for (const auto& each : m_file.slots) {
        const auto* way = std::get_if<TpmWay>(&each.way);
        if (way != nullptr && way->person == person) slot = &each;
    }
    if (slot == nullptr || !m_file.tpm) return refused("this person's PIN does not open this kiosk");
    const auto& way = std::get<TpmWay>(slot->way);
    if (const int wait = m_tries.wait_seconds(person); wait > 0)
        return PinOutcome{PinAnswer::must_wait, wait};
    auto tpm = TRY(Tpm::open(m_tpm_place));
    const auto state = TRY(tpm.state());
    const PinOutcome later{PinAnswer::must_wait, static_cast<int>(state.recovery_seconds)};
    if (!tpm_may_be_asked(state, m_tries.wrong(person))) return later;
    // Before the TPM is asked: neither a pulled plug nor a restart gives another try.
    TRY(m_tries.begin(person));
    const auto auth = TRY(tpm_auth(way, pin));
    const auto given = TRY(tpm.unseal({way.public_part, way.private_part}, auth));
    if (given.answer == TpmAnswer::locked_out) return later;
    if (given.answer == TpmAnswer::wrong) return PinOutcome{PinAnswer::wrong, m_tries.wait_seconds(person)};
    const auto device = TRY(tpm.kept(m_file.tpm->device_handle));
    auto master = open_slot(m_file, *slot, tpm_key(given.secret, device, person, m_file.id));
    if (!master.ok()) return corrupt("the TPM's secret does not open this vault");
    TRY(m_tries.succeeded(person));
    TRY(open_keys(std::move(master).value(), /*by_code=*/false));
    // Whoever plays at the screen fills the TPM's count; whoever may open empties it. Where that fails, time
    // does it, more slowly.
    const auto key = derive(m_open->master, Purpose::tpm_lockout);
    const auto lockout = open_sealed_secret(key.view(), m_file.tpm->sealed_lockout_auth,
                                            place_in_vault(m_file.id, "lockout", 0));
    if (state.wrong_tries > 0 && lockout.ok()) {
        static_cast<void>(tpm.clear_wrong_tries(lockout.value().view()).ok());
    }
    return PinOutcome{PinAnswer::accepted, 0};
}

Result<> Vault::unlock_with_code(std::string_view code, std::uint64_t log_size)
{
    const auto secret = TRY(recovery_secret(code));
    const auto key = recovery_key(secret, m_file.id);
    for (std::size_t i = 0; i < m_file.slots.size(); ++i) {
        const auto* way = std::get_if<RecoveryWay>(&m_file.slots[i].way);
        if (way == nullptr) continue;
        auto master = open_slot(m_file, m_file.slots[i], key);
        if (!master.ok()) continue;
        // Struck out first: whatever happens from here on, this code opens nothing a second time.
        auto next = m_file;
        TRY(owe(next, Deed::code_used, {0, log_size}, static_cast<std::int64_t>(way->sheet)));
        next.slots.erase(next.slots.begin() + static_cast<std::ptrdiff_t>(i));
        TRY(replace_file(std::move(next)));
        return open_keys(std::move(master).value(), /*by_code=*/true);
    }
    return refused("this recovery code opens nothing here: it was used before, or belongs to another kiosk");
}

std::vector<std::uint64_t> Vault::sheets_left() const
{
    std::vector<std::uint64_t> out;
    for (const auto& slot : m_file.slots) {
        if (const auto* way = std::get_if<RecoveryWay>(&slot.way)) out.push_back(way->sheet);
    }
    return out;
}

} // namespace northseal::vault
