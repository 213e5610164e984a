#pragma once
// A disk in memory that behaves as a bad real one: it forgets what was not synced, tears what was under way,
// fills up, answers with I/O errors, reads short and rots. It is a northseal::Disk and, under the name that
// sqlite_vfs() gives, SQLite's disk too: both see the same files. One thread.

#include <array>
#include <limits>
#include <map>
#include <optional>
#include <set>

#include "storage/base/disk.h"
#include "tests/simulation/simulated_file.h"

namespace northseal::simulation {

class SimulatedVfs;

enum class DiskOperation { read, create, write, truncate, sync, rename, remove, make_folder, sync_folder };
constexpr std::size_t disk_operation_count = 9;
const char* word_of(DiskOperation);

enum class FaultKind { power_cut, disk_full, io_error, short_read, bit_rot };
constexpr std::size_t fault_kind_count = 5;
const char* word_of(FaultKind);
using FaultCounts = std::array<std::uint64_t, fault_kind_count>;

enum class DiskAnswer { done, failed, full, missing, short_read };

// What lies on a platter. A value: cheap enough to start every run from.
struct DiskImage {
    std::map<std::string, Bytes> files;
    std::set<std::string> folders;
};

class SimulatedDisk final : public Disk {
public:
    explicit SimulatedDisk(const DiskImage& = {}, std::uint64_t seed = 1);
    ~SimulatedDisk() override; // whoever has files open here is gone by then

    Result<Bytes> read(const std::string& path, std::size_t most_bytes) override;
    Result<> write_durably(const std::string& path, ByteView) override;
    Result<> make_folder(const std::string& path) override;
    Result<> remove(const std::string& path) override;
    Result<> destroy(const std::string& path) override;
    Result<> rename(const std::string& from, const std::string& to) override;
    Result<std::vector<std::string>> list(const std::string& folder) override;
    bool exists(const std::string& path) override;
    Result<std::uint64_t> free_bytes(const std::string& folder) override;
    const char* sqlite_vfs() const override;

    // Faults. Operations that change something are counted from now: after that many the power goes, in the
    // midst of the next one; everything fails from there on.
    void cut_power_after(std::uint64_t operations);
    void cut_power();
    bool has_power() const { return m_powered; }
    void limit_bytes(std::uint64_t capacity) { m_capacity = capacity; } // of all files together
    void fill_up() { m_capacity = used_bytes(); }
    // The nth operation of that kind from now (1: the next) fails; with for_good, all after it too.
    void fail(DiskOperation, std::uint64_t nth, bool for_good);
    void read_short(std::uint64_t nth); // the nth read from now gets only a part
    void heal();                        // takes back every fault that was armed, but for power that is gone
    // Flips one bit of one settled file that is not empty; says which. Nothing where there is none.
    std::optional<std::string> rot(Dice&, const std::string& path);

    // What is on the platter once the power is back: of what was not synced any part, chosen by the seed.
    // Seed 0: nothing of it; seed 1: all of it, the operation under way torn.
    DiskImage after_power_returns(std::uint64_t seed) const;
    DiskImage as_seen() const; // what programs see now
    std::uint64_t operations() const { return m_operations; }
    const FaultCounts& faults() const { return m_faults; }
    std::uint64_t used_bytes() const;
    // Each operation from now on, in words.
    void trace_to(std::vector<std::string>* lines) { m_trace = lines; }

    // For the VFS: the same files, open.
    using FileHandle = std::shared_ptr<SimulatedFile>;
    FileHandle open(const std::string& path, bool may_create, DiskAnswer&);
    DiskAnswer read_at(const std::string& path, const SimulatedFile&, std::uint64_t offset,
                       std::span<std::uint8_t>);
    DiskAnswer write_at(const std::string& path, SimulatedFile&, std::uint64_t offset, ByteView);
    DiskAnswer truncate(const std::string& path, SimulatedFile&, std::uint64_t size);
    DiskAnswer sync(const std::string& path, SimulatedFile&);
    DiskAnswer unlink(const std::string& path);
    DiskAnswer sync_folder(const std::string& folder);

private:
    struct NameChange {
        enum class What { add, remove, rename, add_folder } what;
        std::string name;
        std::string new_name;
        FileHandle file;
    };
    enum class Step { go, under_way, failed, dead };
    struct Failure {
        std::uint64_t nth;
        bool for_good;
        std::uint64_t seen{0};
    };

    Step begin(DiskOperation, const std::string& words);
    bool does_fail(DiskOperation);
    DiskAnswer change_name(DiskOperation, NameChange, const std::string& words);
    DiskAnswer move(const std::string& path, const std::string& new_path);
    void say(const std::string&) const;
    void count(FaultKind kind) { ++m_faults[static_cast<std::size_t>(kind)]; }
    template<class Files>
    static void apply(const NameChange&, Files&, std::set<std::string>& folders);

    std::map<std::string, FileHandle> m_files;
    std::map<std::string, FileHandle> m_durable_files;
    std::set<std::string> m_folders;
    std::set<std::string> m_durable_folders;
    std::map<std::string, std::vector<NameChange>> m_unsynced_names; // by folder

    Dice m_dice;
    bool m_powered{true};
    const SimulatedFile* m_under_way{nullptr};
    std::uint64_t m_operations{0};
    std::uint64_t m_cut_at{std::numeric_limits<std::uint64_t>::max()};
    std::uint64_t m_capacity{std::numeric_limits<std::uint64_t>::max()};
    std::map<DiskOperation, Failure> m_failures;
    std::uint64_t m_reads_until_short{0};
    FaultCounts m_faults{};
    std::vector<std::string>* m_trace{nullptr};
    std::unique_ptr<SimulatedVfs> m_vfs;
};

std::string folder_of(const std::string& path);

} // namespace northseal::simulation
