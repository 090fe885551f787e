#pragma once

#include "base/result.h"

#include <QString>

#include <memory>

namespace yaodian::pdf {

/// An opened file that begins like a PDF. Kept open, so that a new worker reads the very same file.
class DocumentFile
{
public:
    /// One sentence where it is missing, not readable, too large, empty or something else than a PDF.
    static Result<std::shared_ptr<DocumentFile>> open(const QString &path);

    DocumentFile(int descriptor, qint64 size) : m_descriptor(descriptor), m_size(size) {}
    ~DocumentFile();
    Q_DISABLE_COPY_MOVE(DocumentFile)

    [[nodiscard]] int descriptor() const { return m_descriptor; }
    [[nodiscard]] qint64 size() const { return m_size; }
    /// Up to `size` bytes from `offset`; shorter at the end and after an error.
    [[nodiscard]] QByteArray read(qint64 offset, qint64 size) const;
    [[nodiscard]] QString sha256() const;

private:
    int m_descriptor;
    qint64 m_size;
};

} // namespace yaodian::pdf
