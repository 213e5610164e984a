#include "storage/linked_data/rdf_builder.h"

#include <algorithm>
#include <nlohmann/json.hpp>

#include "storage/linked_data/iri.h"
#include "storage/linked_data/keywords.h"

namespace northseal::linked_data {
namespace {

const std::string rdf_type = rdf_namespace + "type";

void drop_repeated(Dataset& quads)
{
    std::unordered_set<std::string> seen;
    std::erase_if(quads, [&](const Quad& quad) { return !seen.insert(to_nquad(quad)).second; });
}

} // namespace

Result<Dataset> RdfBuilder::build(Json expanded)
{
    const Graph graph;
    m_quads.reserve(m_meter.nodes()); // a document says about one quad for each value in it
    for (auto& item : expanded) {
        if (item.is_object()) TRY(node(item, graph));
    }
    if (m_may_repeat) drop_repeated(m_quads);
    return std::move(m_quads);
}

Result<> RdfBuilder::dropping(std::string what) const
{
    if (!m_options.safe) return {};
    return refused(std::move(what));
}

Result<bool> RdfBuilder::is_usable(const Term& term, const char* place) const
{
    if (term.kind == TermKind::blank || is_iri(term.value)) return true; // the labels are our own
    const bool relative = !has_iri_form(term.value);
    TRY(dropping(std::string(relative ? "relative " : "invalid ") + place + " reference: \"" + term.value +
                 "\" is no IRI"));
    return false;
}

Term RdfBuilder::fresh_blank()
{
    return {TermKind::blank, "b" + std::to_string(m_next_label++), {}, {}};
}

Term RdfBuilder::term_for(const std::string& id)
{
    if (!is_blank(id)) return iri_term(id);
    const auto [found, is_new] = m_labels.try_emplace(id);
    if (is_new) found->second = fresh_blank().value;
    return {TermKind::blank, found->second, {}, {}};
}

Result<> RdfBuilder::add(Term subject, Term predicate, Term object, const Graph& graph)
{
    if (graph.dropped) return {};
    auto& quad = m_quads.emplace_back();
    quad.subject = std::move(subject);
    quad.predicate = std::move(predicate);
    quad.object = std::move(object);
    quad.graph = graph.name;
    return m_meter.check_quads(m_quads.size());
}

// A compound literal is a blank node, so that the set of quads would not make one of two that are the same.
bool RdfBuilder::is_repeated_compound(const Json& item, const Term& subject, const Term& predicate,
                                      const Graph& graph)
{
    if (m_options.rdf_direction != RdfDirection::compound_literal || !item.is_object() ||
        !item.contains("@direction"))
        return false;
    std::string key;
    for (const Term* term : {&graph.name, &subject, &predicate}) append_term(key, *term);
    return !m_compounds.insert(key + item.dump()).second;
}

// A property holds the same value twice more often than a node is described twice.
Result<> RdfBuilder::add_once(std::vector<Term>& said, const Term& subject, const Term& predicate,
                              Term object, const Graph& graph)
{
    constexpr std::size_t compared_most = 32;
    if (said.size() < compared_most) {
        if (std::find(said.begin(), said.end(), object) != said.end()) return {};
        said.push_back(object);
    } else {
        m_may_repeat = true;
    }
    return add(subject, predicate, std::move(object), graph);
}

Result<> RdfBuilder::check_index(const Json& item, const Term& subject, const Graph& graph)
{
    const auto index = item.find("@index");
    if (index == item.end()) return {};
    const std::string key =
        graph.name.value + " " + (subject.kind == TermKind::blank ? "_:" : "") + subject.value;
    const auto& text = index->get_ref<const std::string&>();
    const auto [found, is_new] = m_indexes.try_emplace(key, text);
    if (!is_new && found->second != text)
        return refused("conflicting indexes: <" + subject.value + "> has two values of @index");
    return {};
}

Result<Term> RdfBuilder::node(Json& item, const Graph& graph)
{
    const auto id = item.find("@id");
    const bool named = id != item.end() && id->is_string();
    if (id != item.end() && !named)
        return Term{TermKind::iri, {}, {}, {}}; // a reserved @id: it refers to nothing
    Term subject = named ? term_for(id->get_ref<const std::string&>()) : fresh_blank();
    if (named && item.size() == 1) return subject;
    TRY(check_index(item, subject, graph));
    if (named && !m_subjects.insert(graph.name.value + " " + id->get_ref<const std::string&>()).second)
        m_may_repeat = true;
    TRY(members(item, subject, graph));
    return subject;
}

Result<> RdfBuilder::members(Json& item, const Term& subject, const Graph& graph)
{
    bool says_something = false;
    for (auto member = item.begin(); member != item.end(); ++member) {
        const std::string& name = member.key();
        const auto keyword = keyword_of(name);
        says_something = says_something || keyword == Keyword::none || keyword == Keyword::at_type;
    }
    const bool usable = subject.kind == TermKind::blank ||
                        (says_something ? TRY(is_usable(subject, "subject")) : is_iri(subject.value));
    for (auto member = item.begin(); member != item.end(); ++member) {
        const auto keyword = keyword_of(member.key());
        if (keyword == Keyword::none) {
            TRY(usable ? property(member.key(), member.value(), subject, graph)
                       : visit_only(member.value(), graph));
        }
        if (keyword == Keyword::at_type && usable) TRY(types(member.value(), subject, graph));
        if (keyword == Keyword::at_reverse) TRY(reverse(member.value(), subject, graph));
        if (keyword == Keyword::at_graph) TRY(named_graph(member.value(), subject));
        if (keyword == Keyword::at_included) TRY(visit_only(member.value(), graph));
    }
    return {};
}

Result<> RdfBuilder::types(const Json& items, const Term& subject, const Graph& graph)
{
    if (items.size() > 1)
        m_may_repeat = m_may_repeat || std::adjacent_find(items.begin(), items.end()) != items.end();
    for (const auto& item : items) {
        Term type = term_for(item.get_ref<const std::string&>());
        if (TRY(is_usable(type, "@type"))) TRY(add(subject, iri_term(rdf_type), std::move(type), graph));
    }
    return {};
}

Result<> RdfBuilder::property(const std::string& iri, Json& items, const Term& subject, const Graph& graph)
{
    Term predicate = term_for(iri);
    if (predicate.kind == TermKind::blank && !m_options.generalized) {
        TRY(dropping("blank node predicate: \"" + iri + "\""));
        return visit_only(items, graph);
    }
    if (!TRY(is_usable(predicate, "predicate"))) return visit_only(items, graph);
    std::vector<Term> said;
    for (auto& item : items) {
        if (is_repeated_compound(item, subject, predicate, graph)) continue;
        Term value = TRY(object(item, graph));
        if (value.kind == TermKind::none) continue;
        if (items.size() == 1) {
            TRY(add(subject, std::move(predicate), std::move(value), graph));
        } else {
            TRY(add_once(said, subject, predicate, std::move(value), graph));
        }
    }
    return {};
}

// Nodes that are said somewhere in what is itself dropped.
Result<> RdfBuilder::visit_only(Json& items, const Graph& graph)
{
    for (auto& item : items) {
        if (!item.is_object() || item.contains("@value")) continue;
        if (const auto inner = item.find("@list"); inner != item.end()) {
            TRY(visit_only(*inner, graph));
        } else {
            TRY(node(item, graph));
        }
    }
    return {};
}

Result<> RdfBuilder::reverse(Json& map, const Term& subject, const Graph& graph)
{
    const bool usable = TRY(is_usable(subject, "object"));
    for (auto member = map.begin(); member != map.end(); ++member) {
        const Term predicate = term_for(member.key());
        const bool blank = predicate.kind == TermKind::blank && !m_options.generalized;
        if (blank) TRY(dropping("blank node predicate: \"" + member.key() + "\""));
        const bool said = usable && !blank && TRY(is_usable(predicate, "predicate"));
        for (auto& item : member.value()) {
            const Term other = TRY(node(item, graph));
            if (said && TRY(is_usable(other, "subject"))) TRY(add(other, predicate, subject, graph));
        }
    }
    m_may_repeat = true;
    return {};
}

Result<> RdfBuilder::named_graph(Json& items, const Term& name)
{
    Graph graph;
    graph.name = name;
    graph.dropped = name.kind == TermKind::iri && !TRY(is_usable(name, "graph"));
    for (auto& item : items) {
        if (item.is_object()) TRY(node(item, graph));
    }
    return {};
}

} // namespace northseal::linked_data
