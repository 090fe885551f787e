#pragma once

#include "base/background.h"
#include "library/library.h"
#include "net/client.h"

#include <functional>
#include <memory>

namespace yaodian::sync {

/// What importing or syncing did.
struct Outcome
{
    int fresh = 0; ///< issues that are new
    int updated = 0;
    int unchanged = 0;
    QStringList failed; ///< sentences, one a source or file
    QList<library::IssueId> issues;
};

/// Sources, what to ask when, feed → digest → library. Parsing runs in the background; each issue is stored in its own
/// transaction.
class Sync final : public QObject
{
    Q_OBJECT

public:
    Sync(library::Library &library, net::Client &client, Background &background, const Clock &clock,
         QObject *parent = nullptr);
    ~Sync() override;

    /// Asks `url`, finds what it is (RSS 2.0, Atom; a page that names its feed) and adds it.
    void addSource(const QString &url, QObject *context, std::function<void(Result<library::Source>)> done);
    /// Asks all sources conditionally.
    void syncAll(QObject *context, std::function<void(Outcome)> done);
    /// Asks one source unconditionally.
    void syncSource(library::SourceId source, QObject *context, std::function<void(Outcome)> done);
    /// Files, folders (walked, hidden ones left out) and "-" content into the library as the source "files". A PDF
    /// among them becomes a document.
    void importFiles(const QStringList &paths, QObject *context, std::function<void(Outcome)> done);
    /// A document that is not on disk (standard input, the clipboard, the tour).
    void importBytes(const QByteArray &bytes, const QString &name, const library::Source &source, QObject *context,
                     std::function<void(Outcome)> done);
    /// Parses the stored posts that wait for it again (Library::parseAgain); cheap where none does. Runs beside all
    /// else and is not what isBusy() means.
    void parseAgain(QObject *context, std::function<void(Outcome)> done);
    /// Stops all that runs; each run answers with what it had done by then.
    void cancel();

    /// What makes a document of a PDF among the imported files; runs on a worker thread. Papers lies beside this room,
    /// so whoever knows both hands it over. Without one a PDF is a failure with a sentence.
    using PdfTaker = std::function<Result<void>(const QString &path)>;
    void setPdfTaker(PdfTaker taker);

    [[nodiscard]] bool isBusy() const;

Q_SIGNALS:
    /// One translated line for the status bar ("Syncing 3 of 7…"); empty: at rest.
    void activity(const QString &line);

private:
    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace yaodian::sync
