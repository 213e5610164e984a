#include "kiosk/widgets/caption.h"

#include <algorithm>
#include <cmath>

#include "kiosk/widgets/card.h"
#include "kiosk/widgets/focus.h"
#include "kiosk/widgets/paint.h"
#include "kiosk/widgets/text.h"

namespace northseal::kiosk {

namespace {

// In every theme the same, as a toast is.
constexpr Colour ring_of_key = rgb(0x5E7883);
constexpr float padding = 14;
constexpr float gap = 16;
constexpr float caption_gap = 8;

struct Said {
    std::string all;
    std::size_t begin{0}; // of what is being spoken
    std::size_t end{0};
};

Said join(const CaptionLook& look)
{
    Said out;
    for (std::size_t at = 0; at < look.phrases.size(); ++at) {
        if (look.phrases[at].empty()) continue;
        if (!out.all.empty()) out.all += ' ';
        if (static_cast<int>(at) == look.here) out.begin = out.all.size();
        out.all += look.phrases[at];
        if (static_cast<int>(at) == look.here) out.end = out.all.size();
    }
    return out;
}

// Where each line of the wrapped text begins in it.
std::vector<std::size_t> begins(const std::string& all, const std::vector<std::string>& lines)
{
    std::vector<std::size_t> out;
    std::size_t at = 0;
    for (const std::string& line : lines) {
        const std::size_t found = all.find(line, at);
        out.push_back(found == std::string::npos ? at : found);
        at = out.back() + line.size();
    }
    return out;
}

// The part of the line that is being spoken, on its pale ground.
void mark_spoken(Ui& ui, Point at, std::string_view line, std::size_t begin, std::size_t end, Box room)
{
    const Colours& all = ui.colours();
    const float before = text_width(ui, Role::body, line.substr(0, begin));
    const std::string_view spoken = line.substr(begin, end - begin);
    const float width = text_width(ui, Role::body, spoken);
    const Box ground =
        Box{at.x + before - 3, at.y + 1, width + 6, line_height(ui, Role::body) - 2}.meet(room);
    fill(ui, ground, all.toast_action, 4);
    draw_line(ui, {at.x + before, at.y}, Role::body, all.toast, spoken);
}

void draw_words(Ui& ui, Box box, const CaptionLook& look)
{
    const Said said = join(look);
    const std::vector<std::string> lines = wrap(ui, Role::body, said.all, box.width - 8);
    const std::vector<std::size_t> begin = begins(said.all, lines);
    const float step = line_height(ui, Role::body);
    const auto fit = static_cast<std::size_t>(std::max(1.0F, std::floor(box.height / step)));
    // What is longer than the caption follows the voice.
    std::size_t first = 0;
    for (std::size_t at = 0; at < lines.size(); ++at) {
        if (said.end > 0 && begin[at] <= said.begin) first = at;
    }
    first = lines.size() <= fit ? 0 : std::min(first, lines.size() - fit);
    const std::size_t count = std::min(fit, lines.size() - first);
    float y = std::floor(box.y + (box.height - step * static_cast<float>(count)) / 2);
    for (std::size_t at = first; at < first + count; ++at, y += step) {
        const std::string_view line = lines[at];
        draw_line(ui, {box.x, y}, Role::body, ui.colours().on_toast, line);
        const std::size_t from = std::max(said.begin, begin[at]);
        const std::size_t to = std::min(said.end, begin[at] + line.size());
        if (from < to) mark_spoken(ui, {box.x, y}, line, from - begin[at], to - begin[at], box.inset(-4, 0));
    }
}

// A picture of the pad: which key does what. They take no touch, since whoever touches needs no pad.
float keys(Ui& ui, Box box, const CaptionLook& look)
{
    struct Key {
        Icon icon;
        const std::string& word;
    };
    const Key all[] = {{Icon::arrow_up, look.previous},
                       {Icon::arrow_back_up, look.back},
                       {Icon::arrow_down, look.next},
                       {Icon::check, look.choose}};
    float widths[2]{};
    for (int at = 0; at < 4; ++at)
        widths[at % 2] = std::max(widths[at % 2], 58 + text_width(ui, Role::small, all[at].word));
    const float total = widths[0] + widths[1] + caption_gap;
    const float height = std::floor((box.height - caption_gap) / 2);
    for (int at = 0; at < 4; ++at) {
        const float x = at % 2 == 0 ? box.right() - total : box.right() - widths[1];
        const Box key{x, box.y + (at < 2 ? 0 : height + caption_gap), widths[at % 2], height};
        ring(ui, key, ring_of_key, 2, 8);
        draw_icon(ui, {key.x + 26, std::floor(key.centre().y)}, all[at].icon, 24, ui.colours().on_toast);
        draw_centred(ui, {key.x + 46, key.y, key.width - 50, key.height}, Role::small, ui.colours().on_toast,
                     all[at].word);
    }
    return total;
}

float covers(const Box& box, const std::vector<Box>& keep_free)
{
    float out = 0;
    for (const Box& each : keep_free) {
        const Box both = box.meet(each);
        if (!both.empty()) out += both.width * both.height;
    }
    return out;
}

// Above the foot, below the head, or half way: wherever it hides least of what one must see.
Box place(const Ui& ui, float height)
{
    std::vector<Box> keep_free;
    const Target* focus = ui.focus_shown() ? ui.seen().find(ui.focus()) : nullptr;
    if (focus != nullptr) keep_free.push_back(focus->box.inset(-12));
    if (ui.focus_shown() && focus == nullptr) {
        for (const Stop& stop : focus_stops(ui.seen(), ui.reading()))
            if (stop.id == ui.focus()) keep_free.push_back(stop.whole.inset(-12));
    }
    const Box screen = ui.screen();
    const Ui::Edges& edges = ui.edges();
    if (!ui.typed_into().empty()) {
        keep_free.push_back(ui.typed_into());
        keep_free.push_back({0, screen.bottom() - edges.foot, screen.width, edges.foot});
    }
    const float x = edges.left + page_padding;
    const float width = screen.width - x - page_padding;
    Box best{x, screen.bottom() - edges.foot - gap - height, width, height};
    for (const float y : {edges.head + gap, std::floor((screen.height - height) / 2)}) {
        const Box other{x, y, width, height};
        if (covers(other, keep_free) < covers(best, keep_free)) best = other;
    }
    return best;
}

} // namespace

void caption(Ui& ui, const CaptionLook& look)
{
    if (look.phrases.empty()) return;
    const float height = std::max(116.0F, ui.grown(116));
    const Box box = place(ui, height);
    ui.keep_caption(box);
    ui.registry().be_silent(true);
    shadow(ui, box, Elevation::over);
    fill(ui, box, ui.colours().toast, 14);
    if (ui.theme().high_contrast()) ring(ui, box, ui.colours().on_toast, 2, 14);
    Box inside = box.inset(20, padding);
    inside.take_right(keys(ui, inside, look), 24);
    const Box mark = inside.take_left(icon_size(ui, 28), 16);
    draw_icon(ui, {mark.centre().x, mark.y + 16}, Icon::volume, 28, ui.colours().toast_mark);
    draw_words(ui, inside, look);
    ui.registry().be_silent(false);
}

} // namespace northseal::kiosk
