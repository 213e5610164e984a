#pragma once
// The eCampusOntario framework (four principles, six criteria), asked of one programme: criterion by
// criterion what is found.

#include <string>
#include <vector>

#include "storage/catalogue/frameworks.h"
#include "storage/catalogue/programme.h"

namespace northseal::catalogue {

enum class Obligation { will, where_possible };
enum class Met { yes, partly, no };

struct FrameworkFinding {
    std::string id; // "P1" … "P4", "F1" … "F6"
    std::string name;
    Obligation obligation;
    Met met;
    std::string sentence; // what was found, and what would meet it
};

struct FrameworkReport {
    std::vector<FrameworkFinding> findings; // ten, in the framework's order
    std::size_t aligned{0};                 // competencies with an alignment that was looked up
    std::size_t unaligned{0};               // named in words only, and counted
    bool conforms() const; // no `will` that is not met: a kiosk refuses what does not conform
};

FrameworkReport check_framework(const Programme&, const Frameworks&);

} // namespace northseal::catalogue
