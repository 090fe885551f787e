#include "ui/base/ask.h"

#include <QFileDialog>
#include <QFileInfo>
#include <QGridLayout>
#include <QInputDialog>
#include <QLabel>
#include <QMessageBox>
#include <QPushButton>

namespace yaodian::ui {

namespace {

/// All windows are shown with open(): they belong to their parent and go with it, and nothing waits for them.
template <class Dialog> void show(Dialog *dialog)
{
    dialog->setAttribute(Qt::WA_DeleteOnClose);
    dialog->open();
}

/// Titles and addresses of others stand in it: they are never taken for HTML, and are not broken into a narrow column.
QMessageBox *plainBox(QWidget *parent, const QString &title, const QString &text, QMessageBox::StandardButton button)
{
    constexpr int letters = 46;
    auto *box = new QMessageBox(QMessageBox::NoIcon, title, text, button, parent);
    box->setTextFormat(Qt::PlainText);
    // Without a picture its place stays empty: what is said begins where the buttons may.
    if (auto *grid = qobject_cast<QGridLayout *>(box->layout())) {
        grid->setHorizontalSpacing(0);
        if (QLayoutItem *place = grid->itemAtPosition(0, 0); place && place->spacerItem())
            place->spacerItem()->changeSize(0, 1, QSizePolicy::Fixed, QSizePolicy::Fixed);
    }
    if (auto *label = box->findChild<QLabel *>(QStringLiteral("qt_msgbox_label"))) {
        label->setIndent(2);
        const QFontMetrics metrics = label->fontMetrics();
        label->setMinimumWidth(qMin(metrics.size(0, text).width() + 4, letters * metrics.averageCharWidth()));
    }
    return box;
}

} // namespace

void AskPerson::text(QWidget *parent, const QString &title, const QString &label, const QString &initial,
                     std::function<void(const QString &)> done)
{
    auto *dialog = new QInputDialog(parent);
    dialog->setWindowTitle(title);
    dialog->setLabelText(label.isEmpty() ? title : label);
    dialog->setTextValue(initial);
    dialog->setInputMode(QInputDialog::TextInput);
    for (auto *said : dialog->findChildren<QLabel *>())
        said->setTextFormat(Qt::PlainText);
    dialog->resize(520, dialog->sizeHint().height());
    QObject::connect(dialog, &QInputDialog::textValueSelected, dialog, std::move(done));
    show(dialog);
}

void AskPerson::confirm(QWidget *parent, const QString &question, const QString &yes, std::function<void()> done)
{
    QMessageBox *box = plainBox(parent, QString(), question, QMessageBox::Cancel);
    const QPushButton *button = box->addButton(yes, QMessageBox::AcceptRole);
    QObject::connect(button, &QPushButton::clicked, box, std::move(done));
    show(box);
}

void AskPerson::warn(QWidget *parent, const QString &question, const QString &yes, std::function<void()> done)
{
    QMessageBox *box = plainBox(parent, QString(), question, QMessageBox::Cancel);
    const QPushButton *button = box->addButton(yes, QMessageBox::DestructiveRole);
    box->setDefaultButton(QMessageBox::Cancel);
    QObject::connect(button, &QPushButton::clicked, box, std::move(done));
    show(box);
}

void AskPerson::openFiles(QWidget *parent, const QString &title, const QString &filter,
                          std::function<void(const QStringList &)> done)
{
    auto *dialog = new QFileDialog(parent, title, QString(), filter);
    dialog->setFileMode(QFileDialog::ExistingFiles);
    QObject::connect(dialog, &QFileDialog::filesSelected, dialog, std::move(done));
    show(dialog);
}

void AskPerson::folder(QWidget *parent, const QString &title, std::function<void(const QString &)> done)
{
    auto *dialog = new QFileDialog(parent, title);
    dialog->setFileMode(QFileDialog::Directory);
    dialog->setOption(QFileDialog::ShowDirsOnly);
    QObject::connect(dialog, &QFileDialog::fileSelected, dialog, std::move(done));
    show(dialog);
}

void AskPerson::saveFile(QWidget *parent, const QString &title, const QString &suggested, const QString &filter,
                         std::function<void(const QString &)> done)
{
    auto *dialog = new QFileDialog(parent, title, QString(), filter);
    dialog->setAcceptMode(QFileDialog::AcceptSave);
    dialog->selectFile(suggested);
    dialog->setDefaultSuffix(QFileInfo(suggested).suffix());
    QObject::connect(dialog, &QFileDialog::fileSelected, dialog, std::move(done));
    show(dialog);
}

void AskPerson::tell(QWidget *parent, const QString &title, const QString &text)
{
    show(plainBox(parent, title, text, QMessageBox::Ok));
}

} // namespace yaodian::ui
