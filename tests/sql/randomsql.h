// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>

#include <random>

/// Random text out of the pieces that make splitting hard. The same seed makes the same text.
class RandomSql {
public:
    explicit RandomSql(unsigned seed) : m_random(seed) { }

    int number(int below) { return static_cast<int>(m_random() % static_cast<unsigned>(below)); }

    QString piece()
    {
        static const QStringList pieces{QStringLiteral(";"), QStringLiteral(";\n"), QStringLiteral("'"),
            QStringLiteral("''"), QStringLiteral("'a;b'"), QStringLiteral("`"), QStringLiteral("`x;`"),
            QStringLiteral("\""), QStringLiteral("--"), QStringLiteral("-- c;\n"), QStringLiteral("//"),
            QStringLiteral("/*"), QStringLiteral("*/"), QStringLiteral("/*+"), QStringLiteral("\n"),
            QStringLiteral("\r\n"), QStringLiteral("\r"), QStringLiteral(" "), QStringLiteral("\t"),
            QStringLiteral("SELECT "), QStringLiteral("INSERT INTO t "), QStringLiteral("BEGIN "),
            QStringLiteral("STATEMENT "), QStringLiteral("SET "), QStringLiteral("EXECUTE STATEMENT SET BEGIN "),
            QStringLiteral("BEGIN STATEMENT SET;"), QStringLiteral("END"), QStringLiteral("END;"),
            QStringLiteral("CASE "), QStringLiteral("CREATE TABLE t "), QStringLiteral("AS "), QStringLiteral("("),
            QStringLiteral(")"), QStringLiteral("${v}"), QStringLiteral("${"), QStringLiteral("E'"),
            QStringLiteral("\\'"), QStringLiteral("\\"), QStringLiteral("1.5e"), QStringLiteral("."),
            QStringLiteral("，"), QStringLiteral("；"), QStringLiteral("表"), QStringLiteral("é"),
            QStringLiteral("\U0001F600"), QString(QChar(0xD800)), QString(QChar(0xDC00)), QString(QChar(0xFEFF)),
            QString(QChar(0)), QStringLiteral("a"), QStringLiteral("_"), QStringLiteral("$"), QStringLiteral("-"),
            QStringLiteral("/"), QStringLiteral("*"), QStringLiteral("+"), QStringLiteral("X"), QStringLiteral("U&"),
            QStringLiteral("EXPLAIN ")};
        return pieces[number(static_cast<int>(pieces.size()))];
    }

    QString text(int pieces)
    {
        QString text;
        for (int i = 0; i < pieces; ++i) {
            text += piece();
        }
        return text;
    }

private:
    std::mt19937 m_random;
};
