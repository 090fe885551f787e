#pragma once

#include "ui/base/theme.h"
#include "ui/commands/commands.h"

#include <QDateTime>
#include <QTimer>
#include <QWidget>

class QLabel;

namespace yaodian::ui {

/// A thin line above the pages while a session runs: which paper of how many, its title, the keys that go on, the
/// minutes.
class SessionBar final : public QWidget
{
    Q_OBJECT

public:
    SessionBar(const Commands &commands, const Theme &theme, QWidget *parent = nullptr);

    void show(int position, int papers, const QString &title, const QDateTime &started); ///< position from 1
    void leave();

protected:
    void paintEvent(QPaintEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void say();

    const Commands &m_commands;
    const Theme &m_theme;
    QTimer m_minute;
    QLabel *m_label;
    QLabel *m_keys;
    QLabel *m_time;
    int m_position = 0, m_papers = 0;
    QString m_title;
    QDateTime m_started;
};

} // namespace yaodian::ui
