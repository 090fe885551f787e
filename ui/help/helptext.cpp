#include "ui/help/helptext.h"

#include <QAbstractTextDocumentLayout>
#include <QDir>
#include <QKeyEvent>
#include <QScrollBar>
#include <QTextBlock>

#include <algorithm>

namespace yaodian::ui {

using namespace Qt::StringLiterals;

QString foldedWidths(QString text)
{
    static const QString wide = u"，：；（）"_s;
    static const QString narrow = u",:;()"_s;
    for (QChar &c : text)
        if (const qsizetype at = wide.indexOf(c); at >= 0)
            c = narrow[at];
    return text;
}

HelpText::HelpText(Theme &theme, QWidget *parent) : QTextBrowser(parent), m_theme(theme)
{
    setObjectName(u"handbookText"_s);
    setOpenLinks(false);
    setFrameShape(QFrame::NoFrame);
    setUndoRedoEnabled(false);
    setTextInteractionFlags(Qt::TextSelectableByMouse | Qt::LinksAccessibleByMouse);
    setFocusPolicy(Qt::StrongFocus);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOn); // one that comes and goes would have all written again meanwhile
    connect(this, &QTextBrowser::anchorClicked, this, &HelpText::ask);
    connect(&m_theme, &Theme::changed, this, &HelpText::write);
}

void HelpText::show(const QString &folder, const QString &title, const QString &markdown)
{
    m_folder = folder;
    m_title = title;
    m_markdown = markdown;
    write();
    verticalScrollBar()->setValue(0);
}

/// Keeps what is at the top.
void HelpText::write()
{
    const double share = verticalScrollBar()->value() / std::max(1.0, double(verticalScrollBar()->maximum()));
    QPalette ground = palette();
    ground.setColor(QPalette::Base, m_theme.colours().card);
    setPalette(ground);
    viewport()->setPalette(ground); // its own: a new style sheet leaves it the one from before
    document()->clear();
    m_writtenFor = viewport()->width();
    HelpWriter(*document(), m_theme, m_writtenFor, devicePixelRatioF())
        .chapter(m_title, m_markdown, [this](const QString &name) { return picture(name); });
    setTextCursor(QTextCursor(document())); // it went along with what was written
    collectLinks();
    mark(m_words);
    verticalScrollBar()->setValue(qRound(share * verticalScrollBar()->maximum()));
}

QImage HelpText::picture(const QString &name)
{
    if (const auto known = m_pictures.constFind(name); known != m_pictures.constEnd())
        return *known;
    return *m_pictures.insert(name,
                              QImage(QDir::cleanPath(m_folder + u'/' + name)).convertToFormat(QImage::Format_RGB32));
}

void HelpText::resizeEvent(QResizeEvent *event)
{
    QTextBrowser::resizeEvent(event);
    if (viewport()->width() != m_writtenFor)
        write();
}

/// What the table of commands does not know does nothing here, but for copying what is selected.
void HelpText::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy))
        copy();
    else
        event->ignore();
}

// --- search ---------------------------------------------------------------------------------------------------------

void HelpText::mark(const QStringList &words)
{
    m_words = words;
    m_hits.clear();
    m_hit = -1;
    const QString text = foldedWidths(document()->toPlainText());
    for (const QString &one : words) {
        const QString word = foldedWidths(one);
        for (qsizetype at = 0; (at = text.indexOf(word, at, Qt::CaseInsensitive)) >= 0; at += word.size()) {
            QTextCursor hit(document());
            hit.setPosition(int(at));
            hit.setPosition(int(at + word.size()), QTextCursor::KeepAnchor);
            m_hits << hit;
        }
    }
    std::sort(m_hits.begin(), m_hits.end(),
              [](const QTextCursor &a, const QTextCursor &b) { return a.selectionStart() < b.selectionStart(); });
    paintMarks();
}

