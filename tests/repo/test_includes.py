# SPDX-License-Identifier: GPL-3.0-or-later
"""No include goes against the arrows between the folders."""

import os
import unittest

import includes
import tree


class Examples(unittest.TestCase):
    """The rules on made-up files: what must be found, and what must not."""

    @classmethod
    def setUpClass(cls):
        cls.modules = {
            "headers": {"QString": "QtCore", "QImage": "QtGui", "QWidget": "QtWidgets", "QNetworkAccessManager": "QtNetwork",
                        "QTcpSocket": "QtNetwork", "QSqlQuery": "QtSql", "qstring.h": "QtCore"},
            "names": {"QtCore", "QtGui", "QtWidgets", "QtNetwork", "QtSql"}}

    def check(self, path, line, exists=lambda path: False):
        return includes.check(path, f"// first\n{line}\n", self.modules, exists)

    def test_forbidden(self):
        for path, line, words in [
            ("core/a.h", '#include "sql/token.h"', "core may not include sql"),
            ("sql/a.cpp", '#include "results/store.h"', "sql may not include results"),
            ("results/a.cpp", '#include "models/m.h"', "results may not include models"),
            ("models/a.cpp", '#include "widgets/w.h"', "models may not include widgets"),
            ("widgets/grid/a.cpp", '#include "backends/flink/flinkapi.h"', "widgets may not include backends/flink"),
            ("widgets/a.cpp", '#include "storage/s.h"', "widgets may not include storage"),
            ("widgets/a.cpp", '#include "app/s.h"', "widgets may not include app"),
            ("backends/flink/a.cpp", '#include "backends/dinky/b.h"', "backends/flink may not include backends/dinky"),
            ("backends/flink/a.cpp", '#include "models/b.h"', "backends/flink may not include models"),
            ("backends/http/a.cpp", '#include "results/b.h"', "backends/http may not include results"),
            ("backends/http/a.cpp", '#include "backends/flink/b.h"', "backends/http may not include backends/flink"),
            ("storage/a.cpp", '#include "results/b.h"', "storage may not include results"),
            ("core/a.cpp", '#  include  "app/b.h" // why not', "core may not include app"),
            ("app/a.cpp", '#include "tests/support/b.h"', "the product does not include"),
            ("core/a.cpp", '#include "../app/b.h"', '"../app/b.h" leaves its folder'),
            ("sql/a.cpp", "#include <QWidget>", "sql may not use QtWidgets"),
            ("sql/a.cpp", "#include <QtGui/QImage>", "sql may not use QtGui"),
            ("sql/a.cpp", "#include <QCoroTask>", "sql may not use QCoro"),
            ("results/a.cpp", "#include <QtNetwork>", "results may not use QtNetwork"),
            ("models/a.cpp", "#include <QWidget>", "models may not use QtWidgets"),
            ("widgets/a.cpp", "#include <QNetworkAccessManager>", "widgets may not use QtNetwork"),
            ("app/a.cpp", "#include <QNetworkAccessManager>", "app may not use QtNetwork"),
            ("app/a.cpp", "#include <QSqlQuery>", "app may not use QtSql"),
            ("backends/flink/a.cpp", "#include <QTcpSocket>", "backends/flink may not use QtNetwork"),
            ("backends/http/a.cpp", "#include <QSqlQuery>", "backends/http may not use QtSql"),
            ("backends/http/a.cpp", "#include <QImage>", "backends/http may not use QtGui"),
            ("app/a.cpp", "#include <qt6keychain/keychain.h>", "app may not use QtKeychain"),
        ]:
            with self.subTest(path=path, line=line):
                findings = self.check(path, line)
                self.assertEqual(len(findings), 1, findings)
                self.assertTrue(findings[0].startswith(f"{path}:2: {words}"), findings[0])

    def test_allowed(self):
        for path, line in [
            ("core/a.h", '#include "core/b.h"'), ("core/a.h", "#include <QString>"), ("core/a.h", "#include <QCoroTask>"),
            ("models/a.cpp", '#include "core/b.h"'), ("widgets/a.cpp", '#include "results/b.h"'),
            ("app/a.cpp", '#include "backends/flink/b.h"'), ("app/cli/a.cpp", '#include "app/b.h"'),
            ("backends/flink/a.cpp", '#include "backends/flink/b.h"'), ("backends/dinky/a.cpp", '#include "backends/http/b.h"'),
            ("backends/http/a.cpp", "#include <QNetworkAccessManager>"), ("storage/a.cpp", "#include <QSqlQuery>"),
            ("storage/a.cpp", "#include <qt6keychain/keychain.h>"), ("sql/a.cpp", "#include <vector>"),
            ("results/a.cpp", "#include <simdjson.h>"), ("tests/core/a.cpp", '#include "app/b.h"'),
            ("core/a.cpp", '#include "a.moc"'), ("core/a.cpp", '// #include "app/b.h"'),
            ("core/a.cpp", '/* #include "app/b.h" */'),
        ]:
            with self.subTest(path=path, line=line):
                self.assertEqual(self.check(path, line, lambda path: path.endswith(".moc")), [])

    def test_sibling_without_its_folder(self):
        self.assertEqual(self.check("core/a.cpp", '#include "b.h"', lambda path: path == "core/b.h"),
                         ['core/a.cpp:2: write "core/b.h": includes start at the root of the repository'])

    def test_line_numbers_pass_comments(self):
        text = '/* one\n two */\n#include "core/a.h"\n#include "app/b.h"\n'
        self.assertTrue(includes.check("core/x.cpp", text, self.modules)[0].startswith("core/x.cpp:4:"))


class Repository(unittest.TestCase):
    def test_qt_headers_are_known(self):
        headers = self.modules()["headers"]
        self.assertEqual([headers.get(name) for name in ("QString", "QPixmap", "QLabel", "QNetworkReply", "QSqlDatabase")],
                         ["QtCore", "QtGui", "QtWidgets", "QtNetwork", "QtSql"])

    def test_no_forbidden_include(self):
        modules = self.modules()
        sources = tree.files(".h", ".cpp", folders=tree.PRODUCT)
        self.assertGreater(len(sources), 10)
        findings = []
        for path in sources:
            findings += includes.check(path, tree.read(path), modules,
                                       lambda name: os.path.exists(os.path.join(tree.ROOT, name)))
        self.assertEqual(findings, [], tree.report(findings))

    @staticmethod
    def modules():
        # The folder that holds QtCore, QtGui and so on.
        return includes.read_modules(os.environ["MILLRACE_QT_HEADERS"])


if __name__ == "__main__":
    unittest.main()
