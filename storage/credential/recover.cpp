// From a credential's JSON back to its claims: the template is laid over it, and what stands in the holes is
// read. What this finds is believed only because filling it gives the same JSON again.
#include <charconv>
#include <nlohmann/json.hpp>

#include "storage/credential/credential.h"
#include "storage/credential/hole.h"
#include "storage/credential/status_list.h"

namespace northseal::credential {
namespace {

class Overlay {
public:
    // The first pass reads what stands outside of any `$if` with `else`; the second can then tell which
    // branch it was.
    bool lay(const Json& node, const Json* value);
    void second_pass() { m_second = true; }
    Claims claims;

private:
    bool lay_object(const Json& node, const Json& value);
    bool lay_array(const Json& node, const Json& value);
    bool lay_if(const Json& node, const Json* value);
    bool read_hole(const Json& node, const std::string& text);
    bool read_text(Claim, const std::string& text);
    bool read_id(std::string text);
    bool read_date(Claim, const std::string& text);
    bool read_evidence(const std::string& text);
    bool read_choice(Claim, const Json& node, const Json& value);
    bool read_status(const std::string& text);
    bool try_lay(const Json& node, const Json& value);

    bool m_second{false};
};

std::size_t outcome_of(const Json& node)
{
    const auto* const at = member(node, "at");
    return at == nullptr ? 0 : at->get<std::size_t>();
}

bool number(std::string_view text, std::uint32_t& out)
{
    const auto end = std::from_chars(text.data(), text.data() + text.size(), out);
    return end.ec == std::errc() && end.ptr == text.data() + text.size();
}

bool Overlay::read_text(Claim claim, const std::string& text)
{
    auto& place = claims.*text_field(claim);
    if (!place.empty() && place != text) return false;
    place = text;
    return true;
}

bool Overlay::read_choice(Claim claim, const Json& node, const Json& value)
{
    const auto& options = node["of"];
    const auto found = std::find(options.begin(), options.end(), value);
    if (found == options.end()) return false;
    const auto choice = static_cast<std::uint32_t>(found - options.begin() + 1);
    if (claim != Claim::levels) {
        claims.*choice_field(claim) = choice;
        return true;
    }
    const auto at = outcome_of(node);
    if (claims.levels.size() <= at) claims.levels.resize(at + 1, 0);
    claims.levels[at] = choice;
    return true;
}

bool Overlay::read_status(const std::string& text)
{
    const auto mark = text.find('#');
    std::uint32_t list = 0;
    std::uint32_t position = 0;
    if (mark == text.npos || !number(std::string_view(text).substr(0, mark), list)) return false;
    if (!number(std::string_view(text).substr(mark + 1), position)) return false;
    if (list > 0xffffffff / status_list_entries || position >= status_list_entries) return false;
    claims.status_index = list * status_list_entries + position;
    return true;
}

bool Overlay::read_id(std::string text)
{
    text.erase(std::remove(text.begin(), text.end(), '-'), text.end());
    const auto bytes = from_hex(text);
    if (!bytes.ok() || bytes.value().size() != claims.id.size()) return false;
    std::copy(bytes.value().begin(), bytes.value().end(), claims.id.begin());
    return true;
}

bool Overlay::read_date(Claim claim, const std::string& text)
{
    const auto time = from_date_time(text);
    if (!time.ok()) return false;
    if (claim == Claim::awarded_date) {
        claims.awarded_date = time.value();
    } else {
        claims.valid_from = time.value();
    }
    return true;
}

bool Overlay::read_evidence(const std::string& text)
{
    const auto bytes = from_base64url(text);
    if (!bytes.ok() || bytes.value().size() != EvidenceDigest().size()) return false;
    claims.evidence.emplace_back();
    std::copy(bytes.value().begin(), bytes.value().end(), claims.evidence.back().begin());
    return true;
}

bool Overlay::read_hole(const Json& node, const std::string& text)
{
    const bool item = node.contains("$item");
    const auto claim = item ? Claim::evidence : *claim_named(node["$claim"].get_ref<const std::string&>());
    const auto type = item ? HoleType::digest : *hole_type_named(node["as"].get_ref<const std::string&>());
    const auto fixed = fixed_part(Hole{type, claim, 0, &node});
    if (!text.starts_with(fixed)) return false;
    const auto rest = text.substr(fixed.size());
    switch (type) {
    case HoleType::text:
    case HoleType::key:
        return read_text(claim, rest);
    case HoleType::uuid:
        return read_id(rest);
    case HoleType::date_time:
        return node.contains("months") ||
               read_date(claim, rest); // months follow from the date that they count from
    case HoleType::digest:
        return read_evidence(rest);
    case HoleType::entry:
        return read_status(rest);
    case HoleType::list:
    case HoleType::position:
        return true; // the entry says both
    case HoleType::choice:
    case HoleType::yes:
        break;
    }
    return false;
}

bool Overlay::try_lay(const Json& node, const Json& value)
{
    auto kept = claims;
    if (lay(node, &value)) return true;
    claims = std::move(kept);
    return false;
}

bool Overlay::lay_if(const Json& node, const Json* value)
{
    const auto* const otherwise = member(node, "else");
    if (otherwise == nullptr) return value == nullptr || lay(node["then"], value);
    if (!m_second || value == nullptr) return true;
    // The branch without the claim is the one that says nothing new: it is tried first, on what is known by
    // now.
    const auto known = claims;
    if (lay(*otherwise, value) && claims == known) return true;
    claims = known;
    return lay(node["then"], value);
}

bool Overlay::lay_array(const Json& node, const Json& value)
{
    std::size_t next = 0;
    for (const auto& element : node) {
        if (element.contains("$each")) {
            while (next < value.size() && try_lay(element["do"], value[next])) ++next;
            continue;
        }
        const bool optional = element.contains("$if") && !element.contains("else");
        const bool laid = next < value.size() && try_lay(optional ? element["then"] : element, value[next]);
        if (laid) {
            ++next;
        } else if (!optional) {
            return false;
        } else if (element.contains("at") && claims.levels.size() <= outcome_of(element)) {
            claims.levels.resize(outcome_of(element) + 1, 0);
        }
    }
    return next == value.size();
}

bool Overlay::lay_object(const Json& node, const Json& value)
{
    for (const auto& [name, child] : node.items()) {
        if (!lay(child, member(value, name))) return false;
    }
    return true;
}

bool Overlay::lay(const Json& node, const Json* value)
{
    if (node.is_object() && node.contains("$if")) return lay_if(node, value);
    if (value == nullptr) return false;
    if (node.is_array()) return value->is_array() && lay_array(node, *value);
    if (!node.is_object()) return node == *value;
    const auto* const type = member(node, "as");
    if (type != nullptr && *type == "choice") {
        return read_choice(*claim_named(node["$claim"].get_ref<const std::string&>()), node, *value);
    }
    if (type != nullptr && *type == "true") {
        claims.specimen = *value == true;
        return claims.specimen;
    }
    if (node.contains("$claim") || node.contains("$item")) {
        return value->is_string() && read_hole(node, value->get_ref<const std::string&>());
    }
    return value->is_object() && lay_object(node, *value);
}

// The kiosk's proof among those of the credential: the one whose method this template writes.
const Json* kiosk_proof(const Template& tmpl, const Json& credential)
{
    const auto* const proof = member(credential, "proof");
    if (proof == nullptr || !proof->is_array()) return proof;
    const auto& base =
        tmpl.json()["credential"]["proof"]["verificationMethod"]["base"].get_ref<const std::string&>();
    for (const auto& one : *proof) {
        const auto method = text_member(one, "verificationMethod");
        if (method.ok() && method.value().starts_with(base)) return &one;
    }
    return nullptr;
}

} // namespace

Result<Signed> recover(const Template& tmpl, const Json& credential)
{
    const auto* const proof = kiosk_proof(tmpl, credential);
    if (proof == nullptr) return refused("the credential has no kiosk's proof");
    const auto value = TRY(text_member(*proof, "proofValue"));
    if (!value.starts_with('z')) return refused("the proofValue is not base58 as multibase");
    const auto bytes = TRY(from_base58(std::string_view(value).substr(1)));
    Signed out{tmpl.id(), {}, TRY(exactly<64>(bytes, "the proofValue"))};
    Json single = credential;
    single["proof"] = *proof;
    Overlay overlay;
    bool fits = overlay.lay(tmpl.json()["credential"], &single);
    overlay.second_pass();
    overlay.claims.evidence.clear();
    fits = fits && overlay.lay(tmpl.json()["credential"], &single);
    if (!fits) return refused("the credential does not say what its programme's template says");
    out.claims = std::move(overlay.claims);
    if (TRY(to_json(tmpl, out)) != canonical_json(single)) {
        return refused("the credential is not in the form that its programme's template fills to");
    }
    return out;
}

} // namespace northseal::credential
