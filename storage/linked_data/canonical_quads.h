#pragma once
// Quads written once, with gaps where blank nodes stand: every hash and the canonical form fill the gaps in.

#include <array>
#include <cstdint>
#include <string>
#include <string_view>
#include <vector>

#include "storage/linked_data/rdf.h"

namespace northseal::linked_data {

constexpr std::size_t slot_subject = 0;
constexpr std::size_t slot_object = 1;
constexpr std::size_t slot_graph = 2;
constexpr std::uint32_t no_node = 0xFFFFFFFF;

struct GappedQuad {
    std::array<std::uint32_t, 3> nodes{no_node, no_node, no_node}; // by slot
    // Where in the text the quad begins, the gaps are, and it ends. A slot without a blank node has an empty
    // gap.
    std::array<std::uint32_t, 5> at{};
    std::uint32_t predicate_start{0}; // "<iri>" in the text
    std::uint32_t predicate_end{0};
};

class GappedQuads {
public:
    explicit GappedQuads(const Dataset&); // duplicates are dropped

    const std::vector<GappedQuad>& quads() const { return m_quads; }
    const std::vector<std::string_view>& labels() const { return m_labels; } // by node; views of the dataset
    const std::vector<std::vector<std::uint32_t>>& mentions() const { return m_mentions; } // quads by node
    std::string_view predicate(const GappedQuad& quad) const
    {
        return std::string_view(m_text).substr(quad.predicate_start,
                                               quad.predicate_end - quad.predicate_start);
    }
    // Appends the line, each gap filled with what `label_of(node)` says.
    template<class LabelOf>
    void append_line(std::string& out, const GappedQuad& quad, LabelOf label_of) const
    {
        for (std::size_t slot = 0; slot < 3; ++slot) {
            out.append(m_text, quad.at[slot], quad.at[slot + 1] - quad.at[slot]);
            if (quad.nodes[slot] != no_node) out.append(label_of(quad.nodes[slot]));
        }
        out.append(m_text, quad.at[3], quad.at[4] - quad.at[3]);
    }
    std::size_t text_size() const { return m_text.size(); }

private:
    void index_mentions();

    std::string m_text;
    std::vector<GappedQuad> m_quads;
    std::vector<std::string_view> m_labels;
    std::vector<std::vector<std::uint32_t>> m_mentions;
};

} // namespace northseal::linked_data
