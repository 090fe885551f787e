#include "ui/shell/screenshots.h"

#include "sync/kinds.h"
#include "translations/translations.h"
#include "ui/reader/readerview.h"
#include "ui/shell/app.h"
#include "ui/shell/samples.h"

#include <QApplication>
#include <QDir>
#include <QKeyEvent>
#include <QTemporaryDir>

namespace yaodian::ui {

using namespace Qt::StringLiterals;

namespace {

/// What the add panel could have found.
sync::Finding inventedFinding()
{
    sync::Finding finding;
    finding.source.title = u"每日论文推介"_s;
    finding.source.url = u"https://blog.example/category/papers/feed/"_s;
    finding.what = sync::kindName(finding.source.kind);
    finding.issues = 10;
    finding.papers = 96;
    finding.titles = {u"LG – 机器学习 CV – 计算机视觉 CL – 计算与语言 (11.27)"_s,
                      u"LG – 机器学习 CV – 计算机视觉 RO – 机器人 (11.26)"_s,
                      u"CL – 计算与语言 AS – 音频与语音 (11.25)"_s, u"Ten papers of the week, and one to argue about"_s,
                      u"LG – 机器学习 AI – 人工智能 (11.23)"_s};
    return finding;
}

} // namespace

Screenshots::Screenshots(QApplication &app, cli::Services &services, FixedClock &clock, Theme &theme,
                         MainWindow &window, const QString &directory)
    : m_app(app), m_services(services), m_clock(clock), m_theme(theme), m_window(window), m_directory(directory)
{
    m_timer.setInterval(60);
    connect(&m_timer, &QTimer::timeout, this, &Screenshots::look);
    for (const QString &language : {u"zh_CN"_s, u"en"_s})
        for (const QString &theme_ : {u"light"_s, u"dark"_s})
            addSteps(language, theme_);
    for (const QString &language : {u"zh_CN"_s, u"en"_s})
        for (const QString &theme_ : {u"light"_s, u"dark"_s})
            addSourceSteps(language, theme_);
}

/// Last, because they need sources: the pictures before show the tour alone.
void Screenshots::addSourceSteps(const QString &language, const QString &look)
{
    const QString prefix = language + u'-' + look + u'-';
    const auto there = [this] { return m_window.activity().currentSource().has_value(); };
    m_steps << Step{QString(),
                    [this, language, look] {
                        installLanguage(m_app, language);
                        m_theme.set(look, 0);
                        m_complete =
                            (look != "light"_L1 || !storeSamples(m_services.library, m_clock).isEmpty()) && m_complete;
                        m_window.showActivity();
                        m_window.activity().start(); // the clock went on
                    },
                    there};
    m_steps << Step{prefix + u"activity"_s, [this] { m_window.activity().goToRow(1); }, there}; // the one with gaps
    m_steps << Step{prefix + u"source"_s,
                    [this] {
                        if (const auto source = m_window.activity().currentSource())
                            m_window.showSource(*source);
                    },
                    there};
    m_steps << Step{QString(), [this] { m_window.showActivity(); }, there};
}

void Screenshots::addSteps(const QString &language, const QString &look)
{
    const QString prefix = language + u'-' + look + u'-';
    const auto card = [this] { return m_window.page().currentRow().has_value(); };
    const auto leaveOverlay = [this] {
        if (QWidget *focus = QApplication::focusWidget()) {
            QKeyEvent escape(QEvent::KeyPress, Qt::Key_Escape, Qt::NoModifier);
            QApplication::sendEvent(focus, &escape);
        }
    };
    m_steps << Step{prefix + u"library"_s,
                    [this, language, look] {
                        installLanguage(m_app, language);
                        m_theme.set(look, 0);
                        m_window.page().focusList();
                    },
                    card};
    m_steps << Step{prefix + u"keys"_s, [this] { m_window.showKeys(); }, card};
    m_steps << Step{prefix + u"palette"_s,
                    [this, leaveOverlay] {
                        leaveOverlay();
                        m_window.showPalette();
                    },
                    card};
    m_steps << Step{prefix + u"add"_s,
                    [this, leaveOverlay] {
                        leaveOverlay();
                        m_window.addPanel().start();
                    },
                    card};
    m_steps << Step{prefix + u"add-finding"_s,
                    [this] {
                        const sync::Finding finding = inventedFinding();
                        m_window.addPanel().type(finding.source.url);
                        m_window.addPanel().show(finding);
                    },
                    card};
    m_steps << Step{QString(), leaveOverlay, card};
    m_steps << Step{prefix + u"reader"_s,
                    [this, leaveOverlay] {
                        leaveOverlay();
                        m_window.page().focusList();
                        if (const auto row = m_window.page().currentRow())
                            m_window.openPaper(row->paper);
                    },
                    [this] { return m_window.isReading() && m_window.reader()->isSettled(); }};
    m_steps << Step{prefix + u"settings"_s,
                    [this] {
                        Q_EMIT m_window.reader()->left();
                        m_window.showSettings();
                    },
                    card};
    m_steps << Step{QString(), leaveOverlay, card};
    m_steps << Step{prefix + u"change-keys"_s, [this] { m_window.showKeyTable(); }, card};
    m_steps << Step{QString(), leaveOverlay, card};
}

void Screenshots::start()
{
    next();
}

void Screenshots::next()
{
    if (++m_at >= m_steps.size()) {
        m_timer.stop();
        Q_EMIT finished(m_complete);
        return;
    }
    m_waits = 0;
    m_steps[m_at].prepare();
    m_timer.start();
}

/// The first looks only give the window time to lay itself out and to gather what it shows.
void Screenshots::look()
{
    constexpr int atLeast = 5, atMost = 200;
    const Step &step = m_steps[m_at];
    ++m_waits;
    if (m_waits < atLeast || (m_waits < atMost && !step.ready()))
        return;
    m_complete = m_complete && m_waits < atMost;
    if (!step.name.isEmpty())
        for (const double scale : {1.0, 1.5, 2.0})
            m_complete = keep(step.name, scale) && m_complete;
    next();
}

bool Screenshots::keep(const QString &name, double scale)
{
    QPixmap picture(m_window.size() * scale);
    picture.setDevicePixelRatio(scale);
    m_window.render(&picture);
    return picture.save(u"%1/%2@%3x.png"_s.arg(m_directory, name, QString::number(scale)));
}

int takeScreenshots(QApplication &app, const cli::Globals &globals, const QString &directory)
{
    QTemporaryDir folder;
    // For the pictures that need a past it is led through some weeks, once a language, and ends today.
    FixedClock clock(SystemClock().nowMs() - 2LL * sampleDays * 24 * 3'600'000);
    IdSource ids(clock);
    auto library = library::Library::open(folder.path(), library::Library::Mode::ReadWrite, clock, ids);
    if (!library || !QDir().mkpath(directory)) {
        qCritical("%s", qPrintable(
                            library ? QCoreApplication::translate("app", "The folder %1 cannot be made.").arg(directory)
                                    : library.error().message));
        return 1;
    }
    cli::Globals own = globals;
    own.library = folder.path();
    own.offline = true;
    cli::Services services(**library, clock, ids, own);
    Theme theme(app);
    theme.set(u"light"_s, 0);
    Commands commands;
    AskPerson ask;
    MainWindow window(services, theme, commands, ask);
    window.show();
    window.start({}, {});
    window.resize(1440, 900); // the design's size; the offscreen platform's own screen is smaller
    Screenshots screenshots(app, services, clock, theme, window, directory);
    QObject::connect(&screenshots, &Screenshots::finished, &app,
                     [](bool complete) { QCoreApplication::exit(complete ? 0 : 1); });
    QTimer::singleShot(1500, &screenshots, &Screenshots::start); // the tour is read meanwhile
    return QApplication::exec();
}

} // namespace yaodian::ui
