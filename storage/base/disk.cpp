#include "storage/base/disk.h"

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstring>
#include <filesystem>

namespace northseal {
namespace {

Error failed(const std::string& doing, const std::string& path, int code)
{
    const Fault fault = code == ENOENT                     ? Fault::not_found
                        : code == ENOSPC || code == EDQUOT ? Fault::full
                                                           : Fault::io;
    return Error{fault, doing + " " + path + ": " + std::strerror(code)};
}

class File {
public:
    explicit File(int descriptor) : m_descriptor(descriptor) {}
    ~File()
    {
        if (m_descriptor >= 0) ::close(m_descriptor);
    }
    File(const File&) = delete;
    File& operator=(const File&) = delete;
    int get() const { return m_descriptor; }

private:
    int m_descriptor;
};

std::string folder_of(const std::string& path)
{
    const auto parent = std::filesystem::path(path).parent_path();
    return parent.empty() ? "." : parent.string();
}

// A name is only durable once its folder is.
Result<> sync_folder(const std::string& folder)
{
    const File handle(::open(folder.c_str(), O_RDONLY | O_DIRECTORY | O_CLOEXEC));
    if (handle.get() < 0) return failed("opening", folder, errno);
    if (::fsync(handle.get()) != 0) return failed("keeping", folder, errno);
    return {};
}

Result<> write_all(int descriptor, const std::string& path, ByteView bytes)
{
    while (!bytes.empty()) {
        const auto written = ::write(descriptor, bytes.data(), bytes.size());
        if (written < 0 && errno == EINTR) continue;
        if (written < 0) return failed("writing", path, errno);
        bytes = bytes.subspan(static_cast<std::size_t>(written));
    }
    if (::fsync(descriptor) != 0) return failed("keeping", path, errno);
    return {};
}

} // namespace

Result<Bytes> RealDisk::read(const std::string& path, std::size_t most_bytes)
{
    const File handle(::open(path.c_str(), O_RDONLY | O_CLOEXEC));
    if (handle.get() < 0) return failed("reading", path, errno);
    Bytes out;
    for (;;) {
        std::uint8_t block[16384];
        const auto got = ::read(handle.get(), block, sizeof block);
        if (got < 0 && errno == EINTR) continue;
        if (got < 0) return failed("reading", path, errno);
        if (got == 0) return out;
        if (out.size() + static_cast<std::size_t>(got) > most_bytes) {
            return Error{Fault::full,
                         path + " is larger than the " + std::to_string(most_bytes) + " bytes allowed"};
        }
        append(out, ByteView(block, static_cast<std::size_t>(got)));
    }
}

Result<> RealDisk::write_durably(const std::string& path, ByteView bytes)
{
    const std::string partial = path + ".partial";
    {
        // A left-over of an earlier power cut may lie there; it is nobody's.
        ::unlink(partial.c_str());
        const File handle(
            ::open(partial.c_str(), O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0600));
        if (handle.get() < 0) return failed("creating", partial, errno);
        auto written = write_all(handle.get(), partial, bytes);
        if (!written.ok()) {
            ::unlink(partial.c_str());
            return written;
        }
    }
    if (::rename(partial.c_str(), path.c_str()) != 0) return failed("renaming", partial, errno);
    return sync_folder(folder_of(path));
}

Result<> RealDisk::make_folder(const std::string& path)
{
    if (std::filesystem::is_directory(path)) return {};
    const auto parent = folder_of(path);
    if (parent != path && !std::filesystem::is_directory(parent)) TRY(make_folder(parent));
    if (::mkdir(path.c_str(), 0700) != 0 && errno != EEXIST) return failed("making", path, errno);
    auto kept = sync_folder(parent);
    // Or whoever asks again would find it there, and put into it what goes with it when the power does.
    if (!kept.ok()) ::rmdir(path.c_str());
    return kept;
}

Result<> RealDisk::rename(const std::string& from, const std::string& to)
{
    if (::rename(from.c_str(), to.c_str()) != 0) return failed("renaming", from, errno);
    TRY(sync_folder(folder_of(to)));
    return folder_of(from) == folder_of(to) ? Result<>() : sync_folder(folder_of(from));
}

Result<> Disk::destroy(const std::string& path)
{
    return remove(path);
}

Result<> RealDisk::destroy(const std::string& path)
{
    {
        const File handle(::open(path.c_str(), O_WRONLY | O_CLOEXEC | O_NOFOLLOW));
        if (handle.get() < 0) return errno == ENOENT ? Result<>() : failed("opening", path, errno);
        struct stat facts {};
        if (::fstat(handle.get(), &facts) != 0) return failed("measuring", path, errno);
        const Bytes zeros(static_cast<std::size_t>(facts.st_size));
        TRY(write_all(handle.get(), path, zeros));
    }
    return remove(path);
}

Result<> RealDisk::remove(const std::string& path)
{
    if (::unlink(path.c_str()) != 0) {
        if (errno == ENOENT) return {};
        return failed("removing", path, errno);
    }
    return sync_folder(folder_of(path));
}

Result<std::vector<std::string>> RealDisk::list(const std::string& folder)
{
    std::error_code problem;
    std::vector<std::string> out;
    for (const auto& entry : std::filesystem::directory_iterator(folder, problem)) {
        if (entry.is_regular_file(problem)) out.push_back(entry.path().filename().string());
    }
    if (problem) return failed("listing", folder, problem.value());
    std::sort(out.begin(), out.end());
    return out;
}

bool RealDisk::exists(const std::string& path)
{
    std::error_code problem;
    return std::filesystem::exists(path, problem);
}

Result<std::uint64_t> RealDisk::free_bytes(const std::string& folder)
{
    std::error_code problem;
    const auto space = std::filesystem::space(folder, problem);
    if (problem) return failed("measuring", folder, problem.value());
    return static_cast<std::uint64_t>(space.available);
}

} // namespace northseal
