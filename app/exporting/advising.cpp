#include "exporting/checking.h"
#include "exporting/names.h"

#include <QCoreApplication>

#include <algorithm>

// What is said of a template whose tags can be read: names that are not there, regions that lead nowhere.
namespace yaodian::exporting {

namespace {

constexpr qsizetype mostRemarks = 20;

struct Advise
{
    Q_DECLARE_TR_FUNCTIONS(exporting)
};

/// The section in which a name has a value; empty: outside of all.
QString sectionOf(const QByteArray &name)
{
    for (const ScopePlace &place : scopePlaces())
        if (nameIn(place.scope, name))
            return place.where.isEmpty() ? QString() : place.where.last();
    return {};
}

class Adviser
{
public:
    explicit Adviser(const QList<Tag> &tags) : m_tags(tags) {}

    QList<TemplateRemark> run()
    {
        for (const Tag &tag : m_tags) {
            if (tag.kind == '/')
                m_open.removeLast();
            else if (tag.kind == 0 || tag.kind == '#' || tag.kind == '^')
                read(tag);
            if (m_mistakes.size() >= mostRemarks)
                break;
        }
        if (!m_hasPaper)
            say(0, Advise::tr("Of a paper nothing is written: {{#paper}} … {{/paper}} is missing."));
        else if (!m_hasRegion)
            say(0, Advise::tr("Without managed regions a file is written once and never brought up to date."));
        return m_mistakes + m_advice;
    }

private:
    struct Open
    {
        Tag tag;
        std::optional<Scope> scope; ///< what it opens
        bool isRegion = false;
    };
    struct Found
    {
        const Name *name = nullptr;
        qsizetype owner = -1; ///< the open section whose name it is; -1: the outermost
    };
    /// A region, and under what it is written.
    struct Written
    {
        QByteArray name;
        QList<QByteArray> rows;
        QList<Tag> conditions;
    };

    [[nodiscard]] Found find(const QByteArray &name) const
    {
        for (qsizetype i = m_open.size() - 1; i >= 0; --i)
            if (m_open[i].scope)
                if (const Name *found = nameIn(*m_open[i].scope, name))
                    return {found, i};
        return {nameIn(Scope::Root, name), -1};
    }

    /// Also "paper.title": only of what is there once.
    [[nodiscard]] Found resolve(const QByteArray &name) const
    {
        const QList<QByteArray> parts = name.split('.');
        Found found = find(parts.first());
        for (qsizetype i = 1; i < parts.size() && found.name; ++i)
            found.name =
                found.owner < 0 && i == 1 && found.name->opens ? nameIn(*found.name->opens, parts[i]) : nullptr;
        return found;
    }

    void read(const Tag &tag)
    {
        const Found found = tag.name == "." ? Found() : resolve(tag.name);
        if (!found.name && tag.name != ".")
            unknown(tag);
        const bool isRegion = found.name && found.name->kind == Variable::Kind::Region;
        if (tag.kind == 0) {
            if (isRegion || (found.name && found.name->kind == Variable::Kind::Rows))
                mistake(tag.line, Advise::tr("{{%1}} is a section: it is written {{#%1}} … {{/%1}}.")
                                      .arg(QString::fromUtf8(tag.name)));
            return;
        }
        if (isRegion && tag.kind == '#')
            readRegion(tag, found);
        m_hasPaper = m_hasPaper || (tag.name == "paper" && tag.kind == '#');
        const bool opens = found.name && tag.kind == '#' && !isRegion;
        m_open << Open{tag, opens ? found.name->opens : std::nullopt, isRegion};
    }

    void unknown(const Tag &tag)
    {
        const QString name = QString::fromUtf8(tag.name.left(60));
        const QString section = sectionOf(tag.name);
        if (section.isEmpty())
            mistake(tag.line, Advise::tr("there is no variable {{%1}}.").arg(name));
        else
            mistake(tag.line, Advise::tr("{{%1}} has no value here, only within {{#%2}}.").arg(name, section));
    }

    void readRegion(const Tag &tag, const Found &found)
    {
        const QString name = QString::fromUtf8(tag.name);
        m_hasRegion = true;
        Written written{tag.name, {}, {}};
        for (const Open &open : std::as_const(m_open)) {
            if (open.isRegion)
                return advise(tag.line, Advise::tr("a region within a region is only text of the outer one."));
            if (open.scope)
                written.rows << open.tag.name;
            written.conditions << open.tag;
        }
        for (qsizetype i = found.owner + 1; i < m_open.size(); ++i)
            if (m_open[i].scope)
                return advise(tag.line, Advise::tr("{{#%1}} comes again for each of {{#%2}}, and edits in it would not "
                                                   "be told apart.")
                                            .arg(name, QString::fromUtf8(m_open[i].tag.name)));
        if (std::any_of(m_written.begin(), m_written.end(), [&](const Written &w) { return isSame(w, written); }))
            advise(tag.line,
                   Advise::tr("the region {{#%1}} is there twice, and edits in it would not be told apart.").arg(name));
        m_written << written;
    }

    /// Not where one of them is there only without the other.
    static bool isSame(const Written &a, const Written &b)
    {
        const auto excludes = [&b](const Tag &one) {
            return std::any_of(b.conditions.begin(), b.conditions.end(),
                               [&one](const Tag &other) { return other.name == one.name && other.kind != one.kind; });
        };
        return a.name == b.name && a.rows == b.rows && std::none_of(a.conditions.begin(), a.conditions.end(), excludes);
    }

    void mistake(int line, const QString &what) { m_mistakes << remark(true, line, what); }
    void advise(int line, const QString &what) { m_advice << remark(false, line, what); }
    void say(int line, const QString &sentence) { m_advice << TemplateRemark{false, line, sentence}; }
    static TemplateRemark remark(bool isMistake, int line, const QString &what)
    {
        return {isMistake, line, Advise::tr("Line %1: %2").arg(line).arg(what)};
    }

    const QList<Tag> &m_tags;
    QList<Open> m_open;
    QList<Written> m_written;
    QList<TemplateRemark> m_mistakes;
    QList<TemplateRemark> m_advice;
    bool m_hasPaper = false;
    bool m_hasRegion = false;
};

/// The line in which `words` stand first; 0: nowhere.
int lineOf(const QByteArray &text, const QByteArray &words)
{
    const qsizetype at = text.indexOf(words);
    return at < 0 ? 0 : int(text.first(at).count('\n')) + 1;
}

} // namespace

QList<TemplateRemark> checkedTemplate(const QByteArray &text)
{
    if (text.size() > largestTemplate)
        return {{true, 0, Advise::tr("The template is longer than %1 KB.").arg(largestTemplate / 1024)}};
    if (text.contains('\0') || QString::fromUtf8(text).toUtf8() != text)
        return {{true, 0, Advise::tr("The template is no text in UTF-8.")}};
    const Tags tags = tagsOf(text);
    if (tags.broken)
        return {*tags.broken};
    QList<TemplateRemark> remarks = Adviser(tags.all).run();
    if (const int line = lineOf(text, "<!-- yaodian:"); line > 0)
        remarks << TemplateRemark{
            false, line, Advise::tr("Line %1: markers of regions are written by the program itself.").arg(line)};
    return remarks.mid(0, mostRemarks);
}

} // namespace yaodian::exporting
