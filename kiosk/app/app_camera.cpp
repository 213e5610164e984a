// The camera is on only while the page that asks for a code stands open, and for a minute at most.

#include "kiosk/app/app.h"
#include "kiosk/camera/camera.h"
#include "kiosk/screens/camera.h"

namespace northseal::kiosk {

void App::turn_camera(bool on)
{
    m_camera_wanted = on;
    // Where it had gone it is looked for once more.
    if (on && m_options.camera != nullptr && asks_for_code(m_state)) begin_camera();
}

void App::begin_camera()
{
    m_options.camera->start();
    m_state.camera.on = true;
    m_camera_until = m_around.clock.ticks() + std::int64_t{camera_seconds} * 1000;
}

void App::put_camera_away()
{
    if (!m_state.camera.on) return;
    m_options.camera->stop();
    m_state.camera.on = false;
    m_state.camera.report.picture.reset();
    changed();
}

void App::follow_camera()
{
    // While somebody practises, the practice has it.
    if (m_options.camera == nullptr || m_practice != nullptr) return;
    const bool asks = asks_for_code(m_state);
    if (std::exchange(m_camera_screen, m_state.screen) != m_state.screen) {
        m_camera_wanted = starts_with_camera(m_state.screen);
        if (asks) m_options.camera->look(); // it may have been plugged in since
    }
    const bool over = m_state.camera.on && m_around.clock.ticks() >= m_camera_until;
    if (over) m_camera_wanted = false;
    if (!asks || !m_camera_wanted)
        put_camera_away();
    else if (!m_state.camera.on && m_options.camera->report().stage == CameraStage::off)
        begin_camera();
    look_through_camera();
}

// What it has to say since the last time: a picture alone changes nothing else on the page.
void App::look_through_camera()
{
    CameraSight& sight = m_state.camera;
    CameraReport now = m_options.camera->report();
    const bool runs = now.stage == CameraStage::starting || now.stage == CameraStage::showing;
    if (sight.on && !runs) { // it ended by itself: nobody starts it again but by touching
        sight.on = false;
        m_camera_wanted = false;
        changed();
    }
    if (now.stage != sight.report.stage || now.trouble != sight.report.trouble)
        changed();
    else if (now.number != sight.report.number)
        ++m_sight;
    sight.report = std::move(now);
    if (!sight.on) sight.report.picture.reset();
    sight.place = m_options.camera->place();
}

// Through the same door as what the scanner reads.
void App::hear_camera()
{
    if (!m_state.camera.on || m_state.busy != Busy::none) return;
    const auto code = m_options.camera->take_code();
    if (code) apply(act::Scanned{*code, CheckWay::camera});
}

std::uint64_t App::sight() const
{
    return m_practice != nullptr ? m_practice->sight() : m_sight;
}

} // namespace northseal::kiosk
