// Lists of names and places, whatever stands around them.
#include "digest/people.h"
#include "digesttest.h"
#include "tests/support/testmain.h"

namespace digest_people {

using namespace yaodian::digest;
using namespace yaodian::digest::test;
using namespace Qt::StringLiterals;

class PeopleTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void namesAndPlaces_data();
    void namesAndPlaces();
    void linesThatAreNoNames_data();
    void linesThatAreNoNames();
    void namesAlone_data();
    void namesAlone();
    void placesAreSplitAtAmpersands_data();
    void placesAreSplitAtAmpersands();
    void labelledPlaces();
    void linesOfPlaces_data();
    void linesOfPlaces();
    void titleAndNamesGlued_data();
    void titleAndNamesGlued();
    void endOfNames_data();
    void endOfNames();
    void namesBeforeChinese_data();
    void namesBeforeChinese();
    void roundBrackets_data();
    void roundBrackets();
};

void PeopleTest::namesAndPlaces_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("authors");
    QTest::addColumn<QString>("places");
    QTest::addColumn<int>("year");
    QTest::addColumn<bool>("etAl");
    QTest::newRow("names") << u"A Moon, B Sand"_s << u"A Moon|B Sand"_s << QString() << 0 << false;
    QTest::newRow("all") << u"A Moon, B Sand… [Clock Lab & Sheep U] (2023)"_s << u"A Moon|B Sand"_s
                         << u"Clock Lab|Sheep U"_s << 2023 << true;
    QTest::newRow("year first") << u"A Moon, B Sand (2023) [Clock Lab]"_s << u"A Moon|B Sand"_s << u"Clock Lab"_s
                                << 2023 << false;
    QTest::newRow("full width") << u"A Moon，B Sand［Clock Lab］（2023）"_s << u"A Moon|B Sand"_s << u"Clock Lab"_s
                                << 2023 << false;
    QTest::newRow("round") << u"A Moon, B Sand (Clock Lab & Sheep U)"_s << u"A Moon|B Sand"_s << u"Clock Lab|Sheep U"_s
                           << 0 << false;
    QTest::newRow("round and a year") << u"A Moon (Clock Lab) (2023)"_s << u"A Moon"_s << u"Clock Lab"_s << 2023
                                      << false;
    QTest::newRow("label inside") << u"A Moon, B Sand 单位：Clock Lab & Sheep U (2023)"_s << u"A Moon|B Sand"_s
                                  << u"Clock Lab|Sheep U"_s << 2023 << false;
    QTest::newRow("et al.") << u"A Moon, B Sand, et al."_s << u"A Moon|B Sand"_s << QString() << 0 << true;
    QTest::newRow("et al and a year") << u"A Moon et al. (2023)"_s << u"A Moon"_s << QString() << 2023 << true;
    QTest::newRow("a count") << u"A Moon, B Sand 等5人"_s << u"A Moon|B Sand"_s << QString() << 0 << true;
    QTest::newRow("semicolons") << u"Ann Moon; Ben Sand; Cat Dune"_s << u"Ann Moon|Ben Sand|Cat Dune"_s << QString()
                                << 0 << false;
    QTest::newRow("Chinese") << u"张三，李四，王五"_s << u"张三|李四|王五"_s << QString() << 0 << false;
    QTest::newRow("Chinese and Latin") << u"李明, 王小红, Wei Zhang"_s << u"李明|王小红|Wei Zhang"_s << QString() << 0
                                       << false;
    QTest::newRow("Chinese with places") << u"欧阳小风、李白云等 [月亮大学; 沙子大学]"_s << u"欧阳小风|李白云"_s
                                         << u"月亮大学|沙子大学"_s << 0 << true;
    QTest::newRow("and") << u"Ann Moon and Ben Sand"_s << u"Ann Moon|Ben Sand"_s << QString() << 0 << false;
    QTest::newRow("comma and and") << u"Ann Moon, Cat Dune, and Ben Sand"_s << u"Ann Moon|Cat Dune|Ben Sand"_s
                                   << QString() << 0 << false;
    QTest::newRow("full stop") << u"Ann Moon, Ari S. Sand."_s << u"Ann Moon|Ari S. Sand"_s << QString() << 0 << false;
    QTest::newRow("initial last") << u"Moon A., Sand B."_s << u"Moon A.|Sand B."_s << QString() << 0 << false;
    QTest::newRow("empty bracket") << u"A Moon, B Sand []"_s << u"A Moon|B Sand"_s << QString() << 0 << false;
}

