#pragma once
// The Merkle tree of RFC 6962 section 2.1: hashes, the tree's right edge to grow it by, and both kinds of
// proof. Pure: no disk.

#include <cstdint>
#include <functional>
#include <span>
#include <vector>

#include "storage/base/bytes.h"

namespace northseal::ledger {

Digest leaf_hash(ByteView entry);                          // SHA-256(0x00 ‖ entry)
Digest node_hash(const Digest& left, const Digest& right); // SHA-256(0x01 ‖ left ‖ right)
Digest root_of(std::span<const Digest> leaves);            // of the whole list

// Roots of the complete subtrees that make up a tree of `size` leaves, largest first: all that is needed to
// add a leaf or to know the root.
class TreeEdge {
public:
    static Result<TreeEdge> read(std::uint64_t size, ByteView hashes); // corrupt where they do not fit
    std::uint64_t size() const { return m_size; }
    void add(const Digest& leaf);
    Digest root() const;
    Bytes hashes() const; // 32 bytes each
    // The root of the complete subtree of 2^level leaves that the last added leaf finished, where it did.
    const Digest* finished(unsigned level) const;

private:
    std::uint64_t m_size{0};
    std::vector<Digest> m_roots;
    std::vector<Digest> m_formed; // by level: what the last leaf completed
};

// The root of the complete subtree number `index` of 2^level leaves.
using Subtree = std::function<Result<Digest>(unsigned level, std::uint64_t index)>;
using TreeProof = std::vector<Digest>;

Result<TreeProof> inclusion_proof(std::uint64_t index, std::uint64_t size, const Subtree&);
Result<TreeProof> consistency_proof(std::uint64_t old_size, std::uint64_t new_size, const Subtree&);

bool verify_inclusion(const Digest& leaf, std::uint64_t index, std::uint64_t size, const TreeProof&,
                      const Digest& root);
bool verify_consistency(std::uint64_t old_size, const Digest& old_root, std::uint64_t new_size,
                        const Digest& new_root, const TreeProof&);

} // namespace northseal::ledger
