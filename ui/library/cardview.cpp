#include "ui/library/cardview.h"

#include "library/hitplace.h"
#include "ui/base/theme.h"
#include "ui/library/carddocument.h"

#include <QAbstractTextDocumentLayout>
#include <QFontInfo>
#include <QMimeData>
#include <QPainter>
#include <QScrollBar>
#include <QTextBlock>
#include <QTextDocumentFragment>

#include <utility>

namespace yaodian::ui {

using namespace Qt::StringLiterals;

namespace {

/// The address that a link of the text leads to; empty: it leads to something in the library.
QString webOf(const QUrl &link)
{
    const QString text = link.toString();
    return text.startsWith(u"web:") ? text.mid(4) : QString();
}

} // namespace

CardView::CardView(const Theme &theme, QWidget *parent) : QTextBrowser(parent), m_theme(theme)
{
    setObjectName(u"card"_s);
    setFrameShape(QFrame::NoFrame);
    setOpenLinks(false);
    setUndoRedoEnabled(false);
    setAcceptRichText(false);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn); // the text must not wrap anew because a bar came or went
    connect(verticalScrollBar(), &QScrollBar::rangeChanged, verticalScrollBar(),
            [bar = verticalScrollBar()](int, int most) { bar->setEnabled(most > 0); });
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::LinksAccessibleByMouse);
    setFocusPolicy(Qt::StrongFocus);
    setAttribute(Qt::WA_InputMethodEnabled, false);
    setAcceptDrops(false);
    setAccessibleName(tr("Card"));
    connect(this, &QTextBrowser::anchorClicked, this, &CardView::follow);
    connect(this, &QTextBrowser::highlighted, this, [this](const QUrl &link) { // empty: beside all links
        const QString web = webOf(link);
        viewport()->setToolTip(web.isEmpty() ? QString() : Qt::convertFromPlainText(web));
    });
    connect(&theme, &Theme::changed, this, &CardView::rebuild);
}

void CardView::showCard(const CardData &card)
{
    const bool same = m_data && m_data->detail.row.id == card.detail.row.id;
    m_post.reset();
    const int at = verticalScrollBar()->value();
    m_data = card;
    m_hint.clear();
    rebuild();
    verticalScrollBar()->setValue(same ? at : 0);
}

void CardView::showPost(const PostData &post)
{
    m_data.reset();
    m_post = post;
    m_postIsStale = false;
    m_hint.clear();
    rebuild();
    scrollToBar();
}

bool CardView::goToEntryOfPost(library::IssueId issue, library::EntryId entry)
{
    if (!m_post || m_postIsStale || m_post->row.id != issue)
        return false;
    if (m_post->current != entry) {
        m_post->current = entry;
        m_bar = m_heads.value(m_post->entries.indexOf(entry), -1);
        scrollToBar();
        viewport()->update();
    }
    return true;
}

void CardView::scrollToBar()
{
    if (m_bar < 0 || m_bar == m_heads.value(0, -1))
        return verticalScrollBar()->setValue(0); // the first entry: with the post's own head above it
    const QRectF box = document()->documentLayout()->blockBoundingRect(document()->findBlock(m_bar));
    verticalScrollBar()->setValue(int(box.top()) - fontMetrics().lineSpacing());
}

void CardView::goTo(const library::Hit &hit)
{
    const bool isPoint = hit.type == library::Hit::Type::Point;
    const auto id = isPoint ? library::PointId::fromString(hit.id) : std::nullopt;
    const int from = !m_data ? -1 : isPoint ? m_points.value(id.value_or(library::PointId()), -1) : m_note;
    if (from < 0)
        return;
    QTextCursor cursor(document());
    cursor.setPosition(from);
    cursor.movePosition(isPoint ? QTextCursor::EndOfBlock : QTextCursor::End, QTextCursor::KeepAnchor);
    if (const auto place = library::placeOf(hit, cursor.selectedText())) {
        cursor.setPosition(from + int(place->from));
        cursor.setPosition(from + int(place->from + place->size), QTextCursor::KeepAnchor);
    } else {
        cursor.setPosition(from);
    }
    setTextCursor(cursor);
    const QRect line = cursorRect(cursor);
    if (!viewport()->rect().contains(line))
        verticalScrollBar()->setValue(verticalScrollBar()->value() + line.top() - viewport()->height() / 3);
}

