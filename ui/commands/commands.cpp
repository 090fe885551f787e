#include "ui/commands/commands.h"

#include "ui/commands/inputmethod.h"

#include <QApplication>
#include <QKeyEvent>
#include <QPointer>
#include <QWidget>

namespace yaodian::ui {

using namespace Qt::StringLiterals;

struct Commands::Binding
{
    QPointer<QObject> owner;
    std::function<void(std::optional<int>)> run;
};

/// What the keys typed so far are.
struct Commands::Match
{
    const Command *command = nullptr; ///< complete
    std::optional<int> wildcard;      ///< what `#` or `@` stood for
    bool isBeginning = false;         ///< of something longer
};

namespace {

/// Whether `typed` is what a key of the table asks for; a wildcard's value goes to `wildcard`.
bool keyFits(const QString &wanted, const QString &typed, std::optional<int> &wildcard)
{
    if (wanted.endsWith(u'#') && typed.size() == wanted.size() && typed.startsWith(wanted.chopped(1))) {
        const int digit = typed.back().digitValue();
        if (digit < 1)
            return false;
        wildcard = digit;
        return true;
    }
    if (wanted == u"@" && typed.size() == 1 && typed[0].isLetter()) {
        wildcard = typed[0].unicode();
        return true;
    }
    return wanted == typed;
}

/// How `typed` stands to one sequence of the table: nothing in common, its beginning, or all of it.
enum class Fit { None, Beginning, Whole };
Fit fit(const QString &sequence, const QStringList &typed, std::optional<int> &wildcard)
{
    const QStringList wanted = sequence.split(u' ');
    if (typed.size() > wanted.size())
        return Fit::None;
    for (qsizetype i = 0; i < typed.size(); ++i)
        if (!keyFits(wanted[i], typed[i], wildcard))
            return Fit::None;
    return typed.size() == wanted.size() ? Fit::Whole : Fit::Beginning;
}

} // namespace

Commands::Commands(QObject *parent) : QObject(parent)
{
    m_patience.setSingleShot(true);
    m_patience.setInterval(2000);
    connect(&m_patience, &QTimer::timeout, this, &Commands::forget);
}

Commands::~Commands() = default;

void Commands::bind(const char *id, QObject *owner, std::function<void(std::optional<int>)> run)
{
    Q_ASSERT_X(commandById(QLatin1StringView(id)), "Commands::bind", id);
    auto &bindings = m_bindings[QLatin1StringView(id)];
    bindings.removeIf([](const Binding &b) { return !b.owner; });
    bindings.append({owner, std::move(run)});
}

const Commands::Binding *Commands::bindingOf(const QString &id) const
{
    const auto it = m_bindings.constFind(id);
    if (it == m_bindings.constEnd())
        return nullptr;
    const Binding *seen = nullptr, *hidden = nullptr;
    for (auto b = it->crbegin(); b != it->crend(); ++b) {
        if (!b->owner)
            continue;
        // Of several windows or documents that bound it, the one in which the person works is meant, else the one
        // that is seen.
        const auto *widget = qobject_cast<const QWidget *>(b->owner.data());
        const QWidget *focus = widget && widget->isVisible() ? QApplication::focusWidget() : nullptr;
        if (!widget || (focus && (focus == widget || widget->isAncestorOf(focus))))
            return &*b;
        if (widget->isVisible() && !seen)
            seen = &*b;
        if (!hidden)
            hidden = &*b;
    }
    return seen ? seen : hidden;
}

bool Commands::isBound(const QString &id) const
{
    return bindingOf(id) != nullptr;
}

bool Commands::run(const QString &id, std::optional<int> count)
{
    const Binding *binding = bindingOf(id);
    if (!binding)
        return false;
    const auto call = binding->run; // a copy: the call may bind anew
    call(count);
    return true;
}

QString Commands::pending() const
{
    return m_count + keysText(m_pending.join(u' '));
}

void Commands::setKeyMap(const KeyMap &map)
{
    forget(); // what was begun may lead nowhere now
    m_keyMap = map;
    Q_EMIT keysChanged();
}

Commands::Match Commands::match(const QStringList &typed, Place place) const
{
    for (const Place at : placeChain(place)) {
        Match found;
        for (const Command &command : commandTable()) {
            if (command.place != at)
                continue;
            for (const QString &sequence : keysOf(command)) {
                std::optional<int> wildcard;
                const Fit how = fit(sequence, typed, wildcard);
                if (how == Fit::None || !isBound(QLatin1StringView(command.id)))
                    continue;
                if (how == Fit::Beginning)
                    found.isBeginning = true;
                else if (!found.command)
                    found = {&command, wildcard, found.isBeginning};
            }
        }
        if (found.command || found.isBeginning)
            return found;
    }
    return {};
}

bool Commands::takeCountDigit(const QString &key, Place place)
{
    if (!m_pending.isEmpty() || key.size() != 1 || !key[0].isDigit() || (key == u"0" && m_count.isEmpty()))
        return false;
    const auto chain = placeChain(place);
    const bool counts = std::any_of(commandTable().begin(), commandTable().end(), [&](const Command &c) {
        return c.takesCount && chain.contains(c.place) && isBound(QLatin1StringView(c.id));
    });
    if (!counts || m_count.size() >= 6)
        return false;
    setPending({}, m_count + key);
    return true;
}

void Commands::setPending(const QStringList &keys, const QString &count)
{
    m_pending = keys;
    m_count = count;
    if (keys.isEmpty() && count.isEmpty())
        m_patience.stop();
    else
        m_patience.start();
    Q_EMIT pendingChanged(pending());
}

void Commands::forget()
{
    if (!m_pending.isEmpty() || !m_count.isEmpty())
        setPending({}, {});
}

bool Commands::handle(QKeyEvent *event, Place place)
{
    const QString key = keyName(*event);
    if (key.isEmpty())
        return false;
    const bool unfinished = !m_pending.isEmpty() || !m_count.isEmpty();
    if (unfinished && key == u"Esc") {
        forget();
        return true;
    }
    if (!m_count.isEmpty() && takeCountDigit(key, place))
        return true; // within a number a digit is one, also where it is a command's key by itself
    const Match found = match(m_pending + QStringList{key}, place);
    if (found.command && found.command->once && event->isAutoRepeat()) {
        forget();
        return true;
    }
    if (found.command) {
        const std::optional<int> count = found.wildcard ? found.wildcard
                                         : found.command->takesCount && !m_count.isEmpty()
                                             ? std::optional(m_count.toInt())
                                             : std::nullopt;
        forget();
        return run(QLatin1StringView(found.command->id), count);
    }
    if (found.isBeginning) {
        setPending(m_pending + QStringList{key}, m_count);
        return true;
    }
    if (takeCountDigit(key, place))
        return true;
    // A sequence that leads nowhere is dropped with its last key: running that key alone could mark a paper unmeant.
    forget();
    return unfinished;
}

void Commands::listenTo(QWidget *widget, Place place)
{
    if (!m_listened.contains(widget)) {
        keepInputMethodOff(widget);
        widget->installEventFilter(this);
        connect(widget, &QObject::destroyed, this, [this](QObject *gone) { m_listened.remove(gone); });
    }
    m_listened.insert(widget, place);
}

bool Commands::eventFilter(QObject *watched, QEvent *event)
{
    const auto it = m_listened.constFind(watched);
    if (it == m_listened.constEnd())
        return QObject::eventFilter(watched, event);
    if (event->type() == QEvent::KeyPress)
        return handle(static_cast<QKeyEvent *>(event), *it);
    if (event->type() == QEvent::ShortcutOverride && !keyName(*static_cast<QKeyEvent *>(event)).isEmpty())
        event->accept(); // else a menu's mnemonic or a system shortcut would win
    return QObject::eventFilter(watched, event);
}

} // namespace yaodian::ui
