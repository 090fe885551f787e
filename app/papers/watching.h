#pragma once

#include "base/background.h"
#include "papers/papers.h"

#include <QFileSystemWatcher>
#include <QTimer>

namespace yaodian::papers {

/// The folder into which a browser saves. While papers wait for a PDF that the program could not get, each PDF that
/// comes into it is looked at, and one that is of a waiting paper (by the arXiv number in its name, by the numbers or
/// the title on its first page) or has the arXiv number of any other paper of the library is filed; the file itself
/// stays where it is. Lives on the window's thread; looking happens in the background.
class Watching final : public QObject
{
    Q_OBJECT

public:
    Watching(library::Library &library, Papers &papers, Background &background, QObject *parent = nullptr);

    /// Empty: the desktop's folder for downloads.
    void setFolder(const QString &folder);
    [[nodiscard]] QString folder() const;
    /// From now on, and until the program ends, a PDF is waited for.
    void want(library::PaperId paper);
    [[nodiscard]] bool isWatching() const { return !m_wanted.isEmpty(); }

Q_SIGNALS:
    void adopted(const yaodian::library::Document &document);

private:
    /// A file that is there; looked at once it has stayed as it is from one look to the next.
    struct Seen
    {
        qint64 size = -1;
        QDateTime changed;
        bool lookedAt = false;
    };
    void watch();
    void look();
    void recognise(const QString &path);
    void recognised(const QString &path, const QString &firstPage);

    library::Library &m_library;
    Papers &m_papers;
    Background &m_background;
    QString m_folder;
    QFileSystemWatcher m_watcher;
    QTimer m_soon;
    QList<library::PaperId> m_wanted;
    QHash<QString, Seen> m_seen;
};

} // namespace yaodian::papers
