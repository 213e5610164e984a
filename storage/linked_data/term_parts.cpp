#include <nlohmann/json.hpp>

#include "storage/linked_data/context_definer.h"
#include "storage/linked_data/iri.h"

namespace northseal::linked_data {
namespace {

Error needs_1_1(const std::string& term, std::string_view part)
{
    return refused("invalid term definition: " + std::string(part) + " in \"" + term +
                   "\" needs JSON-LD 1.1");
}

constexpr std::pair<std::string_view, Container> container_names[] = {
    {"@graph", container_graph},       {"@id", container_id},     {"@index", container_index},
    {"@language", container_language}, {"@list", container_list}, {"@set", container_set},
    {"@type", container_type},
};

std::optional<Container> container_of(const Json& value)
{
    if (!value.is_string()) return std::nullopt;
    for (const auto& [name, container] : container_names) {
        if (value.get_ref<const std::string&>() == name) return container;
    }
    return std::nullopt;
}

// API section 4.2 step 19.1: one of them alone; @graph with @id or @index, and @set; @set with one of the
// others.
bool is_valid_mix(unsigned mix)
{
    const unsigned without_set = mix & ~unsigned{container_set};
    if ((without_set & (without_set - 1U)) == 0) return mix != (container_list | container_set);
    return without_set == (container_graph | container_id) ||
           without_set == (container_graph | container_index);
}

} // namespace

Result<> ContextDefiner::set_protection(TermDefinition& definition, const Json& map)
{
    for (const auto& [name, value] : map.items()) {
        const auto keyword = keyword_of(name);
        const bool known =
            keyword == Keyword::at_id || keyword == Keyword::at_reverse || keyword == Keyword::at_container ||
            keyword == Keyword::at_context || keyword == Keyword::at_direction ||
            keyword == Keyword::at_index || keyword == Keyword::at_language || keyword == Keyword::at_nest ||
            keyword == Keyword::at_prefix || keyword == Keyword::at_protected || keyword == Keyword::at_type;
        if (!known)
            return refused("invalid term definition: \"" + definition.name + "\" holds the unknown \"" +
                           name + "\"");
    }
    const Json* value = member(map, "@protected");
    if (value == nullptr) return {};
    if (is_1_0()) return needs_1_1(definition.name, "@protected");
    if (!value->is_boolean()) return refused("invalid @protected value: @protected is true or false");
    definition.is_protected = value->get<bool>();
    return {};
}

Result<> ContextDefiner::set_type(TermDefinition& definition, const Json& map)
{
    const Json* type = member(map, "@type");
    if (type == nullptr) return {};
    if (!type->is_string())
        return refused("invalid type mapping: @type of \"" + definition.name + "\" is no text");
    const auto iri = TRY(expand(type->get_ref<const std::string&>(), Relative::vocab));
    if (iri.keyword == Keyword::at_json || iri.keyword == Keyword::at_none) {
        if (is_1_0()) return refused("invalid type mapping: " + iri.text() + " needs JSON-LD 1.1");
        definition.type = iri.keyword == Keyword::at_json ? TypeMapping::json : TypeMapping::none;
        return {};
    }
    if (iri.keyword == Keyword::at_id || iri.keyword == Keyword::at_vocab) {
        definition.type = iri.keyword == Keyword::at_id ? TypeMapping::id : TypeMapping::vocab;
        return {};
    }
    if (iri.is_null || iri.keyword != Keyword::none || !is_iri(iri.text()))
        return refused("invalid type mapping: @type of \"" + definition.name + "\" is no IRI");
    definition.type = TypeMapping::iri;
    definition.type_iri = iri.text();
    return {};
}

Result<> ContextDefiner::set_container(TermDefinition& definition, const Json& map)
{
    const Json* container = member(map, "@container");
    if (container == nullptr) return {};
    const auto invalid = [&] {
        return refused("invalid container mapping: @container of \"" + definition.name +
                       "\" is no container, or a mix that does not exist");
    };
    if (is_1_0() && container->is_null()) return {};
    unsigned mix = 0;
    if (container->is_array()) {
        for (const auto& item : *container) {
            const auto one = container_of(item);
            if (!one) return invalid();
            mix |= *one;
        }
    } else {
        const auto one = container_of(*container);
        if (!one) return invalid();
        mix = *one;
    }
    if (mix == 0 || !is_valid_mix(mix)) return invalid();
    if (is_1_0() && (container->is_array() || (mix & (container_graph | container_id | container_type)) != 0))
        return invalid();
    definition.containers = static_cast<unsigned char>(mix);
    if (definition.has(container_type)) {
        if (definition.type == TypeMapping::absent) definition.type = TypeMapping::id;
        if (definition.type != TypeMapping::id && definition.type != TypeMapping::vocab)
            return refused("invalid type mapping: a @type container needs the type @id or @vocab");
    }
    return {};
}

Result<> ContextDefiner::set_index(TermDefinition& definition, const Json& map)
{
    const Json* index = member(map, "@index");
    if (index == nullptr) return {};
    if (is_1_0()) return needs_1_1(definition.name, "@index");
    const auto invalid = [&](const char* why) {
        return refused("invalid term definition: @index of \"" + definition.name + "\" " + why);
    };
    if (!definition.has(container_index)) return invalid("needs an @index container");
    if (!index->is_string()) return invalid("is no text");
    const auto& text = index->get_ref<const std::string&>();
    definition.index = text;
    if (text == definition.name) // it indexes by itself
        return is_iri(definition.iri) ? Result<>() : Result<>(invalid("expands to no IRI"));
    const auto iri = TRY(expand(text, Relative::vocab));
    if (iri.is_null || iri.keyword != Keyword::none || text.starts_with('@') || !is_iri(iri.text()))
        return invalid("expands to no IRI");
    return {};
}

Result<> ContextDefiner::set_scoped_context(TermDefinition& definition, const Json& map)
{
    const Json* scoped = member(map, "@context");
    if (scoped == nullptr) return {};
    if (is_1_0()) return needs_1_1(definition.name, "@context");
    definition.context = std::make_shared<const Json>(*scoped);
    definition.base_url = m_base_url;
    // It is worked out once here, so that what is wrong with it shows even where it is not used.
    ContextFlags flags;
    flags.override_protected = true;
    flags.validate_scoped = false;
    const ContextPtr borrowed(ContextPtr(), &m_context); // what is made of it does not outlive this function
    auto worked_out = m_processor.process(borrowed, *scoped, m_base_url, m_chain, flags, m_depth + 1);
    if (!worked_out.ok()) {
        if (worked_out.error().fault == Fault::full) return std::move(worked_out).error();
        return refused("invalid scoped context: of \"" + definition.name +
                       "\": " + worked_out.error().detail);
    }
    if (!worked_out.value()->warning.empty()) warn(worked_out.value()->warning);
    return {};
}

Result<> ContextDefiner::set_term_language(TermDefinition& definition, const Json& map)
{
    if (map.contains("@type")) return {};
    if (const Json* language = member(map, "@language"); language != nullptr) {
        if (!language->is_string() && !language->is_null())
            return refused("invalid language mapping: @language of \"" + definition.name +
                           "\" is no tag and not null");
        definition.language =
            language->is_null() ? std::string() : to_lower(language->get_ref<const std::string&>());
        if (!language->is_null() && !is_language_tag(*definition.language))
            warn("invalid @language value: \"" + *definition.language + "\"");
    }
    if (const Json* direction = member(map, "@direction"); direction != nullptr) {
        if (is_1_0()) return needs_1_1(definition.name, "@direction");
        definition.direction = to_direction(*direction);
        if (!definition.direction)
            return refused("invalid base direction: @direction is \"ltr\", \"rtl\" or null");
    }
    return {};
}

Result<> ContextDefiner::set_nest(TermDefinition& definition, const Json& map)
{
    const Json* nest = member(map, "@nest");
    if (nest == nullptr) return {};
    if (is_1_0()) return needs_1_1(definition.name, "@nest");
    if (nest->is_string()) definition.nest = nest->get_ref<const std::string&>();
    if (!nest->is_string() || (definition.nest != "@nest" && keyword_of(definition.nest) != Keyword::none))
        return refused("invalid @nest value: @nest of \"" + definition.name + "\" is a term or @nest");
    return {};
}

Result<> ContextDefiner::set_prefix(TermDefinition& definition, const Json& map)
{
    const Json* prefix = member(map, "@prefix");
    if (prefix == nullptr) return {};
    if (is_1_0()) return needs_1_1(definition.name, "@prefix");
    if (definition.name.find_first_of(":/") != std::string::npos)
        return refused("invalid term definition: \"" + definition.name + "\" cannot be a prefix");
    if (!prefix->is_boolean()) return refused("invalid @prefix value: @prefix is true or false");
    definition.prefix = prefix->get<bool>();
    if (definition.prefix && definition.keyword != Keyword::none)
        return refused("invalid term definition: a keyword cannot be a prefix");
    return {};
}

} // namespace northseal::linked_data
