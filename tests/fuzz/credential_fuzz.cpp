// A credential as JSON from a stranger, judged with a small trust folder: it ends in a verdict with a reason.
#include <cstdlib>
#include <fstream>
#include <iterator>
#include <nlohmann/json.hpp>

#include "storage/credential/award.h"
#include "storage/credential/verdict.h"

using namespace northseal;
using namespace northseal::credential;

namespace {

std::string reference(const std::string& name)
{
    std::ifstream file(NORTHSEAL_SOURCE_DIR "/tests/vectors/reference/" + name, std::ios::binary);
    return {std::istreambuf_iterator<char>(file), {}};
}

// Lists every issuer and knows every key of the reference, so that the checks behind those are reached.
class FuzzTrust final : public TrustSource {
public:
    FuzzTrust()
        : m_template(Template::read(reference("template-en.json")).value()),
          m_document(read_did_document(parse_json(reference("did.json")).value()).value())
    {}
    const Template* find_template(const TemplatePrefix&) const override { return &m_template; }
    std::vector<const Template*> templates() const override { return {&m_template}; }
    bool lists_issuer(std::string_view) const override { return true; }
    std::optional<Key> key(std::string_view method) const override
    {
        for (const auto& known : m_document.assertion_keys) {
            if (known.id != method) continue;
            Key out;
            out.key = known.key;
            return out;
        }
        return std::nullopt;
    }
    std::optional<bool> revoked(std::uint32_t) const override { return false; }
    std::optional<ReceivedDigest> received(std::uint32_t) const override { return std::nullopt; }
    Instant dated() const override { return 1'781'300'000; }

private:
    Template m_template;
    DidDocument m_document;
};

} // namespace

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size)
{
    static const FuzzTrust trust;
    VerifyOptions options;
    options.now = 1'781'300'000;
    const auto text = text_of(ByteView(data, size));
    const auto finding = verify_json(text, trust, options);
    if (finding.reason.empty()) std::abort();
    const auto json = parse_json(text);
    if (!json.ok()) return 0;
    static_cast<void>(read_award(json.value()).ok());
    const auto back = recover(*trust.templates().front(), json.value());
    if (back.ok() && !to_json(*trust.templates().front(), back.value()).ok()) std::abort();
    return 0;
}
