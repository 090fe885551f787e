#pragma once

#include "ui/shell/window.h"

#include <QTimer>

#include <functional>

class QApplication;

namespace yaodian::ui {

/// Walks through the window in every language and look and keeps pictures of it. Each picture waits for what it shows.
class Screenshots final : public QObject
{
    Q_OBJECT

public:
    Screenshots(QApplication &app, cli::Services &services, FixedClock &clock, Theme &theme, MainWindow &window,
                const QString &directory);

    void start();

Q_SIGNALS:
    void finished(bool complete);

private:
    struct Step
    {
        QString name;
        std::function<void()> prepare;
        std::function<bool()> ready;
    };
    void addSteps(const QString &language, const QString &look);
    void addSourceSteps(const QString &language, const QString &look);
    void next();
    void look();
    bool keep(const QString &name, double scale);

    QApplication &m_app;
    cli::Services &m_services;
    FixedClock &m_clock;
    Theme &m_theme;
    MainWindow &m_window;
    QString m_directory;
    QList<Step> m_steps;
    int m_at = -1;
    int m_waits = 0;
    bool m_complete = true;
    QTimer m_timer;
};

} // namespace yaodian::ui
