#include "storage/institution/fields.h"

#include <cmath>
#include <nlohmann/json.hpp>

#include "storage/base/text.h"

namespace northseal::institution {
namespace {

std::string quoted(std::string_view name)
{
    return "\"" + std::string(name) + "\"";
}

bool is_lower_or_digit(char c)
{
    return (c >= 'a' && c <= 'z') || (c >= '0' && c <= '9');
}

} // namespace

Result<std::uint64_t> read_number(const Json& value, std::string_view what, std::uint64_t most)
{
    if (!value.is_number_unsigned()) return refused(quoted(what) + " is not a whole number from 0");
    const auto number = value.get<std::uint64_t>();
    if (number > most) {
        return refused(quoted(what) + " is " + std::to_string(number) + "; at most " + std::to_string(most) +
                       " is allowed");
    }
    return number;
}

Result<std::uint64_t> number_member(const Json& object, std::string_view name, std::uint64_t most)
{
    const auto* found = member(object, name);
    if (found == nullptr) return refused(quoted(name) + " is missing");
    return read_number(*found, name, most);
}

Result<Instant> instant_member(const Json& object, std::string_view name)
{
    const auto text = TRY(text_member(object, name));
    const auto instant = TRY(from_date_time(text));
    if (instant < 0 || instant > instant_most || to_date_time(instant) != text) {
        return refused(quoted(name) + " is not a time in UTC like 2026-06-12T15:04:05Z");
    }
    return instant;
}

Result<PublicKey> key_member(const Json& object, std::string_view name)
{
    const auto text = TRY(text_member(object, name));
    auto key = from_multikey(text);
    if (!key.ok()) return refused(quoted(name) + " is not an Ed25519 Multikey: " + key.error().detail);
    return key;
}

Result<Digest> read_digest(const Json& value, std::string_view what)
{
    if (!value.is_string()) return refused(quoted(what) + " is not text");
    const auto bytes = from_hex(value.get_ref<const std::string&>());
    if (!bytes.ok()) return refused(quoted(what) + " is not hexadecimal: " + bytes.error().detail);
    return exactly<32>(bytes.value(), what);
}

Result<const Json*> array_member(const Json& object, std::string_view name, std::size_t most)
{
    const auto* found = member(object, name);
    if (found == nullptr || !found->is_array()) return refused(quoted(name) + " is not a list");
    if (found->size() > most) {
        return Error{Fault::full, quoted(name) + " has " + std::to_string(found->size()) +
                                      " entries; at most " + std::to_string(most) + " are read"};
    }
    return found;
}

Result<const Json*> object_member(const Json& object, std::string_view name)
{
    const auto* found = member(object, name);
    if (found == nullptr || !found->is_object()) return refused(quoted(name) + " is not an object");
    return found;
}

Result<bool> true_member(const Json& object, std::string_view name)
{
    const auto* found = member(object, name);
    if (found == nullptr) return false;
    if (!found->is_boolean() || !found->get<bool>())
        return refused(quoted(name) + " is neither true nor absent");
    return true;
}

Result<catalogue::Words> words_member(const Json& object, std::string_view name)
{
    const auto* found = TRY(object_member(object, name));
    catalogue::Words out;
    for (const auto& [language, text] : found->items()) {
        if (!text.is_string()) return refused(quoted(name) + " is not text in " + language);
        const auto& words = text.get_ref<const std::string&>();
        TRY(check_text_claim(words));
        out[language] = words;
    }
    if (out.empty()) return refused(quoted(name) + " stands in no language");
    return out;
}

Json to_json(const catalogue::Words& words)
{
    Json out = Json::object();
    for (const auto& [language, text] : words) out[language] = text;
    return out;
}

Result<std::string> name_member(const Json& object, std::string_view name)
{
    auto text = TRY(text_member(object, name));
    const auto checked = check_text_claim(text);
    if (!checked.ok()) return refused(quoted(name) + ": " + checked.error().detail);
    return text;
}

bool is_kiosk_name(std::string_view name)
{
    if (name.size() != 4) return false;
    return std::all_of(name.begin(), name.end(),
                       [](char c) { return (c >= 'a' && c <= 'z') || (c >= '2' && c <= '7'); });
}

Result<> check_host(std::string_view host)
{
    const auto port = host.find("%3A");
    const auto name = host.substr(0, port);
    if (name.empty() || name.size() > 100 || name.front() == '.' || name.back() == '.' ||
        name.front() == '-' || name.find("..") != std::string_view::npos) {
        return refused("\"" + std::string(host) +
                       "\" is not a host name: give it like credentials.example.ca");
    }
    for (const char c : name) {
        if (!is_lower_or_digit(c) && c != '.' && c != '-') {
            return refused("a host name has lower-case letters, digits, dots and hyphens only, not \"" +
                           std::string(host) + "\"");
        }
    }
    if (port == std::string_view::npos) return {};
    const auto digits = host.substr(port + 3);
    const bool fits = !digits.empty() && digits.size() <= 5 && digits.front() != '0' &&
                      std::all_of(digits.begin(), digits.end(), [](char c) { return c >= '0' && c <= '9'; });
    if (!fits) return refused("\"" + std::string(digits) + "\" is not a port");
    return {};
}

std::string url_host(std::string_view host)
{
    const auto port = host.find("%3A");
    if (port == std::string_view::npos) return std::string(host);
    return std::string(host.substr(0, port)) + ":" + std::string(host.substr(port + 3));
}

} // namespace northseal::institution
