#include "tests/support/testmain.h"
#include "ui/library/carddocument.h"
#include "ui/library/cardview.h"
#include "ui/library/sidebar.h"
#include "ui/library/sourcetitle.h"

#include "library/library.h"
#include "translations/translations.h"

#include <QApplication>
#include <QMimeData>
#include <QScopeGuard>
#include <QSignalSpy>
#include <QTest>
#include <QTextBlock>
#include <QTextDocument>
#include <QTextTable>

namespace ui_card_test {

using namespace yaodian;
using namespace yaodian::ui;
using namespace Qt::StringLiterals;

CardData sample()
{
    CardData card;
    card.detail.row.id = library::EntryId(nameBasedUuid(u"entry", u"one"));
    card.detail.row.categories = {u"CL"_s};
    card.detail.row.number = 2;
    card.detail.issue.title = u"每日论文推介 11-22"_s;
    digest::Entry &entry = card.detail.content;
    entry.title = u"Evidence <b>First</b> & Last"_s;
    entry.titleZh = u"证据先行"_s;
    entry.authors = {u"A Lin"_s, u"B Ortega"_s};
    entry.etAl = true;
    entry.url = u"https://arxiv.org/abs/2302.03084"_s;
    entry.oneLine = u"先选证据再写句子。"_s;
    entry.abstractZh = u"长文摘要。"_s;
    entry.abstractEn = u"Summaries of long documents."_s;
    card.detail.identifiers = {u"arxiv:2302.03084"_s};
    NumberedPoint backed{
        1, u"先选出候选段落;"_s, {}, false, {}, {{library::HighlightId(nameBasedUuid(u"x", u"h")), 3}}};
    card.points = {backed, {2, u"第二条"_s, {}, false, {}}, {3, u"我的想法"_s, {}, true, {}}};
    return card;
}

QString written(QTextDocument &document, const CardData &card, double width, Theme &theme)
{
    CardDocument writer(document, theme, width);
    writer.write(card);
    return document.toPlainText();
}

class CardTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void sourcesOfOurOwn_areNamedInTheLanguageOfTheWindow()
    {
        using Kind = library::Source::Kind;
        const auto files = library::Library::sourceId(Kind::Files);
        const auto feed = library::Library::sourceId(Kind::Feed, u"https://blog.example/feed"_s);
        QCOMPARE(sourceTitle(files, u"文件"_s), u"Files"_s); // stored by a Chinese window
        QCOMPARE(sourceTitle(library::Library::sourceId(Kind::Tour), u"导览"_s), u"Tour"_s);
        QCOMPARE(sourceTitle(feed, u"Files"_s), u"Files"_s);
        QCOMPARE(sourceTitle(feed, {}, u"https://blog.example/feed"_s), u"https://blog.example/feed"_s);
        installLanguage(*qApp, u"zh_CN"_s);
        const auto restore = qScopeGuard([] { installLanguage(*qApp, u"en"_s); });
        QCOMPARE(sourceTitle(files, u"Files"_s), u"文件"_s); // stored by an English one
        QCOMPARE(sourceTitle(feed, u"Files"_s), u"Files"_s); // a feed's own name is nobody's to translate
        Theme theme(*qApp);
        QTextDocument document;
        CardData card = sample();
        card.detail.issue.published = QDateTime::fromMSecsSinceEpoch(1'700'000'000'000, Qt::UTC);
        card.detail.row.source = files;
        card.detail.row.sourceTitle = u"Files"_s;
        QVERIFY(written(document, card, 700, theme).contains(u"文件 11-1"_s));
    }

    void aNote_isShownAsItsPreviewShowsIt()
    {
        Theme theme(*qApp);
        QTextDocument document;
        CardData card = sample();
        card.note =
            u"## Idea\n\nas in [[Another Paper]], **twice**:\n\n- first\n- `p(e|d)`\n\n> said <b>so</b>\n\n| a | b |\n|---|---|\n| 1 | 2 |\n\n![](yaodian-image:x)"_s;
        const QString text = written(document, card, 700, theme);
        for (const QString &part : {u"\nIdea\n"_s, u"\nas in Another Paper, twice:\n"_s, u"•  first\n"_s,
                                    u"•  p(e|d)\n"_s, u"\nsaid <b>so</b>\n"_s, u"a · b\n1 · 2\n"_s})
            QVERIFY2(text.contains(part), qPrintable(part + u" is not in "_s + text));
        const QTextCursor at = document.find(u"twice"_s);
        QVERIFY(at.charFormat().font().weight() > QFont::Medium);
    }

    void card_saysEverythingOfTheEntry()
    {
        Theme theme(*qApp);
        QTextDocument document;
        const QString text = written(document, sample(), 700, theme);
        for (const QString &part : {u"CL"_s, u"每日论文推介 11-22"_s, u"证据先行"_s, u"A Lin, B Ortega …"_s,
                                    u"arXiv:2302.03084"_s, u"先选证据再写句子。"_s, u"先选出候选段落;"_s, u"● p. 4"_s,
                                    u"我的想法"_s, u"长文摘要。"_s, u"Summaries of long documents."_s})
            QVERIFY2(text.contains(part), qPrintable(part));
    }

    void markup_inAPost_isShownAsTyped()
    {
        Theme theme(*qApp);
        QTextDocument document;
        CardData card = sample();
        card.detail.content.oneLine = u"<img src=file:///etc/passwd><table>"_s;
        const QString text = written(document, card, 700, theme);
        QVERIFY(text.contains(u"Evidence <b>First</b> & Last"_s));
        QVERIFY(text.contains(u"<img src=file:///etc/passwd><table>"_s));
    }

