#include "kiosk/screens/failure.h"
#include "kiosk/screens/people.h"
#include "kiosk/screens/printing.h"

namespace northseal::kiosk {

namespace {

struct Trouble {
    const char* heading;
    std::array<const char*, 3> steps; // null: no more
    const char* chip;
    const char* main;
};

Trouble trouble_of(PrintState state)
{
    switch (state) {
    case PrintState::out_of_paper:
        return {"printing.out_of_paper",
                {"printing.paper_1", "printing.paper_2", "printing.paper_3"},
                "printing.tray_empty",
                "printing.paper_is_in"};
    case PrintState::jam:
        return {"printing.jam",
                {"printing.jam_1", "printing.jam_2", "printing.jam_3"},
                "printing.jam_chip",
                "printing.look_again"};
    case PrintState::low_ink:
        return {"printing.low_ink",
                {"printing.ink_1", "printing.ink_2", nullptr},
                "printing.ink_chip",
                "printing.look_again"};
    case PrintState::offline:
        return {"printing.offline",
                {"printing.offline_1", "printing.offline_2", "printing.offline_3"},
                "printing.offline_chip",
                "printing.look_again"};
    case PrintState::unknown:
    case PrintState::idle:
    case PrintState::sent:
    case PrintState::printing:
    case PrintState::done:
        break;
    }
    return {"printing.unknown",
            {"printing.unknown_1", "printing.unknown_2", nullptr},
            "printing.unknown_chip",
            "printing.look_again"};
}

void add_progress(PrintingView& view, const std::string& name, const std::string& of, const Words& words)
{
    view.heading = words("printing.under_way", {{"name", name}, {"of_name", of}});
    view.sentence = words("printing.safe_under_way");
    view.bar_sentence = words("printing.leave_any_time");
    view.main_label = words("printing.back_to_certificate");
    view.main = act::Back{};
}

} // namespace

PrintingView printing_view(const AppState& state, const Words& words)
{
    PrintingView view;
    if (!state.personal.issued) return view;
    const IssuedPage& page = *state.personal.issued;
    const std::string name = first_name(page.issued.row.learner_name);
    const std::string of = of_name(words, name);
    view.line = words("review.line", {{"name", page.issued.row.learner_name},
                                      {"programme", page.issued.row.programme_name}});
    view.can_copy = state.can_copy;
    view.failure = failure_sentence(state, words);
    switch (page.print) {
    case PrintState::sent:
    case PrintState::printing:
    case PrintState::idle:
        view.busy = true;
        add_progress(view, name, of, words);
        return view;
    case PrintState::done:
        view.done = true;
        view.heading = words("printing.done", {{"name", name}, {"of_name", of}});
        view.sentence = words("printing.hand_over", {{"name", name}, {"of_name", of}});
        view.bar_sentence = words("printing.stays_here");
        view.main_label = words("printing.finish");
        view.main = act::Go{Screen::home};
        return view;
    case PrintState::out_of_paper:
    case PrintState::jam:
    case PrintState::low_ink:
    case PrintState::offline:
    case PrintState::unknown:
        break;
    }
    const Trouble trouble = trouble_of(page.print);
    view.trouble = true;
    view.heading = words(trouble.heading);
    view.sentence = words("printing.safe", {{"name", name}, {"of_name", of}});
    for (const char* step : trouble.steps) {
        if (step != nullptr) view.steps.push_back(words(step));
    }
    view.chip = words(trouble.chip);
    view.waits = state.busy != Busy::none;
    view.bar_sentence = view.waits ? busy_sentence(state.busy, words) : words("printing.checking");
    view.main_label = words(trouble.main);
    view.main = act::Print{};
    return view;
}

} // namespace northseal::kiosk
