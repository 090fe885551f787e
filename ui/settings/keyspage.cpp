#include "ui/settings/keyspage.h"

#include "ui/base/ink.h"
#include "ui/commands/keysyntax.h"
#include "ui/settings/keysentences.h"

#include <QEvent>
#include <QFontInfo>
#include <QHBoxLayout>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QVBoxLayout>

namespace yaodian::ui {

using namespace Qt::StringLiterals;

KeysPage::KeysPage(Commands &commands, const KeyFile &file, Ask &ask, Theme &theme, QWidget *parent)
    : QWidget(parent), m_commands(commands), m_file(file), m_ask(ask), m_theme(theme), m_recorder(this)
{
    setObjectName(u"keys"_s);
    build();
    bindKeys();
    connect(&commands, &Commands::keysChanged, this, &KeysPage::refresh);
    connect(m_filter, &QLineEdit::textChanged, this, [this](const QString &typed) {
        refresh();
        if (!typed.isEmpty())
            m_list->step(-m_list->rows().rowCount());
    });
    connect(m_list, &KeyList::currentCommandChanged, this, [this] {
        rest();
        sayRest();
    });
    connect(m_list, &KeyList::doubleClicked, this, [this] { record(false); });
    connect(&m_recorder, &KeyRecorder::pressed, this, [this] { m_list->setPressed(m_recorder.keys()); });
    connect(&m_recorder, &KeyRecorder::finished, this, &KeysPage::recorded);
    connect(&m_recorder, &KeyRecorder::givenUp, this, [this] {
        rest();
        sayRest();
    });
    connect(&theme, &Theme::changed, this, &KeysPage::dress);
    texts();
}

void KeysPage::build()
{
    const auto label = [this](const QString &name) {
        auto *made = new QLabel(this);
        made->setObjectName(name);
        made->setTextFormat(Qt::PlainText);
        return made;
    };
    m_title = label(u"keysTitle"_s);
    m_count = label(u"keysCount"_s);
    m_says = label(u"keysSays"_s);
    m_says->setWordWrap(true);
    m_filter = new QLineEdit(this);
    m_filter->setObjectName(u"keysFilter"_s);
    m_filter->installEventFilter(this);
    m_list = new KeyList(m_theme, this);
    auto *head = new QHBoxLayout;
    head->addWidget(m_title);
    head->addWidget(m_count, 1);
    auto *top = new QVBoxLayout;
    top->addLayout(head);
    top->addWidget(m_filter);
    top->addWidget(m_says);
    auto *column = new QVBoxLayout(this);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(top);
    column->addWidget(m_list, 1);
    setAutoFillBackground(true);
    setFocusProxy(m_list);
}

void KeysPage::bindKeys()
{
    m_commands.listenTo(m_list, Place::Keys);
    m_list->installEventFilter(this); // after the commands, so that it is asked first
    const auto bind = [this](const char *id, std::function<void()> run) {
        m_commands.bind(id, this, [run = std::move(run)](std::optional<int>) { run(); });
    };
    m_commands.bind("keys.next", this, [this](std::optional<int> n) { m_list->step(n.value_or(1)); });
    m_commands.bind("keys.previous", this, [this](std::optional<int> n) { m_list->step(-n.value_or(1)); });
    bind("keys.first", [this] { m_list->step(-m_list->rows().rowCount()); });
    bind("keys.last", [this] { m_list->step(m_list->rows().rowCount()); });
    bind("keys.pageDown", [this] { m_list->page(1); });
    bind("keys.pageUp", [this] { m_list->page(-1); });
    bind("keys.nextPlace", [this] { m_list->stepPlace(1); });
    bind("keys.previousPlace", [this] { m_list->stepPlace(-1); });
    bind("keys.record", [this] { record(false); });
    bind("keys.add", [this] { record(true); });
    bind("keys.clear", [this] { clear(); });
    bind("keys.reset", [this] { reset(); });
    bind("keys.resetAll", [this] { resetAll(); });
    bind("keys.import", [this] { importKeys(); });
    bind("keys.export", [this] { exportKeys(); });
    bind("keys.filter", [this] {
        m_filter->setFocus();
        m_filter->selectAll();
    });
    bind("go.back", [this] {
        if (m_filter->text().isEmpty())
            Q_EMIT closed();
        else
            m_filter->clear();
    });
}

// --- look ---------------------------------------------------------------------------------------------------------

void KeysPage::dress()
{
    const Colours &c = m_theme.colours();
    const double unit = QFontInfo(m_theme.font()).pixelSize() / 14.0;
    const auto dressed = [&](QLabel *part, double size, int weight, const QColor &colour) {
        part->setFont(m_theme.font(size / 14, weight));
        setInk(part, colour);
    };
    dressed(m_title, 21, QFont::DemiBold, c.ink);
    dressed(m_count, 13, QFont::Normal, c.faint);
    dressed(m_says, 13, QFont::Normal, m_wish || m_recorder.isRecording() ? c.accent : c.soft);
    m_says->setMinimumHeight(QFontMetrics(m_says->font()).lineSpacing());
    m_count->setContentsMargins(qRound(12 * unit), qRound(6 * unit), 0, 0);
    m_filter->setFont(m_theme.font());
    QPalette ground = palette();
    ground.setColor(QPalette::Window, c.card);
    ground.setColor(QPalette::Base, c.card);
    setPalette(ground);
    m_list->setPalette(ground);
    auto *top = static_cast<QVBoxLayout *>(layout()->itemAt(0)->layout());
    top->setContentsMargins(qRound(24 * unit), qRound(22 * unit), qRound(24 * unit), qRound(8 * unit));
    top->setSpacing(qRound(12 * unit));
}

void KeysPage::texts()
{
    setAccessibleName(tr("Keys of all commands"));
    m_list->setAccessibleName(tr("Keys of all commands"));
    m_title->setText(tr("Keys"));
    m_filter->setAccessibleName(tr("Find"));
    m_filter->setPlaceholderText(tr("The name of a command in Chinese or English, or a key: gg, Ctrl+F"));
}

void KeysPage::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange) {
        texts();
        refresh();
    }
}

