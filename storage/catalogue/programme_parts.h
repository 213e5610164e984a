#pragma once
// The repeated tables of a programme file: competencies, outcomes, pathways, endorsements, phrases.

#include <vector>

#include "storage/catalogue/table_reader.h"

namespace northseal::catalogue {

using Languages = std::span<const std::string>;

Result<std::vector<Alignment>> read_alignments(const TableReader& of, std::string_view key);
Result<std::vector<Competency>> read_competencies(const TableReader& programme, Languages);
Result<std::vector<ProgrammeOutcome>> read_outcomes(const TableReader& programme, Languages);
Result<std::vector<Pathway>> read_pathways(const TableReader& programme, Languages);
Result<std::vector<Endorsement>> read_endorsements(const TableReader& programme, Languages);
Result<std::vector<Phrase>> read_phrases(const TableReader& programme, Languages);
Result<std::map<std::string, CertificateWords>> read_certificate_words(const TableReader& programme,
                                                                       Languages);

} // namespace northseal::catalogue
