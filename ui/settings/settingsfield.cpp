#include "ui/settings/settingsfield.h"

#include <QCheckBox>
#include <QComboBox>
#include <QCoreApplication>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSpinBox>

namespace yaodian::ui {

using namespace Qt::StringLiterals;

namespace {

/// A wheel that rolls the page must not turn a value it happens to pass over.
template <typename Field> class Unrolled final : public Field
{
public:
    using Field::Field;

protected:
    void wheelEvent(QWheelEvent *event) override { event->ignore(); }
};

QWidget *choiceField(const SettingRow &row, Settings &settings, QWidget *parent)
{
    auto *field = new Unrolled<QComboBox>(parent);
    for (const QString &choice : row.choices)
        field->addItem(choiceText(choice), choice);
    field->setCurrentIndex(field->findData(settings.text(row.key)));
    QObject::connect(field, &QComboBox::activated, &settings,
                     [field, &settings, key = row.key] { settings.choose(key, field->currentData()); });
    return field;
}

QWidget *flagField(const SettingRow &row, Settings &settings, QWidget *parent)
{
    auto *field = new QCheckBox(QCoreApplication::translate("settings", row.text), parent);
    field->setChecked(settings.flag(row.key));
    QObject::connect(field, &QCheckBox::clicked, &settings,
                     [&settings, key = row.key](bool on) { settings.choose(key, on); });
    return field;
}

QWidget *numberField(const SettingRow &row, Settings &settings, QWidget *parent)
{
    auto *field = new Unrolled<QSpinBox>(parent);
    if (qstrcmp(row.key, "fontSize") == 0) {
        field->setRange(0, 32); // points: beyond that a row of the list no longer fits its pane
        field->setSpecialValueText(choiceText(u"system"_s));
    } else {
        field->setRange(0, 100'000); // what 0 means stands above it
    }
    field->setKeyboardTracking(false); // 14 is not first 1
    field->setValue(settings.value(row.key).toInt());
    QObject::connect(field, &QSpinBox::valueChanged, &settings,
                     [&settings, key = row.key](int number) { settings.choose(key, number); });
    return field;
}

QWidget *lineField(const SettingRow &row, Settings &settings, QWidget *parent)
{
    auto *field = new QLineEdit(settings.text(row.key), parent);
    QObject::connect(field, &QLineEdit::editingFinished, &settings, [field, &settings, key = row.key] {
        if (field->text().trimmed() != settings.text(key))
            settings.choose(key, field->text().trimmed());
    });
    return field;
}

/// One value a line; taken when the field is left, since half a line is no value yet.
class LinesField final : public QPlainTextEdit
{
public:
    LinesField(const SettingRow &row, Settings &settings, QWidget *parent)
        : QPlainTextEdit(settings.value(row.key).toStringList().join(u'\n'), parent), m_key(row.key),
          m_settings(settings)
    {
        setTabChangesFocus(true);
        setFixedHeight(fontMetrics().lineSpacing() * 3 + 24);
    }

protected:
    void focusOutEvent(QFocusEvent *event) override
    {
        QPlainTextEdit::focusOutEvent(event);
        QStringList values;
        for (const QString &line : toPlainText().split(u'\n'))
            if (!line.trimmed().isEmpty())
                values << line.trimmed();
        if (values != m_settings.value(m_key).toStringList())
            m_settings.choose(m_key, values);
    }

private:
    const char *m_key;
    Settings &m_settings;
};

} // namespace

QString choiceText(const QString &choice)
{
    if (choice == "system"_L1)
        return QCoreApplication::translate("settings", "As on the desktop");
    if (choice == "light"_L1)
        return QCoreApplication::translate("settings", "Light");
    if (choice == "dark"_L1)
        return QCoreApplication::translate("settings", "Dark");
    if (choice == "zh_CN"_L1)
        return u"中文"_s;
    if (choice == "en"_L1)
        return u"English"_s;
    if (choice == "comfortable"_L1)
        return QCoreApplication::translate("settings", "With room between the lines");
    if (choice == "compact"_L1)
        return QCoreApplication::translate("settings", "Close together");
    if (choice == "none"_L1)
        return QCoreApplication::translate("settings", "In reading order");
    if (choice == "kind"_L1)
        return QCoreApplication::translate("settings", "By kind");
    if (choice == "section"_L1)
        return QCoreApplication::translate("settings", "By section");
    return choice;
}

QWidget *makeSettingsField(const SettingRow &row, Settings &settings, QWidget *parent)
{
    const auto make = !row.choices.isEmpty()                                   ? choiceField
                      : row.fallback.metaType() == QMetaType::fromType<bool>() ? flagField
                      : row.fallback.metaType() == QMetaType::fromType<int>()  ? numberField
                                                                               : lineField;
    QWidget *field = row.fallback.metaType() == QMetaType::fromType<QStringList>()
                         ? new LinesField(row, settings, parent)
                         : make(row, settings, parent);
    field->setObjectName(QLatin1StringView(row.key));
    field->setAccessibleName(QCoreApplication::translate("settings", row.text));
    return field;
}

} // namespace yaodian::ui
