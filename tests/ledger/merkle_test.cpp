#include "storage/ledger/merkle.h"

#include <doctest/doctest.h>

#include <nlohmann/json.hpp>

#include "tests/support/shared.h"

using namespace northseal;
using namespace northseal::ledger;

namespace {

std::vector<Digest> leaves(std::size_t count)
{
    std::vector<Digest> out;
    for (std::size_t i = 0; i < count; ++i) out.push_back(leaf_hash(view(std::to_string(i))));
    return out;
}

// Roots of complete subtrees straight from the list: what the proofs ask for.
Subtree subtrees_of(const std::vector<Digest>& all)
{
    return [&all](unsigned level, std::uint64_t index) -> Result<Digest> {
        const auto width = std::size_t{1} << level;
        return root_of(std::span(all).subspan(static_cast<std::size_t>(index) * width, width));
    };
}

// RFC 6962 section 2.1, word for word.
Digest defined_root(std::span<const Digest> all)
{
    if (all.size() == 1) return all[0];
    std::size_t split = 1;
    while (split * 2 < all.size()) split *= 2;
    return node_hash(defined_root(all.first(split)), defined_root(all.subspan(split)));
}

} // namespace

TEST_SUITE("storage/ledger/merkle")
{
    TEST_CASE("growing leaf by leaf gives the root that RFC 6962 defines")
    {
        const auto all = leaves(130);
        TreeEdge edge;
        for (std::size_t size = 1; size <= all.size(); ++size) {
            edge.add(all[size - 1]);
            CHECK(edge.root() == defined_root(std::span(all).first(size)));
            CHECK(TreeEdge::read(size, edge.hashes()).value().root() == edge.root());
        }
        CHECK_FALSE(TreeEdge::read(131, edge.hashes()).ok());
    }

    TEST_CASE("each leaf of each small tree is proved to be in it, and in no other place")
    {
        const auto all = leaves(20);
        for (std::size_t size = 1; size <= all.size(); ++size) {
            const auto tree = std::vector(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(size));
            const auto root = root_of(tree);
            for (std::size_t i = 0; i < size; ++i) {
                auto proof = inclusion_proof(i, size, subtrees_of(tree)).value();
                CHECK(verify_inclusion(all[i], i, size, proof, root));
                if (size > 1) CHECK_FALSE(verify_inclusion(all[i], (i + 1) % size, size, proof, root));
                CHECK_FALSE(verify_inclusion(leaf_hash(view("other")), i, size, proof, root));
                proof.push_back(root);
                CHECK_FALSE(verify_inclusion(all[i], i, size, proof, root));
            }
        }
        CHECK_FALSE(inclusion_proof(20, 20, subtrees_of(all)).ok());
    }

    TEST_CASE("each tree is proved to extend each shorter one, and not a changed one")
    {
        const auto all = leaves(20);
        for (std::size_t size = 1; size <= all.size(); ++size) {
            const auto tree = std::vector(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(size));
            for (std::size_t old_size = 1; old_size <= size; ++old_size) {
                const auto old_root = root_of(std::span(tree).first(old_size));
                auto proof = consistency_proof(old_size, size, subtrees_of(tree)).value();
                CHECK(verify_consistency(old_size, old_root, size, root_of(tree), proof));
                CHECK_FALSE(verify_consistency(old_size, leaf_hash(view("x")), size, root_of(tree), proof));
                if (proof.empty()) continue;
                proof[0] = leaf_hash(view("x"));
                CHECK_FALSE(verify_consistency(old_size, old_root, size, root_of(tree), proof));
            }
        }
    }

    TEST_CASE("roots and proofs are those of the published vectors")
    {
        const auto text = test::shared_file("data/vectors/c2sp/rfc6962-merkle.json");
        if (text.empty()) return;
        const auto vectors = nlohmann::json::parse(text);
        std::vector<Digest> all;
        for (const auto& leaf : vectors["leaves_hex"]) {
            all.push_back(leaf_hash(from_hex(leaf.get<std::string>()).value()));
        }
        CHECK(to_hex(TreeEdge().root()) == vectors["empty_root"].get<std::string>());
        const auto tree = [&](std::size_t size) {
            return std::vector(all.begin(), all.begin() + static_cast<std::ptrdiff_t>(size));
        };
        const auto hex = [](const TreeProof& proof) {
            std::vector<std::string> out;
            for (const auto& step : proof) out.push_back(to_hex(step));
            return out;
        };
        for (std::size_t size = 1; size <= all.size(); ++size) {
            CHECK(to_hex(root_of(tree(size))) == vectors["roots"][std::to_string(size)].get<std::string>());
        }
        for (const auto& item : vectors["inclusion"]) {
            const auto size = item["size"].get<std::size_t>();
            const auto leaves_of_size = tree(size);
            const auto proof =
                inclusion_proof(item["index"].get<std::uint64_t>(), size, subtrees_of(leaves_of_size));
            CHECK(hex(proof.value()) == item["proof"].get<std::vector<std::string>>());
        }
        for (const auto& item : vectors["consistency"]) {
            const auto& from = item["size1"];
            const auto& to = item["size2"];
            const auto leaves_of_size = tree(to.get<std::size_t>());
            const auto proof = consistency_proof(from.get<std::uint64_t>(), to.get<std::uint64_t>(),
                                                 subtrees_of(leaves_of_size));
            CHECK(hex(proof.value()) == item["proof"].get<std::vector<std::string>>());
        }
    }
}
