/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-read"

#include "read/text/outlay-day.h"

#include <string.h>

/* Years that an article may be from; another figure of four digits is no year. */
#define FIRST_YEAR 1990
#define LAST_YEAR  2099

/* Words that may stand beside the day in a line of its own: the place, a section. */
#define MAX_OTHER_WORDS 3

/* What stands beside a day is counted in quarters of words: an ideograph is one. */
#define QUARTERS_OF_WORD 4

/* Columns in which a first paragraph names place and day ("COPENHAGEN, 18 March 2024 – …"). */
#define LEAD_ROOM 90

typedef enum
{
  TOKEN_NUMBER,
  TOKEN_MONTH,
  TOKEN_WORD,
  TOKEN_MARK,
} TokenType;

typedef struct
{
  TokenType type;
  guint value;
  guint n_digits;
  gsize start;
  gsize end;
} Token;

static gsize
read_number (const char *text, Token *token)
{
  const char *at = text;

  token->type = TOKEN_NUMBER;
  for (; g_ascii_isdigit (*at) && at - text < 9; at++)
    token->value = token->value * 10 + (guint)(*at - '0');
  token->n_digits = (guint)(at - text);
  return (gsize)(at - text);
}

static gsize
read_word (const char *text)
{
  const char *at = text;

  while (g_unichar_isalpha (g_utf8_get_char (at)) || g_unichar_ismark (g_utf8_get_char (at)))
    {
      gboolean wide = outlay_read_words_is_wide (g_utf8_get_char (at));

      at = g_utf8_next_char (at);
      if (wide)
        break;
    }
  return (gsize)(at - text);
}

static gsize
read_token (const OutlayReadWords *words, const char *text, Token *token)
{
  gunichar c = g_utf8_get_char (text);
  gsize length = outlay_read_words_match (words, OUTLAY_WORD_MONTH, text, &token->value);

  if (length > 0)
    {
      token->type = TOKEN_MONTH;
      return length;
    }
  if (g_ascii_isdigit (*text))
    return read_number (text, token);
  if (g_unichar_isalpha (c))
    {
      token->type = TOKEN_WORD;
      return read_word (text);
    }
  token->type = TOKEN_MARK;
  token->value = c;
  return (gsize)(g_utf8_next_char (text) - text);
}

static GArray *
tokenise (const OutlayReadWords *words, const char *text)
{
  GArray *tokens = g_array_new (FALSE, FALSE, sizeof (Token));

  for (const char *at = text; *at != '\0';)
    {
      Token token = {0};

      if (g_unichar_isspace (g_utf8_get_char (at)))
        {
          at = g_utf8_next_char (at);
          continue;
        }
      gsize length = read_token (words, at, &token);
      token.start = (gsize)(at - text);
      token.end = token.start + length;
      g_array_append_val (tokens, token);
      at += length;
    }
  return tokens;
}

static const Token *
get_token (GArray *tokens, guint i)
{
  static const Token none = {TOKEN_MARK, 0, 0, 0, 0};

  return i < tokens->len ? &g_array_index (tokens, Token, i) : &none;
}

static gboolean
is_year (const Token *token)
{
  return token->type == TOKEN_NUMBER && token->n_digits == 4 && token->value >= FIRST_YEAR
         && token->value <= LAST_YEAR;
}

static gboolean
is_small (const Token *token, guint max)
{
  return token->type == TOKEN_NUMBER && token->n_digits <= 2 && token->value >= 1
         && token->value <= max;
}

static gboolean
set_day (OutlayDate *day, guint year, guint month, guint day_of_month)
{
  OutlayDate date = outlay_date_day (year, month, day_of_month);

  if (!outlay_date_is_valid (date))
    return FALSE;
  *day = date;
  return TRUE;
}

/* The index behind the marks and short words at @i that join the parts of a day: "3rd of April,
 * 2025", "3 de abril de 2025", "24 tháng 11 năm 2025". */
static guint
skip_joints (GArray *tokens, guint i)
{
  for (guint n = 0; n < 2; n++)
    {
      const Token *token = get_token (tokens, i);

      if ((token->type == TOKEN_MARK
           && (token->value == '.' || token->value == ',' || token->value == 0xba
               || token->value == '/' || token->value == '-'))
          || (token->type == TOKEN_WORD && token->end - token->start <= 4))
        i++;
    }
  return i;
}

