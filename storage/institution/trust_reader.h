#pragma once
// Reading a trust folder whole. Of this folder only; trust_folder.h is what others see.

#include <cstdint>
#include <functional>
#include <map>

#include "storage/credential/status_list.h"
#include "storage/institution/listing.h"
#include "storage/institution/trust_folder.h"
#include "storage/institution/trust_index.h"

namespace northseal::institution {

struct TrustedList {
    credential::StatusBits bits;
    ReceivedTable received;
};

struct TrustRead {
    TrustIndex index;
    InstitutionRecord record;
    std::map<std::string, ListedKiosk, std::less<>> kiosks;
    std::map<credential::TemplatePrefix, credential::Template> templates;
    std::vector<TrustedList> lists;

    const ReceivedEntry* received(std::uint32_t status_index) const;
};

Result<TrustRead> read_trust(const std::string& folder, Disk&, const TrustExpectations&);

} // namespace northseal::institution
