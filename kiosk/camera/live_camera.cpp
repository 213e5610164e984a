#include "kiosk/camera/live_camera.h"

#include <condition_variable>
#include <mutex>
#include <thread>

#include "kiosk/camera/pipeline.h"
#include "kiosk/paper/page_check.h"
#include "storage/base/secret.h"

namespace northseal::kiosk {

namespace {

using Steady = std::chrono::steady_clock;

constexpr std::chrono::milliseconds one_wait{50}; // so soon a stop is heard
constexpr std::chrono::seconds patience{6};       // without a picture

} // namespace

struct LiveCamera::Inside {
    Inside(CameraSet camera_set, Disk& read_from) : set(std::move(camera_set)), disk(read_from) {}

    CameraSet set;
    Disk& disk;

    mutable std::mutex mutex;
    std::condition_variable wake;
    bool looks{true};   // for a camera, as soon as it can: whoever comes to a page finds it known
    bool begins{false}; // asked to start, and not heard yet
    bool ending{false};
    std::uint64_t wanted{0}; // grows with each start() and stop(): what is older is not told any more
    CameraReport report;
    std::string place;
    std::string seen_code; // since the start
    std::optional<std::string> code;
    std::thread thread; // last: it uses all of the above

    void run();
    void look();
    void show(std::uint64_t number);
    void take_pictures(Pipeline&, std::uint64_t number);
    bool still_wanted(std::uint64_t number) const;
    void tell(std::uint64_t number, CameraStage, CameraTrouble);
    void tell(std::uint64_t number, Picture);
    void read(std::uint64_t number, const Pipeline::Grey&);
    void forget(); // with the lock held
};

bool LiveCamera::Inside::still_wanted(std::uint64_t number) const
{
    const std::lock_guard lock(mutex);
    return number == wanted && !ending;
}

void LiveCamera::Inside::forget()
{
    report.picture.reset();
    wipe(seen_code);
    if (code) wipe(*code);
    code.reset();
}

void LiveCamera::Inside::tell(std::uint64_t number, CameraStage stage, CameraTrouble trouble)
{
    {
        const std::lock_guard lock(mutex);
        if (number != wanted) return;
        if (stage != CameraStage::showing) forget();
        report.stage = stage;
        report.trouble = trouble;
    }
    if (set.changed) set.changed();
}

void LiveCamera::Inside::tell(std::uint64_t number, Picture picture)
{
    auto shared = std::make_shared<const Picture>(std::move(picture));
    {
        const std::lock_guard lock(mutex);
        if (number != wanted) return;
        report.stage = CameraStage::showing;
        report.picture = std::move(shared);
        ++report.number;
    }
    if (set.changed) set.changed();
}

void LiveCamera::Inside::read(std::uint64_t number, const Pipeline::Grey& grey)
{
    const auto codes = read_qr_codes(grey.pixels, grey.width);
    if (!codes || codes.value().empty()) return;
    const std::string& text = codes.value().front();
    if (text.empty() || text.size() > camera_code_most) return;
    {
        const std::lock_guard lock(mutex);
        if (number != wanted || text == seen_code) return;
        seen_code = text;
        code = text;
    }
    if (set.changed) set.changed();
}

void LiveCamera::Inside::look()
{
    const auto found = find_camera(set.source, disk);
    bool other = false;
    {
        const std::lock_guard lock(mutex);
        const CameraStage stage = found ? CameraStage::off : CameraStage::none;
        // Whoever asked to start meanwhile hears of it by that.
        if (report.stage == CameraStage::starting || report.stage == CameraStage::showing) return;
        other = report.stage != stage || report.trouble != CameraTrouble::none;
        report.stage = stage;
        report.trouble = CameraTrouble::none;
        place = found.value_or(std::string());
    }
    if (other && set.changed) set.changed();
}

void LiveCamera::Inside::take_pictures(Pipeline& pipeline, std::uint64_t number)
{
    auto heard = Steady::now();
    bool has_shown = false;
    while (still_wanted(number)) {
        Picture picture;
        switch (pipeline.next(one_wait, picture)) {
        case Pipeline::News::picture:
            heard = Steady::now();
            has_shown = true;
            tell(number, std::move(picture));
            break;
        case Pipeline::News::nothing:
            if (Steady::now() - heard < patience) break;
            if (set.log) set.log("the camera gives no picture");
            return tell(number, CameraStage::off, CameraTrouble::no_picture);
        case Pipeline::News::busy:
            if (set.log) set.log("the camera is in use: " + pipeline.problem());
            return tell(number, CameraStage::off, CameraTrouble::busy);
        case Pipeline::News::gone:
            if (set.log) set.log("the camera gives no picture: " + pipeline.problem());
            return tell(number, CameraStage::off,
                        has_shown ? CameraTrouble::taken_away : CameraTrouble::no_picture);
        }
        if (const auto grey = pipeline.grey()) read(number, *grey);
    }
}

void LiveCamera::Inside::show(std::uint64_t number)
{
    const auto found = find_camera(set.source, disk);
    if (!found) return tell(number, CameraStage::none, CameraTrouble::taken_away);
    {
        const std::lock_guard lock(mutex);
        place = *found;
    }
    auto pipeline = Pipeline::open(*found, set.source.kind == CameraKind::picture);
    if (!pipeline) {
        if (set.log) set.log(pipeline.error().detail);
        return tell(number, CameraStage::off, CameraTrouble::no_picture);
    }
    take_pictures(*pipeline.value(), number);
}

void LiveCamera::Inside::run()
{
    while (true) {
        std::uint64_t number = 0;
        bool shows = false;
        {
            std::unique_lock lock(mutex);
            wake.wait(lock, [&] { return looks || begins || ending; });
            if (ending) return;
            shows = std::exchange(begins, false);
            looks = false;
            number = wanted;
        }
        if (shows)
            show(number);
        else
            look();
    }
}

void LiveCamera::before_threads()
{
    Pipeline::before_threads();
}

LiveCamera::LiveCamera(CameraSet set, Disk& disk) : m_inside(std::make_unique<Inside>(std::move(set), disk))
{
    m_inside->thread = std::thread([inside = m_inside.get()] { inside->run(); });
}

LiveCamera::~LiveCamera()
{
    {
        const std::lock_guard lock(m_inside->mutex);
        m_inside->ending = true;
        m_inside->forget();
    }
    m_inside->wake.notify_all();
    m_inside->thread.join();
}

void LiveCamera::look()
{
    {
        const std::lock_guard lock(m_inside->mutex);
        m_inside->looks = true;
    }
    m_inside->wake.notify_all();
}

void LiveCamera::start()
{
    {
        const std::lock_guard lock(m_inside->mutex);
        auto& report = m_inside->report;
        if (report.stage == CameraStage::starting || report.stage == CameraStage::showing) return;
        report.stage = CameraStage::starting;
        report.trouble = CameraTrouble::none;
        m_inside->begins = true;
        ++m_inside->wanted;
    }
    m_inside->wake.notify_all();
}

void LiveCamera::stop()
{
    const std::lock_guard lock(m_inside->mutex);
    auto& report = m_inside->report;
    if (report.stage != CameraStage::starting && report.stage != CameraStage::showing) return;
    report.stage = CameraStage::off;
    m_inside->begins = false;
    m_inside->forget();
    ++m_inside->wanted;
}

CameraReport LiveCamera::report() const
{
    const std::lock_guard lock(m_inside->mutex);
    return m_inside->report;
}

std::optional<std::string> LiveCamera::take_code()
{
    const std::lock_guard lock(m_inside->mutex);
    return std::exchange(m_inside->code, std::nullopt);
}

std::string LiveCamera::place() const
{
    const std::lock_guard lock(m_inside->mutex);
    return m_inside->place;
}

} // namespace northseal::kiosk
