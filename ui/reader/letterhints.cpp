#include "ui/reader/letterhints.h"

#include <QPainter>

#include <algorithm>

namespace yaodian::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr double LabelSize = 0.8; ///< of body text

/// Home row first; words of one length, so that none begins another.
QString hintLetters(int number, int count)
{
    static const QString letters = u"asdfghjklqwertyuiopzxcvbnm"_s;
    const int base = int(letters.size());
    int length = 1;
    for (int room = base; room < count; room *= base)
        ++length;
    QString word;
    for (int i = 0; i < length; ++i) {
        word.prepend(letters.at(number % base));
        number /= base;
    }
    return word;
}

} // namespace

LetterHints::LetterHints(PageView &view, const Theme &theme) : m_view(view), m_theme(theme)
{
    view.addOverlay(this);
}

bool LetterHints::isFree(const QRectF &label) const
{
    return std::none_of(m_hints.cbegin(), m_hints.cend(),
                        [&](const Hint &hint) { return hint.label.intersects(label); });
}

/// Over the beginning of what it is about, else beside it, else the next free place below.
QRectF LetterHints::roomFor(const QRectF &about, QSizeF size) const
{
    const double w = size.width(), h = size.height();
    const QPointF first = about.topLeft() - QPointF(2, 2);
    for (const QPointF &at : {first, QPointF(about.left() - w, about.top() - 2), QPointF(first.x(), about.top() - h),
                              QPointF(first.x(), about.bottom()), QPointF(about.right(), about.top() - 2)})
        if (isFree({at, size}))
            return {at, size};
    QRectF label(first, size);
    while (!isFree(label))
        label.translate(0, h / 2);
    return label;
}

bool LetterHints::start(const QList<Spot> &spots, std::function<void(int)> chosen)
{
    end();
    m_chosen = std::move(chosen);
    const QRect window = m_view.viewport()->rect();
    QList<int> seen;
    for (int i = 0; i < spots.size(); ++i)
        if (window.intersects(m_view.inView(spots.at(i).page, spots.at(i).box)))
            seen << i;
    const QFontMetricsF metrics(m_theme.font(LabelSize, QFont::DemiBold));
    for (int i = 0; i < seen.size(); ++i) {
        const Spot &spot = spots.at(seen.at(i));
        const QString letters = hintLetters(i, int(seen.size()));
        const QSizeF size(metrics.horizontalAdvance(letters) + 8, metrics.height() + 4);
        const QRectF about = m_view.layoutOfPages().onView(spot.page, spot.box);
        m_hints << Hint{letters, seen.at(i), spot.page, roomFor(about, size)};
    }
    m_view.viewport()->update();
    return isActive();
}

void LetterHints::end()
{
    m_typed.clear();
    m_hints.clear();
    m_view.viewport()->update();
}

void LetterHints::type(QChar letter)
{
    m_typed += letter.toLower();
    for (const Hint &hint : std::as_const(m_hints)) {
        if (hint.letters != m_typed)
            continue;
        const int spot = hint.spot;
        end();
        m_chosen(spot);
        return;
    }
    const bool possible = std::any_of(m_hints.cbegin(), m_hints.cend(),
                                      [this](const Hint &hint) { return hint.letters.startsWith(m_typed); });
    if (!possible)
        end();
    m_view.viewport()->update();
}

void LetterHints::takeBack()
{
    if (m_typed.isEmpty())
        end();
    m_typed.chop(1);
    m_view.viewport()->update();
}

void LetterHints::key(int key, const QString &text)
{
    if (key == Qt::Key_Backspace)
        takeBack();
    else if (key == Qt::Key_Escape || text.size() != 1 || !text.at(0).isLetter())
        end();
    else
        type(text.at(0));
}

QList<QRectF> LetterHints::labels() const
{
    QList<QRectF> all;
    for (const Hint &hint : m_hints)
        all << hint.label;
    return all;
}

QStringList LetterHints::letters() const
{
    QStringList all;
    for (const Hint &hint : m_hints)
        all << hint.letters;
    return all;
}

void LetterHints::paint(QPainter &painter, int page, const PageLayout &layout) const
{
    Q_UNUSED(layout)
    if (!isActive())
        return;
    painter.setFont(m_theme.font(LabelSize, QFont::DemiBold));
    for (const Hint &hint : m_hints) {
        if (hint.page != page || !hint.letters.startsWith(m_typed))
            continue;
        painter.setPen(Qt::NoPen);
        painter.setBrush(m_theme.colours().accent);
        painter.drawRoundedRect(hint.label, 3, 3);
        painter.setPen(m_theme.colours().card);
        painter.drawText(hint.label, Qt::AlignCenter, hint.letters.mid(m_typed.size()));
    }
}

} // namespace yaodian::ui
