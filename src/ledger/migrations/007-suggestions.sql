-- SPDX-License-Identifier: GPL-3.0-or-later

-- What is suggested follows from the claims of the deals and from the user's word. What it was
-- worked out from may change in many ways: the deals that it must be worked out anew for are noted.

CREATE TABLE suggestion_stale (
  deal_id INTEGER PRIMARY KEY
) STRICT;

CREATE TRIGGER suggestion_claim_linked AFTER INSERT ON deal_claim BEGIN
  INSERT INTO suggestion_stale VALUES (new.deal_id) ON CONFLICT DO NOTHING;
END;

CREATE TRIGGER suggestion_claim_moved AFTER UPDATE OF deal_id ON deal_claim
  WHEN old.deal_id <> new.deal_id BEGIN
  INSERT INTO suggestion_stale VALUES (old.deal_id), (new.deal_id) ON CONFLICT DO NOTHING;
END;

CREATE TRIGGER suggestion_claim_unlinked AFTER DELETE ON deal_claim BEGIN
  INSERT INTO suggestion_stale VALUES (old.deal_id) ON CONFLICT DO NOTHING;
END;

CREATE TRIGGER suggestion_claim_said AFTER INSERT ON claim_key BEGIN
  INSERT INTO suggestion_stale SELECT deal_id FROM deal_claim WHERE claim_id = new.claim_id
    ON CONFLICT DO NOTHING;
END;

CREATE TRIGGER suggestion_claim_unsaid AFTER DELETE ON claim_key BEGIN
  INSERT INTO suggestion_stale SELECT deal_id FROM deal_claim WHERE claim_id = old.claim_id
    ON CONFLICT DO NOTHING;
END;

CREATE TRIGGER suggestion_bond_added AFTER INSERT ON bond BEGIN
  INSERT INTO suggestion_stale SELECT deal_id FROM claim JOIN deal_claim ON claim_id = claim.id
    WHERE key IN (new.a, new.b) ON CONFLICT DO NOTHING;
END;

CREATE TRIGGER suggestion_bond_changed AFTER UPDATE ON bond BEGIN
  INSERT INTO suggestion_stale SELECT deal_id FROM claim JOIN deal_claim ON claim_id = claim.id
    WHERE key IN (new.a, new.b) ON CONFLICT DO NOTHING;
END;

CREATE TRIGGER suggestion_bond_removed AFTER DELETE ON bond BEGIN
  INSERT INTO suggestion_stale SELECT deal_id FROM claim JOIN deal_claim ON claim_id = claim.id
    WHERE key IN (old.a, old.b) ON CONFLICT DO NOTHING;
END;

INSERT INTO suggestion_stale SELECT id FROM deal;

-- Whether the article calls what it tells a part of something.
ALTER TABLE claim ADD COLUMN called_part INTEGER NOT NULL DEFAULT 0
  CHECK (called_part IN (0, 1));

-- What a part is of is looked for among the deals of its parties.
CREATE INDEX party_by_name ON party (name);

CREATE INDEX claim_called_part ON claim (id) WHERE called_part;
