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
    // Oldest first.
    Result<> each(const std::function<Result<>(const LearnerRecord&)>& visit);

private:
    LearnerTable() = default;
    struct Statements {
        Statement next_id, insert, insert_key, find, find_key, all;
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
    Result<std::vector<AssessmentRecord>> in_state(RecordState, std::size_t most); // latest first
    Result<std::int64_t> count(RecordState);                                       // of the open states
    Result<std::int64_t> count_of_learner(std::int64_t learner, RecordState);

private:
    AssessmentTable() = default;
    struct Statements {
        Statement next_id, insert, update, mark_issued, find, open_state, issued_state, count, count_learner;
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
    Result<std::vector<IssuedRecord>> rows(std::size_t most, std::size_t skip); // latest first
    Result<std::int64_t> count_since(Instant);
    Result<std::int64_t> count();

private:
    IssuedTable() = default;
    struct Statements {
        Statement insert, print, find, rows, times, count;
    };
    std::unique_ptr<Statements> m_statements;
};

struct DelegationRecord {
    std::uint64_t number{0};
    std::uint64_t entry{0};
    Bytes facts; // CBOR by storage/station, public
};

class DelegationTable {
public:
    static Result<DelegationTable> open(Database&);
    // `status_indexes` in the order of their use. Fault::corrupt where one was given before.
    Result<> insert(const DelegationRecord&, const std::vector<std::uint32_t>& status_indexes);
    Result<std::vector<DelegationRecord>> all(); // oldest first
    Result<std::optional<std::uint32_t>> index_at(std::uint64_t number, std::uint32_t position);
    Result<bool> gave(std::uint64_t number, std::uint32_t status_index);

private:
    DelegationTable() = default;
    struct Statements {
        Statement insert, insert_index, all, index_at, gave;
    };
    std::unique_ptr<Statements> m_statements;
};

} // namespace northseal::ledger
