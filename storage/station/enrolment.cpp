#include <algorithm>

#include "storage/base/text.h"
#include "storage/credential/cbor.h"
#include "storage/institution/delegation.h"
#include "storage/station/parts.h"

namespace northseal::station {
namespace {

constexpr const char* ledger_files[] = {"/ledger.db", "/ledger.db-wal", "/ledger.db-shm"};

institution::EnrolmentRequest request_of(const vault::Vault& vault, const std::vector<std::string>& names)
{
    institution::EnrolmentRequest request;
    request.kiosk_key = vault.kiosk_key();
    request.transport_key = vault.transport_key();
    request.protection_class = vault.protection_class();
    const auto people = vault.people();
    for (std::size_t i = 0; i < people.size(); ++i) {
        if (!people[i].left) request.facilitators.push_back({names[i], people[i].role, people[i].key});
    }
    return request;
}

Result<> append_enrolment(ledger::Ledger& ledger, vault::Vault& vault, const std::vector<std::string>& names,
                          Surroundings around)
{
    auto head = TRY(ledger.log().head());
    ledger::Entry entry;
    entry.time = std::clamp<Instant>(around.clock.now(), 0, instant_most);
    entry.number = 1;
    entry.kind = ledger::EntryKind::site_enrolled;
    entry.body = encode_enrolled(vault.kiosk_key(), vault.transport_key(), vault.protection_class());
    TRY(ledger.log().append(entry, head));
    for (const auto& person : vault.people()) {
        ++entry.number;
        entry.kind = ledger::EntryKind::facilitator_added;
        credential::CborWriter added;
        added.array(3).number(static_cast<std::uint64_t>(person.number)).text(person.role).bytes(person.key);
        entry.body = added.take();
        const auto& name = names[static_cast<std::size_t>(person.number) - 1];
        entry.sealed =
            TRY(vault.seal_for_station(vault::Purpose::facilitator_name, view(name),
                                       place_of("entries", static_cast<std::int64_t>(entry.number))));
        TRY(ledger.log().append(entry, head));
    }
    return {};
}

} // namespace

// A ledger without a vault is what an interrupted enrolment leaves, and nobody's; one that ever had a learner
// is somebody's, and is not thrown away here.
Result<> clear_interrupted_enrolment(const std::string& folder, Disk& disk)
{
    if (!disk.exists(folder + ledger_files[0])) return {};
    {
        auto ledger = TRY(ledger::Ledger::open(folder, disk));
        const auto learners = TRY(ledger->learners().next_id());
        if (learners > 1) {
            return refused("a ledger with learners stands in " + folder +
                           " without its vault; put the vault back, or choose another folder");
        }
    }
    for (const auto* name : ledger_files) TRY(disk.remove(folder + name));
    return {};
}

Result<Enrolled> Station::enrol(const std::string& folder, const NewStation& wanted, Surroundings around)
{
    vault::NewVault new_vault;
    new_vault.protection = wanted.protection.value_or(vault::SixWords{wanted.words, vault::words_cost});
    std::vector<std::string> names;
    for (const auto& facilitator : wanted.facilitators) {
        names.push_back(TRY(clean_text_claim(facilitator.name)));
        new_vault.people.push_back({names.back(), facilitator.role, facilitator.pin});
    }
    if (wanted.hardness == Hardness::tests_only) {
        new_vault.cost_of_pin = vault::tests_cost;
        if (auto* words = std::get_if<vault::SixWords>(&new_vault.protection))
            words->cost = vault::tests_cost;
    }
    auto made = vault::Vault::make(folder, new_vault, around.disk, around.clock, around.random, around.tpm);
    if (auto* words = std::get_if<vault::SixWords>(&new_vault.protection)) wipe(words->words);
    for (auto& person : new_vault.people) wipe(person.pin);
    auto vault = TRY(std::move(made));
    Enrolled out;
    out.codes = TRY(vault.first_recovery_codes());
    TRY(clear_interrupted_enrolment(folder, around.disk));
    {
        auto ledger = TRY(ledger::Ledger::open(folder, around.disk));
        TRY(ledger->transaction([&] { return append_enrolment(*ledger, vault, names, around); }));
        TRY(ledger->rest());
    }
    TRY(vault.keep()); // last: from here on the folder is a kiosk's
    out.request = institution::write_request(request_of(vault, names), *vault.kiosk_signing_key());
    return out;
}

Result<std::string> desk_request(const vault::Vault& vault)
{
    std::vector<std::string> names;
    for (const auto& person : vault.people()) names.push_back(TRY(vault.name_of(person.number)));
    return institution::write_request(request_of(vault, names), *vault.kiosk_signing_key());
}

Result<std::string> Station::enrolment_request() const
{
    TRY(m_parts->check_unlocked());
    return desk_request(m_parts->vault);
}

} // namespace northseal::station
