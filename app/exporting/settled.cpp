#include "exporting/settled.h"

#include "base/files.h"

#include <QCoreApplication>
#include <QCryptographicHash>

namespace yaodian::exporting {

namespace {

constexpr qint64 largestFile = 4LL * 1024 * 1024; ///< larger ones are printed: there are few
/// To be raised with every change of what is printed of the same things, but for the templates.
constexpr int printing = 1;

QByteArray hashOf(const QByteArrayList &parts)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const QByteArray &part : parts) {
        hash.addData(QByteArray::number(part.size()) + ':');
        hash.addData(part);
    }
    return hash.result();
}

} // namespace

Settled::Settled(const library::Library &library, const Template &form, const QByteArray &formText,
                 QHash<QString, QString> files)
    : m_library(library), m_files(std::move(files))
{
    QByteArrayList parts{QByteArray::number(printing), QCoreApplication::applicationVersion().toUtf8(),
                         QByteArray::number(int(form.groups)), formText};
    const QList<library::Kind> kinds = library.kinds();
    for (const library::Kind &kind : kinds)
        parts << kind.key.toUtf8() << kind.nameZh.toUtf8() << kind.nameEn.toUtf8();
    m_form = hashOf(parts);
}

QByteArray Settled::key(const QByteArray &stamp, const QByteArray &file)
{
    return "settled/" + hashOf({stamp, file}).toHex();
}

QList<Settled::State> Settled::of(const QList<library::PaperId> &papers) const
{
    QList<State> out;
    QList<QByteArray> keys;
    const QList<QByteArray> stamps = m_library.paperStamps(papers);
    for (qsizetype i = 0; i < papers.size(); ++i) {
        out += {hashOf({m_form, papers[i].toBytes(), stamps.value(i)}), m_files.value(papers[i].toString())};
        const auto bytes =
            out.last().file.isEmpty() ? Result<QByteArray>(QByteArray()) : readFile(out.last().file, largestFile);
        // An empty key is never kept, so what could not be read is printed, and that says why it could not.
        keys << (bytes && !bytes->isEmpty() ? key(out.last().stamp, *bytes) : QByteArray());
    }
    const QList<QByteArray> missing = m_library.notWritten(keys);
    const QSet<QByteArray> unknown(missing.begin(), missing.end());
    for (qsizetype i = 0; i < out.size(); ++i) {
        if (unknown.contains(keys[i]))
            out[i].file.clear();
    }
    return out;
}

} // namespace yaodian::exporting
