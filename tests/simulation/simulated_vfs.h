#pragma once
// SQLite's way to a simulated disk: a VFS of its own name for as long as the object lives. Locks and the
// WAL's shared memory are kept for all connections of this process, as SQLite's own VFS keeps them; memory
// that is shared is lost with the program, as it is there.

#include <map>
#include <memory>
#include <string>
#include <vector>

struct sqlite3_vfs;

namespace northseal::simulation {

class SimulatedDisk;
class SimulatedFile;

class SimulatedVfs {
public:
    explicit SimulatedVfs(SimulatedDisk&);
    ~SimulatedVfs();
    SimulatedVfs(const SimulatedVfs&) = delete;
    SimulatedVfs& operator=(const SimulatedVfs&) = delete;

    const char* name() const { return m_name.c_str(); }
    SimulatedDisk& disk() { return m_disk; }

    // What connections to one file share.
    struct Shared {
        static constexpr int lock_count = 8;
        int users{0};
        int readers{0}; // holders of the file's SHARED lock
        const void* reserved{nullptr};
        const void* pending{nullptr};
        const void* exclusive{nullptr};
        std::vector<std::unique_ptr<unsigned char[]>> regions;
        int shared_locks[lock_count]{};
        const void* exclusive_locks[lock_count]{};
    };
    Shared& join(const SimulatedFile*);
    void leave(const SimulatedFile*);

private:
    SimulatedDisk& m_disk;
    std::string m_name;
    std::unique_ptr<sqlite3_vfs> m_vfs;
    std::map<const SimulatedFile*, Shared> m_shared;
};

// SQLite draws the salts of its WAL from one generator a process. Seeded, the same run writes the same bytes.
void make_sqlite_repeatable(int seed);

} // namespace northseal::simulation
