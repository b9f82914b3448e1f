# SPDX-License-Identifier: GPL-3.0-or-later
"""The files of the project, and what the checks need to know of C: comments, strings, functions."""

import os
import re
import subprocess

OUTSIDE = {'.git', '__pycache__', '.cache', '.flatpak-builder'}
TOKEN = re.compile(r'/\*.*?\*/|//[^\n]*|"(?:\\.|[^"\\\n])*"|\'(?:\\.|[^\'\\\n])*\'', re.DOTALL)


def without_comments(text):
    """C without its comments; every line stays where it is."""
    def blank(match):
        token = match.group(0)
        return '\n' * token.count('\n') + ' ' if token.startswith('/') else token
    return TOKEN.sub(blank, text)


def strings(text):
    """Yields (line, text) of each string literal of a C file."""
    for match in TOKEN.finditer(text):
        if match.group(0).startswith('"'):
            yield text.count('\n', 0, match.start()) + 1, match.group(0)[1:-1]


def functions(text):
    """Yields (name, line, number of lines) of each function body of a C file in the GNU layout."""
    lines = text.splitlines()
    start = None
    for number, line in enumerate(lines, 1):
        if line == '{':
            start = number
        elif line == '}' and start is not None:
            yield name_above(lines, start), start, number - start + 1
            start = None


def name_above(lines, brace):
    """The name of the function whose body opens on this line."""
    head = ''
    for line in reversed(lines[:brace - 1]):
        head = line + ' ' + head
        match = re.match(r'(\w+) \(', head)
        if match:
            return match.group(1)
        if not line.strip():
            break
    return '?'


class SourceTree:
    """The tracked files of a working tree; all files where git can't tell."""

    def __init__(self, root):
        self.root = os.path.abspath(root)
        self.files = sorted(self._tracked() or self._walk())

    def _tracked(self):
        try:
            listing = subprocess.run(
                ['git', '-c', 'safe.directory=*', '-C', self.root, 'ls-files', '-z', '--cached',
                 '--others', '--exclude-standard', '--full-name', '.'],
                capture_output=True, check=True).stdout
            top = subprocess.run(
                ['git', '-c', 'safe.directory=*', '-C', self.root, 'rev-parse', '--show-toplevel'],
                capture_output=True, check=True, text=True).stdout.strip()
        except (OSError, subprocess.CalledProcessError):
            return []
        if os.path.realpath(top) != os.path.realpath(self.root):
            return []
        names = listing.decode().split('\0')
        return [name for name in names if name and os.path.isfile(self.path(name))]

    def _walk(self):
        for folder, folders, names in os.walk(self.root):
            folders[:] = [name for name in folders
                          if name not in OUTSIDE and not name.startswith(('build', '_build'))
                          or name == 'build-aux']
            for name in names:
                yield os.path.relpath(os.path.join(folder, name), self.root)

    def path(self, name):
        return os.path.join(self.root, name)

    def read(self, name):
        with open(self.path(name), encoding='utf-8') as file:
            return file.read()

    def lines(self, name):
        return self.read(name).splitlines()

    def named(self, pattern):
        """The files whose path matches this regular expression from its start."""
        return [name for name in self.files if re.match(pattern, name)]

    def c_files(self):
        return self.named(r'(src|tests)/.*\.[ch]$')
