#include "storage/credential/shape.h"

#include <charconv>
#include <nlohmann/json.hpp>

#include "storage/credential/forms.h"

namespace northseal::credential {
namespace {

constexpr std::size_t no_hole = static_cast<std::size_t>(-1);
// Sorts where RFC 8785 puts it: the proof's members are known, and proofValue comes after proofPurpose.
constexpr std::string_view proof_value_member = "proofValue";

std::vector<std::pair<std::string, std::size_t>> cut_json(const std::string& text, const std::string& mark)
{
    std::vector<std::pair<std::string, std::size_t>> out;
    std::size_t from = 0;
    for (auto at = text.find(mark); at != text.npos; at = text.find(mark, from)) {
        std::size_t hole = 0;
        const auto* const tag = text.data() + at + mark.size();
        std::from_chars(tag + 1, tag + 5, hole);
        out.emplace_back(text.substr(from, at - from), hole);
        from = at + mark.size() + 5;
    }
    out.emplace_back(text.substr(from), no_hole);
    return out;
}

// A text within a JSON string.
void append_escaped(std::string& out, const std::string& text)
{
    const auto needs_none = [](char c) {
        return static_cast<unsigned char>(c) >= 0x20 && c != '"' && c != '\\';
    };
    if (std::all_of(text.begin(), text.end(), needs_none)) {
        out += text;
        return;
    }
    const auto quoted = canonical_json(Json(text));
    out.append(quoted, 1, quoted.size() - 2);
}

std::vector<std::string> escaped_for_quads(const std::vector<std::string>& values)
{
    std::vector<std::string> out;
    out.reserve(values.size());
    for (const auto& value : values) out.push_back(escape_literal(value));
    return out;
}

} // namespace

std::string shape_key(const TemplateFacts& facts, const Claims& claims)
{
    std::string key;
    for (std::size_t i = 1; i <= claim_count; ++i) key += has(claims, static_cast<Claim>(i)) ? '1' : '0';
    for (const auto level : claims.levels) key += level == 0 ? '-' : '+';
    key += std::to_string(claims.evidence.size());
    for (const auto& hole : facts.object_choices) {
        const bool level = hole.claim == Claim::levels;
        const auto choice = !level                           ? claims.*choice_field(hole.claim)
                            : hole.at < claims.levels.size() ? claims.levels[hole.at]
                                                             : 0;
        key += "," + std::to_string(choice);
    }
    return key;
}

Result<Shape> Shape::compile(const Json& credential, const std::string& mark, const Claims& claims)
{
    Recording recording{mark, {}, {}};
    Filler filler(claims, &recording);
    auto filled = TRY(filler.fill(credential));
    if (recording.holes.size() > 9'999)
        return Error{Fault::full, "the template has more holes than any programme's"};
    Json document = std::move(*filled);
    const Json proof = document["proof"];
    std::vector<CompiledQuads::HoleRule> rules;
    for (std::size_t i = 0; i < recording.holes.size(); ++i) {
        const auto& hole = recording.holes[i];
        rules.push_back({fixed_part(hole) + hole_mark(recording, i), names_a_node(hole.type)});
    }
    // The signature is a hole of the JSON alone.
    document["proof"][std::string(proof_value_member)] = hole_mark(recording, recording.holes.size());
    auto pieces = cut_json(canonical_json(document), mark);
    document.erase("proof");
    auto document_lines = TRY(document_quads(document));
    auto proof_lines = TRY(proof_quads(document, proof));
    Shape shape(TRY(CompiledQuads::compile(std::move(document_lines), mark, rules)),
                TRY(CompiledQuads::compile(std::move(proof_lines), mark, rules)));
    shape.m_holes = std::move(recording.holes);
    shape.m_comparisons = std::move(recording.comparisons);
    shape.m_used = filler.used();
    shape.m_json = std::move(pieces);
    return shape;
}

Result<std::vector<std::string>> Shape::values(const Claims& claims) const
{
    std::vector<std::string> out;
    out.reserve(m_holes.size());
    for (const auto& hole : m_holes) out.push_back(TRY(claimed_part(hole, claims)));
    const Filler filler(claims);
    for (const auto& branches : m_comparisons) TRY(filler.compare(branches));
    TRY(check_all_used(m_used, claims));
    return out;
}

std::string Shape::json(const std::vector<std::string>& values, const std::string& proof_value) const
{
    std::size_t size = proof_value.size();
    for (const auto& [text, hole] : m_json)
        size += text.size() + (hole < values.size() ? values[hole].size() : 0);
    std::string out;
    out.reserve(size + 64);
    for (const auto& [text, hole] : m_json) {
        out += text;
        if (hole != no_hole) append_escaped(out, hole < values.size() ? values[hole] : proof_value);
    }
    return out;
}

std::optional<Shape::Forms> Shape::forms(const std::vector<std::string>& values) const
{
    const auto escaped = escaped_for_quads(values);
    Forms out;
    if (!m_document.canonical(escaped, out.document) || !m_proof.canonical(escaped, out.proof))
        return std::nullopt;
    return out;
}

std::optional<ByteArray<64>> Shape::hashes(const std::vector<std::string>& values) const
{
    const auto escaped = escaped_for_quads(values);
    const auto proof = m_proof.digest(escaped);
    const auto document = m_document.digest(escaped);
    if (!proof || !document) return std::nullopt;
    ByteArray<64> out;
    std::copy(proof->begin(), proof->end(), out.begin());
    std::copy(document->begin(), document->end(), out.begin() + 32);
    return out;
}

} // namespace northseal::credential
