#pragma once
// The pictures behind the screens: horizon, sky, ridges, island. Painted once for each size and look, then
// kept as textures; certificates too.

#include <cstdint>
#include <map>
#include <string>

#include "kiosk/paper/picture.h"
#include "kiosk/widgets/ui.h"

namespace northseal::kiosk {

class Art {
public:
    explicit Art(Ui& ui) : m_ui(ui) {}
    ~Art();
    Art(const Art&) = delete;
    Art& operator=(const Art&) = delete;

    Texture horizon(float width, float height);
    Texture sky(float width, float height, int hour, bool practice); // behind home's greeting
    Texture rail(bool practice);
    Texture island();
    // A picture that the application made; `number` changes when it does.
    Texture made(const std::string& name, std::uint64_t number, const Picture&);
    void forget(const std::string& name);
    void forget_made(); // those alone: a certificate shows a name

private:
    template<class Paint>
    Texture painted(const std::string& name, Paint);

    struct Kept {
        Texture texture;
        std::uint64_t number{0}; // 0: a scene
    };
    Ui& m_ui;
    std::map<std::string, Kept> m_kept;
};

} // namespace northseal::kiosk
