/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the details say of a deal beside its fields, and the deal as plain text. */
#define G_LOG_DOMAIN "outlay-ui"

#include "outlay-deal-words.h"

#include <glib/gi18n.h>

#include "base/format/outlay-format-private.h"
#include "base/format/outlay-format.h"
#include "outlay-field-quote.h"

/**
 * outlay_deal_words_dup_title:
 *
 * Returns: (transfer full): who commits, to whom or with whom: "Acme → Norland".
 */
char *
outlay_deal_words_dup_title (const OutlayFields *fields)
{
  g_autofree char *who = outlay_format_who (fields);
  g_autofree char *whom = outlay_format_parties (fields, OUTLAY_ROLE_RECIPIENT, 5);
  g_autofree char *partners = outlay_format_parties (fields, OUTLAY_ROLE_PARTNER, 5);

  if (whom != NULL)
    /* Translators: title of a deal: who commits, and to whom */
    return outlay_format_fill (C_ ("deal", "{who} → {whom}"), "who", who, "whom", whom, NULL);
  if (partners != NULL)
    /* Translators: title of a deal: who commits, and with whom */
    return outlay_format_fill (C_ ("deal", "{who} with {partners}"), "who", who, "partners",
                               partners, NULL);
  return g_steal_pointer (&who);
}

/* The language of the article that gave the conversions; "" where it is not known. */
static const char *
get_converting_language (const OutlayDealRecord *deal)
{
  int chosen = deal->chosen[OUTLAY_FIELD_AMOUNT_ALT];

  if (chosen < 0 || (guint)chosen >= deal->claims->len)
    return "";
  return outlay_deal_record_get_claim (deal, (guint)chosen)->article->lang;
}

/**
 * outlay_deal_words_dup_conversions:
 *
 * Returns: (transfer full) (nullable): the amount in other currencies, as an article converts it:
 *   "≈ €43 billion in the German article"; %NULL where none does.
 */
char *
outlay_deal_words_dup_conversions (const OutlayDealRecord *deal)
{
  g_autofree char *amounts = outlay_format_field_value (&deal->fields, OUTLAY_FIELD_AMOUNT_ALT);
  const char *lang = get_converting_language (deal);

  if (*amounts == '\0')
    return NULL;
  if (*lang == '\0')
    return outlay_format_fill (_ ("≈ {amount} in the article"), "amount", amounts, NULL);
  /* Translators: a conversion that an article itself gives: "≈ €43 billion in the German article"
   */
  return outlay_format_fill (_ ("≈ {amount} in the {language} article"), "amount", amounts,
                             "language", outlay_format_language (lang), NULL);
}

static guint
count_articles (const OutlayDealRecord *deal)
{
  g_autoptr (GHashTable) articles = g_hash_table_new (g_int64_hash, g_int64_equal);

  for (guint i = 0; i < deal->claims->len; i++)
    g_hash_table_add (articles, &outlay_deal_record_get_claim (deal, i)->article_id);
  return g_hash_table_size (articles);
}

/**
 * outlay_deal_words_dup_counts:
 *
 * Returns: (transfer full): what the deal rests on: "3 articles, 2 sources, 1 copy".
 */
char *
outlay_deal_words_dup_counts (const OutlayDealRecord *deal)
{
  guint n_articles = count_articles (deal);
  guint n_sources = outlay_deal_record_count_sources (deal);
  g_autofree char *articles
    = g_strdup_printf (ngettext ("%u article", "%u articles", n_articles), n_articles);
  g_autofree char *sources
    = g_strdup_printf (ngettext ("%u source", "%u sources", n_sources), n_sources);
  g_autofree char *copies = outlay_format_copies (deal);
  g_autofree char *notes = outlay_format_notes (deal);
  g_autofree char *voices
    = copies != NULL ? outlay_format_fill (_ ("{articles}, {sources}, {copies}"), "articles",
                                           articles, "sources", sources, "copies", copies, NULL)
                     : outlay_format_fill (_ ("{articles}, {sources}"), "articles", articles,
                                           "sources", sources, NULL);

  if (notes == NULL)
    return g_steal_pointer (&voices);
  return outlay_format_fill (C_ ("card", "{sources}, {caveats}"), "sources", voices, "caveats",
                             notes, NULL);
}

static void
append_field (GString *text, const OutlayFields *fields, OutlayField field)
{
  g_autofree char *value = outlay_format_field_value (fields, field);

  if (*value != '\0')
    /* Translators: a line "Capacity: 1.3 GW" of the copied text */
    g_string_append_printf (text, _ ("%s: %s\n"), outlay_format_field (field), value);
}

/**
 * outlay_deal_words_dup_text:
 * @quotes: (element-type OutlayFieldQuote): its quotes
 *
 * Returns: (transfer full): the deal as plain text, with the words that prove it, to paste into a
 *   mail.
 */
char *
outlay_deal_words_dup_text (const OutlayDealRecord *deal, GPtrArray *quotes)
{
  GString *text = g_string_new (NULL);
  g_autofree char *title = outlay_deal_words_dup_title (&deal->fields);

  g_string_append_printf (text, "%s\n", title);
  append_field (text, &deal->fields, OUTLAY_FIELD_AMOUNT);
  append_field (text, &deal->fields, OUTLAY_FIELD_AMOUNT_ALT);
  for (OutlayField field = OUTLAY_FIELD_CAPACITY; field < OUTLAY_N_FIELDS; field++)
    append_field (text, &deal->fields, field);
  append_field (text, &deal->fields, OUTLAY_FIELD_STATUS);
  append_field (text, &deal->fields, OUTLAY_FIELD_KIND);
  for (guint i = 0; i < quotes->len; i++)
    {
      const OutlayFieldQuote *quote = g_ptr_array_index (quotes, i);
      g_autofree char *origin = outlay_field_quote_dup_origin (quote);

      /* Translators: a line of the copied text: field, quoted words, where they stand */
      g_string_append_printf (text, _ ("\n%s: “%s” (%s)"), outlay_format_field (quote->field),
                              quote->text, origin);
    }
  if (quotes->len > 0)
    g_string_append_c (text, '\n');
  return g_string_free (text, FALSE);
}
