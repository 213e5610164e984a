#pragma once
// Sessions: a programme taught to a group on a day. Who has a seat, whether they were there, and which
// assessment is theirs: numbers only, nothing personal. And what was asked of the institution about a
// certificate.

#include <cstdint>
#include <memory>

#include "storage/base/clock.h"
#include "storage/ledger/database.h"

namespace northseal::ledger {

struct SessionRecord {
    std::int64_t id{0};
    std::string programme;
    std::int64_t day{0}; // since 1970-01-01, as the site's calendar has it
    Instant begun{0};
    std::int64_t leader{0};        // a facilitator
    std::uint64_t signed_entry{0}; // the latest entry that tells of it; 0: none yet
};

struct SeatRecord {
    std::int64_t session{0};
    std::int64_t learner{0};
    std::int64_t attendance{0}; // 0 not said, 1 here, 2 away
    std::int64_t assessment{0}; // 0: none
    friend bool operator==(const SeatRecord&, const SeatRecord&) = default;
};

class SessionTable {
public:
    static Result<SessionTable> open(Database&);
    Result<std::int64_t> next_id();
    Result<> insert(const SessionRecord&);
    Result<std::optional<SessionRecord>> find(std::int64_t id);
    Result<std::vector<SessionRecord>> rows(std::size_t most, std::size_t skip); // the latest day first
    Result<std::optional<SessionRecord>> last_of(const std::string& programme);
    Result<> mark_signed(std::int64_t id, std::uint64_t entry);
    Result<std::vector<SessionRecord>> signed_ones(); // by number

    Result<> keep(const SeatRecord&); // a new seat, or what is known of it now
    Result<> remove(std::int64_t session, std::int64_t learner);
    Result<std::optional<SeatRecord>> seat(std::int64_t session, std::int64_t learner);
    Result<std::vector<SeatRecord>> seats(std::int64_t session); // by learner
    // In how many sessions of that programme this learner was there, up to and with that day.
    Result<std::int64_t> times_here(std::int64_t learner, const std::string& programme, std::int64_t day);
    // How often this learner was there, in any programme, and on which first and last day.
    struct DaysHere {
        std::int64_t sessions{0};
        std::int64_t first{0};
        std::int64_t last{0};
    };
    Result<DaysHere> days_here(std::int64_t learner);

private:
    SessionTable() = default;
    struct Statements {
        Statement next_id, insert, find, rows, last_of, mark_signed, signed_ones, keep, remove, seat, seats,
            times, days;
    };
    std::unique_ptr<Statements> m_statements;
};

struct ChangeRequestRecord {
    std::uint64_t certificate{0}; // the entry that issued it
    std::uint64_t entry{0};       // the latest request about it
    friend bool operator==(const ChangeRequestRecord&, const ChangeRequestRecord&) = default;
};

class ChangeRequestTable {
public:
    static Result<ChangeRequestTable> open(Database&);
    Result<> keep(const ChangeRequestRecord&); // takes the place of an earlier one
    Result<std::optional<ChangeRequestRecord>> find(std::uint64_t certificate);
    Result<std::vector<ChangeRequestRecord>> all(); // by certificate

private:
    ChangeRequestTable() = default;
    struct Statements {
        Statement keep, find, all;
    };
    std::unique_ptr<Statements> m_statements;
};

} // namespace northseal::ledger
