#include "ui/commands/keyfile.h"

#include "base/files.h"
#include "ui/commands/keysay.h"

#include <QFileInfo>
#include <QStringDecoder>

namespace yaodian::ui {

namespace {

constexpr qint64 LargestFile = 1 << 20; ///< a thousand times what all commands need

Result<QString> textOf(const QString &path, const QByteArray &bytes)
{
    QStringDecoder decode(QStringDecoder::Utf8);
    const QString text = decode(bytes);
    if (decode.hasError() || text.contains(QChar(u'\0')))
        return Error::world(KeySay::tr("%1 is no text, so that no keys can be read from it.").arg(path));
    return text;
}

} // namespace

KeyFile::KeyFile(const QString &folder) : m_path(folder + QStringLiteral("/keys.txt")) {}

Result<KeyMap::Read> KeyFile::readFrom(const QString &path)
{
    const auto bytes = readFile(path, LargestFile);
    if (!bytes)
        return bytes.error();
    const auto text = textOf(path, *bytes);
    if (!text)
        return text.error();
    return KeyMap::read(*text);
}

Result<void> KeyFile::writeTo(const QString &path, const KeyMap &map)
{
    return writeFileAtomically(path, map.text().toUtf8());
}

Result<KeyMap::Read> KeyFile::load() const
{
    return QFileInfo::exists(m_path) ? readFrom(m_path) : KeyMap::Read();
}

Result<void> KeyFile::save(const KeyMap &map) const
{
    const QByteArray text = map.text().toUtf8();
    if (QFileInfo::exists(m_path)) {
        const auto before = readFile(m_path, LargestFile);
        if (!before)
            return before.error();
        if (const auto readable = textOf(m_path, *before); !readable)
            return readable.error();
        if (*before == text)
            return {};
        if (const auto kept = writeFileAtomically(m_path + u'~', *before); !kept)
            return kept.error();
    } else if (map.choices() == 0) {
        return {};
    }
    return writeFileAtomically(m_path, text);
}

} // namespace yaodian::ui
