// A registration under way: on the disk at every pause in typing, so that neither the idle lock nor a power
// cut takes more than the last two seconds of it.

#include <algorithm>

#include "kiosk/app/app.h"
#include "storage/base/text.h"

namespace northseal::kiosk {

namespace {

constexpr std::int64_t pause_ms = 2000;
constexpr std::int64_t try_again_ms = 10'000; // where the disk did not take it

bool is_blank(const station::NewLearner& learner)
{
    return learner.kept == 0 && learner.name.empty() && learner.number.empty() &&
           learner.consent.guardian.empty();
}

} // namespace

void App::form_changed()
{
    if (!m_form_due) m_form_due = m_around.clock.ticks() + pause_ms;
}

void App::keep_form()
{
    if (!m_form_due) return;
    Registration& form = m_state.personal.registration;
    m_form_due.reset();
    if (!m_state.personal.signed_in || is_blank(form.learner)) return;
    station::KeptRegistration kept;
    kept.learner = form.learner;
    kept.step = static_cast<int>(form.step);
    kept.shown_in = form.shown_in;
    kept.by = m_state.personal.signed_in->id;
    const auto id = m_station->keep_registration(kept);
    if (!id) {
        // What stands on the screen is not lost yet: it is tried again, and the page does not say "kept".
        form.saved = 0;
        m_form_due = m_around.clock.ticks() + try_again_ms;
        if (m_options.log) m_options.log(id.error().detail);
        return;
    }
    form.learner.kept = id.value();
    form.saved = m_state.now;
    changed();
}

void App::keep_form_now()
{
    form_changed();
    keep_form();
}

void App::keep_form_when_due()
{
    if (m_form_due && m_around.clock.ticks() >= *m_form_due) keep_form();
}

void App::resume_registration(std::int64_t kept)
{
    auto all = m_station->kept_registrations();
    if (!all) return fail(Busy::none, all.error());
    const auto found = std::find_if(all.value().begin(), all.value().end(),
                                    [&](const auto& each) { return each.learner.kept == kept; });
    if (found == all.value().end()) return load_home();
    Registration form;
    form.learner = found->learner;
    form.step = static_cast<RegistrationStep>(
        std::clamp(found->step, 0, static_cast<int>(RegistrationStep::consent)));
    form.saved = found->saved;
    // A language that is no longer here is not offered; the question is then put in the certificate's.
    if (m_languages.contains(found->shown_in)) form.shown_in = found->shown_in;
    form.resumed = true;
    m_state.personal.registration = std::move(form);
    m_form_due.reset();
    go(Screen::registration);
    look_for_likely();
}

void App::drop_registration()
{
    const std::int64_t kept = m_state.personal.registration.learner.kept;
    m_form_due.reset();
    if (kept != 0) {
        const auto dropped = m_station->drop_registration(kept);
        if (!dropped) return fail(Busy::none, dropped.error());
    }
    m_state.personal.registration = {};
    go(Screen::home);
}

void App::look_for_likely()
{
    auto& form = m_state.personal.registration;
    form.likely.clear();
    // One letter is like everybody.
    if (count_code_points(form.learner.name) < 2) return;
    auto likely = m_station->likely_duplicates(form.learner.name);
    if (likely) form.likely = std::move(likely.value());
}

} // namespace northseal::kiosk
