#include "storage/linked_data/json_ld.h"

#include <nlohmann/json.hpp>

#include "storage/linked_data/expander.h"
#include "storage/linked_data/rdf_builder.h"

namespace northseal::linked_data {
namespace {

Result<Json> expand_within(const Json& document, const JsonLdOptions& options, Meter& meter)
{
    auto& cache = context_cache_of_this_thread();
    cache.drop_if_large();
    ContextProcessor processor(options, cache, meter);
    ContextPtr context = processor.initial_context();
    if (options.expand_context != nullptr) {
        const Json* inner = member(*options.expand_context, "@context");
        context = TRY(processor.process_local(context, inner != nullptr ? *inner : *options.expand_context));
    }
    Json expanded = TRY(Expander(options, processor, meter).expand(context, nullptr, document));
    if (expanded.is_object() && expanded.size() == 1 && expanded.contains("@graph")) {
        Json graph = std::move(expanded["@graph"]);
        expanded = std::move(graph);
    }
    return as_array(std::move(expanded));
}

} // namespace

Result<Json> expand(const Json& document, const JsonLdOptions& options)
{
    Meter meter(options.limits);
    return expand_within(document, options, meter);
}

Result<Dataset> to_rdf(const Json& document, const JsonLdOptions& options)
{
    Meter meter(options.limits);
    return RdfBuilder(options, meter).build(TRY(expand_within(document, options, meter)));
}

} // namespace northseal::linked_data
