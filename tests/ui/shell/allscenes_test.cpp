#include "tests/support/testmain.h"
#include "translations/translations.h"
#include "ui/shell/screenshots.h"

#include <QApplication>

namespace ui_allscenes_test {

using namespace yaodian;
using namespace yaodian::ui;
using namespace Qt::StringLiterals;

/// Every window, dialog and empty state can be read, where there is least room for it: a laptop at 200 %.
class AllScenesTest : public QObject
{
    Q_OBJECT

private Q_SLOTS:
    void everyScene_isReadable_data()
    {
        QTest::addColumn<QString>("language");
        QTest::addColumn<QString>("theme");
        QTest::newRow("Chinese, light") << u"zh_CN"_s << u"light"_s;
        QTest::newRow("English, dark") << u"en"_s << u"dark"_s;
    }
    void everyScene_isReadable()
    {
        QFETCH(QString, language);
        QFETCH(QString, theme);
        const Walked walked = walkScenes(*qApp, {}, {{language}, {theme}, {1120, 660}, {}, {}, {}});
        QVERIFY(walked.scenes > 60);
        QVERIFY2(walked.defects.isEmpty(), qPrintable(walked.defects.join(u'\n')));
    }
    void cleanup() { installLanguage(*qApp, u"en"_s); }
};

YAODIAN_TEST(AllScenesTest)

} // namespace ui_allscenes_test

#include "allscenes_test.moc"
