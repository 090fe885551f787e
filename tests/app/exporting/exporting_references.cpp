#include "app/exporting/bibliography.h"
#include "app/exporting/bibtex.h"
#include "app/exporting/csljson.h"
#include "app/exporting/plain.h"
#include "bibreader.h"
#include "hostile.h"
#include "tests/support/testmain.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QtTest>

namespace exporting_references {

using namespace Qt::StringLiterals;
using namespace yaodian;
using namespace yaodian::exporting;
using Scheme = digest::Identifier::Scheme;

library::PaperId idOf(int number)
{
    return library::PaperId(nameBasedUuid(u"paper", QString::number(number)));
}

Reference reference(int number, const QString &title, const QStringList &authors, std::optional<int> year = 2023)
{
    Reference out{idOf(number), title, {}, false, year, u"2302.03084"_s, {}, u"https://arxiv.org/abs/2302.03084"_s,
                  {u"CV"_s}};
    for (const QString &author : authors)
        out.authors << personOf(author);
    out.identifiers = {{Scheme::Arxiv, out.arxiv, {}}};
    return out;
}

QString itself(const QString &id)
{
    return id;
}

QString tailOf(int number, int digits = 4)
{
    return u'-' + idOf(number).toString().remove(u'-').left(digits);
}

QByteArray bib(const QList<Reference> &references, const QByteArray &old = {})
{
    const auto file = bibtexFile(old, references, itself, u"yaodian.bib"_s);
    return file.ok() ? file->text : QByteArray("error: ") + file.error().message.toUtf8();
}

QStringList keysOf(const QByteArray &file)
{
    QStringList keys;
    const auto entries = tests::readBib(file);
    if (!entries)
        return {u"unreadable"_s};
    for (const tests::BibEntry &entry : *entries)
        keys << entry.key;
    return keys;
}

class ExportingReferences : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void names_areTakenApart_orStandWhole_data()
    {
        QTest::addColumn<QString>("name");
        QTest::addColumn<QString>("family");
        QTest::addColumn<QString>("given");
        QTest::addColumn<QString>("suffix");
        const auto row = [](const char *name, const char *family, const char *given, const char *suffix = "") {
            QTest::newRow(name) << QString::fromUtf8(name) << QString::fromUtf8(family) << QString::fromUtf8(given)
                                << QString::fromUtf8(suffix);
        };
        row("K Saito", "Saito", "K");
        row("Aäron van den Oord", "van den Oord", "Aäron");
        row("Quoc V. Le", "Le", "Quoc V.");
        row("Van Tran", "Tran", "Van");
        row("Qingyao Ai", "Ai", "Qingyao");
        row("Martin Luther King Jr.", "King", "Martin Luther", "Jr.");
        row("DeepSeek-AI", "DeepSeek-AI", "");
        row("Gemini Team Google", "Gemini Team Google", "");
        row("王小红", "王小红", "");
        row("  Ada \t Lovelace ", "Lovelace", "Ada");
    }
    void names_areTakenApart_orStandWhole()
    {
        QFETCH(QString, name);
        QFETCH(QString, family);
        QFETCH(QString, given);
        QFETCH(QString, suffix);
        const Person person = personOf(name);
        QCOMPARE(person.family, family);
        QCOMPARE(person.given, given);
        QCOMPARE(person.suffix, suffix);
        QCOMPARE(person.isWhole, given.isEmpty());
    }

