#pragma once

#include <QByteArray>
#include <QStringList>

#include <optional>

// What two starts of the program say to each other over the library's socket: frames of a length (4 bytes, big endian)
// and that many bytes. One request, then any number of answers, the last of which is the exit.
namespace yaodian::cli {

/// A verb handed to the window, or the arguments of a second window.
struct Request
{
    bool activate = false; ///< true: `arguments` are what the window should show; false: a whole command line
    QStringList arguments;
    QString folder;   ///< the working folder of who typed it
    QByteArray input; ///< standard input
    bool terminal = false;
};

enum class Stream : quint8 { Out = 1, Err = 2, Exit = 3 };

struct Answer
{
    Stream stream = Stream::Exit;
    QByteArray bytes; ///< of Exit: the code, one byte
};

[[nodiscard]] QByteArray frameOf(const Request &request);
[[nodiscard]] QByteArray frameOf(const Answer &answer);
/// nullopt where the bytes are no such message of this version.
[[nodiscard]] std::optional<Request> requestFrom(const QByteArray &payload);
[[nodiscard]] std::optional<Answer> answerFrom(const QByteArray &payload);

/// Cuts what arrives into frames.
class Frames
{
public:
    void append(const QByteArray &bytes) { m_bytes += bytes; }
    /// The next whole payload; nullopt: not here yet, or broken().
    [[nodiscard]] std::optional<QByteArray> next();
    /// True where a length came that no honest side sends.
    [[nodiscard]] bool broken() const { return m_broken; }

private:
    QByteArray m_bytes;
    bool m_broken = false;
};

} // namespace yaodian::cli
