/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-extract"

#include "extract/recognise/names/outlay-name-repeats.h"

#include <string.h>

/* The bytes of a run, and what is known of it. */
typedef struct
{
  const char *text;
  gsize length;
  OutlayRepeat repeat;
} Run;

struct _OutlayRepeats
{
  const OutlayScan *scan;
  GHashTable *runs; /* Run → itself */
};

static guint
hash_bytes (const char *text, gsize length)
{
  guint hash = 5381;

  for (gsize i = 0; i < length; i++)
    hash = hash * 33 + (guchar)text[i];
  return hash;
}

static guint
hash_run (gconstpointer data)
{
  const Run *run = data;

  return hash_bytes (run->text, run->length);
}

static gboolean
equal_runs (gconstpointer a, gconstpointer b)
{
  const Run *one = a, *other = b;

  return one->length == other->length && memcmp (one->text, other->text, one->length) == 0;
}

static Run
make_run (const OutlayScan *scan, guint first, guint end)
{
  Run run = {.text = outlay_scan_get_text (scan, first),
             .length = scan->tokens[end - 1].end - scan->tokens[first].start};

  return run;
}

/* What stands at the token, 0 where a run cannot go on there. */
static guint
hash_neighbour (const OutlayScan *scan, const guint8 *closed, guint at)
{
  if (at >= scan->n_tokens || closed[at])
    return 0;
  return hash_bytes (outlay_scan_get_text (scan, at), scan->tokens[at].end - scan->tokens[at].start)
         | 1;
}

static void
count_run (OutlayRepeats *repeats, const guint8 *closed, guint first, guint end)
{
  const OutlayScan *scan = repeats->scan;
  Run key = make_run (scan, first, end);
  Run *run = g_hash_table_lookup (repeats->runs, &key);
  guint left
    = first > 0 && outlay_scan_goes_on (scan, first) ? hash_neighbour (scan, closed, first - 1) : 0;
  guint right = outlay_scan_goes_on (scan, end) ? hash_neighbour (scan, closed, end) : 0;

  if (run == NULL)
    {
      run = g_memdup2 (&key, sizeof key);
      run->repeat.left = left;
      run->repeat.right = right;
      g_hash_table_add (repeats->runs, run);
    }
  run->repeat.count++;
  run->repeat.free_left |= left == 0 || left != run->repeat.left;
  run->repeat.free_right |= right == 0 || right != run->repeat.right;
}

/**
 * outlay_repeats_new:
 * @closed: of each token whether no run goes over it; it lasts only for the call
 *
 * Returns: (transfer full): the runs of one to %OUTLAY_REPEATS_LONGEST tokens.
 */
OutlayRepeats *
outlay_repeats_new (const OutlayScan *scan, const guint8 *closed)
{
  OutlayRepeats *repeats = g_new0 (OutlayRepeats, 1);

  repeats->scan = scan;
  repeats->runs = g_hash_table_new_full (hash_run, equal_runs, g_free, NULL);
  for (guint first = 0; first < scan->n_tokens; first++)
    {
      guint last = MIN (first + OUTLAY_REPEATS_LONGEST, scan->n_tokens);

      for (guint at = first; at < last && !closed[at]; at++)
        {
          if (at > first && !outlay_scan_goes_on (scan, at))
            break;
          count_run (repeats, closed, first, at + 1);
        }
    }
  return repeats;
}

/** outlay_repeats_free: frees @repeats. */
void
outlay_repeats_free (OutlayRepeats *repeats)
{
  g_hash_table_unref (repeats->runs);
  g_free (repeats);
}

/**
 * outlay_repeats_get:
 *
 * Returns: (transfer none) (nullable): how often the tokens from @first to before @end stand in the
 *   text; %NULL where they are too many.
 */
const OutlayRepeat *
outlay_repeats_get (const OutlayRepeats *repeats, guint first, guint end)
{
  Run key = make_run (repeats->scan, first, end);
  const Run *run = g_hash_table_lookup (repeats->runs, &key);

  return run != NULL ? &run->repeat : NULL;
}
