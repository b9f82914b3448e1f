/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * Lists whose amounts are limits, as the sentence before or behind them says once for all:
 *
 *   The ceilings are as follows:
 *   Norvane Energy: 50 million
 *   Calder Hosting: 20 million
 */
#define G_LOG_DOMAIN "outlay-extract"

#include "outlay-scan.h"

/* How many words a row of a list has at most. */
#define LONGEST_ROW 16

/* How many rows make a list. */
#define LEAST_ROWS 2

/* Among how many words the sentence behind a list says at once what the amounts are. */
#define SAYS_AT_ONCE 6

/* What a sentence holds that tells whether it is a row. */
typedef struct
{
  OutlayFind *money;
  guint n_money;
} Row;

static const OutlaySentence *
get_sentence (const OutlayScan *scan, guint index)
{
  return outlay_document_get_sentence (scan->document, index);
}

static gboolean
is_line (const OutlayScan *scan, guint index)
{
  const OutlaySentence *sentence = get_sentence (scan, index);
  guint n = scan->document->sentences->len;

  return (index == 0 || get_sentence (scan, index - 1)->paragraph != sentence->paragraph)
         && (index + 1 == n || get_sentence (scan, index + 1)->paragraph != sentence->paragraph)
         && sentence->end_token - sentence->first_token <= LONGEST_ROW;
}

static GArray *
find_rows (const OutlayScan *scan)
{
  OutlayDocument *document = scan->document;
  GArray *rows = g_array_sized_new (FALSE, TRUE, sizeof (Row), document->sentences->len);

  g_array_set_size (rows, document->sentences->len);
  for (guint i = 0; i < document->finds->len; i++)
    {
      OutlayFind *find = &g_array_index (document->finds, OutlayFind, i);
      Row *row = &g_array_index (rows, Row, find->sentence);

      if (find->mention.type != OUTLAY_MENTION_MONEY)
        continue;
      row->money = find;
      row->n_money++;
    }
  return rows;
}

/* A word that hedges an amount of its own is none. */
static gboolean
names_limits (const OutlayScan *scan, guint first, guint end)
{
  for (guint i = first; i < end; i++)
    {
      if (outlay_scan_has (scan, i, OUTLAY_ENTRY_LIMIT) && !scan->used[i])
        return TRUE;
    }
  return FALSE;
}

/* Whether the rows from @first to before @end are said to be limits. */
static gboolean
are_limits (const OutlayScan *scan, guint first, guint end)
{
  const OutlaySentence *sentence;

  if (first > 0)
    {
      sentence = get_sentence (scan, first - 1);
      if (names_limits (scan, sentence->first_token, sentence->end_token))
        return TRUE;
    }
  if (end == scan->document->sentences->len)
    return FALSE;
  sentence = get_sentence (scan, end);
  return names_limits (scan, sentence->first_token,
                       MIN (sentence->end_token, sentence->first_token + SAYS_AT_ONCE));
}

static void
limit_rows (const GArray *rows, guint first, guint end)
{
  for (guint i = first; i < end; i++)
    {
      OutlayMoney *money = &g_array_index (rows, Row, i).money->mention.money;

      if (money->qualifier == OUTLAY_QUALIFIER_EXACT)
        money->qualifier = OUTLAY_QUALIFIER_UP_TO;
    }
}

/** outlay_recognise_lists: makes the amounts of lists of limits limits. */
void
outlay_recognise_lists (OutlayScan *scan)
{
  g_autoptr (GArray) rows = find_rows (scan);

  for (guint i = 0; i < rows->len; i++)
    {
      guint end = i;

      while (end < rows->len && g_array_index (rows, Row, end).n_money == 1 && is_line (scan, end))
        end++;
      if (end - i >= LEAST_ROWS && are_limits (scan, i, end))
        limit_rows (rows, i, end);
      i = MAX (i, end);
    }
}
