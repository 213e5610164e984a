#pragma once
// The eCampusOntario framework (four principles, six criteria), asked of one programme: criterion by
// criterion what is found.

#include <array>
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
    // Every `will` is met, at least in part: a kiosk refuses a programme of which this is false.
    bool conforms() const;
    bool meets_all_it_must() const; // every `will` is met in full
};

constexpr std::size_t framework_criteria = 10;

FrameworkReport check_framework(const Programme&, const Frameworks&);

} // namespace northseal::catalogue
