#include "storage/institution/state.h"

#include <charconv>
#include <nlohmann/json.hpp>

#include "storage/institution/fields.h"

namespace northseal::institution {
namespace {

constexpr std::string_view state_kind = "institution state 1";
constexpr std::size_t state_most = 64U << 20;

Json to_json(const OfferedProgramme& programme)
{
    Json templates = Json::object();
    for (const auto& [language, digest] : programme.templates) templates[language] = to_hex(digest);
    return {{"id", programme.id},
            {"version", programme.version},
            {"text", to_hex(programme.text)},
            {"templates", templates}};
}

Result<OfferedProgramme> read_programme_entry(const Json& json)
{
    OfferedProgramme out;
    out.id = TRY(text_member(json, "id"));
    out.version = TRY(text_member(json, "version"));
    const auto text = TRY(text_member(json, "text"));
    out.text = TRY(read_digest(text, "text"));
    const auto* templates = TRY(object_member(json, "templates"));
    for (const auto& [language, digest] : templates->items()) {
        out.templates[language] = TRY(read_digest(digest, "templates"));
    }
    return out;
}

Json to_json(const Withdrawal& withdrawal)
{
    return {{"kind", withdrawal.kind == Withdrawn::revoked ? "revoked" : "superseded"},
            {"reason", withdrawal.reason},
            {"at", to_date_time(withdrawal.at)}};
}

Result<Withdrawal> read_withdrawal(const Json& json)
{
    Withdrawal out;
    const auto what = TRY(text_member(json, "kind"));
    if (what != "revoked" && what != "superseded") return refused("\"" + what + "\" is no withdrawal");
    out.kind = what == "revoked" ? Withdrawn::revoked : Withdrawn::superseded;
    out.reason = TRY(text_member(json, "reason"));
    out.at = TRY(instant_member(json, "at"));
    return out;
}

Result<std::uint32_t> index_of(const std::string& text)
{
    std::uint32_t out = 0;
    const auto* end = text.data() + text.size();
    const auto read = std::from_chars(text.data(), end, out);
    if (read.ec != std::errc{} || read.ptr != end) return refused("\"" + text + "\" is not a status index");
    return out;
}

Result<> read_kiosks(const Json& json, State& state)
{
    const auto* closed = TRY(object_member(json, "closed"));
    for (const auto& [kiosk, closure] : closed->items()) {
        const auto at = TRY(instant_member(closure, "at"));
        state.closed[kiosk] = {at, TRY(true_member(closure, "compromised"))};
    }
    const auto* reported = TRY(object_member(json, "reported"));
    for (const auto& [kiosk, date] : reported->items()) {
        state.reported[kiosk] = TRY(instant_member(*reported, kiosk));
    }
    return {};
}

Result<> read_publication(const Json& json, Publication& out)
{
    const auto* published = TRY(object_member(json, "published"));
    out.number = TRY(number_member(*published, "number"));
    out.dated = TRY(instant_member(*published, "dated"));
    const auto content = TRY(text_member(*published, "content"));
    out.content = TRY(read_digest(content, "content"));
    return {};
}

} // namespace

Json to_json(const State& state)
{
    Json lists = Json::array(), programmes = Json::array();
    Json closed = Json::object(), reported = Json::object(), withdrawn = Json::object();
    for (const auto since : state.lists) lists.push_back(to_date_time(since));
    for (const auto& programme : state.programmes) programmes.push_back(to_json(programme));
    for (const auto& [kiosk, closure] : state.closed) {
        closed[kiosk] = {{"at", to_date_time(closure.at)}};
        if (closure.compromised) closed[kiosk]["compromised"] = true;
    }
    for (const auto& [kiosk, date] : state.reported) reported[kiosk] = to_date_time(date);
    for (const auto& [index, withdrawal] : state.withdrawn) {
        withdrawn[std::to_string(index)] = to_json(withdrawal);
    }
    return {{"northseal", state_kind},
            {"lists", lists},
            {"programmes", programmes},
            {"closed", closed},
            {"reported", reported},
            {"withdrawn", withdrawn},
            {"published",
             {{"number", state.published.number},
              {"dated", to_date_time(state.published.dated)},
              {"content", to_hex(state.published.content)}}}};
}

Result<State> read_state(const Json& json)
{
    State state;
    const auto* lists = TRY(array_member(json, "lists", lists_most));
    for (const auto& since : *lists) {
        if (!since.is_string()) return refused("\"lists\" holds something that is not a time");
        state.lists.push_back(TRY(from_date_time(since.get_ref<const std::string&>())));
    }
    const auto* programmes = TRY(array_member(json, "programmes", 10'000));
    for (const auto& programme : *programmes) {
        state.programmes.push_back(TRY(read_programme_entry(programme)));
    }
    TRY(read_kiosks(json, state));
    const auto* withdrawn = TRY(object_member(json, "withdrawn"));
    for (const auto& [index, withdrawal] : withdrawn->items()) {
        const auto place = TRY(index_of(index));
        state.withdrawn[place] = TRY(read_withdrawal(withdrawal));
    }
    TRY(read_publication(json, state.published));
    if (canonical_json(to_json(state)) != canonical_json(json)) {
        return refused("it holds something that this version does not know");
    }
    return state;
}

Result<State> load_state(const std::string& folder, Disk& disk)
{
    const auto bytes = TRY(disk.read(folder + "/state.json", state_most));
    const auto json = parse_json(text_of(bytes), {state_most, 16});
    auto state = json.ok() ? read_state(json.value()) : Result<State>(json.error());
    if (!state.ok()) return corrupt(folder + "/state.json: " + state.error().detail);
    return state;
}

Result<> save_state(const std::string& folder, const State& state, Disk& disk)
{
    return disk.write_durably(folder + "/state.json", view(canonical_json(to_json(state)) + "\n"));
}

} // namespace northseal::institution
