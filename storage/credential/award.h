#pragma once
// A credential of ours as people read it: what stands on paper, on screen and on the verify page. Taken from
// the credential itself, so that what is shown is what was signed.

#include <string>
#include <vector>

#include "storage/base/json.h"

namespace northseal::credential {

struct AwardLevel {
    std::string name;
    std::string words; // the level's description
    bool meets_standard{false};
};

struct AwardOutcome {
    std::string name;
    std::vector<AwardLevel> levels; // lowest first
    std::size_t achieved{0};        // index into levels + 1; 0 = not assessed
};

struct Award {
    std::string id; // urn:uuid:…
    std::string language;
    std::string institution;
    std::string institution_url;
    std::string holder;
    std::string holder_number;
    std::string programme;
    std::string description;
    std::string criteria;
    std::string code; // achievement.humanCode
    std::string version;
    std::vector<AwardOutcome> outcomes;
    std::string site;
    std::string assessor;
    std::string witness;
    std::string narrative; // of the observed performance
    std::size_t evidence_items{0};
    std::string identity_grade;
    std::string supervision;
    std::string assessment_type;
    std::string delivery_mode;
    std::string hours;
    std::string credits;
    std::string time_source;
    std::string valid_from;              // date-time
    std::string awarded_date;            // date-time
    std::string valid_until;             // empty: never
    std::vector<std::string> alignments; // "name (framework)"
    std::string verification_method;
    std::string status_entry;
    bool specimen{false};
};

Result<Award> read_award(const Json& credential);

// Eight letters and figures that name this award to people on the phone: derived from its id, they count
// nothing and name no place. Crockford base 32 of SHA-256(id), "K7Q3-M4XD".
std::string serial_of(const std::string& credential_id);

} // namespace northseal::credential