/* 2025-11-24, 2025/11/24, 2025.11.24, 2025年11月24日, 2025년 11월 24일, 20251124. */
static gboolean
read_year_first (GArray *tokens, guint i, OutlayDate *day, guint *end)
{
  const Token *year = get_token (tokens, i);
  const Token *month, *day_of_month;

  if (!is_year (year))
    return FALSE;
  const Token *mark = get_token (tokens, i + 1);
  month = get_token (tokens, i + 2);
  if (month->type == TOKEN_MONTH || (month->type == TOKEN_NUMBER && month->n_digits <= 2))
    day_of_month = get_token (tokens, i + (month->type == TOKEN_MONTH ? 3 : 4));
  else
    return FALSE;
  if (month->type == TOKEN_MONTH && day_of_month->type == TOKEN_MARK)
    day_of_month = get_token (tokens, i + 4);
  if (mark->type == TOKEN_MARK && strchr ("-/.", (int)mark->value) == NULL)
    return FALSE;
  if (!is_small (day_of_month, 31))
    return FALSE;
  *end = (guint)(day_of_month - &g_array_index (tokens, Token, 0)) + 1;
  return set_day (day, year->value, month->value, day_of_month->value);
}

/* 24 November 2025, 24. Nov. 2025, 24 tháng 11 năm 2025. */
static gboolean
read_day_first (GArray *tokens, guint i, OutlayDate *day, guint *end)
{
  guint month = skip_joints (tokens, i + 1);
  guint year;

  if (!is_small (get_token (tokens, i), 31) || get_token (tokens, month)->type != TOKEN_MONTH)
    return FALSE;
  year = skip_joints (tokens, month + 1);
  if (!is_year (get_token (tokens, year)))
    return FALSE;
  *end = year + 1;
  return set_day (day, get_token (tokens, year)->value, get_token (tokens, month)->value,
                  get_token (tokens, i)->value);
}

/* November 24, 2025; Nov. 24th, 2025. */
static gboolean
read_month_first (GArray *tokens, guint i, OutlayDate *day, guint *end)
{
  guint at = i + 1, year;

  if (get_token (tokens, i)->type != TOKEN_MONTH)
    return FALSE;
  if (get_token (tokens, at)->type == TOKEN_MARK && get_token (tokens, at)->value == '.')
    at++;
  year = skip_joints (tokens, at + 1);
  if (!is_small (get_token (tokens, at), 31) || !is_year (get_token (tokens, year)))
    return FALSE;
  *end = year + 1;
  return set_day (day, get_token (tokens, year)->value, get_token (tokens, i)->value,
                  get_token (tokens, at)->value);
}

/* 24/11/2025, 11/24/2025, 26.09.25; in a language that isn't sure of the order only where the
 * figures leave no doubt. */
static gboolean
read_figures (const OutlayReadWords *words, GArray *tokens, guint i, OutlayDate *day, guint *end)
{
  const Token *first = get_token (tokens, i), *mark = get_token (tokens, i + 1);
  const Token *second = get_token (tokens, i + 2), *year = get_token (tokens, i + 4);
  gboolean day_first = outlay_read_words_get_order (words) == OUTLAY_DATE_ORDER_DAY_FIRST;
  guint full_year = year->value;

  if (!is_small (first, 31) || !is_small (second, 31) || mark->type != TOKEN_MARK
      || mark->value == 0 || strchr ("-/.", (int)mark->value) == NULL
      || get_token (tokens, i + 3)->type != TOKEN_MARK
      || get_token (tokens, i + 3)->value != mark->value || second->start != mark->end)
    return FALSE;
  if (year->type == TOKEN_NUMBER && year->n_digits == 2 && mark->value != '-' && day_first)
    full_year += 2000;
  else if (!is_year (year))
    return FALSE;
  if (!day_first && first->value <= 12 && second->value <= 12 && first->value != second->value
      && mark->value != '.')
    return FALSE;
  *end = i + 5;
  if (second->value > 12)
    return set_day (day, full_year, first->value, second->value);
  return set_day (day, full_year, second->value, first->value);
}

/**
 * outlay_day_find:
 * @folded: a short folded text
 * @start: (out): where the day stands
 * @end: (out): where it ends
 *
 * Returns: whether @folded names a day with its year; then @day is the first one.
 */
gboolean
outlay_day_find (
  const OutlayReadWords *words, const char *folded, OutlayDate *day, gsize *start, gsize *end)
{
  g_autoptr (GArray) tokens = tokenise (words, folded);

  for (guint i = 0; i < tokens->len; i++)
    {
      guint last;

      if (read_year_first (tokens, i, day, &last) || read_day_first (tokens, i, day, &last)
          || read_month_first (tokens, i, day, &last)
          || read_figures (words, tokens, i, day, &last))
        {
          *start = get_token (tokens, i)->start;
          *end = get_token (tokens, last - 1)->end;
          return TRUE;
        }
    }
  return FALSE;
}

/* What stands about a day in its line. */
typedef struct
{
  gboolean published;
  gboolean updated;
  guint n_others; /* quarters of words that neither name a time nor introduce a day */
} Surroundings;

static gboolean
is_colon (const char *at)
{
  while (*at == ' ')
    at++;
  return *at == ':';
}

