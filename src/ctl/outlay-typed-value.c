/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Values of fields as people type them. */
#define G_LOG_DOMAIN "outlay-ctl"

#include "outlay-typed-value.h"

#include <string.h>

#include "extract/outlay-extract.h"

/* Figures are read as those of articles are: "up to 50 billion dollars", "1.3 GW". */
static gboolean
read_figure (const char *text, const char *lang, OutlayField field, OutlayFields *fields)
{
  g_autoptr (OutlayArticle) article = outlay_article_new ();
  OutlayMentionType wanted
    = field == OUTLAY_FIELD_AMOUNT ? OUTLAY_MENTION_MONEY : OUTLAY_MENTION_CAPACITY;

  g_free (article->text);
  g_free (article->lang);
  article->text = g_strdup (text);
  article->lang = g_strdup (lang);
  g_autoptr (GArray) mentions
    = outlay_extractor_find_mentions (outlay_extractor_get_default (), article);
  for (guint i = 0; i < mentions->len; i++)
    {
      const OutlayMention *mention = &g_array_index (mentions, OutlayMention, i);

      if (mention->type != wanted)
        continue;
      fields->amount = mention->money;
      fields->capacity = mention->capacity;
      return TRUE;
    }
  return FALSE;
}

/* "investor: Acme; recipient: Borealis" */
static gboolean
read_parties (const char *text, OutlayFields *fields)
{
  g_auto (GStrv) parties = g_strsplit (text, ";", -1);

  for (guint i = 0; parties[i] != NULL; i++)
    {
      g_auto (GStrv) halves = g_strsplit (parties[i], ":", 2);
      OutlayRole role;

      if (halves[0] == NULL || halves[1] == NULL
          || !outlay_role_from_string (g_strstrip (halves[0]), &role))
        return FALSE;
      outlay_fields_add_party (fields, role, g_strstrip (halves[1]));
    }
  return TRUE;
}

static void
read_places (const char *text, OutlayFields *fields)
{
  g_auto (GStrv) places = g_strsplit (text, ",", -1);

  for (guint i = 0; places[i] != NULL; i++)
    outlay_fields_add_place (fields, g_strstrip (places[i]));
}

static gboolean
read_value (const char *text, const char *lang, OutlayField field, OutlayFields *fields)
{
  switch (field)
    {
    case OUTLAY_FIELD_KIND:
      return outlay_kind_from_string (text, &fields->kind);
    case OUTLAY_FIELD_STATUS:
      return outlay_status_from_string (text, &fields->status);
    case OUTLAY_FIELD_PARTIES:
      return read_parties (text, fields);
    case OUTLAY_FIELD_PLACES:
      read_places (text, fields);
      return TRUE;
    case OUTLAY_FIELD_ANNOUNCED:
      return outlay_date_from_string (text, &fields->announced);
    case OUTLAY_FIELD_START:
      return outlay_date_from_string (text, &fields->start);
    case OUTLAY_FIELD_END:
      return outlay_date_from_string (text, &fields->end);
    case OUTLAY_FIELD_AMOUNT:
    case OUTLAY_FIELD_CAPACITY:
      return read_figure (text, lang, field, fields);
    default:
      return FALSE;
    }
}

/**
 * outlay_typed_value_read:
 * @typed: "FIELD=VALUE"; no value behind the sign says that the field shall have none
 * @lang: the language that figures are typed in
 * @fields: gets the value
 * @field: (out): which one it is
 *
 * Returns: whether it could be read.
 */
gboolean
outlay_typed_value_read (const char *typed,
                         const char *lang,
                         OutlayFields *fields,
                         OutlayField *field)
{
  g_auto (GStrv) halves = g_strsplit (typed, "=", 2);
  g_auto (OutlayFields) read = {0};

  if (halves[0] == NULL || halves[1] == NULL || !outlay_field_from_string (halves[0], field))
    return FALSE;
  outlay_fields_init (&read);
  gboolean needed = *field == OUTLAY_FIELD_KIND || *field == OUTLAY_FIELD_STATUS;
  gboolean empty = *g_strstrip (halves[1]) == '\0';
  if (empty ? needed : !read_value (halves[1], lang, *field, &read))
    return FALSE;
  outlay_fields_copy_field (fields, &read, *field);
  return TRUE;
}
