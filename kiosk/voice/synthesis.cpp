#include "kiosk/voice/synthesis.h"

#include <espeak-ng/speak_lib.h>

#include "storage/base/text.h"

namespace northseal::kiosk {

namespace {

constexpr int buffer_ms = 60; // so soon can it be stopped
constexpr int words_a_minute = 165;
constexpr int pause_between_words = 0;

// English as it is heard in North America; other languages go by their own tag.
std::string voice_name(const std::string& language)
{
    return language == "en" ? "en-us" : language;
}

using Take = std::function<bool(std::span<const std::int16_t>)>;

int hand_over(short* samples, int count, espeak_EVENT* events)
{
    if (samples == nullptr || events == nullptr || events->user_data == nullptr) return 0;
    const auto& take = *static_cast<const Take*>(events->user_data);
    if (count <= 0) return 0;
    return take({samples, static_cast<std::size_t>(count)}) ? 0 : 1;
}

} // namespace

Result<std::unique_ptr<Synthesis>> Synthesis::open()
{
    // Once in a program, and never ended: espeak_Terminate of 1.51 may wait for ever on its own thread.
    static const int rate =
        espeak_Initialize(AUDIO_OUTPUT_SYNCHRONOUS, buffer_ms, nullptr, espeakINITIALIZE_DONT_EXIT);
    if (rate <= 0) return Error{Fault::not_found, "no voice: install the package espeak-ng-data"};
    espeak_SetSynthCallback(hand_over);
    espeak_SetParameter(espeakRATE, words_a_minute, 0);
    espeak_SetParameter(espeakWORDGAP, pause_between_words, 0);
    return std::unique_ptr<Synthesis>(new Synthesis(rate));
}

bool Synthesis::speaks(const std::string& language) const
{
    return espeak_SetVoiceByName(voice_name(language).c_str()) == EE_OK;
}

Result<> Synthesis::speak(const std::string& text, const std::string& language, const Take& take)
{
    if (!speaks(language)) return Error{Fault::not_found, "there is no voice for the language " + language};
    // A sign on a key has a name; in a sentence it is a pause.
    espeak_SetParameter(espeakPUNCTUATION, count_code_points(text) == 1 ? espeakPUNCT_ALL : espeakPUNCT_NONE,
                        0);
    // The callback only sees what travels with the text.
    void* with = const_cast<Take*>(&take);
    const auto done =
        espeak_Synth(text.c_str(), text.size() + 1, 0, POS_CHARACTER, 0, espeakCHARS_UTF8, nullptr, with);
    if (done != EE_OK) return Error{Fault::io, "the voice did not speak"};
    return {};
}

} // namespace northseal::kiosk
