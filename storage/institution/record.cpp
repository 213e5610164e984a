#include "storage/institution/record.h"

#include <nlohmann/json.hpp>

#include "storage/institution/fields.h"

namespace northseal::institution {
namespace {

constexpr std::size_t sites_most = 1000;

Bytes message_of(std::string_view kind, const Json& statement)
{
    return joined({view("northseal "), view(kind), view("\n"), view(canonical_json(statement))});
}

Result<std::vector<catalogue::IssuingSite>> read_sites(const Json& statement)
{
    const auto* sites = TRY(array_member(statement, "sites", sites_most));
    std::vector<catalogue::IssuingSite> out;
    for (const auto& site : *sites) {
        const auto number = TRY(number_member(site, "number", sites_most));
        if (number != out.size() + 1) return refused("sites are numbered 1, 2, 3 without gaps");
        out.push_back({static_cast<std::uint32_t>(number), TRY(words_member(site, "name"))});
    }
    if (out.empty()) return refused("an institution has at least one site");
    return out;
}

Result<catalogue::Issuer> read_issuer(const Json& statement)
{
    catalogue::Issuer issuer;
    issuer.host = TRY(text_member(statement, "host"));
    TRY(check_host(issuer.host));
    issuer.did = TRY(text_member(statement, "did"));
    if (issuer.did != "did:web:" + issuer.host) return refused("\"did\" is not did:web of the host");
    issuer.name = TRY(words_member(statement, "name"));
    issuer.country = TRY(name_member(statement, "country"));
    issuer.region = TRY(name_member(statement, "region"));
    issuer.sites = TRY(read_sites(statement));
    return issuer;
}

// A name that stands as a fragment in a DID document. With a hyphen it can never read as a multibase key.
Result<std::string> fragment_member(const Json& object, std::string_view name)
{
    auto text = TRY(text_member(object, name));
    const bool fits = !text.empty() && text.size() <= 40 && text.find('-') != std::string::npos &&
                      text.find_first_not_of("abcdefghijklmnopqrstuvwxyz0123456789-") == std::string::npos;
    if (!fits) return refused("\"" + text + "\" is not a key's name like desk-2026");
    return text;
}

bool ends_in_invalid(std::string_view host)
{
    return host.substr(0, host.find("%3A")).ends_with(".invalid");
}

} // namespace

Json sign_statement(std::string_view kind, const Json& statement, const SigningKey& key)
{
    const auto signature = key.sign(message_of(kind, statement));
    return {{"northseal", kind}, {"statement", statement}, {"signature", "z" + to_base58(signature)}};
}

Result<Json> open_statement(std::string_view kind, const Json& envelope, const PublicKey& key)
{
    const auto said = TRY(text_member(envelope, "northseal"));
    if (said != kind) return refused("this is \"" + said + "\", not \"" + std::string(kind) + "\"");
    const auto* statement = TRY(object_member(envelope, "statement"));
    if (envelope.size() != 3) return refused("a statement has a kind, a body and a signature, nothing else");
    const auto text = TRY(text_member(envelope, "signature"));
    if (!text.starts_with('z')) return refused("a signature starts with z (base58btc)");
    const auto bytes = TRY(from_base58(std::string_view(text).substr(1), 64));
    const auto signature = TRY(exactly<64>(bytes, "signature"));
    if (!verify(key, message_of(kind, *statement), signature)) {
        return refused("the signature of this \"" + std::string(kind) +
                       "\" does not fit: it was changed, or another key signed it");
    }
    return *statement;
}

Json to_json(const InstitutionRecord& record)
{
    Json sites = Json::array();
    for (const auto& site : record.issuer.sites) {
        sites.push_back({{"number", site.number}, {"name", to_json(site.name)}});
    }
    Json out = {{"did", record.issuer.did},
                {"host", record.issuer.host},
                {"verifyHost", record.verify_host},
                {"name", to_json(record.issuer.name)},
                {"country", record.issuer.country},
                {"region", record.issuer.region},
                {"sites", sites},
                {"root", to_multikey(record.root)},
                {"desk",
                 {{"name", record.desk_name},
                  {"key", to_multikey(record.desk)},
                  {"until", to_date_time(record.desk_until)}}},
                {"publisher", {{"name", record.publisher_name}, {"key", to_multikey(record.publisher)}}},
                {"made", to_date_time(record.made)}};
    if (record.specimen) out["specimen"] = true;
    return out;
}

Result<InstitutionRecord> read_record(const Json& statement)
{
    InstitutionRecord record;
    record.issuer = TRY(read_issuer(statement));
    record.verify_host = TRY(text_member(statement, "verifyHost"));
    TRY(check_host(record.verify_host));
    record.root = TRY(key_member(statement, "root"));
    const auto* desk = TRY(object_member(statement, "desk"));
    record.desk = TRY(key_member(*desk, "key"));
    record.desk_name = TRY(fragment_member(*desk, "name"));
    record.desk_until = TRY(instant_member(*desk, "until"));
    const auto* publisher = TRY(object_member(statement, "publisher"));
    record.publisher = TRY(key_member(*publisher, "key"));
    record.publisher_name = TRY(fragment_member(*publisher, "name"));
    record.made = TRY(instant_member(statement, "made"));
    record.specimen = TRY(true_member(statement, "specimen"));
    if (record.specimen != ends_in_invalid(record.issuer.host)) {
        return refused(record.specimen ? "a demonstration's host ends in .invalid"
                                       : "a host under .invalid is a demonstration's");
    }
    // What we would not have written ourselves is not read.
    if (canonical_json(to_json(record)) != canonical_json(statement)) {
        return refused("the institution's record holds something that this version does not know");
    }
    return record;
}

Json sign_record(const InstitutionRecord& record, const SigningKey& root)
{
    return sign_statement(record_kind, to_json(record), root);
}

Result<InstitutionRecord> open_record(const Json& envelope)
{
    const auto* statement = TRY(object_member(envelope, "statement"));
    const auto root = TRY(key_member(*statement, "root"));
    const auto signed_statement = TRY(open_statement(record_kind, envelope, root));
    return read_record(signed_statement);
}

} // namespace northseal::institution
