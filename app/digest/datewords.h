#pragma once

#include <QList>
#include <QStringView>

#include <optional>

namespace yaodian::digest {

/// A date taken apart into runs of digits, words and the marks between them.
struct DatePiece
{
    enum class Kind : quint8 { Number, Word, Mark };
    Kind kind = Kind::Mark;
    QStringView text;
    int number = 0;
    bool glued = false; ///< nothing, not even a blank, stands before it
};

/// The first pieces of a text; a date has no more.
[[nodiscard]] QList<DatePiece> datePieces(QStringView text);

/// 1…12 for the name of a month, in full or cut short, in English and the languages that blogs date their posts in;
/// 0 for any other word.
[[nodiscard]] int monthNamed(QStringView word);

/// Minutes east of Greenwich of a zone's name; RFC 822's meaning where it has several.
[[nodiscard]] std::optional<int> zoneNamed(QStringView word);

/// "pm", "下午" …
[[nodiscard]] bool isAfternoon(QStringView word);

/// "am", "上午" …
[[nodiscard]] bool isMorning(QStringView word);

} // namespace yaodian::digest
