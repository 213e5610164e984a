#pragma once
// The reference awards: templates, claims, credentials and slips that npm libraries made
// (tests/vectors/reference).

#include <nlohmann/json.hpp>
#include <string>

#include "storage/credential/credential.h"
#include "tests/support/shared.h"

namespace northseal::test {

constexpr const char* reference_awards[] = {"en-typical",   "en-least",     "en-full",   "en-narrative",
                                            "en-syllabics", "fr-60letters", "fr-typical"};

inline std::string reference(const std::string& name)
{
    return read_file(NORTHSEAL_SOURCE_DIR "/tests/vectors/reference/" + name);
}

inline std::string reference_line(const std::string& name)
{
    auto text = reference(name);
    while (!text.empty() && text.back() == '\n') text.pop_back();
    return text;
}

inline Json reference_json(const std::string& name)
{
    return parse_json(reference(name)).value();
}

inline credential::Template reference_template(const std::string& language)
{
    return credential::Template::read(reference("template-" + language + ".json")).value();
}

inline credential::Claims reference_claims(const std::string& award)
{
    return credential::read_claims(reference_json("claims-" + award + ".json")).value();
}

inline SigningKey reference_key(const std::string& name)
{
    const auto keys = reference_json("keys.json");
    return SigningKey::from_seed(from_hex(keys["keys"][name]["seed"].get<std::string>()).value());
}

} // namespace northseal::test
