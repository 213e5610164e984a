#include "kiosk/window/window.h"

#include <algorithm>
#include <chrono>
#include <cstdio>
#include <exception>
#include <future>
#include <utility>

#include <GLFW/glfw3.h>
#include <backends/imgui_impl_opengl3.h>
#include <imgui.h>

#include "kiosk/window/graphics.h"
#include "kiosk/window/input.h"

namespace northseal::kiosk {

namespace {

constexpr int frames_after_event = 3;
constexpr int bad_frames_most = 10;
constexpr double idle_seconds = 1.0;
constexpr double frame_seconds = 1.0 / 60;

struct EndGlfw {
    void operator()(GLFWwindow* window) const
    {
        glfwDestroyWindow(window);
        glfwTerminate();
    }
};

// What the panel says of itself; screens that do not know their size say nought or nonsense.
float panel_pixels(GLFWmonitor* monitor, int width)
{
    int millimetres = 0;
    glfwGetMonitorPhysicalSize(monitor, &millimetres, nullptr);
    if (millimetres < 100 || millimetres > 600) return 1;
    const float dpi = static_cast<float>(width) / (static_cast<float>(millimetres) / 25.4F);
    return std::clamp(dpi / 150, 0.75F, 2.5F);
}

Error no_display()
{
    const char* why = nullptr;
    glfwGetError(&why);
    return Error{Fault::io,
                 std::string("no window could be opened (") + (why == nullptr ? "no reason given" : why) +
                     "): start an X server and set DISPLAY, with OpenGL 3.2 or the package libgl1-mesa-dri"};
}

} // namespace

struct Window::Inside {
    Inside(WindowSet window_set, Theme window_theme, std::unique_ptr<WordShaper> word_shaper)
        : set(std::move(window_set)), theme(std::move(window_theme)), shaper(std::move(word_shaper))
    {}
    ~Inside();

    WindowSet set;
    Theme theme;
    std::unique_ptr<WordShaper> shaper;
    std::chrono::steady_clock::time_point opened{std::chrono::steady_clock::now()};
    ImFontAtlas glyphs; // outlives the context, which borrows it
    std::unique_ptr<GLFWwindow, EndGlfw> window;
    // Painting the letters and starting the graphics driver take as long as each other: a third of the time
    // to the first frame, if both are done at once.
    std::future<void> painting;
    ImGuiContext* context{nullptr};
    std::unique_ptr<Graphics> graphics;
    std::unique_ptr<Ui> ui;
    Input input;
    Mailbox mailbox{[] { glfwPostEmptyEvent(); }};
    Look wanted;
    int frames_left{frames_after_event};
    int bad_frames{0};
    bool closing{false};
    long long frames{0};  // so far
    bool in_frame{false}; // between NewFrame and Render
    double last_frame_at{0};
    double lag{0}; // what slow frames took beyond what a frame may: keys that came meanwhile waited, too
    std::function<void(const Registry&)> after;
    std::function<void(const Screenshot&)> screenshot;

