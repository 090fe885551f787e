#pragma once

#include "base/ids.h"

#include <QDateTime>
#include <QList>
#include <QString>

#include <utility>

// Where issues come from, and what is remembered of asking there.
namespace yaodian::library {

using SourceId = Id<struct SourceTag>;

/// What a person chose for one source. A default means "as the program does by itself".
struct SourceOptions
{
    int intervalMinutes = 0;    ///< how long it rests between two rounds of the timer
    bool ignoresMaxAge = false; ///< what its server says of keeping an answer does not put off the next round
    QString address;            ///< asked in place of the source's own, from which it moved away
    QString mirror;             ///< base address that is asked in place of the source's own server
    QString proxy;              ///< "http://HOST:PORT", "socks5://HOST:PORT", "none"; empty: the system's
    QString user;               ///< of basic authentication; the password lies in the system's keychain
    QString language;           ///< asked for as Accept-Language: "zh-CN"
    QString fallback;           ///< the feed that is asked where the REST interface is shut
    QList<std::pair<QString, QString>> headers; ///< sent to the source's own server only

    friend bool operator==(const SourceOptions &, const SourceOptions &) = default;
};

/// Where issues come from. Sources of the kinds Files and Tour exist in every library that needs them.
struct Source
{
    /// How a source is asked and its answers are read. The numbers are stored.
    enum class Kind {
        Feed = 0,        ///< RSS, Atom, RDF or JSON Feed at one address
        Files = 1,       ///< what was imported by hand
        Tour = 2,        ///< the tour issue
        Document = 3,    ///< one document that changes or grows: a Markdown file in a repository, a page, a JSON list
        WordPress = 4,   ///< the posts of a WordPress REST interface; `url` is its collection of posts
        DailyPapers = 5, ///< Hugging Face daily papers; `url` is the interface, asked day by day
        DatedFiles = 6,  ///< a list of files with a date in their names; `url` is the list
        Page = 7,        ///< a page whose linked posts are the issues
        Folder = 8,      ///< a folder of this machine that is watched; `url` is a file: address
    };
    SourceId id; ///< UUIDv5 of the canonical address
    Kind kind = Kind::Feed;
    QString title;
    QString url;      ///< empty for Files and Tour
    QString category; ///< for entries whose post names none; empty: none
    SourceOptions options = {};

    /// True for those that a sync has to ask.
    [[nodiscard]] bool isAsked() const { return kind != Kind::Files && kind != Kind::Tour; }

    friend bool operator==(const Source &, const Source &) = default;
};

/// What the next request to a source needs to know; stored in the transaction that stores the entries.
struct SyncState
{
    QString etag;         ///< opaque, verbatim
    QString lastModified; ///< opaque, verbatim
    QDateTime lastTried;
    QDateTime lastFresh;       ///< last answer that was stored or "not modified"
    QDateTime nextDue;         ///< when the timer asks again; invalid: at its next round
    int failures = 0;          ///< in a row
    QString lastOutcome;       ///< translated, for the activity view
    QDateTime holdUntil;       ///< its server asked to be left alone until then (Retry-After): nobody asks before
    QDateTime validatorsSince; ///< since when every request was conditional
    QString bodyHash;          ///< of the last answer that was read as a whole
    QString movedTo;           ///< where it is said to have moved for good
    QDateTime movedSince;      ///< first said on that day
    QString cursor;            ///< how far a source of several requests has come, in its kind's own words
    QString backfill;          ///< how far back its older issues were fetched, in its kind's own words
    QList<QDate> emptyDays;    ///< missing days that it was asked for, and had nothing of; newest first
};

/// What happened when a source was asked: a line of the activity view.
struct SyncEvent
{
    /// The numbers are stored.
    enum class Kind {
        NotModified = 0, ///< 304
        Unchanged = 1,   ///< an answer that held nothing new
        Brought = 2,     ///< new or updated issues
        Empty = 3,       ///< a sound feed without items
        CutOff = 4,      ///< kept in part, to be asked for whole
        Waiting = 5,     ///< its server asks for patience
        Failed = 6,
        Gone = 7,        ///< 404 or 410
        Unreachable = 8, ///< no word from its server: no failure of the source
        Backfilled = 9,  ///< older issues were fetched
    };
    SourceId source;
    QDateTime at;
    Kind kind = Kind::Failed;
    int fresh = 0;
    int updated = 0;
    QString sentence; ///< translated
    QDateTime again;  ///< when it is asked next; invalid: at the timer's next round
};

/// When an issue is dated and when it came here.
struct IssueDate
{
    SourceId source;
    QDateTime dated; ///< as its source said, never after it came; without a word of the source's: when it came
    QDateTime firstSeen;
};

/// A server that asked to be left alone as a whole (429).
struct HostHold
{
    QString host; ///< "host:port"
    QDateTime until;
};

/// What one turn of a source leaves behind.
struct SyncRecord
{
    SourceId source;
    SyncState state;
    SyncEvent event; ///< its `source` is ignored; with an invalid time it is no event
};

} // namespace yaodian::library
