#pragma once
// The parts of the product, one file each. A new screen adds its scenes to the part it belongs to, or a part
// of its own to play_all.

#include "tests/kiosk/screens/scenes/album.h"

namespace northseal::test {

void play_all(Album&);

// One learner's whole way, on one kiosk: each goes on where the one before it stopped.
void doors(Album&, Play&);
void registering(Album&, Play&);
void assessing(Album&, Play&);
void handing_over(Album&, Play&);
void own_record(Album&, Play&);
void settings(Album&, Play&);

// On kiosks of their own.
void teaching(Album&); // sessions
void teaching_edges(Album&);
void anyone(Album&); // without signing in
void every_verdict(Album&);
void other_doors(Album&);
void before_camera(Album&);
void bad_days(Album&);  // busy, refused, worn out: states changed by hand
void helping(Album&);   // languages, diagnostics, practice, what was left half done
void real_site(Album&); // without the marks of a demonstration

} // namespace northseal::test
