#include "kiosk/widgets/text.h"

#include <algorithm>
#include <cmath>

#include <imgui.h>

#include "storage/base/text.h"

namespace northseal::kiosk {

namespace {

constexpr float least_em = 16;

// A role with one string in it: the face it is drawn in, or the shaper if a mark must be placed on a letter.
struct Setting {
    Font font;
    bool shaped;
    bool bold;
    float em;
};

bool has_marks(std::string_view text)
{
    // U+0300 to U+036F are CC 80 to CD AF in UTF-8.
    for (std::size_t at = 0; at + 1 < text.size(); ++at) {
        const auto first = static_cast<unsigned char>(text[at]);
        const auto second = static_cast<unsigned char>(text[at + 1]);
        if (first == 0xCC || (first == 0xCD && second <= 0xAF)) return true;
    }
    return false;
}

Setting setting(const Ui& ui, Role role, std::string_view text)
{
    const Typeface face = metrics(role).face;
    return {ui.theme().font(role, text), ui.shaper() != nullptr && has_marks(text), face != Typeface::noto,
            metrics(role).px * ui.theme().grow()};
}

float width_of(const Ui& ui, const Setting& set, std::string_view text)
{
    if (text.empty()) return 0;
    // The shaper keeps what it made; measuring makes the picture that drawing needs a moment later.
    if (set.shaped) return const_cast<Ui&>(ui).shaped(text, set.bold, set.em).advance;
    return set.font.font->CalcTextSizeA(set.font.size, 1e9F, 0, text.data(), text.data() + text.size()).x;
}

void set_line(Ui& ui, const Setting& set, Point at, Colour colour, std::string_view text)
{
    if (set.shaped) {
        const Ui::ShapedPicture words = ui.shaped(text, set.bold, set.em);
        const float baseline =
            std::floor(at.y + (set.font.line - set.font.size) / 2) + set.font.size * 0.785F;
        const float left = std::floor(at.x) + words.left;
        const float top = std::round(baseline) - words.baseline;
        ui.draw().AddImage(reinterpret_cast<ImTextureID>(words.texture.id), {left, top},
                           {left + words.width, top + words.height}, {0, 0}, {1, 1}, colour);
        return;
    }
    const float top = std::floor(at.y + (set.font.line - set.font.size) / 2);
    ui.draw().AddText(set.font.font, set.font.size, {std::floor(at.x), top}, colour, text.data(),
                      text.data() + text.size());
}

// French sets a space before these marks and within guillemets, and no line may begin with one of them.
// Whoever writes a programme types a plain space there.
std::string bind_marks(std::string_view text)
{
    constexpr std::string_view no_break = "\u00A0";
    std::string out;
    out.reserve(text.size() + 8);
    for (std::size_t at = 0; at < text.size(); ++at) {
        const auto rest = text.substr(at + 1);
        const bool before_mark = !rest.empty() && std::string_view(";:!?").find(rest.front()) != rest.npos;
        const bool bound =
            text[at] == ' ' && (before_mark || rest.starts_with("\u00BB") || out.ends_with("\u00AB"));
        if (bound)
            out += no_break;
        else
            out += text[at];
    }
    return out;
}

// Where a word is wider than the line, a double name breaks after its hyphen.
std::size_t at_hyphen(std::string_view text, std::size_t length)
{
    const bool within_word = length < text.size() && text[length] != ' ' && text[length - 1] != ' ';
    const std::size_t hyphen = within_word ? text.substr(0, length).rfind('-') : std::string_view::npos;
    return hyphen == std::string_view::npos || hyphen == 0 ? length : hyphen + 1;
}

// One paragraph without new lines.
void wrap_paragraph(const Ui& ui, const Setting& set, std::string_view text, float width,
                    std::vector<std::string>& lines)
{
    const float scale = set.font.size / set.font.font->FontSize;
    while (!text.empty()) {
        std::size_t length = 0;
        if (set.shaped) {
            for (std::size_t space = 0; space != std::string_view::npos;) {
                space = text.find(' ', space + 1);
                if (length > 0 && width_of(ui, set, text.substr(0, space)) > width) break;
                length = std::min(space, text.size());
            }
        } else {
            const char* end =
                set.font.font->CalcWordWrapPositionA(scale, text.data(), text.data() + text.size(), width);
            length = static_cast<std::size_t>(end - text.data());
            // A letter wider than the room still takes a line of its own.
            if (length == 0) length = caret_stops(std::string(text))[1];
            length = at_hyphen(text, length);
        }
        std::string_view line = text.substr(0, length);
        while (!line.empty() && line.back() == ' ') line.remove_suffix(1);
        lines.emplace_back(line);
        text.remove_prefix(length);
        while (!text.empty() && text.front() == ' ') text.remove_prefix(1);
    }
}

std::vector<std::string> wrap_set(const Ui& ui, const Setting& set, std::string_view text, float width)
{
    std::vector<std::string> lines;
    const std::string bound = bind_marks(text);
    text = bound;
    while (true) {
        const std::size_t end = text.find('\n');
        const std::string_view paragraph = text.substr(0, end);
        if (paragraph.empty()) lines.emplace_back();
        // Half a pixel: a box made as wide as its words must not wrap them.
        else
            wrap_paragraph(ui, set, paragraph, width + 0.5F, lines);
        if (end == std::string_view::npos) return lines;
        text.remove_prefix(end + 1);
    }
}

// The widest word, or part of one up to its hyphen.
float widest_part(const Ui& ui, const Setting& set, std::string_view text)
{
    float widest = 0;
    while (!text.empty()) {
        const std::size_t end = text.find_first_of(" -\n");
        const bool last = end == std::string_view::npos;
        widest = std::max(widest, std::ceil(width_of(ui, set, text.substr(0, last ? end : end + 1))));
        text = last ? std::string_view() : text.substr(end + 1);
    }
    return widest;
}

struct Said {
    Role role;
    std::string_view text;
    Colour colour;
};

void report(Ui& ui, const Said& said, const Setting& set, const Box& used, const Box& room)
{
    const bool wide = used.width > room.width + 1 || used.right() > ui.screen().right() + 1 || used.x < -1;
    const bool high = used.height > room.height + 1;
    TextBox box{std::string(said.text), said.role, used.meet(ui.clip()), room, wide || high, ui.layer()};
    box.whole = used;
    box.view = ui.clip();
    box.line = set.font.line;
    box.em = set.em;
    box.ink = said.colour;
    box.broken = used.height > set.font.line * 1.5F && widest_part(ui, set, said.text) > room.width + 1;
    ui.registry().add(std::move(box));
}

float start(const Box& box, float width, Align align)
{
    switch (align) {
    case Align::left:
        return box.x;
    case Align::centre:
        return std::floor(box.x + (box.width - width) / 2);
    case Align::right:
        return box.right() - width;
    }
    return box.x;
}

float set_lines(Ui& ui, const Setting& set, const std::vector<std::string>& lines, const Box& box,
                Colour colour, Align align)
{
    float widest = 0;
    for (std::size_t index = 0; index < lines.size(); ++index) {
        const float width = width_of(ui, set, lines[index]);
        widest = std::max(widest, width);
        if (!lines[index].empty())
            set_line(ui, set, {start(box, width, align), box.y + set.font.line * static_cast<float>(index)},
                     colour, lines[index]);
    }
    return widest;
}

} // namespace

float text_width(const Ui& ui, Role role, std::string_view text)
{
    return std::ceil(width_of(ui, setting(ui, role, text), text));
}

float line_height(const Ui& ui, Role role)
{
    return ui.theme().font(role).line;
}

std::vector<std::string> wrap(const Ui& ui, Role role, std::string_view text, float width)
{
    return wrap_set(ui, setting(ui, role, text), text, width);
}

float text_height(const Ui& ui, Role role, std::string_view text, float width)
{
    if (text.empty()) return 0;
    return line_height(ui, role) * static_cast<float>(wrap(ui, role, text, width).size());
}

float widest_word(const Ui& ui, Role role, std::string_view text)
{
    return widest_part(ui, setting(ui, role, text), text);
}

Role fitting(const Ui& ui, std::string_view text, float width, std::initializer_list<Role> roles)
{
    for (const Role role : roles) {
        if (text_width(ui, role, text) <= width) return role;
    }
    return *(roles.end() - 1);
}

float draw_line(Ui& ui, Point at, Role role, Colour colour, std::string_view text)
{
    if (text.empty()) return 0;
    const Setting set = setting(ui, role, text);
    const float width = std::ceil(width_of(ui, set, text));
    set_line(ui, set, at, colour, text);
    const Box used{at.x, at.y, width, set.font.line};
    report(ui, {role, text, colour}, set, used, used);
    return width;
}

void draw_parts(Ui& ui, Box box, std::initializer_list<TextPart> parts, Colour colour)
{
    if (parts.size() == 0) return;
    std::string whole;
    float x = box.x;
    for (const TextPart& part : parts) {
        if (part.text.empty()) continue;
        whole += part.text;
        const Setting set = setting(ui, part.role, part.text);
        set_line(ui, set, {x, box.y}, colour, part.text);
        x += std::ceil(width_of(ui, set, part.text));
    }
    const Role role = parts.begin()->role;
    const Setting set = setting(ui, role, whole);
    report(ui, {role, whole, colour}, set, {box.x, box.y, x - box.x, set.font.line}, box);
}

float draw_text(Ui& ui, Box box, Role role, Colour colour, std::string_view text, Align align)
{
    if (text.empty()) return 0;
    const Setting set = setting(ui, role, text);
    const std::vector<std::string> lines = wrap_set(ui, set, text, box.width);
    const float widest = set_lines(ui, set, lines, box, colour, align);
    const float height = set.font.line * static_cast<float>(lines.size());
    report(ui, {role, text, colour}, set, {start(box, widest, align), box.y, widest, height}, box);
    return height;
}

void draw_centred(Ui& ui, Box box, Role role, Colour colour, std::string_view text, Align align)
{
    if (text.empty()) return;
    Setting set = setting(ui, role, text);
    const float width = width_of(ui, set, text);
    // A word alone has nowhere to break: it may shrink further before it is broken.
    const float least = std::max(text.find(' ') == std::string_view::npos ? 0.66F : 0.9F, least_em / set.em);
    float fit = 1;
    if (width > box.width && width * least <= box.width) fit = box.width / width;
    if (set.font.line * fit > box.height && width * fit <= box.width + 1)
        fit = std::max(least_em / set.em, box.height / set.font.line);
    if (fit < 1 && fit > 0 && !set.shaped) {
        set.font.size *= fit;
        set.font.line *= fit;
        set.em *= fit;
    }
    const std::vector<std::string> lines = wrap_set(ui, set, text, box.width);
    const float height = set.font.line * static_cast<float>(lines.size());
    const Box room{box.x, std::floor(box.y + (box.height - height) / 2 + 0.01F), box.width, height};
    const float widest = set_lines(ui, set, lines, room, colour, align);
    report(ui, {role, text, colour}, set, {start(box, widest, align), room.y, widest, height}, box);
}

void draw_icon(Ui& ui, Point centre, Icon icon, float px, Colour colour)
{
    if (icon == Icon::none) return;
    const Font font = ui.theme().icon_font(px);
    const std::string text = icon_text(icon);
    ui.draw().AddText(
        font.font, font.size,
        {std::floor(centre.x - font.size / 2 + 0.5F), std::floor(centre.y - font.size / 2 + 0.5F)}, colour,
        text.c_str());
}

float icon_size(const Ui& ui, float px)
{
    return std::round(px * ui.theme().grow());
}

} // namespace northseal::kiosk
