#include "kiosk/screens/recovery.h"

#include <algorithm>

#include "kiosk/screens/door_card.h"
#include "kiosk/screens/draw.h"

namespace northseal::kiosk {

Action draw(const RecoveryView& view, Page& page)
{
    Answer answer;
    Ui& ui = page.ui;
    DoorCardLook look;
    look.title = page.words("recovery.title");
    look.explain = page.words("recovery.explain") + " " + view.sheets;
    look.back = page.words("recovery.back");
    look.typing = view.typing;
    FieldLook field;
    field.label = page.words("recovery.label");
    field.hint = page.words("recovery.hint");
    field.problem = view.problem;
    field.note = view.counted;
    field.lines = true; // nine groups are too long for one line on a narrow screen
    const ButtonLook open = button_look(page.words("unlock.open"), ButtonStyle::main, Icon::arrow_right,
                                        IconSide::after, view.can_open, view.why_not);
    const BusyLook opening{page.words("busy.opening"), {}, {}, 0.5F};
    const float width = door_card_width(page);
    const float open_width = std::max(260.0F, button_width(ui, open));
    // What is wrong stands below the field already.
    const std::string beside = view.problem.empty() ? view.why_not : std::string();
    const float foot = view.busy ? busy_height(ui, width, opening)
                                 : std::max(button_height(ui, ButtonStyle::main),
                                            text_height(ui, Role::body, beside, width - open_width - 16));
    const float asked = field_height(ui, width, field) + 2 * line_height(ui, Role::body);
    look.content = failure_height(page, width, view.failure) + asked + 20 + foot;
    auto card = door_card(page, look);
    if (card.back) answer = act::Back{};
    Box& inner = card.inner;
    say_failure(page, inner, view.failure);
    Box row = inner.take_bottom(foot, view.typing ? 12 : 20);
    answer = text_field(page, "code", inner, TextField::recovery_code, view.code, field);
    if (view.busy) {
        busy(ui, row, opening);
    } else {
        const Box place = row.take_right(open_width, 16);
        if (button(ui, "open", place.at_centre(open_width, button_height(ui, open.style)), open))
            answer = act::Unlock{};
        draw_centred(ui, row, Role::body, ui.colours().text_soft, beside);
    }
    answer = typing_keys(page);
    return answer;
}

} // namespace northseal::kiosk