void KeysPage::start()
{
    if (!m_names)
        m_names = std::make_unique<CommandNames>();
    rest();
    m_filter->clear();
    // Whoever wrote in the file meanwhile is not written over.
    if (const auto read = m_file.load(); read && read->map.text() != m_commands.keyMap().text()) {
        m_commands.setKeyMap(read->map);
        if (const QString complaint = read->complaint(); !complaint.isEmpty())
            Q_EMIT failed(complaint);
    }
    dress(); // not before it is shown: under the application's style sheet a widget loses then what it was given before
    refresh();
}

void KeysPage::takeFocus()
{
    m_list->setFocus();
}

QString KeysPage::says() const
{
    return m_says->text();
}

void KeysPage::refresh()
{
    if (!m_names)
        return; // start() shows all
    m_list->setRows(keyRows(m_commands.keyMap(), *m_names, m_filter->text()));
    const auto &table = commandTable();
    const auto changed = std::count_if(
        table.begin(), table.end(), [this](const Command &command) { return m_commands.keyMap().isChanged(command); });
    m_count->setText(changed == 0 ? QString()
                                  : tr("%n command(s) with other keys than their own", nullptr, int(changed)));
}

void KeysPage::say(const QString &sentence, bool isUrgent)
{
    m_says->setText(sentence);
    m_list->setAccessibleDescription(sentence);
    setInk(m_says, isUrgent ? m_theme.colours().accent : m_theme.colours().soft);
}

void KeysPage::sayRest()
{
    const Command *command = m_list->current();
    say(command ? elsewhereSentence(m_commands.keyMap(), *command)
                : tr("No command is called “%1”, and none is on that key.").arg(m_filter->text()),
        false);
}

// --- what is done -------------------------------------------------------------------------------------------------

/// Nothing is pressed and nothing waits.
void KeysPage::rest()
{
    m_wish.reset();
    m_recorder.giveUp();
    m_list->setPressed(std::nullopt);
}

void KeysPage::record(bool isMore)
{
    m_command = m_list->current();
    if (!m_command)
        return;
    rest();
    m_isMore = isMore;
    m_recorder.start(wildcardOf(*m_command));
    m_list->setPressed(QString());
    const QString name = commandText(*m_command);
    say((isMore ? tr("Press one more key for “%1”: Enter after it, or a pause, ends it; Esc gives up.")
                : tr("Press the key for “%1”: Enter after it, or a pause, ends it; Esc gives up."))
            .arg(name),
        true);
}

void KeysPage::recorded(const QString &typed)
{
    m_list->setPressed(std::nullopt);
    const auto keys = checkedKeys(*m_command, typed);
    if (!keys)
        return say(keys.error().message, true);
    QStringList wanted = m_isMore ? m_commands.keysOf(*m_command) : QStringList();
    wanted.removeIf([&](const QString &own) { return keysMeet(own, *keys); }); // "gg" in place of "g"
    wanted << *keys;
    Wish wish{m_commands.keyMap(), tr("“%1”: %2").arg(commandText(*m_command), keysTogether(wanted))};
    if (const auto chosen = wish.map.choose(*m_command, wanted); !chosen)
        return say(chosen.error().message, true);
    const QList<KeyOwner> owners = m_commands.keyMap().takenBy(*m_command, {*keys});
    if (owners.isEmpty()) {
        if (hold(wish.map))
            Q_EMIT message(wish.sentence);
        return;
    }
    m_wish = wish;
    m_list->setPressed(*keys);
    say(conflictSentence(*m_command, *keys, owners), true);
}

