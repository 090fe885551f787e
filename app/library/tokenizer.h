#pragma once

#include <QByteArrayView>

#include <functional>

struct sqlite3;

namespace yaodian::library {

/// What splitTokens() gives out: one term with the bytes of the text it stands for.
struct Token
{
    QByteArrayView term; ///< UTF-8, folded; good until the next token
    int begin = 0;       ///< byte offsets in the text
    int end = 0;
    bool colocated = false; ///< at the position of the token before it
};

enum class TokenUse {
    Document, ///< CJK: every character, and at its position the pair it begins
    Query,    ///< CJK: the pairs in a row, then the last character, so that a phrase finds what Document stored
};

/// The words of a text (UTF-8; bytes that are none separate words): Latin and other letters as folded words without
/// diacritics, Chinese, Japanese and Korean as characters and pairs. `give` returns false to stop.
void splitTokens(QByteArrayView text, TokenUse use, const std::function<bool(const Token &)> &give);

/// Registers the FTS5 tokenizer "yaodian" on a connection. Before its first statement on any FTS table.
void registerTokenizer(sqlite3 *db);

} // namespace yaodian::library
