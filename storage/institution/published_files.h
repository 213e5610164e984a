#pragma once
// The files of the trust folder one by one, as bytes by path. Of this folder only.

#include <map>
#include <string>

#include "storage/credential/status_list.h"
#include "storage/institution/institution.h"

namespace northseal::institution {

using Files = std::map<std::string, std::string>; // path below the folder -> bytes

// did.json (in both places where did:web looks) and the publisher's own status/did.json.
Result<> add_did_documents(const Institution&, Files&);

// status/N, signed by the publisher; received/N.json with its shards.
Result<> add_status_lists(const Institution&, const SigningKey& publisher, Files&);
void add_received_tables(const Institution&, Files&);

// institution.json and listing/N.json as the root and the desk signed them; templates/HEX.json.
Result<> add_signed_files(const Institution&, Files&);

// What people and scripts find behind the credential's own addresses: ns/1, programmes/…, sites/N. Nothing is
// verified by them.
Result<> add_pages(const Institution&, Files&);

} // namespace northseal::institution
