#include "ui/settings/settingscolumn.h"

#include "ui/commands/commandnames.h"
#include "ui/commands/withkeys.h"
#include "ui/settings/settinglook.h"

#include <QApplication>
#include <QKeyEvent>
#include <QPushButton>
#include <QScrollBar>
#include <QVBoxLayout>

#include <algorithm>

namespace yaodian::ui {

using namespace Qt::StringLiterals;
using settingLook::unit;

/// A button to another page, in the section where one would look for it.
struct SettingsColumn::Door
{
    const char *name;
    const char *text;   ///< what it leads to; context "settings"
    const char *button; ///< what it is for; the same
    const char *after;  ///< the setting that it follows
};

const QList<SettingsColumn::Door> &SettingsColumn::doors()
{
    static const QList<Door> all{
        {"keysOfCommands", QT_TRANSLATE_NOOP("settings", "Keys of commands"),
         QT_TRANSLATE_NOOP("settings", "Change keys…"), "tray"},
        {"templatesOfMarkdown", QT_TRANSLATE_NOOP("settings", "Templates of your own"),
         QT_TRANSLATE_NOOP("settings", "Edit templates…"), "exportTemplate"},
        {"kindsOfHighlights", QT_TRANSLATE_NOOP("settings", "Kinds of highlights"),
         QT_TRANSLATE_NOOP("settings", "Change kinds…"), "exportGroups"},
    };
    return all;
}

SettingsColumn::SettingsColumn(Settings &settings, const Commands &commands, const Theme &theme, QWidget *parent)
    : QScrollArea(parent), m_settings(settings), m_commands(commands), m_theme(theme)
{
    setObjectName(u"settingsColumn"_s);
    setFrameShape(QFrame::NoFrame);
    setWidgetResizable(true);
    setFocusPolicy(Qt::NoFocus); // its controls have it
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    build();
    m_settling.setSingleShot(true);
    m_settling.setInterval(0);
    connect(&m_settling, &QTimer::timeout, this, &SettingsColumn::restorePlace);
    connect(&settings, &Settings::changed, this, [this](const QString &key) {
        for (const Part &part : std::as_const(m_parts))
            if (part.row && key == QLatin1StringView(part.row->key))
                part.field->show();
    });
    connect(qApp, &QApplication::focusChanged, this, [this](QWidget *, QWidget *now) { follow(now); });
    connect(verticalScrollBar(), &QScrollBar::actionTriggered, this,
            [this] { m_isByHand = verticalScrollBar()->sliderPosition() != verticalScrollBar()->value(); });
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, &SettingsColumn::settleByScroll);
    say();
    dress();
}

SettingsColumn::~SettingsColumn()
{
    hide(); // the field that loses the focus by it is taken over while there is a column
    disconnect(qApp, nullptr, this, nullptr);
    disconnect(&m_settings, nullptr, this, nullptr);
}

// --- what it is made of ---------------------------------------------------------------------------------------------

void SettingsColumn::build()
{
    const auto label = [this](const QString &name) {
        auto *made = new QLabel(m_body);
        made->setObjectName(name);
        made->setTextFormat(Qt::PlainText);
        m_layout->addWidget(made);
        return made;
    };
    m_body = new QWidget;
    m_body->setAutoFillBackground(true);
    m_layout = new QVBoxLayout(m_body);
    m_layout->setSpacing(0);
    m_title = label(u"settingsTitle"_s);
    m_says = label(u"settingsSays"_s);
    m_nothing = label(u"settingsNothing"_s);
    m_nothing->setWordWrap(true);
    m_nothing->hide();
    for (const SettingRow &row : settingRows()) {
        if (m_sections.isEmpty() || qstrcmp(m_sections.last(), row.section) != 0) {
            m_sections << row.section;
            m_heads << label(u"settingsHead"_s);
        }
        addSetting(row);
        for (const Door &door : doors())
            if (qstrcmp(door.after, row.key) == 0)
                addDoor(door);
    }
    m_layout->addStretch(1);
    setWidget(m_body);
}

void SettingsColumn::addSetting(const SettingRow &row)
{
    Part part{new SettingLine(row.text, m_theme, m_body), int(m_heads.size()) - 1, &row};
    part.field = makeSettingsField(row, m_settings, part.line);
    part.line->put(part.field->widget());
    m_layout->addWidget(part.line);
    m_parts.push_back(std::move(part));
}

void SettingsColumn::addDoor(const Door &door)
{
    Part part{new SettingLine(door.text, m_theme, m_body), int(m_heads.size()) - 1};
    part.door = &door;
    auto *button = new QPushButton(part.line);
    button->setObjectName(QLatin1StringView(door.name));
    part.line->put(button);
    connect(button, &QPushButton::clicked, this, [this, &door] { Q_EMIT pageWanted(QLatin1StringView(door.name)); });
    m_layout->addWidget(part.line);
    m_parts.push_back(std::move(part));
}