    void abstracts_standBesideEachOther_onlyWhereThereIsRoom()
    {
        Theme theme(*qApp);
        const auto tables = [&](double width) {
            QTextDocument document;
            written(document, sample(), width, theme);
            int found = 0;
            for (const QTextFrame *frame : document.rootFrame()->childFrames())
                found += qobject_cast<const QTextTable *>(frame) ? 1 : 0;
            return found;
        };
        QCOMPARE(tables(900), tables(300) + 1);
    }

    void pointThatTheDigestWordsOtherwiseNow_showsBothTexts()
    {
        Theme theme(*qApp);
        CardData card = sample();
        QTextDocument document;
        QVERIFY(!written(document, card, 600, theme).contains(u"The digest now says"_s));
        card.points[0].digestText = u"先选出候选证据段落;"_s;
        const QString text = written(document, card, 600, theme);
        QVERIFY(text.contains(u"先选出候选段落;"_s));
        QVERIFY(text.contains(u"The digest now says: 先选出候选证据段落;"_s));
    }

    void aPoint_isShownWithWhatIsMarkedInIt_andWithoutTheMarks()
    {
        Theme theme(*qApp);
        CardData card = sample();
        card.points[1].text = u"**结论:**比 <b>A</b>* 快"_s;
        QTextDocument document;
        QVERIFY(written(document, card, 600, theme).contains(u"\n结论:比 <b>A</b>* 快\n"_s));
        QTextCursor found = document.find(u"结论"_s);
        QCOMPARE(found.charFormat().fontWeight(), int(QFont::Bold));
        found = document.find(u"比"_s);
        QCOMPARE(found.charFormat().fontWeight(), int(QFont::Normal));
    }

    void evidence_isALinkToItsHighlight()
    {
        Theme theme(*qApp);
        CardView view(theme);
        view.resize(700, 600);
        view.showCard(sample());
        QSignalSpy chosen(&view, &CardView::evidenceChosen);
        Q_EMIT view.anchorClicked(QUrl(u"highlight:"_s + sample().points[0].evidence[0].highlight.toString()));
        QCOMPARE(chosen.size(), 1);
        QSignalSpy web(&view, &CardView::webChosen);
        Q_EMIT view.anchorClicked(QUrl(u"web:https://arxiv.org/abs/2302.03084"_s));
        QCOMPARE(web.value(0).value(0).toString(), u"https://arxiv.org/abs/2302.03084"_s);
    }

    void card_withoutAnything_isEmptyAndSafe()
    {
        Theme theme(*qApp);
        QTextDocument document;
        CardData card;
        card.detail.content.titleZh = u"只有中文题"_s;
        QVERIFY(written(document, card, 700, theme).contains(u"只有中文题"_s));
        CardView view(theme);
        view.showNothing(u"leer"_s);
        view.grab();
        QVERIFY(!view.shown());
    }

    void longCards_inAViewOfAnySize_areWhole()
    {
        Theme theme(*qApp);
        CardView view(theme);
        view.show();
        CardData card = sample();
        card.detail.content.abstractEn = u"Summaries of long documents. "_s.repeated(80);
        for (const int width : {900, 400, 901, 333}) {
            view.resize(width, 300);
            view.showCard(card);
            view.showCard(sample());
            view.showCard(card);
            const QString text = view.toPlainText();
            QCOMPARE(text.count(card.detail.content.abstractEn.trimmed()), 1);
            QCOMPARE(text.count(u"证据先行"_s), 1);
        }
    }

    // --- sidebar --------------------------------------------------------------------------------------------------

    void places_surviveTheStateFile()
    {
        ListPlace view;
        view.view = library::ListQuery::View::Later;
        view.category = u"CV"_s;
        ListPlace none;
        none.category = QString();
        ListPlace issue;
        issue.issue = library::IssueId(nameBasedUuid(u"issue", u"a"));
        for (const ListPlace &place : {view, none, issue})
            QVERIFY(placeFromText(placeToText(place)) == place);
        QVERIFY(placeFromText(u"nonsense"_s) == ListPlace());
    }

    void sidebar_walksOverAllItsLists_andTellsThePlace()
    {
        Theme theme(*qApp);
        Sidebar bar(theme);
        SideData side;
        side.views = {{library::ListQuery::View::Today, 3}, {library::ListQuery::View::Unread, 9}};
        side.categories = {{u"LG"_s, u"机器学习"_s, 2, 1}, {QString(), QString(), 1, 1}};
        bar.showData(side, {});
        bar.show();
        QVERIFY(QTest::qWaitForWindowActive(&bar));
        QList<ListPlace> places;
        connect(&bar, &Sidebar::placeChosen, this, [&](const ListPlace &place) {
            places << place;
            bar.mark(place);
        });
        bar.takeFocus();
        for (int i = 0; i < 5; ++i)
            bar.step(1);
        QCOMPARE(places.size(), 3); // Unread, LG, 未分类; then there is nowhere to go
        QCOMPARE(places[0].view, library::ListQuery::View::Unread);
        QCOMPARE(places[1].category, std::optional(u"LG"_s));
        QCOMPARE(places[1].view, library::ListQuery::View::Unread);
        QCOMPARE(places[2].category, std::optional(QString()));
        QCOMPARE(bar.findChild<SideSection *>(u"categories"_s)->markedRow(), 1);
    }
};

YAODIAN_TEST(CardTest)

} // namespace ui_card_test

#include "card_test.moc"
