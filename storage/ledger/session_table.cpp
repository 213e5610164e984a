#include "storage/ledger/session_table.h"

namespace northseal::ledger {
namespace {

SessionRecord read_session(const Row& row)
{
    SessionRecord out;
    out.id = row.number(0);
    out.programme = row.text(1);
    out.day = row.number(2);
    out.begun = row.number(3);
    out.leader = row.number(4);
    out.signed_entry = static_cast<std::uint64_t>(row.number(5));
    return out;
}

SeatRecord read_seat(const Row& row)
{
    return {row.number(0), row.number(1), row.number(2), row.number(3)};
}

ChangeRequestRecord read_request(const Row& row)
{
    return {static_cast<std::uint64_t>(row.number(0)), static_cast<std::uint64_t>(row.number(1))};
}

template<class Record, class... Values>
Result<std::vector<Record>> gather(Statement& statement, Record (*read)(const Row&), const Values&... values)
{
    std::vector<Record> out;
    const auto keep = [&](const Row& row) -> Result<> {
        out.push_back(read(row));
        return {};
    };
    TRY(statement.each(keep, values...));
    return out;
}

std::int64_t only_number(const Row& row)
{
    return row.number(0);
}

} // namespace

Result<SessionTable> SessionTable::open(Database& database)
{
    const std::string select = "SELECT id, programme, day, begun, leader, signed_entry FROM sessions ";
    const std::string seats = "SELECT session, learner, attendance, assessment FROM seats ";
    SessionTable out;
    Preparer prepare(database);
    out.m_statements = std::make_unique<Statements>(Statements{
        prepare("SELECT coalesce((SELECT seq FROM sqlite_sequence WHERE name = 'sessions'), 0) + 1"),
        prepare("INSERT INTO sessions(id, programme, day, begun, leader, signed_entry)"
                " VALUES (?, ?, ?, ?, ?, 0)"),
        prepare(select + "WHERE id = ?"),
        prepare(select + "ORDER BY day DESC, id DESC LIMIT ? OFFSET ?"),
        prepare(select + "WHERE programme = ? ORDER BY day DESC, id DESC LIMIT 1"),
        prepare("UPDATE sessions SET signed_entry = ?2 WHERE id = ?1"),
        prepare(select + "WHERE signed_entry > 0 ORDER BY id"),
        prepare("INSERT INTO seats(session, learner, attendance, assessment) VALUES (?1, ?2, ?3, ?4)"
                " ON CONFLICT(session, learner) DO UPDATE SET attendance = ?3, assessment = ?4"),
        prepare("DELETE FROM seats WHERE session = ? AND learner = ?"),
        prepare(seats + "WHERE session = ? AND learner = ?"),
        prepare(seats + "WHERE session = ? ORDER BY learner"),
        prepare("SELECT count(*) FROM seats JOIN sessions ON id = session"
                " WHERE learner = ? AND programme = ? AND day <= ? AND attendance = 1"),
        prepare("SELECT count(*), coalesce(min(day), 0), coalesce(max(day), 0) FROM seats"
                " JOIN sessions ON id = session WHERE learner = ? AND attendance = 1"),
    });
    TRY(prepare.outcome());
    return out;
}

Result<std::int64_t> SessionTable::next_id()
{
    return TRY(m_statements->next_id.one(only_number)).value_or(1);
}

Result<> SessionTable::insert(const SessionRecord& record)
{
    return m_statements->insert.run(record.id, record.programme, record.day, record.begun, record.leader);
}

Result<std::optional<SessionRecord>> SessionTable::find(std::int64_t id)
{
    return m_statements->find.one(read_session, id);
}

Result<std::vector<SessionRecord>> SessionTable::rows(std::size_t most, std::size_t skip)
{
    return gather<SessionRecord>(m_statements->rows, read_session, most, skip);
}

Result<std::optional<SessionRecord>> SessionTable::last_of(const std::string& programme)
{
    return m_statements->last_of.one(read_session, programme);
}

Result<> SessionTable::mark_signed(std::int64_t id, std::uint64_t entry)
{
    return m_statements->mark_signed.run(id, entry);
}

Result<std::vector<SessionRecord>> SessionTable::signed_ones()
{
    return gather<SessionRecord>(m_statements->signed_ones, read_session);
}

Result<> SessionTable::keep(const SeatRecord& seat)
{
    return m_statements->keep.run(seat.session, seat.learner, seat.attendance, seat.assessment);
}

Result<> SessionTable::remove(std::int64_t session, std::int64_t learner)
{
    return m_statements->remove.run(session, learner);
}

Result<std::optional<SeatRecord>> SessionTable::seat(std::int64_t session, std::int64_t learner)
{
    return m_statements->seat.one(read_seat, session, learner);
}

Result<std::vector<SeatRecord>> SessionTable::seats(std::int64_t session)
{
    return gather<SeatRecord>(m_statements->seats, read_seat, session);
}

Result<std::int64_t> SessionTable::times_here(std::int64_t learner, const std::string& programme,
                                              std::int64_t day)
{
    return TRY(m_statements->times.one(only_number, learner, programme, day)).value_or(0);
}

Result<SessionTable::DaysHere> SessionTable::days_here(std::int64_t learner)
{
    const auto read = [](const Row& row) { return DaysHere{row.number(0), row.number(1), row.number(2)}; };
    return TRY(m_statements->days.one(read, learner)).value_or(DaysHere{});
}

Result<ChangeRequestTable> ChangeRequestTable::open(Database& database)
{
    ChangeRequestTable out;
    Preparer prepare(database);
    out.m_statements = std::make_unique<Statements>(Statements{
        prepare("INSERT INTO change_requests(certificate, entry) VALUES (?1, ?2)"
                " ON CONFLICT(certificate) DO UPDATE SET entry = ?2"),
        prepare("SELECT certificate, entry FROM change_requests WHERE certificate = ?"),
        prepare("SELECT certificate, entry FROM change_requests ORDER BY certificate"),
    });
    TRY(prepare.outcome());
    return out;
}

Result<> ChangeRequestTable::keep(const ChangeRequestRecord& record)
{
    return m_statements->keep.run(record.certificate, record.entry);
}

Result<std::optional<ChangeRequestRecord>> ChangeRequestTable::find(std::uint64_t certificate)
{
    return m_statements->find.one(read_request, certificate);
}

Result<std::vector<ChangeRequestRecord>> ChangeRequestTable::all()
{
    return gather<ChangeRequestRecord>(m_statements->all, read_request);
}

} // namespace northseal::ledger
