#include "kiosk/screens/recovery.h"

#include "kiosk/screens/door_card.h"
#include "kiosk/screens/draw.h"

namespace northseal::kiosk {

Action draw_recovery(const RecoveryView& view, Page& page)
{
    Answer answer;
    Ui& ui = page.ui;
    DoorCardLook look;
    look.title = page.words("recovery.title");
    look.explain = page.words("recovery.explain") + " " + view.sheets;
    look.back = page.words("recovery.back");
    look.typing = view.typing;
    look.height = ui.portrait() ? 500 : 470;
    auto card = door_card(page, look);
    if (card.back) answer = act::Back{};
    Box& inner = card.inner;
    say_failure(page, inner, view.failure);
    FieldLook field;
    field.label = page.words("recovery.label");
    field.hint = page.words("recovery.hint");
    field.problem = view.problem;
    field.note = view.counted;
    field.lines = true; // nine groups are too long for one line on a narrow screen
    answer = text_field(page, "code", inner.take_top(view.typing ? 132.0F : 160.0F, 20),
                        TextField::recovery_code, view.code, field);
    Box row = inner.take_top(72);
    if (view.busy) {
        busy(ui, row, {page.words("busy.opening"), {}, {}, 0.5F});
    } else {
        const ButtonLook open = button_look(page.words("unlock.open"), ButtonStyle::main, Icon::arrow_right,
                                            IconSide::after, view.can_open, view.why_not);
        const float width = std::max(260.0F, button_width(ui, open));
        if (button(ui, "open", row.take_right(width, 16).at_centre(width, 64), open)) answer = act::Unlock{};
        // What is wrong stands below the field already.
        if (view.problem.empty()) draw_centred(ui, row, Role::body, ui.colours().text_soft, view.why_not);
    }
    answer = typing_keys(page);
    return answer;
}

} // namespace northseal::kiosk
