#include "kiosk/widgets/touch.h"

#include <algorithm>

#include "kiosk/widgets/paint.h"

namespace northseal::kiosk {

Touched touch(Ui& ui, std::string_view id, Box box, const Reach& reach, float radius)
{
    const Box whole = box.inset(std::min(0.0F, (box.width - touch_least) / 2),
                                std::min(0.0F, (box.height - touch_least) / 2));
    ui.registry().add(Target{std::string(id), reach.label, reach.kind, whole.meet(ui.clip()), whole,
                             reach.enabled, reach.chosen, reach.why_not, ui.layer(), reach.main, ui.clip()});
    if (!reach.enabled) return {};
    const Touched touched{ui.is_down(id), ui.was_tapped(id), ui.has_focus(id)};
    if (touched.focused) ring(ui, box.inset(-7), ui.colours().focus, 4, radius + 7);
    return touched;
}

} // namespace northseal::kiosk
