#include "kiosk/widgets/focus.h"

#include <algorithm>
#include <cmath>

namespace northseal::kiosk {

namespace {

// Words this near to each other are one thing to say: a title and its sentence, the lines of a fact.
constexpr float near_below = 14;
constexpr std::size_t said_at_once = 240; // letters; more is a stop of its own

// In this order, the nearest way first.
constexpr const char* ways_back[] = {"key/done", "dialog/safe", "back", "bar/back", "nav/home"};

bool is_heading(Role role)
{
    return role == Role::display || role == Role::title || role == Role::heading || role == Role::task;
}

Box around(const Box& a, const Box& b)
{
    const float x = std::min(a.x, b.x);
    const float y = std::min(a.y, b.y);
    return {x, y, std::max(a.right(), b.right()) - x, std::max(a.bottom(), b.bottom()) - y};
}

bool wholly_in_sight(const Box& seen, const Box& whole)
{
    return seen.height >= whole.height - 0.5F && seen.width >= whole.width - 0.5F;
}

bool can_be_reached(const Target& target, int lowest, bool keys_alone, bool reading)
{
    if (target.layer < lowest) return false;
    if (!reading) return target.enabled && target.kind != TargetKind::key;
    return !keys_alone || target.layer > 0;
}

// Words that are scrolled away may lie under something that is not: a field above its list.
bool stands_on(const TextBox& text, const Target& target)
{
    if (!text.box.empty()) return target.box.contains(text.box.centre());
    return target.view == text.view && target.whole.contains(text.whole.centre());
}

// The smallest target that the words stand on.
const Target* bearer(const std::vector<Stop>& stops, const TextBox& text, std::size_t& index)
{
    const Target* found = nullptr;
    for (std::size_t at = 0; at < stops.size(); ++at) {
        const Target* target = stops[at].target;
        if (target == nullptr || target->layer != text.layer || !stands_on(text, *target)) continue;
        const float area = target->whole.width * target->whole.height;
        if (found != nullptr && area >= found->whole.width * found->whole.height) continue;
        found = target;
        index = at;
    }
    return found;
}

bool belongs_to(const Stop& stop, const TextBox& text)
{
    if (stop.target != nullptr || stop.layer != text.layer) return false;
    const bool one_row = text.whole.y < stop.whole.bottom() && stop.whole.y < text.whole.bottom();
    if (is_heading(text.role) && !one_row) return false;
    std::size_t letters = text.text.size();
    for (const TextBox* each : stop.texts) letters += each->text.size();
    if (letters > said_at_once) return false;
    const float below = text.whole.y - stop.whole.bottom();
    const bool across = text.whole.x < stop.whole.right() && stop.whole.x < text.whole.right();
    return one_row || (across && below >= -2 && below <= near_below);
}

void add_words(std::vector<Stop>& stops, const TextBox& text)
{
    if (!stops.empty() && belongs_to(stops.back(), text)) {
        Stop& stop = stops.back();
        stop.whole = around(stop.whole, text.whole);
        stop.in_sight = stop.in_sight && wholly_in_sight(text.box, text.whole);
        stop.texts.push_back(&text);
        return;
    }
    stops.push_back({"words/" + text.text,
                     nullptr,
                     {&text},
                     text.whole,
                     text.layer,
                     wholly_in_sight(text.box, text.whole)});
}

// A field's label stands above it and is said with it.
bool names_a_target(const std::vector<Stop>& targets, const TextBox& text)
{
    return std::any_of(targets.begin(), targets.end(), [&](const Stop& stop) {
        return stop.target->kind == TargetKind::field && stop.target->label == text.text;
    });
}

void tell_apart(std::vector<Stop>& stops)
{
    for (std::size_t at = 0; at < stops.size(); ++at) {
        if (stops[at].target != nullptr) continue;
        int same = 0;
        for (std::size_t before = 0; before < at; ++before)
            same += stops[before].target == nullptr &&
                    stops[before].texts.front()->text == stops[at].texts.front()->text;
        if (same > 0) stops[at].id += "/" + std::to_string(same);
    }
}

// Scrolled away or not: a voice reads the whole of a page.
std::vector<const TextBox*> all_words(const Registry& seen)
{
    std::vector<const TextBox*> out;
    for (const TextBox& text : seen.texts()) out.push_back(&text);
    for (const TextBox& text : seen.out_of_sight()) out.push_back(&text);
    std::sort(out.begin(), out.end(), [](const auto* a, const auto* b) { return a->order < b->order; });
    return out;
}

// As drawn: what a person sees first is said first.
std::vector<Stop> with_words(const Registry& seen, std::vector<Stop> targets, bool keys_alone)
{
    const int lowest = seen.top_layer();
    std::vector<const TextBox*> alone;
    for (const TextBox* text : all_words(seen)) {
        std::size_t on = 0;
        if (text->silent || text->layer < lowest) continue;
        if (bearer(targets, *text, on) != nullptr)
            targets[on].texts.push_back(text);
        else if (!keys_alone && !names_a_target(targets, *text))
            alone.push_back(text);
    }
    std::vector<Stop> stops;
    auto word = alone.begin();
    for (Stop& target : targets) {
        for (; word != alone.end() && (*word)->order < target.target->order; ++word) add_words(stops, **word);
        stops.push_back(std::move(target));
    }
    for (; word != alone.end(); ++word) add_words(stops, **word);
    tell_apart(stops);
    return stops;
}

bool is_keyboard_key(const Registry& seen, const Target& target)
{
    return target.kind == TargetKind::key && target.layer > 0 && is_keyboard_open(seen);
}

} // namespace

bool is_keyboard_open(const Registry& seen)
{
    return seen.find("key/done") != nullptr;
}

std::string way_back(const Registry& seen)
{
    const int top = seen.top_layer();
    for (const char* id : ways_back) {
        const Target* target = seen.find(id);
        const bool leads = target != nullptr && target->enabled && target->layer >= top;
        if (leads && !(target->kind == TargetKind::place && target->chosen)) return id;
    }
    return {};
}

std::vector<Stop> focus_stops(const Registry& seen, bool reading)
{
    const bool keys_alone = reading && is_keyboard_open(seen);
    std::vector<Stop> targets;
    for (const Target& target : seen.targets()) {
        if (can_be_reached(target, seen.top_layer(), keys_alone, reading))
            targets.push_back({target.id,
                               &target,
                               {},
                               target.whole,
                               target.layer,
                               wholly_in_sight(target.box, target.whole)});
    }
    return reading ? with_words(seen, std::move(targets), keys_alone) : targets;
}

std::vector<Stop> page_stops(const Registry& seen)
{
    std::vector<Stop> targets;
    for (const Target& target : seen.targets()) {
        if (can_be_reached(target, seen.top_layer(), false, true) && !is_keyboard_key(seen, target))
            targets.push_back({target.id,
                               &target,
                               {},
                               target.whole,
                               target.layer,
                               wholly_in_sight(target.box, target.whole)});
    }
    return with_words(seen, std::move(targets), false);
}

} // namespace northseal::kiosk