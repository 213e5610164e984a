#pragma once
// One shape of a template: which parts an award has (optional claims, assessed outcomes, evidence items,
// choices among objects). All awards of one shape share their JSON and their quads but for the holes.

#include "storage/credential/quads.h"
#include "storage/credential/template_check.h"

namespace northseal::credential {

// Awards with the same key have the same shape.
std::string shape_key(const TemplateFacts&, const Claims&);

class Shape {
public:
    static Result<Shape> compile(const Json& credential, const std::string& mark, const Claims&);

    // The texts for the holes of claims that check_claims let pass; refuses what Filler refuses: missing and
    // unused claims, choices out of range, claims that say what the template says without them.
    Result<std::vector<std::string>> values(const Claims&) const;
    // The RFC 8785 form of the filled credential. With a proofValue it stands in the proof.
    std::string json(const std::vector<std::string>& values, const std::string& proof_value) const;

    struct Forms {
        std::string document;
        std::string proof;
    };
    // Canonical N-Quads of the document without its proof and of the proof options; nothing where only the
    // whole algorithm can tell.
    std::optional<Forms> forms(const std::vector<std::string>& values) const;
    // SHA-256(proof form), SHA-256(document form): what is signed.
    std::optional<ByteArray<64>> hashes(const std::vector<std::string>& values) const;

private:
    Shape(CompiledQuads document, CompiledQuads proof)
        : m_document(std::move(document)), m_proof(std::move(proof))
    {}

    std::vector<Hole> m_holes;
    std::vector<Comparison> m_comparisons;
    Used m_used;
    std::vector<std::pair<std::string, std::size_t>> m_json; // text, then the hole after it
    CompiledQuads m_document;
    CompiledQuads m_proof;
};

} // namespace northseal::credential
