/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Acts by which the user says something of deals; no claim changes. */
#define G_LOG_DOMAIN "outlay-ingest"

#include "base/json/outlay-json.h"
#include "base/outlay-fields-check.h"
#include "ledger/outlay-remarks.h"
#include "outlay-act-private.h"

static gboolean
has_tag (const OutlayDealRecord *deal, const char *name)
{
  return g_ptr_array_find_with_equal_func (deal->tags, name, g_str_equal, NULL);
}

static const char *
get_note (const OutlayAct *act)
{
  return act->text != NULL && *act->text != '\0' ? act->text : NULL;
}

/* Whether the deal is so already. */
static gboolean
is_said (const OutlayAct *act, const OutlayDealRecord *deal)
{
  switch (act->kind)
    {
    case OUTLAY_ACT_STAR:
    case OUTLAY_ACT_UNSTAR:
      return deal->starred == (act->kind == OUTLAY_ACT_STAR);
    case OUTLAY_ACT_REJECT:
    case OUTLAY_ACT_UNREJECT:
      return deal->rejected == (act->kind == OUTLAY_ACT_REJECT);
    case OUTLAY_ACT_REVIEW:
      return !deal->review;
    case OUTLAY_ACT_UNREVIEW:
      return deal->reviewed == NULL;
    case OUTLAY_ACT_NOTE:
      return g_strcmp0 (deal->note, get_note (act)) == 0;
    default:
      return has_tag (deal, act->text) == (act->kind == OUTLAY_ACT_TAG);
    }
}

static gboolean
say_of_deal (OutlayActRun *run, const OutlayDealRecord *deal, GError **error)
{
  const OutlayAct *act = run->act;
  g_autofree char *mark = NULL;

  switch (act->kind)
    {
    case OUTLAY_ACT_STAR:
    case OUTLAY_ACT_UNSTAR:
      return outlay_remarks_set_flag (run->ledger, deal, OUTLAY_REMARK_STARRED,
                                      act->kind == OUTLAY_ACT_STAR, error);
    case OUTLAY_ACT_REJECT:
    case OUTLAY_ACT_UNREJECT:
      return outlay_remarks_set_flag (run->ledger, deal, OUTLAY_REMARK_REJECTED,
                                      act->kind == OUTLAY_ACT_REJECT, error);
    case OUTLAY_ACT_REVIEW:
      mark = outlay_deal_record_dup_mark (deal);
      return outlay_remarks_set_text (run->ledger, deal, OUTLAY_REMARK_REVIEWED, mark, error);
    case OUTLAY_ACT_UNREVIEW:
      return outlay_remarks_set_text (run->ledger, deal, OUTLAY_REMARK_REVIEWED, NULL, error);
    case OUTLAY_ACT_NOTE:
      return outlay_remarks_set_text (run->ledger, deal, OUTLAY_REMARK_NOTE, get_note (act), error);
    default:
      return outlay_remarks_set_tag (run->ledger, deal, act->text, act->kind == OUTLAY_ACT_TAG,
                                     error);
    }
}

/** outlay_act_say: carries out an act that stars, rejects, reviews, notes or tags. */
gboolean
outlay_act_say (OutlayActRun *run, GError **error)
{
  g_autoptr (GPtrArray) changed = g_ptr_array_new ();
  gboolean tags = run->act->kind == OUTLAY_ACT_TAG || run->act->kind == OUTLAY_ACT_UNTAG;

  if (tags && !outlay_act_check_name (run->act->text, error))
    return FALSE;
  g_autoptr (GPtrArray) deals = outlay_act_load_deals (run, error);
  for (guint i = 0; deals != NULL && i < deals->len; i++)
    {
      const OutlayDealRecord *deal = g_ptr_array_index (deals, i);

      if (is_said (run->act, deal))
        continue;
      if (!say_of_deal (run, deal, error))
        return FALSE;
      g_ptr_array_add (changed, (gpointer)deal);
      outlay_act_touch (run, deal->id);
    }
  outlay_act_tell_deals (run, changed);
  if (run->act->text != NULL)
    json_object_set_string_member (run->details, "text", run->act->text);
  return deals != NULL;
}

/* What the fields are before and after, each as an object of the JSON form. */
static void
tell_values (OutlayActRun *run, const char *member, const OutlayFields *fields, guint which)
{
  g_autoptr (JsonObject) whole = outlay_json_from_fields (fields);
  JsonObject *values = json_object_new ();

  for (guint field = 0; field < OUTLAY_N_FIELDS; field++)
    {
      const char *name = outlay_field_to_string (field);

      if (which & (1u << field))
        json_object_set_member (values, name, json_object_dup_member (whole, name));
    }
  json_object_set_object_member (run->details, member, values);
}

/* The fields of the act that it changes. */
static guint
find_changes (const OutlayAct *act, const OutlayDealRecord *deal)
{
  guint changes = 0;

  for (guint field = 0; field < OUTLAY_N_FIELDS; field++)
    {
      const guint bit = 1u << field;

      if ((act->fields & bit) == 0)
        continue;
      if (act->kind == OUTLAY_ACT_UNCORRECT
            ? (deal->corrected & bit) != 0
            : (deal->corrected & bit) == 0
                || !outlay_fields_equal_field (&deal->corrections, &act->values, field))
        changes |= bit;
    }
  return changes;
}

static gboolean
set_corrections (OutlayActRun *run, const OutlayDealRecord *deal, guint changes, GError **error)
{
  gboolean sets = run->act->kind == OUTLAY_ACT_CORRECT;

  for (guint field = 0; field < OUTLAY_N_FIELDS; field++)
    {
      g_autofree char *value = sets && (changes & (1u << field))
                                 ? outlay_json_dup_field (&run->act->values, field)
                                 : NULL;

      if ((changes & (1u << field)) != 0
          && !outlay_remarks_set_correction (run->ledger, deal, field, value, error))
        return FALSE;
    }
  return TRUE;
}

/* The whole deal with the act's values must make sense. */
static gboolean
check_values (const OutlayAct *act, const OutlayDealRecord *deal, GError **error)
{
  g_auto (OutlayFields) fields = {0};

  outlay_fields_copy (&fields, &deal->fields);
  for (guint field = 0; field < OUTLAY_N_FIELDS; field++)
    {
      if (act->fields & (1u << field))
        outlay_fields_copy_field (&fields, &act->values, field);
    }
  g_autofree char *mistake = outlay_fields_find_mistake (&fields, act->fields);
  return mistake == NULL || outlay_act_refuse (error, OUTLAY_ACT_ERROR_VALUE, mistake);
}

/** outlay_act_correct: carries out an act that sets fields of a deal, or takes that back. */
gboolean
outlay_act_correct (OutlayActRun *run, GError **error)
{
  g_autoptr (GPtrArray) deals = outlay_act_load_deals (run, error);

  if (deals == NULL)
    return FALSE;
  OutlayDealRecord *deal = g_ptr_array_index (deals, 0);
  guint changes = find_changes (run->act, deal);
  if (run->act->kind == OUTLAY_ACT_CORRECT && !check_values (run->act, deal, error))
    return FALSE;
  outlay_act_tell_deals (run, deals);
  tell_values (run, "from", &deal->fields, changes);
  if (run->act->kind == OUTLAY_ACT_CORRECT)
    tell_values (run, "to", &run->act->values, changes);
  outlay_act_touch (run, deal->id);
  return set_corrections (run, deal, changes, error);
}
