#pragma once

#include "base/result.h"
#include "exporting/exporting.h"
#include "exporting/view.h"

namespace yaodian::exporting {

/// The text of a built-in template or of the reader's file (UTF-8, at most 1 MB); one sentence where there is none.
Result<QByteArray> formText(const Template &form);

/// A template that is ready to be filled. For one thread.
class Form
{
public:
    /// One sentence where the text is not valid Mustache.
    static Result<Form> of(const QByteArray &text);

    [[nodiscard]] Parts filled(const data &view, const Regions &regions) const;

private:
    explicit Form(std::shared_ptr<kainjow::mustache::mustache> page) : m_page(std::move(page)) {}
    std::shared_ptr<kainjow::mustache::mustache> m_page;
};

} // namespace yaodian::exporting
