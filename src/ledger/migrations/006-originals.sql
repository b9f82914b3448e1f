-- SPDX-License-Identifier: GPL-3.0-or-later

-- The very bytes that articles were read from, compressed by zlib. They stay when an article goes:
-- its deletion can be undone.
CREATE TABLE original (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  form TEXT NOT NULL CHECK (form IN ('file', 'article')),
  -- SHA-256 of the bytes before they were compressed.
  digest TEXT NOT NULL CHECK (length (digest) = 64),
  size INTEGER NOT NULL CHECK (size > 0),
  bytes BLOB NOT NULL,
  UNIQUE (digest, form)
) STRICT;

-- The how manieth article of its original each one is; those of older ledgers have none.
CREATE TABLE article_original (
  article_id INTEGER PRIMARY KEY REFERENCES article (id) ON DELETE CASCADE,
  original_id INTEGER NOT NULL REFERENCES original (id),
  position INTEGER NOT NULL CHECK (position >= 0),
  path BLOB
) STRICT;

CREATE INDEX article_original_by_original ON article_original (original_id);
