#pragma once

#include "base/background.h"
#include "base/settings.h"
#include "ui/base/ask.h"
#include "ui/commands/commands.h"
#include "ui/exporting/previewpane.h"
#include "ui/exporting/templateeditor.h"
#include "ui/exporting/templatelist.h"
#include "ui/exporting/templatesaver.h"

#include <QWidget>

class QLabel;

namespace yaodian::ui {

/// The templates of the Markdown: the built-in ones and the reader's own, the text of one, and beside it what it makes
/// of a paper, anew with every key. What is typed is on the disk within a second.
class TemplatesPage final : public QWidget
{
    Q_OBJECT

public:
    TemplatesPage(library::Library &library, Settings &settings, Background &background, Ask &ask, Commands &commands,
                  Theme &theme, QWidget *parent = nullptr);
    ~TemplatesPage() override;

    /// Shows how things stand now, with that paper; null: one that has notes, else one of the tour.
    void start(library::PaperId paper);
    void takeFocus();
    void saveTyped();                      ///< returns when it is on the disk, or that was said
    [[nodiscard]] bool hasUnsaved() const; ///< after saveTyped(): it could not be saved
    [[nodiscard]] Place keyPlace() const;

Q_SIGNALS:
    void closed();
    void message(const QString &sentence);
    void failed(const QString &sentence);
    void keyPlaceChanged();
    void previewed(); ///< what is shown is of what is typed

protected:
    bool event(QEvent *event) override;
    void changeEvent(QEvent *event) override;
    void hideEvent(QHideEvent *event) override;

private:
    void build();
    void connectAll();
    void bindKeys();
    void dress();
    void texts();
    void refreshList();
    void showCurrent(); ///< the text of the current template
    void reread();      ///< what somebody else wrote into its file, unless something is typed
    void save();
    void savedAll();
    void goOnElsewhere();
    void copy();
    void choose();
    void rename();
    void remove();
    void putBack();
    void look(); ///< makes the preview anew
    void takePreview(const Result<exporting::TemplatePreview> &preview);
    void sayRemark(const exporting::TemplateRemark &remark);
    void sayState(const QString &state);
    void showVariables();
    void fillVariables();
    void stepPane(int by);
    void leave();
    [[nodiscard]] QString currentName() const;
    [[nodiscard]] exporting::Template::Groups groups() const;

    library::Library &m_library;
    Settings &m_settings;
    Background &m_background;
    Ask &m_ask;
    Commands &m_commands;
    Theme &m_theme;
    const exporting::Templates m_templates;
    library::PaperId m_paper;
    TemplateList *m_list;
    QWidget *m_middle;
    QLabel *m_name;
    QLabel *m_state;
    TemplateEditor *m_text;
    QLabel *m_remark;
    PreviewPane *m_preview;
    TemplateSaver m_saver;
    QString m_shown;   ///< the name of the template in the middle
    QString m_trouble; ///< why its text cannot be shown
    bool m_isStarted = false;
    QTimer m_soon; ///< letters typed quickly are looked at together
    std::optional<Background::Job> m_job;
    struct Removed
    {
        QString kept; ///< the path of its text
        bool wasUsed = false;
    };
    QList<Removed> m_removed;
};

} // namespace yaodian::ui
