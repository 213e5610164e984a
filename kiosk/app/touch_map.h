#pragma once
// What stands on the screen, as one line of JSON for each frame that differs from the last: a tour finds its
// targets in it. Names stand in it, so it is written for demonstrations alone (main refuses it elsewhere).

#include <cstdio>
#include <memory>
#include <string>

#include "kiosk/widgets/registry.h"
#include "storage/base/result.h"

namespace northseal::kiosk {

class TouchMap {
public:
    explicit TouchMap(std::string path) : m_path(std::move(path)) {}
    Result<> open(); // nothing where no path was given
    void write(const Registry&);

private:
    struct Close {
        void operator()(std::FILE* file) const { std::fclose(file); }
    };
    std::string m_path;
    std::string m_last;
    std::unique_ptr<std::FILE, Close> m_file;
};

} // namespace northseal::kiosk
