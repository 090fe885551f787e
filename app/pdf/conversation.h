#pragma once

#include "pdf/protocol/messages.h"
#include "pdf/workerhandle.h"

#include <QDeadlineTimer>
#include <QImage>

#include <functional>

namespace yaodian::pdf {

/// What ends a wait early: `descriptor` becomes readable, and then `wanted` (which empties it) says yes.
struct Interrupt
{
    int descriptor = -1;
    std::function<bool()> wanted;
};

/// Questions to one worker, one at a time, each with a deadline. A worker that missed one, even after a polite
/// Cancel, or that answered nonsense, is killed.
class Conversation
{
public:
    enum class Ending {
        Answered,
        Cancelled, ///< by the interrupt; isAlive() says whether the worker took it well
        TimedOut,
        Died,
        Garbled,
        NoSandbox, ///< why() says what the worker said
    };
    struct Answer
    {
        Ending ending = Ending::Died;
        protocol::Status status = protocol::Status::Failed;
        QByteArray body;
        QImage picture;
    };
    struct Question
    {
        protocol::Type type = protocol::Type::Open;
        QByteArray body;
        int milliseconds = 0;
        int descriptor = -1; ///< sent along
        QSize picture;       ///< what a Render must answer
    };

    explicit Conversation(std::shared_ptr<WorkerHandle> worker) : m_worker(std::move(worker)) {}

    /// Blocks until the answer, the deadline, or the interrupt.
    Answer ask(const Question &question, const Interrupt &interrupt = {});
    [[nodiscard]] bool isAlive() const { return m_alive; }
    /// The worker ended while nobody asked it anything.
    [[nodiscard]] bool hasEnded() const;
    [[nodiscard]] const QString &why() const { return m_why; }
    [[nodiscard]] const protocol::Hello &hello() const { return m_hello; }

private:
    enum class Got { All, Late, Gone };
    struct Wait
    {
        QDeadlineTimer deadline;
        const Interrupt &interrupt;
        bool cancelled = false; ///< by the interrupt
        bool late = false;      ///< by the deadline
    };

    Got fill(char *to, qsizetype size, Wait &wait);
    bool onTime(Wait &wait);
    void cancel(Wait &wait);
    Answer receive(const Question &question, Wait &wait);
    Answer receiveBody(const Question &question, const protocol::Header &header, Wait &wait);
    Answer greet(const QByteArray &body);
    Answer end(Ending ending);

    std::shared_ptr<WorkerHandle> m_worker;
    protocol::Hello m_hello;
    QString m_why;
    quint32 m_lastId = 0;
    bool m_alive = true;
};

} // namespace yaodian::pdf
