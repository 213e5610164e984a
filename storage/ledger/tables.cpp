#include "storage/ledger/tables.h"

namespace northseal::ledger {
namespace {

Bytes copied(ByteView bytes)
{
    return {bytes.begin(), bytes.end()};
}

std::int64_t first_number(const Row& row)
{
    return row.number(0);
}

LearnerRecord read_learner(const Row& row)
{
    return {row.number(0), static_cast<std::uint64_t>(row.number(1)), row.number(2), copied(row.bytes(3)),
            copied(row.bytes(4))};
}

AssessmentRecord read_assessment(const Row& row)
{
    AssessmentRecord out;
    out.id = row.number(0);
    out.learner = row.number(1);
    out.programme = row.text(2);
    out.language = row.text(3);
    out.state = static_cast<RecordState>(row.number(4)); // the table's CHECK keeps it to 1, 2 and 3
    out.saved = row.number(5);
    out.issued_entry = static_cast<std::uint64_t>(row.number(6));
    out.sealed = copied(row.bytes(7));
    return out;
}

IssuedRecord read_issued(const Row& row)
{
    IssuedRecord out;
    out.entry = static_cast<std::uint64_t>(row.number(0));
    out.assessment = row.number(1);
    out.learner = row.number(2);
    out.template_id = copied(row.bytes(3));
    out.status_index = static_cast<std::uint32_t>(row.number(4));
    out.issued_at = row.number(5);
    out.printed = row.number(6);
    out.received = row.number(7) != 0;
    return out;
}

DelegationRecord read_delegation(const Row& row)
{
    return {static_cast<std::uint64_t>(row.number(0)), static_cast<std::uint64_t>(row.number(1)),
            copied(row.bytes(2))};
}

template<class Record, class Read, class... Values>
Result<std::vector<Record>> collect(Statement& statement, Read&& read, const Values&... values)
{
    std::vector<Record> out;
    TRY(statement.each(
        [&](const Row& row) -> Result<> {
            out.push_back(read(row));
            return {};
        },
        values...));
    return out;
}

Result<std::int64_t> count_of(Result<std::optional<std::int64_t>> counted)
{
    return TRY(std::move(counted)).value_or(0);
}

} // namespace

Result<LearnerTable> LearnerTable::open(Database& database)
{
    LearnerTable out;
    Preparer prepare(database);
    out.m_statements = std::make_unique<Statements>(Statements{
        prepare("SELECT coalesce(max(id), 0) + 1 FROM learners"),
        prepare("INSERT INTO learners(id, entry, registered, sealed) VALUES (?, ?, ?, ?)"),
        prepare("INSERT INTO learner_keys(learner, wrapped) VALUES (?, ?)"),
        prepare("SELECT id, entry, registered, sealed, wrapped FROM learners"
                " LEFT JOIN learner_keys ON learner = id WHERE id = ?"),
        prepare("SELECT wrapped FROM learner_keys WHERE learner = ?"),
        prepare("SELECT id, entry, registered, sealed, wrapped FROM learners"
                " LEFT JOIN learner_keys ON learner = id ORDER BY id"),
        prepare("UPDATE learners SET sealed = ?2 WHERE id = ?1"),
        prepare("UPDATE learner_keys SET wrapped = ?2 WHERE learner = ?1"),
        prepare("DELETE FROM learner_keys WHERE learner = ?"),
        prepare("UPDATE learners SET sealed = x'' WHERE id = ?"),
        prepare("DELETE FROM assessments WHERE learner = ? AND state < 3"),
        prepare("UPDATE assessments SET sealed = x'' WHERE learner = ?"),
        prepare("DELETE FROM seats WHERE learner = ?"),
        prepare("DELETE FROM evidence WHERE learner = ?"),
    });
    TRY(prepare.outcome());
    return out;
}

Result<std::int64_t> LearnerTable::next_id()
{
    return count_of(m_statements->next_id.one(first_number));
}

Result<> LearnerTable::insert(const LearnerRecord& record)
{
    TRY(m_statements->insert.run(record.id, record.entry, record.registered, record.sealed));
    return m_statements->insert_key.run(record.id, record.wrapped_key);
}

Result<std::optional<LearnerRecord>> LearnerTable::find(std::int64_t id)
{
    return m_statements->find.one(read_learner, id);
}

Result<> LearnerTable::correct(std::int64_t id, ByteView sealed)
{
    return m_statements->correct.run(id, sealed);
}

Result<> LearnerTable::rewrap(std::int64_t id, ByteView wrapped_key)
{
    return m_statements->rewrap.run(id, wrapped_key);
}

Result<> LearnerTable::erase(std::int64_t id)
{
    TRY(m_statements->forget_key.run(id));
    TRY(m_statements->forget_identity.run(id));
    TRY(m_statements->drop_open.run(id));
    TRY(m_statements->forget_issued.run(id));
    TRY(m_statements->leave_sessions.run(id));
    return m_statements->drop_evidence.run(id);
}

Result<std::optional<Bytes>> LearnerTable::wrapped_key(std::int64_t id)
{
    return m_statements->find_key.one([](const Row& row) { return copied(row.bytes(0)); }, id);
}

Result<> LearnerTable::each(const std::function<Result<>(const LearnerRecord&)>& visit)
{
    return m_statements->all.each([&](const Row& row) { return visit(read_learner(row)); });
}

Result<AssessmentTable> AssessmentTable::open(Database& database)
{
    const std::string select = "SELECT id, learner, programme, language, state, saved, issued_entry, sealed"
                               " FROM assessments ";
    AssessmentTable out;
    Preparer prepare(database);
    out.m_statements = std::make_unique<Statements>(Statements{
        prepare("SELECT coalesce((SELECT seq FROM sqlite_sequence WHERE name = 'assessments'), 0) + 1"),
        prepare("INSERT INTO assessments(id, learner, programme, language, state, saved, sealed)"
                " VALUES (?, ?, ?, ?, ?, ?, ?)"),
        prepare("UPDATE assessments SET state = ?2, saved = ?3, sealed = ?4 WHERE id = ?1"),
        prepare("UPDATE assessments SET state = 3, issued_entry = ?2 WHERE id = ?1"),
        prepare(select + "WHERE id = ?"),
        prepare(select + "WHERE state = ?1 AND state < 3 ORDER BY id DESC LIMIT ?2"),
        prepare(select + "WHERE state = 3 ORDER BY id DESC LIMIT ?"),
        prepare("SELECT count(*) FROM assessments WHERE state = ? AND state < 3"),
        prepare("SELECT count(*) FROM assessments WHERE learner = ? AND state = ?"),
        prepare("SELECT id FROM assessments WHERE learner = ? AND state = ? ORDER BY id DESC LIMIT ?"),
        prepare(select + "ORDER BY id"),
    });
    TRY(prepare.outcome());
    return out;
}

Result<std::int64_t> AssessmentTable::next_id()
{
    return count_of(m_statements->next_id.one(first_number));
}

Result<> AssessmentTable::insert(const AssessmentRecord& record)
{
    return m_statements->insert.run(record.id, record.learner, record.programme, record.language,
                                    static_cast<std::int64_t>(record.state), record.saved, record.sealed);
}

Result<> AssessmentTable::update(const AssessmentRecord& record)
{
    return m_statements->update.run(record.id, static_cast<std::int64_t>(record.state), record.saved,
                                    record.sealed);
}

Result<> AssessmentTable::mark_issued(std::int64_t id, std::uint64_t entry)
{
    return m_statements->mark_issued.run(id, entry);
}

Result<std::optional<AssessmentRecord>> AssessmentTable::find(std::int64_t id)
{
    return m_statements->find.one(read_assessment, id);
}

Result<> AssessmentTable::each(const std::function<Result<>(const AssessmentRecord&)>& visit)
{
    return m_statements->all.each([&](const Row& row) { return visit(read_assessment(row)); });
}

Result<std::vector<AssessmentRecord>> AssessmentTable::in_state(RecordState state, std::size_t most)
{
    if (state == RecordState::issued) {
        return collect<AssessmentRecord>(m_statements->issued_state, read_assessment, most);
    }
    return collect<AssessmentRecord>(m_statements->open_state, read_assessment,
                                     static_cast<std::int64_t>(state), most);
}

Result<std::int64_t> AssessmentTable::count(RecordState state)
{
    return count_of(m_statements->count.one(first_number, static_cast<std::int64_t>(state)));
}

Result<std::int64_t> AssessmentTable::count_of_learner(std::int64_t learner, RecordState state)
{
    return count_of(m_statements->count_learner.one(first_number, learner, static_cast<std::int64_t>(state)));
}

Result<std::vector<std::int64_t>> AssessmentTable::of_learner(std::int64_t learner, RecordState state,
                                                              std::size_t most)
{
    return collect<std::int64_t>(m_statements->of_learner, first_number, learner,
                                 static_cast<std::int64_t>(state), most);
}

Result<IssuedTable> IssuedTable::open(Database& database)
{
    const std::string select =
        "SELECT entry, assessment, learner, template, status_index, issued_at, printed,"
        " received FROM issued ";
    IssuedTable out;
    Preparer prepare(database);
    out.m_statements = std::make_unique<Statements>(Statements{
        prepare("INSERT INTO issued(entry, assessment, learner, template, status_index,"
                " issued_at, printed, received) VALUES (?, ?, ?, ?, ?, ?, 0, 0)"),
        prepare("UPDATE issued SET printed = printed + 1 WHERE entry = ?"),
        prepare(select + "WHERE entry = ?"),
        prepare(select + "WHERE status_index = ?"),
        prepare(select + "ORDER BY entry DESC LIMIT ? OFFSET ?"),
        // Times never fall along the log, so the walk from its end stops at the first that is too early.
        prepare("SELECT count(*) FROM issued WHERE entry > coalesce("
                "(SELECT entry FROM issued WHERE issued_at < ? ORDER BY entry DESC LIMIT 1), 0)"),
        prepare("SELECT count(*) FROM issued"),
    });
    TRY(prepare.outcome());
    return out;
}

Result<> IssuedTable::insert(const IssuedRecord& record)
{
    return m_statements->insert.run(record.entry, record.assessment, record.learner, record.template_id,
                                    record.status_index, record.issued_at);
}

Result<> IssuedTable::count_print(std::uint64_t entry)
{
    return m_statements->print.run(entry);
}

Result<std::optional<IssuedRecord>> IssuedTable::find(std::uint64_t entry)
{
    return m_statements->find.one(read_issued, entry);
}

Result<std::optional<IssuedRecord>> IssuedTable::with_index(std::uint32_t status_index)
{
    return m_statements->with_index.one(read_issued, status_index);
}

Result<std::vector<IssuedRecord>> IssuedTable::rows(std::size_t most, std::size_t skip)
{
    return collect<IssuedRecord>(m_statements->rows, read_issued, most, skip);
}

Result<std::int64_t> IssuedTable::count_since(Instant first)
{
    return count_of(m_statements->times.one(first_number, first));
}

Result<std::int64_t> IssuedTable::count()
{
    return count_of(m_statements->count.one(first_number));
}

Result<DelegationTable> DelegationTable::open(Database& database)
{
    DelegationTable out;
    Preparer prepare(database);
    out.m_statements = std::make_unique<Statements>(Statements{
        prepare("INSERT INTO delegations(number, entry, facts) VALUES (?, ?, ?)"),
        prepare("INSERT INTO allocation(delegation, position, status_index) VALUES (?, ?, ?)"),
        prepare("SELECT number, entry, facts FROM delegations ORDER BY entry"),
        prepare("SELECT status_index FROM allocation WHERE delegation = ? AND position = ?"),
        prepare("SELECT delegation FROM allocation WHERE status_index = ?1 AND delegation = ?2"),
        prepare("INSERT INTO renewals(entry, delegation, number, until, count) VALUES (?, ?, ?, ?, ?)"),
        prepare("SELECT entry, delegation, number, until, count FROM renewals ORDER BY entry"),
    });
    TRY(prepare.outcome());
    return out;
}

Result<> DelegationTable::insert(const DelegationRecord& record,
                                 const std::vector<std::uint32_t>& status_indexes)
{
    TRY(m_statements->insert.run(record.number, record.entry, record.facts));
    std::int64_t position = 0;
    for (const auto index : status_indexes) {
        TRY(m_statements->insert_index.run(record.number, position++, index));
    }
    return {};
}

Result<std::vector<DelegationRecord>> DelegationTable::all()
{
    return collect<DelegationRecord>(m_statements->all, read_delegation);
}

Result<std::optional<std::uint32_t>> DelegationTable::index_at(std::uint64_t number, std::uint32_t position)
{
    return m_statements->index_at.one(
        [](const Row& row) { return static_cast<std::uint32_t>(row.number(0)); }, number, position);
}

Result<bool> DelegationTable::gave(std::uint64_t number, std::uint32_t status_index)
{
    return TRY(m_statements->gave.one(first_number, status_index, number)).has_value();
}

Result<> DelegationTable::renew(const RenewalRecord& record)
{
    return m_statements->renew.run(record.entry, record.delegation, record.number, record.until,
                                   record.count);
}

Result<std::vector<RenewalRecord>> DelegationTable::renewals()
{
    const auto read = [](const Row& row) {
        return RenewalRecord{static_cast<std::uint64_t>(row.number(0)),
                             static_cast<std::uint64_t>(row.number(1)),
                             static_cast<std::uint64_t>(row.number(2)), row.number(3),
                             static_cast<std::uint32_t>(row.number(4))};
    };
    return collect<RenewalRecord>(m_statements->renewals, read);
}

} // namespace northseal::ledger
