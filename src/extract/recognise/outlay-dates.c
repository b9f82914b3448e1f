/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-extract"

#include "extract/recognise/outlay-calendar.h"
#include "extract/recognise/outlay-quantity.h"

/* A year that stands alone, without a word that makes it one. */
#define FIRST_BARE_YEAR 2010
#define LAST_BARE_YEAR  2060

/* Years that a text can mean at all. */
#define FIRST_YEAR 1900
#define LAST_YEAR  2100

/* More than the longest pattern has places, each of which may be read in two ways. */
#define MOST_STEPS 200

/* A walk down the date patterns from one token, and the best reading so far. */
typedef struct
{
  const OutlayScan *scan;
  OutlayDate published;
  guint first;
  guint n_steps;
  guint end;
  gint64 pattern;
  OutlayDateReading reading;
} Walk;

typedef struct
{
  OutlayDateParts parts[2];
} Taken;

static void walk_on (Walk *walk, guint32 node, guint at, const Taken *taken);

static void
arrive (Walk *walk, guint32 node, guint at, const Taken *taken)
{
  const OutlayLexicon *lexicon = walk->scan->lexicon;
  const OutlayEntry *entry = outlay_phrases_get_entry (lexicon->dates, node, OUTLAY_ENTRY_DATE);
  OutlayDateReading reading;

  if (entry != NULL && (at > walk->end || (at == walk->end && entry->number < walk->pattern))
      && outlay_calendar_read (
        &g_array_index (lexicon->date_patterns, OutlayDatePattern, entry->number), taken->parts,
        walk->published, &reading))
    {
      walk->end = at;
      walk->pattern = entry->number;
      walk->reading = reading;
    }
  if (at < walk->scan->n_tokens && ++walk->n_steps < MOST_STEPS)
    walk_on (walk, node, at, taken);
}

static void
step (Walk *walk, guint32 node, guint at, guint32 word, guint end, const Taken *taken)
{
  gboolean glued = node != 1 && walk->scan->tokens[at].flags & OUTLAY_TOKEN_GLUED;
  guint32 target = outlay_phrases_step (walk->scan->lexicon->dates, node, word, glued);

  if (target != 0)
    arrive (walk, target, end, taken);
}

static guint *
get_place (OutlayDateParts *parts, OutlayDateSlot slot)
{
  switch (slot)
    {
    case OUTLAY_DATE_SLOT_DAY:
      return &parts->day;
    case OUTLAY_DATE_SLOT_MONTH_NUMBER:
    case OUTLAY_DATE_SLOT_MONTH:
      return &parts->month;
    case OUTLAY_DATE_SLOT_YEAR:
      return &parts->year;
    case OUTLAY_DATE_SLOT_SHORT_YEAR:
      return &parts->short_year;
    case OUTLAY_DATE_SLOT_QUARTER:
      return &parts->quarter;
    case OUTLAY_DATE_SLOT_HALF:
      return &parts->half;
    case OUTLAY_DATE_SLOT_WEEKDAY:
      return &parts->weekday;
    default:
      return &parts->number;
    }
}

/* Takes @value into @slot: the second time into the second date. */
static void
take (Walk *walk,
      guint32 node,
      guint at,
      OutlayDateSlot slot,
      guint value,
      guint end,
      const Taken *taken)
{
  Taken more = *taken;
  OutlayDateParts *parts = &more.parts[0];
  guint32 word = walk->scan->lexicon->slot_words[slot - OUTLAY_DATE_SLOT_DAY];

  if (*get_place (parts, slot) != 0 || (slot == OUTLAY_DATE_SLOT_YEAR && parts->relative_year))
    parts = &more.parts[1];
  *get_place (parts, slot) = value;
  step (walk, node, at, word, end, &more);
}

static void
take_relative_year (Walk *walk, guint32 node, guint at, const OutlayHit *hit, const Taken *taken)
{
  Taken more = *taken;
  OutlayDateParts *parts = &more.parts[0];

  if (parts->year != 0 || parts->relative_year)
    parts = &more.parts[1];
  parts->relative_year = TRUE;
  parts->year_offset = (int)hit->entry->number;
  step (walk, node, at,
        walk->scan->lexicon->slot_words[OUTLAY_DATE_SLOT_YEAR - OUTLAY_DATE_SLOT_DAY], hit->end,
        &more);
}

