#include "ui/settings/settingsfield.h"

#include <QCheckBox>
#include <QComboBox>
#include <QCoreApplication>
#include <QKeyEvent>
#include <QLineEdit>
#include <QPlainTextEdit>
#include <QSignalBlocker>
#include <QSpinBox>

namespace yaodian::ui {

using namespace Qt::StringLiterals;

namespace {

constexpr int mostPoints = 32; ///< beyond that a row of the list no longer fits its pane
constexpr int mostOfAll = 100'000;

QString saidOf(const char *source)
{
    return source ? QCoreApplication::translate("settings", source) : QString();
}

// --- controls -------------------------------------------------------------------------------------------------------

/// A wheel that rolls the page must not turn a value it happens to pass over.
template <typename Field> class Unrolled : public Field
{
public:
    using Field::Field;

protected:
    void wheelEvent(QWheelEvent *event) override { event->ignore(); }
    /// Letters and signs are the page's where no text is taken.
    [[nodiscard]] static bool isSign(const QKeyEvent &event)
    {
        const QString text = event.text();
        return !text.isEmpty() && text[0].isPrint() && !text[0].isSpace();
    }
    /// So are those that lead over the page: passing over a value must not change it.
    [[nodiscard]] static bool isMove(const QKeyEvent &event, const QList<int> &moves)
    {
        return !(event.modifiers() & Qt::AltModifier) && moves.contains(event.key());
    }
};

class ChoiceBox final : public Unrolled<QComboBox>
{
public:
    using Unrolled<QComboBox>::Unrolled;

protected:
    void keyPressEvent(QKeyEvent *event) override
    {
        const QList<int> moves{Qt::Key_Up,       Qt::Key_Down, Qt::Key_PageUp,
                               Qt::Key_PageDown, Qt::Key_Home, Qt::Key_End}; // Enter and Space unfold it
        if (isSign(*event) || isMove(*event, moves))
            event->ignore();
        else
            QComboBox::keyPressEvent(event);
    }
};

class NumberBox final : public Unrolled<QSpinBox>
{
public:
    using Unrolled<QSpinBox>::Unrolled;

protected:
    void keyPressEvent(QKeyEvent *event) override
    {
        const bool isDigit = isSign(*event) && event->text()[0].isDigit();
        const bool isPlain = !(event->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier));
        if ((isSign(*event) && !isDigit && isPlain) || isMove(*event, {Qt::Key_PageUp, Qt::Key_PageDown}))
            return event->ignore();
        if (isDigit && !specialValueText().isEmpty() && lineEdit()->text() == specialValueText())
            lineEdit()->selectAll(); // a number takes the place of words
        QSpinBox::keyPressEvent(event);
    }
};

/// One value a line; taken when the field is left, since half a line is no value yet.
class LinesBox final : public QPlainTextEdit
{
public:
    LinesBox(const SettingRow &row, Settings &settings, QWidget *parent)
        : QPlainTextEdit(parent), m_key(row.key), m_settings(settings)
    {
        setTabChangesFocus(true);
        fit();
    }

    [[nodiscard]] QStringList values() const
    {
        QStringList out;
        const QStringList lines = toPlainText().split(u'\n');
        for (const QString &line : lines)
            if (!line.trimmed().isEmpty())
                out << line.trimmed();
        return out;
    }

protected:
    void focusOutEvent(QFocusEvent *event) override
    {
        QPlainTextEdit::focusOutEvent(event);
        const QStringList values = this->values();
        if (values != m_settings.value(m_key).toStringList())
            m_settings.choose(m_key, values);
    }
    void changeEvent(QEvent *event) override
    {
        QPlainTextEdit::changeEvent(event);
        if (event->type() == QEvent::FontChange)
            fit();
    }

private:
    void fit() { setFixedHeight(fontMetrics().lineSpacing() * 3 + 24); }

