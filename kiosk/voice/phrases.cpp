#include "kiosk/voice/phrases.h"

#include <algorithm>

#include "kiosk/widgets/pin_pad.h"
#include "storage/base/text.h"

namespace northseal::kiosk::phrases {

namespace {

constexpr float head_of_page = 140; // px: the title stands above

bool ends_a_sentence(const std::string& said)
{
    return said.empty() || std::string_view(".?!:").find(said.back()) != std::string_view::npos;
}

bool counts(const Stop& stop)
{
    return stop.target != nullptr && stop.target->kind != TargetKind::key;
}

std::string language_of(const std::string& own, const Hearing& hearing)
{
    return own.empty() ? hearing.words.language() : own;
}

// "Button", "Switch": what one does with it. Nothing for a key, whose name says it.
std::string kind_of(TargetKind kind, const Words& words)
{
    switch (kind) {
    case TargetKind::button:
        return words("voice.button");
    case TargetKind::row:
        return words("voice.row");
    case TargetKind::choice:
    case TargetKind::tap:
        return words("voice.choice");
    case TargetKind::toggle:
        return words("voice.switch");
    case TargetKind::field:
        return words("voice.field");
    case TargetKind::place:
        return words("voice.place");
    case TargetKind::key:
        return {};
    }
    return {};
}

std::string kind_and_state(const Target& target, const Words& words)
{
    const std::string kind = kind_of(target.kind, words);
    const std::string state = state_of(target, words);
    if (kind.empty()) return state;
    if (state.empty()) return kind;
    return words("voice.kind_and_state", {{"kind", kind}, {"state", state}});
}

Speech digit(const Stop& stop, const Hearing& hearing)
{
    const std::string count =
        hearing.words("voice.digit", {{"place", std::to_string(std::min(hearing.digits + 1, pin_digits))},
                                      {"all", std::to_string(pin_digits)}});
    const std::string language = hearing.words.language();
    Speech out{{hearing.headphones ? stop.target->label : count, count, language}};
    if (!stop.target->enabled) out.push_back(phrase(state_of(*stop.target, hearing.words), language));
    return out;
}

std::string key_name(const Target& target, const Words& words)
{
    // A capital sounds like its small letter.
    const std::string& label = target.label;
    const bool capital = label.size() == 1 && label[0] >= 'A' && label[0] <= 'Z';
    return capital ? words("voice.capital", {{"letter", label}}) : label;
}

std::string place_among(const Stop& stop, const std::vector<Stop>& all, const Words& words)
{
    std::int64_t place = 0;
    std::int64_t count = 0;
    for (const Stop& each : all) {
        if (!counts(each)) continue;
        ++count;
        if (each.id == stop.id) place = count;
    }
    return words("voice.place_of", {{"place", words.number(place)}, {"all", words.number(count)}});
}

bool is_title(Role role)
{
    return metrics(role).px >= metrics(Role::task).px || role == Role::row_strong ||
           role == Role::body_strong;
}

const TextBox* title_of(const std::vector<Stop>& all)
{
    const TextBox* title = nullptr;
    for (const Stop& stop : all) {
        if (stop.target != nullptr) continue;
        for (const TextBox* text : stop.texts) {
            const bool above = text->whole.y <= head_of_page && is_title(text->role);
            if (above && (title == nullptr || text->order < title->order)) title = text;
        }
    }
    return title;
}

// What a page says in its largest letters, where that is not its title: a question, a greeting.
const TextBox* largest_of(const std::vector<Stop>& all, const TextBox* title)
{
    const TextBox* largest = title;
    for (const Stop& stop : all) {
        if (stop.target != nullptr) continue;
        for (const TextBox* text : stop.texts) {
            const bool heading = metrics(text->role).px >= metrics(Role::heading).px;
            if (heading && (largest == nullptr || metrics(text->role).px > metrics(largest->role).px))
                largest = text;
        }
    }
    return largest == title ? nullptr : largest;
}

} // namespace

Phrase phrase(std::string said, const std::string& language)
{
    // A letter or a sign alone is called by its name: there a full stop would be one more sign.
    if (!ends_a_sentence(said) && count_code_points(said) > 1) said += '.';
    return {said, said, language};
}

void add(Speech& to, const Speech& more)
{
    to.insert(to.end(), more.begin(), more.end());
}

bool is_secret(const Stop& stop)
{
    return stop.target != nullptr && stop.target->secret;
}

std::string state_of(const Target& target, const Words& words)
{
    if (!target.enabled) {
        return target.why_not.empty() ? words("voice.closed")
                                      : words("voice.closed_because", {{"why", target.why_not}});
    }
    switch (target.kind) {
    case TargetKind::toggle:
        return words(target.chosen ? "voice.on" : "voice.off");
    case TargetKind::choice:
        return words(target.chosen ? "voice.chosen" : "voice.not_chosen");
    case TargetKind::place:
        return target.chosen ? words("voice.here") : std::string();
    case TargetKind::key:
        return target.chosen ? words("voice.on") : std::string();
    case TargetKind::button:
    case TargetKind::row:
    case TargetKind::tap:
    case TargetKind::field:
        return target.chosen ? words("voice.chosen") : std::string();
    }
    return {};
}

Speech of_stop(const Stop& stop, const std::vector<Stop>& all, const Hearing& hearing)
{
    if (is_secret(stop)) return digit(stop, hearing);
    Speech out;
    std::string label;
    if (stop.target != nullptr) {
        const Target& target = *stop.target;
        label = target.kind == TargetKind::key ? key_name(target, hearing.words) : target.label;
        out.push_back(phrase(label, language_of(target.language, hearing)));
        label = target.label;
        if (target.kind == TargetKind::key) {
            const std::string state = state_of(target, hearing.words);
            if (!state.empty()) out.push_back(phrase(state, hearing.words.language()));
            return out;
        }
    }
    for (const TextBox* text : stop.texts) {
        // A closed target gives its reason with its state.
        if (text->text == label || (stop.target != nullptr && text->text == stop.target->why_not)) continue;
        out.push_back(phrase(text->text, language_of(text->language, hearing)));
    }
    if (stop.target == nullptr) return out;
    out.push_back(phrase(kind_and_state(*stop.target, hearing.words), hearing.words.language()));
    out.push_back(phrase(place_among(stop, all, hearing.words), hearing.words.language()));
    return out;
}

Speech of_title(const std::vector<Stop>& all, const Hearing& hearing)
{
    Speech out;
    const TextBox* title = title_of(all);
    if (title != nullptr) out.push_back(phrase(title->text, language_of(title->language, hearing)));
    const TextBox* largest = largest_of(all, title);
    if (largest != nullptr) out.push_back(phrase(largest->text, language_of(largest->language, hearing)));
    return out;
}

Speech of_page(const std::vector<Stop>& all, const Hearing& hearing)
{
    Speech out = of_title(all, hearing);
    const auto count = std::count_if(all.begin(), all.end(), counts);
    out.push_back(phrase(hearing.words.count("voice.things", count), hearing.words.language()));
    return out;
}

std::size_t first_stop(const std::vector<Stop>& all)
{
    const TextBox* title = title_of(all);
    for (std::size_t at = 0; at < all.size(); ++at) {
        const Stop& stop = all[at];
        if (title != nullptr && stop.target == nullptr && stop.texts.front()->order <= title->order) continue;
        if (title != nullptr && stop.target != nullptr && stop.target->order < title->order) continue;
        if (stop.target != nullptr && stop.target->kind == TargetKind::place) continue;
        const bool is_title = stop.target == nullptr && title != nullptr &&
                              std::find(stop.texts.begin(), stop.texts.end(), title) != stop.texts.end();
        if (!is_title) return at;
    }
    return 0;
}

} // namespace northseal::kiosk::phrases
