/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-extract"

#include "extract/recognise/outlay-scan.h"

#include <string.h>

/* What speaks for one of the currencies that share a sign. A bare sign is the one that the data
 * file gives it to first, unless more than this speaks for another. */
#define WEIGHT_FIRST          5
#define WEIGHT_PLACE          1
#define WEIGHT_OPENING        3
#define WEIGHT_OTHER_IS_SPELT 3

/* Sentences of the text whose places say where it is written. */
#define N_OPENING 3

#define MOST_CURRENCIES 16

/* A currency that a shared sign may stand for. */
typedef struct
{
  const char *code;
  int places;
  gboolean opening;
  gboolean spelt; /* named in the text by a word or sign of its own */
} Candidate;

typedef struct
{
  const OutlayScan *scan;
  Candidate candidates[MOST_CURRENCIES];
  guint n_candidates;
  gboolean has_first; /* the first one has the sign by itself */
} Choice;

static OutlayFind *
get_money (const OutlayScan *scan, guint index)
{
  OutlayFind *find = &g_array_index (scan->document->finds, OutlayFind, index);

  return find->mention.type == OUTLAY_MENTION_MONEY ? find : NULL;
}

/* Whether a sign or word of one currency alone takes the token @at in. */
static gboolean
is_inside_longer (const OutlayScan *scan, guint first, const OutlayHit *shared)
{
  for (guint at = first; at <= shared->first; at++)
    {
      const OutlayHit *sign = outlay_scan_find (scan, at, OUTLAY_ENTRY_CURRENCY_SIGN);
      const OutlayHit *word = outlay_scan_find (scan, at, OUTLAY_ENTRY_CURRENCY_WORD);
      guint length = shared->end - shared->first;

      if ((sign != NULL && sign->end >= shared->end && sign->end - at > length)
          || (word != NULL && word->end >= shared->end && word->end - at > length))
        return TRUE;
    }
  return FALSE;
}

/* The token where @find says its currency by a sign or word that others share, 0 where not. */
static guint
find_shared_sign (const OutlayScan *scan, const OutlayFind *find)
{
  for (guint at = find->first_token; at < find->end_token; at++)
    {
      const OutlayHit *shared = outlay_scan_find (scan, at, OUTLAY_ENTRY_CURRENCY_SHARED);

      if (shared != NULL && !is_inside_longer (scan, find->first_token, shared))
        return at + 1;
    }
  return 0;
}

static Candidate *
add_candidate (Choice *choice, const char *code)
{
  for (guint i = 0; i < choice->n_candidates; i++)
    {
      if (strcmp (choice->candidates[i].code, code) == 0)
        return &choice->candidates[i];
    }
  if (choice->n_candidates == MOST_CURRENCIES)
    return NULL;
  Candidate *candidate = &choice->candidates[choice->n_candidates++];
  *candidate = (Candidate){.code = code};
  return candidate;
}

/* The candidates for the sign at @at; the first one is that which the amount was read as. */
static void
add_candidates (Choice *choice, guint at, const char *first)
{
  const OutlayScan *scan = choice->scan;
  const OutlayHit *longest = outlay_scan_find (scan, at, OUTLAY_ENTRY_CURRENCY_SHARED);

  add_candidate (choice, g_intern_string (first));
  choice->has_first = outlay_scan_has (scan, at, OUTLAY_ENTRY_CURRENCY_SIGN)
                      || outlay_scan_has (scan, at, OUTLAY_ENTRY_CURRENCY_WORD);
  for (guint i = scan->first_hit[at]; i < scan->first_hit[at + 1]; i++)
    {
      const OutlayHit *hit = &scan->hits[i];

      if (hit->entry->class == OUTLAY_ENTRY_CURRENCY_SHARED && hit->end == longest->end)
        add_candidate (choice, hit->entry->data);
    }
}

/* Codes of currencies begin with that of their country. */
static void
count_places (Choice *choice)
{
  const GArray *finds = choice->scan->document->finds;

  for (guint i = 0; i < finds->len; i++)
    {
      const OutlayFind *find = &g_array_index (finds, OutlayFind, i);
      gboolean money = find->mention.type == OUTLAY_MENTION_MONEY;

      if (!money && find->mention.type != OUTLAY_MENTION_PLACE)
        continue;
      for (guint k = 0; k < choice->n_candidates; k++)
        {
          Candidate *candidate = &choice->candidates[k];

          if (money)
            candidate->spelt |= strcmp (find->mention.money.currency, candidate->code) == 0
                                && find_shared_sign (choice->scan, find) == 0;
          else if (strncmp (find->mention.name, candidate->code, 2) == 0)
            {
              candidate->places++;
              candidate->opening |= find->sentence < N_OPENING;
            }
        }
    }
}

