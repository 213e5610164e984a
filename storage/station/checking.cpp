// "Check a certificate", offline: the verdict by what this kiosk knows, and its own certificates by the code
// or by the serial that stand on paper.

#include <algorithm>
#include <cctype>
#include <nlohmann/json.hpp>

#include "storage/base/json.h"
#include "storage/credential/slip.h"
#include "storage/institution/trust_folder.h"
#include "storage/station/parts.h"

namespace northseal::station {
namespace {

using Parts = Station::Parts;
using credential::TrustSource;

// The kiosk's own programmes, keys and log, and before them the institution's lists where they are at hand.
// Of another kiosk's key it knows nothing by itself, and says so: its own "lists" are of no date.
class SiteTrust final : public TrustSource {
public:
    SiteTrust(Parts& parts, std::unique_ptr<institution::TrustFolder> lists)
        : m_parts(parts), m_lists(std::move(lists))
    {}

    const credential::Template* find_template(const credential::TemplatePrefix& prefix) const override
    {
        for (const auto& held : m_parts.templates) {
            const auto& id = held->form->id();
            if (std::equal(prefix.begin(), prefix.end(), id.begin())) return held->form.get();
        }
        return m_lists ? m_lists->find_template(prefix) : nullptr;
    }
    bool lists_issuer(std::string_view did) const override
    {
        return did == m_parts.facts.did || (m_lists && m_lists->lists_issuer(did));
    }
    std::optional<Key> key(std::string_view method) const override
    {
        if (m_lists) {
            if (auto listed = m_lists->key(method)) return listed;
        }
        for (const auto& held : m_parts.delegations) {
            if (method != held.facts.facts.did + "#kiosk-" + held.facts.facts.kiosk) continue;
            Key own;
            own.key = m_parts.kiosk_key_at(held.entry);
            return own;
        }
        return std::nullopt;
    }
    std::optional<bool> revoked(std::uint32_t index) const override
    {
        return m_lists ? m_lists->revoked(index) : std::nullopt;
    }
    bool superseded(std::uint32_t index) const override { return m_lists && m_lists->superseded(index); }
    std::optional<credential::ReceivedDigest> received(std::uint32_t index) const override
    {
        return m_lists ? m_lists->received(index) : std::nullopt;
    }
    Instant dated() const override { return m_lists ? m_lists->dated() : 0; }

private:
    Parts& m_parts;
    std::unique_ptr<institution::TrustFolder> m_lists;
};

std::string bare_serial(std::string_view text)
{
    std::string out;
    for (const char each : text) {
        if (std::isalnum(static_cast<unsigned char>(each)) != 0)
            out.push_back(static_cast<char>(std::toupper(static_cast<unsigned char>(each))));
    }
    return out;
}

} // namespace

Result<Judgement> Station::judge(std::string_view slip_text, const std::string& trust) const
{
    auto& parts = *m_parts;
    TRY(parts.check_unlocked());
    Judgement out;
    std::unique_ptr<institution::TrustFolder> lists;
    const auto* named = parts.named();
    if (!trust.empty() && named != nullptr && parts.around.disk.exists(trust + "/index.json")) {
        institution::TrustExpectations expected;
        expected.root = named->root;
        auto opened = institution::TrustFolder::open(trust, parts.around.disk, expected);
        if (opened.ok())
            lists = std::move(opened).value();
        else
            out.lists_refused = opened.error().detail;
    }
    const SiteTrust source(parts, std::move(lists));
    credential::VerifyOptions options;
    options.now = now();
    out.finding = credential::verify_slip(slip_text, source, options);
    out.own = TRY(find_by_slip(slip_text));
    if (out.finding.credential.empty()) return out;
    const auto json = TRY(parse_json(out.finding.credential));
    auto award = credential::read_award(json);
    if (award.ok()) out.award = std::move(award).value();
    return out;
}

Result<std::optional<IssuedId>> Station::find_by_slip(std::string_view slip_text) const
{
    auto& parts = *m_parts;
    TRY(parts.check_unlocked());
    const auto slip = credential::read_slip_text(slip_text);
    if (!slip.ok()) return std::optional<IssuedId>();
    const auto record = TRY(parts.ledger->issued().with_index(slip.value().claims.status_index));
    if (!record) return std::optional<IssuedId>();
    const IssuedId id{static_cast<std::int64_t>(record->entry)};
    const auto own = TRY(issued(id));
    if (!own || !(credential::slip_of(own->signed_credential) == slip.value()))
        return std::optional<IssuedId>();
    return std::optional(id);
}

Result<std::optional<IssuedId>> Station::find_by_serial(std::string_view serial) const
{
    constexpr std::size_t serial_letters = 8;
    constexpr std::size_t rows_at_once = 500;
    TRY(m_parts->check_unlocked());
    const auto wanted = bare_serial(serial);
    if (wanted.size() != serial_letters) return std::optional<IssuedId>();
    for (std::size_t skip = 0;; skip += rows_at_once) {
        const auto rows = TRY(issued_rows(rows_at_once, skip));
        for (const auto& row : rows) {
            if (bare_serial(row.serial) == wanted) return std::optional(row.id);
        }
        if (rows.size() < rows_at_once) return std::optional<IssuedId>();
    }
}

Result<std::optional<LearnerId>> Station::holder(IssuedId id) const
{
    auto& parts = *m_parts;
    TRY(parts.check_unlocked());
    if (id.value < 1) return std::optional<LearnerId>();
    const auto record = TRY(parts.ledger->issued().find(static_cast<std::uint64_t>(id.value)));
    return record ? std::optional(LearnerId{record->learner}) : std::nullopt;
}

} // namespace northseal::station
