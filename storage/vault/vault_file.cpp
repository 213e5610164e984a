#include "storage/vault/vault_file.h"

#include "storage/base/hash.h"
#include "storage/credential/cbor.h"

namespace northseal::vault {
namespace {

using credential::CborReader;
using credential::CborWriter;

constexpr std::string_view magic = "northseal vault 1\n";
constexpr std::size_t digest_size = 32;
// More than any machine of ours has; a file that asks for more was not written by us.
constexpr std::uint64_t memory_most = 4ULL << 30;

void write_cost(CborWriter& out, const KdfCost& cost)
{
    out.number(cost.operations).number(cost.memory_bytes);
}

Result<KdfCost> read_cost(CborReader& in)
{
    KdfCost cost;
    cost.operations = TRY(in.number());
    cost.memory_bytes = TRY(in.number());
    if (cost.operations < 1 || cost.operations > 64 || cost.memory_bytes < 8192 ||
        cost.memory_bytes > memory_most) {
        return refused("a key slot asks for a cost that was never written");
    }
    return cost;
}

Result<> expect_items(CborReader& in, std::size_t count)
{
    if (TRY(in.array()) != count) return refused("a list has another length than is written here");
    return {};
}

template<std::size_t N>
Result<ByteArray<N>> read_exactly(CborReader& in, std::string_view what)
{
    const auto bytes = TRY(in.bytes());
    return exactly<N>(bytes, what);
}

Result<Bytes> read_bytes(CborReader& in)
{
    const auto bytes = TRY(in.bytes());
    return Bytes(bytes.begin(), bytes.end());
}

Result<Slot> read_slot(CborReader& in)
{
    TRY(expect_items(in, 5));
    Slot slot;
    const auto kind = TRY(in.number());
    if (kind < 1 || kind > 4) return refused("a key slot is of a kind that this version does not know");
    slot.kind = static_cast<SlotKind>(kind);
    slot.salt = TRY(read_exactly<16>(in, "the salt of a key slot"));
    slot.cost = TRY(read_cost(in));
    slot.sealed_master = TRY(read_bytes(in));
    return slot;
}

Result<PersonSlot> read_person(CborReader& in)
{
    TRY(expect_items(in, 8));
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

Result<VaultFile> read_body(CborReader in)
{
    TRY(expect_items(in, 8));
    VaultFile file;
    file.id = TRY(read_exactly<16>(in, "the vault's id"));
    file.protection_class = TRY(in.text());
    const auto slots = TRY(in.array());
    for (std::size_t i = 0; i < slots; ++i) file.slots.push_back(TRY(read_slot(in)));
    file.kiosk_key = TRY(read_exactly<32>(in, "the kiosk's key"));
    file.sealed_kiosk_seed = TRY(read_bytes(in));
    file.transport_key = TRY(read_exactly<32>(in, "the transport key"));
    file.sealed_transport_seed = TRY(read_bytes(in));
    const auto people = TRY(in.array());
    if (people > people_most) return refused("it lists more people than a vault holds");
    for (std::size_t i = 0; i < people; ++i) {
        file.people.push_back(TRY(read_person(in)));
        if (file.people.back().number != static_cast<std::int64_t>(i) + 1) {
            return refused("its people are not numbered one by one");
        }
    }
    if (!in.at_end()) return refused("there is something after its end");
    return file;
}

} // namespace

Bytes encode(const VaultFile& file)
{
    CborWriter out;
    out.array(8).bytes(file.id).text(file.protection_class).array(file.slots.size());
    for (const auto& slot : file.slots) {
        out.array(5).number(static_cast<std::uint64_t>(slot.kind)).bytes(slot.salt);
        write_cost(out, slot.cost);
        out.bytes(slot.sealed_master);
    }
    out.bytes(file.kiosk_key).bytes(file.sealed_kiosk_seed);
    out.bytes(file.transport_key).bytes(file.sealed_transport_seed);
    out.array(file.people.size());
    for (const auto& person : file.people) {
        out.array(8).number(static_cast<std::uint64_t>(person.number)).text(person.role).bytes(person.key);
        out.bytes(person.sealed_name).bytes(person.salt);
        write_cost(out, person.cost);
        out.bytes(person.sealed_seed);
    }
    const auto body = out.take();
    const auto digest = sha256({view(magic), body});
    return joined({view(magic), body, digest});
}

Result<VaultFile> decode_vault_file(ByteView bytes)
{
    if (bytes.size() < magic.size() + digest_size || text_of(bytes.first(magic.size())) != magic) {
        return corrupt("the vault file is not one that this version writes");
    }
    const auto covered = bytes.first(bytes.size() - digest_size);
    const auto digest = sha256(covered);
    if (!std::equal(digest.begin(), digest.end(), bytes.end() - digest_size)) {
        return corrupt("the vault file has changed since it was written");
    }
    auto file = read_body(CborReader(covered.subspan(magic.size())));
    if (!file.ok()) return corrupt("the vault file does not read back: " + file.error().detail);
    return file;
}

} // namespace northseal::vault