    const char *m_key;
    Settings &m_settings;
};

// --- one a type -----------------------------------------------------------------------------------------------------

template <typename Box> class FieldOf : public SettingsField
{
public:
    FieldOf(const SettingRow &row, Settings &settings, Box *box) : m_row(row), m_settings(settings), m_box(box)
    {
        m_box->setObjectName(QLatin1StringView(row.key));
        m_box->setFocusPolicy(Qt::StrongFocus); // a wheel takes no focus either
    }
    [[nodiscard]] QWidget *widget() const override { return m_box; }
    void say() override { m_box->setAccessibleName(saidOf(m_row.text)); }

protected:
    const SettingRow &m_row;
    Settings &m_settings;
    Box *m_box;
};

class ChoiceField final : public FieldOf<QComboBox>
{
public:
    ChoiceField(const SettingRow &row, Settings &settings, QWidget *parent)
        : FieldOf(row, settings, new ChoiceBox(parent))
    {
        for (const QString &choice : row.choices)
            m_box->addItem(choiceText(choice), choice);
        QObject::connect(m_box, &QComboBox::activated, &settings,
                         [box = m_box, &settings, key = row.key] { settings.choose(key, box->currentData()); });
    }
    void say() override
    {
        FieldOf::say();
        for (int i = 0; i < m_box->count(); ++i)
            m_box->setItemText(i, choiceText(m_row.choices.at(i)));
    }
    void show() override { m_box->setCurrentIndex(m_box->findData(m_settings.text(m_row.key))); }
};

class FlagField final : public FieldOf<QCheckBox>
{
public:
    FlagField(const SettingRow &row, Settings &settings, QWidget *parent)
        : FieldOf(row, settings, new QCheckBox(parent))
    {
        QObject::connect(m_box, &QCheckBox::clicked, &settings,
                         [&settings, key = row.key](bool on) { settings.choose(key, on); });
    }
    void show() override { m_box->setChecked(m_settings.flag(m_row.key)); }
};

class NumberField final : public FieldOf<QSpinBox>
{
public:
    NumberField(const SettingRow &row, Settings &settings, QWidget *parent)
        : FieldOf(row, settings, new NumberBox(parent))
    {
        m_box->setRange(0, qstrcmp(row.key, "fontSize") == 0 ? mostPoints : mostOfAll);
        m_box->setKeyboardTracking(false); // 14 is not first 1
        QObject::connect(m_box, &QSpinBox::valueChanged, &settings, [box = m_box, &row, &settings](int number) {
            sayAround(*box, row); // the box may outlive this by a last change
            settings.choose(row.key, number);
        });
    }
    void say() override
    {
        FieldOf::say();
        m_box->setSpecialValueText(saidOf(m_row.unset));
        sayAround(*m_box, m_row);
    }
    void show() override
    {
        const QSignalBlocker quiet(m_box);
        m_box->setValue(m_settings.value(m_row.key).toInt());
        sayAround(*m_box, m_row);
    }

private:
    /// The words before and behind the number, which may be other ones for another number.
    static void sayAround(QSpinBox &box, const SettingRow &row)
    {
        const QString number = QString::number(box.value());
        const QString said =
            row.counted ? QCoreApplication::translate("settings", row.counted, nullptr, box.value()) : number;
        const qsizetype at = said.indexOf(number);
        box.setPrefix(said.left(at));
        box.setSuffix(said.mid(at + number.size()));
    }
};

class LineField final : public FieldOf<QLineEdit>
{
public:
    LineField(const SettingRow &row, Settings &settings, QWidget *parent)
        : FieldOf(row, settings, new QLineEdit(parent))
    {
        QObject::connect(m_box, &QLineEdit::editingFinished, &settings, [box = m_box, &settings, key = row.key] {
            if (box->text().trimmed() != settings.text(key))
                settings.choose(key, box->text().trimmed());
        });
    }
    void say() override
    {
        FieldOf::say();
        m_box->setPlaceholderText(saidOf(m_row.unset));
    }
    void show() override
    {
        if (const QString value = m_settings.text(m_row.key); value != m_box->text())
            m_box->setText(value);
    }
};

class LinesField final : public FieldOf<LinesBox>
{
public:
    LinesField(const SettingRow &row, Settings &settings, QWidget *parent)
        : FieldOf(row, settings, new LinesBox(row, settings, parent))
    {
    }
    void say() override
    {
        FieldOf::say();
        m_box->setPlaceholderText(saidOf(m_row.unset));
    }
    void show() override
    {
        // A line that was begun stays while the values are the same.
        if (const QStringList values = m_settings.value(m_row.key).toStringList(); values != m_box->values())
            m_box->setPlainText(values.join(u'\n'));
    }
};

} // namespace

// --- words ----------------------------------------------------------------------------------------------------------

const char *choiceSource(const QString &choice)
{
    static const QHash<QString, const char *> sources{
        {u"system"_s, QT_TRANSLATE_NOOP("settings", "As on the desktop")},
        {u"light"_s, QT_TRANSLATE_NOOP("settings", "Light")},
        {u"dark"_s, QT_TRANSLATE_NOOP("settings", "Dark")},
        {u"comfortable"_s, QT_TRANSLATE_NOOP("settings", "With room between the lines")},
        {u"compact"_s, QT_TRANSLATE_NOOP("settings", "Close together")},
        {u"none"_s, QT_TRANSLATE_NOOP("settings", "In reading order")},
        {u"kind"_s, QT_TRANSLATE_NOOP("settings", "By kind")},
        {u"section"_s, QT_TRANSLATE_NOOP("settings", "By section")},
    };
    return sources.value(choice, "");
}

QString choiceText(const QString &choice)
{
    if (choice == "zh_CN"_L1)
        return u"中文"_s;
    if (choice == "en"_L1)
        return u"English"_s;
    const char *source = choiceSource(choice);
    return qstrlen(source) > 0 ? saidOf(source) : choice;
}

QString numberText(const SettingRow &row, int number)
{
    if (number == 0 && row.unset)
        return saidOf(row.unset);
    return row.counted ? QCoreApplication::translate("settings", row.counted, nullptr, number)
                       : QString::number(number);
}

// --- made -----------------------------------------------------------------------------------------------------------

std::unique_ptr<SettingsField> makeSettingsField(const SettingRow &row, Settings &settings, QWidget *parent)
{
    const auto made = [&]() -> std::unique_ptr<SettingsField> {
        if (!row.choices.isEmpty())
            return std::make_unique<ChoiceField>(row, settings, parent);
        switch (row.fallback.metaType().id()) {
        case QMetaType::Bool:
            return std::make_unique<FlagField>(row, settings, parent);
        case QMetaType::Int:
            return std::make_unique<NumberField>(row, settings, parent);
        case QMetaType::QStringList:
            return std::make_unique<LinesField>(row, settings, parent);
        default:
            return std::make_unique<LineField>(row, settings, parent);
        }
    };
    auto field = made();
    field->say();
    field->show();
    return field;
}

} // namespace yaodian::ui
