#include "ui/marks/kindadvice.h"

#include "notes/notes.h"
#include "ui/base/colours.h"
#include "ui/marks/kindsample.h"
#include "ui/notes/kindname.h"
#include "ui/reader/highlightpainter.h"

#include <QColor>
#include <QCoreApplication>

#include <algorithm>

namespace yaodian::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr double LeastOfTint = 1.08; ///< contrast with the paper: below it nobody sees the mark
constexpr double LeastOfPrint = 4.5; ///< contrast of print with the tint
constexpr int LeastHueApart = 12;    ///< degrees, of colours that are more than grey
constexpr int LeastSaturation = 40;  ///< of 255

struct Advice
{
    Q_DECLARE_TR_FUNCTIONS(KindAdvice)
};

/// The tint as it lies on the paper: multiplied with light paper, on dark paper the lighter of both.
QColor onPaper(const QString &colour, bool dark)
{
    const QColor tint = highlightGround(colour, dark), paper = paperColour(dark);
    const auto mixed = [dark](float a, float b) { return dark ? std::max(a, b) : a * b; };
    return QColor::fromRgbF(mixed(tint.redF(), paper.redF()), mixed(tint.greenF(), paper.greenF()),
                            mixed(tint.blueF(), paper.blueF()));
}

bool lookAlike(const QColor &a, const QColor &b)
{
    if (a == b)
        return true;
    if (std::min(a.hslSaturation(), b.hslSaturation()) < LeastSaturation)
        return std::max(a.hslSaturation(), b.hslSaturation()) < LeastSaturation;
    const int apart = std::abs(a.hslHue() - b.hslHue());
    return std::min(apart, 360 - apart) < LeastHueApart;
}

} // namespace

const QStringList &kindColours()
{
    static const QStringList colours{u"#3b7dd8"_s, u"#e3b93a"_s, u"#4fae74"_s, u"#d9534f"_s, u"#8e5bd0"_s, u"#12939a"_s,
                                     u"#7a7f87"_s, u"#e07b39"_s, u"#d0509f"_s, u"#8a9a2b"_s, u"#5a4fcf"_s};
    return colours;
}

library::Kind newKindAmong(const QList<library::Kind> &kinds)
{
    library::Kind fresh;
    const auto first = [&kinds](const QStringList &choices, QString library::Kind::*what) {
        const auto isFree = [&](const QString &choice) {
            return std::none_of(kinds.begin(), kinds.end(), [&](const library::Kind &k) { return k.*what == choice; });
        };
        const auto it = std::find_if(choices.begin(), choices.end(), isFree);
        return it == choices.end() ? choices.first() : *it;
    };
    fresh.colour = first(kindColours(), &library::Kind::colour);
    fresh.pattern = first(notes::kindPatterns(), &library::Kind::pattern);
    return fresh;
}

QString patternName(const QString &pattern)
{
    return pattern == "plain"_L1    ? Advice::tr("no line")
           : pattern == "line"_L1   ? Advice::tr("line")
           : pattern == "dash"_L1   ? Advice::tr("dashes")
           : pattern == "dots"_L1   ? Advice::tr("dots")
           : pattern == "double"_L1 ? Advice::tr("double line")
           : pattern == "wave"_L1   ? Advice::tr("wave")
           : pattern == "box"_L1    ? Advice::tr("box")
                                    : pattern;
}

QStringList kindAdvice(const QList<library::Kind> &kinds, const library::Kind &kind)
{
    QStringList said;
    QStringList samePattern, sameColour;
    const QColor colour = QColor::fromString(kind.colour);
    for (const library::Kind &other : kinds) {
        if (!kind.key.isEmpty() && other.key == kind.key)
            continue;
        if (other.pattern == kind.pattern)
            samePattern << kindName(other);
        if (colour.isValid() && lookAlike(colour, QColor::fromString(other.colour)))
            sameColour << kindName(other);
    }
    if (!samePattern.isEmpty())
        said << Advice::tr("%1 has this pattern too: without colours the two look alike.").arg(samePattern.join(u", "));
    if (!sameColour.isEmpty())
        said << Advice::tr("%1 has nearly this colour.").arg(sameColour.join(u", "));
    if (!colour.isValid())
        return said;
    for (const bool dark : {false, true}) {
        const QColor tint = onPaper(kind.colour, dark);
        if (contrast(tint, paperColour(dark)) < LeastOfTint)
            said << (dark ? Advice::tr("On dark pages this colour is hardly seen.")
                          : Advice::tr("On light pages this colour is hardly seen."));
        if (contrast(tint, printColour(dark)) < LeastOfPrint)
            said << (dark ? Advice::tr("On dark pages print is hard to read in this colour.")
                          : Advice::tr("On light pages print is hard to read in this colour."));
    }
    return said;
}

} // namespace yaodian::ui
