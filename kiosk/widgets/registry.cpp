#include "kiosk/widgets/registry.h"

#include <algorithm>
#include <cmath>

#include <nlohmann/json.hpp>

namespace northseal::kiosk {

namespace {

void add_place(nlohmann::ordered_json& to, const Box& box)
{
    to["x"] = std::lround(box.x);
    to["y"] = std::lround(box.y);
    to["width"] = std::lround(box.width);
    to["height"] = std::lround(box.height);
}

} // namespace

const char* kind_name(TargetKind kind)
{
    switch (kind) {
    case TargetKind::button:
        return "button";
    case TargetKind::row:
        return "row";
    case TargetKind::choice:
        return "choice";
    case TargetKind::toggle:
        return "switch";
    case TargetKind::tap:
        return "tap";
    case TargetKind::key:
        return "key";
    case TargetKind::field:
        return "field";
    case TargetKind::place:
        return "place";
    }
    return "";
}

void Registry::move_down(float by)
{
    const auto move = [by](auto& all, auto... boxes) {
        for (auto& each : all) (((each.*boxes).y += by), ...);
    };
    move(m_targets, &Target::box, &Target::whole, &Target::view);
    move(m_texts, &TextBox::box, &TextBox::room, &TextBox::whole, &TextBox::view);
    move(m_hidden, &TextBox::box, &TextBox::room, &TextBox::whole, &TextBox::view);
    move(m_grounds, &Ground::box, &Ground::whole, &Ground::view);
    move(m_covers, &Cover::box);
    for (ScrolledView& scrolled : m_scrolled) {
        scrolled.view.y += by;
        scrolled.ends_at += by;
    }
}

void Registry::clear()
{
    m_targets.clear();
    m_texts.clear();
    m_hidden.clear();
    m_grounds.clear();
    m_scrolled.clear();
    m_covers.clear();
    m_complaints.clear();
    m_next = 0;
    m_silent = false;
    m_language.clear();
}

void Registry::add(Target target)
{
    if (target.id.empty()) m_complaints.push_back("a target has no name: " + target.label);
    if (find(target.id) != nullptr) m_complaints.push_back("two targets have one name: " + target.id);
    if (!target.enabled && target.kind == TargetKind::button && target.why_not.empty())
        m_complaints.push_back("closed without a reason: " + target.id);
    target.order = m_next++;
    if (target.language.empty()) target.language = m_language;
    m_targets.push_back(std::move(target));
}

void Registry::add(TextBox text)
{
    text.grounds = m_grounds.size();
    text.order = m_next++;
    text.silent = text.silent || m_silent;
    if (text.language.empty()) text.language = m_language;
    (text.box.empty() ? m_hidden : m_texts).push_back(std::move(text));
}

const Target* Registry::find(std::string_view id) const
{
    const auto found = std::find_if(m_targets.begin(), m_targets.end(),
                                    [&](const Target& target) { return target.id == id; });
    return found == m_targets.end() ? nullptr : &*found;
}

int Registry::layer_at(Point point) const
{
    int layer = 0;
    for (const Cover& cover : m_covers) {
        if (cover.box.contains(point)) layer = std::max(layer, cover.layer);
    }
    return layer;
}

int Registry::top_layer() const
{
    int layer = 0;
    for (const Cover& cover : m_covers) {
        // What covers only a part of the screen, as the keyboard does, leaves the page reachable.
        if (cover.whole_screen) layer = std::max(layer, cover.layer);
    }
    return layer;
}

const Target* Registry::at(Point point) const
{
    const int lowest = layer_at(point);
    const Target* found = nullptr;
    for (const Target& target : m_targets) {
        // Later is drawn over earlier, so that a button in a row wins over the row.
        if (target.layer >= lowest && target.box.contains(point) &&
            (found == nullptr || target.layer >= found->layer))
            found = &target;
    }
    return found;
}

std::string Registry::to_json_line() const
{
    nlohmann::ordered_json out;
    out["targets"] = nlohmann::ordered_json::array();
    for (const Target& target : m_targets) {
        if (target.box.empty() || layer_at(target.box.centre()) > target.layer) continue;
        nlohmann::ordered_json one{
            {"id", target.id}, {"label", target.label}, {"kind", kind_name(target.kind)}};
        add_place(one, target.box);
        one["enabled"] = target.enabled;
        if (!target.why_not.empty()) one["why_not"] = target.why_not;
        if (target.chosen) one["chosen"] = true;
        out["targets"].push_back(std::move(one));
    }
    out["texts"] = nlohmann::ordered_json::array();
    for (const TextBox& text : m_texts) {
        if (text.box.empty() || layer_at(text.box.centre()) > text.layer) continue;
        nlohmann::ordered_json one{{"text", text.text}};
        add_place(one, text.box);
        if (text.cut) one["cut"] = true;
        out["texts"].push_back(std::move(one));
    }
    return out.dump(-1, ' ', false, nlohmann::ordered_json::error_handler_t::replace);
}

} // namespace northseal::kiosk
