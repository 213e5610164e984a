#include "kiosk/screens/stop.h"

#include "kiosk/screens/draw.h"
#include "kiosk/screens/pin_card.h"

namespace northseal::kiosk {

Action draw(const StopView& view, Page& page)
{
    Answer answer;
    Ui& ui = page.ui;
    answer = task(page, page.words("stop.title"), page.words("stop.line"), {}, false);
    Box body = task_body(ui);
    body.height = ui.screen().bottom() - 16 - body.y;
    body.y -= 8;
    body.height += 8;
    say_failure(page, body, view.failure);
    const TwoColumns columns = beside_pin_card(page, body);
    Box inner = card(ui, columns.main);
    int number = 0;
    for (const std::string& step : view.steps) {
        const float height = std::max(56.0F, text_height(ui, Role::body, step, inner.width - 56));
        numbered_step(ui, {inner.x, inner.y}, inner.width, ++number, step);
        inner.take_top(height, 12);
    }
    card(ui, columns.side);
    answer = pin_card(page, columns.side, view.pin, {page.words("stop.main"), Icon::door_exit, view.busy});
    return answer;
}

} // namespace northseal::kiosk
