#include "kiosk/paper/certificate.h"

#include <cairo-pdf.h>

#include <cmath>

#include "kiosk/paper/certificate_page.h"
#include "kiosk/paper/page_check.h"
#include "kiosk/paper/pdf_finish.h"

namespace northseal::kiosk {

namespace {

cairo_status_t keep_bytes(void* closure, const unsigned char* data, unsigned int length)
{
    auto& bytes = *static_cast<Bytes*>(closure);
    bytes.insert(bytes.end(), data, data + length);
    return CAIRO_STATUS_SUCCESS;
}

void describe(cairo_surface_t* surface, const CertificateContent& content)
{
    const auto set = [&](cairo_pdf_metadata_t kind, const std::string& text) {
        cairo_pdf_surface_set_metadata(surface, kind, text.c_str());
    };
    set(CAIRO_PDF_METADATA_TITLE, content.title);
    set(CAIRO_PDF_METADATA_AUTHOR, content.institution);
    set(CAIRO_PDF_METADATA_CREATOR, "Northseal");
    // The award's own time: the same award makes the same bytes.
    set(CAIRO_PDF_METADATA_CREATE_DATE, to_date_time(content.dated));
    set(CAIRO_PDF_METADATA_MOD_DATE, to_date_time(content.dated));
}

// The very page that stands in the PDF, as pixels of an ordinary scanner.
Result<> check_code(const CertificatePage& page, const std::string& slip_url)
{
    constexpr double dots_per_inch = 150;
    constexpr double scale = dots_per_inch / 72;
    const int width = static_cast<int>(std::lround(certificate_width_points * scale));
    const int height = static_cast<int>(std::lround(certificate_height_points * scale));
    auto canvas = TRY(Canvas::create(width, height, scale));
    page.draw(canvas.context());
    const auto grey = TRY(canvas.finish_grey());
    const auto text = TRY(read_qr(grey, width));
    if (text == slip_url) return {};
    return refused("the code on the page reads as something else than its slip; it is not printed");
}

struct Prepared {
    CertificateContent content;
    Qr qr;
};

Result<Prepared> prepare(const Certificate& certificate, const CertificateText& text)
{
    TRY(check_faces());
    auto content = TRY(certificate_content(certificate, text));
    auto qr = TRY(encode_slip_qr(certificate.slip_url));
    return Prepared{std::move(content), std::move(qr)};
}

} // namespace

Result<Bytes> make_certificate_pdf(const Certificate& certificate, const CertificateText& text)
{
    const auto prepared = TRY(prepare(certificate, text));
    Bytes drawn;
    {
        const Surface surface(cairo_pdf_surface_create_for_stream(
            keep_bytes, &drawn, certificate_width_points, certificate_height_points));
        describe(surface.get(), prepared.content);
        const Context context(cairo_create(surface.get()));
        const auto page = TRY(CertificatePage::solve(context.get(), prepared.content, prepared.qr));
        TRY(check_code(page, certificate.slip_url));
        page.draw(context.get());
        cairo_show_page(context.get());
        cairo_surface_finish(surface.get());
        if (cairo_surface_status(surface.get()) != CAIRO_STATUS_SUCCESS) {
            return Error{Fault::io, std::string("the PDF could not be drawn: ") +
                                        cairo_status_to_string(cairo_surface_status(surface.get()))};
        }
    }
    return finish_pdf(drawn, {certificate.award.language,
                              "credential-" + credential::serial_of(certificate.award.id) + ".json",
                              certificate.credential_json, prepared.content.dated});
}

Result<Picture> draw_certificate(const Certificate& certificate, const CertificateText& text, int width)
{
    constexpr int least = 400;
    if (width < least) return refused("a certificate is drawn at least 400 pixels wide");
    const auto prepared = TRY(prepare(certificate, text));
    const double scale = width / certificate_width_points;
    auto canvas =
        TRY(Canvas::create(width, static_cast<int>(std::lround(certificate_height_points * scale)), scale));
    const auto page = TRY(CertificatePage::solve(canvas.context(), prepared.content, prepared.qr));
    page.draw(canvas.context());
    return canvas.finish();
}

} // namespace northseal::kiosk
