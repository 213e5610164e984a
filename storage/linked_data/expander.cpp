#include "storage/linked_data/expander.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "storage/linked_data/iri.h"

namespace northseal::linked_data {
namespace {

class Deeper {
public:
    explicit Deeper(std::size_t& depth) : m_depth(depth) { ++m_depth; }
    ~Deeper() { --m_depth; }
    Deeper(const Deeper&) = delete;
    Deeper& operator=(const Deeper&) = delete;

private:
    std::size_t& m_depth;
};

const TermDefinition* definition_of(const ActiveContext& context, const std::string* property)
{
    return property == nullptr ? nullptr : context.find(*property);
}

} // namespace

Result<> Expander::dropping(std::string what) const
{
    if (!m_options.safe) return {};
    return refused(std::move(what));
}

Result<Json> Expander::expand(const ContextPtr& active, const std::string* property, const Json& element,
                              bool from_map)
{
    if (element.is_null()) return Json();
    const Deeper deeper(m_depth);
    TRY(m_meter.check_depth(m_depth));
    TRY(m_meter.count_node());
    if (element.is_array()) return expand_array(active, property, element, from_map);
    if (element.is_object()) return expand_object(active, property, element, from_map);

    if (property == nullptr || expand_iri(*active, *property, Relative::vocab).keyword == Keyword::at_graph) {
        TRY(dropping("free-floating scalar: " + element.dump().substr(0, 80) + " belongs to no property"));
        return Json();
    }
    const auto context = TRY(apply_property_context(active, active->find(*property)));
    return expand_value(*context, context->find(*property), element);
}

Result<Json> Expander::expand_array(const ContextPtr& active, const std::string* property, const Json& array,
                                    bool from_map)
{
    const auto* definition = definition_of(*active, property);
    const bool in_list = definition != nullptr && definition->has(container_list);
    Json out = Json::array();
    for (const auto& item : array) {
        Json expanded = TRY(expand(active, property, item, from_map));
        if (in_list && is_1_0() && is_list_object(expanded))
            return refused("list of lists: a list inside a list needs JSON-LD 1.1");
        if (expanded.is_array() && in_list) {
            if (is_1_0()) return refused("list of lists: a list inside a list needs JSON-LD 1.1");
            out.push_back(only_member("@list", std::move(expanded)));
        } else if (expanded.is_array()) {
            for (auto& one : expanded) out.push_back(std::move(one));
        } else if (!expanded.is_null()) {
            out.push_back(std::move(expanded));
        }
    }
    return out;
}

std::vector<Expander::Entry> Expander::entries_of(const ActiveContext& context, const Json& element)
{
    std::vector<Entry> out;
    out.reserve(element.size());
    for (auto member = element.begin(); member != element.end(); ++member)
        out.push_back({&member.key(), &member.value(), expand_iri(context, member.key(), Relative::vocab)});
    return out;
}

// A context that does not propagate ends where a new node object begins: not at a value object, nor at a
// reference.
bool Expander::must_revert(const std::vector<Entry>& entries)
{
    if (entries.size() == 1 && entries.front().iri.keyword == Keyword::at_id) return false;
    return std::none_of(entries.begin(), entries.end(),
                        [](const Entry& entry) { return entry.iri.keyword == Keyword::at_value; });
}

Result<ContextPtr> Expander::apply_property_context(const ContextPtr& active,
                                                    const TermDefinition* definition)
{
    if (definition == nullptr || !definition->context) return active;
    ContextFlags flags;
    flags.override_protected = true;
    return m_processor.process_scoped(active, *definition, flags);
}

Result<> Expander::apply_type_contexts(Frame& frame, const std::vector<Entry>& entries)
{
    const auto apply = [&](const std::string& type) -> Result<> {
        const auto* definition = frame.type_scoped->find(type);
        if (definition == nullptr || !definition->context) return {};
        ContextFlags flags;
        flags.propagate = false;
        frame.active = TRY(m_processor.process_scoped(frame.active, *definition, flags));
        return {};
    };
    const std::string* input_type = nullptr;
    for (const auto& entry : entries) {
        if (entry.iri.keyword != Keyword::at_type) continue;
        std::vector<const std::string*> types;
        if (entry.value->is_string()) types.push_back(entry.value->get_ptr<const std::string*>());
        if (entry.value->is_array()) {
            for (const auto& item : *entry.value) {
                if (item.is_string()) types.push_back(item.get_ptr<const std::string*>());
            }
        }
        if (input_type == nullptr && !types.empty()) input_type = types.back();
        std::sort(types.begin(), types.end(), [](const auto* a, const auto* b) { return *a < *b; });
        for (const auto* type : types) TRY(apply(*type));
    }
    frame.is_json = input_type != nullptr &&
                    expand_iri(*frame.active, *input_type, Relative::vocab).keyword == Keyword::at_json;
    return {};
}

Result<Json> Expander::expand_object(ContextPtr active, const std::string* property, const Json& element,
                                     bool from_map)
{
    // The property's own context is taken before anything is reverted.
    const ContextPtr given = active;
    const auto* definition = definition_of(*given, property);
    auto entries = entries_of(*active, element);
    if (active->previous && !from_map && must_revert(entries)) active = active->previous;
    active = TRY(apply_property_context(active, definition));
    if (const auto local = element.find("@context"); local != element.end())
        active = TRY(m_processor.process_local(active, *local));
    if (active != given) entries = entries_of(*active, element);

    Frame frame;
    frame.active = active;
    frame.type_scoped = active;
    frame.property = property;
    TRY(apply_type_contexts(frame, entries));
    if (frame.active != active) entries = entries_of(*frame.active, element);
    if (property != nullptr)
        frame.property_keyword = expand_iri(*frame.active, *property, Relative::vocab).keyword;

    Json result = Json::object();
    TRY(expand_entries(frame, entries, result));
    return finish(frame, std::move(result));
}

bool Expander::is_left_out(const std::string& key) const
{
    return m_depth == 1 && !m_options.left_out.empty() && key == m_options.left_out;
}

Result<> Expander::expand_entries(Frame& frame, const std::vector<Entry>& entries, Json& result)
{
    std::vector<const Entry*> nests;
    for (const auto& entry : entries) {
        if (*entry.key == "@context" || is_left_out(*entry.key)) continue;
        TRY(m_meter.count_text(entry.iri.text().size()));
        if (entry.iri.keyword == Keyword::at_nest) {
            if (frame.property_keyword == Keyword::at_reverse)
                return refused("invalid reverse property map: @nest is no property");
            nests.push_back(&entry);
        } else if (entry.iri.keyword != Keyword::none) {
            TRY(expand_keyword(frame, entry, result));
        } else if (entry.iri.is_null || entry.iri.text().find(':') == std::string::npos) {
            TRY(dropping("invalid property: \"" + *entry.key + "\" is defined by no context"));
        } else {
            TRY(expand_property(frame, entry, result));
        }
    }
    for (const auto* nest : nests) {
        const Json* values = nest->value;
        const std::size_t count = values->is_array() ? values->size() : 1;
        for (std::size_t at = 0; at < count; ++at)
            TRY(expand_nest(frame, *nest->key, values->is_array() ? (*values)[at] : *values, result));
    }
    return {};
}

// The members of a nested map are the node's own, in the context of the term that nests them.
Result<> Expander::expand_nest(Frame& frame, const std::string& key, const Json& nested, Json& result)
{
    const Deeper deeper(m_depth);
    TRY(m_meter.check_depth(m_depth));
    TRY(m_meter.count_node());
    if (!nested.is_object()) return refused("invalid @nest value: \"" + key + "\" nests what is no map");
    const auto before = entries_of(*frame.active, nested);
    for (const auto& entry : before) {
        if (entry.iri.keyword == Keyword::at_value)
            return refused("invalid @nest value: \"" + key + "\" nests a value object");
    }
    Frame inner = frame;
    inner.active = TRY(apply_property_context(frame.active, frame.active->find(key)));
    return expand_entries(inner, entries_of(*inner.active, nested), result);
}

} // namespace northseal::linked_data
