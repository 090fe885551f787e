#pragma once

#include <QProcess>
#include <QString>

namespace yaodian::tests {

/// A desk with nothing on it: a screenless X server with a window manager, on a display number of its own. Programs
/// started with environment() open their windows there; keys are typed as a person would. Ends what it started.
class Desk
{
public:
    /// `size`: "1600x1000". The process's own DISPLAY is set to this server, so that a QGuiApplication made afterwards
    /// on the xcb platform can take screenshots of it.
    explicit Desk(const QString &size = QStringLiteral("1600x1000"));
    ~Desk();
    Desk(const Desk &) = delete;
    Desk &operator=(const Desk &) = delete;

    [[nodiscard]] bool isReady() const { return !m_display.isEmpty(); }
    [[nodiscard]] QString display() const { return m_display; }
    [[nodiscard]] QProcessEnvironment environment() const;

    /// Waits until a window whose title contains `title` has the focus. False after `ms`.
    [[nodiscard]] bool waitForWindow(const QString &title, int ms = 20000) const;
    /// Title of the window with the focus.
    [[nodiscard]] QString title() const;
    /// Presses keys by their X names, one after the other: key({"j", "Return", "ctrl+f"}).
    void key(const QStringList &names) const;
    /// Types a text letter by letter.
    void type(const QString &text) const;
    /// The text of the clipboard. Needs a QGuiApplication on this display.
    [[nodiscard]] QString clipboard() const;
    /// The whole screen, as PNG. Needs a QGuiApplication on this display.
    [[nodiscard]] bool screenshot(const QString &path) const;

private:
    QByteArray xdotool(const QStringList &arguments) const;

    QProcess m_server;
    QProcess m_manager;
    QString m_display;
};

} // namespace yaodian::tests
