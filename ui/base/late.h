#pragma once

#include <functional>
#include <tuple>

namespace yaodian::ui {

/// A widget that is made when it is first asked for, and then is the one it is. Who owns it is the maker's to say.
template <class Widget> class Late
{
public:
    /// `make` is called once at most.
    void makeBy(std::function<Widget *()> make) { m_make = std::move(make); }

    [[nodiscard]] Widget *get()
    {
        if (!m_widget)
            m_widget = m_make();
        return m_widget;
    }
    void make() { std::ignore = get(); } ///< ahead of whoever asks for it
    Widget *operator->() { return get(); }
    Widget &operator*() { return *get(); }
    /// nullptr until somebody asked for it: for those who have no business with one that nobody has seen.
    [[nodiscard]] Widget *ifMade() const { return m_widget; }

private:
    std::function<Widget *()> m_make;
    Widget *m_widget = nullptr;
};

} // namespace yaodian::ui
