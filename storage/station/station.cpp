#include "storage/station/station.h"

#include <algorithm>

#include "storage/station/parts.h"

namespace northseal::station {

Station::Station(std::unique_ptr<Parts> parts) : m_parts(std::move(parts))
{}

Station::~Station()
{
    lock();
}

Result<std::unique_ptr<Station>> Station::open(const std::string& folder, Surroundings around)
{
    if (!vault::Vault::exists(folder, around.disk) && !vault::Vault::is_retired(folder, around.disk)) {
        return Error{Fault::not_found, "no kiosk has been enrolled in " + folder};
    }
    auto vault = TRY(vault::Vault::open(folder, around.disk, around.clock, around.random, around.tpm));
    // Never made anew: an empty ledger would pass for a kiosk that has issued nothing.
    if (!around.disk.exists(folder + "/ledger.db")) {
        return corrupt("the ledger of this kiosk is gone; restore it from its backup");
    }
    auto ledger = TRY(ledger::Ledger::open(folder, around.disk));
    TRY(ledger->check_file());
    auto parts = std::make_unique<Parts>(folder, around, std::move(vault), std::move(ledger));
    TRY(parts->finish_erasure());
    TRY(parts->load_facts());
    TRY(parts->load_clock());
    // The first look is now, soon after the machine started: a clock that begins anew with each start shows
    // it.
    const auto head = TRY(parts->ledger->log().head());
    static_cast<void>(parts->look_at_clock(head));
    return std::unique_ptr<Station>(new Station(std::move(parts)));
}

Result<> Station::Parts::load_facts()
{
    public_facts.clear();
    eras = TRY(eras_of(ledger->log(), vault.kiosk_key()));
    last_delegation = 0;
    const auto renewals = TRY(ledger->delegations().renewals());
    for (const auto& record : TRY(ledger->delegations().all())) {
        // What may be issued rests on these: the row is believed only as far as the log says the same.
        const auto entry = TRY(ledger->log().entry(record.entry));
        if (!entry || entry->kind != ledger::EntryKind::delegation_installed || entry->body != record.facts) {
            return corrupt("delegation " + std::to_string(record.number) + " is not as the log has it");
        }
        auto read = facts_in_force(record, renewals);
        if (!read.ok()) return corrupt("the delegation's facts do not read back: " + read.error().detail);
        public_facts.push_back(std::move(read).value());
        last_delegation = record.entry;
    }
    if (!public_facts.empty()) facts = public_facts.back().facts;
    facts.protection_class = vault.protection_class(); // as it is, whatever was delegated
    const auto head = TRY(ledger->log().head());
    if (head.epoch_entry == 0) return {};
    const auto begun = TRY(ledger->log().entry(head.epoch_entry));
    if (!begun || begun->kind != ledger::EntryKind::epoch_begun) {
        return corrupt("the log does not hold the entry that began its epoch");
    }
    const auto body = TRY(decode_epoch(begun->body));
    const auto all = TRY(ledger->delegations().all());
    const bool needs_delegation = all.empty() || all.back().entry < head.epoch_entry;
    const bool new_machine = eras.size() > 1 && eras.back().first == head.epoch_entry;
    restored = RestoreNotice{begun->time, body.made, needs_delegation, new_machine};
    return {};
}

const StationFacts& Station::facts() const
{
    return m_parts->facts;
}

bool Station::is_locked() const
{
    return m_parts->vault.is_locked();
}

Result<> Station::unlock(std::string_view words)
{
    auto& parts = *m_parts;
    if (!parts.vault.is_locked()) return {};
    TRY(parts.vault.unlock(words));
    return parts.load_all();
}

Result<> Station::Parts::load_all()
{
    forget();
    auto loaded = [&]() -> Result<> {
        TRY(load_delegations());
        TRY(load_people());
        TRY(load_wrapping());
        TRY(load_index());
        static_cast<void>(tell_owed().ok());
        TRY(watch_clock());
        return {};
    }();
    if (!loaded.ok()) {
        forget();
        vault.lock();
    }
    return loaded;
}

void Station::lock()
{
    auto& parts = *m_parts;
    // A backup made while locked carries this word of what the log holds.
    if (!is_locked() && parts.named() != nullptr) static_cast<void>(checkpoint().ok());
    parts.forget();
    parts.vault.lock();
    // The WAL is emptied here, where nobody waits. Where that fails, it is emptied another time.
    static_cast<void>(parts.ledger->rest().ok());
}

void Station::Parts::forget()
{
    index.wipe_all();
    for (auto& facilitator : people) wipe(facilitator.name);
    people.clear();
    for (auto& delegation : delegations) {
        for (auto& facilitator : delegation.facilitators) wipe(facilitator.name);
    }
    delegations.clear();
    offers.clear();
    templates.clear();
}

namespace {

void certify(Facilitator& facilitator, const PublicKey& key, const HeldDelegation& held)
{
    for (const auto& certified : held.facilitators) {
        if (certified.key != key) continue;
        facilitator.certified = true;
        facilitator.name = certified.name;
        facilitator.role = certified.role;
    }
}

} // namespace

Result<> Station::Parts::load_people()
{
    for (const auto& known : vault.people()) {
        Facilitator facilitator;
        facilitator.id = {known.number};
        facilitator.name = TRY(vault.name_of(known.number));
        facilitator.role = known.role;
        facilitator.left = known.left;
        // What somebody signed before they left is issued under the name that was certified then, whatever
        // was delegated since.
        auto held = delegations.rbegin();
        const auto end = known.left || delegations.empty() ? delegations.rend() : held + 1;
        for (; held != end && !facilitator.certified; ++held) certify(facilitator, known.key, *held);
        people.push_back(std::move(facilitator));
    }
    return {};
}

Result<> Station::Parts::load_index()
{
    return ledger->learners().each([&](const ledger::LearnerRecord& record) -> Result<> {
        auto identity = identity_of(record);
        // One row that does not open must not keep everybody else from their records; check_log names it.
        if (!identity.ok() || !identity.value()) return {};
        index.add(record.id, identity.value()->name, identity.value()->number);
        wipe(identity.value()->name);
        wipe(identity.value()->number);
        return {};
    });
}

Result<std::vector<Facilitator>> Station::facilitators() const
{
    TRY(m_parts->check_unlocked());
    std::vector<Facilitator> out;
    for (const auto& person : m_parts->people) {
        if (!person.left) out.push_back(person);
    }
    return out;
}

Result<PinOutcome> Station::check_pin(FacilitatorId id, std::string_view pin)
{
    TRY(m_parts->check_unlocked());
    return m_parts->vault.try_pin(id.value, pin);
}

std::vector<ProgrammeOffer> Station::programmes() const
{
    return m_parts->offers;
}

Result<> Station::rest()
{
    return m_parts->ledger->rest();
}

} // namespace northseal::station
