#pragma once

#include "base/geometry.h"

#include <QByteArray>
#include <QList>
#include <QString>

#include <optional>

// What readers wrote into a PDF, as messages; see messages.h.
namespace yaodian::pdf::protocol {

enum class AnnotationKind : quint8 { Highlight, Underline, StrikeOut, Squiggly, Note, FreeText, Shape, Ink, Other };
constexpr AnnotationKind lastAnnotationKind = AnnotationKind::Other;

/// Boxes in 0..1 of the unrotated crop box.
struct AnnotationRow
{
    AnnotationKind kind = AnnotationKind::Other;
    QList<Box> boxes; ///< one a line of the marked text
    QString contents; ///< with the answers to it
    QString author;
    QString name;        ///< its id, if it has one
    qint32 colour = -1;  ///< 0xRRGGBB; -1: none
    qint64 modified = 0; ///< milliseconds since 1970; 0: not said
};

/// Of a page.
struct AnnotationsReply
{
    QList<AnnotationRow> annotations;

    [[nodiscard]] QByteArray encode() const;
    [[nodiscard]] static std::optional<AnnotationsReply> decode(QByteArrayView bytes);
};

/// An annotation to be written. Of `kind`, Highlight, Underline and Shape (a rectangle) can be.
struct AddedRow
{
    int page = 0;
    AnnotationRow annotation;
    QString subject;
};

/// Asks for the document with more annotations. The worker serves the document as it was written from then on.
struct AnnotateRequest
{
    QList<AddedRow> added;

    [[nodiscard]] QByteArray encode() const;
    [[nodiscard]] static std::optional<AnnotateRequest> decode(QByteArrayView bytes);
};

struct AnnotateReply
{
    QByteArray tail; ///< what follows the bytes of the file as it is

    [[nodiscard]] QByteArray encode() const;
    [[nodiscard]] static std::optional<AnnotateReply> decode(QByteArrayView bytes);
};

} // namespace yaodian::pdf::protocol
