// Registrations under way: kept at every pause in typing, so that neither the idle lock nor a power cut takes
// them, and gone once the person is registered. The person has agreed to nothing yet: what nobody goes on
// with does not stay either.

#include "storage/base/text.h"
#include "storage/credential/cbor.h"
#include "storage/station/parts.h"

namespace northseal::station {
namespace {

constexpr Instant kept_for = Instant{7} * 86400;
constexpr std::size_t forms_most = 50;
constexpr std::size_t typed_most = 4000; // bytes of one field
constexpr std::uint64_t steps_most = 9;
// Members of a kept form; the first kiosks did not keep the language in which the consent is put.
constexpr std::size_t shape_now = 10, shape_without_language = 9;

Result<> check_field(const std::string& text)
{
    if (text.size() > typed_most) return Error{Fault::full, "a field of a form is longer than 4000 bytes"};
    if (!is_utf8(text)) return refused("a field of a form is not text");
    return {};
}

Bytes encode_form(const KeptRegistration& form)
{
    const auto& learner = form.learner;
    credential::CborWriter out;
    out.array(shape_now).number(static_cast<std::uint64_t>(form.by.value));
    out.number(static_cast<std::uint64_t>(form.step)).text(learner.name).text(learner.number);
    out.number(static_cast<std::uint64_t>(learner.age_band));
    out.number(static_cast<std::uint64_t>(learner.identity)).text(learner.language);
    out.number(learner.consent.share_with_institution ? 1U : 0U).text(learner.consent.guardian);
    out.text(form.shown_in);
    return out.take();
}

Result<std::uint64_t> number_to(credential::CborReader& in, std::uint64_t most)
{
    const auto number = TRY(in.number());
    if (number > most) return refused("a form holds a number that means nothing");
    return number;
}

Result<KeptRegistration> decode_form(ByteView bytes)
{
    credential::CborReader in(bytes);
    const auto shape = TRY(in.array());
    if (shape != shape_now && shape != shape_without_language) return refused("a form has another shape");
    KeptRegistration out;
    out.by = {static_cast<std::int64_t>(TRY(in.number()))};
    out.step = static_cast<int>(TRY(number_to(in, steps_most)));
    out.learner.name = std::string(TRY(in.text()));
    out.learner.number = std::string(TRY(in.text()));
    out.learner.age_band = static_cast<AgeBand>(TRY(number_to(in, 2)));
    out.learner.identity = static_cast<IdentityGrade>(TRY(number_to(in, 3)));
    out.learner.language = std::string(TRY(in.text()));
    out.learner.consent.share_with_institution = TRY(number_to(in, 1)) == 1;
    out.learner.consent.guardian = std::string(TRY(in.text()));
    if (shape == shape_now) out.shown_in = std::string(TRY(in.text()));
    if (!in.at_end()) return refused("there is something after a form's end");
    return out;
}

} // namespace

Result<std::int64_t> Station::keep_registration(const KeptRegistration& form)
{
    auto& parts = *m_parts;
    TRY(parts.check_unlocked());
    for (const auto* text : {&form.learner.name, &form.learner.number, &form.learner.consent.guardian,
                             &form.learner.language, &form.shown_in})
        TRY(check_field(*text));
    if (form.step < 0 || static_cast<std::uint64_t>(form.step) > steps_most)
        return refused("a form has no such step");
    auto& forms = parts.ledger->forms();
    return parts.ledger->transaction([&]() -> Result<std::int64_t> {
        ledger::FormRecord record;
        record.id = form.learner.kept != 0 ? form.learner.kept : TRY(forms.next_id());
        // One that was registered or thrown away meanwhile does not come back.
        if (form.learner.kept != 0 && !TRY(forms.has(record.id)))
            return Error{Fault::not_found, "that form is not kept any more"};
        record.saved = parts.time_after(TRY(parts.ledger->log().head()));
        Bytes plain = encode_form(form);
        auto sealed = parts.vault.seal_for_station(vault::Purpose::form, plain, place_of("forms", record.id));
        wipe(plain);
        record.sealed = TRY(std::move(sealed));
        TRY(forms.keep(record));
        return record.id;
    });
}

Result<std::vector<KeptRegistration>> Station::kept_registrations()
{
    auto& parts = *m_parts;
    TRY(parts.check_unlocked());
    auto& forms = parts.ledger->forms();
    auto rows = TRY(forms.rows(forms_most));
    // By the time that entries get: a clock that jumps ahead takes nobody's form away.
    const Instant oldest = parts.time_after(TRY(parts.ledger->log().head())) - kept_for;
    if (!rows.empty() && rows.back().saved < oldest) {
        TRY(parts.ledger->transaction([&] { return forms.remove_before(oldest); }));
        rows = TRY(forms.rows(forms_most));
    }
    std::vector<KeptRegistration> out;
    for (const auto& row : rows) {
        auto plain =
            TRY(parts.vault.open_for_station(vault::Purpose::form, row.sealed, place_of("forms", row.id)));
        auto form = decode_form(plain);
        wipe(plain);
        out.push_back(TRY(std::move(form)));
        out.back().learner.kept = row.id;
        out.back().saved = row.saved;
    }
    return out;
}

Result<> Station::drop_registration(std::int64_t kept)
{
    auto& parts = *m_parts;
    TRY(parts.check_unlocked());
    return parts.ledger->transaction([&] { return parts.ledger->forms().remove(kept); });
}

} // namespace northseal::station
