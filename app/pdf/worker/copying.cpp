#include "pdf/worker/copying.h"

#include "pdf/protocol/limits.h"
#include "pdf/worker/annotations.h"
#include "pdf/worker/appearances.h"

#include <QIODevice>

#include <cstring>
#include <poppler-qt6.h>

namespace yaodian::pdf::worker {

using namespace protocol;

namespace {

/// Takes a file that begins with known bytes and keeps what comes after them. What differs is refused. Of a large file
/// there is never a second one in memory.
class TailDevice final : public QIODevice
{
public:
    explicit TailDevice(QByteArrayView head) : m_head(head) {}
    [[nodiscard]] const QByteArray &tail() const { return m_tail; }
    [[nodiscard]] bool isSound() const { return m_sound && m_written == m_head.size() && !m_tail.isEmpty(); }

protected:
    qint64 readData(char *, qint64) override { return -1; }
    qint64 writeData(const char *data, qint64 size) override
    {
        const qint64 head = qMin(size, m_head.size() - m_written);
        m_sound = m_sound && std::memcmp(m_head.data() + m_written, data, size_t(head)) == 0 &&
                  m_tail.size() + (size - head) <= largestTail;
        m_written += head;
        if (!m_sound)
            return -1;
        m_tail.append(data + head, size - head);
        return size;
    }

private:
    QByteArrayView m_head;
    qint64 m_written = 0; ///< of the head
    QByteArray m_tail;
    bool m_sound = true;
};

} // namespace

std::optional<QByteArray> tailWith(Poppler::Document &document, QByteArrayView file, const QList<AddedRow> &added)
{
    if (!addAnnotations(document, added))
        return std::nullopt;
    TailDevice device(file);
    const auto converter = document.pdfConverter();
    converter->setOutputDevice(&device);
    converter->setPDFOptions(Poppler::PDFConverter::WithChanges);
    if (!converter->convert() || !device.isSound())
        return std::nullopt;
    return withAppearances(device.tail(), file.size(), added);
}

} // namespace yaodian::pdf::worker
