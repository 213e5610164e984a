#include "kiosk/screens/home.h"
#include "kiosk/screens/people.h"
#include "kiosk/screens/settings.h"
#include "kiosk/words/dates.h"

namespace northseal::kiosk {

namespace {

struct ProtectionKeys {
    const char* title;
    const char* line;
    const char* sentence;
};

// A: a chip, B: a token that leaves with the facilitator; C: six words after power-on.
ProtectionKeys protection(std::string_view letter)
{
    if (letter == "A") return {"about.class_a", "about.class_a_line", "about.class_a_sentence"};
    if (letter == "B") return {"about.class_b", "about.class_b_line", "about.class_b_sentence"};
    return {"about.class_c", "about.class_c_line", "about.class_c_sentence"};
}

std::string in_groups(const std::string& text, std::size_t size)
{
    std::string out;
    for (std::size_t i = 0; i < text.size(); ++i) {
        if (i > 0 && i % size == 0) out += ' ';
        out += text[i];
    }
    return out;
}

} // namespace

SettingsView settings_view(const AppState& state, const Words& words)
{
    return {state.preferences, state.languages, kiosk_lines(state, words), state.voice, state.can_dim};
}

AboutView about_view(const AppState& state, const Words& words)
{
    AboutView view;
    const ProtectionKeys keys = protection(state.facts.protection_class);
    view.class_title = words(keys.title);
    view.class_line = words(keys.line);
    view.class_sentence = words(keys.sentence);
    const station::Counts& counts = state.personal.home.counts;
    view.facts = {
        {words("about.institution"), said(state.facts.institution, words.language())},
        {words("about.kiosk"), words("about.kiosk_value", {{"site", said(state.facts.site, words.language())},
                                                           {"key", state.facts.kiosk}})},
        {words("about.until"), date_in_words(words, state.facts.delegation_until, state.offset)},
        {words("about.may_issue"),
         words("about.may_issue_value", {{"left", words.number(counts.may_still_issue)},
                                         {"all", words.number(state.facts.delegation_count)}})},
        {words("about.log"), state.about.log_checked
                                 ? words(state.about.log_whole ? "about.log_whole" : "about.log_broken",
                                         {{"entries", state.about.entries}})
                                 : words("about.log_not_checked")},
        {words("about.copy"), copy_sentence(state, words)},
        {words("about.software"), state.software},
    };
    if (const auto& notice = state.backup.notice) {
        view.facts.push_back(
            {words("about.restored"),
             words("about.restored_value", {{"when", date_in_words(words, notice->restored, state.offset)},
                                            {"from", date_in_words(words, notice->from, state.offset)}})});
    }
    if (state.facts.specimen)
        view.facts.insert(view.facts.begin(), {words("about.specimen"), words("about.specimen_value")});
    view.log_title = words("about.log_title");
    view.log_sentence = words("about.log_sentence");
    if (state.about.checkpoint.side > 0) view.checkpoint = &state.about.checkpoint;
    view.log_head = in_groups(state.about.root, 4);
    return view;
}

} // namespace northseal::kiosk
