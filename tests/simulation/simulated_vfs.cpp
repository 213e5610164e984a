#include "tests/simulation/simulated_vfs.h"

#include <cstdint>
#include <cstdio>
#include <cstring>

#include "tests/simulation/simulated_vfs_file.h"

namespace northseal::simulation {
namespace {

SimulatedVfs& of(sqlite3_vfs* vfs)
{
    return *static_cast<SimulatedVfs*>(vfs->pAppData);
}

int open_file(sqlite3_vfs* vfs, const char* name, sqlite3_file* file, int flags, int* flags_out)
{
    file->pMethods = nullptr;
    if (name == nullptr) return SQLITE_CANTOPEN; // temporary tables stay in memory here
    auto& self = of(vfs);
    const bool stood = self.disk().exists(name);
    DiskAnswer answer{};
    auto handle = self.disk().open(name, (flags & SQLITE_OPEN_CREATE) != 0, answer);
    if (handle == nullptr) return SQLITE_CANTOPEN;
    auto* connection = new Connection;
    connection->vfs = &self;
    connection->path = name;
    connection->file = std::move(handle);
    connection->shared = &self.join(connection->file.get());
    connection->name_unsynced =
        !stood && (flags & (SQLITE_OPEN_WAL | SQLITE_OPEN_MAIN_JOURNAL | SQLITE_OPEN_SUPER_JOURNAL)) != 0;
    connection->removed_on_close = (flags & SQLITE_OPEN_DELETEONCLOSE) != 0;
    reinterpret_cast<OpenFile*>(file)->connection = connection;
    file->pMethods = simulated_file_methods();
    if (flags_out != nullptr) *flags_out = flags;
    return SQLITE_OK;
}

int remove_file(sqlite3_vfs* vfs, const char* name, int with_folder)
{
    auto& disk = of(vfs).disk();
    const auto answer = disk.unlink(name);
    if (answer == DiskAnswer::missing) return SQLITE_IOERR_DELETE_NOENT;
    if (answer != DiskAnswer::done) return SQLITE_IOERR_DELETE;
    if (with_folder != 0 && disk.sync_folder(folder_of(name)) != DiskAnswer::done)
        return SQLITE_IOERR_DIR_FSYNC;
    return SQLITE_OK;
}

int is_there(sqlite3_vfs* vfs, const char* name, int, int* answer)
{
    auto& disk = of(vfs).disk();
    if (!disk.has_power()) return SQLITE_IOERR_ACCESS;
    *answer = disk.exists(name) ? 1 : 0;
    return SQLITE_OK;
}

int full_name(sqlite3_vfs*, const char* name, int room, char* out)
{
    return std::snprintf(out, static_cast<std::size_t>(room), "%s", name) < room ? SQLITE_OK
                                                                                 : SQLITE_CANTOPEN;
}

int no_randomness(sqlite3_vfs*, int count, char* out)
{
    std::memset(out, 0, static_cast<std::size_t>(count));
    return count;
}

int no_sleep(sqlite3_vfs*, int microseconds)
{
    return microseconds;
}

// Nothing that is kept asks SQLite for the time; a fixed one keeps runs equal.
int fixed_time(sqlite3_vfs*, sqlite3_int64* out)
{
    *out = 212'600'000'000'000;
    return SQLITE_OK;
}

int fixed_day(sqlite3_vfs*, double* out)
{
    *out = 2'460'648.0;
    return SQLITE_OK;
}

int no_error(sqlite3_vfs*, int, char*)
{
    return 0;
}

} // namespace

SimulatedVfs::SimulatedVfs(SimulatedDisk& disk) : m_disk(disk), m_vfs(std::make_unique<sqlite3_vfs>())
{
    char name[48];
    std::snprintf(name, sizeof name, "northseal-simulated-%p", static_cast<const void*>(this));
    m_name = name;
    *m_vfs = {};
    m_vfs->iVersion = 2;
    m_vfs->szOsFile = sizeof(OpenFile);
    m_vfs->mxPathname = 512;
    m_vfs->zName = m_name.c_str();
    m_vfs->pAppData = this;
    m_vfs->xOpen = open_file;
    m_vfs->xDelete = remove_file;
    m_vfs->xAccess = is_there;
    m_vfs->xFullPathname = full_name;
    m_vfs->xRandomness = no_randomness;
    m_vfs->xSleep = no_sleep;
    m_vfs->xCurrentTime = fixed_day;
    m_vfs->xCurrentTimeInt64 = fixed_time;
    m_vfs->xGetLastError = no_error;
    sqlite3_vfs_register(m_vfs.get(), 0);
}

SimulatedVfs::~SimulatedVfs()
{
    sqlite3_vfs_unregister(m_vfs.get());
}

SimulatedVfs::Shared& SimulatedVfs::join(const SimulatedFile* file)
{
    auto& shared = m_shared[file];
    ++shared.users;
    return shared;
}

void SimulatedVfs::leave(const SimulatedFile* file)
{
    const auto found = m_shared.find(file);
    if (found != m_shared.end() && --found->second.users == 0) m_shared.erase(found);
}

void make_sqlite_repeatable(int seed)
{
    sqlite3_test_control(SQLITE_TESTCTRL_PRNG_SEED, seed, static_cast<sqlite3*>(nullptr));
}

} // namespace northseal::simulation
