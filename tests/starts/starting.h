#pragma once

#include "cli/services.h"

#include <QProcess>
#include <QTemporaryDir>

#include <memory>

// The real program, offscreen, as a person meets it: what its windows show, keys, buttons.
namespace yaodian::tests {

/// A room with a place for a library, in which programs are started. What is started is ended with it.
class Starting
{
public:
    Starting();
    ~Starting();
    Q_DISABLE_COPY_MOVE(Starting)

    [[nodiscard]] QString library() const { return m_room.filePath(QStringLiteral("library")); }
    [[nodiscard]] QString path(const QString &name) const { return m_room.filePath(name); }
    /// A library with two papers; the first has a PDF with a highlight.
    void furnish();
    /// What a killed program leaves: one more paper ("Paper of Winds") that stands in the logs of the two files alone.
    void leaveLog();
    [[nodiscard]] library::PaperId paper() const { return m_paper; }
    /// The files of the library, and their bytes; but for places, and what SQLite keeps for those who share a file.
    [[nodiscard]] QByteArray snapshot() const;

    /// Started without leave to write where its user may not: root may, everywhere.
    void asOrdinaryUser() { m_ordinary = true; }
    void setVariable(const QString &name, const QString &value) { m_environment.insert(name, value); }
    /// The program's window.
    void start(const QStringList &arguments = {}, const QString &language = QStringLiteral("en"));
    [[nodiscard]] QProcess &program() { return m_program; }
    /// A line for each thing that is shown; empty: nothing answers (yet).
    QString seen() { return tell("see"); }
    QString type(const QString &text) { return tell("type " + text.toUtf8()); }
    QString key(const QString &keys) { return tell("key " + keys.toUtf8()); }
    QString click(const QString &button) { return tell("click " + button.toUtf8()); }
    QString close() { return tell("close"); }
    [[nodiscard]] bool shows(const QString &text, int ms = 30'000);
    [[nodiscard]] bool ends(int ms = 30'000);

    /// The library, opened once the program has ended.
    struct Reopened
    {
        explicit Reopened(const QString &folder);
        SystemClock clock;
        IdSource ids{clock};
        std::unique_ptr<library::Library> library;
        library::Library *operator->() const { return library.get(); }
    };

private:
    QString tell(const QByteArray &line);

    QTemporaryDir m_room;
    QProcessEnvironment m_environment = QProcessEnvironment::systemEnvironment();
    QProcess m_program;
    library::PaperId m_paper;
    bool m_ordinary = false;
    int m_starts = 0;
};

} // namespace yaodian::tests
