/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-extract"

#include <string.h>

#include "extract/outlay-extractor.h"
#include "outlay-castings.h"
#include "outlay-decide.h"
#include "outlay-discourse.h"
#include "outlay-judge.h"
#include "outlay-picks.h"

/* How likely it must be that everybody's part is right for any to count as sure, and below it the
 * most that is told, in percent. */
#define SURE_JOINTLY 0.9
#define NOT_SURE     89

/* How unlikely it must be that a card names nobody who has a part in its deal, and how likely who
 * is named to make it so must have one. */
#define ALL_WRONG   0.1
#define LEAST_PARTY 0.2

/* How many kinds of a deal its parties are heard for, and how likely one must be as against the
 * likeliest. */
#define MOST_KINDS 3
#define LEAST_KIND 0.2

/* One deal while its parties are judged. */
typedef struct
{
  const OutlayScene *scene;
  OutlayFrame *frame;
  const char *id; /* (nullable): what the record calls it */
  GPtrArray *candidates;
  OutlayDiscourse *discourse;
  GPtrArray *features; /* (element-type OutlayFeatures): of each candidate */
  OutlayFeatureGroup *picked;
  OutlayKind kinds[MOST_KINDS]; /* that it may be, the likeliest first */
  guint n_kinds;
} Trial;

/* To learn from them a record tells of the less likely kinds too. */
static void
list_kinds (Trial *trial)
{
  const double *share = trial->frame->kind_share;
  gboolean taken[OUTLAY_N_KINDS] = {FALSE};

  while (trial->n_kinds < MOST_KINDS)
    {
      guint next = OUTLAY_N_KINDS;

      for (guint kind = 0; kind < OUTLAY_N_KINDS; kind++)
        {
          if (!taken[kind] && (next == OUTLAY_N_KINDS || share[kind] > share[next]))
            next = kind;
        }
      if (trial->scene->document->record == NULL && trial->n_kinds > 0
          && share[next] < LEAST_KIND * share[trial->kinds[0]])
        return;
      taken[next] = TRUE;
      trial->kinds[trial->n_kinds++] = (OutlayKind)next;
    }
}

static char *
dup_subject (const OutlayScene *scene, const OutlayFrame *frame, int entity, const char *id)
{
  const OutlayCast *cast = outlay_frame_find_cast (frame, entity);

  return g_strdup_printf ("%s\t%s\t%s\t%s", id, outlay_kind_to_string (frame->kind),
                          outlay_document_get_entity (scene->document, (guint)entity)->name,
                          cast == NULL ? "none" : outlay_role_to_string (cast->role));
}

/**
 * outlay_judge_name_share:
 *
 * Returns: a word for a likelihood.
 */
const char *
outlay_judge_name_share (double share)
{
  static const struct
  {
    double bound;
    const char *name;
  } names[] = {{0.02, "0"}, {0.05, ".02"}, {0.1, ".05"}, {0.2, ".1"}, {0.35, ".2"},
               {0.5, ".4"}, {0.65, ".5"},  {0.8, ".7"},  {0.92, ".8"}};

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      if (share < names[i].bound)
        return names[i].name;
    }
  return ".9";
}

static guint
find_likeliest (const OutlayVerdict *verdict)
{
  guint likeliest = 0;

  for (guint role = 1; role < OUTLAY_N_ROLES; role++)
    {
      if (verdict->share[role] > verdict->share[likeliest])
        likeliest = role;
    }
  return likeliest;
}

/* Adds what is seen of the candidate, once for all kinds: where it hangs on the kind, the kind is
 * the last part of a feature. */
static const OutlayActor *
see (const Trial *trial, guint index)
{
  const char *kind = outlay_kind_to_string (trial->frame->kind);
  OutlayFeatures *features = g_ptr_array_index (trial->features, index);
  const OutlayActor *sighting;

  features->last = kind;
  sighting = outlay_relations_add (trial->scene, trial->frame, trial->candidates,
                                   g_ptr_array_index (trial->candidates, index), features);
  outlay_discourse_add (trial->discourse, index, kind, features);
  outlay_features_join (features, trial->picked);
  return sighting;
}

