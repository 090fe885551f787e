#include "ui/marks/kindform.h"

#include "notes/notes.h"
#include "ui/base/ink.h"
#include "ui/commands/inputmethod.h"
#include "ui/commands/withkeys.h"
#include "ui/marks/choicerow.h"
#include "ui/marks/kindadvice.h"
#include "ui/marks/kindsample.h"
#include "ui/notes/kindname.h"

#include <QEvent>
#include <QFontInfo>
#include <QKeyEvent>
#include <QLabel>
#include <QLineEdit>
#include <QPainter>
#include <QVBoxLayout>

namespace yaodian::ui {

using namespace Qt::StringLiterals;

/// A field that holds the letter that was pressed last.
class LetterField final : public QLineEdit
{
public:
    explicit LetterField(QWidget *parent) : QLineEdit(parent)
    {
        setReadOnly(true);
        keepInputMethodOff(this); // a letter is a key here
    }

protected:
    void keyPressEvent(QKeyEvent *event) override
    {
        const QString typed = event->text();
        const bool plain = !(event->modifiers() & (Qt::ControlModifier | Qt::AltModifier | Qt::MetaModifier));
        if (!plain || typed.size() != 1 || !typed.front().isLetter())
            return QLineEdit::keyPressEvent(event);
        setText(typed.toLower());
        Q_EMIT textEdited(text());
    }
};

/// Light and dark paper beside each other, whatever look the window has.
class KindForm::Preview final : public QWidget
{
public:
    Preview(const Theme &theme, QWidget *parent) : QWidget(parent), m_theme(theme) {}
    void setKind(const library::Kind &kind)
    {
        m_kind = kind;
        update();
    }
    QSize sizeHint() const override
    {
        const double unit = QFontInfo(m_theme.font()).pixelSize() / 14.0;
        return {int(420 * unit), int(54 * unit)};
    }

protected:
    void paintEvent(QPaintEvent *event) override
    {
        Q_UNUSED(event)
        QPainter painter(this);
        const double half = (width() - 12) / 2.0;
        const QString words = KindForm::tr("as in the reader");
        paintKindSample(painter, {0, 0, half, double(height())}, m_kind, words, m_theme, false);
        paintKindSample(painter, {half + 12, 0, half, double(height())}, m_kind, words, m_theme, true);
    }

private:
    const Theme &m_theme;
    library::Kind m_kind;
};

KindForm::KindForm(const Commands &commands, Theme &theme, QWidget *parent)
    : QWidget(parent), m_commands(commands), m_theme(theme)
{
    build();
    connect(&theme, &Theme::changed, this, &KindForm::dress);
    dress();
    texts();
}

QLabel *KindForm::addField(QVBoxLayout *column, QWidget *field)
{
    auto *name = new QLabel(this);
    name->setTextFormat(Qt::PlainText);
    name->setBuddy(field);
    m_labels << name;
    column->addWidget(name);
    column->addWidget(field, 0, Qt::AlignLeft);
    return name;
}

void KindForm::build()
{
    m_nameZh = new QLineEdit(this);
    m_nameEn = new QLineEdit(this);
    m_letter = new LetterField(this);
    m_colour = new QLineEdit(this);
    m_colours = new ChoiceRow(
        m_theme, kindColours(),
        [](QPainter &painter, const QRectF &cell, const QString &colour) {
            painter.setPen(Qt::NoPen);
            painter.setBrush(QColor::fromString(colour));
            painter.drawRoundedRect(cell, 4, 4);
        },
        this);
    m_patterns = new ChoiceRow(
        m_theme, notes::kindPatterns(),
        [this](QPainter &painter, const QRectF &cell, const QString &pattern) {
            library::Kind like = kind();
            like.pattern = pattern;
            paintKindSample(painter, cell, like, tr("Abc"), m_theme, m_theme.colours().dark);
        },
        this);
    m_patterns->setCell({54, 34});
    m_patterns->setNames(&patternName);
    m_preview = new Preview(m_theme, this);
    m_head = new QLabel(this);
    m_trouble = new QLabel(this);
    m_advice = new QLabel(this);
    m_keys = new QLabel(this);
    auto *column = new QVBoxLayout(this);
    column->addWidget(m_head);
    for (QWidget *field :
         std::initializer_list<QWidget *>{m_nameZh, m_nameEn, m_letter, m_colours, m_colour, m_patterns, m_preview})
        addField(column, field);
    for (QLabel *said : {m_trouble, m_advice, m_keys}) {
        said->setTextFormat(Qt::PlainText);
        said->setWordWrap(true);
        column->addWidget(said);
    }
    column->addStretch(1);
    m_nameZh->setObjectName(u"kindNameZh"_s);
    m_nameEn->setObjectName(u"kindNameEn"_s);
    m_letter->setObjectName(u"kindLetter"_s);
    m_colour->setObjectName(u"kindColour"_s);
    m_colours->setObjectName(u"kindColours"_s);
    m_patterns->setObjectName(u"kindPatterns"_s);
    m_trouble->setObjectName(u"kindTrouble"_s);
    m_advice->setObjectName(u"kindAdvice"_s);
    QWidget *before = nullptr;
    for (QWidget *field :
         std::initializer_list<QWidget *>{m_nameZh, m_nameEn, m_letter, m_colours, m_colour, m_patterns}) {
        field->installEventFilter(this);
        if (before)
            setTabOrder(before, field);
        before = field;
    }
    for (QLineEdit *field : std::initializer_list<QLineEdit *>{m_nameZh, m_nameEn, m_letter})
        connect(field, &QLineEdit::textEdited, this, &KindForm::refresh);
    connect(m_colour, &QLineEdit::textEdited, this, [this](const QString &colour) {
        m_colours->setChosen(colour.trimmed().toLower());
        refresh();
    });
    connect(m_colours, &ChoiceRow::changed, this, [this](const QString &colour) {
        m_colour->setText(colour);
        refresh();
    });
    connect(m_patterns, &ChoiceRow::changed, this, &KindForm::refresh);
}

void KindForm::dress()
{
    const Colours &c = m_theme.colours();
    const double unit = QFontInfo(m_theme.font()).pixelSize() / 14.0;
    const auto dressed = [&](QLabel *label, double size, int weight, const QColor &colour, int above) {
        label->setFont(m_theme.font(size / 14, weight));
        label->setContentsMargins(0, qRound(above * unit), 0, 0);
        setInk(label, colour);
    };
    dressed(m_head, 21, QFont::DemiBold, c.ink, 0);
    for (QLabel *label : std::as_const(m_labels))
        dressed(label, 13, QFont::Normal, c.soft, 10);
    dressed(m_trouble, 13.5, QFont::Medium, c.dark ? QColor(0xee9f98) : QColor(0xa3322b), 8);
    dressed(m_advice, 13, QFont::Normal, c.soft, 4);
    dressed(m_keys, 12.5, QFont::Normal, c.faint, 10);
    for (QLineEdit *field : std::initializer_list<QLineEdit *>{m_nameZh, m_nameEn}) {
        field->setFont(m_theme.font());
        field->setFixedWidth(qRound(260 * unit));
    }
    m_letter->setFont(m_theme.font());
    m_letter->setFixedWidth(qRound(60 * unit));
    m_colour->setFont(m_theme.font());
    m_colour->setFixedWidth(qRound(120 * unit));
    m_preview->setFixedSize(m_preview->sizeHint());
    layout()->setSpacing(qRound(4 * unit));
    layout()->setContentsMargins(qRound(40 * unit), qRound(30 * unit), qRound(40 * unit), qRound(24 * unit));
}

void KindForm::texts()
{
    const QStringList names{tr("Chinese name"),
                            tr("English name"),
                            withKeys(m_commands, tr("Letter, pressed after {select.highlight}")),
                            tr("Colour"),
                            tr("Colour, as #rrggbb"),
                            tr("Pattern, for those who cannot tell colours apart"),
                            tr("On paper")};
    for (qsizetype i = 0; i < m_labels.size(); ++i) {
        m_labels[i]->setText(names[i]);
        m_labels[i]->buddy()->setAccessibleName(names[i]);
    }
    m_keys->setText(tr("Enter keeps it · Esc leaves it as it was"));
    refresh();
}

void KindForm::showKind(const library::Kind &kind, const QList<library::Kind> &kinds)
{
    m_shown = kind;
    m_kinds = kinds;
    m_nameZh->setText(kind.nameZh);
    m_nameEn->setText(kind.nameEn);
    m_letter->setText(kind.letter);
    m_colour->setText(kind.colour);
    m_colours->setChosen(kind.colour);
    m_patterns->setChosen(kind.pattern);
    refresh();
}

library::Kind KindForm::kind() const
{
    return {m_shown.key, m_letter->text(), m_nameZh->text(), m_nameEn->text(), m_colour->text(), m_patterns->chosen()};
}

bool KindForm::isChanged() const
{
    const library::Kind now = kind();
    return std::tie(now.letter, now.nameZh, now.nameEn, now.colour, now.pattern) !=
           std::tie(m_shown.letter, m_shown.nameZh, m_shown.nameEn, m_shown.colour, m_shown.pattern);
}

void KindForm::takeFocus()
{
    QLineEdit *first = QLocale().language() == QLocale::Chinese ? m_nameZh : m_nameEn;
    first->setFocus();
    first->selectAll();
}

void KindForm::sayTrouble(const QString &sentence)
{
    m_trouble->setText(sentence);
    m_trouble->setVisible(!sentence.isEmpty());
}

/// What is wrong with it is said while it is typed, but for what has not been filled in yet.
void KindForm::refresh()
{
    const library::Kind now = kind();
    m_head->setText(m_shown.key.isEmpty() ? tr("New kind") : kindName(m_shown));
    m_preview->setKind(now);
    m_patterns->update();
    const QStringList advice = kindAdvice(m_kinds, now);
    m_advice->setText(advice.join(u'\n'));
    m_advice->setVisible(!advice.isEmpty());
    const bool filled = !now.letter.isEmpty() && !(now.nameZh + now.nameEn).trimmed().isEmpty();
    const auto checked = notes::checkedKind(m_kinds, now);
    sayTrouble(filled && isChanged() && !checked ? checked.error().message : QString());
}

bool KindForm::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::KeyPress) {
        const int key = static_cast<QKeyEvent *>(event)->key();
        if (key == Qt::Key_Return || key == Qt::Key_Enter) {
            Q_EMIT wanted(kind());
            return true;
        }
        if (key == Qt::Key_Escape) {
            Q_EMIT left();
            return true;
        }
        if (key == Qt::Key_Up || key == Qt::Key_Down) {
            focusNextPrevChild(key == Qt::Key_Down);
            return true;
        }
    }
    return QWidget::eventFilter(watched, event);
}

void KindForm::changeEvent(QEvent *event)
{
    QWidget::changeEvent(event);
    if (event->type() == QEvent::LanguageChange)
        texts();
}

} // namespace yaodian::ui
