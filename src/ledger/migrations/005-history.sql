-- SPDX-License-Identifier: GPL-3.0-or-later

-- What the user says of deals and organisations, and the acts by which it was said.

-- Ids of fields come from those of claims and deals, which are never used twice: an act that is
-- undone brings rows back under their ids. (Negative ones keep them apart while they change.)
UPDATE party SET fields_id = (
  SELECT -coalesce (claim_id * 2, deal_id * 2 + 1) FROM fields WHERE id = fields_id);
UPDATE place SET fields_id = (
  SELECT -coalesce (claim_id * 2, deal_id * 2 + 1) FROM fields WHERE id = fields_id);
UPDATE amount_alt SET fields_id = (
  SELECT -coalesce (claim_id * 2, deal_id * 2 + 1) FROM fields WHERE id = fields_id);
UPDATE fields SET id = -coalesce (claim_id * 2, deal_id * 2 + 1);
UPDATE party SET fields_id = -fields_id;
UPDATE place SET fields_id = -fields_id;
UPDATE amount_alt SET fields_id = -fields_id;
UPDATE fields SET id = -id;

-- Which engine read the claims of an article; of one that is not here it is not known.
CREATE TABLE extraction (
  article_id INTEGER PRIMARY KEY REFERENCES article (id) ON DELETE CASCADE,
  engine TEXT NOT NULL
) STRICT;

-- What the user says of a deal as a whole, kept under the keys of the claims that it then held:
-- it refers to no row of theirs and stands also while an article is away.
CREATE TABLE remark (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  starred INTEGER NOT NULL DEFAULT 0 CHECK (starred IN (0, 1)),
  rejected INTEGER NOT NULL DEFAULT 0 CHECK (rejected IN (0, 1)),
  -- The mark of what was on the card when it was looked at.
  reviewed TEXT,
  note TEXT
) STRICT;

CREATE TABLE remark_claim (
  claim_key TEXT PRIMARY KEY,
  remark_id INTEGER NOT NULL REFERENCES remark (id) ON DELETE CASCADE
) STRICT, WITHOUT ROWID;

CREATE INDEX remark_claim_by_remark ON remark_claim (remark_id);

CREATE TABLE tag (
  remark_id INTEGER NOT NULL REFERENCES remark (id) ON DELETE CASCADE,
  name TEXT NOT NULL,
  PRIMARY KEY (remark_id, name)
) STRICT, WITHOUT ROWID;

-- The value is the field's member of the JSON form; null where the deal shall have none.
CREATE TABLE correction (
  remark_id INTEGER NOT NULL REFERENCES remark (id) ON DELETE CASCADE,
  field TEXT NOT NULL,
  value TEXT NOT NULL,
  made INTEGER NOT NULL,
  PRIMARY KEY (remark_id, field)
) STRICT, WITHOUT ROWID;

-- Organisations that the user reads as others; the key is the folded name.
CREATE TABLE reading (
  key TEXT PRIMARY KEY,
  name TEXT NOT NULL,
  reads_as TEXT NOT NULL
) STRICT, WITHOUT ROWID;

-- Stars become remarks.
INSERT INTO remark (id, starred) SELECT id, 1 FROM deal WHERE starred;
INSERT INTO remark_claim (claim_key, remark_id)
  SELECT key, deal_id FROM remark JOIN deal_claim ON deal_id = remark.id
    JOIN claim ON claim.id = claim_id;
ALTER TABLE deal DROP COLUMN starred;

-- What the user did, each act with the rows that it changed, in their order: made ones have no
-- image of before, deleted ones none of after.
CREATE TABLE act (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  made INTEGER NOT NULL,
  kind TEXT NOT NULL,
  details TEXT NOT NULL,
  undone INTEGER NOT NULL DEFAULT 0 CHECK (undone IN (0, 1))
) STRICT;

CREATE TABLE act_change (
  id INTEGER PRIMARY KEY,
  act_id INTEGER NOT NULL REFERENCES act (id) ON DELETE CASCADE,
  table_name TEXT NOT NULL,
  before BLOB,
  after BLOB,
  CHECK (before IS NOT NULL OR after IS NOT NULL)
) STRICT;

CREATE INDEX act_change_by_act ON act_change (act_id, id);

-- The deals whose values came out of an act; such a deal may be gone.
CREATE TABLE act_deal (
  act_id INTEGER NOT NULL REFERENCES act (id) ON DELETE CASCADE,
  deal_id INTEGER NOT NULL,
  PRIMARY KEY (act_id, deal_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX act_deal_by_deal ON act_deal (deal_id);
