#include <nlohmann/json.hpp>

#include "storage/linked_data/context_definer.h"
#include "storage/linked_data/iri.h"

namespace northseal::linked_data {
namespace {

std::string in_quotes(std::string_view text)
{
    return "\"" + std::string(text.substr(0, 120)) + "\"";
}

bool ends_as_prefix(std::string_view iri)
{
    constexpr std::string_view delimiters = ":/?#[]@";
    return is_blank(iri) || (!iri.empty() && delimiters.find(iri.back()) != std::string_view::npos);
}

// A term in the form of an IRI may not mean another one.
bool looks_like_iri(std::string_view term)
{
    if (term.find('/') != std::string_view::npos) return true;
    return term.size() > 2 && term.substr(1, term.size() - 2).find(':') != std::string_view::npos;
}

} // namespace

Result<ExpandedIri> ContextDefiner::expand(std::string_view value, Relative relative)
{
    const auto define_if_needed = [&](std::string_view name) -> Result<> {
        if (!m_local.contains(name)) return {};
        const auto state = m_defined.find(name);
        if (state != m_defined.end() && state->second) return {};
        return define_term(name);
    };
    if (!has_keyword_form(value)) {
        TRY(define_if_needed(value));
        const auto* definition = m_context.find(value);
        const bool found =
            definition != nullptr && (relative == Relative::vocab || definition->keyword != Keyword::none);
        const auto colon = inner_colon(value);
        if (!found && colon != std::string_view::npos && value.substr(0, colon) != "_" &&
            !value.substr(colon + 1).starts_with("//"))
            TRY(define_if_needed(value.substr(0, colon)));
    }
    auto expanded = expand_iri(m_context, value, relative);
    TRY(m_processor.meter().count_text(expanded.owned.size()));
    return expanded;
}

Result<> ContextDefiner::define_term(std::string_view term)
{
    if (const auto state = m_defined.find(term); state != m_defined.end()) {
        if (state->second) return {};
        return refused("cyclic IRI mapping: the definition of " + in_quotes(term) + " leads back to itself");
    }
    if (term.empty()) return refused("invalid term definition: a term cannot be empty");
    m_defined.emplace(term, false);
    TRY(m_processor.meter().check_depth(m_depth + ++m_recursion));
    const Json& value = *m_local.find(term);
    if (!TRY(may_be_defined(term, value))) return {};

    std::shared_ptr<const TermDefinition> previous;
    if (const auto found = m_context.terms.find(term); found != m_context.terms.end()) {
        previous = found->second;
        m_context.terms.erase(found);
    }
    TermDefinition definition;
    definition.name = term;
    definition.is_protected = m_protected;
    Json stand_in;
    Value parts{value, false};
    if (value.is_null() || value.is_string()) stand_in = Json{{"@id", value}};
    const Value given = stand_in.is_null() ? parts : Value{stand_in, value.is_string()};
    if (!given.map.is_object())
        return refused("invalid term definition: " + in_quotes(term) + " is neither an IRI, null nor a map");

    TRY(set_protection(definition, given.map));
    TRY(set_type(definition, given.map));
    const bool reverse = given.map.contains("@reverse");
    const bool kept = reverse ? TRY(define_reverse(definition, given.map)) : TRY(set_iri(definition, given));
    if (!kept) return {}; // reserved: the term stays undefined
    if (!reverse) {
        TRY(set_container(definition, given.map));
        TRY(set_index(definition, given.map));
        TRY(set_scoped_context(definition, given.map));
        TRY(set_term_language(definition, given.map));
        TRY(set_nest(definition, given.map));
        TRY(set_prefix(definition, given.map));
    }
    --m_recursion;
    return install(std::move(definition), previous.get());
}

// Keywords are not redefined; what has their form is left alone for the future.
Result<bool> ContextDefiner::may_be_defined(std::string_view term, const Json& value)
{
    if (term == "@type" && !is_1_0()) {
        bool allowed = value.is_object() && !value.empty();
        if (allowed) {
            for (const auto& [name, part] : value.items())
                allowed = allowed && (name == "@protected" || (name == "@container" && part == "@set"));
        }
        if (!allowed)
            return refused("keyword redefinition: @type may only be given @container @set and @protected");
        return true;
    }
    if (keyword_of(term) != Keyword::none)
        return refused("keyword redefinition: " + in_quotes(term) + " is a keyword");
    if (!has_keyword_form(term)) return true;
    warn("reserved term: " + in_quotes(term) + " has the form of a keyword");
    return false;
}

Result<bool> ContextDefiner::define_reverse(TermDefinition& definition, const Json& map)
{
    const Json& reverse = *map.find("@reverse");
    if (map.contains("@id") || map.contains("@nest"))
        return refused("invalid reverse property: " + in_quotes(definition.name) +
                       " has @id or @nest beside @reverse");
    if (!reverse.is_string())
        return refused("invalid IRI mapping: @reverse of " + in_quotes(definition.name) + " is no text");
    const auto& text = reverse.get_ref<const std::string&>();
    if (has_keyword_form(text) && keyword_of(text) == Keyword::none) {
        warn("reserved @reverse value: " + in_quotes(text));
        return false;
    }
    const auto iri = TRY(expand(text, Relative::vocab));
    if (iri.is_null || iri.keyword != Keyword::none || (!is_iri(iri.text()) && !is_blank(iri.text())))
        return refused("invalid IRI mapping: @reverse " + in_quotes(text) + " is no IRI");
    definition.iri = iri.text();
    definition.reverse = true;
    if (const Json* container = member(map, "@container"); container != nullptr && !container->is_null()) {
        if (*container == "@index") {
            definition.containers = container_index;
        } else if (*container == "@set") {
            definition.containers = container_set;
        } else {
            return refused("invalid reverse property: the container of " + in_quotes(definition.name) +
                           " may only be @set or @index");
        }
    }
    return true;
}

Result<bool> ContextDefiner::set_iri(TermDefinition& definition, Value value)
{
    const Json* id = member(value.map, "@id");
    if (id != nullptr && !(id->is_string() && id->get_ref<const std::string&>() == definition.name)) {
        if (id->is_null()) return true; // decoupled, kept so that it can be protected
        return set_given_iri(definition, *id, value.simple);
    }
    TRY(set_own_iri(definition));
    return true;
}

Result<bool> ContextDefiner::set_given_iri(TermDefinition& definition, const Json& id, bool simple)
{
    if (!id.is_string())
        return refused("invalid IRI mapping: @id of " + in_quotes(definition.name) + " is no text");
    const auto& text = id.get_ref<const std::string&>();
    if (has_keyword_form(text) && keyword_of(text) == Keyword::none) {
        warn("reserved @id value: " + in_quotes(text));
        return false;
    }
    const auto iri = TRY(expand(text, Relative::vocab));
    if (iri.is_null || (iri.keyword == Keyword::none && !is_iri(iri.text()) && !is_blank(iri.text())))
        return refused("invalid IRI mapping: @id " + in_quotes(text) + " of " + in_quotes(definition.name) +
                       " expands to no IRI");
    if (iri.keyword == Keyword::at_context || iri.keyword == Keyword::at_preserve)
        return refused("invalid keyword alias: " + iri.text() + " may have no alias");
    definition.iri = iri.text();
    definition.keyword = iri.keyword;
    if (!is_1_0() && looks_like_iri(definition.name)) {
        m_defined.find(definition.name)->second = true;
        const auto own = TRY(expand(definition.name, Relative::vocab));
        if (own.is_null || own.text() != definition.iri)
            return refused("invalid IRI mapping: " + in_quotes(definition.name) +
                           " has the form of an IRI, and cannot "
                           "mean " +
                           in_quotes(definition.iri));
    }
    const bool bare = definition.name.find_first_of(":/") == std::string::npos;
    definition.prefix = bare && simple && ends_as_prefix(definition.iri);
    return true;
}

// There is no @id: the term is its own compact IRI or IRI, or stands in the vocabulary.
Result<> ContextDefiner::set_own_iri(TermDefinition& definition)
{
    const std::string& term = definition.name;
    if (const auto colon = inner_colon(term); colon != std::string::npos) {
        const auto prefix = std::string_view(term).substr(0, colon);
        if (m_local.contains(prefix)) TRY(define_term(prefix));
        const auto* known = m_context.find(prefix);
        if (known != nullptr && !known->iri.empty()) {
            TRY(m_processor.meter().count_text(known->iri.size() + term.size()));
            definition.iri = known->iri + term.substr(colon + 1);
        } else {
            definition.iri = term;
        }
    } else if (term.find('/') != std::string::npos) {
        const auto iri = expand_iri(m_context, term, Relative::vocab);
        TRY(m_processor.meter().count_text(iri.text().size()));
        if (!is_iri(iri.text())) return refused("invalid IRI mapping: " + in_quotes(term) + " is no IRI");
        definition.iri = iri.text();
    } else if (term == "@type") {
        definition.iri = term;
        definition.keyword = Keyword::at_type;
    } else if (m_context.vocab) {
        TRY(m_processor.meter().count_text(m_context.vocab->size() + term.size()));
        definition.iri = *m_context.vocab + term;
    } else {
        return refused("invalid IRI mapping: " + in_quotes(term) + " has no @id, and there is no @vocab");
    }
    return {};
}

Result<> ContextDefiner::install(TermDefinition definition, const TermDefinition* previous)
{
    if (previous != nullptr && previous->is_protected && !m_flags.override_protected) {
        if (!definition.same_as(*previous))
            return refused("protected term redefinition: " + in_quotes(definition.name) + " is protected");
        definition.is_protected = true;
    }
    // In JSON-LD 1.0 any term may begin a compact IRI.
    if (is_1_0()) definition.prefix = definition.keyword == Keyword::none;
    auto kept = std::make_shared<const TermDefinition>(std::move(definition));
    const std::string_view name = kept->name;
    m_defined.find(name)->second = true;
    m_context.terms.insert_or_assign(name, std::move(kept));
    return {};
}

} // namespace northseal::linked_data
