#pragma once
// Context Processing and Create Term Definition (JSON-LD 1.1 API sections 4.1 and 4.2).

#include <string>

#include "storage/linked_data/active_context.h"
#include "storage/linked_data/context_cache.h"
#include "storage/linked_data/meter.h"

namespace northseal::linked_data {

// The URLs that led to the context being worked out, newest first.
struct RemoteChain {
    std::string url;
    const RemoteChain* older{nullptr};
};

struct ContextFlags {
    bool override_protected{false};
    bool propagate{true};
    bool validate_scoped{true};
};

class ContextProcessor {
public:
    ContextProcessor(const JsonLdOptions& options, ContextCache& cache, Meter& meter)
        : m_options(options), m_cache(cache), m_meter(meter)
    {}

    ContextPtr initial_context();
    // A context that stands in the document, or that the caller passes.
    Result<ContextPtr> process_local(const ContextPtr& active, const Json& local);
    // The scoped context of a term.
    Result<ContextPtr> process_scoped(const ContextPtr& active, const TermDefinition&, ContextFlags);

    // For Definer (term_definition.cpp): the algorithm itself, no cache.
    Result<ContextPtr> process(const ContextPtr& active, const Json& local, const std::string& base_url,
                               const RemoteChain*, ContextFlags, std::size_t depth);
    Meter& meter() { return m_meter; }
    bool is_1_0() const { return m_options.processing_mode == ProcessingMode::json_ld_1_0; }

private:
    Result<ContextPtr> nullify(const ContextPtr& current, bool override_protected, bool propagate);
    Result<ContextPtr> process_remote(const ContextPtr& current, const std::string& reference,
                                      const std::string& base_url, const RemoteChain*, ContextFlags,
                                      std::size_t depth);
    Result<ContextPtr> define(const ContextPtr& current, const Json& local, const std::string& base_url,
                              const RemoteChain*, ContextFlags, std::size_t depth);
    Result<ContextPtr> process_item(const ContextPtr& active, const Json& item);
    Result<ContextPtr> checked(ContextPtr);

    const JsonLdOptions& m_options;
    ContextCache& m_cache;
    Meter& m_meter;
};

} // namespace northseal::linked_data
