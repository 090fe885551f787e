#pragma once

#include "exporting/templates.h"

#include <optional>

// The one table of the names that templates can use. The views (view.h) can set no others, what is checked and what is
// listed for the reader is read from here.
namespace yaodian::exporting {

/// A kind of thing that has names.
enum class Scope {
    Root,
    Paper,
    Digest,
    Line,
    Point,
    Evidence,
    Highlight,
    Group,
    Issue,
    IssueGroup,
    Entry,
    Session,
    SessionPaper,
    List,
    ListedPaper
};

struct Name
{
    const char *name;
    Variable::Kind kind;
    const char *meaning; ///< English source text, context "exporting"; of NAME_yaml that of the value itself
    std::optional<Scope> opens = {}; ///< what stands in the section of that name
};

/// In the order in which they are listed.
[[nodiscard]] const QList<Name> &namesOf(Scope scope);
[[nodiscard]] const Name *nameIn(Scope scope, const QByteArray &name); ///< nullptr: there is none
/// Where each thing stands, those of papers first; of one that stands in several sections, the first.
struct ScopePlace
{
    Scope scope;
    QStringList where; ///< the sections, the outermost first
};
[[nodiscard]] const QList<ScopePlace> &scopePlaces();
[[nodiscard]] QString meaningOf(const Name &name);

} // namespace yaodian::exporting