    void year_followsFromIdentifiers_andIsNeverInvented_data()
    {
        QTest::addColumn<int>("scheme");
        QTest::addColumn<QString>("value");
        QTest::addColumn<int>("year");
        const auto row = [](Scheme scheme, const char *value, int year) {
            QTest::newRow(value) << int(scheme) << QString::fromLatin1(value) << year;
        };
        row(Scheme::Arxiv, "2302.03084", 2023);
        row(Scheme::Arxiv, "0704.0001", 2007);
        row(Scheme::Arxiv, "cs/0601001", 2006);
        row(Scheme::Arxiv, "math.mg/9903001", 1999);
        row(Scheme::Acl, "2020.acl-main.1", 2020);
        row(Scheme::Acl, "p19-1001", 2019);
        row(Scheme::Acl, "j93-2004", 1993);
        row(Scheme::Cvf, "saito_pic2word_cvpr_2023", 2023);
        row(Scheme::Pmlr, "v202/abbas23a", 2023);
        row(Scheme::Doi, "10.18653/v1/2023.acl-long.1", 2023);
        row(Scheme::Doi, "10.18653/v1/n19-1423", 2019);
        row(Scheme::Doi, "10.1109/cvpr52729.2023.00123", 2023);
        row(Scheme::Doi, "10.1109/cvpr.2016.90", 2016);
        row(Scheme::Doi, "10.1109/tpami.2016.2572683", 0); // the year of a number, not of the journal
        row(Scheme::Doi, "10.1101/2023.01.02.123456", 2023);
        row(Scheme::Doi, "10.1038/s41586-021-03819-2", 2021);
        row(Scheme::Doi, "10.24963/ijcai.2022/12", 2022);
        row(Scheme::Doi, "10.1145/3292500.3330701", 0);
        row(Scheme::OpenReview, "aBc_2019", 0);
        row(Scheme::Link, "https://example.org/2021/paper", 0);
    }
    void year_followsFromIdentifiers_andIsNeverInvented()
    {
        QFETCH(int, scheme);
        QFETCH(QString, value);
        QFETCH(int, year);
        QCOMPARE(yearOf({{Scheme(scheme), value, {}}}).value_or(0), year);
        QCOMPARE(yearOf({{Scheme::OpenReview, u"aBcDe"_s, {}}, {Scheme(scheme), value, {}}}).value_or(0), year);
    }

    void key_isMadeOfThePaperAlone_data()
    {
        QTest::addColumn<QString>("title");
        QTest::addColumn<QString>("author");
        QTest::addColumn<QString>("key");
        QTest::newRow("plain") << u"Pic2Word: Mapping Pictures"_s << u"Kuniaki Saito"_s << u"saito2023pic2word"_s;
        QTest::newRow("dull words") << u"On the Use of a Zero-Shot Model"_s << u"A B"_s << u"b2023use"_s;
        QTest::newRow("nothing but dull") << u"What Is It"_s << u"A B"_s << u"b2023what"_s;
        QTest::newRow("hyphen") << u"Zero-Shot!"_s << u"A B"_s << u"b2023zeroshot"_s;
        QTest::newRow("accents") << u"Ångström"_s << u"Kurt Gödel"_s << u"godel2023angstrom"_s;
        QTest::newRow("letters") << u"Łódź"_s << u"Jørgen Øßby"_s << u"ossby2023lodz"_s;
        QTest::newRow("particles") << u"Wavenet"_s << u"Aäron van den Oord"_s << u"vandenoord2023wavenet"_s;
        QTest::newRow("team") << u"R1"_s << u"DeepSeek-AI"_s << u"deepseekai2023r1"_s;
        QTest::newRow("ideographs") << u"标题"_s << u"王小红"_s << u"arxiv2302.03084"_s;
        QTest::newRow("cyrillic") << u"Title"_s << u"Иван Петров"_s << u"arxiv2302.03084"_s;
        QTest::newRow("Chinese title") << u"标题"_s << u"A Wang"_s << u"wang2023"_s;
    }
    void key_isMadeOfThePaperAlone()
    {
        QFETCH(QString, title);
        QFETCH(QString, author);
        QFETCH(QString, key);
        QCOMPARE(citationKey(reference(1, title, {author})), key + tailOf(1));
        Reference nameless = reference(1, title, {});
        nameless.identifiers = {{Scheme::Doi, u"10.1000/x(1)_y"_s, {}}};
        QCOMPARE(citationKey(nameless), u"doi10.1000-x-1-y"_s + tailOf(1));
    }

    void everyKey_isOneThatProgramsTake()
    {
        tests::Hostile hostile(1);
        static const QRegularExpression form(u"^[a-z][a-z0-9.-]*-[0-9a-f]{4}$"_s);
        for (int n = 0; n < 500; ++n) {
            const QString key = citationKey(reference(n, hostile.text(), hostile.texts(2)));
            QVERIFY2(form.match(key).hasMatch() && key.size() < 80, qPrintable(key));
        }
    }

