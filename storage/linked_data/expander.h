#pragma once
// The Expansion Algorithm (JSON-LD 1.1 API section 5.1) and Value Expansion (5.3).

#include <string>
#include <vector>

#include "storage/linked_data/context_processor.h"

namespace northseal::linked_data {

class Expander {
public:
    Expander(const JsonLdOptions& options, ContextProcessor& processor, Meter& meter)
        : m_options(options), m_processor(processor), m_meter(meter)
    {}

    // `property` is the active property: a term, "@graph", "@reverse", or null at the top. Null where nothing
    // is left.
    Result<Json> expand(const ContextPtr& active, const std::string* property, const Json& element,
                        bool from_map = false);

private:
    // What one node, value, list or set object is expanded with.
    struct Frame {
        ContextPtr active;
        ContextPtr type_scoped;
        const std::string* property;
        Keyword property_keyword{Keyword::none}; // of the expanded active property
        bool is_json{false};                     // its type is @json
    };
    struct Entry {
        const std::string* key;
        const Json* value;
        ExpandedIri iri;
    };

    // expander.cpp
    Result<Json> expand_array(const ContextPtr& active, const std::string* property, const Json& array,
                              bool from_map);
    Result<Json> expand_object(ContextPtr active, const std::string* property, const Json& element,
                               bool from_map);
    static bool must_revert(const std::vector<Entry>&);
    static std::vector<Entry> entries_of(const ActiveContext&, const Json& element);
    Result<ContextPtr> apply_property_context(const ContextPtr& active, const TermDefinition*);
    Result<> apply_type_contexts(Frame&, const std::vector<Entry>&);
    Result<> expand_entries(Frame&, const std::vector<Entry>&, Json& result);
    bool is_left_out(const std::string& key) const;
    Result<> expand_nest(Frame&, const std::string& key, const Json& nested, Json& result);

    // expand_keyword.cpp
    Result<> expand_keyword(Frame&, const Entry&, Json& result);
    Result<> expand_id(Frame&, const Entry&, Json& result);
    Result<> expand_type(Frame&, const Entry&, Json& result);
    Result<> check_included(const ActiveContext&, const Json& item) const;
    Result<> expand_included(Frame&, const Entry&, Json& result);
    Result<> expand_at_value(Frame&, const Entry&, Json& result);
    Result<> expand_language(const Entry&, Json& result);
    Result<> expand_reverse(Frame&, const Entry&, Json& result);
    Result<> expand_list_or_set(Frame&, const Entry&, Json& result);

    // expand_property.cpp
    Result<> expand_property(Frame&, const Entry&, Json& result);
    Result<Json> expand_by_container(Frame&, const Entry&, const TermDefinition*);
    Result<Json> expand_language_map(const ActiveContext&, const TermDefinition&, const Json& map);
    Result<Json> expand_index_map(const ContextPtr& active, const TermDefinition&, const Json& map);
    Result<> index_item(const ActiveContext&, const TermDefinition&, const std::string& index, bool is_none,
                        Json& item);
    Result<Json> expand_value(const ActiveContext&, const TermDefinition*, const Json& value);

    // expand_finish.cpp
    Result<Json> finish(Frame&, Json result);
    Result<Json> finish_value(Json result);
    Result<Json> drop_unsafe(Json result);

    Result<> dropping(std::string what) const; // an error in safe mode, nothing otherwise
    bool is_1_0() const { return m_processor.is_1_0(); }

    const JsonLdOptions& m_options;
    ContextProcessor& m_processor;
    Meter& m_meter;
    std::size_t m_depth{0};
};

// Appends to the array under `key`, made where there is none; an array is appended item by item.
void add_value(Json& object, const std::string& key, Json value);
Json as_array(Json value);
// An object of one member, an array of one item. Braces would do the same with an array of two for each
// member first.
Json only_member(const char* key, Json value);
Json only_item(Json item);
bool is_value_object(const Json&);
bool is_list_object(const Json&);
bool is_graph_object(const Json&);
bool is_node_object(const Json&);

} // namespace northseal::linked_data
