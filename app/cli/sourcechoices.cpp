#include "cli/sourcechoices.h"

#include "cli/say.h"
#include "digest/digest.h"
#include "net/client.h"

#include <QRegularExpression>
#include <QUrl>

namespace yaodian::cli {

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

struct Choice
{
    QLatin1String key;
    Result<void> (*apply)(library::Source &, const QString &);
};
constexpr Choice choices[] = {
    {QLatin1String("title"), chooseTitle},       {QLatin1String("category"), chooseCategory},
    {QLatin1String("interval"), chooseInterval}, {QLatin1String("max-age"), chooseMaxAge},
    {QLatin1String("mirror"), chooseMirror},     {QLatin1String("proxy"), chooseProxy},
    {QLatin1String("language"), chooseLanguage}, {QLatin1String("address"), chooseAddress},
};

} // namespace

Result<void> choose(library::Source &source, const QString &keyAndValue)
{
    const QString key = keyAndValue.section(QLatin1Char('='), 0, 0).trimmed();
    const QString value = keyAndValue.section(QLatin1Char('='), 1).trimmed();
    if (!keyAndValue.contains(QLatin1Char('=')))
        return Error::world(Say::tr("“%1” says nothing to choose. Write KEY=VALUE.").arg(keyAndValue));
    if (key.startsWith(QLatin1String("header.")))
        return chooseHeader(source, key.mid(7), value);
    for (const Choice &choice : choices) {
        if (key == choice.key)
            return choice.apply(source, value);
    }
    return Error::world(Say::tr("“%1” is nothing that can be chosen for a source: title, category, interval, max-age, "
                                "address, mirror, proxy, language, header.NAME.")
                            .arg(key));
}

} // namespace yaodian::cli
