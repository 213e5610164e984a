#pragma once
// Looks through every file under a folder for what must not be there, in every form in which a program could
// have written it: UTF-8, NFD, search form, UTF-16 in both orders, hex, base64 in both alphabets at each of
// its three offsets, and inside any zstd, zlib or gzip stream.

#include <string>
#include <vector>

#include "storage/base/bytes.h"

namespace northseal::test {

struct Needle {
    std::string what; // for the report
    std::string form;
    Bytes bytes;
};

// A person's name, whole and word by word (words of five bytes and more).
std::vector<Needle> needles_for_text(const std::string& text);
std::vector<Needle> needles_for_key(const std::string& what, ByteView key);

// One sentence a leak: file, what, in which form.
std::vector<std::string> find_leaks(const std::string& folder, const std::vector<Needle>&);
std::vector<std::string> find_leaks_in(const std::string& file, ByteView content, const std::vector<Needle>&);

} // namespace northseal::test
