#pragma once
// A vault with two people, made quickly and from a seed.

#include "storage/vault/vault.h"
#include "tests/support/scratch.h"

namespace northseal::test {

constexpr const char* sample_words = "river stone kettle lantern birch otter";

inline vault::NewVault sample_people()
{
    return {vault::SixWords{sample_words, vault::tests_cost},
            {{"Ada Northwater", "assessor", "246810"}, {"Per Sund", "witness", "135791"}},
            vault::tests_cost};
}

struct SampleVault {
    Scratch scratch;
    RealDisk disk;
    FixedClock clock{1781276645};
    SeededRandom random{3};
    vault::Vault made =
        std::move(vault::Vault::create(scratch.path("site"), sample_people(), disk, clock, random).value());
    vault::Vault opened()
    {
        return std::move(vault::Vault::open(scratch.path("site"), disk, clock, random)).value();
    }
};

} // namespace northseal::test
