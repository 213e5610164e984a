#include "storage/credential/forms.h"

#include <nlohmann/json.hpp>

#include "storage/linked_data/canonical.h"
#include "storage/linked_data/json_ld.h"

namespace northseal::credential {
namespace {

linked_data::JsonLdOptions safe_mode()
{
    linked_data::JsonLdOptions options;
    options.safe = true;
    // What the direction of a text is belongs to what is signed, as in other implementations of the suite.
    options.rdf_direction = linked_data::RdfDirection::i18n_datatype;
    return options;
}

} // namespace

Result<linked_data::Dataset> document_quads(const Json& document, ProofMember proof)
{
    auto options = safe_mode();
    if (proof == ProofMember::left_out) options.left_out = "proof";
    return linked_data::to_rdf(document, options);
}

Result<linked_data::Dataset> proof_quads(const Json& document, const Json& proof)
{
    auto options = proof;
    options.erase("proofValue");
    if (const auto* const contexts = member(document, "@context")) options["@context"] = *contexts;
    return linked_data::to_rdf(options, safe_mode());
}

Result<std::string> canonical_document(const Json& document, ProofMember proof)
{
    const auto quads = TRY(document_quads(document, proof));
    return TRY(linked_data::canonicalize(quads)).nquads;
}

Result<std::string> canonical_proof(const Json& document, const Json& proof)
{
    const auto quads = TRY(proof_quads(document, proof));
    return TRY(linked_data::canonicalize(quads)).nquads;
}

} // namespace northseal::credential
