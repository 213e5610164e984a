#include "kiosk/screens/evidence.h"

#include "kiosk/screens/draw.h"

namespace northseal::kiosk {

namespace {

constexpr float picture_height = 168;

Action kept_picture(const EvidenceView::Kept& each, bool editable, Page& page, Box box)
{
    Answer answer;
    Ui& ui = page.ui;
    inset(ui, box);
    Box inner = box.inset(12);
    const float line = std::max(56.0F, line_height(ui, Role::label));
    Box foot = inner.take_bottom(line, 8);
    if (each.picture != nullptr && each.picture->width > 0) {
        const Box place =
            fitted(inner, static_cast<float>(each.picture->width), static_cast<float>(each.picture->height));
        const auto name = "evidence-" + std::to_string(each.index);
        picture(ui, place, page.art.made(name, each.number, *each.picture), 6);
    }
    if (editable) {
        const std::string label = page.words("evidence.remove", {{"picture", each.title}});
        if (icon_button(ui, "remove/" + std::to_string(each.index), foot.take_right(56, 8).at_centre(56, 56),
                        Icon::trash, label, ui.colours().berry))
            answer = act::RemoveEvidence{each.index};
    }
    draw_centred(ui, foot, Role::label, ui.colours().text, each.title);
    return answer;
}

Action kept(const EvidenceView& view, Page& page, Box box)
{
    Answer answer;
    Ui& ui = page.ui;
    Box inner = card(ui, box);
    card_title(page, inner, page.words("evidence.kept"), Role::heading);
    if (view.kept.empty()) {
        draw_text(ui, inner, Role::body, ui.colours().text_soft, page.words("evidence.none"));
        return answer;
    }
    Scroll scroll(ui, "kept", {box.x, inner.y, box.width, box.bottom() - inner.y - 8});
    const Box content = scroll.content().inset(card_padding, 0);
    const int across = content.width > 620 ? 3 : 2;
    const float height = picture_height + std::max(56.0F, line_height(ui, Role::label)) + 32;
    const auto cells = grid(content, static_cast<int>(view.kept.size()), across, height, 16);
    for (std::size_t i = 0; i < view.kept.size(); ++i) {
        answer = kept_picture(view.kept[i], view.editable, page, cells[i]);
        scroll.ends_at(cells[i].bottom() + 4);
    }
    return answer;
}

Action on_the_stick(const EvidenceView& view, Page& page, Box box)
{
    Answer answer;
    Ui& ui = page.ui;
    Box inner = card(ui, box);
    card_title(page, inner, page.words("evidence.on_stick"), Role::button);
    const float note = text_height(ui, Role::small, view.note, inner.width);
    draw_text(ui, inner.take_bottom(note, 12), Role::small, ui.colours().text_soft, view.note);
    const ButtonLook look = button_look(page.words("evidence.look"), ButtonStyle::soft, Icon::device_usb);
    const Box again = inner.take_bottom(button_height(ui, ButtonStyle::soft), 12);
    if (button(ui, "look", again, look)) answer = act::LookForEvidence{};
    if (!view.busy.empty()) {
        busy(ui, inner.take_top(72, 8), {view.busy, {}, {}, 0.5F});
        return answer;
    }
    if (view.found.empty()) {
        draw_text(ui, inner, Role::body, ui.colours().text_soft, view.nothing_there);
        return answer;
    }
    Scroll scroll(ui, "found", {box.x, inner.y, box.width, inner.height});
    Box rows = scroll.content();
    for (const auto& each : view.found) {
        RowLook row_look;
        row_look.title = each.name;
        row_look.icon = Icon::photo;
        row_look.action = page.words("evidence.add");
        row_look.chevron = false;
        const Box place = rows.take_top(row_height(ui, rows.width, row_look));
        scroll.ends_at(place.bottom());
        if (!scroll.in_sight(place.y, place.height)) continue;
        divider(ui, place.x + card_padding, place.y, place.width - 2 * card_padding);
        if (row(ui, "found/" + std::to_string(each.index), place, row_look))
            answer = act::AddEvidence{each.index};
    }
    return answer;
}

} // namespace

Action draw(const EvidenceView& view, Page& page)
{
    Answer answer;
    Ui& ui = page.ui;
    answer = task(page, page.words("evidence.title"), view.line, view.saved, false);
    Box body = task_body(ui);
    say_failure(page, body, view.failure);
    TwoColumns columns = two_columns(page, body, 420);
    if (ui.portrait()) {
        columns.main = body;
        columns.side = columns.main.take_bottom(body.height * 0.45F, card_gap);
    }
    answer = kept(view, page, columns.main);
    answer = on_the_stick(view, page, columns.side);
    TaskBarLook bar;
    bar.main = button_look(view.done_label, ButtonStyle::main, Icon::check);
    if (task_bar(ui, bar) == BarTap::main) answer = act::Back{};
    return answer;
}

} // namespace northseal::kiosk
