#include "pdf/worker/annotations.h"

#include "pdf/protocol/limits.h"
#include "pdf/worker/answers.h"

#include <QColor>
#include <QDateTime>
#include <QPolygonF>

#include <memory>
#include <poppler-qt6.h>

namespace yaodian::pdf::worker {

using namespace protocol;
using Poppler::Annotation;

namespace {

constexpr int deepestAnswer = 4;

QString sound(const QString &text, int longest)
{
    return text.isValidUtf16() ? text.left(longest) : QString();
}

AnnotationKind kindOf(const Annotation &annotation)
{
    switch (annotation.subType()) {
    case Annotation::AText:
        return static_cast<const Poppler::TextAnnotation &>(annotation).textType() == Poppler::TextAnnotation::Linked
                   ? AnnotationKind::Note
                   : AnnotationKind::FreeText;
    case Annotation::AHighlight:
        switch (static_cast<const Poppler::HighlightAnnotation &>(annotation).highlightType()) {
        case Poppler::HighlightAnnotation::Underline:
            return AnnotationKind::Underline;
        case Poppler::HighlightAnnotation::StrikeOut:
            return AnnotationKind::StrikeOut;
        case Poppler::HighlightAnnotation::Squiggly:
            return AnnotationKind::Squiggly;
        default:
            return AnnotationKind::Highlight;
        }
    case Annotation::AGeom:
        return AnnotationKind::Shape;
    case Annotation::AInk:
    case Annotation::ALine:
        return AnnotationKind::Ink;
    default:
        return AnnotationKind::Other;
    }
}

QList<QRectF> areasOf(const Annotation &annotation)
{
    QList<QRectF> areas;
    if (annotation.subType() == Annotation::AHighlight) {
        const auto quads = static_cast<const Poppler::HighlightAnnotation &>(annotation).highlightQuads();
        for (const auto &quad : quads) // whatever order its corners are in
            areas << QPolygonF({quad.points[0], quad.points[1], quad.points[2], quad.points[3]}).boundingRect();
    }
    return areas.isEmpty() ? QList<QRectF>{annotation.boundary()} : areas;
}

/// What was written, and what others answered.
QString wordsOf(const Annotation &annotation, int depth = 0)
{
    QStringList words{sound(annotation.contents(), longestComment).trimmed()};
    if (depth < deepestAnswer) {
        const auto answers = annotation.revisions();
        for (const auto &answer : answers) {
            const QString text = wordsOf(*answer, depth + 1);
            const QString author = sound(answer->author(), longestTitle).simplified();
            words << (author.isEmpty() || text.isEmpty() ? text : author + QStringLiteral(": ") + text);
        }
    }
    words.removeAll(QString());
    return words.join(QStringLiteral("\n\n")).left(longestComment);
}

qint64 timeOf(const Annotation &annotation)
{
    const QDateTime time =
        annotation.modificationDate().isValid() ? annotation.modificationDate() : annotation.creationDate();
    return time.isValid() ? qBound<qint64>(0, time.toMSecsSinceEpoch(), latestTime) : 0;
}

AnnotationRow rowOf(const Annotation &annotation, int rotation)
{
    AnnotationRow row;
    row.kind = kindOf(annotation);
    const QList<QRectF> areas = areasOf(annotation);
    for (const QRectF &area : areas) {
        const Box box = boxOf(area, 1, 1).turned(-rotation);
        if (!box.isEmpty())
            row.boxes.append(box);
    }
    row.contents = wordsOf(annotation);
    row.author = sound(annotation.author(), longestTitle).simplified();
    row.name = sound(annotation.uniqueName(), longestTitle);
    const QColor colour = annotation.style().color();
    row.colour = colour.isValid() ? qint32(colour.rgb() & 0xffffff) : -1;
    row.modified = timeOf(annotation);
    return row;
}

QRectF onPage(const Box &box, int rotation)
{
    const Box shown = box.turned(rotation);
    return {QPointF(shown.left, shown.top), QPointF(shown.right, shown.bottom)};
}

std::unique_ptr<Annotation> annotationOf(const AnnotationRow &row, int rotation)
{
    QRectF around;
    QList<Poppler::HighlightAnnotation::Quad> quads;
    for (const Box &box : row.boxes) {
        const QRectF r = onPage(box, rotation);
        around = around.united(r);
        // poppler changes the last two: in the file they are in the order that readers expect, which is not the
        // standard's.
        quads << Poppler::HighlightAnnotation::Quad{
            {r.topLeft(), r.topRight(), r.bottomRight(), r.bottomLeft()}, false, false, 0};
    }
    Annotation::Style style;
    style.setColor(QColor::fromRgb(QRgb(qMax(0, row.colour)) | 0xff000000));
    std::unique_ptr<Annotation> made;
    if (row.kind == AnnotationKind::Shape) {
        auto shape = std::make_unique<Poppler::GeomAnnotation>();
        shape->setGeomType(Poppler::GeomAnnotation::InscribedSquare);
        style.setWidth(1.5);
        made = std::move(shape);
    } else {
        auto text = std::make_unique<Poppler::HighlightAnnotation>();
        const bool isLine = row.kind == AnnotationKind::Underline;
        text->setHighlightType(isLine ? Poppler::HighlightAnnotation::Underline
                                      : Poppler::HighlightAnnotation::Highlight);
        text->setHighlightQuads(quads);
        style.setOpacity(isLine ? 1 : highlightOpacity); // the print has to stay readable, however strong the colour is
        made = std::move(text);
    }
    made->setBoundary(around);
    made->setStyle(style);
    made->setContents(row.contents);
    made->setAuthor(row.author);
    made->setUniqueName(row.name);
    made->setFlags(Annotation::Flags());
    return made;
}

} // namespace

AnnotationsReply annotationsOf(const Poppler::Page &page)
{
    AnnotationsReply reply;
    const int rotation = rotationOf(page);
    const auto all = page.annotations({Annotation::AText, Annotation::ALine, Annotation::AGeom, Annotation::AHighlight,
                                       Annotation::AStamp, Annotation::AInk, Annotation::ACaret});
    qsizetype boxes = 0;
    qsizetype chars = 0;
    for (const auto &annotation : all) {
        if (!annotation || annotation->flags().testFlag(Annotation::Hidden))
            continue;
        AnnotationRow row = rowOf(*annotation, rotation);
        boxes += row.boxes.size();
        chars += row.contents.size() + row.author.size() + row.name.size();
        if (reply.annotations.size() >= mostAnnotations || boxes > mostAnnotationBoxes || chars > mostAnnotationChars)
            break;
        if (!row.boxes.isEmpty()) // else outside the page
            reply.annotations.append(std::move(row));
    }
    return reply;
}

bool addAnnotations(const Poppler::Document &document, const QList<AddedRow> &added)
{
    for (const AddedRow &row : added) {
        const auto page = document.page(row.page);
        if (!page || row.annotation.boxes.isEmpty())
            return false;
        const auto annotation = annotationOf(row.annotation, rotationOf(*page));
        page->addAnnotation(annotation.get());
        // Only now: poppler takes the time of the change when one is added.
        if (row.annotation.modified > 0)
            annotation->setModificationDate(QDateTime::fromMSecsSinceEpoch(row.annotation.modified, Qt::UTC));
    }
    return true;
}

} // namespace yaodian::pdf::worker
