#pragma once
// The real disk, until the power goes: from then on no change reaches it.

#include "storage/base/disk.h"

namespace northseal::test {

class CuttingDisk final : public RealDisk {
public:
    explicit CuttingDisk(int changes_left) : m_left(changes_left) {}
    bool was_cut() const { return m_left < 0; }

    Result<> write_durably(const std::string& path, ByteView bytes) override
    {
        if (--m_left < 0) return gone();
        return RealDisk::write_durably(path, bytes);
    }
    Result<> remove(const std::string& path) override
    {
        if (--m_left < 0) return gone();
        return RealDisk::remove(path);
    }
    Result<> destroy(const std::string& path) override
    {
        if (m_left < 0) return gone();
        return RealDisk::destroy(path); // which ends in a removal
    }

private:
    static Error gone() { return Error{Fault::io, "the power is gone"}; }
    int m_left;
};

} // namespace northseal::test
