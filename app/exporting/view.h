#pragma once

#include "base/cancel.h"
#include "exporting/lookups.h"
#include "exporting/names.h"
#include "exporting/regions.h"

#include <kainjow/mustache.hpp>

#include <functional>
#include <memory>

// Library values as the data of templates. Text of others is escaped here (escape.h), so every value can stand as it
// is where a template puts it; NAME_yaml is the same as a YAML scalar or list. A value that is absent is `false`:
// a template asks for it as a section. resources/templates/README.md lists the names.
namespace yaodian::exporting {

/// Stands before every line end of a prepared form (see form.cpp), and is taken away from what is rendered.
inline constexpr char guard = '\x03';

using kainjow::mustache::data;

/// Puts a value where kainjow would copy it, with all that is in it, at every level of the data once more.
inline void put(data &into, const std::string &name, data value)
{
    into.set(name, data(false));
    const_cast<data &>(*into.get(name)) = std::move(value); // `into` is no constant
}
inline void append(data &list, data item)
{
    list.push_back(data(false));
    const_cast<data &>(list.list_value().back()) = std::move(item);
}
/// What a template sees of it.
inline data named(const std::string &name, data value)
{
    data root;
    put(root, name, std::move(value));
    return root;
}

/// The data of one thing, under the names of its row of the table and no others.
class Fields
{
public:
    explicit Fields(Scope scope) : m_scope(scope) {}
    void set(const std::string &name, data value)
    {
        Q_ASSERT_X(nameIn(m_scope, QByteArray::fromStdString(name)), "Fields::set", name.c_str());
        put(m_data, name, std::move(value));
    }
    operator data() && { return std::move(m_data); }

private:
    const Scope m_scope;
    data m_data;
};

/// How much work a template may make: it can name what is long in what comes often, in what comes often.
class Budget
{
public:
    static constexpr qint64 ofAnExport = 1'000'000'000; ///< about as many bytes, of text or of work
    static constexpr qint64 ofAPreview = 100'000'000;
    explicit Budget(qint64 bytes = ofAnExport, CancelToken cancel = {}) : m_left(bytes), m_cancel(std::move(cancel)) {}

    struct Spent
    {
        bool isCancelled = false;
    };
    /// Throws Spent, for Form::filled() to catch.
    void spend(qint64 bytes)
    {
        m_left -= bytes;
        if (m_left < 0 || m_cancel.stop_requested())
            throw Spent{m_cancel.stop_requested()};
    }

private:
    qint64 m_left;
    CancelToken m_cancel;
};

/// The regions that a template opens while it is rendered, in the order of their places in the text.
class Regions
{
public:
    Regions();
    /// What filling costs is taken from it from now on; it outlives that.
    void setBudget(Budget &budget) const;
    /// A section whose rendered text becomes the region `name`.
    [[nodiscard]] data section(const QString &name);
    /// Splits a rendered template at its regions.
    [[nodiscard]] Parts split(const std::string &rendered) const;

private:
    struct Store;
    std::shared_ptr<Store> m_store;
};

[[nodiscard]] data textData(const QString &plain);   ///< inlineText(), false where empty
[[nodiscard]] data rawData(const QString &markdown); ///< as it is, false where empty
[[nodiscard]] data yamlData(const QString &text);    ///< quoted; `""` where empty
[[nodiscard]] data numberData(qint64 number);
[[nodiscard]] data listData(const QStringList &markdown); ///< items {n, text}; false where empty

/// A unique short name of ids in one file: the first 8 digits, all of them where two begin alike.
class ShortNames
{
public:
    [[nodiscard]] QString of(const QUuid &id);

private:
    QHash<QString, QUuid> m_taken;
};

/// "hl-" or "pt-" and the last 12 digits of the id.
[[nodiscard]] QString blockId(QLatin1String prefix, const QUuid &id);
[[nodiscard]] QString paperLink(library::PaperId paper);
[[nodiscard]] QString dayOf(const QDateTime &time); ///< local day, ISO; empty: unknown

/// An address of the paper on the web, without a page; empty: none known.
[[nodiscard]] QString webAddress(const library::Paper &paper);
/// The page of the document on the web: a link that works without the program. Empty: none known. `page` from 0.
[[nodiscard]] QString webPage(const library::Paper &paper, const std::optional<library::Document> &document, int page);

/// Names of a paper: id, title, authors, identifiers, categories, verdict, tags, link.
void addPaperNames(Fields &into, const library::Paper &paper);

/// What a digest said is plain text; what the reader typed, or changed of it, is Markdown.
[[nodiscard]] bool isTypedPoint(const library::Point &point);
/// The points worth a file: the reader's own, and the digests' that have evidence or were edited.
[[nodiscard]] QList<library::Point> tellingPoints(const library::Library &library, library::PaperId paper);
/// `known`: highlights that need not be read again, as the paper's.
[[nodiscard]] data pointsData(const Lookups &lookups, const library::Paper &paper, const QList<library::Point> &points,
                              const QList<library::Highlight> &known = {});
[[nodiscard]] data highlightsData(const Lookups &lookups, const library::Paper &paper,
                                  const QList<library::Highlight> &highlights);

/// The same in groups: items {title, first, highlights}. A group without a title: one row of all, or those of which the
/// heading is not known.
[[nodiscard]] data groupedHighlightsData(const Lookups &lookups, const library::Paper &paper,
                                         const QList<library::Highlight> &highlights);

[[nodiscard]] data paperView(const Lookups &lookups, const library::Paper &paper, Regions &regions);
[[nodiscard]] data issueView(const Lookups &lookups, const library::IssueRow &row, Regions &regions);
[[nodiscard]] data sessionView(const Lookups &lookups, const library::Session &session, Regions &regions);
[[nodiscard]] data listView(const Lookups &lookups, const Chosen &chosen, Regions &regions);
[[nodiscard]] QString sessionTitle(const library::Session &session);

} // namespace yaodian::exporting
