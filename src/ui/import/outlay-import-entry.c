/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-ui"

#include "outlay-import-entry.h"

#include <glib/gi18n.h>

#include "base/format/outlay-format-private.h"

struct _OutlayImportEntry
{
  GObject parent_instance;

  OutlayImportSection section;
  gboolean heading;
  char *name;
  char *text;
  GFile *file;
  gint64 article_id;
  guint number;
  guint n_deleted;
  OutlayImportInput *input;
  gboolean waiting;
};

G_DEFINE_FINAL_TYPE (OutlayImportEntry, outlay_import_entry, G_TYPE_OBJECT)

enum
{
  CHANGED,
  N_SIGNALS,
};

static guint signals[N_SIGNALS];

static const char *const headings[OUTLAY_N_IMPORT_SECTIONS] = {
  [OUTLAY_IMPORT_SECTION_FAILED] = N_ ("Not imported"),
  [OUTLAY_IMPORT_SECTION_LOOK] = N_ ("Imported, please look"),
  [OUTLAY_IMPORT_SECTION_DELETED] = N_ ("Deleted by you"),
  [OUTLAY_IMPORT_SECTION_DUPLICATE] = N_ ("Already there"),
};

static void
outlay_import_entry_finalize (GObject *object)
{
  OutlayImportEntry *self = OUTLAY_IMPORT_ENTRY (object);

  g_free (self->name);
  g_free (self->text);
  g_clear_object (&self->file);
  g_clear_pointer (&self->input, outlay_import_input_free);
  G_OBJECT_CLASS (outlay_import_entry_parent_class)->finalize (object);
}

static void
outlay_import_entry_class_init (OutlayImportEntryClass *klass)
{
  G_OBJECT_CLASS (klass)->finalize = outlay_import_entry_finalize;
  signals[CHANGED] = g_signal_new ("changed", G_TYPE_FROM_CLASS (klass), G_SIGNAL_RUN_LAST, 0, NULL,
                                   NULL, NULL, G_TYPE_NONE, 0);
}

static void
outlay_import_entry_init (OutlayImportEntry *self)
{
}

static OutlayImportEntry *
new_heading (OutlayImportSection section, guint n_entries)
{
  OutlayImportEntry *entry = g_object_new (OUTLAY_TYPE_IMPORT_ENTRY, NULL);

  entry->section = section;
  entry->heading = TRUE;
  entry->n_deleted = section == OUTLAY_IMPORT_SECTION_DELETED ? n_entries : 0;
  entry->name = g_strdup (_ (headings[section]));
  return entry;
}

static OutlayImportEntry *
new_entry (const GPtrArray *items, guint number, OutlayImportSection section)
{
  const OutlayImportItem *item = g_ptr_array_index (items, number);
  OutlayImportEntry *entry = g_object_new (OUTLAY_TYPE_IMPORT_ENTRY, NULL);
  g_autofree char *base = item->file != NULL ? g_file_get_basename (item->file) : NULL;

  entry->section = section;
  g_autofree char *name = base != NULL ? g_filename_display_name (base) : g_strdup (item->label);
  entry->name = item->member != NULL
                  ? g_strconcat (name, OUTLAY_ARTICLE_MEMBER_MARK, item->member, NULL)
                  : g_steal_pointer (&name);
  entry->text = g_strdup (item->message != NULL ? item->message : "");
  entry->file = item->file != NULL ? g_object_ref (item->file) : NULL;
  entry->article_id = item->article_id;
  entry->number = number;
  entry->input = item->input != NULL ? outlay_import_input_copy (item->input) : NULL;
  return entry;
}

static gboolean
belongs_to (const OutlayImportItem *item, OutlayImportSection section)
{
  switch (section)
    {
    case OUTLAY_IMPORT_SECTION_FAILED:
      return item->outcome == OUTLAY_IMPORT_FAILED;
    case OUTLAY_IMPORT_SECTION_LOOK:
      return item->outcome == OUTLAY_IMPORT_NEW && item->message != NULL;
    case OUTLAY_IMPORT_SECTION_DELETED:
      return item->outcome == OUTLAY_IMPORT_DELETED;
    case OUTLAY_IMPORT_SECTION_DUPLICATE:
    default:
      return item->outcome == OUTLAY_IMPORT_DUPLICATE;
    }
}

