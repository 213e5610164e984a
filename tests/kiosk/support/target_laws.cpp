#include <algorithm>

#include "kiosk/widgets/touch.h"
#include "tests/kiosk/support/layout_laws.h"

namespace northseal::kiosk {

namespace {

bool contains_whole(const Box& outer, const Box& inner)
{
    return inner.x >= outer.x - 0.5F && inner.right() <= outer.right() + 0.5F && inner.y >= outer.y - 0.5F &&
           inner.bottom() <= outer.bottom() + 0.5F;
}

// How far apart two targets lie; less than nothing where they overlap.
float distance(const Box& a, const Box& b)
{
    const float across = std::max(a.x, b.x) - std::min(a.right(), b.right());
    const float down = std::max(a.y, b.y) - std::min(a.bottom(), b.bottom());
    return std::max(across, down);
}

// Between two targets of one layer there must be room for a finger that misses. One may stand in another, as
// a button does in its row: it was painted later and wins.
void apart(const Target& a, const Target& b, std::vector<std::string>& out)
{
    if (a.layer != b.layer) return;
    const bool one_view = a.view == b.view;
    const Box& first = one_view ? a.whole : a.box;
    const Box& second = one_view ? b.whole : b.box;
    if (first.empty() || second.empty() || contains_whole(first, second)) return;
    const float gap = distance(first, second);
    if (gap < touch_gap_least - 0.5F)
        out.push_back((gap < 0 ? "targets overlap: " : "too close: ") + a.id + " and " + b.id);
}

void reachable_target(const Seen& seen, const Target& target, std::vector<std::string>& out)
{
    if (contains_whole(target.view, target.whole)) return;
    for (const ScrolledView& scrolled : seen.registry.scrolled()) {
        if (scrolled.view == target.view && target.whole.x >= target.view.x - 8 &&
            target.whole.right() <= target.view.right() + 8 && target.whole.bottom() <= scrolled.ends_at + 4)
            return;
    }
    out.push_back("out of reach: " + target.id);
}

} // namespace

void target_faults(const Seen& seen, std::vector<std::string>& out)
{
    const auto& targets = seen.registry.targets();
    for (std::size_t index = 0; index < targets.size(); ++index) {
        const Target& target = targets[index];
        if (target.whole.width < touch_least - 0.5F || target.whole.height < touch_least - 0.5F)
            out.push_back("too small: " + target.id);
        if (target.label.empty()) out.push_back("says nothing to a voice: " + target.id);
        reachable_target(seen, target, out);
        for (std::size_t other = index + 1; other < targets.size(); ++other)
            apart(target, targets[other], out);
    }
}

} // namespace northseal::kiosk