/// In the file first: what could not be kept does not hold either.
bool KeysPage::hold(const KeyMap &map)
{
    if (const auto saved = m_file.save(map); !saved) {
        sayRest();
        Q_EMIT failed(saved.error().message);
        return false;
    }
    m_commands.setKeyMap(map);
    return true;
}

void KeysPage::clear()
{
    const Command *command = m_list->current();
    if (!command || m_commands.keysOf(*command).isEmpty())
        return;
    KeyMap map = m_commands.keyMap();
    if (const auto chosen = map.choose(*command, {}); !chosen)
        return say(chosen.error().message, true);
    if (hold(map))
        Q_EMIT message(tr("“%1” has no key now.").arg(commandText(*command)));
}

void KeysPage::reset()
{
    const Command *command = m_list->current();
    if (!command)
        return;
    KeyMap map = m_commands.keyMap();
    map.forget(*command);
    if (!hold(map))
        return;
    QStringList lost = command->keys;
    lost.removeIf([&](const QString &keys) { return map.keysOf(*command).contains(keys); });
    const QString name = commandText(*command);
    if (lost.isEmpty())
        Q_EMIT message(tr("“%1” has its own keys: %2").arg(name, keysTogether(command->keys)));
    else
        Q_EMIT message(
            tr("“%1” has its own keys but for %2, which you gave to another command.").arg(name, keysTogether(lost)));
}

void KeysPage::resetAll()
{
    const int choices = m_commands.keyMap().choices();
    if (choices == 0)
        return Q_EMIT message(tr("All commands have their own keys."));
    m_ask.confirm(
        this,
        tr("Give %n command(s) their own keys back? The keys as they are now stay in keys.txt~, in the folder "
           "of the library.",
           nullptr, choices),
        tr("Give back"), [this] {
            KeyMap map = m_commands.keyMap();
            map.forgetAll();
            if (hold(map))
                Q_EMIT message(tr("All commands have their own keys."));
        });
}

void KeysPage::importKeys()
{
    m_ask.openFiles(this, tr("Import keys"), tr("Keys (*.txt);;All files (*)"), [this](const QStringList &paths) {
        if (!paths.isEmpty())
            importFrom(paths.first());
    });
}

void KeysPage::importFrom(const QString &path)
{
    const auto read = KeyFile::readFrom(path);
    if (!read)
        return Q_EMIT failed(read.error().message);
    const QString name = path.section(u'/', -1);
    if (read->map.choices() == 0)
        return Q_EMIT failed(tr("%1 gives no command a key; all keys are as they were.").arg(name));
    if (hold(read->map))
        Q_EMIT message(importSentence(*read, name));
}

void KeysPage::exportKeys()
{
    if (m_commands.keyMap().choices() == 0)
        return Q_EMIT message(tr("All commands have their own keys: there is nothing to export."));
    m_ask.saveFile(
        this, tr("Export keys"), u"yaodian-keys.txt"_s, tr("Keys (*.txt);;All files (*)"), [this](const QString &path) {
            if (const auto written = KeyFile::writeTo(path, m_commands.keyMap()); !written)
                return Q_EMIT failed(written.error().message);
            Q_EMIT message(
                tr("The keys of %n command(s) are in %1.", nullptr, m_commands.keyMap().choices()).arg(path));
        });
}

// --- keys ---------------------------------------------------------------------------------------------------------

/// A change that waits: Enter makes it, any other key leaves all as it was.
bool KeysPage::decides(const QKeyEvent &event)
{
    if (!m_wish)
        return false;
    const QString key = keyName(event);
    if (key.isEmpty() || event.isAutoRepeat())
        return true; // Shift alone decides nothing
    const Wish wish = *m_wish;
    rest();
    if (key == "Enter"_L1 && hold(wish.map)) {
        Q_EMIT message(wish.sentence);
    } else {
        sayRest();
        if (key != "Enter"_L1)
            Q_EMIT message(tr("All keys are as they were."));
    }
    return true;
}

bool KeysPage::eventFilter(QObject *watched, QEvent *event)
{
    if (watched == m_list && event->type() == QEvent::KeyPress) {
        const auto *key = static_cast<QKeyEvent *>(event);
        if (!m_recorder.isRecording())
            return decides(*key);
        m_recorder.press(*key);
        return true;
    }
    if (watched == m_list && event->type() == QEvent::FocusOut && (m_recorder.isRecording() || m_wish)) {
        rest();
        sayRest();
    }
    if (watched == m_filter && event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Escape && !m_filter->text().isEmpty()) {
            m_filter->clear();
            return true;
        }
        if (key == Qt::Key_Escape || key == Qt::Key_Return || key == Qt::Key_Enter || key == Qt::Key_Down) {
            m_list->setFocus();
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

} // namespace yaodian::ui
