/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-extract"

#include "extract/outlay-extractor.h"

#include "outlay-frame.h"
#include "extract/judgement/outlay-judge.h"
#include "outlay-times.h"

/* A deal that stands among the first sentences is what the article is about. */
#define LEAD_SENTENCES 6

static const OutlayMention *
get_mention (const OutlayScene *scene, guint find)
{
  return &outlay_document_get_find (scene->document, find)->mention;
}

static void
prove (const OutlayScene *scene,
       OutlayClaim *claim,
       OutlayField field,
       guint index,
       const OutlayProof *proof)
{
  const OutlayMention *mention;

  if (proof->find == OUTLAY_NO_FIND)
    return;
  mention = get_mention (scene, proof->find);
  outlay_claim_add_evidence (claim, field, index, mention->part, mention->span, proof->rule);
  if (claim->confidence[field] == 0 || proof->confidence < claim->confidence[field])
    claim->confidence[field] = proof->confidence;
}

static void
write_figures (const OutlayScene *scene, const OutlayFrame *frame, OutlayClaim *claim)
{
  if (frame->amount.find != OUTLAY_NO_FIND)
    {
      claim->fields.amount = get_mention (scene, frame->amount.find)->money;
      prove (scene, claim, OUTLAY_FIELD_AMOUNT, 0, &frame->amount);
      for (guint i = 0; i < frame->repeats->len; i++)
        {
          OutlayProof repeat
            = {g_array_index (frame->repeats, guint, i), "repeat", frame->amount.confidence};

          prove (scene, claim, OUTLAY_FIELD_AMOUNT, 0, &repeat);
        }
    }
  if (frame->alternative.find != OUTLAY_NO_FIND)
    {
      g_array_append_val (claim->fields.amount_alt,
                          get_mention (scene, frame->alternative.find)->money);
      prove (scene, claim, OUTLAY_FIELD_AMOUNT_ALT, 0, &frame->alternative);
    }
  if (frame->capacity.find != OUTLAY_NO_FIND)
    {
      claim->fields.capacity = get_mention (scene, frame->capacity.find)->capacity;
      prove (scene, claim, OUTLAY_FIELD_CAPACITY, 0, &frame->capacity);
    }
}

static void
write_parties (const OutlayScene *scene, const OutlayFrame *frame, OutlayClaim *claim)
{
  for (guint role = 0; role < OUTLAY_N_ROLES; role++)
    {
      for (guint i = 0; i < frame->cast->len; i++)
        {
          const OutlayCast *cast = &g_array_index (frame->cast, OutlayCast, i);

          if (cast->role != role)
            continue;
          outlay_fields_add_party (
            &claim->fields, role,
            outlay_document_get_entity (scene->document, (guint)cast->entity)->name);
          prove (scene, claim, OUTLAY_FIELD_PARTIES, claim->fields.parties->len - 1, &cast->proof);
        }
    }
}

static void
write_kind (const OutlayScene *scene, const OutlayFrame *frame, OutlayClaim *claim)
{
  claim->fields.kind = frame->kind;
  claim->fields.status = frame->status;
  prove (scene, claim, OUTLAY_FIELD_KIND, 0, &frame->kind_proof);
  prove (scene, claim, OUTLAY_FIELD_STATUS, 0, &frame->status_proof);
}

static void
write_circumstances (const OutlayScene *scene,
                     const OutlayFrame *frame,
                     guint index,
                     OutlayClaim *claim)
{
  OutlayTimes times;

  for (guint i = 0; i < frame->places->len; i++)
    {
      const OutlayProof *place = &g_array_index (frame->places, OutlayProof, i);

      if (outlay_fields_add_place (&claim->fields, get_mention (scene, place->find)->name))
        prove (scene, claim, OUTLAY_FIELD_PLACES, claim->fields.places->len - 1, place);
    }
  outlay_times_find (scene, frame, index, &times);
  claim->fields.announced = times.announced;
  claim->fields.start = times.start;
  claim->fields.end = times.end;
  prove (scene, claim, OUTLAY_FIELD_ANNOUNCED, 0, &times.announced_proof);
  prove (scene, claim, OUTLAY_FIELD_START, 0, &times.start_proof);
  prove (scene, claim, OUTLAY_FIELD_END, 0, &times.end_proof);
}

static int
compare_evidence (gconstpointer a, gconstpointer b)
{
  const OutlayEvidence *x = a;
  const OutlayEvidence *y = b;

  if (x->field != y->field)
    return x->field < y->field ? -1 : 1;
  if (x->index != y->index)
    return x->index < y->index ? -1 : 1;
  if (x->part != y->part)
    return x->part > y->part ? -1 : 1;
  return x->span.start < y->span.start ? -1 : x->span.start > y->span.start;
}

static OutlayClaim *
write_claim (const OutlayScene *scene, const OutlayFrame *frame, guint index)
{
  OutlayClaim *claim = outlay_claim_new ();

  claim->main = frame->main;
  claim->part = frame->part;
  write_kind (scene, frame, claim);
  write_parties (scene, frame, claim);
  write_figures (scene, frame, claim);
  write_circumstances (scene, frame, index, claim);
  g_array_sort (claim->evidence, compare_evidence);
  return claim;
}

