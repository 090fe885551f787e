#include "ui/library/sidebar.h"

#include "ui/base/ink.h"
#include "ui/library/sourcetitle.h"

#include <QEvent>
#include <QFontInfo>
#include <QLabel>
#include <QVBoxLayout>

namespace yaodian::ui {

using namespace Qt::StringLiterals;

namespace {

/// Counts are shown also where they are 0: a list that is empty should not surprise.
QString countText(int count)
{
    return QString::number(count);
}

} // namespace

Sidebar::Sidebar(const Theme &theme, QWidget *parent) : QScrollArea(parent), m_theme(theme)
{
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setFocusPolicy(Qt::NoFocus);
    auto *body = new QWidget(this);
    body->setObjectName(u"sidebarBody"_s);
    body->setAutoFillBackground(true);
    auto *column = new QVBoxLayout(body);
    column->setContentsMargins(0, 4, 0, 16);
    column->setSpacing(0);
    setWidget(body);
    m_views = add(u"views"_s);
    m_searches = add(u"searches"_s);
    m_categories = add(u"categories"_s);
    m_sources = add(u"sources"_s);
    m_tags = add(u"tags"_s);
    m_kinds = add(u"kinds"_s);
    m_issues = add(u"issues"_s);
    column->addStretch(1);
    connect(&theme, &Theme::changed, this, &Sidebar::paintHeads);
    texts();
    paintHeads();
}

Sidebar::Part Sidebar::add(const QString &objectName)
{
    auto *column = static_cast<QVBoxLayout *>(widget()->layout());
    auto *head = new QLabel(widget());
    head->setTextFormat(Qt::PlainText);
    auto *section = new SideSection(m_theme, objectName, widget());
    head->setBuddy(section);
    column->addWidget(head);
    column->addWidget(section);
    connect(section, &SideSection::chosen, this, [this, section](int row) { choose(section, row); });
    return {head, section};
}

void Sidebar::texts()
{
    const auto say = [](const Part &part, const QString &text) {
        part.head->setText(text);
        part.section->setAccessibleName(text);
    };
    say(m_views, tr("Views"));
    say(m_searches, tr("Searches"));
    say(m_tags, tr("Tags"));
    say(m_kinds, tr("Kinds"));
    say(m_categories, tr("Categories"));
    say(m_sources, tr("Sources"));
    say(m_issues, tr("Issues"));
}

void Sidebar::paintHeads()
{
    const double unit = QFontInfo(m_theme.font()).pixelSize() / 14.0;
    for (const Part &part : parts()) {
        part.head->setFont(m_theme.font(12.0 / 14, QFont::Medium));
        setInk(part.head, m_theme.colours().faint);
        part.head->setContentsMargins(qRound(18 * unit), qRound(13 * unit), qRound(18 * unit), qRound(5 * unit));
    }
    QPalette body = palette();
    body.setColor(QPalette::Window, m_theme.colours().side);
    widget()->setPalette(body);
}

void Sidebar::changeEvent(QEvent *event)
{
    QScrollArea::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        texts();
        showData(m_data, m_place);
    }
}

QList<SideRow> Sidebar::sourceRows(const SideData &side) const
{
    QList<SideRow> rows;
    for (const library::Source &source : side.sources) {
        const QString trouble = side.troubles.value(source.id);
        const QString name = sourceTitle(source.id, source.title, source.url);
        rows << SideRow{name,
                        {},
                        trouble.isEmpty() ? countText(side.unread.value(source.id)) : u"!"_s,
                        trouble.isEmpty() ? source.url : trouble,
                        QVariant::fromValue(source.id.uuid())};
    }
    return rows;
}

QList<Sidebar::Part> Sidebar::parts() const
{
    // Issues come last: there is no end to them.
    return {m_views, m_searches, m_categories, m_sources, m_tags, m_kinds, m_issues};
}

bool Sidebar::isSearch(const SideSection *section) const
{
    return section == m_searches.section || section == m_tags.section || section == m_kinds.section;
}

void Sidebar::showData(const SideData &side, const ListPlace &place)
{
    m_data = side;
    QList<SideRow> views, categories, issues;
    for (const SideData::ViewCount &v : side.views)
        if (v.count > 0 || v.view != library::ListQuery::View::NeedsCheck)
            views << SideRow{viewText(v.view), {}, countText(v.count), {}, int(v.view)};
    for (const library::CategoryCount &c : side.categories)
        categories << SideRow{
            c.code.isEmpty() ? tr("Uncategorised") : c.name, c.code, countText(c.entries), {}, c.code};
    const QStringList names = issueNames(side.issues);
    for (const library::IssueRow &i : side.issues)
        issues << SideRow{names[issues.size()],
                          {},
                          countText(i.entries),
                          u"%1\n%2"_s.arg(sourceTitle(i.source, i.sourceTitle), i.title),
                          QVariant::fromValue(i.id.uuid())};
    const auto searchRows = [](const QList<SideData::Search> &searches) {
        QList<SideRow> rows;
        for (const SideData::Search &search : searches)
            rows << SideRow{search.name, {}, countText(search.count), search.query, search.query};
        return rows;
    };
    m_searches.section->rows().setRows(searchRows(side.searches));
    m_tags.section->rows().setRows(searchRows(side.tags));
    m_kinds.section->rows().setRows(searchRows(side.kinds));
    m_views.section->rows().setRows(views);
    m_categories.section->rows().setRows(categories);
    m_sources.section->rows().setRows(sourceRows(side));
    m_issues.section->rows().setRows(issues);
    for (const Part &part : {m_searches, m_categories, m_sources, m_tags, m_kinds, m_issues})
        part.head->setVisible(part.section->rows().rowCount() > 0);
    mark(place);
}

