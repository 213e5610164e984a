#pragma once
// Looks through all memory that this process can read of itself for what must not be there any more. What is
// looked for is held masked, so that the search does not find itself.

#include <string>
#include <vector>

#include "storage/base/bytes.h"

namespace northseal::test {

struct Masked {
    std::string what;
    Bytes bytes; // each with the mask 0xa5
};
Masked masked(const std::string& what, ByteView plain);
std::string unmasked(const Masked&); // the caller wipes it

// One line for each place: what, and the mapping it stands in.
std::vector<std::string> found_in_memory(const std::vector<Masked>&);

} // namespace northseal::test
