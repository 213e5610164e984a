#pragma once
// The disk is passed in, so that tests can fill it, tear it and take its power away.

#include <cstdint>
#include <memory>
#include <string>
#include <vector>

#include "storage/base/bytes.h"

namespace northseal {

class Disk {
public:
    virtual ~Disk() = default;

    virtual Result<Bytes> read(const std::string& path, std::size_t most_bytes) = 0;
    // On return the bytes are on the disk under that name, or the old content still is: never half of either.
    // Mode 0600: everything here is a secret until somebody decides otherwise.
    virtual Result<> write_durably(const std::string& path, ByteView) = 0;
    virtual Result<>
    make_folder(const std::string& path) = 0;             // and its parents; 0700; no error where it exists
    virtual Result<> remove(const std::string& path) = 0; // durably; no error where there is none
    // Removes it after its bytes were overwritten where they lie, as far as the device lets one do that.
    virtual Result<> destroy(const std::string& path);
    // Durably, within one disk, and over a file that has the new name already.
    virtual Result<> rename(const std::string& from, const std::string& to) = 0;
    virtual Result<std::vector<std::string>> list(const std::string& folder) = 0; // names of files, sorted
    virtual bool exists(const std::string& path) = 0;
    virtual Result<std::uint64_t> free_bytes(const std::string& folder) = 0;
    // The name of the SQLite VFS that keeps databases on this disk; null is SQLite's own.
    virtual const char* sqlite_vfs() const { return nullptr; }
};

class RealDisk : public Disk {
public:
    Result<Bytes> read(const std::string& path, std::size_t most_bytes) override;
    Result<> write_durably(const std::string& path, ByteView) override;
    Result<> make_folder(const std::string& path) override;
    Result<> remove(const std::string& path) override;
    Result<> destroy(const std::string& path) override;
    Result<> rename(const std::string& from, const std::string& to) override;
    Result<std::vector<std::string>> list(const std::string& folder) override;
    bool exists(const std::string& path) override;
    Result<std::uint64_t> free_bytes(const std::string& folder) override;
};

} // namespace northseal