void Sidebar::mark(const ListPlace &place)
{
    m_place = place;
    const auto rowOf = [](SideSection *section, const QVariant &target) {
        const auto &rows = section->rows().rows();
        for (qsizetype i = 0; i < rows.size(); ++i)
            if (rows[i].target == target)
                return int(i);
        return -1;
    };
    const bool isView = !place.source && !place.issue && place.search.isEmpty();
    for (SideSection *section : {m_searches.section, m_tags.section, m_kinds.section})
        section->setMarkedRow(place.search.isEmpty() ? -1 : rowOf(section, place.search));
    m_views.section->setMarkedRow(isView ? rowOf(m_views.section, int(place.view)) : -1);
    m_sources.section->setMarkedRow(place.source ? rowOf(m_sources.section, QVariant::fromValue(place.source->uuid()))
                                                 : -1);
    m_issues.section->setMarkedRow(place.issue ? rowOf(m_issues.section, QVariant::fromValue(place.issue->uuid()))
                                               : -1);
    m_categories.section->setMarkedRow(place.category ? rowOf(m_categories.section, *place.category) : -1);
}

QList<SideSection *> Sidebar::sections() const
{
    QList<SideSection *> all;
    for (const Part &part : parts())
        all << part.section;
    return all;
}

SideSection *Sidebar::focusedSection() const
{
    for (SideSection *section : sections())
        if (section->hasFocus())
            return section;
    return nullptr;
}

void Sidebar::choose(SideSection *section, int row)
{
    const QVariant target = section->rows().rows().at(row).target;
    ListPlace place;
    if (section == m_categories.section) {
        place = m_place;
        // A second click on a category shows all again.
        place.category = m_place.category == target.toString() ? std::nullopt : std::optional(target.toString());
    } else if (section == m_sources.section) {
        place.source = library::SourceId(target.toUuid());
    } else if (section == m_issues.section) {
        place.issue = library::IssueId(target.toUuid());
    } else if (isSearch(section)) {
        place.search = target.toString();
    } else {
        place.view = library::ListQuery::View(target.toInt());
    }
    Q_EMIT placeChosen(place);
}

void Sidebar::setCursor(SideSection *section, int row)
{
    section->setFocus();
    section->setCurrentIndex(section->rows().index(row));
    bringIntoView(section, row);
    for (SideSection *other : sections())
        other->viewport()->update();
    const bool narrowed = section == m_categories.section && section->markedRow() == row;
    if (!narrowed)
        choose(section, row);
}

void Sidebar::showCurrent(SideSection &section)
{
    const int row = section.currentIndex().row();
    if (row >= 0 && row != section.markedRow())
        choose(&section, row);
}

void Sidebar::bringIntoView(const SideSection *section, int row)
{
    const int height = section->rowHeight();
    const QPoint at = section->mapTo(widget(), QPoint(0, row * height + height / 2));
    ensureVisible(at.x(), at.y(), 0, height * 2);
}

void Sidebar::step(int rows)
{
    SideSection *section = focusedSection();
    if (!section)
        return takeFocus();
    const auto all = sections();
    qsizetype at = all.indexOf(section);
    int row = section->currentIndex().row() + rows;
    while (row < 0 || row >= all[at]->rows().rowCount()) {
        const qsizetype next = at + (row < 0 ? -1 : 1);
        if (next < 0 || next >= all.size())
            return;
        row = row < 0 ? row + all[next]->rows().rowCount() : row - all[at]->rows().rowCount();
        at = next;
    }
    setCursor(all[at], row);
}

void Sidebar::goToEnd(int direction)
{
    auto all = sections();
    if (direction > 0)
        std::reverse(all.begin(), all.end());
    for (SideSection *section : all) {
        if (const int rows = section->rows().rowCount(); rows > 0)
            return setCursor(section, direction > 0 ? rows - 1 : 0);
    }
}

void Sidebar::takeFocus()
{
    QList<SideSection *> inTurn = sections();
    inTurn.move(inTurn.indexOf(m_categories.section), 0); // the narrower place first
    for (SideSection *section : std::as_const(inTurn)) {
        if (section->markedRow() < 0)
            continue;
        section->setCurrentIndex(section->rows().index(section->markedRow()));
        section->setFocus();
        bringIntoView(section, section->markedRow());
        return;
    }
    m_views.section->setCurrentIndex(m_views.section->rows().index(0));
    m_views.section->setFocus();
    bringIntoView(m_views.section, 0);
}

std::optional<library::Source> Sidebar::currentSource() const
{
    if (!m_sources.section->hasFocus())
        return std::nullopt;
    const int row = m_sources.section->currentIndex().row();
    return row >= 0 && row < m_data.sources.size() ? std::optional(m_data.sources[row]) : std::nullopt;
}

std::optional<library::SavedSearch> Sidebar::currentSearch() const
{
    if (!m_searches.section->hasFocus())
        return std::nullopt;
    const int row = m_searches.section->currentIndex().row();
    if (row < 0 || row >= m_data.searches.size())
        return std::nullopt;
    const SideData::Search &search = m_data.searches[row];
    return library::SavedSearch{search.id, search.name, search.query};
}

} // namespace yaodian::ui
