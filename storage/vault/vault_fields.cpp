#include "storage/vault/vault_fields.h"

namespace northseal::vault {
namespace {

Result<Slot> read_first_slot(CborReader& in, std::size_t number)
{
    TRY(expect_items(in, 5));
    if (TRY(in.number()) != 1) return refused("a key slot is of a kind that version 1 did not know");
    Slot slot;
    slot.number = static_cast<std::int64_t>(number);
    WordsWay way;
    way.salt = TRY(read_exactly<16>(in, "the salt of a key slot"));
    way.cost = TRY(read_cost(in));
    slot.way = way;
    slot.sealed_master = TRY(read_bytes(in));
    return slot;
}

} // namespace

void write_cost(CborWriter& out, const KdfCost& cost)
{
    out.number(cost.operations).number(cost.memory_bytes);
}

Result<KdfCost> read_cost(CborReader& in)
{
    KdfCost cost;
    cost.operations = TRY(in.number());
    cost.memory_bytes = TRY(in.number());
    if (!is_cost(cost)) return refused("a key slot asks for a cost that was never written");
    return cost;
}

Result<> expect_items(CborReader& in, std::size_t count)
{
    if (TRY(in.array()) != count) return refused("a list has another length than is written here");
    return {};
}

Result<Bytes> read_bytes(CborReader& in)
{
    const auto bytes = TRY(in.bytes());
    return Bytes(bytes.begin(), bytes.end());
}

void write_known_person(CborWriter& out, const PersonSlot& person)
{
    out.number(static_cast<std::uint64_t>(person.number)).text(person.role).bytes(person.key);
    out.bytes(person.sealed_name).bytes(person.salt);
    write_cost(out, person.cost);
    out.bytes(person.sealed_seed);
}

Result<PersonSlot> read_known_person(CborReader& in)
{
    PersonSlot person;
    person.number = static_cast<std::int64_t>(TRY(in.number()));
    person.role = TRY(in.text());
    person.key = TRY(read_exactly<32>(in, "a facilitator's key"));
    person.sealed_name = TRY(read_bytes(in));
    person.salt = TRY(read_exactly<16>(in, "the salt of a PIN"));
    person.cost = TRY(read_cost(in));
    person.sealed_seed = TRY(read_bytes(in));
    return person;
}

Result<> expect_number(const std::vector<PersonSlot>& people, std::size_t last)
{
    if (people[last].number == static_cast<std::int64_t>(last) + 1) return {};
    return refused("its people are not numbered one by one");
}

Result<VaultFile> read_first_body(CborReader in)
{
    TRY(expect_items(in, 8));
    VaultFile file;
    file.version = 1;
    file.id = TRY(read_exactly<16>(in, "the vault's id"));
    file.protection_class = TRY(in.text());
    const auto slots = TRY(in.array());
    if (slots > slots_most) return refused("it has more key slots than are written here");
    for (std::size_t i = 0; i < slots; ++i) file.slots.push_back(TRY(read_first_slot(in, i + 1)));
    file.kiosk_key = TRY(read_exactly<32>(in, "the kiosk's key"));
    file.sealed_kiosk_seed = TRY(read_bytes(in));
    file.transport_key = TRY(read_exactly<32>(in, "the transport key"));
    file.sealed_transport_seed = TRY(read_bytes(in));
    const auto people = TRY(in.array());
    if (people > people_most) return refused("it lists more people than a vault holds");
    for (std::size_t i = 0; i < people; ++i) {
        TRY(expect_items(in, 8));
        file.people.push_back(TRY(read_known_person(in)));
        TRY(expect_number(file.people, i));
    }
    if (!in.at_end()) return refused("there is something after its end");
    return file;
}

} // namespace northseal::vault
