#include "exporting/form.h"

#include "base/files.h"

#include <QCoreApplication>
#include <QFile>
#include <QFileInfo>

namespace yaodian::exporting {

namespace {

constexpr qint64 largestForm = 1024 * 1024;

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

Result<Parts> filled(const QByteArray &form, const data &view, const Regions &regions)
{
    QByteArray text = form;
    text.replace('\x01', "").replace('\x02', "").replace("\r\n", "\n"); // the first two mark regions, see view.cpp
    kainjow::mustache::mustache page(text.toStdString());
    // Values are escaped for Markdown, not for HTML.
    page.set_custom_escape([](const std::string &value) { return value; });
    const std::string rendered = page.is_valid() ? page.render(view) : std::string();
    if (!page.is_valid())
        return Error::world(QCoreApplication::translate("exporting", "The template cannot be read as Mustache: %1.")
                                .arg(QString::fromStdString(page.error_message())));
    return regions.split(rendered);
}

} // namespace yaodian::exporting
