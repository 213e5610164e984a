#include "storage/linked_data/rdf.h"

namespace northseal::linked_data {
namespace {

// Bytes that canonical N-Quads writes as an escape. U+FFFE and U+FFFF are no XML characters either; they
// begin with 0xEF 0xBF and are looked for there.
bool needs_escape(unsigned char byte)
{
    return byte < 0x20 || byte == 0x7F || byte == '"' || byte == '\\' || byte == 0xEF;
}

void append_hex(std::string& out, unsigned value)
{
    constexpr std::string_view digits = "0123456789ABCDEF";
    out += "\\u";
    for (int shift = 12; shift >= 0; shift -= 4) out += digits[(value >> shift) & 15U];
}

// Writes the escape at text[at], or the byte itself; returns how many bytes it stood for.
std::size_t append_escaped(std::string& out, std::string_view text, std::size_t at)
{
    const auto byte = static_cast<unsigned char>(text[at]);
    switch (byte) {
    case '"':
        out += "\\\"";
        return 1;
    case '\\':
        out += "\\\\";
        return 1;
    case '\b':
        out += "\\b";
        return 1;
    case '\t':
        out += "\\t";
        return 1;
    case '\n':
        out += "\\n";
        return 1;
    case '\f':
        out += "\\f";
        return 1;
    case '\r':
        out += "\\r";
        return 1;
    case 0xEF: {
        const auto rest = text.substr(at, 3);
        if (rest == "\xEF\xBF\xBE" || rest == "\xEF\xBF\xBF") {
            append_hex(out, rest.back() == '\xBE' ? 0xFFFE : 0xFFFF);
            return 3;
        }
        out += text[at];
        return 1;
    }
    default:
        append_hex(out, byte);
        return 1;
    }
}

} // namespace

void append_literal_text(std::string& out, std::string_view text)
{
    std::size_t plain = 0;
    for (std::size_t at = 0; at < text.size();) {
        if (!needs_escape(static_cast<unsigned char>(text[at]))) {
            ++at;
            continue;
        }
        out.append(text.substr(plain, at - plain));
        at += append_escaped(out, text, at);
        plain = at;
    }
    out.append(text.substr(plain));
}

void append_term(std::string& out, const Term& term)
{
    switch (term.kind) {
    case TermKind::none:
        break;
    case TermKind::iri:
        out.append("<").append(term.value).append(">");
        break;
    case TermKind::blank:
        out.append("_:").append(term.value);
        break;
    case TermKind::literal:
        out += '"';
        append_literal_text(out, term.value);
        out += '"';
        if (!term.language.empty()) {
            out.append("@").append(term.language);
        } else if (!term.datatype.empty()) {
            out.append("^^<").append(term.datatype).append(">");
        }
        break;
    }
}

std::string to_nquad(const Quad& quad)
{
    std::string out;
    append_term(out, quad.subject);
    out += ' ';
    append_term(out, quad.predicate);
    out += ' ';
    append_term(out, quad.object);
    if (quad.graph.kind != TermKind::none) {
        out += ' ';
        append_term(out, quad.graph);
    }
    out += " .\n";
    return out;
}

} // namespace northseal::linked_data
