#include "ui/library/librarypage.h"

#include "ui/library/sourcetitle.h"

#include <QFontInfo>
#include <QHBoxLayout>
#include <QRegularExpression>
#include <QSet>

#include <algorithm>

namespace yaodian::ui {

using namespace Qt::StringLiterals;
using library::EntryId;
using library::ListQuery;
using library::ListRow;

namespace {

/// While sources bring issues many times a second, what they change is shown no more often: the keys come first.
constexpr int arrivalsMs = 400;
/// How many entries are counted while the window waits.
constexpr qsizetype countedAtOnce = 2000;

/// Whether each of the words stands somewhere in what the row says, also within a word.
bool shows(const ListRow &row, const QString &words)
{
    const QString said =
        row.title + u'\n' + row.titleZh + u'\n' + row.oneLine + u'\n' + sourceTitle(row.source, row.sourceTitle);
    const QStringList each = words.split(u' ', Qt::SkipEmptyParts);
    return std::all_of(each.cbegin(), each.cend(),
                       [&said](const QString &one) { return said.contains(one, Qt::CaseInsensitive); });
}

} // namespace

LibraryPage::LibraryPage(library::Library &library, Background &background, const Clock &clock, Settings &settings,
                         Commands &commands, Theme &theme, QWidget *parent)
    : QWidget(parent), m_library(library), m_background(background), m_clock(clock), m_settings(settings),
      m_commands(commands), m_source(library), m_model(m_source), m_splitter(new QSplitter(this)),
      m_sidebar(new Sidebar(theme, m_splitter)), m_list(new ListPane(commands, theme, m_model, m_splitter)),
      m_card(new CardPane(theme, m_splitter))
{
    build(theme);
    bindList();
    bindPanes();
    offerMenus();
    connect(&library, &library::Library::changed, this, &LibraryPage::changed);
    connect(m_sidebar, &Sidebar::placeChosen, this, [this](const ListPlace &place) { goTo(place); });
    connect(&m_list->view(), &EntryView::currentRowChanged, this, [this] {
        m_card->finishTags();
        m_cardSoon.start();
    });
    connect(&m_list->view(), &EntryView::opened, this, &LibraryPage::openWanted);
    connect(m_list, &ListPane::newEntriesWanted, this, &LibraryPage::reload);
    connect(&m_model, &EntryModel::newEntriesChanged, this, &LibraryPage::refreshHead);
    connect(m_list, &ListPane::filterChanged, this, [this] { m_filterSoon.start(); });
    connect(m_list, &ListPane::filterLeft, this, &LibraryPage::focusList);
    connect(m_card, &CardPane::pointWritten, this, &LibraryPage::pointWritten);
    connect(m_card, &CardPane::tagsWritten, this, &LibraryPage::tagsWritten);
    connect(m_card, &CardPane::fieldLeft, this, &LibraryPage::focusList);
    connect(&m_card->card(), &CardView::evidenceChosen, this, &LibraryPage::evidenceWanted);
    connect(&m_card->card(), &CardView::entryChosen, this, [this](EntryId entry) { goToEntry(entry); });
    connect(&m_card->card(), &CardView::webChosen, this, &LibraryPage::webWanted);
    const auto soon = [this](QTimer &timer, int ms, void (LibraryPage::*work)()) {
        timer.setSingleShot(true);
        timer.setInterval(ms);
        connect(&timer, &QTimer::timeout, this, work);
    };
    soon(m_sideSoon, 120, &LibraryPage::refreshSide);
    soon(m_cardSoon, 0, &LibraryPage::refreshCard);
    soon(m_arrivals, 0, &LibraryPage::showArrivals);
    soon(m_restSoon, 100, &LibraryPage::readRest); // what is in sight, and its card, come first
    m_filterSoon.setSingleShot(true);
    m_filterSoon.setInterval(120);
    connect(&m_filterSoon, &QTimer::timeout, this, [this] { filter(m_list->filter()); });
}

void LibraryPage::build(Theme &theme)
{
    auto *row = new QHBoxLayout(this);
    row->setContentsMargins(0, 0, 0, 0);
    row->addWidget(m_splitter);
    for (QWidget *pane :
         {static_cast<QWidget *>(m_sidebar), static_cast<QWidget *>(m_list), static_cast<QWidget *>(m_card)})
        m_splitter->addWidget(pane);
    m_splitter->setHandleWidth(1);
    m_splitter->setChildrenCollapsible(false);
    m_sidebar->setMinimumWidth(150);
    m_list->setMinimumWidth(280);
    m_card->setMinimumWidth(260);
    m_splitter->setStretchFactor(1, 1); // a narrow window takes from both, and from the card most
    m_splitter->setStretchFactor(2, 2);
    const double unit = QFontInfo(theme.font()).pixelSize() / 14.0;
    m_splitter->setSizes({qRound(216 * unit), qRound(520 * unit), qRound(704 * unit)});

    m_commands.listenTo(&m_list->view(), Place::List);
    m_commands.listenTo(&m_card->card(), Place::Card);
    for (SideSection *section : m_sidebar->sections())
        m_commands.listenTo(section, Place::Sidebar);
    for (QObject *pane : QList<QObject *>{&m_list->view(), &m_card->card()})
        pane->installEventFilter(this);
    for (SideSection *section : m_sidebar->sections())
        section->installEventFilter(this);
}

std::optional<ListRow> LibraryPage::currentRow() const
{
    const ListRow *row = m_model.row(m_list->view().currentRow());
    return row ? std::optional(*row) : std::nullopt;
}

QList<ListRow> LibraryPage::selectedRows() const
{
    QList<ListRow> rows;
    for (const int at : m_list->view().selectedRows())
        if (const ListRow *row = m_model.row(at))
            rows << *row;
    return rows;
}

/// Without waiting for the rest of a long list.
QList<EntryId> LibraryPage::firstIds(int most) const
{
    return m_model.isWhole() ? m_model.ids().mid(0, most) : m_library.entryIds(query(), most);
}

QList<library::PaperId> LibraryPage::queue() const
{
    QList<ListRow> rows = selectedRows();
    if (rows.size() < 2)
        rows = m_library.rows(firstIds(500)); // more than anyone reads in a sitting
    QList<library::PaperId> papers;
    for (const ListRow &row : rows)
        if (!papers.contains(row.paper))
            papers << row.paper;
    return papers;
}

QString LibraryPage::filterAsSearch() const
{
    if (m_list->filter().isEmpty())
        return {};
    QStringList parts{m_place.search};
    if (m_place.source)
        parts << u"source:"_s + m_place.source->toString().remove(u'-');
    if (m_place.category && !m_place.category->isEmpty())
        parts << u"cat:"_s + *m_place.category;
    parts << m_list->filter();
    parts.removeAll(QString());
    return parts.join(u' ');
}

QList<library::PaperId> LibraryPage::triageQueue(int undecided) const
{
    if (selectedRows().size() >= 2)
        return queue();
    constexpr int atATime = 500, mostRows = 5000; // one waits for it
    const QList<EntryId> ids = firstIds(mostRows);
    QList<library::PaperId> papers;
    int open = 0;
    for (qsizetype at = 0; at < ids.size() && open < undecided; at += atATime) {
        for (const ListRow &row : m_library.rows(ids.mid(at, atATime))) {
            papers << row.paper; // twice where two mention it: who goes through them knows
            open += row.verdict == library::Verdict::None;
        }
    }
    return papers;
}

void LibraryPage::reload()
{
    const auto row = currentRow();
    m_model.show(query());
    m_list->setEmptyText(emptyText());
    const int at = row ? rowOf(row->id) : 0;
    m_list->view().goTo(qMax(0, at));
    refreshHead();
    m_restSoon.start();
    m_sideSoon.start();
}

void LibraryPage::changed(const library::Change &change)
{
    if (change.everything) {
        m_card->card().forgetPost();
        reload();
        m_cardSoon.start();
        return;
    }
    if (!change.papers.isEmpty()) {
        m_model.refresh(change.papers);
        const auto row = currentRow();
        if (row && change.papers.contains(row->paper))
            m_cardSoon.start();
        m_sideSoon.start();
    }
    if (change.searches || change.kinds)
        m_sideSoon.start();
    if (change.issues && !m_arrivals.isActive())
        m_arrivals.start(m_shown.isValid() ? int(qMax(0LL, arrivalsMs - m_shown.elapsed())) : 0);
}

void LibraryPage::takeArrivals()
{
    if (!m_arrivals.isActive())
        return;
    m_arrivals.stop();
    showArrivals();
}

void LibraryPage::showArrivals()
{
    m_shown.start();
    m_card->card().forgetPost();
    m_cardSoon.start();
    if (m_model.rowCount() == 0 && m_list->filter().isEmpty())
        reload(); // there is no cursor that could lose its place
    else
        offerNew();
    m_sideSoon.start();
}

void LibraryPage::offerNew()
{
    m_background.run(
        this,
        [&library = m_library, listing = m_model.listing(), asked = query()](const CancelToken &) {
            return std::pair(listing, library.entryIds(asked));
        },
        [this](const std::pair<int, QList<EntryId>> &answer) {
            if (answer.first != m_model.listing())
                return; // of a list already left: the one that is shown was read later
            const bool wasWhole = m_model.isWhole();
            m_model.offer(answer.second);
            if (!wasWhole)
                restCame();
        });
}

void LibraryPage::refreshSide()
{
    m_background.run(
        this,
        [&library = m_library, place = m_place, today = todayStart()](const CancelToken &) {
            return std::pair(place, gatherSide(library, place, today));
        },
        [this](const std::pair<ListPlace, SideData> &answer) {
            if (!(answer.first == m_place))
                return; // of a place already left
            m_side = answer.second;
            m_sideOf = answer.first;
            m_sidebar->showData(m_side, m_place);
            showHead(m_side.unreadHere);
            for (const SideData::ViewCount &one : std::as_const(m_side.views))
                if (one.view == ListQuery::View::Unread)
                    Q_EMIT unreadCounted(one.count);
            if (!m_place.search.isEmpty())
                Q_EMIT placeChanged(); // the search may have another name now
        });
}

void LibraryPage::refreshHead()
{
    // Of a long list, what is unread is counted beside the window, with what the sidebar shows.
    if (!m_model.isWhole())
        m_list->setHead(title(), {});
    else if (m_model.ids().size() <= countedAtOnce || !m_list->filter().isEmpty())
        showHead(m_library.countUnread(query()));
    else if (m_sideOf == m_place)
        showHead(m_side.unreadHere);
    else
        m_list->setHead(title(), tr("%n entries", nullptr, int(m_model.ids().size())));
}

void LibraryPage::showHead(int unreadHere)
{
    if (!m_model.isWhole())
        return; // how many there are is not known yet
    const int entries = int(m_model.ids().size());
    // What a filter leaves is counted; how much of it is unread is no question of the place.
    // Those that are offered and not taken in yet are no part of the list.
    const int unread = m_list->filter().isEmpty() ? unreadHere - m_model.newEntries() : 0;
    QString note = tr("%n entries", nullptr, entries);
    if (unread > 0)
        note += u" · "_s + tr("%n unread", nullptr, unread);
    m_list->setHead(title(), entries > 0 ? note : QString());
}

void LibraryPage::refreshCard()
{
    const auto row = currentRow();
    const bool hasNone = m_model.ids().isEmpty() && m_list->filter().isEmpty();
    if (!row && m_place.issue && hasNone) // a post that names no paper is kept to be read
        if (const auto post = gatherPost(m_library, *m_place.issue, {}))
            return m_card->card().showPost(*post);
    if (row && m_wholePost && m_card->card().goToEntryOfPost(row->issue, row->id))
        return;
    const auto post = row && m_wholePost ? gatherPost(m_library, row->issue, row->id) : std::nullopt;
    if (post)
        return m_card->card().showPost(*post);
    const auto card = row ? gatherCard(m_library, row->id) : std::nullopt;
    if (card) {
        m_card->card().showCard(*card);
        if (const auto found = std::exchange(m_found, std::nullopt); found && found->paper == row->paper)
            m_card->card().goTo(*found);
        Q_EMIT cardShown();
    } else
        m_card->card().showNothing({});
}

/// What the search of everything finds of this list, so that a filter that is kept goes on finding the same.
QList<EntryId> LibraryPage::matching(const QString &text) const
{
    static const QRegularExpression asked(u"[:：\"“”]|(^|\\s)[-－]\\S"_s);
    static const QRegularExpression word(u"\\w"_s, QRegularExpression::UseUnicodePropertiesOption);
    constexpr int most = 3000; // are looked through as they are
    ListQuery narrowed = query();
    narrowed.search = (narrowed.search + u' ' + text).trimmed();
    const QList<EntryId> found = text.contains(word) ? m_library.entryIds(narrowed) : QList<EntryId>();
    if (text.contains(asked) || m_library.count(query(), most + 1) > most)
        return found;
    // Beside it what the rows show: a word that is still being typed is part of one, "word" is part of "Pic2Word".
    const QSet<EntryId> isFound(found.cbegin(), found.cend());
    QList<EntryId> matching;
    for (const ListRow &row : m_library.rows(m_library.entryIds(query())))
        if (isFound.contains(row.id) || shows(row, text))
            matching << row.id;
    return matching;
}

void LibraryPage::filter(const QString &text)
{
    if (text.isEmpty())
        return reload();
    m_wanted.reset(); // the reader looks for something else
    m_model.showOnly(matching(text));
    m_list->setEmptyText(emptyText());
    m_list->view().goTo(0);
    m_cardSoon.start(); // where nothing is found, there is no row to go to
    refreshHead();
}

bool LibraryPage::goBack()
{
    if (!m_list->filter().isEmpty()) {
        m_list->clearFilter();
        return true;
    }
    if (m_place.category) {
        ListPlace whole = m_place;
        whole.category.reset();
        const auto row = currentRow();
        goTo(whole, row ? std::optional(row->id) : std::nullopt);
        return true;
    }
    return false;
}

} // namespace yaodian::ui
