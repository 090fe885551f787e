#pragma once

#include "library/sourcevalues.h"

#include <QList>
#include <QUrl>

namespace yaodian::sync {

/// Sources that an address of a known place stands for, likeliest first: arXiv's lists, Hugging Face's daily papers,
/// repositories. Their ids are not set. Empty: the address has to be asked what it is.
[[nodiscard]] QList<library::Source> placesFor(const QUrl &address);

/// "cs.LG", "arxiv:cs.LG+cs.CL": the address of arXiv's list for it; invalid for anything else.
[[nodiscard]] QUrl arxivList(const QString &typed);

/// A source that is offered by name.
struct Preset
{
    QString title;
    QString address; ///< what addSource() takes
};
[[nodiscard]] const QList<Preset> &presets();

} // namespace yaodian::sync
