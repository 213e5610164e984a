#include "storage/credential/template_prove.h"

#include "storage/base/random.h"
#include "storage/base/text.h"

namespace northseal::credential {
namespace {

constexpr int tries = 200;
constexpr std::uint64_t evidence_most = 4;

// What escapes are for, and one to four bytes of UTF-8.
constexpr char32_t letters[] = {U'a',      U'Z',      U'0', U' ', U'"', U'\\', U'<',  U'>',  U'\'', U'é',
                                U'ß',      U'\u0301', U'Ω', U'Ж', U'–', U'«',  U'漢', U'한', U'𝔸',  U'😀',
                                U'\ufffd', U'\u200d', U'^', U'@', U'_', U':',  U'.',  U'{'};

} // namespace

bool ClaimsGenerator::wanted(Claim claim) const
{
    const auto key = static_cast<std::size_t>(claim);
    if (!m_facts.rendered[key]) return false;
    const bool optional = m_facts.tested[key] || claim == Claim::evidence;
    return !optional || m_random.below(2) == 1;
}

std::string ClaimsGenerator::text() const
{
    std::string raw;
    for (auto left = 1 + m_random.below(40); left > 0; --left) {
        append_utf8(raw, letters[m_random.below(std::size(letters))]);
    }
    const auto cleaned = clean_text_claim(raw);
    return cleaned.ok() ? cleaned.value() : "x";
}

Claims ClaimsGenerator::throw_dice() const
{
    Claims claims;
    claims.id = m_random.uuid();
    claims.valid_from = static_cast<Instant>(m_random.below(4'000'000'000));
    claims.status_index = static_cast<std::uint32_t>(m_random.below(0x100000000));
    for (std::size_t key = 1; key <= claim_count; ++key) {
        const auto claim = static_cast<Claim>(key);
        if (!wanted(claim)) continue;
        if (claim == Claim::kiosk) {
            for (int i = 0; i < 4; ++i)
                claims.kiosk += "abcdefghijklmnopqrstuvwxyz234567"[m_random.below(32)];
        } else if (const auto field = text_field(claim)) {
            claims.*field = text();
        } else if (const auto choice = choice_field(claim)) {
            claims.*choice = static_cast<std::uint32_t>(1 + m_random.below(m_facts.choices[key]));
        } else if (claim == Claim::awarded_date) {
            claims.awarded_date = static_cast<Instant>(m_random.below(4'000'000'000));
        } else if (claim == Claim::levels) {
            for (std::size_t i = 0; i < m_facts.level_choices.size(); ++i) {
                const std::uint64_t least = m_facts.level_optional[i] && m_random.below(4) == 0 ? 0 : 1;
                claims.levels.push_back(
                    least == 0 ? 0U
                               : static_cast<std::uint32_t>(1 + m_random.below(m_facts.level_choices[i])));
            }
        } else if (claim == Claim::evidence) {
            for (auto left = 1 + m_random.below(evidence_most); left > 0; --left) {
                claims.evidence.push_back(m_random.bytes<16>());
            }
            std::sort(claims.evidence.begin(), claims.evidence.end());
        } else if (claim == Claim::specimen) {
            claims.specimen = true;
        }
    }
    return claims;
}

Result<Claims> ClaimsGenerator::next(const std::function<bool(const Claims&)>& fills) const
{
    for (int i = 0; i < tries; ++i) {
        auto claims = throw_dice();
        if (fills(claims)) return claims;
    }
    return refused("no claims of any kind fill this template");
}

} // namespace northseal::credential
