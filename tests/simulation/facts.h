#pragma once
// How a kiosk is looked at, to see whether what must hold of it does.

#include <map>
#include <string>

#include "storage/station/station.h"

namespace northseal::simulation {

// What screens show of a kiosk, as text by name: "learner 3", "assessment 5", "certificate 12", "checkpoint
// 9", "log" and so on. Two kiosks that show the same have equal facts.
using Facts = std::map<std::string, std::string>;
Result<Facts> observe(station::Station&); // unlocked
std::string learner_fact(const std::string& name, const std::string& number);
constexpr const char* erased_learner = "erased";   // in place of it
constexpr const char* carried_out = "carried out"; // an erasure; before that:
std::string asked_fact(Instant due);
std::string opening_fact(std::int64_t day, std::int64_t person); // one line of them
std::string own_pin_fact(std::uint64_t entry);
std::string key_fact(const vault::Person&);
std::string assessment_fact(const station::Assessment&);
// By the bytes of its entry: claims and signature, from which template and all else are filled in.
Result<std::string> certificate_fact(station::Station&, const station::IssuedRow&);
Result<std::uint32_t> status_index_of(station::Station&, station::IssuedId); // as the log has it
std::string shown_certificate(const station::Issued&); // a digest of the JSON and of the code on paper
// "" where equal; otherwise the first few differences.
std::string difference(const Facts& expected, const Facts& found);

} // namespace northseal::simulation
