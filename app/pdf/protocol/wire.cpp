#include "pdf/protocol/wire.h"

#include <cmath>

namespace yaodian::pdf::protocol {

void Writer::putText(QStringView text, int longest)
{
    if (text.size() > longest)
        text = text.first(longest > 0 && text[longest - 1].isHighSurrogate() ? longest - 1 : longest);
    put<quint32>(quint32(text.size()));
    m_bytes.append(reinterpret_cast<const char *>(text.utf16()), text.size() * qsizetype(sizeof(char16_t)));
}

void Writer::putBytes(QByteArrayView bytes, int longest)
{
    bytes = bytes.first(qMin<qsizetype>(bytes.size(), longest));
    put<quint32>(quint32(bytes.size()));
    m_bytes.append(bytes);
}

void Writer::putBox(const Box &box)
{
    for (const double value : {box.left, box.top, box.right, box.bottom})
        put<float>(float(value));
}

bool Reader::need(qsizetype size)
{
    if (m_ok && m_rest.size() < size)
        m_ok = false;
    return m_ok;
}

double Reader::number(double least, double most)
{
    const double value = get<double>();
    if (!std::isfinite(value) || value < least || value > most) {
        m_ok = false;
        return 0;
    }
    return value;
}

int Reader::count(int most)
{
    const qint32 value = get<qint32>();
    if (value < 0 || value > most) {
        m_ok = false;
        return 0;
    }
    return value;
}

QString Reader::text(int longest)
{
    const int size = count(longest);
    const qsizetype bytes = qsizetype(size) * qsizetype(sizeof(char16_t));
    if (!need(bytes) || size == 0)
        return {};
    QString out(size, Qt::Uninitialized);
    std::memcpy(out.data(), m_rest.data(), size_t(bytes));
    m_rest = m_rest.sliced(bytes);
    if (!out.isValidUtf16()) {
        m_ok = false;
        return {};
    }
    return out;
}

QByteArray Reader::bytes(int longest)
{
    const int size = count(longest);
    if (!need(size) || size == 0)
        return {};
    const QByteArray out = m_rest.first(size).toByteArray();
    m_rest = m_rest.sliced(size);
    return out;
}

Box Reader::box(double width, double height)
{
    const auto side = [this](double most) {
        const double value = get<float>();
        if (!std::isfinite(value))
            m_ok = false;
        return qBound(0.0, value, most);
    };
    Box box;
    box.left = side(width);
    box.top = side(height);
    box.right = qMax(box.left, side(width));
    box.bottom = qMax(box.top, side(height));
    return box;
}

} // namespace yaodian::pdf::protocol
