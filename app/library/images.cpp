#include "library/images.h"

#include "base/files.h"
#include "base/savefile.h"
#include "library/durably.h"
#include "library/failure.h"
#include "library/say.h"
#include "library/statement.h"

#include <QBuffer>
#include <QDateTime>
#include <QDirIterator>
#include <QFileInfo>
#include <QImageReader>
#include <QRegularExpression>

namespace yaodian::library {

namespace {

constexpr qint64 secondsInADay = 86'400;

const QRegularExpression &wholeName()
{
    static const QRegularExpression expression(QStringLiteral("\\A([0-9a-f]{64})\\z"));
    return expression;
}

const QRegularExpression &link()
{
    static const QRegularExpression expression(QStringLiteral("yaodian-image:([0-9a-f]{64})(?![0-9a-f])"));
    return expression;
}

bool isName(const QString &sha256)
{
    return wholeName().match(sha256).hasMatch();
}

/// Its size is read before its pixels are.
void checkPng(const QByteArray &png)
{
    if (png.size() > largestImage)
        fail(Say::tr("The picture is too large to be kept: %1 MB, and at most %2 MB can be.")
                 .arg(png.size() / (1024 * 1024))
                 .arg(largestImage / (1024 * 1024)));
    QBuffer buffer;
    buffer.setData(png);
    QImageReader reader(&buffer, "png");
    const QSize size = reader.size();
    if (!png.startsWith("\x89PNG\r\n\x1a\n") || size.isEmpty())
        fail(Say::tr("This is no picture that can be kept."));
    if (qint64(size.width()) * size.height() > mostImagePixels)
        fail(Say::tr("The picture is too large to be kept: %1 × %2 pixels.").arg(size.width()).arg(size.height()));
    if (reader.read().isNull())
        fail(Say::tr("This is no picture that can be kept."));
}

void writePng(const Folder &folder, const QString &sha256, const QByteArray &png)
{
    const QString path = folder.image(sha256);
    requireFolder(QFileInfo(path).absolutePath());
    if (const auto written = writeFileByWayOf(folder.draft(sha256), path, png); !written)
        fail(written.error().message);
}

/// What `expression` catches in the column of each row.
void collect(Connection &connection, const char *sql, const QRegularExpression &expression, QSet<QString> &into)
{
    Statement rows(connection, sql);
    while (rows.step()) {
        const QString text = rows.text(0);
        for (const QRegularExpressionMatch &match : expression.globalMatch(text))
            into << match.captured(1);
    }
}

} // namespace

QString writeImage(const Folder &folder, const QByteArray &png, const Clock &clock)
{
    checkPng(png);
    const QString sha256 = sha256Hex(png);
    placeImage(folder, sha256, png, clock);
    return sha256;
}

QByteArray readImage(const Folder &folder, const QString &sha256)
{
    const QString path = folder.image(sha256);
    if (!isName(sha256) || !QFileInfo::exists(path))
        fail(Say::tr("The picture %1 is missing.").arg(sha256));
    const auto png = readFile(path, largestImage);
    if (!png)
        fail(png.error().message);
    if (!isImage(*png, sha256))
        fail(Say::tr("The picture %1 is damaged.").arg(path));
    return *png;
}

bool isImage(const QByteArray &png, const QString &sha256)
{
    return png.size() <= largestImage && isName(sha256) && sha256Hex(png) == sha256;
}

void placeImage(const Folder &folder, const QString &sha256, const QByteArray &png, const Clock &clock)
{
    const QString path = folder.image(sha256);
    const auto there = QFileInfo::exists(path) ? readFile(path, largestImage) : Result<QByteArray>(QByteArray());
    if (!there || *there != png)
        return writePng(folder, sha256, png);
    // Wanted again: it is not as old as its file any more, for who looks for what nothing names.
    QFile file(path);
    const QDateTime now = clock.now();
    if (QFileInfo(path).lastModified().secsTo(now) > secondsInADay && file.open(QIODevice::ReadWrite))
        file.setFileTime(now, QFileDevice::FileModificationTime);
}

QStringList imagesNamedIn(const QString &markdown)
{
    QStringList out;
    for (const QRegularExpressionMatch &match : link().globalMatch(markdown))
        out << match.captured(1);
    return out;
}

QSet<QString> imagesShown(Connection &connection)
{
    QSet<QString> out;
    collect(connection, "SELECT DISTINCT image FROM main.highlights WHERE image <> '' AND deleted IS NULL", wholeName(),
            out);
    collect(connection, "SELECT text FROM main.notes WHERE text LIKE '%yaodian-image:%' AND deleted IS NULL", link(),
            out);
    return out;
}

QSet<QString> imagesKnown(Connection &connection)
{
    QSet<QString> out = imagesShown(connection);
    static const QRegularExpression column(QStringLiteral("\"image\":\"([0-9a-f]{64})\""));
    collect(connection, "SELECT changes FROM main.operations WHERE changes LIKE '%\"image\":\"_%'", column, out);
    collect(connection, "SELECT changes FROM main.operations WHERE changes LIKE '%yaodian-image:%'", link(), out);
    return out;
}

QSet<QString> imagesEverHeld(Connection &connection)
{
    QSet<QString> out;
    collect(connection, "SELECT DISTINCT image FROM main.highlights WHERE image <> ''", wholeName(), out);
    for (const char *sql : {"SELECT text FROM main.notes WHERE text LIKE '%yaodian-image:%'",
                            "SELECT base FROM main.notes WHERE base LIKE '%yaodian-image:%'",
                            "SELECT text FROM main.points WHERE text LIKE '%yaodian-image:%'",
                            "SELECT comment FROM main.highlights WHERE comment LIKE '%yaodian-image:%'"})
        collect(connection, sql, link(), out);
    return out;
}

QSet<QString> imagesStored(const Folder &folder)
{
    QSet<QString> out;
    QDirIterator files(folder.images(), {QStringLiteral("*.png")}, QDir::Files, QDirIterator::Subdirectories);
    while (files.hasNext()) {
        const QString name = QFileInfo(files.next()).completeBaseName();
        if (isName(name))
            out << name;
    }
    return out;
}

} // namespace yaodian::library
