#include "kiosk/widgets/touch.h"

#include <algorithm>

#include "kiosk/widgets/paint.h"

namespace northseal::kiosk {

Touched touch(Ui& ui, std::string_view id, Box box, const Reach& reach, float radius)
{
    const Box whole = box.inset(std::min(0.0F, (box.width - touch_least) / 2),
                                std::min(0.0F, (box.height - touch_least) / 2));
    Target target{std::string(id), reach.label,   reach.kind,   whole.meet(ui.clip()),
                  whole,           reach.enabled, reach.chosen, reach.why_not,
                  ui.layer(),      reach.main,    ui.clip(),    reach.secret};
    target.language = reach.language;
    ui.registry().add(std::move(target));
    if (ui.has_focus(id)) ui.show_ring(box, radius);
    const bool down = reach.enabled && ui.is_down(id);
    Touched out{false, false, false, down ? 1.0F : 0.0F, reach.chosen ? 1.0F : 0.0F};
    if (ui.motion().allowed()) {
        const std::string name(id);
        out.press = ui.motion().towards("press/" + name, down, 0, release_ms);
        out.chosen = ui.motion().towards("choose/" + name, reach.chosen, choose_ms, choose_ms);
    }
    if (!reach.enabled) return out;
    out.down = down;
    out.tapped = ui.was_tapped(id);
    out.focused = ui.has_focus(id);
    return out;
}

} // namespace northseal::kiosk
