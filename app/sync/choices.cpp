#include "sync/choices.h"

#include "digest/digest.h"
#include "net/client.h"
#include "sync/say.h"

#include <QRegularExpression>
#include <QUrl>

namespace yaodian::sync {

namespace {

constexpr int longestInterval = 7 * 24 * 60; ///< minutes

Result<void> chooseInterval(library::Source &source, const QString &value)
{
    bool ok = false;
    const int minutes = value.isEmpty() ? 0 : value.toInt(&ok);
    if (!value.isEmpty() && (!ok || minutes < 0 || minutes > longestInterval))
        return Error::world(Say::tr("“%1” is no interval. Write minutes, up to %2; 0 leaves it to the program.")
                                .arg(value)
                                .arg(longestInterval));
    source.options.intervalMinutes = minutes;
    return {};
}

Result<void> chooseMaxAge(library::Source &source, const QString &value)
{
    if (!value.isEmpty() && value != QLatin1String("ignore") && value != QLatin1String("honour"))
        return Error::world(Say::tr("“%1” is not ignore or honour.").arg(value));
    source.options.ignoresMaxAge = value == QLatin1String("ignore");
    return {};
}

Result<void> chooseAddress(library::Source &source, const QString &value)
{
    const QUrl url(value, QUrl::StrictMode);
    const bool web = url.scheme() == QLatin1String("http") || url.scheme() == QLatin1String("https");
    if (!value.isEmpty() && (!web || url.host().isEmpty() || !url.userInfo().isEmpty()))
        return Error::world(Say::tr("“%1” is no web address (http or https).").arg(value));
    source.options.address = value;
    return {};
}

Result<void> chooseMirror(library::Source &source, const QString &value)
{
    const QUrl base(value, QUrl::StrictMode);
    const bool web = base.scheme() == QLatin1String("http") || base.scheme() == QLatin1String("https");
    if (!value.isEmpty() && (!web || base.host().isEmpty() || base.hasQuery() || !base.userInfo().isEmpty()))
        return Error::world(Say::tr("“%1” is no base address of a mirror.").arg(value));
    source.options.mirror = value;
    return {};
}

Result<void> chooseProxy(library::Source &source, const QString &value)
{
    if (const auto usable = net::checkProxy(value); !usable)
        return usable;
    source.options.proxy = value;
    return {};
}

Result<void> chooseLanguage(library::Source &source, const QString &value)
{
    static const QRegularExpression tag(QStringLiteral("^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8})*$"));
    if (!value.isEmpty() && !tag.match(value).hasMatch())
        return Error::world(Say::tr("“%1” is no language. Write zh-CN or en.").arg(value));
    source.options.language = value;
    return {};
}

Result<void> chooseTitle(library::Source &source, const QString &value)
{
    if (value.isEmpty())
        return Error::world(Say::tr("A source needs a title."));
    source.title = value;
    return {};
}

Result<void> chooseCategory(library::Source &source, const QString &value)
{
    source.category = value.isEmpty() ? QString() : digest::facetCode(value);
    return {};
}

Result<void> chooseHeader(library::Source &source, const QString &name, const QString &value)
{
    static const QRegularExpression token(QStringLiteral("^[A-Za-z0-9!#$%&'*+.^_`|~-]+$"));
    static const QRegularExpression control(QStringLiteral("[\\x00-\\x1f\\x7f]"));
    if (!token.match(name).hasMatch() || control.match(value).hasMatch())
        return Error::world(Say::tr("“%1” is no header that can be sent.").arg(name));
    source.options.headers.removeIf(
        [&name](const auto &one) { return one.first.compare(name, Qt::CaseInsensitive) == 0; });
    if (!value.isEmpty())
        source.options.headers.append({name, value});
    return {};
}

/// All of them, one a line.
Result<void> chooseHeaders(library::Source &source, const QString &value)
{
    library::Source changed = source;
    changed.options.headers.clear();
    const QStringList lines = value.split(QLatin1Char('\n'), Qt::SkipEmptyParts);
    for (const QString &line : lines) {
        if (line.trimmed().isEmpty())
            continue;
        const qsizetype colon = line.indexOf(QLatin1Char(':'));
        const QString text = line.mid(colon + 1).trimmed();
        if (colon < 1 || text.isEmpty())
            return Error::world(Say::tr("“%1” is no header. Write Name: value, one a line.").arg(line.trimmed()));
        if (const auto chosen = chooseHeader(changed, line.left(colon).trimmed(), text); !chosen)
            return chosen;
    }
    source = changed;
    return {};
}

Result<void> chooseUser(library::Source &source, const QString &value)
{
    static const QRegularExpression forbidden(QStringLiteral("[:\\x00-\\x1f\\x7f]"));
    if (forbidden.match(value).hasMatch())
        return Error::world(Say::tr("“%1” is no user name: a colon cannot be sent in one.").arg(value));
    source.options.user = value;
    return {};
}

QString headerLines(const library::Source &source)
{
    QStringList lines;
    for (const auto &[name, value] : source.options.headers)
        lines.append(name + QLatin1String(": ") + value);
    return lines.join(QLatin1Char('\n'));
}

struct Choice
{
    QLatin1String key;
    Result<void> (*apply)(library::Source &, const QString &);
    QString (*read)(const library::Source &);
};
using Of = const library::Source &;
const Choice choices[] = {
    {QLatin1String("title"), chooseTitle, [](Of source) { return source.title; }},
    {QLatin1String("category"), chooseCategory, [](Of source) { return source.category; }},
    {QLatin1String("interval"), chooseInterval,
     [](Of source) {
         const int minutes = source.options.intervalMinutes;
         return minutes > 0 ? QString::number(minutes) : QString();
     }},
    {QLatin1String("max-age"), chooseMaxAge,
     [](Of source) { return source.options.ignoresMaxAge ? QStringLiteral("ignore") : QString(); }},
    {QLatin1String("address"), chooseAddress, [](Of source) { return source.options.address; }},
    {QLatin1String("mirror"), chooseMirror, [](Of source) { return source.options.mirror; }},
    {QLatin1String("proxy"), chooseProxy, [](Of source) { return source.options.proxy; }},
    {QLatin1String("language"), chooseLanguage, [](Of source) { return source.options.language; }},
    {QLatin1String("user"), chooseUser, [](Of source) { return source.options.user; }},
    {QLatin1String("headers"), chooseHeaders, headerLines},
};

const Choice *choiceFor(const QString &key)
{
    for (const Choice &choice : choices) {
        if (key == choice.key)
            return &choice;
    }
    return nullptr;
}

} // namespace

Result<void> choose(library::Source &source, const QString &key, const QString &value)
{
    if (key.startsWith(QLatin1String("header.")))
        return chooseHeader(source, key.mid(7), value);
    if (const Choice *choice = choiceFor(key))
        return choice->apply(source, value);
    return Error::world(Say::tr("“%1” is nothing that can be chosen for a source: title, category, interval, max-age, "
                                "address, mirror, proxy, language, user, header.NAME.")
                            .arg(key));
}

Result<void> choose(library::Source &source, const QString &keyAndValue)
{
    if (!keyAndValue.contains(QLatin1Char('=')))
        return Error::world(Say::tr("“%1” says nothing to choose. Write KEY=VALUE.").arg(keyAndValue));
    return choose(source, keyAndValue.section(QLatin1Char('='), 0, 0).trimmed(),
                  keyAndValue.section(QLatin1Char('='), 1).trimmed());
}

QString chosen(const library::Source &source, const QString &key)
{
    const Choice *choice = choiceFor(key);
    return choice ? choice->read(source) : QString();
}

QString movedFor(const library::Source &source, const library::SyncState &state)
{
    const bool meant = !state.movedTo.isEmpty() && state.movedSince.daysTo(state.lastFresh) >= 1;
    return meant && state.movedTo != source.options.address ? state.movedTo : QString();
}

} // namespace yaodian::sync
