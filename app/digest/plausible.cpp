#include "digest/plausible.h"

#include <bitset>
#include <iconv.h>
#include <memory>

namespace yaodian::digest {

namespace {

constexpr qsizetype sample = 64 * 1024;

using Plane = std::bitset<0x10000>;

/// Adds the characters of a two-byte encoding whose lead bytes are its common ideographs.
void addCommon(Plane &plane, const char *encoding, int firstLead, int lastLead)
{
    iconv_t handle = iconv_open("UTF-16LE", encoding);
    if (handle == iconv_t(-1))
        return;
    for (int lead = firstLead; lead <= lastLead; ++lead) {
        for (int trail = 0x40; trail <= 0xFE; ++trail) {
            char in[2] = {char(lead), char(trail)};
            char16_t out[2] = {0, 0};
            char *from = in;
            char *to = reinterpret_cast<char *>(out);
            size_t left = 2;
            size_t room = sizeof out;
            iconv(handle, nullptr, nullptr, nullptr, nullptr);
            if (iconv(handle, &from, &left, &to, &room) != size_t(-1) && room == 2)
                plane.set(out[0]);
        }
    }
    iconv_close(handle);
}

/// The first level of GB2312 and that of Big5: nine of ten ideographs of any text, in either script.
const Plane &common()
{
    static const std::unique_ptr<Plane> plane = [] {
        auto made = std::make_unique<Plane>();
        addCommon(*made, "GB2312", 0xB0, 0xD7);
        addCommon(*made, "BIG5", 0xA4, 0xC6);
        return made;
    }();
    return *plane;
}

enum class Sort { Usual, Hangul, Odd };

Sort sortOf(char16_t c)
{
    if (c >= 0xAC00 && c <= 0xD7A3)
        return Sort::Hangul;
    if ((c >= 0x3400 && c <= 0x9FFF) || c >= 0xF900)
        // Of the forms of the last rows only the full-width ones are written; half-width kana are read from Chinese.
        return (c >= 0xFF01 && c <= 0xFF5E) || (c >= 0xFFE0 && c <= 0xFFE6) || common().test(c) ? Sort::Usual
                                                                                                : Sort::Odd;
    if (c >= 0xD800 && c <= 0xDFFF)
        return Sort::Usual; // emoji and the like
    if (c >= 0x3000)
        return c <= 0x30FF || c == 0x31C0 ? Sort::Usual : Sort::Odd;
    const bool drawing = c >= 0x2500 && c <= 0x25A0;
    return c < 0xA0 || drawing || (c >= 0xE000 && c <= 0xF8FF) ? Sort::Odd : Sort::Usual;
}

} // namespace

double plausibility(QStringView text)
{
    qsizetype usual = 0;
    qsizetype hangul = 0;
    qsizetype ideographs = 0;
    qsizetype all = 0;
    for (const QChar c : text.left(sample)) {
        if (c.unicode() < 0x80)
            continue;
        ++all;
        const Sort sort = sortOf(c.unicode());
        usual += sort == Sort::Usual ? 1 : 0;
        hangul += sort == Sort::Hangul ? 1 : 0;
        ideographs += c.unicode() >= 0x3400 && c.unicode() <= 0x9FFF ? 1 : 0;
    }
    // Korean is written with hardly any ideographs; a mixture of both is Chinese read as Korean.
    usual += hangul > 8 * ideographs ? hangul : 0;
    return all == 0 ? 1.0 : double(usual) / double(all);
}

bool hasLongRuns(QByteArrayView bytes)
{
    qsizetype inLong = 0;
    qsizetype all = 0;
    qsizetype run = 0;
    const QByteArrayView part = bytes.first(qMin(bytes.size(), sample));
    for (qsizetype at = 0; at <= part.size(); ++at) {
        if (at < part.size() && (uchar(part[at]) & 0x80)) {
            ++run;
            continue;
        }
        all += run;
        inLong += run >= 4 ? run : 0;
        run = 0;
    }
    return inLong * 2 > all;
}

} // namespace yaodian::digest
