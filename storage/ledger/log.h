#pragma once
// The append-only log in the database: entries, their leaves, the tree's edge. Every append is part of the
// caller's transaction.

#include <cstdint>
#include <map>

#include "storage/ledger/checkpoint.h"
#include "storage/ledger/database.h"
#include "storage/ledger/entry.h"
#include "storage/ledger/merkle.h"

namespace northseal::ledger {

struct LogHead {
    TreeEdge tree;
    Instant last_time{0};
    std::int64_t epoch{1};
    std::uint64_t epoch_entry{0};                 // the entry that began it; 0 in the first epoch
    std::uint64_t last_erasure{0};                // the entry of the last erasure, or 0
    std::int64_t received{0};                     // entries that the institution has confirmed
    std::int64_t issued{0};                       // certificates in all
    std::map<std::uint64_t, std::uint32_t> spent; // by delegation: certificates issued under it

    std::uint32_t spent_of(std::uint64_t delegation) const
    {
        const auto found = spent.find(delegation);
        return found == spent.end() ? 0 : found->second;
    }
};

class Log {
public:
    static Result<Log> open(Database&);

    Result<LogHead> head();
    // The entry's number must be the next, and its time not before the last one's: but for `clock_corrected`,
    // which may say that all before it was dated too late.
    Result<> append(const Entry&, LogHead&); // and writes the head with what the caller changed in it
    Result<std::optional<Entry>> entry(std::uint64_t number);
    // In order, from `first` on; an error from `visit` ends it. Each entry has been checked against its leaf.
    Result<> visit(std::uint64_t first,
                   const std::function<Result<>(const Entry&, const Digest& leaf)>& visit);

    // The numbers of the entries that tell of the clock (kinds 9, 16 and 21), in order. Notes that a version
    // before this table wrote are not among them.
    Result<std::vector<std::uint64_t>> clock_entries();

    Result<TreeProof> inclusion(std::uint64_t number, std::uint64_t size);
    Result<TreeProof> consistency(std::uint64_t old_size, std::uint64_t new_size);

    Result<> keep_checkpoint(std::uint64_t size, const std::string& note);
    Result<std::optional<std::string>> checkpoint_at(std::uint64_t size);
    Result<std::map<std::uint64_t, std::string>> checkpoints(); // by size

private:
    explicit Log() = default;
    Result<Digest> subtree(unsigned level, std::uint64_t index);

    struct Statements {
        Statement read_head, write_head, insert_entry, insert_subtree, read_entry, read_from, read_leaves,
            read_subtrees, insert_checkpoint, read_checkpoint, read_checkpoints, insert_clock_entry,
            read_clock_entries;
    };
    std::unique_ptr<Statements> m_statements;
};

// Order is the number, never time: a correction of the clock alone may be dated before what stands before it.
bool may_fall_back(const Entry&);
bool tells_of_clock(const Entry&);

} // namespace northseal::ledger
