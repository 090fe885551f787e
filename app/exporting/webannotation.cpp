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
    QJsonArray boxes;
    for (const Box &box : highlight.boxes)
        boxes << u"%1,%2,%3,%4"_s.arg(percent(box.left), percent(box.top), percent(box.right), percent(box.bottom));
    return boxes;
}

QJsonObject annotationOf(const Marked &marked)
{
    const library::Highlight &highlight = marked.highlight;
    const QString document = u"urn:sha256:"_s + highlight.document;
    QJsonArray body;
    if (!highlight.comment.isEmpty())
        body << QJsonObject{{u"type"_s, u"TextualBody"_s},
                            {u"format"_s, u"text/plain"_s},
                            {u"purpose"_s, u"commenting"_s},
                            {u"value"_s, highlight.comment}};
    body << QJsonObject{
        {u"type"_s, u"TextualBody"_s}, {u"purpose"_s, u"tagging"_s}, {u"value"_s, plainLine(writtenName(marked.kind))}};
    const QJsonObject target{
        {u"type"_s, u"SpecificResource"_s},
        {u"source"_s, QJsonObject{{u"id"_s, marked.web.isEmpty() ? document : marked.web.section(u'#', 0, 0)},
                                  {u"type"_s, u"Text"_s},
                                  {u"format"_s, u"application/pdf"_s}}},
        {u"selector"_s, selectorsOf(highlight)}};
    return {{u"id"_s, u"urn:uuid:"_s + highlight.id.toString()},
            {u"type"_s, u"Annotation"_s},
            {u"motivation"_s, highlight.comment.isEmpty() ? u"highlighting"_s : u"commenting"_s},
            {u"created"_s, highlight.made.toUTC().toString(Qt::ISODate)},
            {u"body"_s, body},
            {u"target"_s, target},
            {u"yaodian:kind"_s, highlight.kind},
            {u"yaodian:document"_s, document},
            {u"yaodian:boxes"_s, boxesOf(highlight)},
            {u"yaodian:link"_s, marked.link}};
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
