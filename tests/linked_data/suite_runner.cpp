// Runs the W3C suites from a local copy and prints what fails:
//   linked_data_suite [-v] FOLDER
// FOLDER (or NORTHSEAL_W3C) holds json-ld-api/ (expand-manifest.jsonld, toRdf-manifest.jsonld) and rdf-canon/
// (manifest.jsonld), as in the W3C repositories' tests folders; what is not there is passed over.

#include <cstdlib>
#include <filesystem>
#include <iostream>
#include <nlohmann/json.hpp>

#include "storage/base/json.h"
#include "storage/linked_data/canonical.h"
#include "storage/linked_data/json_ld.h"
#include "tests/linked_data/suite_compare.h"
#include "tests/support/shared.h"

using namespace northseal;
using namespace northseal::linked_data;

namespace {

struct Tally {
    int passed{0};
    int failed{0};
    int skipped{0};
};

bool has_type(const Json& entry, const std::string& type)
{
    for (const auto& item : entry.at("@type")) {
        if (item.get<std::string>().ends_with(type)) return true;
    }
    return false;
}

Result<Json> read_json(const std::filesystem::path& path)
{
    return parse_json(test::read_file(path.string()), {.bytes = 8U << 20, .depth = 200});
}

// Where the failing tests are told from each other.
struct Verdict {
    bool passed{false};
    std::string why;
};

class JsonLdSuite {
public:
    JsonLdSuite(std::filesystem::path folder, bool to_rdf) : m_folder(std::move(folder)), m_to_rdf(to_rdf) {}

    void run(Tally& tally, bool verbose)
    {
        const auto manifest =
            read_json(m_folder / (m_to_rdf ? "toRdf-manifest.jsonld" : "expand-manifest.jsonld"));
        if (!manifest.ok()) return;
        const std::string base =
            manifest.value().value("baseIri", "https://w3c.github.io/json-ld-api/tests/");
        for (const auto& entry : manifest.value().at("sequence")) {
            const auto id = entry.at("@id").get<std::string>();
            const auto verdict = one(entry, base);
            if (!verdict.passed && is_remote(verdict)) {
                ++tally.skipped;
                if (verbose) std::cout << "skip " << name() << id << ": " << verdict.why << "\n";
            } else if (verdict.passed) {
                ++tally.passed;
            } else {
                ++tally.failed;
                std::cout << "FAIL " << name() << id << ": " << verdict.why << "\n";
            }
        }
    }

private:
    std::string name() const { return m_to_rdf ? "toRdf" : "expand"; }
    // The suite serves other contexts over HTTP; we fetch nothing.
    static bool is_remote(const Verdict& verdict)
    {
        return verdict.why.find("loading remote context failed") != std::string::npos;
    }

    Verdict one(const Json& entry, const std::string& base)
    {
        const Json options = entry.value("option", Json::object());
        JsonLdOptions ours;
        ours.base = options.value("base", base + entry.at("input").get<std::string>());
        const auto mode = options.value("processingMode", options.value("specVersion", "json-ld-1.1"));
        if (mode == "json-ld-1.0") ours.processing_mode = ProcessingMode::json_ld_1_0;
        ours.generalized = options.value("produceGeneralizedRdf", false);
        const auto direction = options.value("rdfDirection", "");
        if (direction == "i18n-datatype") ours.rdf_direction = RdfDirection::i18n_datatype;
        if (direction == "compound-literal") ours.rdf_direction = RdfDirection::compound_literal;
        Json context;
        if (options.contains("expandContext")) {
            context = read_json(m_folder / options.at("expandContext").get<std::string>()).value();
            ours.expand_context = &context;
        }
        const auto input = read_json(m_folder / entry.at("input").get<std::string>());
        if (!input.ok()) return {false, "input: " + input.error().detail};
        return m_to_rdf ? check_rdf(entry, to_rdf(input.value(), ours))
                        : check_expand(entry, expand(input.value(), ours));
    }

    template<class T>
    static bool settled(const Json& entry, const Result<T>& result, Verdict& verdict)
    {
        const bool negative = has_type(entry, "NegativeEvaluationTest");
        if (negative && result.ok()) {
            verdict = {false, "no error, but " + entry.value("expectErrorCode", "?") + " is expected"};
        } else if (negative) {
            const auto code = entry.value("expectErrorCode", "");
            verdict = {result.error().detail.starts_with(code),
                       "expected " + code + ", got " + result.error().detail};
        } else if (!result.ok()) {
            verdict = {false, result.error().detail};
        }
        return negative || !result.ok();
    }

