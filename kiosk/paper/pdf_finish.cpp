#include "kiosk/paper/pdf_finish.h"

#define POINTERHOLDER_TRANSITION 4 // std::shared_ptr, as later versions have it
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFEmbeddedFileDocumentHelper.hh>
#include <qpdf/QPDFWriter.hh>

#include <exception>

namespace northseal::kiosk {

namespace {

// "D:20261124150000Z" of "2026-11-24T15:00:00Z" (ISO 32000-2 section 7.9.4).
std::string pdf_date(Instant instant)
{
    std::string out = "D:";
    for (const char letter : to_date_time(instant)) {
        if (letter >= '0' && letter <= '9') out += letter;
    }
    return out + "Z";
}

void attach(QPDF& pdf, const PdfFinish& finish)
{
    auto stream = QPDFEFStreamObjectHelper::createEFStream(pdf, finish.attachment);
    stream.setCreationDate(pdf_date(finish.dated)).setModDate(pdf_date(finish.dated));
    stream.setSubtype("application/json");
    auto file = QPDFFileSpecObjectHelper::createFileSpec(pdf, finish.attachment_name, stream);
    auto specification = file.getObjectHandle();
    specification.replaceKey("/AFRelationship", QPDFObjectHandle::newName("/Data"));
    QPDFEmbeddedFileDocumentHelper(pdf).replaceEmbeddedFile(finish.attachment_name, file);
    auto associated = QPDFObjectHandle::newArray();
    associated.appendItem(specification);
    pdf.getRoot().replaceKey("/AF", associated);
}

} // namespace

Result<Bytes> finish_pdf(ByteView bytes, const PdfFinish& finish)
{
    try {
        QPDF pdf;
        pdf.processMemoryFile("certificate", reinterpret_cast<const char*>(bytes.data()), bytes.size());
        auto root = pdf.getRoot();
        root.replaceKey("/Lang", QPDFObjectHandle::newUnicodeString(finish.language));
        auto viewing = QPDFObjectHandle::newDictionary();
        viewing.replaceKey("/PrintScaling", QPDFObjectHandle::newName("/None"));
        viewing.replaceKey("/DisplayDocTitle", QPDFObjectHandle::newBool(true));
        root.replaceKey("/ViewerPreferences", viewing);
        if (!finish.attachment.empty()) attach(pdf, finish);
        QPDFWriter writer(pdf);
        writer.setOutputMemory();
        writer.setDeterministicID(true);
        writer.setMinimumPDFVersion("1.7");
        writer.write();
        const auto out = writer.getBufferSharedPointer();
        return Bytes(out->getBuffer(), out->getBuffer() + out->getSize());
    } catch (const std::exception& problem) {
        return Error{Fault::io, std::string("the PDF could not be finished: ") + problem.what()};
    }
}

} // namespace northseal::kiosk
