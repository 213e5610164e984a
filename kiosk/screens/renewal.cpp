#include "kiosk/screens/renewal.h"

#include "kiosk/screens/draw.h"

namespace northseal::kiosk {

namespace {

Action words_field(const RenewalView& view, Page& page, Box box)
{
    FieldLook look;
    look.label = page.words("renewal.label");
    look.hint = page.words("renewal.hint");
    look.problem = view.problem;
    look.note = view.counted;
    look.lines = true;
    return text_field(page, "renewal", box, TextField::renewal, view.words, look);
}

} // namespace

Action draw(const RenewalView& view, Page& page)
{
    Answer answer;
    Ui& ui = page.ui;
    const Colours& colours = ui.colours();
    answer = task(page, page.words("renewal.title"), view.now, {}, false);
    if (view.typing) {
        const float top = task_head_height(ui);
        const Box body{32, top + 16, ui.screen().width - 64, keyboard_top(page) - top - 24};
        answer = words_field(view, page, body);
        answer = typing_keys(page);
        return answer;
    }
    Box body = task_body(ui);
    say_failure(page, body, view.failure);
    Box inner = card(ui, body);
    const std::string& explain = view.done.empty() ? page.words("renewal.explain") : view.done;
    draw_text(ui, inner.take_top(text_height(ui, Role::body, explain, inner.width), 20), Role::body,
              view.done.empty() ? colours.text_soft : colours.text, explain);
    if (view.done.empty())
        answer = words_field(view, page, inner.take_top(std::min(260.0F, inner.height), 16));
    if (view.done.empty() && !view.stick.empty()) draw_text(ui, inner, Role::body, colours.ember, view.stick);
    TaskBarLook look;
    if (view.done.empty()) {
        look.main = button_look(page.words("renewal.renew"), ButtonStyle::main, Icon::check, IconSide::before,
                                view.can_renew, view.why_not);
        if (view.has_stick)
            look.other =
                button_look(page.words("renewal.read_stick"), ButtonStyle::outline, Icon::device_usb);
    } else {
        look.main = button_look(page.words("renewal.home"), ButtonStyle::main, Icon::check);
    }
    if (!view.busy.empty()) {
        busy(ui, inner.take_top(72), {view.busy, {}, {}, 0.5F});
        return answer;
    }
    const auto tapped = task_bar(ui, look);
    if (tapped == BarTap::main)
        answer = view.done.empty() ? Action{act::Renew{}} : Action{act::Go{Screen::home}};
    if (tapped == BarTap::other) answer = act::ReadStick{};
    return answer;
}

} // namespace northseal::kiosk
