#include "storage/ledger/form_table.h"

namespace northseal::ledger {
namespace {

FormRecord read_form(const Row& row)
{
    FormRecord out;
    out.id = row.number(0);
    out.saved = row.number(1);
    const auto sealed = row.bytes(2);
    out.sealed.assign(sealed.begin(), sealed.end());
    return out;
}

std::int64_t form_number(const Row& row)
{
    return row.number(0);
}

} // namespace

Result<FormTable> FormTable::open(Database& database)
{
    FormTable out;
    Preparer prepare(database);
    out.m_statements = std::make_unique<Statements>(Statements{
        prepare("SELECT coalesce((SELECT seq FROM sqlite_sequence WHERE name = 'forms'), 0) + 1"),
        prepare("INSERT INTO forms(id, saved, sealed) VALUES (?1, ?2, ?3)"
                " ON CONFLICT(id) DO UPDATE SET saved = ?2, sealed = ?3"),
        prepare("DELETE FROM forms WHERE id = ?"),
        prepare("SELECT count(*) FROM forms WHERE id = ?"),
        prepare("SELECT id, saved, sealed FROM forms ORDER BY saved DESC, id DESC LIMIT ?"),
        prepare("DELETE FROM forms WHERE saved < ?"),
    });
    TRY(prepare.outcome());
    return out;
}

Result<std::int64_t> FormTable::next_id()
{
    return TRY(m_statements->next_id.one(form_number)).value_or(1);
}

Result<> FormTable::keep(const FormRecord& record)
{
    return m_statements->keep.run(record.id, record.saved, record.sealed);
}

Result<> FormTable::remove(std::int64_t id)
{
    return m_statements->remove.run(id);
}

Result<bool> FormTable::has(std::int64_t id)
{
    return TRY(m_statements->has.one(form_number, id)).value_or(0) > 0;
}

Result<std::vector<FormRecord>> FormTable::rows(std::size_t most)
{
    std::vector<FormRecord> out;
    const auto keep = [&](const Row& row) -> Result<> {
        out.push_back(read_form(row));
        return {};
    };
    TRY(m_statements->rows.each(keep, static_cast<std::int64_t>(most)));
    return out;
}

Result<> FormTable::remove_before(Instant saved)
{
    return m_statements->remove_before.run(saved);
}

} // namespace northseal::ledger
