#include "exporting/view.h"

#include "exporting/escape.h"
#include "exporting/frontmatter.h"
#include "exporting/values.h"

#include <QSet>

namespace yaodian::exporting {

struct Regions::Store
{
    QList<Part> regions;
    QSet<QByteArray> names;
    Budget *budget = nullptr;
};

namespace {

// What stands for a region until the whole template is rendered. No value holds control characters.
constexpr char openMark = '\x01';
constexpr char closeMark = '\x02';
constexpr qint64 costOfReading = 8; ///< a region's text is read anew each time it is filled

QByteArray token(qsizetype index)
{
    return openMark + QByteArray::number(index) + closeMark;
}

QByteArray trimmedLines(QByteArray text)
{
    while (text.startsWith('\n') || text.startsWith("\r\n"))
        text.remove(0, text.indexOf('\n') + 1);
    while (!text.isEmpty() && (text.back() == '\n' || text.back() == '\r'))
        text.chop(1);
    return text;
}

} // namespace

Regions::Regions() : m_store(std::make_shared<Store>()) {}

void Regions::setBudget(Budget &budget) const
{
    m_store->budget = &budget;
}

data Regions::section(const QString &name)
{
    using kainjow::mustache::lambda2;
    using kainjow::mustache::renderer;
    const lambda2 render = [store = m_store, name](const std::string &text, const renderer &rendered) {
        if (store->budget)
            store->budget->spend(qint64(text.size()) * costOfReading);
        QByteArray body = QByteArray::fromStdString(rendered(text)).replace(guard, "");
        for (qsizetype i = 0; i < store->regions.size(); ++i) // a region within a region is text of the outer one
            body.replace(token(i), store->regions[i].text);
        QByteArray unique = name.toUtf8();
        for (int n = 2; store->names.contains(unique); ++n)
            unique = name.toUtf8() + '-' + QByteArray::number(n);
        store->names.insert(unique);
        store->regions << Part{unique, trimmedLines(body)};
        return token(store->regions.size() - 1).toStdString();
    };
    return data(render);
}

Parts Regions::split(const std::string &rendered) const
{
    Parts parts;
    QByteArray rest = trimmedLines(QByteArray::fromStdString(rendered).replace(guard, ""));
    if (const qsizetype length = frontLength(rest); length > 0) {
        parts.front = trimmedLines(rest.left(length));
        rest = rest.mid(length);
    }
    const auto addText = [&parts](const QByteArray &text) {
        if (!text.trimmed().isEmpty())
            parts.parts << Part{{}, trimmedLines(text)};
    };
    qsizetype at = 0;
    for (qsizetype open = rest.indexOf(openMark); open >= 0; open = rest.indexOf(openMark, at)) {
        const qsizetype close = rest.indexOf(closeMark, open);
        addText(rest.mid(at, open - at));
        parts.parts << m_store->regions[rest.mid(open + 1, close - open - 1).toInt()];
        at = close + 1;
    }
    addText(rest.mid(at));
    Part front{{}, parts.front};
    takeValues(front);
    parts.front = front.text;
    for (Part &part : parts.parts)
        takeValues(part);
    return parts;
}

data textData(const QString &plain)
{
    return rawData(inlineText(plain));
}

data rawData(const QString &markdown)
{
    return markdown.isEmpty() ? data(false) : data(markdown.toStdString());
}

data yamlData(const QString &text)
{
    return data(yamlString(text).toStdString());
}

data numberData(qint64 number)
{
    return data(std::to_string(number));
}

data listData(const QStringList &markdown)
{
    data list(data::type::list);
    for (qsizetype i = 0; i < markdown.size(); ++i) {
        Fields item(Scope::Line);
        item.set("n", numberData(i + 1));
        item.set("first", data(i == 0));
        item.set("text", rawData(markdown[i]));
        append(list, std::move(item));
    }
    if (markdown.isEmpty())
        return data(false);
    return list;
}

QString ShortNames::of(const QUuid &id)
{
    const QString whole = id.toString(QUuid::WithoutBraces);
    const QString brief = whole.left(8);
    if (m_taken.value(brief, id) != id)
        return whole;
    m_taken.insert(brief, id);
    return brief;
}

QString blockId(QLatin1String prefix, const QUuid &id)
{
    return prefix + id.toString(QUuid::WithoutBraces).right(12);
}

QString paperLink(library::PaperId paper)
{
    return QStringLiteral("yaodian://paper/") + paper.toString();
}

QString dayOf(const QDateTime &time)
{
    return time.isValid() ? time.toLocalTime().date().toString(Qt::ISODate) : QString();
}

} // namespace yaodian::exporting
