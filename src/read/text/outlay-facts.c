/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-read"

#include "read/text/outlay-facts.h"

#include <string.h>

#include "base/outlay-text.h"
#include "read/text/outlay-day.h"

/* Columns of a headline. */
#define MIN_TITLE 12
#define MAX_TITLE 220

/* A headline of fewer words that stands over another one is the name of a section or series. */
#define MIN_TITLE_WORDS 4
#define MIN_TITLE_WIDTH 30

/* More words make a line no likelier to be the headline: what stands below it is longer. */
#define ENOUGH_WORDS 7

/* Columns of a word and the space behind it: some languages make long ones of several. */
#define WORD_WIDTH 7

#define MAX_SITE_WORDS 5

/* Columns of a price with its change. */
#define MAX_QUOTATION 60

/* Lines below a headline in which author and day are told. */
#define FACTS_ROOM 4

/* Lines before the first paragraph in which title and day are looked for. */
#define MAX_HEAD_LINES 14

/* Lines behind the last paragraph in which the day is looked for. */
#define MAX_TAIL_LINES 60

#define MAX_SOURCE_WORDS 6

/* Columns of the first paragraph in which an agency gives its name: "BERLIN (abc) – …". */
#define AGENCY_ROOM 100

static guint
find_head_end (GArray *lines)
{
  guint i = 0;

  while (i < lines->len && i < MAX_HEAD_LINES
         && !(outlay_lines_get (lines, i)->kind == OUTLAY_LINE_TEXT
              && outlay_line_is_prose (outlay_lines_get (lines, i))))
    i++;
  return i;
}

static gboolean
ends_like_title (const OutlayLine *line)
{
  static const char *const endings[] = {".", ",", ";", "。", "、"};

  if (g_str_has_suffix (line->folded, "..."))
    return TRUE;
  for (guint i = 0; i < G_N_ELEMENTS (endings); i++)
    {
      if (g_str_has_suffix (line->folded, endings[i]))
        return FALSE;
    }
  return TRUE;
}

static gboolean
may_be_title (const OutlayLine *line)
{
  return line->kind == OUTLAY_LINE_TEXT && !line->bullet && line->width >= MIN_TITLE
         && line->width <= MAX_TITLE && line->n_sentences <= 2 && ends_like_title (line);
}

/* Whether the line is a kicker or a series' name, such as stand over headlines: short, in capitals
 * or with a bar between its parts. */
static gboolean
is_kicker (const char *text, const OutlayLine *line)
{
  gboolean lower = FALSE, wide = FALSE;

  for (const char *at = text + line->start; at < text + line->start + line->length;
       at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (c == '|' || c == 0xff5c)
        return TRUE;
      lower |= g_unichar_islower (c);
      wide |= g_unichar_iswide (c);
    }
  return (line->n_words < MIN_TITLE_WORDS && line->width < MIN_TITLE_WIDTH)
         || (!lower && !wide && line->n_words <= 5);
}

/* Whether the line is a price and its change: "NWD 84.20 +6.4%", "NWD 84.20 ▲6.4". */
static gboolean
is_quotation (const OutlayLine *line)
{
  gunichar before = ' ';

  for (const char *at = line->folded; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);
      gboolean sign = (c == '+' || c == '-') && (before == ' ' || before == '(');
      gboolean arrow = (c >= 0x2190 && c <= 0x2199) || (c >= 0x25b2 && c <= 0x25bd);

      if ((sign || arrow) && g_ascii_isdigit (*g_utf8_next_char (at)))
        return line->width <= MAX_QUOTATION;
      before = c;
    }
  return FALSE;
}

/* Whether the line's words are part of another short line, as a site's name is of its notices. */
static gboolean
is_site_name (GArray *lines, guint i)
{
  const OutlayLine *line = outlay_lines_get (lines, i);

  if (line->n_words > MAX_SITE_WORDS)
    return FALSE;
  for (guint k = 0; k < lines->len; k++)
    {
      const OutlayLine *other = outlay_lines_get (lines, k);

      if (k != i && other->kind != OUTLAY_LINE_TEXT
          && strlen (other->folded) > strlen (line->folded)
          && strstr (other->folded, line->folded) != NULL)
        return TRUE;
    }
  return FALSE;
}

