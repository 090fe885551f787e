// A worker that does what the "document" tells it to: the file's first line is "%PDF- <what>". For the tests of the
// client against a worker that an attacker has taken over.

#include "pdf/protocol/channel.h"

#include <array>
#include <chrono>
#include <thread>

#include <unistd.h>

namespace {

using namespace yaodian::pdf::protocol;

constexpr int socketDescriptor = 3;

QByteArray orderIn(int descriptor)
{
    std::array<char, 200> head{};
    const ssize_t size = ::pread(descriptor, head.data(), head.size(), 0);
    const QByteArray line = QByteArray(head.data(), size > 0 ? size : 0).split('\n').first();
    return line.mid(6).trimmed();
}

/// Only now: what it says of itself is part of the order. The client waits for it anyway.
void greet(const QByteArray &order)
{
    Hello hello;
    Header header;
    if (order == "no-sandbox") {
        hello.failure = QStringLiteral("seccomp_load: Invalid argument");
        header.status = Status::NoSandbox;
    }
    if (order == "another-version")
        hello.version += 1;
    sendFrame(socketDescriptor, header, hello.encode());
}

void answer(const Header &header, const QByteArray &body, const QByteArray &pixels = {})
{
    sendFrame(socketDescriptor, {0, header.id, header.type, Status::Ok}, body, pixels);
}

void openWell(const Header &header)
{
    OpenReply reply;
    reply.pageCount = 3;
    reply.firstPages = QList<PageRow>(3, PageRow{{100, 100}, 0, {}});
    answer(header, reply.encode());
}

void misbehave(const Header &header, const QByteArray &order, const QByteArray &body = {})
{
    if (order == "die")
        ::_exit(1);
    if (order == "die-on-2" && header.type == Type::Words) { // all other pages have a word
        const auto asked = PageRequest::decode(body);
        if (!asked || asked->page == 1)
            ::_exit(1);
        WordsReply reply;
        reply.size = {100, 100};
        const QString text = QStringLiteral("undamaged");
        reply.words = {{text, QList<yaodian::Box>(text.size(), yaodian::Box{0.1, 0.1, 0.2, 0.2}), false}};
        answer(header, reply.encode());
    }
    if (order == "hang")
        std::this_thread::sleep_for(std::chrono::hours(1));
    if (order == "nonsense")
        answer(header, "nonsense");
    if (order == "another-size")
        answer(header, RenderReply{5, 5}.encode(), QByteArray(100, 'x'));
    if (order == "another-id")
        sendFrame(socketDescriptor, {0, header.id + 7, header.type, Status::Ok}, {});
    if (order == "endless") {
        const Header head{0xffffffffu, header.id, header.type, Status::Ok};
        [[maybe_unused]] const ssize_t sent = ::write(socketDescriptor, &head, sizeof head);
        std::this_thread::sleep_for(std::chrono::hours(1));
    }
    if (order == "descriptors") { // what it holds is pushed on the client
        for (int i = 0; i < 50; ++i) {
            const Header head{0, header.id, Type::Hello, Status::Ok};
            const Hello again;
            sendFrame(socketDescriptor, head, again.encode(), {}, STDIN_FILENO);
        }
        if (header.type == Type::Render)
            answer(header, RenderReply{100, 100}.encode(), QByteArray(40'000, 'x'));
        else
            answer(header, {});
    }
    if (order == "leave") { // it answers well and ends
        if (header.type == Type::Render)
            answer(header, RenderReply{100, 100}.encode(), QByteArray(40'000, 'x'));
        else
            answer(header, {});
        ::_exit(0);
    }
    if (order == "half") { // half of the pixels, then the end
        answer(header, RenderReply{100, 100}.encode(), QByteArray(20'000, 'x'));
        ::_exit(1);
    }
}

} // namespace

int main()
{
    Header header;
    QByteArray body;
    QByteArray order;
    int descriptor = -1;
    while (receiveFrame(socketDescriptor, header, body, descriptor) == Received::All) {
        if (header.type == Type::Open) {
            order = orderIn(descriptor);
            ::close(descriptor);
            greet(order);
            if (order == "no-sandbox")
                return 3;
            if (order.startsWith("open-"))
                misbehave(header, order.mid(5));
            else
                openWell(header);
        } else if (header.type != Type::Cancel) {
            misbehave(header, order, body);
        }
    }
    return 0;
}
