#include "storage/linked_data/canonical.h"

#include <doctest/doctest.h>

#include "tests/linked_data/helpers.h"

using namespace northseal;
using namespace northseal::linked_data;

namespace {

Result<Canonical> canonical(const std::string& nquads, CanonicalHash hash = CanonicalHash::sha256,
                            CanonicalLimits limits = {})
{
    return canonicalize(parse_nquads(nquads).value(), hash, limits);
}

std::string clique(int size)
{
    std::string out;
    for (int a = 0; a < size; ++a) {
        for (int b = 0; b < size; ++b) {
            if (a != b) out += "_:e" + std::to_string(a) + " <urn:p> _:e" + std::to_string(b) + " .\n";
        }
    }
    return out;
}

std::string circle(int size, const std::string& name)
{
    std::string out;
    for (int a = 0; a < size; ++a)
        out += "_:" + name + std::to_string(a) + " <urn:next> _:" + name + std::to_string((a + 1) % size) +
               " .\n";
    return out;
}

} // namespace

TEST_SUITE("storage/linked_data/canonical")
{
    TEST_CASE("blank nodes that differ in the first degree are numbered in the order of their hashes")
    {
        const auto result = canonical("<http://example.org/vocab#test> <http://example.org/vocab#A> _:b0 .\n"
                                      "<http://example.org/vocab#test> <http://example.org/vocab#B> _:b1 .\n"
                                      "_:b0 <http://example.org/vocab#next> _:b2 .\n"
                                      "_:b1 <http://example.org/vocab#next> _:b2 .\n");
        CHECK(result.value().nquads ==
              "<http://example.org/vocab#test> <http://example.org/vocab#A> _:c14n2 .\n"
              "<http://example.org/vocab#test> <http://example.org/vocab#B> _:c14n0 .\n"
              "_:c14n0 <http://example.org/vocab#next> _:c14n1 .\n"
              "_:c14n2 <http://example.org/vocab#next> _:c14n1 .\n");
        CHECK(result.value().labels ==
              std::map<std::string, std::string>{{"b0", "c14n2"}, {"b1", "c14n0"}, {"b2", "c14n1"}});
        CHECK(result.value().deep_hashes == 0);
    }

    TEST_CASE("blank nodes that are alike are told apart by what surrounds them")
    {
        const std::string expected = "_:c14n0 <http://example.org/vocab#next> _:c14n2 .\n"
                                     "_:c14n0 <http://example.org/vocab#prev> _:c14n1 .\n"
                                     "_:c14n1 <http://example.org/vocab#next> _:c14n0 .\n"
                                     "_:c14n1 <http://example.org/vocab#prev> _:c14n2 .\n"
                                     "_:c14n2 <http://example.org/vocab#next> _:c14n1 .\n"
                                     "_:c14n2 <http://example.org/vocab#prev> _:c14n0 .\n";
        for (const char* names : {"012", "021", "102", "120", "201", "210"}) {
            std::string text;
            const std::string n = names;
            for (std::size_t at = 0; at < 3; ++at) {
                text += std::string("_:e") + n[at] + " <http://example.org/vocab#next> _:e" +
                        n[(at + 2) % 3] + " .\n";
                text += std::string("_:e") + n[at] + " <http://example.org/vocab#prev> _:e" +
                        n[(at + 1) % 3] + " .\n";
            }
            CHECK(canonical(text).value().nquads == expected);
        }
    }

    TEST_CASE("graph names count, and a blank node may name a graph")
    {
        const auto result = canonical("_:e <urn:p> _:f _:g .\n_:g <urn:q> \"x\" .\n_:e <urn:p> _:f .\n");
        CHECK(result.value().labels.size() == 3);
        CHECK(result.value().nquads !=
              canonical("_:e <urn:p> _:f _:e .\n_:g <urn:q> \"x\" .\n_:e <urn:p> _:f .\n").value().nquads);
    }

    TEST_CASE("the canonical form of the canonical form is itself")
    {
        for (const auto& text :
             {circle(7, "a") + circle(7, "b"), circle(4, "a") + circle(5, "b"), clique(4)}) {
            const auto once = canonical(text).value().nquads;
            CHECK(canonical(once).value().nquads == once);
        }
    }

    TEST_CASE("labels and the order of quads change nothing")
    {
        CHECK(canonical(circle(6, "a") + circle(3, "b")).value().nquads ==
              canonical(circle(3, "x") + circle(6, "y")).value().nquads);
    }

    TEST_CASE("SHA-384 gives another order")
    {
        const std::string text =
            "<urn:s> <urn:a> _:x .\n<urn:s> <urn:b> _:y .\n<urn:s> <urn:c> _:z .\n<urn:s> <urn:d> _:w .\n";
        const auto with_256 = canonical(text).value();
        const auto with_384 = canonical(text, CanonicalHash::sha384).value();
        CHECK(with_256.labels != with_384.labels);
        std::string lines[] = {"<urn:s> <urn:a> _:a .\n"};
        CHECK(first_degree_hash(lines).size() == 64);
        CHECK(first_degree_hash(lines, CanonicalHash::sha384).size() == 96);
    }

    TEST_CASE("first_degree_hash is the hash by which canonicalize orders")
    {
        std::string x[] = {"_:a <urn:q> \"1\" .\n", "<urn:s> <urn:p> _:a .\n"};
        std::string y[] = {"<urn:s> <urn:p> _:a .\n", "_:a <urn:q> \"2\" .\n"};
        const auto labels =
            canonical(
                "<urn:s> <urn:p> _:x .\n_:x <urn:q> \"1\" .\n<urn:s> <urn:p> _:y .\n_:y <urn:q> \"2\" .\n")
                .value()
                .labels;
        CHECK((labels.at("x") == "c14n0") == (first_degree_hash(x) < first_degree_hash(y)));
    }

    TEST_CASE("a poison graph ends as full, after work that is counted")
    {
        for (const auto& text : {clique(8), clique(12), circle(1'500, "a"), circle(390, "a")}) {
            const auto result = canonical(text);
            REQUIRE_FALSE(result.ok());
            CHECK(result.error().fault == Fault::full);
            CHECK(result.error().detail.find("alike") != std::string::npos);
        }
        CHECK(canonical(clique(4), CanonicalHash::sha256, {.deep_hashes = 10}).error().fault == Fault::full);
        CHECK(canonical(clique(4), CanonicalHash::sha256, {.permutations = 10}).error().fault == Fault::full);
        CHECK(canonical(clique(4), CanonicalHash::sha256, {.related_hashes = 10}).error().fault ==
              Fault::full);
        CHECK(canonical(clique(4), CanonicalHash::sha256, {.copied_labels = 10}).error().fault ==
              Fault::full);
        CHECK(canonical(clique(5)).value().deep_hashes == 485);
    }
}
