#define DOCTEST_CONFIG_IMPLEMENT_WITH_MAIN
#include <doctest/doctest.h>

// Fontconfig and Pango keep what they loaded until the process ends, in places that LeakSanitizer does not
// follow. Memory stays level over hundreds of pages; these are caches, not leaks.
extern "C" const char* __lsan_default_suppressions();
extern "C" const char* __lsan_default_suppressions()
{
    return "leak:libfontconfig\nleak:libpango\nleak:libpangoft2\n";
}
