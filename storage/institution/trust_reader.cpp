#include "storage/institution/trust_reader.h"

#include <nlohmann/json.hpp>

#include "storage/base/hash.h"
#include "storage/credential/proof.h"
#include "storage/institution/fields.h"

namespace northseal::institution {
namespace {

constexpr std::size_t trust_file_most = 1U << 20;

// One file after the other, each held to its digest. An error says which file, and what to do.
class FolderReader {
public:
    FolderReader(std::string folder, Disk& disk) : m_folder(std::move(folder)), m_disk(disk) {}

    Error broken(const std::string& path, const std::string& why) const
    {
        return refused(m_folder + "/" + path + ": " + why + "; fetch the trust folder again");
    }
    Result<std::string> text(const std::string& path) const
    {
        const auto bytes = m_disk.read(m_folder + "/" + path, trust_file_most);
        if (!bytes.ok() && bytes.error().fault == Fault::not_found)
            return broken(path, "the file is missing");
        if (!bytes.ok()) return bytes.error();
        return std::string(text_of(bytes.value()));
    }
    Result<std::string> text(const std::string& path, const Digest& expected) const
    {
        auto out = TRY(text(path));
        if (sha256(view(out)) != expected) {
            return broken(path, "it is not the file that the index names (changed, or of another day)");
        }
        return out;
    }
    Result<Json> json(const std::string& path, const Digest& expected) const
    {
        const auto bytes = TRY(text(path, expected));
        auto out = parse_json(bytes, {trust_file_most, 32});
        if (!out.ok()) return broken(path, out.error().detail);
        return out;
    }

private:
    std::string m_folder;
    Disk& m_disk;
};

// The index says which record; the record says whose signature the index must bear.
Result<> read_head(const FolderReader& folder, const TrustExpectations& expected, TrustRead& out)
{
    const auto text = TRY(folder.text("index.json"));
    const auto envelope = parse_json(text, {index_most, 16});
    if (!envelope.ok()) return folder.broken("index.json", envelope.error().detail);
    const auto* body = member(envelope.value(), "statement");
    const auto* named = body == nullptr ? nullptr : member(*body, "institution");
    const auto digest = named == nullptr ? Result<Digest>(refused("it is not a trust index"))
                                         : read_digest(*named, "institution");
    if (!digest.ok()) return folder.broken("index.json", digest.error().detail);
    const auto record_json = TRY(folder.json("institution.json", digest.value()));
    auto record = open_record(record_json);
    if (!record.ok()) return folder.broken("institution.json", record.error().detail);
    out.record = std::move(record).value();
    if (expected.root && *expected.root != out.record.root) {
        return refused("this folder's root key is " + to_multikey(out.record.root) +
                       ", not the one that you expect: do not trust it");
    }
    const auto statement = open_statement(index_kind, envelope.value(), out.record.publisher);
    auto index = statement.ok() ? read_index(statement.value()) : Result<TrustIndex>(statement.error());
    if (!index.ok()) return folder.broken("index.json", index.error().detail);
    out.index = std::move(index).value();
    if (out.index.did != out.record.issuer.did) return folder.broken("index.json", "it is another's");
    if (out.index.number < expected.at_least) {
        return refused("this trust folder is number " + std::to_string(out.index.number) +
                       ", older than number " + std::to_string(expected.at_least) +
                       " that was seen before: fetch the latest");
    }
    return {};
}

Result<> read_page(const FolderReader& folder, std::size_t number, TrustRead& out)
{
    const auto path = "listing/" + std::to_string(number) + ".json";
    const auto envelope = TRY(folder.json(path, out.index.listing[number].file));
    const auto statement = open_statement(listing_kind, envelope, out.record.desk);
    const auto page =
        statement.ok() ? read_listing_page(statement.value()) : Result<ListingPage>(statement.error());
    if (!page.ok()) return folder.broken(path, page.error().detail);
    if (page.value().did != out.record.issuer.did || page.value().page != number) {
        return folder.broken(path, "it is another page");
    }
    for (const auto& kiosk : page.value().kiosks) out.kiosks.emplace(kiosk.name, kiosk);
    for (const auto& digest : page.value().templates) {
        const auto file = "templates/" + to_hex(digest) + ".json";
        const auto text = TRY(folder.text(file, digest));
        auto compiled = credential::Template::read(text);
        if (!compiled.ok()) return folder.broken(file, compiled.error().detail);
        const auto prefix = compiled.value().prefix();
        if (!out.templates.emplace(prefix, std::move(compiled).value()).second) {
            return folder.broken(file, "another template begins with the same eight bytes");
        }
    }
    return {};
}

Result<credential::StatusBits> read_status(const FolderReader& folder, std::size_t number,
                                           const TrustRead& trust)
{
    const auto path = "status/" + std::to_string(number);
    const auto json = TRY(folder.json(path, trust.index.lists[number].status));
    const auto publisher = trust.record.issuer.did + ":status";
    credential::StatusListFacts facts;
    auto bits = credential::read_status_list(json, facts);
    if (!bits.ok()) return folder.broken(path, bits.error().detail);
    const auto id = "https://" + url_host(trust.record.issuer.host) + "/" + path;
    if (facts.issuer != publisher || facts.id != id) return folder.broken(path, "it is another list");
    const auto outcomes =
        credential::verify_proofs(json, [&](const std::string& method) -> Result<PublicKey> {
            if (method == publisher + "#" + trust.record.publisher_name) return trust.record.publisher;
            return refused(method + " is not the publisher's key");
        });
    if (!outcomes.ok()) return folder.broken(path, outcomes.error().detail);
    for (const auto& outcome : outcomes.value()) {
        if (!outcome.valid) return folder.broken(path, "its proof does not hold: " + outcome.reason);
    }
    return bits;
}

Result<ReceivedTable> read_received(const FolderReader& folder, std::size_t number, const TrustRead& trust)
{
    const auto list = static_cast<std::uint32_t>(number);
    const auto name = "received/" + std::to_string(number);
    const auto text = TRY(folder.text(name + ".json", trust.index.lists[number].received));
    const auto manifest = read_received_manifest(text, list);
    if (!manifest.ok()) return folder.broken(name + ".json", manifest.error().detail);
    ReceivedTable out;
    for (const auto& [shard, digest] : manifest.value().shards) {
        const auto path = name + "/" + std::to_string(shard) + ".json";
        const auto bytes = TRY(folder.text(path, digest));
        auto entries = read_received_shard(bytes, list, shard, manifest.value().width);
        if (!entries.ok()) return folder.broken(path, entries.error().detail);
        out.merge(entries.value());
    }
    return out;
}

} // namespace

Result<TrustRead> read_trust(const std::string& path, Disk& disk, const TrustExpectations& expected)
{
    if (!disk.exists(path + "/index.json")) {
        return Error{Fault::not_found, path + " is not a trust folder: it has no index.json"};
    }
    const FolderReader folder(path, disk);
    TrustRead out;
    TRY(read_head(folder, expected, out));
    // Strangers' verifiers rest on these: a folder in which they were changed is no folder of ours.
    TRY(folder.text("did.json", out.index.did_document));
    TRY(folder.text(".well-known/did.json", out.index.did_document));
    TRY(folder.text("status/did.json", out.index.status_did_document));
    for (std::size_t page = 0; page < out.index.listing.size(); ++page) TRY(read_page(folder, page, out));
    for (std::size_t list = 0; list < out.index.lists.size(); ++list) {
        TrustedList trusted{TRY(read_status(folder, list, out)), {}};
        trusted.received = TRY(read_received(folder, list, out));
        out.lists.push_back(std::move(trusted));
    }
    return out;
}

} // namespace northseal::institution
