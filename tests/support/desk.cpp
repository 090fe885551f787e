#include "tests/support/desk.h"

#include <QClipboard>
#include <QElapsedTimer>
#include <QGuiApplication>
#include <QPixmap>
#include <QScreen>
#include <QThread>

namespace yaodian::tests {

using namespace Qt::StringLiterals;

namespace {

void end(QProcess &process)
{
    if (process.state() == QProcess::NotRunning)
        return;
    process.terminate();
    if (!process.waitForFinished(3000)) {
        process.kill();
        process.waitForFinished(3000);
    }
}

} // namespace

Desk::Desk(const QString &size)
{
    // The server picks a free number itself and says it, so two desks never meet.
    m_server.setProcessChannelMode(QProcess::SeparateChannels);
    m_server.start(u"Xvfb"_s,
                   {u"-displayfd"_s, u"1"_s, u"-screen"_s, u"0"_s, size + u"x24"_s, u"-nolisten"_s, u"tcp"_s});
    if (!m_server.waitForStarted(5000) || !m_server.waitForReadyRead(10000))
        return;
    m_display = u":"_s + QString::fromLatin1(m_server.readAllStandardOutput().trimmed());
    qputenv("DISPLAY", m_display.toLatin1());
    m_manager.setProcessEnvironment(environment());
    m_manager.setStandardErrorFile(QProcess::nullDevice());
    m_manager.start(u"openbox"_s, QStringList());
    m_manager.waitForStarted(5000);
}

Desk::~Desk()
{
    end(m_manager);
    end(m_server);
}

QProcessEnvironment Desk::environment() const
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"DISPLAY"_s, m_display);
    environment.insert(u"QT_QPA_PLATFORM"_s, u"xcb"_s);
    environment.remove(u"WAYLAND_DISPLAY"_s);
    return environment;
}

QByteArray Desk::xdotool(const QStringList &arguments) const
{
    QProcess tool;
    tool.setProcessEnvironment(environment());
    tool.start(u"xdotool"_s, arguments);
    tool.waitForFinished(20000);
    return tool.readAllStandardOutput().trimmed();
}

QString Desk::title() const
{
    return QString::fromUtf8(xdotool({u"getactivewindow"_s, u"getwindowname"_s}));
}

bool Desk::waitForWindow(const QString &title, int ms) const
{
    QElapsedTimer timer;
    timer.start();
    while (timer.elapsed() < ms) {
        if (this->title().contains(title))
            return true;
        QThread::msleep(50);
    }
    return false;
}

void Desk::key(const QStringList &names) const
{
    xdotool(QStringList{u"key"_s, u"--delay"_s, u"40"_s} + names);
}

void Desk::type(const QString &text) const
{
    xdotool({u"type"_s, u"--delay"_s, u"15"_s, u"--"_s, text});
}

QString Desk::clipboard() const
{
    return QGuiApplication::clipboard()->text();
}

bool Desk::screenshot(const QString &path) const
{
    QScreen *screen = QGuiApplication::primaryScreen();
    return screen && screen->grabWindow(0).save(path, "PNG");
}

} // namespace yaodian::tests
