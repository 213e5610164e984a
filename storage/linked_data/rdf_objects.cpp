#include <charconv>
#include <cmath>
#include <nlohmann/json.hpp>

#include "storage/linked_data/iri.h"
#include "storage/linked_data/rdf_builder.h"

namespace northseal::linked_data {
namespace {

const std::string xsd = "http://www.w3.org/2001/XMLSchema#";
const std::string xsd_string = xsd + "string";
const std::string rdf_first = rdf_namespace + "first";
const std::string rdf_rest = rdf_namespace + "rest";
const std::string rdf_nil = rdf_namespace + "nil";

Term plain(std::string text)
{
    return {TermKind::literal, std::move(text), {}, {}};
}

// The canonical form of xsd:double with fifteen digits after the point, as JSON-LD asks: 5.5E0, 1.0E2.
std::string double_text(double number)
{
    char buffer[64];
    const auto end = std::to_chars(buffer, buffer + sizeof buffer, number == 0 ? 0.0 : number,
                                   std::chars_format::scientific, 15)
                         .ptr;
    const std::string_view text(buffer, static_cast<std::size_t>(end - buffer));
    const auto mark = text.find('e');
    auto mantissa = text.substr(0, mark);
    while (mantissa.back() == '0' && mantissa[mantissa.size() - 2] != '.') mantissa.remove_suffix(1);
    auto exponent = text.substr(mark + 1);
    std::string out(mantissa);
    out += 'E';
    if (exponent.front() == '-') out += '-';
    exponent.remove_prefix(1);
    while (exponent.size() > 1 && exponent.front() == '0') exponent.remove_prefix(1);
    out += exponent;
    return out;
}

std::string integer_text(double number)
{
    char buffer[64];
    const auto end =
        std::to_chars(buffer, buffer + sizeof buffer, number == 0 ? 0.0 : number, std::chars_format::fixed, 0)
            .ptr;
    return {buffer, end};
}

// Numbers are what ECMAScript makes of them: two processors must sign the same bytes.
Term number_term(double number, const std::string& datatype)
{
    const bool whole = std::trunc(number) == number && std::abs(number) < 1e21;
    Term out = plain({});
    if (!whole || datatype == xsd + "double") {
        out.value = double_text(number);
        out.datatype = datatype.empty() ? xsd + "double" : datatype;
    } else {
        out.value = integer_text(number);
        out.datatype = datatype.empty() ? xsd + "integer" : datatype;
    }
    return out;
}

// Taken out of the object: the expanded form is read once, and a copy of each of its texts would be thrown
// away.
std::string taken_text(Json& object, const char* name)
{
    const auto found = object.find(name);
    if (found == object.end() || !found->is_string()) return {};
    return std::move(found->get_ref<std::string&>());
}

} // namespace

Result<Term> RdfBuilder::object(Json& item, const Graph& graph)
{
    if (!item.is_object()) return Term{};
    if (item.contains("@value")) return literal(item, graph);
    if (const auto items = item.find("@list"); items != item.end()) return list(*items, graph);
    Term subject = TRY(node(item, graph));
    if (!TRY(is_usable(subject, "object"))) return Term{};
    return subject;
}

Result<Term> RdfBuilder::literal(Json& item, const Graph& graph)
{
    Json& value = *item.find("@value");
    auto datatype = taken_text(item, "@type");
    Term out = plain({});
    if (datatype == "@json") {
        out.value = canonical_json(value);
        out.datatype = rdf_namespace + "JSON";
        return out;
    }
    if (!datatype.empty() && !is_iri(datatype)) {
        TRY(dropping("invalid @type reference: \"" + datatype + "\" is no IRI"));
        return Term{};
    }
    out.language = taken_text(item, "@language");
    if (!out.language.empty() && !is_language_tag(out.language)) {
        TRY(dropping("invalid @language value: \"" + out.language + "\""));
        return Term{};
    }
    if (value.is_boolean()) {
        out.value = value.get<bool>() ? "true" : "false";
        out.datatype = datatype.empty() ? xsd + "boolean" : datatype;
        return out;
    }
    if (value.is_number()) return number_term(value.get<double>(), datatype);
    out.value = std::move(value.get_ref<std::string&>());
    if (datatype != xsd_string) out.datatype = std::move(datatype);
    if (item.contains("@direction")) return compound(item, std::move(out), graph);
    return out;
}

// A direction has no place in a plain literal.
Result<Term> RdfBuilder::compound(Json& item, Term text, const Graph& graph)
{
    const auto direction = taken_text(item, "@direction");
    switch (m_options.rdf_direction) {
    case RdfDirection::none:
        TRY(dropping("rdfDirection not set: the direction of \"" + text.value + "\" would be lost"));
        return text;
    case RdfDirection::i18n_datatype:
        text.datatype = "https://www.w3.org/ns/i18n#" + text.language + "_" + direction;
        text.language.clear();
        return text;
    case RdfDirection::compound_literal:
        break;
    }
    const Term subject = fresh_blank();
    TRY(add(subject, iri_term(rdf_namespace + "value"), plain(text.value), graph));
    if (!text.language.empty())
        TRY(add(subject, iri_term(rdf_namespace + "language"), plain(text.language), graph));
    TRY(add(subject, iri_term(rdf_namespace + "direction"), plain(direction), graph));
    return subject;
}

Result<Term> RdfBuilder::list(Json& items, const Graph& graph)
{
    const Term nil = iri_term(rdf_nil);
    if (items.empty()) return nil;
    const Term first = iri_term(rdf_first);
    const Term rest = iri_term(rdf_rest);
    const Term head = fresh_blank();
    Term here = head;
    for (std::size_t at = 0; at < items.size(); ++at) {
        Term value = TRY(object(items[at], graph));
        if (value.kind != TermKind::none) TRY(add(here, first, std::move(value), graph));
        Term next = at + 1 < items.size() ? fresh_blank() : nil;
        TRY(add(here, rest, next, graph));
        here = std::move(next);
    }
    return head;
}

} // namespace northseal::linked_data
