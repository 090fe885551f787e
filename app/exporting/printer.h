#pragma once

#include "exporting/folder.h"
#include "exporting/form.h"

namespace yaodian::exporting {

/// Sheets of one library in one form. Only reads; for one thread.
class Printer
{
public:
    static Result<Printer> of(const library::Library &library, const Template &form);

    [[nodiscard]] Result<Sheet> paper(library::PaperId id) const;
    [[nodiscard]] Result<Sheet> issue(library::IssueId id) const;
    [[nodiscard]] Result<Sheet> session(library::SessionId id) const;
    [[nodiscard]] Result<Sheet> list(const Chosen &chosen) const;

private:
    Printer(const library::Library &library, Template::Groups groups, Form form)
        : m_lookups(library, groups, form.names()), m_form(std::move(form))
    {
    }

    /// What cannot be found, unless the library could not be read.
    [[nodiscard]] Error missing(const QString &sentence) const;

    Unread m_unread;
    Lookups m_lookups;
    Form m_form;
};

} // namespace yaodian::exporting
