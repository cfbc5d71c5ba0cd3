// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/widgets/guitest.h"
#include "widgets/common/icons.h"
#include "widgets/common/statusglyph.h"
#include "widgets/common/theme.h"

#include <QDirIterator>
#include <QFile>
#include <QImage>
#include <QJsonDocument>
#include <QJsonObject>
#include <QLabel>
#include <QPainter>
#include <QSet>

#include <cmath>

using namespace millrace;
using namespace Qt::StringLiterals;

namespace {

double channel(double value)
{
    return value <= 0.03928 ? value / 12.92 : std::pow((value + 0.055) / 1.055, 2.4);
}

double luminance(const QColor& color)
{
    return 0.2126 * channel(color.redF()) + 0.7152 * channel(color.greenF()) + 0.0722 * channel(color.blueF());
}

/// The ratio of WCAG 2.
double contrast(const QColor& a, const QColor& b)
{
    const double first = luminance(a);
    const double second = luminance(b);
    return (std::max(first, second) + 0.05) / (std::min(first, second) + 0.05);
}

const std::vector<Token>& ordinaryGrounds()
{
    static const std::vector<Token> grounds = {Token::Surface, Token::SurfaceChrome, Token::SurfaceRaised, Token::Hover,
        Token::Select, Token::SelectIdle, Token::Current};
    return grounds;
}

QByteArray themeFile(const char* name)
{
    QFile file(QStringLiteral(":/millrace/themes/%1.json").arg(QLatin1StringView(name)));
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

QByteArray changed(const std::function<void(QJsonObject&)>& change)
{
    QJsonObject root = QJsonDocument::fromJson(themeFile("light")).object();
    change(root);
    return QJsonDocument(root).toJson();
}

} // namespace

class ThemeTest : public QObject {
    Q_OBJECT

private Q_SLOTS:

    void initTestCase() { applyTheme(*qApp, {.mode = ThemeMode::Light}); }

    void everyTokenHasAnIdOfItsOwn()
    {
        QSet<QString> ids;
        for (size_t i = 0; i < tokenCount; ++i) {
            const auto token = static_cast<Token>(i);
            ids.insert(toId(token));
            QCOMPARE(tokenFromId(toId(token)), std::optional(token));
        }
        QCOMPARE(ids.size(), static_cast<qsizetype>(tokenCount));
        QVERIFY(!tokenFromId("no-such-token"_L1));
    }

    void parse_data()
    {
        QTest::addColumn<QByteArray>("json");
        QTest::addColumn<bool>("fine");
        QTest::newRow("light") << themeFile("light") << true;
        QTest::newRow("dark") << themeFile("dark") << true;
        QTest::newRow("high contrast") << themeFile("high-contrast") << true;
        QTest::newRow("empty") << QByteArray() << false;
        QTest::newRow("cut") << themeFile("light").left(400) << false;
        QTest::newRow("array") << QByteArray("[]") << false;
        QTest::newRow("unknown id") << changed([](QJsonObject& root) { root["id"_L1] = u"sepia"_s; }) << false;
        QTest::newRow("missing colour") << changed([](QJsonObject& root) {
            QJsonObject colors = root["colors"_L1].toObject();
            colors.remove("accent"_L1);
            root["colors"_L1] = colors;
        }) << false;
        QTest::newRow("no colour") << changed([](QJsonObject& root) {
            QJsonObject colors = root["colors"_L1].toObject();
            colors["accent"_L1] = u"#12"_s;
            root["colors"_L1] = colors;
        }) << false;
        QTest::newRow("unknown token") << changed([](QJsonObject& root) {
            QJsonObject colors = root["colors"_L1].toObject();
            colors["acent"_L1] = u"#123456"_s;
            root["colors"_L1] = colors;
        }) << false;
    }

    void parse()
    {
        QFETCH(QByteArray, json);
        QFETCH(bool, fine);
        const Result<Theme> theme = Theme::fromJson(json);
        QCOMPARE(theme.has_value(), fine);
        if (!theme) {
            QVERIFY(!theme.error().message.isEmpty());
        }
    }

    void contrast_data()
    {
        QTest::addColumn<ThemeId>("id");
        QTest::newRow("light") << ThemeId::Light;
        QTest::newRow("dark") << ThemeId::Dark;
        QTest::newRow("high contrast") << ThemeId::HighContrast;
    }

