#pragma once

#include "base/background.h"
#include "base/clock.h"
#include "ui/commands/commands.h"
#include "ui/library/sidesection.h"
#include "ui/session/historychart.h"

#include <QScrollArea>

class QLabel;

namespace yaodian::ui {

/// What was read in the last weeks: days and papers as a picture, and the sessions, each of which can be looked at
/// again.
class HistoryPage final : public QScrollArea
{
    Q_OBJECT

public:
    HistoryPage(const library::Library &library, Background &background, const Clock &clock, Commands &commands,
                Theme &theme, QWidget *parent = nullptr);

    void start(); ///< reads it anew
    void takeFocus();

Q_SIGNALS:
    void closed();
    void sessionChosen(const yaodian::library::Session &session);
    void shown(); ///< what start() asked for is there

protected:
    void changeEvent(QEvent *event) override;

private:
    struct Data
    {
        QDate first, last;
        QList<reading::DayOfReading> days;
        QList<library::Session> sessions; ///< newest first
    };
    void build(Commands &commands);
    void bind(Commands &commands);
    void show(const Data &read);
    void say();
    void sayDay();
    void goToSession(int row);
    [[nodiscard]] SideRow rowOf(const library::Session &session) const;

    const library::Library &m_library;
    Background &m_background;
    const Clock &m_clock;
    const Commands &m_commands;
    Theme &m_theme;
    Data m_data;
    QLabel *m_title, *m_sum, *m_day, *m_head, *m_empty;
    HistoryChart *m_chart;
    SideSection *m_sessions;
};

} // namespace yaodian::ui
