// Handing over: the certificate's picture, the printer, the copy to take home. A page counts as printed when
// the printer says so, and not before.

#include <algorithm>

#include "kiosk/app/app.h"
#include "kiosk/app/slip_code.h"
#include "kiosk/paper/certificate.h"
#include "kiosk/paper/printer.h"
#include "kiosk/screens/people.h"

namespace northseal::kiosk {

namespace {

constexpr std::int64_t poll_busy = 1500; // ms, while a page is on its way
constexpr std::int64_t poll_idle = 30000;

PrintState machine_state(PrinterState state)
{
    switch (state) {
    case PrinterState::ready:
        return PrintState::idle;
    case PrinterState::printing:
        return PrintState::printing;
    case PrinterState::out_of_paper:
        return PrintState::out_of_paper;
    case PrinterState::jam:
        return PrintState::jam;
    case PrinterState::low_ink:
        return PrintState::low_ink;
    case PrinterState::offline:
        return PrintState::offline;
    case PrinterState::unknown:
        return PrintState::unknown;
    }
    return PrintState::unknown;
}

// What the page's own screen says: the job first, then why it does not go on.
PrintState page_state(const PrinterReport& report)
{
    const PrintState machine = machine_state(report.printer);
    const bool in_trouble =
        machine == PrintState::out_of_paper || machine == PrintState::jam || machine == PrintState::offline;
    switch (report.job) {
    case JobState::done:
        return PrintState::done;
    case JobState::waiting:
        return in_trouble ? machine : PrintState::sent;
    case JobState::printing:
        return in_trouble ? machine : PrintState::printing;
    case JobState::stopped:
        return in_trouble || machine == PrintState::low_ink ? machine : PrintState::unknown;
    case JobState::none:
    case JobState::unknown:
        return in_trouble ? machine : PrintState::unknown;
    }
    return PrintState::unknown;
}

bool still_going(JobState job)
{
    return job == JobState::waiting || job == JobState::printing;
}

// "https://check.example/#" -> "check.example": what a person types.
std::string host_of(std::string_view verify_host)
{
    const std::size_t start = verify_host.find("://");
    std::string_view rest = start == std::string_view::npos ? verify_host : verify_host.substr(start + 3);
    return std::string(rest.substr(0, rest.find_first_of("/#")));
}

} // namespace

Result<Certificate> App::certificate() const
{
    if (!m_state.personal.issued) return Error{Fault::not_found, "no certificate is open"};
    return certificate_of(m_state.personal.issued->issued);
}

Certificate App::certificate_of(const station::Issued& issued) const
{
    Certificate out;
    out.award = issued.award;
    out.slip_url = issued.slip_url;
    out.verify_host = host_of(m_state.facts.verify_host);
    out.credential_json = issued.json;
    out.utc_offset_minutes = m_state.offset;
    for (const auto& offer : m_state.programmes) {
        if (offer.programme == nullptr) continue;
        if (said(offer.programme->name, issued.award.language) != issued.award.programme) continue;
        out.partners = offer.programme->partners;
        const auto& endorsements = offer.programme->endorsements;
        out.endorsed =
            !endorsements.empty() && std::all_of(endorsements.begin(), endorsements.end(),
                                                 [](const auto& each) { return each.signed_by_partner; });
    }
    return out;
}

CertificateText App::paper_words(const std::string& language) const
{
    const Words& words = words_of(language);
    return {[&words](std::string_view key) { return words(key); }};
}

bool App::load_issued(station::IssuedId id)
{
    auto found = m_station->issued(id);
    if (!found || !found.value()) {
        fail(Busy::none, found ? Error{Fault::not_found, "the certificate is not in the ledger any more"}
                               : found.error());
        return false;
    }
    IssuedPage page;
    page.issued = std::move(*found.value());
    page.picture_number = ++m_pictures;
    auto code = slip_code(page.issued.slip_url);
    if (code)
        page.qr = std::move(code.value());
    else if (m_options.log)
        m_options.log(code.error().detail);
    m_state.personal.issued = std::move(page);
    m_state.busy = Busy::drawing_certificate;
    return true;
}

void App::draw_certificate()
{
    auto paper = certificate();
    if (!paper) return fail(Busy::drawing_certificate, paper.error());
    auto drawn = kiosk::draw_certificate(
        paper.value(), paper_words(m_state.personal.issued->issued.award.language), m_options.picture_width);
    if (!drawn) return fail(Busy::drawing_certificate, drawn.error());
    m_state.personal.issued->picture = std::move(drawn.value());
}

void App::print()
{
    auto& page = m_state.personal.issued;
    if (!page || m_printer == nullptr) return;
    // The job may only have waited for paper, or be out by now: a second one would print the page twice.
    const auto running = std::find_if(m_jobs.begin(), m_jobs.end(),
                                      [&](const Job& job) { return job.what == page->issued.row.id; });
    if (running != m_jobs.end()) {
        const PrinterReport report = m_printer->poll(running->id);
        if (still_going(report.job) || report.job == JobState::done) {
            watch_printer();
            return;
        }
        m_jobs.erase(running);
    }
    if (send_page(page->issued)) {
        watch_printer();
        return;
    }
    const PrintState machine = printer_state();
    page->print = machine == PrintState::idle ? PrintState::unknown : machine;
}

bool App::send_page(const station::Issued& issued)
{
    auto pdf = make_certificate_pdf(certificate_of(issued), paper_words(issued.award.language));
    if (!pdf) {
        fail(Busy::printing, pdf.error());
        return false;
    }
    auto job = m_printer->submit(issued.row.serial, pdf.value());
    if (!job) {
        if (m_options.log) m_options.log(job.error().detail);
        return false;
    }
    m_jobs.push_back({job.value(), issued.row.id, m_state.personal.signed_in->id});
    return true;
}

bool App::prints(station::IssuedId id) const
{
    return std::any_of(m_jobs.begin(), m_jobs.end(), [&](const Job& job) { return job.what == id; });
}

PrintState App::printer_state()
{
    return m_printer == nullptr ? PrintState::unknown : machine_state(m_printer->poll({}).printer);
}

void App::watch_printer()
{
    const PrintState before = m_state.printer;
    m_printer_news = m_printer->news();
    if (m_jobs.empty()) m_state.printer = printer_state();
    for (auto job = m_jobs.begin(); job != m_jobs.end();) {
        const PrinterReport report = m_printer->poll(job->id);
        m_state.printer = machine_state(report.printer);
        const bool finished = report.job == JobState::done && note_printed(*job);
        auto& page = m_state.personal.issued;
        if (page && page->issued.row.id == job->what) page->print = page_state(report);
        const bool over = finished || report.job == JobState::stopped || report.job == JobState::unknown;
        job = over ? m_jobs.erase(job) : job + 1;
        changed();
    }
    if (m_state.printer != before) changed();
    m_next_poll = m_around.clock.ticks() + (m_jobs.empty() ? poll_idle : poll_busy);
}

// Kept until it can be written: a page may come out after the kiosk was sealed.
bool App::note_printed(const Job& job)
{
    const auto noted = m_station->record_print(job.what, job.by);
    if (!noted) {
        if (m_options.log) m_options.log(noted.error().detail);
        return noted.error().fault != Fault::locked;
    }
    auto& page = m_state.personal.issued;
    if (page && page->issued.row.id == job.what) ++page->issued.row.times_printed;
    if (auto& group = m_state.personal.group) {
        for (auto& line : group->lines) line.printed = line.printed || line.issued == job.what;
    }
    return true;
}

void App::print_later()
{
    const auto& page = m_state.personal.issued;
    if (page && m_printer != nullptr) {
        // A page that nobody waits for any more must not come out tomorrow.
        for (auto job = m_jobs.begin(); job != m_jobs.end();) {
            if (job->what != page->issued.row.id) {
                ++job;
                continue;
            }
            const auto cancelled = m_printer->cancel(job->id);
            if (!cancelled && m_options.log) m_options.log(cancelled.error().detail);
            job = m_jobs.erase(job);
        }
    }
    go(Screen::home);
}

void App::take_home()
{
    auto& page = m_state.personal.issued;
    auto paper = certificate();
    if (!paper) return fail(Busy::copying, paper.error());
    auto pdf =
        make_certificate_pdf(paper.value(), paper_words(m_state.personal.issued->issued.award.language));
    if (!pdf) return fail(Busy::copying, pdf.error());
    const std::string name = m_options.take_home + "/" + page->issued.row.serial;
    auto made = m_around.disk.make_folder(m_options.take_home);
    if (!made) return fail(Busy::copying, made.error());
    auto json = m_around.disk.write_durably(name + ".json", view(page->issued.json));
    if (!json) return fail(Busy::copying, json.error());
    auto file = m_around.disk.write_durably(name + ".pdf", pdf.value());
    if (!file) return fail(Busy::copying, file.error());
    page->copied = true;
}

} // namespace northseal::kiosk