    void contrast()
    {
        QFETCH(ThemeId, id);
        const Theme theme = Theme::builtIn(id);
        const auto check = [&](Token ink, const std::vector<Token>& grounds, double least) {
            for (const Token ground : grounds) {
                const double ratio = ::contrast(theme.color(ink), theme.color(ground));
                if (ratio < least) {
                    QTest::qFail(qPrintable(u"%1 on %2 is %3:1"_s.arg(toId(ink), toId(ground)).arg(ratio, 0, 'f', 2)),
                        __FILE__, __LINE__);
                }
            }
        };

        struct Own {
            Token ink;
            Token ground;
        };

        const std::vector<Own> onOwnGround = {{Token::Ok, Token::OkBg}, {Token::Warn, Token::WarnBg},
            {Token::Error, Token::ErrorBg}, {Token::Info, Token::InfoBg}, {Token::OpInsert, Token::OpInsertBg},
            {Token::OpUpdateBefore, Token::OpUpdateBeforeBg}, {Token::OpUpdateAfter, Token::OpUpdateAfterBg},
            {Token::OpDelete, Token::OpDeleteBg}, {Token::EnvDev, Token::EnvDevBg}, {Token::EnvTest, Token::EnvTestBg},
            {Token::EnvProd, Token::EnvProdBg}, {Token::OnAccent, Token::AccentFill}, {Token::OnEnv, Token::EnvDevFill},
            {Token::OnEnv, Token::EnvTestFill}, {Token::OnEnv, Token::EnvProdFill}, {Token::OnHeat, Token::Heat0},
            {Token::OnHeat, Token::Heat1}, {Token::OnHeat, Token::Heat2}, {Token::OnHeat, Token::Heat3},
            {Token::OnHeat, Token::Heat4}};
        for (const Own& own : onOwnGround) {
            check(own.ink, {own.ground}, 4.5);
        }
        for (const Token ink : {Token::Text, Token::TextDim, Token::Accent, Token::Ok, Token::Warn, Token::Error,
                 Token::Info, Token::OpInsert, Token::OpUpdateBefore, Token::OpUpdateAfter, Token::OpDelete,
                 Token::EnvDev, Token::EnvTest, Token::EnvProd}) {
            check(ink, ordinaryGrounds(), 4.5);
        }
        for (auto ink = static_cast<int>(Token::SynKeyword); ink <= static_cast<int>(Token::SynOperator); ++ink) {
            check(static_cast<Token>(ink), {Token::Surface, Token::Current}, 4.5);
        }
        check(Token::Text, {Token::Pressed, Token::SurfaceSunken}, 4.5);
        check(Token::LineStrong, {Token::Surface, Token::SurfaceChrome, Token::SurfaceRaised}, 3);
        check(Token::Focus, {Token::Surface, Token::SurfaceChrome, Token::SurfaceRaised}, 3);
    }

    void paletteHasOnlyThemeColors()
    {
        for (const ThemeId id : {ThemeId::Light, ThemeId::Dark, ThemeId::HighContrast}) {
            const Theme theme = Theme::builtIn(id);
            QSet<QRgb> known;
            for (size_t i = 0; i < tokenCount; ++i) {
                known.insert(theme.color(static_cast<Token>(i)).rgb());
            }
            const QPalette palette = theme.palette();
            for (int group = 0; group < QPalette::NColorGroups; ++group) {
                for (int role = 0; role < QPalette::NColorRoles; ++role) {
                    if (role == QPalette::NoRole) {
                        continue;
                    }
                    const QColor color =
                        palette.color(static_cast<QPalette::ColorGroup>(group), static_cast<QPalette::ColorRole>(role));
                    QVERIFY2(known.contains(color.rgb()), qPrintable(u"group %1 role %2"_s.arg(group).arg(role)));
                }
            }
        }
    }

    void noWidgetNamesAColor()
    {
        static const QRegularExpression named(
            u"#[0-9A-Fa-f]{6}\\b|\\bQt::(white|black|red|green|blue|cyan|magenta|yellow|gray|dark[A-Z]\\w+|light[A-Z]\\w+)\\b|QColor\\(\\d|qRgb\\("_s);
        QDirIterator files(QStringLiteral(MILLRACE_SOURCE_DIR "/widgets"), {u"*.cpp"_s, u"*.h"_s}, QDir::Files,
            QDirIterator::Subdirectories);
        int read = 0;
        while (files.hasNext()) {
            QFile file(files.next());
            if (file.fileName().endsWith("/common/icons.cpp"_L1)) {
                continue; // names the colours that Breeze's own files hold, in order to replace them
            }
            QVERIFY(file.open(QIODevice::ReadOnly));
            const QString text = QString::fromUtf8(file.readAll());
            const QRegularExpressionMatch match = named.match(text);
            QVERIFY2(!match.hasMatch(), qPrintable(file.fileName() + u": "_s + match.captured()));
            ++read;
        }
        QVERIFY(read > 20);
    }

