#include <charconv>
#include <optional>
#include <unordered_set>

#include "storage/base/text.h"
#include "storage/linked_data/iri.h"
#include "storage/linked_data/rdf.h"

namespace northseal::linked_data {
namespace {

constexpr std::string_view xsd_string = "http://www.w3.org/2001/XMLSchema#string";
constexpr std::string_view rdf_lang_string = "http://www.w3.org/1999/02/22-rdf-syntax-ns#langString";

// Reads one line, without its end.
class LineReader {
public:
    LineReader(std::string_view line, bool generalized) : m_rest(line), m_generalized(generalized) {}

    // No quad where the line is empty or a comment.
    Result<std::optional<Quad>> read()
    {
        skip_space();
        if (at_end()) return std::optional<Quad>();
        Quad quad;
        quad.subject = TRY(term());
        quad.predicate = TRY(term());
        quad.object = TRY(term());
        if (!m_rest.starts_with('.')) quad.graph = TRY(term());
        if (quad.subject.kind == TermKind::literal) return refused("a literal stands as subject");
        if (quad.predicate.kind != TermKind::iri &&
            !(m_generalized && quad.predicate.kind == TermKind::blank))
            return refused("the predicate is no IRI");
        if (quad.graph.kind == TermKind::literal) return refused("a literal stands as graph name");
        if (!m_rest.starts_with('.')) return refused("the full stop that ends a statement is missing");
        m_rest.remove_prefix(1);
        skip_space();
        if (!at_end()) return refused("something stands after the full stop");
        return std::optional<Quad>(std::move(quad));
    }

private:
    void skip_space()
    {
        while (m_rest.starts_with(' ') || m_rest.starts_with('\t')) m_rest.remove_prefix(1);
    }
    bool at_end() const { return m_rest.empty() || m_rest.front() == '#'; }

    Result<Term> term()
    {
        Term out;
        if (m_rest.starts_with('<')) {
            out.kind = TermKind::iri;
            out.value = TRY(iri());
        } else if (m_rest.starts_with("_:")) {
            out.kind = TermKind::blank;
            out.value = TRY(label());
        } else if (m_rest.starts_with('"')) {
            out = TRY(literal());
        } else {
            return refused("an IRI, a blank node or a literal is missing");
        }
        skip_space();
        return out;
    }

    Result<std::string> iri()
    {
        const auto end = m_rest.find('>');
        if (end == std::string_view::npos) return refused("an IRI does not end");
        const auto raw = m_rest.substr(1, end - 1);
        m_rest.remove_prefix(end + 1);
        auto text = TRY(unescape(raw, /*in_literal=*/false));
        if (!is_iri(text)) return refused("\"" + text + "\" is no absolute IRI");
        return text;
    }

    Result<std::string> label()
    {
        m_rest.remove_prefix(2);
        std::size_t end = m_rest.find_first_of(" \t<\"");
        if (end == std::string_view::npos) end = m_rest.size();
        // The full stop that ends a statement may follow a label without a space.
        while (end > 0 && m_rest[end - 1] == '.') --end;
        const auto text = m_rest.substr(0, end);
        if (!is_blank_label(text)) return refused("\"_:" + std::string(text) + "\" is no blank node label");
        m_rest.remove_prefix(end);
        return std::string(text);
    }

    Result<Term> literal()
    {
        std::size_t end = 1;
        while (end < m_rest.size() && m_rest[end] != '"') end += m_rest[end] == '\\' ? 2 : 1;
        if (end >= m_rest.size()) return refused("a literal does not end");
        Term out{TermKind::literal, {}, {}, {}};
        out.value = TRY(unescape(m_rest.substr(1, end - 1), /*in_literal=*/true));
        m_rest.remove_prefix(end + 1);
        if (m_rest.starts_with("^^<")) {
            m_rest.remove_prefix(2);
            out.datatype = TRY(iri());
            if (out.datatype == xsd_string) out.datatype.clear();
            if (out.datatype == rdf_lang_string) return refused("rdf:langString has no language");
        } else if (m_rest.starts_with('@')) {
            m_rest.remove_prefix(1);
            const auto stop = m_rest.find_first_of(" \t.<_#");
            out.language = m_rest.substr(0, stop);
            if (!is_language_tag(out.language)) return refused("\"" + out.language + "\" is no language tag");
            m_rest.remove_prefix(out.language.size());
        }
        return out;
    }

    static Result<char32_t> code_point(std::string_view digits, std::size_t count)
    {
        unsigned value = 0;
        const auto text = digits.substr(0, count);
        const auto read = std::from_chars(text.data(), text.data() + text.size(), value, 16);
        if (text.size() != count || read.ptr != text.data() + count || read.ec != std::errc())
            return refused("a \\u escape needs " + std::to_string(count) + " hexadecimal digits");
        if (value > 0x10FFFF || (value >= 0xD800 && value <= 0xDFFF))
            return refused("a \\u escape is no character");
        return static_cast<char32_t>(value);
    }

    static Result<std::string> unescape(std::string_view raw, bool in_literal)
    {
        std::string out;
        out.reserve(raw.size());
        for (std::size_t at = 0; at < raw.size(); ++at) {
            if (raw[at] != '\\') {
                out += raw[at];
                continue;
            }
            const char kind = ++at < raw.size() ? raw[at] : '\0';
            if (kind == 'u' || kind == 'U') {
                const std::size_t count = kind == 'u' ? 4 : 8;
                append_utf8(out, TRY(code_point(raw.substr(at + 1), count)));
                at += count;
                continue;
            }
            constexpr std::string_view names = "tbnrf\"'\\";
            constexpr std::string_view meanings = "\t\b\n\r\f\"'\\";
            const auto found = names.find(kind);
            if (!in_literal || kind == '\0' || found == std::string_view::npos)
                return refused("an unknown escape");
            out += meanings[found];
        }
        return out;
    }

    std::string_view m_rest;
    bool m_generalized;
};

} // namespace

Result<Dataset> parse_nquads(std::string_view text, NQuadsLimits limits)
{
    if (text.size() > limits.bytes) {
        return Error{Fault::full, "N-Quads of " + std::to_string(text.size()) + " bytes; at most " +
                                      std::to_string(limits.bytes) + " are read"};
    }
    if (!is_utf8(text)) return refused("the N-Quads are not UTF-8");
    Dataset out;
    std::unordered_set<std::string> seen;
    for (std::size_t number = 1; !text.empty(); ++number) {
        const auto end = text.find_first_of("\r\n");
        auto quad = LineReader(text.substr(0, end), limits.generalized).read();
        const bool two = end != std::string_view::npos && text.substr(end).starts_with("\r\n");
        text = end == std::string_view::npos ? std::string_view() : text.substr(end + (two ? 2 : 1));
        if (!quad.ok()) return refused("line " + std::to_string(number) + ": " + quad.error().detail);
        if (!quad.value() || !seen.insert(to_nquad(*quad.value())).second) continue;
        if (out.size() >= limits.quads)
            return Error{Fault::full, "more than " + std::to_string(limits.quads) + " quads"};
        out.push_back(std::move(*quad.value()));
    }
    return out;
}

} // namespace northseal::linked_data
