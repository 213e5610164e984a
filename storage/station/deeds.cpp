#include "storage/station/deeds.h"

#include "storage/credential/cbor.h"
#include "storage/station/access_bodies.h"

namespace northseal::station {
namespace {

constexpr std::uint64_t by_its_owner = 1, by_a_code = 2; // how a PIN came to be another

} // namespace

ledger::EntryKind kind_of(vault::Deed deed)
{
    switch (deed) {
    case vault::Deed::pin_changed:
    case vault::Deed::pin_replaced:
        return ledger::EntryKind::pin_changed;
    case vault::Deed::person_added:
        return ledger::EntryKind::facilitator_added;
    case vault::Deed::code_used:
        return ledger::EntryKind::recovery_code_used;
    case vault::Deed::ways_changed:
        return ledger::EntryKind::ways_in_changed;
    case vault::Deed::person_left:
        return ledger::EntryKind::person_left;
    }
    std::abort();
}

Bytes body_of(const vault::Owed& owed, const std::string& role)
{
    const auto subject = static_cast<std::uint64_t>(owed.subject);
    credential::CborWriter out;
    switch (owed.deed) {
    case vault::Deed::pin_changed:
    case vault::Deed::pin_replaced:
        out.array(4).number(owed.serial).number(subject);
        out.number(owed.deed == vault::Deed::pin_changed ? by_its_owner : by_a_code).bytes(owed.key);
        break;
    case vault::Deed::person_added:
        out.array(3).number(subject).text(role).bytes(owed.key);
        break;
    case vault::Deed::person_left:
        return encode(LeftBody{owed.serial, owed.subject, owed.key});
    case vault::Deed::code_used:
    case vault::Deed::ways_changed:
        out.array(2).number(owed.serial).number(subject);
        break;
    }
    return out.take();
}

bool tells(const ledger::Entry& entry, const vault::Owed& owed)
{
    if (entry.kind != kind_of(owed.deed)) return false;
    credential::CborReader in(entry.body);
    if (!in.array().ok()) return false;
    const auto first = in.number();
    const auto known =
        owed.deed == vault::Deed::person_added ? static_cast<std::uint64_t>(owed.subject) : owed.serial;
    return first.ok() && first.value() == known;
}

} // namespace northseal::station
