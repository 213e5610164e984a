#pragma once
// The standards' own vectors are not ours to publish. Tests read them from the folder that
// NORTHSEAL_STANDARDS names (scripts/test sets it where it finds one) and pass over them elsewhere.

#include <cstdlib>
#include <fstream>
#include <iterator>
#include <string>
#include <vector>

namespace northseal::test {

inline std::string shared_path(const std::string& name)
{
    const char* folder = std::getenv("NORTHSEAL_STANDARDS");
    return folder == nullptr ? std::string() : std::string(folder) + "/" + name;
}

inline std::string read_file(const std::string& path)
{
    std::ifstream file(path, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

// Empty where the file is not there.
inline std::string shared_file(const std::string& name)
{
    return read_file(shared_path(name));
}

inline std::vector<std::string> shared_lines(const std::string& name)
{
    std::ifstream file(shared_path(name));
    std::vector<std::string> out;
    for (std::string line; std::getline(file, line);) {
        if (!line.empty()) out.push_back(line);
    }
    return out;
}

} // namespace northseal::test
