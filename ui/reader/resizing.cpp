#include "ui/reader/resizing.h"

#include "pdf/pagetext.h"
#include "ui/commands/commands.h"
#include "ui/commands/withkeys.h"
#include "ui/reader/area.h"
#include "ui/reader/hintbar.h"
#include "ui/reader/marking.h"
#include "ui/reader/pagetexts.h"
#include "ui/reader/readerview.h"
#include "ui/reader/selector.h"

#include <QKeyEvent>
#include <QMouseEvent>
#include <QPainter>

#include <algorithm>

namespace yaodian::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr double HandleRadius = 4.5; ///< logical pixels
constexpr double HandleReach = 9;    ///< so near is on it
constexpr double OverlapToBeIt = 0.5;

double overlapOf(const Box &a, const Box &b)
{
    const double across = std::min(a.right, b.right) - std::max(a.left, b.left);
    const double upright = std::min(a.bottom, b.bottom) - std::max(a.top, b.top);
    return across > 0 && upright > 0 ? across * upright : 0;
}

/// From the first character of the boxes to the last one.
pdf::TextRange rangeOfBoxes(const pdf::PageText &text, const QList<Box> &boxes)
{
    const Box &first = boxes.first();
    const Box &last = boxes.last();
    constexpr double within = 1e-4;
    const int from = pdf::indexAt(text, {first.left + within, (first.top + first.bottom) / 2});
    const int to = pdf::indexAt(text, {last.right - within, (last.top + last.bottom) / 2});
    return from < 0 || to < from ? pdf::TextRange{} : pdf::TextRange{from, to + 1};
}

/// The characters of a highlight: its words, where they stand in its boxes, else what stands there.
pdf::TextRange rangeOfHighlight(const pdf::PageText &text, const library::Highlight &highlight)
{
    if (highlight.boxes.isEmpty())
        return {};
    const auto found = notes::findQuote(text, highlight.quote, highlight.prefix, highlight.suffix);
    const QList<Box> there = found ? pdf::boxesOf(text, *found) : QList<Box>();
    const Box &wanted = highlight.boxes.first();
    const double whole = (wanted.right - wanted.left) * (wanted.bottom - wanted.top);
    const bool isIt = !there.isEmpty() && overlapOf(there.first(), wanted) > OverlapToBeIt * whole;
    return isIt ? *found : rangeOfBoxes(text, highlight.boxes);
}

bool isArea(const library::Highlight &highlight)
{
    return highlight.style == library::Highlight::Style::Area;
}

} // namespace

Resizing::Resizing(const ReaderContext &context, Marking &marking, Markings &markings, Area &area)
    : m_context(context), m_marking(marking), m_markings(markings), m_area(area)
{
    context.pages.addOverlay(this);
    context.pages.viewport()->installEventFilter(this);
    context.commands.bind("reader.resize", &context.reader, [this](std::optional<int>) { start(); });
    connect(&markings, &Markings::currentChanged, this, &Resizing::follow);
    connect(&marking, &Marking::refreshed, this, &Resizing::follow);
    connect(&context.selector, &Selector::changed, this, [this] {
        if (m_resized && !m_context.selector.isSelecting())
            leave();
    });
}

void Resizing::setLibrary(library::Library &library, notes::Notes &notes)
{
    m_library = &library;
    m_notes = &notes;
    follow();
}

void Resizing::setDocument(pdf::Document *document)
{
    if (!document)
        leave();
}

/// What there are handles of.
void Resizing::follow()
{
    const auto current = m_markings.current();
    const auto made = current && m_library ? m_library->highlight(current->id) : std::nullopt;
    m_own = made && made->document == m_context.reader.sha256() && !made->boxes.isEmpty() ? made : std::nullopt;
    if (m_resized && (!m_own || m_own->id != *m_resized)) { // undone, or another one is meant now
        m_context.selector.clear();
        leave();
    }
}

void Resizing::start()
{
    const auto current = m_markings.current();
    if (!current)
        return m_context.say(
            withKeys(m_context.commands, tr("Go to a highlight first, with {reader.nextHighlight} or a click.")));
    if (!m_own)
        return m_context.say(tr("This highlight was made on another version of the paper; its ends are moved there."));
    if (isArea(*m_own))
        return m_area.adjust(*m_own);
    m_context.texts.with(m_own->page, [this, id = m_own->id](const pdf::PageText &text) {
        if (m_own && m_own->id == id)
            begin(*m_own, text, std::nullopt);
    });
}

