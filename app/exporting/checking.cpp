#include "exporting/checking.h"

#include <QCoreApplication>
#include <QObject>

namespace yaodian::exporting {

namespace {

constexpr qsizetype deepest = 24; ///< sections in each other: each costs the length of its text when it is filled
constexpr qsizetype most = 20'000;

struct Say
{
    Q_DECLARE_TR_FUNCTIONS(exporting)
};

class TagReader
{
public:
    explicit TagReader(const QByteArray &text) : m_text(text) {}

    Tags run()
    {
        while (!m_tags.broken) {
            const qsizetype begin = m_text.indexOf(m_open, m_at);
            if (begin < 0)
                break;
            moveTo(begin);
            readTag();
        }
        if (!m_tags.broken && !m_sections.isEmpty())
            fail(m_sections.last().line,
                 Say::tr("the section {{#%1}} is never closed.").arg(QString::fromUtf8(m_sections.last().name)));
        return m_tags;
    }

private:
    void moveTo(qsizetype place)
    {
        for (; m_counted < place; ++m_counted)
            m_line += m_text[m_counted] == '\n';
        m_at = place;
    }

    void fail(int line, const QString &what)
    {
        m_tags.broken = TemplateRemark{true, line, Say::tr("Line %1: %2").arg(line).arg(what)};
    }

    void readTag()
    {
        const bool isDefault = m_open == "{{" && m_close == "}}";
        const bool isTriple = isDefault && m_text.mid(m_at + 2, 1) == "{";
        const qsizetype from = m_at + m_open.size() + (isTriple ? 1 : 0);
        const QByteArray close = isTriple ? QByteArray("}}}") : m_close;
        const qsizetype to = m_text.indexOf(close, from);
        if (to < 0)
            return fail(m_line, Say::tr("a tag begins with %1 and has no %2.")
                                    .arg(QString::fromUtf8(m_open), QString::fromUtf8(close)));
        if (m_tags.all.size() >= most)
            return fail(m_line, Say::tr("there are more than %1 tags.").arg(most));
        const QByteArray content = m_text.mid(from, to - from).trimmed();
        const char first = content.isEmpty() ? '\0' : content[0];
        if (!isTriple && first == '=')
            changeDelimiters(content);
        else if (!isTriple && first != '\0' && QByteArrayView("#^/>!&").contains(first))
            take({first == '&' ? '\0' : first, content.mid(1).trimmed(), m_line});
        else
            take({'\0', content, m_line});
        moveTo(to + close.size());
    }

    void changeDelimiters(const QByteArray &content)
    {
        const QByteArray both = content.mid(1, content.size() - 2).simplified();
        const QList<QByteArray> parts = both.split(' ');
        if (content.size() < 5 || !content.endsWith('=') || parts.size() != 2 || both.contains('='))
            return fail(m_line, Say::tr("the tag that sets other braces cannot be read."));
        m_open = parts[0];
        m_close = parts[1];
        m_tags.all << Tag{'=', {}, m_line};
    }

    void take(const Tag &tag)
    {
        if (tag.kind == '>')
            return fail(tag.line, Say::tr("{{>%1}} asks for another template, and a template stands by itself here.")
                                      .arg(QString::fromUtf8(tag.name)));
        if (tag.kind == '#' || tag.kind == '^') {
            m_sections << tag;
            if (m_sections.size() > deepest)
                return fail(tag.line, Say::tr("more than %1 sections stand in each other.").arg(deepest));
        }
        if (tag.kind == '/')
            closeSection(tag);
        m_tags.all << tag;
    }

    void closeSection(const Tag &tag)
    {
        const QString name = QString::fromUtf8(tag.name);
        if (m_sections.isEmpty())
            return fail(tag.line, Say::tr("{{/%1}} closes a section that was not opened.").arg(name));
        const Tag open = m_sections.takeLast();
        if (open.name != tag.name)
            fail(tag.line, Say::tr("{{/%1}} stands where {{/%2}} is due, for the section of line %3.")
                               .arg(name, QString::fromUtf8(open.name))
                               .arg(open.line));
    }

    const QByteArray &m_text;
    QByteArray m_open = "{{";
    QByteArray m_close = "}}";
    qsizetype m_at = 0;
    qsizetype m_counted = 0;
    int m_line = 1;
    QList<Tag> m_sections;
    Tags m_tags;
};

} // namespace

Tags tagsOf(const QByteArray &text)
{
    return TagReader(text).run();
}

} // namespace yaodian::exporting
