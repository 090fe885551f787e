#include "ui/reader/reviewpanel.h"

#include "ui/reader/worddiff.h"

#include <QAccessible>
#include <QEvent>
#include <QGridLayout>
#include <QLabel>
#include <QMouseEvent>
#include <QPainter>

namespace yaodian::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int ViewEdge = 16;
constexpr int MostWide = 1080;
constexpr int Inside = 16;
constexpr int ShadowWidth = 5;

bool hasNoBlanks(QChar c)
{
    return c.unicode() >= 0x2e80;
}

/// The words around a passage were cut by their length: what is left of a word at the cut is left out.
QString endOf(const QString &words)
{
    const qsizetype cut = words.isEmpty() || hasNoBlanks(words.front()) ? -1 : words.indexOf(u' ');
    return words.isEmpty() ? words : u"…"_s + words.mid(cut + 1);
}

QString startOf(const QString &words)
{
    const qsizetype cut = words.isEmpty() || hasNoBlanks(words.back()) ? -1 : words.lastIndexOf(u' ');
    return words.isEmpty() ? words : (cut < 0 ? words : words.left(cut)) + u"…"_s;
}

QString inColour(const QString &html, const QColor &colour, const QString &more = {})
{
    return u"<span style=\"color:%1;%2\">%3</span>"_s.arg(colour.name(), more, html);
}

} // namespace

ReviewPanel::ReviewPanel(Theme &theme, QWidget *view)
    : QFrame(view), m_theme(theme), m_head(new QLabel(this)),
      m_state(new QLabel(this)), m_versions{new QLabel(this), new QLabel(this)}, m_passages{new QLabel(this),
                                                                                            new QLabel(this)},
      m_keys(new QLabel(this))
{
    setObjectName(u"review"_s);
    setFocusPolicy(Qt::NoFocus);
    m_head->setObjectName(u"reviewHead"_s);
    m_state->setObjectName(u"reviewState"_s);
    m_passages[0]->setObjectName(u"reviewBefore"_s);
    m_passages[1]->setObjectName(u"reviewAfter"_s);
    for (QLabel *label : {m_head, m_state, m_versions[0], m_versions[1]})
        label->setTextFormat(Qt::PlainText);
    for (QLabel *label : {m_passages[0], m_passages[1], m_keys}) {
        label->setTextFormat(Qt::RichText); // made here of escaped words
        label->setWordWrap(true);
    }
    auto *grid = new QGridLayout(this);
    grid->setContentsMargins(Inside + ShadowWidth, Inside - 4 + ShadowWidth, Inside + ShadowWidth,
                             Inside - 4 + ShadowWidth);
    grid->setHorizontalSpacing(28);
    grid->setVerticalSpacing(4);
    grid->addWidget(m_head, 0, 0);
    grid->addWidget(m_state, 0, 1, Qt::AlignRight);
    grid->setRowMinimumHeight(1, 4);
    for (int side = 0; side < 2; ++side) {
        grid->setColumnStretch(side, 1);
        grid->addWidget(m_versions[side], 2, side);
        grid->addWidget(m_passages[side], 3, side, Qt::AlignTop);
    }
    grid->setRowMinimumHeight(4, 6);
    grid->addWidget(m_keys, 5, 0, 1, 2);
    view->installEventFilter(this);
    connect(&m_theme, &Theme::changed, this, &ReviewPanel::dress);
    dress();
    hide();
}

void ReviewPanel::show(const Content &content)
{
    m_content = content;
    dress();
    QFrame::show();
    raise();
    place();
    QStringList keys;
    for (const auto &[key, does] : content.keys)
        keys << key + u' ' + does;
    const auto said = [](const Side &side) {
        return side.version + u": "_s + (side.quote.isEmpty() ? side.instead : side.quote);
    };
    setAccessibleName(content.head + u", "_s + content.state);
    setAccessibleDescription(said(content.before) + u'\n' + said(content.after) + u'\n' + keys.join(u", "_s));
    QAccessibleEvent shown(this, QAccessible::Alert);
    QAccessible::updateAccessibility(&shown);
}

