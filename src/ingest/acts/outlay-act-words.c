/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the history says of an act, in the language of the program. */
#define G_LOG_DOMAIN "outlay-ingest"

#include <glib/gi18n-lib.h>

#include "base/format/outlay-format-private.h"
#include "base/format/outlay-format.h"
#include "base/json/outlay-json.h"
#include "outlay-act.h"

typedef struct
{
  OutlayActKind kind;
  JsonObject *details;
} Told;

static guint
count_list (const Told *told, const char *member)
{
  JsonArray *list = outlay_json_get_array (told->details, member);

  return list != NULL ? json_array_get_length (list) : 0;
}

static char *
dup_deal (const Told *told, guint index)
{
  if (index >= count_list (told, "deals"))
    return g_strdup ("");
  JsonArray *deals = json_object_get_array_member (told->details, "deals");
  JsonObject *deal = json_array_get_object_element (deals, index);
  const char *label = outlay_json_get_string (deal, "label");

  if (label != NULL && *label != '\0')
    return g_strdup (label);
  g_autofree char *id
    = g_strdup_printf ("%" G_GINT64_FORMAT, json_object_get_int_member (deal, "id"));
  return g_strdup_printf (_ ("deal %s"), id);
}

static const char *
get_text (const Told *told, const char *member)
{
  const char *text = outlay_json_get_string (told->details, member);

  return text != NULL ? text : "";
}

/* One deal by its name, several by their number: @one has “{deal}”, @many “{count}”. */
static char *
count_deals (const Told *told, const char *one, const char *many)
{
  guint count = count_list (told, "deals");
  g_autofree char *deal = dup_deal (told, 0);
  g_autofree char *number = outlay_format_count (count);

  return outlay_format_fill (count == 1 ? one : many, "deal", deal, "count", number, "text",
                             get_text (told, "text"), NULL);
}

static char *
describe_flag (const Told *told)
{
  guint n = count_list (told, "deals");

  switch (told->kind)
    {
    case OUTLAY_ACT_STAR:
      return count_deals (told, _ ("Starred “{deal}”"),
                          ngettext ("Starred {count} deal", "Starred {count} deals", n));
    case OUTLAY_ACT_UNSTAR:
      return count_deals (
        told, _ ("Took the star from “{deal}”"),
        ngettext ("Took the star from {count} deal", "Took the stars from {count} deals", n));
    case OUTLAY_ACT_REJECT:
      return count_deals (
        told, _ ("Rejected “{deal}” as no deal"),
        ngettext ("Rejected {count} card as no deal", "Rejected {count} cards as no deals", n));
    case OUTLAY_ACT_UNREJECT:
      return count_deals (
        told, _ ("Took “{deal}” back as a deal"),
        ngettext ("Took {count} card back as a deal", "Took {count} cards back as deals", n));
    case OUTLAY_ACT_REVIEW:
      return count_deals (told, _ ("Reviewed “{deal}”"),
                          ngettext ("Reviewed {count} deal", "Reviewed {count} deals", n));
    case OUTLAY_ACT_UNREVIEW:
      return count_deals (
        told, _ ("Put “{deal}” back to review"),
        ngettext ("Put {count} deal back to review", "Put {count} deals back to review", n));
    case OUTLAY_ACT_TAG:
      return count_deals (
        told, _ ("Tagged “{deal}” “{text}”"),
        ngettext ("Tagged {count} deal “{text}”", "Tagged {count} deals “{text}”", n));
    default:
      return count_deals (told, _ ("Took the tag “{text}” from “{deal}”"),
                          ngettext ("Took the tag “{text}” from {count} deal",
                                    "Took the tag “{text}” from {count} deals", n));
    }
}

static char *
describe_note (const Told *told)
{
  g_autofree char *deal = dup_deal (told, 0);

  return outlay_format_fill (*get_text (told, "text") != '\0' ? _ ("Wrote a note on “{deal}”")
                                                              : _ ("Took the note from “{deal}”"),
                             "deal", deal, NULL);
}

