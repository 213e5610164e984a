#pragma once
// What a kiosk has acknowledged, kept beside it in plain C++, and what it may have done besides: a verb that
// ended in an error may stand wholly or not at all, and nobody knows which until the kiosk is looked at.

#include <optional>

#include "tests/simulation/laws.h"

namespace northseal::simulation {

// What a verb changes of the facts. `unseen` stands for a text that is known once somebody has read it.
using Change = std::map<std::string, std::string>;
// `gone` for a fact that is no more.
constexpr const char* unseen = "?";
constexpr const char* gone = "";

class Model {
public:
    explicit Model(Facts facts) : m_facts(std::move(facts)) {}

    // The number that the next entry of the log gets.
    std::uint64_t next_entry() const;
    const Facts& facts() const { return m_facts; }
    void done(const Change&);            // it returned without an error
    void in_doubt(const Change&);        // it returned one
    void begin_epoch() { note_clock(); } // a restore: one entry more
    void note_clock();                   // the kiosk noted a doubtful clock: one entry more
    // Compares with what the kiosk shows and takes over whichever of the possible states it is; texts that
    // nobody had read are read now. "" or the difference from what was acknowledged. While the kiosk goes on
    // running (`ended` false), a doubt that is not there may still come back when the power goes: the failed
    // commit lies in the WAL until the next one overwrites it.
    std::string settle(const Facts& found, bool ended);
    // The same without taking anything over or allowing for any doubt.
    std::string compare(const Facts& found) const;

private:
    Facts m_facts;
    std::vector<Change> m_doubts; // none or one of these stands
};

} // namespace northseal::simulation
