#pragma once

#include <QString>

#include <utility>
#include <variant>

namespace yaodian {

/// What went wrong outside the program (`World`; `Settled`: and would go wrong again at once), or that the person
/// stopped it (`Cancelled`, shown to nobody). A bug of ours is neither: that is an assert.
struct Error
{
    enum class Kind { World, Settled, Cancelled };

    /// One translated sentence: what happened, and where it helps what is safe or what to press.
    QString message;
    Kind kind = Kind::World;

    [[nodiscard]] static Error world(QString sentence) { return {std::move(sentence), Kind::World}; }
    [[nodiscard]] static Error settled(QString sentence) { return {std::move(sentence), Kind::Settled}; }
    [[nodiscard]] static Error cancelled() { return {QString(), Kind::Cancelled}; }
    [[nodiscard]] bool isSettled() const { return kind == Kind::Settled; }
    [[nodiscard]] bool isCancelled() const { return kind == Kind::Cancelled; }
};

/// A value, or the Error in its place. (libstdc++ 12 has no std::expected that Clang 14 could read.)
template <class T> class [[nodiscard]] Result
{
public:
    Result(T value) : m_state(std::in_place_index<0>, std::move(value)) {}
    Result(Error error) : m_state(std::in_place_index<1>, std::move(error)) {}

    [[nodiscard]] bool ok() const { return m_state.index() == 0; }
    explicit operator bool() const { return ok(); }

    [[nodiscard]] T &value() & { return std::get<0>(m_state); }
    [[nodiscard]] const T &value() const & { return std::get<0>(m_state); }
    [[nodiscard]] T &&value() && { return std::get<0>(std::move(m_state)); }
    T *operator->() { return &std::get<0>(m_state); }
    const T *operator->() const { return &std::get<0>(m_state); }
    T &operator*() & { return value(); }
    const T &operator*() const & { return value(); }
    T &&operator*() && { return std::get<0>(std::move(m_state)); }

    [[nodiscard]] const Error &error() const { return std::get<1>(m_state); }
    [[nodiscard]] T valueOr(T other) const { return ok() ? value() : std::move(other); }

private:
    std::variant<T, Error> m_state;
};

/// Success without a value: `return {};` for done, an Error otherwise.
template <> class [[nodiscard]] Result<void>
{
public:
    Result() = default;
    Result(Error error) : m_error(std::move(error)), m_ok(false) {}

    [[nodiscard]] bool ok() const { return m_ok; }
    explicit operator bool() const { return m_ok; }
    [[nodiscard]] const Error &error() const { return m_error; }

private:
    Error m_error;
    bool m_ok = true;
};

} // namespace yaodian
