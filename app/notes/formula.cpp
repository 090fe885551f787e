#include "notes/formula.h"

#include <QList>

namespace yaodian::notes {

namespace {

// Measured on papers in English and Chinese (notes_formula): display formulas are found; of headings and entries of
// bibliographies none is taken for one, of paragraphs only those that are full of formulas.
constexpr int LeastSigns = 2;       ///< of a formula, however short
constexpr int LongRun = 12;         ///< tokens in a row without a word, of which
constexpr int SignsOfARun = 4;      ///< so many are signs
constexpr double ShareOfSoup = 0.5; ///< of all tokens that say something

enum class Token {
    Word,
    Letter, ///< one alone, as variables are
    Sign,   ///< an operator, a Greek or mathematical letter, a character that no font names
    Other   ///< numbers, punctuation: of either
};

bool isSign(char32_t c)
{
    const QChar::Category category = QChar::category(c);
    const bool mathematical = c >= 0x1d400 && c <= 0x1d7ff;
    const bool raised = (c >= 0x2070 && c <= 0x209c) || c == 0xb2 || c == 0xb3 || c == 0xb9;
    const bool scripted = c >= 0x2100 && c <= 0x214f && category != QChar::Symbol_Other; // ℝ, ℓ, not ™
    return category == QChar::Symbol_Math || category == QChar::Other_PrivateUse || mathematical || raised ||
           scripted || c == 0x2032 || c == 0xfffd;
}

/// Scripts whose letters are words, or parts of them that stand without blanks.
bool isIdeograph(char32_t c)
{
    switch (QChar::script(c)) {
    case QChar::Script_Han:
    case QChar::Script_Hiragana:
    case QChar::Script_Katakana:
    case QChar::Script_Hangul:
        return true;
    default:
        return false;
    }
}

/// "J." of a name, "a" and "I": words of one letter.
bool isWordOfOneLetter(const QList<char32_t> &token)
{
    const bool initial = token.size() == 2 && QChar::isUpper(token[0]) && token[1] == U'.';
    return initial || (token.size() == 1 && (token[0] == U'a' || token[0] == U'A' || token[0] == U'I'));
}

class Counting
{
public:
    void add(Token token)
    {
        if (token == Token::Word) {
            ++m_words;
            m_run = m_signsOfRun = 0;
            return;
        }
        m_letters += token == Token::Letter;
        m_signs += token == Token::Sign;
        m_run += token != Token::Other;
        m_signsOfRun += token == Token::Sign;
        m_longRun = m_longRun || (m_run >= LongRun && m_signsOfRun >= SignsOfARun);
    }
    [[nodiscard]] bool isSoup() const
    {
        const int all = m_words + m_letters + m_signs;
        return m_longRun || (m_signs >= LeastSigns && m_letters + m_signs >= ShareOfSoup * all);
    }

private:
    int m_words = 0, m_letters = 0, m_signs = 0;
    int m_run = 0, m_signsOfRun = 0;
    bool m_longRun = false;
};

/// Letters that follow each other: a word, or variables.
class Letters
{
public:
    explicit Letters(Counting &counting) : m_counting(counting) {}

    void add(char32_t c)
    {
        ++m_all;
        m_greek += QChar::script(c) == QChar::Script_Greek;
    }
    void end()
    {
        if (m_all > 2)
            m_counting.add(Token::Word);
        for (int i = 0; m_all <= 2 && i < m_greek; ++i)
            m_counting.add(Token::Sign);
        if (m_all <= 2 && m_all > m_greek)
            m_counting.add(m_all == 1 ? Token::Letter : Token::Other);
        m_all = m_greek = 0;
    }

private:
    Counting &m_counting;
    int m_all = 0, m_greek = 0;
};

/// What stands between two blanks.
void addToken(const QList<char32_t> &token, Counting &counting)
{
    if (isWordOfOneLetter(token))
        return counting.add(Token::Word);
    Letters letters(counting);
    for (const char32_t c : token) {
        const bool tag = (c == U'<' || c == U'>') && token.size() > 1; // "<pad>"
        if (!isSign(c) && !isIdeograph(c) && QChar::isLetter(c)) {
            letters.add(c);
            continue;
        }
        letters.end();
        if (isSign(c) && !tag)
            counting.add(Token::Sign);
        else if (isIdeograph(c))
            counting.add(Token::Word);
    }
    letters.end();
}

} // namespace

bool isFormulaSoup(const QString &quote)
{
    Counting counting;
    QList<char32_t> token;
    const QList<uint> points = quote.toUcs4();
    for (const uint c : points) {
        if (!QChar::isSpace(c)) {
            token << char32_t(c);
            continue;
        }
        addToken(token, counting);
        token.clear();
    }
    addToken(token, counting);
    return counting.isSoup();
}

} // namespace yaodian::notes