/* Whether one of the next lines tells who wrote the article or when, as below headlines. */
static gboolean
precedes_facts (GArray *lines, guint i)
{
  for (guint k = i + 1; k < lines->len && k <= i + FACTS_ROOM; k++)
    {
      OutlayLineKind kind = outlay_lines_get (lines, k)->kind;

      if (kind == OUTLAY_LINE_DAY || kind == OUTLAY_LINE_BYLINE)
        return TRUE;
    }
  return FALSE;
}

/* How much the line looks like the headline: long, above the facts, not below another line. */
static int
rate_title (const char *text, GArray *lines, guint i)
{
  const OutlayLine *line = outlay_lines_get (lines, i);
  guint n_words = MAX (line->n_words, line->width / WORD_WIDTH);
  int rate = 2 * (int)MIN (n_words, ENOUGH_WORDS);

  if (i == 0 || !may_be_title (outlay_lines_get (lines, i - 1))
      || is_kicker (text, outlay_lines_get (lines, i - 1)))
    rate += 4;
  if (precedes_facts (lines, i))
    rate += 3;
  if (is_kicker (text, line) || is_site_name (lines, i))
    rate -= 10;
  return is_quotation (line) ? rate - 20 : rate;
}

/* The line of the head that looks most like a headline, the first of several. */
static OutlayLine *
choose_title (const char *text, GArray *lines)
{
  guint head = find_head_end (lines);
  OutlayLine *best = NULL;
  int best_rate = 0;

  /* With no paragraph at all there is no headline over it. */
  if (head == lines->len)
    return NULL;
  for (guint i = 0; i < head; i++)
    {
      OutlayLine *line = outlay_lines_get (lines, i);
      int rate = may_be_title (line) ? rate_title (text, lines, i) : 0;

      if (may_be_title (line) && (best == NULL || rate > best_rate))
        {
          best = line;
          best_rate = rate;
        }
    }
  return best;
}

/* Whether the line @line says the title, whatever its case, spaces and marks. */
static gboolean
says_title (const char *text, const OutlayLine *line, const char *folded_title)
{
  g_autofree char *words = g_strndup (text + line->start, line->length);
  g_autofree char *folded_line = outlay_text_fold (words);
  const char *a = folded_line, *b = folded_title;

  for (;;)
    {
      while (*a != '\0' && !g_unichar_isalnum (g_utf8_get_char (a)))
        a = g_utf8_next_char (a);
      while (*b != '\0' && !g_unichar_isalnum (g_utf8_get_char (b)))
        b = g_utf8_next_char (b);
      if (g_utf8_get_char (a) != g_utf8_get_char (b))
        return FALSE;
      if (*a == '\0')
        return TRUE;
      a = g_utf8_next_char (a);
      b = g_utf8_next_char (b);
    }
}

static void
find_title (const char *text, GArray *lines, OutlayArticle *article)
{
  g_autofree char *known = article->title != NULL ? outlay_text_fold (article->title) : NULL;
  OutlayLine *title = NULL;

  if (known == NULL)
    title = choose_title (text, lines);
  for (guint i = 0; known != NULL && i < MIN (lines->len, MAX_HEAD_LINES); i++)
    {
      OutlayLine *line = outlay_lines_get (lines, i);

      if (line->width <= MAX_TITLE * 2 && says_title (text, line, known))
        {
          line->kind = OUTLAY_LINE_TITLE;
          return;
        }
    }
  if (title == NULL)
    return;
  g_autofree char *words = g_strndup (text + title->start, title->length);
  article->title = outlay_text_collapse_space (words);
  title->kind = OUTLAY_LINE_TITLE;
}

/* Takes the days of a line of data, its parts apart; a day of publication ends the search. */
static gboolean
take_days (const OutlayReadWords *words,
           const char *text,
           const OutlayLine *line,
           OutlayDate *published,
           OutlayDate *updated)
{
  g_autoptr (GPtrArray) parts = outlay_line_cut (text, line);

  for (guint i = 0; i < parts->len; i++)
    {
      OutlayDayLine day = outlay_day_read_part (words, g_ptr_array_index (parts, i));

      if (outlay_date_is_set (day.published))
        {
          *published = day.published;
          return TRUE;
        }
      if (!outlay_date_is_set (*updated))
        *updated = day.updated;
    }
  return FALSE;
}

