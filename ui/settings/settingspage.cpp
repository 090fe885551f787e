#include "ui/settings/settingspage.h"

#include "ui/settings/settinglook.h"

#include <QAbstractButton>
#include <QApplication>
#include <QComboBox>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLineEdit>

#include <algorithm>

namespace yaodian::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostSide = 252; ///< pixels of the design
constexpr int leastSide = 190;
constexpr double sideShare = 0.28; ///< of the page, between the two
constexpr double mostShare = 0.4;  ///< however large the text is

} // namespace

SettingsPage::SettingsPage(Settings &settings, Commands &commands, Theme &theme, QWidget *parent)
    : QWidget(parent), m_commands(commands), m_theme(theme)
{
    setObjectName(u"settings"_s);
    build();
    m_column = new SettingsColumn(settings, commands, theme, this);
    layout()->addWidget(m_column);
    bindKeys();
    connect(m_filter, &QLineEdit::textChanged, this, [this](const QString &typed) {
        m_column->filter(typed);
        list();
    });
    connect(m_index, &SideSection::chosen, this, &SettingsPage::goToRow);
    connect(m_column, &SettingsColumn::sectionChanged, this, &SettingsPage::mark);
    connect(m_column, &SettingsColumn::pageWanted, this, &SettingsPage::openPage);
    connect(&theme, &Theme::changed, this, &SettingsPage::dress);
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget *, QWidget *now) {
        if (now && isVisible() && isAncestorOf(now))
            m_last = now;
    });
    say();
    dress();
}

SettingsPage::~SettingsPage()
{
    disconnect(qApp, nullptr, this, nullptr);
    delete m_column; // which takes over what is being typed while there is a page
}

void SettingsPage::build()
{
    m_side = new SideIndex(m_theme, u"settingsSections"_s, u"settingsFilter"_s, this);
    m_index = m_side->rows();
    m_filter = m_side->line();
    m_filter->installEventFilter(this);
    auto *beside = new QHBoxLayout(this);
    beside->setContentsMargins(0, 0, 0, 0);
    beside->setSpacing(0);
    beside->addWidget(m_side);
    setFocusProxy(m_index);
}

void SettingsPage::bindKeys()
{
    m_commands.listenTo(m_index, Place::Settings);
    m_commands.listenTo(this, Place::Settings); // what its controls have no use for
    const auto bind = [this](const char *id, std::function<void()> run) {
        m_commands.bind(id, this, [run = std::move(run)](std::optional<int>) { run(); });
    };
    m_commands.bind("settings.next", this, [this](std::optional<int> n) { step(n.value_or(1)); });
    m_commands.bind("settings.previous", this, [this](std::optional<int> n) { step(-n.value_or(1)); });
    bind("settings.open", [this] { change(); });
    bind("settings.filter", [this] {
        m_filter->setFocus();
        m_filter->selectAll();
    });
    const auto section = [this](std::function<int()> to) {
        return [this, to = std::move(to)] {
            const bool isInColumn = m_column->isAncestorOf(focusWidget());
            goToRow(to());
            if (isInColumn)
                m_column->focusSection(m_column->section());
        };
    };
    bind("settings.nextSection", section([this] { return row() + 1; }));
    bind("settings.previousSection", section([this] { return row() - 1; }));
    bind("settings.first", section([] { return 0; }));
    bind("settings.last", section([this] { return int(m_listed.size()) - 1; }));
    // From the index into the section that is marked, not back to the first one.
    bind("pane.next", [this] {
        if (m_index->hasFocus() && !m_listed.isEmpty())
            m_column->focusSection(m_column->section());
        else
            focusNextPrevChild(true);
    });
    bind("settings.pageDown", [this] { m_column->page(1); });
    bind("settings.pageUp", [this] { m_column->page(-1); });
    bind("go.back", [this] {
        if (m_filter->text().isEmpty())
            Q_EMIT closed();
        else
            m_filter->clear();
    });
}

