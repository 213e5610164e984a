#include <algorithm>
#include <cmath>

#include "storage/base/text.h"
#include "tests/kiosk/support/layout_laws.h"

namespace northseal::kiosk {

namespace {

constexpr float least_em = 16;

std::string quoted(const TextBox& text)
{
    return "\"" + text.text + "\"";
}

// A line stands in more room than its letters fill.
Box letters_of(const TextBox& text, const Box& box)
{
    const float lead = std::max(0.0F, (text.line - 0.8F * text.em) / 2);
    return box.height > 2 * lead + 2 ? box.inset(0, lead) : box;
}

bool within(const Box& inner, const Box& outer, float slack)
{
    return inner.x >= outer.x - slack && inner.right() <= outer.right() + slack &&
           inner.y >= outer.y - slack && inner.bottom() <= outer.bottom() + slack;
}

bool cross(const Box& a, const Box& b)
{
    const Box both = a.meet(b);
    return both.width > 1.5F && both.height > 1.5F;
}

// Where words reach beyond the part of the screen that shows them, scrolling must lead there.
void reachable(const Seen& seen, const TextBox& text, std::vector<std::string>& out)
{
    const Box letters = letters_of(text, text.whole);
    if (within(letters, text.view, 1)) return;
    for (const ScrolledView& scrolled : seen.registry.scrolled()) {
        if (!(scrolled.view == text.view)) continue;
        const bool sideways =
            scrolled.sideways || (letters.x >= text.view.x - 1 && letters.right() <= text.view.right() + 1);
        if (sideways && letters.bottom() <= scrolled.ends_at + 1) return;
    }
    out.push_back("out of reach: " + quoted(text));
}

// Two bands of one strip: the lower begins with the colour that the upper ends in.
bool one_strip(const Ground& a, const Ground& b)
{
    return a.picture == 0 && b.picture == 0 && (a.top == b.foot || a.foot == b.top) &&
           a.whole.x == b.whole.x && a.whole.width == b.whole.width;
}

void on_one_ground(const Seen& seen, const TextBox& text, std::vector<std::string>& out)
{
    const Box letters = letters_of(text, text.box.empty() ? text.whole : text.box).inset(1, 0);
    const Under middle = under(seen, text, letters.centre());
    if (!middle.known) return;
    const auto& grounds = seen.registry.grounds();
    const auto banded = [&](std::size_t index) {
        return grounds[index].top != grounds[index].foot || grounds[index].picture != 0;
    };
    for (const Point corner :
         {Point{letters.x, letters.y}, Point{letters.right() - 1, letters.y},
          Point{letters.x, letters.bottom() - 1}, Point{letters.right() - 1, letters.bottom() - 1}}) {
        const Under there = under(seen, text, corner);
        if (!there.known || there.ground == middle.ground) continue;
        if (banded(there.ground) && banded(middle.ground)) continue;
        if (one_strip(grounds[there.ground], grounds[middle.ground])) continue;
        out.push_back("stands across an edge: " + quoted(text));
        return;
    }
}

void not_painted_over(const Seen& seen, const TextBox& text, std::vector<std::string>& out)
{
    const auto& grounds = seen.registry.grounds();
    const Box letters = letters_of(text, text.box);
    for (std::size_t index = text.grounds; index < grounds.size(); ++index) {
        const Ground& later = grounds[index];
        const bool faint = later.picture == 0 && (later.top >> 24U) < 0x20;
        if (later.mark || faint || !cross(letters, later.box)) continue;
        if (seen.registry.layer_at(later.box.meet(letters).centre()) > text.layer) continue;
        out.push_back("painted over: " + quoted(text));
        return;
    }
}

void half_covered(const Seen& seen, const TextBox& text, std::vector<std::string>& out)
{
    const Box letters = letters_of(text, text.box);
    const Registry& all = seen.registry;
    if (all.layer_at({letters.centre().x, letters.bottom() - 1}) > text.layer &&
        all.layer_at({letters.centre().x, letters.y + 1}) <= text.layer)
        out.push_back("half under the keyboard: " + quoted(text));
}

// Two things of one page, as both are seen; where both are scrolled out of one view, as they will be.
bool meet_on_page(const TextBox& a, const Box& whole, const Box& box, const Box& view)
{
    if (a.view == view) return cross(letters_of(a, a.whole), whole);
    return !a.box.empty() && !box.empty() && cross(letters_of(a, a.box), box);
}

void apart_from_texts(const std::vector<const TextBox*>& all, std::vector<std::string>& out)
{
    for (std::size_t one = 0; one < all.size(); ++one) {
        for (std::size_t two = one + 1; two < all.size(); ++two) {
            const TextBox& a = *all[one];
            const TextBox& b = *all[two];
            if (a.layer != b.layer) continue;
            if (meet_on_page(a, letters_of(b, b.whole), letters_of(b, b.box), b.view))
                out.push_back("words over words: " + quoted(a) + " and " + quoted(b));
        }
    }
}

void apart_from_targets(const Seen& seen, const TextBox& text, std::vector<std::string>& out)
{
    for (const Target& target : seen.registry.targets()) {
        if (target.layer != text.layer || !meet_on_page(text, target.whole, target.box, target.view))
            continue;
        const bool one_view = text.view == target.view;
        const Box letters = letters_of(text, one_view ? text.whole : text.box);
        if (!within(letters, one_view ? target.whole : target.box, 2) && !(text.view == target.whole) &&
            !within(text.view, target.whole, 2))
            out.push_back("words across a target: " + quoted(text) + " and " + target.id);
    }
}

bool is_mark(char32_t letter)
{
    return letter >= 0x0300 && letter <= 0x036F;
}

bool every_letter(const Theme& theme, const TextBox& text)
{
    std::string letters; // marks are set by the shaper, onto letters of the same face
    for (const char32_t letter : code_points(text.text)) {
        if (!is_mark(letter)) append_utf8(letters, letter);
    }
    return theme.has_every_letter(text.role, letters);
}

} // namespace

bool uncovered(const Registry& registry, const TextBox& text)
{
    return registry.layer_at(text.box.centre()) <= text.layer;
}

void text_faults(const Seen& seen, std::vector<std::string>& out)
{
    std::vector<const TextBox*> all;
    for (const TextBox& text : seen.registry.texts()) {
        if (uncovered(seen.registry, text)) all.push_back(&text);
    }
    for (const TextBox& text : seen.registry.out_of_sight()) all.push_back(&text);
    for (const TextBox* each : all) {
        const TextBox& text = *each;
        if (text.cut) out.push_back("does not fit: " + quoted(text));
        if (text.broken) out.push_back("a word is broken in two: " + quoted(text));
        if (text.em < least_em - 0.1F) out.push_back("smaller than 16 px: " + quoted(text));
        if (!every_letter(seen.theme, text)) out.push_back("a letter has no glyph: " + quoted(text));
        reachable(seen, text, out);
        on_one_ground(seen, text, out);
        if (!text.box.empty()) {
            not_painted_over(seen, text, out);
            half_covered(seen, text, out);
        }
        apart_from_targets(seen, text, out);
    }
    apart_from_texts(all, out);
}

} // namespace northseal::kiosk
