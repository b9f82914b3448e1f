/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-ingest"

#include "outlay-act-private.h"

G_DEFINE_QUARK (outlay_act_error, outlay_act_error)

static const char *const kind_names[OUTLAY_N_ACT_KINDS] = {
  "star",          "unstar",    "reject",       "unreject",        "review",
  "unreview",      "note",      "tag",          "untag",           "correct",
  "uncorrect",     "merge",     "split",        "separate",        "part",
  "unpart",        "read-as",   "unread",       "delete-articles", "delete-source",
  "import-anyway", "reextract", "correct-text", "uncorrect-text",
};

/**
 * outlay_act_kind_to_string:
 *
 * Returns: (transfer none): the name of @kind in the history.
 */
const char *
outlay_act_kind_to_string (OutlayActKind kind)
{
  g_return_val_if_fail ((guint)kind < OUTLAY_N_ACT_KINDS, NULL);

  return kind_names[kind];
}

/**
 * outlay_act_kind_from_string:
 *
 * Returns: whether @string is the name of a kind; @kind is set then.
 */
gboolean
outlay_act_kind_from_string (const char *string, OutlayActKind *kind)
{
  for (guint i = 0; i < OUTLAY_N_ACT_KINDS; i++)
    {
      if (g_str_equal (kind_names[i], string))
        {
          *kind = i;
          return TRUE;
        }
    }
  return FALSE;
}

static OutlayAct *
new_act (OutlayActKind kind, const GArray *deals, const char *text)
{
  OutlayAct *act = g_atomic_rc_box_new0 (OutlayAct);

  act->kind = kind;
  act->deals
    = deals != NULL ? g_array_copy ((GArray *)deals) : g_array_new (FALSE, FALSE, sizeof (gint64));
  act->items = g_array_new (FALSE, FALSE, sizeof (gint64));
  act->text = g_strdup (text);
  outlay_fields_init (&act->values);
  return act;
}

static OutlayAct *
new_act_of_deal (OutlayActKind kind, gint64 deal, const char *text)
{
  OutlayAct *act = new_act (kind, NULL, text);

  g_array_append_val (act->deals, deal);
  return act;
}

/**
 * outlay_act_new_star:
 * @deals: (element-type gint64): ids of deals
 * @starred: %FALSE to take the stars away
 *
 * Returns: (transfer full): an act that stars deals.
 */
OutlayAct *
outlay_act_new_star (const GArray *deals, gboolean starred)
{
  return new_act (starred ? OUTLAY_ACT_STAR : OUTLAY_ACT_UNSTAR, deals, NULL);
}

/**
 * outlay_act_new_reject:
 * @deals: (element-type gint64): ids of deals
 * @rejected: %FALSE to take it back
 *
 * Returns: (transfer full): an act that says that these are no deals.
 */
OutlayAct *
outlay_act_new_reject (const GArray *deals, gboolean rejected)
{
  return new_act (rejected ? OUTLAY_ACT_REJECT : OUTLAY_ACT_UNREJECT, deals, NULL);
}

/**
 * outlay_act_new_review:
 * @deals: (element-type gint64): ids of deals
 * @reviewed: %FALSE to take it back
 *
 * Returns: (transfer full): an act that says that the user has looked at what the cards of deals
 *   say; it holds until a card says something else.
 */
OutlayAct *
outlay_act_new_review (const GArray *deals, gboolean reviewed)
{
  return new_act (reviewed ? OUTLAY_ACT_REVIEW : OUTLAY_ACT_UNREVIEW, deals, NULL);
}

/**
 * outlay_act_new_note:
 * @note: (nullable): %NULL or "" to take the note away
 *
 * Returns: (transfer full): an act that writes a note on a deal.
 */
OutlayAct *
outlay_act_new_note (gint64 deal, const char *note)
{
  return new_act_of_deal (OUTLAY_ACT_NOTE, deal, note);
}

/**
 * outlay_act_new_tag:
 * @deals: (element-type gint64): ids of deals
 * @name: the user's own word
 * @tagged: %FALSE to take the tag away
 *
 * Returns: (transfer full): an act that tags deals.
 */
OutlayAct *
outlay_act_new_tag (const GArray *deals, const char *name, gboolean tagged)
{
  return new_act (tagged ? OUTLAY_ACT_TAG : OUTLAY_ACT_UNTAG, deals, name);
}

/**
 * outlay_act_new_correct:
 * @fields: bit (1 << field) of each field that is set
 * @values: their values; a field without one shall have none
 *
 * Returns: (transfer full): an act that sets fields of a deal.
 */
OutlayAct *
outlay_act_new_correct (gint64 deal, guint fields, const OutlayFields *values)
{
  OutlayAct *act = new_act_of_deal (OUTLAY_ACT_CORRECT, deal, NULL);

  act->fields = fields;
  outlay_fields_clear (&act->values);
  outlay_fields_copy (&act->values, values);
  return act;
}

/**
 * outlay_act_new_uncorrect:
 * @fields: bit (1 << field) of each field
 *
 * Returns: (transfer full): an act that takes corrections back: the fields come from the articles.
 */
