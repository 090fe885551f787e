#pragma once

#include "base/background.h"
#include "base/clock.h"
#include "sync/sync.h"
#include "ui/commands/commands.h"
#include "ui/sources/eventlist.h"
#include "ui/sources/monthview.h"
#include "ui/sources/sourcelist.h"

#include <QTimer>

class QLabel;
class QScrollArea;
class QStackedLayout;
class QToolButton;

namespace yaodian::ui {

/// What syncing does, source by source: how each stands and when it goes on; of the current one a month of days, what
/// is missing, what happened lately. It reads off the main thread, and a sync that ends changes what is told and never
/// where one is.
class ActivityPage final : public QWidget
{
    Q_OBJECT

public:
    ActivityPage(library::Library &library, sync::Sync &sync, Background &background, const Clock &clock,
                 Commands &commands, Theme &theme, QWidget *parent = nullptr);

    void start(); ///< shows how things stand now
    void takeFocus();
    void goToRow(int row) { m_list->goTo(row); }
    [[nodiscard]] std::optional<library::Source> currentSource() const;

Q_SIGNALS:
    void closed();
    void settingsWanted(const yaodian::library::Source &source);
    void removalWanted(const yaodian::library::Source &source);
    void message(const QString &sentence);
    void failed(const QString &sentence);

protected:
    void showEvent(QShowEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    void build();
    [[nodiscard]] QLabel *label(const QString &name);
    [[nodiscard]] QToolButton *stepButton(const QString &sign, int step);
    void bindKeys();
    void dress();
    void texts();
    void refresh();
    void refreshMonth();
    void showMonth(const sync::SourceMonth &month);
    void tellSource();
    void tellDay();
    void stepMonth(int by);
    void ask();
    void fetchOlder();
    void fillGaps();
    void fill(const QDate &day);
    void leave();
    void ended(const sync::Outcome &outcome, const QString &sentence);

    library::Library &m_library;
    sync::Sync &m_sync;
    Background &m_background;
    const Clock &m_clock;
    Commands &m_commands;
    Theme &m_theme;
    SourceList *m_list;
    MonthView *m_month;
    EventList *m_log;
    QScrollArea *m_right;
    QLabel *m_name, *m_address, *m_now, *m_monthName, *m_day, *m_lately, *m_empty;
    QToolButton *m_before, *m_after;
    QStackedLayout *m_stack;
    QTimer m_soon;
    QDate m_shown; ///< first day of the month that is shown
    std::optional<Background::Job> m_listJob, m_monthJob;
    int m_own = 0;          ///< requests of this page that are under way
    bool m_stopped = false; ///< of them, by the reader
};

} // namespace yaodian::ui
