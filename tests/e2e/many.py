# SPDX-License-Identifier: GPL-3.0-or-later
"""Articles to be busy with: so many files of so many words take seconds on any machine."""

import os
import random

MANY = 1000
WORDS = 6000
DEAL = 'Halden Grid will invest $90 million in a data centre in Turku, the company said on Monday.'


def write_many(journey):
    """A folder of articles in words that nobody knows, each with one deal."""
    folder = os.path.join(journey.place.name, 'many')
    os.mkdir(folder)
    chance = random.Random(1)
    words = [''.join(chance.choice('bdfgklmnprst') + chance.choice('aeiou')
                     for _ in range(chance.randint(2, 4))) for _ in range(MANY)]
    for i, word in enumerate(words):
        deal = DEAL.replace('Halden', word.capitalize()).replace('90', str(90 + i))
        lines = [' '.join(chance.choices(words, k=10)).capitalize() + '.'
                 for _ in range(WORDS // 10)]
        journey.write(os.path.join('many', '%04d.txt' % i), '\n'.join([deal, *lines]))
    return folder
