#include "pdf/protocol/channel.h"

#include <array>
#include <cerrno>
#include <cstring>

#include <poll.h>
#include <sys/socket.h>
#include <sys/uio.h>
#include <unistd.h>

namespace yaodian::pdf::protocol {

namespace {

/// Room for one descriptor beside the data, aligned as the kernel wants it.
union Control {
    cmsghdr align;
    std::array<char, CMSG_SPACE(sizeof(int))> bytes;
};

void attach(msghdr &message, Control &control, int descriptor)
{
    std::memset(&control, 0, sizeof control);
    message.msg_control = control.bytes.data();
    message.msg_controllen = control.bytes.size();
    cmsghdr *part = CMSG_FIRSTHDR(&message);
    part->cmsg_level = SOL_SOCKET;
    part->cmsg_type = SCM_RIGHTS;
    part->cmsg_len = CMSG_LEN(sizeof(int));
    std::memcpy(CMSG_DATA(part), &descriptor, sizeof descriptor);
}

int detach(msghdr &message)
{
    int descriptor = -1;
    for (cmsghdr *part = CMSG_FIRSTHDR(&message); part; part = CMSG_NXTHDR(&message, part)) {
        if (part->cmsg_level == SOL_SOCKET && part->cmsg_type == SCM_RIGHTS &&
            part->cmsg_len == CMSG_LEN(sizeof descriptor))
            std::memcpy(&descriptor, CMSG_DATA(part), sizeof descriptor);
    }
    return descriptor;
}

/// Moves the parts past what was sent.
void advance(msghdr &message, size_t sent)
{
    while (message.msg_iovlen > 0 && sent >= message.msg_iov->iov_len) {
        sent -= message.msg_iov->iov_len;
        ++message.msg_iov;
        --message.msg_iovlen;
    }
    if (message.msg_iovlen > 0) {
        message.msg_iov->iov_base = static_cast<char *>(message.msg_iov->iov_base) + sent;
        message.msg_iov->iov_len -= sent;
    }
}

bool receiveAll(int socket, char *to, qsizetype size, int &descriptor)
{
    while (size > 0) {
        const Received ready = awaitReadable(socket, -1, -1);
        if (ready == Received::Woken)
            continue;
        if (ready != Received::All)
            return false;
        int came = -1;
        const qsizetype got = receiveSome(socket, to, size, &came);
        if (came >= 0) {
            if (descriptor >= 0)
                ::close(descriptor);
            descriptor = came;
        }
        if (got == 0)
            return false;
        if (got > 0) {
            to += got;
            size -= got;
        }
    }
    return true;
}

} // namespace

bool sendFrame(int socket, const Header &header, QByteArrayView body, QByteArrayView pixels, int descriptor)
{
    Header head = header;
    head.size = quint32(body.size());
    std::array<iovec, 3> parts{iovec{&head, sizeof head}, iovec{const_cast<char *>(body.data()), size_t(body.size())},
                               iovec{const_cast<char *>(pixels.data()), size_t(pixels.size())}};
    msghdr message{};
    message.msg_iov = parts.data();
    message.msg_iovlen = parts.size();
    Control control;
    if (descriptor >= 0)
        attach(message, control, descriptor);
    advance(message, 0);
    while (message.msg_iovlen > 0) {
        const ssize_t sent = ::sendmsg(socket, &message, MSG_NOSIGNAL);
        if (sent < 0 && errno == EINTR)
            continue;
        if (sent < 0)
            return false;
        message.msg_control = nullptr;
        message.msg_controllen = 0;
        advance(message, size_t(sent));
    }
    return true;
}

bool writeFrame(int socket, const Header &header, QByteArrayView body, QByteArrayView pixels)
{
    Header head = header;
    head.size = quint32(body.size());
    std::array<iovec, 3> parts{iovec{&head, sizeof head}, iovec{const_cast<char *>(body.data()), size_t(body.size())},
                               iovec{const_cast<char *>(pixels.data()), size_t(pixels.size())}};
    msghdr rest{};
    rest.msg_iov = parts.data();
    rest.msg_iovlen = parts.size();
    advance(rest, 0);
    while (rest.msg_iovlen > 0) {
        const ssize_t written = ::writev(socket, rest.msg_iov, int(rest.msg_iovlen));
        if (written < 0 && errno == EINTR)
            continue;
        if (written < 0)
            return false;
        advance(rest, size_t(written));
    }
    return true;
}

Received awaitReadable(int socket, int wake, int milliseconds)
{
    std::array<pollfd, 2> fds{pollfd{socket, POLLIN, 0}, pollfd{wake, POLLIN, 0}};
    const int count = ::poll(fds.data(), wake >= 0 ? 2 : 1, milliseconds);
    if (count < 0)
        return errno == EINTR ? Received::Woken : Received::Broken;
    if (count == 0)
        return Received::TimedOut;
    return wake >= 0 && fds[1].revents != 0 ? Received::Woken : Received::All;
}

qsizetype receiveSome(int socket, char *to, qsizetype size, int *descriptor)
{
    iovec part{to, size_t(size)};
    msghdr message{};
    message.msg_iov = &part;
    message.msg_iovlen = 1;
    Control control;
    if (descriptor) {
        *descriptor = -1;
        message.msg_control = control.bytes.data();
        message.msg_controllen = control.bytes.size();
    }
    const ssize_t got = ::recvmsg(socket, &message, MSG_DONTWAIT | MSG_CMSG_CLOEXEC);
    if (got < 0)
        return errno == EAGAIN || errno == EWOULDBLOCK || errno == EINTR ? -1 : 0;
    if (descriptor)
        *descriptor = detach(message);
    return got;
}

Received receiveFrame(int socket, Header &header, QByteArray &body, int &descriptor)
{
    descriptor = -1;
    if (!receiveAll(socket, reinterpret_cast<char *>(&header), sizeof header, descriptor) || header.size > largestFrame)
        return Received::Closed;
    body.resize(header.size);
    return receiveAll(socket, body.data(), body.size(), descriptor) ? Received::All : Received::Closed;
}

} // namespace yaodian::pdf::protocol
