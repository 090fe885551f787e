#include "exporting/images.h"

#include "base/files.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QRegularExpression>
#include <QSet>

namespace yaodian::exporting {

namespace {

constexpr int NameDigits = 16;
constexpr qint64 LargestImage = 32LL * 1024 * 1024;

const QRegularExpression &fileLink()
{
    static const QRegularExpression expression(
        QStringLiteral("(?<![0-9A-Za-z_/.%-])images/([0-9a-f]{16})\\.png(?![0-9A-Za-z])"));
    return expression;
}

/// The picture of the store whose name begins so; empty: there is none.
QString storedAs(const library::Library &library, const QString &digits)
{
    const QStringList found = QFileInfo(library.imagePath(digits))
                                  .dir()
                                  .entryList({digits + QStringLiteral("*.png")}, QDir::Files | QDir::NoSymLinks);
    return found.size() == 1 ? QFileInfo(found.first()).completeBaseName() : QString();
}

/// Of what `expression` finds, what `instead` makes of its first group; empty: it stays.
template <class Instead>
QString replaced(const QString &text, const QRegularExpression &expression, const Instead &instead)
{
    QString out;
    qsizetype at = 0;
    for (const QRegularExpressionMatch &match : expression.globalMatch(text)) {
        const QString words = instead(match.captured(1));
        out += text.mid(at, match.capturedStart() - at) + (words.isEmpty() ? match.captured() : words);
        at = match.capturedEnd();
    }
    return out + text.mid(at);
}

} // namespace

QString imageFile(const QString &sha256)
{
    return QStringLiteral("images/%1.png").arg(sha256.left(NameDigits));
}

QString withFileLinks(QString markdown)
{
    for (const QString &name : library::Library::imagesIn(markdown))
        markdown.replace(library::Library::imageLink(name), imageFile(name));
    return markdown;
}

QString withStoreLinks(const library::Library &library, QString markdown)
{
    if (!markdown.contains(QLatin1String("images/")))
        return markdown;
    return replaced(markdown, fileLink(), [&library](const QString &digits) {
        const QString name = storedAs(library, digits);
        return name.isEmpty() ? QString() : library::Library::imageLink(name);
    });
}

bool showsImages(const Parts &parts)
{
    return std::any_of(parts.parts.begin(), parts.parts.end(),
                       [](const Part &part) { return part.text.contains("images/"); });
}

Result<void> writeImages(const library::Library &library, const Parts &parts, const QString &file,
                         QStringList &conflicts)
{
    QSet<QString> shown;
    for (const Part &part : parts.parts) {
        if (!part.text.contains("images/"))
            continue;
        const QString text = QString::fromUtf8(part.text);
        for (const QRegularExpressionMatch &match : fileLink().globalMatch(text))
            shown << match.captured(1);
    }
    for (const QString &digits : std::as_const(shown)) {
        const QString name = storedAs(library, digits);
        const auto bytes = name.isEmpty() ? Result<QByteArray>(Error::world(QString())) : library.imageBytes(name);
        if (!bytes) {
            conflicts << QCoreApplication::translate("exporting", "%1: the picture %2 is not in the library any more.")
                             .arg(QFileInfo(file).fileName(), digits);
            continue;
        }
        const QString path = QFileInfo(file).absolutePath() + QLatin1Char('/') + imageFile(digits);
        if (QFileInfo(path).size() == bytes->size()) {
            if (const auto there = readFile(path, LargestImage); there && *there == *bytes)
                continue;
        }
        if (QFileInfo(path).exists()) { // its name is of its bytes: somebody drew on it
            conflicts << QCoreApplication::translate(
                             "exporting",
                             "%1 was edited by hand and is kept as it is. Delete it to have it written anew.")
                             .arg(imageFile(digits));
            continue;
        }
        if (!QDir().mkpath(QFileInfo(path).absolutePath()))
            return Error::world(QCoreApplication::translate("exporting", "The folder %1 cannot be made.")
                                    .arg(QFileInfo(path).absolutePath()));
        if (const auto written = writeFileAtomically(path, *bytes); !written)
            return written;
    }
    return {};
}

} // namespace yaodian::exporting
