#include "storage/linked_data/canonical.h"

#include <algorithm>
#include <memory>
#include <unordered_map>

#include "storage/base/hash.h"
#include "storage/linked_data/canonical_quads.h"

namespace northseal::linked_data {
namespace {

std::string hash_text(std::string_view text, CanonicalHash hash)
{
    switch (hash) {
    case CanonicalHash::sha256:
        return to_hex(sha256(view(text)));
    case CanonicalHash::sha384:
        return to_hex(sha384(view(text)));
    }
    return {};
}

// Identifier Issuer, section 4.5: labels in the order in which nodes first asked for one.
class Issuer {
public:
    explicit Issuer(std::string_view prefix) : m_prefix(prefix) {}

    bool has(std::uint32_t node) const { return m_numbers.contains(node); }
    void issue(std::uint32_t node)
    {
        if (m_numbers.try_emplace(node, m_order.size()).second) m_order.push_back(node);
    }
    std::string label(std::uint32_t node) const
    {
        return std::string(m_prefix) + std::to_string(m_numbers.at(node));
    }
    const std::vector<std::uint32_t>& order() const { return m_order; }

private:
    std::string_view m_prefix;
    std::unordered_map<std::uint32_t, std::size_t> m_numbers;
    std::vector<std::uint32_t> m_order;
};

Result<> within(std::size_t used, std::size_t most, const char* what)
{
    if (used <= most) return {};
    return Error{Fault::full, "canonicalization needs more than " + std::to_string(most) + " " + what +
                                  ": too many blank nodes are alike"};
}

struct DeepHash {
    std::string hash;
    Issuer issuer;
};

class Canonicalizer {
public:
    Canonicalizer(const Dataset& dataset, CanonicalHash hash, CanonicalLimits limits)
        : m_quads(dataset), m_hash(hash), m_limits(limits)
    {}

    Result<Canonical> run();

private:
    std::string hash(std::string_view text) const { return hash_text(text, m_hash); }
    void hash_first_degree();
    Result<> label_alike(const std::vector<std::uint32_t>& nodes);
    Result<DeepHash> deep_hash(std::uint32_t node, Issuer issuer);
    Result<DeepHash> deep_hash_within(std::uint32_t node, Issuer issuer);
    Result<std::map<std::string, std::vector<std::uint32_t>>> related_nodes(std::uint32_t node,
                                                                            const Issuer&);
    std::string related_hash(std::uint32_t related, const GappedQuad&, std::size_t slot, const Issuer&) const;
    // The best path so far through the nodes of one related hash.
    struct Choice {
        std::string path;
        Issuer issuer;
    };
    Result<> try_permutation(const std::vector<std::uint32_t>& order, const Issuer& issuer, Choice& chosen);
    Canonical written() const;

