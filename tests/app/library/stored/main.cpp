// The writer alone, for a version of the library that is not this one (see ../../../fixtures/libraries/README.md).
#include "write.h"

#include <QCoreApplication>

int main(int argc, char *argv[])
{
    const QCoreApplication app(argc, argv);
    const QStringList words = QCoreApplication::arguments().mid(1);
    const bool killed = words.contains(QStringLiteral("killed"));
    if (words.value(0) == QStringLiteral("--fill"))
        return yaodian::tests::fillLibrary(words.value(1), killed);
    if (words.value(0) == QStringLiteral("--write"))
        return yaodian::tests::storeLibrary(words.value(1), killed ? QStringLiteral("-killed") : words.value(2),
                                            killed);
    return 1;
}
