#pragma once
// The framework's ten questions, one function each. What each asks is in the README, "Framework check".

#include <string>
#include <vector>

#include "storage/catalogue/framework_check.h"

namespace northseal::catalogue {

struct Answer {
    Met met;
    std::string sentence;
};

struct AlignmentCount {
    std::vector<std::string> aligned;   // ids of competencies
    std::vector<std::string> unaligned; // ids of competencies
    std::vector<std::string> not_found; // "framework/entry" that the programme names and nobody looked up
};

AlignmentCount count_alignments(const Programme&, const Frameworks&);

Answer relevance(const Programme&, const Frameworks&);
Answer verifiability(const Programme&, const AlignmentCount&);
Answer ownership(const Programme&);
Answer extensibility(const Programme&);
Answer issuing_body(const Programme&);
Answer competencies(const Programme&, const AlignmentCount&);
Answer outcomes(const Programme&);
Answer summative_assessment(const Programme&);
Answer transcript(const Programme&);
Answer partner_endorsement(const Programme&);

} // namespace northseal::catalogue
