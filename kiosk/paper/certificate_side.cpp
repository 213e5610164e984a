#include <algorithm>

#include "kiosk/paper/certificate_parts.h"

namespace northseal::kiosk {

namespace {

constexpr double card_padding = 10;
constexpr double card_text_width = side_width - 2 * card_padding;

// Adds centred text below `y` and gives where it ends.
double add_centred(Sheet& sheet, Block block, double y, Ink colour)
{
    const double height = block.height();
    const double x = (side_width - block.box_width()) / 2;
    sheet.add(std::move(block), x, y, colour);
    return y + height;
}

// Rows of three, with points between.
std::string six_words_in_rows(const std::vector<std::string>& words)
{
    std::string out;
    for (std::size_t i = 0; i < words.size(); ++i) {
        if (i > 0) out += i % 3 == 0 ? "\n" : " · ";
        out += words[i];
    }
    return out;
}

double add_card_text(Sheet& sheet, const Lettering& lettering, const CertificateContent& content, double y)
{
    const Lines centred{.width = card_text_width, .leading = 0.95, .align = LineAlign::centre};
    y = add_centred(sheet, lettering.set_balanced(content.promise, Face::text_bold, 9.4, centred), y,
                    ink::dark);
    y = add_centred(sheet, lettering.set(content.whole, Face::text, 8.4, centred), y + 2, ink::soft);
    if (content.host.empty() && content.six_words.empty()) return y;
    y += 5;
    sheet.add_rule(card_padding + 6, y, card_text_width - 12, 0.6, ink::hairline);
    y += 5;
    if (!content.host.empty()) {
        y = add_centred(sheet, lettering.set(content.host, Face::text, 8.4, centred), y, ink::dark);
    }
    if (content.six_words.empty()) return y;
    y = add_centred(sheet, lettering.set(content.six_words_are, Face::text, 8.2, centred), y, ink::soft);
    const auto words = six_words_in_rows(content.six_words);
    return add_centred(sheet, lettering.set(words, Face::text_bold, 8.2, centred), y, ink::dark);
}

} // namespace

Result<CodeCard> set_code_card(const Lettering& lettering, const CertificateContent& content, const Qr& qr)
{
    constexpr double most_square = side_width - 12; // points
    constexpr int module_dots = 16;                 // 0.68 mm
    CodeCard card;
    card.module = TRY(qr_module_points(qr, most_square, module_dots));
    const double symbol = card.module * qr.side;
    const double quiet = card.module * qr_quiet_modules;
    card.qr_x = (side_width - symbol) / 2;
    card.qr_y = std::max(13.0, quiet + 3);
    const double text_top = card.qr_y + symbol + std::max(11.0, quiet + 2);
    card.sheet.set_height(add_card_text(card.sheet, lettering, content, text_top) + 8);
    return card;
}

Sheet set_facts(const Lettering& lettering, const CertificateContent& content)
{
    constexpr double size = 8.8, padding = 2.9, gap = 10;
    Sheet sheet;
    double y = 0;
    for (const auto& fact : content.facts) {
        sheet.add_rule(0, y, side_width, 0.6, ink::hairline);
        auto label = lettering.set(fact.label, Face::text, size);
        const double value_x = label.width() + gap;
        auto value =
            lettering.set(fact.text, Face::text, size,
                          {.width = side_width - value_x, .leading = 0.95, .align = LineAlign::right});
        const double height = std::max(label.height(), value.height());
        sheet.add(std::move(label), 0, y + padding, ink::soft);
        sheet.add(std::move(value), value_x, y + padding, ink::dark);
        y += height + 2 * padding;
    }
    sheet.set_height(y);
    return sheet;
}

Sheet set_signers(const Lettering& lettering, const CertificateContent& content, const Density& density)
{
    constexpr double signer_width = 152, step = 174;
    Sheet sheet;
    double x = 0, height = 0;
    for (const auto& signer : content.signers) {
        sheet.add_rule(x, 0, signer_width, 0.8, ink::soft);
        auto name = lettering.set(signer.label, Face::text, 10.5, {.width = signer_width, .leading = 0.92});
        auto part = lettering.set(signer.text, Face::text, 8.4, {.width = signer_width});
        const double part_top = 3.5 + name.height();
        height = std::max(height, part_top + part.height());
        sheet.add(std::move(name), x, 3.5, ink::dark);
        sheet.add(std::move(part), x, part_top, ink::soft);
        x += step;
    }
    sheet.set_height(height);
    if (density.note_in_foot) return sheet;
    const double note_width = std::min(main_width + 12 - x, 300.0);
    auto note = lettering.set(content.signing_note, Face::text, 8.1, {.width = note_width, .leading = 1.02});
    sheet.set_height(std::max(height, note.height()));
    sheet.add(std::move(note), x, 0, ink::soft);
    return sheet;
}

Sheet set_foot(const Lettering& lettering, const CertificateContent& content, const Density& density)
{
    Sheet sheet;
    double y = 0;
    const auto add = [&](const Labelled& paragraph) {
        const auto text = paragraph.label.empty() ? paragraph.text : paragraph.label + " " + paragraph.text;
        auto block =
            lettering.set(text, Face::text, least_size,
                          {.width = full_width, .leading = 1.02, .bold_bytes = paragraph.label.size()});
        const double height = block.height();
        sheet.add(std::move(block), 0, y, ink::soft);
        y += height + 1.2;
    };
    if (density.note_in_foot) {
        auto note = content.signing_note;
        std::replace(note.begin(), note.end(), '\n', ' ');
        add({"", note});
    }
    for (const auto& paragraph : content.foot) add(paragraph);
    if (density.with_skills) {
        for (const auto& paragraph : content.skills) add(paragraph);
    }
    sheet.set_height(y);
    return sheet;
}

} // namespace northseal::kiosk
