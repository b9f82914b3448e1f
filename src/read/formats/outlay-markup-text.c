/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-read"

#include "read/formats/outlay-markup-text.h"

#include <string.h>

#include "base/outlay-text.h"
#include "read/html/outlay-page.h"

/* Elements that part an article's text; one of them makes a text a piece of a page. */
static const char *const parts[]
  = {"p",   "br", "div",  "ul",    "ol",         "h1",     "h2", "h3", "h4",    "a",
     "img", "em", "span", "table", "blockquote", "figure", "b",  "i",  "strong"};

static gboolean
begins_tag (const char *at)
{
  at += *at == '/';
  for (guint i = 0; i < G_N_ELEMENTS (parts); i++)
    {
      gsize length = strlen (parts[i]);

      if (g_ascii_strncasecmp (at, parts[i], length) == 0
          && (at[length] == '>' || at[length] == '/' || g_ascii_isspace (at[length])))
        return TRUE;
    }
  return FALSE;
}

/**
 * outlay_markup_is_likely:
 *
 * Returns: whether @text, of which nothing tells, has the elements of HTML in it.
 */
gboolean
outlay_markup_is_likely (const char *text)
{
  for (const char *at = text; (at = strchr (at, '<')) != NULL; at++)
    {
      if (begins_tag (at + 1))
        return TRUE;
    }
  return FALSE;
}

/**
 * outlay_markup_to_text:
 * @text: a line that may hold marks of HTML
 *
 * Returns: (transfer full): what it says, its space collapsed.
 */
char *
outlay_markup_to_text (const char *text)
{
  g_autofree char *markup = NULL;
  g_autoptr (OutlayPage) page = NULL;

  if (strchr (text, '&') == NULL && strchr (text, '<') == NULL)
    return outlay_text_collapse_space (text);
  /* A sign of less, as in "x < y", is no mark. */
  markup = g_strconcat ("<div>", text, "</div>", NULL);
  page = outlay_page_new (markup);
  return page != NULL ? outlay_page_dup_text (page, 0) : outlay_text_collapse_space (text);
}
