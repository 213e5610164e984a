#include "storage/institution/published_files.h"

#include <nlohmann/json.hpp>

#include "storage/credential/did.h"
#include "storage/institution/fields.h"

namespace northseal::institution {
namespace {

std::string base_url(const Institution& institution)
{
    return "https://" + url_host(institution.record().issuer.host);
}

std::vector<ReceivedTable> received_tables(const Institution& institution)
{
    std::vector<ReceivedTable> out(institution.state().lists.size());
    for (const auto& [index, received] : institution.received().all()) {
        const auto list = index / credential::status_list_entries;
        if (list >= out.size()) continue;
        const auto withdrawal = institution.state().withdrawn.find(index);
        const bool superseded = withdrawal != institution.state().withdrawn.end() &&
                                withdrawal->second.kind == Withdrawn::superseded;
        out[list][index % credential::status_list_entries] = {received.digest, superseded};
    }
    return out;
}

struct StatusList {
    credential::StatusBits bits;
    Instant since{0}; // its last bit was set, or it was made
};

std::vector<StatusList> status_lists(const Institution& institution)
{
    std::vector<StatusList> out;
    for (const auto since : institution.state().lists) out.push_back({credential::StatusBits(), since});
    for (const auto& [index, withdrawal] : institution.state().withdrawn) {
        const auto list = index / credential::status_list_entries;
        if (list >= out.size()) continue;
        out[list].bits.set(index % credential::status_list_entries);
        out[list].since = std::max(out[list].since, withdrawal.at);
    }
    return out;
}

} // namespace

Result<> add_did_documents(const Institution& institution, Files& files)
{
    const auto& record = institution.record();
    credential::DidDocument document{record.issuer.did, {}};
    document.assertion_keys.push_back({record.issuer.did + "#" + record.desk_name, record.desk});
    for (const auto& kiosk : institution.kiosks()) {
        const auto closure = institution.state().closed.find(kiosk.name);
        // Only a compromised key leaves: credentials outlive a key that is merely closed.
        if (closure != institution.state().closed.end() && closure->second.compromised) continue;
        document.assertion_keys.push_back({record.issuer.did + "#kiosk-" + kiosk.name, kiosk.key});
    }
    const auto text = credential::to_json(document).dump(1) + "\n";
    files[".well-known/did.json"] = text;
    files["did.json"] = text;
    credential::DidDocument status{record.issuer.did + ":status", {}};
    status.assertion_keys.push_back({status.id + "#" + record.publisher_name, record.publisher});
    files["status/did.json"] = credential::to_json(status).dump(1) + "\n";
    return {};
}

Result<> add_status_lists(const Institution& institution, const SigningKey& publisher, Files& files)
{
    const auto& record = institution.record();
    const auto issuer = record.issuer.did + ":status";
    const auto lists = status_lists(institution);
    for (std::size_t list = 0; list < lists.size(); ++list) {
        const auto path = "status/" + std::to_string(list);
        const credential::StatusListFacts facts{base_url(institution) + "/" + path, issuer,
                                                issuer + "#" + record.publisher_name,
                                                to_date_time(lists[list].since)};
        files[path] = TRY(credential::sign_status_list(facts, lists[list].bits, publisher));
    }
    return {};
}

void add_received_tables(const Institution& institution, Files& files)
{
    const auto tables = received_tables(institution);
    for (std::size_t list = 0; list < tables.size(); ++list) {
        const auto name = "received/" + std::to_string(list);
        auto written = write_received(static_cast<std::uint32_t>(list), tables[list]);
        files[name + ".json"] = std::move(written.manifest);
        for (auto& [shard, text] : written.shards) {
            files[name + "/" + std::to_string(shard) + ".json"] = std::move(text);
        }
    }
}

Result<> add_signed_files(const Institution& institution, Files& files)
{
    files["institution.json"] = canonical_json(institution.record_envelope());
    const auto pages = TRY(institution.listing());
    for (std::size_t page = 0; page < pages.size(); ++page) {
        files["listing/" + std::to_string(page) + ".json"] = canonical_json(pages[page]);
    }
    for (const auto& programme : institution.state().programmes) {
        for (const auto& [language, digest] : programme.templates) {
            files["templates/" + to_hex(digest) + ".json"] = TRY(institution.template_text(digest));
        }
    }
    return {};
}

} // namespace northseal::institution
