#pragma once

#include "base/geometry.h"

#include <QByteArray>
#include <QString>

#include <cstring>
#include <type_traits>

// Values as bytes between two processes of one machine: fixed widths, native byte order, every length checked.
namespace yaodian::pdf::protocol {

class Writer
{
public:
    template <class T> void put(T value)
    {
        static_assert(std::is_arithmetic_v<T>);
        m_bytes.append(reinterpret_cast<const char *>(&value), sizeof value);
    }
    /// The first `longest` UTF-16 units.
    void putText(QStringView text, int longest);
    void putBytes(QByteArrayView bytes, int longest);
    void putBox(const Box &box);
    [[nodiscard]] const QByteArray &bytes() const { return m_bytes; }

private:
    QByteArray m_bytes;
};

/// Reads what a Writer wrote. After anything missing, too long or not valid, ok() is false and every read gives zero or
/// empty.
class Reader
{
public:
    explicit Reader(QByteArrayView bytes) : m_rest(bytes) {}

    template <class T> T get()
    {
        static_assert(std::is_arithmetic_v<T>);
        T value{};
        if (!need(sizeof value))
            return value;
        std::memcpy(&value, m_rest.data(), sizeof value);
        m_rest = m_rest.sliced(sizeof value);
        return value;
    }
    /// A finite number between the two; else the reader fails.
    double number(double least, double most);
    /// A count from 0 to `most`; else the reader fails.
    int count(int most);
    /// Valid UTF-16 of at most `longest` units; else the reader fails.
    QString text(int longest);
    QByteArray bytes(int longest);
    /// Finite numbers, cut to a page of that size; else the reader fails.
    Box box(double width, double height);
    void fail() { m_ok = false; }
    [[nodiscard]] bool ok() const { return m_ok; }
    /// All read, nothing wrong, nothing left over.
    [[nodiscard]] bool done() const { return m_ok && m_rest.isEmpty(); }

private:
    bool need(qsizetype size);

    QByteArrayView m_rest;
    bool m_ok = true;
};

} // namespace yaodian::pdf::protocol
