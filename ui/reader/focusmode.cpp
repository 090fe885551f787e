#include "ui/reader/focusmode.h"

#include "ui/commands/withkeys.h"
#include "ui/reader/hintbar.h"
#include "ui/reader/readerview.h"

#include <QEvent>

#include <algorithm>

namespace yaodian::ui {

FocusMode::FocusMode(const ReaderContext &context) : m_context(context)
{
    context.reader.installEventFilter(this);
    context.commands.bind("reader.focus", &context.reader, [this](std::optional<int>) { setOn(!m_on); });
    connect(&context.reader, &ReaderView::message, this, &FocusMode::say);
}

void FocusMode::setDocument(pdf::Document *document)
{
    if (document && m_on)
        keepSize();
}

/// A page that filled the width between the panels does not grow into their room.
void FocusMode::keepSize()
{
    PageView &pages = m_context.pages;
    m_fit = pages.layoutOfPages().fit();
    m_scale = pages.layoutOfPages().usualScale();
    if (m_fit != Fit::Page)
        pages.setZoom(Fit::Exact, m_scale);
}

void FocusMode::setOn(bool on)
{
    if (on == m_on)
        return;
    m_on = on;
    if (on) {
        keepSize();
        m_hidden.clear();
        for (QWidget *beside : m_context.besides)
            if (!beside->isHidden())
                m_hidden << beside;
        for (QWidget *beside : std::as_const(m_hidden))
            beside->hide();
        m_context.pages.setFocus();
    } else {
        for (QWidget *beside : std::as_const(m_hidden))
            beside->show();
        m_context.pages.setZoom(m_fit, m_scale);
    }
    Q_EMIT m_context.reader.onlyPages(on);
    if (on)
        say(withKeys(m_context.commands,
                     tr("Only the pages are shown; {reader.focus} or {go.back} brings the rest back.")));
}

bool FocusMode::stepBack()
{
    const bool besideSeen = std::any_of(m_context.besides.begin(), m_context.besides.end(),
                                        [](const QWidget *beside) { return beside->isVisible(); });
    if (!m_on || besideSeen || m_context.reader.hasSelection()) // those are left first
        return false;
    setOn(false);
    return true;
}

bool FocusMode::eventFilter(QObject *watched, QEvent *event)
{
    // Another page of the window: it has its own status line to show.
    if (event->type() == QEvent::Hide && !event->spontaneous())
        setOn(false);
    return QObject::eventFilter(watched, event);
}

void FocusMode::say(const QString &sentence)
{
    if (m_on)
        m_context.hints.say({{{}, sentence}});
}

} // namespace yaodian::ui
