#include "storage/base/json.h"

#include <charconv>
#include <cmath>
#include <nlohmann/json.hpp>

#include "storage/base/text.h"

namespace northseal {
namespace {

// Builds the document while it is being read, so that a bound or a duplicate key stops the reading at once.
class StrictReader final : public nlohmann::json_sax<Json> {
public:
    explicit StrictReader(std::size_t depth) : m_depth(depth) {}

    bool null() override { return put(nullptr); }
    bool boolean(bool value) override { return put(value); }
    bool number_integer(number_integer_t value) override { return put(value); }
    bool number_unsigned(number_unsigned_t value) override { return put(value); }
    bool number_float(number_float_t value, const string_t&) override
    {
        return std::isfinite(value) ? put(value) : stop("a number is out of range");
    }
    bool string(string_t& value) override { return put(std::move(value)); }
    bool binary(binary_t&) override { return stop("binary values are not JSON"); }
    bool start_object(std::size_t) override { return open(Json::object()); }
    bool key(string_t& name) override
    {
        const auto [member, is_new] =
            m_open.back()->get_ref<Json::object_t&>().try_emplace(std::move(name), nullptr);
        if (!is_new) return stop("the key \"" + member->first + "\" appears twice in one object");
        m_slot = &member->second;
        return true;
    }
    bool end_object() override { return close(); }
    bool start_array(std::size_t) override { return open(Json::array()); }
    bool end_array() override { return close(); }
    bool parse_error(std::size_t position, const std::string&, const Json::exception&) override
    {
        return stop("not JSON at byte " + std::to_string(position));
    }

    Json root;
    std::string problem;

private:
    bool stop(std::string why)
    {
        problem = std::move(why);
        return false;
    }
    // Constructs the value where it will stay.
    template<class T>
    Json* place(T&& value)
    {
        if (m_open.empty()) {
            root = std::forward<T>(value);
            return &root;
        }
        if (m_open.back()->is_array())
            return &m_open.back()->get_ref<Json::array_t&>().emplace_back(std::forward<T>(value));
        *m_slot = std::forward<T>(value);
        return m_slot;
    }
    template<class T>
    bool put(T&& value)
    {
        place(std::forward<T>(value));
        return true;
    }
    bool open(Json empty)
    {
        if (m_open.size() >= m_depth) return stop("nested deeper than " + std::to_string(m_depth));
        m_open.push_back(place(std::move(empty)));
        return true;
    }
    bool close()
    {
        m_open.pop_back();
        return true;
    }