void ReviewPanel::dress()
{
    const Colours &c = m_theme.colours();
    m_head->setFont(m_theme.font(0.95, QFont::DemiBold));
    m_state->setFont(m_theme.font(0.87, QFont::DemiBold));
    m_keys->setFont(m_theme.font(0.87));
    const auto ink = [](QLabel *label, const QColor &colour) {
        label->setStyleSheet(u"color: %1"_s.arg(colour.name()));
    };
    ink(m_head, c.ink);
    ink(m_state, m_content.isOpen ? c.accent : c.soft);
    m_head->setText(m_content.head);
    m_state->setText(m_content.state);
    const WordDiff diff = wordDiff(m_content.before.quote, m_content.after.quote);
    const auto marked = [](const QList<DiffPiece> &pieces, const QColor &colour, const QString &style) {
        QString html;
        for (const DiffPiece &piece : pieces) {
            const qsizetype words = QStringView(piece.text).trimmed().size(); // the blank after them is not marked
            html += piece.isOnlyHere ? inColour(piece.text.left(words).toHtmlEscaped(), colour, style) +
                                           piece.text.mid(words).toHtmlEscaped()
                                     : piece.text.toHtmlEscaped();
        }
        return html;
    };
    const bool hasBoth = !m_content.after.quote.isEmpty();
    const QString quotes[2] = {hasBoth ? marked(diff.before, c.soft, u"text-decoration:line-through"_s)
                                       : m_content.before.quote.toHtmlEscaped(),
                               marked(diff.after, c.accent, u"text-decoration:underline"_s)};
    for (int side = 0; side < 2; ++side) {
        const Side &shown = side == 0 ? m_content.before : m_content.after;
        m_versions[side]->setFont(m_theme.font(0.8));
        ink(m_versions[side], c.faint);
        m_versions[side]->setText(shown.version);
        m_passages[side]->setFont(m_theme.font(0.95));
        ink(m_passages[side], c.ink);
        m_passages[side]->setText(passage(shown, quotes[side]));
    }
    QStringList keys;
    for (const auto &[key, does] : m_content.keys)
        keys << inColour(key.toHtmlEscaped(), c.ink, u"font-weight:600"_s) + u"&nbsp;"_s +
                    inColour(does.toHtmlEscaped().replace(u' ', u"&nbsp;"_s), c.soft);
    m_keys->setText(keys.join(u" &nbsp;&nbsp; "_s));
    update();
}

QString ReviewPanel::passage(const Side &side, const QString &markedQuote) const
{
    const Colours &c = m_theme.colours();
    if (side.quote.isEmpty())
        return inColour(side.instead.toHtmlEscaped(), c.soft);
    const auto around = [&c](const QString &words) {
        return words.isEmpty() ? QString() : inColour(words.toHtmlEscaped(), c.faint);
    };
    const auto blank = [](const QString &a, const QString &b) { // stands between words that have them
        const bool isChinese = (!a.isEmpty() && hasNoBlanks(a.back())) || (!b.isEmpty() && hasNoBlanks(b.front()));
        return a.isEmpty() || b.isEmpty() || isChinese ? QString() : u" "_s;
    };
    const QString before = endOf(side.prefix), after = startOf(side.suffix);
    return around(before) + blank(before, side.quote) + markedQuote + blank(side.quote, after) + around(after);
}

void ReviewPanel::place()
{
    const QSize room = parentWidget()->size();
    const int width = std::min(MostWide, room.width() - 2 * ViewEdge);
    const int height = std::min(layout()->heightForWidth(width), room.height() / 2);
    setGeometry((room.width() - width) / 2, room.height() - height - ViewEdge, width, height);
}

bool ReviewPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == parentWidget() && event->type() == QEvent::Resize && isVisible())
        place();
    return QFrame::eventFilter(watched, event);
}

void ReviewPanel::mousePressEvent(QMouseEvent *event)
{
    event->accept();
}

void ReviewPanel::mouseReleaseEvent(QMouseEvent *event)
{
    event->accept();
}

void ReviewPanel::mouseMoveEvent(QMouseEvent *event)
{
    event->accept();
}

void ReviewPanel::paintEvent(QPaintEvent *event)
{
    Q_UNUSED(event)
    const Colours &c = m_theme.colours();
    QPainter painter(this);
    painter.setRenderHint(QPainter::Antialiasing, true);
    painter.setPen(Qt::NoPen);
    QColor shadow(Qt::black);
    for (int width = ShadowWidth; width > 0; --width) {
        shadow.setAlphaF(0.02F);
        painter.setBrush(shadow);
        painter.drawRoundedRect(
            QRectF(rect()).adjusted(ShadowWidth - width, ShadowWidth - width, width - ShadowWidth, width - ShadowWidth),
            8 + width, 8 + width);
    }
    painter.setPen(QPen(c.line, 1));
    painter.setBrush(c.card);
    painter.drawRoundedRect(
        QRectF(rect()).adjusted(ShadowWidth + 0.5, ShadowWidth + 0.5, -ShadowWidth - 0.5, -ShadowWidth - 0.5), 8, 8);
}

} // namespace yaodian::ui
