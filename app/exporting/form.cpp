#include "exporting/form.h"

#include "base/files.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>

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

} // namespace

Result<QByteArray> formText(const Template &form)
{
    const QString builtIn = QStringLiteral(":/yaodian/templates/%1.mustache").arg(form.name);
    if (!form.name.contains(QLatin1Char('/')) && QFile::exists(builtIn)) {
        QFile file(builtIn);
        if (file.open(QIODevice::ReadOnly))
            return file.readAll();
    }
    if (!QFileInfo(form.name).isFile())
        return Error::world(QCoreApplication::translate(
                                "exporting", "There is no template “%1”: name obsidian, logseq, plain or a file.")
                                .arg(form.name));
    return readFile(form.name, largestForm);
}

Result<Form> Form::of(const QByteArray &text)
{
    auto page = std::make_shared<kainjow::mustache::mustache>(prepared(text).toStdString());
    if (!page->is_valid())
        return Error::world(QCoreApplication::translate("exporting", "The template cannot be read as Mustache: %1.")
                                .arg(QString::fromStdString(page->error_message())));
    // Values are escaped for Markdown, not for HTML.
    page->set_custom_escape([](const std::string &value) { return value; });
    return Form(std::move(page));
}

Parts Form::filled(const data &view, const Regions &regions) const
{
    return regions.split(m_page->render(view));
}

} // namespace yaodian::exporting
