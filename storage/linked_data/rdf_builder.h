#pragma once
// Deserialize JSON-LD to RDF (API section 8): from expanded form straight to quads. The specification goes by
// way of a node map, which gathers what is said of one node in several places; a set of quads needs no
// gathering.

#include <string>
#include <unordered_map>
#include <unordered_set>
#include <vector>

#include "storage/base/json.h"
#include "storage/linked_data/meter.h"
#include "storage/linked_data/rdf.h"

namespace northseal::linked_data {

inline const std::string rdf_namespace = "http://www.w3.org/1999/02/22-rdf-syntax-ns#";

inline Term iri_term(std::string iri)
{
    return {TermKind::iri, std::move(iri), {}, {}};
}

class RdfBuilder {
public:
    RdfBuilder(const JsonLdOptions& options, Meter& meter) : m_options(options), m_meter(meter) {}

    // Takes the texts out of what it is given.
    Result<Dataset> build(Json expanded);

private:
    // The graph that is being said; where its name is no IRI its quads are dropped, though not those of
    // graphs within.
    struct Graph {
        Term name;
        bool dropped{false};
    };

    Result<Term> node(Json&, const Graph&); // its subject
    Result<> members(Json&, const Term& subject, const Graph&);
    Result<> types(const Json&, const Term& subject, const Graph&);
    Result<> property(const std::string& iri, Json& items, const Term& subject, const Graph&);
    Result<> reverse(Json& map, const Term& subject, const Graph&);
    Result<> named_graph(Json& items, const Term& name);
    Result<Term> object(Json& item, const Graph&); // none where it has no RDF form
    Result<Term> literal(Json& value, const Graph&);
    Result<Term> list(Json& items, const Graph&);
    Result<Term> compound(Json& value, Term text, const Graph&);
    Result<> visit_only(Json& items, const Graph&);
    Result<> add(Term subject, Term predicate, Term object, const Graph&);
    Result<> add_once(std::vector<Term>& said, const Term& subject, const Term& predicate, Term object,
                      const Graph&);
    bool is_repeated_compound(const Json& item, const Term& subject, const Term& predicate, const Graph&);
    Result<> check_index(const Json& node, const Term& subject, const Graph&);

    Term term_for(const std::string& id); // blank nodes get labels of our own
    Term fresh_blank();
    Result<bool> is_usable(const Term&, const char* place) const;
    Result<> dropping(std::string what) const;

    const JsonLdOptions& m_options;
    Meter& m_meter;
    Dataset m_quads;
    std::unordered_map<std::string, std::string> m_labels;
    std::size_t m_next_label{0};
    std::unordered_map<std::string, std::string> m_indexes;
    std::unordered_set<std::string> m_compounds;
    std::unordered_set<std::string> m_subjects;
    bool m_may_repeat{false}; // something may have been said twice
};

} // namespace northseal::linked_data
