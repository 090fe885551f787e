#pragma once

#include "exporting/templates.h"

#include <optional>

// A template's tags, read for what is to be said of them. Filling it is the library's work (form.h); that one tells no
// lines, and takes a depth and a length of any size.
namespace yaodian::exporting {

struct Tag
{
    char kind = 0; ///< '#', '^', '/', '>', '!', '='; 0: a value
    QByteArray name;
    int line = 0; ///< from 1
};

struct Tags
{
    QList<Tag> all;
    std::optional<TemplateRemark> broken; ///< it cannot be filled; what comes after that is not read
};

/// In one pass, whatever the text is.
[[nodiscard]] Tags tagsOf(const QByteArray &text);

} // namespace yaodian::exporting
