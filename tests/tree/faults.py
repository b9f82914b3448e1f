#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The checks of the tree can fail: each is given a tree with one fault planted in it."""

import os
import sys
import tempfile

import keys
import layers
import scripts
import shape
import source_tree
import tap
import translation
import words

LONG_BODY = '\n'.join(['void', 'f (void)', '{'] + ['  g ();'] * 120 + ['}', ''])
SIX_SHORT = '\n'.join(['void', 'f (void)', '{'] + ['  g ();'] * 45 + ['}', ''])
SHORTCUT = '{NC_ ("shortcuts", "A"), {"<Control>x"}},\n'
TABLE = ''.join('| `src/%s/` | x | base, %s |\n' % (folder, ', '.join(rooms))
                for folder, rooms in layers.MAY_USE.items())

PACKAGED = {'meson.build': "  version: '0.2',\n",
            'build-aux/dependencies': 'build | libaa-dev||||\nbuild | gcc||||\n',
            'build-aux/debian/changelog': 'outlay (0.2-1) unstable\n',
            'build-aux/debian/control': 'Build-Depends: libaa-dev (>= 1)\nStandards-Version: 4\n'}

# Each row: the check, the files of a tree that it must refuse, those of one that it must take.
PLANTED = [
    (layers.folders_are_known, {'src/attic/a.c': ''}, {'src/base/a.c': ''}),
    (layers.includes_keep_to_the_table,
     {'src/read/a.c': '#include "ledger/outlay-ledger.h"\n'},
     {'src/read/a.c': '/*\n#include "ledger/outlay-ledger.h"\n*/\n#include "base/b.h"\n'}),
    (layers.includes_keep_to_the_table,
     {'src/ui/a.c': '#include "ledger/outlay-ledger.h"\n'},
     {'src/ui/a.c': '#include "model/outlay-deal.h"\n'}),
    (layers.no_way_round_the_table,
     {'src/read/a.c': '#include "../ledger/a.h"\n'}, {'src/read/a.c': '#include "read/a.h"\n'}),
    (layers.no_way_round_the_table,
     {'src/read/a.c': '#include <ledger/a.h>\n'}, {'src/read/a.c': '#include <glib.h>\n'}),
    (layers.libraries_keep_to_their_rooms,
     {'src/model/a.c': '#include <gtk/gtk.h>\n'}, {'src/ui/a.c': '#include <gtk/gtk.h>\n'}),
    (layers.readme_shows_the_table,
     {'README.md': TABLE.replace('base, model, report', 'base, model')}, {'README.md': TABLE}),
    (shape.no_function_is_too_long, {'src/base/a.c': LONG_BODY}, {'src/base/a.c': SIX_SHORT}),
    (shape.most_functions_are_short, {'src/base/a.c': SIX_SHORT},
     {'src/base/a.c': 'void\nf (void)\n{\n}\n'}),
    (shape.no_file_is_too_long, {'src/base/a.c': '\n' * 700}, {'src/base/a.c': '\n' * 600}),
    (shape.no_folder_is_crowded, {'src/base/%d.h' % n: '' for n in range(30)},
     {'src/base/a.h': ''}),
    (shape.licence_lines_are_there, {'src/base/a.c': '\n'},
     {'src/base/a.c': '/* %s */\n' % shape.LICENCE}),
    (shape.log_domains_are_set, {'src/read/a.c': '#define G_LOG_DOMAIN "outlay-base"\n'},
     {'src/read/a.c': '#define G_LOG_DOMAIN "outlay-read"\n'}),
    (shape.headers_are_guarded, {'src/base/a.h': ''}, {'src/base/a.h': '#pragma once\n'}),
    (shape.layout_is_kept,
     {'.clang-format': 'BasedOnStyle: GNU\n', 'src/base/a.c': 'int a(void) { return 0; }\n'},
     {'.clang-format': 'BasedOnStyle: GNU\n',
      'src/base/a.c': 'int\na (void)\n{\n  return 0;\n}\n'}),
    (shape.nothing_is_left_to_do, {'src/base/a.c': '/* TO' 'DO: all */\n'},
     {'src/base/a.c': '/* todos los */\n'}),
    (shape.lines_are_tidy, {'src/base/a.c': 'x \n'}, {'src/base/a.c': 'x\n'}),
    (shape.lines_are_tidy, {'src/base/a.c': '\tx\n'}, {'src/base/a.c': '  x\n'}),
    (shape.lines_are_tidy, {'src/base/a.c': 'x' * 101 + '\n'}, {'src/base/a.c': 'x' * 100 + '\n'}),
    (words.id_stays_in_the_build, {'src/ui/a.c': 'f ("io.github.outlay.Outlay");\n'},
     {'src/ui/a.c': 'f ("/io/github/outlay/Outlay/a.ui");\n'}),
    (words.id_stays_in_the_build,
     {'src/ui/a.ui': '<property name="icon-name">io.github.outlay.Outlay</property>\n'},
     {'src/ui/a.ui': '<property name="icon-name">edit-find-symbolic</property>\n'}),
    (words.organisations_stay_in_data,
     {'data/organisations/a.ini': '[Acme]\nalias = Acme Corp\n', 'src/base/a.c': '/* Acme */\n'},
     {'data/organisations/a.ini': '[Acme]\n', 'src/base/a.c': 'f ("Acmeist");\n'}),
    (words.organisations_stay_in_data,
     {'data/organisations/a.ini': '[Acme]\nbrand = Roadrunner;\n    Coyote\n',
      'src/base/a.c': 'f ("by Coyote");\n'},
     {'data/organisations/a.ini': '[Acme]\ncountry = US\n', 'src/base/a.c': 'f ("US");\n'}),
    (words.languages_stay_in_data, {'src/extract/a.c': 'f ("tỷ");\n'},
     {'src/extract/a.c': 'f ("… €"); /* tỷ */\n'}),
    (words.nothing_foreign, {'data/a.txt': 'see /wo' 'rk/main\n'},
     {'data/a.txt': 'at work/main, in its network\n'}),
    (keys.keys_are_listed,
     {keys.TABLE: SHORTCUT, 'src/ui/a.c': 'f (GDK_KEY_x, GDK_CONTROL_MASK | GDK_SHIFT_MASK);\n'},
     {keys.TABLE: SHORTCUT, 'src/ui/a.c': 'f (GDK_KEY_x, GDK_CONTROL_MASK); /* GDK_KEY_y */\n'}),
    (keys.keys_are_listed,
     {keys.TABLE: SHORTCUT, 'src/ui/a.c': '{"win.a", {"<Control>x", "<Control>y"}},\n'},
     {keys.TABLE: SHORTCUT, 'src/ui/a.c': '{"win.a", {"<Control>x"}},\n'}),
    (keys.listed_keys_are_taken, {keys.TABLE: SHORTCUT, 'src/ui/a.c': 'f (GDK_KEY_x, 0);\n'},
     {keys.TABLE: SHORTCUT, 'src/ui/a.c': 'f (GDK_KEY_x, GDK_CONTROL_MASK);\n'}),
    (scripts.required_scripts_run, {'.ci/run': ''}, None),
    (scripts.scripts_have_run_bits, {'build-aux/a': '#!/bin/sh\n'}, {'build-aux/a': 'text\n'}),
    (scripts.integration_runs_the_tests, {'.ci/run': 'true\n'}, {'.ci/run': 'build-aux/test\n'}),
    (scripts.shell_scripts_parse, {'build-aux/a.sh': 'if true; then\n'},
     {'build-aux/a.sh': 'if true; then :; fi\n'}),
    (scripts.libraries_have_packages,
     {'meson.build': "dependency('zz')\n", 'build-aux/dependencies': 'build | libaa-dev||||\n'},
     {'meson.build': "dependency('aa')\n", 'build-aux/dependencies': 'build | libaa-dev||||\n'}),
    (scripts.package_keeps_step, dict(PACKAGED, **{'meson.build': "  version: '0.3',\n"}),
     PACKAGED),
    (scripts.package_keeps_step,
     dict(PACKAGED, **{'build-aux/dependencies': 'build | libbb-dev||||\n'}), PACKAGED),
    (translation.no_file_is_forgotten, {'po/POTFILES.in': '', 'src/ui/a.c': 'f (_("Hello"));\n'},
     {'po/POTFILES.in': 'src/ui/a.c\n', 'src/ui/a.c': 'f (_("Hello"));\n'}),
    (translation.no_file_is_forgotten,
     {'po/POTFILES.in': '', 'src/ui/a.ui': '<p translatable="yes">x</p>\n'},
     {'po/POTFILES.in': '', 'src/ui/a.ui': '<p>x</p>\n'}),
    (translation.no_file_is_listed_in_vain, {'po/POTFILES.in': 'src/ui/a.c\n'},
     {'po/POTFILES.in': ''}),
    (translation.the_list_is_sorted, {'po/POTFILES.in': 'b\na\n'}, {'po/POTFILES.in': 'a\nb\n'}),
    (translation.languages_have_files, {'po/LINGUAS': 'de\n'},
     {'po/LINGUAS': '# none\nde\n', 'po/de.po': ''}),
]


def plant(folder, files):
    """Writes a tree; returns it as the checks get it."""
    for name, text in files.items():
        path = os.path.join(folder, name)
        os.makedirs(os.path.dirname(path), exist_ok=True)
        with open(path, 'w', encoding='utf-8') as file:
            file.write(text)
    return source_tree.SourceTree(folder)


def outcome(check, files):
    with tempfile.TemporaryDirectory() as folder:
        return tap.faults_of(check, plant(folder, files))


def register(check, number, refused, taken):
    @tap.case('%s finds its fault (%d)' % (check.__name__.replace('_', ' '), number))
    def finds_its_fault(tree):
        if not outcome(check, refused):
            yield 'a tree with the fault was taken'
        for fault in outcome(check, taken) if taken is not None else []:
            yield 'a tree without the fault was refused: ' + fault


tap.CASES.clear()
for index, row in enumerate(PLANTED, 1):
    register(row[0], index, *row[1:])

if __name__ == '__main__':
    sys.exit(tap.run(None))
