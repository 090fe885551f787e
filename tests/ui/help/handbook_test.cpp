#include "ui/help/handbook.h"

#include "tests/support/testmain.h"
#include "translations/translations.h"
#include "ui/commands/commands.h"
#include "ui/help/handbooklists.h"
#include "ui/help/helptext.h"

#include <QDir>
#include <QFile>
#include <QImageReader>
#include <QRegularExpression>
#include <QXmlStreamReader>

namespace ui_handbook_test {

using namespace yaodian;
using namespace yaodian::ui;
using namespace Qt::StringLiterals;

const QString top = QStringLiteral(YAODIAN_HANDBOOK);

Handbook inRepository(const QString &language)
{
    return Handbook::from(top + u'/' + language);
}

QStringList namesOf(const Handbook &book)
{
    QStringList names;
    for (const Chapter &chapter : book.chapters())
        names << chapter.file;
    return names;
}

/// The marks of its headings, in their order.
QStringList headingsOf(const QString &text)
{
    static const QRegularExpression heading(u"^(#+) "_s, QRegularExpression::MultilineOption);
    QStringList found;
    for (auto match = heading.globalMatch(text); match.hasNext();)
        found << match.next().captured(1);
    return found;
}

/// What the program says in this language, with the widths of marks as the handbook's search has them.
QStringList sentencesOf(const QString &language)
{
    QFile file(top + u"/../../translations/yaodian_zh_CN.ts"_s);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("no translations");
    QStringList found;
    for (QXmlStreamReader xml(&file); !xml.atEnd(); xml.readNext())
        if (xml.isStartElement() && xml.name() == (language == u"en"_s ? u"source" : u"translation"))
            found << foldedWidths(xml.readElementText(QXmlStreamReader::IncludeChildElements));
    return found;
}

/// Whether a sentence has all of this, "…" standing for what differs.
bool isPartOf(const QString &sentence, const QString &cell)
{
    qsizetype at = 0;
    for (const QString &piece : foldedWidths(cell).split(u'…', Qt::SkipEmptyParts)) {
        const qsizetype found = sentence.indexOf(piece.trimmed(), at);
        if (found < 0)
            return false;
        at = found + piece.trimmed().size();
    }
    return true;
}

/// The first column of the tables of a chapter, without their heads.
QStringList firstCellsOf(const QString &text)
{
    static const QRegularExpression row(u"^\\| *([^|]*[^| ]) *\\|(?!-)"_s, QRegularExpression::MultilineOption);
    static const QRegularExpression head(u"^\\|[^\n]*\\|\n(?=\\|-)"_s, QRegularExpression::MultilineOption);
    QStringList cells;
    for (auto match = row.globalMatch(QString(text).remove(head)); match.hasNext();)
        if (const QString cell = match.next().captured(1); !cell.startsWith(u'-'))
            cells << cell;
    return cells;
}

QStringList linksOf(const QString &text)
{
    static const QRegularExpression link(u"\\]\\(([^)]+)\\)"_s);
    static const QRegularExpression code(u"```.*?```|`[^`\n]*`"_s, QRegularExpression::DotMatchesEverythingOption);
    QStringList found;
    for (auto match = link.globalMatch(QString(text).remove(code)); match.hasNext();)
        found << match.next().captured(1);
    return found;
}

/// Whether a command is called so somewhere: all of a sequence, or what comes before a digit or letter.
bool isKeyOf(const Command &command, const QString &key)
{
    return std::any_of(command.keys.cbegin(), command.keys.cend(), [&key](const QString &sequence) {
        const qsizetype last = sequence.lastIndexOf(u' ');
        const bool open = sequence.endsWith(u'#') || sequence.endsWith(u'@');
        return keysText(sequence) == key || (open && keysText(sequence.left(std::max<qsizetype>(0, last))) == key);
    });
}

class HandbookTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void cleanup() { installLanguage(*qApp, u"en"_s); }

    void bothLanguages_haveTheSameChapters_withTheSameHeadings()
    {
        const Handbook zh = inRepository(u"zh"_s), en = inRepository(u"en"_s);
        QVERIFY(zh.chapters().size() >= 16);
        QCOMPARE(namesOf(zh), namesOf(en));
        for (int i = 0; i < zh.chapters().size(); ++i) {
            const QStringList one = headingsOf(zh.chapters()[i].text), other = headingsOf(en.chapters()[i].text);
            QVERIFY2(one == other,
                     qPrintable(zh.chapters()[i].file + u": "_s + one.join(u' ') + u" / "_s + other.join(u' ')));
        }
    }

    void theMessagesOfTrouble_areWordsThatAreShown()
    {
        for (const QString &language : {u"zh"_s, u"en"_s}) {
            const Handbook book = inRepository(language);
            const QStringList sentences = sentencesOf(language);
            const QStringList cells = firstCellsOf(book.chapters()[book.indexOf(u"trouble.md"_s)].text);
            QVERIFY2(cells.size() >= 16, qPrintable(cells.join(u'\n')));
            for (const QString &cell : cells)
                QVERIFY2(std::any_of(sentences.cbegin(), sentences.cend(),
                                     [&cell](const QString &sentence) { return isPartOf(sentence, cell); }),
                         qPrintable(cell));
        }
    }

