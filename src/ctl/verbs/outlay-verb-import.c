/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-ctl"

#include <glib-unix.h>
#include <glib/gi18n.h>
#include <signal.h>
#include <unistd.h>

#include "base/format/outlay-format.h"
#include "base/outlay-text.h"
#include "ctl/outlay-articles.h"
#include "ctl/outlay-console.h"
#include "ctl/outlay-selection.h"
#include "ctl/outlay-verb.h"
#include "ingest/outlay-import.h"
#include "base/json/outlay-json.h"
#include "ingest/outlay-said.h"
#include "ledger/safety/outlay-backup.h"
#include "model/settings/outlay-settings.h"

/* Articles that are imported at a time of those handed in line by line: memory stays flat. */
#define BATCH 256

/* Cells of a terminal's line that the progress may take. */
#define PROGRESS_CHARS 70

static const char *const outcome_names[] = {
  [OUTLAY_IMPORT_NEW] = "new",
  [OUTLAY_IMPORT_DUPLICATE] = "duplicate",
  [OUTLAY_IMPORT_DELETED] = "deleted",
  [OUTLAY_IMPORT_FAILED] = "failed",
};

#define N_OUTCOMES G_N_ELEMENTS (outcome_names)

typedef struct
{
  OutlayLedger *ledger;
  OutlayImport *import;
  GPtrArray *ids;
  GCancellable *cancellable;
  GMainLoop *loop;
  GError *error;
  gboolean json;
  gboolean anyway;
  gboolean progress;
  guint counts[N_OUTCOMES];
  guint n_new_deals;
} Import;

static void
show_progress (Import *import)
{
  guint done, total;
  g_autofree char *current = NULL;

  g_object_get (import->import, "n-done", &done, "n-total", &total, "current", &current, NULL);
  if (current == NULL)
    return;
  g_autofree char *shown = outlay_text_shorten (current, PROGRESS_CHARS);
  outlay_console_show_progress (done, total, shown);
}

static char *
dup_name (const OutlayImportItem *item)
{
  g_autofree char *path = item->file != NULL ? g_file_get_path (item->file) : NULL;
  g_autofree char *name = path != NULL ? g_filename_display_name (path) : g_strdup (item->label);

  if (item->member == NULL)
    return g_steal_pointer (&name);
  return g_strconcat (name, OUTLAY_ARTICLE_MEMBER_MARK, item->member, NULL);
}

static void
print_item_json (const OutlayImportItem *item, const char *id)
{
  g_autoptr (JsonObject) object = json_object_new ();
  g_autofree char *name = dup_name (item);

  json_object_set_string_member (object, "outcome", outcome_names[item->outcome]);
  if (id != NULL)
    json_object_set_string_member (object, "id", id);
  json_object_set_string_member (object, item->file != NULL ? "file" : "label", name);
  json_object_set_int_member (object, "new_deals", item->n_new_deals);
  json_object_set_int_member (object, "more_deals", item->n_more_deals);
  if (item->message != NULL)
    json_object_set_string_member (object, "message", item->message);
  outlay_console_print_json (object);
}

static const char *
get_outcome_words (OutlayImportOutcome outcome)
{
  switch (outcome)
    {
    case OUTLAY_IMPORT_NEW:
      return C_ ("import", "new");
    case OUTLAY_IMPORT_DUPLICATE:
      return C_ ("import", "already there");
    case OUTLAY_IMPORT_DELETED:
      return C_ ("import", "deleted by you");
    default:
      return C_ ("import", "failed");
    }
}

static void
print_item (const OutlayImportItem *item)
{
  g_autofree char *name = dup_name (item);
  g_autofree char *outcome = outlay_format_labelled (get_outcome_words (item->outcome), name);
  g_autoptr (GString) line = g_string_new (outcome);

  if (item->outcome == OUTLAY_IMPORT_NEW)
    {
      g_string_append (line, " (");
      g_string_append_printf (line, ngettext ("%u new deal", "%u new deals", item->n_new_deals),
                              item->n_new_deals);
      if (item->n_more_deals > 0)
        {
          g_string_append (line, ", ");
          g_string_append_printf (line,
                                  ngettext ("%u known deal", "%u known deals", item->n_more_deals),
                                  item->n_more_deals);
        }
      g_string_append_c (line, ')');
    }
  if (item->message != NULL)
    g_string_append_printf (line, ": %s", item->message);
  g_string_append_c (line, '\n');
  outlay_console_print (line->str);
}

static void
count_item (Import *import, OutlayImportOutcome outcome, guint n_new_deals)
{
  import->counts[outcome]++;
  import->n_new_deals += n_new_deals;
}

