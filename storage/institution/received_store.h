#pragma once
// What the institution has checked and received, on the coordinator's machine: one file for each status list.
// Nothing personal is kept: the paper is the record, and this is the promise that it stands (README,
// "received/N.json").

#include <cstdint>
#include <map>
#include <optional>
#include <string>

#include "storage/base/clock.h"
#include "storage/base/disk.h"
#include "storage/institution/trust_index.h"

namespace northseal::institution {

struct ReceivedCredential {
    credential::ReceivedDigest digest{};
    std::string id; // urn:uuid:…
    std::string kiosk;
    credential::TemplatePrefix programme{}; // its template's
    Instant valid_from{0};
};

class ReceivedStore {
public:
    // Reads all of `folder`/received.
    static Result<ReceivedStore> load(const std::string& folder, Disk&);

    const std::map<std::uint32_t, ReceivedCredential>& all() const { return m_all; } // by status index
    const ReceivedCredential* find(std::uint32_t status_index) const;
    std::vector<std::uint32_t> with_id(const std::string& id) const;
    // Of all with that id the one that stands last: the latest validFrom.
    std::optional<std::uint32_t> latest_of(const std::string& id) const;

    void add(std::uint32_t status_index, ReceivedCredential);
    Result<> save(const std::string& folder, Disk&); // the lists that changed

private:
    std::map<std::uint32_t, ReceivedCredential> m_all;
    std::multimap<std::string, std::uint32_t> m_by_id;
    std::map<std::uint32_t, bool> m_changed; // by list
};

} // namespace northseal::institution