    GappedQuads m_quads;
    CanonicalHash m_hash;
    CanonicalLimits m_limits;
    std::size_t m_deep_hashes{0};
    std::size_t m_permutations{0};
    std::size_t m_depth{0};
    std::size_t m_related_hashes{0};
    std::size_t m_copied_labels{0};
    std::vector<std::string> m_first_degree; // by node
    Issuer m_canonical{"c14n"};
};

void Canonicalizer::hash_first_degree()
{
    std::vector<std::string> lines;
    m_first_degree.reserve(m_quads.labels().size());
    for (std::uint32_t node = 0; node < m_quads.labels().size(); ++node) {
        const auto& mentions = m_quads.mentions()[node];
        lines.resize(std::max(lines.size(), mentions.size()));
        for (std::size_t at = 0; at < mentions.size(); ++at) {
            lines[at].clear();
            m_quads.append_line(lines[at], m_quads.quads()[mentions[at]],
                                [&](std::uint32_t other) { return other == node ? "_:a" : "_:z"; });
        }
        m_first_degree.push_back(first_degree_hash(std::span(lines).first(mentions.size()), m_hash));
    }
}

// Section 4.4.3.
Result<Canonical> Canonicalizer::run()
{
    hash_first_degree();
    std::vector<std::uint32_t> nodes(m_first_degree.size());
    for (std::uint32_t node = 0; node < nodes.size(); ++node) nodes[node] = node;
    std::stable_sort(nodes.begin(), nodes.end(),
                     [&](auto a, auto b) { return m_first_degree[a] < m_first_degree[b]; });
    std::vector<std::vector<std::uint32_t>> alike;
    for (std::size_t at = 0; at < nodes.size();) {
        std::size_t end = at + 1;
        while (end < nodes.size() && m_first_degree[nodes[end]] == m_first_degree[nodes[at]]) ++end;
        if (end == at + 1) {
            m_canonical.issue(nodes[at]);
        } else {
            alike.emplace_back(nodes.begin() + static_cast<std::ptrdiff_t>(at),
                               nodes.begin() + static_cast<std::ptrdiff_t>(end));
        }
        at = end;
    }
    for (const auto& group : alike) TRY(label_alike(group));
    return written();
}

// Nodes that no first-degree hash tells apart: step 5 of the algorithm.
Result<> Canonicalizer::label_alike(const std::vector<std::uint32_t>& nodes)
{
    std::vector<DeepHash> paths;
    for (const auto node : nodes) {
        if (m_canonical.has(node)) continue;
        Issuer issuer("b");
        issuer.issue(node);
        paths.push_back(TRY(deep_hash(node, std::move(issuer))));
    }
    std::stable_sort(paths.begin(), paths.end(),
                     [](const auto& a, const auto& b) { return a.hash < b.hash; });
    for (const auto& path : paths) {
        for (const auto node : path.issuer.order()) m_canonical.issue(node);
    }
    return {};
}

// Hash Related Blank Node, section 4.7.
std::string Canonicalizer::related_hash(std::uint32_t related, const GappedQuad& quad, std::size_t slot,
                                        const Issuer& issuer) const
{
    constexpr std::string_view positions = "sog";
    std::string input(1, positions[slot]);
    if (slot != slot_graph) input.append(m_quads.predicate(quad));
    if (m_canonical.has(related)) {
        input.append("_:").append(m_canonical.label(related));
    } else if (issuer.has(related)) {
        input.append("_:").append(issuer.label(related));
    } else {
        input.append(m_first_degree[related]);
    }
    return hash(input);
}

Result<std::map<std::string, std::vector<std::uint32_t>>> Canonicalizer::related_nodes(std::uint32_t node,
                                                                                       const Issuer& issuer)
{
    TRY(within(m_related_hashes += m_quads.mentions()[node].size(), m_limits.related_hashes,
               "related hashes"));
    std::map<std::string, std::vector<std::uint32_t>> out;
    for (const auto index : m_quads.mentions()[node]) {
        const auto& quad = m_quads.quads()[index];
        for (std::size_t slot = 0; slot < 3; ++slot) {
            const auto related = quad.nodes[slot];
            if (related != no_node && related != node)
                out[related_hash(related, quad, slot, issuer)].push_back(related);
        }
    }
    return out;
}

Result<DeepHash> Canonicalizer::deep_hash(std::uint32_t node, Issuer issuer)
{
    TRY(within(++m_deep_hashes, m_limits.deep_hashes, "deep hashes"));
    TRY(within(++m_depth, m_limits.depth, "deep hashes within one another"));
    auto result = deep_hash_within(node, std::move(issuer));
    --m_depth;
    return result;
}

// Hash N-Degree Quads, section 4.8.
Result<DeepHash> Canonicalizer::deep_hash_within(std::uint32_t node, Issuer issuer)
{
    std::string data;
    const auto related = TRY(related_nodes(node, issuer));
    for (const auto& [related_hash, nodes] : related) {
        data += related_hash;
        std::vector<std::uint32_t> order = nodes;
        std::sort(order.begin(), order.end());
        Choice chosen{{}, issuer};
        do {
            TRY(within(++m_permutations, m_limits.permutations, "permutations"));
            TRY(within(m_copied_labels += issuer.order().size(), m_limits.copied_labels, "copied labels"));
            TRY(try_permutation(order, issuer, chosen));
        } while (std::next_permutation(order.begin(), order.end()));
        data += chosen.path;
        issuer = std::move(chosen.issuer);
    }
    return DeepHash{hash(data), std::move(issuer)};
}

Result<> Canonicalizer::try_permutation(const std::vector<std::uint32_t>& order, const Issuer& start,
                                        Choice& chosen)
{
    Issuer issuer = start;
    std::string path;
    std::vector<std::uint32_t> recursion;
    const auto is_worse = [&] {
        return !chosen.path.empty() && path.size() >= chosen.path.size() && path > chosen.path;
    };
    for (const auto related : order) {
        if (m_canonical.has(related)) {
            path.append("_:").append(m_canonical.label(related));
        } else {
            if (!issuer.has(related)) {
                recursion.push_back(related);
                issuer.issue(related);
            }
            path.append("_:").append(issuer.label(related));
        }
        if (is_worse()) return {};
    }
    for (const auto related : recursion) {
        TRY(within(m_copied_labels += issuer.order().size(), m_limits.copied_labels, "copied labels"));
        auto result = TRY(deep_hash(related, issuer));
        path.append("_:").append(issuer.label(related)).append("<").append(result.hash).append(">");
        issuer = std::move(result.issuer);
        if (is_worse()) return {};
    }
    if (chosen.path.empty() || path < chosen.path) chosen = Choice{std::move(path), std::move(issuer)};
    return {};
}

Canonical Canonicalizer::written() const
{
    std::vector<std::string> names(m_quads.labels().size());
    Canonical out;
    out.deep_hashes = m_deep_hashes;
    out.permutations = m_permutations;
    for (std::size_t number = 0; number < m_canonical.order().size(); ++number) {
        const auto node = m_canonical.order()[number];
        const std::string label = "c14n" + std::to_string(number);
        names[node] = "_:" + label;
        out.labels.emplace(m_quads.labels()[node], label);
    }
    std::string text;
    text.reserve(m_quads.text_size() + m_quads.quads().size() * 24);
    std::vector<std::size_t> ends;
    for (const auto& quad : m_quads.quads()) {
        m_quads.append_line(text, quad,
                            [&](std::uint32_t node) -> const std::string& { return names[node]; });
        ends.push_back(text.size());
    }
    std::vector<std::string_view> lines;
    lines.reserve(ends.size());
    std::size_t start = 0;
    for (const auto end : ends) {
        lines.push_back(std::string_view(text).substr(start, end - start));
        start = end;
    }
    std::sort(lines.begin(), lines.end());
    out.nquads.reserve(text.size());
    for (const auto line : lines) out.nquads += line;
    return out;
}

} // namespace

std::string first_degree_hash(std::span<std::string> lines, CanonicalHash hash)
{
    std::sort(lines.begin(), lines.end());
    std::string joined;
    for (const auto& line : lines) joined += line;
    return hash_text(joined, hash);
}

Result<Canonical> canonicalize(const Dataset& dataset, CanonicalHash hash, CanonicalLimits limits)
{
    return Canonicalizer(dataset, hash, limits).run();
}

} // namespace northseal::linked_data
