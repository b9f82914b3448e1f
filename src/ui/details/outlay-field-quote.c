/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-ui"

#include "outlay-field-quote.h"

#include <glib/gi18n.h>
#include <string.h>

#include "base/format/outlay-format-private.h"
#include "base/format/outlay-format.h"
#include "outlay-excerpt.h"

G_DEFINE_BOXED_TYPE (OutlayFieldQuote,
                     outlay_field_quote,
                     outlay_field_quote_ref,
                     outlay_field_quote_unref)

static OutlayFieldQuote *
quote_new (const OutlayDealClaim *claim, guint index, const OutlayEvidence *evidence)
{
  OutlayFieldQuote *quote = g_atomic_rc_box_new0 (OutlayFieldQuote);

  quote->field = evidence->field;
  quote->claim = index;
  quote->article_id = claim->article_id;
  quote->article = outlay_article_ref (claim->article);
  quote->part = evidence->part;
  quote->spans = g_array_new (FALSE, FALSE, sizeof (OutlaySpan));
  quote->marks = g_array_new (FALSE, FALSE, sizeof (OutlaySpan));
  return quote;
}

/**
 * outlay_field_quote_ref:
 *
 * Returns: (transfer full): @quote; from any thread.
 */
OutlayFieldQuote *
outlay_field_quote_ref (OutlayFieldQuote *quote)
{
  return g_atomic_rc_box_acquire (quote);
}

static void
clear_quote (gpointer data)
{
  OutlayFieldQuote *quote = data;

  outlay_article_unref (quote->article);
  g_array_unref (quote->spans);
  g_array_unref (quote->marks);
  g_free (quote->copy_of);
  g_free (quote->text);
  g_free (quote->value);
}

/** outlay_field_quote_unref: gives back a reference, from any thread. */
void
outlay_field_quote_unref (OutlayFieldQuote *quote)
{
  g_atomic_rc_box_release_full (quote, clear_quote);
}

/* The role that the deal gives the party which the evidence names; its claim's where the deal
 * doesn't have that party. */
static OutlayRole
find_role (const OutlayDealRecord *deal, const OutlayClaim *claim, guint index)
{
  const OutlayParty *party;

  if (index >= claim->fields.parties->len)
    return OUTLAY_ROLE_PARTNER;
  party = outlay_fields_get_party (&claim->fields, index);
  for (guint i = 0; i < deal->fields.parties->len; i++)
    {
      const OutlayParty *same = outlay_fields_get_party (&deal->fields, i);

      if (g_strcmp0 (same->name, party->name) == 0)
        return same->role;
    }
  return party->role;
}

static char *
dup_other_value (const OutlayDealRecord *deal, const OutlayClaim *claim, OutlayField field)
{
  g_autofree char *shown = NULL;
  g_autofree char *said = NULL;

  /* Every article names parties in its own way, and a conversion is an article's own affair. */
  if (field == OUTLAY_FIELD_PARTIES || field == OUTLAY_FIELD_AMOUNT_ALT)
    return NULL;
  shown = outlay_format_field_value (&deal->fields, field);
  said = outlay_format_field_value (&claim->fields, field);
  if (*said == '\0' || strcmp (shown, said) == 0)
    return NULL;
  return g_steal_pointer (&said);
}

/* The quote of the same field, part and sentence that @span can join, so that no sentence is quoted
 * twice under one heading. */
static OutlayFieldQuote *
find_sentence (GPtrArray *quotes,
               GArray *sentences,
               guint first,
               const OutlayEvidence *evidence,
               OutlayRole role)
{
  for (guint i = first; i < quotes->len; i++)
    {
      OutlayFieldQuote *quote = g_ptr_array_index (quotes, i);
      OutlaySpan sentence = g_array_index (sentences, OutlaySpan, i);

      if (quote->field == evidence->field && quote->role == role && quote->part == evidence->part
          && evidence->span.start >= sentence.start && evidence->span.end <= sentence.end)
        return quote;
    }
  return NULL;
}

static int
compare_spans (gconstpointer a, gconstpointer b)
{
  const OutlaySpan *first = a, *second = b;

  if (first->start != second->start)
    return first->start < second->start ? -1 : 1;
  return first->end < second->end ? -1 : first->end > second->end;
}

/* Sorts the spans and joins those that overlap. */
static void
tidy_spans (GArray *spans)
{
  guint kept = 0;

  g_array_sort (spans, compare_spans);
  for (guint i = 1; i < spans->len; i++)
    {
      OutlaySpan *last = &g_array_index (spans, OutlaySpan, kept);
      OutlaySpan next = g_array_index (spans, OutlaySpan, i);

      if (next.start <= last->end)
        last->end = MAX (last->end, next.end);
      else
        g_array_index (spans, OutlaySpan, ++kept) = next;
    }
  g_array_set_size (spans, kept + 1);
}

