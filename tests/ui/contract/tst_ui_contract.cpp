// SPDX-License-Identifier: GPL-3.0-or-later
// What every place of the window must keep (UI.md section 13), on a real case with a tied passage, in every look it may have: light
// and dark, at twice the text size, from right to left, and in a language whose words are a third longer. CASEWARD_PICTURES names
// a folder for pictures of all of them.
#include "tests/ui/lock/sitting.h"
#include "tests/ui/support/stallwatch.h"
#include "ui/shell/actionregistry.h"
#include "ui/shell/mainwindow.h"

#include <QDir>
#include <QLabel>
#include <QPushButton>
#include <QTranslator>

using namespace caseward;
using namespace caseward::tests;
using namespace caseward::ui;
using namespace caseward::uitest;

namespace {

constexpr std::array places = {"queue", "screening", "review", "matrix", "timeline", "decision", "supervision", "exchange", "audit", "people"};

// Every text that the program has for translation, with accents, a third longer and between brackets: what comes out without them
// cannot be translated.
class LongerLanguage final : public QTranslator {
public:
    [[nodiscard]] bool isEmpty() const override { return false; }
    [[nodiscard]] QString translate(const char *, const char *source, const char *, int) const override
    {
        QString words = QString::fromUtf8(source);
        const qsizetype longer = words.size() / 3;
        words.replace(u'a', QChar(0xe4)).replace(u'e', QChar(0xe9)).replace(u'o', QChar(0xf6)).replace(u'u', QChar(0xfc));
        return opening + words + QString(longer, u'~') + closing;
    }
    static constexpr QChar opening{0x27e6}, closing{0x27e7};
};

// Words a person reads on what they press or type into, that did not come through the translation.
QStringList untranslated(QWidget *screen)
{
    QStringList found;
    for (QWidget *widget : screen->findChildren<QWidget *>()) {
        if (!widget->isVisible())
            continue;
        QStringList words{widget->accessibleName()};
        if (const auto *button = qobject_cast<QAbstractButton *>(widget))
            words << button->text();
        if (const auto *line = qobject_cast<QLineEdit *>(widget))
            words << line->placeholderText();
        for (const QString &one : std::as_const(words)) {
            const bool isData = one.contains(QLatin1String(markerCase)) || one.contains(QLatin1String(markerTitle)) || one.contains(QLatin1String(markerText)) || one.contains(QLatin1String("A. Rivera"));
            const bool hasWord = std::ranges::count_if(one, [](QChar c) { return c.isLower(); }) > 2;
            if (hasWord && !isData && !one.contains(LongerLanguage::opening))
                found << widget->objectName() + QStringLiteral(": ") + one;
        }
    }
    return found;
}

} // namespace

class TestUiContract : public QObject, private Sitting {
    Q_OBJECT

    struct Look { const char *name; Theme::Scheme scheme; int percent; Qt::LayoutDirection direction; bool longer; };
    static constexpr std::array looks = {
        Look{"light", Theme::Scheme::Light, 100, Qt::LeftToRight, false}, Look{"dark", Theme::Scheme::Dark, 100, Qt::LeftToRight, false},
        Look{"200", Theme::Scheme::Light, 200, Qt::LeftToRight, false},   Look{"righttoleft", Theme::Scheme::Light, 100, Qt::RightToLeft, false},
        Look{"longer", Theme::Scheme::Light, 100, Qt::LeftToRight, true},
    };

    void picture(const QString &name)
    {
        const QString folder = qEnvironmentVariable("CASEWARD_PICTURES");
        if (!folder.isEmpty() && QDir().mkpath(folder))
            window().grab().save(folder + u'/' + name + QStringLiteral(".png"));
    }

private slots:
    void everyPlace_data()
    {
        QTest::addColumn<int>("look");
        for (std::size_t look = 0; look < looks.size(); ++look)
            QTest::newRow(looks[look].name) << static_cast<int>(look);
    }
    void everyPlace()
    {
        QFETCH(const int, look);
        const Look &how = looks[static_cast<std::size_t>(look)];
        LongerLanguage longer;
        if (how.longer)
            QCoreApplication::installTranslator(&longer);
        QGuiApplication::setLayoutDirection(how.direction);
        start();
        station->theme().setScheme(how.scheme);
        window().setTextPercent(how.percent);
        // Twice the text needs more room than the least window has; it is the room of an ordinary screen.
        window().resize(how.percent > 100 ? QSize(1920, 1080) : QSize(1366, 768));
        openTheCase();
        QStringList wrong;
        for (const char *place : places) {
            window().go(QLatin1String(place));
            QTRY_VERIFY(idle());
            QTest::qWait(50);
            const QString here = QLatin1String(place) + QStringLiteral(": ");
            for (const QString &one : namelessWidgets(&window()) + clippedWords(&window()) + weakContrast(&window()) + missingBanners(QStringLiteral("CUI//PRVCY")))
                wrong << here + one;
            for (const QString &one : how.longer ? untranslated(&window()) : QStringList())
                wrong << here + one;
            picture(QLatin1String(how.name) + u'-' + QLatin1String(place));
            for (const QString &one : unreachableByTab(&window()))
                wrong << here + one;
        }
        // A part of the timeline that only its command shows.
        window().go(QStringLiteral("timeline"));
        window().registry()->trigger(QStringLiteral("timeline.proceedings.show"));
        QTRY_VERIFY(idle());
        QTest::qWait(50);
        for (const QString &one : namelessWidgets(&window()) + clippedWords(&window()) + weakContrast(&window()) + (how.longer ? untranslated(&window()) : QStringList()) + unreachableByTab(&window()))
            wrong << QStringLiteral("proceedings: ") + one;
        picture(QLatin1String(how.name) + QStringLiteral("-proceedings"));
        // A form inside a step, which only a command unfolds.
        window().go(QStringLiteral("decision"));
        window().registry()->trigger(QStringLiteral("decision.addAllegation"));
        QTRY_VERIFY(idle());
        QTest::qWait(50);
        for (const QString &one : namelessWidgets(&window()) + clippedWords(&window()) + weakContrast(&window()))
            wrong << QStringLiteral("statement: ") + one;
        for (const QString &one : how.longer ? untranslated(&window()) : QStringList())
            wrong << QStringLiteral("statement: ") + one;
        picture(QLatin1String(how.name) + QStringLiteral("-statement"));
        station.reset();
        QGuiApplication::setLayoutDirection(Qt::LeftToRight);
        for (const QString &one : std::as_const(wrong)) // one by one: Qt Test cuts long messages
            qWarning("%s", qPrintable(one));
        QCOMPARE(wrong.size(), 0);
    }
};

WINDOW_TEST_MAIN(TestUiContract)
#include "tst_ui_contract.moc"
