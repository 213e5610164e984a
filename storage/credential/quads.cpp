#include "storage/credential/quads.h"

#include <charconv>
#include <cstdio>
#include <map>
#include <numeric>

namespace northseal::credential {
namespace {

using linked_data::Quad;
using linked_data::Term;
using linked_data::TermKind;

constexpr std::size_t tag_size = 5; // "h0003"

std::vector<Term*> terms_of(Quad& quad)
{
    return {&quad.subject, &quad.predicate, &quad.object, &quad.graph};
}

Result<> check_term(const Term& term, const std::string& mark,
                    const std::vector<CompiledQuads::HoleRule>& rules)
{
    if (term.datatype.find(mark) != term.datatype.npos || term.language.find(mark) != term.language.npos) {
        return refused("a claim stands in a datatype or in a language of the template");
    }
    const auto found = term.value.find(mark);
    if (found == term.value.npos) return {};
    for (const auto& rule : rules) {
        if (term.value != rule.whole) continue;
        if (term.kind == TermKind::literal || (term.kind == TermKind::iri && rule.names_node)) return {};
    }
    return refused("a claim stands where the template may name a node or a word only");
}

// Blank nodes get labels that `cut` finds again.
void rename_blanks(linked_data::Dataset& dataset, const std::string& mark, std::size_t& count)
{
    std::map<std::string, std::string> names;
    for (auto& quad : dataset) {
        for (auto* const term : terms_of(quad)) {
            if (term->kind != TermKind::blank) continue;
            auto& name = names[term->value];
            if (name.empty()) {
                char tag[24];
                std::snprintf(tag, sizeof tag, "b%04zu", names.size() - 1);
                name = mark + tag;
            }
            term->value = name;
        }
    }
    count = names.size();
}

} // namespace

std::string escape_literal(std::string_view text)
{
    const auto needs_none = [](char c) {
        return static_cast<unsigned char>(c) >= 0x20 && c != '"' && c != '\\' && c != 0x7f;
    };
    if (std::all_of(text.begin(), text.end(), needs_none)) return std::string(text);
    const Term name{TermKind::iri, "a:b", {}, {}};
    const auto line = linked_data::to_nquad({name, name, {TermKind::literal, std::string(text), {}, {}}, {}});
    const auto from = line.find('"') + 1;
    return line.substr(from, line.rfind('"') - from);
}

CompiledQuads::Line CompiledQuads::cut(const std::string& nquad, const std::string& mark)
{
    Line line;
    std::size_t from = 0;
    for (auto at = nquad.find(mark); at != nquad.npos; at = nquad.find(mark, from)) {
        if (at > from) line.push_back({Part::Kind::text, 0, nquad.substr(from, at - from)});
        const auto* const tag = nquad.data() + at + mark.size();
        std::uint32_t index = 0;
        std::from_chars(tag + 1, tag + tag_size, index);
        line.push_back({*tag == 'h' ? Part::Kind::hole : Part::Kind::blank, index, {}});
        from = at + mark.size() + tag_size;
    }
    line.push_back({Part::Kind::text, 0, nquad.substr(from)});
    return line;
}

void CompiledQuads::add_line(const std::string& nquad, const std::string& mark)
{
    auto line = cut(nquad, mark);
    const auto number = m_lines.size();
    for (const auto& part : line) {
        if (part.kind != Part::Kind::blank) continue;
        auto& lines = m_blanks[part.index].lines;
        if (lines.empty() || lines.back() != number) lines.push_back(number);
    }
    m_lines.push_back(std::move(line));
}

Result<CompiledQuads> CompiledQuads::compile(linked_data::Dataset dataset, const std::string& mark,
                                             const std::vector<HoleRule>& rules)
{
    CompiledQuads out;
    for (auto& quad : dataset) {
        for (const auto* const term : terms_of(quad)) TRY(check_term(*term, mark, rules));
    }
    std::size_t blanks = 0;
    rename_blanks(dataset, mark, blanks);
    if (blanks > 9'999) return Error{Fault::full, "the template has more unnamed nodes than any programme's"};
    out.m_blanks.resize(blanks);
    std::vector<std::string> texts;
    for (const auto& quad : dataset) texts.push_back(to_nquad(quad));
    std::sort(texts.begin(), texts.end());
    texts.erase(std::unique(texts.begin(), texts.end()), texts.end());
    for (const auto& text : texts) {
        if (text.find(mark) == text.npos) {
            out.m_fixed += text;
            out.m_ends.push_back(out.m_fixed.size());
        } else {
            out.add_line(text, mark);
        }
    }
    for (std::uint32_t i = 0; i < blanks; ++i) {
        auto& blank = out.m_blanks[i];
        const bool fixed = std::none_of(blank.lines.begin(), blank.lines.end(), [&](std::size_t number) {
            const auto& line = out.m_lines[number];
            return std::any_of(line.begin(), line.end(),
                               [](const Part& part) { return part.kind == Part::Kind::hole; });
        });
        if (fixed) blank.hash = out.first_degree_hash(blank, i, {});
    }
    out.find_head();
    return out;
}

// RDFC-1.0 section 4.6: the node itself reads _:a, any other _:z.
std::string CompiledQuads::first_degree_hash(const Blank& blank, std::uint32_t self,
                                             const std::vector<std::string>& holes) const
{
    std::string text;
    std::vector<std::size_t> ends;
    for (const auto number : blank.lines) {
        for (const auto& part : m_lines[number]) {
            switch (part.kind) {
            case Part::Kind::text:
                text += part.text;
                break;
            case Part::Kind::hole:
                text += holes[part.index];
                break;
            case Part::Kind::blank:
                text += part.index == self ? 'a' : 'z';
                break;
            }
        }
        ends.push_back(text.size());
    }
    std::vector<std::string_view> lines;
    std::size_t from = 0;
    for (const auto end : ends) {
        lines.push_back(std::string_view(text).substr(from, end - from));
        from = end;
    }
    std::sort(lines.begin(), lines.end());
    std::string sorted;
    sorted.reserve(text.size());
    for (const auto line : lines) sorted += line;
    return to_hex(sha256(view(sorted)));
}

bool CompiledQuads::label(const std::vector<std::string>& holes, std::vector<std::string>& labels) const
{
    std::vector<std::pair<std::string, std::uint32_t>> order;
    order.reserve(m_blanks.size());
    for (std::uint32_t i = 0; i < m_blanks.size(); ++i) {
        const auto& blank = m_blanks[i];
        order.emplace_back(blank.hash.empty() ? first_degree_hash(blank, i, holes) : blank.hash, i);
    }
    std::sort(order.begin(), order.end());
    labels.resize(m_blanks.size());
    for (std::size_t i = 0; i < order.size(); ++i) {
        if (i > 0 && order[i - 1].first == order[i].first) return false;
        labels[order[i].second] = "c14n" + std::to_string(i);
    }
    return true;
}

std::string_view CompiledQuads::fixed_line(std::size_t i) const
{
    const auto from = i == 0 ? 0 : m_ends[i - 1];
    return std::string_view(m_fixed).substr(from, m_ends[i] - from);
}

// Each changing line begins with a text of its own, whatever the claims: what sorts before all of those stays
// first.
void CompiledQuads::find_head()
{
    m_head = m_ends.size();
    for (const auto& line : m_lines) {
        const auto& begin = line.front();
        while (m_head > 0 && (begin.kind != Part::Kind::text || !(fixed_line(m_head - 1) < begin.text)))
            --m_head;
    }
    if (m_head > 0) m_head_hash.add(view(std::string_view(m_fixed).substr(0, m_ends[m_head - 1])));
}

void CompiledQuads::merge(const std::vector<std::string_view>& changed, std::size_t from_line,
                          std::string& out) const
{
    const auto end_of = [&](std::size_t line) { return line == 0 ? 0 : m_ends[line - 1]; };
    std::size_t next = from_line; // fixed line not yet written
    for (const auto line : changed) {
        std::size_t low = next;
        for (std::size_t high = m_ends.size(); low < high;) {
            const auto middle = low + (high - low) / 2;
            if (fixed_line(middle) < line) {
                low = middle + 1;
            } else {
                high = middle;
            }
        }
        out.append(m_fixed, end_of(next), end_of(low) - end_of(next));
        next = low;
        out += line;
    }
    out.append(m_fixed, end_of(next));
}

bool CompiledQuads::write(const std::vector<std::string>& holes, std::size_t from_line,
                          std::string& out) const
{
    std::vector<std::string> labels;
    if (!label(holes, labels)) return false;
    std::string text;
    std::vector<std::size_t> ends;
    ends.reserve(m_lines.size());
    for (const auto& line : m_lines) {
        for (const auto& part : line) {
            const auto& piece = part.kind == Part::Kind::text   ? part.text
                                : part.kind == Part::Kind::hole ? holes[part.index]
                                                                : labels[part.index];
            text += piece;
        }
        ends.push_back(text.size());
    }
    std::vector<std::string_view> changed;
    changed.reserve(ends.size());
    std::size_t from = 0;
    for (const auto end : ends) {
        changed.push_back(std::string_view(text).substr(from, end - from));
        from = end;
    }
    std::sort(changed.begin(), changed.end());
    if (std::adjacent_find(changed.begin(), changed.end()) != changed.end()) return false;
    out.clear();
    out.reserve(m_fixed.size() + text.size());
    merge(changed, from_line, out);
    return true;
}

bool CompiledQuads::canonical(const std::vector<std::string>& holes, std::string& out) const
{
    return write(holes, 0, out);
}

std::optional<Digest> CompiledQuads::digest(const std::vector<std::string>& holes) const
{
    std::string rest;
    if (!write(holes, m_head, rest)) return std::nullopt;
    return m_head_hash.copy().add(view(rest)).finish();
}

} // namespace northseal::credential
