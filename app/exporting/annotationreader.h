#pragma once

#include "base/geometry.h"
#include "base/result.h"

#include <QByteArray>
#include <QDateTime>
#include <QList>
#include <QStringList>
#include <QUuid>

#include <optional>

// W3C Web Annotations of anybody, as far as they speak of a passage of a PDF.
namespace yaodian::exporting {

struct ReadMark
{
    QUuid id;           ///< of the highlight it becomes: the same each time the file is read
    QStringList papers; ///< what the paper may be called: ids, addresses
    QString document;   ///< sha256, where it says it
    QString exact;
    QString prefix;
    QString suffix;
    std::optional<int> page; ///< from 0
    QList<Box> boxes;        ///< of the lines, where it was ours once
    QStringList kinds;       ///< words that may name a kind; else they are tags
    QString comment;
    QDateTime made; ///< invalid: it does not say

    /// What only ours say.
    struct Own
    {
        QString kind;
        QStringList tags;
        QString style; ///< empty, "underline", "area"
        QString image; ///< sha256 of a picture that the library may have
        int at = -1;
        QString section;
    };
    std::optional<Own> own;
};

/// True where the bytes look like annotations and like nothing else.
[[nodiscard]] bool isAnnotations(const QByteArray &bytes);

/// A collection, a page of one, a single annotation or a list of any of these. One sentence where it is no JSON.
Result<QList<ReadMark>> readAnnotations(const QByteArray &bytes);

} // namespace yaodian::exporting
