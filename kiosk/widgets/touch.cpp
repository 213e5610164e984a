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
    if (!reach.enabled) return {};
    return {ui.is_down(id), ui.was_tapped(id), ui.has_focus(id)};
}

} // namespace northseal::kiosk