    void twoPapersWithOneKey_areToldApart_andTheFirstKeepsItsOwn()
    {
        // Two papers whose ids begin alike do not come up by chance: the first of the id is taken by hand here.
        const Reference first = reference(1, u"Large Models"_s, {u"X Wang"_s});
        const Reference second = reference(2, u"Large Models"_s, {u"Y Wang"_s});
        const QString key = citationKey(second);
        const QByteArray old = "@book{" + key.toUpper().toUtf8() + ", title = {Mine}}\n";
        const QByteArray file = bib({first, second}, old);
        QCOMPARE(keysOf(file), (QStringList{key.toUpper(), citationKey(first), citationKey(second, 8)}));
    }

    void entry_readsBack()
    {
        Reference one = reference(1, u"Pic2Word: 50% of {BERT} & Gaussian_x"_s,
                                  {u"Kuniaki Saito"_s, u"Aäron van den Oord"_s, u"M King Jr."_s, u"DeepSeek-AI"_s});
        one.others = true;
        one.doi = u"10.1000/a_b{c}"_s;
        one.keywords = {u"CV"_s, u"to_read"_s};
        const auto entries = tests::readBib(bib({one}));
        QVERIFY(entries && entries->size() == 1);
        const tests::BibEntry &entry = entries->first();
        QCOMPARE(entry.type, u"misc"_s);
        QCOMPARE(entry.key, citationKey(one));
        QCOMPARE(tests::printed(entry.fields.value(u"title"_s)).value_or(u"another command"_s), one.title);
        QCOMPARE(entry.fields.value(u"author"_s),
                 u"Saito, Kuniaki and van den Oord, Aäron and King, Jr., M and {DeepSeek-AI} and others"_s);
        QCOMPARE(entry.fields.value(u"year"_s), u"2023"_s);
        QCOMPARE(entry.fields.value(u"eprint"_s), u"2302.03084"_s);
        QCOMPARE(entry.fields.value(u"archiveprefix"_s), u"arXiv"_s);
        QCOMPARE(entry.fields.value(u"doi"_s), u"10.1000/a_b%7Bc%7D"_s);
        QCOMPARE(entry.fields.value(u"url"_s), one.url);
        QCOMPARE(entry.fields.value(u"keywords"_s), u"CV, to\\_read"_s);
        QVERIFY(entry.fields.value(u"yaodian"_s).startsWith(one.paper.toString() + u' '));
    }

    void whatIsNotKnown_isLeftOut()
    {
        Reference bare{idOf(1), u"A Title"_s, {}, false, std::nullopt, {}, {}, {}, {}};
        const auto entries = tests::readBib(bib({bare}));
        QCOMPARE(entries->first().fields.keys().size(), 2); // title and whose it is
        const QJsonObject item = cslItem(bare, u"k"_s);
        QCOMPARE(item.keys(), (QStringList{u"custom"_s, u"id"_s, u"title"_s, u"type"_s}));
    }

    void capitals_thatAreMeant_areProtected_data()
    {
        QTest::addColumn<QString>("title");
        QTest::addColumn<QString>("latex");
        QTest::newRow("title case") << u"BERT: Deep Bidirectional Transformers for GPT-4"_s
                                    << u"{BERT}: Deep Bidirectional Transformers for {GPT-4}"_s;
        QTest::newRow("sentence case") << u"A study of Gaussian priors in the Bayesian lab: Results"_s
                                       << u"A study of {Gaussian} priors in the {Bayesian} lab: Results"_s;
        QTest::newRow("hyphens") << u"Zero-Shot Learning With Pic2Word and 3D Views"_s
                                 << u"Zero-Shot Learning With {Pic2Word} and {3D} Views"_s;
        QTest::newRow("command first") << u"<BERT> is Here"_s << u"\\textless{}{BERT}\\textgreater{} is Here"_s;
        QTest::newRow("Chinese") << u"要点：BERT 的证据"_s << u"{要点：BERT} 的证据"_s;
    }
    void capitals_thatAreMeant_areProtected()
    {
        QFETCH(QString, title);
        QFETCH(QString, latex);
        QCOMPARE(latexTitle(title), latex);
    }

