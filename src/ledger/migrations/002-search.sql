-- SPDX-License-Identifier: GPL-3.0-or-later

-- The words of articles and deals, folded by the program's own tokenizer. Articles are indexed out
-- of their own table; of deals the index keeps the words itself.

CREATE VIRTUAL TABLE article_words USING fts5 (
  title, text,
  content = 'article', content_rowid = 'id', tokenize = 'outlay', prefix = '2'
);

CREATE VIRTUAL TABLE deal_words USING fts5 (
  names, places, titles,
  tokenize = 'outlay', prefix = '2'
);

-- What the index lacks yet. The program empties both before it ends a transaction, so they hold
-- rows only where another program has written.
CREATE TABLE search_stale (
  kind TEXT NOT NULL CHECK (kind IN ('article', 'deal')),
  id INTEGER NOT NULL,
  PRIMARY KEY (kind, id)
) STRICT, WITHOUT ROWID;

-- What indexed articles said before they changed or went.
CREATE TABLE search_gone (
  id INTEGER PRIMARY KEY,
  title TEXT,
  text TEXT NOT NULL
) STRICT;

CREATE TRIGGER search_article_added AFTER INSERT ON article BEGIN
  INSERT INTO search_stale VALUES ('article', new.id) ON CONFLICT DO NOTHING;
END;

CREATE TRIGGER search_article_changed AFTER UPDATE OF id, title, text ON article BEGIN
  INSERT INTO search_gone SELECT old.id, old.title, old.text
    WHERE NOT EXISTS (SELECT 1 FROM search_stale WHERE kind = 'article' AND id = old.id)
    ON CONFLICT DO NOTHING;
  INSERT INTO search_stale VALUES ('article', new.id) ON CONFLICT DO NOTHING;
  INSERT INTO search_stale SELECT 'deal', deal_id
    FROM claim JOIN deal_claim ON claim_id = claim.id WHERE article_id = new.id
    ON CONFLICT DO NOTHING;
END;

CREATE TRIGGER search_source_changed AFTER UPDATE OF source ON article BEGIN
  INSERT INTO search_stale SELECT 'deal', deal_id
    FROM claim JOIN deal_claim ON claim_id = claim.id WHERE article_id = new.id
    ON CONFLICT DO NOTHING;
END;

CREATE TRIGGER search_article_removed AFTER DELETE ON article BEGIN
  INSERT INTO search_gone SELECT old.id, old.title, old.text
    WHERE NOT EXISTS (SELECT 1 FROM search_stale WHERE kind = 'article' AND id = old.id)
    ON CONFLICT DO NOTHING;
  DELETE FROM search_stale WHERE kind = 'article' AND id = old.id;
END;

CREATE TRIGGER search_deal_added AFTER INSERT ON deal BEGIN
  INSERT INTO search_stale VALUES ('deal', new.id) ON CONFLICT DO NOTHING;
END;

CREATE TRIGGER search_deal_removed AFTER DELETE ON deal BEGIN
  INSERT INTO search_stale VALUES ('deal', old.id) ON CONFLICT DO NOTHING;
END;

CREATE TRIGGER search_claim_linked AFTER INSERT ON deal_claim BEGIN
  INSERT INTO search_stale VALUES ('deal', new.deal_id) ON CONFLICT DO NOTHING;
END;

CREATE TRIGGER search_claim_moved AFTER UPDATE ON deal_claim BEGIN
  INSERT INTO search_stale VALUES ('deal', old.deal_id), ('deal', new.deal_id)
    ON CONFLICT DO NOTHING;
END;

CREATE TRIGGER search_claim_unlinked AFTER DELETE ON deal_claim BEGIN
  INSERT INTO search_stale VALUES ('deal', old.deal_id) ON CONFLICT DO NOTHING;
END;

CREATE TRIGGER search_party_added AFTER INSERT ON party BEGIN
  INSERT INTO search_stale SELECT 'deal', coalesce(fields.deal_id, deal_claim.deal_id)
    FROM fields LEFT JOIN deal_claim USING (claim_id)
    WHERE fields.id = new.fields_id AND coalesce(fields.deal_id, deal_claim.deal_id) IS NOT NULL
    ON CONFLICT DO NOTHING;
END;

CREATE TRIGGER search_party_changed AFTER UPDATE ON party BEGIN
  INSERT INTO search_stale SELECT 'deal', coalesce(fields.deal_id, deal_claim.deal_id)
    FROM fields LEFT JOIN deal_claim USING (claim_id)
    WHERE fields.id = new.fields_id AND coalesce(fields.deal_id, deal_claim.deal_id) IS NOT NULL
    ON CONFLICT DO NOTHING;
END;

CREATE TRIGGER search_party_removed AFTER DELETE ON party BEGIN
  INSERT INTO search_stale SELECT 'deal', coalesce(fields.deal_id, deal_claim.deal_id)
    FROM fields LEFT JOIN deal_claim USING (claim_id)
    WHERE fields.id = old.fields_id AND coalesce(fields.deal_id, deal_claim.deal_id) IS NOT NULL
    ON CONFLICT DO NOTHING;
END;

CREATE TRIGGER search_place_added AFTER INSERT ON place BEGIN
  INSERT INTO search_stale SELECT 'deal', deal_id FROM fields
    WHERE id = new.fields_id AND deal_id IS NOT NULL
    ON CONFLICT DO NOTHING;
END;

CREATE TRIGGER search_place_removed AFTER DELETE ON place BEGIN
  INSERT INTO search_stale SELECT 'deal', deal_id FROM fields
    WHERE id = old.fields_id AND deal_id IS NOT NULL
    ON CONFLICT DO NOTHING;
END;

CREATE TRIGGER search_fields_removed AFTER DELETE ON fields WHEN old.deal_id IS NOT NULL BEGIN
  INSERT INTO search_stale VALUES ('deal', old.deal_id) ON CONFLICT DO NOTHING;
END;

INSERT INTO search_stale SELECT 'article', id FROM article;
INSERT INTO search_stale SELECT 'deal', id FROM deal;
