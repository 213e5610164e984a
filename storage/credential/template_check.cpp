#include "storage/credential/template_check.h"

#include <nlohmann/json.hpp>
#include <set>

namespace northseal::credential {
namespace {

constexpr std::size_t nodes_most = 20'000;
constexpr std::size_t options_most = 256;

// Where the walk stands: what may appear there follows from it.
struct Place {
    std::string path;
    bool names_node{false}; // the value of "id" or "@id"
    bool fixed{false};      // in "@context" or "type": no hole
    bool constant{false};   // in an option of a choice: no word at all
    bool number{false};     // the value of a member that the standard makes a number
    bool in_if{false};      // under an `$if`, or under `$each`
    bool in_each{false};
    bool array_item{false};
};

class Checker {
public:
    Result<> walk(const Json& node, const Place& place);
    TemplateFacts facts;

private:
    Result<> walk_object(const Json&, const Place&);
    Result<> walk_array(const Json&, const Place&);
    Result<> walk_word(const Json&, const Place&);
    Result<> check_claim(const Json&, const Place&);
    Result<> check_choice(const Json&, const Hole&, const Place&);
    Result<> check_if(const Json&, const Place&);
    Result<> check_each(const Json&, const Place&);
    Result<> check_item(const Json&, const Place&);
    Result<std::size_t> element(const Json&, Claim, const Place&) const;
    Result<Claim> claim(const Json&, const char* word, const Place&) const;
    Result<> check_base(const Json&, HoleType, const Place&) const;
    Result<> check_months(const Json&, const Hole&, const Place&) const;

