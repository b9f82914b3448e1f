-- SPDX-License-Identifier: GPL-3.0-or-later

-- Articles that the user deleted: they come in again only where the user says so. The digest is the
-- one that tells an article also from those of other sources that print the same. It refers to no
-- row of an article: none is there.
CREATE TABLE deletion (
  digest TEXT PRIMARY KEY,
  made INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
