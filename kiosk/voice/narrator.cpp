#include "kiosk/voice/narrator.h"

#include <algorithm>

#include "kiosk/voice/phrases.h"
#include "kiosk/widgets/pin_pad.h"
#include "kiosk/widgets/text_entry.h"

namespace northseal::kiosk {

namespace {

using phrases::add;
using phrases::Hearing;
using phrases::is_secret;
using phrases::of_page;
using phrases::of_stop;
using phrases::phrase;

constexpr std::size_t changes_most = 8; // phrases; a page that changed wholly is heard stop by stop

Hearing hearing(const Moment& scene, const Words& words)
{
    return {words, scene.headphones, scene.digits};
}

const Stop* stop_at(const std::vector<Stop>& stops, const std::string& id)
{
    const auto found =
        std::find_if(stops.begin(), stops.end(), [&](const Stop& stop) { return stop.id == id; });
    return found == stops.end() ? nullptr : &*found;
}

const Stop* first_digit(const std::vector<Stop>& stops)
{
    const auto found = std::find_if(stops.begin(), stops.end(), is_secret);
    return found == stops.end() ? nullptr : &*found;
}

std::string without_digits(const std::string& text)
{
    std::string out;
    for (const char c : text) {
        if (c < '0' || c > '9') out += c;
    }
    return out;
}

std::string language_of(const std::string& own, const Words& words)
{
    return own.empty() ? words.language() : own;
}

std::string page_of(const Moment& scene)
{
    return scene.place + "/" + std::to_string(scene.seen.top_layer());
}

std::string last_word(const std::string& text)
{
    const std::size_t end = text.find_last_not_of(' ');
    if (end == std::string::npos) return {};
    const std::size_t begin = text.find_last_of(' ', end);
    return text.substr(begin == std::string::npos ? 0 : begin + 1,
                       end - (begin == std::string::npos ? 0 : begin + 1) + 1);
}

} // namespace

Narration Narrator::hear(const Moment& scene, const Words& words)
{
    const std::vector<Stop> stops = focus_stops(scene.seen, true);
    const bool keyboard = is_keyboard_open(scene.seen);
    Narration out;
    if (scene.busy) return {new_words(scene, stops, words), {}};
    if (stops.empty())
        out = {};
    else if (scene.woken || page_of(scene) != m_place)
        out = arrive(scene, stops, words);
    else if (keyboard != m_keyboard)
        out = keyboard ? open_keyboard(scene, stops, words) : close_keyboard(scene, stops, words);
    else if (scene.moved == FocusMove::again)
        out = repeat(scene, stops, words);
    else if (scene.moved && scene.moved != FocusMove::choose && !scene.acted)
        out = follow(scene, stops, words);
    else
        out = change(scene, stops, words);
    Moment after = scene;
    if (out.focus) after.focus = *out.focus;
    remember(after, stops);
    return out;
}

Narration Narrator::arrive(const Moment& scene, const std::vector<Stop>& stops, const Words& words)
{
    Narration out;
    const std::string language = words.language();
    if (scene.woken) {
        out.speech.push_back(phrase(words("voice.woken"), language));
        out.speech.push_back(phrase(words("voice.help"), language));
    }
    if (is_keyboard_open(scene.seen)) {
        // The page is behind the keyboard: its title is heard all the same.
        add(out.speech, phrases::of_title(page_stops(scene.seen), hearing(scene, words)));
        m_field.clear();
        Narration keys = open_keyboard(scene, stops, words);
        add(out.speech, keys.speech);
        out.focus = keys.focus;
        return out;
    }
    add(out.speech, of_page(stops, hearing(scene, words)));
    if (first_digit(stops) != nullptr)
        out.speech.push_back(
            phrase(words(scene.headphones ? "voice.pin_heard" : "voice.pin_silent"), language));
    const Stop& first = stops[phrases::first_stop(stops)];
    for (const Phrase& each : of_stop(first, stops, hearing(scene, words))) {
        const bool told = std::find(out.speech.begin(), out.speech.end(), each) != out.speech.end();
        if (!told) out.speech.push_back(each); // a greeting is its page's title as well
    }
    out.focus = first.id;
    return out;
}

Narration Narrator::open_keyboard(const Moment& scene, const std::vector<Stop>& stops, const Words& words)
{
    Narration out;
    const Target* field = m_field.empty() ? nullptr : scene.seen.find(m_field);
    if (field == nullptr || field->kind != TargetKind::field) {
        field = scene.seen.find(scene.focus);
        if (field == nullptr || field->kind != TargetKind::field) {
            for (const Target& target : scene.seen.targets())
                if (field == nullptr || field->kind != TargetKind::field) field = &target;
        }
    }
    m_field = field != nullptr && field->kind == TargetKind::field ? field->id : std::string();
    const std::string label = m_field.empty() ? std::string() : field->label;
    out.speech.push_back(phrase(words("voice.keyboard", {{"field", label}}), words.language()));
    if (!m_keyboard_told) out.speech.push_back(phrase(words("voice.keyboard_help"), words.language()));
    m_keyboard_told = true;
    add(out.speech, of_stop(stops.front(), stops, hearing(scene, words)));
    out.focus = stops.front().id;
    return out;
}

Narration Narrator::close_keyboard(const Moment& scene, const std::vector<Stop>& stops, const Words& words)
{
    Narration out;
    const Stop* field = stop_at(stops, m_field);
    const Stop& here = field != nullptr ? *field : stops[phrases::first_stop(stops)];
    out.focus = here.id;
    out.speech = new_words(scene, stops, words);
    add(out.speech, of_stop(here, stops, hearing(scene, words)));
    return out;
}

Narration Narrator::follow(const Moment& scene, const std::vector<Stop>& stops, const Words& words)
{
    const Stop* here = stop_at(stops, scene.focus);
    Narration out;
    if (here == nullptr) {
        here = &stops[phrases::first_stop(stops)];
        out.focus = here->id;
    }
    if (scene.moved == FocusMove::back && here->id == m_focus)
        out.speech.push_back(phrase(words("voice.no_way_back"), words.language()));
    // Each digit sounds the same, or is not heard at all: the pad is passed in silence.
    const bool in_silence = is_secret(*here) && !scene.headphones && m_on_secret;
    if (!in_silence) add(out.speech, of_stop(*here, stops, hearing(scene, words)));
    return out;
}

Narration Narrator::repeat(const Moment& scene, const std::vector<Stop>& stops, const Words& words)
{
    Narration out;
    if (!is_keyboard_open(scene.seen)) out.speech = of_page(stops, hearing(scene, words));
    out.speech.push_back(
        phrase(words(is_keyboard_open(scene.seen) ? "voice.keyboard_help" : "voice.help"), words.language()));
    const Stop* here = stop_at(stops, scene.focus);
    if (here != nullptr) add(out.speech, of_stop(*here, stops, hearing(scene, words)));
    return out;
}

// A digit was taken: how many there are now, and back to where the pad begins, so that presses can be
// counted.
Narration Narrator::digit_typed(const Moment& scene, const std::vector<Stop>& stops, const Words& words)
{
    Narration out;
    const Stop* here = stop_at(stops, scene.focus);
    if (scene.digits >= pin_digits) {
        for (const Stop& stop : stops) {
            if (stop.target != nullptr && stop.target->kind == TargetKind::button && stop.target->enabled &&
                stop.target->order > first_digit(stops)->target->order) {
                out.focus = stop.id;
                here = &stop;
                break;
            }
        }
        out.speech.push_back(phrase(words("voice.digits_all"), words.language()));
    } else if (!scene.headphones) {
        here = first_digit(stops);
        out.focus = here->id;
    }
    if (here != nullptr && is_secret(*here)) {
        const std::string count = words("voice.digit", {{"place", std::to_string(scene.digits + 1)},
                                                        {"all", std::to_string(pin_digits)}});
        out.speech.push_back({count, count, words.language()});
    } else if (here != nullptr) {
        add(out.speech, of_stop(*here, stops, hearing(scene, words)));
    }
    return out;
}

Narration Narrator::change(const Moment& scene, const std::vector<Stop>& stops, const Words& words)
{
    Narration out;
    if (scene.digits != m_digits && scene.digits > 0 && first_digit(stops) != nullptr)
        return digit_typed(scene, stops, words);
    const bool asked = scene.acted || scene.moved.has_value();
    if (m_keyboard) {
        out.speech = typing(scene, words);
        const Stop* here = stop_at(stops, scene.focus);
        if (here == nullptr && asked) {
            // Another layout has other keys.
            out.focus = stops.front().id;
            add(out.speech, of_stop(stops.front(), stops, hearing(scene, words)));
        } else if (here != nullptr && asked && out.speech.empty()) {
            out.speech = of_stop(*here, stops, hearing(scene, words));
        }
        return out;
    }
    out.speech = new_states(scene, words);
    add(out.speech, new_words(scene, stops, words));
    const Stop* here = stop_at(stops, scene.focus);
    if (m_digits > 0 && scene.digits == 0 && first_digit(stops) != nullptr) {
        here = first_digit(stops); // they were not the PIN, or were taken away: from the beginning
        out.focus = here->id;
        add(out.speech, of_stop(*here, stops, hearing(scene, words)));
    } else if (here == nullptr) {
        here = &stops[phrases::first_stop(stops)];
        out.focus = here->id;
        add(out.speech, of_stop(*here, stops, hearing(scene, words)));
    } else if (here->id != m_focus && asked) {
        add(out.speech, of_stop(*here, stops, hearing(scene, words)));
    } else if (asked && out.speech.empty() && scene.moved) {
        // Nothing came of it: a closed target says why, words are read once more.
        out.speech = of_stop(*here, stops, hearing(scene, words));
    }
    return out;
}

Speech Narrator::typing(const Moment& scene, const Words& words)
{
    if (!scene.typed || !m_typed || *scene.typed == *m_typed) return {};
    const std::string& now = *scene.typed;
    const std::string& before = *m_typed;
    if (now.size() < before.size() && before.starts_with(now))
        return {phrase(words("voice.taken", {{"letter", before.substr(now.size())}}), words.language())};
    if (now.ends_with(' ')) return {phrase(last_word(now), words.language())};
    const auto end = std::mismatch(now.begin(), now.end(), before.begin(), before.end()).first;
    const std::vector<std::size_t> stops = caret_stops(now);
    const auto changed = static_cast<std::size_t>(end - now.begin());
    const auto from = std::upper_bound(stops.begin(), stops.end(), changed);
    const std::size_t begin = from == stops.begin() ? 0 : *(from - 1);
    return {phrase(now.substr(begin), words.language())};
}

// Words that stand by themselves and did not before. What the kiosk changes by itself, as a clock or a wait
// that runs, is not read at each tick.
Speech Narrator::new_words(const Moment& scene, const std::vector<Stop>& stops, const Words& words) const
{
    std::set<std::string> old_shapes;
    for (const std::string& text : m_words) old_shapes.insert(without_digits(text));
    const bool asked = scene.acted || scene.moved.has_value();
    Speech out;
    for (const Stop& stop : stops) {
        if (stop.target != nullptr) continue;
        for (const TextBox* text : stop.texts) {
            if (m_words.contains(text->text) || out.size() >= changes_most) continue;
            if (!asked && old_shapes.contains(without_digits(text->text))) continue;
            out.push_back(phrase(text->text, language_of(text->language, words)));
        }
    }
    return out;
}

Speech Narrator::new_states(const Moment& scene, const Words& words) const
{
    Speech out;
    for (const Target& target : scene.seen.targets()) {
        const auto before = m_targets.find(target.id);
        if (before == m_targets.end() || target.secret) continue;
        const bool other_state = before->second.chosen != target.chosen;
        const bool is_here = target.id == scene.focus;
        if ((is_here || target.chosen) && other_state) {
            if (!is_here) out.push_back(phrase(target.label, language_of(target.language, words)));
            out.push_back(phrase(phrases::state_of(target, words), words.language()));
        } else if (is_here && before->second.label != target.label) {
            out.push_back(phrase(target.label, language_of(target.language, words)));
        } else if (target.enabled && !before->second.enabled && target.kind == TargetKind::button) {
            out.push_back(phrase(words("voice.now_open", {{"label", target.label}}), words.language()));
        }
    }
    std::erase_if(out, [](const Phrase& each) { return each.said.empty(); });
    return out;
}

void Narrator::remember(const Moment& scene, const std::vector<Stop>& stops)
{
    m_place = page_of(scene);
    m_focus = scene.focus;
    m_digits = scene.digits;
    m_keyboard = is_keyboard_open(scene.seen);
    m_typed = scene.typed;
    const Stop* here = stop_at(stops, scene.focus);
    m_on_secret = here != nullptr && is_secret(*here);
    if (m_keyboard) return; // the page behind it is compared when it is seen again
    if (here != nullptr && here->target != nullptr && here->target->kind == TargetKind::field)
        m_field = here->id;
    m_targets.clear();
    for (const Target& target : scene.seen.targets())
        m_targets[target.id] = {target.label, target.enabled, target.chosen};
    m_words.clear();
    for (const Stop& stop : stops) {
        if (stop.target != nullptr) continue;
        for (const TextBox* text : stop.texts) m_words.insert(text->text);
    }
}

} // namespace northseal::kiosk
