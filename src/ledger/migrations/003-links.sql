-- SPDX-License-Identifier: GPL-3.0-or-later

-- What the user links, separates and makes part of a whole, by names of claims that outlive their
-- rows: the article's digest and where the claim's words stand in it.

ALTER TABLE claim ADD COLUMN key TEXT;

UPDATE claim SET key = (SELECT digest FROM article WHERE article.id = article_id) || '/'
  || coalesce ((SELECT field || ':' || part || ':' || span_start || '-' || span_end FROM evidence
                WHERE claim_id = claim.id AND field IN ('amount', 'capacity', 'parties')
                ORDER BY field, position LIMIT 1), '');

UPDATE claim SET key = claim.key || '#' || number
  FROM (SELECT id, row_number () OVER (PARTITION BY key ORDER BY id) AS number FROM claim)
    AS numbered
  WHERE numbered.id = claim.id AND number > 1;

CREATE UNIQUE INDEX claim_by_key ON claim (key);

-- The claims of a family of deals are alike, one to the next: its deals are linked anew together.
ALTER TABLE deal ADD COLUMN family INTEGER NOT NULL DEFAULT 0;

UPDATE deal SET family = id;

CREATE INDEX deal_by_family ON deal (family);

-- The deal that this one is a part of.
ALTER TABLE deal ADD COLUMN whole_id INTEGER REFERENCES deal (id) ON DELETE SET NULL;

CREATE INDEX deal_by_whole ON deal (whole_id);

-- Whether later articles raised the figure.
ALTER TABLE deal_field ADD COLUMN grown INTEGER NOT NULL DEFAULT 0 CHECK (grown IN (0, 1));

-- The user's word on two claims; "part" says that a's deal is part of b's, "whole" the reverse.
-- It refers to no row: it stands also while an article is away.
CREATE TABLE bond (
  a TEXT NOT NULL,
  b TEXT NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('together', 'apart', 'part', 'whole')),
  PRIMARY KEY (a, b),
  CHECK (a < b)
) STRICT, WITHOUT ROWID;

CREATE INDEX bond_by_b ON bond (b);

-- What may be one deal, or part of another, and waits for the user's word.
CREATE TABLE suggestion (
  claim_id INTEGER NOT NULL REFERENCES claim (id) ON DELETE CASCADE,
  other_id INTEGER NOT NULL REFERENCES claim (id) ON DELETE CASCADE,
  kind TEXT NOT NULL CHECK (kind IN ('same', 'part', 'whole')),
  points INTEGER NOT NULL,
  reason TEXT NOT NULL,
  PRIMARY KEY (claim_id, other_id),
  CHECK (claim_id < other_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX suggestion_by_other ON suggestion (other_id);
