#pragma once

#include "base/background.h"
#include "base/clock.h"
#include "base/settings.h"
#include "ui/commands/menus.h"
#include "ui/library/cardpane.h"
#include "ui/library/listpane.h"
#include "ui/library/sidebar.h"

#include <QElapsedTimer>
#include <QSplitter>
#include <QTimer>

namespace yaodian::ui {

/// The three panes: where one is, the entries, the card. It shows and moves; what changes papers is done by others,
/// and comes back through the library's `changed`.
class LibraryPage final : public QWidget
{
    Q_OBJECT

public:
    LibraryPage(library::Library &library, Background &background, const Clock &clock, Settings &settings,
                Commands &commands, Theme &theme, QWidget *parent = nullptr);

    void goTo(const ListPlace &place, std::optional<library::EntryId> entry = std::nullopt);
    void goToEntry(library::EntryId entry); ///< in the list shown where it is there, else in its issue
    /// The same; the card then shows the point, or the words of the note, that a search found.
    void goToEntry(library::EntryId entry, const library::Hit &found);
    void restore(); ///< place, entry and pane sizes of the last run
    void save();

    [[nodiscard]] const ListPlace &place() const { return m_place; }
    [[nodiscard]] QString title() const;            ///< of the place
    [[nodiscard]] library::ListQuery query() const; ///< what is listed
    [[nodiscard]] std::optional<library::ListRow> currentRow() const;
    [[nodiscard]] QList<library::ListRow> selectedRows() const;
    /// Papers of the selection where it has several rows, else of the whole list; each once, in order.
    [[nodiscard]] QList<library::PaperId> queue() const;
    /// The same for triage: as far down a long list as there are so many without a verdict.
    [[nodiscard]] QList<library::PaperId> triageQueue(int undecided = 500) const;
    [[nodiscard]] int newEntries() const { return m_model.newEntries(); }
    void reload();       ///< takes in what is new, the cursor stays on its entry
    void takeArrivals(); ///< shows at once what a sync brought, where that waits
    void startPoint() { m_card->startPoint(); }
    void startTags(const QStringList &tags, const QStringList &known) { m_card->startTags(tags, known); }
    void focusList();
    [[nodiscard]] Place keyPlace() const; ///< whose keys count now
    [[nodiscard]] std::optional<library::Source> sourceUnderCursor() const { return m_sidebar->currentSource(); }
    [[nodiscard]] std::optional<library::SavedSearch> searchUnderCursor() const { return m_sidebar->currentSearch(); }
    /// What the list is filtered by, with what narrows its place; empty: it is not filtered.
    [[nodiscard]] QString filterAsSearch() const;
    bool goBack(); ///< one step out: filter, then category; false where there was none

Q_SIGNALS:
    void placeChanged();
    void keyPlaceChanged();
    void unreadCounted(int entries); ///< of the whole library
    void cardShown();                ///< of the entry that the cursor is on, also the same one anew
    void openWanted();
    void pointWritten(const QString &text);
    void tagsWritten(const QStringList &tags);
    void evidenceWanted(yaodian::library::HighlightId highlight);
    void webWanted(const QString &address);
    void message(const QString &sentence);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void build(Theme &theme);
    void bindList();
    void bindPanes();
    void offerMenus();
    [[nodiscard]] std::optional<MenuSubject> menuOfEntries() const;
    [[nodiscard]] std::optional<MenuSubject> menuOfSide(SideSection &section);
    [[nodiscard]] std::optional<MenuSubject> menuOfCard(std::optional<QPoint> at);
    void changed(const library::Change &change);
    void refreshSide();
    void refreshHead();
    void showHead(int unreadHere);
    void showArrivals();
    void refreshCard();
    void offerNew();
    void filter(const QString &text);
    void sortOtherwise();
    void stepPane(int direction);
    void showPlace(std::optional<library::EntryId> entry);
    void readRest();
    void restCame();
    void takeRest();
    [[nodiscard]] int rowOf(library::EntryId entry);
    [[nodiscard]] QList<library::EntryId> firstIds(int most) const;
    void remember(const ListPlace &place);
    [[nodiscard]] qint64 todayStart() const;
    [[nodiscard]] QString emptyText() const;
    [[nodiscard]] QString emptySentence() const;
    [[nodiscard]] bool isLong() const;
    [[nodiscard]] QString searchTitle() const;
    [[nodiscard]] QList<library::EntryId> matching(const QString &text) const;

    library::Library &m_library;
    Background &m_background;
    const Clock &m_clock;
    Settings &m_settings;
    Commands &m_commands;
    LibrarySource m_source;
    EntryModel m_model;
    QSplitter *m_splitter;
    Sidebar *m_sidebar;
    ListPane *m_list;
    CardPane *m_card;
    QTimer m_sideSoon, m_cardSoon, m_filterSoon, m_arrivals, m_restSoon;
    QElapsedTimer m_shown; ///< since arrivals were shown last
    ListPlace m_place;
    bool m_wholePost = false;                         ///< the right pane shows the post, not the card
    std::optional<library::ListQuery::Order> m_order; ///< chosen by the reader for this place
    bool m_isLong = false;                            ///< the list of this place
    SideData m_side;
    std::optional<ListPlace> m_sideOf; ///< whose counts they are
    QList<ListPlace> m_back, m_forward;
    QString m_pointedLink;                    ///< under the mouse when the card's menu was opened
    std::optional<library::Hit> m_found;      ///< what the card is to show once it is there
    std::optional<library::EntryId> m_wanted; ///< of the last run, where it is not among the first of a long list
};

} // namespace yaodian::ui
