/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-base"

#include "outlay-query.h"

#include <string.h>

#include "base/outlay-text.h"
#include "outlay-search-words.h"

typedef struct
{
  char *typed;
  char *folded;
  GPtrArray *words;
  gboolean quoted;
  gboolean excluded;
} Term;

struct _OutlayQuery
{
  char *typed;
  GPtrArray *terms;
};

typedef struct
{
  GPtrArray *words;
  GArray *spans;
} WordList;

static void
free_term (Term *term)
{
  g_free (term->typed);
  g_free (term->folded);
  g_ptr_array_unref (term->words);
  g_free (term);
}

static gboolean
add_word_cb (const char *word, gsize length, OutlaySpan span, gpointer user_data)
{
  WordList *list = user_data;

  g_ptr_array_add (list->words, g_strndup (word, length));
  if (list->spans != NULL)
    g_array_append_val (list->spans, span);
  return TRUE;
}

static gboolean
is_quote (gunichar c)
{
  switch (c)
    {
    case '"':
    case 0xab:   /* « */
    case 0xbb:   /* » */
    case 0x201c: /* “ */
    case 0x201d: /* ” */
    case 0x201e: /* „ */
    case 0x300c: /* 「 */
    case 0x300d: /* 」 */
    case 0x300e: /* 『 */
    case 0x300f: /* 』 */
    case 0xff02: /* ＂ */
      return TRUE;
    default:
      return FALSE;
    }
}

/* A term without a single word ("…", "--") says nothing and is left out. */
static void
add_term (
  OutlayQuery *query, const char *start, const char *end, gboolean quoted, gboolean excluded)
{
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  WordList list = {words, NULL};

  outlay_search_words_foreach (start, (gsize)(end - start), add_word_cb, &list);
  if (words->len == 0)
    return;
  Term *term = g_new0 (Term, 1);
  term->typed = g_strndup (start, (gsize)(end - start));
  g_autofree char *folded = outlay_text_fold (term->typed);
  term->folded = outlay_text_collapse_space (folded);
  term->words = g_steal_pointer (&words);
  term->quoted = quoted;
  term->excluded = excluded;
  g_ptr_array_add (query->terms, term);
}

/* Where the term that starts at @at ends: at the next quote, or, if it is not quoted, at a space.
 */
static const char *
find_end (const char *at, gboolean quoted)
{
  while (*at != '\0')
    {
      gunichar c = g_utf8_get_char (at);

      if (is_quote (c) || (!quoted && g_unichar_isspace (c)))
        break;
      at = g_utf8_next_char (at);
    }
  return at;
}

static void
parse (OutlayQuery *query)
{
  const char *at = query->typed;

  while (*at != '\0')
    {
      gboolean quoted, excluded;

      if (g_unichar_isspace (g_utf8_get_char (at)))
        {
          at = g_utf8_next_char (at);
          continue;
        }
      excluded = *at == '-';
      if (excluded)
        at++;
      quoted = is_quote (g_utf8_get_char (at));
      if (quoted)
        at = g_utf8_next_char (at);
      const char *end = find_end (at, quoted);
      add_term (query, at, end, quoted, excluded);
      at = quoted && *end != '\0' ? g_utf8_next_char (end) : end;
    }
}

/**
 * outlay_query_new:
 * @typed: (nullable): what was typed; bytes that are no UTF-8 are overlooked
 *
 * Returns: (transfer full): what it asks for.
 */
OutlayQuery *
outlay_query_new (const char *typed)
{
  OutlayQuery *query = g_new0 (OutlayQuery, 1);

  query->typed = g_utf8_make_valid (typed != NULL ? typed : "", -1);
  query->terms = g_ptr_array_new_with_free_func ((GDestroyNotify)free_term);
  parse (query);
  return query;
}

/** outlay_query_free: frees @query. */
void
outlay_query_free (OutlayQuery *query)
{
  g_free (query->typed);
  g_ptr_array_unref (query->terms);
  g_free (query);
}

/**
 * outlay_query_is_empty:
 *
 * Returns: whether it asks for nothing, so that all is found.
 */
gboolean
outlay_query_is_empty (const OutlayQuery *query)
{
  return query->terms->len == 0;
}

/* In FTS5's language: the words as a phrase, which what is typed cannot end, as it holds no quote.
 */
static void
append_term (GString *expression, const Term *term, const char *join)
{
  g_string_append_printf (expression, "%s\"%s\"%s", expression->len > 0 ? join : "", term->typed,
                          term->quoted || term->excluded ? "" : "*");
}

static char *
dup_expression (const OutlayQuery *query, gboolean excluded, const char *join)
{
  g_autoptr (GString) expression = g_string_new (NULL);

  for (guint i = 0; i < query->terms->len; i++)
    {
      const Term *term = g_ptr_array_index (query->terms, i);

      if (term->excluded == excluded)
        append_term (expression, term, join);
    }
  return expression->len > 0 ? g_strdup (expression->str) : NULL;
}

