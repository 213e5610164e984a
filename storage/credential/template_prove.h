#pragma once
// Claims made up for proving a template: every optional part there or not, names of odd characters.

#include <functional>

#include "storage/credential/template_check.h"

namespace northseal {
class Random;
}

namespace northseal::credential {

class ClaimsGenerator {
public:
    // Both are borrowed for as long as the generator is used.
    ClaimsGenerator(const TemplateFacts& facts, Random& random) : m_facts(facts), m_random(random) {}

    // Claims that `fills` accepts: some sets are against a template's own rules (no outcome assessed, a
    // narrative that says what the template says), and are thrown again. An error where none is accepted.
    Result<Claims> next(const std::function<bool(const Claims&)>& fills) const;

private:
    Claims throw_dice() const;
    bool wanted(Claim) const;
    std::string text() const;

    const TemplateFacts& m_facts;
    Random& m_random;
};

} // namespace northseal::credential
