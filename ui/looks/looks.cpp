#include "ui/looks/looks.h"

#include "ui/base/colours.h"
#include "ui/looks/paintedtext.h"

#include <QAbstractScrollArea>
#include <QCoreApplication>
#include <QFontMetricsF>
#include <QHash>
#include <QImage>
#include <QLineEdit>
#include <QPainter>
#include <QScrollBar>
#include <QWidget>

#include <algorithm>

namespace yaodian::ui {

using namespace Qt::StringLiterals;

namespace {

struct LookSay
{
    Q_DECLARE_TR_FUNCTIONS(looks)
};

/// How far letters may come out of what shows them: less is smoothing at their edges.
constexpr double SlackPixels = 1.0;

/// A text in the window's coordinates.
struct Seen
{
    const QWidget *widget = nullptr;
    PaintedText text;
    QRectF ink;
};

QString nameOf(const QWidget *widget)
{
    QStringList names;
    for (const QWidget *at = widget; at && !at->isWindow() && names.size() < 2; at = at->parentWidget())
        if (const QString name = at->objectName(); !name.isEmpty() && !name.startsWith("qt_"_L1))
            names.prepend(name);
    names << QString::fromLatin1(widget->metaObject()->className()).section(u"::"_s, -1);
    return names.join(u'/');
}

/// The child that is uppermost at a point of the window, also where the mouse goes through it.
const QWidget *uppermost(const QWidget *widget, const QPoint &at)
{
    const QObjectList &children = widget->children();
    for (auto child = children.crbegin(); child != children.crend(); ++child) {
        const auto *part = qobject_cast<const QWidget *>(*child);
        if (part && !part->isHidden() && !part->isWindow() && part->geometry().contains(at) &&
            (part->mask().isEmpty() || part->mask().contains(at - part->pos())))
            return uppermost(part, at - part->pos());
    }
    return widget;
}

/// Another widget lies over it. What is painted beyond one's own edges is cut, whatever stands there.
bool isCovered(const QWidget &window, const Seen &seen)
{
    if (!QRectF(seen.widget->rect()).contains(seen.text.ink.center()))
        return false;
    const QWidget *top = uppermost(&window, seen.ink.center().toPoint());
    return top != seen.widget && !top->isAncestorOf(seen.widget);
}

/// The place of a widget; of what scrolls, with all that scrolling brings there.
QRectF reach(const QWidget *viewport, QRectF rect)
{
    if (viewport->isWindow())
        return rect;
    const auto *area = qobject_cast<const QAbstractScrollArea *>(viewport->parentWidget());
    if (!area || area->viewport() != viewport)
        return rect;
    constexpr double far = 1 << 20;
    if (const QScrollBar *bar = area->verticalScrollBar();
        area->verticalScrollBarPolicy() != Qt::ScrollBarAlwaysOff && bar->maximum() > bar->minimum()) {
        rect.setTop(bar->value() > bar->minimum() ? -far : rect.top());
        rect.setBottom(bar->value() < bar->maximum() ? far : rect.bottom());
    }
    if (const QScrollBar *bar = area->horizontalScrollBar();
        area->horizontalScrollBarPolicy() != Qt::ScrollBarAlwaysOff && bar->maximum() > bar->minimum()) {
        rect.setLeft(bar->value() > bar->minimum() ? -far : rect.left());
        rect.setRight(bar->value() < bar->maximum() ? far : rect.right());
    }
    return rect;
}

QString sideText(const QRectF &ink, const QRectF &seen)
{
    const double left = seen.left() - ink.left(), right = ink.right() - seen.right();
    const double top = seen.top() - ink.top(), bottom = ink.bottom() - seen.bottom();
    const double most = std::max({left, right, top, bottom});
    if (most <= SlackPixels)
        return {};
    const int pixels = int(std::ceil(most));
    if (most == right)
        return LookSay::tr("cut by %1 px at the right").arg(pixels);
    if (most == left)
        return LookSay::tr("cut by %1 px at the left").arg(pixels);
    return most == bottom ? LookSay::tr("cut by %1 px at the bottom").arg(pixels)
                          : LookSay::tr("cut by %1 px at the top").arg(pixels);
}

/// What of a widget's text it shows itself: a painter's clip counts where it is narrower than the widget.
QRectF shownPart(const QWidget *widget, const QRectF &clip)
{
    const QRectF own = widget->rect();
    QRectF part = reach(widget, own);
    if (clip.left() > own.left() + SlackPixels)
        part.setLeft(clip.left());
    if (clip.right() < own.right() - SlackPixels)
        part.setRight(clip.right());
    if (clip.top() > own.top() + SlackPixels)
        part.setTop(clip.top());
    if (clip.bottom() < own.bottom() - SlackPixels)
        part.setBottom(clip.bottom());
    return part;
}

/// Empty: all of it is seen, or can be brought into view.
QString cutOf(const Seen &seen)
{
    // What is typed into a line moves in it; what it says while it is empty does not.
    if (const auto *line = qobject_cast<const QLineEdit *>(seen.widget); line && !line->text().isEmpty())
        return {};
    QRectF ink = seen.text.ink;
    if (!seen.text.clip.intersects(ink) && !seen.text.clip.contains(seen.widget->rect()))
        return {}; // who paints left it out
    if (QString cut = sideText(ink, shownPart(seen.widget, seen.text.clip)); !cut.isEmpty())
        return cut;
    for (const QWidget *at = seen.widget; !at->isWindow(); at = at->parentWidget()) {
        ink = (ink & QRectF(at->rect())).translated(at->pos());
        if (ink.isEmpty())
            return {}; // scrolled out of sight
        if (QString cut = sideText(ink, reach(at->parentWidget(), at->parentWidget()->rect())); !cut.isEmpty())
            return cut;
    }
    return {};
}

/// Letters that no font has; what is not meant to be seen (joiners, marks of direction) is none.
QString missingGlyphs(const PaintedText &painted)
{
    const QFontMetrics metrics(painted.font);
    QString missing;
    for (const char32_t letter : painted.text.toUcs4()) {
        const QChar::Category category = QChar::category(letter);
        if (QChar::isSpace(letter) || category == QChar::Other_Control || category == QChar::Other_Format ||
            category == QChar::Mark_NonSpacing)
            continue;
        const QString shown = QString::fromUcs4(&letter, 1);
        if (!metrics.inFontUcs4(letter) && !missing.contains(shown))
            missing += shown;
    }
    return missing;
}

/// The colour that most of a place has: what the letters stand on. Invalid: there is no such colour, as on a picture.
QColor groundOf(const QImage &picture, const QRectF &ink, const QList<QColor> &letters)
{
    const QRect place = ink.adjusted(-2, -2, 2, 2).toAlignedRect() & picture.rect();
    QHash<QRgb, int> counts;
    for (int y = place.top(); y <= place.bottom(); ++y)
        for (int x = place.left(); x <= place.right(); ++x)
            ++counts[picture.pixel(x, y)];
    QRgb most = 0;
    int count = 0;
    for (auto it = counts.cbegin(); it != counts.cend(); ++it)
        if (it.value() > count && !letters.contains(QColor(it.key()))) {
            most = it.key();
            count = it.value();
        }
    return count * 5 >= place.width() * place.height() ? QColor(most) : QColor();
}

QColor over(const QColor &colour, const QColor &ground)
{
    const double share = colour.alphaF();
    const auto mix = [share](double a, double b) { return float(a * share + b * (1 - share)); };
    return QColor::fromRgbF(mix(colour.redF(), ground.redF()), mix(colour.greenF(), ground.greenF()),
                            mix(colour.blueF(), ground.blueF()));
}

/// WCAG: 24 px, or bold and 18.66 px.
bool isLarge(const PaintedText &text)
{
    return text.pixels >= 24 || (text.font.weight() >= QFont::Bold && text.pixels >= 18.66);
}

QString contrastFlaw(const Seen &seen, const QImage &picture)
{
    const double enough = isLarge(seen.text) ? 3.0 : 4.5;
    const QColor ground = groundOf(picture, seen.ink, seen.text.colours);
    if (!ground.isValid()) {
        // Nothing but the letters' own colour: they are not to be told from what they stand on.
        const QColor own = groundOf(picture, seen.ink, {});
        return own.isValid() && seen.text.colours.contains(own) ? LookSay::tr("of the colour that it stands on")
                                                                : QString();
    }
    double best = 0;
    QColor letters;
    for (const QColor &colour : seen.text.colours)
        if (const double reached = contrast(over(colour, ground), ground); reached > best) {
            best = reached;
            letters = over(colour, ground);
        }
    if (best + 0.005 >= enough)
        return {};
    return LookSay::tr("%1 on %2 has a contrast of %3 : 1, less than %4")
        .arg(letters.name(), ground.name(), QString::number(best, 'f', 2), QString::number(enough));
}

QList<Seen> textsOf(QWidget &window)
{
    QList<QWidget *> widgets{&window};
    for (QWidget *child : window.findChildren<QWidget *>())
        if (child->window() == &window && child->isVisible() && !child->size().isEmpty())
            widgets << child;
    QList<Seen> found;
    for (QWidget *widget : widgets) {
        const QPoint corner = widget->mapTo(&window, QPoint());
        for (const PaintedText &text : paintedTexts(*widget))
            found << Seen{widget, text, text.ink.translated(corner)};
    }
    return found;
}

QImage pictureOf(QWidget &window)
{
    QImage picture(window.size(), QImage::Format_RGB32);
    picture.fill(window.palette().color(QPalette::Window));
    window.render(&picture);
    return picture;
}

/// The first of `before` whose letters these stand over. Of two widgets, one is above the other.
const Seen *overlapped(const QList<Seen> &before, const Seen &seen)
{
    for (const Seen &other : before) {
        const QRectF both = other.text.ink & other.text.clip & seen.text.ink & seen.text.clip;
        if (other.widget == seen.widget && both.width() > 2 && both.height() > 2)
            return &other;
    }
    return nullptr;
}

/// The runs of one line, which often have a font each, are one text.
void add(QList<LookDefect> &to, const LookDefect &defect)
{
    if (!to.isEmpty() && to.last().kind == defect.kind && to.last().where == defect.where &&
        to.last().sentence == defect.sentence)
        to.last().text += u' ' + defect.text;
    else
        to << defect;
}

} // namespace

Looks lookAt(QWidget &window)
{
    using Kind = LookDefect::Kind;
    Looks looks;
    const QImage picture = pictureOf(window);
    QList<Seen> clear;
    for (const Seen &seen : textsOf(window)) {
        const auto of = [&seen](Kind kind, const QString &sentence) {
            return LookDefect{kind, seen.text.text.simplified(), nameOf(seen.widget), sentence};
        };
        if (isCovered(window, seen))
            continue;
        ++looks.texts;
        if (const QString missing = missingGlyphs(seen.text); !missing.isEmpty())
            add(looks.defects, of(Kind::Glyph, LookSay::tr("no font has the letters %1").arg(missing)));
        if (const QString cut = cutOf(seen); !cut.isEmpty())
            add(looks.defects, of(Kind::Cut, cut));
        // Where all of it is scrolled away there is nothing to compare.
        if (!picture.rect().contains(seen.ink.center().toPoint()) ||
            !QRectF(seen.widget->visibleRegion().boundingRect()).contains(seen.text.ink.center()))
            continue;
        if (const QString flaw = contrastFlaw(seen, picture); !flaw.isEmpty())
            add(seen.widget->isEnabled() ? looks.defects : looks.excused, of(Kind::Contrast, flaw));
        if (const Seen *other = overlapped(clear, seen))
            add(looks.defects, of(Kind::Overlap, LookSay::tr("stands over “%1”").arg(other->text.text.simplified())));
        clear << seen;
    }
    return looks;
}

} // namespace yaodian::ui
