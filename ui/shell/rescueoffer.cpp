#include "ui/shell/rescueoffer.h"

#include <QCoreApplication>
#include <QLocale>
#include <QMessageBox>
#include <QPushButton>

#include <memory>

namespace yaodian::ui {

QMessageBox *rescueQuestion(const QString &problem, const QDateTime &made)
{
    const auto say = [](const char *text) { return QCoreApplication::translate("ui::Rescue", text); };
    const QString time = QLocale().toString(made.toLocalTime(), QLocale::LongFormat);
    auto *box = new QMessageBox(QMessageBox::Warning, QStringLiteral("要点"), problem);
    box->setTextFormat(Qt::PlainText); // a folder's name is no HTML
    box->setInformativeText(
        say(QT_TRANSLATE_NOOP("ui::Rescue",
                              "There is a sound backup of %1. It can take the place of the damaged notes; "
                              "what came after it is taken over as far as it can be read, and the damaged "
                              "file is kept."))
            .arg(time));
    auto *yes =
        box->addButton(say(QT_TRANSLATE_NOOP("ui::Rescue", "Put the Backup in Its Place")), QMessageBox::AcceptRole);
    auto *no = box->addButton(say(QT_TRANSLATE_NOOP("ui::Rescue", "Leave It as It Is")), QMessageBox::RejectRole);
    box->setDefaultButton(yes);
    box->setEscapeButton(no);
    return box;
}

bool offerRescue(const QString &problem, const QDateTime &made)
{
    const std::unique_ptr<QMessageBox> box(rescueQuestion(problem, made));
    box->exec();
    return box->buttonRole(box->clickedButton()) == QMessageBox::AcceptRole;
}

} // namespace yaodian::ui
