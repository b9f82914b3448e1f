/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-report"

#include "outlay-report-options.h"

#include <string.h>

#include "base/outlay-rates.h"

#define BIT(index) (1u << (index))

/* In points; the first is the usual one. */
static const struct
{
  const char *name;
  double width;
  double height;
} papers[] = {
  {"a4", 595.28, 841.89},  {"letter", 612, 792}, {"a5", 419.53, 595.28},
  {"a3", 841.89, 1190.55}, {"legal", 612, 1008},
};

static const char *const layout_names[] = {"brief", "table", "cards", "dossier", "sources"};
static const char *const group_names[] = {"none", "party", "country", "kind", "quarter"};
static const char *const part_names[]
  = {"sums",     "largest", "kinds",     "chart",   "circles", "contents",
     "evidence", "quotes",  "conflicts", "history", "sources", "notes"};
static const char *const column_names[]
  = {"kind", "amount", "converted", "capacity", "where", "when", "status", "announced", "sources"};

G_STATIC_ASSERT (G_N_ELEMENTS (layout_names) == OUTLAY_N_REPORT_LAYOUTS);
G_STATIC_ASSERT (G_N_ELEMENTS (group_names) == OUTLAY_N_REPORT_GROUPS);
G_STATIC_ASSERT (G_N_ELEMENTS (part_names) == OUTLAY_N_REPORT_PARTS);
G_STATIC_ASSERT (G_N_ELEMENTS (column_names) == OUTLAY_N_REPORT_COLUMNS);

#define CHARTS                                                                                     \
  (BIT (OUTLAY_REPORT_PART_KINDS) | BIT (OUTLAY_REPORT_PART_CHART)                                 \
   | BIT (OUTLAY_REPORT_PART_CIRCLES))
#define WORDS                                                                                      \
  (BIT (OUTLAY_REPORT_PART_QUOTES) | BIT (OUTLAY_REPORT_PART_CONFLICTS)                            \
   | BIT (OUTLAY_REPORT_PART_HISTORY))
#define HEADING (BIT (OUTLAY_REPORT_PART_SUMS) | BIT (OUTLAY_REPORT_PART_NOTES))
#define BEHIND  (WORDS | BIT (OUTLAY_REPORT_PART_EVIDENCE) | BIT (OUTLAY_REPORT_PART_SOURCES))

static const struct
{
  guint possible;
  guint usual;
} layout_parts[OUTLAY_N_REPORT_LAYOUTS] = {
  [OUTLAY_REPORT_BRIEF]
  = {HEADING | CHARTS | BIT (OUTLAY_REPORT_PART_LARGEST) | BIT (OUTLAY_REPORT_PART_QUOTES)
       | BIT (OUTLAY_REPORT_PART_SOURCES),
     HEADING | CHARTS | BIT (OUTLAY_REPORT_PART_LARGEST) | BIT (OUTLAY_REPORT_PART_QUOTES)},
  [OUTLAY_REPORT_TABLE] = {HEADING | CHARTS | BEHIND, HEADING | WORDS},
  [OUTLAY_REPORT_CARDS] = {HEADING | CHARTS | BEHIND, HEADING | WORDS},
  [OUTLAY_REPORT_DOSSIER] = {HEADING | CHARTS | WORDS | BIT (OUTLAY_REPORT_PART_CONTENTS)
                               | BIT (OUTLAY_REPORT_PART_SOURCES),
                             HEADING | WORDS | BIT (OUTLAY_REPORT_PART_CONTENTS)},
  [OUTLAY_REPORT_SOURCES] = {BIT (OUTLAY_REPORT_PART_SUMS), 0},
};

#define USUAL_COLUMNS                                                                              \
  (BIT (OUTLAY_REPORT_COLUMN_AMOUNT) | BIT (OUTLAY_REPORT_COLUMN_CAPACITY)                         \
   | BIT (OUTLAY_REPORT_COLUMN_WHERE) | BIT (OUTLAY_REPORT_COLUMN_WHEN)                            \
   | BIT (OUTLAY_REPORT_COLUMN_STATUS) | BIT (OUTLAY_REPORT_COLUMN_ANNOUNCED)                      \
   | BIT (OUTLAY_REPORT_COLUMN_SOURCES))

/* What most printers keep free. */
#define USUAL_EDGE 28.0

/** outlay_report_options_init: the usual brief on A4. */
void
outlay_report_options_init (OutlayReportOptions *options)
{
  *options = (OutlayReportOptions){
    .columns = USUAL_COLUMNS,
    .edge = USUAL_EDGE,
    .size = OUTLAY_REPORT_SIZE,
  };
  g_strlcpy (options->currency, OUTLAY_RATES_BASE, sizeof options->currency);
  for (guint layout = 0; layout < OUTLAY_N_REPORT_LAYOUTS; layout++)
    options->parts[layout] = layout_parts[layout].usual;
  outlay_report_options_set_paper (options, papers[0].name, FALSE);
}

