#include "ui/shell/absence.h"

#include <QCoreApplication>
#include <QMessageBox>
#include <QPushButton>

#include <memory>

namespace yaodian::ui {

QMessageBox *absenceQuestion(const QString &problem, bool mayBegin)
{
    const auto say = [](const char *text) { return QCoreApplication::translate("ui::Absence", text); };
    auto *box = new QMessageBox(QMessageBox::Warning, QStringLiteral("要点"), problem);
    box->setTextFormat(Qt::PlainText); // a folder's name is no HTML
    auto *again = box->addButton(say(QT_TRANSLATE_NOOP("ui::Absence", "Try Again")), QMessageBox::AcceptRole);
    if (mayBegin)
        box->addButton(say(QT_TRANSLATE_NOOP("ui::Absence", "Begin a New Library There")), QMessageBox::ActionRole);
    auto *leave = box->addButton(say(QT_TRANSLATE_NOOP("ui::Absence", "Quit")), QMessageBox::RejectRole);
    box->setDefaultButton(again);
    box->setEscapeButton(leave);
    return box;
}

OnAbsence askOnAbsence(const QString &problem, bool mayBegin)
{
    const std::unique_ptr<QMessageBox> box(absenceQuestion(problem, mayBegin));
    box->exec();
    switch (box->buttonRole(box->clickedButton())) {
    case QMessageBox::AcceptRole:
        return OnAbsence::Again;
    case QMessageBox::ActionRole:
        return OnAbsence::Begin;
    default:
        return OnAbsence::Leave;
    }
}

} // namespace yaodian::ui
