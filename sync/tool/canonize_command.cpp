#include <nlohmann/json.hpp>

#include "storage/linked_data/canonical.h"
#include "sync/tool/commands.h"
#include "sync/tool/json_ld_ask.h"

namespace northseal::tool {
namespace {

Result<linked_data::Dataset> read_dataset(const JsonLdAsk& ask, Tool& tool)
{
    const auto text = TRY(read_input(tool, ask.input));
    if (ask.nquads || ask.input.ends_with(".nq")) return linked_data::parse_nquads(text);
    JsonLdInput input;
    TRY(input.read(ask, text, tool));
    return linked_data::to_rdf(input.document(), input.options());
}

Result<std::string> run_canonize(const JsonLdAsk& ask, Tool& tool)
{
    const auto dataset = TRY(read_dataset(ask, tool));
    linked_data::CanonicalLimits limits;
    limits.deep_hashes = ask.most_deep_hashes;
    const auto hash =
        ask.hash == "sha384" ? linked_data::CanonicalHash::sha384 : linked_data::CanonicalHash::sha256;
    const auto canonical = TRY(linked_data::canonicalize(dataset, hash, limits));
    if (!ask.map) return canonical.nquads;
    return Json(canonical.labels).dump(2) + "\n";
}

} // namespace

int canonize(const JsonLdAsk& ask, Tool& tool)
{
    const auto text = run_canonize(ask, tool);
    if (!text.ok()) return failed(text.error());
    say(text.value());
    return exit_done;
}

} // namespace northseal::tool
