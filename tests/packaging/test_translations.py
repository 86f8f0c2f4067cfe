from __future__ import annotations

import pickle
import string
import subprocess
import sys
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest
import translations
from PySide6.QtCore import QCoreApplication, QTranslator

from exogui.messages.catalogue import Plural, Text, plain

GREETING = Text("greeting", "Good “morning”, {name}\nHow are 'you'? \\ ¿नमस्ते?")
ROWS = Plural("rows", "{n} rows", "{n} row")


def messages_in(file: Path) -> dict[tuple[str, str], ET.Element]:
    return {
        (context.findtext("name", ""), message.findtext("source", "")): message
        for context in ET.parse(file).iter("context")
        for message in context.iter("message")
    }


def placeholders(text: str) -> set[str]:
    return {name for _, name, _, _ in string.Formatter().parse(text) if name is not None}


@pytest.fixture(scope="module")
def texts(checkout: Path) -> list[Text | Plural]:
    """The program's texts, collected in another process, where no test has made any of its own."""
    code = "import pickle, sys, translations; pickle.dump(translations.collect(), sys.stdout.buffer)"
    command = [sys.executable, "-c", code]
    output = subprocess.run(command, cwd=checkout / "packaging", stdout=subprocess.PIPE, check=True).stdout
    found: list[Text | Plural] = pickle.loads(output)
    return found


def test_that_the_translation_files_hold_the_texts_of_today(texts: list[Text | Plural]) -> None:
    assert translations.stale(translations.FOLDER, texts) == []


def test_that_the_template_holds_every_text_and_nothing_else(texts: list[Text | Plural]) -> None:
    found = messages_in(translations.FOLDER / translations.TEMPLATE)
    assert found.keys() == {(text.context, text.source) for text in texts}
    for text in texts:
        numerus = found[text.context, text.source].get("numerus") == "yes"
        assert numerus == isinstance(text, Plural), text


def test_that_no_text_is_said_both_with_and_without_a_count(texts: list[Text | Plural]) -> None:
    assert len({(text.context, text.source) for text in texts}) == len(texts)


def test_that_every_placeholder_of_every_text_is_a_plain_name(texts: list[Text | Plural]) -> None:
    for text in texts:
        for words in (text.source, text.one) if isinstance(text, Plural) else (text.source,):
            assert all(name.isidentifier() for name in placeholders(words)), words


def test_that_the_form_for_one_shows_no_value_that_the_form_for_many_lacks(
    texts: list[Text | Plural],
) -> None:
    for text in texts:
        if isinstance(text, Plural):
            assert placeholders(text.one) <= placeholders(text.source) | {"n"}, text


def test_that_every_text_can_be_rendered(texts: list[Text | Plural]) -> None:
    for text in texts:
        values = dict.fromkeys(placeholders(text.source), "value")
        count = 2 if values.pop("n", None) or isinstance(text, Plural) else None
        rendered = plain(text, n=count, **values)
        assert rendered.strip(), text
        assert "{" not in rendered, text


def test_that_quotes_lines_and_scripts_survive_the_way_into_the_file(tmp_path: Path) -> None:
    translations.write(tmp_path, [GREETING, ROWS])
    assert messages_in(tmp_path / translations.TEMPLATE).keys() == {
        ("greeting", GREETING.source),
        ("rows", ROWS.source),
    }


def test_that_writing_twice_changes_nothing(tmp_path: Path) -> None:
    translations.write(tmp_path, [GREETING, ROWS])
    assert translations.stale(tmp_path, [GREETING, ROWS]) == []


def test_that_a_changed_text_is_found_stale(tmp_path: Path) -> None:
    translations.write(tmp_path, [GREETING])
    assert translations.stale(tmp_path, [GREETING, ROWS]) == [translations.TEMPLATE]


def test_that_a_translation_survives_and_is_what_the_program_then_says(
    tmp_path: Path, qapp: QCoreApplication
) -> None:
    translations.write(tmp_path, [GREETING, ROWS])
    german = tmp_path / "exogui_de.ts"
    words = (tmp_path / translations.TEMPLATE).read_text(encoding="utf-8")
    words = words.replace('<TS version="2.1">', '<TS version="2.1" language="de">')
    words = words.replace(
        '<translation type="unfinished"></translation>', "<translation>Guten Tag</translation>"
    )
    german.write_text(words, encoding="utf-8")
    assert "exogui_de.qm" in translations.stale(tmp_path, [GREETING, ROWS])

    translations.write(tmp_path, [GREETING, ROWS])

    assert translations.stale(tmp_path, [GREETING, ROWS]) == []
    translator = QTranslator()
    assert translator.load(str(german.with_suffix(".qm")))
    assert translator.translate("greeting", GREETING.source) == "Guten Tag"


@pytest.mark.parametrize("arguments", [[], ["chekc"]])
def test_that_a_wrong_command_explains_itself(arguments: list[str]) -> None:
    command = [sys.executable, translations.__file__, *arguments]
    answer = subprocess.run(command, capture_output=True, text=True, check=False)
    assert answer.returncode == 2
    assert "write | check" in answer.stdout
