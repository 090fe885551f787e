#include "ui/sources/statecolours.h"

namespace yaodian::ui {

StateColours stateColours(sync::DayState state, const Colours &look)
{
    using State = sync::DayState;
    const bool dark = look.dark;
    const auto of = [dark](QRgb ground, QRgb ink, QRgb darkGround, QRgb darkInk) {
        return StateColours{QColor::fromRgb(dark ? darkGround : ground), QColor::fromRgb(dark ? darkInk : ink)};
    };
    switch (state) {
    case State::None:
        return {QColor(), look.faint};
    case State::Fresh:
        return of(0xdcebe1, 0x2a6348, 0x264033, 0x7cc7a0);
    case State::Backfilled:
        return of(0xe1eaf4, 0x2f5d8a, 0x2a3a4b, 0x8db9e6);
    case State::Waiting:
        return of(0xf4ebd8, 0x7a4f22, 0x40371f, 0xd9b284);
    case State::Quiet:
        return of(0xf4f2ee, 0x6a655c, 0x2d2f33, 0xa09a90);
    case State::Stalled:
        return of(0xf7e1cf, 0x8f4515, 0x4a321d, 0xeda671);
    case State::Failed:
        return of(0xf6dcd9, 0x913530, 0x4c2c2e, 0xee9f98);
    }
    return {};
}

} // namespace yaodian::ui
