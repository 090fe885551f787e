#include "app/exporting/annotationreader.h"
#include "app/exporting/annotationsin.h"
#include "app/exporting/exporting.h"
#include "app/notes/notes.h"
#include "base/text.h"
#include "hostile.h"
#include "sitting.h"
#include "tests/support/testmain.h"

#include <QBuffer>
#include <QImage>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRandomGenerator>
#include <QtTest>

#include <cmath>

namespace exporting_annotationsin {

using namespace Qt::StringLiterals;
using namespace yaodian;
using namespace yaodian::exporting;
using namespace yaodian::library;

/// A PDF of two pages, whose text nobody has to ask a worker for.
Result<QList<pdf::PageText>> twoPages(const QString &, std::optional<int>)
{
    return QList<pdf::PageText>{tests::pageOf(u"An unlucky first page says little."_s),
                                tests::pageOf(u"We show that a picture becomes one word\nof the query, and more."_s)};
}

Result<QList<pdf::PageText>> nobodyAsks(const QString &, std::optional<int>)
{
    return Error::world(u"the text was asked for"_s);
}

QByteArray exported(const tests::Desk &desk, PaperId paper)
{
    const auto text = Formats(*desk.shelf.library).text(Formats::Annotations, {paper});
    return text.ok() ? *text : QByteArray();
}

QJsonObject theirs(const QString &exact, const QJsonObject &more = {})
{
    QJsonObject out{{u"@context"_s, u"http://www.w3.org/ns/anno.jsonld"_s},
                    {u"id"_s, u"https://hypothes.example/a/1"_s},
                    {u"type"_s, u"Annotation"_s},
                    {u"target"_s, QJsonObject{{u"source"_s, u"https://arxiv.org/pdf/2302.03084"_s},
                                              {u"selector"_s, QJsonObject{{u"type"_s, u"TextQuoteSelector"_s},
                                                                          {u"exact"_s, exact}}}}}};
    for (auto it = more.begin(); it != more.end(); ++it)
        out.insert(it.key(), it.value());
    return out;
}

QByteArray bytes(const QJsonObject &object)
{
    return QJsonDocument(object).toJson();
}

QByteArray picture(QColor colour)
{
    QImage image(12, 8, QImage::Format_RGB32);
    image.fill(colour);
    QByteArray out;
    QBuffer buffer(&out);
    image.save(&buffer, "PNG");
    return out;
}

/// Where boxes differ by less than anything that is drawn.
bool sameBut(const Highlight &got, Highlight expected)
{
    bool isNear = got.boxes.size() == expected.boxes.size();
    for (qsizetype i = 0; isNear && i < got.boxes.size(); ++i)
        for (const auto side : {&Box::left, &Box::top, &Box::right, &Box::bottom})
            isNear = isNear && std::abs(got.boxes[i].*side - expected.boxes[i].*side) < 1e-14;
    expected.boxes = got.boxes;
    return isNear && got == expected;
}

QString told(const Highlight &one)
{
    return QStringList{one.kind,
                       QString::number(int(one.style)),
                       one.quote,
                       one.prefix,
                       one.suffix,
                       one.comment,
                       one.tags.join(u','),
                       one.image.left(8),
                       one.section,
                       QString::number(one.at),
                       one.made.toString(Qt::ISODateWithMs),
                       QString::number(one.page)}
        .join(u" | "_s);
}

QString anyWords(QRandomGenerator &random, int most)
{
    static const QStringList some{u"we"_s,     u"show"_s, u"图像"_s,  u"“so”"_s,  u"<b>"_s, u"a,b"_s, u"%"_s,
                                  u"#\\tag"_s, u"🙂"_s, u"\"q\""_s, u"[[x]]"_s, u"1."_s,  u"é"_s};
    QStringList words;
    for (int i = 0, count = random.bounded(most + 1); i < count; ++i)
        words << some[random.bounded(int(some.size()))];
    return words.join(u' ');
}

Highlight anyOne(tests::Sitting &desk, QRandomGenerator &random, const QList<Kind> &kinds, const QStringList &pictures)
{
    Highlight out;
    out.id = desk.shelf.ids.make<HighlightTag>();
    out.paper = desk.papers[0];
    out.document = desk.document;
    out.page = random.bounded(30);
    out.style = Highlight::Style(random.bounded(3));
    for (int line = 0, lines = out.style == Highlight::Style::Area ? 1 : 1 + random.bounded(3); line < lines; ++line) {
        const double left = random.bounded(0.6), top = random.bounded(0.8);
        out.boxes << Box{left, top, left + 0.01 + random.bounded(0.3), top + 0.01 + random.bounded(0.1)};
    }
    out.quote = normalised(anyWords(random, 8));
    if (!out.quote.isEmpty()) {
        out.prefix = normalised(anyWords(random, 3));
        out.suffix = normalised(anyWords(random, 3));
    }
    out.kind = kinds[random.bounded(int(kinds.size()))].key;
    out.comment = anyWords(random, 6);
    if (random.bounded(3) == 0)
        out.comment += u"\n\n- "_s + anyWords(random, 3);
    out.tags = notes::tidiedTags({anyWords(random, 1), anyWords(random, 2)});
    out.image = out.style == Highlight::Style::Area ? pictures[random.bounded(int(pictures.size()))] : QString();
    out.at = random.bounded(2000) - 1;
    out.section = random.bounded(2) == 0 ? u"3.1 Method & “more”"_s : QString();
    out.made = desk.shelf.clock.now().addMSecs(random.bounded(100'000));
    return out;
}

/// A library that knows the paper and has a PDF of it, and no highlight.
struct Empty : tests::Desk
{
    QString sha256;
    explicit Empty(const QByteArray &pdf = "%PDF-1.4 invented") : Desk(tests::Sitting::evening())
    {
        sha256 = shelf->addDocument(papers[0], pdf, u"v1"_s, u"https://arxiv.org/pdf/2302.03084v1"_s)->sha256;
    }
    AnnotationsTaken take(const QByteArray &file, const TextOf &textOf = twoPages) const
    {
        const auto taken = takeAnnotations(*shelf.library, file, textOf);
        return taken.ok() ? *taken : AnnotationsTaken{-1, 0, {taken.error().message}};
    }
};

class ExportingAnnotationsIn : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void whatWeWrote_comesBackAsItWas()
    {
        const tests::Sitting there;
        const Empty here;
        const QByteArray file = exported(there, there.papers[0]);
        const AnnotationsTaken taken = here.take(file, nobodyAsks);
        QVERIFY2(taken.failed.isEmpty(), qPrintable(taken.failed.value(0)));
        QCOMPARE(taken.fresh, 3);
        const QList<Highlight> all = here.shelf->highlights(here.papers[0]);
        QCOMPARE(all.size(), 3);
        for (const HighlightId &id : there.marks) {
            QVERIFY(sameBut(*here.shelf->highlight(id), *there.shelf->highlight(id)));
        }
        QCOMPARE(exported(here, here.papers[0]), file);
    }

    /// Whatever a highlight is: kind, style, tags, comment, picture, place. Out, thrown away, and in again.
    void anyHighlight_comesBackAsItWas()
    {
        tests::Sitting desk;
        QRandomGenerator random(20240229);
        const QStringList pictures{u""_s, *desk.shelf->keepImage(picture(Qt::red)),
                                   *desk.shelf->keepImage(picture(Qt::blue))};
        Kind own;
        own.key = u"mine"_s;
        own.nameZh = u"我的"_s;
        own.nameEn = u"q"_s; // what another one's letter is
        own.letter = u"x"_s;
        own.colour = u"#123456"_s;
        own.pattern = u"plain"_s;
        QList<Kind> kinds = desk.shelf->kinds() << own;
        QVERIFY(desk.shelf->act(u"kinds"_s, u"kinds"_s, [&](Acts &acts) { return acts.putKind(own); }).ok());
        for (int round = 0; round < 40; ++round) {
            QList<Highlight> made;
            for (int i = 0; i < 8; ++i)
                made << anyOne(desk, random, kinds, pictures);
            const auto put = desk.shelf->act(u"put"_s, u"put"_s, [&made](Acts &acts) {
                Result<void> done;
                for (qsizetype i = 0; i < made.size() && done; ++i)
                    done = acts.putHighlight(made[i]);
                return done;
            });
            QVERIFY(put.ok());
            const QByteArray file = exported(desk, desk.papers[0]);
            QVERIFY(desk.notes.undo().ok());
            QVERIFY(!desk.shelf->highlight(made[0].id));
            const auto taken = takeAnnotations(*desk.shelf.library, file, nobodyAsks);
            QVERIFY(taken.ok() && taken->failed.isEmpty());
            QCOMPARE(taken->fresh, 8);
            for (const Highlight &one : std::as_const(made))
                QVERIFY2(sameBut(*desk.shelf->highlight(one.id), one),
                         qPrintable(told(*desk.shelf->highlight(one.id)) + u"\nfor\n"_s + told(one)));
            QCOMPARE(exported(desk, desk.papers[0]), file);
            QVERIFY(desk.notes.undo().ok());
        }
    }

    void tagsOfOthers_areTags_butForTheOneThatIsTheKind()
    {
        const auto tag = [](const QString &word) {
            return QJsonObject{{u"type"_s, u"TextualBody"_s}, {u"purpose"_s, u"tagging"_s}, {u"value"_s, word}};
        };
        const Empty here;
        QCOMPARE(here.take(bytes(theirs(u"picture becomes"_s,
                                        {{u"body"_s, QJsonArray{tag(u"to read"_s), tag(u"Limit"_s), tag(u"数据"_s)}}})))
                     .fresh,
                 1);
        const Highlight got = here.shelf->highlights(here.papers[0]).first();
        QCOMPARE(got.kind, u"limit"_s);
        QCOMPARE(got.tags, notes::tidiedTags({u"to read"_s, u"数据"_s}));
        QVERIFY(got.at >= 0); // so that it stands in its place in the reading order
    }

    void anUnderline_staysOneOnAnotherVersion()
    {
        tests::Sitting there;
        Highlight mark = *there.shelf->highlight(there.marks[0]);
        mark.style = Highlight::Style::Underline;
        mark.tags = {u"idea"_s};
        tests::addHighlight(there.shelf, mark);
        const Empty here("%PDF-1.4 another version");
        (void)here.take(exported(there, there.papers[0]));
        const Highlight got = *here.shelf->highlight(mark.id);
        QCOMPARE(got.document, here.sha256);
        QCOMPARE(got.style, Highlight::Style::Underline);
        QCOMPARE(got.tags, mark.tags);
    }

    void theSameFileTwice_changesNothing_andOneStepTakesItBack()
    {
        const tests::Sitting there;
        Empty here;
        const QByteArray file = exported(there, there.papers[0]);
        QCOMPARE(here.take(file).fresh, 3);
        QVERIFY(here.notes.setComment(there.marks[1], u"changed here"_s).ok());
        const AnnotationsTaken again = here.take(file);
        QCOMPARE(again.fresh, 0);
        QCOMPARE(again.unchanged, 3);
        QCOMPARE(here.shelf->highlight(there.marks[1])->comment, u"changed here"_s);
        QCOMPARE(here.steps(), 2);
        QVERIFY(here.notes.undo().ok() && here.notes.undo().ok());
        QVERIFY(here.shelf->highlights(here.papers[0]).isEmpty());
    }

    void onAnotherVersion_theQuoteIsLookedFor()
    {
        const tests::Sitting there;
        const Empty here("%PDF-1.4 another version");
        const AnnotationsTaken taken = here.take(exported(there, there.papers[0]));
        QCOMPARE(taken.fresh, 1);
        QCOMPARE(taken.failed.size(), 2); // other words, and an area without any
        QVERIFY(taken.failed[0].contains(u"it fails on"));
        const Highlight got = *here.shelf->highlight(there.marks[0]);
        QCOMPARE(got.document, here.sha256);
        QCOMPARE(got.page, 1);
        QCOMPARE(got.quote, u"a picture becomes one word"_s);
        QVERIFY(!got.boxes.isEmpty());
    }

    void annotationsOfOthers_areReadInEveryShape()
    {
        const QJsonObject tag{{u"type"_s, u"TextualBody"_s}, {u"purpose"_s, u"tagging"_s}, {u"value"_s, u"局限"_s}};
        const QJsonObject said{{u"type"_s, u"TextualBody"_s}, {u"value"_s, u"a thought"_s}};
        const Empty here;
        QCOMPARE(here.take(bytes(theirs(u"picture becomes"_s, {{u"body"_s, QJsonArray{tag, said}}}))).fresh, 1);
        Highlight got = here.shelf->highlights(here.papers[0]).first();
        QCOMPARE(got.kind, u"limit"_s);
        QCOMPARE(got.comment, u"a thought"_s);
        QCOMPARE(got.page, 1);
        QCOMPARE(here.take(bytes(theirs(u"picture becomes"_s))).unchanged, 1); // by its address

        const QJsonObject plain = theirs(u"one word of the"_s, {{u"id"_s, u"urn:x:2"_s}, {u"bodyValue"_s, u"short"_s}});
        const QJsonObject page{{u"type"_s, u"AnnotationPage"_s}, {u"items"_s, QJsonArray{plain, u"no"_s, 7}}};
        const QJsonObject all{{u"@context"_s, QJsonArray{u"http://www.w3.org/ns/anno.jsonld"_s}},
                              {u"type"_s, QJsonArray{u"AnnotationCollection"_s, u"Other"_s}},
                              {u"first"_s, page}};
        QVERIFY(isAnnotations(bytes(all)));
        QCOMPARE(here.take(bytes(all)).fresh, 1);
        QCOMPARE(here.shelf->highlights(here.papers[0]).size(), 2);
        QCOMPARE(here.take(QJsonDocument(QJsonArray{all, plain}).toJson()).unchanged, 1);
    }

    void whatHasNoPlace_isNamed_andTheRestComesIn()
    {
        const Empty here;
        QJsonObject stranger = theirs(u"picture"_s, {{u"id"_s, u"urn:x:1"_s}});
        stranger.insert(u"target"_s, QJsonObject{{u"source"_s, u"https://arxiv.org/abs/9912.99999"_s}});
        QJsonObject unfetched = theirs(u"picture"_s, {{u"id"_s, u"urn:x:2"_s}});
        unfetched.insert(u"target"_s, QJsonObject{{u"source"_s, u"https://arxiv.org/abs/2302.03086"_s}});
        const QJsonArray all{stranger, unfetched, theirs(u"words nobody wrote"_s, {{u"id"_s, u"urn:x:3"_s}}),
                             theirs(u"one word"_s, {{u"id"_s, u"urn:x:4"_s}})};
        const AnnotationsTaken taken = here.take(QJsonDocument(all).toJson());
        QCOMPARE(taken.fresh, 1);
        QCOMPARE(taken.failed.size(), 3);
        QVERIFY(taken.failed[0].contains(u"not in the library"));
        QVERIFY(taken.failed[1].contains(u"no PDF"));
        QVERIFY(taken.failed[2].contains(u"words nobody wrote"));
    }

    void onlyAnnotations_areTakenForThem()
    {
        QVERIFY(!isAnnotations("{\"a\": 1}"));
        QVERIFY(!isAnnotations("<p>www.w3.org/ns/anno.jsonld</p>"));
        QVERIFY(!isAnnotations("[{\"title\": \"http://www.w3.org/ns/anno.jsonld\"}]"));
        QVERIFY(isAnnotations(bytes(theirs(u"x"_s))));
        QVERIFY(!readAnnotations("{\"@context\"").ok());
    }

    void anyNonsense_isReadToTheEnd()
    {
        tests::Hostile hostile(50);
        QRandomGenerator random(51);
        const Empty here;
        const QStringList names{u"id"_s,    u"type"_s,  u"target"_s,    u"body"_s,  u"selector"_s,      u"source"_s,
                                u"first"_s, u"items"_s, u"refinedBy"_s, u"value"_s, u"yaodian:boxes"_s, u"exact"_s};
        const QStringList types{u"Annotation"_s, u"AnnotationPage"_s, u"AnnotationCollection"_s, u"TextQuoteSelector"_s,
                                u"FragmentSelector"_s};
        const std::function<QJsonValue(int)> any = [&](int depth) -> QJsonValue {
            switch (random.bounded(depth > 6 ? 3 : 6)) {
            case 0:
                return hostile.text();
            case 1:
                return random.bounded(100) - 50;
            case 2:
                return types[random.bounded(int(types.size()))];
            case 3:
                return QJsonArray{any(depth + 1), any(depth + 1)};
            default:
                break;
            }
            QJsonObject object{{u"type"_s, types[random.bounded(int(types.size()))]}};
            for (int n = random.bounded(5); n >= 0; --n)
                object.insert(names[random.bounded(int(names.size()))], any(depth + 1));
            return object;
        };
        for (int n = 0; n < 400; ++n) {
            QJsonObject object = theirs(u"one word"_s, {{u"id"_s, u"urn:n:%1"_s.arg(n)}});
            object.insert(names[random.bounded(int(names.size()))], any(0));
            QVERIFY(here.take(bytes(object)).fresh >= 0);
        }
        for (const Highlight &highlight : here.shelf->highlights(here.papers[0])) {
            QVERIFY(highlight.page >= 0 && highlight.page < 2);
            QCOMPARE(highlight.document, here.sha256);
        }
    }
};

YAODIAN_TEST_GUILESS(ExportingAnnotationsIn)

} // namespace exporting_annotationsin

#include "exporting_annotationsin.moc"
