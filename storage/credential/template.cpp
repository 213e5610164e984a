#include "storage/credential/template.h"

#include <limits>
#include <map>
#include <nlohmann/json.hpp>

#include "storage/base/hash.h"
#include "storage/base/random.h"
#include "storage/credential/forms.h"
#include "storage/credential/proof.h"
#include "storage/credential/shape.h"
#include "storage/credential/template_prove.h"

namespace northseal::credential {
namespace {

// Shapes are few for one programme; strangers' slips could ask for many.
constexpr std::size_t shapes_kept = 64;

} // namespace

struct Template::Parts {
    Json json;
    std::string text;
    Digest id{};
    std::string mark; // of its own hash, which no template can contain
    TemplateFacts facts;
    std::map<std::string, Shape> shapes;
    int proved_by{0}; // rounds

    const Json& credential() const { return json["credential"]; }
    Result<const Shape*> shape_for(const Claims&);
};

Result<const Shape*> Template::Parts::shape_for(const Claims& claims)
{
    TRY(check_claims(claims));
    auto key = shape_key(facts, claims);
    const auto known = shapes.find(key);
    if (known != shapes.end()) return &known->second;
    auto shape = TRY(Shape::compile(credential(), mark, claims));
    if (shapes.size() >= shapes_kept) shapes.clear();
    return &shapes.emplace(std::move(key), std::move(shape)).first->second;
}

Template::Template(std::unique_ptr<Parts> parts) : m_parts(std::move(parts))
{}
Template::Template(Template&&) noexcept = default;
Template& Template::operator=(Template&&) noexcept = default;
Template::~Template() = default;

Result<Template> Template::read(std::string_view text)
{
    auto parts = std::make_unique<Parts>();
    parts->json = TRY(parse_json(text, JsonLimits{template_bytes_most, 32}));
    parts->facts = TRY(check_template(parts->json));
    parts->text = canonical_json(parts->json);
    parts->id = sha256(view(parts->text));
    parts->mark = "zq" + to_hex(ByteView(parts->id).first(8));
    if (parts->text.find(parts->mark) != std::string::npos)
        return refused("the template contains its own name");
    return Template(std::move(parts));
}

const Digest& Template::id() const
{
    return m_parts->id;
}

TemplatePrefix Template::prefix() const
{
    TemplatePrefix out;
    std::copy_n(m_parts->id.begin(), out.size(), out.begin());
    return out;
}

const std::string& Template::text() const
{
    return m_parts->text;
}

const std::string& Template::language() const
{
    return m_parts->json["language"].get_ref<const std::string&>();
}

const Json& Template::json() const
{
    return m_parts->json;
}

Result<Json> Template::fill(const Claims& claims) const
{
    TRY(check_claims(claims));
    Filler filler(claims);
    auto filled = TRY(filler.fill(m_parts->credential()));
    TRY(check_all_used(filler.used(), claims));
    return std::move(*filled);
}

// What the compiled shape cannot tell, the whole algorithm can.
Result<ByteArray<64>> Template::hash_by_full_path(const Claims& claims) const
{
    auto document = TRY(fill(claims));
    const Json proof = document["proof"];
    document.erase("proof");
    return credential::hash_data(document, proof);
}

Result<ByteArray<64>> Template::hash_data(const Claims& claims) const
{
    const auto* const shape = TRY(m_parts->shape_for(claims));
    const auto values = TRY(shape->values(claims));
    if (const auto hashes = shape->hashes(values)) return *hashes;
    return hash_by_full_path(claims);
}

Result<std::string> Template::signed_json(const Claims& claims, const Signature& signature) const
{
    const auto* const shape = TRY(m_parts->shape_for(claims));
    const auto values = TRY(shape->values(claims));
    return shape->json(values, "z" + to_base58(signature));
}

Result<Template::Rebuilt> Template::rebuild(const Claims& claims, const Signature& signature) const
{
    const auto* const shape = TRY(m_parts->shape_for(claims));
    const auto values = TRY(shape->values(claims));
    Rebuilt out;
    out.json = shape->json(values, "z" + to_base58(signature));
    const auto hashes = shape->hashes(values);
    out.hash_data = hashes ? *hashes : TRY(hash_by_full_path(claims));
    return out;
}

Result<> Template::prove(Random& random, int rounds) const
{
    SeededRandom dice(random.below(std::numeric_limits<std::uint64_t>::max()));
    if (m_parts->proved_by >= rounds) return {};
    const ClaimsGenerator generator(m_parts->facts, dice);
    for (int round = 0; round < rounds; ++round) {
        const auto claims = TRY(generator.next([&](const Claims& tried) { return fill(tried).ok(); }));
        auto document = TRY(fill(claims));
        const auto* const shape = TRY(m_parts->shape_for(claims));
        const auto values = TRY(shape->values(claims));
        const Json proof = document["proof"];
        document["proof"]["proofValue"] = "z1";
        if (shape->json(values, "z1") != canonical_json(document)) {
            return refused("the template does not fill to the same JSON by both paths");
        }
        document.erase("proof");
        const auto forms = shape->forms(values);
        if (TRY(hash_data(claims)) != TRY(credential::hash_data(document, proof))) {
            return refused("the template does not come to the same hashes by both paths");
        }
        if (!forms) continue; // hash_data takes the full path itself
        if (forms->document != TRY(canonical_document(document)) ||
            forms->proof != TRY(canonical_proof(document, proof))) {
            return refused("the template does not come to the same canonical form by both paths");
        }
    }
    m_parts->proved_by = rounds;
    return {};
}

} // namespace northseal::credential
