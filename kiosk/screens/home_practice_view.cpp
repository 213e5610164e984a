#include "kiosk/screens/home.h"

namespace northseal::kiosk {

void practise(HomeView& view, const AppState& state, const Words& words)
{
    view.greeting = words("practice.greeting");
    view.date_line = words("practice.greeting_line");
    view.waits_title = words("practice.try_title");
    view.again = {Icon::refresh, Tone::neutral, words("practice.again"), words("practice.again_detail")};
    for (auto& each : view.waiting) each.word = words("practice.try_it");
    const HomePage& home = state.personal.home;
    if (!home.drafts.empty() && !view.waiting.empty() && view.waiting.front().icon == Icon::signature)
        view.waiting.front().detail = words("practice.any_six");
    if (!home.not_printed.empty()) {
        for (auto& each : view.waiting) {
            if (each.icon != Icon::printer) continue;
            each.line = words("practice.print");
            each.detail = words("practice.says_specimen");
        }
    } else if (home.counts.issued_today > 0) {
        view.waiting.push_back({Icon::certificate, Tone::good, words("practice.look_at_issued"),
                                words("practice.says_specimen"), words("practice.try_it"),
                                act::Go{Screen::issued_list}});
    } else {
        view.waiting.push_back({Icon::user_plus, Tone::neutral, words("practice.register"),
                                words("practice.register_detail"), words("practice.try_it"),
                                act::StartRegistration{}});
    }
    view.nothing_waits.clear();
}

} // namespace northseal::kiosk
