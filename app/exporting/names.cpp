#include "exporting/names.h"

#include <QCoreApplication>
#include <QHash>

#include <algorithm>

namespace yaodian::exporting {

namespace {

using Kind = Variable::Kind;
using Names = QList<Name>;

Names paperNames()
{
    return {
        {"id", Kind::Value, QT_TRANSLATE_NOOP("exporting", "Id, by which a file is found again")},
        {"title", Kind::Value, QT_TRANSLATE_NOOP("exporting", "Title")},
        {"title_zh", Kind::Value, QT_TRANSLATE_NOOP("exporting", "Chinese title")},
        {"authors", Kind::Value, QT_TRANSLATE_NOOP("exporting", "Authors")},
        {"categories", Kind::Value, QT_TRANSLATE_NOOP("exporting", "Categories")},
        {"arxiv", Kind::Value, QT_TRANSLATE_NOOP("exporting", "arXiv identifier")},
        {"doi", Kind::Value, QT_TRANSLATE_NOOP("exporting", "DOI")},
        {"openreview", Kind::Value, QT_TRANSLATE_NOOP("exporting", "OpenReview identifier")},
        {"verdict", Kind::Value, QT_TRANSLATE_NOOP("exporting", "Verdict")},
        {"link", Kind::Value, QT_TRANSLATE_NOOP("exporting", "Link into Yaodian")},
        {"web", Kind::Value, QT_TRANSLATE_NOOP("exporting", "Address on the web")},
        {"title_yaml", Kind::Value, "Title"},
        {"title_zh_yaml", Kind::Value, "Chinese title"},
        {"authors_yaml", Kind::Value, "Authors"},
        {"categories_yaml", Kind::Value, "Categories"},
        {"tags_yaml", Kind::Value, QT_TRANSLATE_NOOP("exporting", "Tags")},
        {"arxiv_yaml", Kind::Value, "arXiv identifier"},
        {"doi_yaml", Kind::Value, "DOI"},
        {"openreview_yaml", Kind::Value, "OpenReview identifier"},
        {"verdict_yaml", Kind::Value, "Verdict"},
    };
}

Names highlightNames()
{
    return {
        {"quote", Kind::Value, QT_TRANSLATE_NOOP("exporting", "The marked words")},
        {"comment", Kind::Value, QT_TRANSLATE_NOOP("exporting", "Your comment")},
        {"tags", Kind::Rows, "Tags", Scope::Line},
        {"kind", Kind::Value, QT_TRANSLATE_NOOP("exporting", "Kind of the highlight")},
        {"kind_en", Kind::Value, QT_TRANSLATE_NOOP("exporting", "Kind of the highlight, in English")},
        {"page", Kind::Value, QT_TRANSLATE_NOOP("exporting", "Number of the page")},
        {"image", Kind::Value, QT_TRANSLATE_NOOP("exporting", "Picture of the place, as a link to a file")},
        {"link", Kind::Value, "Link into Yaodian"},
        {"web", Kind::Value, QT_TRANSLATE_NOOP("exporting", "The page on the web")},
        {"block", Kind::Value, QT_TRANSLATE_NOOP("exporting", "Id of the block, for links to it")},
        {"id", Kind::Value, QT_TRANSLATE_NOOP("exporting", "Id")},
    };
}

constexpr const char *firstText = QT_TRANSLATE_NOOP("exporting", "Whether it is the first one");
constexpr const char *oneLineText = QT_TRANSLATE_NOOP("exporting", "The digest's one sentence");
constexpr const char *regionText = QT_TRANSLATE_NOOP("exporting", "Managed region of this one");
constexpr const char *pointsText =
    QT_TRANSLATE_NOOP("exporting", "Points: your own, those with evidence, those you changed");

Names ofPaper()
{
    return paperNames() +
           Names{
               {"digests", Kind::Rows, QT_TRANSLATE_NOOP("exporting", "What each digest says of it"), Scope::Digest},
               {"points", Kind::Rows, pointsText, Scope::Point},
               {"note", Kind::Value, QT_TRANSLATE_NOOP("exporting", "Your note")},
               {"note_hanging", Kind::Value,
                QT_TRANSLATE_NOOP("exporting", "Your note, all but its first line set in")},
               {"highlights", Kind::Rows, QT_TRANSLATE_NOOP("exporting", "Highlights that back no point"),
                Scope::Highlight},
               {"groups", Kind::Rows,
                QT_TRANSLATE_NOOP("exporting", "The same highlights, in groups as the settings say"), Scope::Group},
               {"region_points", Kind::Region, QT_TRANSLATE_NOOP("exporting", "Managed region of the points")},
               {"region_note", Kind::Region, QT_TRANSLATE_NOOP("exporting", "Managed region of the note")},
               {"region_highlights", Kind::Region, QT_TRANSLATE_NOOP("exporting", "Managed region of the highlights")},
           };
}

Names ofDigest()
{
    return {
        {"source", Kind::Value, QT_TRANSLATE_NOOP("exporting", "Title of the source")},
        {"issue", Kind::Value, QT_TRANSLATE_NOOP("exporting", "Title of the issue")},
        {"date", Kind::Value, QT_TRANSLATE_NOOP("exporting", "Day of the issue")},
        {"points", Kind::Rows, QT_TRANSLATE_NOOP("exporting", "The digest's points"), Scope::Line},
        {"prose", Kind::Rows, QT_TRANSLATE_NOOP("exporting", "What it says where it has no points"), Scope::Line},
        {"one_line", Kind::Value, oneLineText},
        {"says_something", Kind::Flag, QT_TRANSLATE_NOOP("exporting", "Whether it says anything")},
        {"id", Kind::Value, "Id"},
        {"region", Kind::Region, regionText},
    };
}

Names ofLine()
{
    return {
        {"n", Kind::Value, QT_TRANSLATE_NOOP("exporting", "Number, from 1")},
        {"text", Kind::Value, QT_TRANSLATE_NOOP("exporting", "The words")},
        {"first", Kind::Flag, firstText},
    };
}

Names ofPoint()
{
    return {
        {"text", Kind::Value, "The words"},
        {"evidence", Kind::Rows, QT_TRANSLATE_NOOP("exporting", "The passages that back it"), Scope::Evidence},
        {"own", Kind::Flag, QT_TRANSLATE_NOOP("exporting", "Whether you wrote it")},
        {"single", Kind::Flag, QT_TRANSLATE_NOOP("exporting", "Whether it has one line")},
        {"several", Kind::Flag, QT_TRANSLATE_NOOP("exporting", "Whether it has several lines")},
        {"head", Kind::Value, QT_TRANSLATE_NOOP("exporting", "Its first line")},
        {"tail", Kind::Value, QT_TRANSLATE_NOOP("exporting", "Its other lines")},
        {"block", Kind::Value, "Id of the block, for links to it"},
        {"id", Kind::Value, "Id"},
    };
}

Names ofGroup()
{
    return {
        {"title", Kind::Value, QT_TRANSLATE_NOOP("exporting", "Heading of the group")},
        {"highlights", Kind::Rows, "Highlights that back no point", Scope::Highlight},
        {"first", Kind::Flag, firstText},
    };
}

Names ofIssue()
{
    return {
        {"id", Kind::Value, "Id, by which a file is found again"},
        {"title", Kind::Value, "Title"},
        {"source", Kind::Value, "Title of the source"},
        {"date", Kind::Value, "Day of the issue"},
        {"author", Kind::Value, QT_TRANSLATE_NOOP("exporting", "Who wrote it")},
        {"via", Kind::Value, QT_TRANSLATE_NOOP("exporting", "Whom it thanks for it")},
        {"url", Kind::Value, "Address on the web"},
        {"summary", Kind::Rows, QT_TRANSLATE_NOOP("exporting", "Its summary, line by line"), Scope::Line},
        {"intro", Kind::Rows, QT_TRANSLATE_NOOP("exporting", "Its introduction, line by line"), Scope::Line},
        {"text", Kind::Rows, QT_TRANSLATE_NOOP("exporting", "Its text, where it has no entries"), Scope::Line},
        {"groups", Kind::Rows, QT_TRANSLATE_NOOP("exporting", "Its parts, as the post has them"), Scope::IssueGroup},
        {"title_yaml", Kind::Value, "Title"},
        {"source_yaml", Kind::Value, "Title of the source"},
        {"date_yaml", Kind::Value, "Day of the issue"},
        {"url_yaml", Kind::Value, "Address on the web"},
        {"region_summary", Kind::Region, QT_TRANSLATE_NOOP("exporting", "Managed region of the summary")},
    };
}

Names ofIssueGroup()
{
    return {
        {"entries", Kind::Rows, QT_TRANSLATE_NOOP("exporting", "The entries"), Scope::Entry},
        {"also", Kind::Flag, QT_TRANSLATE_NOOP("exporting", "Whether it is the closing list")},
    };
}

Names ofEntry()
{
    return paperNames() +
           Names{
               {"number", Kind::Value, QT_TRANSLATE_NOOP("exporting", "Number in the post")},
               {"codes", Kind::Value, QT_TRANSLATE_NOOP("exporting", "Categories as the post prints them")},
               {"et_al", Kind::Flag, QT_TRANSLATE_NOOP("exporting", "Whether there are more authors")},
               {"one_line", Kind::Value, oneLineText},
               {"said", Kind::Rows, "The digest's points", Scope::Line},
               {"has_said", Kind::Flag, QT_TRANSLATE_NOOP("exporting", "Whether the digest has points")},
               {"url", Kind::Value, "Address on the web"},
               {"points", Kind::Rows, pointsText, Scope::Point},
               {"entry", Kind::Value, "Id"},
               {"region", Kind::Region, regionText},
           };
}

Names ofSession()
{
    return {
        {"id", Kind::Value, "Id, by which a file is found again"},
        {"title", Kind::Value, "Title"},
        {"started", Kind::Value, QT_TRANSLATE_NOOP("exporting", "When it began")},
        {"ended", Kind::Value, QT_TRANSLATE_NOOP("exporting", "When it ended")},
        {"minutes", Kind::Value, QT_TRANSLATE_NOOP("exporting", "How many minutes it took")},
        {"count_number", Kind::Value, QT_TRANSLATE_NOOP("exporting", "How many papers")},
        {"read_number", Kind::Value, QT_TRANSLATE_NOOP("exporting", "How many to read closely")},
        {"keep_number", Kind::Value, QT_TRANSLATE_NOOP("exporting", "How many to keep")},
        {"drop_number", Kind::Value, QT_TRANSLATE_NOOP("exporting", "How many dropped")},
        {"points_number", Kind::Value, QT_TRANSLATE_NOOP("exporting", "How many new points")},
        {"highlights_number", Kind::Value, QT_TRANSLATE_NOOP("exporting", "How many new highlights")},
        {"papers", Kind::Rows, QT_TRANSLATE_NOOP("exporting", "Its papers"), Scope::SessionPaper},
        {"title_yaml", Kind::Value, "Title"},
        {"started_yaml", Kind::Value, "When it began"},
        {"ended_yaml", Kind::Value, "When it ended"},
        {"minutes_yaml", Kind::Value, "How many minutes it took"},
        {"region_summary", Kind::Region, "Managed region of the summary"},
    };
}

Names ofSessionPaper()
{
    return paperNames() + Names{
                              {"number", Kind::Value, "Number, from 1"},
                              {"passed", Kind::Flag, QT_TRANSLATE_NOOP("exporting", "Whether the session came to it")},
                              {"points", Kind::Rows, pointsText, Scope::Point},
                              {"region", Kind::Region, regionText},
                          };
}

Names ofList()
{
    return {
        {"id", Kind::Value, "Id, by which a file is found again"},
        {"title", Kind::Value, "Title"},
        {"papers", Kind::Rows, "Its papers", Scope::ListedPaper},
        {"title_yaml", Kind::Value, "Title"},
        {"region_papers", Kind::Region, QT_TRANSLATE_NOOP("exporting", "Managed region of the papers")},
    };
}

Names ofListedPaper()
{
    return paperNames() + Names{
                              {"one_line", Kind::Value, oneLineText},
                              {"points", Kind::Rows, pointsText, Scope::Point},
                              {"has_points", Kind::Flag, QT_TRANSLATE_NOOP("exporting", "Whether it has points")},
                              {"first", Kind::Flag, firstText},
                          };
}

Names ofRoot()
{
    return {
        {"paper", Kind::Rows, QT_TRANSLATE_NOOP("exporting", "The file of a paper"), Scope::Paper},
        {"issue", Kind::Rows, QT_TRANSLATE_NOOP("exporting", "The file of an issue"), Scope::Issue},
        {"session", Kind::Rows, QT_TRANSLATE_NOOP("exporting", "The file of a session"), Scope::Session},
        {"list", Kind::Rows, QT_TRANSLATE_NOOP("exporting", "The file of a list"), Scope::List},
    };
}

const QHash<Scope, Names> &table()
{
    static const QHash<Scope, Names> all{
        {Scope::Root, ofRoot()},
        {Scope::Paper, ofPaper()},
        {Scope::Digest, ofDigest()},
        {Scope::Line, ofLine()},
        {Scope::Point, ofPoint()},
        {Scope::Evidence, highlightNames() + Names{{"first", Kind::Flag, firstText}}},
        {Scope::Highlight, highlightNames()},
        {Scope::Group, ofGroup()},
        {Scope::Issue, ofIssue()},
        {Scope::IssueGroup, ofIssueGroup()},
        {Scope::Entry, ofEntry()},
        {Scope::Session, ofSession()},
        {Scope::SessionPaper, ofSessionPaper()},
        {Scope::List, ofList()},
        {Scope::ListedPaper, ofListedPaper()},
    };
    return all;
}

void addPlaces(Scope scope, const QStringList &where, QList<ScopePlace> &out)
{
    if (std::any_of(out.begin(), out.end(), [scope](const ScopePlace &place) { return place.scope == scope; }))
        return;
    out << ScopePlace{scope, where};
    for (const Name &name : namesOf(scope))
        if (name.opens)
            addPlaces(*name.opens, where + QStringList{QString::fromLatin1(name.name)}, out);
}

} // namespace

const QList<Name> &namesOf(Scope scope)
{
    return *table().constFind(scope);
}

const Name *nameIn(Scope scope, const QByteArray &name)
{
    const Names &names = namesOf(scope);
    const auto it = std::find_if(names.begin(), names.end(), [&](const Name &one) { return name == one.name; });
    return it == names.end() ? nullptr : &*it;
}

const QList<ScopePlace> &scopePlaces()
{
    static const QList<ScopePlace> places = [] {
        QList<ScopePlace> out;
        addPlaces(Scope::Root, {}, out);
        return out;
    }();
    return places;
}

QString meaningOf(const Name &name)
{
    const QString meaning = QCoreApplication::translate("exporting", name.meaning);
    return QByteArray(name.name).endsWith("_yaml")
               ? QCoreApplication::translate("exporting", "%1, quoted for the front matter").arg(meaning)
               : meaning;
}

} // namespace yaodian::exporting
