#pragma once

#include "base/result.h"
#include "exporting/exporting.h"
#include "exporting/view.h"

namespace yaodian::exporting {

/// The text of a built-in template or of the reader's file (UTF-8, at most 1 MB); one sentence where there is none.
Result<QByteArray> formText(const Template &form);

/// `form` filled with `view`. One sentence where the template is not valid Mustache.
Result<Parts> filled(const QByteArray &form, const data &view, const Regions &regions);

} // namespace yaodian::exporting