static void
take_digits (Walk *walk, guint32 node, guint at, const Taken *taken)
{
  OutlayQuantity quantity;
  const OutlayToken *token = &walk->scan->tokens[at];
  guint bytes = token->end - token->start;
  guint value = 0;

  for (const char *text = outlay_scan_get_text (walk->scan, at), *end = text + bytes;
       text < end && value < 100000; text = g_utf8_next_char (text))
    value = value * 10 + (guint)g_unichar_digit_value (g_utf8_get_char (text));
  guint n_digits = (guchar)*outlay_scan_get_text (walk->scan, at) < 0x80 ? bytes : bytes / 3;
  guint behind = at + 1;
  const OutlayHit *ordinal = outlay_scan_find (walk->scan, behind, OUTLAY_ENTRY_ORDINAL);
  if (ordinal != NULL && walk->scan->tokens[behind].flags & OUTLAY_TOKEN_GLUED)
    behind = ordinal->end;
  if (n_digits <= 2 && value >= 1 && value <= 31)
    take (walk, node, at, OUTLAY_DATE_SLOT_DAY, value, behind, taken);
  if (n_digits <= 2 && value >= 1 && value <= 12)
    take (walk, node, at, OUTLAY_DATE_SLOT_MONTH_NUMBER, value, at + 1, taken);
  if (n_digits == 4 && value >= FIRST_YEAR && value <= LAST_YEAR)
    take (walk, node, at, OUTLAY_DATE_SLOT_YEAR, value, at + 1, taken);
  if (n_digits == 2)
    take (walk, node, at, OUTLAY_DATE_SLOT_SHORT_YEAR, value + 100, at + 1, taken);
  if (n_digits == 1 && value >= 1 && value <= 4)
    take (walk, node, at, OUTLAY_DATE_SLOT_QUARTER, value, behind, taken);
  if (n_digits == 1 && value >= 1 && value <= 2)
    take (walk, node, at, OUTLAY_DATE_SLOT_HALF, value, behind, taken);
  if (n_digits <= 3 && value > 0 && outlay_quantity_read_digits (walk->scan, at, &quantity)
      && quantity.end == at + 1)
    take (walk, node, at, OUTLAY_DATE_SLOT_NUMBER, value, at + 1, taken);
}

/* A month's name, with or without the full stop of its abbreviation. */
static void
take_month (Walk *walk, guint32 node, guint at, const Taken *taken)
{
  const OutlayHit *hit = outlay_scan_find (walk->scan, at, OUTLAY_ENTRY_MONTH);

  if (hit == NULL)
    return;
  take (walk, node, at, OUTLAY_DATE_SLOT_MONTH, (guint)hit->entry->number, hit->end, taken);
  if (outlay_scan_is (walk->scan, hit->end, ".")
      && walk->scan->tokens[hit->end].flags & OUTLAY_TOKEN_GLUED
      && hit->end + 1 < walk->scan->n_tokens
      && walk->scan->tokens[hit->end + 1].sentence == walk->scan->tokens[at].sentence)
    take (walk, node, at, OUTLAY_DATE_SLOT_MONTH, (guint)hit->entry->number, hit->end + 1, taken);
}

static void
take_words (Walk *walk, guint32 node, guint at, const Taken *taken)
{
  static const struct
  {
    OutlayEntryClass class;
    OutlayDateSlot slot;
  } classes[] = {
    {OUTLAY_ENTRY_QUARTER, OUTLAY_DATE_SLOT_QUARTER},
    {OUTLAY_ENTRY_HALF, OUTLAY_DATE_SLOT_HALF},
    {OUTLAY_ENTRY_WEEKDAY, OUTLAY_DATE_SLOT_WEEKDAY},
  };
  const OutlayHit *hit;

  take_month (walk, node, at, taken);
  for (guint i = 0; i < G_N_ELEMENTS (classes); i++)
    {
      hit = outlay_scan_find (walk->scan, at, classes[i].class);
      if (hit != NULL)
        take (walk, node, at, classes[i].slot, (guint)hit->entry->number, hit->end, taken);
    }
  hit = outlay_scan_find (walk->scan, at, OUTLAY_ENTRY_YEAR);
  if (hit != NULL)
    take_relative_year (walk, node, at, hit, taken);
  hit = outlay_scan_find (walk->scan, at, OUTLAY_ENTRY_NUMBER);
  if (hit != NULL && hit->entry->number >= 1000 && hit->entry->number % 1000 == 0)
    take (walk, node, at, OUTLAY_DATE_SLOT_NUMBER, (guint)(hit->entry->number / 1000), hit->end,
          taken);
}

static void
walk_on (Walk *walk, guint32 node, guint at, const Taken *taken)
{
  const OutlayToken *token = &walk->scan->tokens[at];
  const OutlayVocabulary *vocabulary = walk->scan->vocabulary;

  if (walk->scan->used[at] || (node != 1 && token->flags & OUTLAY_TOKEN_NEW_LINE))
    return;
  for (guint32 word = token->word; word != 0;
       word = outlay_vocabulary_get_shorter (vocabulary, word))
    step (walk, node, at, word, at + 1, taken);
  if (token->flags & OUTLAY_TOKEN_NUMBER)
    take_digits (walk, node, at, taken);
  else
    take_words (walk, node, at, taken);
}

