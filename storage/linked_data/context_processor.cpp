#include "storage/linked_data/context_processor.h"

#include <nlohmann/json.hpp>

#include "storage/linked_data/context_definer.h"
#include "storage/linked_data/contexts.h"
#include "storage/linked_data/iri.h"

namespace northseal::linked_data {
namespace {

unsigned char flag_bits(ContextFlags flags)
{
    return static_cast<unsigned char>((flags.override_protected ? 1 : 0) | (flags.propagate ? 2 : 0) |
                                      (flags.validate_scoped ? 4 : 0));
}

constexpr unsigned char in_array_bit = 8;
constexpr unsigned char mode_1_0_bit = 16;

std::size_t chain_length(const RemoteChain* chain)
{
    std::size_t length = 0;
    for (; chain != nullptr; chain = chain->older) ++length;
    return length;
}

bool chain_has(const RemoteChain* chain, const std::string& url)
{
    for (; chain != nullptr; chain = chain->older) {
        if (chain->url == url) return true;
    }
    return false;
}

Error unknown_context(const std::string& url)
{
    return refused(
        "loading remote context failed: the context <" + url +
        "> is not one of those embedded in this program, and nothing is fetched; write its terms inline, or "
        "use a context of the embedded set");
}

// The value of "@context" in an embedded document.
Result<const Json*> load(const std::string& url)
{
    const Json* document = embedded_context(url);
    if (document == nullptr) return unknown_context(url);
    const Json* context = member(*document, "@context");
    if (context == nullptr) return refused("invalid remote context: <" + url + "> has no @context");
    return context;
}

} // namespace

ContextPtr ContextProcessor::initial_context()
{
    CacheKey key;
    key.text = m_options.base;
    key.flags = is_1_0() ? mode_1_0_bit : 0;
    if (const auto* known = m_cache.find(key)) return *known;
    auto context = std::make_shared<ActiveContext>();
    context->original_base = m_options.base;
    if (!m_options.base.empty()) context->base = m_options.base;
    m_cache.store(key, nullptr, nullptr, context);
    return context;
}

Result<ContextPtr> ContextProcessor::checked(ContextPtr context)
{
    if (m_options.safe && !context->warning.empty()) return refused(context->warning);
    return context;
}

Result<ContextPtr> ContextProcessor::process_local(const ContextPtr& active, const Json& local)
{
    if (!local.is_array()) {
        CacheKey key;
        key.start = active.get();
        key.text = local.is_string() ? local.get_ref<const std::string&>() : local.dump();
        if (const auto* known = m_cache.find(key)) return checked(*known);
        auto result = TRY(process(active, local, m_options.base, nullptr, {}, 0));
        m_cache.store(std::move(key), active, nullptr, result);
        return checked(std::move(result));
    }
    ContextPtr current = active;
    for (const auto& item : local) current = TRY(process_item(current, item));
    return current;
}

// As process_local, but @propagate counts only where the local context is itself the map that holds it.
Result<ContextPtr> ContextProcessor::process_item(const ContextPtr& active, const Json& item)
{
    CacheKey key;
    key.start = active.get();
    key.text = item.is_string() ? item.get_ref<const std::string&>() : item.dump();
    key.flags = in_array_bit;
    if (const auto* known = m_cache.find(key)) return checked(*known);
    const Json wrapped = Json::array({item});
    auto result = TRY(process(active, wrapped, m_options.base, nullptr, {}, 0));
    m_cache.store(std::move(key), active, nullptr, result);
    return checked(std::move(result));
}

Result<ContextPtr> ContextProcessor::process_scoped(const ContextPtr& active,
                                                    const TermDefinition& definition, ContextFlags flags)
{
    CacheKey key;
    key.start = active.get();
    key.scoped = definition.context.get();
    key.flags = flag_bits(flags);
    if (const auto* known = m_cache.find(key)) return checked(*known);
    auto result = TRY(process(active, *definition.context, definition.base_url, nullptr, flags, 0));
    m_cache.store(std::move(key), active, definition.context, result);
    return checked(std::move(result));
}

Result<ContextPtr> ContextProcessor::process(const ContextPtr& active, const Json& local,
                                             const std::string& base_url, const RemoteChain* chain,
                                             ContextFlags flags, std::size_t depth)
{
    TRY(m_meter.check_depth(depth));
    if (const Json* propagate = member(local, "@propagate"); propagate != nullptr && propagate->is_boolean())
        flags.propagate = propagate->get<bool>();
    ContextPtr current = active;
    if (!flags.propagate && !current->previous) {
        TRY(m_meter.count_terms(current->terms.size()));
        auto changed = std::make_shared<ActiveContext>(*current);
        changed->previous = active;
        current = std::move(changed);
    }
    const auto one = [&](const Json& item) -> Result<> {
        if (item.is_null()) {
            current = TRY(nullify(current, flags.override_protected, flags.propagate));
        } else if (item.is_string()) {
            current = TRY(
                process_remote(current, item.get_ref<const std::string&>(), base_url, chain, flags, depth));
        } else if (item.is_object()) {
            current = TRY(define(current, item, base_url, chain, flags, depth));
        } else {
            return refused(
                "invalid local context: a context is a URL, a map, null or an array of those, not " +
                item.dump().substr(0, 40));
        }
        return {};
    };
    if (!local.is_array()) {
        TRY(one(local));
        return current;
    }
    for (const auto& item : local) TRY(one(item));
    return current;
}

Result<ContextPtr> ContextProcessor::nullify(const ContextPtr& current, bool override_protected,
                                             bool propagate)
{
    if (!override_protected && current->has_protected_terms())
        return refused("invalid context nullification: a null context would drop protected terms");
    auto fresh = std::make_shared<ActiveContext>();
    fresh->original_base = current->original_base;
    if (!fresh->original_base.empty()) fresh->base = fresh->original_base;
    fresh->warning = current->warning;
    if (!propagate) fresh->previous = current;
    return ContextPtr(std::move(fresh));
}

Result<ContextPtr> ContextProcessor::process_remote(const ContextPtr& current, const std::string& reference,
                                                    const std::string& base_url, const RemoteChain* chain,
                                                    ContextFlags flags, std::size_t depth)
{
    const RemoteChain next{resolve_iri(base_url, reference), chain};
    if (!flags.validate_scoped && chain_has(chain, next.url)) return current;
    if (chain_length(chain) >= 16)
        return refused("context overflow: too many contexts lead from one to the next");
    TRY(m_meter.count_remote_context());
    const Json* context = TRY(load(next.url));
    ContextFlags inner;
    inner.validate_scoped = flags.validate_scoped;
    return process(current, *context, next.url, &next, inner, depth + 1);
}

Result<ContextPtr> ContextProcessor::define(const ContextPtr& current, const Json& local,
                                            const std::string& base_url, const RemoteChain* chain,
                                            ContextFlags flags, std::size_t depth)
{
    TRY(m_meter.count_terms(current->terms.size() + local.size()));
    auto context = std::make_shared<ActiveContext>(*current);
    const Json* import = member(local, "@import");
    if (import == nullptr) {
        TRY(ContextDefiner(*this, *context, local, base_url, chain, flags, depth).run());
        return ContextPtr(std::move(context));
    }
    if (is_1_0()) return refused("invalid context entry: @import needs JSON-LD 1.1");
    if (!import->is_string()) return refused("invalid @import value: @import is a URL");
    const auto url = resolve_iri(base_url, import->get_ref<const std::string&>());
    const Json* imported = TRY(load(url));
    if (!imported->is_object())
        return refused("invalid remote context: the imported <" + url + "> is no map");
    if (imported->contains("@import"))
        return refused("invalid context entry: the imported <" + url + "> imports another itself");
    Json merged = *imported;
    for (const auto& [name, value] : local.items()) merged[name] = value;
    TRY(ContextDefiner(*this, *context, merged, base_url, chain, flags, depth).run());
    return ContextPtr(std::move(context));
}

} // namespace northseal::linked_data
