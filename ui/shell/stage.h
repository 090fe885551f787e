#pragma once

#include "ui/shell/window.h"

#include <QTemporaryDir>

class QApplication;

namespace yaodian::ui {

/// What there is in the library of a stage.
enum class Shelf {
    Bare,  ///< nothing at all
    Tour,  ///< what a first start finds
    Filled ///< weeks of issues, and what a reader made of them
};

/// Where pictures are taken: a library in a folder that goes away, and a window over it. What is done on it is done as
/// its reader would: by commands, keys and letters.
class Stage
{
public:
    /// Everything is in that language from then on. `screen`: how large the window is, in logical pixels.
    Stage(QApplication &app, const cli::Globals &globals, Shelf shelf, const QString &language, const QSize &screen);
    ~Stage();

    [[nodiscard]] const QString &problem() const { return m_problem; } ///< one sentence; empty: it stands

    /// A new window, in which nothing was done yet.
    void begin(const QString &theme);
    void end(); ///< of that window; what was done in it is undone
    [[nodiscard]] MainWindow &window() { return *m_window; }
    [[nodiscard]] cli::Services &services() { return *m_services; }
    /// The dialog over the window; nullptr: there is none.
    [[nodiscard]] QWidget *dialog() const;
    [[nodiscard]] QWidget *menu() const; ///< the one that is open; nullptr: none is
    /// The window's child of that name; nullptr: there is none.
    template <class T = QWidget> T *child(const char *name)
    {
        return m_window->findChild<T *>(QLatin1StringView(name));
    }

    void run(const char *command, std::optional<int> count = std::nullopt);
    void type(const QString &letters); ///< into what has the focus
    void press(Qt::Key key, const QString &text = {});

    /// Lets the window go on until so often in a row nothing was painted, and `isThere` says so; false: it does not
    /// come to rest.
    [[nodiscard]] bool rest(int calmLooks, const std::function<bool()> &isThere = {});

private:
    bool fill(Shelf shelf);
    [[nodiscard]] library::OperationId lastAct() const;

    QApplication &m_app;
    QTemporaryDir m_folder;
    QSize m_screen;
    FixedClock m_clock;
    IdSource m_ids;
    std::unique_ptr<library::Library> m_library;
    std::unique_ptr<cli::Services> m_services;
    std::unique_ptr<Theme> m_theme;
    std::unique_ptr<Commands> m_commands;
    AskPerson m_ask;
    std::unique_ptr<MainWindow> m_window;
    library::OperationId m_before; ///< the last act before the window was made
    QString m_problem;
};

} // namespace yaodian::ui
