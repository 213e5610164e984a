#include <nlohmann/json.hpp>

#include "storage/linked_data/expander.h"
#include "storage/linked_data/iri.h"

namespace northseal::linked_data {

Result<> Expander::expand_keyword(Frame& frame, const Entry& entry, Json& result)
{
    const auto keyword = entry.iri.keyword;
    const std::string& name = entry.iri.text();
    if (frame.property_keyword == Keyword::at_reverse)
        return refused("invalid reverse property map: " + name + " is no property");
    const bool may_repeat = !is_1_0() && (keyword == Keyword::at_included || keyword == Keyword::at_type);
    if (!may_repeat && result.contains(name))
        return refused("colliding keywords: " + name + " stands twice, once under the alias \"" + *entry.key +
                       "\"");
    if (keyword == Keyword::at_id) return expand_id(frame, entry, result);
    if (keyword == Keyword::at_type) return expand_type(frame, entry, result);
    if (keyword == Keyword::at_graph) {
        const std::string graph = "@graph";
        result[name] = as_array(TRY(expand(frame.active, &graph, *entry.value)));
        return {};
    }
    if (keyword == Keyword::at_included) return is_1_0() ? Result<>() : expand_included(frame, entry, result);
    if (keyword == Keyword::at_value) return expand_at_value(frame, entry, result);
    if (keyword == Keyword::at_language) return expand_language(entry, result);
    if (keyword == Keyword::at_direction) {
        if (is_1_0()) return {};
        if (!entry.value->is_string() || !to_direction(*entry.value))
            return refused("invalid base direction: @direction is \"ltr\" or \"rtl\"");
        result[name] = *entry.value;
        return {};
    }
    if (keyword == Keyword::at_index) {
        if (!entry.value->is_string()) return refused("invalid @index value: @index is text");
        result[name] = *entry.value;
        return {};
    }
    if (keyword == Keyword::at_list || keyword == Keyword::at_set)
        return expand_list_or_set(frame, entry, result);
    if (keyword == Keyword::at_reverse) return expand_reverse(frame, entry, result);
    return dropping("invalid property: the keyword " + name + " has no meaning here");
}

Result<> Expander::expand_id(Frame& frame, const Entry& entry, Json& result)
{
    if (!entry.value->is_string())
        return refused("invalid @id value: @id is an IRI, not " + entry.value->dump().substr(0, 80));
    const auto& text = entry.value->get_ref<const std::string&>();
    auto iri = expand_iri(*frame.active, text, Relative::document);
    TRY(m_meter.count_text(iri.text().size()));
    if (iri.is_null) {
        TRY(dropping("reserved @id value: \"" + text + "\""));
        result["@id"] = nullptr;
        return {};
    }
    if (!has_iri_form(iri.text()) && !is_blank(iri.text()))
        TRY(dropping("relative @id reference: \"" + text +
                     "\" is no IRI, and there is no base to resolve it"));
    result["@id"] = iri.text();
    return {};
}

Result<> Expander::expand_type(Frame& frame, const Entry& entry, Json& result)
{
    const auto invalid = [] { return refused("invalid type value: @type is an IRI, or an array of IRIs"); };
    Json types = Json::array();
    const auto add = [&](const Json& item) -> Result<> {
        if (!item.is_string()) return invalid();
        const auto& text = item.get_ref<const std::string&>();
        const auto iri = expand_iri(*frame.type_scoped, text, Relative::vocab_and_document);
        TRY(m_meter.count_text(iri.text().size()));
        if (iri.is_null) return dropping("relative @type reference: \"" + text + "\" maps to nothing");
        if (iri.keyword != Keyword::at_json && !has_iri_form(iri.text()) && !is_blank(iri.text()))
            TRY(dropping("relative @type reference: \"" + text + "\" is no IRI, and defined by no context"));
        types.push_back(iri.text());
        return {};
    };
    const bool is_array = entry.value->is_array();
    if (is_array) {
        for (const auto& item : *entry.value) TRY(add(item));
    } else {
        TRY(add(*entry.value));
    }
    const auto earlier = result.find("@type");
    if (earlier == result.end()) {
        if (is_array) {
            result["@type"] = std::move(types);
        } else if (!types.empty()) {
            result["@type"] = std::move(types.front());
        }
        return {};
    }
    Json all = as_array(std::move(*earlier));
    for (auto& type : types) all.push_back(std::move(type));
    *earlier = std::move(all);
    return {};
}

// Checked before expansion, which would drop a value that belongs to no property.
Result<> Expander::check_included(const ActiveContext& context, const Json& item) const
{
    bool is_node = item.is_object() || item.is_null();
    if (item.is_object()) {
        for (const auto& entry : entries_of(context, item))
            is_node = is_node && entry.iri.keyword != Keyword::at_value &&
                      entry.iri.keyword != Keyword::at_list && entry.iri.keyword != Keyword::at_set;
    }
    if (!is_node) return refused("invalid @included value: @included holds node objects alone");
    return {};
}

Result<> Expander::expand_included(Frame& frame, const Entry& entry, Json& result)
{
    if (entry.value->is_array()) {
        for (const auto& item : *entry.value) TRY(check_included(*frame.active, item));
    } else {
        TRY(check_included(*frame.active, *entry.value));
    }
    Json nodes = as_array(TRY(expand(frame.active, nullptr, *entry.value)));
    for (const auto& node : nodes) {
        if (!is_node_object(node))
            return refused("invalid @included value: @included holds node objects alone");
    }
    add_value(result, "@included", std::move(nodes));
    return {};
}

Result<> Expander::expand_at_value(Frame& frame, const Entry& entry, Json& result)
{
    if (frame.is_json) {
        if (is_1_0()) return refused("invalid value object value: @json needs JSON-LD 1.1");
    } else if (entry.value->is_structured()) {
        return refused("invalid value object value: @value is text, a number, true, false or null");
    }
    result["@value"] = *entry.value;
    return {};
}

Result<> Expander::expand_language(const Entry& entry, Json& result)
{
    if (entry.value->is_null()) return {};
    if (!entry.value->is_string())
        return refused("invalid language-tagged string: @language is a language tag");
    auto language = to_lower(entry.value->get_ref<const std::string&>());
    if (!is_language_tag(language)) TRY(dropping("invalid @language value: \"" + language + "\""));
    result["@language"] = std::move(language);
    return {};
}

Result<> Expander::expand_list_or_set(Frame& frame, const Entry& entry, Json& result)
{
    const bool is_list = entry.iri.keyword == Keyword::at_list;
    if (is_list && (frame.property == nullptr || frame.property_keyword == Keyword::at_graph))
        return dropping("object with only @list: a list that belongs to no property");
    Json expanded = TRY(expand(frame.active, frame.property, *entry.value));
    if (is_list && is_1_0()) {
        for (const auto& item : as_array(expanded)) {
            if (is_list_object(item)) return refused("list of lists: a list inside a list needs JSON-LD 1.1");
        }
    }
    if (is_list) {
        expanded = as_array(std::move(expanded));
    } else if (expanded.is_null()) {
        return {};
    }
    result[entry.iri.text()] = std::move(expanded);
    return {};
}

Result<> Expander::expand_reverse(Frame& frame, const Entry& entry, Json& result)
{
    if (!entry.value->is_object()) return refused("invalid @reverse value: @reverse is a map");
    const std::string reverse = "@reverse";
    Json expanded = TRY(expand(frame.active, &reverse, *entry.value));
    if (!expanded.is_object()) return {};
    if (const auto twice = expanded.find("@reverse"); twice != expanded.end()) {
        for (auto& [property, items] : twice->items()) add_value(result, property, std::move(items));
        expanded.erase("@reverse");
    }
    for (auto& [property, items] : expanded.items()) {
        if (keyword_of(property) != Keyword::none) continue;
        for (auto& item : items) {
            if (is_value_object(item) || is_list_object(item))
                return refused("invalid reverse property value: \"" + property +
                               "\" is reversed, and holds a value or a list");
            add_value(result["@reverse"], property, std::move(item));
        }
    }
    return {};
}

} // namespace northseal::linked_data
