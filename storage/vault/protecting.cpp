// What holds the secret of a locked kiosk, and how that is changed.

#include "storage/vault/key_file.h"
#include "storage/vault/people.h"
#include "storage/vault/vault.h"
#include "storage/vault/ways.h"

namespace northseal::vault {
namespace {

std::string_view class_of(const Protection& protection)
{
    constexpr std::string_view names[] = {"C", "B", "A"}; // as the variant lists them
    return names[protection.index()];
}

// "passphrase" is what version 1 called C: a kiosk keeps the name under which it was certified.
bool same_class(std::string_view now, std::string_view wanted)
{
    return now == wanted || (now == "passphrase" && wanted == "C");
}

WayChange change_of(const Protection& protection)
{
    constexpr WayChange changes[] = {WayChange::words, WayChange::token_added, WayChange::tpm};
    return changes[protection.index()];
}

Result<> write_token(const std::string& folder, VaultFile& file, const SecretBytes& master, Disk& disk,
                     Random& random)
{
    const auto id = random.bytes<16>();
    const auto secret = random_secret(random);
    TRY(write_key_file(token_path(folder, id), token_magic, id, secret, disk));
    add_slot(file, TokenWay{id}, token_key(secret, file.id), master, random);
    return {};
}

} // namespace

Result<> Vault::set_protection(const Protection& wanted, const SecretBytes& master, VaultFile& file)
{
    drop_ways<WordsWay>(file);
    drop_ways<TokenWay>(file);
    drop_ways<TpmWay>(file);
    if (!same_class(file.protection_class, class_of(wanted))) file.protection_class = class_of(wanted);
    if (const auto* chip = std::get_if<TpmChip>(&wanted)) return bind_tpm(chip->lockout, master, file);
    file.tpm.reset();
    const auto device_key = derive(master, Purpose::device_secret);
    const auto device = TRY(open_sealed_secret(device_key.view(), file.sealed_device_secret,
                                               place_in_vault(file.id, "device", 0)));
    TRY(keep_device_secret(device, file));
    if (const auto* token = std::get_if<UsbToken>(&wanted)) {
        return write_token(token->folder, file, master, *m_disk, *m_random);
    }
    const auto& words = std::get<SixWords>(wanted);
    WordsWay way;
    way.salt = m_random->bytes<16>();
    way.cost = words.cost;
    const auto key = TRY(words_key(way, words.words));
    add_slot(file, way, key, master, *m_random);
    return {};
}

Result<> Vault::protect(const Protection& wanted, const Telling& telling)
{
    if (!m_open) return vault_is_locked();
    if (!same_class(m_file.protection_class, class_of(wanted)) && !m_open->by_code) {
        return refused("the protection class changes only after a recovery code has opened the kiosk");
    }
    auto next = m_file;
    TRY(set_protection(wanted, m_open->master, next));
    TRY(owe(next, Deed::ways_changed, telling, static_cast<std::int64_t>(change_of(wanted))));
    const auto before = m_file.tpm;
    TRY(replace_file(std::move(next)));
    leave(before);
    return {};
}

// What the class of before left behind. Nothing hangs on it any more, so nothing fails with it.
void Vault::leave(const std::optional<TpmBinding>& before)
{
    static_cast<void>(finish_taking_lockout().ok());
    if (m_file.tpm) static_cast<void>(m_disk->destroy(device_path(m_folder)).ok());
    if (!before || (m_file.tpm && m_file.tpm->device_handle == before->device_handle)) return;
    auto tpm = Tpm::open(m_tpm_place);
    if (tpm.ok()) static_cast<void>(tpm.value().forget(before->device_handle).ok());
}

Result<> Vault::add_token(const std::string& folder, const Telling& telling)
{
    if (!m_open) return vault_is_locked();
    if (m_file.protection_class != "B") return refused("this kiosk is not opened by a token");
    if (m_file.slots.size() >= slots_most) return Error{Fault::full, "there are too many tokens already"};
    auto next = m_file;
    TRY(write_token(folder, next, m_open->master, *m_disk, *m_random));
    TRY(owe(next, Deed::ways_changed, telling, static_cast<std::int64_t>(WayChange::token_added)));
    return replace_file(std::move(next));
}

Result<> Vault::remove_token(const ByteArray<16>& token, const Telling& telling)
{
    if (!m_open) return vault_is_locked();
    const auto standing = tokens();
    if (std::find(standing.begin(), standing.end(), token) == standing.end()) {
        return Error{Fault::not_found, "this kiosk has no such token"};
    }
    if (standing.size() == 1)
        return refused("the last token stays: make another before this one is struck out");
    auto next = m_file;
    std::erase_if(next.slots, [&](const Slot& slot) {
        const auto* way = std::get_if<TokenWay>(&slot.way);
        return way != nullptr && way->token == token;
    });
    TRY(owe(next, Deed::ways_changed, telling, static_cast<std::int64_t>(WayChange::token_removed)));
    return replace_file(std::move(next));
}

std::vector<ByteArray<16>> Vault::tokens() const
{
    std::vector<ByteArray<16>> out;
    for (const auto& slot : m_file.slots) {
        if (const auto* way = std::get_if<TokenWay>(&slot.way)) out.push_back(way->token);
    }
    return out;
}

Result<RecoveryCodes> Vault::renew_recovery_codes(const Telling& telling)
{
    if (!m_open) return vault_is_locked();
    auto next = m_file;
    auto codes = TRY(set_recovery_codes(m_open->master, next));
    TRY(owe(next, Deed::ways_changed, telling, static_cast<std::int64_t>(WayChange::recovery_codes)));
    auto kept = replace_file(std::move(next));
    if (kept.ok()) return codes;
    codes.wipe_all();
    return std::move(kept).error();
}

} // namespace northseal::vault
