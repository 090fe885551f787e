#include "exporting/printer.h"

#include <QCoreApplication>

namespace yaodian::exporting {

namespace {

Result<Sheet> sheet(const Form &form, const QString &id, const QString &title, const Result<Parts> &parts)
{
    if (!parts)
        return parts.error();
    return Sheet{id, title, *parts, form.names().contains("comment")};
}

} // namespace

Result<Printer> Printer::of(const library::Library &library, const Template &form)
{
    const auto text = formText(form, Templates::of(library));
    if (!text)
        return text.error();
    auto ready = Form::of(*text);
    return ready ? Result<Printer>(Printer(library, form.groups, std::move(*ready))) : Result<Printer>(ready.error());
}

Error Printer::missing(const QString &sentence) const
{
    const auto read = m_unread.none();
    return read ? Error::world(sentence) : read.error();
}

Result<Sheet> Printer::paper(library::PaperId id) const
{
    const auto paper = m_lookups.library().paper(id);
    if (!paper)
        return missing(QCoreApplication::translate("exporting", "There is no paper %1.").arg(id.toString()));
    Regions regions;
    const data view = paperView(m_lookups, *paper, regions);
    return sheet(m_form, paper->id.toString(), paper->title.isEmpty() ? paper->titleZh : paper->title,
                 m_form.filled(view, regions));
}

Result<Sheet> Printer::issue(library::IssueId id) const
{
    const auto row = m_lookups.library().issueRow(id);
    if (!row)
        return missing(QCoreApplication::translate("exporting", "There is no issue %1.").arg(id.toString()));
    Regions regions;
    const data view = issueView(m_lookups, *row, regions);
    return sheet(m_form, id.toString(), row->title, m_form.filled(view, regions));
}

Result<Sheet> Printer::session(library::SessionId id) const
{
    const QList<library::Session> sessions = m_lookups.library().sessions();
    for (const library::Session &session : sessions) {
        if (session.id != id)
            continue;
        Regions regions;
        const data view = sessionView(m_lookups, session, regions);
        return sheet(m_form, id.toString(), sessionTitle(session), m_form.filled(view, regions));
    }
    return missing(QCoreApplication::translate("exporting", "There is no session %1.").arg(id.toString()));
}

Result<Sheet> Printer::list(const Chosen &chosen) const
{
    Regions regions;
    const data view = listView(m_lookups, chosen, regions);
    return sheet(m_form, chosen.id, chosen.title, m_form.filled(view, regions));
}

} // namespace yaodian::exporting
