#pragma once

#include "sync/sync.h"

#include <QObject>
#include <QPointer>

namespace yaodian::sync {

/// What every run needs; the references outlive it.
struct Services
{
    library::Library &library;
    net::Client &client;
    Background &background;
    const Clock &clock;
    std::shared_ptr<Sync::PdfTaker> takePdf; ///< never null; may hold none
    Secrets *secrets = nullptr;              ///< nullptr: there are no passwords
    int firstDays = 0;                       ///< Sync::setFirstDays()
};

using Done = std::function<void(Outcome)>;

/// Something that is under way: its outcome so far, who waits for it, how to stop it. Answers once and then deletes
/// itself; ends unanswered when nobody is left to answer.
class Run : public QObject
{
    Q_OBJECT

public:
    Run(const Services &services, QObject *parent);

    void join(QObject *context, Done done);
    /// Answers with the outcome so far. What is being stored at this moment is stored to its end.
    void cancel();

Q_SIGNALS:
    void activity(const QString &line);
    void ended();
    /// A source's turn begins (1) or is over (-1).
    void turn(yaodian::library::SourceId source, int step);
    /// What sources came to is written down.
    void noted();

protected:
    /// Gives up requests and jobs.
    virtual void stop() = 0;
    void finish();
    [[nodiscard]] bool isOver() const { return m_over; }

    const Services m_services;
    Outcome m_outcome;

private:
    struct Waiter
    {
        QPointer<QObject> context;
        Done done;
    };

    QList<Waiter> m_waiters;
    bool m_over = false;
};

} // namespace yaodian::sync
