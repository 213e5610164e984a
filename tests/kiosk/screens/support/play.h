#pragma once
// A person at a real kiosk without a window: a real station in a scratch folder, the real app, real frames of
// Dear ImGui, and fingers that find their targets by name.

#include <map>
#include <string>

#include "kiosk/app/app.h"
#include "kiosk/app/backlight.h"
#include "kiosk/app/show.h"
#include "kiosk/camera/camera.h"
#include "kiosk/paper/printer.h"
#include "kiosk/voice/voice.h"
#include "tests/kiosk/support/stage.h"
#include "tests/support/demo_site.h"
#include "tests/support/scratch.h"

namespace northseal::test {

// A voice whose words a test can read: what was said, and what the caption showed.
class WrittenVoice final : public kiosk::Voice {
public:
    void say(const kiosk::Speech&) override;
    void stop() override
    {
        ++stopped;
        ended = said.size();
    }
    void set_loudness(float part) override { loudness = part; }
    State state() const override { return {lasting && said.size() > ended, 0}; }
    bool headphones() const override { return plugged; }
    kiosk::VoiceTrouble trouble() const override { return kiosk::VoiceTrouble::none; }
    bool speaks(const std::string&) const override { return true; }

    std::vector<std::string> said;  // a line for each time it spoke
    std::vector<std::string> shown; // in the caption, beside it
    std::vector<kiosk::Speech> speeches;
    bool plugged{false};
    float loudness{-1};   // as it was told last
    bool lasting{false};  // it speaks until it is stopped
    std::size_t ended{0}; // so many of what was said are over
    int stopped{0};
};

// A camera that is held before whatever a test says.
class HeldCamera final : public kiosk::Camera {
public:
    void look() override;
    void start() override;
    void stop() override;
    kiosk::CameraReport report() const override { return now; }
    std::optional<std::string> take_code() override { return std::exchange(code, std::nullopt); }
    std::string place() const override { return there ? "/dev/video0" : std::string(); }

    bool runs() const;
    void show(const kiosk::Picture&);              // one more picture
    void show(const kiosk::Picture&, std::string); // with a code in it
    void end(kiosk::CameraTrouble);                // by itself

    bool there{false};
    kiosk::CameraReport now;
    std::optional<std::string> code;
    int started{0};
};

// A printer whose paper and mood a test decides; what it printed can be looked at.
class ToldPrinter final : public kiosk::Printer {
public:
    Result<std::string> submit(std::string_view title, ByteView pdf) override;
    kiosk::PrinterReport poll(const std::string& job) override;
    Result<> cancel(const std::string& job) override;
    Kind kind() const override { return Kind::paper; }
    std::string place() const override { return "a test"; }

    kiosk::PrinterState state{kiosk::PrinterState::ready};
    kiosk::JobState job{kiosk::JobState::done};
    std::vector<Bytes> pages;
    std::vector<std::string> titles;
    int cancelled{0};
};

// What the kiosk says, and its keyboards, as they are shipped.
const std::map<std::string, kiosk::Words>& languages();
std::vector<kiosk::KeyboardLayout> keyboards();

struct PlaySet {
    std::string language{"en"};
    float width{1280};
    float height{800};
    kiosk::Scheme scheme{kiosk::Scheme::light};
    kiosk::TextSize text_size{kiosk::TextSize::normal};
    DeskOptions desk{};
    bool printer{true};
    Guard guard{};
    bool camera{false}; // one is there
    bool backup{false}; // a second medium is there
    bool read_aloud{false};
    bool cut{false}; // the power went while it ran
};

PlaySet of_an_institution(); // no demonstration: real awards of an institution of its own

class Play {
public:
    explicit Play(const PlaySet& = {});

    void frame();                          // draws until nothing changes any more
    void one_frame() { draw_once(); }      // and only one: to see what is said while something is done
    void tap(const std::string& id);       // and everything that follows from it
    void type(const std::string& letters); // on a keyboard of the desk
    void pin(const std::string& digits);
    void key(kiosk::FocusMove, bool pad = true); // one of the four, or of a desk's keyboard
    void wait(int seconds);                      // 0: only that somebody had something to tell

    bool has(const std::string& id) const { return stage.seen().find(id) != nullptr; }
    bool open(const std::string& id) const; // there, and can be tapped
    bool says(const std::string& part) const;
    // Of what stands on the screen: the practice, while somebody practises.
    const kiosk::AppState& state() const { return app->practice() ? app->practice()->state() : app->state(); }
    std::string on_screen() const; // all words, for messages

    void sign_in(); // language, words, PIN: to the home page
    void register_learner(const std::string& name);
    void choose_all_levels(int level = 3);
    void sign_and_issue(); // from the review

    Scratch scratch;
    DemoSite site;
    ToldPrinter printer;
    std::optional<kiosk::Backlight> backlight; // a folder of its own, as the kernel shows one
    WrittenVoice voice;
    HeldCamera camera;
    std::string logged; // every sentence of the log
    kiosk::Stage stage;
    std::unique_ptr<kiosk::App> app;
    std::unique_ptr<kiosk::Show> show;

private:
    void draw_once();
    void bring_into_sight(const std::string& id);
    PlaySet m_set;
};

} // namespace northseal::test
