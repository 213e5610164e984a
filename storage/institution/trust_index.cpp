#include "storage/institution/trust_index.h"

#include <nlohmann/json.hpp>

#include "storage/base/hash.h"
#include "storage/institution/allocation.h"
#include "storage/institution/fields.h"
#include "storage/institution/listing.h"

namespace northseal::institution {
namespace {

constexpr std::size_t pages_most = 400;

std::string spaced(const std::vector<std::string>& words)
{
    std::string out;
    for (const auto& word : words) out += (out.empty() ? "" : " ") + word;
    return out;
}

std::vector<std::string> split(std::string_view text)
{
    std::vector<std::string> out;
    while (!text.empty()) {
        const auto end = std::min(text.find(' '), text.size());
        out.emplace_back(text.substr(0, end));
        text.remove_prefix(std::min(end + 1, text.size()));
    }
    return out;
}

Result<std::vector<std::string>> read_kiosk_names(const Json& object, std::string_view name)
{
    auto names = split(TRY(text_member(object, name)));
    for (const auto& kiosk : names) {
        if (!is_kiosk_name(kiosk)) return refused("\"" + kiosk + "\" is not a kiosk's name");
    }
    return names;
}

Json to_json(const IndexedPage& page)
{
    std::vector<std::string> templates;
    for (const auto& prefix : page.templates) templates.push_back(to_hex(prefix));
    return {{"sha256", to_hex(page.file)}, {"kiosks", spaced(page.kiosks)}, {"templates", spaced(templates)}};
}

Result<Digest> digest_member(const Json& object, std::string_view name)
{
    const auto* found = member(object, name);
    if (found == nullptr) return refused("\"" + std::string(name) + "\" is missing");
    return read_digest(*found, name);
}

Result<IndexedPage> read_page(const Json& json)
{
    IndexedPage page;
    page.file = TRY(digest_member(json, "sha256"));
    page.kiosks = TRY(read_kiosk_names(json, "kiosks"));
    for (const auto& word : split(TRY(text_member(json, "templates")))) {
        const auto bytes = TRY(from_hex(word));
        page.templates.push_back(TRY(exactly<8>(bytes, "template prefix")));
    }
    return page;
}

Json content(const TrustIndex& index)
{
    Json listing = Json::array(), lists = Json::array(), reported = Json::object();
    for (const auto& page : index.listing) listing.push_back(to_json(page));
    for (const auto& list : index.lists) {
        lists.push_back({{"status", to_hex(list.status)}, {"received", to_hex(list.received)}});
    }
    for (const auto& [kiosk, date] : index.reported) reported[kiosk] = to_date_time(date);
    return {{"did", index.did},
            {"institution", to_hex(index.institution)},
            {"didDocument", to_hex(index.did_document)},
            {"statusDidDocument", to_hex(index.status_did_document)},
            {"listing", listing},
            {"closed", spaced(index.closed)},
            {"reported", reported},
            {"lists", lists}};
}

} // namespace

Json to_json(const TrustIndex& index)
{
    auto out = content(index);
    out["number"] = index.number;
    out["dated"] = to_date_time(index.dated);
    return out;
}

Digest content_of(const TrustIndex& index)
{
    return sha256(view(canonical_json(content(index))));
}

Result<TrustIndex> read_index(const Json& statement)
{
    TrustIndex index;
    index.number = TRY(number_member(statement, "number"));
    index.dated = TRY(instant_member(statement, "dated"));
    index.did = TRY(text_member(statement, "did"));
    index.institution = TRY(digest_member(statement, "institution"));
    index.did_document = TRY(digest_member(statement, "didDocument"));
    index.status_did_document = TRY(digest_member(statement, "statusDidDocument"));
    const auto* listing = TRY(array_member(statement, "listing", pages_most));
    for (const auto& page : *listing) index.listing.push_back(TRY(read_page(page)));
    index.closed = TRY(read_kiosk_names(statement, "closed"));
    const auto* reported = TRY(object_member(statement, "reported"));
    for (const auto& [kiosk, date] : reported->items()) {
        if (!is_kiosk_name(kiosk)) return refused("\"" + kiosk + "\" is not a kiosk's name");
        index.reported[kiosk] = TRY(instant_member(*reported, kiosk));
    }
    const auto* lists = TRY(array_member(statement, "lists", lists_most));
    for (const auto& entry : *lists) {
        IndexedList list;
        list.status = TRY(digest_member(entry, "status"));
        list.received = TRY(digest_member(entry, "received"));
        index.lists.push_back(list);
    }
    if (canonical_json(to_json(index)) != canonical_json(statement)) {
        return refused("the index holds something that this version does not know");
    }
    return index;
}

} // namespace northseal::institution
