#pragma once
// Text as Pango shapes it: any script, combining marks in their places, in the faces of the house. Sizes and
// lengths are units of the drawing (points on paper, pixels on screen); nothing depends on the device, so
// that the page in the PDF and the page that is checked as pixels have the same lines.

#include <cairo.h>

#include <memory>
#include <string>
#include <string_view>

#include "kiosk/paper/canvas.h"

typedef struct _PangoLayout PangoLayout;
typedef struct _PangoContext PangoContext;

namespace northseal::kiosk {

enum class Face {
    text,       // Noto Sans: sentences, and everything a person typed
    text_bold,  //
    display,    // Manrope Bold: words of ours and numerals
    paper,      // Gentium Book Plus: institution and holder on paper
    paper_bold, //
};
constexpr std::size_t face_count = 5;

enum class LineAlign { left, centre, right };

struct Lines {
    double width{0};   // 0: one line for each paragraph, however long
    double leading{0}; // distance between base lines as a factor of the face's own; 0: the face's own
    LineAlign align{LineAlign::left};
    std::size_t bold_bytes{0}; // so many bytes at the start are set bold: "Partners:" and the like
};

struct Extents {
    double x, y, width, height; // from the block's upper left corner
};

// A piece of text, laid out. Draw it as often as needed.
class Block {
public:
    double width() const;     // of the ink's logical box
    double height() const;    // of all lines
    Extents ink() const;      // what is really marked
    double box_width() const; // what it was wrapped to; 0 where it was not
    int lines() const;
    double first_baseline() const;  // below the top
    double last_baseline() const;   // below the top
    int missing_characters() const; // for which no installed face has a glyph
    bool one_face() const;          // every letter came from the family that was asked for
    void draw(cairo_t*, double x, double top, Ink) const; // x is the left edge of the width given
    // As shapes: for what is looked at and must not turn up when somebody searches or copies the page.
    void draw_shapes(cairo_t*, double x, double top, Ink) const;

private:
    friend class Lettering;
    struct Free {
        void operator()(PangoLayout*) const;
    };
    std::unique_ptr<PangoLayout, Free> m_layout;
    Face m_face{Face::text};
};

class Lettering {
public:
    // `language` is BCP 47; it decides between the forms that a script has in different languages.
    Lettering(cairo_t*, std::string_view language);

    Block set(std::string_view text, Face, double size, const Lines& = {}) const;
    // Wrapped, and then to the least width that takes no more lines: no word stands alone in the last one.
    Block set_balanced(std::string_view text, Face, double size, const Lines&) const;
    // In Manrope, or whole in Noto Sans Bold where Manrope lacks a letter: never two faces in one word.
    Block set_display(std::string_view text, double size, const Lines& = {}) const;
    Face display_face(std::string_view text) const;

private:
    struct Free {
        void operator()(PangoContext*) const;
    };
    std::unique_ptr<PangoContext, Free> m_context;
};

// Whether this machine has the families of the house: an error names the package that is missing, before
// anything is set in a face that nobody chose.
Result<> check_faces();

} // namespace northseal::kiosk
