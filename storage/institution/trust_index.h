#pragma once
// The trust index: the one small file that a verifier reads first. The publisher signs it; it names every
// other file by its SHA-256, so that the folder is one consistent whole (README, "Trust folder").

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "storage/credential/credential.h"
#include "storage/institution/record.h"

namespace northseal::institution {

struct IndexedPage { // one desk-signed page of the listing
    Digest file{};
    std::vector<std::string> kiosks;
    std::vector<credential::TemplatePrefix> templates;
};

struct IndexedList { // one status list, and what was received under its indexes
    Digest status{};
    Digest received{}; // of received/N.json
};

struct TrustIndex {
    std::uint64_t number{0};
    Instant dated{0};
    std::string did;
    Digest institution{};  // institution.json
    Digest did_document{}; // did.json
    Digest status_did_document{};
    std::vector<IndexedPage> listing;
    std::vector<std::string> closed;         // kiosks; sorted
    std::map<std::string, Instant> reported; // kiosks: everything up to then has been received
    std::vector<IndexedList> lists;
};

constexpr std::string_view index_kind = "trust index 1";
constexpr std::size_t index_most = 30'000;
constexpr std::size_t shard_most = 20'000;

Json to_json(const TrustIndex&);
Result<TrustIndex> read_index(const Json& statement);

// What equal content has in common: the statement without number and date.
Digest content_of(const TrustIndex&);

// The received table of one list. A shard covers `width` positions: the widest power of two, from 512 to the
// whole list, whose fullest shard stays within shard_most.
struct ReceivedEntry {
    credential::ReceivedDigest digest{};
    bool superseded{false}; // a later credential with the same id took its place
};
using ReceivedTable = std::map<std::uint32_t, ReceivedEntry>; // by position in its list

struct ReceivedFiles {
    std::string manifest;
    std::map<std::uint32_t, std::string> shards; // by number: first position / width; empty ones have no file
};
ReceivedFiles write_received(std::uint32_t list, const ReceivedTable&);

struct ReceivedManifest {
    std::uint32_t width{0};
    std::map<std::uint32_t, Digest> shards;
};
Result<ReceivedManifest> read_received_manifest(std::string_view json, std::uint32_t list);
Result<ReceivedTable> read_received_shard(std::string_view json, std::uint32_t list, std::uint32_t shard,
                                          std::uint32_t width);

} // namespace northseal::institution
