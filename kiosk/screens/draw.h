#pragma once
// What draw functions share: the page they draw on, the rail, the keyboard, the sentence of a failure. No
// data and no state: everything comes in with the view and goes out as an action.

#include "kiosk/screens/action.h"
#include "kiosk/screens/art.h"
#include "kiosk/screens/language_tap.h"
#include "kiosk/screens/page.h"
#include "kiosk/widgets/button.h"
#include "kiosk/widgets/card.h"
#include "kiosk/widgets/field.h"
#include "kiosk/widgets/frame.h"
#include "kiosk/widgets/keyboard.h"
#include "kiosk/widgets/message.h"
#include "kiosk/widgets/row.h"
#include "kiosk/widgets/scroll.h"

namespace northseal::kiosk {

struct Page {
    Ui& ui;
    const Words& words;
    Art& art;
    const std::vector<KeyboardLayout>& keyboards;
    const KeyboardState& keyboard;
    const TextEntry& entry;
    TextField typing{TextField::none};
    bool specimen{false};
    bool practising{false}; // the band above the page says it, and no mark need do so
    bool signed_in{false};
    Screen screen{Screen::home};
};

// Whether a page marks itself as of a demonstration.
inline bool shows_mark(const Page& page)
{
    return page.specimen && !page.practising;
}

// Where several widgets of a page may be tapped, the first that was counts.
class Answer {
public:
    Answer& operator=(Action action)
    {
        if (std::holds_alternative<std::monostate>(m_action)) m_action = std::move(action);
        return *this;
    }
    operator Action() && { return std::move(m_action); }
    bool given() const { return !std::holds_alternative<std::monostate>(m_action); }

private:
    Action m_action;
};

ButtonLook button_look(std::string label, ButtonStyle, Icon = Icon::none, IconSide = IconSide::before,
                       bool enabled = true, std::string why_not = {});

// Ground, rail and title of a place; what was tapped on the rail.
Action place(Page&, Screen here, std::string_view title, std::string_view second);
// The same, with one thing that can be begun there at the right of the title. Where both need the room of the
// mark, the frame alone says that nothing here is real.
struct PlaceHead {
    Action action;
    bool begun{false};
};
PlaceHead place(Page&, Screen here, std::string_view title, std::string_view second, std::string_view id,
                const ButtonLook&);
// Ground and head of a task, with the mark of a demonstration; Back where its arrow was tapped. A page with
// something of its own at the right of the head draws the mark itself.
enum class HeadMark { drawn, by_the_page };
Action task(Page&, std::string_view title, std::string_view line, std::string_view saved, bool title_is_name,
            HeadMark = HeadMark::drawn);
// The full-screen horizon of the doors.
void door(Page&);
// Buttons at the foot of a door, from the left; what does not fit the line stands above it, so that nothing
// is out of reach. Returns where the lowest line ends.
struct DoorButton {
    const char* id;
    ButtonLook look;
    Action action;
};
float door_buttons(Page&, Box foot, const std::vector<DoorButton>&, Answer&);
// Where the highest of those lines begins.
float door_buttons_top(const Page&, Box foot, const std::vector<DoorButton>&);
// A sentence on a ground of its own, where the sky is too light for white words; the box loses what it took.
void note_on_sky(Page&, Box&, const std::string& sentence, Tone);
// The product's mark and name on the horizon, top left.
void product_mark(Page&);
// On every page of a demonstration: a word in dusk that no certificate can hide.
void mark_specimen(Page&, Point right_top);
float specimen_width(const Page&);

// The keyboard while a field is being typed into; what a desk's keyboard typed as well.
Action typing_keys(Page&);
// Where the keyboard begins, or the screen's lower end.
float keyboard_top(const Page&);
// One field of a form: shows the entry where it is being typed into.
Action text_field(Page&, std::string_view id, Box, TextField, const std::string& text, FieldLook);
TextEntry entry_for(const Page&, TextField, const std::string& text);

// A programme's quick phrases as taps, as many as the line holds (rubric.cpp).
Action phrase_taps(const std::vector<std::string>&, Page&, Box line);

// The two fields by which people know a learner; the box loses what they took (registration.cpp).
struct NameAndNumber {
    TextField name_field;
    std::string name;
    TextField number_field;
    std::string number;
};
Action name_and_number(Page&, Box&, const NameAndNumber&);
// The languages that a certificate can be in, in one line; the tag of the one that was tapped, or "".
std::string certificate_language(Page&, Box line, const std::vector<LanguageTap>&);

// The last row of a list that has more than was asked for; the box loses what it took.
Action more_row(Page&, Box& rows, Scroll&);
// The two ways to show a code with the hands, as check and one's own record offer them: the scanner, and a
// picture on a stick. Each row is at least so high.
struct CodeWays {
    bool closed{false}; // the kiosk knows no programme
    bool can_read_stick{false};
};
Action code_ways(Page&, Box& rows, const CodeWays&, float least_height);

// The sentence of a failure, cut off the top of the box where there is one.
void say_failure(Page&, Box&, const std::string& sentence);
float failure_height(const Page&, float width, const std::string& sentence); // 0 where there is none
// A card's title with a line below it; the box loses what it took. `size` is the role of the title.
void card_title(Page&, Box&, std::string_view title, Role role);
// Rows of name and value with lines between; returns the height used.
float facts(Page&, Box, const std::vector<std::pair<std::string, std::string>>&);
// The same side by side, value at the right.
float facts_across(Page&, Box, const std::vector<std::pair<std::string, std::string>>&);
// A main column and a side column, or one below the other where the screen is narrow.
struct TwoColumns {
    Box main;
    Box side;
};
TwoColumns two_columns(const Page&, Box body, float side_width);

} // namespace northseal::kiosk
