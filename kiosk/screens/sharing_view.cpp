#include "kiosk/screens/people.h"
#include "kiosk/screens/sharing.h"

namespace northseal::kiosk {

SharingView sharing_view(const AppState& state, const Words& words)
{
    const station::Counts& counts = state.personal.home.counts;
    SharingView view;
    view.signed_in = state.personal.signed_in.has_value();
    const std::string institution = said(state.facts.institution, words.language());
    view.heading = words("sharing.nothing_leaves");
    view.sentence = words("sharing.no_connection", {{"institution", institution}});
    // Totals are for the people who work here: this page opens without signing in.
    if (view.signed_in) {
        view.rows = {{Icon::certificate, words("sharing.certificates"), words.number(counts.issued)},
                     {Icon::checklist, words("sharing.signed_off"), words.number(counts.signed_off)},
                     {Icon::pencil, words("sharing.drafts"), words.number(counts.drafts)},
                     {Icon::users, words("sharing.people"), words.number(counts.learners)}};
        view.total = words.count("sharing.kept", counts.waiting_to_sync);
    }
    const std::string stays = words("sharing.stays");
    for (const auto& [line, detail] :
         {std::pair{"sharing.kind_certificates", "sharing.kind_certificates_detail"},
          std::pair{"sharing.kind_rubric", "sharing.kind_rubric_detail"},
          std::pair{"sharing.kind_notes", "sharing.kind_notes_detail"},
          std::pair{"sharing.kind_files", "sharing.kind_files_detail"},
          std::pair{"sharing.kind_consent", "sharing.kind_consent_detail"},
          std::pair{"sharing.kind_totals", "sharing.kind_totals_detail"}}) {
        view.kinds.push_back({words(line), words(detail), stays});
    }
    view.foot = words("sharing.foot");
    return view;
}

} // namespace northseal::kiosk
