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
        return m_part.append(bytes);
    if (m_kind == Kind::Unknown) {
        m_head = head;
        if (head.status == 206) {
            // The rest of what is there already. What does not fit to it is no use, and the part is asked for whole.
            if (partBegins(head) != m_part.size() || m_part.size() == 0) {
                m_part.discard();
                return Error::world(QCoreApplication::translate("papers", "%1 sent another part than was asked for.")
                                        .arg(head.finalUrl.host()));
            }
            m_kind = Kind::Pdf;
            return m_part.append(bytes);
        }
    }
    m_body += bytes;
    if (m_kind == Kind::Other)
        return enough();
    return m_body.size() < toTell ? Result<void>() : decide();
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
        if (const auto begun = m_part.begin(validatorOf(m_head)); !begun)
            return begun;
        return m_part.append(std::exchange(m_body, {}));
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
