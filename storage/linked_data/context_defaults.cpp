#include <nlohmann/json.hpp>

#include "storage/linked_data/context_definer.h"
#include "storage/linked_data/iri.h"

namespace northseal::linked_data {
namespace {

bool is_default(Keyword keyword)
{
    return keyword == Keyword::at_base || keyword == Keyword::at_direction || keyword == Keyword::at_import ||
           keyword == Keyword::at_language || keyword == Keyword::at_propagate ||
           keyword == Keyword::at_protected || keyword == Keyword::at_version || keyword == Keyword::at_vocab;
}

} // namespace

Result<> ContextDefiner::run()
{
    TRY(set_version());
    TRY(set_base());
    TRY(set_vocab());
    TRY(set_language());
    TRY(set_direction());
    TRY(check_propagate());
    TRY(set_protected());
    for (const auto& [name, value] : m_local.items()) {
        if (!is_default(keyword_of(name))) TRY(define_term(name));
    }
    return {};
}

Result<> ContextDefiner::set_version()
{
    const Json* version = member(m_local, "@version");
    if (version == nullptr) return {};
    if (!version->is_number() || version->get<double>() != 1.1)
        return refused("invalid @version value: @version is the number 1.1, not " +
                       version->dump().substr(0, 40));
    if (is_1_0()) return refused("processing mode conflict: the context asks for JSON-LD 1.1");
    return {};
}

Result<> ContextDefiner::set_base()
{
    const Json* base = member(m_local, "@base");
    if (base == nullptr || m_chain != nullptr) return {};
    if (base->is_null()) {
        m_context.base.reset();
        return {};
    }
    if (!base->is_string()) return refused("invalid base IRI: @base is an IRI or null");
    const auto& text = base->get_ref<const std::string&>();
    if (has_iri_form(text)) {
        m_context.base = text;
    } else if (m_context.base) {
        m_context.base = resolve_iri(*m_context.base, text);
    } else {
        return refused("invalid base IRI: @base \"" + text +
                       "\" is relative, and there is no base to resolve it");
    }
    return {};
}

Result<> ContextDefiner::set_vocab()
{
    const Json* vocab = member(m_local, "@vocab");
    if (vocab == nullptr) return {};
    if (vocab->is_null()) {
        m_context.vocab.reset();
        return {};
    }
    if (!vocab->is_string()) return refused("invalid vocab mapping: @vocab is an IRI or null");
    const auto& text = vocab->get_ref<const std::string&>();
    if (is_1_0() && !has_iri_form(text) && !is_blank(text))
        return refused("invalid vocab mapping: @vocab \"" + text + "\" is relative, which needs JSON-LD 1.1");
    const auto expanded = expand_iri(m_context, text, Relative::vocab_and_document);
    if (expanded.is_null) return refused("invalid vocab mapping: \"" + text + "\" is reserved");
    if (!has_iri_form(expanded.text()) && !is_blank(expanded.text()))
        warn("relative @vocab reference: \"" + text + "\"");
    TRY(m_processor.meter().count_text(expanded.text().size()));
    m_context.vocab = expanded.text();
    return {};
}

Result<> ContextDefiner::set_language()
{
    const Json* language = member(m_local, "@language");
    if (language == nullptr) return {};
    if (language->is_null()) {
        m_context.language.clear();
        return {};
    }
    if (!language->is_string())
        return refused("invalid default language: @language is a language tag or null");
    m_context.language = to_lower(language->get_ref<const std::string&>());
    if (!is_language_tag(m_context.language)) warn("invalid @language value: \"" + m_context.language + "\"");
    return {};
}

Result<> ContextDefiner::set_direction()
{
    const Json* direction = member(m_local, "@direction");
    if (direction == nullptr) return {};
    if (is_1_0()) return refused("invalid context entry: @direction needs JSON-LD 1.1");
    const auto parsed = to_direction(*direction);
    if (!parsed) return refused("invalid base direction: @direction is \"ltr\", \"rtl\" or null");
    m_context.direction = *parsed;
    return {};
}

Result<> ContextDefiner::check_propagate()
{
    const Json* propagate = member(m_local, "@propagate");
    if (propagate == nullptr) return {};
    if (is_1_0()) return refused("invalid context entry: @propagate needs JSON-LD 1.1");
    if (!propagate->is_boolean()) return refused("invalid @propagate value: @propagate is true or false");
    return {};
}

Result<> ContextDefiner::set_protected()
{
    const Json* value = member(m_local, "@protected");
    if (value == nullptr) return {};
    if (is_1_0()) return refused("invalid context entry: @protected needs JSON-LD 1.1");
    if (!value->is_boolean()) return refused("invalid @protected value: @protected is true or false");
    m_protected = value->get<bool>();
    return {};
}

} // namespace northseal::linked_data
