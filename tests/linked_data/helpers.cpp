#include "tests/linked_data/helpers.h"

#include <nlohmann/json.hpp>

namespace northseal::test {

Json json_of(const std::string& text)
{
    return parse_json(text, {.bytes = 8U << 20, .depth = 1'000}).value();
}

std::string canonical_of(const std::string& document, const linked_data::JsonLdOptions& options)
{
    const auto dataset = linked_data::to_rdf(json_of(document), options);
    if (!dataset.ok()) return "error: " + dataset.error().detail;
    return linked_data::canonicalize(dataset.value()).value().nquads;
}

std::string expansion_error(const std::string& document, const linked_data::JsonLdOptions& options)
{
    const auto result = linked_data::expand(json_of(document), options);
    return result.ok() ? "no error" : result.error().detail;
}

std::string reference_file(const std::string& name)
{
    return read_file(std::string(NORTHSEAL_SOURCE_DIR) + "/tests/vectors/reference/" + name);
}

} // namespace northseal::test
