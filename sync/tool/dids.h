#pragma once
// What the tool believes of other issuers: the trust folder it was pointed at, and DID documents given as
// files.

#include <cstdint>
#include <map>
#include <memory>

#include "storage/institution/trust_folder.h"
#include "sync/tool/tool.h"

namespace northseal::tool {

class KnownIssuers final : public credential::TrustSource {
public:
    // Both may be absent: then only what proves itself (did:key) can be judged.
    static Result<KnownIssuers> load(Tool&, const std::string& trust, const institution::TrustExpectations&,
                                     const std::vector<std::string>& did_files);

    const institution::TrustFolder* folder() const { return m_folder.get(); }
    const credential::Template* find_template(const credential::TemplatePrefix&) const override;
    std::vector<const credential::Template*> templates() const override;
    bool lists_issuer(std::string_view did) const override;
    std::optional<Key> key(std::string_view verification_method) const override;
    std::optional<bool> revoked(std::uint32_t status_index) const override;
    bool superseded(std::uint32_t status_index) const override;
    std::optional<credential::ReceivedDigest> received(std::uint32_t status_index) const override;
    Instant dated() const override;

private:
    Result<> add_document(std::string_view json);

    std::unique_ptr<institution::TrustFolder> m_folder;
    std::map<std::string, PublicKey, std::less<>> m_keys; // by verification method
    std::vector<std::string> m_dids;
    Instant m_now{0};
};

} // namespace northseal::tool
