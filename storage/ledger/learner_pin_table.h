#pragma once
// Which entry of the log holds the PIN that a learner chose last for their own record. The PIN's verifier is
// sealed there.

#include <cstdint>
#include <memory>

#include "storage/ledger/database.h"

namespace northseal::ledger {

struct LearnerPinRecord {
    std::int64_t learner{0};
    std::uint64_t entry{0};
};

class LearnerPinTable {
public:
    static Result<LearnerPinTable> open(Database&);
    Result<> keep(const LearnerPinRecord&); // takes the place of an earlier one
    Result<std::optional<std::uint64_t>> find(std::int64_t learner);
    Result<std::vector<LearnerPinRecord>> all(); // by learner
    Result<> forget(std::int64_t learner);

private:
    LearnerPinTable() = default;
    struct Statements {
        Statement keep, find, all, forget;
    };
    std::unique_ptr<Statements> m_statements;
};

} // namespace northseal::ledger
