#pragma once

#include "sync/answers.h"
#include "sync/recipe.h"
#include "sync/run.h"
#include "sync/storeroom.h"

#include <QTimer>

namespace yaodian::sync {

/// What a source's turn came to.
struct Turn
{
    library::SyncRecord record;
    Kept kept;
    QString failure;                       ///< a sentence; empty: none
    QString waiting;                       ///< its server asks for patience: a sentence; empty: it does not
    std::optional<library::HostHold> hold; ///< of the whole server
    int status = 0;                        ///< of the last answer; 0: none came
    bool unreachable = false;
    bool cancelled = false;
};

/// One source's turn: asks, judges, stores, asks on. Ends once with turn(), or is stopped.
class Visit final : public QObject
{
    Q_OBJECT

public:
    struct Orders
    {
        bool unconditional = false;
        int olderPages = 0;        ///< fetch older issues, so many pages of them, in place of new ones
        QList<QDate> missing = {}; ///< Round::missing
    };
    Visit(const Services &services, Storeroom &storeroom, const library::Source &source,
          const library::SyncState &state, const Orders &orders, QObject *parent);
    ~Visit() override;

    void start();
    void stop(); ///< what is being stored at this moment is stored to its end
    [[nodiscard]] const library::Source &source() const { return m_round.source; }
    [[nodiscard]] const Turn &turn() const { return m_turn; }

Q_SIGNALS:
    void ended();

private:
    void fetchPassword();
    void askNext();
    void answered(const Ask &ask, const Result<net::Response> &result);
    void unreached(const Error &why);
    void unusable(const Error &why);
    void refused(const Ask &ask, const net::Response &response);
    void readPosts(const Ask &ask, const net::Response &response);
    void keep(const Ask &ask, const net::Response &response, const Taken &taken);
    void kept(const Ask &ask, const net::Response &response, const Taken &taken, const Kept &kept);
    void follow(const Ask &ask, const net::Response &response, const Taken &taken, int fresh);
    void walkFolder();
    void keepOldValidators();
    void rememberEmptyDays();
    void fail(const Judgement &judgement, const net::Response &response);
    void finish(library::SyncEvent::Kind kind, const QString &sentence);
    [[nodiscard]] library::SyncState stateFor(const Judgement &judgement, const net::Response &response) const;

    const Services m_services;
    Storeroom &m_storeroom;
    const library::Source m_source; ///< as it is stored
    Round m_round;                  ///< its source has the address that is asked
    const Orders m_orders;
    Turn m_turn;
    QList<Ask> m_asks;
    library::SyncState m_state; ///< as it is to be after the turn
    QByteArray m_lastFirst;     ///< Taken::first of the page before
    quint64 m_request = 0;
    QString m_password; ///< of this turn's source; empty: none
    QTimer m_patience;  ///< with the keychain
    std::optional<Background::Job> m_job;
    int m_keepSeconds = 0;
    int m_answers = 0; ///< that had posts, or were to have some
    QDate m_oldest;    ///< day of the oldest post of the turn
    bool m_notModified = false;
    bool m_empty = false;
    bool m_fellBack = false; ///< something else was asked than the recipe had in mind
    bool m_over = false;
};

} // namespace yaodian::sync
