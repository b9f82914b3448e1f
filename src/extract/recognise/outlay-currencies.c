/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-extract"

#include "extract/recognise/outlay-scan.h"

#include <string.h>

/* What speaks for one of the currencies that share a sign. A bare sign is the one that the data
 * file gives it to first, unless more than this speaks for another. */
#define WEIGHT_FIRST          5
#define WEIGHT_PLACE          1
#define WEIGHT_OPENING        3
#define WEIGHT_OTHER_IS_SPELT 4
#define WEIGHT_BESIDE         1

/* How many different words of a country's press count. */
#define MOST_BESIDE 6

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
  guint n_beside;
  const OutlayEntry *beside[MOST_BESIDE]; /* what the text has of the words of its press */
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

/* Whether the amount names its currency beside a shared sign of several tokens: "NT$ 2 億元". */
static gboolean
is_named_beside (const OutlayScan *scan, const OutlayFind *find, const OutlayHit *shared)
{
  if (shared->end - shared->first == 1)
    return FALSE;
  for (guint at = find->first_token; at < find->end_token; at++)
    {
      if ((at < shared->first || at >= shared->end)
          && (outlay_scan_has (scan, at, OUTLAY_ENTRY_CURRENCY_SIGN)
              || outlay_scan_has (scan, at, OUTLAY_ENTRY_CURRENCY_WORD)))
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
        return is_named_beside (scan, find, shared) ? 0 : at + 1;
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

  choice->has_first = outlay_scan_has (scan, at, OUTLAY_ENTRY_CURRENCY_SIGN)
                      || outlay_scan_has (scan, at, OUTLAY_ENTRY_CURRENCY_WORD);
  /* Signs of several tokens that some currencies share are not what the amount was read by. */
  if (choice->has_first || longest->end - longest->first == 1)
    add_candidate (choice, g_intern_string (first));
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

static void
add_beside (Candidate *candidate, const OutlayEntry *entry)
{
  for (guint i = 0; i < candidate->n_beside; i++)
    {
      if (candidate->beside[i] == entry)
        return;
    }
  if (candidate->n_beside < MOST_BESIDE)
    candidate->beside[candidate->n_beside++] = entry;
}

static void
count_beside (Choice *choice)
{
  const OutlayScan *scan = choice->scan;

  for (guint h = 0; h < scan->first_hit[scan->n_tokens]; h++)
    {
      const OutlayHit *hit = &scan->hits[h];

      for (guint k = 0;
           hit->entry->class == OUTLAY_ENTRY_CURRENCY_BESIDE && k < choice->n_candidates; k++)
        {
          if (strcmp (hit->entry->data, choice->candidates[k].code) == 0)
            add_beside (&choice->candidates[k], hit->entry);
        }
    }
}

static int
weigh (const Choice *choice, guint index)
{
  const Candidate *candidate = &choice->candidates[index];
  int weight = candidate->places * WEIGHT_PLACE + (int)candidate->n_beside * WEIGHT_BESIDE;

  if (index == 0 && choice->has_first)
    weight += WEIGHT_FIRST;
  if (candidate->opening)
    weight += WEIGHT_OPENING;
  /* Who writes "US$" means another dollar by "$", and who writes "A$" doesn't; but who spells one
   * of those that have no sign of their own means it by the sign, too. */
  if (candidate->spelt)
    weight += choice->has_first ? -WEIGHT_OTHER_IS_SPELT : WEIGHT_OTHER_IS_SPELT;
  return weight;
}

static const char *
choose (Choice *choice)
{
  guint best = 0;

  count_places (choice);
  count_beside (choice);
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

/* A sign of several tokens says more of the text's currency than the last of them alone. */
static void
answer_longer (const OutlayScan *scan, GArray *answers)
{
  for (guint i = 0; i < scan->document->finds->len; i++)
    {
      const OutlayFind *find = get_money (scan, i);
      guint at = find != NULL ? find_shared_sign (scan, find) : 0;

      if (at != 0 && outlay_scan_find (scan, at - 1, OUTLAY_ENTRY_CURRENCY_SHARED)->end > at)
        answer (scan, answers, at - 1, find->mention.money.currency);
    }
}

/* Decides for each amount with a shared sign whose it is. */
static void
settle_shared (const OutlayScan *scan, GArray *answers)
{
  GArray *finds = scan->document->finds;
  g_autoptr (GArray) chosen = g_array_new (FALSE, FALSE, sizeof (Answer));

  answer_longer (scan, answers);
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

/* What amounts without a currency are in, as far as the text has been read. */
typedef struct
{
  const char *home; /* what goes without saying there, empty where nothing does */
  char last[4];     /* of the amount before, or of the first one that says it */
  guint sentence;   /* where the amount before said its currency */
  guint paragraph;
} Reckoning;

static guint
get_paragraph (const OutlayScan *scan, const OutlayFind *find)
{
  return g_array_index (scan->document->sentences, OutlaySentence, find->sentence).paragraph;
}

/* What goes without saying, where a shared sign doesn't say more of where the text is from. */
static const char *
get_home (const OutlayScan *scan, const GArray *answers)
{
  for (guint i = 0; i < answers->len; i++)
    {
      const Answer *answer = &g_array_index (answers, Answer, i);

      if (strcmp (answer->first, scan->lexicon->currency) == 0)
        return answer->chosen;
    }
  return scan->lexicon->currency;
}

/* Who gives the first figure without a currency, or in the currency of the language's countries,
 * means that one by figures without it; who doesn't, means that of the figure before. */
static void
begin_reckoning (const OutlayScan *scan, const GArray *answers, Reckoning *reckoning)
{
  const GArray *finds = scan->document->finds;
  const char *home = get_home (scan, answers);
  gboolean begun = FALSE;

  *reckoning = (Reckoning){.home = "", .sentence = G_MAXUINT, .paragraph = G_MAXUINT};
  for (guint i = 0; i < finds->len && reckoning->last[0] == '\0'; i++)
    {
      const OutlayFind *find = get_money (scan, i);

      if (find == NULL)
        continue;
      memcpy (reckoning->last, find->mention.money.currency, sizeof reckoning->last);
      if (!begun && (reckoning->last[0] == '\0' || strcmp (reckoning->last, home) == 0))
        reckoning->home = home;
      begun = TRUE;
    }
}

static const char *
reckon (const OutlayScan *scan, const Reckoning *reckoning, const OutlayFind *find)
{
  if (reckoning->home[0] == '\0' || reckoning->sentence == find->sentence
      || (reckoning->paragraph == get_paragraph (scan, find)
          && strcmp (reckoning->last, reckoning->home) != 0))
    return reckoning->last;
  return reckoning->home;
}

/* Gives amounts without a currency the one that they are in; those of a text without any, where
 * none goes without saying, are none. */
static void
infer_missing (const OutlayScan *scan, const GArray *answers)
{
  GArray *finds = scan->document->finds;
  Reckoning reckoning;
  guint kept = 0;

  begin_reckoning (scan, answers, &reckoning);
  for (guint i = 0; i < finds->len; i++)
    {
      OutlayFind *find = get_money (scan, i);

      if (find != NULL && find->mention.money.currency[0] != '\0')
        {
          memcpy (reckoning.last, find->mention.money.currency, sizeof reckoning.last);
          reckoning.sentence = find->sentence;
          reckoning.paragraph = get_paragraph (scan, find);
        }
      else if (find != NULL)
        {
          g_strlcpy (find->mention.money.currency, reckon (scan, &reckoning, find), 4);
          find->flags |= OUTLAY_FIND_INFERRED;
        }
      if (find == NULL || find->mention.money.currency[0] != '\0')
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
  g_autoptr (GArray) answers = g_array_new (FALSE, FALSE, sizeof (Answer));

  settle_shared (scan, answers);
  infer_missing (scan, answers);
}
