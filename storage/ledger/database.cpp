#include "storage/ledger/database.h"

#include <sqlite3.h>

#include <algorithm>

// The power-cut test builds this file once with NORMAL, and must then see certificates that were shown as
// issued go missing: a test that cannot tell the two apart proves nothing.
#ifndef NORTHSEAL_LEDGER_SYNCHRONOUS
#define NORTHSEAL_LEDGER_SYNCHRONOUS "FULL"
#endif

namespace northseal::ledger {
namespace {

Error error_of(sqlite3* handle, int code)
{
    const std::string detail = std::string("the ledger: ") + sqlite3_errmsg(handle);
    switch (code & 0xff) {
    case SQLITE_FULL:
        return {Fault::full, detail};
    case SQLITE_TOOBIG:
        return {Fault::full, detail};
    case SQLITE_CORRUPT:
        return {Fault::corrupt, detail};
    case SQLITE_NOTADB:
        return {Fault::corrupt, detail};
    // Every rule of the tables is one that our own code keeps: a row that breaks one was not written by it.
    case SQLITE_CONSTRAINT:
        return {Fault::corrupt, detail};
    case SQLITE_MISMATCH:
        return {Fault::corrupt, detail};
    default:
        return {Fault::io, detail};
    }
}

Error error_of(sqlite3_stmt* statement, int code)
{
    return error_of(sqlite3_db_handle(statement), code);
}

// FULL: a community's power fails daily, and a certificate that was shown as issued must be there afterwards.
// No automatic checkpoint below 4096 pages: folding the WAL back costs two more syncs, which belong to a
// quiet moment (Ledger::rest) and not between a facilitator's tap and the answer.
constexpr const char* settings = "PRAGMA journal_mode=WAL;"
                                 "PRAGMA synchronous=" NORTHSEAL_LEDGER_SYNCHRONOUS ";"
                                 "PRAGMA foreign_keys=ON;"
                                 "PRAGMA trusted_schema=OFF;"
                                 "PRAGMA secure_delete=ON;"
                                 "PRAGMA journal_size_limit=4194304;"
                                 "PRAGMA wal_autocheckpoint=4096;"
                                 "PRAGMA temp_store=MEMORY;"
                                 "PRAGMA cache_size=-16384;";

constexpr int pages_a_step = 256;

std::string escaped_for_uri(const std::string& path)
{
    std::string out;
    for (const char c : path) {
        if (c == '%' || c == '?' || c == '#')
            out += c == '%' ? "%25" : c == '?' ? "%3f" : "%23";
        else
            out += c;
    }
    return out;
}

} // namespace

std::int64_t Row::number(int column) const
{
    return sqlite3_column_int64(m_statement, column);
}

ByteView Row::bytes(int column) const
{
    const auto* data = static_cast<const std::uint8_t*>(sqlite3_column_blob(m_statement, column));
    return {data, static_cast<std::size_t>(sqlite3_column_bytes(m_statement, column))};
}

std::string Row::text(int column) const
{
    return std::string(text_of(bytes(column)));
}

bool Row::is_null(int column) const
{
    return sqlite3_column_type(m_statement, column) == SQLITE_NULL;
}

void Statement::Close::operator()(sqlite3_stmt* statement) const
{
    sqlite3_finalize(statement);
}

Result<> Statement::bind(int column, std::int64_t value)
{
    const int code = sqlite3_bind_int64(m_statement.get(), column, value);
    if (code != SQLITE_OK) return error_of(m_statement.get(), code);
    return {};
}

Result<> Statement::bind(int column, ByteView value)
{
    // A null pointer would bind NULL; an empty blob is a value.
    const void* data = value.empty() ? static_cast<const void*>("") : value.data();
    const int code = sqlite3_bind_blob64(m_statement.get(), column, data, value.size(), SQLITE_STATIC);
    if (code != SQLITE_OK) return error_of(m_statement.get(), code);
    return {};
}

Result<> Statement::bind(int column, std::string_view value)
{
    const char* data = value.empty() ? "" : value.data();
    const int code =
        sqlite3_bind_text64(m_statement.get(), column, data, value.size(), SQLITE_STATIC, SQLITE_UTF8);
    if (code != SQLITE_OK) return error_of(m_statement.get(), code);
    return {};
}

Result<bool> Statement::step()
{
    const int code = sqlite3_step(m_statement.get());
    if (code == SQLITE_ROW) return true;
    if (code == SQLITE_DONE) return false;
    return error_of(m_statement.get(), code);
}

Result<> Statement::finish()
{
    const Rewind rewinding{*this};
    while (TRY(step())) {
    }
    return {};
}

void Statement::rewind()
{
    sqlite3_reset(m_statement.get());
    sqlite3_clear_bindings(m_statement.get());
}

void Database::Close::operator()(sqlite3* handle) const
{
    sqlite3_close_v2(handle);
}

Result<Database> Database::open(const std::string& path, const char* vfs)
{
    sqlite3* raw = nullptr;
    const int flags = SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX;
    const int code = sqlite3_open_v2(path.c_str(), &raw, flags, vfs);
    Database database(raw);
    if (code != SQLITE_OK) {
        return raw == nullptr ? Error{Fault::io, "the ledger cannot be opened"} : error_of(raw, code);
    }
    sqlite3_extended_result_codes(raw, 1);
    sqlite3_busy_timeout(raw, 5000);
    sqlite3_db_config(raw, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    TRY(database.run_script(settings));
    database.m_begin = TRY(database.prepare("BEGIN IMMEDIATE"));
    database.m_commit = TRY(database.prepare("COMMIT"));
    return database;
}

Result<Database> Database::open_to_read(const std::string& path, const char* vfs)
{
    sqlite3* raw = nullptr;
    // Immutable: nobody writes to it meanwhile, so no lock and no shared memory is looked for beside it.
    const std::string uri = "file:" + escaped_for_uri(path) + "?immutable=1";
    const int code = sqlite3_open_v2(uri.c_str(), &raw, SQLITE_OPEN_READONLY | SQLITE_OPEN_URI, vfs);
    Database database(raw);
    if (code != SQLITE_OK) {
        return raw == nullptr ? Error{Fault::io, "the copy cannot be opened"} : error_of(raw, code);
    }
    sqlite3_extended_result_codes(raw, 1);
    sqlite3_db_config(raw, SQLITE_DBCONFIG_DEFENSIVE, 1, nullptr);
    TRY(database.run_script("PRAGMA trusted_schema=OFF;PRAGMA cell_size_check=ON;"));
    return database;
}

Result<Statement> Database::prepare(std::string_view sql) const
{
    sqlite3_stmt* statement = nullptr;
    const int code = sqlite3_prepare_v3(m_handle.get(), sql.data(), static_cast<int>(sql.size()),
                                        SQLITE_PREPARE_PERSISTENT, &statement, nullptr);
    if (code != SQLITE_OK) return error_of(m_handle.get(), code);
    return Statement(statement);
}

Statement Preparer::operator()(std::string_view sql)
{
    auto statement = m_database.prepare(sql);
    if (statement.ok()) return std::move(statement).value();
    if (m_outcome.ok()) m_outcome = std::move(statement).error();
    return {};
}

Result<> Database::run_script(const std::string& sql) const
{
    const int code = sqlite3_exec(m_handle.get(), sql.c_str(), nullptr, nullptr, nullptr);
    if (code != SQLITE_OK) return error_of(m_handle.get(), code);
    return {};
}

namespace {

// The WAL's file as its connection holds it open; null where there is none yet.
sqlite3_file* wal_of(sqlite3* handle)
{
    sqlite3_file* wal = nullptr;
    sqlite3_file_control(handle, "main", SQLITE_FCNTL_JOURNAL_POINTER, static_cast<void*>(&wal));
    return wal == nullptr || wal->pMethods == nullptr ? nullptr : wal;
}

} // namespace

Result<> Database::write_zeros(std::int64_t from, std::int64_t to) const
{
    // The file is asked for by its connection and written through its VFS, so that this holds on any disk.
    // What stands past the last frame is no frame: SQLite reads up to the first whose checksum does not fit.
    sqlite3_file* wal = wal_of(m_handle.get());
    if (wal == nullptr) return Error{Fault::io, "the ledger has no WAL yet"};
    sqlite3_int64 size = 0;
    int code = wal->pMethods->xFileSize(wal, &size);
    sqlite3_int64 at = from < 0 ? size : from;
    const sqlite3_int64 end = to < 0 ? size : to;
    if (code == SQLITE_OK && at >= end) return {};
    const Bytes zeros(std::size_t{1} << 16);
    while (code == SQLITE_OK && at < end) {
        const auto part = std::min<sqlite3_int64>(end - at, static_cast<sqlite3_int64>(zeros.size()));
        code = wal->pMethods->xWrite(wal, zeros.data(), static_cast<int>(part), at);
        at += part;
    }
    if (code == SQLITE_OK) code = wal->pMethods->xSync(wal, SQLITE_SYNC_FULL);
    if (code == SQLITE_OK || (code & 0xff) == SQLITE_FULL) return {};
    return Error{Fault::io, std::string("the ledger's WAL cannot be written: ") + sqlite3_errstr(code)};
}

Result<> Database::rewrite_wal() const
{
    sqlite3_file* wal = wal_of(m_handle.get());
    if (wal == nullptr) return {};
    sqlite3_int64 size = 0;
    int code = wal->pMethods->xFileSize(wal, &size);
    Bytes piece(std::size_t{1} << 16);
    for (sqlite3_int64 at = 0; code == SQLITE_OK && at < size;) {
        const auto part = static_cast<int>(std::min(size - at, static_cast<sqlite3_int64>(piece.size())));
        code = wal->pMethods->xRead(wal, piece.data(), part, at);
        if (code == SQLITE_OK) code = wal->pMethods->xWrite(wal, piece.data(), part, at);
        at += part;
    }
    if (code == SQLITE_OK && size > 0) code = wal->pMethods->xSync(wal, SQLITE_SYNC_FULL);
    if (code == SQLITE_OK) return {};
    return Error{Fault::io, std::string("the ledger's WAL cannot be written: ") + sqlite3_errstr(code)};
}

Result<> Database::make_wal_room(std::int64_t bytes) const
{
    return write_zeros(to_its_end, bytes);
}

Result<> Database::overwrite_wal() const
{
    return write_zeros(0, to_its_end);
}

Result<> Database::copy_to(const std::string& path, const char* vfs,
                           const std::function<void()>& between) const
{
    sqlite3* raw = nullptr;
    const int opened = sqlite3_open_v2(path.c_str(), &raw, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE, vfs);
    const Database copy(raw);
    if (opened != SQLITE_OK) return Error{Fault::io, "the copy " + path + " cannot be opened"};
    // Half a copy is no copy: nothing needs to bring it back, so it needs no journal. Its last step syncs it.
    TRY(copy.run_script("PRAGMA journal_mode=OFF;PRAGMA synchronous=FULL;"));
    const auto finish = [](sqlite3_backup* backup) { sqlite3_backup_finish(backup); };
    std::unique_ptr<sqlite3_backup, decltype(finish)> backup(
        sqlite3_backup_init(raw, "main", m_handle.get(), "main"), finish);
    if (!backup) return error_of(raw, sqlite3_errcode(raw));
    int code = SQLITE_OK;
    while (code == SQLITE_OK) {
        code = sqlite3_backup_step(backup.get(), pages_a_step);
        if (between) between();
    }
    const int finished = sqlite3_backup_finish(backup.release());
    if (code != SQLITE_DONE) return error_of(raw, code);
    if (finished != SQLITE_OK) return error_of(raw, finished);
    return {};
}

Result<> Database::Transaction::begin()
{
    TRY(database.m_begin.run());
    is_open = true;
    return {};
}

Result<> Database::Transaction::commit()
{
    TRY(database.m_commit.run());
    is_open = false;
    return {};
}

Database::Transaction::~Transaction()
{
    // SQLite rolls back by itself after some errors; asking again then does nothing.
    if (is_open) sqlite3_exec(database.m_handle.get(), "ROLLBACK", nullptr, nullptr, nullptr);
}

} // namespace northseal::ledger
