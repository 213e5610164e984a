#include "storage/linked_data/iri.h"

#include <array>

#include "storage/base/text.h"

namespace northseal::linked_data {
namespace {

bool is_letter(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
}

bool is_digit(char c)
{
    return c >= '0' && c <= '9';
}

// The length of the scheme, without its colon; 0 where there is none.
std::size_t scheme_length(std::string_view text)
{
    if (text.empty() || !is_letter(text[0])) return 0;
    for (std::size_t at = 1; at < text.size(); ++at) {
        const char c = text[at];
        if (c == ':') return at;
        if (!is_letter(c) && !is_digit(c) && c != '+' && c != '-' && c != '.') return 0;
    }
    return 0;
}

// What a byte may do in an IRI. A table, because each IRI of a credential is looked at several times.
enum class IriByte : unsigned char { fits, once, never };

constexpr std::array<IriByte, 256> make_iri_bytes()
{
    std::array<IriByte, 256> out{};
    for (std::size_t byte = 0; byte <= 0x20; ++byte) out[byte] = IriByte::never;
    for (const char c : std::string_view("<>\"{}|^`\\")) out[static_cast<unsigned char>(c)] = IriByte::never;
    out['#'] = IriByte::once;
    return out;
}

constexpr auto iri_bytes = make_iri_bytes();

// RFC 3986 appendix B. A part that is absent differs from one that is empty.
struct Parts {
    std::string_view scheme;
    std::string_view authority;
    std::string_view path;
    std::string_view query;
    std::string_view fragment;
    bool has_authority{false};
    bool has_query{false};
    bool has_fragment{false};
};

Parts split(std::string_view text)
{
    Parts parts;
    if (const auto scheme = scheme_length(text); scheme > 0) {
        parts.scheme = text.substr(0, scheme);
        text.remove_prefix(scheme + 1);
    }
    if (const auto hash = text.find('#'); hash != std::string_view::npos) {
        parts.fragment = text.substr(hash + 1);
        parts.has_fragment = true;
        text = text.substr(0, hash);
    }
    if (const auto mark = text.find('?'); mark != std::string_view::npos) {
        parts.query = text.substr(mark + 1);
        parts.has_query = true;
        text = text.substr(0, mark);
    }
    if (text.starts_with("//")) {
        text.remove_prefix(2);
        const auto slash = text.find('/');
        parts.authority = text.substr(0, slash);
        parts.has_authority = true;
        text = slash == std::string_view::npos ? std::string_view() : text.substr(slash);
    }
    parts.path = text;
    return parts;
}

void drop_last_segment(std::string& path)
{
    const auto slash = path.rfind('/');
    path.resize(slash == std::string::npos ? 0 : slash);
}

// RFC 3986 section 5.2.4.
std::string without_dots(std::string_view input)
{
    std::string out;
    while (!input.empty()) {
        if (input.starts_with("../")) {
            input.remove_prefix(3);
        } else if (input.starts_with("./") || input.starts_with("/./")) {
            input.remove_prefix(2);
        } else if (input == "/.") {
            input = "/";
        } else if (input.starts_with("/../")) {
            input.remove_prefix(3);
            drop_last_segment(out);
        } else if (input == "/..") {
            input = "/";
            drop_last_segment(out);
        } else if (input == "." || input == "..") {
            input = {};
        } else {
            const auto end = input.find('/', 1);
            out += input.substr(0, end);
            input = end == std::string_view::npos ? std::string_view() : input.substr(end);
        }
    }
    return out;
}

std::string merge(const Parts& base, std::string_view path)
{
    if (base.has_authority && base.path.empty()) return "/" + std::string(path);
    const auto slash = base.path.rfind('/');
    std::string out(slash == std::string_view::npos ? std::string_view() : base.path.substr(0, slash + 1));
    out += path;
    return out;
}

std::string join(const Parts& parts, std::string_view scheme, std::string_view path)
{
    std::string out;
    if (!scheme.empty()) out.append(scheme).append(":");
    if (parts.has_authority) out.append("//").append(parts.authority);
    out += path;
    if (parts.has_query) out.append("?").append(parts.query);
    if (parts.has_fragment) out.append("#").append(parts.fragment);
    return out;
}

} // namespace

bool has_iri_form(std::string_view text)
{
    return scheme_length(text) > 0;
}

bool is_iri(std::string_view text)
{
    if (!has_iri_form(text)) return false;
    int hashes = 0;
    for (const char c : text) {
        const auto kind = iri_bytes[static_cast<unsigned char>(c)];
        if (kind == IriByte::never) return false;
        hashes += kind == IriByte::once;
    }
    return hashes <= 1;
}

bool is_language_tag(std::string_view text)
{
    std::size_t run = 0;
    bool first = true;
    for (const char c : text) {
        if (c == '-') {
            if (run == 0) return false;
            run = 0;
            first = false;
        } else if (!is_letter(c) && (first || !is_digit(c))) {
            return false;
        } else if (++run > 8) {
            return false;
        }
    }
    return run > 0;
}

bool is_blank_label(std::string_view text)
{
    if (text.empty() || text.front() == '.' || text.front() == '-' || text.back() == '.') return false;
    for (const char32_t c : code_points(text)) {
        const bool ascii = c < 0x80 && (is_letter(static_cast<char>(c)) || is_digit(static_cast<char>(c)) ||
                                        c == '_' || c == '-' || c == '.' || c == ':');
        const bool wide = c == 0xB7 || (c >= 0xC0 && c <= 0x2FF && c != 0xD7 && c != 0xF7) ||
                          (c >= 0x300 && c <= 0x1FFF && c != 0x37E) || c == 0x200C || c == 0x200D ||
                          c == 0x203F || c == 0x2040 || (c >= 0x2070 && c <= 0x218F) ||
                          (c >= 0x2C00 && c <= 0x2FEF) || (c >= 0x3001 && c <= 0xD7FF) ||
                          (c >= 0xF900 && c <= 0xFDCF) || (c >= 0xFDF0 && c <= 0xFFFC) ||
                          (c >= 0x10000 && c <= 0xEFFFF);
        if (!ascii && !wide) return false;
    }
    return true;
}

std::string resolve_iri(std::string_view base_text, std::string_view reference_text)
{
    if (base_text.empty() || has_iri_form(reference_text)) return std::string(reference_text);
    const auto base = split(base_text);
    auto target = split(reference_text);
    if (target.has_authority) return join(target, base.scheme, without_dots(target.path));
    target.has_authority = base.has_authority;
    target.authority = base.authority;
    if (target.path.empty()) {
        if (!target.has_query) {
            target.has_query = base.has_query;
            target.query = base.query;
        }
        return join(target, base.scheme, base.path);
    }
    if (target.path.front() == '/') return join(target, base.scheme, without_dots(target.path));
    return join(target, base.scheme, without_dots(merge(base, target.path)));
}

} // namespace northseal::linked_data
