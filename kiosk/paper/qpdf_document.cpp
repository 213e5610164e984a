#include "kiosk/paper/qpdf_document.h"

#define POINTERHOLDER_TRANSITION 4 // std::shared_ptr, as later versions have it
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFEmbeddedFileDocumentHelper.hh>
#include <qpdf/QPDFWriter.hh>

namespace northseal::kiosk {

namespace {

void attach(QPDF& pdf, const PdfAttachment& attachment)
{
    auto stream = QPDFEFStreamObjectHelper::createEFStream(pdf, attachment.content);
    stream.setCreationDate(attachment.date).setModDate(attachment.date);
    stream.setSubtype("application/json");
    auto file = QPDFFileSpecObjectHelper::createFileSpec(pdf, attachment.name, stream);
    auto specification = file.getObjectHandle();
    specification.replaceKey("/AFRelationship", QPDFObjectHandle::newName("/Data"));
    QPDFEmbeddedFileDocumentHelper(pdf).replaceEmbeddedFile(attachment.name, file);
    auto associated = QPDFObjectHandle::newArray();
    associated.appendItem(specification);
    pdf.getRoot().replaceKey("/AF", associated);
}

} // namespace

std::string finish_document(const std::string& bytes, const std::string& language,
                            const PdfAttachment& attachment)
{
    QPDF pdf;
    pdf.processMemoryFile("certificate", bytes.data(), bytes.size());
    auto root = pdf.getRoot();
    root.replaceKey("/Lang", QPDFObjectHandle::newUnicodeString(language));
    auto viewing = QPDFObjectHandle::newDictionary();
    viewing.replaceKey("/PrintScaling", QPDFObjectHandle::newName("/None"));
    viewing.replaceKey("/DisplayDocTitle", QPDFObjectHandle::newBool(true));
    root.replaceKey("/ViewerPreferences", viewing);
    if (!attachment.content.empty()) attach(pdf, attachment);
    QPDFWriter writer(pdf);
    writer.setOutputMemory();
    writer.setDeterministicID(true);
    // Newer Cairo packs the catalogue into a compressed stream: a page that must be readable for decades is
    // plain.
    writer.setObjectStreamMode(qpdf_o_disable);
    writer.setMinimumPDFVersion("1.7");
    writer.write();
    const auto out = writer.getBufferSharedPointer();
    return std::string(reinterpret_cast<const char*>(out->getBuffer()), out->getSize());
}

} // namespace northseal::kiosk
