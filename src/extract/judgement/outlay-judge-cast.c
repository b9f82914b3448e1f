/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-extract"

#include <string.h>

#include "extract/outlay-extractor.h"
#include "outlay-decide.h"
#include "outlay-judge.h"
#include "outlay-relations.h"

/* The role of who has no part. */
#define NO_ROLE OUTLAY_N_ROLES

/* How likely it must be that everybody's part is right for any to count as sure, and below it the
 * most that is told, in percent. */
#define SURE_JOINTLY 0.9
#define NOT_SURE     89

/* From which likelihood on somebody has a part, whatever it is. */
#define LIKELY_PARTY 0.5

/* How unlikely it must be that a card names nobody who has a part in its deal, and how likely who
 * is named to make it so must have one. */
#define ALL_WRONG   0.2
#define LEAST_PARTY 0.2

/* One candidate while it is judged. */
typedef struct
{
  const OutlayCandidate *candidate;
  const OutlayActor *sighting;
  OutlayVerdict verdict; /* by itself */
} Hearing;

static OutlayVerdict
decide_on (const OutlayScene *scene,
           const OutlayFrame *frame,
           int entity,
           const char *id,
           OutlayDecision decision,
           const OutlayFeatures *features)
{
  const OutlayCast *cast = outlay_frame_find_cast (frame, entity);
  g_autofree char *subject = NULL;

  if (scene->document->record != NULL)
    subject = g_strdup_printf ("%s\t%s\t%s", id,
                               outlay_document_get_entity (scene->document, (guint)entity)->name,
                               cast == NULL ? "none" : outlay_role_to_string (cast->role));
  return outlay_decide (scene->document, decision, subject, features);
}

static Hearing
hear (const OutlayScene *scene,
      const OutlayFrame *frame,
      const GPtrArray *candidates,
      guint index,
      const char *id,
      OutlayFeatures *features)
{
  Hearing hearing = {.candidate = g_ptr_array_index (candidates, index)};

  outlay_features_clear (features);
  hearing.sighting = outlay_relations_add (scene, frame, candidates, hearing.candidate, features);
  hearing.verdict
    = decide_on (scene, frame, hearing.candidate->entity, id, OUTLAY_DECISION_ROLE, features);
  return hearing;
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
  } names[] = {{0.05, "0"}, {0.15, ".1"}, {0.3, ".2"}, {0.45, ".4"}, {0.6, ".5"}, {0.8, ".7"}};

  for (guint i = 0; i < G_N_ELEMENTS (names); i++)
    {
      if (share < names[i].bound)
        return names[i].name;
    }
  return ".9";
}

static gboolean
is_listed_with (const OutlayScene *scene, const Hearing *a, const Hearing *b)
{
  return a->sighting->list == b->sighting->list
         && outlay_document_get_find (scene->document, a->sighting->find)->sentence
              == outlay_document_get_find (scene->document, b->sighting->find)->sentence;
}

/* How the candidate compares with the others as to one role. */
static void
add_comparison (const OutlayScene *scene,
                const OutlayFrame *frame,
                const GArray *hearings,
                guint index,
                OutlayRole role,
                OutlayFeatures *features)
{
  static const char *const ranks[] = {"first", "second", "third", "later"};
  const Hearing *own = &g_array_index (hearings, Hearing, index);
  const char *name = outlay_role_to_string (role);
  const char *kind = outlay_kind_to_string (frame->kind);
  double share = own->verdict.share[role];
  double best_other = 0;
  double listed = -1;
  guint rank = 0;

  for (guint i = 0; i < hearings->len; i++)
    {
      const Hearing *other = &g_array_index (hearings, Hearing, i);

      if (i == index)
        continue;
      rank
        += other->verdict.share[role] > share || (i < index && other->verdict.share[role] >= share);
      best_other = MAX (best_other, other->verdict.share[role]);
      if (is_listed_with (scene, own, other))
        listed = MAX (listed, other->verdict.share[role]);
    }
  rank = MIN (rank, G_N_ELEMENTS (ranks) - 1);
  outlay_features_add (features, name, outlay_judge_name_share (share), NULL);
  outlay_features_add (features, name, outlay_judge_name_share (share), kind, NULL);
  outlay_features_add (features, name, ranks[rank], kind, NULL);
  outlay_features_add (features, name, ranks[rank], outlay_judge_name_share (share), NULL);
  outlay_features_add (features, name, outlay_judge_name_share (share), "others",
                       outlay_judge_name_share (best_other), NULL);
  if (listed >= 0)
    outlay_features_add (features, name, outlay_judge_name_share (share), "listed",
                         outlay_judge_name_share (listed), NULL);
}

