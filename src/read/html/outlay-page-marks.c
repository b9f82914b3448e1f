/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-read"

#include "read/html/outlay-page-marks.h"

#include <string.h>

#include "base/outlay-data-file.h"

/* Names longer than this are made by tools and mean nothing. */
#define MAX_PART 40

#define MIN_PREFIX 3

typedef struct
{
  GHashTable *words;    /* word → marks */
  GHashTable *prefixes; /* what stands before a star → marks */
} Marks;

static const struct
{
  const char *section;
  guint mark;
} sections[] = {
  {"body", OUTLAY_PAGE_MARK_BODY},         {"content", OUTLAY_PAGE_MARK_CONTENT},
  {"clutter", OUTLAY_PAGE_MARK_CLUTTER},   {"weak", OUTLAY_PAGE_MARK_WEAK},
  {"comments", OUTLAY_PAGE_MARK_COMMENTS}, {"caption", OUTLAY_PAGE_MARK_CAPTION},
  {"hidden", OUTLAY_PAGE_MARK_HIDDEN},     {"day", OUTLAY_PAGE_MARK_DAY},
  {"title", OUTLAY_PAGE_MARK_TITLE},       {"lead", OUTLAY_PAGE_MARK_LEAD},
  {"popup", OUTLAY_PAGE_MARK_POPUP},
};

static void
add_word (Marks *marks, const char *value, guint mark)
{
  gsize length = strlen (value);
  gboolean prefix = length > 1 && value[length - 1] == '*';
  GHashTable *table = prefix ? marks->prefixes : marks->words;
  char *word = g_ascii_strdown (value, (gssize)(prefix ? length - 1 : length));
  guint known = GPOINTER_TO_UINT (g_hash_table_lookup (table, word));

  g_hash_table_replace (table, word, GUINT_TO_POINTER (known | mark));
}

static Marks *
load_marks (void)
{
  g_autoptr (OutlayDataFile) file = outlay_data_file_load ("pages.ini", NULL);
  Marks *marks = g_new0 (Marks, 1);

  marks->words = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  marks->prefixes = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  for (guint i = 0; file != NULL && i < G_N_ELEMENTS (sections); i++)
    {
      GStrv values = outlay_data_file_get_values (file, sections[i].section, "words");

      for (guint j = 0; values != NULL && values[j] != NULL; j++)
        add_word (marks, values[j], sections[i].mark);
    }
  return marks;
}

static const Marks *
get_marks (void)
{
  static Marks *marks;

  if (g_once_init_enter (&marks))
    g_once_init_leave (&marks, load_marks ());
  return marks;
}

static guint
look_up (const Marks *marks, char *word)
{
  guint found = GPOINTER_TO_UINT (g_hash_table_lookup (marks->words, word));

  for (gsize length = strlen (word); length >= MIN_PREFIX; length--)
    {
      char kept = word[length];

      word[length] = '\0';
      found |= GPOINTER_TO_UINT (g_hash_table_lookup (marks->prefixes, word));
      word[length] = kept;
    }
  return found;
}

/* The next part of a name, in lower case; a part ends at a mark and before a capital. */
static const char *
read_part (const char *at, char *part)
{
  gsize length = 0;
  gboolean lower = FALSE;

  for (; g_ascii_isalpha (*at) && !(lower && g_ascii_isupper (*at)); at++)
    {
      lower = g_ascii_islower (*at);
      if (length < MAX_PART)
        part[length++] = g_ascii_tolower (*at);
    }
  part[length] = '\0';
  return at;
}

/**
 * outlay_page_marks_read:
 * @names: the names in an element's "class" or "id"
 *
 * Returns: the #OutlayPageMark flags that they stand for.
 */
guint
outlay_page_marks_read (const char *names)
{
  const Marks *marks = get_marks ();
  char pair[2 * MAX_PART + 1] = "", part[MAX_PART + 1];
  guint found = 0;

  for (const char *at = names; *at != '\0';)
    {
      if (!g_ascii_isalpha (*at))
        {
          /* A space parts names; parts of two names are no pair. */
          if (g_ascii_isspace (*at))
            pair[0] = '\0';
          at++;
          continue;
        }
      at = read_part (at, part);
      found |= look_up (marks, part);
      if (pair[0] != '\0')
        {
          g_strlcat (pair, part, sizeof pair);
          found |= look_up (marks, pair);
        }
      g_strlcpy (pair, part, sizeof pair);
    }
  return found;
}
