#include "kiosk/paper/lettering.h"

#include <pango/pangocairo.h>

#include <array>

namespace northseal::kiosk {

namespace {

struct FaceFacts {
    const char* families; // in the order in which a letter is looked for
    const char* first;
    const char* package; // of Debian
    PangoWeight weight;
};

// Syllabics are named after each text face: left to itself, fontconfig takes them from DejaVu Sans.
constexpr std::array<FaceFacts, face_count> faces{{
    {"Noto Sans, Noto Sans Canadian Aboriginal", "Noto Sans", "fonts-noto-core", PANGO_WEIGHT_NORMAL},
    {"Noto Sans, Noto Sans Canadian Aboriginal", "Noto Sans", "fonts-noto-core", PANGO_WEIGHT_BOLD},
    {"Manrope, Noto Sans, Noto Sans Canadian Aboriginal", "Manrope", "fonts-manrope", PANGO_WEIGHT_BOLD},
    {"Gentium Book Plus, Noto Sans Canadian Aboriginal, Noto Sans", "Gentium Book Plus",
     "fonts-sil-gentiumplus", PANGO_WEIGHT_NORMAL},
    {"Gentium Book Plus, Noto Sans Canadian Aboriginal, Noto Sans", "Gentium Book Plus",
     "fonts-sil-gentiumplus", PANGO_WEIGHT_BOLD},
}};

const FaceFacts& facts_of(Face face)
{
    return faces.at(static_cast<std::size_t>(face));
}

struct FreeDescription {
    void operator()(PangoFontDescription* description) const { pango_font_description_free(description); }
};
using Description = std::unique_ptr<PangoFontDescription, FreeDescription>;

struct FreeObject {
    void operator()(void* object) const { g_object_unref(object); }
};

double units(int pango)
{
    return static_cast<double>(pango) / PANGO_SCALE;
}

Description describe(const char* families, PangoWeight weight, double size)
{
    Description description(pango_font_description_new());
    pango_font_description_set_family(description.get(), families);
    pango_font_description_set_weight(description.get(), weight);
    pango_font_description_set_absolute_size(description.get(), size * PANGO_SCALE);
    return description;
}

std::string family_of(PangoFont* font)
{
    const Description description(pango_font_describe(font));
    const char* family = pango_font_description_get_family(description.get());
    return family == nullptr ? std::string() : std::string(family);
}

PangoAlignment pango_align(LineAlign align)
{
    switch (align) {
    case LineAlign::left:
        return PANGO_ALIGN_LEFT;
    case LineAlign::centre:
        return PANGO_ALIGN_CENTER;
    case LineAlign::right:
        return PANGO_ALIGN_RIGHT;
    }
    return PANGO_ALIGN_LEFT;
}

void embolden(PangoLayout* layout, std::size_t bytes)
{
    PangoAttrList* list = pango_attr_list_new();
    PangoAttribute* bold = pango_attr_weight_new(PANGO_WEIGHT_BOLD);
    bold->start_index = 0;
    bold->end_index = static_cast<guint>(bytes);
    pango_attr_list_insert(list, bold);
    pango_layout_set_attributes(layout, list);
    pango_attr_list_unref(list);
}

} // namespace

void Block::Free::operator()(PangoLayout* layout) const
{
    g_object_unref(layout);
}

void Lettering::Free::operator()(PangoContext* context) const
{
    g_object_unref(context);
}

double Block::width() const
{
    PangoRectangle box;
    pango_layout_get_extents(m_layout.get(), nullptr, &box);
    return units(box.width);
}

double Block::height() const
{
    PangoRectangle box;
    pango_layout_get_extents(m_layout.get(), nullptr, &box);
    return units(box.height);
}

Extents Block::ink() const
{
    PangoRectangle box;
    pango_layout_get_extents(m_layout.get(), &box, nullptr);
    return {units(box.x), units(box.y), units(box.width), units(box.height)};
}

double Block::box_width() const
{
    const int width = pango_layout_get_width(m_layout.get());
    return width < 0 ? 0 : units(width);
}

int Block::lines() const
{
    return pango_layout_get_line_count(m_layout.get());
}

double Block::first_baseline() const
{
    return units(pango_layout_get_baseline(m_layout.get()));
}

double Block::last_baseline() const
{
    const std::unique_ptr<PangoLayoutIter, void (*)(PangoLayoutIter*)> line_of(
        pango_layout_get_iter(m_layout.get()), pango_layout_iter_free);
    while (pango_layout_iter_next_line(line_of.get()) != 0) {
    }
    return units(pango_layout_iter_get_baseline(line_of.get()));
}

int Block::missing_characters() const
{
    return pango_layout_get_unknown_glyphs_count(m_layout.get());
}

bool Block::one_face() const
{
    const std::unique_ptr<PangoLayoutIter, void (*)(PangoLayoutIter*)> run_of(
        pango_layout_get_iter(m_layout.get()), pango_layout_iter_free);
    do {
        const PangoLayoutRun* run = pango_layout_iter_get_run_readonly(run_of.get());
        if (run != nullptr && family_of(run->item->analysis.font) != facts_of(m_face).first) return false;
    } while (pango_layout_iter_next_run(run_of.get()) != 0);
    return true;
}

void Block::draw(cairo_t* cairo, double x, double top, Ink colour) const
{
    set_ink(cairo, colour);
    cairo_move_to(cairo, x, top);
    pango_cairo_show_layout(cairo, m_layout.get());
}

void Block::draw_shapes(cairo_t* cairo, double x, double top, Ink colour) const
{
    set_ink(cairo, colour);
    cairo_move_to(cairo, x, top);
    pango_cairo_layout_path(cairo, m_layout.get());
    cairo_fill(cairo);
}

Lettering::Lettering(cairo_t* cairo, std::string_view language) : m_context(pango_cairo_create_context(cairo))
{
    const std::unique_ptr<cairo_font_options_t, void (*)(cairo_font_options_t*)> options(
        cairo_font_options_create(), cairo_font_options_destroy);
    cairo_font_options_set_hint_style(options.get(), CAIRO_HINT_STYLE_NONE);
    cairo_font_options_set_hint_metrics(options.get(), CAIRO_HINT_METRICS_OFF);
    cairo_font_options_set_antialias(options.get(), CAIRO_ANTIALIAS_GRAY);
    pango_cairo_context_set_font_options(m_context.get(), options.get());
    pango_context_set_round_glyph_positions(m_context.get(), FALSE);
    pango_context_set_language(m_context.get(), pango_language_from_string(std::string(language).c_str()));
}

Block Lettering::set(std::string_view text, Face face, double size, const Lines& lines) const
{
    Block block;
    block.m_face = face;
    block.m_layout.reset(pango_layout_new(m_context.get()));
    auto* layout = block.m_layout.get();
    const auto description = describe(facts_of(face).families, facts_of(face).weight, size);
    pango_layout_set_font_description(layout, description.get());
    pango_layout_set_text(layout, text.data(), static_cast<int>(text.size()));
    if (lines.width > 0) {
        pango_layout_set_width(layout, static_cast<int>(lines.width * PANGO_SCALE));
        pango_layout_set_wrap(layout, PANGO_WRAP_WORD_CHAR);
    }
    if (lines.leading > 0) pango_layout_set_line_spacing(layout, static_cast<float>(lines.leading));
    pango_layout_set_alignment(layout, pango_align(lines.align));
    if (lines.bold_bytes > 0) embolden(layout, lines.bold_bytes);
    return block;
}

Block Lettering::set_balanced(std::string_view text, Face face, double size, const Lines& lines) const
{
    const auto wrapped = [&](double width) {
        auto narrower = lines;
        narrower.width = width;
        return set(text, face, size, narrower);
    };
    auto best = wrapped(lines.width);
    const int count = best.lines();
    if (count < 2) return best;
    double low = lines.width / count, high = lines.width;
    while (high - low > 1) {
        const double middle = (low + high) / 2;
        auto block = wrapped(middle);
        // A word broken inside would be narrower than its box allows: it counts as one line more.
        if (block.lines() > count || block.width() > middle + 0.5) {
            low = middle;
        } else {
            high = middle;
            best = std::move(block);
        }
    }
    return best;
}

Face Lettering::display_face(std::string_view text) const
{
    return set(text, Face::display, 10).one_face() ? Face::display : Face::text_bold;
}

Block Lettering::set_display(std::string_view text, double size, const Lines& lines) const
{
    return set(text, display_face(text), size, lines);
}

Result<> check_faces()
{
    const std::unique_ptr<PangoFontMap, FreeObject> map(pango_cairo_font_map_new());
    const std::unique_ptr<PangoContext, FreeObject> context(pango_font_map_create_context(map.get()));
    const auto check = [&](const char* family, const char* package, PangoWeight weight) -> Result<> {
        const auto description = describe(family, weight, 12);
        const std::unique_ptr<PangoFont, FreeObject> font(
            pango_font_map_load_font(map.get(), context.get(), description.get()));
        if (font != nullptr && family_of(font.get()) == family) return {};
        return Error{Fault::not_found, std::string("the face ") + family +
                                           " is not installed: install the package " + package +
                                           ", or certificates would print in a face that lacks letters"};
    };
    for (const auto& face : faces) TRY(check(face.first, face.package, face.weight));
    TRY(check("Noto Sans Canadian Aboriginal", "fonts-noto-core", PANGO_WEIGHT_NORMAL));
    return {};
}

} // namespace northseal::kiosk
