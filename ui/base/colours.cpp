#include "ui/base/colours.h"

#include <QHash>

#include <cmath>

namespace yaodian::ui {

using namespace Qt::StringLiterals;

namespace {

double luminance(const QColor &colour)
{
    const auto part = [](double v) { return v <= 0.03928 ? v / 12.92 : std::pow((v + 0.055) / 1.055, 2.4); };
    return 0.2126 * part(colour.redF()) + 0.7152 * part(colour.greenF()) + 0.0722 * part(colour.blueF());
}

struct Pair
{
    QRgb light;
    QRgb dark;
};

const QHash<QString, Pair> &knownCategories()
{
    static const QHash<QString, Pair> known{
        {u"LG"_s, {0x2f6f4f, 0x7cc7a0}}, {u"CV"_s, {0x7a4fa3, 0xc3a2e8}}, {u"CL"_s, {0xa8521b, 0xeda671}},
        {u"RO"_s, {0x1c7082, 0x7cc9d8}}, {u"AS"_s, {0xa33f5f, 0xea9ab4}}, {u"AI"_s, {0x2f5d8a, 0x8db9e6}},
        {u"IR"_s, {0x6b6414, 0xcfc777}}, {u"SD"_s, {0x8f4a78, 0xe0a3cd}}, {u"ML"_s, {0x476b2a, 0xa6cb85}},
        {u"HC"_s, {0x8a5a2b, 0xd9b284}}, {u"CR"_s, {0x9a3b35, 0xee9f98}}, {u"GR"_s, {0x55589c, 0xaeb2ee}},
    };
    return known;
}

/// FNV-1a: QHash's own function is seeded differently in every run.
quint32 stableHash(const QString &text)
{
    quint32 hash = 2166136261U;
    for (const char byte : text.toUtf8())
        hash = (hash ^ static_cast<unsigned char>(byte)) * 16777619U;
    return hash;
}

} // namespace

double contrast(const QColor &a, const QColor &b)
{
    const double one = luminance(a), two = luminance(b);
    return (std::max(one, two) + 0.05) / (std::min(one, two) + 0.05);
}

Colours lightColours()
{
    Colours c;
    c.background = QColor(0xfbfaf8);
    c.side = QColor(0xf4f2ee);
    c.line = QColor(0xe6e2da);
    c.ink = QColor(0x23211e);
    c.soft = QColor(0x5f5a52);
    c.faint = QColor(0x6f6a61);
    c.accent = QColor(0x2f5d8a);
    c.selection = QColor(0xe9f0f7);
    c.card = QColor(0xffffff);
    c.desk = QColor(0xeceae6);
    return c;
}

Colours darkColours()
{
    Colours c;
    c.background = QColor(0x1d1e20);
    c.side = QColor(0x18191b);
    c.line = QColor(0x2c2e31);
    c.ink = QColor(0xe6e3dd);
    c.soft = QColor(0xb1aca3);
    c.faint = QColor(0xa09a90);
    c.accent = QColor(0x7fb2e5);
    c.selection = QColor(0x26313d);
    c.card = QColor(0x222427);
    c.desk = QColor(0x131416);
    c.dark = true;
    return c;
}

QColor categoryColour(const QString &code, bool dark)
{
    if (const auto it = knownCategories().constFind(code.toUpper()); it != knownCategories().constEnd())
        return QColor::fromRgb(dark ? it->dark : it->light);
    const int hue = int(stableHash(code.toUpper()) % 360);
    const QColor ground = (dark ? darkColours() : lightColours()).selection;
    int lightness = dark ? 190 : 100;
    QColor colour = QColor::fromHsl(hue, 110, lightness);
    while (contrast(colour, ground) < 4.6 && lightness > 10 && lightness < 245) {
        lightness += dark ? 4 : -4;
        colour = QColor::fromHsl(hue, 110, lightness);
    }
    return colour;
}

} // namespace yaodian::ui