/* Whether the number @at is a part of a longer one or of a name. */
static gboolean
is_part_of_number (const OutlayScan *scan, guint at)
{
  if (at >= 1 && scan->tokens[at].flags & OUTLAY_TOKEN_GLUED
      && !(scan->tokens[at - 1].flags & (OUTLAY_TOKEN_IDEOGRAPH | OUTLAY_TOKEN_HANGUL)))
    {
      if (scan->tokens[at - 1].flags & OUTLAY_TOKEN_WORD)
        return TRUE;
      if (at >= 2 && scan->tokens[at - 1].flags & OUTLAY_TOKEN_GLUED
          && scan->tokens[at - 2].flags & (OUTLAY_TOKEN_NUMBER | OUTLAY_TOKEN_WORD)
          && !outlay_scan_is (scan, at - 1, "(") && !outlay_scan_is (scan, at - 1, "–"))
        return TRUE;
    }
  return outlay_scan_looks (scan, at + 1, OUTLAY_TOKEN_PUNCTUATION | OUTLAY_TOKEN_GLUED)
         && outlay_scan_looks (scan, at + 2, OUTLAY_TOKEN_NUMBER | OUTLAY_TOKEN_GLUED);
}

/* A year alone is one only where it looks like one of our time. */
static gboolean
is_plausible (const OutlayScan *scan, const Walk *walk)
{
  if (walk->end > walk->first + 1 || !(scan->tokens[walk->first].flags & OUTLAY_TOKEN_NUMBER))
    return TRUE;
  return walk->reading.start.year >= FIRST_BARE_YEAR && walk->reading.start.year <= LAST_BARE_YEAR
         && !is_part_of_number (scan, walk->first) && !outlay_scan_is (scan, walk->end, "%");
}

static void
add_date (const OutlayScan *scan, const Walk *walk)
{
  OutlayFind *find = outlay_scan_add (scan, OUTLAY_MENTION_DATE, walk->first, walk->end);

  find->mention.date = walk->reading.start;
  find->mention.date_end = walk->reading.end;
  find->n_months = walk->reading.n_months;
  if (walk->reading.relative)
    find->flags |= OUTLAY_FIND_RELATIVE;
  if (walk->reading.n_months > 0 || outlay_date_is_set (walk->reading.end))
    find->flags |= OUTLAY_FIND_STRETCH;
}

/* Whether a pattern may begin with the token @at. */
static gboolean
may_begin (const OutlayScan *scan, guint at)
{
  static const guint64 classes
    = G_GUINT64_CONSTANT (1) << OUTLAY_ENTRY_MONTH | G_GUINT64_CONSTANT (1) << OUTLAY_ENTRY_WEEKDAY
      | G_GUINT64_CONSTANT (1) << OUTLAY_ENTRY_QUARTER | G_GUINT64_CONSTANT (1) << OUTLAY_ENTRY_HALF
      | G_GUINT64_CONSTANT (1) << OUTLAY_ENTRY_YEAR | G_GUINT64_CONSTANT (1) << OUTLAY_ENTRY_NUMBER;

  if (scan->used[at])
    return FALSE;
  if (scan->tokens[at].flags & OUTLAY_TOKEN_NUMBER || scan->classes[at] & classes)
    return TRUE;
  for (guint32 word = scan->tokens[at].word; word != 0;
       word = outlay_vocabulary_get_shorter (scan->vocabulary, word))
    {
      if (outlay_phrases_may_start (scan->lexicon->dates, word))
        return TRUE;
    }
  return FALSE;
}

/** outlay_recognise_dates: finds dates and stretches of time. */
void
outlay_recognise_dates (OutlayScan *scan)
{
  static const Taken nothing;
  OutlayDate published = scan->document->article->published;

  for (guint i = 0; i < scan->n_tokens;)
    {
      Walk walk = {.scan = scan, .published = published, .first = i};

      if (may_begin (scan, i))
        walk_on (&walk, 1, i, &nothing);
      if (walk.end == 0 || !is_plausible (scan, &walk))
        {
          i++;
          continue;
        }
      gboolean none
        = g_array_index (scan->lexicon->date_patterns, OutlayDatePattern, walk.pattern).form
          == OUTLAY_DATE_FORM_NONE;
      if (!none)
        add_date (scan, &walk);
      for (; i < walk.end; i++)
        scan->used[i] = 1;
    }
}
