/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-read"

#include "read/html/outlay-page-title.h"

#include <string.h>

#include "base/outlay-text.h"
#include "read/html/outlay-page-marks.h"

/* Letters of a headline; a shorter one may be the name of a section. */
#define MIN_LETTERS 6

#define MAX_BYTES 500

#define MAX_TITLE_NODES 12

/* Letters and figures alone, folded, to compare headlines by. */
static char *
get_letters (const char *text)
{
  g_autofree char *folded = outlay_text_fold (text);
  GString *letters = g_string_new (NULL);

  for (const char *at = folded; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (g_unichar_isalnum (c))
        g_string_append_unichar (letters, c);
    }
  return g_string_free (letters, FALSE);
}

/* Where a separator between a headline and a site's name stands, the last one first. */
static const char *
find_separator (const char *title, const char *end, gsize *length)
{
  static const char *const separators[]
    = {" | ", " - ", " – ", " — ", " :: ", " » ", " · ", " • ", "_", "|", "－", "—", "-", " : "};
  const char *found = NULL;

  for (guint i = 0; i < G_N_ELEMENTS (separators); i++)
    {
      const char *at = g_strrstr_len (title, end - title, separators[i]);

      /* A bare hyphen parts words, unless it stands between ideographs. */
      if (at != NULL && strcmp (separators[i], "-") == 0
          && ((guchar)at[1] < 0xe3 || at == title || (guchar)at[-1] < 0x80))
        continue;
      if (at != NULL && (found == NULL || at > found))
        {
          found = at;
          *length = strlen (separators[i]);
        }
    }
  return found;
}

static gboolean
names_site (const OutlayPageData *data, const char *part)
{
  g_autofree char *letters = get_letters (part);
  g_autofree char *site = get_letters (data->site != NULL ? data->site : "");
  g_autofree char *address = get_letters (data->url != NULL ? data->url : "");

  if (*letters == '\0')
    return TRUE;
  if (*site != '\0' && (strstr (site, letters) != NULL || g_str_has_prefix (letters, site)))
    return TRUE;
  return strlen (letters) > 3 && strlen (letters) < 30 && strstr (address, letters) != NULL
         && !g_str_has_suffix (address, letters);
}

/* Whether what stands behind a separator is no part of the headline before it, of @head letters:
 * it names the site, or it is short; in the window's title every page has such names. */
static gboolean
is_site_part (const OutlayPageData *data, const char *part, glong head, gboolean window)
{
  glong length = g_utf8_strlen (part, -1);

  return names_site (data, part) || length * 2 <= head || (window && length * 4 <= head * 5);
}

/* A title without the names of site and section behind it. */
static char *
strip_site (const OutlayPageData *data, const char *title, gboolean window)
{
  const char *end = title + strlen (title);
  const char *cut;
  gsize length;

  while ((cut = find_separator (title, end, &length)) != NULL)
    {
      g_autofree char *part = g_strndup (cut + length, (gsize)(end - cut) - length);
      glong head = g_utf8_strlen (title, cut - title);

      if (!is_site_part (data, part, head, window))
        break;
      if (head < MIN_LETTERS)
        break;
      end = cut;
    }
  char *result = g_strndup (title, (gsize)(end - title));
  g_strstrip (result);
  return result;
}

/* How well a visible headline agrees with what the page's data call its title: 3 where they are
 * the same, 2 where one begins with the other, 1 where it holds it, 0 where they differ. */
static guint
compare_titles (const char *letters, const char *other)
{
  if (*other == '\0' || strlen (letters) < MIN_LETTERS)
    return 0;
  if (strcmp (letters, other) == 0)
    return 3;
  if (g_str_has_prefix (other, letters)
      || (g_str_has_prefix (letters, other) && strlen (other) >= MIN_LETTERS))
    return 2;
  return strstr (other, letters) != NULL ? 1 : 0;
}

static guint
rate_heading (const OutlayPageData *data, const char *text)
{
  g_autofree char *letters = get_letters (text);
  g_autofree char *headline = get_letters (data->headline != NULL ? data->headline : "");
  g_autofree char *title = get_letters (data->title != NULL ? data->title : "");
  guint rate = MAX (compare_titles (letters, headline), compare_titles (letters, title));

  /* A site's name agrees with the end of the title too. */
  if (rate == 1 && names_site (data, text))
    return 0;
  return rate;
}

/* Elements whose names say that they hold a title hold little besides. */
static gboolean
may_be_heading (const OutlayPageNode *node, guint index)
{
  if (node->tag == OUTLAY_TAG_HEADING)
    return node->level <= 3;
  return node->tag != OUTLAY_TAG_TEXT && node->marks & OUTLAY_PAGE_MARK_TITLE
         && node->end - index < MAX_TITLE_NODES;
}

static char *
find_heading (const OutlayPage *page, const OutlayPageData *data)
{
  g_autofree char *best = NULL;
  g_autofree char *first = NULL;
  guint best_rate = 0, n_first = 0;

  for (guint i = 0; i < page->nodes->len; i++)
    {
      const OutlayPageNode *node = outlay_page_get (page, i);
      gboolean top = node->tag == OUTLAY_TAG_HEADING && node->level == 1;
      g_autofree char *text = NULL;
      guint rate;

      if (!may_be_heading (node, i))
        continue;
      text = outlay_page_dup_text (page, i);
      if (*text == '\0' || strlen (text) > MAX_BYTES)
        continue;
      rate = rate_heading (data, text) * 2;
      rate += rate > 0 && top;
      if (rate > best_rate)
        {
          best_rate = rate;
          g_free (best);
          best = g_strdup (text);
        }
      if (top && g_utf8_strlen (text, -1) >= MIN_LETTERS && !names_site (data, text)
          && n_first++ == 0)
        first = g_steal_pointer (&text);
    }
  if (best != NULL)
    return g_steal_pointer (&best);
  return n_first == 1 ? g_steal_pointer (&first) : NULL;
}

static gboolean
is_block (const OutlayPageBlocks *blocks, const char *text, gsize length)
{
  for (guint i = 0; i < blocks->blocks->len; i++)
    {
      const OutlayPageBlock *block = outlay_page_blocks_get (blocks, i);

      if (block->length == length && memcmp (blocks->text->str + block->start, text, length) == 0)
        return TRUE;
    }
  return FALSE;
}

/* The longest start of the window's title, up to a separator, that readers see as a line. */
static char *
find_visible_start (const OutlayPageBlocks *blocks, const char *title)
{
  const char *end = title + strlen (title);
  gsize length;

  while (end != NULL && end - title >= MIN_LETTERS)
    {
      if (is_block (blocks, title, (gsize)(end - title)))
        return g_strndup (title, (gsize)(end - title));
      end = find_separator (title, end, &length);
    }
  return NULL;
}

/**
 * outlay_page_find_title:
 *
 * Returns: (transfer full) (nullable): the headline that a reader of the page sees, without the
 *   name of the site: the heading that agrees with what the page's data call its title, or the
 *   only one; else what the data say.
 */
char *
outlay_page_find_title (const OutlayPage *page,
                        const OutlayPageBlocks *blocks,
                        const OutlayPageData *data)
{
  char *heading = find_heading (page, data);

  if (heading == NULL && data->title != NULL)
    heading = find_visible_start (blocks, data->title);
  if (heading != NULL)
    return heading;
  if (data->headline != NULL)
    return strip_site (data, data->headline, FALSE);
  return data->title != NULL ? strip_site (data, data->title, TRUE) : NULL;
}
