#pragma once
// One connection's file on a simulated disk, as SQLite holds it. Inside the VFS only.

#include <sqlite3.h>

#include "tests/simulation/simulated_disk.h"
#include "tests/simulation/simulated_vfs.h"

namespace northseal::simulation {

struct Connection {
    SimulatedVfs* vfs{nullptr};
    std::string path;
    SimulatedDisk::FileHandle file;
    SimulatedVfs::Shared* shared{nullptr};
    bool name_unsynced{false};
    bool removed_on_close{false};
    int lock{SQLITE_LOCK_NONE};
    unsigned shm_shared{0};
    unsigned shm_exclusive{0};
};

struct OpenFile { // SQLite makes the room for it
    sqlite3_file base;
    Connection* connection;
};

const sqlite3_io_methods* simulated_file_methods();

} // namespace northseal::simulation
