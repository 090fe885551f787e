#include "ui/reader/searchpanel.h"

#include "ui/base/ink.h"

#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace yaodian::ui {

using namespace Qt::StringLiterals;

SearchPanel::SearchPanel(Finder &finder, Theme &theme, QWidget *parent)
    : QWidget(parent), m_finder(finder), m_theme(theme), m_edit(new QLineEdit(this)), m_regex(addToggle("searchRegex")),
      m_words(addToggle("searchWords")), m_case(addToggle("searchCase")), m_all(new QToolButton(this)),
      m_summary(new QLabel(this)), m_list(new SideList(theme, this)), m_hits(new HitsModel(finder, this))
{
    build();
    say();
    m_pause.setSingleShot(true);
    m_pause.setInterval(180);
    connect(&m_pause, &QTimer::timeout, this, [this] {
        const QString text = m_edit->text().trimmed();
        if (text.size() != 1 || text.at(0).unicode() > 0x7f) // a single Latin letter is only the beginning of a word
            search();
    });
    connect(m_edit, &QLineEdit::textEdited, this, [this] { m_pause.start(); });
    connect(&m_finder, &Finder::changed, this, &SearchPanel::refresh);
    connect(m_all, &QToolButton::toggled, this, [this](bool wide) {
        setWide(wide);
        search();
    });
    connect(m_list, &QListView::clicked, this, &SearchPanel::goTo);
    connect(m_list, &QListView::activated, this, [this](const QModelIndex &hit) {
        if (goTo(hit))
            Q_EMIT accepted();
    });
    connect(&m_theme, &Theme::changed, this, &SearchPanel::dress);
    dress();
}

SearchPanel::~SearchPanel()
{
    if (m_open)
        m_open->disconnect(this);
    end();
}

void SearchPanel::build()
{
    m_edit->setObjectName(u"search"_s);
    m_edit->installEventFilter(this);
    m_list->setObjectName(u"hits"_s);
    m_list->setModel(m_hits);
    m_list->installEventFilter(this);
    m_summary->setObjectName(u"searchSummary"_s);
    m_summary->setWordWrap(true);
    m_summary->setTextFormat(Qt::PlainText);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 12, 0, 8);
    auto *top = new QVBoxLayout;
    top->setContentsMargins(14, 0, 14, 0);
    top->addWidget(m_edit);
    auto *how = new QHBoxLayout;
    how->setSpacing(4);
    for (QToolButton *toggle : {m_regex, m_words, m_case})
        how->addWidget(toggle);
    how->addStretch(1);
    top->addLayout(how);
    m_all->setObjectName(u"searchAll"_s);
    m_all->setCheckable(true);
    m_all->setFocusPolicy(Qt::NoFocus);
    m_all->hide();
    top->addWidget(m_all, 0, Qt::AlignLeft);
    top->addWidget(m_summary);
    column->addLayout(top);
    column->addWidget(m_list, 1);
}

QToolButton *SearchPanel::addToggle(const char *name)
{
    auto *toggle = new QToolButton(this);
    toggle->setObjectName(QLatin1StringView(name));
    toggle->setCheckable(true);
    toggle->setFocusPolicy(Qt::NoFocus); // the field keeps the keys
    connect(toggle, &QToolButton::toggled, this, &SearchPanel::search);
    return toggle;
}

void SearchPanel::dress()
{
    const Colours &c = m_theme.colours();
    m_summary->setFont(m_theme.font(0.87));
    setInk(m_summary, c.faint);
    const QString look = u"QToolButton { border: none; border-radius: 4px; padding: 2px 6px; color: %1; }"
                         "QToolButton:hover { color: %2; }"
                         "QToolButton:checked { color: %3; background: %4; }"_s.arg(
                             c.faint.name(), c.ink.name(), c.accent.name(), c.selection.name());
    for (QToolButton *toggle : {m_regex, m_words, m_case, m_all}) {
        toggle->setFont(m_theme.font(0.85));
        toggle->setStyleSheet(look);
        toggle->setMinimumWidth(1); // wider than the column, they would hide how many lines the summary has
    }
}

void SearchPanel::say()
{
    const QString what = isWide() ? tr("Search in all open documents") : tr("Search in this document");
    m_edit->setAccessibleName(what);
    m_edit->setPlaceholderText(what);
    m_list->setAccessibleName(tr("Hits"));
    const auto name = [](QToolButton *toggle, const QString &shown, const QString &means, const QString &key) {
        toggle->setText(shown);
        toggle->setToolTip(Qt::convertFromPlainText(u"%1 (%2)"_s.arg(means, key)));
        toggle->setAccessibleName(means);
    };
    name(m_regex, tr("Pattern"), tr("The text is a regular expression"), u"Alt+R"_s);
    name(m_words, tr("Words"), tr("Whole words only"), u"Alt+W"_s);
    name(m_case, tr("Case"), tr("Capital and small letters differ"), u"Alt+C"_s);
    name(m_all, tr("All open documents"), tr("Search in all open documents"), u"Alt+A"_s);
}

void SearchPanel::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        say();
        refresh();
    }
}

void SearchPanel::setOpenSearch(OpenSearch *open, std::function<DocumentRef()> shown)
{
    m_open = open;
    m_shown = std::move(shown);
    m_all->setVisible(open);
    if (!open)
        return;
    connect(open, &OpenSearch::changed, this, [this] {
        if (isWide())
            refresh();
    });
    connect(open, &OpenSearch::takenOver, this, [this] {
        if (!isWide() || m_open->panel() == this)
            return;
        setWide(false);
        Q_EMIT givenUp();
    });
}

