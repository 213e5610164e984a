#pragma once
// fill(template, claims): walks a checked template and puts claims into its holes (README, "Filling"). With a
// `Recording` it leaves marks in the holes instead, and says which hole each mark stands for.

#include <bitset>
#include <vector>

#include "storage/credential/hole.h"

namespace northseal::credential {

// Which claims were rendered. An award whose claims are not all used would be two slips for one credential.
struct Used {
    std::bitset<claim_count + 1> claims;
    std::bitset<levels_most> levels;
};
Result<> check_all_used(const Used&, const Claims&);

// Both branches of an `$if` that was taken: where they come out equal the claim says nothing, and is refused.
struct Comparison {
    const Json* taken{nullptr};
    const Json* otherwise{nullptr};
    Claim claim{Claim::id};
    std::optional<std::size_t> item;
};

struct Recording {
    std::string mark; // found nowhere in the template; a hole reads: fixed part, mark, "h", four digits
    std::vector<Hole> holes;
    std::vector<Comparison> comparisons;
};
std::string hole_mark(const Recording&, std::size_t hole);

class Filler {
public:
    explicit Filler(const Claims& claims, Recording* recording = nullptr)
        : m_claims(claims), m_recording(recording)
    {}

    // Nothing where an `$if` without `else` is not taken.
    Result<std::optional<Json>> fill(const Json& node, std::optional<std::size_t> item = std::nullopt);
    Result<> compare(const Comparison&) const;
    const Used& used() const { return m_used; }

private:
    Result<std::optional<Json>> fill_array(const Json&, std::optional<std::size_t> item);
    Result<std::optional<Json>> fill_object(const Json&, std::optional<std::size_t> item);
    Result<std::optional<Json>> fill_if(const Json&, std::optional<std::size_t> item);
    Result<Json> fill_hole(const Hole&);
    Json recorded(const Hole&);
    void use(const Hole&);

    const Claims& m_claims;
    Recording* m_recording;
    Used m_used;
};

} // namespace northseal::credential
