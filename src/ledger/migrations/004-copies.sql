-- SPDX-License-Identifier: GPL-3.0-or-later

-- Which articles print one text.

-- Articles with one text_id print the same text; it is the id that the first of them had.
CREATE TABLE article_text (
  article_id INTEGER PRIMARY KEY REFERENCES article (id) ON DELETE CASCADE,
  text_id INTEGER NOT NULL
) STRICT;

CREATE INDEX article_text_by_text ON article_text (text_id);

-- A few numbers of each text; those that share some are compared with one another.
CREATE TABLE article_sketch (
  number INTEGER NOT NULL,
  article_id INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
  PRIMARY KEY (number, article_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX article_sketch_by_article ON article_sketch (article_id);

-- Articles from before copies were known, which wait to be compared with the others.
CREATE TABLE article_pending (
  article_id INTEGER PRIMARY KEY REFERENCES article (id) ON DELETE CASCADE
) STRICT;

INSERT INTO article_pending SELECT id FROM article;
