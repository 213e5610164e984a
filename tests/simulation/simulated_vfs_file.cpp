#include "tests/simulation/simulated_vfs_file.h"

namespace northseal::simulation {
namespace {

using Shared = SimulatedVfs::Shared;

Connection& of(sqlite3_file* file)
{
    return *reinterpret_cast<OpenFile*>(file)->connection;
}

int close_file(sqlite3_file* file)
{
    auto& connection = of(file);
    if (connection.removed_on_close) static_cast<void>(connection.vfs->disk().unlink(connection.path));
    connection.vfs->leave(connection.file.get());
    delete &connection;
    return SQLITE_OK;
}

int read_file(sqlite3_file* file, void* out, int count, sqlite3_int64 offset)
{
    auto& self = of(file);
    const auto read = [&] {
        return self.vfs->disk().read_at(self.path, *self.file, static_cast<std::uint64_t>(offset),
                                        {static_cast<std::uint8_t*>(out), static_cast<std::size_t>(count)});
    };
    auto answer = read();
    // SQLite's own VFS reads on until the file ends, and SQLite takes whatever is missing then for zeros.
    const bool is_past_end =
        static_cast<std::uint64_t>(offset) + static_cast<std::uint64_t>(count) > self.file->live().size();
    if (answer == DiskAnswer::short_read && !is_past_end) answer = read();
    if (answer == DiskAnswer::short_read) return SQLITE_IOERR_SHORT_READ;
    return answer == DiskAnswer::done ? SQLITE_OK : SQLITE_IOERR_READ;
}

int write_file(sqlite3_file* file, const void* bytes, int count, sqlite3_int64 offset)
{
    auto& self = of(file);
    const auto answer =
        self.vfs->disk().write_at(self.path, *self.file, static_cast<std::uint64_t>(offset),
                                  {static_cast<const std::uint8_t*>(bytes), static_cast<std::size_t>(count)});
    if (answer == DiskAnswer::full) return SQLITE_FULL;
    return answer == DiskAnswer::done ? SQLITE_OK : SQLITE_IOERR_WRITE;
}

int truncate_file(sqlite3_file* file, sqlite3_int64 size)
{
    auto& self = of(file);
    const auto answer = self.vfs->disk().truncate(self.path, *self.file, static_cast<std::uint64_t>(size));
    return answer == DiskAnswer::done ? SQLITE_OK : SQLITE_IOERR_TRUNCATE;
}

int sync_file(sqlite3_file* file, int)
{
    auto& self = of(file);
    auto& disk = self.vfs->disk();
    if (disk.sync(self.path, *self.file) != DiskAnswer::done) return SQLITE_IOERR_FSYNC;
    // As SQLite's own: the first sync of a journal that was just made settles its name as well.
    if (!self.name_unsynced) return SQLITE_OK;
    if (disk.sync_folder(folder_of(self.path)) != DiskAnswer::done) return SQLITE_IOERR_DIR_FSYNC;
    self.name_unsynced = false;
    return SQLITE_OK;
}

int size_of_file(sqlite3_file* file, sqlite3_int64* size)
{
    auto& self = of(file);
    if (!self.vfs->disk().has_power()) return SQLITE_IOERR_FSTAT;
    *size = static_cast<sqlite3_int64>(self.file->live().size());
    return SQLITE_OK;
}

int lock_file(sqlite3_file* file, int wanted)
{
    auto& self = of(file);
    auto& shared = *self.shared;
    const auto taken = [&](const void* holder) { return holder != nullptr && holder != &self; };
    if (wanted <= self.lock) return SQLITE_OK;
    if (taken(shared.exclusive)) return SQLITE_BUSY;
    if (self.lock == SQLITE_LOCK_NONE) {
        if (taken(shared.pending)) return SQLITE_BUSY;
        ++shared.readers;
        self.lock = SQLITE_LOCK_SHARED;
    }
    if (wanted == SQLITE_LOCK_SHARED) return SQLITE_OK;
    if (taken(shared.reserved)) return SQLITE_BUSY;
    shared.reserved = &self;
    if (wanted == SQLITE_LOCK_EXCLUSIVE) {
        shared.pending = &self;
        if (shared.readers > 1) {
            self.lock = SQLITE_LOCK_PENDING;
            return SQLITE_BUSY;
        }
        shared.exclusive = &self;
    }
    self.lock = wanted;
    return SQLITE_OK;
}

int unlock_file(sqlite3_file* file, int wanted)
{
    auto& self = of(file);
    auto& shared = *self.shared;
    if (self.lock <= wanted) return SQLITE_OK;
    for (const void** holder : {&shared.reserved, &shared.pending, &shared.exclusive}) {
        if (*holder == &self) *holder = nullptr;
    }
    if (wanted == SQLITE_LOCK_NONE) --shared.readers;
    self.lock = wanted;
    return SQLITE_OK;
}

int is_reserved(sqlite3_file* file, int* answer)
{
    *answer = of(file).shared->reserved != nullptr ? 1 : 0;
    return SQLITE_OK;
}

int control_file(sqlite3_file*, int, void*)
{
    return SQLITE_NOTFOUND;
}

// The unit of what a write may leave half done. SQLite asks for it where it keeps a rollback journal.
int sector_of_file(sqlite3_file*)
{
    return static_cast<int>(sector_bytes);
}

// What SQLite's own VFS says on Linux, and all it says: a write never changes bytes beside its own. This disk
// keeps that and promises nothing more, neither order nor whole pages; so what holds here holds for what is
// shipped, with the same frames in the WAL.
int traits_of_file(sqlite3_file*)
{
    return SQLITE_IOCAP_POWERSAFE_OVERWRITE;
}

int map_shared(sqlite3_file* file, int region, int size, int extend, void volatile** out)
{
    auto& regions = of(file).shared->regions;
    const auto wanted = static_cast<std::size_t>(region);
    *out = nullptr;
    if (regions.size() <= wanted && extend == 0) return SQLITE_OK;
    while (regions.size() <= wanted) {
        regions.push_back(std::make_unique<unsigned char[]>(static_cast<std::size_t>(size)));
    }
    *out = regions[wanted].get();
    return SQLITE_OK;
}

void give_back(Connection& self, int at)
{
    const auto bit = 1U << static_cast<unsigned>(at);
    if ((self.shm_shared & bit) != 0) --self.shared->shared_locks[at];
    if ((self.shm_exclusive & bit) != 0) self.shared->exclusive_locks[at] = nullptr;
    self.shm_shared &= ~bit;
    self.shm_exclusive &= ~bit;
}

int lock_shared(sqlite3_file* file, int offset, int count, int flags)
{
    auto& self = of(file);
    auto& shared = *self.shared;
    const bool exclusive = (flags & SQLITE_SHM_EXCLUSIVE) != 0;
    if ((flags & SQLITE_SHM_UNLOCK) != 0) {
        for (int at = offset; at < offset + count; ++at) give_back(self, at);
        return SQLITE_OK;
    }
    for (int at = offset; at < offset + count; ++at) {
        const auto bit = 1U << static_cast<unsigned>(at);
        const bool own_shared = (self.shm_shared & bit) != 0;
        const auto* holder = shared.exclusive_locks[at];
        if (holder != nullptr && holder != &self) return SQLITE_BUSY;
        if (exclusive && shared.shared_locks[at] > (own_shared ? 1 : 0)) return SQLITE_BUSY;
    }
    for (int at = offset; at < offset + count; ++at) {
        const auto bit = 1U << static_cast<unsigned>(at);
        if (exclusive) {
            shared.exclusive_locks[at] = &self;
            self.shm_exclusive |= bit;
        } else if ((self.shm_shared & bit) == 0) {
            ++shared.shared_locks[at];
            self.shm_shared |= bit;
        }
    }
    return SQLITE_OK;
}

void barrier(sqlite3_file*)
{}

int unmap_shared(sqlite3_file* file, int remove)
{
    auto& self = of(file);
    for (int at = 0; at < Shared::lock_count; ++at) give_back(self, at);
    if (remove != 0) self.shared->regions.clear();
    return SQLITE_OK;
}

} // namespace

const sqlite3_io_methods* simulated_file_methods()
{
    static constexpr sqlite3_io_methods table{
        2,           close_file,  read_file,    write_file,   truncate_file,  sync_file,      size_of_file,
        lock_file,   unlock_file, is_reserved,  control_file, sector_of_file, traits_of_file, map_shared,
        lock_shared, barrier,     unmap_shared, nullptr,      nullptr};
    return &table;
}

} // namespace northseal::simulation
