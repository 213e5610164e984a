#include "storage/institution/delegation.h"

#include <nlohmann/json.hpp>

#include "storage/base/hash.h"
#include "storage/base/text.h"
#include "storage/institution/fields.h"

namespace northseal::institution {
namespace {

constexpr std::size_t facilitators_most = 200;
constexpr std::size_t templates_most = 200;
constexpr std::size_t indexes_most = 200'000;

Json to_json(const std::vector<FacilitatorRequest>& facilitators)
{
    Json out = Json::array();
    for (const auto& person : facilitators) {
        out.push_back({{"name", person.name}, {"role", person.role}, {"key", to_multikey(person.key)}});
    }
    return out;
}

Result<std::vector<FacilitatorRequest>> read_facilitators(const Json& statement)
{
    const auto* list = TRY(array_member(statement, "facilitators", facilitators_most));
    std::vector<FacilitatorRequest> out;
    for (const auto& entry : *list) {
        FacilitatorRequest person;
        person.name = TRY(name_member(entry, "name"));
        person.role = TRY(text_member(entry, "role"));
        if (person.role != "assessor" && person.role != "witness") {
            return refused("a facilitator is an assessor or a witness, not \"" + person.role + "\"");
        }
        person.key = TRY(key_member(entry, "key"));
        out.push_back(std::move(person));
    }
    return out;
}

Result<std::string> read_protection_class(const Json& statement)
{
    auto text = TRY(text_member(statement, "protectionClass"));
    if (text != "A" && text != "B" && text != "C" && text != "passphrase") {
        return refused("\"" + text + "\" is not a protection class: A, B, C or passphrase");
    }
    return text;
}

Json request_statement(const EnrolmentRequest& request)
{
    return {{"kiosk", to_multikey(request.kiosk_key)},
            {"transport", to_multikey(request.transport_key)},
            {"protectionClass", request.protection_class},
            {"facilitators", to_json(request.facilitators)}};
}

Json digest_list(const std::vector<Digest>& digests)
{
    Json out = Json::array();
    for (const auto& digest : digests) out.push_back(to_hex(digest));
    return out;
}

Result<std::vector<Digest>> read_digest_list(const Json& statement, std::string_view name)
{
    const auto* list = TRY(array_member(statement, name, templates_most));
    std::vector<Digest> out;
    for (const auto& entry : *list) out.push_back(TRY(read_digest(entry, name)));
    return out;
}

Result<std::vector<std::uint32_t>> read_indexes(const Json& statement)
{
    const auto* list = TRY(array_member(statement, "statusIndexes", indexes_most));
    std::vector<std::uint32_t> out;
    for (const auto& entry : *list) {
        const auto index = static_cast<std::uint32_t>(TRY(read_number(entry, "statusIndexes", 0xffffffffU)));
        if (!out.empty() && index <= out.back()) return refused("\"statusIndexes\" do not ascend");
        out.push_back(index);
    }
    return out;
}

// The texts that the pack carries are the very ones that the desk signed for, in that order.
Result<std::vector<std::string>> read_texts(const Json& pack, std::string_view name,
                                            const std::vector<Digest>& expected)
{
    const auto* list = TRY(array_member(pack, name, templates_most));
    if (list->size() != expected.size()) {
        return refused("the pack carries " + std::to_string(list->size()) + " " + std::string(name) +
                       "; the delegation names " + std::to_string(expected.size()));
    }
    std::vector<std::string> out;
    for (const auto& entry : *list) {
        if (!entry.is_string())
            return refused("\"" + std::string(name) + "\" holds something that is not text");
        const auto& text = entry.get_ref<const std::string&>();
        if (sha256(view(text)) != expected[out.size()]) {
            return refused("one of the pack's " + std::string(name) +
                           " is not the one that the desk signed for");
        }
        out.push_back(text);
    }
    return out;
}

Result<> check_against_record(const Delegation& delegation, const InstitutionRecord& record)
{
    if (delegation.site > record.issuer.sites.size()) return refused("the delegation names an unknown site");
    if (delegation.from > record.desk_until) {
        return refused("the desk signed this after its own certificate ended on " +
                       to_date_time(record.desk_until));
    }
    if (delegation.specimen != record.specimen) {
        return refused("a demonstration delegates specimens only, and nobody else does");
    }
    return {};
}

} // namespace

std::string write_request(const EnrolmentRequest& request, const SigningKey& kiosk)
{
    return canonical_json(sign_statement(request_kind, request_statement(request), kiosk));
}

Result<EnrolmentRequest> read_request(std::string_view json)
{
    const auto envelope = TRY(parse_json(json, {request_most, 16}));
    const auto* body = TRY(object_member(envelope, "statement"));
    EnrolmentRequest request;
    request.kiosk_key = TRY(key_member(*body, "kiosk"));
    const auto statement = TRY(open_statement(request_kind, envelope, request.kiosk_key));
    request.transport_key = TRY(key_member(statement, "transport"));
    request.protection_class = TRY(read_protection_class(statement));
    request.facilitators = TRY(read_facilitators(statement));
    if (canonical_json(request_statement(request)) != canonical_json(statement)) {
        return refused("the request holds something that this version does not know");
    }
    return request;
}

Json to_json(const Delegation& delegation)
{
    Json out = {{"number", delegation.number},
                {"kiosk", delegation.kiosk},
                {"key", to_multikey(delegation.kiosk_key)},
                {"transport", to_multikey(delegation.transport_key)},
                {"site", delegation.site},
                {"templates", digest_list(delegation.templates)},
                {"programmes", digest_list(delegation.programmes)},
                {"count", delegation.count},
                {"from", to_date_time(delegation.from)},
                {"until", to_date_time(delegation.until)},
                {"statusIndexes", delegation.status_indexes},
                {"facilitators", to_json(delegation.facilitators)},
                {"protectionClass", delegation.protection_class}};
    if (delegation.specimen) out["specimen"] = true;
    return out;
}

Result<Delegation> read_delegation(const Json& statement)
{
    Delegation out;
    out.number = TRY(number_member(statement, "number"));
    out.kiosk = TRY(text_member(statement, "kiosk"));
    if (!is_kiosk_name(out.kiosk)) return refused("\"kiosk\" is not four letters of a-z2-7");
    out.kiosk_key = TRY(key_member(statement, "key"));
    out.transport_key = TRY(key_member(statement, "transport"));
    out.site = static_cast<std::uint32_t>(TRY(number_member(statement, "site", 1000)));
    if (out.site == 0) return refused("sites are numbered from 1");
    out.templates = TRY(read_digest_list(statement, "templates"));
    out.programmes = TRY(read_digest_list(statement, "programmes"));
    out.count = static_cast<std::uint32_t>(TRY(number_member(statement, "count", indexes_most)));
    out.from = TRY(instant_member(statement, "from"));
    out.until = TRY(instant_member(statement, "until"));
    if (out.until < out.from) return refused("the delegation ends before it begins");
    out.status_indexes = TRY(read_indexes(statement));
    if (out.status_indexes.size() < out.count) {
        return refused("fewer status indexes than credentials that may be issued");
    }
    out.facilitators = TRY(read_facilitators(statement));
    out.protection_class = TRY(read_protection_class(statement));
    out.specimen = TRY(true_member(statement, "specimen"));
    if (canonical_json(to_json(out)) != canonical_json(statement)) {
        return refused("the delegation holds something that this version does not know");
    }
    return out;
}

std::string write_pack(const Json& record, const Json& delegation, const std::vector<std::string>& templates,
                       const std::vector<std::string>& programmes)
{
    return canonical_json({{"northseal", pack_kind},
                           {"record", record},
                           {"delegation", delegation},
                           {"templates", templates},
                           {"programmes", programmes}});
}

Result<DelegationPack> read_pack(std::string_view json)
{
    const auto pack = TRY(parse_json(json, {delegation_pack_most, 32}));
    const auto kind = TRY(text_member(pack, "northseal"));
    if (kind != pack_kind) return refused("this is \"" + kind + "\", not a delegation pack");
    if (pack.size() != 5) return refused("the pack holds something that this version does not know");
    DelegationPack out;
    const auto* record = TRY(object_member(pack, "record"));
    out.record = TRY(open_record(*record));
    const auto* envelope = TRY(object_member(pack, "delegation"));
    const auto statement = TRY(open_statement(delegation_kind, *envelope, out.record.desk));
    out.delegation = TRY(read_delegation(statement));
    TRY(check_against_record(out.delegation, out.record));
    out.templates = TRY(read_texts(pack, "templates", out.delegation.templates));
    out.programmes = TRY(read_texts(pack, "programmes", out.delegation.programmes));
    return out;
}

} // namespace northseal::institution
