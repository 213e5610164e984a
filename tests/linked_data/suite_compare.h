#pragma once
// How the W3C suites compare results.

#include "storage/base/json.h"
#include "storage/linked_data/rdf.h"

namespace northseal::test {

// JSON-LD object comparison: arrays are sets, but in @list and in JSON literals order counts.
bool same_expanded(const Json&, const Json&);
// The same dataset but for the labels of blank nodes. Generalized RDF is compared with predicates as IRIs.
bool same_dataset(const linked_data::Dataset&, const linked_data::Dataset&);

} // namespace northseal::test
