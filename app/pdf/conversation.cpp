#include "pdf/conversation.h"

#include "pdf/protocol/channel.h"

#include <sys/mman.h>
#include <sys/socket.h>
#include <unistd.h>

namespace yaodian::pdf {

using namespace protocol;

namespace {

/// How long a worker may take to notice a Cancel before it is killed. A new one is there in a fraction of it.
constexpr int graceMs = 300;

/// Fewer bytes are not worth a call.
constexpr quintptr largePagesFrom = quintptr(4) << 20;

/// Asks for the memory of a picture in large pages: the first touch of each small one costs more than the copy of what
/// it holds. A wish, which goes with the memory when it is given back (base/heap).
void takeLargePages(QImage &picture)
{
#ifdef MADV_HUGEPAGE
    const auto small = quintptr(::sysconf(_SC_PAGESIZE));
    const auto begin = (quintptr(picture.bits()) + small - 1) / small * small;
    const auto end = (quintptr(picture.bits()) + quintptr(picture.sizeInBytes())) / small * small;
    if (end > begin + largePagesFrom)
        ::madvise(reinterpret_cast<void *>(begin), end - begin, MADV_HUGEPAGE);
#endif
}

} // namespace

Conversation::Answer Conversation::end(Ending ending)
{
    m_alive = false;
    m_worker->kill();
    return {ending, Status::Failed, {}, {}};
}

bool Conversation::hasEnded() const
{
    char next = 0;
    return m_alive && ::recv(m_worker->socket(), &next, 1, MSG_PEEK | MSG_DONTWAIT) == 0;
}

Conversation::Answer Conversation::ask(const Question &question, const Interrupt &interrupt)
{
    if (!m_alive)
        return {};
    const Header header{0, ++m_lastId, question.type, Status::Ok};
    if (!sendFrame(m_worker->socket(), header, question.body, {}, question.descriptor))
        m_why.clear(); // its last words may still be there to read
    Wait wait{QDeadlineTimer(question.milliseconds), interrupt};
    Answer answer = receive(question, wait);
    if (wait.cancelled && answer.ending != Ending::NoSandbox)
        answer.ending = Ending::Cancelled;
    else if (wait.late)
        answer.ending = Ending::TimedOut;
    return answer;
}

Conversation::Answer Conversation::receive(const Question &question, Wait &wait)
{
    while (true) {
        Header header;
        const Got got = fill(reinterpret_cast<char *>(&header), sizeof header, wait);
        if (got != Got::All)
            return end(got == Got::Late ? Ending::TimedOut : Ending::Died);
        const bool hello = header.type == Type::Hello;
        if (header.size > largestFrame || (!hello && (header.type != question.type || header.id != m_lastId)))
            return end(Ending::Garbled);
        Answer answer = receiveBody(question, header, wait);
        if (!hello || answer.ending != Ending::Answered)
            return answer;
        answer = greet(answer.body);
        if (answer.ending != Ending::Answered)
            return answer;
    }
}

Conversation::Answer Conversation::receiveBody(const Question &question, const Header &header, Wait &wait)
{
    Answer answer{Ending::Answered, header.status, QByteArray(header.size, Qt::Uninitialized), {}};
    const Got got = fill(answer.body.data(), answer.body.size(), wait);
    if (got != Got::All)
        return end(got == Got::Late ? Ending::TimedOut : Ending::Died);
    if (header.type != Type::Render || header.status != Status::Ok)
        return answer;
    const auto picture = RenderReply::decode(answer.body);
    if (!picture || QSize(picture->width, picture->height) != question.picture)
        return end(Ending::Garbled);
    answer.picture = QImage(question.picture, QImage::Format_RGB32);
    if (answer.picture.isNull())
        return end(Ending::Died);
    takeLargePages(answer.picture);
    const Got pixels = fill(reinterpret_cast<char *>(answer.picture.bits()), answer.picture.sizeInBytes(), wait);
    return pixels == Got::All ? answer : end(pixels == Got::Late ? Ending::TimedOut : Ending::Died);
}

Conversation::Answer Conversation::greet(const QByteArray &body)
{
    const auto hello = Hello::decode(body);
    if (!hello || hello->version != protocol::version)
        return end(Ending::Garbled);
    m_hello = *hello;
    m_why = hello->failure;
    return m_why.isEmpty() ? Answer{Ending::Answered, Status::Ok, {}, {}} : end(Ending::NoSandbox);
}

void Conversation::cancel(Wait &wait)
{
    sendFrame(m_worker->socket(), Header{0, m_lastId, Type::Cancel, Status::Ok}, {});
    wait.deadline = QDeadlineTimer(graceMs);
}

/// Waits for bytes. False where the time is up and the worker did not even take the Cancel.
bool Conversation::onTime(Wait &wait)
{
    const bool asked = wait.cancelled || wait.late;
    const int wake = asked ? -1 : wait.interrupt.descriptor;
    switch (awaitReadable(m_worker->socket(), wake, int(wait.deadline.remainingTime()))) {
    case Received::Woken:
        if (!asked && wait.interrupt.wanted && wait.interrupt.wanted()) {
            wait.cancelled = true;
            cancel(wait);
        }
        return true;
    case Received::TimedOut:
        if (asked)
            return false;
        wait.late = true;
        cancel(wait);
        return true;
    default:
        return true;
    }
}

Conversation::Got Conversation::fill(char *to, qsizetype size, Wait &wait)
{
    while (size > 0) {
        const qsizetype got = receiveSome(m_worker->socket(), to, size);
        if (got == 0)
            return Got::Gone;
        if (got > 0) {
            to += got;
            size -= got;
        } else if (!onTime(wait)) {
            return Got::Late;
        }
    }
    return Got::All;
}

} // namespace yaodian::pdf
