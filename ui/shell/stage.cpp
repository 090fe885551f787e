#include "ui/shell/stage.h"

#include "translations/translations.h"
#include "ui/shell/readers.h"
#include "ui/shell/samples.h"

#include <QApplication>
#include <QDialog>
#include <QEventLoop>
#include <QKeyEvent>
#include <QTimer>

namespace yaodian::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int LookMs = 30; ///< between two looks at whether anything moves
constexpr int PatienceMs = 15'000;

/// Counts what is painted, of whatever window.
class Paints final : public QObject
{
public:
    Paints() { qApp->installEventFilter(this); }
    [[nodiscard]] int take() { return std::exchange(m_count, 0); }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override
    {
        if (event->type() == QEvent::Paint || event->type() == QEvent::LayoutRequest)
            ++m_count;
        return QObject::eventFilter(watched, event);
    }

private:
    int m_count = 0;
};

/// In the middle of the day, so that it is still today when the last has been filled in.
qint64 todaysNoon()
{
    return QDateTime(SystemClock().now().toLocalTime().date(), QTime(12, 0)).toMSecsSinceEpoch();
}

void letPass(int ms)
{
    QEventLoop loop;
    QTimer::singleShot(ms, &loop, &QEventLoop::quit);
    loop.exec();
}

} // namespace

Stage::Stage(QApplication &app, const cli::Globals &globals, Shelf shelf, const QString &language, const QSize &screen)
    : m_app(app), m_screen(screen),
      // The past is led through as it is filled, and ends today.
      m_clock(todaysNoon() - qint64(shelf == Shelf::Filled ? sampleDays : 0) * 24 * 3'600'000), m_ids(m_clock)
{
    installLanguage(app, language);
    QApplication::setCursorFlashTime(0); // else nothing that is typed into comes to rest
    auto library = library::Library::open(m_folder.path(), library::Library::Mode::ReadWrite, m_clock, m_ids);
    if (!library) {
        m_problem = library.error().message;
        return;
    }
    m_library = std::move(library.value());
    cli::Globals own = globals;
    own.library = m_folder.path();
    own.language = language;
    own.offline = true;
    m_services = std::make_unique<cli::Services>(*m_library, m_clock, m_ids, own);
    m_theme = std::make_unique<Theme>(app);
    m_commands = std::make_unique<Commands>();
    if (!fill(shelf))
        m_problem = u"The library for the pictures could not be filled."_s;
}

Stage::~Stage()
{
    end();
}

bool Stage::fill(Shelf shelf)
{
    if (shelf == Shelf::Filled)
        return storeSamples(*m_services, m_clock) && storeReadersWork(*m_services, m_clock);
    if (shelf == Shelf::Tour)
        return true;        // the window brings it
    library::Source source; // where there is one, no tour comes
    source.kind = library::Source::Kind::Files;
    source.id = library::Library::sourceId(source.kind, u"files"_s);
    return m_library->putSource(source).ok();
}

library::OperationId Stage::lastAct() const
{
    const auto acts = m_library->journal(1);
    return acts.isEmpty() ? library::OperationId() : acts.first().id;
}

void Stage::begin(const QString &theme)
{
    end();
    m_before = lastAct();
    m_theme->set(theme, 0);
    m_window = std::make_unique<MainWindow>(*m_services, *m_theme, *m_commands, m_ask);
    m_window->resize(m_screen);
    m_window->show();
    m_window->activateWindow();
    m_window->start({}, {});
    m_window->resize(m_screen);
}

void Stage::end()
{
    if (!m_window)
        return;
    delete dialog();
    if (QWidget *open = menu())
        open->close();
    // What it keeps for the next start is where every scene begins.
    while (m_window->readers().count() > 0)
        m_window->readers().closeTab(0);
    m_window->page().goTo({});
    m_window->close();
    m_window.reset();
    while (lastAct() != m_before && m_services->notes.undo()) {
    }
}

QWidget *Stage::dialog() const
{
    for (QWidget *widget : QApplication::topLevelWidgets())
        if (widget->isVisible() && qobject_cast<QDialog *>(widget))
            return widget;
    return nullptr;
}

QWidget *Stage::menu() const
{
    return QApplication::activePopupWidget();
}

void Stage::run(const char *command, std::optional<int> count)
{
    m_commands->run(QString::fromLatin1(command), count);
}

void Stage::press(Qt::Key key, const QString &text)
{
    const bool isUpper = text.size() == 1 && text.front().isUpper();
    QWidget *focus = QApplication::focusWidget();
    QKeyEvent event(QEvent::KeyPress, key, isUpper ? Qt::ShiftModifier : Qt::NoModifier, text);
    QApplication::sendEvent(focus ? focus : m_window.get(), &event);
}

void Stage::type(const QString &letters)
{
    for (const QChar letter : letters)
        press(Qt::Key(letter.toUpper().unicode()), letter);
}

bool Stage::rest(int calmLooks, const std::function<bool()> &isThere)
{
    Paints paints;
    int calm = 0;
    for (int waited = 0; waited < PatienceMs; waited += LookMs) {
        letPass(LookMs);
        calm = paints.take() == 0 ? calm + 1 : 0;
        if (calm >= calmLooks && (!isThere || isThere()))
            return true;
    }
    return false;
}

} // namespace yaodian::ui