/* Decides on the part of a candidate in a deal of the kind that it has now. */
static OutlayVerdict
decide_part (const Trial *trial, guint index, const GArray *picks)
{
  const OutlayDocument *document = trial->scene->document;
  const OutlayCandidate *candidate = g_ptr_array_index (trial->candidates, index);
  g_autofree char *subject = NULL;
  OutlayVerdict verdict;

  if (document->record != NULL)
    subject = dup_subject (trial->scene, trial->frame, candidate->entity, trial->id);
  if (picks != NULL)
    outlay_picks_add (picks, index, outlay_kind_to_string (trial->frame->kind),
                      trial->picked->features);
  verdict = outlay_decide (document, OUTLAY_DECISION_ROLE, subject,
                           g_ptr_array_index (trial->features, index));
  outlay_feature_group_clear (trial->picked);
  return verdict;
}

/* Hears all candidates for a kind that the deal may be of, each beside the others. */
static void
hear_as_kind (const Trial *trial, OutlayKind kind, double share, GArray *hearings)
{
  g_autoptr (GArray) picks = NULL;

  trial->frame->kind = kind;
  for (guint i = 0; i < trial->features->len; i++)
    outlay_features_exchange (g_ptr_array_index (trial->features, i), outlay_kind_to_string (kind));
  picks = outlay_picks_new (trial->scene->document, trial->features);
  for (guint i = 0; i < trial->candidates->len; i++)
    {
      OutlayVerdict heard = decide_part (trial, i, picks);
      OutlayHearing *hearing = &g_array_index (hearings, OutlayHearing, i);

      for (guint part = 0; part <= OUTLAY_NO_ROLE; part++)
        hearing->verdict.share[part] += share * heard.share[part];
      if (kind == trial->kinds[0])
        hearing->verdict.ground = heard.ground;
    }
}

static void
conclude (OutlayVerdict *verdict, double total)
{
  for (guint part = 0; part <= OUTLAY_NO_ROLE; part++)
    {
      verdict->share[part] /= total;
      if (verdict->share[part] > verdict->share[verdict->outcome])
        verdict->outcome = part;
    }
}

/* What part somebody has hangs on the kind of the deal: so all are heard for every kind that it may
 * well be; kinds that are recorded for learning alone have no share in it. */
static GArray *
hear (const Trial *trial)
{
  const double *kind_share = trial->frame->kind_share;
  GArray *hearings
    = g_array_sized_new (FALSE, TRUE, sizeof (OutlayHearing), trial->candidates->len);
  OutlayKind own = trial->frame->kind;
  double total = 0;

  g_array_set_size (hearings, trial->candidates->len);
  for (guint i = 0; i < trial->candidates->len; i++)
    {
      OutlayHearing *hearing = &g_array_index (hearings, OutlayHearing, i);

      hearing->candidate = g_ptr_array_index (trial->candidates, i);
      hearing->sighting = see (trial, i);
    }
  for (guint i = 0; i < trial->n_kinds; i++)
    {
      double share = kind_share[trial->kinds[i]];

      if (share < LEAST_KIND * kind_share[trial->kinds[0]])
        share = 0;
      hear_as_kind (trial, trial->kinds[i], share, hearings);
      total += share;
    }
  trial->frame->kind = own;
  for (guint i = 0; i < hearings->len; i++)
    conclude (&g_array_index (hearings, OutlayHearing, i).verdict, total);
  return hearings;
}

