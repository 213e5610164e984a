#include "storage/base/text.h"

#include <utf8proc.h>

#include <algorithm>
#include <cstdlib>
#include <memory>

namespace northseal {
namespace {

// One code point from the front of `text`, or -1. Refuses overlong forms, surrogates and what lies above
// U+10FFFF.
std::int32_t take(std::string_view& text)
{
    utf8proc_int32_t code = -1;
    const auto used = utf8proc_iterate(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                       static_cast<utf8proc_ssize_t>(text.size()), &code);
    if (used <= 0) return -1;
    text.remove_prefix(static_cast<std::size_t>(used));
    return code;
}

struct FreeMalloc {
    void operator()(utf8proc_uint8_t* data) const { std::free(data); }
};

Result<std::string> mapped(std::string_view text, int options)
{
    if (!is_utf8(text)) return refused("text is not well-formed UTF-8");
    utf8proc_uint8_t* raw = nullptr;
    const auto size = utf8proc_map(reinterpret_cast<const utf8proc_uint8_t*>(text.data()),
                                   static_cast<utf8proc_ssize_t>(text.size()), &raw,
                                   static_cast<utf8proc_option_t>(options));
    const std::unique_ptr<utf8proc_uint8_t, FreeMalloc> owned(raw);
    if (size < 0) return refused(utf8proc_errmsg(size));
    return std::string(reinterpret_cast<const char*>(owned.get()), static_cast<std::size_t>(size));
}

// What ECMAScript's trim() removes, so that the page and the kiosk agree on what is trimmed.
bool is_white_space(char32_t c)
{
    return (c >= 9 && c <= 13) || c == 0x20 || c == 0xa0 || c == 0x1680 || (c >= 0x2000 && c <= 0x200a) ||
           c == 0x2028 || c == 0x2029 || c == 0x202f || c == 0x205f || c == 0x3000 || c == 0xfeff;
}

bool is_forbidden(char32_t c)
{
    return c < 0x20 || (c >= 0x7f && c <= 0x9f) || c == 0x2028 || c == 0x2029 || c == 0xfeff;
}

} // namespace

bool is_utf8(std::string_view text)
{
    while (!text.empty()) {
        if (take(text) < 0) return false;
    }
    return true;
}

std::vector<char32_t> code_points(std::string_view text)
{
    std::vector<char32_t> out;
    out.reserve(text.size());
    while (!text.empty()) {
        const auto code = take(text);
        if (code < 0) {
            out.push_back(0xfffd);
            text.remove_prefix(1);
        } else {
            out.push_back(static_cast<char32_t>(code));
        }
    }
    return out;
}

void append_utf8(std::string& to, char32_t code)
{
    utf8proc_uint8_t bytes[4];
    const auto size = utf8proc_encode_char(static_cast<utf8proc_int32_t>(code), bytes);
    to.append(reinterpret_cast<const char*>(bytes), static_cast<std::size_t>(size));
}

std::size_t count_code_points(std::string_view text)
{
    std::size_t count = 0;
    for (const char byte : text) count += (static_cast<unsigned char>(byte) & 0xc0) != 0x80 ? 1U : 0U;
    return count;
}

std::u16string to_utf16(std::string_view text)
{
    std::u16string out;
    out.reserve(text.size());
    for (auto code : code_points(text)) {
        if (code > 0xffff) {
            code -= 0x10000;
            out += static_cast<char16_t>(0xd800 + (code >> 10));
            out += static_cast<char16_t>(0xdc00 + (code & 0x3ff));
        } else {
            out += static_cast<char16_t>(code);
        }
    }
    return out;
}

Result<std::string> to_nfc(std::string_view text)
{
    return mapped(text, UTF8PROC_STABLE | UTF8PROC_COMPOSE);
}

bool is_nfc(std::string_view text)
{
    // Most names and numbers are ASCII, which has one form only.
    const auto is_ascii = [](char c) { return static_cast<unsigned char>(c) < 0x80; };
    if (std::all_of(text.begin(), text.end(), is_ascii)) return true;
    const auto composed = to_nfc(text);
    return composed.ok() && composed.value() == text;
}

std::string to_search_form(std::string_view text)
{
    const auto folded = mapped(text, UTF8PROC_STABLE | UTF8PROC_COMPAT | UTF8PROC_DECOMPOSE |
                                         UTF8PROC_CASEFOLD | UTF8PROC_STRIPMARK | UTF8PROC_IGNORE);
    return folded.ok() ? folded.value() : std::string(text);
}

Result<std::string> clean_text_claim(std::string_view text)
{
    const auto composed = TRY(to_nfc(text));
    std::string out;
    bool space = false;
    for (const auto code : code_points(composed)) {
        if (is_white_space(code)) {
            space = !out.empty();
            continue;
        }
        if (space) out += ' ';
        space = false;
        append_utf8(out, code);
    }
    TRY(check_text_claim(out));
    return out;
}

Result<> check_text_claim(std::string_view text)
{
    return check_text(text, text_claim_most);
}

Result<> check_text(std::string_view text, std::size_t most_code_points)
{
    const auto too_long = [&] {
        return refused("text is longer than " + std::to_string(most_code_points) + " characters");
    };
    if (text.empty()) return refused("text is empty");
    if (text.size() > most_code_points * 4) return too_long();
    if (!is_nfc(text)) return refused("text is not in Unicode normalization form C");
    const auto codes = code_points(text);
    if (codes.size() > most_code_points) return too_long();
    if (is_white_space(codes.front()) || is_white_space(codes.back())) return refused("text is not trimmed");
    for (const auto code : codes) {
        if (is_forbidden(code)) return refused("text has a control character or a line separator");
    }
    return {};
}

} // namespace northseal
