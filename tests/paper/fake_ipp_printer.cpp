#include "tests/paper/fake_ipp_printer.h"

#include <arpa/inet.h>
#include <cups/cups.h>
#include <poll.h>
#include <sys/socket.h>
#include <unistd.h>

#include <array>
#include <cstdlib>
#include <memory>

namespace northseal::test {

namespace {

struct FreeIpp {
    void operator()(ipp_t* message) const { ippDelete(message); }
};
using Ipp = std::unique_ptr<ipp_t, FreeIpp>;

std::string text_of(ipp_t* request, const char* name, ipp_tag_t tag)
{
    auto* attribute = ippFindAttribute(request, name, tag);
    const char* text = attribute == nullptr ? nullptr : ippGetString(attribute, 0, nullptr);
    return text == nullptr ? std::string() : std::string(text);
}

Bytes read_document(http_t* http)
{
    Bytes document;
    std::array<char, 4096> buffer{};
    for (ssize_t got = 0; (got = httpRead2(http, buffer.data(), buffer.size())) > 0;) {
        document.insert(document.end(), buffer.data(), buffer.data() + got);
    }
    return document;
}

void send(http_t* http, ipp_t* response)
{
    httpClearFields(http);
    httpSetField(http, HTTP_FIELD_CONTENT_TYPE, "application/ipp");
    httpSetLength(http, ippLength(response));
    httpWriteResponse(http, HTTP_STATUS_OK);
    ippSetState(response, IPP_STATE_IDLE);
    while (ippWrite(http, response) != IPP_STATE_DATA) {
    }
    httpFlushWrite(http);
}

void add_job(ipp_t* response, int number, int state)
{
    ippAddInteger(response, IPP_TAG_JOB, IPP_TAG_INTEGER, "job-id", number);
    ippAddInteger(response, IPP_TAG_JOB, IPP_TAG_ENUM, "job-state", state);
    ippAddString(response, IPP_TAG_JOB, IPP_TAG_KEYWORD, "job-state-reasons", nullptr, "none");
}

int listen_on_loopback(int& port)
{
    const int listener = ::socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address{};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    const bool open = ::bind(listener, reinterpret_cast<sockaddr*>(&address), size) == 0 &&
                      ::listen(listener, 8) == 0 &&
                      ::getsockname(listener, reinterpret_cast<sockaddr*>(&address), &size) == 0;
    if (!open) std::abort();
    port = ntohs(address.sin_port);
    return listener;
}

} // namespace

SilentPrinter::SilentPrinter()
{
    m_listener = listen_on_loopback(m_port);
}

SilentPrinter::~SilentPrinter()
{
    ::close(m_listener);
}

FakeIppPrinter::FakeIppPrinter()
{
    m_listener = listen_on_loopback(m_port);
    m_thread = std::thread([this] { serve(); });
}

FakeIppPrinter::~FakeIppPrinter()
{
    m_stop = true;
    m_thread.join();
    ::close(m_listener);
}

void FakeIppPrinter::say(Says says)
{
    const std::lock_guard guard(m_lock);
    m_says = std::move(says);
}

std::vector<FakeIppPrinter::Job> FakeIppPrinter::jobs()
{
    const std::lock_guard guard(m_lock);
    return m_jobs;
}

void FakeIppPrinter::serve()
{
    while (!m_stop) {
        pollfd waiting{m_listener, POLLIN, 0};
        if (::poll(&waiting, 1, 20) > 0) answer(m_listener);
    }
}

// One request of a connection with the document after it; false where there is none any more.
bool FakeIppPrinter::read_request(http_t* http, ipp_t* request, Bytes& document) const
{
    std::array<char, 256> resource{};
    auto state = httpReadRequest(http, resource.data(), resource.size());
    while (state == HTTP_STATE_WAITING && !m_stop && httpWait(http, 50) != 0) {
        state = httpReadRequest(http, resource.data(), resource.size());
    }
    if (state != HTTP_STATE_POST) return false;
    auto status = HTTP_STATUS_CONTINUE;
    while (status == HTTP_STATUS_CONTINUE) status = httpUpdate(http);
    if (status != HTTP_STATUS_OK) return false;
    if (httpGetExpect(http) == HTTP_STATUS_CONTINUE) httpWriteResponse(http, HTTP_STATUS_CONTINUE);
    auto read = IPP_STATE_IDLE;
    while (read != IPP_STATE_DATA) {
        read = ippRead(http, request);
        if (read == IPP_STATE_ERROR) return false;
    }
    document = read_document(http);
    return true;
}

void FakeIppPrinter::respond(ipp_t* request, ipp_t* response, const Bytes& document)
{
    const std::lock_guard guard(m_lock);
    const int number = ippGetInteger(ippFindAttribute(request, "job-id", IPP_TAG_INTEGER), 0);
    const bool known = number >= 1 && number <= static_cast<int>(m_jobs.size());
    std::vector<const char*> reasons;
    for (const auto& reason : m_says.reasons) reasons.push_back(reason.c_str());
    switch (ippGetOperation(request)) {
    case IPP_OP_PRINT_JOB:
        if (!m_says.accepts) {
            ippSetStatusCode(response, IPP_STATUS_ERROR_NOT_ACCEPTING_JOBS);
            return;
        }
        m_jobs.push_back({text_of(request, "job-name", IPP_TAG_NAME),
                          text_of(request, "document-format", IPP_TAG_MIMETYPE),
                          text_of(request, "print-scaling", IPP_TAG_KEYWORD), document, false});
        return add_job(response, static_cast<int>(m_jobs.size()), m_says.job_state);
    case IPP_OP_GET_PRINTER_ATTRIBUTES:
        ippAddInteger(response, IPP_TAG_PRINTER, IPP_TAG_ENUM, "printer-state", m_says.printer_state);
        ippAddStrings(response, IPP_TAG_PRINTER, IPP_TAG_KEYWORD, "printer-state-reasons",
                      static_cast<int>(reasons.size()), nullptr, reasons.data());
        return;
    case IPP_OP_GET_JOB_ATTRIBUTES:
        if (known) return add_job(response, number, m_says.job_state);
        break;
    case IPP_OP_CANCEL_JOB:
        if (!known) break;
        m_jobs[static_cast<std::size_t>(number) - 1].cancelled = true;
        return;
    default:
        break;
    }
    ippSetStatusCode(response, IPP_STATUS_ERROR_NOT_FOUND);
}

void FakeIppPrinter::answer(int listener)
{
    const std::unique_ptr<http_t, void (*)(http_t*)> http(httpAcceptConnection(listener, 1), httpClose);
    if (http == nullptr) return;
    httpSetTimeout(
        http.get(), 0.2, [](http_t*, void*) { return 0; }, nullptr);
    for (;;) {
        const Ipp request(ippNew());
        Bytes document;
        if (!read_request(http.get(), request.get(), document)) return;
        const Ipp response(ippNewResponse(request.get()));
        respond(request.get(), response.get(), document);
        send(http.get(), response.get());
    }
}

} // namespace northseal::test