/* The bytes of the words at @at that are there for a day; notes what they say. */
static gsize
match_day_words (const OutlayReadWords *words, const char *at, Surroundings *about)
{
  gsize length = outlay_read_words_match (words, OUTLAY_WORD_UPDATED, at, NULL);

  about->updated |= length > 0;
  if (length > 0)
    return length;
  length = outlay_read_words_match (words, OUTLAY_WORD_PUBLISHED, at, NULL);
  about->published |= length > 0;
  if (length == 0)
    length = outlay_read_words_match (words, OUTLAY_WORD_WEEKDAY, at, NULL);
  if (length == 0)
    length = outlay_read_words_match (words, OUTLAY_WORD_FILLER, at, NULL);
  return length;
}

/* The bytes of a label at @at that tells another fact of the article ("Author:"). */
static gsize
match_label (const OutlayReadWords *words, const char *at)
{
  static const OutlayWordKind kinds[]
    = {OUTLAY_WORD_SOURCE, OUTLAY_WORD_BYLINE, OUTLAY_WORD_MENU, OUTLAY_WORD_TAGS};

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      gsize length = outlay_read_words_match (words, kinds[i], at, NULL);

      if (length > 0 && is_colon (at + length))
        return length;
    }
  return 0;
}

static void
survey (const OutlayReadWords *words, const char *text, const char *end, Surroundings *about)
{
  gboolean labelled = FALSE;

  for (const char *at = text; at < end;)
    {
      gunichar c = g_utf8_get_char (at);
      gsize length = g_unichar_isalpha (c) ? match_day_words (words, at, about) : 0;

      if (length > 0)
        labelled = FALSE;
      else if (g_unichar_isalpha (c))
        {
          length = match_label (words, at);
          labelled |= length > 0;
          if (length == 0)
            {
              length = read_word (at);
              about->n_others += labelled                        ? 0
                                 : outlay_read_words_is_wide (c) ? 1
                                                                 : QUARTERS_OF_WORD;
            }
        }
      at = length > 0 ? at + length : g_utf8_next_char (at);
    }
}

/**
 * outlay_day_read_part:
 * @folded: a folded line, or a part of one between separators
 *
 * Returns: the day that the part is there to tell; none where it is a sentence that names a day.
 */
OutlayDayLine
outlay_day_read_part (const OutlayReadWords *words, const char *folded)
{
  OutlayDayLine result = {OUTLAY_DATE_INIT, OUTLAY_DATE_INIT, FALSE, FALSE};
  Surroundings before = {0}, behind = {0};
  OutlayDate day, later;
  gsize start, end, later_start, later_end;

  if (!outlay_day_find (words, folded, &day, &start, &end))
    return result;
  survey (words, folded, folded + start, &before);
  if (outlay_day_find (words, folded + end, &later, &later_start, &later_end))
    {
      survey (words, folded + end, folded + end + later_start, &behind);
      result.updated = later;
      end += later_end;
    }
  survey (words, folded + end, folded + strlen (folded), &behind);
  if (before.n_others + behind.n_others > MAX_OTHER_WORDS * QUARTERS_OF_WORD)
    return (OutlayDayLine){OUTLAY_DATE_INIT, OUTLAY_DATE_INIT, FALSE, FALSE};
  result.bare = before.n_others + behind.n_others < QUARTERS_OF_WORD;
  result.labelled = before.published;
  if (!before.updated)
    result.published = day;
  else if (outlay_date_is_set (result.updated) && behind.published)
    {
      result.published = result.updated;
      result.updated = day;
    }
  else
    result.updated = day;
  return result;
}

/* Whether what stands at @at parts a place and a day from the text behind them. */
static gboolean
is_lead_end (const char *at)
{
  static const char *const ends[] = {"-", "–", "—", "―", ":", "(", "/", "|"};

  while (*at == ' ' || *at == ')' || *at == ',' || *at == '.')
    at++;
  for (guint i = 0; i < G_N_ELEMENTS (ends); i++)
    {
      if (g_str_has_prefix (at, ends[i]))
        return TRUE;
    }
  return FALSE;
}

/**
 * outlay_day_read_lead:
 * @folded: a folded first paragraph
 *
 * Returns: the day that the paragraph begins with, behind a place at most, and that a dash parts
 *   from the text; or that a label ("date") introduces.
 */
OutlayDate
outlay_day_read_lead (const OutlayReadWords *words, const char *folded)
{
  OutlayDate day = OUTLAY_DATE_INIT, none = OUTLAY_DATE_INIT;
  Surroundings before = {0};
  gsize length = MIN (strlen (folded), LEAD_ROOM), start, end;

  while (((guint8)folded[length] & 0xc0) == 0x80)
    length--;
  g_autofree char *lead = g_strndup (folded, length);
  if (!outlay_day_find (words, lead, &day, &start, &end))
    return none;
  survey (words, lead, lead + start, &before);
  if (before.updated || before.n_others > (MAX_OTHER_WORDS + 1) * QUARTERS_OF_WORD)
    return none;
  if (is_lead_end (folded + end) || (before.published && before.n_others == 0 && start > 0))
    return day;
  return none;
}