static void
add_claim (GPtrArray *quotes,
           GArray *sentences,
           const OutlayDealRecord *deal,
           guint index,
           const OutlayArticle *article)
{
  const OutlayDealClaim *claim = outlay_deal_record_get_claim (deal, index);
  g_autofree char *copy_of = outlay_format_copy_of (deal, index);
  guint first = quotes->len, text_hash = g_str_hash (article->text);

  for (guint i = 0; i < claim->claim->evidence->len; i++)
    {
      const OutlayEvidence *evidence = &g_array_index (claim->claim->evidence, OutlayEvidence, i);
      OutlayRole role = evidence->field == OUTLAY_FIELD_PARTIES
                          ? find_role (deal, claim->claim, evidence->index)
                          : OUTLAY_ROLE_INVESTOR;
      OutlayFieldQuote *quote;

      if (!outlay_article_has_span (article, evidence->part, evidence->span))
        continue;
      quote = find_sentence (quotes, sentences, first, evidence, role);
      if (quote == NULL)
        {
          OutlaySpan sentence = outlay_article_get_quote (article, evidence->part, evidence->span);

          quote = quote_new (claim, index, evidence);
          quote->role = role;
          quote->text_hash = text_hash;
          quote->copy_of = g_strdup (copy_of);
          quote->value = dup_other_value (deal, claim->claim, evidence->field);
          g_ptr_array_add (quotes, quote);
          g_array_append_val (sentences, sentence);
        }
      g_array_append_val (quote->spans, evidence->span);
    }
  for (guint i = first; i < quotes->len; i++)
    {
      OutlayFieldQuote *quote = g_ptr_array_index (quotes, i);

      tidy_spans (quote->spans);
      quote->text = outlay_excerpt_make (outlay_article_get_part (article, quote->part),
                                         g_array_index (sentences, OutlaySpan, i), quote->spans,
                                         quote->marks);
    }
}

static int
compare_quotes (gconstpointer a, gconstpointer b, gpointer data)
{
  const OutlayFieldQuote *first = *(OutlayFieldQuote *const *)a,
                         *second = *(OutlayFieldQuote *const *)b;
  const OutlayDealRecord *deal = data;
  gboolean first_chosen, second_chosen;

  if (first->field != second->field)
    return first->field < second->field ? -1 : 1;
  if (first->role != second->role)
    return first->role < second->role ? -1 : 1;
  first_chosen = deal->chosen[first->field] == (int)first->claim;
  second_chosen = deal->chosen[first->field] == (int)second->claim;
  if (first_chosen != second_chosen)
    return first_chosen ? -1 : 1;
  if (first->claim != second->claim)
    return first->claim < second->claim ? -1 : 1;
  if (first->part != second->part)
    return first->part < second->part ? -1 : 1;
  return compare_spans (first->spans->data, second->spans->data);
}

/**
 * outlay_field_quotes_find:
 * @deal: a deal
 * @articles: (element-type OutlayArticle) (nullable): the articles of its claims with their texts,
 *   in the order of the claims; %NULL for one that is not there
 *
 * Takes as long as the articles are long: for a worker thread.
 *
 * Returns: (transfer full) (element-type OutlayFieldQuote): the words that prove the deal's fields:
 * by field, of parties by role, first those of the claim that gave the field its value, then by
 *   claim and by position.
 */
GPtrArray *
outlay_field_quotes_find (const OutlayDealRecord *deal, const GPtrArray *articles)
{
  GPtrArray *quotes = g_ptr_array_new_with_free_func ((GDestroyNotify)outlay_field_quote_unref);
  g_autoptr (GArray) sentences = g_array_new (FALSE, FALSE, sizeof (OutlaySpan));

  for (guint i = 0; articles != NULL && i < MIN (articles->len, deal->claims->len); i++)
    {
      if (g_ptr_array_index (articles, i) != NULL)
        add_claim (quotes, sentences, deal, i, g_ptr_array_index (articles, i));
    }
  g_ptr_array_sort_with_data (quotes, compare_quotes, (gpointer)deal);
  return quotes;
}

/**
 * outlay_field_quote_dup_origin:
 *
 * Returns: (transfer full): where the words stand: "example.org · 24 Nov 2025", and whose text it
 * is where the article is a copy; the file's name where the source is unknown.
 */
char *
outlay_field_quote_dup_origin (const OutlayFieldQuote *quote)
{
  g_autofree char *origin = outlay_excerpt_dup_origin (quote->article);
  GString *caption = g_string_new (origin);

  if (quote->copy_of != NULL)
    g_string_append_printf (caption, " · %s", quote->copy_of);
  if (quote->article->note != NULL)
    g_string_append_printf (caption, " · %s", quote->article->note);
  return g_string_free (caption, FALSE);
}