/* A value as the card says it. */
static char *
dup_value (JsonObject *values, OutlayField field)
{
  g_auto (OutlayFields) fields = {0};
  g_autofree char *json = outlay_json_print (values);

  outlay_fields_init (&fields);
  if (!outlay_json_read_field (json, field, &fields, NULL) || !outlay_fields_has (&fields, field))
    return g_strdup (C_ ("history", "nothing"));
  return outlay_format_field_value (&fields, field);
}

static char *
describe_field (const Told *told, OutlayField field, const char *deal)
{
  JsonObject *from = json_object_get_object_member (told->details, "from");
  g_autofree char *before = dup_value (from, field);

  if (told->kind == OUTLAY_ACT_UNCORRECT)
    return outlay_format_fill (_ ("Took back the correction of “{deal}”: {field} “{before}”"),
                               "deal", deal, "field", outlay_format_field (field), "before", before,
                               NULL);
  g_autofree char *after = dup_value (json_object_get_object_member (told->details, "to"), field);
  return outlay_format_fill (_ ("Corrected “{deal}”: {field} “{before}” → “{after}”"), "deal", deal,
                             "field", outlay_format_field (field), "before", before, "after", after,
                             NULL);
}

static char *
describe_correction (const Told *told)
{
  g_autofree char *deal = dup_deal (told, 0);
  guint count = 0;
  OutlayField only = OUTLAY_FIELD_KIND;

  for (guint field = 0; field < OUTLAY_N_FIELDS; field++)
    {
      JsonNode *from = json_object_get_member (told->details, "from");

      if (from == NULL || !JSON_NODE_HOLDS_OBJECT (from)
          || !json_object_has_member (json_node_get_object (from), outlay_field_to_string (field)))
        continue;
      count++;
      only = field;
    }
  if (count == 1)
    return describe_field (told, only, deal);
  g_autofree char *number = outlay_format_count (count);
  return outlay_format_fill (told->kind == OUTLAY_ACT_CORRECT
                               ? ngettext ("Corrected {count} field of “{deal}”",
                                           "Corrected {count} fields of “{deal}”", count)
                               : ngettext ("Took back {count} correction of “{deal}”",
                                           "Took back {count} corrections of “{deal}”", count),
                             "count", number, "deal", deal, NULL);
}

static char *
describe_link (const Told *told)
{
  g_autofree char *deal = dup_deal (told, 0);
  g_autofree char *other = dup_deal (told, 1);
  guint n = count_list (told, "deals");
  g_autofree char *number = outlay_format_count (n);
  const char *pattern;

  switch (told->kind)
    {
    case OUTLAY_ACT_MERGE:
      pattern = n == 2 ? _ ("Merged “{deal}” and “{other}”")
                       : ngettext ("Merged {count} deal into “{deal}”",
                                   "Merged {count} deals into “{deal}”", n);
      break;
    case OUTLAY_ACT_SPLIT:
      pattern = _ ("Split “{deal}”");
      break;
    case OUTLAY_ACT_SEPARATE:
      pattern = _ ("Kept “{deal}” and “{other}” apart");
      break;
    case OUTLAY_ACT_PART:
      pattern = _ ("Made “{deal}” a part of “{other}”");
      break;
    default:
      pattern = _ ("Made “{deal}” a deal for itself");
    }
  return outlay_format_fill (pattern, "deal", deal, "other", other, "count", number, NULL);
}

static char *
describe_name (const Told *told)
{
  return outlay_format_fill (
    told->kind == OUTLAY_ACT_READ_AS ? _ ("Reading “{name}” as “{other}”")
                                     : _ ("Reading “{name}” by its own name again"),
    "name", get_text (told, "text"), "other", get_text (told, "other"), NULL);
}