/// `dragsFirst`: by the mouse, which of the ends; nullopt: by keys, which move the last.
void Resizing::begin(const library::Highlight &highlight, const pdf::PageText &text, std::optional<bool> dragsFirst)
{
    const pdf::TextRange range = rangeOfHighlight(text, highlight);
    if (range.isEmpty())
        return m_context.say(tr("There is no text where this highlight stands: its ends cannot be moved."));
    const Caret first{highlight.page, range.from};
    Caret last{highlight.page, range.to};
    if (!dragsFirst) // as a selection by keys ends: before the next word, so that the first step leads over one
        while (last.at < text.text.size() && text.text.at(last.at).isSpace())
            ++last.at;
    const bool movesFirst = dragsFirst.value_or(false);
    m_held = movesFirst ? last : first;
    m_begun = {first, last};
    m_resized = highlight.id;
    m_dragging = dragsFirst.has_value();
    m_markings.setHidden(highlight.id);
    m_context.selector.select(m_held, movesFirst ? first : last);
    if (m_dragging)
        return;
    m_context.pages.reveal(highlight.page, highlight.boxes);
    m_context.hints.say(
        {{{u"{select.nextWord}"_s, u"{select.previousWord}"_s, u"{select.nextSentence}"_s,
           u"{select.previousSentence}"_s, u"{select.nextParagraph}"_s, u"{select.previousParagraph}"_s},
          tr("move the end")},
         {{u"{select.otherEnd}"_s}, tr("the other end")},
         {{tr("Enter")}, tr("save")},
         {{u"Esc"_s}, tr("give up")}});
}

void Resizing::leave()
{
    if (!m_resized)
        return;
    m_resized.reset();
    m_dragging = false;
    m_markings.setHidden(std::nullopt);
    m_context.hints.hide();
}

/// False: it stays as it is, which is said, and what is selected stays selected.
bool Resizing::save()
{
    if (!m_resized)
        return false;
    const Selection &selection = m_context.selector.selection();
    if (std::pair(selection.first(), selection.last()) == m_begun) // as it was
        return stepBack();
    const auto passages = m_marking.passages();
    if (!passages)
        return false;
    if (passages->size() > 1) {
        m_context.say(tr("A highlight stands on one page: move its ends to the same one."));
        return false;
    }
    const library::HighlightId id = *m_resized;
    const auto done = m_notes->resize(id, passages->first());
    if (!done) {
        if (!done.error().isCancelled())
            m_context.say(done.error().message);
        return false;
    }
    m_context.selector.clear();
    leave();
    m_marking.refresh();
    m_markings.setCurrent(id);
    Q_EMIT m_context.reader.saved();
    m_context.hints.say({{{}, tr("The highlight has new ends"), true}, {{u"{act.undo}"_s}, tr("undo")}});
    return true;
}

/// Enter saves; a key that would mark the selection is about the highlight, which has its new ends then.
bool Resizing::key(QKeyEvent *event)
{
    if (!m_resized || !m_context.commands.pending().isEmpty())
        return false;
    const bool enters = event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter;
    const QString text = event->text();
    const bool marks = text.size() == 1 && u"hecCp_123456789"_s.contains(text);
    return (enters || marks) && (!save() || enters);
}

bool Resizing::stepBack()
{
    if (!m_resized)
        return false;
    m_context.selector.clear();
    leave();
    return true;
}

std::optional<Resizing::Handles> Resizing::handlesIn(const PageLayout &layout) const
{
    if (!m_own || m_own->page >= layout.count())
        return std::nullopt;
    QList<Box> boxes = m_own->boxes;
    if (m_resized) {
        const Selection &selection = m_context.selector.selection();
        const auto text = m_context.texts.find(m_own->page);
        if (!text || !selection.isActive() || selection.first().page != selection.last().page)
            return std::nullopt;
        boxes = pdf::boxesOf(*text, {selection.first().at, selection.last().at});
        if (boxes.isEmpty() || selection.first().page != m_own->page)
            return std::nullopt;
    }
    const Box &first = boxes.first();
    const Box &last = boxes.last();
    constexpr double hair = 1e-6; // an empty box is nowhere
    return Handles{
        layout.onView(m_own->page, {first.left, first.top, first.left + hair, first.top + hair}).center(),
        layout.onView(m_own->page, {last.right - hair, last.bottom - hair, last.right, last.bottom}).center()};
}

