#include <nlohmann/json.hpp>

#include "storage/linked_data/expander.h"
#include "storage/linked_data/iri.h"

namespace northseal::linked_data {
namespace {

const char* text_of(Direction direction)
{
    return direction == Direction::ltr ? "ltr" : "rtl";
}

Direction direction_for(const ActiveContext& context, const TermDefinition* definition)
{
    return definition != nullptr && definition->direction ? *definition->direction : context.direction;
}

void prepend(Json& object, const std::string& key, Json first)
{
    Json all = only_item(std::move(first));
    if (const auto found = object.find(key); found != object.end()) {
        for (auto& item : as_array(std::move(*found))) all.push_back(std::move(item));
    }
    object[key] = std::move(all);
}

} // namespace

Result<> Expander::expand_property(Frame& frame, const Entry& entry, Json& result)
{
    const auto* definition = frame.active->find(*entry.key);
    Json expanded = TRY(expand_by_container(frame, entry, definition));
    if (expanded.is_null()) return {};
    if (definition != nullptr && definition->has(container_list) && !is_list_object(expanded))
        expanded = only_member("@list", as_array(std::move(expanded)));
    if (definition != nullptr && definition->has(container_graph) && !definition->has(container_id) &&
        !definition->has(container_index)) {
        Json graphs = Json::array();
        for (auto& item : as_array(std::move(expanded))) {
            if (!is_node_object(item) || (item.size() == 1 && item.contains("@id")) || item.empty())
                TRY(dropping("empty graph: \"" + *entry.key +
                             "\" would hold a graph in which nothing is said"));
            graphs.push_back(only_member("@graph", only_item(std::move(item))));
        }
        expanded = std::move(graphs);
    }
    const std::string& property = entry.iri.text();
    if (definition == nullptr || !definition->reverse) {
        add_value(result, property, std::move(expanded));
        return {};
    }
    Json& reverse = result["@reverse"];
    for (auto& item : as_array(std::move(expanded))) {
        if (is_value_object(item) || is_list_object(item))
            return refused("invalid reverse property value: \"" + *entry.key +
                           "\" is reversed, and holds a value or a list");
        add_value(reverse, property, std::move(item));
    }
    return {};
}

Result<Json> Expander::expand_by_container(Frame& frame, const Entry& entry, const TermDefinition* definition)
{
    const Json& value = *entry.value;
    if (definition != nullptr && definition->type == TypeMapping::json) {
        TRY(m_meter.count_node());
        Json out = only_member("@value", value);
        out["@type"] = "@json";
        return out;
    }
    if (definition != nullptr && value.is_object()) {
        if (definition->has(container_language))
            return expand_language_map(*frame.active, *definition, value);
        if (definition->has(container_index) || definition->has(container_type) ||
            definition->has(container_id))
            return expand_index_map(frame.active, *definition, value);
    }
    return expand(frame.active, entry.key, value);
}

Result<Json> Expander::expand_language_map(const ActiveContext& context, const TermDefinition& definition,
                                           const Json& map)
{
    const auto direction = direction_for(context, &definition);
    Json out = Json::array();
    for (const auto& [language, values] : map.items()) {
        const bool is_none = expand_iri(context, language, Relative::vocab).keyword == Keyword::at_none;
        if (!is_none && !is_language_tag(language))
            TRY(dropping("invalid @language value: \"" + language + "\""));
        for (const auto& item : as_array(values)) {
            if (item.is_null()) continue;
            TRY(m_meter.count_node());
            if (!item.is_string())
                return refused("invalid language map value: \"" + definition.name +
                               "\" holds what is no text");
            Json one = only_member("@value", item);
            if (!is_none) one["@language"] = to_lower(language);
            if (direction != Direction::none) one["@direction"] = text_of(direction);
            out.push_back(std::move(one));
        }
    }
    return out;
}

Result<Json> Expander::expand_index_map(const ContextPtr& active, const TermDefinition& definition,
                                        const Json& map)
{
    Json out = Json::array();
    for (const auto& [index, values] : map.items()) {
        ContextPtr context = active;
        if (definition.has(container_type)) {
            // Types mean what they mean outside of the context that a type has brought.
            if (context->previous) context = context->previous;
            const auto* type = context->find(index);
            if (type != nullptr && type->context) {
                ContextFlags flags;
                flags.propagate = false;
                context = TRY(m_processor.process_scoped(context, *type, flags));
            }
        }
        const bool is_none = expand_iri(*active, index, Relative::vocab).keyword == Keyword::at_none;
        Json items = TRY(expand(context, &definition.name, as_array(values), /*from_map=*/true));
        for (auto& item : as_array(std::move(items))) {
            if (definition.has(container_graph) && !is_graph_object(item))
                item = only_member("@graph", only_item(std::move(item)));
            TRY(index_item(*active, definition, index, is_none, item));
            out.push_back(std::move(item));
        }
    }
    return out;
}

Result<> Expander::index_item(const ActiveContext& context, const TermDefinition& definition,
                              const std::string& index, bool is_none, Json& item)
{
    if (is_none) return {};
    if (definition.has(container_index) && !definition.index.empty()) {
        const auto property = expand_iri(context, definition.index, Relative::vocab);
        if (is_value_object(item))
            return refused("invalid value object: \"" + definition.name +
                           "\" would give a value the property \"" + definition.index + "\"");
        prepend(item, property.text(),
                TRY(expand_value(context, context.find(definition.index), Json(index))));
    } else if (definition.has(container_index)) {
        if (!item.contains("@index")) item["@index"] = index;
    } else if (definition.has(container_id)) {
        if (is_value_object(item))
            return refused("invalid value object: \"" + definition.name + "\" would give a value an @id");
        if (item.contains("@id")) return {};
        const auto iri = expand_iri(context, index, Relative::document);
        TRY(m_meter.count_text(iri.text().size()));
        if (iri.is_null) return dropping("reserved @id value: \"" + index + "\"");
        if (!has_iri_form(iri.text()) && !is_blank(iri.text()))
            TRY(dropping("relative @id reference: \"" + index + "\""));
        item["@id"] = iri.text();
    } else {
        const auto iri = expand_iri(context, index, Relative::vocab_and_document);
        TRY(m_meter.count_text(iri.text().size()));
        if (iri.is_null) return dropping("relative @type reference: \"" + index + "\" maps to nothing");
        if (!has_iri_form(iri.text()) && !is_blank(iri.text()))
            TRY(dropping("relative @type reference: \"" + index + "\""));
        prepend(item, "@type", iri.text());
    }
    return {};
}

Result<Json> Expander::expand_value(const ActiveContext& context, const TermDefinition* definition,
                                    const Json& value)
{
    const auto type = definition == nullptr ? TypeMapping::absent : definition->type;
    if (value.is_string() && (type == TypeMapping::id || type == TypeMapping::vocab)) {
        const auto& text = value.get_ref<const std::string&>();
        const auto iri = expand_iri(
            context, text, type == TypeMapping::id ? Relative::document : Relative::vocab_and_document);
        TRY(m_meter.count_text(iri.text().size()));
        if (iri.is_null) {
            TRY(dropping("reserved @id value: \"" + text + "\" of \"" + definition->name + "\""));
            return only_member("@id", nullptr);
        }
        return only_member("@id", iri.text());
    }
    Json out = only_member("@value", value);
    if (type == TypeMapping::iri) {
        out["@type"] = definition->type_iri;
    } else if (value.is_string()) {
        const std::string& language =
            definition != nullptr && definition->language ? *definition->language : context.language;
        if (!language.empty()) out["@language"] = language;
        const auto direction = direction_for(context, definition);
        if (direction != Direction::none) out["@direction"] = text_of(direction);
    }
    return out;
}

} // namespace northseal::linked_data
