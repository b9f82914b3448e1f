-- SPDX-License-Identifier: GPL-3.0-or-later

-- Articles, what they claim, and the deals that the claims come to.
--
-- Names of enumerations are stored as in the JSON form, dates as partial dates ("2026-H2"), money in
-- hundredths of the currency's unit. Ids are never used twice, so that what is remembered about a
-- row can outlive it.

CREATE TABLE article (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  digest TEXT NOT NULL UNIQUE,
  imported INTEGER NOT NULL,
  name TEXT,
  file BLOB,
  lang TEXT NOT NULL,
  source TEXT,
  author TEXT,
  url TEXT,
  published TEXT,
  note TEXT,
  title TEXT,
  -- Last, so that reading the columns before it doesn't read the text's pages.
  text TEXT NOT NULL
) STRICT;

CREATE TABLE claim (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  article_id INTEGER NOT NULL REFERENCES article (id) ON DELETE CASCADE,
  main INTEGER NOT NULL CHECK (main IN (0, 1)),
  kind_confidence INTEGER NOT NULL,
  status_confidence INTEGER NOT NULL,
  parties_confidence INTEGER NOT NULL,
  amount_confidence INTEGER NOT NULL,
  amount_alt_confidence INTEGER NOT NULL,
  capacity_confidence INTEGER NOT NULL,
  places_confidence INTEGER NOT NULL,
  announced_confidence INTEGER NOT NULL,
  start_confidence INTEGER NOT NULL,
  end_confidence INTEGER NOT NULL
) STRICT;

CREATE INDEX claim_by_article ON claim (article_id);

-- Spans count bytes in the article's text or title.
CREATE TABLE evidence (
  claim_id INTEGER NOT NULL REFERENCES claim (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  field TEXT NOT NULL,
  value_index INTEGER NOT NULL,
  part TEXT NOT NULL CHECK (part IN ('text', 'title')),
  span_start INTEGER NOT NULL CHECK (span_start >= 0),
  span_end INTEGER NOT NULL CHECK (span_end > span_start),
  rule TEXT,
  PRIMARY KEY (claim_id, position)
) STRICT, WITHOUT ROWID;

-- Claims that share a key are compared with one another.
CREATE TABLE claim_key (
  key TEXT NOT NULL,
  claim_id INTEGER NOT NULL REFERENCES claim (id) ON DELETE CASCADE,
  PRIMARY KEY (key, claim_id)
) STRICT, WITHOUT ROWID;

CREATE INDEX claim_key_by_claim ON claim_key (claim_id);

CREATE TABLE deal (
  id INTEGER PRIMARY KEY AUTOINCREMENT,
  review INTEGER NOT NULL CHECK (review IN (0, 1)),
  starred INTEGER NOT NULL CHECK (starred IN (0, 1))
) STRICT;

-- Each claim belongs to one deal; the reason is empty for the claim that the deal began with.
CREATE TABLE deal_claim (
  claim_id INTEGER PRIMARY KEY REFERENCES claim (id) ON DELETE CASCADE,
  deal_id INTEGER NOT NULL REFERENCES deal (id) ON DELETE CASCADE,
  reason TEXT
) STRICT;

CREATE INDEX deal_claim_by_deal ON deal_claim (deal_id);

-- Which claim gave the deal's value of a field, and whether its articles disagree about it.
CREATE TABLE deal_field (
  deal_id INTEGER NOT NULL REFERENCES deal (id) ON DELETE CASCADE,
  field TEXT NOT NULL,
  claim_id INTEGER REFERENCES claim (id) ON DELETE SET NULL,
  conflict INTEGER NOT NULL CHECK (conflict IN (0, 1)),
  PRIMARY KEY (deal_id, field)
) STRICT, WITHOUT ROWID;

CREATE INDEX deal_field_by_claim ON deal_field (claim_id);

-- The values of a claim or of a deal.
CREATE TABLE fields (
  id INTEGER PRIMARY KEY,
  claim_id INTEGER UNIQUE REFERENCES claim (id) ON DELETE CASCADE,
  deal_id INTEGER UNIQUE REFERENCES deal (id) ON DELETE CASCADE,
  kind TEXT NOT NULL,
  status TEXT NOT NULL,
  currency TEXT,
  low INTEGER,
  high INTEGER,
  qualifier TEXT,
  per TEXT,
  kilowatts INTEGER CHECK (kilowatts > 0),
  kilowatts_qualifier TEXT,
  announced TEXT,
  start TEXT,
  "end" TEXT,
  CHECK ((claim_id IS NULL) <> (deal_id IS NULL)),
  CHECK ((currency IS NULL) = (qualifier IS NULL)),
  CHECK ((kilowatts IS NULL) = (kilowatts_qualifier IS NULL))
) STRICT;

CREATE TABLE party (
  fields_id INTEGER NOT NULL REFERENCES fields (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  role TEXT NOT NULL,
  name TEXT NOT NULL,
  PRIMARY KEY (fields_id, position)
) STRICT, WITHOUT ROWID;

CREATE TABLE place (
  fields_id INTEGER NOT NULL REFERENCES fields (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  country TEXT NOT NULL,
  PRIMARY KEY (fields_id, position)
) STRICT, WITHOUT ROWID;

-- The amount in other currencies.
CREATE TABLE amount_alt (
  fields_id INTEGER NOT NULL REFERENCES fields (id) ON DELETE CASCADE,
  position INTEGER NOT NULL,
  currency TEXT NOT NULL,
  low INTEGER,
  high INTEGER,
  qualifier TEXT NOT NULL,
  per TEXT,
  PRIMARY KEY (fields_id, position)
) STRICT, WITHOUT ROWID;
