#pragma once
// SQLite in three types: a database, a statement prepared once, a transaction that cannot be left open. What
// SQLite answers becomes a Result; sqlite3.h stays in the .cpp.

#include <cstdint>
#include <functional>
#include <memory>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "storage/base/bytes.h"

struct sqlite3;
struct sqlite3_stmt;

namespace northseal::ledger {

// One row, valid only inside the function that reads it.
class Row {
public:
    explicit Row(sqlite3_stmt* statement) : m_statement(statement) {}
    std::int64_t number(int column) const; // 0 for null
    ByteView bytes(int column) const;
    std::string text(int column) const;
    bool is_null(int column) const;

private:
    sqlite3_stmt* m_statement;
};

class Statement {
public:
    Statement() = default; // stands for one that could not be prepared, and is never run
    // Binds the values in order and runs to the end.
    template<class... Values>
    Result<> run(const Values&... values)
    {
        TRY(bind_all(values...));
        return finish();
    }
    // The first row, as `read(row)` gives it, or nothing.
    template<class Read, class... Values>
    auto one(Read&& read, const Values&... values)
        -> Result<std::optional<decltype(read(std::declval<Row>()))>>
    {
        TRY(bind_all(values...));
        const Rewind rewind{*this};
        if (!TRY(step())) return std::optional<decltype(read(std::declval<Row>()))>();
        return std::optional(read(Row(m_statement.get())));
    }
    // `read(row)` for each row; an error from it ends the reading.
    template<class Read, class... Values>
    Result<> each(Read&& read, const Values&... values)
    {
        TRY(bind_all(values...));
        const Rewind rewind{*this};
        while (TRY(step())) TRY(read(Row(m_statement.get())));
        return {};
    }

private:
    friend class Database;
    struct Close {
        void operator()(sqlite3_stmt*) const;
    };
    struct Rewind {
        Statement& statement;
        ~Rewind() { statement.rewind(); }
    };
    explicit Statement(sqlite3_stmt* statement) : m_statement(statement) {}

    template<class... Values>
    Result<> bind_all(const Values&... values)
    {
        rewind();
        int column = 0;
        Result<> outcome;
        ((outcome.ok() ? void(outcome = bind(++column, values)) : void()), ...);
        return outcome;
    }
    // Bound without a copy: the value must live until the statement has run, as arguments of one call do.
    Result<> bind(int column, std::int64_t value);
    Result<> bind(int column, std::uint64_t value) { return bind(column, static_cast<std::int64_t>(value)); }
    Result<> bind(int column, std::uint32_t value) { return bind(column, std::int64_t{value}); }
    Result<> bind(int column, int value) { return bind(column, std::int64_t{value}); }
    Result<> bind(int column, ByteView value);
    Result<> bind(int column, const Bytes& value) { return bind(column, ByteView(value)); }
    Result<> bind(int column, const Digest& value) { return bind(column, ByteView(value)); }
    Result<> bind(int column, std::string_view value);
    Result<> bind(int column, const std::string& value) { return bind(column, std::string_view(value)); }
    Result<bool> step();
    Result<> finish();
    void rewind();

    std::unique_ptr<sqlite3_stmt, Close> m_statement;
};

class Database {
public:
    // Opens or makes it: WAL, synchronous=FULL, and the other settings that README lists.
    static Result<Database> open(const std::string& path, const char* vfs);

    // An existing one, of which nothing is changed: a copy on another medium, perhaps one that cannot be
    // written.
    static Result<Database> open_to_read(const std::string& path, const char* vfs);

    Result<Statement> prepare(std::string_view sql) const;
    Result<> run_script(const std::string& sql) const;

    // Writes zeros into the WAL's file until it has `bytes`, and syncs them. A commit then overwrites what
    // the file holds already, and its sync need not write the file's new length too: half the time of a
    // commit. For a moment when nobody waits. No error where the disk has no room for it.
    Result<> make_wal_room(std::int64_t bytes) const;
    // The same bytes once more, and synced. After a sync that failed, Linux shows what it no longer means to
    // write: a frame that a new start reads, and builds on, may not be on the disk. Written anew, it is.
    Result<> rewrite_wal() const;

    // Zeros over all that the WAL's file holds, synced: only after a checkpoint that left nothing in it to
    // read.
    Result<> overwrite_wal() const;

    // Copies the whole database into a file that is empty or not there, by SQLite's backup API: on return it
    // is on that disk. `between` is called after every `pages_a_step` pages, so that a screen can go on
    // living.
    Result<> copy_to(const std::string& path, const char* vfs,
                     const std::function<void()>& between = nullptr) const;

    // BEGIN IMMEDIATE … COMMIT. Rolls back when `work` fails, when COMMIT fails, and when an exception
    // passes.
    template<class Work>
    auto transaction(Work&& work) -> decltype(work())
    {
        Transaction open{*this};
        TRY(open.begin());
        auto outcome = work();
        if (!outcome.ok()) return outcome;
        TRY(open.commit());
        return outcome;
    }

private:
    struct Close {
        void operator()(sqlite3*) const;
    };
    struct Transaction {
        Database& database;
        bool is_open{false};
        Result<> begin();
        Result<> commit();
        ~Transaction();
    };
    static constexpr std::int64_t to_its_end = -1;
    Result<> write_zeros(std::int64_t from, std::int64_t to) const; // in the WAL's file
    explicit Database(sqlite3* handle) : m_handle(handle) {}
    std::unique_ptr<sqlite3, Close> m_handle;
    Statement m_begin;
    Statement m_commit;
};

// Prepares a list of statements and keeps the first error, so that no early return leaves a list half built.
class Preparer {
public:
    explicit Preparer(const Database& database) : m_database(database) {}
    Statement operator()(std::string_view sql);
    Result<> outcome() const { return m_outcome; }

private:
    const Database& m_database;
    Result<> m_outcome;
};

} // namespace northseal::ledger