static void
print_items (Import *import)
{
  const GPtrArray *items = outlay_import_get_items (import->import);

  for (guint i = 0; i < items->len; i++)
    {
      const OutlayImportItem *item = g_ptr_array_index (items, i);

      count_item (import, item->outcome, item->n_new_deals);
      if (import->json)
        print_item_json (item, i < import->ids->len ? g_ptr_array_index (import->ids, i) : NULL);
      else
        print_item (item);
    }
}

static void
end_run_cb (GObject *object, GAsyncResult *result, gpointer user_data)
{
  Import *import = user_data;

  outlay_import_run_finish (OUTLAY_IMPORT (object), result, &import->error);
  g_main_loop_quit (import->loop);
}

static gboolean
cancel_cb (gpointer user_data)
{
  g_cancellable_cancel (user_data);
  return G_SOURCE_CONTINUE;
}

static void
begin_batch (Import *import)
{
  g_clear_object (&import->import);
  import->import = outlay_import_new (import->ledger);
  outlay_import_set_anyway (import->import, import->anyway);
  g_ptr_array_set_size (import->ids, 0);
  if (import->progress)
    g_signal_connect_swapped (import->import, "notify::current", G_CALLBACK (show_progress),
                              import);
}

/* Runs what was added; what went in before an error or a cancel is told all the same. */
static gboolean
run_batch (Import *import)
{
  outlay_import_run_async (import->import, import->cancellable, end_run_cb, import);
  g_main_loop_run (import->loop);
  if (import->progress)
    outlay_console_show_progress (0, 0, NULL);
  print_items (import);
  begin_batch (import);
  return import->error == NULL;
}

static void
print_bad_line (Import *import, JsonObject *object, const GError *error)
{
  count_item (import, OUTLAY_IMPORT_FAILED, 0);
  if (!import->json)
    {
      outlay_console_complain ("%s", error->message);
      return;
    }
  g_autoptr (JsonObject) result = outlay_articles_new_result (object);
  json_object_set_string_member (result, "outcome", outcome_names[OUTLAY_IMPORT_FAILED]);
  json_object_set_string_member (result, "message", error->message);
  outlay_console_print_json (result);
}

/* What the user said of the article in another ledger; where it makes no sense the article comes in
 * without. */
static gboolean
take_said (Import *import, JsonObject *object)
{
  JsonObject *words = outlay_json_get_object (object, "said");
  g_autoptr (GError) error = NULL;

  if (words == NULL)
    return TRUE;
  g_autofree char *said = outlay_json_print (words);
  if (outlay_said_import (import->ledger, said, &error))
    return TRUE;
  if (g_error_matches (error, OUTLAY_LEDGER_ERROR, OUTLAY_LEDGER_ERROR_REFUSED))
    {
      outlay_console_complain ("%s", error->message);
      return TRUE;
    }
  import->error = g_steal_pointer (&error);
  return FALSE;
}

static gboolean
add_line (OutlayArticle *article, JsonObject *object, const GError *error, gpointer user_data)
{
  Import *import = user_data;

  if (article == NULL)
    {
      if (import->ids->len > 0 && !run_batch (import))
        return FALSE;
      print_bad_line (import, object, error);
      return TRUE;
    }
  if (!take_said (import, object))
    return FALSE;
  if (article->id == NULL)
    article->id = outlay_articles_dup_id (object);
  outlay_import_add_article (import->import, article);
  g_ptr_array_add (import->ids, g_strdup (article->id));
  return import->ids->len < BATCH || run_batch (import);
}

static void
import_lines (Import *import, char **names)
{
  gboolean more = TRUE;

  if (names[0] == NULL)
    more = outlay_articles_from_lines (NULL, add_line, import);
  for (guint i = 0; more && names[i] != NULL; i++)
    more = outlay_articles_from_lines (names[i], add_line, import);
  if (more && import->ids->len > 0)
    run_batch (import);
}

static void
import_files (Import *import, char **names)
{
  for (guint i = 0; names[i] != NULL; i++)
    {
      g_autoptr (GFile) file = g_file_new_for_commandline_arg (names[i]);

      outlay_import_add_file (import->import, file);
    }
  run_batch (import);
}