static void
give_part (const OutlayFrame *frame,
           const OutlayHearing *hearing,
           const OutlayVerdict *verdict,
           GArray *cast)
{
  const OutlayCast *before = outlay_frame_find_cast (frame, hearing->candidate->entity);
  OutlayCast one = {hearing->candidate->entity, (OutlayRole)verdict->outcome, {0}};

  if (before != NULL && before->role == one.role)
    one.proof = before->proof;
  else
    one.proof = (OutlayProof){
      hearing->sighting->find,
      outlay_judge_name_rule (one.role == (OutlayRole)hearing->verdict.outcome ? &hearing->verdict
                                                                               : verdict),
      0};
  one.proof.confidence = outlay_judge_get_confidence (verdict->share[verdict->outcome]);
  g_array_append_val (cast, one);
}

/* Of those without a part who is likeliest to have one; verdicts->len for nobody. */
static guint
find_next (const GArray *verdicts)
{
  guint next = verdicts->len;
  double least = 1 - LEAST_PARTY;

  for (guint i = 0; i < verdicts->len; i++)
    {
      const OutlayVerdict *verdict = &g_array_index (verdicts, OutlayVerdict, i);

      if (verdict->outcome != OUTLAY_NO_ROLE || verdict->share[OUTLAY_NO_ROLE] >= least)
        continue;
      least = verdict->share[OUTLAY_NO_ROLE];
      next = i;
    }
  return next;
}

/* Whether somebody pays or gets. */
static gboolean
has_lead (const GArray *verdicts)
{
  for (guint i = 0; i < verdicts->len; i++)
    {
      guint outcome = g_array_index (verdicts, OutlayVerdict, i).outcome;

      if (outcome == OUTLAY_ROLE_INVESTOR || outcome == OUTLAY_ROLE_RECIPIENT)
        return TRUE;
    }
  return FALSE;
}

/* How likely it is that all who have a part have none. */
static double
get_all_wrong (const GArray *verdicts)
{
  double all_wrong = 1;

  for (guint i = 0; i < verdicts->len; i++)
    {
      const OutlayVerdict *verdict = &g_array_index (verdicts, OutlayVerdict, i);

      if (verdict->outcome != OUTLAY_NO_ROLE)
        all_wrong *= verdict->share[OUTLAY_NO_ROLE];
    }
  return all_wrong;
}

/* Of a partner no more is said than that he takes part, in whatever role. */
static void
make_partner (OutlayVerdict *verdict)
{
  verdict->outcome = OUTLAY_ROLE_PARTNER;
  verdict->share[OUTLAY_ROLE_PARTNER] = 1 - verdict->share[OUTLAY_NO_ROLE];
}

/* Where all who have a part may well be wrong the next likeliest get one too: a card that names
 * nobody of its deal serves nobody. Where somebody pays or gets already, one of whom it is not
 * clear whether he does is a partner. */
static void
give_doubtful_parts (GArray *verdicts)
{
  for (guint i = find_next (verdicts); i < verdicts->len && get_all_wrong (verdicts) > ALL_WRONG;
       i = find_next (verdicts))
    {
      OutlayVerdict *verdict = &g_array_index (verdicts, OutlayVerdict, i);

      if (has_lead (verdicts))
        make_partner (verdict);
      else
        verdict->outcome = find_likeliest (verdict);
    }
}

static void
give_parts (const OutlayFrame *frame, const GArray *hearings, GArray *verdicts, GArray *cast)
{
  give_doubtful_parts (verdicts);
  for (guint i = 0; i < verdicts->len; i++)
    {
      const OutlayVerdict *verdict = &g_array_index (verdicts, OutlayVerdict, i);

      if (verdict->outcome != OUTLAY_NO_ROLE)
        give_part (frame, &g_array_index (hearings, OutlayHearing, i), verdict, cast);
    }
}

static const OutlayOrganisation *
get_organisation (const OutlayScene *scene, const OutlayCast *cast)
{
  return outlay_document_get_entity (scene->document, (guint)cast->entity)->organisation;
}

