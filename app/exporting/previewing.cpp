#include "exporting/form.h"
#include "exporting/frontmatter.h"
#include "exporting/printer.h"
#include "exporting/values.h"

#include <QCoreApplication>

namespace yaodian::exporting {

namespace {

constexpr qsizetype longestValue = 200; ///< characters

/// A value as it is listed: without the marks that the way back needs, on one line.
QString shown(const std::string &value)
{
    Part part{{}, QByteArray::fromStdString(value)};
    takeValues(part);
    return QString::fromUtf8(part.text.left(4 * longestValue)).simplified().left(longestValue);
}

QString valueOf(const Name &name, const data *thing)
{
    const data *value = thing ? thing->get(name.name) : nullptr;
    if (!value)
        return {};
    if (value->is_string())
        return shown(value->string_value());
    if (value->is_list())
        return QString::number(value->list_value().size());
    if (name.kind == Variable::Kind::Flag)
        return value->is_true() ? QCoreApplication::translate("exporting", "yes")
                                : QCoreApplication::translate("exporting", "no");
    return {};
}

/// What stands in a section first.
const data *firstOf(const data *thing, const QString &name)
{
    const data *value = thing ? thing->get(name.toStdString()) : nullptr;
    if (!value || !value->is_list())
        return value && value->is_object() ? value : nullptr;
    return value->list_value().empty() ? nullptr : &value->list_value().front();
}

TemplateRemark ofFront(const QByteArray &text, bool isOther)
{
    const qsizetype at = text.indexOf("yaodian:");
    const int line = isOther && at >= 0 ? int(text.first(at).count('\n')) + 1 : 0;
    return {false, line,
            isOther
                ? QCoreApplication::translate(
                      "exporting", "Line %1: this id is another one than the paper's, so its file is not found again.")
                      .arg(line)
                : QCoreApplication::translate("exporting",
                                              "The front matter has no line yaodian: \"{{id}}\"; exports add it.")};
}

} // namespace

QList<Variable> templateVariables(const library::Library &library, library::PaperId id, Template::Groups groups)
{
    Regions regions;
    data view;
    if (const auto paper = library.paper(id))
        view = paperView(Lookups(library, groups), *paper, regions);
    QList<Variable> out;
    for (const ScopePlace &place : scopePlaces()) {
        const data *thing = &view;
        for (const QString &section : place.where)
            thing = firstOf(thing, section);
        for (const Name &name : namesOf(place.scope))
            out << Variable{place.where.join(u' '), QString::fromLatin1(name.name), name.kind, meaningOf(name),
                            valueOf(name, thing)};
    }
    return out;
}

Result<TemplatePreview> previewOf(const library::Library &library, library::PaperId id, const QByteArray &text,
                                  Template::Groups groups, const CancelToken &cancel)
{
    TemplatePreview preview{checkedTemplate(text), {}};
    if (!preview.remarks.isEmpty() && preview.remarks.first().isMistake)
        return preview;
    const auto paper = library.paper(id);
    const auto form = Form::of(text);
    if (!form)
        return form.error();
    if (!paper)
        return preview;
    Regions regions;
    const data view = paperView(Lookups(library, groups), *paper, regions);
    if (cancel.stop_requested())
        return Error::cancelled();
    auto parts = form->filled(view, regions, Budget(Budget::ofAPreview, cancel));
    if (!parts && parts.error().isCancelled())
        return parts.error();
    if (!parts) {
        preview.remarks.prepend({true, 0, parts.error().message});
        return preview;
    }
    const QString front = frontId(parts->front);
    const bool isOther = !front.isEmpty() && front != paper->id.toString();
    if (isOther || (!parts->front.isEmpty() && front.isEmpty()))
        preview.remarks.prepend(ofFront(text, isOther));
    parts->front = frontWithId(parts->front, paper->id.toString());
    preview.markdown = QString::fromUtf8(composed(*parts));
    return preview;
}

} // namespace yaodian::exporting