void SettingsPage::start()
{
    m_filter->clear();
    m_column->showValues();
    dress(); // not before it is shown: under the application's style sheet a widget loses then what it was given before
    goToRow(0);
    m_last = m_index;
    m_index->setFocus();
    Q_EMIT started();
}

void SettingsPage::takeFocus()
{
    (m_last && m_last->isVisibleTo(this) ? m_last.data() : m_index)->setFocus();
}

void SettingsPage::setRemark(const QString &key, const QString &sentence)
{
    m_column->setRemark(key, sentence);
}

// --- look -----------------------------------------------------------------------------------------------------------

void SettingsPage::dress()
{
    fitSide();
    m_column->dress();
}

void SettingsPage::fitSide()
{
    const double unit = settingLook::unit(m_theme);
    const double least = std::min(leastSide * unit, width() * mostShare);
    m_side->setFixedWidth(qRound(std::clamp(width() * sideShare, least, std::max(least, mostSide * unit))));
}

void SettingsPage::say()
{
    setAccessibleName(tr("Settings"));
    m_index->setAccessibleName(tr("Sections"));
    m_filter->setPlaceholderText(tr("Find a setting"));
    m_filter->setAccessibleName(tr("Find a setting"));
    m_column->say();
    list();
}

void SettingsPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        say();
}

void SettingsPage::resizeEvent(QResizeEvent *event)
{
    QWidget::resizeEvent(event);
    fitSide();
}

// --- sections -------------------------------------------------------------------------------------------------------

void SettingsPage::list()
{
    const QList<SettingsColumn::Section> sections = m_column->sections();
    const bool isAll = m_filter->text().trimmed().isEmpty();
    QList<SideRow> rows;
    m_listed.clear();
    for (int i = 0; i < sections.size(); ++i) {
        if (sections[i].fitting == 0)
            continue;
        m_listed << i;
        rows << SideRow{
            sections[i].name, {}, isAll ? QString() : QString::number(sections[i].fitting), sections[i].name, {}};
    }
    m_index->rows().setRows(rows);
    mark();
}

int SettingsPage::row() const
{
    return int(m_listed.indexOf(m_column->section()));
}

void SettingsPage::mark()
{
    m_index->setCurrentIndex(m_index->rows().index(row()));
    m_index->setMarkedRow(row());
    m_side->showRow(row());
}

void SettingsPage::goToRow(int at)
{
    if (!m_listed.isEmpty())
        m_column->goTo(m_listed[std::clamp(at, 0, int(m_listed.size()) - 1)]);
}

void SettingsPage::step(int rows)
{
    if (m_column->isAncestorOf(focusWidget()))
        m_column->stepFocus(rows);
    else
        goToRow(row() + rows);
}

/// From the index into the section; what is pressed or unfolded, by the key that says so.
void SettingsPage::change()
{
    QWidget *focus = focusWidget();
    if (focus == m_index)
        m_column->focusSection(m_column->section());
    else if (auto *button = qobject_cast<QAbstractButton *>(focus))
        button->click();
    else if (auto *choices = qobject_cast<QComboBox *>(focus))
        choices->showPopup();
}

void SettingsPage::openPage(const QString &name)
{
    if (name == "kindsOfHighlights"_L1)
        Q_EMIT kindsWanted();
    else if (name == "templatesOfMarkdown"_L1)
        Q_EMIT templatesWanted();
    else
        Q_EMIT keysWanted();
}

bool SettingsPage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched != m_filter || event->type() != QEvent::KeyPress)
        return QWidget::eventFilter(watched, event);
    switch (static_cast<QKeyEvent *>(event)->key()) {
    case Qt::Key_Return:
    case Qt::Key_Enter:
    case Qt::Key_Down:
        if (!m_listed.isEmpty())
            m_column->focusSection(m_listed.first());
        return true;
    case Qt::Key_Escape:
        m_filter->clear();
        m_index->setFocus();
        return true;
    default:
        return QWidget::eventFilter(watched, event);
    }
}

} // namespace yaodian::ui