    std::size_t m_depth;
    std::vector<Json*> m_open;
    Json* m_slot{nullptr}; // where the value of the key goes that was read last; a map's members never move
};

void write_string(std::string& out, std::string_view text)
{
    out += '"';
    for (const char c : text) {
        const auto byte = static_cast<unsigned char>(c);
        switch (c) {
        case '"':
            out += "\\\"";
            break;
        case '\\':
            out += "\\\\";
            break;
        case '\b':
            out += "\\b";
            break;
        case '\t':
            out += "\\t";
            break;
        case '\n':
            out += "\\n";
            break;
        case '\f':
            out += "\\f";
            break;
        case '\r':
            out += "\\r";
            break;
        default:
            if (byte < 0x20) {
                constexpr std::string_view hex = "0123456789abcdef";
                out += "\\u00";
                out += hex[byte >> 4];
                out += hex[byte & 15];
            } else {
                out += c;
            }
        }
    }
    out += '"';
}

bool is_ascii(std::string_view text)
{
    for (const char c : text) {
        if (static_cast<unsigned char>(c) >= 0x80) return false;
    }
    return true;
}

void write(std::string& out, const Json& value)
{
    switch (value.type()) {
    case Json::value_t::object: {
        std::vector<std::pair<const std::string*, const Json*>> members;
        members.reserve(value.size());
        bool ascii = true;
        for (const auto& [name, child] : value.items()) {
            members.emplace_back(&name, &child);
            ascii = ascii && is_ascii(name);
        }
        // nlohmann keeps keys in byte order, which differs from UTF-16 order only beyond ASCII.
        if (!ascii) {
            std::sort(members.begin(), members.end(),
                      [](const auto& a, const auto& b) { return to_utf16(*a.first) < to_utf16(*b.first); });
        }
        out += '{';
        bool first = true;
        for (const auto& [name, child] : members) {
            if (!first) out += ',';
            first = false;
            write_string(out, *name);
            out += ':';
            write(out, *child);
        }
        out += '}';
        break;
    }
    case Json::value_t::array: {
        out += '[';
        bool first = true;
        for (const auto& child : value) {
            if (!first) out += ',';
            first = false;
            write(out, child);
        }
        out += ']';
        break;
    }
    case Json::value_t::string:
        write_string(out, value.get_ref<const std::string&>());
        break;
    case Json::value_t::boolean:
        out += value.get<bool>() ? "true" : "false";
        break;
    case Json::value_t::number_integer:
    case Json::value_t::number_unsigned:
    case Json::value_t::number_float:
        out += ecmascript_number(value.get<double>());
        break;
    case Json::value_t::null:
    case Json::value_t::binary:
    case Json::value_t::discarded:
        out += "null";
        break;
    }
}

} // namespace

Result<Json> parse_json(std::string_view text, JsonLimits limits)
{
    if (text.size() > limits.bytes) {
        return Error{Fault::full, "JSON of " + std::to_string(text.size()) + " bytes; at most " +
                                      std::to_string(limits.bytes) + " are read"};
    }
    StrictReader reader(limits.depth);
    if (!Json::sax_parse(text, &reader)) {
        return refused(reader.problem.empty() ? "not JSON" : reader.problem);
    }
    return std::move(reader.root);
}

std::string canonical_json(const Json& value)
{
    std::string out;
    write(out, value);
    return out;
}

std::string ecmascript_number(double value)
{
    if (value == 0) return "0"; // and -0
    if (value < 0) return "-" + ecmascript_number(-value);
    char buffer[32];
    // Shortest digits that read back as the same number, as d.ddde±xx.
    const auto end = std::to_chars(buffer, buffer + sizeof buffer, value, std::chars_format::scientific).ptr;
    const std::string_view text(buffer, static_cast<std::size_t>(end - buffer));
    const auto mark = text.find('e');
    int exponent = 0;
    const auto* exponent_start = text.data() + mark + (text[mark + 1] == '+' ? 2 : 1);
    std::from_chars(exponent_start, text.data() + text.size(), exponent);
    std::string digits(1, text[0]);
    if (mark > 2) digits += text.substr(2, mark - 2);
    const int count = static_cast<int>(digits.size());
    const int point = exponent + 1; // ECMA-262 calls it n
    if (count <= point && point <= 21)
        return digits + std::string(static_cast<std::size_t>(point - count), '0');
    if (0 < point && point <= 21) {
        return digits.substr(0, static_cast<std::size_t>(point)) + "." +
               digits.substr(static_cast<std::size_t>(point));
    }
    if (-6 < point && point <= 0) return "0." + std::string(static_cast<std::size_t>(-point), '0') + digits;
    const int shown = point - 1;
    const std::string power = (shown < 0 ? "e-" : "e+") + std::to_string(shown < 0 ? -shown : shown);
    if (count == 1) return digits + power;
    return digits.substr(0, 1) + "." + digits.substr(1) + power;
}

const Json* member(const Json& object, std::string_view name)
{
    if (!object.is_object()) return nullptr;
    const auto found = object.find(std::string(name));
    return found == object.end() ? nullptr : &*found;
}

Result<std::string> text_member(const Json& object, std::string_view name)
{
    const auto* found = member(object, name);
    if (found == nullptr) return refused("\"" + std::string(name) + "\" is missing");
    if (!found->is_string()) return refused("\"" + std::string(name) + "\" is not text");
    return found->get<std::string>();
}

} // namespace northseal