void HelpText::goToHit(int hit)
{
    if (hit < 0 || hit >= m_hits.size())
        return;
    m_hit = hit;
    bring(m_hits[hit]);
    paintMarks();
}

/// A third from the top, where it is not seen.
void HelpText::bring(const QTextCursor &cursor)
{
    const QRect at = cursorRect(cursor);
    if (at.top() < 0 || at.bottom() > viewport()->height())
        verticalScrollBar()->setValue(verticalScrollBar()->value() + at.top() - viewport()->height() / 3);
}

void HelpText::paintMarks()
{
    const Colours &c = m_theme.colours();
    QColor current = c.accent; // a tint: the words keep their colour
    current.setAlphaF(0.28f);
    QList<ExtraSelection> marks;
    for (int i = 0; i < m_hits.size(); ++i) {
        ExtraSelection mark;
        mark.cursor = m_hits[i];
        mark.format.setBackground(i == m_hit ? current : c.selection);
        marks << mark;
    }
    if (m_link >= 0 && m_link < m_links.size()) {
        ExtraSelection mark;
        mark.cursor = QTextCursor(document());
        mark.cursor.setPosition(m_links[m_link].from);
        mark.cursor.setPosition(m_links[m_link].to, QTextCursor::KeepAnchor);
        mark.format.setBackground(current);
        marks << mark;
    }
    setExtraSelections(marks);
}

// --- ways -----------------------------------------------------------------------------------------------------------

void HelpText::scrollLines(int lines)
{
    verticalScrollBar()->setValue(verticalScrollBar()->value() + lines * qRound(fontMetrics().lineSpacing() * 1.6));
}

void HelpText::scrollPages(int pages)
{
    verticalScrollBar()->setValue(verticalScrollBar()->value() + pages * viewport()->height() * 9 / 10);
}

void HelpText::goToEnd(bool last)
{
    verticalScrollBar()->setValue(last ? verticalScrollBar()->maximum() : 0);
}

bool HelpText::isAtEnd() const
{
    return verticalScrollBar()->value() >= verticalScrollBar()->maximum();
}

void HelpText::collectLinks()
{
    m_links.clear();
    m_link = -1;
    for (QTextBlock block = document()->begin(); block.isValid(); block = block.next()) {
        for (auto it = block.begin(); !it.atEnd(); ++it) {
            const QTextFragment piece = it.fragment();
            if (!piece.charFormat().isAnchor())
                continue;
            const Link link{piece.position(), piece.position() + piece.length(), piece.charFormat().anchorHref()};
            if (!m_links.isEmpty() && m_links.last().to == link.from && m_links.last().address == link.address)
                m_links.last().to = link.to;
            else
                m_links << link;
        }
    }
}

void HelpText::stepLink(int links)
{
    if (m_links.isEmpty())
        return;
    QTextCursor at(document());
    const auto seen = [&](const Link &link) {
        at.setPosition(link.from);
        const QRect rect = cursorRect(at);
        return rect.bottom() >= 0 && rect.top() < viewport()->height();
    };
    if (m_link < 0 || !seen(m_links[m_link])) {
        const auto first = std::find_if(m_links.cbegin(), m_links.cend(), seen);
        m_link = first == m_links.cend() ? 0 : int(first - m_links.cbegin());
    } else {
        m_link = (m_link + links + int(m_links.size())) % int(m_links.size());
    }
    at.setPosition(m_links[m_link].from);
    bring(at);
    paintMarks();
}

QString HelpText::currentLink() const
{
    return m_link < 0 ? QString() : m_links[m_link].address;
}

void HelpText::followLink()
{
    if (m_link >= 0)
        ask(QUrl(m_links[m_link].address));
}

void HelpText::ask(const QUrl &link)
{
    if (link.scheme() == "https"_L1 || link.scheme() == "http"_L1)
        Q_EMIT webAsked(link);
    else if (link.isRelative())
        Q_EMIT chapterAsked(link.path());
}

} // namespace yaodian::ui
