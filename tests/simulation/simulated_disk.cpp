#include "tests/simulation/simulated_disk.h"

#include <algorithm>

#include "tests/simulation/simulated_vfs.h"

namespace northseal::simulation {
namespace {

constexpr std::uint64_t ample = std::uint64_t{64} << 30;

Error error_for(DiskAnswer answer, const std::string& doing, const std::string& path)
{
    switch (answer) {
    case DiskAnswer::full:
        return {Fault::full, doing + " " + path + ": no space left on device"};
    case DiskAnswer::missing:
        return {Fault::not_found, doing + " " + path + ": no such file"};
    case DiskAnswer::done:
    case DiskAnswer::failed:
    case DiskAnswer::short_read:
        break;
    }
    return {Fault::io, doing + " " + path + ": input/output error"};
}

} // namespace

const char* word_of(DiskOperation operation)
{
    constexpr const char* words[] = {"read",   "create", "write",       "truncate",   "sync",
                                     "rename", "remove", "make folder", "sync folder"};
    static_assert(std::size(words) == disk_operation_count);
    return words[static_cast<std::size_t>(operation)];
}

const char* word_of(FaultKind kind)
{
    constexpr const char* words[] = {"power cuts", "full disks", "I/O errors", "short reads", "rotten bits"};
    static_assert(std::size(words) == fault_kind_count);
    return words[static_cast<std::size_t>(kind)];
}

std::string folder_of(const std::string& path)
{
    const auto slash = path.rfind('/');
    return slash == std::string::npos ? std::string() : path.substr(0, slash);
}

SimulatedDisk::SimulatedDisk(const DiskImage& image, std::uint64_t seed)
    : m_folders(image.folders), m_durable_folders(image.folders), m_dice(seed),
      m_vfs(std::make_unique<SimulatedVfs>(*this))
{
    for (const auto& [path, content] : image.files) m_files[path] = std::make_shared<SimulatedFile>(content);
    m_durable_files = m_files;
}

SimulatedDisk::~SimulatedDisk() = default;

const char* SimulatedDisk::sqlite_vfs() const
{
    return m_vfs->name();
}

Result<Bytes> SimulatedDisk::read(const std::string& path, std::size_t most_bytes)
{
    DiskAnswer answer{};
    const auto file = open(path, false, answer);
    if (file == nullptr) return error_for(answer, "reading", path);
    Bytes out(file->live().size());
    if (out.size() > most_bytes) {
        return Error{Fault::full,
                     path + " is larger than the " + std::to_string(most_bytes) + " bytes allowed"};
    }
    answer = read_at(path, *file, 0, out);
    if (answer != DiskAnswer::done) return error_for(answer, "reading", path);
    return out;
}

// The steps of RealDisk, one by one: power may go between any two of them.
Result<> SimulatedDisk::write_durably(const std::string& path, ByteView bytes)
{
    const auto partial = path + ".partial";
    static_cast<void>(unlink(partial));
    auto answer = DiskAnswer::done;
    const auto file = open(partial, true, answer);
    if (file == nullptr) return error_for(answer, "creating", partial);
    if (!bytes.empty()) answer = write_at(partial, *file, 0, bytes);
    if (answer == DiskAnswer::done) answer = sync(partial, *file);
    if (answer != DiskAnswer::done) {
        static_cast<void>(unlink(partial));
        return error_for(answer, "writing", partial);
    }
    answer = move(partial, path);
    if (answer != DiskAnswer::done) return error_for(answer, "renaming", partial);
    answer = sync_folder(folder_of(path));
    if (answer != DiskAnswer::done) return error_for(answer, "keeping", folder_of(path));
    return {};
}

Result<> SimulatedDisk::make_folder(const std::string& path)
{
    if (!m_powered) return error_for(DiskAnswer::failed, "making", path);
    if (path.empty() || m_folders.contains(path)) return {};
    const auto parent = folder_of(path);
    TRY(make_folder(parent));
    const auto answer =
        change_name(DiskOperation::make_folder, {NameChange::What::add_folder, path, {}, nullptr}, path);
    if (answer != DiskAnswer::done) return error_for(answer, "making", path);
    if (sync_folder(parent) == DiskAnswer::done) return {};
    m_folders.erase(path); // as RealDisk takes it away again
    return error_for(DiskAnswer::failed, "keeping", parent);
}

Result<> SimulatedDisk::remove(const std::string& path)
{
    auto answer = unlink(path);
    if (answer == DiskAnswer::missing) return {};
    if (answer == DiskAnswer::done) answer = sync_folder(folder_of(path));
    if (answer != DiskAnswer::done) return error_for(answer, "removing", path);
    return {};
}

Result<> SimulatedDisk::destroy(const std::string& path)
{
    DiskAnswer answer{};
    const auto file = open(path, false, answer);
    if (file == nullptr)
        return answer == DiskAnswer::missing ? Result<>() : error_for(answer, "opening", path);
    answer = write_at(path, *file, 0, Bytes(file->live().size()));
    if (answer == DiskAnswer::done) answer = sync(path, *file);
    if (answer != DiskAnswer::done) return error_for(answer, "overwriting", path);
    return remove(path);
}

Result<> SimulatedDisk::rename(const std::string& from, const std::string& to)
{
    auto answer = move(from, to);
    if (answer == DiskAnswer::done) answer = sync_folder(folder_of(to));
    if (answer == DiskAnswer::done && folder_of(from) != folder_of(to)) answer = sync_folder(folder_of(from));
    if (answer != DiskAnswer::done) return error_for(answer, "renaming", from);
    return {};
}

Result<std::vector<std::string>> SimulatedDisk::list(const std::string& folder)
{
    if (!m_powered) return error_for(DiskAnswer::failed, "listing", folder);
    if (!m_folders.contains(folder)) return error_for(DiskAnswer::missing, "listing", folder);
    std::vector<std::string> out;
    for (const auto& [path, file] : m_files) {
        if (folder_of(path) == folder) out.push_back(path.substr(folder.size() + 1));
    }
    return out;
}

bool SimulatedDisk::exists(const std::string& path)
{
    return m_powered && (m_files.contains(path) || m_folders.contains(path));
}

Result<std::uint64_t> SimulatedDisk::free_bytes(const std::string& folder)
{
    if (!m_powered) return error_for(DiskAnswer::failed, "measuring", folder);
    const auto capacity = std::min(m_capacity, ample);
    return capacity - std::min(capacity, used_bytes());
}

} // namespace northseal::simulation
