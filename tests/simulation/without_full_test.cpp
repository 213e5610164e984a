// Linked with a ledger whose synchronous is NORMAL. Succeeds only where the power-cut test then sees what it
// is there to see: verbs that were acknowledged, gone. What is lost can look like half a verb
// too, where a later write of it arrived; so other laws may break beside, and are printed.

#include <cstdio>

#include "tests/simulation/power_cut.h"

using namespace northseal::simulation;

int main()
{
    const Beginning beginning;
    std::size_t lost = 0;
    std::size_t others = 0;
    for (const auto& verb : power_cut_verbs(beginning)) {
        if (!verb.is_open)
            continue; // enrolling and installing rest at their end, which syncs under NORMAL too
        for (const auto& broken : cut_power_everywhere(beginning, verb, 2).broken) {
            const bool is_loss = broken.law == Law::done_is_there || broken.law == Law::extends;
            ++(is_loss ? lost : others);
            if (!is_loss) std::printf("%s: %s\n", word_of(broken.law), broken.what.c_str());
        }
    }
    std::printf("with synchronous=NORMAL: %zu acknowledged things lost, %zu other laws broken\n", lost,
                others);
    return lost > others ? 0 : 1;
}
