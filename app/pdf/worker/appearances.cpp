#include "pdf/worker/appearances.h"

#include "pdf/protocol/limits.h"
#include "pdf/worker/increment.h"

#include <QHash>
#include <QPointF>

#include <algorithm>
#include <cmath>

namespace yaodian::pdf::worker {

using namespace protocol;

namespace {

constexpr double lineWidth = 1.4; ///< points

QByteArray number(double value)
{
    return QByteArray::number(value, 'f', 4);
}

QByteArray at(const QPointF &point)
{
    return number(point.x()) + ' ' + number(point.y());
}

/// The numbers of "/Key [1 2 3 ]"; empty: there is none.
QList<double> numbersOf(const QByteArray &object, const QByteArray &key)
{
    const qsizetype start = object.indexOf('/' + key + " [");
    const qsizetype end = start < 0 ? -1 : object.indexOf(']', start);
    QList<double> out;
    if (end < 0)
        return out;
    const QList<QByteArray> words =
        object.mid(start + key.size() + 3, end - start - key.size() - 3).simplified().split(' ');
    for (const QByteArray &word : words) {
        bool sound = false;
        out << word.toDouble(&sound);
        if (!sound || !std::isfinite(out.last()))
            return {};
    }
    return out;
}

QByteArray colourOf(const AnnotationRow &row)
{
    const int colour = qMax(0, row.colour);
    return number((colour >> 16) / 255.0) + ' ' + number((colour >> 8 & 0xff) / 255.0) + ' ' +
           number((colour & 0xff) / 255.0);
}

/// As one shape: where two lines touch, the colour is not laid on twice.
QByteArray fill(const AnnotationRow &row, const QList<double> &q)
{
    QByteArray out = "/G gs " + colourOf(row) + " rg\n";
    for (qsizetype i = 0; i + 7 < q.size(); i += 8) // the upper two corners, then the lower two
        out += at({q[i], q[i + 1]}) + " m " + at({q[i + 2], q[i + 3]}) + " l " + at({q[i + 6], q[i + 7]}) + " l " +
               at({q[i + 4], q[i + 5]}) + " l h\n";
    return out + "f\n";
}

QByteArray lines(const AnnotationRow &row, const QList<double> &q)
{
    QByteArray out = colourOf(row) + " RG " + number(lineWidth) + " w\n";
    for (qsizetype i = 0; i + 7 < q.size(); i += 8) {
        QPointF up(q[i] - q[i + 4], q[i + 1] - q[i + 5]);
        const double length = std::hypot(up.x(), up.y());
        up *= length > 0 ? lineWidth / 2 / length : 0; // within the box, so that all of it is seen
        out += at(QPointF(q[i + 4], q[i + 5]) + up) + " m " + at(QPointF(q[i + 6], q[i + 7]) + up) + " l S\n";
    }
    return out;
}

QByteArray frame(const AnnotationRow &row, const QList<double> &r)
{
    const double in = lineWidth / 2;
    return colourOf(row) + " RG " + number(lineWidth) + " w " + at({r[0] + in, r[1] + in}) + ' ' +
           at({r[2] - r[0] - lineWidth, r[3] - r[1] - lineWidth}) + " re S\n";
}

/// Empty where it is not known how it looks.
QByteArray formOf(const QByteArray &object, const AnnotationRow &row)
{
    const QList<double> rect = numbersOf(object, "Rect");
    const QList<double> quads = numbersOf(object, "QuadPoints");
    const bool isFrame = row.kind == AnnotationKind::Shape;
    if (rect.size() != 4 || (!isFrame && (quads.isEmpty() || quads.size() % 8 != 0)))
        return {};
    const QByteArray content = isFrame                                 ? frame(row, rect)
                               : row.kind == AnnotationKind::Underline ? lines(row, quads)
                                                                       : fill(row, quads);
    const QByteArray opacity = number(highlightOpacity);
    return "<</Type /XObject /Subtype /Form /BBox [" + at({rect[0], rect[1]}) + ' ' + at({rect[2], rect[3]}) +
           "] /Resources <</ExtGState <</G <</Type /ExtGState /BM /Multiply /ca " + opacity + " /CA " + opacity +
           ">>>>>> /Length " + QByteArray::number(content.size()) + ">>\r\nstream\r\n" + content + "\r\nendstream";
}

QByteArray hexOf(const QString &text)
{
    QByteArray out = "<feff";
    for (const QChar c : text)
        out += QByteArray::number(c.unicode(), 16).rightJustified(4, '0');
    return out + '>';
}

/// Puts more into the dictionary that is all of the object.
bool extend(QByteArray &object, const QByteArray &more)
{
    const qsizetype end = object.lastIndexOf(">>");
    if (end < 0)
        return false;
    object.insert(end, more);
    return true;
}

} // namespace

QByteArray withAppearances(const QByteArray &tail, qint64 head, const QList<AddedRow> &added)
{
    auto increment = Increment::read(tail, head);
    if (!increment || increment->isEncrypted())
        return tail;
    QHash<QByteArray, const AddedRow *> names;
    for (const AddedRow &row : added)
        names.insert(row.annotation.name.toLatin1(), &row);
    const qsizetype objects = increment->objects().size();
    for (qsizetype i = 0; i < objects; ++i) {
        QByteArray text = increment->objects().at(i).text;
        const qsizetype name = text.indexOf("/NM (");
        const AddedRow *row = name < 0 ? nullptr : names.value(text.mid(name + 5, text.indexOf(')', name) - name - 5));
        const QByteArray form = row && text.contains("/Subtype /") ? formOf(text, row->annotation) : QByteArray();
        if (form.isEmpty() || !extend(text, "/Subj " + hexOf(row->subject) + " "))
            continue;
        const qint64 look = increment->append(form);
        extend(text, "/AP <</N " + QByteArray::number(look) + " 0 R>> ");
        increment->objects()[i].text = text;
    }
    return increment->write();
}

} // namespace yaodian::pdf::worker
