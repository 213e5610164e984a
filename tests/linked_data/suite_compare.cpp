#include "tests/linked_data/suite_compare.h"

#include <nlohmann/json.hpp>
#include <vector>

#include "storage/linked_data/canonical.h"

namespace northseal::test {
namespace {

bool same_array(const Json& a, const Json& b, bool ordered)
{
    if (a.size() != b.size()) return false;
    if (ordered) {
        for (std::size_t at = 0; at < a.size(); ++at) {
            if (!same_expanded(a[at], b[at])) return false;
        }
        return true;
    }
    std::vector<bool> used(b.size());
    for (const auto& item : a) {
        std::size_t at = 0;
        while (at < b.size() && (used[at] || !same_expanded(item, b[at]))) ++at;
        if (at == b.size()) return false;
        used[at] = true;
    }
    return true;
}

// RDFC-1.0 knows no blank nodes as predicates; they are compared as if all were one.
linked_data::Dataset with_iri_predicates(linked_data::Dataset dataset)
{
    for (auto& quad : dataset) {
        if (quad.predicate.kind == linked_data::TermKind::blank)
            quad.predicate = {linked_data::TermKind::iri, "blank:", {}, {}};
    }
    return dataset;
}

} // namespace

bool same_expanded(const Json& a, const Json& b)
{
    if (a.is_array() && b.is_array()) return same_array(a, b, /*ordered=*/false);
    if (!a.is_object() || !b.is_object()) return a == b;
    if (a.size() != b.size()) return false;
    for (const auto& [name, value] : a.items()) {
        const Json* other = member(b, name);
        if (other == nullptr) return false;
        if (name == "@value" ? value != *other
            : name == "@list" && value.is_array() && other->is_array()
                ? !same_array(value, *other, /*ordered=*/true)
                : !same_expanded(value, *other))
            return false;
    }
    return true;
}

bool same_dataset(const linked_data::Dataset& a, const linked_data::Dataset& b)
{
    const linked_data::CanonicalLimits wide{
        .deep_hashes = 1'000'000, .permutations = 10'000'000, .depth = 2'000};
    const auto one =
        linked_data::canonicalize(with_iri_predicates(a), linked_data::CanonicalHash::sha256, wide);
    const auto other =
        linked_data::canonicalize(with_iri_predicates(b), linked_data::CanonicalHash::sha256, wide);
    return one.ok() && other.ok() && one.value().nquads == other.value().nquads;
}

} // namespace northseal::test
