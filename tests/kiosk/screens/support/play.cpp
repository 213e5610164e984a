#include "tests/kiosk/screens/support/play.h"

#include <filesystem>

#include <doctest/doctest.h>

#include "kiosk/theme/files.h"
#include "tests/support/shared.h"

namespace northseal::test {

using namespace northseal::kiosk;

Result<std::string> ToldPrinter::submit(std::string_view title, ByteView pdf)
{
    titles.emplace_back(title);
    pages.emplace_back(pdf.begin(), pdf.end());
    return "job-" + std::to_string(pages.size());
}

PrinterReport ToldPrinter::poll(const std::string& id)
{
    return {state, id.empty() ? JobState::none : job, {}};
}

void WrittenVoice::say(const Speech& speech)
{
    std::string aloud;
    std::string caption;
    for (const Phrase& phrase : speech) {
        aloud += (aloud.empty() ? "" : " ") + phrase.said;
        caption += (caption.empty() ? "" : " ") + phrase.shown;
    }
    said.push_back(aloud);
    shown.push_back(caption);
    speeches.push_back(speech);
}

void HeldCamera::look()
{
    if (!runs()) now = {there ? CameraStage::off : CameraStage::none, CameraTrouble::none, now.number, {}};
}

void HeldCamera::start()
{
    if (runs()) return;
    ++started;
    if (there)
        now = {CameraStage::starting, CameraTrouble::none, now.number, {}};
    else
        now = {CameraStage::none, CameraTrouble::taken_away, now.number, {}};
}

void HeldCamera::stop()
{
    if (!runs()) return;
    now = {CameraStage::off, CameraTrouble::none, now.number, {}};
    code.reset();
}

bool HeldCamera::runs() const
{
    return now.stage == CameraStage::starting || now.stage == CameraStage::showing;
}

void HeldCamera::show(const Picture& picture)
{
    if (!runs()) return;
    now.stage = CameraStage::showing;
    now.picture = std::make_shared<const Picture>(picture);
    ++now.number;
}

void HeldCamera::show(const Picture& picture, std::string text)
{
    show(picture);
    if (runs()) code = std::move(text);
}

void HeldCamera::end(CameraTrouble trouble)
{
    there = trouble != CameraTrouble::taken_away;
    now = {there ? CameraStage::off : CameraStage::none, trouble, now.number, {}};
    code.reset();
}

Result<> ToldPrinter::cancel(const std::string&)
{
    ++cancelled;
    return {};
}

const std::map<std::string, Words>& languages()
{
    static const auto loaded = [] {
        RealDisk disk;
        std::map<std::string, Words> out;
        for (const char* tag : {"en", "fr"})
            out.emplace(tag,
                        Words::load(std::string(NORTHSEAL_SOURCE_DIR) + "/assets/words", tag, disk).value());
        return out;
    }();
    return loaded;
}

std::vector<KeyboardLayout> keyboards()
{
    RealDisk disk;
    return load_keyboards(std::string(NORTHSEAL_SOURCE_DIR) + "/assets/keyboards", disk).value();
}

namespace {

StageSet stage_set(const PlaySet& set)
{
    StageSet out;
    out.width = set.width;
    out.height = set.height;
    out.look.scheme = set.scheme;
    out.look.text_size = set.text_size;
    return out;
}

} // namespace

PlaySet of_an_institution()
{
    PlaySet set;
    set.desk.specimen = false;
    set.desk.host = "credentials.example.org";
    return set;
}

Play::Play(const PlaySet& set)
    : site(scratch.path("kiosk"), set.desk, 11, set.guard), stage(stage_set(set)), m_set(set)
{
    REQUIRE(site.disk.write_durably(scratch.path("words.txt"), view(demo_words)).ok());
    AppOptions options;
    const std::string panel = scratch.path("panels") + "/intel";
    std::filesystem::create_directories(panel);
    REQUIRE(site.disk.write_durably(panel + "/max_brightness", view("937\n")).ok());
    REQUIRE(site.disk.write_durably(panel + "/brightness", view("937\n")).ok());
    backlight = Backlight::find(scratch.path("panels"));
    options.backlight = &backlight.value();
    options.spoken =
        institution::WordList::read(read_file(NORTHSEAL_SOURCE_DIR "/assets/words/passphrase.txt")).value();
    options.folder = site.folder;
    options.words_file = scratch.path("words.txt");
    options.take_home = scratch.path("stick");
    options.token = set.guard.token;
    if (set.backup) options.backup = scratch.path("medium");
    options.software = "0.1.0";
    options.system = "Linux 6.1 x86_64";
    options.assets = NORTHSEAL_SOURCE_DIR "/assets";
    options.languages = scratch.path("languages");
    options.log = [this](const std::string& sentence) { logged += sentence + "\n"; };
    options.demo_pins = {assessor_pin, witness_pin};
    options.voice = &voice;
    camera.there = set.camera;
    camera.look();
    options.camera = &camera;
    options.preferences_file = site.folder + "/preferences.json";
    options.running_mark = site.folder + "/running";
    if (set.cut)
        REQUIRE(site.disk.write_durably(options.running_mark, view(to_date_time(demo_day - 3600))).ok());
    if (set.read_aloud) {
        options.preferences.emplace();
        options.preferences->read_aloud = true;
    }
    site.reopen();
    app = std::make_unique<App>(std::move(site.site), site.around(), set.printer ? &printer : nullptr,
                                languages(), std::move(options));
    show = std::make_unique<Show>(*app, stage.ui(), keyboards());
    app->tick(-240);
    frame();
}

void Play::draw_once()
{
    stage.frame([&] {
        show->draw();
        return 0;
    });
}

void Play::frame()
{
    for (int frames = 0; frames < 200; ++frames) {
        draw_once();
        if (!show->settle()) return;
    }
    FAIL("the kiosk does not come to rest");
}

void Play::tap(const std::string& id)
{
    REQUIRE_MESSAGE(has(id), (id + " is not on the screen: " + on_screen()));
    bring_into_sight(id);
    stage.tap(id, [&] {
        show->draw();
        return 0;
    });
    show->settle();
    frame();
}

// As a finger does: drags the list until the target stands in it whole, or as much as ever will.
void Play::bring_into_sight(const std::string& id)
{
    for (int drags = 0; drags < 12; ++drags) {
        const Target* target = stage.seen().find(id);
        if (target == nullptr || target->box.height > target->whole.height / 2) return;
        const float middle = target->box.empty() ? m_set.height / 2 : target->box.centre().y;
        const bool below = target->whole.centre().y > middle;
        const Point from{target->whole.centre().x, m_set.height * 0.5F};
        stage.drag(from, {from.x, from.y + (below ? -120.0F : 120.0F)}, [&] {
            show->draw();
            return 0;
        });
        show->settle();
        // A list coasts: it comes to rest by itself.
        for (int frames = 0; frames < 60; ++frames) draw_once();
    }
}

void Play::type(const std::string& letters)
{
    stage.type(letters, [&] {
        show->draw();
        return 0;
    });
    show->settle();
    frame();
}

void Play::pin(const std::string& digits)
{
    for (const char digit : digits) tap(std::string("pin/") + digit);
    tap("pin/main");
}

void Play::wait(int seconds)
{
    site.clock.advance(seconds);
    app->tick(-240);
    frame();
}

void Play::key(FocusMove move, bool pad)
{
    stage.key(move, pad);
    draw_once();
    if (show->settle()) frame();
}

bool Play::open(const std::string& id) const
{
    const Target* target = stage.seen().find(id);
    return target != nullptr && target->enabled;
}

bool Play::says(const std::string& part) const
{
    // A sentence may stand on several lines.
    return on_screen().find(part) != std::string::npos;
}

std::string Play::on_screen() const
{
    std::string all;
    for (const TextBox& text : stage.seen().texts()) all += text.text + " ";
    for (const Target& target : stage.seen().targets()) all += "[" + target.id + "] ";
    return all;
}

void Play::sign_in()
{
    tap("language/" + m_set.language);
    tap("use-file");
    tap("person/1");
    pin(assessor_pin);
}

void Play::register_learner(const std::string& name)
{
    tap("nav/learners");
    tap(has("new") ? "new" : "empty/main");
    type(name);
    tap("key/done");
    tap("bar/main");
    tap("bar/main");
    tap("bar/main");
}

void Play::choose_all_levels(int level)
{
    const auto outcomes = state().personal.assessment->programme->outcomes.size();
    for (std::size_t i = 0; i < outcomes; ++i) tap("level/" + std::to_string(level));
    tap("bar/main");
}

void Play::sign_and_issue()
{
    tap("bar/main");
    pin(assessor_pin);
    if (state().screen == Screen::sign_off) pin(witness_pin);
}

} // namespace northseal::test
