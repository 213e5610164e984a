#pragma once
// Forms that somebody has begun and not finished: one sealed row each, and no entry of the log. What is
// registered, or thrown away, leaves nothing here.

#include <cstdint>
#include <memory>

#include "storage/base/clock.h"
#include "storage/ledger/database.h"

namespace northseal::ledger {

struct FormRecord {
    std::int64_t id{0};
    Instant saved{0};
    Bytes sealed;
};

class FormTable {
public:
    static Result<FormTable> open(Database&);
    Result<std::int64_t> next_id();   // never one that was used before
    Result<> keep(const FormRecord&); // a new one, or what stands in it now
    Result<> remove(std::int64_t id); // overwritten (secure_delete); no error where there is none
    Result<bool> has(std::int64_t id);
    Result<std::vector<FormRecord>> rows(std::size_t most); // the latest first
    Result<> remove_before(Instant saved);

private:
    FormTable() = default;
    struct Statements {
        Statement next_id, keep, remove, has, rows, remove_before;
    };
    std::unique_ptr<Statements> m_statements;
};

} // namespace northseal::ledger
