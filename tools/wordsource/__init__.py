"""The compiler from a template's text source (Markdown with Jinja tags) to a Word template.

:mod:`wordsource.read` turns the text into :mod:`wordsource.blocks`, :mod:`wordsource.write` turns those
into WordprocessingML, and :mod:`wordsource.package` puts the parts into one ``.docx``.
"""