void CardView::showNothing(const QString &hint)
{
    m_data.reset();
    m_post.reset();
    m_hint = hint;
    rebuild();
}

void CardView::rebuild()
{
    m_builtFor = viewport()->width();
    m_bar = -1;
    // Written apart and shown when whole: a document on show tells its size while it grows, which resizes this view.
    auto *fresh = new QTextDocument(this);
    fresh->setUndoRedoEnabled(false);
    fresh->setDocumentMargin(0);
    if (m_data) {
        CardDocument writer(*fresh, m_theme, m_builtFor);
        writer.write(*m_data);
        m_bar = writer.barPosition();
        m_points.clear();
        for (const NumberedPoint &point : std::as_const(m_data->points))
            m_points.insert(point.id, writer.positionOf(point.id));
        m_note = writer.notePosition();
    } else if (m_post) {
        PostDocument writer(*fresh, m_theme, m_builtFor);
        m_heads = writer.write(*m_post);
        m_bar = m_heads.value(m_post->entries.indexOf(m_post->current), -1);
    }
    setDocument(fresh);
    delete std::exchange(m_own, fresh);
    viewport()->update();
}

void CardView::resizeEvent(QResizeEvent *event)
{
    QTextBrowser::resizeEvent(event);
    if ((m_data || m_post) && viewport()->width() != m_builtFor) {
        const int at = verticalScrollBar()->value();
        rebuild();
        verticalScrollBar()->setValue(at);
    }
}

void CardView::changeEvent(QEvent *event)
{
    QTextBrowser::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        setAccessibleName(tr("Card"));
        rebuild();
    }
}

void CardView::paintEvent(QPaintEvent *event)
{
    const Colours &c = m_theme.colours();
    const double unit = QFontInfo(m_theme.font()).pixelSize() / 14.0;
    {
        QPainter painter(viewport());
        painter.fillRect(viewport()->rect(), c.card);
        if (m_bar >= 0) {
            const QTextBlock block = document()->findBlock(m_bar);
            QRectF box = document()->documentLayout()->blockBoundingRect(block);
            box.translate(-horizontalScrollBar()->value(), -verticalScrollBar()->value());
            // In a post the bar stands in the margin, so that it moves without the text being set anew.
            const double left = m_post ? box.left() - 14 * unit : box.left();
            painter.fillRect(QRectF(left, box.top() - 2 * unit, 3 * unit, box.height() + 4 * unit), c.accent);
        }
        if (!m_hint.isEmpty()) {
            painter.setPen(c.faint);
            painter.setFont(m_theme.font());
            painter.drawText(viewport()->rect().adjusted(40, 0, -40, 0), Qt::AlignCenter | Qt::TextWordWrap, m_hint);
        }
    }
    QTextBrowser::paintEvent(event);
}

bool CardView::page(int direction)
{
    QScrollBar *bar = verticalScrollBar();
    const int before = bar->value();
    bar->setValue(before + direction * int(viewport()->height() * 0.85));
    return bar->value() != before;
}

void CardView::scrollBy(int lines)
{
    verticalScrollBar()->setValue(verticalScrollBar()->value() +
                                  lines * QFontMetrics(m_theme.font()).lineSpacing() * 2);
}

void CardView::follow(const QUrl &link)
{
    const QString text = link.toString();
    if (const auto id = library::HighlightId::fromString(text.mid(10)); text.startsWith(u"highlight:") && id)
        Q_EMIT evidenceChosen(*id);
    else if (const auto entry = library::EntryId::fromString(text.mid(6)); text.startsWith(u"entry:") && entry)
        Q_EMIT entryChosen(*entry);
    else if (const QString web = webOf(link); !web.isEmpty())
        Q_EMIT webChosen(web);
}

QString CardView::webAt(const QPoint &at) const
{
    return webOf(QUrl(anchorAt(at)));
}

QMimeData *CardView::createMimeDataFromSelection() const
{
    auto *plain = new QMimeData;
    plain->setText(textCursor().selection().toPlainText());
    return plain;
}

QVariant CardView::loadResource(int, const QUrl &)
{
    return {}; // nothing in a card is loaded from anywhere
}

} // namespace yaodian::ui
