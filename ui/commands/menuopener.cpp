#include "ui/commands/menuopener.h"

#include <QAbstractItemView>
#include <QContextMenuEvent>
#include <QMenu>

#include <utility>

namespace yaodian::ui {

namespace {

QAction *firstRow(const QMenu &menu)
{
    const QList<QAction *> rows = menu.actions();
    const auto first = std::find_if(rows.cbegin(), rows.cend(), [](const QAction *row) { return !row->isSeparator(); });
    return first == rows.cend() ? nullptr : *first;
}

} // namespace

MenuOpener::MenuOpener(Commands &commands, QWidget *widget, Ask ask)
    : QObject(widget), m_commands(commands), m_widget(widget), m_surface(widget), m_ask(std::move(ask))
{
    if (const auto *area = qobject_cast<QAbstractScrollArea *>(widget))
        m_surface = area->viewport();
    widget->installEventFilter(this);
    if (m_surface != widget)
        m_surface->installEventFilter(this);
}

bool MenuOpener::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::ContextMenu) {
        event->accept(); // where there is no menu of ours, none of anybody's comes
        open(*static_cast<QContextMenuEvent *>(event));
        return true;
    }
    if (event->type() == QEvent::Hide && watched == m_widget)
        close();
    return QObject::eventFilter(watched, event);
}

void MenuOpener::open(const QContextMenuEvent &event)
{
    close();
    tellClosed(); // of one that was closed by this very click
    const bool byKey = event.reason() == QContextMenuEvent::Keyboard;
    const auto subject = m_ask(byKey ? std::nullopt : std::optional(m_surface->mapFromGlobal(event.globalPos())));
    if (!subject)
        return;
    m_closed = subject->closed;
    m_menu = makeMenu(m_commands, *subject, m_widget);
    if (!m_menu)
        return tellClosed();
    m_menu->setAccessibleName(placeText(subject->place));
    // What was chosen is posted after this is told.
    connect(m_menu, &QMenu::aboutToHide, this, [this, number = ++m_number] {
        const auto tell = [this, number] {
            if (number == m_number)
                tellClosed();
        };
        const auto behind = [this, tell] { QMetaObject::invokeMethod(this, tell, Qt::QueuedConnection); };
        QMetaObject::invokeMethod(this, behind, Qt::QueuedConnection);
    });
    if (auto *view = qobject_cast<QAbstractItemView *>(m_widget))
        closeWith(*view);
    m_menu->popup(byKey ? m_surface->mapToGlobal(subject->cursor) : event.globalPos());
    if (byKey) // whoever opens it by a key goes on by keys
        m_menu->setActiveAction(firstRow(*m_menu));
}

void MenuOpener::close()
{
    if (m_menu)
        m_menu->close();
}

void MenuOpener::tellClosed()
{
    if (const auto closed = std::exchange(m_closed, {}))
        closed();
}

void MenuOpener::closeWith(QAbstractItemView &view)
{
    connect(view.model(), &QAbstractItemModel::modelReset, m_menu, &QMenu::close);
    connect(view.selectionModel(), &QItemSelectionModel::currentChanged, m_menu, &QMenu::close);
}

void openMenusOfRows(Commands &commands, QAbstractItemView *view, std::function<std::optional<MenuSubject>()> ask)
{
    new MenuOpener(
        commands, view, [view, ask = std::move(ask)](std::optional<QPoint> at) -> std::optional<MenuSubject> {
            const QModelIndex under = at ? view->indexAt(*at) : view->currentIndex();
            if (!(under.flags() & Qt::ItemIsSelectable)) // none, or a head
                return std::nullopt;
            auto *rows = view->selectionModel();
            const bool keeps = rows->isSelected(under);
            rows->setCurrentIndex(under, keeps ? QItemSelectionModel::NoUpdate : QItemSelectionModel::ClearAndSelect);
            if (!at)
                view->scrollTo(under);
            auto subject = ask();
            if (subject) {
                const QRect row = view->visualRect(under);
                subject->cursor = {row.left() + row.height() / 2, row.bottom()};
            }
            return subject;
        });
}

} // namespace yaodian::ui
