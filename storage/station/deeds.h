#pragma once
// What the vault did and the log must tell: the kinds of entry, their bodies (README, "Bodies"), and whether
// an entry tells a certain deed already. Inside this module only.

#include "storage/ledger/entry.h"
#include "storage/vault/vault_file.h"

namespace northseal::station {

ledger::EntryKind kind_of(vault::Deed);
// `facilitator added`: [number, role, key]. All others begin with the vault's own count of deeds, by which an
// entry is known again after a power cut.
Bytes body_of(const vault::Owed&, const std::string& role);
bool tells(const ledger::Entry&, const vault::Owed&);

} // namespace northseal::station
