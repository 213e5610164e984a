#include "kiosk/screens/recovery.h"

#include <algorithm>

#include "kiosk/screens/door_card.h"
#include "kiosk/screens/draw.h"

namespace northseal::kiosk {

namespace {

CellsLook code_cells(const RecoveryView& view, const Page& page)
{
    CellsLook look;
    look.label = page.words("recovery.label");
    look.cells = view.cells;
    look.across = page.ui.portrait() ? 3 : 5;
    look.focused = view.typing;
    return look;
}

// What is wrong, or how far it is, beside the button that opens.
struct BesideOpen {
    std::string sentence;
    bool wrong;
};
BesideOpen beside_open(const RecoveryView& view)
{
    if (!view.problem.empty()) return {view.problem, true};
    return {view.ask.empty() ? view.counted : view.ask + " " + view.counted + ".", false};
}

} // namespace

Action draw(const RecoveryView& view, Page& page)
{
    Answer answer;
    Ui& ui = page.ui;
    DoorCardLook look;
    look.title = page.words("recovery.title");
    look.explain = page.words("recovery.explain") + " " + view.sheets;
    look.back = page.words("recovery.back");
    look.typing = view.typing;
    const CellsLook cells = code_cells(view, page);
    const ButtonLook open = button_look(page.words("unlock.open"), ButtonStyle::main, Icon::arrow_right,
                                        IconSide::after, view.can_open, view.why_not);
    const BusyLook opening{page.words("busy.opening"), {}, {}, 0.5F};
    const float width = door_card_width(page);
    const float open_width = std::max(260.0F, button_width(ui, open));
    const BesideOpen beside = beside_open(view);
    const float foot = view.busy
                           ? busy_height(ui, width, opening)
                           : std::max(button_height(ui, ButtonStyle::main),
                                      text_height(ui, Role::body, beside.sentence, width - open_width - 16));
    look.content = failure_height(page, width, view.failure) + cells_height(ui, cells) + 20 + foot;
    auto card = door_card(page, look);
    if (card.back) answer = act::Back{};
    Box& inner = card.inner;
    say_failure(page, inner, view.failure);
    Box row = inner.take_bottom(foot, view.typing ? 12 : 20);
    if (const auto cell = cells_field(ui, "code", inner, cells))
        answer = act::Focus{TextField::recovery_code,
                            *cell < view.ends.size() ? view.ends[*cell] : view.code.size()};
    if (view.busy) {
        busy(ui, row, opening);
    } else {
        const Box place = row.take_right(open_width, 16);
        if (button(ui, "open", place.at_centre(open_width, button_height(ui, open.style)), open))
            answer = act::Unlock{};
        draw_centred(ui, row, Role::body, beside.wrong ? ui.colours().berry : ui.colours().text_soft,
                     beside.sentence);
    }
    answer = typing_keys(page);
    return answer;
}

} // namespace northseal::kiosk
