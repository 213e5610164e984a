#pragma once
// A screen without a window: real Dear ImGui frames, fingers that press and lift, and a look at what stands
// where. With a null backend a frame takes well under a millisecond, so everything a person can do is tested
// here. A picture of the frame can be painted by software, the same to the byte on every machine.

#include <cstdint>
#include <map>
#include <memory>
#include <string>
#include <vector>

#include "kiosk/widgets/ui.h"
#include "tests/kiosk/support/layout_laws.h"

struct ImGuiContext;

namespace northseal::kiosk {

struct StageSet {
    float width{1280}; // design pixels
    float height{800};
    Look look;
};

class Stage final : public Textures {
public:
    explicit Stage(StageSet = {});
    ~Stage() override;
    Stage(const Stage&) = delete;
    Stage& operator=(const Stage&) = delete;

    Ui& ui() { return *m_ui; }
    const Registry& seen() const { return m_ui->seen(); } // after the last frame

    // One frame. `draw` takes nothing and returns what the person did.
    template<class Draw>
    auto frame(Draw draw)
    {
        begin();
        auto did = draw();
        end();
        return did;
    }
    // A finger on the middle of a target and up again. Returns what the frame of lifting returned.
    template<class Draw>
    auto tap(std::string_view id, Draw draw)
    {
        if (m_ui->seen().find(id) == nullptr) frame(draw);
        return tap_at(middle_of(id), draw);
    }
    template<class Draw>
    auto tap_at(Point at, Draw draw)
    {
        press(at);
        frame(draw);
        lift();
        return frame(draw);
    }
    // Down on one place, dragged to another in steps, and up.
    template<class Draw>
    auto drag(Point from, Point to, Draw draw)
    {
        press(from);
        frame(draw);
        for (int step = 1; step <= 8; ++step) {
            const float part = static_cast<float>(step) / 8;
            move({from.x + (to.x - from.x) * part, from.y + (to.y - from.y) * part});
            frame(draw);
        }
        lift();
        return frame(draw);
    }
    // Down for so long, without moving.
    template<class Draw>
    auto hold(std::string_view id, float seconds, Draw draw)
    {
        if (m_ui->seen().find(id) == nullptr) frame(draw);
        press(middle_of(id));
        frame(draw);
        for (float gone = 0; gone < seconds; gone += m_input.seconds) frame(draw);
        return frame(draw);
    }
    template<class Draw>
    auto type(std::string_view text, Draw draw)
    {
        add_typing(text);
        return frame(draw);
    }
    template<class Draw>
    auto move_focus(FocusMove move, Draw draw)
    {
        m_input.moves.push_back(move);
        return frame(draw);
    }

    void key(FocusMove move, bool pad) // in the next frame
    {
        m_input.moves.push_back(move);
        m_input.pad = pad;
    }
    void turn_wheel(float lines) { m_input.wheel = lines; } // in the next frame, where the pointer is
    void press(Point);
    void move(Point);
    void lift();
    void scan(std::string text) { m_input.scanned = std::move(text); } // in the next frame
    void edit(Edit edit) { m_input.edits.push_back(std::move(edit)); } // in the next frame
    Point middle_of(std::string_view id) const;                        // fails the test where there is none

    // Our own mistakes in the last frame: complaints of the registry, and every broken law of layout_laws.h.
    // Empty when all is well.
    std::vector<std::string> faults() const;
    Seen look_at_page() const; // of the last frame; as long as the stage stands

    // What the last frame looks like, RGBA, width * pixels by height * pixels.
    struct Painted {
        int width{0};
        int height{0};
        std::vector<std::uint8_t> rgba;
    };
    Painted paint() const;
    bool save_png(const std::string& path) const;
    // Of all that decides the picture: corners, colours, the order, and what is in the textures.
    std::uint64_t drawing_hash() const;
    std::uint64_t fonts_hash() const; // of every glyph in the atlas

    Texture upload(const PixelView&) override;
    void release(Texture) override;
    std::size_t textures_held() const { return m_textures.size(); }

private:
    void begin();
    void end();
    void add_typing(std::string_view);
    Sampled sampled(TextureId) const;

    StageSet m_set;
    FrameInput m_input;
    Theme m_theme;
    std::unique_ptr<WordShaper> m_shaper;
    struct Held {
        Painted painted;
        std::uint64_t hash{0};
    };
    std::map<TextureId, Held> m_textures;
    TextureId m_next_texture{2};
    ImGuiContext* m_context{nullptr};
    std::unique_ptr<Ui> m_ui;
};

bool write_png(const Stage::Painted&, const std::string& path);

} // namespace northseal::kiosk
