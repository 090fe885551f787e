#include "sync/opml.h"

#include "sync/kinds.h"
#include "sync/places.h"
#include "sync/say.h"

#include <QFileInfo>
#include <QSet>
#include <QXmlStreamReader>
#include <QXmlStreamWriter>

namespace yaodian::sync {

namespace {

using Kind = library::Source::Kind;

constexpr qsizetype mostSources = 20'000;

std::optional<library::Source> sourceOf(const QXmlStreamAttributes &attributes)
{
    const auto value = [&attributes](const char *name) { return attributes.value(QLatin1String(name)).toString(); };
    library::Source source;
    source.url = value("xmlUrl").isEmpty() ? value("xmlurl") : value("xmlUrl");
    source.url = source.url.trimmed();
    if (source.url.startsWith(QLatin1String("feed://"), Qt::CaseInsensitive))
        source.url.replace(0, 4, QStringLiteral("http"));
    const QUrl url(source.url, QUrl::TolerantMode);
    const bool web = url.scheme() == QLatin1String("http") || url.scheme() == QLatin1String("https");
    if (!url.isValid() || !(web ? !url.host().isEmpty() : url.isLocalFile()))
        return std::nullopt;
    source.kind = url.isLocalFile() ? Kind::Folder : Kind::Feed;
    // A file of other people's must not make a folder of this machine a source.
    if (source.kind == Kind::Folder &&
        (value("kind") != QLatin1String("folder") || !QFileInfo(url.toLocalFile()).isDir()))
        return std::nullopt;
    const QString word = value("kind");
    if (const auto kind = kindFromWord(word); kind && url.isLocalFile() == (*kind == Kind::Folder))
        source.kind = *kind;
    if (!source.isAsked())
        return std::nullopt;
    if (const auto places = placesFor(url); word.isEmpty() && web && !places.isEmpty()) {
        source.kind = places.first().kind;
        source.url = places.first().url;
    }
    source.title = value("title").isEmpty() ? value("text") : value("title");
    source.title = source.title.simplified().left(200);
    if (source.title.isEmpty())
        source.title = url.host().isEmpty() ? url.fileName() : url.host();
    source.category = value("category").section(QLatin1Char(','), 0, 0).section(QLatin1Char('/'), -1).left(20);
    if (word.isEmpty())
        source.category.clear(); // another reader's folder is no category of papers
    source.options.fallback = value("fallback");
    source.id = library::Library::sourceId(source.kind, source.url);
    return source;
}

} // namespace

QByteArray toOpml(const QList<library::Source> &sources)
{
    QByteArray out;
    QXmlStreamWriter xml(&out);
    xml.setAutoFormatting(true);
    xml.writeStartDocument();
    xml.writeStartElement(QStringLiteral("opml"));
    xml.writeAttribute(QStringLiteral("version"), QStringLiteral("2.0"));
    xml.writeStartElement(QStringLiteral("head"));
    xml.writeTextElement(QStringLiteral("title"), QStringLiteral("Yaodian 要点"));
    xml.writeEndElement();
    xml.writeStartElement(QStringLiteral("body"));
    for (const library::Source &source : sources) {
        if (!source.isAsked())
            continue;
        xml.writeEmptyElement(QStringLiteral("outline"));
        xml.writeAttribute(QStringLiteral("type"), QStringLiteral("rss"));
        xml.writeAttribute(QStringLiteral("text"), source.title);
        xml.writeAttribute(QStringLiteral("title"), source.title);
        xml.writeAttribute(QStringLiteral("xmlUrl"), source.url);
        xml.writeAttribute(QStringLiteral("kind"), kindWord(source.kind));
        if (!source.category.isEmpty())
            xml.writeAttribute(QStringLiteral("category"), source.category);
        if (!source.options.fallback.isEmpty())
            xml.writeAttribute(QStringLiteral("fallback"), source.options.fallback);
    }
    xml.writeEndDocument();
    return out;
}

Result<QList<library::Source>> fromOpml(const QByteArray &bytes)
{
    QList<library::Source> out;
    QSet<library::SourceId> known;
    bool opml = false;
    QXmlStreamReader xml(bytes);
    while (!xml.atEnd() && out.size() < mostSources) {
        if (xml.readNext() != QXmlStreamReader::StartElement)
            continue;
        opml = opml || xml.name().compare(QLatin1String("opml"), Qt::CaseInsensitive) == 0;
        if (!opml || xml.name().compare(QLatin1String("outline"), Qt::CaseInsensitive) != 0)
            continue;
        const auto source = sourceOf(xml.attributes());
        if (source && !known.contains(source->id)) {
            known.insert(source->id);
            out.append(*source);
        }
    }
    if (!opml)
        return Error::world(Say::tr("This is no OPML file. Nothing was added."));
    if (xml.hasError() && out.isEmpty())
        return Error::world(Say::tr("The OPML file is damaged: %1. Nothing was added.").arg(xml.errorString()));
    return out;
}

Result<int> addFromOpml(library::Library &library, const QByteArray &bytes)
{
    const auto read = fromOpml(bytes);
    if (!read)
        return read.error();
    QSet<library::SourceId> known;
    const auto sources = library.sources();
    for (const library::Source &source : sources)
        known.insert(source.id);
    QList<library::Source> fresh;
    std::copy_if(read->cbegin(), read->cend(), std::back_inserter(fresh),
                 [&known](const library::Source &source) { return !known.contains(source.id); });
    if (const auto stored = library.putSources(fresh); !stored)
        return stored.error();
    return int(fresh.size());
}

} // namespace yaodian::sync
