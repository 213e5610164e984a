#include "tests/kiosk/screens/scenes/easel.h"

#include "kiosk/screens/registration.h"

namespace northseal::test {

using namespace northseal::kiosk;

namespace {

StageSet stage_of(const Setting& setting)
{
    return {setting.panel.width, setting.panel.height, setting.look};
}

// Where there is no one thing to do, and why.
const char* nothing_filled(const AppState& state)
{
    switch (state.screen) {
    case Screen::welcome:
        return "a language is chosen by touching it";
    case Screen::learners:
    case Screen::programmes:
    case Screen::issued_list:
        return "one of several is opened by touching it";
    case Screen::sharing:
    case Screen::about:
    case Screen::languages:
    case Screen::diagnostics:
        return "there is only something to read, and a stick";
    case Screen::settings:
        return "each setting is done at once";
    case Screen::learner:
        return "what comes next may be to wait";
    case Screen::people:
        return state.personal.people.step == PeopleStep::list ? "a person is chosen by touching them"
                                                              : nullptr;
    case Screen::session_start:
        return "a programme is chosen by touching it";
    case Screen::check:
        return state.personal.check.judgement ? nullptr : "a code is shown with the hands";
    case Screen::my_record:
        return state.personal.my_record.step == MyRecordStep::ask ? "a code is shown with the hands"
                                                                  : nullptr;
    case Screen::change:
        return state.personal.change.done ? "there is only something to read" : nullptr;
    case Screen::group_sign:
        return state.pin.who ? nullptr : "nobody can be signed for, and it says why";
    case Screen::record:
        return "three things can be asked for, side by side";
    default:
        return nullptr;
    }
}

void one_thing_to_do(const test::Scene& scene, const Stage& stage, std::vector<std::string>& out)
{
    if (scene.state.busy != Busy::none) return;
    const Registry& seen = stage.seen();
    std::string found;
    int count = 0;
    bool something = false;
    bool there = false;
    for (const Target& target : seen.targets()) {
        const bool filled = target.main || target.id == "key/done";
        if (!filled || seen.layer_at(target.whole.centre()) > target.layer) continue;
        there = true;
        if (target.box.height < target.whole.height - 0.5F) continue; // scrolled away, at least a part of it
        something = true;
        // A closed one says why; that of the keyboard goes with it.
        if (!target.enabled || target.id == "key/done") continue;
        ++count;
        found += " " + target.id;
    }
    if (there && !something) out.push_back("its one thing to do is not in sight");
    if (!there && nothing_filled(scene.state) == nullptr) out.push_back("nothing says what to do next");
    if (count > 1) out.push_back("more than one filled button:" + found);
}

} // namespace

std::string Setting::name() const
{
    const char* schemes[] = {"light", "dark", "contrast"};
    const char* sizes[] = {"normal", "large", "largest"};
    return std::string(panel.name) + " " + schemes[static_cast<int>(look.scheme)] + " " +
           sizes[static_cast<int>(look.text_size)];
}

std::vector<Setting> all_settings()
{
    std::vector<Setting> out;
    for (const TextSize size : {TextSize::normal, TextSize::large, TextSize::largest}) {
        for (const Panel& panel : panels) {
            for (const Scheme scheme : {Scheme::light, Scheme::dark, Scheme::contrast})
                out.push_back({panel, {scheme, size, 1}});
        }
    }
    return out;
}

Easel::Easel(const Setting& setting) : m_stage(stage_of(setting)), m_mirror(m_stage.ui(), keyboards())
{}

const Stage& Easel::draw(const test::Scene& scene, const std::string& language)
{
    const Words& words = languages().at(language);
    const auto learners = languages().find(consent_language(scene.state.personal.registration));
    m_mirror.look_at(scene.state, words, learners == languages().end() ? words : learners->second);
    m_stage.frame([&] { return m_mirror.draw(scene.state, words); });
    return m_stage;
}

const Stage* Easel::draw_scrolled(const test::Scene& scene, const std::string& language)
{
    draw(scene, language);
    bool any = false;
    // What lies in another list comes into sight, or to another place, when that one has moved.
    for (int round = 0; round < 3; ++round) {
        const auto views = m_stage.seen().scrolled();
        for (const ScrolledView& scrolled : views) {
            const bool whole = scrolled.ends_at <= scrolled.view.bottom() + 1;
            if (scrolled.sideways || whole || scrolled.view.empty()) continue;
            any = true;
            m_stage.move(scrolled.view.centre());
            m_stage.turn_wheel(-1000);
            draw(scene, language); // beyond its end, and
            draw(scene, language); // back at it
        }
    }
    if (!any) return nullptr;
    draw(scene, language);
    return &m_stage;
}

std::vector<std::string> faults(const test::Scene& scene, const Stage& stage)
{
    std::vector<std::string> out = stage.faults();
    one_thing_to_do(scene, stage, out);
    return out;
}

} // namespace northseal::test