void SettingsColumn::say()
{
    m_title->setText(tr("Settings"));
    m_says->setText(withKeys(m_commands, tr("Changes apply at once · {go.back} goes back")));
    for (qsizetype i = 0; i < m_heads.size(); ++i)
        m_heads[i]->setText(QCoreApplication::translate("settings", m_sections[i]));
    for (const Part &part : std::as_const(m_parts)) {
        if (part.field)
            part.field->say();
        else
            static_cast<QPushButton *>(part.line->control())
                ->setText(QCoreApplication::translate("settings", part.door->button));
        part.line->say();
    }
    filter(m_typed);
}

void SettingsColumn::dress()
{
    const Colours &c = m_theme.colours();
    const double u = unit(m_theme);
    QPalette ground = m_body->palette();
    ground.setColor(QPalette::Window, c.card);
    m_body->setPalette(ground);
    settingLook::dress(*m_title, m_theme.font(21.0 / 14, QFont::DemiBold), c.ink);
    settingLook::dress(*m_says, m_theme.font(13.0 / 14), c.faint);
    settingLook::dress(*m_nothing, m_theme.font(), c.soft);
    const int indent = qRound(settingLook::indent * u);
    m_title->setContentsMargins(indent, 0, 0, 0);
    m_says->setContentsMargins(indent, qRound(6 * u), 0, 0);
    m_nothing->setContentsMargins(indent, qRound(28 * u), 0, 0);
    for (QLabel *head : std::as_const(m_heads)) {
        settingLook::dress(*head, m_theme.font(16.0 / 14, QFont::DemiBold), c.ink);
        head->setContentsMargins(indent, qRound(30 * u), 0, qRound(6 * u));
    }
    for (const Part &part : std::as_const(m_parts))
        part.line->dress();
    fit();
}

/// Controls stand below their words where there is no room beside them.
void SettingsColumn::fit()
{
    using namespace settingLook;
    const double u = unit(m_theme);
    const int width = viewport()->width();
    const bool isNarrow = width < (38 + indent + wordsWidth + gap + leastField + 24) * u;
    const int left = qRound((isNarrow ? 12 : 38) * u);
    const int whole = qRound((indent + (isNarrow ? 0 : wordsWidth + gap) + fieldWidth + (isNarrow ? 80 : 0)) * u);
    m_layout->setContentsMargins(left, qRound(40 * u), std::max(qRound(24 * u), width - left - whole), qRound(48 * u));
    for (const Part &part : std::as_const(m_parts))
        part.line->setStacked(isNarrow);
}

bool SettingsColumn::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_body && event->type() == QEvent::Resize)
        m_settling.start(); // once everything in it has its new height
    return QScrollArea::eventFilter(watched, event);
}

/// The keys that scroll are commands, which the page knows.
void SettingsColumn::keyPressEvent(QKeyEvent *event)
{
    event->ignore();
}

void SettingsColumn::resizeEvent(QResizeEvent *event)
{
    QScrollArea::resizeEvent(event);
    if (event->size().width() != event->oldSize().width())
        fit();
}

void SettingsColumn::showValues()
{
    for (const Part &part : std::as_const(m_parts))
        if (part.field)
            part.field->show();
}

void SettingsColumn::setRemark(const QString &key, const QString &sentence)
{
    for (const Part &part : std::as_const(m_parts))
        if (part.row && key == QLatin1StringView(part.row->key))
            part.line->setRemark(sentence);
}

// --- what is left of it ---------------------------------------------------------------------------------------------

QString SettingsColumn::namesOf(const Part &part) const
{
    return part.row ? m_names->of(*part.row)
                    : m_names->ofTexts({part.door->text, part.door->button, m_sections[part.section]});
}

void SettingsColumn::filter(const QString &typed)
{
    const bool isOther = m_typed != typed;
    m_typed = typed;
    const bool isAll = typed.trimmed().isEmpty();
    if (!isAll && !m_names)
        m_names = std::make_unique<SettingNames>();
    for (Part &part : m_parts) {
        part.isLeft = isAll || nameRank(namesOf(part), typed) >= 0;
        part.line->setVisible(part.isLeft);
    }
    const QList<Section> left = sections();
    for (qsizetype i = 0; i < m_heads.size(); ++i)
        m_heads[i]->setVisible(left[i].fitting > 0);
    const bool isNothing = std::none_of(m_parts.cbegin(), m_parts.cend(), [](const Part &part) { return part.isLeft; });
    m_nothing->setText(
        isNothing ? withKeys(m_commands, tr("No setting is called “%1” · {go.back} shows all")).arg(typed.trimmed())
                  : QString());
    m_nothing->setVisible(isNothing);
    if (!isOther)
        return;
    scrollTo(0);
    const auto first = std::find_if(m_parts.cbegin(), m_parts.cend(), [](const Part &part) { return part.isLeft; });
    settle(first == m_parts.cend() ? 0 : first->section);
}

