#include "ui/notes/notepreview.h"

#include "ui/commands/inputmethod.h"

#include <QAbstractTextDocumentLayout>
#include <QKeyEvent>
#include <QScrollBar>
#include <QTextBlock>

#include <algorithm>
#include <utility>

namespace yaodian::ui {

NotePreview::NotePreview(Theme &theme, QWidget *parent) : QTextBrowser(parent), m_theme(theme)
{
    setObjectName(QStringLiteral("notePreview"));
    setOpenLinks(false);
    setFrameShape(QFrame::NoFrame);
    setUndoRedoEnabled(false);
    keepInputMethodOff(this);
    connect(this, &QTextBrowser::anchorClicked, this, [this](const QUrl &link) {
        if (link.scheme() == QLatin1String("paper"))
            Q_EMIT paperAsked(link.path(QUrl::FullyDecoded));
        else
            Q_EMIT webAsked(link);
    });
    connect(this, &QTextBrowser::highlighted, this, [this](const QUrl &link) { // empty: beside all links
        const bool web = !link.isEmpty() && link.scheme() != QLatin1String("paper");
        viewport()->setToolTip(web ? Qt::convertFromPlainText(QString::fromLatin1(link.toEncoded())) : QString());
    });
    connect(&m_theme, &Theme::changed, this, &NotePreview::write);
    say();
}

void NotePreview::say()
{
    setAccessibleName(tr("Preview of the note"));
}

void NotePreview::changeEvent(QEvent *event)
{
    QTextBrowser::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        say();
}

QVariant NotePreview::loadResource(int type, const QUrl &name)
{
    Q_UNUSED(type)
    Q_UNUSED(name)
    return {}; // no note makes us read a file or ask a server
}

void NotePreview::show(const QString &markdown, qsizetype cursor, bool isPart)
{
    m_blocks = noteBlocks(markdown);
    m_isPart = isPart;
    write();
    const qsizetype bytes = QStringView(markdown).left(cursor).toUtf8().size();
    qsizetype current = 0;
    for (qsizetype i = 0; i < m_blocks.size() && m_blocks[i].source <= bytes; ++i)
        current = m_blocks[i].source < 0 ? current : i;
    const QTextBlock at = document()->findBlock(m_places.value(current));
    const double y = document()->documentLayout()->blockBoundingRect(at).top();
    verticalScrollBar()->setValue(qRound(y) - viewport()->height() / 3);
}

void NotePreview::setPictures(NoteWriter::Pictures pictures)
{
    m_pictures = std::move(pictures);
}

/// Pictures keep within what is seen.
void NotePreview::resizeEvent(QResizeEvent *event)
{
    QTextBrowser::resizeEvent(event);
    const auto hasPicture = [](const NoteBlock &block) {
        return std::any_of(block.spans.cbegin(), block.spans.cend(),
                           [](const NoteSpan &span) { return !span.image.isEmpty(); });
    };
    if (viewport()->width() != m_writtenFor && std::any_of(m_blocks.cbegin(), m_blocks.cend(), hasPicture))
        write();
}

void NotePreview::write()
{
    m_places.clear();
    document()->clear();
    m_writtenFor = viewport()->width();
    NoteWriter writer(*document(), m_theme, m_pictures, std::max(40, m_writtenFor - 24));
    if (m_isPart)
        writer.remark(tr("A long note: only what stands around the cursor is shown."));
    for (const NoteBlock &block : std::as_const(m_blocks)) {
        m_places << document()->characterCount() - 1;
        writer.write(block);
    }
}

void NotePreview::keyPressEvent(QKeyEvent *event)
{
    if (event->key() == Qt::Key_Escape)
        Q_EMIT left();
    else
        QTextBrowser::keyPressEvent(event);
}

} // namespace yaodian::ui
