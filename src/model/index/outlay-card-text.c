/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-model"

#include "outlay-card-text.h"

#include "base/format/outlay-format.h"
#include "base/outlay-country.h"
#include "base/outlay-text.h"

static void
append_word (GString *words, const char *word)
{
  if (word != NULL)
    g_string_append_printf (words, "%s\n", word);
}

/**
 * outlay_card_text_new:
 *
 * Returns: (transfer full): all that a person may search a deal by, folded by outlay_text_fold():
 *   what its card says, whole, and its articles' titles.
 */
char *
outlay_card_text_new (const OutlayDealRecord *record)
{
  const OutlayFields *fields = &record->fields;
  g_autoptr (GString) words = g_string_new (NULL);
  g_autofree char *amount = outlay_format_amount (&fields->amount);
  g_autofree char *facts = outlay_format_facts (fields);
  g_autofree char *date = outlay_format_date (fields->announced);

  for (guint i = 0; i < fields->parties->len; i++)
    append_word (words, outlay_fields_get_party (fields, i)->name);
  for (guint i = 0; i < fields->places->len; i++)
    append_word (words, outlay_country_get_name (g_ptr_array_index (fields->places, i)));
  append_word (words, amount);
  append_word (words, facts);
  append_word (words, date);
  append_word (words, outlay_format_kind_in_text (fields->kind));
  append_word (words, outlay_format_status (fields->status));
  for (guint i = 0; i < record->claims->len; i++)
    {
      const OutlayArticle *article = outlay_deal_record_get_claim (record, i)->article;

      append_word (words, article->title);
      append_word (words, article->source);
    }
  return outlay_text_fold (words->str);
}
