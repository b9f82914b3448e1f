/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What the report of an import says, in the pane, in a notification and as copied text. */
#define G_LOG_DOMAIN "outlay-ui"

#include "outlay-import-words.h"

#include <glib/gi18n.h>

#include "base/format/outlay-format-private.h"
#include "base/format/outlay-format.h"
#include "outlay-import-entry.h"

/**
 * outlay_import_words_count_new_deals:
 *
 * Returns: how many deals the import brought that nothing told of before.
 */
guint
outlay_import_words_count_new_deals (OutlayImport *import)
{
  const GPtrArray *items = outlay_import_get_items (import);
  guint count = 0;

  for (guint i = 0; i < items->len; i++)
    count += ((const OutlayImportItem *)g_ptr_array_index (items, i))->n_new_deals;
  return count;
}

static guint
count_more_deals (OutlayImport *import)
{
  const GPtrArray *items = outlay_import_get_items (import);
  guint count = 0;

  for (guint i = 0; i < items->len; i++)
    count += ((const OutlayImportItem *)g_ptr_array_index (items, i))->n_more_deals;
  return count;
}

/**
 * outlay_import_words_dup_counts:
 *
 * Returns: (transfer full): what became of the files: "14 new articles, 3 already there, 2 not
 *   imported"; and how many the user deleted before, where there are such.
 */
char *
outlay_import_words_dup_counts (OutlayImport *import)
{
  guint n_new = outlay_import_count (import, OUTLAY_IMPORT_NEW);
  guint n_deleted = outlay_import_count (import, OUTLAY_IMPORT_DELETED);
  g_autofree char *deleted = outlay_format_count (n_deleted);
  g_autofree char *new_articles
    = g_strdup_printf (ngettext ("%u new article", "%u new articles", n_new), n_new);
  g_autofree char *there
    = outlay_format_count (outlay_import_count (import, OUTLAY_IMPORT_DUPLICATE));
  g_autofree char *failed
    = outlay_format_count (outlay_import_count (import, OUTLAY_IMPORT_FAILED));

  return outlay_format_fill (
    n_deleted > 0
      ? _ ("{new}, {there} already there, {deleted} deleted by you, {failed} not imported")
      : _ ("{new}, {there} already there, {failed} not imported"),
    "new", new_articles, "there", there, "deleted", deleted, "failed", failed, NULL);
}

/**
 * outlay_import_words_dup_deals:
 *
 * Returns: (transfer full): what the articles brought: "9 new deals, 6 with more evidence".
 */
char *
outlay_import_words_dup_deals (OutlayImport *import)
{
  guint n_new = outlay_import_words_count_new_deals (import);
  guint n_more = count_more_deals (import);
  g_autofree char *deals = g_strdup_printf (ngettext ("%u new deal", "%u new deals", n_new), n_new);
  g_autofree char *more = outlay_format_count (n_more);

  if (n_new == 0 && n_more == 0)
    return g_strdup (_ ("No new deals"));
  if (n_more == 0)
    return g_steal_pointer (&deals);
  return outlay_format_fill (_ ("{deals}, {count} with more evidence"), "deals", deals, "count",
                             more, NULL);
}

/**
 * outlay_import_words_dup_problem:
 * @error: (nullable): why the import ended before its end
 *
 * Returns: (transfer full) (nullable): what to say of it, or of what protection was missing; %NULL
 *   where nothing went wrong.
 */
char *
outlay_import_words_dup_problem (OutlayImport *import, const GError *error)
{
  guint done, total;
  gboolean stopped;
  g_autofree char *done_text = NULL;
  g_autofree char *total_text = NULL;

  if (error == NULL)
    return outlay_import_dup_warning (import);
  stopped = g_error_matches (error, G_IO_ERROR, G_IO_ERROR_CANCELLED);
  g_object_get (import, "n-done", &done, "n-total", &total, NULL);
  if (stopped && total == 0)
    return g_strdup (_ ("Stopped before the first file was read."));
  done_text = outlay_format_count (done);
  total_text = outlay_format_count (total);
  if (stopped)
    return outlay_format_fill (_ ("Stopped after {done} of {total} files. What was read is in the "
                                  "ledger; import the rest when you like."),
                               "done", done_text, "total", total_text, NULL);
  return outlay_format_fill (_ ("The import ended after {done} of {total} files. {reason}"), "done",
                             done_text, "total", total_text, "reason", error->message, NULL);
}

static void
append_entries (GString *text, OutlayImport *import)
{
  g_autoptr (GListModel) entries = outlay_import_entry_list (outlay_import_get_items (import));

  for (guint i = 0; i < g_list_model_get_n_items (entries); i++)
    {
      g_autoptr (OutlayImportEntry) entry = g_list_model_get_item (entries, i);
      GFile *file = outlay_import_entry_get_file (entry);
      g_autofree char *path = file != NULL ? g_file_get_parse_name (file) : NULL;

      if (outlay_import_entry_is_heading (entry))
        g_string_append_printf (text, "\n%s\n", outlay_import_entry_get_name (entry));
      else
        g_string_append_printf (text, "- %s\n  %s\n",
                                path != NULL ? path : outlay_import_entry_get_name (entry),
                                outlay_import_entry_get_text (entry));
    }
}

/**
 * outlay_import_words_dup_text:
 * @error: (nullable): why the import ended before its end
 * @when: when it ended, in words
 *
 * Returns: (transfer full): the whole report as plain text.
 */
char *
outlay_import_words_dup_text (OutlayImport *import, const GError *error, const char *when)
{
  GString *text = g_string_new (NULL);
  g_autofree char *title = outlay_format_fill (_ ("Import report, {time}"), "time", when, NULL);
  g_autofree char *counts = outlay_import_words_dup_counts (import);
  g_autofree char *deals = outlay_import_words_dup_deals (import);
  g_autofree char *problem = outlay_import_words_dup_problem (import, error);

  g_string_append_printf (text, "%s\n%s\n%s\n", title, counts, deals);
  if (problem != NULL)
    g_string_append_printf (text, "%s\n", problem);
  append_entries (text, import);
  return g_string_free (text, FALSE);
}
