# SPDX-License-Identifier: GPL-3.0-or-later
"""Every text of the sources is translated, in the context in which the program asks for it, with its placeholders."""

import os
import re
import sys
import tempfile
import unittest

import tree

sys.path.insert(0, os.path.join(tree.ROOT, "scripts", "support"))

import translations  # noqa: E402 (found by the line above)

# lupdate cannot see a context or a text that is no literal at the call. This one asks with the texts of a table, which
# are marked with QT_TRANSLATE_NOOP there.
TABLES = {"app/actionregistry.cpp"}
HIDDEN = re.compile(r"(?<![\w.>])(?:translate\(\s*(?:[A-Za-z_]\w*\s*,|\"[^\"]*\"\s*,\s*(?!\")\S)|tr\(\s*(?![\s\")]))")


def ts(*entries):
    return "<TS version='2.1'><context><name>A</name>" + "".join(entries) + "</context></TS>"


def entry(source, translation):
    return f"<message><source>{source}</source>{translation}</message>"


class Examples(unittest.TestCase):
    def findings(self, source, translation):
        needed = translations.messages(ts(entry(source, "<translation/>")))
        return list(translations.check("x.ts", needed, translations.messages(ts(entry(source, translation)))))

    def test_what_is_wrong(self):
        for source, translation, words in [
            ("Save", "<translation/>", "is not translated"),
            ("Save", "<translation type='unfinished'>保存</translation>", "is not translated"),
            ("%n row(s)", "<translation><numerusform></numerusform></translation>", "is not translated"),
            ("%1 of %2", "<translation>%1</translation>", "other placeholders"),
            ("Open", "<translation>打开 %1</translation>", "other placeholders"),
            ("%n row(s)", "<translation><numerusform>行</numerusform></translation>", "other placeholders"),
            ("&amp;File", "<translation>文件</translation>", "other mnemonic"),
            ("Open…", "<translation>打开</translation>", "dots at the end"),
        ]:
            with self.subTest(source=source, translation=translation):
                found = self.findings(source, translation)
                self.assertEqual(len(found), 1, found)
                self.assertIn(words, found[0])

    def test_what_is_right(self):
        for source, translation in [
            ("Save", "<translation>保存</translation>"), ("%1 of %2", "<translation>%2 / %1</translation>"),
            ("%n row(s)", "<translation><numerusform>%n 行</numerusform></translation>"),
            ("the %n rows",
             "<translation><numerusform>the row</numerusform><numerusform>%n rows</numerusform></translation>"),
            ("&amp;File", "<translation>文件(&amp;F)</translation>"),
        ]:
            with self.subTest(source=source, translation=translation):
                self.assertEqual(self.findings(source, translation), [])

    def test_missing_and_gone(self):
        one = translations.messages(ts(entry("one", "<translation>一</translation>")))
        two = translations.messages(ts(entry("two", "<translation>二</translation>")))
        self.assertEqual(list(translations.check("x.ts", one, two)),
                         ["x.ts: A: 'one' is missing: run scripts/translations",
                          "x.ts: A: 'two' stands in no source: run scripts/translations"])

    def test_text_in_a_strange_context(self):
        with tempfile.TemporaryDirectory() as folder:
            with open(os.path.join(folder, "a.cpp"), "w", encoding="utf-8") as file:
                file.write('namespace a {\nQString f() { return tr("lost"); }\n}\n')
            found = translations.lupdate(os.path.join(folder, "x.ts"), folders=(folder,))
            self.assertEqual(len(found), 1, found)

    def test_hidden_texts(self):
        for line, isHidden in [
            ('translate("A", text)', True), ('translate(context, "a")', True), ("tr(text)", True),
            ('tr(one ? "a" : "b")', True), ("QString tr(const char* a);", True), ('translate("A", "a")', False),
            ('translate(\n    "A", "a")', False), ('translate("A",\n "a")', False), ("rect.translate(x, 1)", False),
            ("retranslate()", False), ('Texts::tr("a")', False),
        ]:
            with self.subTest(line=line):
                self.assertEqual(bool(HIDDEN.search(line)), isHidden)


class Repository(unittest.TestCase):
    def test_every_text_is_translated(self):
        findings = []
        with tempfile.TemporaryDirectory() as folder:
            for path, options in translations.FILES.items():
                fresh = os.path.join(folder, os.path.basename(path))
                findings += translations.lupdate(fresh, options)
                with open(fresh, encoding="utf-8") as file:
                    needed = translations.messages(file.read())
                findings += translations.check(path, needed, translations.messages(tree.read(path)))
        findings = sorted(set(findings))
        self.assertEqual(findings, [], tree.report(findings))

    def test_lupdate_sees_every_text(self):
        found = [path for path in tree.files(".cpp", ".h", folders=tree.PRODUCT)
                 if path not in TABLES and HIDDEN.search(tree.read(path))]
        self.assertEqual(found, [], tree.report(found))


if __name__ == "__main__":
    unittest.main()
