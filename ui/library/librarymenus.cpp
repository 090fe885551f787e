#include "ui/commands/menuopener.h"
#include "ui/library/librarypage.h"

// The menus of the three panes: what does nothing for the row that they are opened on is left out.
namespace yaodian::ui {

using namespace Qt::StringLiterals;

void LibraryPage::offerMenus()
{
    openMenusOfRows(m_commands, &m_list->view(), [this] { return menuOfEntries(); });
    for (SideSection *section : m_sidebar->sections())
        openMenusOfRows(m_commands, section, [this, section] { return menuOfSide(*section); });
    new MenuOpener(m_commands, &m_card->card(), [this](std::optional<QPoint> at) { return menuOfCard(at); });
}

std::optional<MenuSubject> LibraryPage::menuOfEntries() const
{
    static const QStringList ofOne{u"list.open"_s, u"list.openTab"_s, u"list.browser"_s, u"list.copy"_s};
    static const QStringList ofSeveral{u"session.start"_s, u"list.merge"_s};
    MenuSubject subject{Place::List};
    subject.fits = [isOne = m_list->view().selectedRows().size() < 2](const QString &id) {
        return !(isOne ? ofSeveral : ofOne).contains(id);
    };
    return subject;
}

/// Its list is shown, as for the cursor of the keys: what the menu says is done with that list.
std::optional<MenuSubject> LibraryPage::menuOfSide(SideSection &section)
{
    section.setFocus();
    m_sidebar->showCurrent(section);
    const auto source = m_sidebar->currentSource();
    const bool isSearch = m_sidebar->currentSearch().has_value();
    MenuSubject subject{Place::Sidebar};
    subject.fits = [isSearch, isSource = source.has_value(), isAsked = source && source->isAsked()](const QString &id) {
        if (id == "side.settings"_L1)
            return isAsked;
        if (id == "side.rename"_L1)
            return isSearch;
        if (id == "side.remove"_L1)
            return isSearch || isSource;
        return isSource || (id != "sync.now"_L1 && id != "source.add"_L1);
    };
    return subject;
}

std::optional<MenuSubject> LibraryPage::menuOfCard(std::optional<QPoint> at)
{
    CardView &card = m_card->card();
    m_pointedLink = at ? card.webAt(*at) : QString();
    MenuSubject subject{Place::Card};
    subject.cursor = card.cursorRect().bottomLeft();
    if (!card.viewport()->rect().contains(subject.cursor))
        subject.cursor = card.viewport()->rect().center();
    subject.fits = [isMarked = card.textCursor().hasSelection(), isEntry = currentRow().has_value(),
                    isLink = !m_pointedLink.isEmpty()](const QString &id) {
        return id == "card.copy"_L1 ? isMarked : id == "card.copyLink"_L1 ? isLink : isEntry;
    };
    subject.closed = [this] { m_pointedLink.clear(); };
    return subject;
}

} // namespace yaodian::ui
