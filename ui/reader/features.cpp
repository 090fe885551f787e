#include "ui/reader/accessiblepages.h"
#include "ui/reader/attachments.h"
#include "ui/reader/focusmode.h"
#include "ui/reader/jumping.h"
#include "ui/reader/peek.h"
#include "ui/reader/printing.h"
#include "ui/reader/references.h"
#include "ui/reader/reloading.h"
#include "ui/reader/ruler.h"
#include "ui/reader/thumbnails.h"

namespace yaodian::ui {

std::vector<std::unique_ptr<ReaderFeature>> makeFeatures(const ReaderContext &context)
{
    std::vector<std::unique_ptr<ReaderFeature>> features;
    auto references = std::make_unique<References>(context);
    auto peek = std::make_unique<Peek>(context, *references);
    auto jumping = std::make_unique<Jumping>(context, *references);
    features.push_back(std::move(peek));
    features.push_back(std::move(jumping));
    features.push_back(std::move(references));
    features.push_back(std::make_unique<Thumbnails>(context));
    features.push_back(std::make_unique<Attachments>(context));
    features.push_back(std::make_unique<Printing>(context));
    features.push_back(std::make_unique<Ruler>(context));
    features.push_back(std::make_unique<Reloading>(context));
    features.push_back(std::make_unique<AccessiblePages>(context));
    features.push_back(std::make_unique<FocusMode>(context)); // left after all else
    return features;
}

} // namespace yaodian::ui
