#include "ui/reader/peek.h"

#include "ui/commands/commands.h"
#include "ui/reader/readerview.h"

#include <QKeyEvent>

namespace yaodian::ui {

namespace {

constexpr int RestMs = 400;
constexpr int LeaveMs = 250;

bool isSame(const References::Found &a, const References::Found &b)
{
    return a.page == b.page && a.reference.boxes == b.reference.boxes;
}

} // namespace

Peek::Peek(const ReaderContext &context, References &references)
    : m_context(context), m_references(references), m_hints(context.pages, context.theme),
      m_panel(new PeekPanel(context.pages, context.theme, context.background))
{
    m_resting.setSingleShot(true);
    m_resting.setInterval(RestMs);
    m_leaving.setSingleShot(true);
    m_leaving.setInterval(LeaveMs);
    Commands &commands = context.commands;
    commands.bind("reader.peek", &context.reader, [this](std::optional<int>) { start(); });
    commands.bind("reader.follow", &context.reader, [this](std::optional<int>) { follow(); });
    connect(&m_resting, &QTimer::timeout, this, [this] {
        if (m_under)
            open(*m_under, true);
    });
    connect(&m_leaving, &QTimer::timeout, this, &Peek::close);
    connect(&context.pages, &PageView::hovered, this, &Peek::rest);
    connect(&context.pages, &PageView::pressed, this, &Peek::close);
    connect(m_panel, &PeekPanel::chosen, this, &Peek::go);
    connect(m_panel, &PeekPanel::entered, &m_leaving, &QTimer::stop);
    connect(m_panel, &PeekPanel::left, this, [this] {
        if (m_byMouse)
            m_leaving.start();
    });
    connect(&references, &References::arrived, this, [this] {
        if (m_waiting && m_references.areKnown())
            choose();
    });
}

Peek::~Peek()
{
    delete m_panel; // it looks at what is shown; the view would keep it for longer
}

void Peek::setDocument(pdf::Document *document)
{
    close();
    m_waiting = false;
    m_hints.end();
    m_panel->setDocument(document);
}

Peek::View Peek::view() const
{
    const PageLayout &layout = m_context.pages.layoutOfPages();
    return {m_context.pages.place(), layout.usualScale(), layout.turn()};
}

void Peek::moved()
{
    if (view() == m_opened)
        return; // sharper, not elsewhere
    m_opened = view();
    m_waiting = false;
    m_hints.end();
    close();
}

void Peek::start()
{
    if (m_panel->isVisible()) {
        const bool pinned = m_byMouse;
        m_byMouse = false;
        m_leaving.stop();
        if (!pinned)
            close();
        return;
    }
    choose();
}

void Peek::choose()
{
    m_waiting = false;
    m_opened = view();
    if (const auto meant = m_references.meant()) {
        open(*meant, false);
        return;
    }
    const QList<References::Found> all = m_references.inView();
    if (all.isEmpty() && !m_references.areKnown()) {
        m_waiting = true;
        m_context.say(tr("Looking for references…"));
    } else if (all.isEmpty()) {
        m_context.say(tr("There is no reference in view."));
    } else if (all.size() == 1) {
        open(all.first(), false);
    } else {
        QList<LetterHints::Spot> spots;
        for (const References::Found &found : all)
            spots << LetterHints::Spot{found.page, found.reference.boxes.first()};
        m_hints.start(spots, [this, all](int chosen) { open(all.at(chosen), false); });
    }
}

void Peek::open(const References::Found &found, bool byMouse)
{
    m_byMouse = byMouse;
    m_opened = view();
    m_under = found;
    m_panel->open(m_references.inView(found), found.reference.targets);
    if (!byMouse)
        m_context.say(found.reference.targets.size() > 1 ? tr("Enter goes there, Tab shows the next, Esc closes.")
                                                         : tr("Enter goes there, Esc closes."));
}

void Peek::close()
{
    m_resting.stop();
    m_leaving.stop();
    m_under.reset();
    m_panel->hide();
}

void Peek::goTo(const pdf::Target &target)
{
    close();
    m_hints.end();
    m_references.goTo(target);
}

void Peek::go()
{
    goTo(m_panel->target());
}

void Peek::follow()
{
    if (m_panel->isVisible())
        go();
    else if (const auto nearest = m_references.nearest())
        goTo(nearest->reference.targets.first());
    else
        m_context.say(tr("There is no reference in view."));
}

/// The mouse is over `spot`.
void Peek::rest(const PageSpot &spot)
{
    const auto found = m_references.at(spot);
    if (m_panel->isVisible() && !m_byMouse)
        return; // the keys opened it and close it
    if (found && m_under && isSame(*found, *m_under)) {
        m_leaving.stop();
        return;
    }
    m_resting.stop();
    if (m_panel->isVisible()) {
        m_leaving.start();
        return;
    }
    m_under = found;
    if (found && !m_hints.isActive())
        m_resting.start();
}

void Peek::walk(int lines)
{
    if (!m_panel->scroll(lines))
        m_panel->step(lines);
}

bool Peek::panelKey(QKeyEvent *event)
{
    switch (event->key()) {
    case Qt::Key_Escape:
        close();
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        go();
        return true;
    case Qt::Key_Tab:
        m_panel->step(1);
        return true;
    case Qt::Key_Backtab:
        m_panel->step(-1);
        return true;
    case Qt::Key_J:
    case Qt::Key_Down:
        walk(1);
        return true;
    case Qt::Key_K:
    case Qt::Key_Up:
        walk(-1);
        return true;
    default:
        return false;
    }
}

bool Peek::key(QKeyEvent *event)
{
    m_resting.stop();
    if (m_hints.isActive()) {
        m_hints.key(event->key(), event->text());
        return true;
    }
    if (!m_panel->isVisible() || !m_context.commands.pending().isEmpty())
        return false;
    const bool plain = (event->modifiers() & ~(Qt::KeypadModifier | Qt::ShiftModifier)) == Qt::NoModifier;
    const bool shifted = (event->modifiers() & Qt::ShiftModifier) && event->key() != Qt::Key_Backtab;
    if (m_byMouse && event->key() != Qt::Key_Escape)
        return false; // who rests the mouse goes on with the keys of the page
    return plain && !shifted && panelKey(event);
}

bool Peek::stepBack()
{
    const bool shown = m_panel->isVisible();
    close();
    return shown;
}

bool Peek::clicked(const PageSpot &spot)
{
    const auto found = m_references.at(spot);
    if (!found || m_context.links.at(spot)) // an embedded link knows best where it leads
        return false;
    goTo(found->reference.targets.first());
    return true;
}

/// What the mouse was about to open would lie under the menu.
void Peek::menuAt(std::optional<QPoint> at)
{
    if (at) {
        m_resting.stop();
        m_under.reset();
        if (m_byMouse)
            close();
    }
    m_references.pointAt(at);
}

QStringList Peek::commandsAt(const PageSpot &spot) const
{
    return m_references.at(spot) ? QStringList{QStringLiteral("reader.peek"), QStringLiteral("reader.follow")}
                                 : QStringList();
}

std::optional<Hover> Peek::hover(const PageSpot &spot) const
{
    return m_references.at(spot) ? std::optional(Hover()) : std::nullopt;
}

} // namespace yaodian::ui
