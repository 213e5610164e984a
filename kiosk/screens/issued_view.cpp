#include "kiosk/screens/failure.h"
#include "kiosk/screens/home.h"
#include "kiosk/screens/issued.h"
#include "kiosk/screens/people.h"
#include "kiosk/words/dates.h"

namespace northseal::kiosk {

IssuedView issued_view(const AppState& state, const Words& words)
{
    IssuedView view;
    view.failure = failure_sentence(state, words);
    if (!state.personal.issued) return view;
    const IssuedPage& page = *state.personal.issued;
    const auto& row = page.issued.row;
    const std::string name = first_name(row.learner_name);
    const std::string of = of_name(words, name);
    view.title =
        words(page.just_issued ? "issued.title" : "issued.title_earlier", {{"name", name}, {"of_name", of}});
    view.sentence =
        words("issued.sentence", {{"when", recently(words, row.issued_at, state.now, state.offset)}});
    view.kept = words("issued.kept");
    view.qr = &page.qr;
    view.picture = page.picture ? &*page.picture : nullptr;
    view.picture_number = page.picture_number;
    view.scan_title = words("issued.scan", {{"name", name}});
    view.scan_sentence = words("issued.scan_sentence");
    view.can_print = state.has_printer && state.busy == Busy::none;
    view.main_label = words(row.times_printed == 0 ? "issued.print" : "issued.print_again");
    view.status = state.busy != Busy::none && state.busy != Busy::drawing_certificate
                      ? busy_sentence(state.busy, words)
                      : printer_sentence(state, words);
    view.may_ask_change = !page.just_issued;
    view.can_copy = state.can_copy && state.busy == Busy::none;
    view.copy_label = words(page.copied ? "issued.copied" : "issued.copy");
    return view;
}

} // namespace northseal::kiosk