    void aChangeOfTheLookReachesWidgets()
    {
        QLabel label;
        label.show();
        QCOMPARE(themeOf(&label).id(), ThemeId::Light);
        const QColor light = label.palette().color(QPalette::Window);
        applyTheme(*qApp, {.mode = ThemeMode::Dark});
        QCOMPARE(themeOf(&label).id(), ThemeId::Dark);
        QTRY_VERIFY(label.palette().color(QPalette::Window) != light);
        QCOMPARE(label.palette().color(QPalette::Window), currentTheme().color(Token::SurfaceChrome));
        applyTheme(*qApp, {.mode = ThemeMode::Light});
        QTRY_COMPARE(label.palette().color(QPalette::Window), light);
    }

    void fontsFollowTheUsersSize()
    {
        const double body = themeFont(TextRole::Body).pointSizeF();
        const double caption = themeFont(TextRole::Caption).pointSizeF();
        applyTheme(*qApp, {.mode = ThemeMode::Light, .uiPointSize = body * 2, .monoPointSize = 20});
        QCOMPARE(themeFont(TextRole::Body).pointSizeF(), body * 2);
        QVERIFY(std::abs(themeFont(TextRole::Caption).pointSizeF() - caption * 2) < 0.01);
        QCOMPARE(themeFont(TextRole::Editor).pointSizeF(), 20.0);
        applyTheme(*qApp, {.mode = ThemeMode::Light});
        QCOMPARE(themeFont(TextRole::Body).pointSizeF(), body);
    }

    void iconsTakeTheColorsOfTheLook()
    {
        QVERIFY(hasIcon("view-refresh"_L1));
        QVERIFY(themedIcon(nullptr, "no-such-icon"_L1).isNull());
        const QIcon icon = themedIcon(nullptr, "media-playback-stop"_L1);
        const auto middle = [&](QIcon::Mode mode) { return icon.pixmap(16, mode).toImage().pixelColor(8, 8).rgb(); };
        QCOMPARE(middle(QIcon::Normal), currentTheme().color(Token::TextDim).rgb());
        QCOMPARE(middle(QIcon::Disabled), currentTheme().color(Token::TextOff).rgb());
        applyTheme(*qApp, {.mode = ThemeMode::Dark});
        QCOMPARE(middle(QIcon::Normal), currentTheme().color(Token::TextDim).rgb());
        applyTheme(*qApp, {.mode = ThemeMode::Light});
        const QPixmap sharp = icon.pixmap(QSize(16, 16), 2.0);
        QCOMPARE(sharp.size(), QSize(32, 32));
        QCOMPARE(sharp.devicePixelRatio(), 2.0);
    }

    void everyShippedIconDraws()
    {
        QStringList names;
        for (const QString& folder : {u":/millrace/icons/16"_s, u":/millrace/icons/22"_s}) {
            names += QDir(folder).entryList({u"*.svg"_s}, QDir::Files);
        }
        int drawn = 0;
        for (const QString& file : names) {
            const QString name = file.chopped(4);
            const QImage image = themedIcon(nullptr, QLatin1StringView(name.toLatin1())).pixmap(16).toImage();
            int ink = 0;
            for (int y = 0; y < image.height(); ++y) {
                for (int x = 0; x < image.width(); ++x) {
                    ink += image.pixelColor(x, y).alpha() > 60 ? 1 : 0;
                }
            }
            QVERIFY2(ink > 5, qPrintable(name));
            ++drawn;
        }
        QVERIFY(drawn > 40);
    }

    void glyphsDifferByShapeAlone()
    {
        std::vector<QImage> shapes;
        for (const StatusGlyph glyph :
            {StatusGlyph::NotRun, StatusGlyph::Queued, StatusGlyph::Running, StatusGlyph::Done, StatusGlyph::Failed,
                StatusGlyph::Cancelled, StatusGlyph::Error, StatusGlyph::Warning, StatusGlyph::Note}) {
            QImage image(16, 16, QImage::Format_ARGB32_Premultiplied);
            image.fill(Qt::transparent);
            QPainter painter(&image);
            paintStatusGlyph(painter, QRectF(0, 0, 16, 16), glyph);
            painter.end();
            shapes.push_back(image.convertToFormat(QImage::Format_Alpha8));
        }
        for (size_t a = 0; a < shapes.size(); ++a) {
            for (size_t b = a + 1; b < shapes.size(); ++b) {
                int different = 0;
                for (int y = 0; y < 16; ++y) {
                    for (int x = 0; x < 16; ++x) {
                        different += std::abs(shapes[a].scanLine(y)[x] - shapes[b].scanLine(y)[x]) > 60 ? 1 : 0;
                    }
                }
                QVERIFY2(different >= 5, qPrintable(u"glyphs %1 and %2"_s.arg(a).arg(b)));
            }
        }
    }
};

QTEST_MAIN(ThemeTest)
#include "common_theme.moc"