void PeopleTest::namesAndPlaces()
{
    QFETCH(QString, line);
    QFETCH(QString, authors);
    QFETCH(QString, places);
    QFETCH(int, year);
    QFETCH(bool, etAl);
    const auto found = authorLine(line);
    QVERIFY(found);
    QCOMPARE(found->authors.join(u'|'), authors);
    QCOMPARE(found->affiliations.join(u'|'), places);
    QCOMPARE(found->year.value_or(0), year);
    QCOMPARE(found->etAl, etAl);
}

void PeopleTest::linesThatAreNoNames_data()
{
    QTest::addColumn<QString>("line");
    for (const char *line : {"Abstract", "Introduction", "会做梦的时钟", "Models get tired, so we wind them at night.",
                             "https://arxiv.org/abs/2301.00001", "1. 第一点;", "ab",
                             "We wind 12 clocks, 3 sheep and 4 models", "高效", "方法简单，效果好", "时间，空间，万物"})
        QTest::newRow(line) << QString::fromUtf8(line);
}

void PeopleTest::linesThatAreNoNames()
{
    QFETCH(QString, line);
    QVERIFY(!authorLine(line));
}

void PeopleTest::namesAlone_data()
{
    QTest::addColumn<QString>("name");
    QTest::addColumn<bool>("is");
    for (const char *name : {"Ann Moon", "A Moon", "M d L Gorce", "Rianne van den Berg", "D B. D'Ambrosio",
                             "J Dwivedi-Yu", "R Dessì", "Khalid al-Sand", "Sam McAllister", "Ari S. Moon"})
        QTest::newRow(name) << QString::fromUtf8(name) << true;
    for (const char *name : {"ann moon", "A", "Clock 3", "ModelsEmiel Moon", "Ann (Moon)", "moon & sand",
                             "One Two Three Four Five Six Seven"})
        QTest::newRow(name) << QString::fromUtf8(name) << false;
}

void PeopleTest::namesAlone()
{
    QFETCH(QString, name);
    QFETCH(bool, is);
    QCOMPARE(isName(name, true), is);
}

void PeopleTest::placesAreSplitAtAmpersands_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<QString>("places");
    QTest::newRow("blanks") << u"Clock Lab & Sheep U"_s << u"Clock Lab|Sheep U"_s;
    QTest::newRow("one blank") << u"Clock Lab& Sheep U"_s << u"Clock Lab|Sheep U"_s;
    QTest::newRow("no blank") << u"Meadow A&M & EDF R&D"_s << u"Meadow A&M|EDF R&D"_s;
    QTest::newRow("commas") << u"Sheep U, North Coast"_s << u"Sheep U, North Coast"_s;
    QTest::newRow("full width") << u"Clock Lab＆Sheep U"_s << u"Clock Lab|Sheep U"_s;
    QTest::newRow("two blanks") << u"Clock Lab  & Sheep U"_s << u"Clock Lab|Sheep U"_s;
    QTest::newRow("Chinese") << u"时钟大学、牧羊研究院"_s << u"时钟大学|牧羊研究院"_s;
    QTest::newRow("empty") << u" & "_s << QString();
}

void PeopleTest::placesAreSplitAtAmpersands()
{
    QFETCH(QString, text);
    QFETCH(QString, places);
    QCOMPARE(splitAffiliations(text).join(u'|'), places);
}

void PeopleTest::labelledPlaces()
{
    const AuthorLine line = placesOf(u"Clock Lab & Sheep U (2023)");
    QCOMPARE(line.affiliations, QStringList({u"Clock Lab"_s, u"Sheep U"_s}));
    QCOMPARE(line.year.value_or(0), 2023);
    QCOMPARE(placesOf(u"[Clock Lab] (2024)").year.value_or(0), 2024);
    QVERIFY(!placesOf(u"Clock Lab").year);
}

void PeopleTest::linesOfPlaces_data()
{
    QTest::addColumn<QString>("line");
    QTest::addColumn<QString>("places");
    QTest::addColumn<QString>("rest");
    QTest::newRow("alone") << u"[Clock Lab & Sheep U]"_s << u"Clock Lab|Sheep U"_s << QString();
    QTest::newRow("with a link") << u"[Clock Lab] https://a.example"_s << u"Clock Lab"_s << u"https://a.example"_s;
    QTest::newRow("with a year and more") << u"[Clock Lab] (2023) 时钟的梦"_s << u"Clock Lab"_s << u"时钟的梦"_s;
    QTest::newRow("never closed") << u"[Clock Lab"_s << u"Clock Lab"_s << QString();
    QTest::newRow("round") << u"（Clock Lab）"_s << u"Clock Lab"_s << QString();
}

