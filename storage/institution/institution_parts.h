#pragma once
// What an Institution holds in memory. Of this folder only.

#include "storage/institution/institution.h"

namespace northseal::institution {

struct Institution::Parts {
    std::string folder;
    Surroundings surroundings;
    Json envelope;
    InstitutionRecord record;
    State state;
    std::vector<Delegation> delegations; // end and count as the latest renewal says
    std::vector<RenewalStatement> renewals;
    ReceivedStore received;

    const Delegation* latest_of_kiosk(std::string_view kiosk) const;
};

constexpr std::size_t institution_file_most = 8U << 20;

Result<Json> read_json_file(const std::string& path, Disk&); // errors name the file

// By delegation and number; puts them in force.
Result<std::vector<RenewalStatement>> load_renewals(const std::string& folder, const PublicKey& desk,
                                                    std::vector<Delegation>&, Disk&);

} // namespace northseal::institution
