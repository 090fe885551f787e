#pragma once

#include "net/client.h"
#include "papers/partfile.h"
#include "papers/sniff.h"

namespace yaodian::papers {

/// One answer on its way in: looked at as soon as its first KiB is there, a PDF goes to disk as it comes, of anything
/// else the beginning is kept to tell what it is.
class Arrival
{
public:
    /// `wantsPage`: what is no PDF is wanted too and read up to a limit; else it is not waited for.
    Arrival(PartFile &part, bool wantsPage);

    /// An Error ends the transfer: the disk is full, or there is nothing to wait for (leftOff() then).
    Result<void> take(const net::Response &head, const QByteArray &bytes);
    /// After the last byte.
    Result<void> end(const net::Response &head);

    [[nodiscard]] bool isPdf() const { return m_kind == Kind::Pdf; }
    /// It could not be written: no other address will help.
    [[nodiscard]] bool cannotBeKept() const { return m_cannotBeKept; }
    /// It was ended by take() because it is no PDF; head() and body() say what it is.
    [[nodiscard]] bool leftOff() const { return m_leftOff; }
    [[nodiscard]] Looks looks() const { return looksLike(m_body, m_head.contentType); }
    [[nodiscard]] const QByteArray &body() const { return m_body; } ///< of what is no PDF, perhaps its beginning
    [[nodiscard]] const net::Response &head() const { return m_head; }

private:
    enum class Kind { Unknown, Pdf, Other };
    Result<void> decide();
    Result<void> goOn(const QByteArray &bytes);
    Result<void> write(const QByteArray &bytes);
    [[nodiscard]] bool isTheRest() const;
    Result<void> enough(); ///< ends what is no PDF where more of it would say no more

    PartFile &m_part;
    const bool m_wantsPage;
    Kind m_kind = Kind::Unknown;
    bool m_leftOff = false;
    bool m_cannotBeKept = false;
    net::Response m_head;
    QByteArray m_body;
};

/// What If-Range may name: a strong ETag, else Last-Modified; null: the answer says neither.
[[nodiscard]] QByteArray validatorOf(const net::Response &head);
/// Where the bytes of a 206 begin in the whole file; -1: it does not say, or says several parts.
[[nodiscard]] qint64 partBegins(const net::Response &head);

} // namespace yaodian::papers
