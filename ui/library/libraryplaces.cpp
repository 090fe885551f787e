#include "ui/commands/withkeys.h"
#include "ui/library/librarypage.h"
#include "ui/library/sourcetitle.h"

// Where one is in the library: the places, what they are called, the way to an entry, and the place of the last run.
namespace yaodian::ui {

using namespace Qt::StringLiterals;
using library::EntryId;
using library::ListQuery;

namespace {

/// How many entries a list has at most that is grouped by itself.
constexpr int groupedAtMost = 2000;

} // namespace

qint64 LibraryPage::todayStart() const
{
    return m_clock.now().toLocalTime().date().startOfDay().toMSecsSinceEpoch();
}

ListQuery LibraryPage::query() const
{
    ListQuery query = queryOf(m_place, todayStart());
    if (m_order)
        query.order = *m_order;
    else if (m_isLong && query.order == ListQuery::Order::ByCategory)
        query.order = ListQuery::Order::NewestFirst;
    return query;
}

void LibraryPage::remember(const ListPlace &place)
{
    m_back << m_place;
    if (m_back.size() > 100)
        m_back.removeFirst();
    m_forward.clear();
    m_place = place;
}

void LibraryPage::goTo(const ListPlace &place, std::optional<EntryId> entry)
{
    ListPlace base = place, shown = m_place;
    base.category.reset();
    shown.category.reset();
    const bool sameBase = base == shown;
    if (!(place == m_place))
        remember(place);
    if (!sameBase)
        m_order.reset();
    showPlace(entry);
}

/// Groups of thousands are no help, and take long to make: such a list is in order of time, unless one wants it
/// grouped.
bool LibraryPage::isLong() const
{
    const ListQuery asked = queryOf(m_place, todayStart());
    if (asked.order != ListQuery::Order::ByCategory || m_place.category)
        return false;
    for (const SideData::ViewCount &view : m_side.views)
        if (view.view == asked.view)
            return view.count > groupedAtMost;
    return m_library.count(asked, groupedAtMost + 1) > groupedAtMost;
}

/// The rest of a long list comes from beside the window: what one looks at is there before.
void LibraryPage::readRest()
{
    if (!m_model.isWhole())
        offerNew();
}

/// The entry of the last run may stand among them: it is gone to, unless the reader has gone elsewhere meanwhile.
void LibraryPage::restCame()
{
    refreshHead();
    const auto wanted = std::exchange(m_wanted, std::nullopt);
    if (wanted && m_list->view().currentRow() == 0)
        m_list->view().goTo(qMax(0, m_model.rowOf(*wanted)));
}

/// At once, for whoever wants to go to its end or take all of it.
void LibraryPage::takeRest()
{
    if (!m_model.isWhole()) {
        m_model.appendRest();
        restCame();
    }
}

int LibraryPage::rowOf(EntryId entry)
{
    if (m_model.rowOf(entry) < 0)
        takeRest();
    return m_model.rowOf(entry);
}

void LibraryPage::showPlace(std::optional<EntryId> entry)
{
    m_isLong = isLong();
    m_wanted.reset();
    const QSignalBlocker quiet(m_list); // the filter goes with its list
    m_list->clearFilter();
    m_filterSoon.stop();
    m_model.show(query());
    m_list->setEmptyText(emptyText());
    const int row = entry ? rowOf(*entry) : 0;
    m_list->view().goTo(qMax(0, row));
    m_sidebar->mark(m_place);
    refreshHead();
    m_restSoon.start();
    m_cardSoon.start();
    m_sideSoon.start(0); // counts of categories belong to the place
    Q_EMIT placeChanged();
    m_list->paintNow(); // the card is not waited for
}

void LibraryPage::goToEntry(EntryId entry)
{
    if (const int row = rowOf(entry); row >= 0) {
        m_list->view().goTo(row);
        return;
    }
    if (const auto detail = m_library.entry(entry)) {
        ListPlace place;
        place.issue = detail->row.issue;
        goTo(place, entry);
    }
}

void LibraryPage::goToEntry(EntryId entry, const library::Hit &found)
{
    m_wholePost = false; // what the reader wrote stands on the card
    goToEntry(entry);
    m_found = found;
    m_cardSoon.start();
}

QString LibraryPage::title() const
{
    QString title;
    if (!m_place.search.isEmpty()) {
        title = searchTitle();
    } else if (m_place.issue) {
        const auto issue = m_library.issueRow(*m_place.issue);
        title = issue ? issueTitle(*issue) : QString();
        if (title.isEmpty())
            title = issue ? sourceTitle(issue->source, issue->sourceTitle) : tr("Issue");
    } else if (m_place.source) {
        for (const library::Source &source : m_library.sources())
            if (source.id == *m_place.source)
                title = sourceTitle(source.id, source.title, source.url);
    } else {
        title = viewText(m_place.view);
    }
    if (m_place.category)
        title += u" · "_s + (m_place.category->isEmpty() ? tr("Uncategorised") : *m_place.category);
    return title.simplified();
}

/// As it is called in the sidebar.
QString LibraryPage::searchTitle() const
{
    for (const QList<SideData::Search> &searches : {m_side.searches, m_side.tags, m_side.kinds})
        for (const SideData::Search &search : searches)
            if (search.query == m_place.search)
                return search.name;
    return m_place.search;
}

/// With the keys that commands have; what the reader typed is put in after them and is no name of a command.
QString LibraryPage::emptyText() const
{
    const QString sentence = withKeys(m_commands, emptySentence());
    const QString typed = m_list->filter().isEmpty() ? m_place.search : m_list->filter();
    return sentence.contains(u"%1"_s) ? sentence.arg(typed) : sentence;
}

QString LibraryPage::emptySentence() const
{
    if (!m_list->filter().isEmpty())
        return tr("No entry here has “%1”.\n{go.back} shows all again, {find.everything} searches everything.");
    if (m_place.issue && !m_place.category)
        return tr("This post names no paper. Its text is beside this list.");
    ListQuery everything;
    everything.withTour = true;
    if (m_library.count(everything, 1) == 0)
        return tr("Nothing here yet.\n\nPress {source.add} to add a source: any link to a blog or feed will do.\nOr "
                  "drop files on this "
                  "window: .html .md .txt .xml .json .eml .pdf, or a folder.");
    if (m_place.category)
        return tr("No entry of this category is here. {go.back} shows all again.");
    if (!m_place.search.isEmpty())
        return tr("No entry is found by “%1” now.");
    if (m_place.source)
        return tr("No entry here yet. {sync.now} syncs the sources.");
    switch (m_place.view) {
    case ListQuery::View::Today:
        return tr("Nothing new today.\n{sync.now} syncs the sources; the issues at the left hold the rest.");
    case ListQuery::View::Unread:
        return tr("Everything is read.");
    case ListQuery::View::Later:
        return tr("Nothing is kept for later. Press {list.later} on an entry to put it here.");
    case ListQuery::View::Starred:
        return tr("Nothing is starred. Press {list.star} on an entry to put it here.");
    case ListQuery::View::Kept:
        return tr("Papers with the verdict “read closely” or “keep” stand here. {list.verdict.read} and "
                  "{list.verdict.keep} give it.");
    case ListQuery::View::WithNotes:
        return tr("Papers with points, notes or highlights of yours stand here.\nPress {list.point} on an entry to "
                  "write a point.");
    case ListQuery::View::NeedsCheck:
        return tr("No issue needs a check.");
    case ListQuery::View::All:
        break;
    }
    return tr("No entry here yet.");
}

void LibraryPage::restore()
{
    const ListPlace last = placeFromText(m_settings.state(u"place"_s).toString());
    ListPlace place = last;
    const bool fresh = !m_settings.state(u"place"_s).isValid();
    if (fresh && m_library.count(queryOf(place, todayStart()), 1) == 0) {
        // Nothing came today: the newest issue says more than an empty list.
        if (const auto issues = m_library.issues(1); !issues.isEmpty())
            place.issue = issues.first().id;
        else
            place.view = ListQuery::View::All;
    }
    const QByteArray sizes = m_settings.state(u"panes"_s).toByteArray();
    if (!sizes.isEmpty())
        m_splitter->restoreState(sizes);
    goTo(place);
    m_back.clear();
    const auto entry = EntryId::fromString(m_settings.state(u"entry"_s).toString());
    if (!entry)
        return;
    if (const int row = m_model.rowOf(*entry); row >= 0)
        m_list->view().goTo(row);
    else if (!m_model.isWhole())
        m_wanted = entry; // the rest comes from beside the window, which does not wait for it
}

void LibraryPage::save()
{
    m_settings.setState(u"place"_s, placeToText(m_place));
    m_settings.setState(u"panes"_s, m_splitter->saveState());
    if (const auto row = currentRow())
        m_settings.setState(u"entry"_s, row->id.toString());
}

} // namespace yaodian::ui
