#include "papers/arrival.h"

#include <QCoreApplication>

namespace yaodian::papers {

namespace {

constexpr qsizetype toTell = 1024;                 ///< bytes in which a PDF says that it is one
constexpr qsizetype largestPage = 4 * 1024 * 1024; ///< of a page that may name the PDF
constexpr qsizetype largestRefusal = 64 * 1024;    ///< of what only has to be named

} // namespace

Arrival::Arrival(PartFile &part, bool wantsPage) : m_part(part), m_wantsPage(wantsPage) {}

Result<void> Arrival::take(const net::Response &head, const QByteArray &bytes)
{
    if (m_kind == Kind::Pdf)
        return write(bytes);
    if (m_kind == Kind::Unknown) {
        m_head = head;
        if (head.status == 206)
            return goOn(bytes);
    }
    m_body += bytes;
    if (m_kind == Kind::Other)
        return enough();
    return m_body.size() < toTell ? Result<void>() : decide();
}

bool Arrival::isTheRest() const
{
    // Some servers send a part whatever If-Range says: the version must be the same where they name one.
    const QByteArray known = m_part.validator();
    const QByteArray &now = known.startsWith('"') ? m_head.etag : m_head.lastModified;
    return m_part.size() > 0 && partBegins(m_head) == m_part.size() && (now.isEmpty() || now == known);
}

Result<void> Arrival::goOn(const QByteArray &bytes)
{
    // What does not fit to what is there is no use, and the file is asked for whole.
    if (!isTheRest()) {
        m_part.discard();
        return Error::world(QCoreApplication::translate("papers", "%1 sent another part than was asked for.")
                                .arg(m_head.finalUrl.host()));
    }
    m_kind = Kind::Pdf;
    return write(bytes);
}

Result<void> Arrival::write(const QByteArray &bytes)
{
    if (m_part.size() + bytes.size() > largestPdf) {
        m_part.discard();
        return Error::world(QCoreApplication::translate("papers", "The PDF from %1 is larger than %2 MB.")
                                .arg(m_head.finalUrl.host())
                                .arg(largestPdf / (1024 * 1024)));
    }
    auto written = m_part.append(bytes);
    if (!written) { // as on a full disk, which the part only makes fuller
        m_cannotBeKept = true;
        m_part.discard();
    }
    return written;
}

Result<void> Arrival::end(const net::Response &head)
{
    if (m_kind != Kind::Unknown)
        return {};
    m_head = head;
    return decide();
}

Result<void> Arrival::decide()
{
    if (m_head.status == 200 && looksLike(m_body, m_head.contentType) == Looks::Pdf) {
        m_kind = Kind::Pdf;
        if (const auto begun = m_part.begin(validatorOf(m_head)); !begun) {
            m_cannotBeKept = true;
            return begun;
        }
        return write(std::exchange(m_body, {}));
    }
    m_kind = Kind::Other;
    return enough();
}

Result<void> Arrival::enough()
{
    if (m_body.size() < (m_wantsPage && m_head.status == 200 ? largestPage : largestRefusal))
        return {};
    m_leftOff = true;
    return Error::cancelled();
}

QByteArray validatorOf(const net::Response &head)
{
    if (!head.etag.isEmpty() && !head.etag.startsWith("W/"))
        return head.etag;
    return head.lastModified;
}

qint64 partBegins(const net::Response &head)
{
    // "bytes 1000-1999/2000"
    const QByteArray range = head.header("Content-Range").trimmed();
    if (!range.startsWith("bytes "))
        return -1;
    bool number = false;
    const qint64 begin = range.mid(6, range.indexOf('-') - 6).trimmed().toLongLong(&number);
    return number ? begin : -1;
}

} // namespace yaodian::papers
