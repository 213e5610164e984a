#define DOCTEST_CONFIG_IMPLEMENT_WITH_MAIN
#include <doctest/doctest.h>

// Fontconfig and Pango keep what they loaded until the process ends, in places that LeakSanitizer does not
// follow. Memory stays level over hundreds of pages; these are caches, not leaks. Debian 13's tpm2-tss
// forgets a few bytes of its own where it finds no TPM.
extern "C" const char* __lsan_default_suppressions();
extern "C" const char* __lsan_default_suppressions()
{
    return "leak:libfontconfig\nleak:libpango\nleak:libpangoft2\nleak:libtss2-tctildr\n";
}
