#pragma once

#include "base/background.h"
#include "library/library.h"
#include "net/client.h"

#include <functional>
#include <memory>

namespace yaodian::sync {

class Secrets;

/// What importing or syncing did.
struct Outcome
{
    int fresh = 0; ///< issues that are new
    int updated = 0;
    int unchanged = 0;
    QStringList failed;  ///< sentences, one a source or file
    QStringList waiting; ///< sentences, one a source whose server asks for patience: no failure
    QList<library::IssueId> issues;
    QList<library::IssueId> arrived; ///< of these, the new ones
};

/// What stands behind an address, before anybody says yes to it.
struct Finding
{
    library::Source source; ///< ready to be added
    bool known = false;     ///< it is among the sources already
    QString what;           ///< translated: what kind of source it is
    int issues = 0;         ///< that it would bring
    int papers = 0;         ///< in them, where that can be told
    QStringList titles;     ///< of the first few issues (posts, files)
};

/// Sources, what to ask when, feed → digest → library. Parsing runs in the background; each issue is stored in its own
/// transaction.
class Sync final : public QObject
{
    Q_OBJECT

public:
    /// `secrets` has the passwords of sources that want one; without it none is sent.
    Sync(library::Library &library, net::Client &client, Background &background, const Clock &clock,
         Secrets *secrets = nullptr, QObject *parent = nullptr);
    ~Sync() override;

    /// Finds what an address stands for (a feed, WordPress, arXiv's or Hugging Face's lists, a repository, a page that
    /// lists posts, a folder) and what it would bring. Stores nothing.
    void find(const QString &address, QObject *context, std::function<void(Result<Finding>)> done);
    /// Takes a finding among the sources.
    Result<library::Source> add(const Finding &finding);
    /// Adds what an OPML file names, without asking anybody; says how many were new. A damaged file brings what could
    /// be read of it.
    Result<int> addFromOpml(const QByteArray &bytes);
    [[nodiscard]] QByteArray toOpml() const;
    /// find() and add() in one.
    void addSource(const QString &address, QObject *context, std::function<void(Result<library::Source>)> done);

    /// Asks all sources conditionally, whatever their interval and back-off.
    void syncAll(QObject *context, std::function<void(Outcome)> done);
    /// Asks the sources whose time has come.
    void syncDue(QObject *context, std::function<void(Outcome)> done);
    /// Asks one source unconditionally.
    void syncSource(library::SourceId source, QObject *context, std::function<void(Outcome)> done);
    /// Fetches older issues of a source: `pages` pages (days, files) further back than it has come so far. Fails in one
    /// sentence for a source that has no way to them.
    void backfill(library::SourceId source, int pages, QObject *context, std::function<void(Outcome)> done);
    /// Fetches what is missing of a source from `day` on (Calendar::missingSince); a day before its oldest issue: all
    /// back to it. Some thirty pages (days, files) at most. Fails in one sentence where nothing is missing.
    void backfillTo(library::SourceId source, const QDate &day, QObject *context, std::function<void(Outcome)> done);
    /// From now on asks by itself what is due, while the program runs and `mayAsk` has nothing against it (nor has
    /// anybody where it is empty); the first time after `firstMs` milliseconds. Called again, it begins anew.
    void keepFresh(int firstMs = 3000, std::function<bool()> mayAsk = {});
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

    /// Of a source that answers for the first time, what is dated more than so many days ago arrives read, but for its
    /// newest post; 0 (at first): all arrives unread. Says nothing of what is imported or back-filled.
    void setFirstDays(int days);

    [[nodiscard]] bool isBusy() const;
    /// True while the source is asked, for whatever reason.
    [[nodiscard]] bool isAsking(library::SourceId source) const;

Q_SIGNALS:
    /// isAsking() of this source is another now.
    void askingChanged(yaodian::library::SourceId source);
    /// What some sources came to is written down: the library's states and log say it.
    void noted();
    /// One translated line for the status bar ("Syncing 3 of 7…"); empty: at rest.
    void activity(const QString &line);
    /// A round that was not asked for has ended (keepFresh()).
    void refreshed(const yaodian::sync::Outcome &outcome);

private:
    void countTurn(library::SourceId source, int step);

    struct Private;
    std::unique_ptr<Private> d;
};

} // namespace yaodian::sync
