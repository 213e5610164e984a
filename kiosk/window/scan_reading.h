#pragma once
// What a barcode scanner meant. It types as a keyboard does, under a layout of its own that nobody on site
// can change, and the machine reads its keys under another: a "/" of a US scanner is an "é" on a Canadian
// French kiosk, and the digits of a French one need the shift. So the keys themselves are read again.

#include <string>
#include <vector>

namespace northseal::kiosk {

struct KeyStroke {
    int key{0};          // GLFW's: the place on the board, named by what a US keyboard has there
    bool shift{false};   // held
    bool level3{false};  // the right Alt held: AltGr
    std::string typed{}; // what the machine's own layout made of it, UTF-8
};

// The code of a certificate where the strokes are one under any layout scanners have (US, Canadian French,
// Canadian multilingual, French), its host in small letters; otherwise what the machine's layout made of it.
std::string read_scan(const std::vector<KeyStroke>&);

} // namespace northseal::kiosk