/* What the candidate does beside what the others are likely to do. */
static OutlayVerdict
compare (const OutlayScene *scene,
         const OutlayFrame *frame,
         const GArray *hearings,
         guint index,
         const char *id,
         OutlayFeatures *features)
{
  int entity = g_array_index (hearings, Hearing, index).candidate->entity;

  outlay_features_clear (features);
  outlay_features_add (features, "bias", NULL);
  for (OutlayRole role = 0; role < OUTLAY_N_ROLES; role++)
    add_comparison (scene, frame, hearings, index, role, features);
  return decide_on (scene, frame, entity, id, OUTLAY_DECISION_PART, features);
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

static void
give_part (const OutlayFrame *frame,
           const Hearing *hearing,
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

      if (verdict->outcome != NO_ROLE || verdict->share[NO_ROLE] >= least)
        continue;
      least = verdict->share[NO_ROLE];
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

      if (verdict->outcome != NO_ROLE)
        all_wrong *= verdict->share[NO_ROLE];
    }
  return all_wrong;
}

/* Of a partner no more is said than that he takes part, in whatever role. */
static void
make_partner (OutlayVerdict *verdict)
{
  verdict->outcome = OUTLAY_ROLE_PARTNER;
  verdict->share[OUTLAY_ROLE_PARTNER] = 1 - verdict->share[NO_ROLE];
}

/* Who is likely to have some part gets one, and where they may well all be wrong the next likeliest
 * too: a card that names nobody of its deal serves nobody. Where somebody pays or gets already, one
 * of whom it is not clear whether he does is a partner. */
static void
give_doubtful_parts (GArray *verdicts)
{
  for (guint i = find_next (verdicts); i < verdicts->len; i = find_next (verdicts))
    {
      OutlayVerdict *verdict = &g_array_index (verdicts, OutlayVerdict, i);

      if (verdict->share[NO_ROLE] >= 1 - LIKELY_PARTY && get_all_wrong (verdicts) <= ALL_WRONG)
        return;
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

      if (verdict->outcome != NO_ROLE)
        give_part (frame, &g_array_index (hearings, Hearing, i), verdict, cast);
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

/**
 * outlay_judge_cast:
 * @id: (nullable): what the record calls the frame
 *
 * Decides who does what in the deal of @frame, whose kind is known: of each by itself first, then
 * beside what the others are likely to do.
 */
void
outlay_judge_cast (const OutlayScene *scene, OutlayFrame *frame, const char *id)
{
  g_autoptr (GPtrArray) candidates = outlay_relations_find_candidates (scene, frame);
  g_autoptr (OutlayFeatures) features = outlay_features_new (scene->document->record != NULL);
  g_autoptr (GArray) hearings = g_array_new (FALSE, FALSE, sizeof (Hearing));
  g_autoptr (GArray) verdicts = g_array_new (FALSE, FALSE, sizeof (OutlayVerdict));
  g_autoptr (GArray) cast = g_array_new (FALSE, FALSE, sizeof (OutlayCast));
  double joint = 1;

  for (guint i = 0; i < candidates->len; i++)
    {
      Hearing hearing = hear (scene, frame, candidates, i, id, features);

      g_array_append_val (hearings, hearing);
    }
  for (guint i = 0; i < hearings->len; i++)
    {
      OutlayVerdict verdict = compare (scene, frame, hearings, i, id, features);

      joint *= verdict.share[verdict.outcome];
      g_array_append_val (verdicts, verdict);
    }
  give_parts (frame, hearings, verdicts, cast);
  cap_confidence (cast, joint);
  drop_doubles (scene, cast);
  g_array_unref (frame->cast);
  frame->cast = g_steal_pointer (&cast);
}
