#pragma once
// Pieces of a template that more than one file of the compile step needs.

#include "storage/base/json.h"
#include "storage/catalogue/compile.h"
#include "storage/catalogue/compile_words.h"

namespace northseal::catalogue {

struct CompileInput {
    const Programme& programme;
    const Issuer& issuer;
    const Frameworks& frameworks;
    const std::string& language;
    CertificateWords words;
    std::string base; // "https://HOST/"

    const std::string& in_language(const Words& of) const { return of.at(language); }
    std::string achievement_id(const std::string& in) const
    {
        return base + "programmes/" + programme.id + "/" + programme.version + "/" + in;
    }
};

Json extension_context(const CompileInput&);
Result<Json> achievement(const CompileInput&);
Json results(const CompileInput&); // one hole an outcome

// The extension terms that this programme uses, beside those of every credential.
bool has_competencies(const Programme&, std::string_view kind);
bool has_pathways(const Programme&, std::string_view kind);
bool has_statements(const Programme&);

// Holes.
Json claim(std::string_view name, std::string_view as);
Json choice(std::string_view name, const Json& of);
Json when(std::string_view name, Json then);

} // namespace northseal::catalogue
