#include "ui/notes/pointrow.h"

#include "ui/base/ink.h"
#include "ui/base/inlinewords.h"
#include "ui/notes/kindname.h"

#include <QLabel>
#include <QMouseEvent>
#include <QPainter>
#include <QVBoxLayout>

namespace yaodian::ui {

namespace {

QLabel *labelWith(const QString &text, const QFont &font, const QColor &colour, QWidget *parent)
{
    auto *label = new QLabel(parent);
    label->setTextFormat(Qt::PlainText); // a digest's words are not ours: never as rich text
    label->setText(text);
    label->setFont(font);
    label->setWordWrap(true);
    setInk(label, colour);
    return label;
}

/// Words of a point with what is marked in them; `frame`: "%1" with words of ours around it.
void sayMarked(QLabel *label, const QString &frame, const QString &words)
{
    const QString rich = richWords(words); // all that was typed is escaped in it
    label->setTextFormat(rich.isEmpty() ? Qt::PlainText : Qt::RichText);
    label->setText(frame.arg(rich.isEmpty() ? words : rich));
}

/// A long passage is told by its beginning; the whole of it is on the page.
QString shortened(const QString &quote)
{
    constexpr int most = 200;
    if (quote.size() <= most)
        return quote;
    const qsizetype blank = quote.lastIndexOf(QLatin1Char(' '), most);
    return quote.left(blank > most / 2 ? blank : most) + QChar(0x2026);
}

void paintFocus(QWidget *widget, const QColor &colour)
{
    if (!widget->hasFocus())
        return;
    QPainter painter(widget);
    painter.setRenderHint(QPainter::Antialiasing);
    painter.setPen(colour);
    painter.drawRoundedRect(QRectF(widget->rect()).adjusted(0.5, 0.5, -0.5, -0.5), 4, 4);
}

} // namespace

EvidenceRow::EvidenceRow(const PointShown::Evidence &evidence, const Theme &theme, QWidget *parent)
    : QWidget(parent), m_theme(theme), m_highlight(evidence.highlight.id),
      m_colour(QColor::fromString(evidence.kind.colour))
{
    setFocusPolicy(Qt::StrongFocus);
    setCursor(Qt::PointingHandCursor);
    const library::Highlight &highlight = evidence.highlight;
    const QString words = shortened(highlightWords(highlight));
    const QString quote = highlight.quote.isEmpty() ? words : tr("“%1”").arg(words);
    const QString where = tr("p. %1 · %2").arg(highlight.page + 1).arg(kindName(evidence.kind));
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(12, 2, 0, 3);
    column->setSpacing(1);
    column->addWidget(labelWith(quote, theme.font(0.93), theme.colours().soft, this));
    if (!highlight.comment.isEmpty())
        column->addWidget(labelWith(highlight.comment, theme.font(0.93), theme.colours().ink, this));
    column->addWidget(labelWith(where, theme.font(0.87), theme.colours().faint, this));
    setAccessibleName(quote + QLatin1Char(' ') + where);
}

void EvidenceRow::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    QPainter(this).fillRect(QRect(0, 2, 3, height() - 4), m_colour);
    paintFocus(this, m_theme.colours().accent);
}

void EvidenceRow::mouseReleaseEvent(QMouseEvent *event)
{
    if (event->button() == Qt::LeftButton && rect().contains(event->pos()))
        Q_EMIT activated();
}

PointRow::PointRow(const PointShown &shown, const Theme &theme, QWidget *parent) : QWidget(parent), m_theme(theme)
{
    setFocusPolicy(Qt::StrongFocus);
    const Colours &c = theme.colours();
    auto *number = labelWith(QString::number(shown.number), theme.font(1.0, QFont::Medium), c.faint, this);
    number->setFixedWidth(24);
    number->setWordWrap(false);
    const QString frame = shown.point.isOwn() ? tr("(me) %1") : QStringLiteral("%1");
    auto *text = labelWith({}, theme.font(), c.ink, this);
    sayMarked(text, frame, shown.point.text);
    text->setObjectName(QStringLiteral("pointText"));
    auto *dot = labelWith(shown.evidence.isEmpty() ? QString() : QStringLiteral("●"), theme.font(0.85), c.accent, this);
    dot->setFixedWidth(14);
    dot->setToolTip(tr("Backed by evidence"));
    for (QLabel *label : {number, text, dot})
        label->setAlignment(Qt::AlignTop | (label == dot ? Qt::AlignRight : Qt::AlignLeft));
    auto *row = new QHBoxLayout;
    row->setSpacing(0);
    row->addWidget(number);
    row->addWidget(text, 1);
    row->addWidget(dot);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(2, 4, 2, 4);
    column->setSpacing(4);
    column->addLayout(row);
    if (!shown.point.digestText.isEmpty()) {
        auto *digest = labelWith({}, theme.font(0.93), theme.colours().soft, this);
        sayMarked(digest, tr("The digest now says: %1"), shown.point.digestText);
        digest->setObjectName(QStringLiteral("digestText"));
        digest->setContentsMargins(24, 0, 14, 2);
        column->addWidget(digest);
    }
    for (const PointShown::Evidence &evidence : shown.evidence) {
        auto *line = new QHBoxLayout;
        line->setContentsMargins(24, 0, 14, 2);
        auto *quote = new EvidenceRow(evidence, theme, this);
        line->addWidget(quote);
        column->addLayout(line);
        const auto id = evidence.highlight.id;
        connect(quote, &EvidenceRow::activated, this, [this, id] { Q_EMIT evidenceActivated(id); });
        m_evidence << quote;
    }
    setAccessibleName(frame.arg(plainWords(shown.point.text)));
}

void PointRow::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    paintFocus(this, m_theme.colours().accent);
}

void PointRow::mouseDoubleClickEvent(QMouseEvent *event)
{
    Q_UNUSED(event)
    Q_EMIT editAsked();
}

} // namespace yaodian::ui
