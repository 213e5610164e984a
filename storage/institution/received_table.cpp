#include <charconv>
#include <nlohmann/json.hpp>

#include "storage/base/hash.h"
#include "storage/credential/status_list.h"
#include "storage/institution/fields.h"
#include "storage/institution/trust_index.h"

namespace northseal::institution {
namespace {

constexpr std::string_view manifest_kind = "received list 1";
constexpr std::string_view shard_kind = "received shard 1";
constexpr std::uint32_t narrowest = 512; // even a full shard of these is below 20 kB
constexpr std::uint32_t widest = credential::status_list_entries;

std::string write_shard(std::uint32_t list, std::uint32_t shard, ReceivedTable::const_iterator from,
                        ReceivedTable::const_iterator to)
{
    Json entries = Json::object();
    Json superseded = Json::array();
    for (auto entry = from; entry != to; ++entry) {
        entries[std::to_string(entry->first)] = to_hex(entry->second.digest);
        if (entry->second.superseded) superseded.push_back(entry->first);
    }
    return canonical_json({{"northseal", shard_kind},
                           {"list", list},
                           {"shard", shard},
                           {"entries", entries},
                           {"superseded", superseded}});
}

std::map<std::uint32_t, std::string> write_shards(std::uint32_t list, const ReceivedTable& table,
                                                  std::uint32_t width)
{
    std::map<std::uint32_t, std::string> out;
    for (auto from = table.begin(); from != table.end();) {
        const auto shard = from->first / width;
        const auto to = table.lower_bound((shard + 1) * width);
        out[shard] = write_shard(list, shard, from, to);
        from = to;
    }
    return out;
}

bool is_power_of_two(std::uint64_t number)
{
    return number != 0 && (number & (number - 1)) == 0;
}

Result<std::uint32_t> read_place(const std::string& text, std::uint32_t below)
{
    std::uint32_t out = 0;
    const auto* end = text.data() + text.size();
    const auto read = std::from_chars(text.data(), end, out);
    if (read.ec != std::errc{} || read.ptr != end || std::to_string(out) != text || out >= below) {
        return refused("\"" + text + "\" is not a position in this list");
    }
    return out;
}

Result<Json> open_file(std::string_view json, std::string_view kind, std::uint32_t list)
{
    auto file = TRY(parse_json(json, {64U << 10, 8}));
    const auto says = TRY(text_member(file, "northseal"));
    if (says != kind) return refused("this is \"" + says + "\", not \"" + std::string(kind) + "\"");
    if (TRY(number_member(file, "list")) != list) return refused("this speaks of another status list");
    return file;
}

} // namespace

ReceivedFiles write_received(std::uint32_t list, const ReceivedTable& table)
{
    auto width = widest;
    auto shards = write_shards(list, table, width);
    const auto too_large = [](const auto& shard) { return shard.second.size() > shard_most; };
    while (width > narrowest && std::any_of(shards.begin(), shards.end(), too_large)) {
        width /= 2;
        shards = write_shards(list, table, width);
    }
    Json digests = Json::object();
    for (const auto& [shard, text] : shards) digests[std::to_string(shard)] = to_hex(sha256(view(text)));
    auto manifest =
        canonical_json({{"northseal", manifest_kind}, {"list", list}, {"width", width}, {"shards", digests}});
    return {std::move(manifest), std::move(shards)};
}

Result<ReceivedManifest> read_received_manifest(std::string_view json, std::uint32_t list)
{
    const auto file = TRY(open_file(json, manifest_kind, list));
    ReceivedManifest out;
    out.width = static_cast<std::uint32_t>(TRY(number_member(file, "width", widest)));
    if (!is_power_of_two(out.width) || out.width < narrowest) return refused("a shard has another width");
    const auto* shards = TRY(object_member(file, "shards"));
    for (const auto& [number, digest] : shards->items()) {
        const auto shard = TRY(read_place(number, widest / out.width));
        out.shards[shard] = TRY(read_digest(digest, "shards"));
    }
    return out;
}

Result<ReceivedTable> read_received_shard(std::string_view json, std::uint32_t list, std::uint32_t shard,
                                          std::uint32_t width)
{
    const auto file = TRY(open_file(json, shard_kind, list));
    if (TRY(number_member(file, "shard")) != shard) return refused("this is another shard of the list");
    ReceivedTable out;
    const auto* entries = TRY(object_member(file, "entries"));
    for (const auto& [position, digest] : entries->items()) {
        const auto place = TRY(read_place(position, widest));
        if (place / width != shard) return refused("an entry stands in the wrong shard");
        if (!digest.is_string()) return refused("a received digest is not text");
        const auto bytes = TRY(from_hex(digest.get_ref<const std::string&>()));
        out[place].digest = TRY(exactly<8>(bytes, "received digest"));
    }
    const auto* superseded = TRY(array_member(file, "superseded", narrowest * 256));
    for (const auto& entry : *superseded) {
        const auto place = static_cast<std::uint32_t>(TRY(read_number(entry, "superseded", widest - 1)));
        const auto found = out.find(place);
        if (found == out.end()) return refused("a superseded credential was never received");
        found->second.superseded = true;
    }
    return out;
}

} // namespace northseal::institution
