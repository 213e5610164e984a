#pragma once
// The tables that screens read, row by row, still sealed: this floor holds no key. Each row derives from a
// log entry in the same transaction, but for drafts, which no log holds.

#include <cstdint>
#include <functional>

#include "storage/base/clock.h"
#include "storage/ledger/database.h"

namespace northseal::ledger {

struct LearnerRecord {
    std::int64_t id{0};
    std::uint64_t entry{0};
    Instant registered{0};
    Bytes sealed;
    Bytes wrapped_key; // empty: erased
};

class LearnerTable {
public:
    static Result<LearnerTable> open(Database&);
    Result<std::int64_t> next_id();
    Result<> insert(const LearnerRecord&);
    Result<std::optional<LearnerRecord>> find(std::int64_t id);
    Result<std::optional<Bytes>> wrapped_key(std::int64_t id);
    Result<> correct(std::int64_t id, ByteView sealed);
    Result<> rewrap(std::int64_t id, ByteView wrapped_key);
    // The key and whatever was sealed under it outside the log, overwritten (secure_delete). What was under
    // way goes whole; of what was issued the row stays, which the log names.
    Result<> erase(std::int64_t id);
    // Oldest first.
    Result<> each(const std::function<Result<>(const LearnerRecord&)>& visit);

private:
    LearnerTable() = default;
    struct Statements {
        Statement next_id, insert, insert_key, find, find_key, all, correct, rewrap, forget_key,
            forget_identity, drop_open, forget_issued, leave_sessions, drop_evidence;
    };
    std::unique_ptr<Statements> m_statements;
};

enum class RecordState : std::int64_t { draft = 1, signed_off = 2, issued = 3 };

struct AssessmentRecord {
    std::int64_t id{0};
    std::int64_t learner{0};
    std::string programme;
    std::string language;
    RecordState state{RecordState::draft};
    Instant saved{0};
    std::uint64_t issued_entry{0}; // 0: none
    Bytes sealed;
};

class AssessmentTable {
public:
    static Result<AssessmentTable> open(Database&);
    Result<std::int64_t> next_id(); // never one that was used before, even by a draft that was dropped
    Result<> insert(const AssessmentRecord&);
    Result<> update(const AssessmentRecord&); // state, time, entry and sealed content
    Result<> mark_issued(std::int64_t id, std::uint64_t entry);
    Result<std::optional<AssessmentRecord>> find(std::int64_t id);
    Result<> each(const std::function<Result<>(const AssessmentRecord&)>& visit);  // oldest first
    Result<std::vector<AssessmentRecord>> in_state(RecordState, std::size_t most); // latest first
    Result<std::int64_t> count(RecordState);                                       // of the open states
    Result<std::int64_t> count_of_learner(std::int64_t learner, RecordState);
    Result<std::vector<std::int64_t>> of_learner(std::int64_t learner, RecordState,
                                                 std::size_t most); // latest first

private:
    AssessmentTable() = default;
    struct Statements {
        Statement next_id, insert, update, mark_issued, find, open_state, issued_state, count, count_learner,
            of_learner, all;
    };
    std::unique_ptr<Statements> m_statements;
};

struct IssuedRecord {
    std::uint64_t entry{0};
    std::int64_t assessment{0};
    std::int64_t learner{0};
    Bytes template_id;
    std::uint32_t status_index{0};
    Instant issued_at{0};
    std::int64_t printed{0};
    bool received{false};
};

class IssuedTable {
public:
    static Result<IssuedTable> open(Database&);
    Result<> insert(const IssuedRecord&);
    Result<> count_print(std::uint64_t entry);
    Result<std::optional<IssuedRecord>> find(std::uint64_t entry);
    Result<std::optional<IssuedRecord>> with_index(std::uint32_t status_index);
    Result<std::vector<IssuedRecord>> rows(std::size_t most, std::size_t skip); // latest first
    Result<std::int64_t> count_since(Instant);
    Result<std::int64_t> count();

private:
    IssuedTable() = default;
    struct Statements {
        Statement insert, print, find, with_index, rows, times, count;
    };
    std::unique_ptr<Statements> m_statements;
};

// Who asked to be erased.
struct ErasureRecord {
    std::int64_t learner{0};
    std::uint64_t requested{0}; // the entry
    Instant due{0};             // not before
    std::uint64_t erased{0};    // the entry that says it was done; 0: not yet
    friend bool operator==(const ErasureRecord&, const ErasureRecord&) = default;
};

struct WrappingRecord { // the key that learners' keys are wrapped under since the last erasure, sealed
    std::int64_t epoch{0};
    Bytes sealed;
};

class ErasureTable {
public:
    static Result<ErasureTable> open(Database&);
    Result<> request(const ErasureRecord&); // a second request takes the place of the first
    Result<> carried_out(std::int64_t learner, std::uint64_t entry);
    Result<std::optional<ErasureRecord>> find(std::int64_t learner);
    Result<std::vector<ErasureRecord>> waiting();   // the earliest due first
    Result<std::vector<ErasureRecord>> all();       // by learner, those that were carried out too
    Result<Instant> last_use(std::int64_t learner); // registered, assessed or issued to
    Result<std::optional<WrappingRecord>> wrapping();
    Result<> keep_wrapping(const WrappingRecord&);

private:
    ErasureTable() = default;
    struct Statements {
        Statement request, carried_out, find, waiting, all, last_use, wrapping, keep_wrapping;
    };
    std::unique_ptr<Statements> m_statements;
};

struct DelegationRecord {
    std::uint64_t number{0};
    std::uint64_t entry{0};
    Bytes facts; // CBOR by storage/station, public
};

// What extended a delegation: the facts in force are those of its latest renewal.
struct RenewalRecord {
    std::uint64_t entry{0};
    std::uint64_t delegation{0};
    std::uint64_t number{0}; // only grows, for each delegation
    Instant until{0};
    std::uint32_t count{0};
};

class DelegationTable {
public:
    static Result<DelegationTable> open(Database&);
    // `status_indexes` in the order of their use. Fault::corrupt where one was given before.
    Result<> insert(const DelegationRecord&, const std::vector<std::uint32_t>& status_indexes);
    Result<std::vector<DelegationRecord>> all(); // oldest first
    Result<std::optional<std::uint32_t>> index_at(std::uint64_t number, std::uint32_t position);
    Result<bool> gave(std::uint64_t number, std::uint32_t status_index);
    Result<> renew(const RenewalRecord&);
    Result<std::vector<RenewalRecord>> renewals(); // oldest first

private:
    DelegationTable() = default;
    struct Statements {
        Statement insert, insert_index, all, index_at, gave, renew, renewals;
    };
    std::unique_ptr<Statements> m_statements;
};

} // namespace northseal::ledger
