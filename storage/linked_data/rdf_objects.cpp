#include <charconv>
#include <cmath>
#include <nlohmann/json.hpp>

#include "storage/linked_data/iri.h"
#include "storage/linked_data/rdf_builder.h"

namespace northseal::linked_data {
namespace {

const std::string xsd = "http://www.w3.org/2001/XMLSchema#";

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

std::string text_member_or_empty(const Json& object, const char* name)
{
    const auto found = object.find(name);
    return found != object.end() && found->is_string() ? found->get<std::string>() : std::string();
}

} // namespace

Result<Term> RdfBuilder::object(const Json& item, const Graph& graph)
{
    if (!item.is_object()) return Term{};
    if (item.contains("@value")) return literal(item, graph);
    if (const auto items = item.find("@list"); items != item.end()) return list(*items, graph);
    Term subject = TRY(node(item, graph));
    if (!TRY(is_usable(subject, "object"))) return Term{};
    return subject;
}

Result<Term> RdfBuilder::literal(const Json& item, const Graph& graph)
{
    const Json& value = *item.find("@value");
    const auto datatype = text_member_or_empty(item, "@type");
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
    out.language = text_member_or_empty(item, "@language");
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
    out.value = value.get<std::string>();
    if (datatype != xsd + "string") out.datatype = datatype;
    if (item.contains("@direction")) return compound(item, std::move(out), graph);
    return out;
}

// A direction has no place in a plain literal.
Result<Term> RdfBuilder::compound(const Json& item, Term text, const Graph& graph)
{
    const auto direction = text_member_or_empty(item, "@direction");
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

Result<Term> RdfBuilder::list(const Json& items, const Graph& graph)
{
    const Term nil = iri_term(rdf_namespace + "nil");
    if (items.empty()) return nil;
    const Term first = iri_term(rdf_namespace + "first");
    const Term rest = iri_term(rdf_namespace + "rest");
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
