#include <nlohmann/json.hpp>

#include "storage/institution/fields.h"
#include "storage/institution/published_files.h"

namespace northseal::institution {
namespace {

struct Term {
    std::string_view name;
    std::string_view meaning;
};
// The extension terms of our credentials, in words. A term that stands in a template and not here is still
// listed, with its name alone.
constexpr Term terms[] = {
    {"assessmentType", "How the learner was assessed, in words."},
    {"assessor", "Name of the certified facilitator who assessed and signed."},
    {"attitudes", "Attitudes that the programme recognises."},
    {"deliveryMode", "How the programme was delivered, in words."},
    {"identityGrade", "How the assessor knew who the learner was."},
    {"issuingBody", "Who offers the programme, in words."},
    {"knowledge", "Knowledge that the programme recognises."},
    {"labourMarketRelevance", "Why the competencies are wanted now, in words."},
    {"leadsTo", "What the programme opens the way to."},
    {"notionalHours", "Hours of learning that the programme stands for."},
    {"outcomeStatement", "What is shown by one outcome, in a sentence."},
    {"ownership", "To whom the credential and its data belong."},
    {"partOf", "What larger programme this one is a part of."},
    {"qualificationLevel", "Level of qualification, in words."},
    {"qualityAssurance", "How the programme's quality is assured, in words."},
    {"requires", "What is asked for before the programme."},
    {"researchPurpose", "What a research instrument is to find out."},
    {"skills", "Skills that the programme recognises."},
    {"specimen", "True on a credential that a demonstration issued: it attests nothing."},
    {"supervision", "How the assessment was supervised."},
    {"timeSource", "Where the issuing device took its time from."},
    {"witness", "Name of the certified second person who signed."},
};

std::string_view meaning_of(std::string_view name)
{
    for (const auto& term : terms) {
        if (term.name == name) return term.meaning;
    }
    return {};
}

bool has_holes(const Json& value)
{
    if (value.is_object()) {
        for (const auto& [name, child] : value.items()) {
            if (name.starts_with('$') || has_holes(child)) return true;
        }
    }
    return value.is_array() && std::any_of(value.begin(), value.end(), has_holes);
}

const Json* inline_context(const Json& credential)
{
    const auto* context = member(credential, "@context");
    if (context == nullptr || !context->is_array()) return nullptr;
    for (const auto& entry : *context) {
        if (entry.is_object()) return &entry;
    }
    return nullptr;
}

void gather_terms(const Json& credential, Json& into, const std::string& namespace_url)
{
    const auto* context = inline_context(credential);
    if (context == nullptr) return;
    for (const auto& [name, definition] : context->items()) {
        if (name.starts_with('@')) continue;
        into[name] = {{"id", namespace_url + "#" + name}, {"meaning", meaning_of(name)}};
    }
}

// The path below the folder of an address under our own host, without its fragment; empty for any other.
std::string path_of(const std::string& url, const std::string& base)
{
    if (!url.starts_with(base + "/")) return {};
    const auto path = url.substr(base.size() + 1, url.find('#') - base.size() - 1);
    const bool plain =
        !path.empty() && path.find("..") == std::string::npos &&
        path.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-/.ABCDEFGHIJKLMNOPQRSTUVWXYZ") ==
            std::string::npos;
    return plain ? path : std::string();
}

void add_achievement(const Json& credential, const std::string& base, Files& files)
{
    const auto* subject = member(credential, "credentialSubject");
    const auto* achievement = subject == nullptr ? nullptr : member(*subject, "achievement");
    if (achievement == nullptr || has_holes(*achievement)) return;
    const auto id = text_member(*achievement, "id");
    const auto path = id.ok() ? path_of(id.value(), base) : std::string();
    if (path.starts_with("programmes/")) files[path] = achievement->dump(1) + "\n";
}

} // namespace

Result<> add_pages(const Institution& institution, Files& files)
{
    const auto& issuer = institution.record().issuer;
    const auto base = "https://" + url_host(issuer.host);
    Json gathered = Json::object();
    for (const auto& programme : institution.state().programmes) {
        for (const auto& [language, digest] : programme.templates) {
            const auto text = TRY(institution.template_text(digest));
            const auto compiled = TRY(parse_json(text));
            const auto* credential = TRY(object_member(compiled, "credential"));
            gather_terms(*credential, gathered, base + "/ns/1");
            add_achievement(*credential, base, files);
        }
    }
    files["ns/1"] = Json{{"id", base + "/ns/1"}, {"terms", gathered}}.dump(1) + "\n";
    for (const auto& site : issuer.sites) {
        const auto path = "sites/" + std::to_string(site.number);
        files[path] =
            Json{{"id", base + "/" + path}, {"type", {"Profile"}}, {"name", to_json(site.name)}}.dump(1) +
            "\n";
    }
    return {};
}

} // namespace northseal::institution
