#include "storage/linked_data/canonical_quads.h"

#include <algorithm>
#include <unordered_map>

namespace northseal::linked_data {
namespace {

// The same quad has the same nodes and the same text between its gaps.
std::size_t hash_of(const GappedQuad& quad, std::string_view text)
{
    std::size_t hash = std::hash<std::string_view>()(text);
    for (const auto node : quad.nodes) hash = hash * 31 + node;
    return hash;
}

} // namespace

GappedQuads::GappedQuads(const Dataset& dataset)
{
    std::unordered_map<std::string_view, std::uint32_t> nodes;
    std::unordered_multimap<std::size_t, std::uint32_t> seen;
    seen.reserve(dataset.size());
    m_quads.reserve(dataset.size());
    m_text.reserve(dataset.size() * 192);
    const auto position = [&] { return static_cast<std::uint32_t>(m_text.size()); };
    const auto put = [&](GappedQuad& quad, std::size_t slot, const Term& term) {
        if (term.kind == TermKind::blank) {
            const auto [found, is_new] =
                nodes.try_emplace(term.value, static_cast<std::uint32_t>(m_labels.size()));
            if (is_new) m_labels.push_back(term.value);
            quad.nodes[slot] = found->second;
        } else {
            append_term(m_text, term);
        }
        quad.at[slot + 1] = position();
    };
    for (const auto& source : dataset) {
        GappedQuad quad;
        quad.at[0] = position();
        put(quad, slot_subject, source.subject);
        m_text += ' ';
        quad.predicate_start = position();
        append_term(m_text, source.predicate);
        quad.predicate_end = position();
        m_text += ' ';
        put(quad, slot_object, source.object);
        if (source.graph.kind != TermKind::none) m_text += ' ';
        put(quad, slot_graph, source.graph);
        m_text += " .\n";
        quad.at[4] = position();

        const auto text = [&](const GappedQuad& one) {
            return std::string_view(m_text).substr(one.at[0], one.at[4] - one.at[0]);
        };
        const auto hash = hash_of(quad, text(quad));
        const auto [first, last] = seen.equal_range(hash);
        const bool repeated = std::any_of(first, last, [&](const auto& entry) {
            const auto& other = m_quads[entry.second];
            const auto gap = [](const GappedQuad& one, std::size_t slot) { return one.at[slot] - one.at[0]; };
            return other.nodes == quad.nodes && text(other) == text(quad) && gap(other, 1) == gap(quad, 1) &&
                   gap(other, 2) == gap(quad, 2) && gap(other, 3) == gap(quad, 3);
        });
        if (repeated) {
            m_text.resize(quad.at[0]);
            continue;
        }
        seen.emplace(hash, static_cast<std::uint32_t>(m_quads.size()));
        m_quads.push_back(quad);
    }
    index_mentions();
}

void GappedQuads::index_mentions()
{
    m_mentions.resize(m_labels.size());
    for (std::uint32_t index = 0; index < m_quads.size(); ++index) {
        for (const auto node : m_quads[index].nodes) {
            if (node == no_node) continue;
            auto& list = m_mentions[node];
            if (list.empty() || list.back() != index) list.push_back(index);
        }
    }
}

} // namespace northseal::linked_data
