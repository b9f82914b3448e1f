-- SPDX-License-Identifier: GPL-3.0-or-later

-- The text as it was imported, of an article whose text the user corrected: it tells the article
-- apart, and the user can go back to it. What is read and searched is the text of the article.
CREATE TABLE article_imported (
  article_id INTEGER PRIMARY KEY REFERENCES article (id) ON DELETE CASCADE,
  text TEXT NOT NULL
) STRICT;
