#include "ui/reader/review.h"

#include "ui/commands/commands.h"
#include "ui/commands/withkeys.h"
#include "ui/notes/kindname.h"
#include "ui/reader/hintbar.h"
#include "ui/reader/marking.h"
#include "ui/reader/readerview.h"
#include "ui/reader/selector.h"

#include <QKeyEvent>
#include <QPainter>

#include <algorithm>

namespace yaodian::ui {

using namespace Qt::StringLiterals;
using State = library::Placement::State;

bool Review::Item::isOpen() const
{
    return !placement.decided && placement.state != State::Same;
}

Review::Review(const ReaderContext &context, Marking &marking, Markings &markings)
    : m_context(context), m_marking(marking), m_markings(markings),
      m_panel(new ReviewPanel(context.theme, context.pages.viewport()))
{
    context.commands.bind("reader.review", &context.reader, [this](std::optional<int>) { start(); });
    context.pages.addOverlay(this);
}

Review::~Review()
{
    delete m_panel;
}

void Review::setLibrary(library::Library &library, notes::Notes &notes)
{
    m_library = &library;
    m_notes = &notes;
    connect(m_library, &library::Library::changed, this, &Review::refresh);
}

void Review::setPaper(library::PaperId paper, const QString &sha256)
{
    if (paper == m_paper && sha256 == m_sha256)
        return;
    leave();
    m_paper = paper;
    m_sha256 = sha256;
}

void Review::setDocument(pdf::Document *document)
{
    if (!document)
        setPaper({}, {});
}

int Review::openCount() const
{
    if (!m_library || m_paper.isNull())
        return 0;
    const QList<library::Placement> all = m_library->placements(m_paper, m_sha256);
    return int(std::count_if(all.cbegin(), all.cend(), [](const library::Placement &placement) {
        return Item{{}, placement}.isOpen();
    }));
}

/// What the reader has to look at comes first, in the order of the pages.
QList<Review::Item> Review::items() const
{
    QList<Item> items;
    if (!m_library || m_paper.isNull())
        return items;
    QHash<library::HighlightId, library::Placement> placements;
    for (const library::Placement &placement : m_library->placements(m_paper, m_sha256))
        placements.insert(placement.highlight, placement);
    for (const library::Highlight &highlight : m_library->highlights(m_paper))
        if (placements.contains(highlight.id) && highlight.document != m_sha256)
            items.append({highlight, placements.value(highlight.id)});
    std::stable_partition(items.begin(), items.end(), [](const Item &item) { return item.isOpen(); });
    return items;
}

/// What is shown is what is there, whoever changed it.
void Review::refresh()
{
    if (!m_panel || !m_panel->isVisible() || m_items.isEmpty())
        return;
    const library::HighlightId id = m_items.at(m_at).highlight.id;
    const QList<Item> now = items();
    const auto found =
        std::find_if(now.cbegin(), now.cend(), [id](const Item &item) { return item.highlight.id == id; });
    if (found == now.cend())
        return leave();
    m_at = found - now.cbegin();
    m_items = now;
    m_panel->show(contentOf(m_items.at(m_at)));
    m_context.pages.viewport()->update();
}

void Review::start()
{
    const QList<Item> now = items();
    if (!now.isEmpty()) {
        m_items = now;
        m_at = 0;
        return showCurrent();
    }
    const auto isOther = [this](const library::Highlight &highlight) { return highlight.document != m_sha256; };
    const QList<library::Highlight> all =
        m_library && !m_paper.isNull() ? m_library->highlights(m_paper) : QList<library::Highlight>();
    m_context.say(std::any_of(all.cbegin(), all.cend(), isOther)
                      ? tr("Where the highlights of another version stand here is not known yet.")
                      : tr("No highlight of another version of this paper."));
}

bool Review::show(library::HighlightId id)
{
    const QList<Item> now = items();
    const auto found =
        std::find_if(now.cbegin(), now.cend(), [id](const Item &item) { return item.highlight.id == id; });
    if (found == now.cend())
        return false;
    m_at = found - now.cbegin();
    m_items = now;
    showCurrent();
    return true;
}

void Review::step(int items)
{
    m_at = (m_at + items + m_items.size()) % m_items.size();
    showCurrent();
}

void Review::leave()
{
    if (m_panel)
        m_panel->hide();
    m_items.clear();
    m_context.pages.viewport()->update();
}

void Review::showCurrent()
{
    const Item &item = m_items.at(m_at);
    m_context.hints.hide();
    m_panel->show(contentOf(item));
    if (!item.placement.spots.isEmpty())
        reveal(item.placement.spots.first());
    m_markings.setCurrent(item.placement.isPlaced() ? std::optional(item.highlight.id) : std::nullopt);
    m_context.pages.viewport()->update();
}

/// Beside the panel, not under it.
void Review::reveal(const library::Placement::Spot &spot)
{
    PageView &pages = m_context.pages;
    pages.reveal(spot.page, spot.boxes);
    if (!spot.boxes.isEmpty() && pages.inView(spot.page, spot.boxes.last()).intersects(m_panel->geometry()))
        pages.goTo({spot.page, std::max(0.0, spot.boxes.first().top - 0.1)});
}

QString Review::versionOf(const QString &sha256) const
{
    const auto document = m_library->document(sha256);
    if (document && !document->version.isEmpty())
        return document->version;
    return sha256 == m_sha256 ? tr("This file") : tr("Another file");
}

QString Review::stateText(const Item &item) const
{
    QString text;
    switch (item.placement.state) {
    case State::Same:
        text = tr("Word for word");
        break;
    case State::Changed:
        text = tr("Text changed");
        break;
    case State::Review:
        text = tr("Needs review");
        break;
    case State::Gone:
        text = item.placement.decided ? tr("Gone") : tr("Not found here");
        break;
    }
    return item.placement.decided ? tr("%1, by your word").arg(text) : text;
}

ReviewPanel::Content Review::contentOf(const Item &item) const
{
    ReviewPanel::Content content;
    content.head = tr("Highlight %1 of %2").arg(m_at + 1).arg(m_items.size());
    for (const library::Kind &kind : m_markings.kinds())
        if (kind.key == item.highlight.kind)
            content.head += u" · "_s + kindName(kind);
    content.state = stateText(item);
    content.isOpen = item.isOpen();
    const QString other = versionOf(item.highlight.document);
    content.before = {tr("%1, page %2").arg(other).arg(item.highlight.page + 1),
                      item.highlight.prefix,
                      highlightWords(item.highlight),
                      item.highlight.suffix,
                      {}};
    const QString here = versionOf(m_sha256);
    const bool hasPlace = !item.placement.spots.isEmpty();
    content.after = {hasPlace ? tr("%1, page %2").arg(here).arg(item.placement.spots.first().page + 1) : here,
                     item.placement.prefix, item.placement.quote, item.placement.suffix,
                     item.placement.decided ? tr("It stands here no more. The highlight stays with %1.").arg(other)
                                            : tr("Nothing like it was found. The highlight stays with %1.").arg(other)};
    if (hasPlace && !item.placement.decided)
        content.keys.append({tr("Enter"), tr("it is here")});
    content.keys.append({keyTextOf(m_context.commands, u"reader.select"_s), tr("select where it is, then Enter")});
    if (hasPlace || !item.placement.decided)
        content.keys.append({u"x"_s, tr("it is gone")});
    const auto document = m_library->document(item.highlight.document);
    const bool isNamed = document && !document->version.isEmpty();
    content.keys.append({u"o"_s, isNamed ? tr("open %1").arg(other) : tr("open the other file")});
    if (m_items.size() > 1)
        content.keys.append({u"n N"_s, tr("next, previous")});
    content.keys.append({u"Esc"_s, tr("done")});
    return content;
}

bool Review::key(QKeyEvent *event)
{
    if (!m_panel->isVisible() || m_items.isEmpty() || !m_context.commands.pending().isEmpty())
        return false;
    if (event->modifiers() & ~(Qt::ShiftModifier | Qt::KeypadModifier))
        return false;
    if (event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) {
        accept();
        return true;
    }
    if (m_context.reader.hasSelection())
        return false; // it is still being made
    const QString text = event->text();
    if (text == "x"_L1)
        declareGone();
    else if (text == "o"_L1)
        openOther();
    else if (text == "n"_L1)
        step(1);
    else if (text == "N"_L1)
        step(-1);
    else
        return false;
    return true;
}

bool Review::stepBack()
{
    if (!m_panel->isVisible() || m_context.reader.hasSelection())
        return false;
    leave();
    return true;
}

void Review::accept()
{
    const Item item = m_items.at(m_at);
    if (m_context.reader.hasSelection() && m_context.selector.isEmpty()) {
        m_context.say(withKeys(
            m_context.commands,
            tr("Select its passage first: {select.nextWord} and {select.nextSentence} make the selection longer.")));
    } else if (!m_context.selector.isEmpty()) {
        if (const auto passages = m_marking.passages()) {
            const auto placed = m_notes->place(item.highlight.id, m_sha256, *passages);
            if (placed)
                m_context.selector.clear();
            decided(placed);
        }
    } else {
        decided(m_notes->confirmPlacement(item.highlight.id, m_sha256));
    }
}

void Review::declareGone()
{
    decided(m_notes->declareGone(m_items.at(m_at).highlight.id, m_sha256));
}

/// On to the next that is open, else what was decided is shown.
void Review::decided(const Result<void> &result)
{
    if (!result) {
        if (!result.error().isCancelled())
            m_context.say(result.error().message);
        return;
    }
    const library::Highlight done = m_items.at(m_at).highlight;
    Q_EMIT m_context.reader.saved();
    m_marking.refresh();
    const QList<Item> now = items();
    const auto isAfter = [&done](const Item &item) {
        const double top = item.highlight.boxes.value(0).top;
        return item.highlight.page > done.page || (item.highlight.page == done.page && top > done.boxes.value(0).top);
    };
    const auto next =
        std::find_if(now.cbegin(), now.cend(), [&](const Item &item) { return item.isOpen() && isAfter(item); });
    if (next != now.cend())
        show(next->highlight.id);
    else if (!now.isEmpty() && now.first().isOpen())
        show(now.first().highlight.id);
    else if (!show(done.id))
        leave();
}

void Review::openOther()
{
    const library::HighlightId id = m_items.at(m_at).highlight.id;
    leave();
    Q_EMIT m_context.reader.highlightWanted(id);
}

void Review::paint(QPainter &painter, int page, const PageLayout &layout) const
{
    if (!m_panel || !m_panel->isVisible() || m_items.isEmpty() || m_items.at(m_at).placement.isPlaced())
        return; // as a highlight it has a mark of its own
    QPen pen(m_context.theme.colours().accent, 1.4);
    pen.setDashPattern({4, 3});
    painter.save();
    painter.setRenderHint(QPainter::Antialiasing, true);
    painter.setPen(pen);
    painter.setBrush(Qt::NoBrush);
    for (const library::Placement::Spot &spot : m_items.at(m_at).placement.spots)
        if (spot.page == page)
            for (const Box &box : spot.boxes)
                painter.drawRoundedRect(layout.onView(page, box).adjusted(-2, -1, 2, 1), 3, 3);
    painter.restore();
}

} // namespace yaodian::ui
