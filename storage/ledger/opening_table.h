#pragma once
// Who opened whose record, and on which day: numbers only, from the log's entries. What a learner asks for
// when they want to know who looked.

#include <cstdint>
#include <memory>

#include "storage/base/clock.h"
#include "storage/ledger/database.h"

namespace northseal::ledger {

struct OpeningRecord {
    std::uint64_t entry{0};
    std::int64_t learner{0};
    std::int64_t day{0};    // since 1970-01-01, as the site's calendar has it
    std::int64_t person{0}; // a facilitator; 0: the learner themselves
    std::int64_t how{0};    // 1 paper, 2 PIN, 3 signed in
    Instant opened{0};
    friend bool operator==(const OpeningRecord&, const OpeningRecord&) = default;
};

class OpeningTable {
public:
    static Result<OpeningTable> open(Database&);
    Result<> insert(const OpeningRecord&); // Fault::corrupt where that person opened it on that day before
    Result<bool> has(std::int64_t learner, std::int64_t day, std::int64_t person);
    Result<std::optional<OpeningRecord>> find(std::uint64_t entry);
    Result<std::vector<OpeningRecord>> of_learner(std::int64_t learner, std::size_t most); // latest first
    struct Times {
        std::int64_t count{0};
        Instant first{0};
    };
    Result<Times> times(std::int64_t learner);
    Result<std::int64_t> count(); // of everybody
    Result<> forget(std::int64_t learner);

private:
    OpeningTable() = default;
    struct Statements {
        Statement insert, has, find, of_learner, times, count, forget;
    };
    std::unique_ptr<Statements> m_statements;
};

} // namespace northseal::ledger