/** outlay_report_options_clear: gives back what @options holds. */
void
outlay_report_options_clear (OutlayReportOptions *options)
{
  g_clear_pointer (&options->title, g_free);
  g_clear_pointer (&options->subtitle, g_free);
  g_clear_pointer (&options->paper, g_free);
  g_clear_pointer (&options->serif, g_free);
  g_clear_pointer (&options->sans, g_free);
  g_clear_pointer (&options->filter, g_free);
  g_clear_pointer (&options->date, g_free);
  g_clear_pointer (&options->lang, g_free);
}

/** outlay_report_options_copy: makes @copy, which holds nothing yet, the same as @options. */
void
outlay_report_options_copy (OutlayReportOptions *copy, const OutlayReportOptions *options)
{
  *copy = *options;
  copy->title = g_strdup (options->title);
  copy->subtitle = g_strdup (options->subtitle);
  copy->paper = g_strdup (options->paper);
  copy->serif = g_strdup (options->serif);
  copy->sans = g_strdup (options->sans);
  copy->filter = g_strdup (options->filter);
  copy->date = g_strdup (options->date);
  copy->lang = g_strdup (options->lang);
}

/**
 * outlay_report_paper_get_name:
 *
 * Returns: (transfer none) (nullable): the name of the paper at @index, the usual one first; %NULL
 *   behind the last.
 */
const char *
outlay_report_paper_get_name (guint index)
{
  return index < G_N_ELEMENTS (papers) ? papers[index].name : NULL;
}

/**
 * outlay_report_options_set_paper:
 * @paper: its name, whatever the case
 *
 * Returns: whether there is such a paper; where not, @options is as it was.
 */
gboolean
outlay_report_options_set_paper (OutlayReportOptions *options,
                                 const char *paper,
                                 gboolean landscape)
{
  for (guint i = 0; i < G_N_ELEMENTS (papers); i++)
    {
      if (g_ascii_strcasecmp (papers[i].name, paper) != 0)
        continue;
      g_free (options->paper);
      options->paper = g_strdup (papers[i].name);
      options->landscape = landscape;
      options->width = landscape ? papers[i].height : papers[i].width;
      options->height = landscape ? papers[i].width : papers[i].height;
      return TRUE;
    }
  return FALSE;
}

/**
 * outlay_report_options_has:
 *
 * Returns: whether the layout chosen includes @part.
 */
gboolean
outlay_report_options_has (const OutlayReportOptions *options, OutlayReportPart part)
{
  guint parts = options->parts[options->layout] & layout_parts[options->layout].possible;

  return (parts & BIT (part)) != 0;
}

/** outlay_report_options_set_part: whether the layout chosen includes @part. */
void
outlay_report_options_set_part (OutlayReportOptions *options,
                                OutlayReportPart part,
                                gboolean included)
{
  if (included)
    options->parts[options->layout] |= BIT (part);
  else
    options->parts[options->layout] &= ~BIT (part);
}

/**
 * outlay_report_layout_get_parts:
 *
 * Returns: bit (1 << part) of what @layout has a place for.
 */
guint
outlay_report_layout_get_parts (OutlayReportLayout layout)
{
  return layout_parts[layout].possible;
}

/**
 * outlay_report_layout_has_groups:
 *
 * Returns: whether the deals of @layout can be grouped.
 */
gboolean
outlay_report_layout_has_groups (OutlayReportLayout layout)
{
  return layout != OUTLAY_REPORT_BRIEF && layout != OUTLAY_REPORT_SOURCES;
}

static gboolean
find_name (const char *const *names, guint n_names, const char *string, guint *index)
{
  for (guint i = 0; i < n_names; i++)
    {
      if (g_strcmp0 (names[i], string) == 0)
        {
          *index = i;
          return TRUE;
        }
    }
  return FALSE;
}

/** outlay_report_layout_from_string: returns whether @string names a layout. */
gboolean
outlay_report_layout_from_string (const char *string, OutlayReportLayout *layout)
{
  guint index;
  gboolean found = find_name (layout_names, G_N_ELEMENTS (layout_names), string, &index);

  if (found)
    *layout = index;
  return found;
}

/** outlay_report_group_from_string: returns whether @string names what to group by. */
gboolean
outlay_report_group_from_string (const char *string, OutlayReportGroup *group)
{
  guint index;
  gboolean found = find_name (group_names, G_N_ELEMENTS (group_names), string, &index);

  if (found)
    *group = index;
  return found;
}

/** outlay_report_part_from_string: returns whether @string names a part. */
gboolean
outlay_report_part_from_string (const char *string, OutlayReportPart *part)
{
  guint index;
  gboolean found = find_name (part_names, G_N_ELEMENTS (part_names), string, &index);

  if (found)
    *part = index;
  return found;
}

/** outlay_report_column_from_string: returns whether @string names a column. */
gboolean
outlay_report_column_from_string (const char *string, OutlayReportColumn *column)
{
  guint index;
  gboolean found = find_name (column_names, G_N_ELEMENTS (column_names), string, &index);

  if (found)
    *column = index;
  return found;
}