/**
 * outlay_import_entry_list:
 * @items: (element-type OutlayImportItem): what became of the files
 *
 * Returns: (transfer full): a list of #OutlayImportEntry: of every section that has entries its
 *   heading and its entries, in the order of @items.
 */
GListModel *
outlay_import_entry_list (const GPtrArray *items)
{
  g_autoptr (GPtrArray) entries = g_ptr_array_new_with_free_func (g_object_unref);
  GListStore *list = g_list_store_new (OUTLAY_TYPE_IMPORT_ENTRY);

  for (OutlayImportSection section = 0; section < OUTLAY_N_IMPORT_SECTIONS; section++)
    {
      guint before = entries->len;

      for (guint i = 0; i < items->len; i++)
        {
          if (belongs_to (g_ptr_array_index (items, i), section))
            g_ptr_array_add (entries, new_entry (items, i, section));
        }
      if (entries->len > before)
        g_ptr_array_insert (entries, (int)before, new_heading (section, entries->len - before));
    }
  g_list_store_splice (list, 0, 0, entries->pdata, entries->len);
  return G_LIST_MODEL (list);
}

/** outlay_import_entry_is_heading: returns whether the line is the heading of its section. */
gboolean
outlay_import_entry_is_heading (OutlayImportEntry *entry)
{
  return entry->heading;
}

/** outlay_import_entry_get_section: returns the part of the report it belongs to. */
OutlayImportSection
outlay_import_entry_get_section (OutlayImportEntry *entry)
{
  return entry->section;
}

/**
 * outlay_import_entry_get_name:
 *
 * Returns: (transfer none): the heading's words, or the file's name.
 */
const char *
outlay_import_entry_get_name (OutlayImportEntry *entry)
{
  return entry->name;
}

/**
 * outlay_import_entry_get_text:
 *
 * Returns: (transfer none) (nullable): what is to say of the file; %NULL of a heading.
 */
const char *
outlay_import_entry_get_text (OutlayImportEntry *entry)
{
  return entry->text;
}

/**
 * outlay_import_entry_get_file:
 *
 * Returns: (transfer none) (nullable): the file.
 */
GFile *
outlay_import_entry_get_file (OutlayImportEntry *entry)
{
  return entry->file;
}

/** outlay_import_entry_get_article_id: returns the article in the ledger, 0 where there is none. */
gint64
outlay_import_entry_get_article_id (OutlayImportEntry *entry)
{
  return entry->article_id;
}

/** outlay_import_entry_get_number: returns which item of the import it is, from 0. */
guint
outlay_import_entry_get_number (OutlayImportEntry *entry)
{
  return entry->number;
}

/** outlay_import_entry_count_deleted: returns how many that were deleted it is the heading of, 0
 * for any other line. */
guint
outlay_import_entry_count_deleted (OutlayImportEntry *entry)
{
  return entry->n_deleted;
}

/**
 * outlay_import_entry_get_input:
 *
 * Returns: (transfer none) (nullable): what to import where it is wanted anyway; %NULL where that
 *   is not to be offered.
 */
const OutlayImportInput *
outlay_import_entry_get_input (OutlayImportEntry *entry)
{
  return entry->input;
}

/** outlay_import_entry_set_waiting: says whether it is on its way, as it was wanted anyway. */
void
outlay_import_entry_set_waiting (OutlayImportEntry *entry, gboolean waiting)
{
  if (entry->waiting == waiting)
    return;
  entry->waiting = waiting;
  g_signal_emit (entry, signals[CHANGED], 0);
}

/** outlay_import_entry_is_waiting: returns whether it is on its way. */
gboolean
outlay_import_entry_is_waiting (OutlayImportEntry *entry)
{
  return entry->waiting;
}

/** outlay_import_entry_set_imported: says that it was imported anyway, which is offered once. */
void
outlay_import_entry_set_imported (OutlayImportEntry *entry)
{
  g_autofree char *before = g_steal_pointer (&entry->text);

  /* Translators: {message} is a sentence: “The same text is already there as …” */
  entry->text
    = outlay_format_fill (_ ("{message} It was imported once more."), "message", before, NULL);
  g_clear_pointer (&entry->input, outlay_import_input_free);
  entry->waiting = FALSE;
  g_signal_emit (entry, signals[CHANGED], 0);
}
