#pragma once
// One context map being worked into an active context: its defaults, then each term (API sections 4.1
// step 5.5 on, and 4.2).

#include <map>
#include <string>

#include "storage/linked_data/context_processor.h"

namespace northseal::linked_data {

class ContextDefiner {
public:
    ContextDefiner(ContextProcessor& processor, ActiveContext& context, const Json& local,
                   const std::string& base_url, const RemoteChain* chain, ContextFlags flags,
                   std::size_t depth)
        : m_processor(processor), m_context(context), m_local(local), m_base_url(base_url), m_chain(chain),
          m_flags(flags), m_depth(depth)
    {}
    Result<> run();

private:
    // Defaults (context_defaults.cpp).
    Result<> set_version();
    Result<> set_base();
    Result<> set_vocab();
    Result<> set_language();
    Result<> set_direction();
    Result<> check_propagate();
    Result<> set_protected();

    // Terms (term_definition.cpp, term_parts.cpp). `Value` is the map that a term's value is or stands for.
    struct Value {
        const Json& map;
        bool simple{false};
    };
    Result<> define_term(std::string_view term);
    Result<bool> may_be_defined(std::string_view term, const Json& value);
    Result<bool> define_reverse(TermDefinition&, const Json& map);
    Result<bool> set_iri(TermDefinition&, Value);
    Result<bool> set_given_iri(TermDefinition&, const Json& id, bool simple);
    Result<> set_own_iri(TermDefinition&);
    Result<> set_protection(TermDefinition&, const Json& map);
    Result<> set_type(TermDefinition&, const Json& map);
    Result<> set_container(TermDefinition&, const Json& map);
    Result<> set_index(TermDefinition&, const Json& map);
    Result<> set_scoped_context(TermDefinition&, const Json& map);
    Result<> set_term_language(TermDefinition&, const Json& map);
    Result<> set_nest(TermDefinition&, const Json& map);
    Result<> set_prefix(TermDefinition&, const Json& map);
    Result<> install(TermDefinition, const TermDefinition* previous);
    Result<ExpandedIri> expand(std::string_view value, Relative relative);

    bool is_1_0() const { return m_processor.is_1_0(); }
    void warn(std::string what)
    {
        if (m_context.warning.empty()) m_context.warning = std::move(what);
    }

    ContextProcessor& m_processor;
    ActiveContext& m_context;
    const Json& m_local;
    const std::string& m_base_url;
    const RemoteChain* m_chain;
    ContextFlags m_flags;
    std::size_t m_depth;
    bool m_protected{false};
    std::size_t m_recursion{0};
    std::map<std::string, bool, std::less<>> m_defined; // false while a term is being defined
};

} // namespace northseal::linked_data
