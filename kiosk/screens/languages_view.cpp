#include "kiosk/screens/failure.h"
#include "kiosk/screens/languages.h"

namespace northseal::kiosk {

namespace {

std::string refusal(const PackReport& report, const Words& words)
{
    const Words::Fills where{{"where", report.where}};
    switch (report.fault) {
    case PackFault::none:
        return {};
    case PackFault::nothing_there:
        return words("pack.nothing_there");
    case PackFault::not_a_table:
        return words("pack.not_a_table", where);
    case PackFault::nameless:
        return words("pack.nameless", where);
    case PackFault::too_large:
        return words("pack.too_large", where);
    case PackFault::unknown_key:
        return words("pack.unknown_key", where);
    case PackFault::other_holes:
        return words("pack.other_holes", where);
    case PackFault::empty_text:
        return words("pack.empty_text", where);
    case PackFault::no_glyph:
        return words("pack.no_glyph", where);
    }
    return {};
}

std::string coverage(const PackReport& report, const Words& words)
{
    return words("pack.coverage", {{"has", words.number(static_cast<std::int64_t>(report.has))},
                                   {"all", words.number(static_cast<std::int64_t>(report.all))}});
}

} // namespace

LanguagesView languages_view(const AppState& state, const Words& words)
{
    LanguagesView view;
    for (const auto& language : state.languages) {
        std::string detail = words("pack.whole");
        for (const auto& report : state.packs.installed) {
            if (report.tag != language.tag) continue;
            detail = coverage(report, words);
            if (report.recordings > 0)
                detail += " " + words.count("pack.recordings", static_cast<std::int64_t>(report.recordings));
            if (!report.made_by.empty()) detail += " " + words("pack.made_by", {{"who", report.made_by}});
        }
        view.lines.push_back({language.name, detail});
    }
    view.can_read = state.can_copy && state.busy == Busy::none;
    view.busy = state.busy == Busy::reading_language ? busy_sentence(state.busy, words) : std::string();
    if (const auto& last = state.packs.last) {
        view.refused = last->fault != PackFault::none;
        view.outcome = view.refused
                           ? refusal(*last, words)
                           : words("pack.added", {{"name", last->name}}) + " " + coverage(*last, words);
    }
    return view;
}

} // namespace northseal::kiosk
