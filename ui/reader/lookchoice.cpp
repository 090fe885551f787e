#include "ui/reader/lookchoice.h"

namespace yaodian::ui {

using namespace Qt::StringLiterals;

namespace {

const auto LookKey = u"look"_s;

QString nameOf(Look look)
{
    return look == Look::Dark ? u"dark"_s : look == Look::Sepia ? u"sepia"_s : u"light"_s;
}

Look lookOf(bool darkTheme)
{
    return darkTheme ? Look::Dark : Look::Light;
}

} // namespace

Look chosenLook(const Settings &settings, bool darkTheme)
{
    const QString chosen = settings.state(LookKey).toString();
    for (const Look look : {Look::Light, Look::Dark, Look::Sepia})
        if (chosen == nameOf(look))
            return look;
    return lookOf(darkTheme);
}

void toggleLook(Settings &settings, Look wanted, bool darkTheme)
{
    Look next = wanted;
    if (chosenLook(settings, darkTheme) == wanted)
        next = wanted == Look::Dark ? Look::Light : lookOf(darkTheme);
    settings.setState(LookKey, next == lookOf(darkTheme) ? QString() : nameOf(next));
}

} // namespace yaodian::ui