    Verdict check_expand(const Json& entry, const Result<Json>& result)
    {
        Verdict verdict;
        if (settled(entry, result, verdict)) return verdict;
        const auto expected = read_json(m_folder / entry.at("expect").get<std::string>());
        if (!expected.ok()) return {false, "expectation: " + expected.error().detail};
        return {test::same_expanded(result.value(), expected.value()),
                "got " + result.value().dump() + "\n  not " + expected.value().dump()};
    }

    Verdict check_rdf(const Json& entry, const Result<Dataset>& result)
    {
        Verdict verdict;
        if (settled(entry, result, verdict)) return verdict;
        if (has_type(entry, "PositiveSyntaxTest")) return {true, ""};
        const auto text = test::read_file((m_folder / entry.at("expect").get<std::string>()).string());
        const auto expected = parse_nquads(text, {.generalized = true});
        if (!expected.ok()) return {false, "expectation: " + expected.error().detail};
        std::string got;
        for (const auto& quad : result.value()) got += to_nquad(quad);
        return {test::same_dataset(result.value(), expected.value()), "got\n" + got + "  not\n" + text};
    }

    std::filesystem::path m_folder;
    bool m_to_rdf;
};

Verdict canonical_test(const Json& entry, const std::filesystem::path& folder)
{
    const auto dataset =
        parse_nquads(test::read_file((folder / entry.at("action").get<std::string>()).string()));
    if (!dataset.ok()) return {false, "input: " + dataset.error().detail};
    const auto hash =
        entry.value("hashAlgorithm", "SHA256") == "SHA384" ? CanonicalHash::sha384 : CanonicalHash::sha256;
    const auto result = canonicalize(dataset.value(), hash);
    const auto type = entry.at("type").get<std::string>();
    if (type.ends_with("NegativeEvalTest"))
        return {!result.ok() && result.error().fault == Fault::full, "a poison graph was canonicalized"};
    if (!result.ok()) return {false, result.error().detail};
    const auto expected = test::read_file((folder / entry.at("result").get<std::string>()).string());
    if (!type.ends_with("MapTest"))
        return {result.value().nquads == expected, "got\n" + result.value().nquads};
    return {Json(result.value().labels) == parse_json(expected).value(),
            "got " + Json(result.value().labels).dump()};
}

void run_canonical(const std::filesystem::path& folder, Tally& tally)
{
    const auto manifest = read_json(folder / "manifest.jsonld");
    if (!manifest.ok()) return;
    for (const auto& entry : manifest.value().at("entries")) {
        const auto verdict = canonical_test(entry, folder);
        ++(verdict.passed ? tally.passed : tally.failed);
        if (!verdict.passed) std::cout << "FAIL rdf-canon " << entry.at("id") << ": " << verdict.why << "\n";
    }
}

void print(const char* suite, const Tally& tally)
{
    std::cout << suite << ": " << tally.passed << " passed, " << tally.failed << " failed, " << tally.skipped
              << " need remote contexts\n";
}

} // namespace

int main(int count, char** arguments)
{
    const bool verbose = count > 1 && std::string_view(arguments[1]) == "-v";
    const char* named = count > (verbose ? 2 : 1) ? arguments[verbose ? 2 : 1] : std::getenv("NORTHSEAL_W3C");
    if (named == nullptr) {
        std::cerr << "usage: linked_data_suite [-v] FOLDER, with json-ld-api/ and rdf-canon/ in it\n";
        return 2;
    }
    const std::filesystem::path folder = named;
    Tally expand_tally;
    Tally rdf_tally;
    Tally canonical_tally;
    JsonLdSuite(folder / "json-ld-api", /*to_rdf=*/false).run(expand_tally, verbose);
    JsonLdSuite(folder / "json-ld-api", /*to_rdf=*/true).run(rdf_tally, verbose);
    run_canonical(folder / "rdf-canon", canonical_tally);
    print("expand", expand_tally);
    print("toRdf", rdf_tally);
    print("rdf-canon", canonical_tally);
    return expand_tally.failed + rdf_tally.failed + canonical_tally.failed == 0 ? 0 : 1;
}