/// The hits of all documents, or those of this one; searches nothing.
void SearchPanel::setWide(bool wide)
{
    if (!wide || !m_open) {
        m_list->setModel(m_hits);
        if (m_openHits) // later: it may be one of its rows that was chosen
            std::exchange(m_openHits, nullptr)->deleteLater();
        end();
    } else if (!m_openHits) {
        m_openHits = new OpenHitsModel(*m_open, m_finder, m_shown, this);
        m_list->setModel(m_openHits);
    }
    const QSignalBlocker quiet(m_all);
    m_all->setChecked(isWide());
    if (isWide())
        m_open->takeOver(this);
    m_scrolledTo = -1;
    say();
    refresh();
}

void SearchPanel::end()
{
    if (m_open && m_open->panel() == this)
        m_open->search({});
}

void SearchPanel::setQuery(const pdf::SearchQuery &query)
{
    m_edit->setText(query.text);
    const auto check = [](QToolButton *toggle, bool checked) {
        const QSignalBlocker quiet(toggle);
        toggle->setChecked(checked);
    };
    check(m_regex, query.isRegex);
    check(m_words, query.wholeWords);
    check(m_case, query.matchCase);
}

void SearchPanel::start(bool wide)
{
    const bool isOther = m_open && wide && m_open->panel() != this;
    if (isOther && !m_open->query().text.isEmpty())
        setQuery(m_open->query()); // what another view looks for
    setWide(wide);
    if (isWide())
        m_open->search(query()); // anew: other documents may be open by now
    m_edit->selectAll();
    m_edit->setFocus();
}

void SearchPanel::takeOver(const pdf::SearchQuery &query)
{
    if (!m_open || m_open->query() != query)
        return;
    setQuery(query);
    setWide(true);
}

pdf::SearchQuery SearchPanel::query() const
{
    return {m_edit->text().trimmed(), m_regex->isChecked(), m_words->isChecked(), m_case->isChecked()};
}

void SearchPanel::search()
{
    m_pause.stop();
    if (query() != m_finder.query())
        m_finder.search(query());
    if (isWide() && query() != m_open->query())
        m_open->search(query());
}

/// True where it is in this document.
bool SearchPanel::goTo(const QModelIndex &row)
{
    if (!isWide()) {
        m_finder.goTo(row.row());
        return true;
    }
    const OpenHitsModel::Row wanted = m_openHits->rowAt(row.row());
    if (wanted.hit < 0)
        return false;
    const OpenSearch::Group &group = m_open->groups().at(wanted.group);
    if (group.of.ref.isSame(m_shown())) {
        m_finder.show(m_open->query(), group.hits.at(wanted.hit));
        return true;
    }
    m_open->choose(wanted.group, wanted.hit);
    return false;
}

void SearchPanel::refresh()
{
    const bool wide = isWide();
    m_summary->setText(wide ? m_open->summary() : m_finder.summary());
    const int current = wide ? m_openHits->current() : m_finder.current();
    if (current >= 0 && current != m_scrolledTo)
        m_list->scrollTo(m_list->model()->index(current, 0));
    m_scrolledTo = current;
    if (wide && m_list->hasFocus() && !m_list->currentIndex().isValid())
        m_list->goToRow(std::max(0, current));
}

/// The toggle of an Alt key.
QToolButton *SearchPanel::toggleOf(const QEvent &event) const
{
    const auto &key = static_cast<const QKeyEvent &>(event);
    if (key.modifiers() != Qt::AltModifier)
        return nullptr;
    return key.key() == Qt::Key_R   ? m_regex
           : key.key() == Qt::Key_W ? m_words
           : key.key() == Qt::Key_C ? m_case
           : key.key() == Qt::Key_A ? m_open ? m_all : nullptr
                                    : nullptr;
}

void SearchPanel::toList()
{
    m_list->setFocus();
    if (!m_list->currentIndex().isValid())
        m_list->goToRow(std::max(0, isWide() ? m_openHits->current() : m_finder.current()));
}

bool SearchPanel::key(const QObject *watched, int key)
{
    switch (key) {
    case Qt::Key_Escape:
        m_pause.stop();
        Q_EMIT left();
        return true;
    case Qt::Key_Return:
    case Qt::Key_Enter:
        if (watched != m_edit)
            return false;
        search();
        if (!m_finder.problem().isEmpty()) // it is the field that has to be put right
            return true;
        if (isWide())
            toList(); // which document it is to be is chosen there
        else
            Q_EMIT accepted();
        return true;
    case Qt::Key_Down:
        if (watched != m_edit)
            return false;
        toList();
        return true;
    case Qt::Key_J:
    case Qt::Key_K:
        if (watched != m_list)
            return false;
        m_list->step(key == Qt::Key_J ? 1 : -1);
        return true;
    case Qt::Key_Slash:
        if (watched != m_list)
            return false;
        m_edit->setFocus();
        return true;
    default:
        return false;
    }
}

bool SearchPanel::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::ShortcutOverride && toggleOf(*event)) {
        event->accept(); // else a menu's mnemonic would win
        return true;
    }
    if (event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    if (QToolButton *toggle = toggleOf(*event)) {
        toggle->toggle();
        return true;
    }
    return key(watched, static_cast<QKeyEvent *>(event)->key()) || QWidget::eventFilter(watched, event);
}

} // namespace yaodian::ui
