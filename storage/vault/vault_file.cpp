#include "storage/vault/vault_file.h"

#include <algorithm>

#include "storage/base/hash.h"
#include "storage/vault/vault_fields.h"

namespace northseal::vault {
namespace {

constexpr std::string_view magic = "northseal vault 2\n";
constexpr std::string_view extract_magic = "northseal vault extract 1\n";
constexpr std::string_view first_magic = "northseal vault 1\n";
constexpr std::size_t digest_size = 32;

struct WayWriter {
    CborWriter& out;
    const Slot& slot;

    CborWriter& begin(std::size_t fields, std::uint64_t kind) const
    {
        return out.array(fields).number(kind).number(static_cast<std::uint64_t>(slot.number));
    }
    void operator()(const WordsWay& way) const
    {
        begin(6, 1).bytes(way.salt);
        write_cost(out, way.cost);
    }
    void operator()(const TpmWay& way) const
    {
        begin(9, 2).number(static_cast<std::uint64_t>(way.person)).bytes(way.salt);
        write_cost(out, way.cost);
        out.bytes(way.public_part).bytes(way.private_part);
    }
    void operator()(const TokenWay& way) const { begin(4, 3).bytes(way.token); }
    void operator()(const RecoveryWay& way) const { begin(4, 4).number(way.sheet); }
};

Result<TpmWay> read_tpm_way(CborReader& in)
{
    TpmWay way;
    way.person = static_cast<std::int64_t>(TRY(in.number()));
    way.salt = TRY(read_exactly<16>(in, "the salt of a key slot"));
    way.cost = TRY(read_cost(in));
    way.public_part = TRY(read_bytes(in));
    way.private_part = TRY(read_bytes(in));
    return way;
}

Result<Slot> read_slot(CborReader& in)
{
    constexpr std::size_t fields_of[] = {6, 9, 4, 4}; // by kind, from 1
    const auto fields = TRY(in.array());
    const auto kind = TRY(in.number());
    if (kind < 1 || kind > std::size(fields_of) || fields != fields_of[kind - 1]) {
        return refused("a key slot is of a kind that this version does not know");
    }
    Slot slot;
    slot.number = static_cast<std::int64_t>(TRY(in.number()));
    if (kind == 1) {
        WordsWay way;
        way.salt = TRY(read_exactly<16>(in, "the salt of a key slot"));
        way.cost = TRY(read_cost(in));
        slot.way = way;
    } else if (kind == 2) {
        slot.way = TRY(read_tpm_way(in));
    } else if (kind == 3) {
        slot.way = TokenWay{TRY(read_exactly<16>(in, "a token's id"))};
    } else {
        slot.way = RecoveryWay{TRY(in.number())};
    }
    slot.sealed_master = TRY(read_bytes(in));
    return slot;
}

// Five items tell of somebody who left, nine of somebody who works here.
constexpr std::size_t items_of_left = 5, items_of_person = 9;

void write_person(CborWriter& out, const PersonSlot& person)
{
    out.array(person.left ? items_of_left : items_of_person);
    if (person.left) {
        out.number(static_cast<std::uint64_t>(person.number)).text(person.role);
        out.bytes(person.key).bytes(person.sealed_name);
    } else {
        write_known_person(out, person);
    }
    out.array(person.former_keys.size());
    for (const auto& key : person.former_keys) out.bytes(key);
}

Result<PersonSlot> read_left_person(CborReader& in)
{
    PersonSlot person;
    person.left = true;
    person.number = static_cast<std::int64_t>(TRY(in.number()));
    person.role = TRY(in.text());
    person.key = TRY(read_exactly<32>(in, "a facilitator's key"));
    person.sealed_name = TRY(read_bytes(in));
    return person;
}

Result<PersonSlot> read_person(CborReader& in)
{
    const auto items = TRY(in.array());
    if (items != items_of_left && items != items_of_person)
        return refused("a person is described otherwise than is written here");
    auto person = TRY(items == items_of_left ? read_left_person(in) : read_known_person(in));
    const auto former = TRY(in.array());
    if (former > former_keys_most) return refused("a person has more former keys than are written here");
    for (std::size_t i = 0; i < former; ++i) {
        person.former_keys.push_back(TRY(read_exactly<32>(in, "a former key")));
    }
    return person;
}

void write_owed(CborWriter& out, const Owed& owed)
{
    out.array(6).number(owed.serial).number(static_cast<std::uint64_t>(owed.deed));
    out.number(static_cast<std::uint64_t>(owed.actor)).number(static_cast<std::uint64_t>(owed.subject));
    out.bytes(owed.key).number(owed.log_size);
}

Result<Owed> read_owed(CborReader& in)
{
    TRY(expect_items(in, 6));
    Owed owed;
    owed.serial = TRY(in.number());
    const auto deed = TRY(in.number());
    if (deed < 1 || deed > static_cast<std::uint64_t>(Deed::person_left)) {
        return refused("it owes the log a deed that this version does not know");
    }
    owed.deed = static_cast<Deed>(deed);
    owed.actor = static_cast<std::int64_t>(TRY(in.number()));
    owed.subject = static_cast<std::int64_t>(TRY(in.number()));
    owed.key = TRY(read_exactly<32>(in, "a person's key"));
    owed.log_size = TRY(in.number());
    return owed;
}

void write_tpm(CborWriter& out, const std::optional<TpmBinding>& tpm)
{
    out.array(tpm ? 2 : 0);
    if (tpm) out.number(tpm->device_handle).bytes(tpm->sealed_lockout_auth);
}

Result<std::optional<TpmBinding>> read_tpm(CborReader& in)
{
    const auto fields = TRY(in.array());
    if (fields == 0) return std::optional<TpmBinding>();
    const auto handle = TRY(in.number());
    if (fields != 2 || handle > 0xffffffff) return refused("its TPM is not described as it is written here");
    TpmBinding tpm;
    tpm.device_handle = static_cast<std::uint32_t>(handle);
    tpm.sealed_lockout_auth = TRY(read_bytes(in));
    return std::optional(std::move(tpm));
}

Result<> read_lists(CborReader& in, VaultFile& file)
{
    const auto people = TRY(in.array());
    if (people > people_most) return refused("it lists more people than a vault holds");
    for (std::size_t i = 0; i < people; ++i) {
        file.people.push_back(TRY(read_person(in)));
        TRY(expect_number(file.people, i));
    }
    const auto owed = TRY(in.array());
    if (owed > owed_most) return refused("it owes the log more than a vault ever does");
    for (std::size_t i = 0; i < owed; ++i) file.owed.push_back(TRY(read_owed(in)));
    file.deeds = TRY(in.number());
    return {};
}

Result<VaultFile> read_body(CborReader in)
{
    TRY(expect_items(in, 12));
    VaultFile file;
    file.id = TRY(read_exactly<16>(in, "the vault's id"));
    file.protection_class = TRY(in.text());
    const auto slots = TRY(in.array());
    if (slots > slots_most) return refused("it has more key slots than are written here");
    for (std::size_t i = 0; i < slots; ++i) file.slots.push_back(TRY(read_slot(in)));
    file.kiosk_key = TRY(read_exactly<32>(in, "the kiosk's key"));
    file.sealed_kiosk_seed = TRY(read_bytes(in));
    file.transport_key = TRY(read_exactly<32>(in, "the transport key"));
    file.sealed_transport_seed = TRY(read_bytes(in));
    file.sealed_device_secret = TRY(read_bytes(in));
    file.tpm = TRY(read_tpm(in));
    TRY(read_lists(in, file));
    if (!in.at_end()) return refused("there is something after its end");
    return file;
}

Bytes encode_as(std::string_view kind, const VaultFile& file)
{
    CborWriter out;
    out.array(12).bytes(file.id).text(file.protection_class).array(file.slots.size());
    for (const auto& slot : file.slots) {
        std::visit(WayWriter{out, slot}, slot.way);
        out.bytes(slot.sealed_master);
    }
    out.bytes(file.kiosk_key).bytes(file.sealed_kiosk_seed);
    out.bytes(file.transport_key).bytes(file.sealed_transport_seed).bytes(file.sealed_device_secret);
    write_tpm(out, file.tpm);
    out.array(file.people.size());
    for (const auto& person : file.people) write_person(out, person);
    out.array(file.owed.size());
    for (const auto& owed : file.owed) write_owed(out, owed);
    out.number(file.deeds);
    const auto body = out.take();
    const auto digest = sha256({view(kind), body});
    return joined({view(kind), body, digest});
}

// What stands between the magic and the digest, where both are right.
Result<ByteView> body_of(ByteView bytes, std::string_view kind)
{
    if (bytes.size() < kind.size() + digest_size || text_of(bytes.first(kind.size())) != kind) {
        return corrupt("the vault file is not one that this version writes");
    }
    const auto covered = bytes.first(bytes.size() - digest_size);
    const auto digest = sha256(covered);
    if (!std::equal(digest.begin(), digest.end(), bytes.end() - digest_size)) {
        return corrupt("the vault file has changed since it was written");
    }
    return covered.subspan(kind.size());
}

bool is_without_keys(const VaultFile& file)
{
    const auto recovers = [](const Slot& slot) { return std::holds_alternative<RecoveryWay>(slot.way); };
    const auto has_none = [](const PersonSlot& person) { return person.sealed_seed.empty(); };
    return file.sealed_kiosk_seed.empty() && file.sealed_transport_seed.empty() &&
           file.sealed_device_secret.empty() && !file.tpm &&
           std::all_of(file.slots.begin(), file.slots.end(), recovers) &&
           std::all_of(file.people.begin(), file.people.end(), has_none);
}

} // namespace

Bytes encode(const VaultFile& file)
{
    return encode_as(magic, file);
}

Result<VaultFile> decode_vault_file(ByteView bytes)
{
    const bool is_first =
        bytes.size() >= first_magic.size() && text_of(bytes.first(first_magic.size())) == first_magic;
    const CborReader body(TRY(body_of(bytes, is_first ? first_magic : magic)));
    auto file = is_first ? read_first_body(body) : read_body(body);
    if (!file.ok()) return corrupt("the vault file does not read back: " + file.error().detail);
    return file;
}

VaultFile without_keys(VaultFile file)
{
    file.sealed_kiosk_seed.clear();
    file.sealed_transport_seed.clear();
    file.sealed_device_secret.clear();
    file.tpm.reset();
    for (auto& person : file.people) person.sealed_seed.clear();
    std::erase_if(file.slots,
                  [](const Slot& slot) { return !std::holds_alternative<RecoveryWay>(slot.way); });
    return file;
}

Bytes encode_extract(const VaultFile& file)
{
    return encode_as(extract_magic, without_keys(file));
}

Result<VaultFile> decode_extract(ByteView bytes)
{
    const CborReader body(TRY(body_of(bytes, extract_magic)));
    auto file = read_body(body);
    if (!file.ok()) return corrupt("the extract of a vault does not read back: " + file.error().detail);
    if (!is_without_keys(file.value())) return corrupt("the extract of a vault holds what it never does");
    return file;
}

} // namespace northseal::vault
