#include "ui/reader/places.h"

#include <QCryptographicHash>

namespace yaodian::ui {

using namespace Qt::StringLiterals;

namespace {

// Words that were added later come last, so that what an earlier version wrote is still read.

QString written(const PagePlace &place)
{
    return u"%1 %2"_s.arg(place.page).arg(place.top, 0, 'f', 5);
}

QString writtenLeft(const PagePlace &place)
{
    return place.left ? u" "_s + QString::number(*place.left, 'f', 5) : QString();
}

/// `leftAt`: which word says how far to the left.
std::optional<PagePlace> read(const QStringList &words, qsizetype leftAt)
{
    bool pageOk = false;
    bool topOk = false;
    bool leftOk = false;
    PagePlace place{words.value(0).toInt(&pageOk), words.value(1).toDouble(&topOk)};
    if (const double left = words.value(leftAt).toDouble(&leftOk); leftOk)
        place.left = left;
    return pageOk && topOk && place.page >= 0 ? std::optional(place) : std::nullopt;
}

template <class Choice> Choice choiceOf(const QString &word, Choice last)
{
    const int number = word.toInt();
    return number >= 0 && number <= int(last) ? Choice(number) : Choice{};
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
}

std::optional<Places::Last> Places::last() const
{
    if (m_sha256.isEmpty())
        return std::nullopt;
    const QStringList words = m_settings.state(key(u"place"_s)).toString().split(u' ');
    const auto place = read(words, 6);
    if (!place)
        return std::nullopt;
    const int turn = words.value(5).toInt();
    const Trim trim = readTrim(m_settings.state(key(u"trim"_s)).toString());
    return Last{*place,
                {choiceOf(words.value(2), Fit::Content), words.value(3).toDouble(),
                 choiceOf(words.value(4), Flow::TwoPage), turn % 90 == 0 ? turn : 0, trim}};
}

void Places::keepLast(const Last &last)
{
    if (m_sha256.isEmpty())
        return;
    const auto keep = [this](const QString &name, const QString &text) {
        if (m_settings.state(key(name)).toString() != text)
            m_settings.setState(key(name), text);
    };
    const ViewMode &mode = last.mode;
    keep(u"place"_s, u"%1 %2 %3 %4 %5"_s.arg(written(last.place))
                             .arg(int(mode.fit))
                             .arg(mode.scale, 0, 'f', 4)
                             .arg(int(mode.flow))
                             .arg(mode.turn) +
                         writtenLeft(last.place));
    if (!mode.trim.isEmpty())
        keep(u"trim"_s, writtenTrim(mode.trim));
}

bool Places::setMark(QChar letter, const PagePlace &place)
{
    if (m_sha256.isEmpty())
        return false;
    m_settings.setState(key(u"mark"_s) + u'/' + letter, written(place) + writtenLeft(place));
    return true;
}

std::optional<PagePlace> Places::mark(QChar letter) const
{
    return read(m_settings.state(key(u"mark"_s) + u'/' + letter).toString().split(u' '), 2);
}

} // namespace yaodian::ui
