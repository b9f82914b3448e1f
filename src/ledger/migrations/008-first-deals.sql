-- SPDX-License-Identifier: GPL-3.0-or-later

-- What a window needs first, without going through the whole ledger.

-- Deals by the first day on which they may have been announced, as text: the newest last. The
-- program's statement has the same expression, or the index is not used.
CREATE INDEX fields_by_first_day ON fields (
  CASE substr (announced, 6, 2) WHEN 'H1' THEN substr (announced, 1, 4) || '-01'
    WHEN 'H2' THEN substr (announced, 1, 4) || '-07' WHEN 'Q1' THEN substr (announced, 1, 4) || '-01'
    WHEN 'Q2' THEN substr (announced, 1, 4) || '-04' WHEN 'Q3' THEN substr (announced, 1, 4) || '-07'
    WHEN 'Q4' THEN substr (announced, 1, 4) || '-10' ELSE announced END
) WHERE deal_id IS NOT NULL;

CREATE INDEX article_by_source ON article (source);
