#include <algorithm>

#include "kiosk/screens/failure.h"
#include "kiosk/screens/group_issue.h"
#include "kiosk/screens/home.h"
#include "kiosk/screens/people.h"
#include "kiosk/screens/roster.h"

namespace northseal::kiosk {

namespace {

GroupIssueView::Line line_of(const GroupIssue& group, std::size_t i, bool signing, const Words& words)
{
    const auto& each = group.lines[i];
    GroupIssueView::Line line;
    line.name = each.name;
    line.step = each.step;
    line.here = signing && i == group.next;
    line.opens = each.issued;
    switch (each.step) {
    case GroupStep::issued:
        line.chip = words("group_issue.kept");
        line.paper = each.printed     ? words("group_issue.printed")
                     : group.printing ? words("group_issue.in_line")
                                      : std::string();
        break;
    case GroupStep::waits:
        line.paper = words(line.here ? "group_issue.signing" : "group_issue.next");
        break;
    case GroupStep::held:
        line.chip = words("group_issue.left_out");
        break;
    }
    return line;
}

} // namespace

GroupIssueView group_issue_view(const AppState& state, const Words& words)
{
    GroupIssueView view;
    view.failure = failure_sentence(state, words);
    view.line = session_line_of(state, words);
    const auto& group = state.personal.group;
    if (!group) return view;
    const bool signing = state.busy == Busy::issuing_group;
    std::int64_t issued = 0;
    std::int64_t all = 0;
    std::int64_t printed = 0;
    std::vector<std::string> held;
    for (std::size_t i = 0; i < group->lines.size(); ++i) {
        view.lines.push_back(line_of(*group, i, signing, words));
        const auto& each = group->lines[i];
        if (each.step == GroupStep::held) held.push_back(first_name(each.name));
        if (each.step != GroupStep::held) ++all;
        if (each.step == GroupStep::issued) ++issued;
        if (each.printed) ++printed;
        if (each.step == GroupStep::issued && !each.printed) view.can_print = true;
        if (each.step == GroupStep::waits && !signing) view.may_go_on = true;
    }
    view.counted = words.count("group_issue.counted", issued, {{"all", words.number(all)}});
    view.part = all == 0 ? 0.0F : static_cast<float>(issued) / static_cast<float>(all);
    view.printed = words.count("group_issue.printed_count", printed);
    if (!held.empty()) {
        constexpr std::size_t names_most = 3;
        const auto many = static_cast<std::int64_t>(held.size());
        view.held_title = held.size() <= names_most
                              ? words.count("group_issue.held", many, {{"people", words.list(held)}})
                              : words.count("group_issue.held_many", many);
        view.held = words("group_issue.held_detail");
    }
    view.busy = signing;
    view.prints = state.busy == Busy::printing_group;
    view.can_print = view.can_print && state.has_printer && state.busy == Busy::none;
    view.printer = printer_sentence(state, words);
    return view;
}

} // namespace northseal::kiosk
