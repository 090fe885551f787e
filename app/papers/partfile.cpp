#include "papers/partfile.h"

#include "base/files.h"

#include <QCoreApplication>
#include <QDateTime>
#include <QDir>
#include <QDirIterator>
#include <QJsonDocument>
#include <QJsonObject>
#include <QSet>
#include <QSysInfo>
#include <QUuid>

namespace yaodian::papers {

namespace {

constexpr int keptDays = 30;
constexpr qint64 largestNotes = 64 * 1024;

const QLatin1String addressKey("address");
const QLatin1String validatorKey("validator");
const QLatin1String bootKey("boot");

QString boot()
{
    return QString::fromLatin1(QSysInfo::bootUniqueId());
}

/// Names of parts that somebody is writing.
QSet<QString> &claimed()
{
    static QSet<QString> names;
    return names;
}

} // namespace

PartFile::PartFile(const QString &folder, const QUrl &address) : m_address(address)
{
    const QString name = folder + QLatin1Char('/') + sha256Hex(address.toEncoded()).left(32);
    const QString whole = name + QStringLiteral(".part");
    if (claimed().contains(whole)) {
        m_bytes.setFileName(name + QUuid::createUuid().toString(QUuid::Id128) + QStringLiteral(".part"));
        return;
    }
    m_claim = whole;
    claimed().insert(whole);
    m_bytes.setFileName(whole);
    const auto notes = readFile(notesPath(), largestNotes);
    if (!notes)
        return;
    const QJsonObject said = QJsonDocument::fromJson(*notes).object();
    if (said.value(addressKey).toString() != m_address.toString(QUrl::FullyEncoded) ||
        said.value(bootKey).toString() != boot())
        return;
    m_validator = said.value(validatorKey).toString().toLatin1();
    if (!m_validator.isEmpty())
        m_size = m_bytes.size();
}

PartFile::~PartFile()
{
    m_bytes.close();
    if (m_claim.isEmpty()) { // nobody would find it again
        m_bytes.remove();
        QFile::remove(notesPath());
    }
    claimed().remove(m_claim);
}

QString PartFile::notesPath() const
{
    return m_bytes.fileName() + QStringLiteral(".json");
}

Error PartFile::failure() const
{
    return Error::world(QCoreApplication::translate("papers", "%1 could not be written: %2.")
                            .arg(m_bytes.fileName(), m_bytes.errorString()));
}

Result<void> PartFile::begin(const QByteArray &validator)
{
    discard();
    QDir().mkdir(QFileInfo(m_bytes.fileName()).absolutePath()); // not the library's own, where that is gone
    m_validator = validator;
    const QJsonObject notes{{addressKey, m_address.toString(QUrl::FullyEncoded)},
                            {validatorKey, QString::fromLatin1(validator)},
                            {bootKey, boot()}};
    // Torn notes read as none, so nothing here has to wait for the disk.
    QFile file(notesPath());
    if (!file.open(QIODevice::WriteOnly) || file.write(QJsonDocument(notes).toJson()) < 0 || !file.flush())
        return failure();
    return m_bytes.open(QIODevice::WriteOnly | QIODevice::Truncate) ? Result<void>() : failure();
}

Result<void> PartFile::append(const QByteArray &bytes)
{
    if (!m_bytes.isOpen() && !m_bytes.open(QIODevice::ReadWrite))
        return failure();
    if (m_bytes.size() != m_size || !m_bytes.seek(m_size))
        return Error::world(
            QCoreApplication::translate("papers", "%1 was changed by somebody else.").arg(m_bytes.fileName()));
    // Through to the system at once: what this program holds back would be lost with it.
    if (m_bytes.write(bytes) != bytes.size() || !m_bytes.flush())
        return failure();
    m_size += bytes.size();
    return {};
}

Result<QString> PartFile::finish()
{
    m_bytes.close();
    QFile::remove(notesPath());
    if (m_bytes.size() != m_size)
        return Error::world(
            QCoreApplication::translate("papers", "%1 was changed by somebody else.").arg(m_bytes.fileName()));
    const QString own = QFileInfo(m_bytes.fileName()).path() + QLatin1Char('/') +
                        QUuid::createUuid().toString(QUuid::Id128) + QStringLiteral(".part");
    if (!m_bytes.rename(own))
        return failure();
    m_bytes.setFileName(own + QStringLiteral(".gone")); // from now on the caller's
    return own;
}

void PartFile::discard()
{
    m_bytes.close();
    m_bytes.remove();
    QFile::remove(notesPath());
    m_validator.clear();
    m_size = 0;
}

void PartFile::tidy(const QString &folder)
{
    const QDateTime before = QDateTime::currentDateTimeUtc().addDays(-keptDays);
    QDirIterator files(folder, {QStringLiteral("*.part"), QStringLiteral("*.part.json")}, QDir::Files);
    while (files.hasNext()) {
        const QString file = files.next();
        if (files.fileInfo().lastModified() < before)
            QFile::remove(file);
    }
}

} // namespace yaodian::papers