/* Whether the words that name @cast are those of a place in @country: "Washington". */
static gboolean
is_called_by_place (const OutlayScene *scene, const OutlayCast *cast, const char *country)
{
  const OutlayFind *name = outlay_document_get_find (scene->document, cast->proof.find);

  for (guint i = scene->first_find[name->sentence]; i < scene->first_find[name->sentence + 1]; i++)
    {
      const OutlayFind *find = outlay_document_get_find (scene->document, i);

      if (find->mention.type == OUTLAY_MENTION_PLACE && find->first_token < name->end_token
          && find->end_token > name->first_token && strcmp (find->mention.name, country) == 0)
        return TRUE;
    }
  return FALSE;
}

/* Whether @cast is but another word for what @other, in the same role, says better: a government
 * beside its own ministry, its seat beside a government. */
static gboolean
is_said_better (const OutlayScene *scene, const OutlayCast *cast, const OutlayCast *other)
{
  const OutlayNames *names = outlay_extractor_get_names (scene->document->extractor);
  const OutlayOrganisation *own = get_organisation (scene, cast);
  const OutlayOrganisation *its = get_organisation (scene, other);

  if (cast->role != other->role || its == NULL || *its->country == '\0'
      || (its->type != OUTLAY_ORGANISATION_GOVERNMENT && its->type != OUTLAY_ORGANISATION_AGENCY))
    return FALSE;
  if (own == NULL)
    return is_called_by_place (scene, cast, its->country);
  return own != its && own == outlay_names_get_government (names, its->country);
}

static void
drop_doubles (const OutlayScene *scene, GArray *cast)
{
  for (guint i = 0; i < cast->len;)
    {
      gboolean doubled = FALSE;

      for (guint k = 0; k < cast->len && !doubled; k++)
        doubled = k != i
                  && is_said_better (scene, &g_array_index (cast, OutlayCast, i),
                                     &g_array_index (cast, OutlayCast, k));
      if (doubled)
        g_array_remove_index (cast, i);
      else
        i++;
    }
}

/* A deal's parties are surely right only where it is as sure that nobody else is one. */
static void
cap_confidence (GArray *cast, double joint)
{
  for (guint i = 0; joint < SURE_JOINTLY && i < cast->len; i++)
    {
      OutlayProof *proof = &g_array_index (cast, OutlayCast, i).proof;

      proof->confidence = MIN (proof->confidence, NOT_SURE);
    }
}

static void
free_features (gpointer features)
{
  outlay_features_free (features);
}

static GPtrArray *
new_features (const OutlayScene *scene, guint n)
{
  GPtrArray *all = g_ptr_array_new_full (n, free_features);

  for (guint i = 0; i < n; i++)
    g_ptr_array_add (all, outlay_features_new (scene->document->record != NULL));
  return all;
}

/**
 * outlay_judge_cast:
 * @id: (nullable): what the record calls the frame
 *
 * Decides who does what in the deal of @frame, whose kind is known: of each by itself first, then
 * of all together.
 */
void
outlay_judge_cast (const OutlayScene *scene, OutlayFrame *frame, const char *id)
{
  g_autoptr (GPtrArray) candidates = outlay_relations_find_candidates (scene, frame);
  g_autoptr (OutlayDiscourse) discourse = outlay_discourse_new (scene, frame, candidates);
  g_autoptr (GPtrArray) features = new_features (scene, candidates->len);
  g_autoptr (OutlayFeatureGroup) picked
    = outlay_feature_group_new (scene->document->record != NULL);
  g_autoptr (GArray) hearings = NULL;
  g_autoptr (GArray) verdicts = NULL;
  g_autoptr (GArray) cast = g_array_new (FALSE, FALSE, sizeof (OutlayCast));
  Trial trial = {scene, frame, id, candidates, discourse, features, picked, {0}, 0};
  double joint;

  list_kinds (&trial);
  hearings = hear (&trial);
  verdicts = outlay_castings_weigh (scene, frame, hearings, id, &joint);
  give_parts (frame, hearings, verdicts, cast);
  cap_confidence (cast, joint);
  drop_doubles (scene, cast);
  g_array_unref (frame->cast);
  frame->cast = g_steal_pointer (&cast);
}
