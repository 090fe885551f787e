#pragma once

#include "base/geometry.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <optional>

// What a document has beside text, links and outline, as messages; see messages.h.
namespace yaodian::pdf::protocol {

/// Boxes in 0..1 of the unrotated crop box.
struct ArtReply
{
    Box content; ///< all that is printed; empty: nothing is
    QList<Box> pictures;

    [[nodiscard]] QByteArray encode() const;
    [[nodiscard]] static std::optional<ArtReply> decode(QByteArrayView bytes);
};

struct AttachmentRow
{
    QString name; ///< as the document says it: no path to be trusted
    qint64 bytes = -1;
    QString description;
};

struct ExtrasReply
{
    QList<AttachmentRow> attachments;
    QStringList refused; ///< what the document asks for by itself, in the words of Link actions ("javascript:", …)

    [[nodiscard]] QByteArray encode() const;
    [[nodiscard]] static std::optional<ExtrasReply> decode(QByteArrayView bytes);
};

} // namespace yaodian::pdf::protocol
