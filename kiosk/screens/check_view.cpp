#include "kiosk/screens/check.h"

#include "kiosk/screens/failure.h"
#include "kiosk/screens/people.h"
#include "kiosk/words/dates.h"
#include "storage/credential/verdict.h"

namespace northseal::kiosk {

namespace {

using credential::Verdict;

// Green for genuine, brown where it was or may be good, berry refused, grey where nobody can tell.
VerdictTone tone_of(Verdict verdict)
{
    switch (verdict) {
    case Verdict::genuine:
        return VerdictTone::good;
    case Verdict::not_yet_confirmed:
    case Verdict::superseded:
    case Verdict::expired:
    case Verdict::lists_too_old:
        return VerdictTone::caution;
    case Verdict::revoked:
    case Verdict::key_closed_never_received:
    case Verdict::not_genuine:
    case Verdict::number_belongs_to_another:
    case Verdict::dated_in_the_future:
        return VerdictTone::refused;
    case Verdict::issuer_not_listed:
    case Verdict::programme_not_known:
        return VerdictTone::unknown;
    case Verdict::specimen:
        return VerdictTone::specimen;
    }
    return VerdictTone::unknown;
}

Icon icon_of(Verdict verdict)
{
    switch (tone_of(verdict)) {
    case VerdictTone::good:
        return Icon::check;
    case VerdictTone::caution:
        return verdict == Verdict::superseded ? Icon::replace : Icon::hourglass;
    case VerdictTone::refused:
        return Icon::ban;
    case VerdictTone::unknown:
        return Icon::help;
    case VerdictTone::specimen:
        return Icon::school;
    }
    return Icon::help;
}

struct VerdictKeys {
    const char* title;
    const char* sentence;
    const char* what_next;
};

// The words that the command and the verify page say too (assets/words, verdict.toml).
VerdictKeys keys_of(Verdict verdict)
{
    switch (verdict) {
    case Verdict::genuine:
        return {"verdict.genuine.title", "verdict.genuine.sentence", "verdict.genuine.what_next"};
    case Verdict::not_yet_confirmed:
        return {"verdict.not_yet_confirmed.title", "verdict.not_yet_confirmed.sentence",
                "verdict.not_yet_confirmed.what_next"};
    case Verdict::superseded:
        return {"verdict.superseded.title", "verdict.superseded.sentence", "verdict.superseded.what_next"};
    case Verdict::expired:
        return {"verdict.expired.title", "verdict.expired.sentence", "verdict.expired.what_next"};
    case Verdict::revoked:
        return {"verdict.revoked.title", "verdict.revoked.sentence", "verdict.revoked.what_next"};
    case Verdict::key_closed_never_received:
        return {"verdict.key_closed_never_received.title", "verdict.key_closed_never_received.sentence",
                "verdict.key_closed_never_received.what_next"};
    case Verdict::not_genuine:
        return {"verdict.not_genuine.title", "verdict.not_genuine.sentence", "verdict.not_genuine.what_next"};
    case Verdict::number_belongs_to_another:
        return {"verdict.number_belongs_to_another.title", "verdict.number_belongs_to_another.sentence",
                "verdict.number_belongs_to_another.what_next"};
    case Verdict::dated_in_the_future:
        return {"verdict.dated_in_the_future.title", "verdict.dated_in_the_future.sentence",
                "verdict.dated_in_the_future.what_next"};
    case Verdict::issuer_not_listed:
        return {"verdict.issuer_not_listed.title", "verdict.issuer_not_listed.sentence",
                "verdict.issuer_not_listed.what_next"};
    case Verdict::specimen:
        return {"verdict.specimen.title", "verdict.specimen.sentence", "verdict.specimen.what_next"};
    case Verdict::programme_not_known:
        return {"verdict.programme_not_known.title", "verdict.programme_not_known.sentence",
                "verdict.programme_not_known.what_next"};
    case Verdict::lists_too_old:
        return {"verdict.lists_too_old.title", "verdict.lists_too_old.sentence",
                "verdict.lists_too_old.what_next"};
    }
    return {"verdict.not_genuine.title", "verdict.not_genuine.sentence", "verdict.not_genuine.what_next"};
}

Instant issued_at(const credential::Award& award)
{
    const auto read = from_date_time(award.valid_from);
    return read ? read.value() : 0;
}

// Without the institution's lists "the lists are old" would be no answer: there are none here.
bool lacks_lists(const station::Judgement& judged)
{
    return judged.finding.verdict == Verdict::lists_too_old && judged.finding.lists_dated == 0;
}

void add_paper(CheckView& view, const AppState& state, const Words& words)
{
    const auto& form = state.personal.check;
    const auto& award = *form.judgement->award;
    view.says_something = true;
    view.vouched = view.verdict.tone != VerdictTone::refused && view.verdict.tone != VerdictTone::unknown;
    view.holder = award.holder;
    view.programme = award.programme;
    view.issued = date_in_words(words, issued_at(award), state.offset);
    if (!view.vouched) {
        view.unvouched = {{words("check.name"), award.holder},
                          {words("check.programme"), award.programme},
                          {words("check.date"), view.issued}};
        return;
    }
    for (const auto& outcome : award.outcomes) {
        const auto at = static_cast<std::size_t>(outcome.achieved);
        const bool has = at > 0 && at <= outcome.levels.size();
        view.outcomes.push_back({outcome.name,
                                 has ? outcome.levels[at - 1].name : words("check.not_assessed"),
                                 static_cast<int>(at), static_cast<int>(outcome.levels.size())});
    }
}

void add_meaning(CheckView& view, const AppState& state, const Words& words)
{
    const auto& form = state.personal.check;
    const auto& judged = *form.judgement;
    const auto& finding = judged.finding;
    const bool refused = view.verdict.tone == VerdictTone::refused;
    if (judged.own)
        view.means.push_back({Icon::database, Tone::good, words("check.own"), words("check.own_detail")});
    else if (finding.award && !refused)
        view.means.push_back(
            {Icon::info_circle, Tone::neutral, words("check.elsewhere"), words("check.elsewhere_detail")});
    view.means.push_back(
        {Icon::list_check, finding.lists_dated == 0 ? Tone::waits : Tone::neutral, words("check.lists"),
         finding.lists_dated == 0
             ? words("check.no_lists")
             : words("check.lists_of", {{"date", date_in_words(words, finding.lists_dated, state.offset)}})});
    const bool none_here = lacks_lists(judged);
    view.means.push_back({Icon::bulb, Tone::neutral, words("check.what_next"),
                          words(none_here ? "check.no_lists_next" : keys_of(finding.verdict).what_next)});
    if (!form.serial_of.empty())
        view.means.push_back(
            {Icon::phone, Tone::neutral,
             words("check.ask", {{"institution", said(state.facts.institution, words.language())}}),
             words("check.ask_detail", {{"serial", form.serial_of}})});
}

const char* way_key(CheckWay way)
{
    switch (way) {
    case CheckWay::scanner:
        return "check.by_scanner";
    case CheckWay::camera:
        return "check.by_camera";
    case CheckWay::picture:
        return "check.by_picture";
    case CheckWay::serial:
        return "check.by_serial";
    }
    return "check.by_scanner";
}

} // namespace

std::string trouble_sentence(CheckTrouble trouble, const Words& words)
{
    switch (trouble) {
    case CheckTrouble::none:
        return {};
    case CheckTrouble::no_picture:
        return words("check.trouble_no_picture");
    case CheckTrouble::no_code:
        return words("check.trouble_no_code");
    case CheckTrouble::serial_unknown:
        return words("check.trouble_serial");
    case CheckTrouble::serial_unclear:
        return words("check.trouble_serial_unclear");
    case CheckTrouble::not_yours:
        return words("check.trouble_not_yours");
    }
    return {};
}

int closes_after(const AppState& state)
{
    if (state.screen == Screen::my_record && state.personal.my_record.step != MyRecordStep::ask)
        return my_record_closes_after;
    const auto& check = state.personal.check;
    const bool holds = check.judgement.has_value() || !check.serial.empty();
    return state.screen == Screen::check && holds ? check_closes_after : 0;
}

CheckView check_view(const AppState& state, const Words& words)
{
    const auto& form = state.personal.check;
    CheckView view;
    view.failure = failure_sentence(state, words);
    view.busy = busy_sentence(state.busy, words);
    view.closed = !state.vault_open;
    view.can_read_stick = state.can_copy;
    view.camera = camera_view(state, words);
    view.serial = form.serial;
    view.typing = state.typing == TextField::serial;
    view.trouble = trouble_sentence(form.trouble, words);
    view.explains = form.explains;
    view.closes = words.count("check.closes", check_closes_after);
    if (!form.judgement) return view;
    view.found = true;
    view.read_by = words(way_key(form.way), {{"time", time_of_day(words, form.read_at, state.offset)}});
    const auto& judged = *form.judgement;
    const auto verdict = judged.finding.verdict;
    view.verdict.tone = tone_of(verdict);
    view.verdict.icon = icon_of(verdict);
    const auto keys = keys_of(verdict);
    view.verdict.verdict = words(lacks_lists(judged) ? "check.no_lists_title" : keys.title);
    view.verdict.sentence = words(lacks_lists(judged) ? "check.no_lists_sentence" : keys.sentence);
    if (lacks_lists(judged)) view.verdict.tone = VerdictTone::unknown;
    if (judged.award) add_paper(view, state, words);
    add_meaning(view, state, words);
    return view;
}

} // namespace northseal::kiosk
