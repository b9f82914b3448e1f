/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Fields with several values, which are united: organisations and countries. */
#define G_LOG_DOMAIN "outlay-link"

#include "outlay-link-compare.h"
#include "outlay-link-reconcile-private.h"

/* From how many articles on a party that only one names needs that one to be as sure, in percent.
 */
#define MANY_ARTICLES    3
#define CONFIDENCE_ALONE 75

/** outlay_link_is_sure: returns whether @claim tells @field and can be relied on. */
gboolean
outlay_link_is_sure (const OutlayClaim *claim, OutlayField field)
{
  return outlay_fields_has (&claim->fields, field)
         && claim->confidence[field] >= OUTLAY_CONFIDENCE_SURE;
}

/**
 * outlay_link_list_voices:
 *
 * Returns: (transfer full) (element-type guint): the claims that tell @field: those that are sure
 *   of it, or, where none is, all.
 */
GArray *
outlay_link_list_voices (const OutlayDealRecord *deal, OutlayField field)
{
  g_autoptr (GArray) sure = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GArray) all = g_array_new (FALSE, FALSE, sizeof (guint));

  for (guint i = 0; i < deal->claims->len; i++)
    {
      if (outlay_link_is_sure (outlay_link_get_claim (deal, i), field))
        g_array_append_val (sure, i);
      if (outlay_fields_has (&outlay_link_get_claim (deal, i)->fields, field))
        g_array_append_val (all, i);
    }
  return sure->len > 0 ? g_steal_pointer (&sure) : g_steal_pointer (&all);
}

typedef struct
{
  guint n_sources;
  guint surest;
  guint by_role[OUTLAY_N_ROLES];
} Votes;

/* How many independent articles name the organisation, and how sure they are of each role. */
static Votes
count_votes (const OutlayDealRecord *deal,
             const GArray *voices,
             const GArray *speakers,
             const char *name)
{
  Votes votes = {0};
  g_autoptr (GHashTable) voted = g_hash_table_new (NULL, NULL);

  for (guint i = 0; i < voices->len; i++)
    {
      guint voice = g_array_index (voices, guint, i);
      const OutlayClaim *claim = outlay_link_get_claim (deal, voice);
      gpointer speaker = GUINT_TO_POINTER (g_array_index (speakers, guint, voice));
      guint confidence = claim->confidence[OUTLAY_FIELD_PARTIES];

      for (guint j = 0; j < claim->fields.parties->len; j++)
        {
          const OutlayParty *party = outlay_fields_get_party (&claim->fields, j);

          if (!outlay_link_same_name (party->name, name))
            continue;
          votes.surest = MAX (votes.surest, confidence);
          if (g_hash_table_add (voted, speaker))
            votes.by_role[party->role] += confidence;
        }
    }
  votes.n_sources = g_hash_table_size (voted);
  return votes;
}

/* Where several articles tell the deal, one alone must be rather sure of a party. */
static gboolean
is_believed (const Votes *votes, const GArray *voices)
{
  return voices->len < MANY_ARTICLES || votes->n_sources > 1 || votes->surest >= CONFIDENCE_ALONE;
}

static gboolean
has_party (const OutlayFields *fields, const char *name)
{
  for (guint i = 0; i < fields->parties->len; i++)
    {
      if (outlay_link_same_name (outlay_fields_get_party (fields, i)->name, name))
        return TRUE;
    }
  return FALSE;
}

static OutlayRole
get_role (const Votes *votes)
{
  OutlayRole best = OUTLAY_ROLE_INVESTOR;

  for (guint role = OUTLAY_ROLE_INVESTOR + 1; role < OUTLAY_N_ROLES; role++)
    {
      if (votes->by_role[role] > votes->by_role[best])
        best = role;
    }
  return best;
}

static void
add_parties_of_role (OutlayDealRecord *deal,
                     const GArray *voices,
                     const GArray *speakers,
                     OutlayRole role)
{
  g_autoptr (GHashTable) seen = g_hash_table_new (g_str_hash, g_str_equal);

  for (guint i = 0; i < voices->len; i++)
    {
      const OutlayFields *fields
        = &outlay_link_get_claim (deal, g_array_index (voices, guint, i))->fields;

      for (guint j = 0; j < fields->parties->len; j++)
        {
          const char *name = outlay_fields_get_party (fields, j)->name;

          if (!g_hash_table_add (seen, (gpointer)name))
            continue;
          Votes votes = count_votes (deal, voices, speakers, name);
          if (get_role (&votes) == role && is_believed (&votes, voices)
              && !has_party (&deal->fields, name))
            outlay_fields_add_party (&deal->fields, role, name);
        }
    }
}

static guint
count_common_parties (const OutlayFields *a, const OutlayFields *b)
{
  guint count = 0;

  for (guint i = 0; i < a->parties->len; i++)
    count += has_party (b, outlay_fields_get_party (a, i)->name);
  return count;
}

/**
 * outlay_link_reconcile_parties:
 * @speakers: (element-type guint): as outlay_deal_record_get_voices() gives them
 *
 * All organisations that enough of the claims name, each once in the role that most give it.
 */
void
outlay_link_reconcile_parties (OutlayDealRecord *deal, const GArray *speakers)
{
  g_autoptr (GArray) voices = outlay_link_list_voices (deal, OUTLAY_FIELD_PARTIES);
  guint most = 0;

  for (guint role = 0; role < OUTLAY_N_ROLES; role++)
    add_parties_of_role (deal, voices, speakers, role);
  for (guint i = 0; i < voices->len; i++)
    {
      guint voice = g_array_index (voices, guint, i);
      guint n_parties
        = count_common_parties (&outlay_link_get_claim (deal, voice)->fields, &deal->fields);

      if (n_parties <= most)
        continue;
      most = n_parties;
      deal->chosen[OUTLAY_FIELD_PARTIES] = (int)voice;
    }
}

/**
 * outlay_link_reconcile_places:
 *
 * All countries that a sure claim names; claims without one in common disagree.
 */
void
outlay_link_reconcile_places (OutlayDealRecord *deal)
{
  g_autoptr (GArray) voices = outlay_link_list_voices (deal, OUTLAY_FIELD_PLACES);
  guint most = 0;

  for (guint i = 0; i < voices->len; i++)
    {
      guint voice = g_array_index (voices, guint, i);
      const OutlayFields *fields = &outlay_link_get_claim (deal, voice)->fields;

      if (i > 0 && !outlay_fields_share_place (&deal->fields, fields))
        deal->conflicts |= 1u << OUTLAY_FIELD_PLACES;
      for (guint j = 0; j < fields->places->len; j++)
        outlay_fields_add_place (&deal->fields, g_ptr_array_index (fields->places, j));
      if (fields->places->len <= most)
        continue;
      most = fields->places->len;
      deal->chosen[OUTLAY_FIELD_PLACES] = (int)voice;
    }
}