static void
log_frame (const OutlayScene *scene, const OutlayFrame *frame)
{
  const OutlayFind *anchor = outlay_frame_get_anchor (frame, scene);
  const char *text = outlay_document_get_text (scene->document, anchor->mention.part);
  g_autoptr (GString) cast = NULL;

  if (g_log_writer_default_would_drop (G_LOG_LEVEL_DEBUG, G_LOG_DOMAIN))
    return;
  cast = g_string_new (NULL);
  for (guint i = 0; i < frame->cast->len; i++)
    {
      const OutlayCast *party = &g_array_index (frame->cast, OutlayCast, i);

      g_string_append_printf (
        cast, " %s:%s(%s)", outlay_role_to_string (party->role),
        outlay_document_get_entity (scene->document, (guint)party->entity)->name,
        party->proof.rule);
    }
  g_debug ("“%.*s”: %s, %s%s%s:%s", (int)(anchor->mention.span.end - anchor->mention.span.start),
           text + anchor->mention.span.start, outlay_kind_to_string (frame->kind),
           outlay_status_to_string (frame->status), frame->part ? ", a part" : "",
           frame->weak ? ", weak" : "", cast->str);
}

/* In the order of the text. */
static int
compare_frames (gconstpointer a, gconstpointer b)
{
  const OutlayFrame *first = *(OutlayFrame *const *)a;
  const OutlayFrame *second = *(OutlayFrame *const *)b;
  guint x = MIN (MIN (first->amount.find, first->capacity.find), first->bond);
  guint y = MIN (MIN (second->amount.find, second->capacity.find), second->bond);

  return x < y ? -1 : x > y;
}

static GPtrArray *
find_frames (const OutlayScene *scene)
{
  GPtrArray *frames = outlay_figures_find_frames (scene);

  outlay_bare_deals_find (scene, frames);
  g_ptr_array_sort (frames, compare_frames);
  for (guint i = 0; i < frames->len; i++)
    {
      OutlayFrame *frame = g_ptr_array_index (frames, i);

      frame->main = frame->window.sentence < LEAD_SENTENCES;
      outlay_kinds_decide (scene, frame);
      outlay_roles_cast (scene, frame);
      log_frame (scene, frame);
    }
  outlay_rounds_gather (scene, frames);
  outlay_merge_frames (scene, frames);
  outlay_judge_frames (scene, frames);
  outlay_parts_mark (scene, frames);
  return frames;
}

static void
record_mentions (const OutlayScene *scene)
{
  for (guint i = 0; i < scene->document->finds->len; i++)
    {
      const OutlayMention *mention = get_mention (scene, i);

      if (mention->type == OUTLAY_MENTION_MONEY)
        g_string_append_printf (scene->document->record,
                                "money\t%u\t%s\t%" G_GINT64_FORMAT "\t%" G_GINT64_FORMAT "\t%s\n",
                                i, mention->money.currency, mention->money.low, mention->money.high,
                                outlay_qualifier_to_string (mention->money.qualifier));
      else if (mention->type == OUTLAY_MENTION_CAPACITY)
        g_string_append_printf (scene->document->record, "kilowatts\t%u\t%" G_GINT64_FORMAT "\n", i,
                                mention->capacity.kilowatts);
    }
}

/**
 * outlay_extractor_record:
 *
 * Returns: (transfer full): what is decided of @article and what is seen of it, a line a decision:
 *   its name, of what, and the features; and a line for each frame. For learning weights.
 */
char *
outlay_extractor_record (const OutlayExtractor *extractor, const OutlayArticle *article)
{
  GString *record = g_string_new (NULL);
  g_autoptr (OutlayDocument) document = outlay_document_new (extractor, article, record);
  g_autoptr (OutlayScene) scene = outlay_scene_new (document);
  g_autoptr (GPtrArray) frames = NULL;
  OutlayTimes times;

  record_mentions (scene);
  frames = find_frames (scene);
  for (guint i = 0; i < frames->len; i++)
    outlay_times_find (scene, g_ptr_array_index (frames, i), i, &times);
  return g_string_free (record, FALSE);
}

/**
 * outlay_extractor_find_claims:
 * @article: its clutter taken away
 *
 * Returns: (transfer full) (element-type OutlayClaim): what the article says of deals, in the order
 *   in which it comes to speak of them.
 */
GPtrArray *
outlay_extractor_find_claims (const OutlayExtractor *extractor, const OutlayArticle *article)
{
  GPtrArray *claims = g_ptr_array_new_with_free_func ((GDestroyNotify)outlay_claim_unref);
  g_autoptr (OutlayDocument) document = outlay_document_new (extractor, article, NULL);
  g_autoptr (OutlayScene) scene = outlay_scene_new (document);
  g_autoptr (GPtrArray) frames = find_frames (scene);

  for (guint i = 0; i < frames->len; i++)
    {
      const OutlayFrame *frame = g_ptr_array_index (frames, i);

      if (!frame->dropped && frame->cast->len > 0)
        g_ptr_array_add (claims, write_claim (scene, frame, i));
    }
  return claims;
}
