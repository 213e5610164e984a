#include "storage/credential/fill.h"

#include <cstdio>
#include <nlohmann/json.hpp>

namespace northseal::credential {
namespace {

using Filled = std::optional<Json>;

Claim claim_in(const Json& node, const char* word)
{
    return *claim_named(node[word].get_ref<const std::string&>()); // the template was checked
}

std::optional<std::size_t> element_of(const Json& node)
{
    const auto* const at = member(node, "at");
    return at == nullptr ? std::nullopt : std::optional(at->get<std::size_t>());
}

} // namespace

Result<> check_all_used(const Used& used, const Claims& claims)
{
    for (std::size_t key = 1; key <= claim_count; ++key) {
        const auto claim = static_cast<Claim>(key);
        if (!has(claims, claim) || used.claims[key]) continue;
        bool all = claim == Claim::levels;
        for (std::size_t i = 0; all && i < claims.levels.size(); ++i) all = used.levels[i];
        if (!all) {
            return refused("claim " + std::string(name_of(claim)) +
                           " has no place in this programme's template");
        }
    }
    return {};
}

std::string hole_mark(const Recording& recording, std::size_t hole)
{
    char digits[24];
    std::snprintf(digits, sizeof digits, "h%04zu", hole);
    return recording.mark + digits;
}

void Filler::use(const Hole& hole)
{
    if (hole.claim == Claim::levels) {
        m_used.levels.set(hole.at);
    } else {
        m_used.claims.set(static_cast<std::size_t>(hole.claim));
    }
}

Json Filler::recorded(const Hole& hole)
{
    auto& holes = m_recording->holes;
    const auto known =
        std::find_if(holes.begin(), holes.end(), [&](const Hole& other) { return hole.same_as(other); });
    const auto index = static_cast<std::size_t>(known - holes.begin());
    if (known == holes.end()) holes.push_back(hole);
    return fixed_part(hole) + hole_mark(*m_recording, index);
}

Result<Json> Filler::fill_hole(const Hole& hole)
{
    if (hole.type == HoleType::choice) {
        const auto* const option = TRY(chosen_option(hole, m_claims));
        use(hole);
        if (m_recording == nullptr || !has_only_texts((*hole.node)["of"])) return *option;
        return recorded(hole);
    }
    const auto text = TRY(claimed_part(hole, m_claims));
    use(hole);
    if (hole.type == HoleType::yes) return Json(true);
    if (m_recording != nullptr) return recorded(hole);
    return Json(fixed_part(hole) + text);
}

Result<> Filler::compare(const Comparison& branches) const
{
    Filler plain(m_claims);
    const auto taken = TRY(plain.fill(*branches.taken, branches.item));
    const auto otherwise = TRY(plain.fill(*branches.otherwise, branches.item));
    if (taken == otherwise) {
        return refused("claim " + std::string(name_of(branches.claim)) +
                       " says what the template says without it; leave it out");
    }
    return {};
}

Result<Filled> Filler::fill_if(const Json& node, std::optional<std::size_t> item)
{
    const auto claim = claim_in(node, "$if");
    const auto at = element_of(node);
    const auto* const otherwise = member(node, "else");
    const bool reached = at ? *at < m_claims.levels.size() : has(m_claims, claim);
    if (at && !reached) return refused("claim levels has no value for outcome " + std::to_string(*at + 1));
    if (reached && (!at || m_claims.levels[*at] != 0)) {
        if (otherwise != nullptr) {
            const Comparison branches{&node["then"], otherwise, claim, item};
            if (m_recording != nullptr) {
                m_recording->comparisons.push_back(branches);
            } else {
                TRY(compare(branches));
            }
        }
        return fill(node["then"], item);
    }
    if (at) m_used.levels.set(*at); // a zero says "not assessed", and this is where it says so
    if (otherwise == nullptr) return Filled();
    return fill(*otherwise, item);
}

Result<Filled> Filler::fill_array(const Json& node, std::optional<std::size_t> item)
{
    Json out = Json::array();
    for (const auto& element : node) {
        if (const auto* const body = element.contains("$each") ? &element["do"] : nullptr) {
            for (std::size_t i = 0; i < m_claims.evidence.size(); ++i) {
                auto filled = TRY(fill(*body, i));
                if (filled) out.push_back(std::move(*filled));
            }
            if (!m_claims.evidence.empty()) m_used.claims.set(static_cast<std::size_t>(Claim::evidence));
            continue;
        }
        auto filled = TRY(fill(element, item));
        if (filled) out.push_back(std::move(*filled));
    }
    if (out.empty() && !node.empty()) return refused("these claims leave a list of the template empty");
    return Filled(std::move(out));
}

Result<Filled> Filler::fill_object(const Json& node, std::optional<std::size_t> item)
{
    Json out = Json::object();
    for (const auto& [name, child] : node.items()) {
        auto filled = TRY(fill(child, item));
        if (filled) out[name] = std::move(*filled);
    }
    return Filled(std::move(out));
}

Result<Filled> Filler::fill(const Json& node, std::optional<std::size_t> item)
{
    if (node.is_array()) return fill_array(node, item);
    if (!node.is_object()) return Filled(node);
    if (node.contains("$if")) return fill_if(node, item);
    if (node.contains("$claim")) {
        const auto type = *hole_type_named(node["as"].get_ref<const std::string&>());
        return Filled(
            TRY(fill_hole(Hole{type, claim_in(node, "$claim"), element_of(node).value_or(0), &node})));
    }
    if (node.contains("$item")) {
        return Filled(TRY(fill_hole(Hole{HoleType::digest, Claim::evidence, item.value_or(0), &node})));
    }
    return fill_object(node, item);
}

} // namespace northseal::credential
