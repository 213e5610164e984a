#pragma once
// What the repository keeps of the look of every screen: the picture of each at 1280x800 in both languages, a
// page that shows them, and a hash of what is drawn at every size, theme and text size. Rewritten by
// `scripts/screens --accept`, compared by a test.

#include <string>
#include <vector>

#include "tests/kiosk/screens/scenes/easel.h"

namespace northseal::test {

// Which libraries and fonts draw: other versions draw other pixels, and are not compared.
std::string drawn_with();

// A line a scene: language, name, and eight hexadecimal digits for each of all_settings(), in that order.
std::vector<std::string> drawing_hashes();
// Where the hashes of these libraries are kept, and where the pictures.
std::string hashes_file(const std::string& root);
std::string picture_file(const std::string& root, const std::string& language, const std::string& name);
std::string versions_file(const std::string& root); // of the pictures: holds drawn_with()
std::string page_file(const std::string& root);

// The page of all screens, as Markdown.
std::string page_of_screens();

} // namespace northseal::test