    Result<> open_window();
    Result<> start_drawing();
    void listen();
    bool apply_look();
    void draw_frame(const std::function<void()>& frame);
    void show(int width, int height);
    void print_frame();
    // The time by which keys are told apart from a scanner's: they are heard between frames alone, and a slow
    // one must not look like a pause of whoever types.
    double keys_now() const { return glfwGetTime() - lag; }
    void guard(const std::function<void()>& frame);
    void wait();
    void say(const std::string& line) const;
};

Window::Inside::~Inside()
{
    if (context != nullptr) ImGui::SetCurrentContext(context);
    ui.reset();
    graphics.reset();
    if (context != nullptr) {
        if (ImGui::GetIO().BackendRendererUserData != nullptr) ImGui_ImplOpenGL3_Shutdown();
        ImGui::DestroyContext(context);
    }
}

void Window::Inside::say(const std::string& line) const
{
    if (set.log)
        set.log(line);
    else
        std::fprintf(stderr, "northseal-kiosk: %s\n", line.c_str());
}

Result<> Window::Inside::open_window()
{
    if (glfwInit() != GLFW_TRUE) return no_display();
    glfwWindowHint(GLFW_CONTEXT_VERSION_MAJOR, 3);
    glfwWindowHint(GLFW_CONTEXT_VERSION_MINOR, 2);
    glfwWindowHint(GLFW_OPENGL_PROFILE, GLFW_OPENGL_CORE_PROFILE);
    glfwWindowHint(GLFW_OPENGL_FORWARD_COMPAT, GLFW_TRUE);
    glfwWindowHint(GLFW_AUTO_ICONIFY, GLFW_FALSE);
    GLFWmonitor* monitor = set.full_screen ? glfwGetPrimaryMonitor() : nullptr;
    if (monitor != nullptr) {
        const GLFWvidmode* mode = glfwGetVideoMode(monitor);
        set.width = mode->width;
        set.height = mode->height;
        if (set.look.pixels <= 0) set.look.pixels = panel_pixels(monitor, mode->width);
    }
    if (set.look.pixels <= 0) set.look.pixels = 1;
    wanted = set.look;
    painting = std::async(std::launch::async, [this] { theme.build(glyphs, wanted); });
    window.reset(glfwCreateWindow(set.width, set.height, set.title.c_str(), monitor, nullptr));
    if (window == nullptr) {
        const Error error = no_display();
        glfwTerminate();
        return error;
    }
    if (set.full_screen) glfwSetInputMode(window.get(), GLFW_CURSOR, GLFW_CURSOR_HIDDEN);
    glfwMakeContextCurrent(window.get());
    glfwSwapInterval(1);
    return {};
}

Result<> Window::Inside::start_drawing()
{
    // Before there is a context: the library counts in it what it allocates, and does not expect two threads.
    painting.get();
    context = ImGui::CreateContext(&glyphs);
    ImGuiIO& io = ImGui::GetIO();
    io.IniFilename = nullptr;
    io.LogFilename = nullptr;
    ImGui::GetStyle().CircleTessellationMaxError = 0.10F;
    if (!ImGui_ImplOpenGL3_Init("#version 150"))
        return Error{Fault::io, "OpenGL 3.2 did not start: install the package libgl1-mesa-dri"};
    graphics = std::make_unique<Graphics>();
    graphics->start();
    if (!graphics->upload_glyphs(*io.Fonts))
        return Error{Fault::io, "the graphics driver holds no picture of " +
                                    std::to_string(io.Fonts->TexHeight) +
                                    " rows: choose a smaller text size"};
    ui = std::make_unique<Ui>(theme, *graphics, shaper.get());
    return {};
}

void Window::Inside::listen()
{
    GLFWwindow* to = window.get();
    glfwSetWindowUserPointer(to, this);
    // Lambdas without captures can be C callbacks; each finds its way back through the window.
    glfwSetCursorPosCallback(to, [](GLFWwindow* from, double x, double y) {
        auto& found = *static_cast<Inside*>(glfwGetWindowUserPointer(from));
        found.input.pointer_moved({static_cast<float>(x) / found.theme.look().pixels,
                                   static_cast<float>(y) / found.theme.look().pixels});
    });
    glfwSetMouseButtonCallback(to, [](GLFWwindow* from, int button, int action, int) {
        auto& found = *static_cast<Inside*>(glfwGetWindowUserPointer(from));
        if (button == GLFW_MOUSE_BUTTON_LEFT) found.input.pressed(action == GLFW_PRESS);
    });
    glfwSetScrollCallback(to, [](GLFWwindow* from, double, double lines) {
        static_cast<Inside*>(glfwGetWindowUserPointer(from))->input.wheel(static_cast<float>(lines));
    });
    glfwSetCharCallback(to, [](GLFWwindow* from, unsigned code_point) {
        auto& found = *static_cast<Inside*>(glfwGetWindowUserPointer(from));
        found.input.letter(code_point, found.keys_now());
    });
    glfwSetKeyCallback(to, [](GLFWwindow* from, int key, int, int action, int modifiers) {
        auto& found = *static_cast<Inside*>(glfwGetWindowUserPointer(from));
        found.input.key(key, action, modifiers, found.keys_now());
    });
    glfwSetWindowRefreshCallback(to, [](GLFWwindow* from) {
        static_cast<Inside*>(glfwGetWindowUserPointer(from))->frames_left = frames_after_event;
    });
    glfwSetFramebufferSizeCallback(to, [](GLFWwindow* from, int, int) {
        static_cast<Inside*>(glfwGetWindowUserPointer(from))->frames_left = frames_after_event;
    });
}

bool Window::Inside::apply_look()
{
    if (wanted.pixels <= 0) wanted.pixels = theme.look().pixels;
    if (wanted == theme.look()) return false;
    if (theme.needs_build(wanted)) {
        const Look before = theme.look();
        theme.build(*ImGui::GetIO().Fonts, wanted);
        if (!graphics->upload_glyphs(*ImGui::GetIO().Fonts)) {
            say("the graphics driver holds no picture that high; the text size stays");
            wanted.text_size = before.text_size;
            theme.build(*ImGui::GetIO().Fonts, wanted);
            static_cast<void>(graphics->upload_glyphs(*ImGui::GetIO().Fonts));
        }
        ui->atlas_was_rebuilt();
    }
    theme.set_rest(wanted);
    ui->motion().allow(wanted.moves);
    return true;
}

void Window::Inside::draw_frame(const std::function<void()>& frame)
{
    ImGui::SetCurrentContext(context);
    apply_look();
    int width = 0;
    int height = 0;
    glfwGetFramebufferSize(window.get(), &width, &height);
    if (width <= 0 || height <= 0) return;
    const float pixels = theme.look().pixels;
    const double now = glfwGetTime();
    // After a sleep no time has passed for what moves.
    const double seconds = std::clamp(now - last_frame_at, 0.001, 0.05);
    last_frame_at = now;
    ImGuiIO& io = ImGui::GetIO();
    io.DisplaySize = {static_cast<float>(width) / pixels, static_cast<float>(height) / pixels};
    io.DisplayFramebufferScale = {pixels, pixels};
    io.DeltaTime = static_cast<float>(seconds);
    ImGui_ImplOpenGL3_NewFrame();
    ImGui::NewFrame();
    in_frame = true;
    ui->begin(input.next(io.DisplaySize.x, io.DisplaySize.y, io.DeltaTime, keys_now()));
    frame();
    ui->end();
    ImGui::Render();
    in_frame = false;
    graphics->clear(width, height, theme.colours().ground);
    ImGui_ImplOpenGL3_RenderDrawData(ImGui::GetDrawData());
    show(width, height);
}

void Window::Inside::show(int width, int height)
{
    if (screenshot) {
        const auto take = std::exchange(screenshot, {});
        take({width, height, graphics->read_back(width, height)});
    }
    glfwSwapBuffers(window.get());
    if (set.print_timing) print_frame();
    if (after) after(ui->seen());
}

// The clock is CLOCK_MONOTONIC, so that whoever sent the event can compare.
void Window::Inside::print_frame()
{
    graphics->finish(); // the picture stands, and is not only asked for
    const auto now = std::chrono::steady_clock::now();
    const auto milliseconds = [](auto time) {
        return static_cast<long long>(std::chrono::duration_cast<std::chrono::milliseconds>(time).count());
    };
    if (frames == 0) std::fprintf(stderr, "first frame after %lld ms\n", milliseconds(now - opened));
    ++frames;
    std::fprintf(stderr, "frame %lld at %.6f\n", frames,
                 std::chrono::duration<double>(now.time_since_epoch()).count());
}

void Window::Inside::guard(const std::function<void()>& frame)
{
    const double began = glfwGetTime();
    try {
        draw_frame(frame);
        bad_frames = 0;
    } catch (const std::exception& wrong) {
        ++bad_frames;
        say(std::string("a frame ended early: ") + wrong.what());
        if (std::exchange(in_frame, false)) ImGui::EndFrame();
    }
    lag += std::max(0.0, glfwGetTime() - began - frame_seconds);
}

void Window::Inside::wait()
{
    const double now = glfwGetTime();
    const bool busy = frames_left > 0 || input.waiting(keys_now());
    if (busy) {
        glfwPollEvents();
    } else if (ui->wants_another_frame()) {
        // Not every display waits for its own refresh.
        const double left = frame_seconds - (now - last_frame_at);
        if (left > 0)
            glfwWaitEventsTimeout(left);
        else
            glfwPollEvents();
        frames_left = std::max(frames_left, 1);
    } else {
        glfwWaitEventsTimeout(std::min(idle_seconds, input.held_for(keys_now())));
    }
    if (input.waiting(keys_now())) frames_left = frames_after_event;
}

Window::Window(std::unique_ptr<Inside> inside) : m_inside(std::move(inside))
{}
Window::~Window() = default;

Result<std::unique_ptr<Window>> Window::open(WindowSet set, Theme theme, std::unique_ptr<WordShaper> shaper)
{
    auto inside = std::make_unique<Inside>(std::move(set), std::move(theme), std::move(shaper));
    TRY(inside->open_window());
    TRY(inside->start_drawing());
    inside->listen();
    return std::unique_ptr<Window>(new Window(std::move(inside)));
}

Ui& Window::ui()
{
    return *m_inside->ui;
}
Textures& Window::textures()
{
    return *m_inside->graphics;
}
Mailbox& Window::mailbox()
{
    return m_inside->mailbox;
}

int Window::run(const std::function<void()>& frame, const std::function<bool()>& tick)
{
    Inside& in = *m_inside;
    while (!in.closing && glfwWindowShouldClose(in.window.get()) == GLFW_FALSE) {
        in.wait();
        if (in.mailbox.deliver()) in.frames_left = frames_after_event;
        if (tick && tick()) in.frames_left = std::max(in.frames_left, 2);
        if (in.frames_left <= 0 && in.wanted == in.theme.look()) continue;
        in.frames_left = std::max(0, in.frames_left - 1);
        in.guard(frame);
        if (in.bad_frames >= bad_frames_most) return 1;
    }
    return 0;
}

void Window::close()
{
    m_inside->closing = true;
}
void Window::draw_again()
{
    m_inside->frames_left = frames_after_event;
}
void Window::draw_once()
{
    m_inside->frames_left = std::max(m_inside->frames_left, 1);
}
void Window::set_look(Look look)
{
    if (look.pixels <= 0) look.pixels = m_inside->theme.look().pixels;
    // It is asked for at each tick: what stays as it is draws nothing.
    if (look == m_inside->wanted) return;
    m_inside->wanted = look;
    m_inside->frames_left = frames_after_event;
}
void Window::after_frame(std::function<void(const Registry&)> after)
{
    m_inside->after = std::move(after);
}
void Window::take_screenshot(std::function<void(const Screenshot&)> take)
{
    m_inside->screenshot = std::move(take);
    m_inside->frames_left = std::max(m_inside->frames_left, 1);
}

} // namespace northseal::kiosk