    void anyText_readsBackFromBibtexAndJson()
    {
        tests::Hostile hostile(2);
        QList<Reference> all;
        for (int n = 0; n < 300; ++n) {
            Reference one = reference(n, plainLine(hostile.text()), hostile.texts(3));
            one.keywords = {plainLine(hostile.text()).remove(u',')};
            one.doi = plainLine(u"10.1000/"_s + hostile.text());
            all << one;
        }
        const QByteArray file = bib(all);
        const auto entries = tests::readBib(file);
        QVERIFY(entries);
        QCOMPARE(entries->size(), all.size());
        for (qsizetype i = 0; i < all.size(); ++i) {
            const tests::BibEntry &entry = entries->at(i);
            const auto title = tests::printed(entry.fields.value(u"title"_s));
            QVERIFY2(title && *title == all[i].title, qPrintable(entry.fields.value(u"title"_s)));
            QStringList names;
            for (const QString &name : tests::bibNames(entry.fields.value(u"author"_s)))
                names << tests::printed(name).value_or(u"another command"_s);
            names.removeAll(QString());
            QStringList expected;
            for (const Person &person : all[i].authors) {
                if (!person.family.isEmpty() || !person.given.isEmpty())
                    expected << (person.isWhole ? person.family
                                 : person.suffix.isEmpty()
                                     ? person.family + u", "_s + person.given
                                     : person.family + u", "_s + person.suffix + u", "_s + person.given);
            }
            QCOMPARE(names, expected);
        }
        QCOMPARE(bib(all, file), file);
        const auto json = cslFile({}, all, itself, u"yaodian.json"_s);
        const QJsonArray items = QJsonDocument::fromJson(json->text).array();
        QCOMPARE(items.size(), all.size());
        for (qsizetype i = 0; i < all.size(); ++i)
            QCOMPARE(items[i][u"title"_s].toString(), all[i].title);
        QCOMPARE(cslFile(json->text, all, itself, u"yaodian.json"_s)->text, json->text);
    }

