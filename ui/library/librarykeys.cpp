#include "ui/library/librarypage.h"

#include <QClipboard>
#include <QEvent>
#include <QGuiApplication>

// The keys of the three panes.
namespace yaodian::ui {

using namespace Qt::StringLiterals;

void LibraryPage::bindList()
{
    EntryView &view = m_list->view();
    const auto bind = [this](const char *id, std::function<void()> run) {
        m_commands.bind(id, this, [run = std::move(run)](std::optional<int>) { run(); });
    };
    // Towards the end of what is read yet of a long list, the rest is read at once.
    const auto reach = [this, &view](int rows) {
        if (view.currentRow() + rows >= m_model.rowCount())
            takeRest();
    };
    bind("list.next", [&view, reach] {
        reach(1);
        view.step(1);
    });
    bind("list.previous", [&view] { view.step(-1); });
    bind("list.extendDown", [&view, reach] {
        reach(1);
        view.step(1, true);
    });
    bind("list.extendUp", [&view] { view.step(-1, true); });
    bind("list.first", [&view] { view.goTo(0); });
    bind("list.last", [&view, this] {
        takeRest();
        view.goTo(m_model.rowCount() - 1);
    });
    bind("list.pageDown", [&view, reach] {
        reach(EntryModel::chunkSize); // more than a page
        view.pageBy(1);
    });
    bind("list.pageUp", [&view] { view.pageBy(-1); });
    bind("list.nextGroup", [&view, this] {
        takeRest();
        view.goToGroup(1);
    });
    bind("list.previousGroup", [&view] { view.goToGroup(-1); });
    bind("list.selectAll", [&view, this] {
        takeRest();
        view.selectAll();
    });
    bind("list.open", [this] { Q_EMIT openWanted(); });
    bind("list.copy", [this] {
        if (const auto row = currentRow())
            QGuiApplication::clipboard()->setText(
                u"%1\n%2"_s.arg(row->title.isEmpty() ? row->titleZh : row->title, row->url));
    });
    bind("list.order", [this] {
        using Order = library::ListQuery::Order;
        const Order other = m_place.issue ? Order::IssueOrder : Order::NewestFirst;
        m_order = query().order == Order::ByCategory ? other : Order::ByCategory;
        reload();
    });
    bind("list.sort", [this] { sortOtherwise(); });
    bind("list.post", [this] {
        m_wholePost = !m_wholePost;
        refreshCard();
    });
    bind("find.here", [this] { m_list->startFilter(); });
    bind("card.page", [this, &view] {
        if (!m_card->card().page(1))
            view.step(1);
    });
    bind("card.pageBack", [this] { m_card->card().page(-1); });
}

/// The next order of those that this place can have; the cursor stays on its entry.
void LibraryPage::sortOtherwise()
{
    using Order = library::ListQuery::Order;
    struct Way
    {
        Order order;
        QString text;
    };
    QList<Way> ways{{Order::NewestFirst, tr("Newest first")},
                    {Order::ByCategory, tr("By category")},
                    {Order::BySource, tr("By source")},
                    {Order::ByTitle, tr("By title")}};
    if (m_place.issue)
        ways = {{Order::IssueOrder, tr("As in the issue")}, ways[1], ways[3]};
    else if (m_place.source)
        ways.removeAt(2);
    const auto now =
        std::find_if(ways.cbegin(), ways.cend(), [this](const Way &w) { return w.order == query().order; });
    const qsizetype next = now == ways.cend() ? 0 : (now - ways.cbegin() + 1) % ways.size();
    m_order = ways[next].order;
    reload();
    Q_EMIT message(ways[next].text);
}

void LibraryPage::bindPanes()
{
    const auto bind = [this](const char *id, std::function<void()> run) {
        m_commands.bind(id, this, [run = std::move(run)](std::optional<int>) { run(); });
    };
    bind("side.next", [this] { m_sidebar->step(1); });
    bind("side.previous", [this] { m_sidebar->step(-1); });
    bind("side.first", [this] { m_sidebar->goToEnd(-1); });
    bind("side.last", [this] { m_sidebar->goToEnd(1); });
    bind("side.open", [this] { focusList(); });
    bind("card.down", [this] { m_card->card().scrollBy(1); });
    bind("card.up", [this] { m_card->card().scrollBy(-1); });
    bind("card.top", [this] { m_card->card().scrollBy(-100000); });
    bind("card.bottom", [this] { m_card->card().scrollBy(100000); });
    bind("card.copy", [this] { m_card->card().copy(); });
    bind("card.copyLink", [this] {
        const auto row = currentRow();
        const QString link = !m_pointedLink.isEmpty() ? m_pointedLink : row ? row->url : QString();
        if (!link.isEmpty())
            QGuiApplication::clipboard()->setText(link);
    });
    bind("pane.next", [this] { stepPane(1); });
    bind("pane.previous", [this] { stepPane(-1); });
    const auto travel = [this](QList<ListPlace> &from, QList<ListPlace> &to) {
        if (from.isEmpty())
            return;
        to << m_place;
        m_place = from.takeLast();
        m_order.reset();
        showPlace(std::nullopt);
    };
    bind("history.back", [this, travel] { travel(m_back, m_forward); });
    bind("history.forward", [this, travel] { travel(m_forward, m_back); });
}

void LibraryPage::focusList()
{
    if (m_model.rowCount() > 0)
        m_list->view().setFocus();
    else
        m_sidebar->takeFocus();
}

Place LibraryPage::keyPlace() const
{
    if (m_card->card().hasFocus())
        return Place::Card;
    return m_sidebar->focusedSection() ? Place::Sidebar : Place::List;
}

void LibraryPage::stepPane(int direction)
{
    const int now = keyPlace() == Place::Sidebar ? 0 : keyPlace() == Place::List ? 1 : 2;
    int next = (now + direction + 3) % 3;
    if (next == 1 && m_model.rowCount() == 0)
        next = (next + direction + 3) % 3;
    if (next == 0)
        m_sidebar->takeFocus();
    else if (next == 1)
        m_list->view().setFocus();
    else
        m_card->card().setFocus();
}

bool LibraryPage::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::FocusIn || event->type() == QEvent::FocusOut) {
        for (SideSection *section : m_sidebar->sections())
            section->viewport()->update();
        if (event->type() == QEvent::FocusIn)
            QMetaObject::invokeMethod(this, &LibraryPage::keyPlaceChanged, Qt::QueuedConnection);
    }
    return QWidget::eventFilter(watched, event);
}

void LibraryPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        m_list->setEmptyText(emptyText());
        refreshHead();
        m_sideSoon.start(); // kinds have a name in either language
    }
}

} // namespace yaodian::ui
