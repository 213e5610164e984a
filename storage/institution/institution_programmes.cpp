#include <nlohmann/json.hpp>

#include "storage/base/hash.h"
#include "storage/catalogue/compile.h"
#include "storage/institution/institution_parts.h"

namespace northseal::institution {
namespace {

constexpr int proving_rounds = 8;

std::string template_path(const std::string& folder, const Digest& digest)
{
    return folder + "/templates/" + to_hex(digest) + ".json";
}

std::string programme_path(const std::string& folder, const Digest& text)
{
    return folder + "/programmes/" + to_hex(text) + ".toml";
}

Result<> check_conforms(const catalogue::Programme& programme, const catalogue::Frameworks& frameworks)
{
    const auto report = catalogue::check_framework(programme, frameworks);
    if (report.conforms()) return {};
    std::string why;
    for (const auto& finding : report.findings) {
        if (finding.obligation == catalogue::Obligation::will && finding.met != catalogue::Met::yes) {
            why += (why.empty() ? "" : "; ") + finding.id + " " + finding.sentence;
        }
    }
    return refused("the programme does not conform to the framework: " + why);
}

// Two templates whose first eight bytes are equal could not be told apart on paper.
Result<> check_prefix_is_free(const State& state, const Digest& digest)
{
    for (const auto& programme : state.programmes) {
        for (const auto& [language, other] : programme.templates) {
            if (other != digest && std::equal(other.begin(), other.begin() + 8, digest.begin())) {
                return refused(
                    "another template begins with the same eight bytes: change a word of this one");
            }
        }
    }
    return {};
}

Result<const OfferedProgramme*> find_version(const State& state, const OfferedProgramme& wanted)
{
    for (const auto& known : state.programmes) {
        if (known.id != wanted.id || known.version != wanted.version) continue;
        if (known.text == wanted.text && known.templates == wanted.templates) return &known;
        return refused("version " + wanted.version + " of " + wanted.id +
                       " is published already and never changes: give this one a new version");
    }
    return static_cast<const OfferedProgramme*>(nullptr);
}

} // namespace

Result<OfferedProgramme> Institution::add_programme(std::string_view toml,
                                                    const catalogue::Frameworks& frameworks,
                                                    const SigningKey& desk)
{
    const auto programme = TRY(catalogue::read_programme(toml));
    TRY(check_conforms(programme, frameworks));
    if (programme.illustrative && !m_parts->record.specimen) {
        return refused("\"" + programme.id +
                       "\" is an illustration: only a demonstration may offer it. Write your own, and leave "
                       "out \"illustrative\"");
    }
    auto& around = m_parts->surroundings;
    OfferedProgramme offered{programme.id, programme.version, sha256(view(toml)), {}};
    std::vector<std::string> texts;
    for (const auto& language : programme.languages) {
        auto text = TRY(catalogue::compile_template(programme, m_parts->record.issuer, frameworks, language));
        const auto compiled = TRY(credential::Template::read(text));
        TRY(compiled.prove(around.random, proving_rounds));
        TRY(check_prefix_is_free(m_parts->state, compiled.id()));
        offered.templates[language] = compiled.id();
        texts.push_back(compiled.text());
    }
    if (TRY(find_version(m_parts->state, offered)) == nullptr) {
        for (const auto& text : texts) {
            const auto path = template_path(m_parts->folder, sha256(view(text)));
            TRY(around.disk.write_durably(path, view(text)));
        }
        TRY(around.disk.write_durably(programme_path(m_parts->folder, offered.text), view(toml)));
        auto state = m_parts->state;
        state.programmes.push_back(offered);
        TRY(keep(state));
    }
    TRY(refresh_listing(desk));
    return offered;
}

Result<std::string> Institution::template_text(const Digest& digest) const
{
    const auto path = template_path(m_parts->folder, digest);
    const auto bytes = TRY(m_parts->surroundings.disk.read(path, institution_file_most));
    if (sha256(bytes) != digest) return corrupt(path + " is not the template that its name says");
    return std::string(text_of(bytes));
}

Result<std::string> Institution::programme_text(const Digest& digest) const
{
    const auto path = programme_path(m_parts->folder, digest);
    const auto bytes = TRY(m_parts->surroundings.disk.read(path, catalogue::programme_file_most));
    if (sha256(bytes) != digest) return corrupt(path + " is not the programme that its name says");
    return std::string(text_of(bytes));
}

} // namespace northseal::institution