static gboolean
may_tell_day (const OutlayLine *line)
{
  switch (line->kind)
    {
    case OUTLAY_LINE_RELATED:
    case OUTLAY_LINE_COMMENT:
    case OUTLAY_LINE_CAPTION:
    case OUTLAY_LINE_PROMO:
      return FALSE;
    default:
      return !outlay_line_is_prose (line);
    }
}

static void
find_day (const OutlayReadWords *words, const char *text, GArray *lines, OutlayArticle *article)
{
  guint head = find_head_end (lines);
  OutlayDate published = OUTLAY_DATE_INIT, updated = OUTLAY_DATE_INIT;
  gboolean found = FALSE;

  for (guint i = 0; i < head && !found; i++)
    {
      const OutlayLine *line = outlay_lines_get (lines, i);

      if (may_tell_day (line))
        found = take_days (words, text, line, &published, &updated);
    }
  for (guint i = head; i < lines->len && i <= head + 1 && !outlay_date_is_set (published); i++)
    {
      const OutlayLine *line = outlay_lines_get (lines, i);

      if (line->kind == OUTLAY_LINE_TEXT)
        published = outlay_day_read_lead (words, line->folded);
    }
  guint tail = MAX (head, lines->len - MIN (lines->len, MAX_TAIL_LINES));
  for (guint i = lines->len; i > tail && !outlay_date_is_set (published)
                             && !outlay_line_is_prose (outlay_lines_get (lines, i - 1));
       i--)
    {
      if (may_tell_day (outlay_lines_get (lines, i - 1)))
        take_days (words, text, outlay_lines_get (lines, i - 1), &published, &updated);
    }
  article->published = outlay_date_is_set (published) ? published : updated;
}

/* The name in the original letters of a line, behind its label and without menu words at its end.
 */
static char *
cut_name (const OutlayReadWords *words, const char *line, gsize label_chars)
{
  g_autofree char *clean = outlay_text_collapse_space (line);
  const char *name = clean;

  for (gsize n = 0; *name != '\0' && n < label_chars; n++)
    name = g_utf8_next_char (name);
  while (*name != '\0' && !g_unichar_isalnum (g_utf8_get_char (name)))
    name = g_utf8_next_char (name);
  GString *result = g_string_new (name);
  for (const char *space = result->str; (space = strchr (space, ' ')) != NULL; space++)
    {
      g_autofree char *rest = outlay_text_fold_case (space + 1, -1);
      gsize length = outlay_read_words_match (words, OUTLAY_WORD_MENU, rest, NULL);

      if (length > 0 && rest[length] == '\0')
        {
          g_string_truncate (result, (gsize)(space - result->str));
          break;
        }
    }
  while (result->len > 0)
    {
      const char *last = g_utf8_prev_char (result->str + result->len);

      if (g_unichar_isalnum (g_utf8_get_char (last)))
        break;
      g_string_truncate (result, (gsize)(last - result->str));
    }
  return g_string_free (result, FALSE);
}

static guint
count_name_words (const char *name)
{
  guint n = 1;

  for (const char *at = name; *at != '\0'; at++)
    n += *at == ' ';
  return n;
}

static gboolean
is_name (const char *name, gboolean colon)
{
  gunichar first = g_utf8_get_char (name);
  guint n_words = count_name_words (name);

  if (*name == '\0' || strlen (name) > 80 || strchr (name, '%') != NULL)
    return FALSE;
  if (strchr (name, ' ') == NULL && strchr (name, '.') != NULL)
    return TRUE;
  if (colon)
    return n_words <= MAX_SOURCE_WORDS;
  return n_words <= 4 && (g_unichar_isupper (first) || g_unichar_isdigit (first));
}

/* "Source: X", "According to X" as a line of its own. */
static char *
read_source_line (const OutlayReadWords *words, const char *text, const OutlayLine *line)
{
  const char *folded = outlay_line_get_words (line);
  gsize length = outlay_read_words_match (words, OUTLAY_WORD_SOURCE, folded, NULL);
  g_autofree char *original = NULL;
  gboolean colon;

  if (length == 0 || line->n_words > MAX_SOURCE_WORDS + 4 || line->n_sentences > 1)
    return NULL;
  colon = folded[length] == ':' || g_str_has_prefix (folded + length, " :");
  if (!colon && line->stop)
    return NULL;
  original = g_strndup (text + line->start, line->length);
  char *name = cut_name (words, original,
                         (gsize)g_utf8_strlen (line->folded, folded - line->folded)
                           + (gsize)g_utf8_strlen (folded, (gssize)length));
  if (!is_name (name, colon))
    g_clear_pointer (&name, g_free);
  return name;
}

