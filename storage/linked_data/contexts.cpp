#include "storage/linked_data/contexts.h"

#include <cstdlib>
#include <map>
#include <nlohmann/json.hpp>

namespace northseal::linked_data {
namespace {

using Documents = std::map<std::string_view, Json>;

Documents parse_all()
{
    Documents out;
    for (const auto& context : embedded_contexts()) {
        auto parsed = parse_json(context.bytes);
        if (!parsed.ok()) std::abort(); // the bytes are pinned, and a test reads each
        out.emplace(context.url, std::move(parsed).value());
    }
    return out;
}

// Built once, immutable from then on: every thread may read it.
const Documents& documents()
{
    static const Documents parsed = parse_all();
    return parsed;
}

} // namespace

const Json* embedded_context(std::string_view url)
{
    const auto found = documents().find(url);
    return found == documents().end() ? nullptr : &found->second;
}

std::vector<std::string> embedded_context_urls()
{
    std::vector<std::string> out;
    for (const auto& context : embedded_contexts()) out.emplace_back(context.url);
    return out;
}

} // namespace northseal::linked_data
