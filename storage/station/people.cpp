// Facilitators and their PINs, and what the log is told of them.

#include <algorithm>

#include "storage/base/text.h"
#include "storage/station/deeds.h"
#include "storage/station/parts.h"

namespace northseal::station {
namespace {

using Parts = Station::Parts;

Result<bool> is_told(Parts& parts, const vault::Owed& owed)
{
    bool found = false;
    TRY(parts.ledger->log().visit(owed.log_size + 1,
                                  [&](const ledger::Entry& entry, const Digest&) -> Result<> {
                                      found = found || tells(entry, owed);
                                      return {};
                                  }));
    return found;
}

Result<> tell(Parts& parts, const vault::Owed& owed)
{
    auto head = TRY(parts.ledger->log().head());
    auto entry = parts.next_entry(head, kind_of(owed.deed), {owed.actor}, 0);
    std::string role;
    if (owed.deed == vault::Deed::person_added) {
        for (const auto& person : parts.vault.people()) {
            if (person.number == owed.subject) role = person.role;
        }
        auto name = TRY(parts.vault.name_of(owed.subject));
        entry.sealed =
            TRY(parts.vault.seal_for_station(vault::Purpose::facilitator_name, view(name),
                                             place_of("entries", static_cast<std::int64_t>(entry.number))));
        wipe(name);
    }
    entry.body = body_of(owed, role);
    return parts.ledger->log().append(entry, head);
}

} // namespace

std::uint64_t Station::Parts::log_size() const
{
    const auto head = ledger->log().head();
    return head.ok() ? head.value().tree.size() : 0;
}

// The vault's file and the log are two files: the power may go between them. The vault is written first and
// notes what it owes, so the log never tells what is not so, and tells all of it in the end.
Result<> Station::Parts::tell_owed()
{
    if (vault.owed().empty()) return {};
    const auto owed = vault.owed();
    for (const auto& each : owed) {
        if (TRY(is_told(*this, each))) continue;
        TRY(ledger->transaction([&] { return tell(*this, each); }));
    }
    return vault.settle(owed.back().serial);
}

Result<PinOutcome> Station::change_pin(FacilitatorId id, std::string_view old_pin, std::string_view new_pin)
{
    auto& parts = *m_parts;
    TRY(parts.check_unlocked());
    const auto outcome = TRY(parts.vault.change_pin(id.value, old_pin, new_pin, parts.log_size()));
    static_cast<void>(parts.tell_owed().ok()); // else it stays owed, durably
    return outcome;
}

Result<FacilitatorId> Station::add_facilitator(const NewFacilitator& wanted, FacilitatorId by)
{
    auto& parts = *m_parts;
    TRY(parts.check_unlocked());
    if (parts.person(by) == nullptr) return Error{Fault::not_found, "there is no such facilitator"};
    vault::NewPerson person{TRY(clean_text_claim(wanted.name)), wanted.role, wanted.pin};
    const auto added = parts.vault.add_person(person, {by.value, parts.log_size()});
    wipe(person.pin);
    const FacilitatorId id{TRY(added)};
    static_cast<void>(parts.tell_owed().ok());
    parts.people.push_back({id, person.name, person.role});
    return id;
}

namespace {

// Somebody who can sign stays, or this community could issue nothing before the desk has certified another.
// And nobody is shut out by a newcomer whom the institution does not know.
Result<> check_may_leave(const Parts& parts, const Facilitator& leaving, FacilitatorId by)
{
    const auto vouching = parts.who_vouches();
    if (by != leaving.id && std::find(vouching.begin(), vouching.end(), by) == vouching.end())
        return refused("only people whom the institution has certified say that somebody has left");
    const auto signs = [](const Facilitator& each) {
        return !each.left && each.certified && each.role == "assessor";
    };
    const auto signing = std::count_if(parts.people.begin(), parts.people.end(), signs);
    if (signs(leaving) && signing == 1)
        return refused("the last assessor whom the institution has certified stays: nobody could sign");
    return {};
}

} // namespace

Result<PinOutcome> Station::person_left(FacilitatorId who, FacilitatorId by, std::string_view pin)
{
    auto& parts = *m_parts;
    TRY(parts.check_unlocked());
    const auto* leaving = parts.person(who);
    if (leaving == nullptr || parts.person(by) == nullptr)
        return Error{Fault::not_found, "there is no such facilitator"};
    TRY(check_may_leave(parts, *leaving, by));
    return parts.with_pin(by, pin, [&](const vault::Telling& telling) -> Result<> {
        TRY(parts.vault.remove_person(who.value, telling));
        for (auto& person : parts.people) person.left = person.left || person.id == who;
        return {};
    });
}

Result<> Station::reset_pin(FacilitatorId id, std::string_view new_pin)
{
    auto& parts = *m_parts;
    TRY(parts.check_unlocked());
    TRY(parts.vault.replace_pin(id.value, new_pin, {0, parts.log_size()}));
    static_cast<void>(parts.tell_owed().ok());
    for (auto& person : parts.people) {
        if (person.id == id) person.certified = false; // the desk knows the old key only
    }
    return {};
}

} // namespace northseal::station