/* The agency in brackets at the start of the first paragraph: "BERLIN (abc) – …". */
static char *
read_agency (const OutlayReadWords *words, const char *text, const OutlayLine *line)
{
  const char *start = text + line->start;
  gsize room = MIN (line->length, AGENCY_ROOM);

  for (const char *at = start; at < start + room; at++)
    {
      g_autofree char *folded = NULL;
      gsize length;
      const char *close;

      if (*at != '(')
        continue;
      close = memchr (at, ')', (gsize)(start + line->length - at));
      if (close == NULL)
        return NULL;
      folded = outlay_text_fold_case (at + 1, close - at - 1);
      length = outlay_read_words_match (words, OUTLAY_WORD_AGENCY, folded, NULL);
      if (length > 0 && strlen (folded) <= length + 4)
        return g_strndup (at + 1, (gsize)(close - at - 1));
    }
  return NULL;
}

/* An agency's name alone in a line. */
static char *
read_agency_line (const OutlayReadWords *words, const char *text, const OutlayLine *line)
{
  gsize length = outlay_read_words_match (words, OUTLAY_WORD_AGENCY, line->folded, NULL);

  return length > 0 && line->folded[length] == '\0' ? g_strndup (text + line->start, line->length)
                                                    : NULL;
}

static void
find_source (const OutlayReadWords *words, const char *text, GArray *lines, OutlayArticle *article)
{
  guint head = find_head_end (lines);

  for (guint i = 0; i < lines->len; i++)
    {
      OutlayLine *line = outlay_lines_get (lines, i);

      if (line->kind != OUTLAY_LINE_TEXT && line->kind != OUTLAY_LINE_MENU
          && line->kind != OUTLAY_LINE_BYLINE)
        continue;
      g_autofree char *name = read_source_line (words, text, line);
      if (name == NULL)
        name = read_agency_line (words, text, line);
      if (name == NULL)
        continue;
      line->kind = OUTLAY_LINE_SOURCE;
      if (article->source == NULL)
        article->source = g_steal_pointer (&name);
    }
  if (article->source == NULL && head < lines->len)
    article->source = read_agency (words, text, outlay_lines_get (lines, head));
}

static void
find_author (const OutlayReadWords *words, const char *text, GArray *lines, OutlayArticle *article)
{
  for (guint i = 0; i < lines->len && article->author == NULL; i++)
    {
      const OutlayLine *line = outlay_lines_get (lines, i);
      const char *folded = outlay_line_get_words (line);

      if (line->kind != OUTLAY_LINE_BYLINE)
        continue;
      gsize length = outlay_read_words_match (words, OUTLAY_WORD_BYLINE, folded, NULL);
      g_autofree char *original = g_strndup (text + line->start, line->length);
      article->author = cut_name (words, original,
                                  (gsize)g_utf8_strlen (line->folded, folded - line->folded)
                                    + (gsize)g_utf8_strlen (folded, (gssize)length));
      /* Behind a comma stands what he or she is. */
      article->author[strcspn (article->author, ",")] = '\0';
      if (*article->author == '\0')
        g_clear_pointer (&article->author, g_free);
    }
}

/**
 * outlay_facts_find:
 * @words: of the text's language
 * @text: the text that holds @lines
 * @lines: (element-type OutlayLine): with their kinds; the title's line and the source's get theirs
 * @article: gets what it doesn't know yet
 *
 * Finds title, day, source and author of an article in its own lines.
 */
void
outlay_facts_find (const OutlayReadWords *words,
                   const char *text,
                   GArray *lines,
                   OutlayArticle *article)
{
  find_title (text, lines, article);
  find_source (words, text, lines, article);
  find_author (words, text, lines, article);
  if (!outlay_date_is_set (article->published))
    find_day (words, text, lines, article);
}