static void
print_summary (const Import *import)
{
  const guint *counts = import->counts;
  g_autofree char *deals = g_strdup_printf (
    ngettext ("%u new deal", "%u new deals", import->n_new_deals), import->n_new_deals);
  g_autofree char *summary = NULL;

  if (counts[OUTLAY_IMPORT_DELETED] > 0)
    summary = g_strdup_printf (
      /* Translators: articles; then how many deals: "3 new, 1 already there, 1 deleted by you, 0
         failed; 5 new deals" */
      _ ("%u new, %u already there, %u deleted by you, %u failed; %s\n"), counts[OUTLAY_IMPORT_NEW],
      counts[OUTLAY_IMPORT_DUPLICATE], counts[OUTLAY_IMPORT_DELETED], counts[OUTLAY_IMPORT_FAILED],
      deals);
  else
    summary = g_strdup_printf (
      /* Translators: articles; then how many deals: "3 new, 1 already there, 0 failed; 5 new
         deals" */
      _ ("%u new, %u already there, %u failed; %s\n"), counts[OUTLAY_IMPORT_NEW],
      counts[OUTLAY_IMPORT_DUPLICATE], counts[OUTLAY_IMPORT_FAILED], deals);
  outlay_console_print (summary);
}

static OutlayExit
end_import (Import *import)
{
  if (!import->json)
    print_summary (import);
  outlay_console_complain_of_layers ();
  if (import->error != NULL)
    {
      outlay_console_complain ("%s", import->error->message);
      return OUTLAY_EXIT_FAILED;
    }
  return import->counts[OUTLAY_IMPORT_FAILED] > 0 ? OUTLAY_EXIT_FAILED : OUTLAY_EXIT_FINE;
}

static OutlayExit
import_all (Import *import, char **names, gboolean lines)
{
  guint interrupt = g_unix_signal_add (SIGINT, cancel_cb, import->cancellable);
  guint terminate = g_unix_signal_add (SIGTERM, cancel_cb, import->cancellable);

  begin_batch (import);
  if (lines)
    import_lines (import, names);
  else
    import_files (import, names);
  g_source_remove (interrupt);
  g_source_remove (terminate);
  return end_import (import);
}

static void
clear_import (Import *import)
{
  g_clear_object (&import->import);
  g_clear_object (&import->ledger);
  g_clear_object (&import->cancellable);
  g_clear_pointer (&import->loop, g_main_loop_unref);
  g_clear_pointer (&import->ids, g_ptr_array_unref);
  g_clear_error (&import->error);
}

/* Only of the user's own ledger: those of scripts come and go. */
static void
keep_copy (OutlayLedger *ledger)
{
  g_autoptr (GSettings) settings = outlay_settings_load ();
  guint kept
    = settings != NULL ? (guint)g_settings_get_int (settings, "copies-kept") : OUTLAY_BACKUPS_KEPT;
  g_autoptr (GError) error = NULL;

  if (!outlay_backup_keep_daily (ledger, kept, NULL, &error))
    outlay_console_complain ("%s", error->message);
}

static OutlayExit
run_import (const OutlayVerb *verb, char ***arguments)
{
  g_autofree char *path = NULL;
  gboolean lines = FALSE;
  Import import = {.progress = isatty (STDERR_FILENO)};
  const GOptionEntry entries[] = {
    {"ledger", 0, 0, G_OPTION_ARG_FILENAME, &path, N_ ("Use this ledger, not the user’s own"),
     N_ ("FILE")},
    {"jsonl", 0, 0, G_OPTION_ARG_NONE, &lines,
     N_ ("Read one JSON object with “id” and “text” a line"), NULL},
    {"anyway", 0, 0, G_OPTION_ARG_NONE, &import.anyway,
     N_ ("Import also what is there already, as one more article, and what you deleted"), NULL},
    {"json", 0, 0, G_OPTION_ARG_NONE, &import.json, N_ ("Print a JSON object an article"), NULL},
    {NULL},
  };

  if (!outlay_verb_parse (verb, entries, arguments))
    return OUTLAY_EXIT_USAGE;
  if ((*arguments)[1] == NULL && !lines)
    return outlay_verb_refuse (verb, _ ("No file is named."));
  import.ledger = outlay_selection_open (path, OUTLAY_LEDGER_FLAGS_NONE, &import.error);
  if (import.ledger == NULL)
    {
      outlay_console_complain ("%s", import.error->message);
      clear_import (&import);
      return OUTLAY_EXIT_FAILED;
    }
  if (path == NULL)
    keep_copy (import.ledger);
  import.cancellable = g_cancellable_new ();
  import.loop = g_main_loop_new (NULL, FALSE);
  import.ids = g_ptr_array_new_with_free_func (g_free);
  OutlayExit status = import_all (&import, *arguments + 1, lines);
  clear_import (&import);
  return status;
}

const OutlayVerb outlay_verb_import = {
  "import",
  N_ ("FILE…"),
  N_ ("Import articles into a ledger: files, and folders with all that is in them."),
  N_ ("What is there already is not imported again, but with --anyway: then it is a copy, which "
      "counts as no source of its own. What you deleted stays away, but with --anyway. With "
      "--jsonl every line of standard input, or of the files, "
      "is an object as “extract” reads it; its “id” is kept."),
  run_import,
};
