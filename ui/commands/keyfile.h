#pragma once

#include "ui/commands/keymap.h"

namespace yaodian::ui {

/// The chosen keys in the library's folder: keys.txt, and keys.txt~ as it was before the last change.
class KeyFile final
{
public:
    explicit KeyFile(const QString &folder);

    /// Nothing is chosen where there is no file. One sentence where it cannot be read.
    [[nodiscard]] Result<KeyMap::Read> load() const;
    /// All or nothing. A file that cannot be read is not written over.
    Result<void> save(const KeyMap &map) const;

    /// Any file of that text.
    [[nodiscard]] static Result<KeyMap::Read> readFrom(const QString &path);
    static Result<void> writeTo(const QString &path, const KeyMap &map);

private:
    QString m_path;
};

} // namespace yaodian::ui