static int
weigh (const Choice *choice, guint index)
{
  const Candidate *candidate = &choice->candidates[index];
  int weight = candidate->places * WEIGHT_PLACE;

  if (index == 0 && choice->has_first)
    weight += WEIGHT_FIRST;
  if (candidate->opening)
    weight += WEIGHT_OPENING;
  /* Who writes "US$" means another dollar by "$", and who writes "A$" doesn't. */
  if (candidate->spelt)
    weight -= WEIGHT_OTHER_IS_SPELT;
  return weight;
}

static const char *
choose (Choice *choice)
{
  guint best = 0;

  count_places (choice);
  for (guint i = 1; i < choice->n_candidates; i++)
    {
      if (weigh (choice, i) > weigh (choice, best))
        best = i;
    }
  return choice->candidates[best].code;
}

/* What a sign turned out to stand for: one answer for each currency that it was first read as. */
typedef struct
{
  const char *first;
  const char *chosen;
} Answer;

static const char *
answer (const OutlayScan *scan, GArray *answers, guint at, const char *first)
{
  for (guint i = 0; i < answers->len; i++)
    {
      if (strcmp (g_array_index (answers, Answer, i).first, first) == 0)
        return g_array_index (answers, Answer, i).chosen;
    }
  Choice choice = {.scan = scan};
  add_candidates (&choice, at, first);
  Answer new = {g_intern_string (first), choose (&choice)};
  g_array_append_val (answers, new);
  return new.chosen;
}

/* Decides for each amount with a shared sign whose it is. */
static void
settle_shared (const OutlayScan *scan)
{
  GArray *finds = scan->document->finds;
  g_autoptr (GArray) answers = g_array_new (FALSE, FALSE, sizeof (Answer));
  g_autoptr (GArray) chosen = g_array_new (FALSE, FALSE, sizeof (Answer));

  for (guint i = 0; i < finds->len; i++)
    {
      const OutlayFind *find = get_money (scan, i);
      guint at = find != NULL ? find_shared_sign (scan, find) : 0;
      Answer settled = {NULL, NULL};

      if (at != 0)
        settled.chosen = answer (scan, answers, at - 1, find->mention.money.currency);
      g_array_append_val (chosen, settled);
    }
  for (guint i = 0; i < finds->len; i++)
    {
      const char *code = g_array_index (chosen, Answer, i).chosen;

      if (code != NULL)
        g_strlcpy (get_money (scan, i)->mention.money.currency, code, 4);
    }
}

static void
find_first_currency (const OutlayScan *scan, char currency[4])
{
  GArray *finds = scan->document->finds;

  for (guint i = 0; i < finds->len && currency[0] == '\0'; i++)
    {
      const OutlayFind *find = get_money (scan, i);

      if (find != NULL)
        memcpy (currency, find->mention.money.currency, 4);
    }
}

/* Gives amounts without a currency that of the amount before them, at first that of the one behind;
 * those of a text without any are none. */
static void
infer_missing (const OutlayScan *scan)
{
  GArray *finds = scan->document->finds;
  char currency[4] = "";
  guint kept = 0;

  find_first_currency (scan, currency);
  for (guint i = 0; i < finds->len; i++)
    {
      OutlayFind *find = get_money (scan, i);

      if (find != NULL && find->mention.money.currency[0] != '\0')
        memcpy (currency, find->mention.money.currency, sizeof currency);
      else if (find != NULL)
        {
          memcpy (find->mention.money.currency, currency, sizeof currency);
          find->flags |= OUTLAY_FIND_INFERRED;
        }
      if (find == NULL || currency[0] != '\0')
        g_array_index (finds, OutlayFind, kept++) = g_array_index (finds, OutlayFind, i);
    }
  g_array_set_size (finds, kept);
}

/**
 * outlay_recognise_currencies:
 *
 * Settles what the amounts leave open: which dollar a "$" is, and what "15 of the 20 billion"
 * counts. Amounts and places must have been found.
 */
void
outlay_recognise_currencies (OutlayScan *scan)
{
  settle_shared (scan);
  infer_missing (scan);
}
