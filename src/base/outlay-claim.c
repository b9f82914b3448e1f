/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-base"

#include "outlay-claim.h"

#include <string.h>

/**
 * outlay_claim_new:
 *
 * Returns: (transfer full): a claim of which nothing is known yet.
 */
OutlayClaim *
outlay_claim_new (void)
{
  OutlayClaim *claim = g_atomic_rc_box_new0 (OutlayClaim);

  outlay_fields_init (&claim->fields);
  claim->evidence = g_array_new (FALSE, FALSE, sizeof (OutlayEvidence));
  return claim;
}

/**
 * outlay_claim_ref:
 *
 * Returns: (transfer full): @claim; from any thread.
 */
OutlayClaim *
outlay_claim_ref (OutlayClaim *claim)
{
  return g_atomic_rc_box_acquire (claim);
}

static void
clear_claim (gpointer data)
{
  OutlayClaim *claim = data;

  outlay_fields_clear (&claim->fields);
  g_clear_pointer (&claim->evidence, g_array_unref);
}

/** outlay_claim_unref: gives back a reference, from any thread. */
void
outlay_claim_unref (OutlayClaim *claim)
{
  g_atomic_rc_box_release_full (claim, clear_claim);
}

/**
 * outlay_claim_add_evidence:
 * @rule: (nullable): name of the rule that read it
 *
 * Adds the words that prove a field; the same words for the same field are added once.
 */
void
outlay_claim_add_evidence (OutlayClaim *claim,
                           OutlayField field,
                           guint index,
                           OutlayPart part,
                           OutlaySpan span,
                           const char *rule)
{
  OutlayEvidence evidence = {field, index, part, span, g_intern_string (rule)};

  g_return_if_fail (span.start < span.end);

  for (guint i = 0; i < claim->evidence->len; i++)
    {
      const OutlayEvidence *old = &g_array_index (claim->evidence, OutlayEvidence, i);

      if (old->field == field && old->index == index && old->part == part
          && old->span.start == span.start && old->span.end == span.end)
        return;
    }
  g_array_append_val (claim->evidence, evidence);
}

/**
 * outlay_claim_get_confidence:
 *
 * Returns: percent: the lowest confidence of the fields that have a value.
 */
guint8
outlay_claim_get_confidence (const OutlayClaim *claim)
{
  guint8 lowest = 100;

  for (guint field = 0; field < OUTLAY_N_FIELDS; field++)
    {
      if (outlay_fields_has (&claim->fields, field))
        lowest = MIN (lowest, claim->confidence[field]);
    }
  return lowest;
}

/**
 * outlay_claim_dup_key:
 *
 * What the user says of a claim has to find it again when its article was read anew, so it is told
 * by where the words of its figure stand, not by a number that the ledger gave it.
 *
 * Returns: (transfer full): what tells the claim from most others of its article:
 *   "amount:text:120-134", of a claim without an amount its capacity's words, or its parties'.
 */
char *
outlay_claim_dup_key (const OutlayClaim *claim)
{
  static const OutlayField telling[]
    = {OUTLAY_FIELD_AMOUNT, OUTLAY_FIELD_CAPACITY, OUTLAY_FIELD_PARTIES};

  for (guint i = 0; i < G_N_ELEMENTS (telling); i++)
    {
      for (guint j = 0; j < claim->evidence->len; j++)
        {
          const OutlayEvidence *evidence = &g_array_index (claim->evidence, OutlayEvidence, j);

          if (evidence->field == telling[i])
            return g_strdup_printf ("%s:%s:%" G_GSIZE_FORMAT "-%" G_GSIZE_FORMAT,
                                    outlay_field_to_string (evidence->field),
                                    evidence->part == OUTLAY_PART_TITLE ? "title" : "text",
                                    evidence->span.start, evidence->span.end);
        }
    }
  return g_strdup ("");
}

static gboolean
equal_evidence (const OutlayEvidence *a, const OutlayEvidence *b)
{
  return a->field == b->field && a->index == b->index && a->part == b->part
         && a->span.start == b->span.start && a->span.end == b->span.end
         && g_strcmp0 (a->rule, b->rule) == 0;
}

/**
 * outlay_claim_equal:
 *
 * Returns: whether both say the same by the same words, as certainly.
 */
gboolean
outlay_claim_equal (const OutlayClaim *claim, const OutlayClaim *other)
{
  if (claim->main != other->main || claim->part != other->part
      || claim->evidence->len != other->evidence->len
      || memcmp (claim->confidence, other->confidence, sizeof claim->confidence) != 0)
    return FALSE;
  for (guint field = 0; field < OUTLAY_N_FIELDS; field++)
    {
      if (!outlay_fields_equal_field (&claim->fields, &other->fields, field))
        return FALSE;
    }
  for (guint i = 0; i < claim->evidence->len; i++)
    {
      if (!equal_evidence (&g_array_index (claim->evidence, OutlayEvidence, i),
                           &g_array_index (other->evidence, OutlayEvidence, i)))
        return FALSE;
    }
  return TRUE;
}