QList<SettingsColumn::Section> SettingsColumn::sections() const
{
    QList<Section> all;
    for (const char *source : m_sections)
        all << Section{QCoreApplication::translate("settings", source)};
    for (const Part &part : m_parts)
        all[part.section].fitting += part.isLeft ? 1 : 0;
    return all;
}

// --- where one is ---------------------------------------------------------------------------------------------------

int SettingsColumn::partOf(const QWidget *widget) const
{
    for (size_t i = 0; i < m_parts.size(); ++i)
        if (widget && m_parts[i].line->isAncestorOf(widget))
            return int(i);
    return -1;
}

int SettingsColumn::topOf(qsizetype part) const
{
    const int section = m_parts[part].section;
    for (qsizetype before = part - 1; before >= 0 && m_parts[before].section == section; --before)
        if (m_parts[before].isLeft)
            return m_parts[part].line->y();
    return section == 0 ? 0 : m_heads[section]->y() + qRound(14 * unit(m_theme)); // most of the room above the head
}

void SettingsColumn::goTo(int section)
{
    for (size_t i = 0; i < m_parts.size(); ++i) {
        if (m_parts[i].section != section || !m_parts[i].isLeft)
            continue;
        scrollTo(topOf(i));
        return settle(section);
    }
}

void SettingsColumn::focusSection(int section)
{
    for (const Part &part : std::as_const(m_parts))
        if (part.section == section && part.isLeft)
            return part.line->control()->setFocus(Qt::TabFocusReason);
}

void SettingsColumn::stepFocus(int lines)
{
    const int from = partOf(focusWidget());
    const int way = lines < 0 ? -1 : 1;
    int at = from;
    for (int left = std::abs(lines), next = from + way; left > 0 && next >= 0 && next < int(m_parts.size());
         next += way) {
        if (!m_parts[next].isLeft)
            continue;
        at = next;
        --left;
    }
    if (at >= 0 && at != from)
        m_parts[at].line->control()->setFocus(Qt::TabFocusReason);
}

void SettingsColumn::page(int pages)
{
    QScrollBar *bar = verticalScrollBar();
    bar->setSliderPosition(bar->value() + pages * (viewport()->height() - qRound(40 * unit(m_theme))));
}

/// What gets the focus is seen.
void SettingsColumn::follow(QWidget *focus)
{
    const int part = partOf(focus);
    if (part < 0)
        return;
    const int edge = qRound(12 * unit(m_theme));
    const QWidget *line = m_parts[part].line;
    const int top = topOf(part) - edge, bottom = line->y() + line->height() + edge;
    const int value = verticalScrollBar()->value();
    scrollTo(std::min(std::max(value, bottom - viewport()->height()), top));
    settle(m_parts[part].section);
}

void SettingsColumn::scrollTo(int value)
{
    verticalScrollBar()->setValue(value);
    m_kept = anchor();
}

void SettingsColumn::settle(int section)
{
    if (m_at == section)
        return;
    m_at = section;
    Q_EMIT sectionChanged();
}

void SettingsColumn::settleByScroll()
{
    if (!m_isByHand)
        return;
    m_isByHand = false;
    m_kept = anchor();
    const QScrollBar *bar = verticalScrollBar();
    const bool isEnd = bar->value() > 0 && bar->value() == bar->maximum();
    const int line = bar->value() + (isEnd ? viewport()->height() : viewport()->height() / 4);
    int section = m_at;
    for (qsizetype i = m_heads.size() - 1; i >= 0; --i)
        if (m_heads[i]->isVisibleTo(m_body) && (section = int(i), m_heads[i]->y() <= line))
            break;
    settle(section);
}

// --- staying there --------------------------------------------------------------------------------------------------

/// The control that has the focus, where it is seen; else the first that is. At the beginning one stays there.
SettingsColumn::Anchor SettingsColumn::anchor() const
{
    const int value = verticalScrollBar()->value();
    const auto isSeen = [&](const Part &part) {
        return part.isLeft && part.line->y() >= value && part.line->y() < value + viewport()->height();
    };
    const int focus = partOf(QApplication::focusWidget());
    const bool isFocused = focus >= 0 && isSeen(m_parts[focus]);
    if (value == 0)
        return {{}, 0, isFocused};
    const auto first = isFocused ? m_parts.cbegin() + focus : std::find_if(m_parts.cbegin(), m_parts.cend(), isSeen);
    return first == m_parts.cend() ? Anchor() : Anchor{first->line, first->line->y() - value, isFocused};
}

/// What was seen last before something got another height is seen at its place again.
void SettingsColumn::restorePlace()
{
    if (m_kept.line)
        scrollTo(m_kept.line->y() - m_kept.below);
    if (m_kept.isFocused)
        follow(QApplication::focusWidget());
}

} // namespace yaodian::ui