std::optional<bool> Resizing::handleAt(QPointF position) const
{
    const PageLayout &layout = m_context.pages.layoutOfPages();
    const auto handles = handlesIn(layout);
    if (!handles)
        return std::nullopt;
    const QPointF origin(m_context.pages.inView(m_own->page, {0, 0, 1, 1}).topLeft());
    const QPointF at = position - origin + layout.onView(m_own->page, {0, 0, 1, 1}).topLeft();
    const double toFirst = QLineF(at, handles->first - QPointF(0, HandleRadius)).length();
    const double toLast = QLineF(at, handles->last + QPointF(0, HandleRadius)).length();
    if (std::min(toFirst, toLast) > HandleReach)
        return std::nullopt;
    return toFirst < toLast;
}

bool Resizing::eventFilter(QObject *watched, QEvent *event)
{
    switch (event->type()) {
    case QEvent::MouseButtonPress:
        return press(*static_cast<QMouseEvent *>(event));
    case QEvent::MouseMove:
        return drag(*static_cast<QMouseEvent *>(event));
    case QEvent::MouseButtonRelease:
        return release();
    default:
        return QObject::eventFilter(watched, event);
    }
}

bool Resizing::press(const QMouseEvent &event)
{
    if (event.button() != Qt::LeftButton || event.modifiers() != Qt::NoModifier)
        return false;
    const auto handle = handleAt(event.position());
    if (handle && isArea(*m_own)) {
        m_area.dragCorner(*m_own, *handle);
        return true;
    }
    const auto text = handle ? m_context.texts.find(m_own->page) : std::nullopt;
    if (!text)
        return false;
    if (m_resized) { // by keys until now: the selection is what is dragged
        const Selection &selection = m_context.selector.selection();
        m_held = *handle ? selection.last() : selection.first();
        m_dragging = true;
    } else {
        begin(*m_own, *text, *handle);
    }
    return true;
}

bool Resizing::drag(const QMouseEvent &event)
{
    if (!m_dragging || !m_resized)
        return false;
    PageView &pages = m_context.pages;
    const int beyond =
        event.pos().y() < 0 ? event.pos().y() : std::max(0, event.pos().y() - pages.viewport()->height());
    if (beyond != 0)
        pages.scrollBy(0, std::clamp(beyond, -40, 40));
    const PageSpot spot = pages.spotAt(event.pos());
    const auto text = m_context.texts.find(m_held.page);
    const int caret = text && spot.page == m_held.page ? caretAt(*text, spot.at) : -1;
    if (caret >= 0 && caret != m_held.at)
        m_context.selector.select(m_held, {m_held.page, caret});
    return true;
}

bool Resizing::release()
{
    if (!m_dragging)
        return false;
    m_dragging = false;
    if (!save())
        stepBack();
    return true;
}

std::optional<Hover> Resizing::hover(const PageSpot &spot) const
{
    if (!m_own || spot.page != m_own->page)
        return std::nullopt;
    const double x = spot.at.x();
    const double y = spot.at.y();
    const QPointF at(m_context.pages.inView(spot.page, {x, y, x, y}).topLeft());
    return handleAt(at) ? std::optional(Hover{Qt::SizeHorCursor, {}}) : std::nullopt;
}

void Resizing::paint(QPainter &painter, int page, const PageLayout &layout) const
{
    const auto handles = m_own && m_own->page == page ? handlesIn(layout) : std::nullopt;
    if (!handles)
        return;
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing, true);
    painter.setPen(QPen(m_context.theme.colours().card, 1.2));
    painter.setBrush(m_context.theme.colours().accent);
    painter.drawEllipse(handles->first - QPointF(0, HandleRadius), HandleRadius, HandleRadius);
    painter.drawEllipse(handles->last + QPointF(0, HandleRadius), HandleRadius, HandleRadius);
    painter.restore();
}

} // namespace yaodian::ui
