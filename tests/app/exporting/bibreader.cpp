#include "bibreader.h"

#include <QStringList>

namespace yaodian::tests {

namespace {

/// Reads on from a place; `fine` turns false at the first thing out of order.
struct Scan
{
    QString text;
    qsizetype at = 0;
    bool fine = true;

    void blanks()
    {
        while (at < text.size() && text[at].isSpace())
            ++at;
    }
    bool ends()
    {
        blanks();
        return at >= text.size();
    }
    bool takes(QChar c)
    {
        blanks();
        const bool here = at < text.size() && text[at] == c;
        at += here ? 1 : 0;
        return here;
    }
    void expect(QChar c) { fine = fine && takes(c); }
    QString word(const QString &ends)
    {
        blanks();
        const qsizetype from = at;
        while (at < text.size() && !text[at].isSpace() && !ends.contains(text[at]))
            ++at;
        fine = fine && at > from;
        return text.mid(from, at - from);
    }
    QString braced()
    {
        expect(u'{');
        const qsizetype from = at;
        int depth = 1;
        for (; at < text.size() && depth > 0; ++at)
            depth += text[at] == u'{' ? 1 : text[at] == u'}' ? -1 : 0;
        fine = fine && depth == 0;
        return fine ? text.mid(from, at - 1 - from) : QString();
    }
};

} // namespace

std::optional<QList<BibEntry>> readBib(const QByteArray &file)
{
    Scan scan{QString::fromUtf8(file)};
    QList<BibEntry> entries;
    while (scan.fine && !scan.ends()) {
        scan.expect(u'@');
        BibEntry entry;
        entry.type = scan.word(QStringLiteral("{"));
        scan.expect(u'{');
        entry.key = scan.word(QStringLiteral(",{}"));
        while (scan.fine && scan.takes(u',')) {
            if (scan.takes(u'}')) {
                --scan.at;
                break;
            }
            const QString name = scan.word(QStringLiteral("={},"));
            scan.expect(u'=');
            scan.fine = scan.fine && !entry.fields.contains(name);
            entry.fields.insert(name, scan.braced());
        }
        scan.expect(u'}');
        entries << entry;
    }
    return scan.fine ? std::optional(entries) : std::nullopt;
}

std::optional<QString> printed(const QString &latex)
{
    static const QList<QPair<QString, QChar>> commands{{QStringLiteral("\\textbackslash{}"), u'\\'},
                                                       {QStringLiteral("\\textbraceleft{}"), u'\x11'},
                                                       {QStringLiteral("\\textbraceright{}"), u'\x12'},
                                                       {QStringLiteral("\\textasciitilde{}"), u'~'},
                                                       {QStringLiteral("\\textasciicircum{}"), u'^'},
                                                       {QStringLiteral("\\textless{}"), u'<'},
                                                       {QStringLiteral("\\textgreater{}"), u'>'},
                                                       {QStringLiteral("\\textbar{}"), u'|'},
                                                       {QStringLiteral("\\$"), u'$'},
                                                       {QStringLiteral("\\&"), u'&'},
                                                       {QStringLiteral("\\%"), u'%'},
                                                       {QStringLiteral("\\#"), u'#'},
                                                       {QStringLiteral("\\_"), u'_'}};
    QString out;
    for (qsizetype at = 0; at < latex.size();) {
        bool known = false;
        for (const auto &[command, sign] : commands) {
            if (QStringView(latex).mid(at).startsWith(command)) {
                out += sign;
                at += command.size();
                known = true;
                break;
            }
        }
        if (known)
            continue;
        const QChar c = latex[at++];
        if (QStringLiteral("\\~^<>|$&%#_").contains(c))
            return std::nullopt;
        if (c != u'{' && c != u'}')
            out += c;
    }
    return out.replace(u'\x11', u'{').replace(u'\x12', u'}');
}

QStringList bibNames(const QString &value)
{
    QStringList names{QString()};
    int depth = 0;
    for (qsizetype at = 0; at < value.size(); ++at) {
        depth += value[at] == u'{' ? 1 : value[at] == u'}' ? -1 : 0;
        if (depth == 0 && QStringView(value).mid(at).startsWith(u" and ", Qt::CaseInsensitive)) {
            names << QString();
            at += 4;
        } else {
            names.last() += value[at];
        }
    }
    return names;
}

} // namespace yaodian::tests
