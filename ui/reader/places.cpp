#include "ui/reader/places.h"

#include <QCryptographicHash>

namespace yaodian::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int MostPlaces = 100;

QString written(const PagePlace &place)
{
    return u"%1 %2"_s.arg(place.page).arg(place.top, 0, 'f', 5);
}

std::optional<PagePlace> read(const QStringList &words)
{
    bool pageOk = false;
    bool topOk = false;
    const PagePlace place{words.value(0).toInt(&pageOk), words.value(1).toDouble(&topOk)};
    return pageOk && topOk && place.page >= 0 ? std::optional(place) : std::nullopt;
}

/// Paths have slashes, which would be groups of the file of states.
QString fileKey(const QString &path)
{
    const QByteArray hash = QCryptographicHash::hash(path.toUtf8(), QCryptographicHash::Sha1);
    return u"file/"_s + QString::fromLatin1(hash.toHex());
}

} // namespace

QString Places::lastKnown(const QString &path) const
{
    return m_settings.state(fileKey(path)).toString();
}

void Places::remember(const QString &path, const QString &sha256)
{
    if (!sha256.isEmpty() && lastKnown(path) != sha256)
        m_settings.setState(fileKey(path), sha256);
}

void Places::setDocument(const QString &sha256)
{
    m_sha256 = sha256;
    m_back.clear();
    m_forward.clear();
}

std::optional<Places::Last> Places::last() const
{
    if (m_sha256.isEmpty())
        return std::nullopt;
    const QStringList words = m_settings.state(key(u"place"_s)).toString().split(u' ');
    const auto place = read(words);
    if (!place)
        return std::nullopt;
    const int fit = words.value(2).toInt();
    return Last{*place, fit >= 0 && fit <= int(Fit::Exact) ? Fit(fit) : Fit::Width, words.value(3).toDouble()};
}

void Places::keepLast(const Last &last)
{
    if (m_sha256.isEmpty())
        return;
    const QString text = u"%1 %2 %3"_s.arg(written(last.place)).arg(int(last.fit)).arg(last.scale, 0, 'f', 4);
    if (m_settings.state(key(u"place"_s)).toString() != text)
        m_settings.setState(key(u"place"_s), text);
}

void Places::leave(const PagePlace &from)
{
    m_forward.clear();
    if (m_back.isEmpty() || !(m_back.last() == from))
        m_back << from;
    if (m_back.size() > MostPlaces)
        m_back.removeFirst();
}

std::optional<PagePlace> Places::back(const PagePlace &from)
{
    if (m_back.isEmpty())
        return std::nullopt;
    m_forward << from;
    return m_back.takeLast();
}

std::optional<PagePlace> Places::forward(const PagePlace &from)
{
    if (m_forward.isEmpty())
        return std::nullopt;
    m_back << from;
    return m_forward.takeLast();
}

void Places::setMark(QChar letter, const PagePlace &place)
{
    if (!m_sha256.isEmpty())
        m_settings.setState(key(u"mark"_s) + u'/' + letter, written(place));
}

std::optional<PagePlace> Places::mark(QChar letter) const
{
    return read(m_settings.state(key(u"mark"_s) + u'/' + letter).toString().split(u' '));
}

} // namespace yaodian::ui
