#include "kiosk/screens/camera.h"

namespace northseal::kiosk {

namespace {

// The key of the strip: what to do, or why there is nothing to see and what to do then.
const char* strip_key(const CameraSight& sight)
{
    switch (sight.report.trouble) {
    case CameraTrouble::taken_away:
        return "camera.taken_away";
    case CameraTrouble::busy:
        return "camera.busy";
    case CameraTrouble::no_picture:
        return "camera.no_picture";
    case CameraTrouble::none:
        break;
    }
    if (!sight.on) return "camera.off";
    return sight.report.picture ? "camera.hold" : "camera.starting";
}

} // namespace

bool asks_for_code(const AppState& state)
{
    if (!state.vault_open || state.typing != TextField::none) return false;
    const Personal& personal = state.personal;
    if (state.screen == Screen::check) return !personal.check.judgement && !personal.check.explains;
    if (state.screen == Screen::my_record) return personal.my_record.step == MyRecordStep::ask;
    if (state.screen == Screen::renewal)
        return personal.renewal.step == RenewalStep::ways && !personal.renewal.done;
    return false;
}

bool starts_with_camera(Screen screen)
{
    return screen == Screen::check || screen == Screen::my_record;
}

CameraView camera_view(const AppState& state, const Words& words)
{
    const CameraSight& sight = state.camera;
    CameraView view;
    const bool known = sight.report.stage != CameraStage::none || sight.report.trouble != CameraTrouble::none;
    view.here = known && asks_for_code(state);
    if (!view.here) return view;
    view.on = sight.on;
    view.picture = sight.report.picture.get();
    view.number = sight.report.number;
    view.strip = words(strip_key(sight));
    view.sentence = view.on ? words("camera.turns_off") : std::string();
    view.turn = words(view.on ? "camera.turn_off" : "camera.turn_on");
    return view;
}

std::string camera_sentence(const AppState& state, const Words& words)
{
    const CameraSight& sight = state.camera;
    switch (sight.report.trouble) {
    case CameraTrouble::taken_away:
        return words("diagnostics.camera_gone");
    case CameraTrouble::busy:
        return words("diagnostics.camera_busy", {{"place", sight.place}});
    case CameraTrouble::no_picture:
        return words("diagnostics.camera_dark", {{"place", sight.place}});
    case CameraTrouble::none:
        break;
    }
    if (sight.report.stage == CameraStage::none) return words("diagnostics.camera_none");
    return words("diagnostics.camera_ready", {{"place", sight.place}});
}

} // namespace northseal::kiosk