    void anotherProgram_readsIt()
    {
        const QString bibtool = QStandardPaths::findExecutable(u"bibtool"_s);
        if (bibtool.isEmpty())
            QSKIP("bibtool is not installed");
        tests::Hostile hostile(3);
        QList<Reference> all;
        for (int n = 0; n < 100; ++n)
            all << reference(n, plainLine(hostile.text()), hostile.texts(2));
        QTemporaryDir folder;
        QFile file(folder.filePath(u"all.bib"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(bib(all));
        file.close();
        QProcess process;
        process.start(bibtool, {file.fileName()});
        QVERIFY(process.waitForFinished(20'000));
        QCOMPARE(process.readAllStandardError(), QByteArray());
        QCOMPARE(process.readAllStandardOutput().count("@Misc"), 100);
    }

    void secondExport_changesNoByte_andKeepsWhatIsTheReaders()
    {
        const QList<Reference> two{reference(1, u"First"_s, {u"A One"_s}), reference(2, u"Second"_s, {u"B Two"_s})};
        const QByteArray mine =
            "% mine: me@home.example\n@string{me = {M}}\n@book{knuth84,\n title = {The {\\TeX}book}\n}\n";
        const QByteArray file = bib(two, mine);
        QVERIFY(file.startsWith(mine));
        QCOMPARE(bib(two, file), file);
        QCOMPARE(bib({two[1]}, file), file); // the other one stays
        QCOMPARE(bibtexFile(file, two, itself, {})->unchanged, 2);
    }

    void mendedPaper_isBroughtUpToDateInPlace_andKeepsItsKey()
    {
        const QList<Reference> old{reference(1, u"Frist Titel"_s, {u"A One"_s}),
                                   reference(2, u"Second"_s, {u"B Two"_s})};
        QList<Reference> mended = old;
        mended[0].title = u"First Title"_s;
        mended[0].authors = {personOf(u"Another Person"_s)};
        mended[0].year = 2024;
        QVERIFY(citationKey(mended[0]) != citationKey(old[0]));
        const QByteArray file = bib(mended, bib(old));
        QCOMPARE(keysOf(file), keysOf(bib(old)));
        QVERIFY(file.contains("First Title") && !file.contains("Frist"));
        const QByteArray renamed = QByteArray(bib(old)).replace(citationKey(old[0]).toUtf8(), "mykey");
        QCOMPARE(keysOf(bib(mended, renamed)).first(), u"mykey"_s);
        QVERIFY(bib(mended, renamed).contains("First Title"));
        const auto json = cslFile(cslFile({}, old, itself, {})->text, mended, itself, {});
        const QJsonArray items = QJsonDocument::fromJson(json->text).array();
        QCOMPARE(items[0][u"id"_s].toString(), citationKey(old[0]));
        QCOMPARE(items[0][u"title"_s].toString(), u"First Title"_s);
    }

    void mergedPaper_keepsTheEntryOfTheIdItHad()
    {
        const Reference old = reference(1, u"Title"_s, {u"A One"_s});
        Reference now = reference(2, u"Title"_s, {u"A One"_s});
        const auto today = [&](const QString &id) { return id == old.paper.toString() ? now.paper.toString() : id; };
        const auto file = bibtexFile(bib({old}), {now}, today, {});
        QCOMPARE(keysOf(file->text), QStringList{citationKey(old)});
        QVERIFY(file->text.contains(now.paper.toString().toUtf8()));
    }

    void whatWasEditedByHand_stays_andIsSaidWhereThereIsNews()
    {
        Reference one = reference(1, u"Title"_s, {u"A One"_s});
        const QByteArray edited = bib({one}).replace("  year", "  booktitle     = {Some Venue},\n  year");
        const auto same = bibtexFile(edited, {one}, itself, u"yaodian.bib"_s);
        QCOMPARE(same->text, edited);
        QVERIFY(same->conflicts.isEmpty());
        one.title = u"Another Title"_s;
        const auto news = bibtexFile(edited, {one}, itself, u"yaodian.bib"_s);
        QCOMPARE(news->text, edited);
        QCOMPARE(news->conflicts.size(), 1);
        QVERIFY(news->conflicts.first().contains(citationKey(reference(1, u"Title"_s, {u"A One"_s}))));

        QJsonArray items =
            QJsonDocument::fromJson(cslFile({}, {reference(1, u"Title"_s, {})}, itself, {})->text).array();
        QJsonObject item = items[0].toObject();
        item.insert(u"note"_s, u"mine"_s);
        items = {item, QJsonObject{{u"id"_s, 7}, {u"title"_s, u"Theirs"_s}}};
        const auto csl = cslFile(QJsonDocument(items).toJson(), {one}, itself, u"yaodian.json"_s);
        QCOMPARE(csl->conflicts.size(), 1);
        QCOMPARE(QJsonDocument::fromJson(csl->text).array(), items);
    }

    void fileThatCannotBeRead_isOneSentence()
    {
        const Reference one = reference(1, u"Title"_s, {u"A One"_s});
        for (const QByteArray &broken :
             {QByteArray("@misc{a, title = {open}"), QByteArray("@misc(a, title = {x}} )")}) {
            const auto file = bibtexFile(broken, {one}, itself, u"refs.bib"_s);
            QVERIFY(!file.ok());
            QVERIFY(file.error().message.contains(u"refs.bib"));
        }
        for (const QByteArray &broken : {QByteArray("{\"a\": 1}"), QByteArray("not json")})
            QVERIFY(!cslFile(broken, {one}, itself, u"refs.json"_s).ok());
    }

    void cslItem_hasNamesAndYear()
    {
        const Reference one = reference(1, u"Title"_s, {u"Aäron van den Oord"_s, u"王小红"_s});
        const QJsonObject item = cslItem(one, u"k"_s);
        QCOMPARE(item[u"id"_s].toString(), u"k"_s);
        QCOMPARE(item[u"type"_s].toString(), u"article"_s);
        QCOMPARE(item[u"author"_s], QJsonArray({QJsonObject{{u"family"_s, u"van den Oord"_s}, {u"given"_s, u"Aäron"_s}},
                                                QJsonObject{{u"literal"_s, u"王小红"_s}}}));
        QCOMPARE(item[u"issued"_s][u"date-parts"_s][0][0].toInt(), 2023);
        QCOMPARE(item[u"number"_s].toString(), u"arXiv:2302.03084"_s);
    }
};

YAODIAN_TEST_GUILESS(ExportingReferences)

} // namespace exporting_references

#include "exporting_references.moc"
