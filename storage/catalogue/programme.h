#pragma once
// A programme as people write it in TOML (README, "Programme file"), read under bounds and checked. It holds
// every shape of the pilots: single, stack, ladder, portfolio, series, research instrument.

#include <array>
#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "storage/base/result.h"

namespace northseal::catalogue {

using Words = std::map<std::string,
                       std::string>; // language (BCP 47) -> text; every language of the programme is present

struct ProgrammeLevel {
    Words name;  // "Proficient"
    Words words; // what a person at this level is seen to do, for one outcome
};

struct ProgrammeOutcome {
    std::string id; // "o1": stable across versions, part of public identifiers
    Words name;
    Words statement;                       // one sentence: what is shown; may be empty
    std::vector<ProgrammeLevel> levels;    // lowest first
    std::size_t required_level{0};         // 1-based; 0 only in a research instrument: nothing is required
    std::vector<std::string> competencies; // ids in Programme::competencies
};

struct Alignment {
    std::string framework; // key of a file in assets/frameworks
    std::string
        entry; // key in it: what could not be looked up has no entry and stands in the criteria's text
};

struct Competency {
    std::string id;
    Words name;
    std::string kind; // "knowledge", "skill" or "attitude"
    std::vector<Alignment> alignments;
};

struct Endorsement {
    std::string by;
    Words demand;                  // "the competency is in demand"
    Words performance;             // "the assessment reflects performance on the job"
    bool signed_by_partner{false}; // a credential and its key are here; never true for an illustrative one
    std::string credential;        // the partner's EndorsementCredential, JSON, as they signed it
    std::string key;               // Multikey text of the key that the institution knows to be theirs
};

struct Pathway {
    std::string kind;   // "requires", "part_of", "leads_to"
    std::string target; // programme id, or empty where it is named in words only
    std::string target_version;
    Words name;
};

struct Phrase { // quick words for the assessor's narrative
    Words words;
};

// The words a certificate needs beside the programme's own, for a language in which the compile step has
// none: English and French are built in.
struct CertificateWords {
    std::array<std::string, 3> time_source;    // confirmed, unconfirmed, set by two people
    std::array<std::string, 3> identity_grade; // known to the assessor, document seen, not checked
    std::array<std::string, 3> supervision;    // one assessor, assessor and witness, at a distance
    std::string evidence_item;                 // the name of an evidence file
};

struct Programme {
    std::string id;      // "northern-mathematics"
    std::string version; // "1"
    bool illustrative{false};
    std::string shape; // "single", "stack", "ladder", "portfolio", "series", "research"
    std::vector<std::string> languages;
    Words name;
    Words description;
    Words criteria;                     // how it is judged, in full sentences
    std::string code;                   // transcript code
    std::optional<std::string> credits; // decimal, as printed
    std::string hours;                  // notional, decimal
    std::optional<Words> level;         // qualification level in words
    std::optional<Words> quality_assurance;
    std::optional<Words> relevance; // what the labour market asks for, and who was consulted
    std::optional<Words> ownership; // what belongs to the learner, in words the learner is shown
    std::optional<Words> purpose;   // of a research instrument: what is studied, who sees the answers
    Words assessment_type;
    Words delivery_mode;
    Words evidence_name;     // "Observed performance of five work tasks"
    Words evidence_sentence; // what stands where the assessor writes no narrative
    bool evidence_files{false};
    bool evidence_required{false}; // at least one file an award
    bool witness_required{false};
    std::optional<int> valid_months; // absent: never expires
    std::vector<std::string> partners;
    std::vector<Alignment> alignments; // of the programme as a whole
    std::vector<Competency> competencies;
    std::vector<ProgrammeOutcome> outcomes;
    std::vector<Pathway> pathways;
    std::vector<Endorsement> endorsements;
    std::vector<Phrase> phrases;
    std::string sharing; // default sharing policy: "full", "credential", "receipt", "none"
    Words issuing_body;  // who offers it, in words
    std::map<std::string, CertificateWords> certificate_words; // by language
};

constexpr std::size_t programme_file_most = 256 * 1024;

// Errors name the line or the key, and what to write instead.
Result<Programme> read_programme(std::string_view toml);

} // namespace northseal::catalogue
