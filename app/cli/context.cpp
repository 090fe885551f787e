#include "cli/context.h"

#include "cli/say.h"
#include "cli/services.h"

#include <QDir>
#include <QJsonDocument>
#include <QRegularExpression>
#include <QSet>

namespace yaodian::cli {

using library::PaperId;
using library::Verdict;

namespace {

/// Qt writes an empty list over two lines. A line break stands only between values, never inside one.
QByteArray jsonText(const QJsonDocument &document)
{
    static const QRegularExpression emptyList(QStringLiteral("\\[\\n *\\]"));
    return QString::fromUtf8(document.toJson()).replace(emptyList, QStringLiteral("[]")).toUtf8();
}

} // namespace

void Context::print(const QString &text) const
{
    out(text.toUtf8() + '\n');
}

void Context::printJson(const QJsonObject &object) const
{
    out(jsonText(QJsonDocument(object)));
}

void Context::printJson(const QJsonArray &array) const
{
    out(jsonText(QJsonDocument(array)));
}

void Context::progress(const QString &line) const
{
    if (terminal && !line.isEmpty())
        err(line.toUtf8() + '\n');
}

int Context::fail(const QString &sentence) const
{
    err(sentence.simplified().toUtf8() + '\n');
    return exitFailed;
}

QString Context::path(const QString &typed) const
{
    return QDir::cleanPath(QDir(folder).absoluteFilePath(typed));
}

QString Context::textOf(const Arguments &arguments, qsizetype from) const
{
    const QStringList words = arguments.words.mid(from);
    return words == QStringList{QStringLiteral("-")} ? QString::fromUtf8(input) : words.join(QLatin1Char(' '));
}

Result<library::Library::Named> resolve(const Context &context, const QString &text, const QList<What> &among)
{
    auto named = context.services->library.named(text, among);
    if (named.candidates.size() > 1)
        return Error::world(Say::tr("“%1” could be several: %2. Type more of the one you mean.")
                                .arg(text, named.candidates.join(QLatin1String(", "))));
    if (named.what == What::Nothing)
        return Error::world(Say::tr("Nothing in the library is called “%1”.").arg(text));
    return named;
}

Result<PaperId> resolvePaper(const Context &context, const QString &text)
{
    const auto named = resolve(context, text, {What::Entry, What::Paper});
    if (!named)
        return named.error();
    if (named->what == What::Paper)
        return PaperId(named->id);
    const auto entry = context.services->library.entry(library::EntryId(named->id));
    if (!entry)
        return Error::world(Say::tr("Nothing in the library is called “%1”.").arg(text));
    return entry->row.paper;
}

Result<QList<PaperId>> resolvePapers(const Context &context, const QStringList &texts)
{
    QList<PaperId> papers;
    for (const QString &text : texts) {
        const auto paper = resolvePaper(context, text);
        if (!paper)
            return paper.error();
        if (!papers.contains(*paper))
            papers += *paper;
    }
    return papers;
}

bool isTourOnly(const Context &context, PaperId paper)
{
    QSet<library::SourceId> tours;
    for (const library::Source &source : context.services->library.sources())
        if (source.kind == library::Source::Kind::Tour)
            tours.insert(source.id);
    const auto mentions = context.services->library.mentions(paper);
    return !mentions.isEmpty() && std::all_of(mentions.begin(), mentions.end(),
                                              [&](const library::ListRow &row) { return tours.contains(row.source); });
}

QJsonValue verdictJson(Verdict verdict)
{
    switch (verdict) {
    case Verdict::Read:
        return QStringLiteral("read");
    case Verdict::Keep:
        return QStringLiteral("keep");
    case Verdict::Drop:
        return QStringLiteral("drop");
    case Verdict::None:
        break;
    }
    return QJsonValue::Null;
}

std::optional<Verdict> verdictNamed(const QString &name)
{
    static const QHash<QString, Verdict> names{{QStringLiteral("read"), Verdict::Read},
                                               {QStringLiteral("keep"), Verdict::Keep},
                                               {QStringLiteral("drop"), Verdict::Drop},
                                               {QStringLiteral("none"), Verdict::None}};
    const auto it = names.constFind(name);
    return it == names.constEnd() ? std::nullopt : std::optional(*it);
}

QJsonValue orNull(const QString &text)
{
    return text.isEmpty() ? QJsonValue(QJsonValue::Null) : QJsonValue(text);
}

} // namespace yaodian::cli
