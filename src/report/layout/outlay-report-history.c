/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What became known of a deal when, and what the user made of it. */
#define G_LOG_DOMAIN "outlay-report"

#include "outlay-report-history.h"

#include <glib/gi18n-lib.h>

#include "base/format/outlay-format-private.h"
#include "base/format/outlay-format.h"
#include "base/json/outlay-json.h"
#include "ledger/history/outlay-history.h"
#include "report/layout/outlay-report-evidence.h"
#include "report/layout/outlay-report-sources.h"

static int
compare_days (gconstpointer a, gconstpointer b)
{
  const OutlayDealClaim *first = *(const OutlayDealClaim *const *)a;
  const OutlayDealClaim *second = *(const OutlayDealClaim *const *)b;
  int order = outlay_date_compare (first->article->published, second->article->published);

  return order != 0 ? order : (first->id > second->id) - (first->id < second->id);
}

static GPtrArray *
list_dated_claims (const OutlayDealRecord *deal)
{
  GPtrArray *claims = g_ptr_array_new ();

  for (guint i = 0; i < deal->claims->len; i++)
    {
      OutlayDealClaim *claim = outlay_deal_record_get_claim (deal, i);

      if (outlay_date_is_set (claim->article->published))
        g_ptr_array_add (claims, claim);
    }
  g_ptr_array_sort (claims, compare_days);
  return claims;
}

static char *
dup_claim_event (const OutlayDealClaim *claim)
{
  g_autofree char *title = outlay_report_dup_article_title (claim->article);
  g_autofree char *source
    = outlay_format_name (claim->article->source != NULL ? claim->article->source : title);

  /* Translators: an entry of a deal's history: "Announced (The Daily)" */
  return outlay_format_fill (C_ ("history", "{status} ({source})"), "status",
                             outlay_format_status (claim->claim->fields.status), "source", source,
                             NULL);
}

/* The value of @field among @values as a card says it. */
static char *
dup_value (JsonObject *values, OutlayField field)
{
  g_auto (OutlayFields) fields = {0};
  g_autofree char *json = values != NULL ? outlay_json_print (values) : NULL;

  outlay_fields_init (&fields);
  if (json == NULL || !outlay_json_read_field (json, field, &fields, NULL)
      || !outlay_fields_has (&fields, field))
    return g_strdup (C_ ("history", "nothing"));
  return outlay_format_field_value (&fields, field);
}

static char *
dup_field_event (const char *kind, JsonObject *details, OutlayField field)
{
  g_autofree char *before = dup_value (outlay_json_get_object (details, "from"), field);
  g_autofree char *after = dup_value (outlay_json_get_object (details, "to"), field);

  if (g_str_equal (kind, "uncorrect"))
    return outlay_format_fill (C_ ("history", "{field}: correction “{before}” taken back"), "field",
                               outlay_format_field (field), "before", before, NULL);
  /* Translators: in a deal's history: "Amount: corrected by hand from “$5 billion” to “$6 billion”"
   */
  return outlay_format_fill (
    C_ ("history", "{field}: corrected by hand from “{before}” to “{after}”"), "field",
    outlay_format_field (field), "before", before, "after", after, NULL);
}

static void
add_corrections (GPtrArray *events, const OutlayHistoryEntry *act)
{
  g_autoptr (JsonObject) details = outlay_json_parse (act->details, -1, NULL);
  JsonObject *from = details != NULL ? outlay_json_get_object (details, "from") : NULL;

  for (guint field = 0; from != NULL && field < OUTLAY_N_FIELDS; field++)
    {
      if (json_object_has_member (from, outlay_field_to_string (field)))
        g_ptr_array_add (events, dup_field_event (act->kind, details, field));
    }
}

/* What the user did to which claims make the deal; by the names that the history has for acts. */
static const struct
{
  const char *kind;
  const char *words;
} link_acts[] = {
  {"merge", NC_ ("history", "merged with another deal by hand")},
  {"split", NC_ ("history", "split by hand")},
  {"part", NC_ ("history", "made a part of another deal by hand")},
  {"unpart", NC_ ("history", "made a deal for itself by hand")},
  {"review", NC_ ("history", "reviewed")},
};

static GPtrArray *
list_events (const OutlayHistoryEntry *act)
{
  GPtrArray *events = g_ptr_array_new_with_free_func (g_free);

  for (guint i = 0; i < G_N_ELEMENTS (link_acts); i++)
    {
      if (g_str_equal (link_acts[i].kind, act->kind))
        g_ptr_array_add (events,
                         g_strdup (g_dpgettext2 (GETTEXT_PACKAGE, "history", link_acts[i].words)));
    }
  if (g_str_equal (act->kind, "correct") || g_str_equal (act->kind, "uncorrect"))
    add_corrections (events, act);
  return events;
}

/* The same day wherever it is printed. */
static char *
dup_day (const OutlayHistoryEntry *act)
{
  g_autoptr (GDateTime) made = g_date_time_new_from_unix_utc (act->made);

  return made != NULL ? outlay_format_day (made) : g_strdup ("");
}

static void
add_event (const OutlayReportFrame *frame, GPtrArray *blocks, const char *day, const char *event)
{
  const OutlaySheet *sheet = frame->sheet;
  OutlayBlock *block = outlay_block_new (2);
  double margin = outlay_report_evidence_get_margin (sheet);

  outlay_block_add_text (block, OUTLAY_TEXT_CAPTION,
                         outlay_sheet_new_text (sheet, OUTLAY_TEXT_CAPTION, day, margin - 6), 0, 0);
  outlay_block_add_text (
    block, OUTLAY_TEXT_BODY,
    outlay_sheet_new_text (sheet, OUTLAY_TEXT_BODY, event, sheet->width - margin), margin, 0);
  outlay_block_align (block, 0);
  block->whole = TRUE;
  g_ptr_array_add (blocks, block);
}

static void
add_acts (const OutlayReportFrame *frame, GPtrArray *blocks, const GPtrArray *acts)
{
  for (guint i = acts->len; i > 0; i--)
    {
      const OutlayHistoryEntry *act = g_ptr_array_index (acts, i - 1);
      g_autoptr (GPtrArray) events = list_events (act);
      g_autofree char *day = dup_day (act);

      for (guint j = 0; j < events->len; j++)
        add_event (frame, blocks, day, g_ptr_array_index (events, j));
    }
}

/**
 * outlay_report_history_add:
 * @blocks: (element-type OutlayBlock): gets what each article was the first to say of how far the
 *   deal is, and what was corrected by hand; the oldest first
 */
void
outlay_report_history_add (const OutlayReportFrame *frame, GPtrArray *blocks, guint entry)
{
  const OutlayDealRecord *deal = outlay_report_plan_get_deal (frame->plan, entry);
  const GPtrArray *acts = outlay_report_frame_get_acts (frame, deal);
  g_autoptr (GPtrArray) claims = list_dated_claims (deal);
  guint before = blocks->len;

  g_ptr_array_add (blocks, outlay_report_frame_build_heading (frame, C_ ("report", "History")));
  for (guint i = 0; i < claims->len; i++)
    {
      const OutlayDealClaim *claim = g_ptr_array_index (claims, i);
      g_autofree char *day = outlay_format_date (claim->article->published);
      g_autofree char *event = dup_claim_event (claim);

      add_event (frame, blocks, day, event);
    }
  if (acts != NULL)
    add_acts (frame, blocks, acts);
  if (blocks->len == before + 1)
    g_ptr_array_set_size (blocks, (int)before);
}
