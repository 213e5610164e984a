#include <nlohmann/json.hpp>

#include "storage/linked_data/expander.h"
#include "storage/linked_data/iri.h"

namespace northseal::linked_data {

void add_value(Json& object, const std::string& key, Json value)
{
    Json& array = object[key];
    if (array.is_null()) {
        array = as_array(std::move(value));
        return;
    }
    if (!array.is_array()) array = only_item(std::move(array));
    if (!value.is_array()) {
        array.push_back(std::move(value));
        return;
    }
    for (auto& item : value) array.push_back(std::move(item));
}

Json as_array(Json value)
{
    if (value.is_array()) return value;
    if (value.is_null()) return Json::array();
    return only_item(std::move(value));
}

Json only_member(const char* key, Json value)
{
    Json out = Json::object();
    out.emplace(key, std::move(value));
    return out;
}

Json only_item(Json item)
{
    Json out = Json::array();
    out.push_back(std::move(item));
    return out;
}

bool is_value_object(const Json& item)
{
    return item.is_object() && item.contains("@value");
}

bool is_list_object(const Json& item)
{
    return item.is_object() && item.contains("@list");
}

bool is_graph_object(const Json& item)
{
    if (!item.is_object() || !item.contains("@graph")) return false;
    for (auto member = item.begin(); member != item.end(); ++member) {
        if (member.key() != "@graph" && member.key() != "@id" && member.key() != "@index") return false;
    }
    return true;
}

bool is_node_object(const Json& item)
{
    return item.is_object() && !item.contains("@value") && !item.contains("@list") && !item.contains("@set");
}

// API section 5.1.2 steps 15 to 20.
Result<Json> Expander::finish(Frame& frame, Json result)
{
    if (result.contains("@value")) {
        result = TRY(finish_value(std::move(result)));
    } else if (const auto type = result.find("@type"); type != result.end()) {
        *type = as_array(std::move(*type));
    }
    if (result.contains("@set") || result.contains("@list")) {
        if (result.size() > 2 || (result.size() == 2 && !result.contains("@index")))
            return refused("invalid set or list object: @set and @list stand alone, or with @index");
        if (result.contains("@set")) {
            Json set = std::move(result["@set"]);
            result = std::move(set);
        }
    }
    if (result.is_object() && result.size() == 1 && result.contains("@language")) {
        TRY(dropping("object with only @language: it tags no value"));
        return Json();
    }
    const bool at_top = frame.property == nullptr || frame.property_keyword == Keyword::at_graph;
    if (result.is_object() && at_top) return drop_unsafe(std::move(result));
    return result;
}

Result<Json> Expander::finish_value(Json result)
{
    for (auto member = result.begin(); member != result.end(); ++member) {
        const auto keyword = keyword_of(member.key());
        if (keyword != Keyword::at_value && keyword != Keyword::at_type && keyword != Keyword::at_language &&
            keyword != Keyword::at_direction && keyword != Keyword::at_index)
            return refused("invalid value object: \"" + member.key() + "\" stands beside @value");
    }
    const bool tagged = result.contains("@language");
    const auto type = result.find("@type");
    if (type != result.end() && (tagged || result.contains("@direction")))
        return refused("invalid value object: @type stands beside @language or @direction");
    if (type != result.end() && type->is_array() && type->size() == 1) {
        Json only = std::move(type->front());
        *type = std::move(only);
    }
    if (type != result.end() && *type == "@json") return result;
    const Json& value = result["@value"];
    if (value.is_null()) {
        TRY(dropping("null @value value: it says nothing"));
        return Json();
    }
    if (tagged && !value.is_string())
        return refused("invalid language-tagged value: only text has a language");
    if (type != result.end() && !(type->is_string() && is_iri(type->get_ref<const std::string&>())))
        return refused("invalid typed value: the @type of a value is one IRI");
    return result;
}

// At the top, what says nothing about anything is left out.
Result<Json> Expander::drop_unsafe(Json result)
{
    const char* why = nullptr;
    if (result.empty()) {
        why = "empty object";
    } else if (result.contains("@value")) {
        why = "object with only @value";
    } else if (result.contains("@list")) {
        why = "object with only @list";
    } else if (result.size() == 1 && result.contains("@id")) {
        why = "object with only @id";
    }
    if (why == nullptr) return result;
    TRY(dropping(std::string(why) + ": " + result.dump().substr(0, 80) + " says nothing"));
    return Json();
}

} // namespace northseal::linked_data
