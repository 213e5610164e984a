#include "kiosk/screens/failure.h"
#include "kiosk/screens/people.h"
#include "kiosk/screens/programmes.h"
#include "kiosk/screens/registration.h"

namespace northseal::kiosk {

ProgrammesView programmes_view(const AppState& state, const Words& words)
{
    ProgrammesView view;
    const auto& learner = state.personal.learner;
    const std::string name = learner ? first_name(learner->learner.row.name) : std::string();
    view.title = words("programmes.title", {{"name", name}});
    for (std::size_t i = 0; i < state.programmes.size(); ++i) {
        const auto& offer = state.programmes[i];
        if (offer.programme == nullptr) continue;
        std::vector<std::string> languages;
        for (const auto& tag : offer.languages) languages.push_back(language_name(state, tag));
        const std::string outcomes =
            words.count("programmes.outcomes", static_cast<std::int64_t>(offer.programme->outcomes.size()));
        view.rows.push_back(
            {i, said(offer.programme->name, words.language()),
             words("programmes.detail", {{"outcomes", outcomes}, {"languages", words.list(languages)}}),
             said(offer.programme->description, words.language())});
    }
    if (view.rows.empty()) view.empty = words("programmes.none");
    view.failure = failure_sentence(state, words);
    return view;
}

} // namespace northseal::kiosk