static void
save_names (GKeyFile *file,
            const char *group,
            const char *key,
            const char *const *names,
            guint n_names,
            guint bits)
{
  g_autoptr (GPtrArray) chosen = g_ptr_array_new ();

  for (guint i = 0; i < n_names; i++)
    {
      if (bits & BIT (i))
        g_ptr_array_add (chosen, (gpointer)names[i]);
    }
  g_key_file_set_string_list (file, group, key, (const char *const *)chosen->pdata, chosen->len);
}

static void
load_names (GKeyFile *file,
            const char *group,
            const char *key,
            const char *const *names,
            guint n_names,
            guint *bits)
{
  g_auto (GStrv) chosen = g_key_file_get_string_list (file, group, key, NULL, NULL);
  guint index;

  if (chosen == NULL)
    return;
  *bits = 0;
  for (guint i = 0; chosen[i] != NULL; i++)
    {
      if (find_name (names, n_names, chosen[i], &index))
        *bits |= BIT (index);
    }
}

static void
save_text (GKeyFile *file, const char *group, const char *key, const char *text)
{
  if (text != NULL && *text != '\0')
    g_key_file_set_string (file, group, key, text);
}

static void
load_text (GKeyFile *file, const char *group, const char *key, char **text)
{
  char *loaded = g_key_file_get_string (file, group, key, NULL);

  g_free (*text);
  *text = loaded;
}

/* A layout keeps its own parts, so that going from one to another and back changes nothing. */
static char *
dup_parts_key (guint layout)
{
  return g_strdup_printf ("%s-parts", layout_names[layout]);
}

/** outlay_report_options_save: keeps in @group of @file what is not of one print alone. */
void
outlay_report_options_save (const OutlayReportOptions *options, GKeyFile *file, const char *group)
{
  g_key_file_remove_group (file, group, NULL);
  g_key_file_set_string (file, group, "layout", layout_names[options->layout]);
  for (guint layout = 0; layout < OUTLAY_N_REPORT_LAYOUTS; layout++)
    {
      g_autofree char *key = dup_parts_key (layout);

      save_names (file, group, key, part_names, G_N_ELEMENTS (part_names), options->parts[layout]);
    }
  save_names (file, group, "columns", column_names, G_N_ELEMENTS (column_names), options->columns);
  g_key_file_set_string (file, group, "group", group_names[options->group]);
  save_text (file, group, "currency", options->currency);
  save_text (file, group, "title", options->title);
  save_text (file, group, "subtitle", options->subtitle);
  save_text (file, group, "paper", options->paper);
  g_key_file_set_boolean (file, group, "landscape", options->landscape);
  g_key_file_set_double (file, group, "margin", options->margin);
  g_key_file_set_double (file, group, "size", options->size);
  save_text (file, group, "serif", options->serif);
  save_text (file, group, "sans", options->sans);
  g_key_file_set_boolean (file, group, "monochrome", options->monochrome);
}

static void
load_paper (OutlayReportOptions *options, GKeyFile *file, const char *group)
{
  g_autofree char *paper = g_key_file_get_string (file, group, "paper", NULL);
  double margin = g_key_file_get_double (file, group, "margin", NULL);
  double size = g_key_file_get_double (file, group, "size", NULL);

  if (paper != NULL)
    outlay_report_options_set_paper (options, paper,
                                     g_key_file_get_boolean (file, group, "landscape", NULL));
  options->margin = CLAMP (margin, 0, OUTLAY_REPORT_MARGIN_MAX);
  if (size > 0)
    options->size = CLAMP (size, OUTLAY_REPORT_SIZE_MIN, OUTLAY_REPORT_SIZE_MAX);
}

/**
 * outlay_report_options_load:
 * @options: initialised; what @group does not tell, or tells wrongly, stays as it is
 */
void
outlay_report_options_load (OutlayReportOptions *options, GKeyFile *file, const char *group)
{
  g_autofree char *layout = g_key_file_get_string (file, group, "layout", NULL);
  g_autofree char *grouped = g_key_file_get_string (file, group, "group", NULL);
  g_autofree char *currency = g_key_file_get_string (file, group, "currency", NULL);

  if (!g_key_file_has_group (file, group))
    return;
  outlay_report_layout_from_string (layout, &options->layout);
  outlay_report_group_from_string (grouped, &options->group);
  for (guint i = 0; i < OUTLAY_N_REPORT_LAYOUTS; i++)
    {
      g_autofree char *key = dup_parts_key (i);

      load_names (file, group, key, part_names, G_N_ELEMENTS (part_names), &options->parts[i]);
    }
  load_names (file, group, "columns", column_names, G_N_ELEMENTS (column_names), &options->columns);
  g_strlcpy (options->currency, currency != NULL && strlen (currency) == 3 ? currency : "",
             sizeof options->currency);
  load_text (file, group, "title", &options->title);
  load_text (file, group, "subtitle", &options->subtitle);
  load_text (file, group, "serif", &options->serif);
  load_text (file, group, "sans", &options->sans);
  load_paper (options, file, group);
  options->monochrome = g_key_file_get_boolean (file, group, "monochrome", NULL);
}
