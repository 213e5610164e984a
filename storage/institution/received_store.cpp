#include "storage/institution/received_store.h"

#include <charconv>
#include <nlohmann/json.hpp>

#include "storage/credential/status_list.h"
#include "storage/institution/allocation.h"
#include "storage/institution/fields.h"

namespace northseal::institution {
namespace {

constexpr std::string_view received_kind = "received credentials 1";
constexpr std::size_t received_file_most = 64U << 20;
constexpr auto entries_a_list = credential::status_list_entries;

Json to_json(const ReceivedCredential& received)
{
    return {{"digest", to_hex(received.digest)},
            {"id", received.id},
            {"kiosk", received.kiosk},
            {"template", to_hex(received.programme)},
            {"validFrom", to_date_time(received.valid_from)}};
}

Result<ByteArray<8>> eight_bytes(const Json& json, std::string_view name)
{
    const auto text = TRY(text_member(json, name));
    const auto bytes = TRY(from_hex(text));
    return exactly<8>(bytes, name);
}

Result<ReceivedCredential> read_received(const Json& json)
{
    ReceivedCredential out;
    out.digest = TRY(eight_bytes(json, "digest"));
    out.id = TRY(text_member(json, "id"));
    out.kiosk = TRY(text_member(json, "kiosk"));
    if (!is_kiosk_name(out.kiosk)) return refused("\"" + out.kiosk + "\" is not a kiosk's name");
    out.programme = TRY(eight_bytes(json, "template"));
    out.valid_from = TRY(instant_member(json, "validFrom"));
    return out;
}

Result<> read_list(std::string_view text, std::uint32_t list, ReceivedStore& into)
{
    const auto json = TRY(parse_json(text, {received_file_most, 8}));
    if (TRY(text_member(json, "northseal")) != received_kind)
        return refused("it is no list of received credentials");
    const auto* entries = TRY(object_member(json, "entries"));
    for (const auto& [name, entry] : entries->items()) {
        std::uint32_t place = 0;
        const auto read = std::from_chars(name.data(), name.data() + name.size(), place);
        if (read.ec != std::errc{} || read.ptr != name.data() + name.size() || place >= entries_a_list) {
            return refused("\"" + name + "\" is not a position in a list");
        }
        into.add(list * entries_a_list + place, TRY(read_received(entry)));
    }
    return {};
}

std::string path_of(const std::string& folder, std::uint32_t list)
{
    return folder + "/received/" + std::to_string(list) + ".json";
}

} // namespace

Result<ReceivedStore> ReceivedStore::load(const std::string& folder, Disk& disk)
{
    ReceivedStore store;
    if (!disk.exists(folder + "/received")) return store;
    for (std::uint32_t list = 0; list < lists_most; ++list) {
        const auto path = path_of(folder, list);
        if (!disk.exists(path)) continue;
        const auto bytes = TRY(disk.read(path, received_file_most));
        const auto read = read_list(text_of(bytes), list, store);
        if (!read.ok()) return corrupt(path + ": " + read.error().detail);
    }
    store.m_changed.clear();
    return store;
}

const ReceivedCredential* ReceivedStore::find(std::uint32_t status_index) const
{
    const auto found = m_all.find(status_index);
    return found == m_all.end() ? nullptr : &found->second;
}

std::vector<std::uint32_t> ReceivedStore::with_id(const std::string& id) const
{
    std::vector<std::uint32_t> out;
    const auto [from, to] = m_by_id.equal_range(id);
    for (auto entry = from; entry != to; ++entry) out.push_back(entry->second);
    return out;
}

std::optional<std::uint32_t> ReceivedStore::latest_of(const std::string& id) const
{
    std::optional<std::uint32_t> out;
    for (const auto index : with_id(id)) {
        if (!out || m_all.at(*out).valid_from < m_all.at(index).valid_from) out = index;
    }
    return out;
}

void ReceivedStore::add(std::uint32_t status_index, ReceivedCredential received)
{
    if (m_all.contains(status_index)) return;
    m_by_id.emplace(received.id, status_index);
    m_changed[status_index / entries_a_list] = true;
    m_all.emplace(status_index, std::move(received));
}

Result<> ReceivedStore::save(const std::string& folder, Disk& disk)
{
    TRY(disk.make_folder(folder + "/received"));
    for (const auto& [list, changed] : m_changed) {
        Json entries = Json::object();
        const auto first = list * entries_a_list;
        const auto end = m_all.lower_bound(first + entries_a_list);
        for (auto entry = m_all.lower_bound(first); entry != end; ++entry) {
            entries[std::to_string(entry->first - first)] = to_json(entry->second);
        }
        const auto text = canonical_json({{"northseal", received_kind}, {"entries", entries}});
        TRY(disk.write_durably(path_of(folder, list), view(text)));
    }
    m_changed.clear();
    return {};
}

} // namespace northseal::institution
