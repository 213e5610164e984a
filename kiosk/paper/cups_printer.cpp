#include <cups/cups.h>

#include <array>
#include <charconv>
#include <memory>
#include <optional>

#include "kiosk/paper/printer.h"

namespace northseal::kiosk {

namespace {

constexpr int connect_milliseconds = 3000;
constexpr double answer_seconds = 3;
constexpr double send_seconds = 20; // a slow printer takes its time over a page

struct CloseHttp {
    void operator()(http_t* http) const { httpClose(http); }
};
struct FreeIpp {
    void operator()(ipp_t* message) const { ippDelete(message); }
};
using Http = std::unique_ptr<http_t, CloseHttp>;
using Ipp = std::unique_ptr<ipp_t, FreeIpp>;

int give_up(http_t*, void*)
{
    return 0;
}

Result<Http> connect(const std::string& host, int port, bool encrypted, double seconds)
{
    Http http(httpConnect2(host.c_str(), port, nullptr, AF_UNSPEC,
                           encrypted ? HTTP_ENCRYPTION_ALWAYS : HTTP_ENCRYPTION_IF_REQUESTED, 1,
                           connect_milliseconds, nullptr));
    if (http == nullptr) {
        return Error{Fault::io, "the printer at " + host + ":" + std::to_string(port) + " does not answer"};
    }
    httpSetTimeout(http.get(), seconds, give_up, nullptr);
    return http;
}

Ipp new_request(ipp_op_t operation, const std::string& uri)
{
    Ipp request(ippNewRequest(operation));
    ippAddString(request.get(), IPP_TAG_OPERATION, IPP_TAG_URI, "printer-uri", nullptr, uri.c_str());
    return request;
}

void add_user(ipp_t* request)
{
    ippAddString(request, IPP_TAG_OPERATION, IPP_TAG_NAME, "requesting-user-name", nullptr, "kiosk");
}

// Sends the request, with a document after it or without, and reads the answer. Takes the request.
Result<Ipp> ask(http_t* http, Ipp request, const std::string& resource, ByteView document = {})
{
    const std::size_t length = ippLength(request.get()) + document.size();
    auto status = cupsSendRequest(http, request.get(), resource.c_str(), length);
    if (status == HTTP_STATUS_CONTINUE && !document.empty()) {
        status = cupsWriteRequestData(http, reinterpret_cast<const char*>(document.data()), document.size());
    }
    if (status != HTTP_STATUS_CONTINUE && status != HTTP_STATUS_OK) {
        return Error{Fault::io, std::string("the printer broke off: ") + httpStatus(status)};
    }
    Ipp answer(cupsGetResponse(http, resource.c_str()));
    if (answer == nullptr)
        return Error{Fault::io, std::string("the printer gave no answer: ") + cupsLastErrorString()};
    return answer;
}

// RFC 8011 appendix B: 0x0000 to 0x00ff is success.
bool succeeded(ipp_t* answer)
{
    return ippGetStatusCode(answer) >= IPP_STATUS_OK &&
           ippGetStatusCode(answer) < IPP_STATUS_ERROR_BAD_REQUEST;
}

Error fault_of(ipp_t* answer)
{
    const auto status = ippGetStatusCode(answer);
    std::string detail = std::string("the printer refused the page: ") + ippErrorString(status);
    const auto* message = ippFindAttribute(answer, "status-message", IPP_TAG_TEXT);
    if (message != nullptr) {
        const char* text = ippGetString(const_cast<ipp_attribute_t*>(message), 0, nullptr);
        if (text != nullptr) detail += std::string(", ") + text;
    }
    return {Fault::refused, detail};
}

int integer_of(ipp_t* answer, const char* name, ipp_tag_t tag)
{
    auto* attribute = ippFindAttribute(answer, name, tag);
    return attribute == nullptr ? 0 : ippGetInteger(attribute, 0);
}

std::vector<std::string> keywords_of(ipp_t* answer, const char* name)
{
    std::vector<std::string> out;
    auto* attribute = ippFindAttribute(answer, name, IPP_TAG_KEYWORD);
    for (int i = 0; attribute != nullptr && i < ippGetCount(attribute); ++i) {
        const char* text = ippGetString(attribute, i, nullptr);
        if (text != nullptr && std::string_view(text) != "none") out.emplace_back(text);
    }
    return out;
}

JobState read_job_state(int state)
{
    switch (state) {
    case IPP_JSTATE_PENDING:
    case IPP_JSTATE_HELD:
        return JobState::waiting;
    case IPP_JSTATE_PROCESSING:
        return JobState::printing;
    case IPP_JSTATE_STOPPED:
        return JobState::waiting; // by a fault that somebody can mend: it goes on after
    case IPP_JSTATE_CANCELED:
    case IPP_JSTATE_ABORTED:
        return JobState::stopped;
    case IPP_JSTATE_COMPLETED:
        return JobState::done;
    default:
        return JobState::unknown;
    }
}

std::optional<int> job_number(const std::string& job)
{
    int number = 0;
    const auto [end, fault] = std::from_chars(job.data(), job.data() + job.size(), number);
    if (fault != std::errc() || end != job.data() + job.size() || number < 1) return std::nullopt;
    return number;
}

Result<PrinterReport> report_printer(http_t* http, const std::string& uri, const std::string& resource)
{
    auto request = new_request(IPP_OP_GET_PRINTER_ATTRIBUTES, uri);
    add_user(request.get());
    constexpr std::array<const char*, 2> wanted{"printer-state", "printer-state-reasons"};
    ippAddStrings(request.get(), IPP_TAG_OPERATION, IPP_TAG_KEYWORD, "requested-attributes",
                  static_cast<int>(wanted.size()), nullptr, wanted.data());
    const auto answer = TRY(ask(http, std::move(request), resource));
    PrinterReport report;
    if (!succeeded(answer.get())) return report;
    report.reasons = keywords_of(answer.get(), "printer-state-reasons");
    report.printer =
        read_printer_state(integer_of(answer.get(), "printer-state", IPP_TAG_ENUM), report.reasons);
    return report;
}

Result<JobState> report_job(http_t* http, const std::string& uri, const std::string& resource, int job,
                            std::vector<std::string>& reasons)
{
    auto request = new_request(IPP_OP_GET_JOB_ATTRIBUTES, uri);
    ippAddInteger(request.get(), IPP_TAG_OPERATION, IPP_TAG_INTEGER, "job-id", job);
    add_user(request.get());
    const auto answer = TRY(ask(http, std::move(request), resource));
    if (!succeeded(answer.get())) return JobState::unknown;
    for (auto& reason : keywords_of(answer.get(), "job-state-reasons")) reasons.push_back(std::move(reason));
    return read_job_state(integer_of(answer.get(), "job-state", IPP_TAG_ENUM));
}

Ipp print_request(const std::string& uri, std::string_view title)
{
    auto request = new_request(IPP_OP_PRINT_JOB, uri);
    add_user(request.get());
    ippAddString(request.get(), IPP_TAG_OPERATION, IPP_TAG_NAME, "job-name", nullptr,
                 std::string(title).c_str());
    ippAddString(request.get(), IPP_TAG_OPERATION, IPP_TAG_MIMETYPE, "document-format", nullptr,
                 "application/pdf");
    ippAddString(request.get(), IPP_TAG_JOB, IPP_TAG_KEYWORD, "media", nullptr, "na_letter_8.5x11in");
    ippAddString(request.get(), IPP_TAG_JOB, IPP_TAG_KEYWORD, "sides", nullptr, "one-sided");
    // The code's modules are whole dots only at the true size.
    ippAddString(request.get(), IPP_TAG_JOB, IPP_TAG_KEYWORD, "print-scaling", nullptr, "none");
    return request;
}

} // namespace

Result<CupsPrinter> CupsPrinter::open(std::string_view uri)
{
    std::array<char, 32> scheme{};
    std::array<char, 256> user{}, host{}, resource{};
    int port = 0;
    const std::string text(uri);
    const auto parsed = httpSeparateURI(
        HTTP_URI_CODING_ALL, text.c_str(), scheme.data(), static_cast<int>(scheme.size()), user.data(),
        static_cast<int>(user.size()), host.data(), static_cast<int>(host.size()), &port, resource.data(),
        static_cast<int>(resource.size()));
    const std::string_view name(scheme.data());
    if (parsed < HTTP_URI_STATUS_OK || (name != "ipp" && name != "ipps") || host[0] == '\0') {
        return refused("\"" + text + "\" is no printer's address: write ipp://HOST/ipp/print or ipps://…");
    }
    CupsPrinter printer;
    printer.m_uri = text;
    printer.m_host = host.data();
    printer.m_resource = resource.data();
    printer.m_port = port;
    printer.m_encrypted = name == "ipps";
    return printer;
}

Result<CupsPrinter> CupsPrinter::open_default_queue()
{
    const auto http = connect(cupsServer(), ippPort(), false, answer_seconds);
    const char* name = http.ok() ? cupsGetDefault2(http.value().get()) : nullptr;
    if (name == nullptr) {
        return Error{Fault::not_found,
                     "this machine has no default print queue: give the printer's own address"};
    }
    CupsPrinter printer;
    printer.m_host = cupsServer();
    printer.m_port = ippPort();
    printer.m_resource = std::string("/printers/") + name;
    printer.m_uri = "ipp://localhost" + printer.m_resource;
    return printer;
}

Result<std::string> CupsPrinter::submit(std::string_view title, ByteView pdf)
{
    if (pdf.empty()) return refused("there is no page to print");
    const auto http = TRY(connect(m_host, m_port, m_encrypted, send_seconds));
    const auto answer = TRY(ask(http.get(), print_request(m_uri, title), m_resource, pdf));
    if (!succeeded(answer.get())) return fault_of(answer.get());
    const int job = integer_of(answer.get(), "job-id", IPP_TAG_INTEGER);
    if (job < 1) return refused("the printer took the page and gave it no number");
    return std::to_string(job);
}

PrinterReport CupsPrinter::poll(const std::string& job)
{
    const PrinterReport silent{PrinterState::offline, job.empty() ? JobState::none : JobState::unknown, {}};
    const auto http = connect(m_host, m_port, m_encrypted, answer_seconds);
    if (!http.ok()) return silent;
    auto report = report_printer(http.value().get(), m_uri, m_resource);
    if (!report.ok()) return silent;
    if (job.empty()) return report.value();
    const auto number = job_number(job);
    const auto state =
        number ? report_job(http.value().get(), m_uri, m_resource, *number, report.value().reasons)
               : Result<JobState>(JobState::unknown);
    report.value().job = state.ok() ? state.value() : JobState::unknown;
    return report.value();
}

Result<> CupsPrinter::cancel(const std::string& job)
{
    const auto number = job_number(job);
    if (!number) return refused("\"" + job + "\" is no job of this printer");
    const auto http = TRY(connect(m_host, m_port, m_encrypted, answer_seconds));
    auto request = new_request(IPP_OP_CANCEL_JOB, m_uri);
    ippAddInteger(request.get(), IPP_TAG_OPERATION, IPP_TAG_INTEGER, "job-id", *number);
    add_user(request.get());
    (void)TRY(
        ask(http.get(), std::move(request), m_resource)); // not found, or done: it will not come out later
    return {};
}

} // namespace northseal::kiosk
