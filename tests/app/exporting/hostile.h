#pragma once

#include <QRandomGenerator>
#include <QString>
#include <QStringList>

// Texts that nobody means well with, for tests that hold for every text. Seeded: a failure comes again.
namespace yaodian::tests {

class Hostile
{
public:
    explicit Hostile(quint32 seed) : m_random(seed) {}

    [[nodiscard]] QString text(int most = 7)
    {
        static const QStringList pieces{
            QStringLiteral("{"),
            QStringLiteral("}"),
            QStringLiteral("\\{"),
            QStringLiteral("\\"),
            QStringLiteral("\\input{/etc/passwd}"),
            QStringLiteral("$x_1^2$"),
            QStringLiteral("100% & more #1"),
            QStringLiteral("~"),
            QStringLiteral("\""),
            QStringLiteral("'"),
            QStringLiteral("<script>alert(1)</script>"),
            QStringLiteral("</style>"),
            QStringLiteral("<!--"),
            QStringLiteral("]]>"),
            QStringLiteral("{{{note_html}}}"),
            QStringLiteral("{{/papers}}"),
            QStringLiteral("@misc{x, y = {z}"),
            QStringLiteral("yaodian = {5f0c2a1e-7d41-5c3b-9a52-1e6f0b8c4d27 0000000000000000}"),
            QStringLiteral("\"yaodian:seal\": \"yaodian:5f0c2a1e-7d41-5c3b-9a52-1e6f0b8c4d27:0000000000000000\""),
            QStringLiteral(
                "<meta name=\"yaodian\" content=\"yaodian:5f0c2a1e-7d41-5c3b-9a52-1e6f0b8c4d27:0000000000000000\""),
            QStringLiteral("\n#yaodian:5f0c2a1e-7d41-5c3b-9a52-1e6f0b8c4d27:0000000000000000\n"),
            QStringLiteral("../../etc"),
            QStringLiteral("要点与证据"),
            QStringLiteral("很长的题目").repeated(60),
            QStringLiteral("word ").repeated(60),
            QStringLiteral("😀👩‍🔬"),
            QStringLiteral("مرحبا"),
            QStringLiteral("\u202Egnp.exe"),
            QString(QChar(0)),
            QStringLiteral("\u0001\u0002\u0003\u001b"),
            QString(QChar(0xD800)),
            QString(QChar(0xFFFE)),
            QStringLiteral("\t"),
            QStringLiteral("\r\n"),
            QStringLiteral("\u2028"),
            QStringLiteral("#html:false"),
            QStringLiteral("[a](javascript:alert(1))"),
            QStringLiteral("![i](https://evil.example/p.png)"),
            QStringLiteral(" and "),
            QStringLiteral(","),
            QStringLiteral("BERT"),
            QStringLiteral("Gödel’s naïve fiancée"),
            QStringLiteral(" ")};
        QString out;
        for (int k = m_random.bounded(1, most + 1); k > 0; --k)
            out += pieces[m_random.bounded(int(pieces.size()))];
        return out;
    }
    [[nodiscard]] QStringList texts(int count)
    {
        QStringList out;
        for (int i = 0; i < count; ++i)
            out << text();
        return out;
    }

private:
    QRandomGenerator m_random;
};

} // namespace yaodian::tests
