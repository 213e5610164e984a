// Awards made up from one seed, one JSON line each, for random.test.mjs to judge with other people's
// libraries: what we signed, how we canonicalized it, and what we say of it. Every fifth has been tampered
// with.
//   random_awards COUNT SEED

#include <nlohmann/json.hpp>

#include <cstdio>
#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "storage/base/random.h"
#include "storage/catalogue/compile.h"
#include "storage/credential/credential.h"
#include "storage/credential/proof.h"
#include "storage/credential/template_prove.h"
#include "storage/linked_data/canonical.h"
#include "storage/linked_data/json_ld.h"

namespace northseal {

namespace {

const std::string root = NORTHSEAL_SOURCE_DIR;

std::string read_text(const std::string& path)
{
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

struct Form {
    std::string name;
    Json json;
    credential::Template compiled;
};

Result<> add_form(std::vector<Form>& forms, const std::string& name, const std::string& text)
{
    auto compiled = TRY(credential::Template::read(text));
    forms.push_back({name, compiled.json(), std::move(compiled)});
    return {};
}

catalogue::Issuer demo_issuer()
{
    return {"did:web:demo.northseal.invalid",
            "demo.northseal.invalid",
            {{"en", "Sample institution"}, {"fr", "Établissement d’exemple"}},
            "CA",
            "Ontario",
            {{1, {{"en", "Sample site one"}, {"fr", "Site d’exemple un"}}},
             {2, {{"en", "Sample site two"}, {"fr", "Site d’exemple deux"}}}}};
}

// The reference templates, and every programme of the assets and of the catalogue's tests.
Result<std::vector<Form>> all_forms()
{
    std::vector<Form> out;
    for (const auto* language : {"en", "fr"}) {
        const auto name = "tests/vectors/reference/template-" + std::string(language) + ".json";
        TRY(add_form(out, name, read_text(root + "/" + name)));
    }
    catalogue::Frameworks frameworks;
    for (const auto& file : std::filesystem::directory_iterator(root + "/assets/frameworks")) {
        TRY(frameworks.add(read_text(file.path().string())));
    }
    std::vector<std::string> programmes;
    for (const auto* folder : {"/assets/programmes", "/tests/catalogue/shapes"}) {
        for (const auto& file : std::filesystem::directory_iterator(root + folder)) {
            programmes.push_back(file.path().string());
        }
    }
    std::sort(programmes.begin(), programmes.end());
    for (const auto& path : programmes) {
        const auto programme = TRY(catalogue::read_programme(read_text(path)));
        for (const auto& language : programme.languages) {
            const auto text =
                TRY(catalogue::compile_template(programme, demo_issuer(), frameworks, language));
            TRY(add_form(out, programme.id + "." + language, text));
        }
    }
    return out;
}

void tamper(Json& credential, Random& random)
{
    if (random.below(2) == 0) {
        auto& name = credential["credentialSubject"]["identifier"][0]["identityHash"];
        name = name.get<std::string>() + "a";
        return;
    }
    // One letter of the signature; base58 has both of these, and the first letter keeps its length.
    auto value = credential["proof"]["proofValue"].get<std::string>();
    auto& letter = value[2 + random.below(value.size() - 2)];
    letter = letter == 'a' ? 'b' : 'a';
    credential["proof"]["proofValue"] = value;
}

Result<Json> one_award(const Form& form, const SigningKey& key, Random& random, bool tampered)
{
    const auto facts = TRY(credential::check_template(form.json));
    const credential::ClaimsGenerator generator(facts, random);
    const auto claims =
        TRY(generator.next([&](const credential::Claims& tried) { return form.compiled.fill(tried).ok(); }));
    const auto sealed = TRY(credential::sign(form.compiled, claims, key));
    const auto text = TRY(credential::to_json(form.compiled, sealed));
    auto document = TRY(parse_json(text));
    if (tampered) tamper(document, random);

    const auto lookup = [&](const std::string&) -> Result<PublicKey> { return key.public_key(); };
    const auto outcomes = TRY(credential::verify_proofs(document, lookup));
    auto unsigned_document = document;
    unsigned_document.erase("proof");
    linked_data::JsonLdOptions options;
    options.safe = true;
    const auto quads = TRY(linked_data::to_rdf(unsigned_document, options));
    const auto canonical = TRY(linked_data::canonicalize(quads));
    const auto full = TRY(credential::hash_data(document, document["proof"]));
    const auto fast = TRY(form.compiled.hash_data(claims));
    return Json{{"template", form.name},
                {"claims", credential::to_json(claims)},
                {"credential", canonical_json(document)},
                {"nquads", canonical.nquads},
                {"hashData", to_hex(full)},
                {"fastHashData", to_hex(fast)},
                {"publicKey", to_hex(key.public_key())},
                {"tampered", tampered},
                {"verdict", outcomes.size() == 1 && outcomes[0].valid}};
}

Result<> run(std::uint64_t count, std::uint64_t seed)
{
    SeededRandom random(seed);
    const auto key = SigningKey::generate(random);
    const auto forms = TRY(all_forms());
    for (std::uint64_t i = 0; i < count; ++i) {
        const auto line = TRY(one_award(forms[i % forms.size()], key, random, i % 5 == 4));
        std::puts(line.dump().c_str());
    }
    return {};
}

} // namespace

} // namespace northseal

int main(int argc, char** argv)
{
    if (argc != 3) {
        std::fputs("usage: random_awards COUNT SEED\n", stderr);
        return 2;
    }
    const auto done =
        northseal::run(std::strtoull(argv[1], nullptr, 10), std::strtoull(argv[2], nullptr, 10));
    if (!done.ok()) std::fprintf(stderr, "random_awards: %s\n", done.error().detail.c_str());
    return done.ok() ? 0 : 1;
}