void PeopleTest::linesOfPlaces()
{
    QFETCH(QString, line);
    QFETCH(QString, places);
    QFETCH(QString, rest);
    const auto found = affiliationLine(line);
    QVERIFY(found);
    QCOMPARE(found->affiliations.join(u'|'), places);
    QCOMPARE(line.mid(found->length), rest);
    QVERIFY(!affiliationLine(u"Clock Lab"));
}

void PeopleTest::titleAndNamesGlued_data()
{
    QTest::addColumn<QString>("title");
    QTest::addColumn<QString>("joint");
    QTest::addColumn<QString>("names");
    QTest::newRow("no blank") << u"Clockwork Diffusion Models"_s << QString() << u"Emma Moon, Alex A. Sand"_s;
    QTest::newRow("an acronym at the end") << u"Poisoning CLIP"_s << QString() << u"Nick Moon, Ann Sand"_s;
    QTest::newRow("a blank and initials")
        << u"Open and Efficient Clock Models"_s << u" "_s << u"H Moon, T Sand, G Dune"_s;
    QTest::newRow("a blank and full names") << u"Bootstrapped Clocks"_s << u" "_s << u"Emma Moon, Alex Sand"_s;
    QTest::newRow("commas in the title") << u"Clocks, Sheep, and Fog"_s << QString() << u"Emma Moon, Alex Sand"_s;
}

void PeopleTest::titleAndNamesGlued()
{
    QFETCH(QString, title);
    QFETCH(QString, joint);
    QFETCH(QString, names);
    const QString text = title + joint + names;
    QCOMPARE(text.mid(authorsInGlued(text)), names);
    QCOMPARE(authorsInGlued(title), -1);
}

void PeopleTest::endOfNames_data()
{
    QTest::addColumn<QString>("names");
    QTest::addColumn<QString>("rest");
    QTest::newRow("sentence") << u"Ann Moon, Ari S. Sand"_s << u". 一个模型。"_s;
    QTest::newRow("bracket") << u"Ann Moon "_s << u"[Clock Lab]"_s;
    QTest::newRow("Chinese") << u"Ann Moon "_s << u"时钟的梦"_s;
    QTest::newRow("ellipsis") << u"Ann Moon"_s << u"… [Clock Lab]"_s;
    QTest::newRow("et al.") << u"Ann Moon et al."_s << u" 一个模型。"_s;
    QTest::newRow("等") << u"Ann Moon 等 "_s << u"[Clock Lab]"_s;
}

void PeopleTest::endOfNames()
{
    QFETCH(QString, names);
    QFETCH(QString, rest);
    QCOMPARE((names + rest).left(namesEnd(names + rest)), names);
}

void PeopleTest::namesBeforeChinese_data()
{
    QTest::addColumn<QString>("names");
    QTest::addColumn<QString>("rest");
    QTest::newRow("title behind") << u"Ann Moon, Ben Sand "_s << u"时钟的梦"_s;
    QTest::newRow("等") << u"Ann Moon 等"_s << QString();
    QTest::newRow("和") << u"Ann Moon 和 Ben Sand"_s << QString();
    QTest::newRow("Chinese names") << u"张三, 李四"_s << QString();
}

void PeopleTest::namesBeforeChinese()
{
    QFETCH(QString, names);
    QFETCH(QString, rest);
    QCOMPARE((names + rest).left(latinNamesEnd(names + rest)), names);
}

void PeopleTest::roundBrackets_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<bool>("is");
    QTest::newRow("at the end") << u"(Clock Lab)"_s << true;
    QTest::newRow("a year behind") << u"(Clockmakers) (2023)"_s << true;
    QTest::newRow("known by its words") << u"(University of Sheep) 用网络数羊"_s << true;
    QTest::newRow("a year") << u"(2023)"_s << false;
    QTest::newRow("a remark") << u"(Extended) and more"_s << false;
    QTest::newRow("never closed") << u"(Clock Lab"_s << false;
    QTest::newRow("small letters") << u"(see below)"_s << false;
}

void PeopleTest::roundBrackets()
{
    QFETCH(QString, text);
    QFETCH(bool, is);
    QCOMPARE(isRoundPlace(text, 0), is);
}

YAODIAN_TEST_APPLESS(PeopleTest)

} // namespace digest_people

#include "people.moc"