    std::size_t m_nodes{0};
};

Error at(const Place& place, std::string_view what)
{
    return refused("template, at " + (place.path.empty() ? "/" : place.path) + ": " + std::string(what));
}

Result<> only_members(const Json& node, const std::set<std::string_view>& known, const Place& place)
{
    for (const auto& [name, child] : node.items()) {
        if (!known.contains(name)) return at(place, "\"" + name + "\" is not known here");
    }
    return {};
}

Result<Claim> Checker::claim(const Json& node, const char* word, const Place& place) const
{
    const auto name = TRY(text_member(node, word));
    const auto found = claim_named(name);
    if (!found) return at(place, "there is no claim named \"" + name + "\"");
    return *found;
}

// "at" stands with levels, and only with levels.
Result<std::size_t> Checker::element(const Json& node, Claim which, const Place& place) const
{
    const auto* const index = member(node, "at");
    if (which != Claim::levels) {
        return index == nullptr ? Result<std::size_t>(0) : at(place, "\"at\" belongs to levels only");
    }
    if (index == nullptr || !index->is_number_unsigned())
        return at(place, "levels needs \"at\", the outcome");
    const auto out = index->get<std::uint64_t>();
    if (out >= levels_most) return at(place, "\"at\" is past the last outcome a programme may have");
    return static_cast<std::size_t>(out);
}

Result<> Checker::check_base(const Json& node, HoleType type, const Place& place) const
{
    const bool wanted = type == HoleType::key || type == HoleType::list || type == HoleType::entry;
    const auto* const base = member(node, "base");
    if (!wanted) return base == nullptr ? Result<>{} : at(place, "\"base\" has no use here");
    if (base == nullptr || !base->is_string()) return at(place, "\"base\" is missing");
    const auto& text = base->get_ref<const std::string&>();
    const bool absolute = text.starts_with("did:") || text.starts_with("https://");
    if (!absolute) return at(place, "\"base\" must begin with https:// or did:");
    return {};
}

Result<> Checker::check_months(const Json& node, const Hole& hole, const Place& place) const
{
    const auto* const months = member(node, "months");
    if (months == nullptr) return {};
    const bool dated = hole.claim == Claim::valid_from || hole.claim == Claim::awarded_date;
    if (hole.type != HoleType::date_time || !dated) {
        return at(place, "\"months\" belongs to validFrom or awardedDate as date-time only");
    }
    const bool usable = months->is_number_unsigned() && *months >= 1U && *months <= 600U;
    return usable ? Result<>{} : at(place, "\"months\" must be 1 to 600");
}

Result<> Checker::check_choice(const Json& node, const Hole& hole, const Place& place)
{
    const auto* const options = member(node, "of");
    if (options == nullptr || !options->is_array() || options->empty() || options->size() > options_most) {
        return at(place, "\"of\" must list 1 to 256 options");
    }
    std::set<std::string> seen;
    for (const auto& option : *options) {
        const bool usable = option.is_string() || (option.is_object() && !option.empty());
        if (!usable) return at(place, "an option must be text or an object");
        auto inside = place;
        inside.constant = true;
        inside.array_item = false;
        TRY(walk(option, inside));
        // Two equal options would be two slips for one credential.
        if (!seen.insert(canonical_json(option)).second) return at(place, "two options are equal");
    }
    if (hole.claim == Claim::levels) {
        auto& counts = facts.level_choices;
        if (counts.size() <= hole.at) counts.resize(hole.at + 1, 0);
        counts[hole.at] = counts[hole.at] == 0 ? options->size() : std::min(counts[hole.at], options->size());
    } else {
        auto& count = facts.choices[static_cast<std::size_t>(hole.claim)];
        count = count == 0 ? options->size() : std::min(count, options->size());
    }
    if (!has_only_texts(*options)) facts.object_choices.push_back(hole);
    return {};
}

Result<> Checker::check_claim(const Json& node, const Place& place)
{
    if (place.fixed) return at(place, "no claim may stand here");
    TRY(only_members(node, {"$claim", "as", "at", "of", "base", "months"}, place));
    const auto which = TRY(claim(node, "$claim", place));
    const auto type_name = TRY(text_member(node, "as"));
    const auto type = hole_type_named(type_name);
    if (!type) return at(place, "there is no type \"" + type_name + "\"");
    if (which == Claim::evidence || !fits(which, *type)) {
        return at(place, "claim " + std::string(name_of(which)) + " cannot be rendered as " + type_name);
    }
    if (place.names_node && !names_a_node(*type))
        return at(place, "a claim as " + type_name + " cannot name a node");
    const Hole hole{*type, which, TRY(element(node, which, place)), &node};
    TRY(check_base(node, *type, place));
    TRY(check_months(node, hole, place));
    if (*type == HoleType::choice) {
        TRY(check_choice(node, hole, place));
    } else if (node.contains("of")) {
        return at(place, "\"of\" belongs to a choice only");
    }
    facts.rendered.set(static_cast<std::size_t>(which));
    if (!place.in_if) facts.always.set(static_cast<std::size_t>(which));
    return {};
}

Result<> Checker::check_if(const Json& node, const Place& place)
{
    TRY(only_members(node, {"$if", "at", "then", "else"}, place));
    const auto which = TRY(claim(node, "$if", place));
    if (which == Claim::id || which == Claim::valid_from || which == Claim::status_index) {
        return at(place, "claim " + std::string(name_of(which)) + " is never absent: nothing to test");
    }
    const auto index = TRY(element(node, which, place));
    const auto* const then = member(node, "then");
    const auto* const otherwise = member(node, "else");
    if (then == nullptr) return at(place, "\"$if\" needs \"then\"");
    if (otherwise != nullptr && *otherwise == *then) return at(place, "both branches of \"$if\" are equal");
    if (which == Claim::levels) {
        facts.level_optional.set(index);
    } else {
        facts.tested.set(static_cast<std::size_t>(which));
    }
    auto inside = place;
    inside.in_if = true;
    inside.array_item = false;
    TRY(walk(*then, inside));
    if (otherwise != nullptr) TRY(walk(*otherwise, inside));
    return {};
}

Result<> Checker::check_each(const Json& node, const Place& place)
{
    TRY(only_members(node, {"$each", "do"}, place));
    if (!place.array_item) return at(place, "\"$each\" stands in a list only");
    if (place.in_each || place.fixed) return at(place, "\"$each\" cannot stand here");
    if (TRY(claim(node, "$each", place)) != Claim::evidence)
        return at(place, "\"$each\" is for evidence only");
    const auto* const body = member(node, "do");
    if (body == nullptr) return at(place, "\"$each\" needs \"do\"");
    auto inside = place;
    inside.in_if = inside.in_each = true;
    inside.array_item = false;
    TRY(walk(*body, inside));
    if (!facts.rendered[static_cast<std::size_t>(Claim::evidence)]) {
        return at(place, "\"$each\" never renders its item");
    }
    return {};
}

Result<> Checker::check_item(const Json& node, const Place& place)
{
    TRY(only_members(node, {"$item"}, place));
    if (!place.in_each || place.fixed) return at(place, "\"$item\" stands inside \"$each\" only");
    if (node["$item"] != "digest") return at(place, "an item is rendered as digest");
    facts.rendered.set(static_cast<std::size_t>(Claim::evidence));
    return {};
}

Result<> Checker::walk_word(const Json& node, const Place& place)
{
    if (place.constant) return at(place, "an option must be the same for every award");
    if (node.contains("$claim")) return check_claim(node, place);
    if (node.contains("$if")) return check_if(node, place);
    if (node.contains("$each")) return check_each(node, place);
    if (node.contains("$item")) return check_item(node, place);
    return at(place, "a word that begins with $ is not known");
}

Result<> Checker::walk_array(const Json& node, const Place& place)
{
    if (node.empty()) return at(place, "a list is empty");
    std::size_t index = 0;
    for (const auto& element : node) {
        auto inside = place;
        inside.path += "/" + std::to_string(index++);
        inside.array_item = true;
        TRY(walk(element, inside));
    }
    return {};
}

Result<> Checker::walk_object(const Json& node, const Place& place)
{
    for (const auto& [name, child] : node.items()) {
        auto inside = place;
        inside.path += "/" + name;
        inside.array_item = false;
        inside.names_node = name == "id" || name == "@id";
        inside.number = name == "creditsAvailable" || name == "creditsEarned";
        inside.fixed = place.fixed || name == "@context" || name == "type" || name == "@type";
        TRY(walk(child, inside));
    }
    return {};
}

Result<> Checker::walk(const Json& node, const Place& place)
{
    if (++m_nodes > nodes_most) return Error{Fault::full, "the template is larger than any programme's"};
    if (node.is_number() && !place.number)
        return at(place, "numbers are not signed alike everywhere; write text");
    if (node.is_null()) return at(place, "null is not allowed");
    if (node.is_array()) return walk_array(node, place);
    if (!node.is_object()) return {};
    const bool word = std::any_of(node.items().begin(), node.items().end(),
                                  [](const auto& entry) { return entry.key().starts_with('$'); });
    return word ? walk_word(node, place) : walk_object(node, place);
}

Json hole(const char* claim, const char* type)
{
    return Json{{"$claim", claim}, {"as", type}};
}

Result<> check_proof(const Json& credential)
{
    const auto* const issuer = member(credential, "issuer");
    if (issuer == nullptr) return refused("template: the credential has no issuer");
    const auto did = issuer->is_string() ? issuer->get<std::string>() : TRY(text_member(*issuer, "id"));
    const auto* const proof = member(credential, "proof");
    if (proof == nullptr || !proof->is_object())
        return refused("template: the credential has no proof options");
    auto wanted = Json{{"type", "DataIntegrityProof"},
                       {"cryptosuite", "eddsa-rdfc-2022"},
                       {"created", hole("validFrom", "date-time")},
                       {"proofPurpose", "assertionMethod"}};
    wanted["verificationMethod"] = hole("kiosk", "key");
    const auto* const method = member(*proof, "verificationMethod");
    const auto base = method == nullptr ? refused("") : text_member(*method, "base");
    // A key of somebody else's document could never be an assertion of this issuer.
    if (!base.ok() || !base.value().starts_with(did + "#")) {
        return refused("template: the proof's key must be one of the issuer's, " + did + "#…");
    }
    wanted["verificationMethod"]["base"] = base.value();
    if (*proof != wanted) {
        return refused("template: the proof options must be those of eddsa-rdfc-2022, created when valid");
    }
    return {};
}

Result<> check_frame(const Json& json)
{
    if (!json.is_object()) return refused("a template is a JSON object");
    TRY(only_members(json, {"northseal", "language", "credential"}, Place{}));
    if (TRY(text_member(json, "northseal")) != "template 1") {
        return refused("this is not a template of version 1");
    }
    const auto language = TRY(text_member(json, "language"));
    const bool tag = language.size() >= 2 && language.size() <= 35 &&
                     language.find_first_not_of("abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ"
                                                "0123456789-") == language.npos;
    if (!tag) return refused("template: the language is no BCP 47 tag");
    const auto* const credential = member(json, "credential");
    if (credential == nullptr || !credential->is_object()) return refused("template: no credential");
    const auto* const contexts = member(*credential, "@context");
    if (contexts == nullptr || !contexts->is_array() || contexts->empty() ||
        contexts->front() != "https://www.w3.org/ns/credentials/v2") {
        return refused("template: the first context must be https://www.w3.org/ns/credentials/v2");
    }
    const auto* const id = member(*credential, "id");
    const auto* const valid_from = member(*credential, "validFrom");
    if (id == nullptr || *id != hole("id", "uuid"))
        return refused("template: the credential's id must be claim id");
    if (valid_from == nullptr || *valid_from != hole("validFrom", "date-time")) {
        return refused("template: validFrom must be claim validFrom");
    }
    return check_proof(*credential);
}

} // namespace

Result<TemplateFacts> check_template(const Json& json)
{
    TRY(check_frame(json));
    Checker checker;
    TRY(checker.walk(json["credential"], Place{}));
    if (!checker.facts.always[static_cast<std::size_t>(Claim::status_index)]) {
        return refused("template: claim statusIndex is not always rendered");
    }
    for (const auto count : checker.facts.level_choices) {
        if (count == 0) return refused("template: an outcome before the last has no levels");
    }
    return std::move(checker.facts);
}

} // namespace northseal::credential
