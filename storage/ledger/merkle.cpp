#include "storage/ledger/merkle.h"

#include <bit>

#include "storage/base/hash.h"

namespace northseal::ledger {
namespace {

constexpr std::uint8_t leaf_mark[] = {0x00};
constexpr std::uint8_t node_mark[] = {0x01};

// The largest power of two below n, n > 1: where RFC 6962 splits.
std::uint64_t split_of(std::uint64_t n)
{
    return std::bit_floor(n - 1);
}

// Root of leaves [begin, begin + count); begin is a multiple of the power of two that holds count.
Result<Digest> range_root(std::uint64_t begin, std::uint64_t count, const Subtree& subtree)
{
    if (std::has_single_bit(count)) {
        const auto level = static_cast<unsigned>(std::countr_zero(count));
        return subtree(level, begin >> level);
    }
    const auto split = split_of(count);
    const auto left = TRY(range_root(begin, split, subtree));
    const auto right = TRY(range_root(begin + split, count - split, subtree));
    return node_hash(left, right);
}

Result<> path(std::uint64_t index, std::uint64_t begin, std::uint64_t count, const Subtree& subtree,
              TreeProof& out)
{
    if (count == 1) return {};
    const auto split = split_of(count);
    if (index < split) {
        TRY(path(index, begin, split, subtree, out));
        out.push_back(TRY(range_root(begin + split, count - split, subtree)));
    } else {
        TRY(path(index - split, begin + split, count - split, subtree, out));
        out.push_back(TRY(range_root(begin, split, subtree)));
    }
    return {};
}

// RFC 6962 section 2.1.2, SUBPROOF(old, D[begin, begin + count), whole).
Result<> subproof(std::uint64_t old_size, std::uint64_t begin, std::uint64_t count, bool whole,
                  const Subtree& subtree, TreeProof& out)
{
    if (old_size == count) {
        if (!whole) out.push_back(TRY(range_root(begin, count, subtree)));
        return {};
    }
    const auto split = split_of(count);
    if (old_size <= split) {
        TRY(subproof(old_size, begin, split, whole, subtree, out));
        out.push_back(TRY(range_root(begin + split, count - split, subtree)));
    } else {
        TRY(subproof(old_size - split, begin + split, count - split, false, subtree, out));
        out.push_back(TRY(range_root(begin, split, subtree)));
    }
    return {};
}

} // namespace

Digest leaf_hash(ByteView entry)
{
    return sha256({leaf_mark, entry});
}

Digest node_hash(const Digest& left, const Digest& right)
{
    return sha256({node_mark, left, right});
}

Digest root_of(std::span<const Digest> leaves)
{
    TreeEdge edge;
    for (const auto& leaf : leaves) edge.add(leaf);
    return edge.root();
}

Result<TreeEdge> TreeEdge::read(std::uint64_t size, ByteView hashes)
{
    if (hashes.size() != static_cast<std::size_t>(std::popcount(size)) * 32) {
        return corrupt("the edge of the log's tree does not fit its size");
    }
    TreeEdge edge;
    edge.m_size = size;
    for (; !hashes.empty(); hashes = hashes.subspan(32)) {
        auto& root = edge.m_roots.emplace_back();
        std::copy_n(hashes.begin(), 32, root.begin());
    }
    return edge;
}

void TreeEdge::add(const Digest& leaf)
{
    m_roots.push_back(leaf);
    m_formed.assign(1, leaf);
    // Like carrying in binary: two complete subtrees of one size become one of twice the size.
    for (auto carry = m_size; carry & 1; carry >>= 1) {
        const auto right = m_roots.back();
        m_roots.pop_back();
        m_roots.back() = node_hash(m_roots.back(), right);
        m_formed.push_back(m_roots.back());
    }
    ++m_size;
}

Digest TreeEdge::root() const
{
    if (m_roots.empty()) return sha256(ByteView{});
    auto root = m_roots.back();
    for (auto left = m_roots.rbegin() + 1; left != m_roots.rend(); ++left) root = node_hash(*left, root);
    return root;
}

Bytes TreeEdge::hashes() const
{
    Bytes out;
    for (const auto& root : m_roots) append(out, root);
    return out;
}

const Digest* TreeEdge::finished(unsigned level) const
{
    return level < m_formed.size() ? &m_formed[level] : nullptr;
}

Result<TreeProof> inclusion_proof(std::uint64_t index, std::uint64_t size, const Subtree& subtree)
{
    if (index >= size) return refused("the log has no such entry");
    TreeProof out;
    TRY(path(index, 0, size, subtree, out));
    return out;
}

Result<TreeProof> consistency_proof(std::uint64_t old_size, std::uint64_t new_size, const Subtree& subtree)
{
    if (old_size > new_size) return refused("the log never was that long");
    TreeProof out;
    if (old_size == 0 || old_size == new_size) return out;
    TRY(subproof(old_size, 0, new_size, true, subtree, out));
    return out;
}

bool verify_inclusion(const Digest& leaf, std::uint64_t index, std::uint64_t size, const TreeProof& proof,
                      const Digest& root)
{
    if (index >= size) return false;
    auto hash = leaf;
    auto last = size - 1;
    for (const auto& step : proof) {
        if (last == 0) return false;
        if ((index & 1) != 0 || index == last) {
            hash = node_hash(step, hash);
            while ((index & 1) == 0 && index != 0) {
                index >>= 1;
                last >>= 1;
            }
        } else {
            hash = node_hash(hash, step);
        }
        index >>= 1;
        last >>= 1;
    }
    return last == 0 && hash == root;
}

bool verify_consistency(std::uint64_t old_size, const Digest& old_root, std::uint64_t new_size,
                        const Digest& new_root, const TreeProof& proof)
{
    if (old_size > new_size) return false;
    if (old_size == new_size) return proof.empty() && old_root == new_root;
    if (old_size == 0) return proof.empty();
    // RFC 9162 section 2.1.4.2.
    auto rest = std::span(proof);
    Digest first = old_root;
    if (!std::has_single_bit(old_size)) {
        if (rest.empty()) return false;
        first = rest.front();
        rest = rest.subspan(1);
    }
    auto old_last = old_size - 1;
    auto new_last = new_size - 1;
    while ((old_last & 1) != 0) {
        old_last >>= 1;
        new_last >>= 1;
    }
    Digest old_hash = first;
    Digest new_hash = first;
    for (const auto& step : rest) {
        if (new_last == 0) return false;
        if ((old_last & 1) != 0 || old_last == new_last) {
            old_hash = node_hash(step, old_hash);
            new_hash = node_hash(step, new_hash);
            while ((old_last & 1) == 0 && old_last != 0) {
                old_last >>= 1;
                new_last >>= 1;
            }
        } else {
            new_hash = node_hash(new_hash, step);
        }
        old_last >>= 1;
        new_last >>= 1;
    }
    return new_last == 0 && old_hash == old_root && new_hash == new_root;
}

} // namespace northseal::ledger
