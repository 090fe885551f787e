#include "exporting/webannotation.h"

#include "exporting/marked.h"
#include "exporting/plain.h"
#include "exporting/seal.h"
#include "exporting/view.h"

#include <QJsonArray>

namespace yaodian::exporting {

namespace {

using namespace Qt::StringLiterals;

QString percent(double part)
{
    QString text = QString::number(qBound(0.0, part, 1.0) * 100, 'f', 3);
    while (text.endsWith(u'0'))
        text.chop(1);
    return text.endsWith(u'.') ? text.chopped(1) : text;
}

/// The region of the page that holds all lines of the passage (Media Fragments, in percent).
QJsonObject regionOf(const QList<Box> &boxes)
{
    Box all;
    for (const Box &box : boxes)
        all = all.united(box);
    return {
        {u"type"_s, u"FragmentSelector"_s},
        {u"conformsTo"_s, u"http://www.w3.org/TR/media-frags/"_s},
        {u"value"_s, u"xywh=percent:%1,%2,%3,%4"_s.arg(percent(all.left), percent(all.top),
                                                       percent(all.right - all.left), percent(all.bottom - all.top))}};
}

QJsonArray selectorsOf(const library::Highlight &highlight)
{
    QJsonArray selectors;
    if (!highlight.quote.isEmpty())
        selectors << QJsonObject{{u"type"_s, u"TextQuoteSelector"_s},
                                 {u"exact"_s, highlight.quote},
                                 {u"prefix"_s, highlight.prefix},
                                 {u"suffix"_s, highlight.suffix}};
    QJsonObject page{{u"type"_s, u"FragmentSelector"_s},
                     {u"conformsTo"_s, u"http://tools.ietf.org/rfc/rfc3778"_s},
                     {u"value"_s, u"page=%1"_s.arg(highlight.page + 1)}};
    if (!highlight.boxes.isEmpty())
        page.insert(u"refinedBy"_s, regionOf(highlight.boxes));
    selectors << page;
    return selectors;
}

QJsonArray boxesOf(const library::Highlight &highlight)
{
    const auto exact = [](double part) { return QString::number(part * 100, 'g', 15); }; // back as it was
    QJsonArray boxes;
    for (const Box &box : highlight.boxes)
        boxes << u"%1,%2,%3,%4"_s.arg(exact(box.left), exact(box.top), exact(box.right), exact(box.bottom));
    return boxes;
}

QJsonObject bodyOf(const QString &purpose, const QString &value)
{
    return {{u"type"_s, u"TextualBody"_s}, {u"purpose"_s, purpose}, {u"value"_s, value}};
}

/// What others have no name for, and of that only what there is.
void addOwn(QJsonObject &into, const library::Highlight &highlight)
{
    into.insert(u"yaodian:kind"_s, highlight.kind);
    into.insert(u"yaodian:document"_s, u"urn:sha256:"_s + highlight.document);
    into.insert(u"yaodian:boxes"_s, boxesOf(highlight));
    if (highlight.style != library::Highlight::Style::Text)
        into.insert(u"yaodian:style"_s,
                    highlight.style == library::Highlight::Style::Area ? u"area"_s : u"underline"_s);
    if (!highlight.tags.isEmpty())
        into.insert(u"yaodian:tags"_s, QJsonArray::fromStringList(highlight.tags));
    if (!highlight.image.isEmpty())
        into.insert(u"yaodian:image"_s, highlight.image);
    if (highlight.at >= 0)
        into.insert(u"yaodian:at"_s, highlight.at);
    if (!highlight.section.isEmpty())
        into.insert(u"yaodian:section"_s, highlight.section);
}

QJsonObject annotationOf(const Marked &marked)
{
    const library::Highlight &highlight = marked.highlight;
    const QString document = u"urn:sha256:"_s + highlight.document;
    QJsonArray body;
    if (!highlight.comment.isEmpty()) {
        QJsonObject comment = bodyOf(u"commenting"_s, highlight.comment);
        comment.insert(u"format"_s, u"text/plain"_s);
        body << comment;
    }
    body << bodyOf(u"tagging"_s, plainLine(writtenName(marked.kind)));
    for (const QString &tag : highlight.tags)
        body << bodyOf(u"tagging"_s, tag);
    const QJsonObject target{
        {u"type"_s, u"SpecificResource"_s},
        {u"source"_s, QJsonObject{{u"id"_s, marked.web.isEmpty() ? document : marked.web.section(u'#', 0, 0)},
                                  {u"type"_s, u"Text"_s},
                                  {u"format"_s, u"application/pdf"_s}}},
        {u"selector"_s, selectorsOf(highlight)}};
    const Qt::DateFormat form = highlight.made.time().msec() == 0 ? Qt::ISODate : Qt::ISODateWithMs;
    QJsonObject out{{u"id"_s, u"urn:uuid:"_s + highlight.id.toString()},
                    {u"type"_s, u"Annotation"_s},
                    {u"motivation"_s, highlight.comment.isEmpty() ? u"highlighting"_s : u"commenting"_s},
                    {u"created"_s, highlight.made.toUTC().toString(form)},
                    {u"body"_s, body},
                    {u"target"_s, target},
                    {u"yaodian:link"_s, marked.link}};
    addOwn(out, highlight);
    return out;
}

} // namespace

QJsonObject annotationsOf(const Lookups &lookups, const library::Paper &paper)
{
    const MarkedPaper marks(lookups, paper);
    QJsonArray items;
    for (const Marked &marked : marks.all())
        items << annotationOf(marked);
    const QJsonArray context{u"http://www.w3.org/ns/anno.jsonld"_s, QJsonObject{{u"yaodian"_s, u"urn:yaodian:"_s}}};
    const QString id = paperLink(paper.id) + u"#annotations"_s;
    return {{u"@context"_s, context},
            {u"id"_s, id},
            {u"type"_s, u"AnnotationCollection"_s},
            {u"label"_s, plainLine(paper.title.isEmpty() ? paper.titleZh : paper.title)},
            {u"total"_s, items.size()},
            {u"generator"_s, QJsonObject{{u"type"_s, u"Software"_s}, {u"name"_s, u"Yaodian 要点"_s}}},
            {u"first"_s,
             QJsonObject{
                 {u"id"_s, id + u"-1"_s}, {u"type"_s, u"AnnotationPage"_s}, {u"startIndex"_s, 0}, {u"items"_s, items}}},
            {u"yaodian:seal"_s, QString::fromLatin1(sealPlace(paper.id.toString()))}};
}

} // namespace yaodian::exporting
