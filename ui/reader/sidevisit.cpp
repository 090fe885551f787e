#include "ui/reader/sidevisit.h"

#include "ui/commands/commands.h"
#include "ui/reader/pageview.h"

#include <QAbstractItemView>
#include <QKeyEvent>

namespace yaodian::ui {

SideVisit::SideVisit(const ReaderContext &context, QWidget &panel, QAbstractItemView &list, const QString &key)
    : QObject(&panel), m_context(context), m_panel(panel), m_list(list), m_key(key)
{
    bind();
    context.commands.listenTo(&m_list, Place::Sidebar);
    m_list.installEventFilter(this); // after the commands, so that it is asked first
}

void SideVisit::bind()
{
    Commands &commands = m_context.commands;
    commands.bind("side.next", &m_list, [this](std::optional<int>) { step(1); });
    commands.bind("side.previous", &m_list, [this](std::optional<int>) { step(-1); });
    commands.bind("side.first", &m_list, [this](std::optional<int>) { goToRow(0, 1); });
    commands.bind("side.last", &m_list, [this](std::optional<int>) { goToRow(m_list.model()->rowCount() - 1, -1); });
    commands.bind("side.open", &m_list, [this](std::optional<int>) {
        if (m_list.currentIndex().isValid())
            Q_EMIT m_list.activated(m_list.currentIndex());
    });
}

void SideVisit::step(int rows)
{
    goToRow(m_list.currentIndex().row() + rows, rows < 0 ? -1 : 1);
}

/// To `row`, or to the next one in `direction` that can be chosen.
void SideVisit::goToRow(int row, int direction)
{
    const int count = m_list.model()->rowCount();
    const auto index = [this](int at) { return m_list.model()->index(at, 0); };
    while (row >= 0 && row < count && !(index(row).flags() & Qt::ItemIsEnabled))
        row += direction;
    if (row >= 0 && row < count)
        m_list.setCurrentIndex(index(row));
}

void SideVisit::toggle()
{
    if (m_panel.isVisible() && m_list.hasFocus()) {
        end();
        return;
    }
    m_context.showAtSide(&m_panel);
    m_list.setFocus();
}

void SideVisit::end()
{
    if (m_panel.isVisible())
        m_context.showAtSide(nullptr);
    m_context.pages.setFocus();
}

bool SideVisit::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == &m_list && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        const bool again = m_context.commands.pending().isEmpty() && key->text() == m_key;
        if (again || key->key() == Qt::Key_Escape) {
            end();
            return true;
        }
    }
    return QObject::eventFilter(watched, event);
}

} // namespace yaodian::ui