static char *
describe_deletion (const Told *told)
{
  guint n = count_list (told, "articles");
  g_autofree char *number = outlay_format_count (n);
  const char *source = get_text (told, "text");
  const char *article = n > 0 ? json_array_get_string_element (
                          json_object_get_array_member (told->details, "articles"), 0)
                              : "";

  if (told->kind == OUTLAY_ACT_DELETE_SOURCE)
    return outlay_format_fill (ngettext ("Deleted the source “{source}” with {count} article",
                                         "Deleted the source “{source}” with {count} articles", n),
                               "source", *source != '\0' ? source : C_ ("source", "Unknown source"),
                               "count", number, NULL);
  return outlay_format_fill (
    n == 1 ? _ ("Deleted the article “{article}”")
           : ngettext ("Deleted {count} article", "Deleted {count} articles", n),
    "article", article, "count", number, NULL);
}

static char *
describe_extraction (const Told *told)
{
  guint n = count_list (told, "deals");
  g_autofree char *number = outlay_format_count (n);

  return outlay_format_fill (ngettext ("Read the articles anew, which changed {count} deal",
                                       "Read the articles anew, which changed {count} deals", n),
                             "count", number, NULL);
}

static char *
describe_told (const Told *told)
{
  switch (told->kind)
    {
    case OUTLAY_ACT_NOTE:
      return describe_note (told);
    case OUTLAY_ACT_CORRECT:
    case OUTLAY_ACT_UNCORRECT:
      return describe_correction (told);
    case OUTLAY_ACT_MERGE:
    case OUTLAY_ACT_SPLIT:
    case OUTLAY_ACT_SEPARATE:
    case OUTLAY_ACT_PART:
    case OUTLAY_ACT_UNPART:
      return describe_link (told);
    case OUTLAY_ACT_READ_AS:
    case OUTLAY_ACT_UNREAD:
      return describe_name (told);
    case OUTLAY_ACT_DELETE_ARTICLES:
    case OUTLAY_ACT_DELETE_SOURCE:
      return describe_deletion (told);
    case OUTLAY_ACT_IMPORT_ANYWAY:
      return outlay_format_fill (_ ("Imported “{article}” once more"), "article",
                                 get_text (told, "text"), NULL);
    case OUTLAY_ACT_CORRECT_TEXT:
      return outlay_format_fill (_ ("Corrected the text of “{article}”"), "article",
                                 get_text (told, "text"), NULL);
    case OUTLAY_ACT_UNCORRECT_TEXT:
      return outlay_format_fill (_ ("Went back to the imported text of “{article}”"), "article",
                                 get_text (told, "text"), NULL);
    case OUTLAY_ACT_REEXTRACT:
      return describe_extraction (told);
    default:
      return describe_flag (told);
    }
}

/**
 * outlay_act_describe:
 *
 * Returns: (transfer full): what the act did, in one line.
 */
char *
outlay_act_describe (const OutlayHistoryEntry *entry)
{
  g_autoptr (JsonObject) details = outlay_json_parse (entry->details, -1, NULL);
  Told told = {.details = details};

  if (details == NULL || !outlay_act_kind_from_string (entry->kind, &told.kind))
    return g_strdup (_ ("An act of a newer version"));
  return describe_told (&told);
}

/**
 * outlay_act_get_returned:
 * @entry: an act that was done, or undone
 *
 * Returns: the deal that is back by it, which had been rejected; 0 where none is, or several are.
 */
gint64
outlay_act_get_returned (const OutlayHistoryEntry *entry)
{
  g_autoptr (JsonObject) details = outlay_json_parse (entry->details, -1, NULL);
  Told told = {.details = details};
  OutlayActKind wanted = entry->undone ? OUTLAY_ACT_REJECT : OUTLAY_ACT_UNREJECT;

  if (details == NULL || !outlay_act_kind_from_string (entry->kind, &told.kind)
      || told.kind != wanted || count_list (&told, "deals") != 1)
    return 0;
  return json_object_get_int_member (
    json_array_get_object_element (outlay_json_get_array (details, "deals"), 0), "id");
}
