#include "storage/catalogue/compile.h"

#include <nlohmann/json.hpp>

#include <algorithm>

#include "storage/catalogue/compile_parts.h"
#include "storage/catalogue/table_reader.h"

namespace northseal::catalogue {

namespace {

Result<> check_issuer(const Issuer& issuer, const std::string& language)
{
    if (issuer.host.empty() || issuer.did != "did:web:" + issuer.host) {
        return refused("issuer: its DID must be did:web: and its host");
    }
    if (!issuer.name.contains(language)) {
        return refused("issuer: its name in \"" + language + "\" is missing");
    }
    if (issuer.sites.empty()) return refused("issuer: it has no site at which to assess");
    for (std::size_t i = 0; i < issuer.sites.size(); ++i) {
        if (issuer.sites[i].number != i + 1) return refused("issuer: sites must count 1, 2, 3 without gaps");
        if (!issuer.sites[i].name.contains(language)) {
            return refused("issuer: the name of site " + std::to_string(i + 1) + " in \"" + language +
                           "\" is missing");
        }
    }
    return {};
}

// did:web writes a port as %3A; an address writes it plainly.
std::string address_of(const std::string& host)
{
    std::string out = host;
    if (const auto port = out.find("%3A"); port != std::string::npos) out.replace(port, 3, ":");
    return "https://" + out + "/";
}

Json issuer_profile(const CompileInput& input)
{
    return {{"id", input.issuer.did},
            {"type", {"Profile"}},
            {"name", input.in_language(input.issuer.name)},
            {"url", input.base},
            {"address",
             {{"type", {"Address"}},
              {"addressCountryCode", input.issuer.country},
              {"addressRegion", input.issuer.region}}}};
}

Json identifier(std::string_view claim_name, std::string_view type)
{
    return {{"type", "IdentityObject"},
            {"hashed", false},
            {"identityHash", claim(claim_name, "text")},
            {"identityType", type}};
}

Result<Json> subject(const CompileInput& input)
{
    Json sites = Json::array();
    for (const auto& site : input.issuer.sites) {
        sites.push_back({{"id", input.base + "sites/" + std::to_string(site.number)},
                         {"type", {"Profile"}},
                         {"name", input.in_language(site.name)}});
    }
    const auto witness = claim("witness", "text");
    auto earned = TRY(achievement(input));
    Json out = {{"type", {"AchievementSubject"}},
                {"identifier", Json::array({identifier("learnerName", "name"),
                                            when("learnerNumber", identifier("learnerNumber", "systemId"))})},
                {"achievement", std::move(earned)},
                {"result", results(input)},
                {"source", choice("site", sites)},
                {"assessor", claim("assessor", "text")},
                {"witness", input.programme.witness_required ? witness : when("witness", witness)},
                {"identityGrade", choice("identityGrade", input.words.identity_grade)},
                {"supervision", choice("supervision", input.words.supervision)}};
    if (auto credits = out["achievement"].find("creditsAvailable"); credits != out["achievement"].end()) {
        out["creditsEarned"] = *credits;
    }
    return out;
}

Json evidence(const CompileInput& input)
{
    auto narrative = when("narrative", claim("narrative", "text"));
    narrative["else"] = input.in_language(input.programme.evidence_sentence);
    Json out = Json::array({{{"type", {"Evidence"}},
                             {"name", input.in_language(input.programme.evidence_name)},
                             {"genre", "Observation"},
                             {"narrative", std::move(narrative)}}});
    if (input.programme.evidence_files) {
        out.push_back(
            {{"$each", "evidence"},
             {"do",
              {{"id", {{"$item", "digest"}}}, {"type", {"Evidence"}}, {"name", input.words.evidence_item}}}});
    }
    return out;
}

Json status_entry(const CompileInput& input)
{
    const auto lists = input.base + "status/";
    auto entry = claim("statusIndex", "entry");
    entry["base"] = lists;
    auto list = claim("statusIndex", "list");
    list["base"] = lists;
    return {{"id", std::move(entry)},
            {"type", "BitstringStatusListEntry"},
            {"statusPurpose", "revocation"},
            {"statusListIndex", claim("statusIndex", "position")},
            {"statusListCredential", std::move(list)}};
}

Json proof_options(const CompileInput& input)
{
    auto key = claim("kiosk", "key");
    key["base"] = input.issuer.did + "#kiosk-"; // the hyphen keeps the fragment from reading as a key
    return {{"type", "DataIntegrityProof"},
            {"cryptosuite", "eddsa-rdfc-2022"},
            {"created", claim("validFrom", "date-time")},
            {"verificationMethod", std::move(key)},
            {"proofPurpose", "assertionMethod"}};
}

// The award's own date: where a correction came later, the first one still counts.
Json from_award_date(std::optional<int> months)
{
    auto corrected = claim("awardedDate", "date-time");
    auto first = claim("validFrom", "date-time");
    if (months) {
        corrected["months"] = *months;
        first["months"] = *months;
    }
    auto out = when("awardedDate", std::move(corrected));
    out["else"] = std::move(first);
    return out;
}

Result<Json> credential_json(const CompileInput& input)
{
    const auto specimen = claim("specimen", "true");
    auto learner = TRY(subject(input));
    Json out = {{"@context",
                 {"https://www.w3.org/ns/credentials/v2",
                  "https://purl.imsglobal.org/spec/ob/v3p0/context-3.0.3.json", extension_context(input)}},
                {"id", claim("id", "uuid")},
                {"type", {"VerifiableCredential", "OpenBadgeCredential"}},
                {"name", input.in_language(input.programme.name)},
                {"issuer", issuer_profile(input)},
                {"validFrom", claim("validFrom", "date-time")},
                {"awardedDate", from_award_date({})},
                {"timeSource", choice("timeSource", input.words.time_source)},
                // An illustrative programme has no way to be awarded but as a specimen.
                {"specimen", input.programme.illustrative ? specimen : when("specimen", specimen)},
                {"credentialSubject", std::move(learner)},
                {"evidence", evidence(input)},
                {"credentialStatus", status_entry(input)},
                {"proof", proof_options(input)}};
    if (input.programme.valid_months) out["validUntil"] = from_award_date(input.programme.valid_months);
    return out;
}

} // namespace

Result<std::string> compile_template(const Programme& programme, const Issuer& issuer,
                                     const Frameworks& frameworks, const std::string& language)
{
    const auto& languages = programme.languages;
    if (std::find(languages.begin(), languages.end(), language) == languages.end()) {
        return refused("the programme \"" + programme.id + "\" is not written in \"" + language + "\"");
    }
    TRY(check_issuer(issuer, language));
    // TRY stands by itself, never within braces: what they had built would not be taken down on the way out.
    auto words = TRY(certificate_words(programme, language));
    const CompileInput input{programme, issuer,           frameworks,
                             language,  std::move(words), address_of(issuer.host)};
    auto credential = TRY(credential_json(input));
    return canonical_json(
        {{"northseal", "template 1"}, {"language", language}, {"credential", std::move(credential)}});
}

} // namespace northseal::catalogue
