#pragma once
// The two canonical documents of a Data Integrity proof of the suite eddsa-rdfc-2022 (W3C REC vc-di-eddsa,
// section 3.2), by the full path: JSON-LD in safe mode, RDFC-1.0.

#include "storage/base/json.h"
#include "storage/linked_data/rdf.h"

namespace northseal::credential {

// What stands under "proof" is signed with the document only where a chain of proofs asks for it.
enum class ProofMember { left_out, read };
Result<linked_data::Dataset> document_quads(const Json& document, ProofMember = ProofMember::left_out);
// The proof options read in the document's context; proofValue is left out.
Result<linked_data::Dataset> proof_quads(const Json& document, const Json& proof);

Result<std::string> canonical_document(const Json& document, ProofMember = ProofMember::left_out);
Result<std::string> canonical_proof(const Json& document, const Json& proof);

} // namespace northseal::credential
