#include "kiosk/widgets/long_list.h"

#include <algorithm>
#include <cmath>

namespace northseal::kiosk {

bool long_list(Ui& ui, Scroll& scroll, std::string_view id, Box& room, const LongList& list)
{
    Ui::ScrollState& state = ui.scroll_state(id);
    const std::string version = list.version + "/" + std::to_string(std::lround(room.width)) + "/" +
                                std::to_string(ui.theme().grow());
    if (state.version != version || state.ends.size() > list.count) {
        state.version = version;
        state.ends.clear();
    }
    // Whole pixels: seven million of them are still counted one by one.
    for (std::size_t at = state.ends.size(); at < list.count; ++at)
        state.ends.push_back((at == 0 ? 0.0F : state.ends.back()) + std::ceil(list.height(at)));

    const float top = room.y;
    const auto below = std::lower_bound(state.ends.begin(), state.ends.end(), scroll.first_in_sight() - top);
    for (auto at = static_cast<std::size_t>(below - state.ends.begin()); at < list.count; ++at) {
        const float begin = at == 0 ? 0.0F : state.ends[at - 1];
        const Box box{room.x, top + begin, room.width, state.ends[at] - begin};
        if (!scroll.in_sight(box.y, box.height)) break;
        list.draw(at, box);
    }
    const float all = list.count == 0 ? 0.0F : state.ends[list.count - 1];
    room.take_top(all);
    scroll.ends_at(top + all);
    return top + all < state.view.bottom() + 2 * state.view.height;
}

} // namespace northseal::kiosk