/**
 * outlay_query_dup_wanted:
 *
 * Returns: (transfer full) (nullable): what must be there, as an expression of SQLite's FTS5;
 *   %NULL where nothing must.
 */
char *
outlay_query_dup_wanted (const OutlayQuery *query)
{
  return dup_expression (query, FALSE, " AND ");
}

/**
 * outlay_query_dup_excluded:
 *
 * Returns: (transfer full) (nullable): what must not be there, as an expression of SQLite's FTS5
 *   that finds any of it.
 */
char *
outlay_query_dup_excluded (const OutlayQuery *query)
{
  return dup_expression (query, TRUE, " OR ");
}

static gboolean
holds (const OutlayQuery *query, const char *folded, gboolean excluded, gboolean all)
{
  for (guint i = 0; i < query->terms->len; i++)
    {
      const Term *term = g_ptr_array_index (query->terms, i);

      if (term->excluded == excluded && (strstr (folded, term->folded) != NULL) != all)
        return !all;
    }
  return all;
}

/**
 * outlay_query_excludes_text:
 * @folded: a text, folded by outlay_text_fold()
 *
 * Returns: whether @folded holds, anywhere, something that must not be there.
 */
gboolean
outlay_query_excludes_text (const OutlayQuery *query, const char *folded)
{
  return holds (query, folded, TRUE, FALSE);
}

/**
 * outlay_query_matches_text:
 * @folded: a short text, folded by outlay_text_fold()
 *
 * Looks for what was typed within words too, which is fit for what stands on a card, and not for
 * articles.
 *
 * Returns: whether @folded holds all that must be there and nothing that mustn't.
 */
gboolean
outlay_query_matches_text (const OutlayQuery *query, const char *folded)
{
  return holds (query, folded, FALSE, TRUE) && !outlay_query_excludes_text (query, folded);
}

static gboolean
is_hit (const Term *term, const WordList *list, guint at)
{
  guint n_words = term->words->len;

  if (at + n_words > list->words->len)
    return FALSE;
  for (guint i = 0; i < n_words; i++)
    {
      const char *wanted = g_ptr_array_index (term->words, i);
      const char *word = g_ptr_array_index (list->words, at + i);
      gboolean open = i + 1 == n_words && !term->quoted;

      if (open ? !g_str_has_prefix (word, wanted) : strcmp (word, wanted) != 0)
        return FALSE;
    }
  return TRUE;
}

static void
find_term (const Term *term, const WordList *list, GArray *hits)
{
  for (guint i = 0; i < list->words->len; i++)
    {
      if (!is_hit (term, list, i))
        continue;
      OutlaySpan hit = {
        g_array_index (list->spans, OutlaySpan, i).start,
        g_array_index (list->spans, OutlaySpan, i + term->words->len - 1).end,
      };
      g_array_append_val (hits, hit);
    }
}

static int
compare_spans (gconstpointer a, gconstpointer b)
{
  const OutlaySpan *first = a, *second = b;

  if (first->start != second->start)
    return first->start < second->start ? -1 : 1;
  return first->end < second->end ? -1 : first->end > second->end;
}

static void
unite_overlaps (GArray *hits)
{
  guint n_kept = 0;

  g_array_sort (hits, compare_spans);
  for (guint i = 0; i < hits->len; i++)
    {
      OutlaySpan hit = g_array_index (hits, OutlaySpan, i);
      OutlaySpan *last = n_kept > 0 ? &g_array_index (hits, OutlaySpan, n_kept - 1) : NULL;

      if (last != NULL && hit.start < last->end)
        last->end = MAX (last->end, hit.end);
      else
        g_array_index (hits, OutlaySpan, n_kept++) = hit;
    }
  g_array_set_size (hits, n_kept);
}

/**
 * outlay_query_find_hits:
 * @text: UTF-8, as it stands in the article
 *
 * Returns: (transfer full) (element-type OutlaySpan): where in @text the words that must be there
 *   stand, in order and apart from one another: whole words, or runs of Chinese, Japanese and
 *   Korean characters.
 */
GArray *
outlay_query_find_hits (const OutlayQuery *query, const char *text)
{
  GArray *hits = g_array_new (FALSE, FALSE, sizeof (OutlaySpan));
  g_autoptr (GPtrArray) words = g_ptr_array_new_with_free_func (g_free);
  g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (OutlaySpan));
  WordList list = {words, spans};

  outlay_search_words_foreach (text, strlen (text), add_word_cb, &list);
  for (guint i = 0; i < query->terms->len; i++)
    {
      const Term *term = g_ptr_array_index (query->terms, i);

      if (!term->excluded)
        find_term (term, &list, hits);
    }
  unite_overlaps (hits);
  return hits;
}
