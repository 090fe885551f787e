#pragma once

#include "ui/reader/feature.h"

namespace yaodian::ui {

/// Only the pages: what stands beside them and the window's status line go, the page keeps its size and comes to the
/// middle. What would be said in the status line floats over the pages.
class FocusMode final : public QObject, public ReaderFeature
{
    Q_OBJECT

public:
    explicit FocusMode(const ReaderContext &context);

    void setDocument(pdf::Document *document) override;
    bool stepBack() override;

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;

private:
    void setOn(bool on);
    void keepSize();
    void say(const QString &sentence);

    ReaderContext m_context;
    bool m_on = false;
    QList<QWidget *> m_hidden; ///< to be shown again
    Fit m_fit = Fit::Width;
    double m_scale = 1;
};

} // namespace yaodian::ui
