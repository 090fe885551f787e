#include "exporting/form.h"

#include "base/files.h"
#include "exporting/checking.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>

#include <sstream>

namespace yaodian::exporting {

namespace {

constexpr qint64 largestForm = 1024 * 1024;

/// The template as kainjow's Mustache needs it to follow the specification: lines that hold nothing but section tags
/// and comments leave no line behind, whether the section is there or not, and blank lines are kept. It drops blank
/// lines near tags by a rule of its own, hence a guard at every line end that is taken away afterwards.
QByteArray prepared(const QByteArray &form)
{
    static const QRegularExpression onlyTags(QStringLiteral("^[ \\t]*(?:\\{\\{[#^/!][^{}]*\\}\\}[ \\t]*)+$"));
    QString text;
    QString all = QString::fromUtf8(form).replace(QLatin1String("\r\n"), QLatin1String("\n"));
    all.removeIf([](QChar c) { return c.unicode() < ' ' && c != QLatin1Char('\n') && c != QLatin1Char('\t'); });
    const QStringList lines = all.split(QLatin1Char('\n'));
    for (qsizetype i = 0; i < lines.size(); ++i) {
        if (onlyTags.match(lines[i]).hasMatch())
            text += lines[i].trimmed();
        else
            text += lines[i] + (i + 1 < lines.size() ? QChar(QLatin1Char(guard)) + QStringLiteral("\n") : QString());
    }
    return text.toUtf8();
}

qint64 longestLine(const QByteArray &text)
{
    qint64 longest = 0;
    for (qsizetype from = 0, to = 0; to >= 0; from = to + 1) {
        to = text.indexOf('\n', from);
        longest = qMax(longest, qint64(to < 0 ? text.size() : to) - from);
    }
    return longest;
}

QSet<QByteArray> namesIn(const Tags &tags)
{
    QSet<QByteArray> names;
    QList<QByteArray> sections;
    for (const Tag &tag : tags.all) {
        if (tag.kind == '/' && !sections.isEmpty())
            sections.removeLast();
        if (tag.kind == '/' || tag.kind == '!' || tag.kind == '=')
            continue;
        const QList<QByteArray> parts = tag.name.split('.');
        for (const QByteArray &part : parts)
            if (part != "highlights" || !sections.contains("groups"))
                names << part;
        if (tag.kind == '#' || tag.kind == '^')
            sections << tag.name;
    }
    return names;
}

/// Gives the library what the sections name, and counts. Templates within templates are not for these.
class Within final : public kainjow::mustache::basic_context<std::string>
{
public:
    Within(const data &view, Budget &budget, qint64 longest) : m_inner(&view), m_budget(budget), m_longest(longest) {}

    void push(const data *item) override
    {
        constexpr qint64 costOfItem = 64;
        m_budget.spend(m_longest + costOfItem);
        m_inner.push(item);
    }
    void pop() override { m_inner.pop(); }
    const data *get(const std::string &name) const override
    {
        const data *found = m_inner.get(name);
        m_budget.spend(found && found->is_string() ? qint64(found->string_value().size()) : 1);
        return found;
    }
    const data *get_partial(const std::string &) const override { return nullptr; }

private:
    kainjow::mustache::context<std::string> m_inner;
    Budget &m_budget;
    const qint64 m_longest;
};

} // namespace

Result<QByteArray> formText(const Template &form, const Templates &own)
{
    const QString builtIn = QStringLiteral(":/yaodian/templates/%1.mustache").arg(form.name);
    if (!form.name.contains(QLatin1Char('/')) && QFile::exists(builtIn)) {
        QFile file(builtIn);
        if (file.open(QIODevice::ReadOnly))
            return file.readAll();
    }
    const QString path = own.has(form.name) ? own.path(form.name) : form.name;
    if (!QFileInfo(path).isFile())
        return Error::world(
            QCoreApplication::translate(
                "exporting", "There is no template “%1”: name obsidian, logseq, plain, one of your own or a file.")
                .arg(form.name));
    return readFile(path, largestForm);
}

Result<Form> Form::of(const QByteArray &text)
{
    const Tags tags = tagsOf(text);
    if (tags.broken)
        return Error::world(tags.broken->sentence);
    const QByteArray ready = prepared(text);
    auto page = std::make_shared<kainjow::mustache::mustache>(ready.toStdString());
    if (!page->is_valid())
        return Error::world(QCoreApplication::translate("exporting", "The template cannot be read as Mustache: %1.")
                                .arg(QString::fromStdString(page->error_message())));
    // Values are escaped for Markdown, not for HTML.
    page->set_custom_escape([](const std::string &value) { return value; });
    return Form(std::move(page), longestLine(ready), namesIn(tags));
}

Result<Parts> Form::filled(const data &view, const Regions &regions, Budget budget) const
{
    regions.setBudget(budget);
    std::ostringstream text;
    try {
        Within within(view, budget, m_longest);
        m_page->render(within, text);
    } catch (const Budget::Spent &spent) {
        return spent.isCancelled ? Error::cancelled()
                                 : Error::world(QCoreApplication::translate(
                                       "exporting", "The template repeats itself too often; it was stopped."));
    }
    if (!m_page->is_valid())
        return Error::world(QCoreApplication::translate("exporting", "The template cannot be read as Mustache: %1.")
                                .arg(QString::fromStdString(m_page->error_message())));
    return regions.split(text.str());
}

} // namespace yaodian::exporting