OutlayAct *
outlay_act_new_uncorrect (gint64 deal, guint fields)
{
  OutlayAct *act = new_act_of_deal (OUTLAY_ACT_UNCORRECT, deal, NULL);

  act->fields = fields;
  return act;
}

/**
 * outlay_act_new_merge:
 * @deals: (element-type gint64): ids of two deals or more, which are one; it keeps the id of
 *   the one with the most claims
 *
 * Returns: (transfer full): an act that merges deals.
 */
OutlayAct *
outlay_act_new_merge (const GArray *deals)
{
  return new_act (OUTLAY_ACT_MERGE, deals, NULL);
}

/**
 * outlay_act_new_split:
 * @claims: (element-type gint64): ids of claims of the deal, not all of them
 *
 * Returns: (transfer full): an act that makes a deal of its own of claims of another.
 */
OutlayAct *
outlay_act_new_split (gint64 deal, const GArray *claims)
{
  OutlayAct *act = new_act_of_deal (OUTLAY_ACT_SPLIT, deal, NULL);

  g_array_append_vals (act->items, claims->data, claims->len);
  return act;
}

/**
 * outlay_act_new_separate:
 *
 * Returns: (transfer full): an act that says that two deals are two, and neither a part of the
 *   other; it dismisses a suggestion to link them.
 */
OutlayAct *
outlay_act_new_separate (gint64 deal, gint64 other)
{
  OutlayAct *act = new_act_of_deal (OUTLAY_ACT_SEPARATE, deal, NULL);

  g_array_append_val (act->deals, other);
  return act;
}

/**
 * outlay_act_new_part:
 *
 * Returns: (transfer full): an act that makes a deal a part of another, which totals count alone.
 */
OutlayAct *
outlay_act_new_part (gint64 part, gint64 whole)
{
  OutlayAct *act = new_act_of_deal (OUTLAY_ACT_PART, part, NULL);

  g_array_append_val (act->deals, whole);
  return act;
}

/**
 * outlay_act_new_unpart:
 *
 * Returns: (transfer full): an act that makes a part of another deal a deal for itself.
 */
OutlayAct *
outlay_act_new_unpart (gint64 part)
{
  return new_act_of_deal (OUTLAY_ACT_UNPART, part, NULL);
}

/**
 * outlay_act_new_read_as:
 * @name: an organisation as cards or articles name it
 * @reads_as: the one that it is
 *
 * Returns: (transfer full): an act that names an organisation otherwise in all claims, those to
 *   come too.
 */
OutlayAct *
outlay_act_new_read_as (const char *name, const char *reads_as)
{
  OutlayAct *act = new_act (OUTLAY_ACT_READ_AS, NULL, name);

  act->other = g_strdup (reads_as);
  return act;
}

/**
 * outlay_act_new_unread:
 *
 * Returns: (transfer full): an act that reads an organisation by its own name again.
 */
OutlayAct *
outlay_act_new_unread (const char *name)
{
  return new_act (OUTLAY_ACT_UNREAD, NULL, name);
}

/**
 * outlay_act_new_delete_articles:
 * @articles: (element-type gint64): ids of articles
 *
 * Returns: (transfer full): an act that deletes articles with their claims.
 */
OutlayAct *
outlay_act_new_delete_articles (const GArray *articles)
{
  OutlayAct *act = new_act (OUTLAY_ACT_DELETE_ARTICLES, NULL, NULL);

  g_array_append_vals (act->items, articles->data, articles->len);
  return act;
}

/**
 * outlay_act_new_delete_source:
 * @source: a source's name, "" for the unknown one
 *
 * Returns: (transfer full): an act that deletes all articles of a source.
 */
OutlayAct *
outlay_act_new_delete_source (const char *source)
{
  return new_act (OUTLAY_ACT_DELETE_SOURCE, NULL, source);
}

/**
 * outlay_act_new_import_anyway:
 * @input: one article, as outlay_import_get_items() has it of a duplicate
 *
 * Returns: (transfer full): an act that brings an article in once more.
 */
OutlayAct *
outlay_act_new_import_anyway (const OutlayImportInput *input)
{
  OutlayAct *act = new_act (OUTLAY_ACT_IMPORT_ANYWAY, NULL, NULL);

  act->input = outlay_import_input_copy (input);
  return act;
}

/**
 * outlay_act_ref:
 *
 * Returns: (transfer full): @act; from any thread.
 */
OutlayAct *
outlay_act_ref (OutlayAct *act)
{
  return g_atomic_rc_box_acquire (act);
}

static void
clear_act (gpointer data)
{
  OutlayAct *act = data;

  g_array_unref (act->deals);
  g_array_unref (act->items);
  g_free (act->text);
  g_free (act->other);
  g_clear_pointer (&act->input, outlay_import_input_free);
  outlay_fields_clear (&act->values);
}

/** outlay_act_unref: gives back a reference, from any thread. */
void
outlay_act_unref (OutlayAct *act)
{
  g_atomic_rc_box_release_full (act, clear_act);
}

/**
 * outlay_act_get_kind:
 *
 * Returns: what is done.
 */
OutlayActKind
outlay_act_get_kind (const OutlayAct *act)
{
  return act->kind;
}
