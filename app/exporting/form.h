#pragma once

#include "base/result.h"
#include "exporting/templates.h"
#include "exporting/view.h"

#include <QSet>

namespace yaodian::exporting {

/// The text of a built-in template, of one of the reader's own or of a file (UTF-8, at most 1 MB); one sentence where
/// there is none.
Result<QByteArray> formText(const Template &form, const Templates &own);

/// A template that is ready to be filled. For one thread.
class Form
{
public:
    /// One sentence where the text is not valid Mustache, or takes what is not there.
    static Result<Form> of(const QByteArray &text);

    /// One sentence where that goes beyond the budget.
    [[nodiscard]] Result<Parts> filled(const data &view, const Regions &regions, Budget budget = Budget()) const;

    /// All that it names; of highlights only where that are those of the paper and not of a group.
    [[nodiscard]] const QSet<QByteArray> &names() const { return m_names; }

private:
    Form(std::shared_ptr<kainjow::mustache::mustache> page, qint64 longest, QSet<QByteArray> names)
        : m_page(std::move(page)), m_longest(longest), m_names(std::move(names))
    {
    }
    std::shared_ptr<kainjow::mustache::mustache> m_page;
    qint64 m_longest; ///< bytes of a line: no section writes more before the next is opened or the line ends
    QSet<QByteArray> m_names;
};

} // namespace yaodian::exporting