    void theIndex_namesEveryChapter_thatThereIs()
    {
        for (const QString &language : {u"zh"_s, u"en"_s}) {
            const Handbook book = inRepository(language);
            QCOMPARE(book.missing(), QStringList());
            QStringList files = QDir(book.folder()).entryList({u"*.md"_s}, QDir::Files);
            files.removeAll(u"README.md"_s);
            QStringList named = namesOf(book);
            named.sort();
            files.sort();
            QCOMPARE(named, files);
            QFile index(book.folder() + u"/README.md"_s);
            QVERIFY(index.open(QIODevice::ReadOnly));
            const QString text = QString::fromUtf8(index.readAll());
            for (const Chapter &chapter : book.chapters())
                QVERIFY2(text.contains(u"[%1](%2)"_s.arg(chapter.title, chapter.file)), qPrintable(chapter.title));
        }
    }

    void links_andPictures_leadSomewhere_andNoPictureIsLeftOver()
    {
        qint64 bytes = 0;
        for (const QString &language : {u"zh"_s, u"en"_s}) {
            const Handbook book = inRepository(language);
            QStringList shown;
            for (const Chapter &chapter : book.chapters()) {
                for (const QString &link : linksOf(chapter.text)) {
                    const QString where = chapter.file + u": "_s + link;
                    QVERIFY2(QFile::exists(book.folder() + u'/' + link), qPrintable(where));
                    QVERIFY2(link.endsWith(u".md"_s) ? book.indexOf(link) >= 0
                                                     : QImageReader(book.folder() + u'/' + link).canRead(),
                             qPrintable(where));
                    if (link.endsWith(u".png"_s))
                        shown << link.section(u'/', -1);
                }
            }
            QDir pictures(top + u"/images/"_s + language);
            QStringList there = pictures.entryList(QDir::Files, QDir::Name);
            shown.removeDuplicates();
            shown.sort();
            QCOMPARE(there, shown);
            QVERIFY(there.size() >= 10);
            for (const QString &name : there)
                bytes += QFileInfo(pictures.filePath(name)).size();
        }
        QVERIFY2(bytes < 2'500'000, qPrintable(QString::number(bytes)));
    }

    /// A command that was renamed or has another key by now is found here.
    void keys_inSentences_areThoseOfTheTable()
    {
        for (const QString &language : {u"zh"_s, u"en"_s}) {
            int seen = 0;
            const Handbook book = inRepository(language);
            for (const Chapter &chapter : book.chapters()) {
                for (const SpokenKey &spoken : spokenKeys(chapter.text)) {
                    const Command *command = commandById(spoken.command);
                    const QString where = chapter.file + u": "_s + spoken.key + u" "_s + spoken.command;
                    QVERIFY2(command && isKeyOf(*command, spoken.key), qPrintable(where));
                    ++seen;
                }
            }
            QVERIFY(seen > 100);
        }
    }

    void lists_areUpToDate()
    {
        for (const auto &[folder, language] : {std::pair(u"zh"_s, u"zh_CN"_s), std::pair(u"en"_s, u"en"_s)}) {
            installLanguage(*qApp, language);
            const Handbook book = inRepository(folder);
            for (const Chapter &chapter : book.chapters())
                QVERIFY2(withLists(chapter.text) == chapter.text,
                         qPrintable(u"docs/handbook/%1/%2 is not up to date. Make it anew: cmake --build --preset dev "
                                    "--target update_handbook"_s.arg(folder, chapter.file)));
        }
    }

    void theProgram_carriesAllOfIt()
    {
        for (const QString &language : {u"zh"_s, u"en"_s}) {
            const Handbook carried = Handbook::in(language), book = inRepository(language);
            QCOMPARE(namesOf(carried), namesOf(book));
            for (int i = 0; i < book.chapters().size(); ++i)
                QCOMPARE(carried.chapters()[i].text, book.chapters()[i].text);
            for (const QString &name : QDir(top + u"/images/"_s + language).entryList(QDir::Files))
                QVERIFY2(QFile::exists(carried.folder() + u"/../images/"_s + language + u'/' + name), qPrintable(name));
        }
        QVERIFY(Handbook::in(u"fr"_s).chapters().isEmpty());
    }

    void keysOfAPlace_standInTheList_withTheirWildcards()
    {
        installLanguage(*qApp, u"en"_s);
        const QString list = withLists(u"a\n<!-- list: keys -->\nzzold\n<!-- end -->\nb"_s);
        QVERIFY2(list.contains(u"## List\n"_s) && list.contains(u"| `j` `Down` | Next entry |"_s), qPrintable(list));
        QVERIFY(list.contains(u"`ha…z`"_s));
        QVERIFY(list.contains(u"`\\|`"_s)); // in a table
        QVERIFY(list.startsWith(u"a\n<!-- list: keys -->\n"_s) && list.endsWith(u"\n<!-- end -->\nb"_s));
        QVERIFY(!list.contains(u"zzold"_s));
    }

    void chosenKeys_areSaid_andACommandWithoutOne_byItsName()
    {
        Commands commands;
        const QString text = u"`j`<!--list.next--> and `k`<!-- list.previous --> and `x`"_s;
        QCOMPARE(withChosenKeys(text, commands), u"`j` and `k` and `x`"_s);
        KeyMap map;
        QVERIFY(map.choose(*commandById(u"list.next"_s), {u"Ctrl+J"_s}).ok());
        QVERIFY(map.choose(*commandById(u"list.previous"_s), {}).ok());
        commands.setKeyMap(map);
        QCOMPARE(withChosenKeys(text, commands), u"`Ctrl+J` and “Previous entry” and `x`"_s);
        QCOMPARE(withoutListMarks(u"a\n<!-- list: keys -->\nb `<!-- c -->`"_s), u"a\nb `<!-- c -->`"_s);
    }
};

YAODIAN_TEST_GUILESS(HandbookTest)

} // namespace ui_handbook_test

#include "handbook_test.moc"
