#include "tests/support/leak_search.h"

#include <utf8proc.h>
#include <zlib.h>
#include <zstd.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>
#include <functional>

#include "storage/base/text.h"
#include "tests/support/shared.h"

namespace northseal::test {
namespace {

constexpr std::size_t inflated_most = 16U << 20;
constexpr int nesting_most = 2;

Bytes bytes_of(std::string_view text)
{
    const auto bytes = view(text);
    return {bytes.begin(), bytes.end()};
}

std::string to_nfd(const std::string& text)
{
    auto* form = utf8proc_NFD(reinterpret_cast<const utf8proc_uint8_t*>(text.c_str()));
    std::string out(reinterpret_cast<const char*>(form));
    std::free(form);
    return out;
}

void add_encodings(std::vector<Needle>& out, const std::string& what, const std::string& form,
                   const Bytes& raw)
{
    out.push_back({what, form, raw});
    auto hex = to_hex(raw);
    out.push_back({what, form + ", hex", bytes_of(hex)});
    std::transform(hex.begin(), hex.end(), hex.begin(), [](char c) { return c >= 'a' ? char(c - 32) : c; });
    out.push_back({what, form + ", HEX", bytes_of(hex)});
    for (std::size_t offset = 0; offset < 3; ++offset) {
        Bytes shifted(offset);
        append(shifted, raw);
        // Only the characters that these bytes alone decide.
        const auto first = offset == 0 ? 0U : offset == 1 ? 2U : 3U;
        const auto whole = shifted.size() * 8 / 6;
        const auto url = to_base64url(shifted).substr(first, whole - first);
        auto plain = url;
        std::replace(plain.begin(), plain.end(), '-', '+');
        std::replace(plain.begin(), plain.end(), '_', '/');
        out.push_back({what, form + ", base64url", bytes_of(url)});
        if (plain != url) out.push_back({what, form + ", base64", bytes_of(plain)});
    }
}

void add_text(std::vector<Needle>& out, const std::string& text)
{
    add_encodings(out, text, "UTF-8", bytes_of(text));
    if (to_nfd(text) != text) add_encodings(out, text, "NFD", bytes_of(to_nfd(text)));
    const auto search = to_search_form(text);
    if (search != text) add_encodings(out, text, "search form", bytes_of(search));
    Bytes little;
    Bytes big;
    for (const char16_t unit : to_utf16(text)) {
        const auto low = static_cast<std::uint8_t>(unit & 0xff);
        const auto high = static_cast<std::uint8_t>(unit >> 8);
        little.insert(little.end(), {low, high});
        big.insert(big.end(), {high, low});
    }
    add_encodings(out, text, "UTF-16LE", little);
    add_encodings(out, text, "UTF-16BE", big);
}

Bytes inflated(ByteView from)
{
    z_stream stream{};
    if (::inflateInit2(&stream, 15 + 32) != Z_OK) return {};
    Bytes out(65536);
    stream.next_in = const_cast<std::uint8_t*>(from.data());
    stream.avail_in = static_cast<uInt>(from.size());
    int code = Z_OK;
    while (code == Z_OK && out.size() <= inflated_most) {
        if (stream.total_out == out.size()) out.resize(out.size() * 2);
        stream.next_out = out.data() + stream.total_out;
        stream.avail_out = static_cast<uInt>(out.size() - stream.total_out);
        code = ::inflate(&stream, Z_NO_FLUSH);
    }
    out.resize(stream.total_out);
    ::inflateEnd(&stream);
    return out;
}

Bytes unpacked(ByteView from)
{
    auto* stream = ZSTD_createDStream();
    Bytes out(inflated_most);
    ZSTD_inBuffer in{from.data(), from.size(), 0};
    ZSTD_outBuffer to{out.data(), out.size(), 0};
    for (;;) {
        const auto before = to.pos;
        const auto left = ZSTD_decompressStream(stream, &to, &in);
        if (ZSTD_isError(left) || left == 0 || (in.pos == in.size && to.pos == before)) break;
        if (to.pos == to.size) break;
    }
    ZSTD_freeDStream(stream);
    out.resize(to.pos);
    return out;
}

bool begins_zlib(ByteView at)
{
    if (at.size() < 8) return false;
    const bool zlib = at[0] == 0x78 && (at[0] * 256 + at[1]) % 31 == 0;
    const bool gzip = at[0] == 0x1f && at[1] == 0x8b && at[2] == 8;
    return zlib || gzip;
}

bool begins_zstd(ByteView at)
{
    return at.size() >= 8 && at[0] == 0x28 && at[1] == 0xb5 && at[2] == 0x2f && at[3] == 0xfd;
}

void search(const std::string& file, ByteView content, const std::vector<Needle>& needles, int depth,
            std::vector<std::string>& out)
{
    for (const auto& needle : needles) {
        const std::boyer_moore_horspool_searcher searcher(needle.bytes.begin(), needle.bytes.end());
        if (std::search(content.begin(), content.end(), searcher) != content.end()) {
            out.push_back(file + " holds " + needle.what + " (" + needle.form + ")");
        }
    }
    if (depth == nesting_most) return;
    for (std::size_t i = 0; i + 8 <= content.size(); ++i) {
        const auto at = content.subspan(i);
        if (begins_zlib(at)) search(file + " > zlib", inflated(at), needles, depth + 1, out);
        if (begins_zstd(at)) search(file + " > zstd", unpacked(at), needles, depth + 1, out);
    }
}

} // namespace

std::vector<Needle> needles_for_text(const std::string& text)
{
    std::vector<Needle> out;
    add_text(out, text);
    std::size_t begin = 0;
    while (begin < text.size()) {
        const auto end = std::min(text.find(' ', begin), text.size());
        if (end - begin >= 5 && end - begin < text.size()) add_text(out, text.substr(begin, end - begin));
        begin = end + 1;
    }
    return out;
}

std::vector<Needle> needles_for_key(const std::string& what, ByteView key)
{
    std::vector<Needle> out;
    add_encodings(out, what, "raw", Bytes(key.begin(), key.end()));
    return out;
}

std::vector<std::string> find_leaks_in(const std::string& file, ByteView content,
                                       const std::vector<Needle>& needles)
{
    std::vector<std::string> out;
    search(file, content, needles, 0, out);
    return out;
}

std::vector<std::string> find_leaks(const std::string& folder, const std::vector<Needle>& needles)
{
    std::vector<std::string> out;
    for (const auto& file : std::filesystem::recursive_directory_iterator(folder)) {
        if (!file.is_regular_file()) continue;
        const auto content = read_file(file.path().string());
        search(file.path().string(), view(content), needles, 0, out);
    }
    return out;
}

} // namespace northseal::test
