#include "exporting/bibliography.h"

#include "exporting/bibtex.h"
#include "exporting/csljson.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QJsonDocument>
#include <QSet>

namespace yaodian::exporting {

namespace {

struct BibSay
{
    Q_DECLARE_TR_FUNCTIONS(exporting)
};

/// Keys that are given in one file. BibTeX takes no difference of capitals for one.
class GivenKeys
{
public:
    void take(const QString &key) { m_taken.insert(key.toLower()); }
    /// The paper's own key; more digits of its id where another has the same.
    QString newFor(const Reference &reference)
    {
        QString key;
        for (int digits = 4; digits <= 32; digits += 4) {
            key = citationKey(reference, digits);
            if (!m_taken.contains(key.toLower()))
                break;
        }
        take(key);
        return key;
    }

private:
    QSet<QString> m_taken;
};

QString editedSentence(const QString &name, const QString &key)
{
    return BibSay::tr("%1: the entry “%2” was edited by hand and is kept as it is.").arg(name, key);
}

/// Where the papers stand in a file: the first place of each, by its id of today.
QHash<QString, qsizetype> placesOf(const QStringList &papers, const Canonical &canonical)
{
    QHash<QString, qsizetype> places;
    for (qsizetype i = 0; i < papers.size(); ++i) {
        if (papers[i].isEmpty())
            continue;
        if (const QString today = canonical(papers[i]); !places.contains(today))
            places.insert(today, i);
    }
    return places;
}

} // namespace

Result<Shelved> bibtexFile(const QByteArray &old, const QList<Reference> &references, const Canonical &canonical,
                           const QString &name)
{
    auto parts = bibParts(old);
    if (!parts)
        return Error::world(
            BibSay::tr("%1 cannot be read as BibTeX: its braces do not come in pairs. Nothing was changed in it.")
                .arg(name));
    GivenKeys keys;
    QStringList papers;
    for (const BibPart &part : std::as_const(*parts)) {
        keys.take(part.key);
        papers << part.paper;
    }
    const QHash<QString, qsizetype> places = placesOf(papers, canonical);
    Shelved shelved;
    QByteArray added;
    QSet<library::PaperId> done;
    for (const Reference &reference : references) {
        if (done.contains(reference.paper))
            continue;
        done.insert(reference.paper);
        const qsizetype place = places.value(reference.paper.toString(), -1);
        if (place < 0) {
            added += (added.isEmpty() ? "" : "\n") + bibtexEntry(reference, keys.newFor(reference)) + '\n';
            continue;
        }
        BibPart &part = (*parts)[place];
        const QByteArray fresh = bibtexEntry(reference, part.key);
        if (part.text == fresh)
            ++shelved.unchanged;
        else if (part.isAsWritten)
            part.text = fresh;
        else if (bibParts(fresh)->first().stamp == part.stamp)
            ++shelved.unchanged; // edited by hand, and there is nothing new to say
        else
            shelved.conflicts << editedSentence(name, part.key);
    }
    for (const BibPart &part : std::as_const(*parts))
        shelved.text += part.text;
    if (!added.isEmpty() && !shelved.text.isEmpty())
        shelved.text += shelved.text.endsWith('\n') ? "\n" : "\n\n";
    shelved.text += added;
    return shelved;
}

Result<Shelved> cslFile(const QByteArray &old, const QList<Reference> &references, const Canonical &canonical,
                        const QString &name)
{
    const QJsonDocument document = old.trimmed().isEmpty() ? QJsonDocument(QJsonArray()) : QJsonDocument::fromJson(old);
    if (!document.isArray())
        return Error::world(
            BibSay::tr("%1 cannot be read as CSL-JSON: it is no list. Nothing was changed in it.").arg(name));
    QJsonArray items = document.array();
    GivenKeys keys;
    QStringList papers;
    for (const QJsonValue &item : std::as_const(items)) {
        keys.take(item[QStringLiteral("id")].toVariant().toString());
        papers << cslOwner(item.toObject()).paper;
    }
    const QHash<QString, qsizetype> places = placesOf(papers, canonical);
    Shelved shelved;
    QSet<library::PaperId> done;
    for (const Reference &reference : references) {
        if (done.contains(reference.paper))
            continue;
        done.insert(reference.paper);
        const qsizetype place = places.value(reference.paper.toString(), -1);
        if (place < 0) {
            items << cslItem(reference, keys.newFor(reference));
            continue;
        }
        const QJsonObject there = items.at(place).toObject();
        const QString key = there.value(QStringLiteral("id")).toVariant().toString();
        const QJsonObject fresh = cslItem(reference, key);
        if (there == fresh)
            ++shelved.unchanged;
        else if (cslOwner(there).isAsWritten)
            items.replace(place, fresh);
        else if (cslOwner(there).stamp == cslOwner(fresh).stamp)
            ++shelved.unchanged;
        else
            shelved.conflicts << editedSentence(name, key);
    }
    shelved.text = items == document.array() && !old.trimmed().isEmpty() ? old : QJsonDocument(items).toJson();
    return shelved;
}

} // namespace yaodian::exporting
