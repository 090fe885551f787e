#include "ui/reader/feature.h"

namespace yaodian::ui {

std::vector<std::unique_ptr<ReaderFeature>> makeFeatures(const ReaderContext &context)
{
    Q_UNUSED(context)
    std::vector<std::unique_ptr<ReaderFeature>> features;
    return features;
}

} // namespace yaodian::ui
