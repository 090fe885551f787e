#include "ui/reader/searchpanel.h"

#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QToolButton>
#include <QVBoxLayout>

namespace yaodian::ui {

using namespace Qt::StringLiterals;

SearchPanel::SearchPanel(Finder &finder, Theme &theme, QWidget *parent)
    : QWidget(parent), m_finder(finder), m_theme(theme), m_edit(new QLineEdit(this)), m_regex(addToggle("searchRegex")),
      m_words(addToggle("searchWords")), m_case(addToggle("searchCase")), m_summary(new QLabel(this)),
      m_list(new SideList(theme, this))
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
    const auto go = [this](const QModelIndex &hit) { m_finder.goTo(hit.row()); };
    connect(m_list, &QListView::clicked, this, go);
    connect(m_list, &QListView::activated, this, [this, go](const QModelIndex &hit) {
        go(hit);
        Q_EMIT accepted();
    });
    connect(&m_theme, &Theme::changed, this, &SearchPanel::dress);
    dress();
}

void SearchPanel::build()
{
    m_edit->setObjectName(u"search"_s);
    m_edit->installEventFilter(this);
    m_list->setObjectName(u"hits"_s);
    m_list->setModel(new HitsModel(m_finder, this));
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
    QPalette palette = m_summary->palette();
    palette.setColor(QPalette::WindowText, c.faint);
    m_summary->setPalette(palette);
    const QString look = u"QToolButton { border: none; border-radius: 4px; padding: 2px 6px; color: %1; }"
                         "QToolButton:hover { color: %2; }"
                         "QToolButton:checked { color: %3; background: %4; }"_s.arg(
                             c.faint.name(), c.ink.name(), c.accent.name(), c.selection.name());
    for (QToolButton *toggle : {m_regex, m_words, m_case}) {
        toggle->setFont(m_theme.font(0.85));
        toggle->setStyleSheet(look);
    }
}

void SearchPanel::say()
{
    m_edit->setAccessibleName(tr("Search in this document"));
    m_edit->setPlaceholderText(tr("Search in this document"));
    m_list->setAccessibleName(tr("Hits"));
    const auto name = [](QToolButton *toggle, const QString &shown, const QString &means, const QString &key) {
        toggle->setText(shown);
        toggle->setToolTip(Qt::convertFromPlainText(u"%1 (%2)"_s.arg(means, key)));
        toggle->setAccessibleName(means);
    };
    name(m_regex, tr("Pattern"), tr("The text is a regular expression"), u"Alt+R"_s);
    name(m_words, tr("Words"), tr("Whole words only"), u"Alt+W"_s);
    name(m_case, tr("Case"), tr("Capital and small letters differ"), u"Alt+C"_s);
}

void SearchPanel::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        say();
        refresh();
    }
}

void SearchPanel::start()
{
    m_edit->selectAll();
    m_edit->setFocus();
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
}

void SearchPanel::refresh()
{
    m_summary->setText(m_finder.summary());
    if (m_finder.current() >= 0)
        m_list->scrollTo(m_list->model()->index(m_finder.current(), 0));
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
                                    : nullptr;
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
        if (m_finder.problem().isEmpty()) // else it is the field that has to be put right
            Q_EMIT accepted();
        return true;
    case Qt::Key_Down:
        if (watched != m_edit)
            return false;
        m_list->setFocus();
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
