#pragma once
// JSON as strangers send it: read under bounds, without duplicate keys, and written in the one form of RFC
// 8785. nlohmann-json stays in .cpp files; headers see only its forward declaration.

#include <nlohmann/json_fwd.hpp>

#include "storage/base/bytes.h"

namespace northseal {

using Json = nlohmann::json;

struct JsonLimits {
    std::size_t bytes{1U << 20};
    std::size_t depth{64};
};

// Refuses: more than the bounds, bad UTF-8, lone surrogates, duplicate keys (RFC 7493), anything after the
// end.
Result<Json> parse_json(std::string_view, JsonLimits = {});

// RFC 8785, the JSON Canonicalization Scheme: keys in UTF-16 order, ECMAScript numbers, no white space.
std::string canonical_json(const Json&);

// A number as ECMAScript prints it (ECMA-262, Number::toString): RFC 8785 and JSON-LD both ask for this form.
std::string ecmascript_number(double);

// Members by name, with errors that say what is missing. They never throw.
Result<std::string> text_member(const Json& object, std::string_view name);
const Json* member(const Json& object,
                   std::string_view name); // null where there is none, or where it is no object

} // namespace northseal
