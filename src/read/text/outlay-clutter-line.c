/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-read"

#include "read/text/outlay-clutter.h"

#include <string.h>

#include "base/outlay-text.h"
#include "read/text/outlay-day.h"

/* Widest lines, in columns, that are still taken for clutter of their kind. */
#define MAX_CAPTION 300
#define MAX_PROMO   220
#define MAX_RELATED 260
#define MAX_NOTICE  200

/* Words of what stands beside an entry or two of a menu: a headline, "Markets – Mill leased", has
 * more. */
#define MAX_MENU_OTHERS 4
#define FEW_ENTRIES     2

/* Digits of what a menu counts, comments and minutes; figures in a table have more, or marks. */
#define MAX_COUNT_DIGITS 4

/* Words that may stand behind a menu word in a part of a menu line ("Share on the news feed"). */
#define MAX_MENU_REST 3

/* Words of a menu entry at most; a longer part is the lead behind a dateline: "PORTO, 12 May – …".
 */
#define MAX_MENU_WORDS 12

/* Words of a heading over other articles behind its fixed words ("More news about …"). */
#define MAX_HEADING_REST 5

#define MAX_CREDIT_WORDS 7

#define MAX_CONTACT_WORDS   8
#define MAX_SIGNATURE_WORDS 4

static guint
count_words (const char *text, const char *end)
{
  guint n = 0, wide = 0;
  gboolean inside = FALSE;

  for (const char *at = text; *at != '\0' && at < end; at = g_utf8_next_char (at))
    {
      gunichar c = outlay_text_get_char (at);
      gboolean letter
        = outlay_text_is_alnum (c) || g_unichar_ismark (c) || c == '\'' || c == 0x2019;

      if (outlay_read_words_is_wide (c))
        wide++;
      else
        n += letter && !inside;
      inside = letter && !outlay_read_words_is_wide (c);
    }
  return n + (wide + 1) / 2;
}

static guint
count_all_words (const char *text)
{
  return count_words (text, text + strlen (text));
}

static const char *
skip_marks (const char *text)
{
  while (*text != '\0' && !outlay_text_is_alnum (outlay_text_get_char (text)))
    text = g_utf8_next_char (text);
  return text;
}

static const char *
skip_marks_and_figures (const char *text)
{
  while (*text != '\0' && !g_unichar_isalpha (outlay_text_get_char (text)))
    text = g_utf8_next_char (text);
  return text;
}

/* Whether a label ends at @at: a colon, an equals sign, or the bracket that closes it. */
static gboolean
is_label_end (const char *at)
{
  gunichar c;

  while (*at == ' ')
    at++;
  c = outlay_text_get_char (at);
  return c == ':' || c == '=' || c == ']' || c == ')' || c == 0x3011 || c == 0x300b;
}

/* Whether the phrase of @length bytes at @phrase is a label: it ends in a mark, or one follows. */
static gboolean
is_label (const char *phrase, gsize length)
{
  const char *last = g_utf8_prev_char (phrase + length);

  return !outlay_text_is_alnum (outlay_text_get_char (last)) || is_label_end (phrase + length);
}

static gboolean
has_many_words (const char *phrase, gsize length)
{
  return memchr (phrase, ' ', length) != NULL
         || (length >= 12 && outlay_read_words_is_wide (outlay_text_get_char (phrase)))
         || (length >= 12 && outlay_text_get_char (phrase) >= 0xac00);
}

static gboolean
is_picture_file (const OutlayLine *line)
{
  static const char *const endings[]
    = {".jpg", ".jpeg", ".png", ".webp", ".gif", ".svg", ".avif", ".bmp"};
  const char *dot = line->width <= MAX_NOTICE ? strrchr (line->folded, '.') : NULL;

  for (guint i = 0; dot != NULL && i < G_N_ELEMENTS (endings); i++)
    {
      if (strcmp (dot, endings[i]) == 0)
        return TRUE;
    }
  return FALSE;
}

/* Whether the credit behind a caption's label is the end of the line: "… Photo: Somebody/AGENCY".
 */
static gboolean
is_credit (const char *at)
{
  return count_all_words (at) <= MAX_CREDIT_WORDS && strpbrk (at, "?!;") == NULL;
}

/* Whether a phrase such as "photo by" stands by itself at the end of what the picture shows. */
static gboolean
is_set_off (const char *text, const char *phrase, gsize length)
{
  const char *before = phrase;

  while (before > text && before[-1] == ' ')
    before--;
  return has_many_words (phrase, length)
         && (before == text || strchr ("([.|,", before[-1]) != NULL);
}

/* Whether the line ends in the sign of a right and its holder, or, as in Japanese papers, in an
 * equals sign and who took the picture: "The mill © Somebody", "…＝somebody撮影". */
static gboolean
has_signed_credit (const OutlayReadWords *words, const char *text)
{
  const char *sign = strstr (text, "©");
  gsize length;

  if (sign == NULL)
    sign = strstr (text, "ⓒ");
  if (sign != NULL)
    return sign > text && is_credit (sign);
  sign = strrchr (text, '=');
  if (sign == NULL)
    sign = g_strrstr (text, "＝");
  return sign != NULL && is_credit (sign)
         && outlay_read_words_find (words, OUTLAY_WORD_CAPTION, sign, &length) != NULL;
}

static gboolean
is_caption (const OutlayReadWords *words, const OutlayLine *line)
{
  const char *text = outlay_line_get_words (line);
  gsize length = outlay_read_words_match (words, OUTLAY_WORD_CAPTION, text, NULL);

  if (line->width > MAX_CAPTION || line->n_sentences > 4)
    return FALSE;
  if (length > 0 && is_label (text, length))
    return TRUE;
  for (const char *at = text;
       (at = outlay_read_words_find (words, OUTLAY_WORD_CAPTION, at, &length)) != NULL;
       at += length)
    {
      if ((is_label (at, length) || is_set_off (text, at, length)) && is_credit (at + length))
        return TRUE;
    }
  return has_signed_credit (words, text);
}

static gboolean
is_notice (const OutlayLine *line)
{
  gunichar first = outlay_text_get_char (line->folded);

  return line->width <= MAX_NOTICE
         && (first == 0xa9 || first == 0x24d2 || g_str_has_prefix (line->folded, "(c) ")
             || g_str_has_prefix (line->folded, "copyright "));
}

static gboolean
is_promo (const OutlayReadWords *words, const OutlayLine *line)
{
  gboolean prose = outlay_line_is_prose (line);
  gsize length;

  if (line->width > MAX_PROMO)
    return FALSE;
  for (const char *at = line->folded;
       (at = outlay_read_words_find (words, OUTLAY_WORD_PROMO, at, &length)) != NULL; at += length)
    {
      /* A single word ("cookies") says little in a sentence. */
      if (!prose || has_many_words (at, length))
        return TRUE;
    }
  return FALSE;
}

static gboolean
is_labelled (const OutlayReadWords *words, const OutlayLine *line, OutlayWordKind kind)
{
  const char *text = outlay_line_get_words (line);
  gsize length = outlay_read_words_match (words, kind, text, NULL);

  return length > 0 && is_label (text, length);
}

/* What follows the fixed words of a line over or about other articles. */
typedef enum
{
  RELATED_NONE,
  RELATED_HEADING,
  RELATED_ONE_LINE,
} Related;

static Related
get_related (const OutlayReadWords *words, const OutlayLine *line)
{
  const char *text = outlay_line_get_words (line);
  gsize length = outlay_read_words_match (words, OUTLAY_WORD_RELATED, text, NULL);
  const char *rest = text + length;
  const char *colon;

  if (length == 0 || line->width > MAX_RELATED)
    return RELATED_NONE;
  if (*skip_marks_and_figures (rest) == '\0')
    return RELATED_HEADING;
  if (is_label_end (rest))
    return RELATED_ONE_LINE;
  if (!has_many_words (text, length))
    return RELATED_NONE;
  colon = strchr (rest, ':');
  if (colon != NULL && count_words (rest, colon) <= MAX_HEADING_REST)
    return *skip_marks (colon) == '\0' ? RELATED_HEADING : RELATED_ONE_LINE;
  if (!line->stop && count_all_words (rest) <= MAX_HEADING_REST)
    return RELATED_HEADING;
  return RELATED_NONE;
}

/* Whether a part of a line is a menu entry, a day or a name behind a label. */
static gboolean
is_menu_part (const OutlayReadWords *words, const char *part)
{
  static const OutlayWordKind kinds[]
    = {OUTLAY_WORD_MENU,   OUTLAY_WORD_AD,      OUTLAY_WORD_COMMENTS,
       OUTLAY_WORD_BYLINE, OUTLAY_WORD_UPDATED, OUTLAY_WORD_PUBLISHED};
  const char *text = skip_marks_and_figures (part);
  gsize length;

  if (*text == '\0')
    return FALSE;
  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      length = outlay_read_words_match (words, kinds[i], text, NULL);
      if (length > 0 && count_all_words (text + length) <= MAX_MENU_REST)
        return TRUE;
    }
  OutlayDayLine day = outlay_day_read_part (words, part);
  return outlay_date_is_set (day.published) || outlay_date_is_set (day.updated)
         || outlay_read_words_find (words, OUTLAY_WORD_PROMO, text, &length) != NULL;
}

/* Whether a menu word and figures are all that @part holds: "Comments (3)". */
static gboolean
is_bare_menu (const OutlayReadWords *words, const char *part)
{
  const char *text = skip_marks_and_figures (part);

  if (*text == '\0')
    return FALSE;
  while (*text != '\0')
    {
      gsize length = outlay_read_words_match (words, OUTLAY_WORD_MENU, text, NULL);

      if (length == 0)
        length = outlay_read_words_match (words, OUTLAY_WORD_AD, text, NULL);
      if (length == 0)
        return FALSE;
      text = skip_marks_and_figures (text + length);
    }
  return TRUE;
}

/* Whether @part is a mere count, as menus have, and no figure of a table. */
static gboolean
is_count (const char *part)
{
  guint n_digits = 0;

  for (const char *at = part; *at != '\0'; at++)
    {
      if (strchr (".,%$+", *at) != NULL)
        return FALSE;
      n_digits += g_ascii_isdigit (*at);
    }
  return n_digits <= MAX_COUNT_DIGITS && *skip_marks_and_figures (part) == '\0';
}

static gboolean
is_menu (const OutlayReadWords *words, const char *text, const OutlayLine *line)
{
  g_autoptr (GPtrArray) parts = NULL;
  guint n_menu = 0, n_figures = 0, n_long = 0;

  if (outlay_line_is_prose (line) && line->n_sentences > 1)
    return FALSE;
  if (!outlay_line_has_parts (text, line))
    return is_bare_menu (words, line->folded);
  parts = outlay_line_cut (text, line);
  if (parts->len == 1)
    return is_bare_menu (words, g_ptr_array_index (parts, 0));
  if (parts->len > 1
      && outlay_read_words_match (words, OUTLAY_WORD_AD, skip_marks (g_ptr_array_index (parts, 0)),
                                  NULL)
           > 0
      && is_bare_menu (words, g_ptr_array_index (parts, 0)))
    return TRUE;
  for (guint i = 0; i < parts->len; i++)
    {
      const char *part = g_ptr_array_index (parts, i);

      if (outlay_line_is_prose (line) && count_all_words (part) > MAX_MENU_WORDS)
        return FALSE;
      if (is_menu_part (words, part))
        n_menu++;
      else if (is_count (part))
        n_figures++;
      else
        n_long += count_all_words (part) > MAX_MENU_OTHERS;
    }
  if (n_long > 0 && n_menu <= FEW_ENTRIES)
    return FALSE;
  return n_menu > 0 && (n_menu + n_figures) * 2 >= parts->len;
}

/* Whether the words behind @text's first @skip bytes are a few names, as a byline's are. */
static gboolean
are_names (const char *text, gsize length)
{
  g_autofree char *copy = g_strndup (text, length);
  g_auto (GStrv) names = g_strsplit_set (copy, " \t", -1);
  guint n = 0;

  for (guint i = 0; names[i] != NULL; i++)
    {
      gunichar c = outlay_text_get_char (names[i]);

      if (!g_unichar_isalpha (c))
        continue;
      if (!g_unichar_isupper (c) && strlen (names[i]) > 3)
        return FALSE;
      n++;
    }
  return n > 1 && n <= 5;
}

static gboolean
is_byline (const OutlayReadWords *words, const char *text, const OutlayLine *line)
{
  const char *folded = outlay_line_get_words (line);
  gsize length = outlay_read_words_match (words, OUTLAY_WORD_BYLINE, folded, NULL);
  const char *start = text + line->start;
  const char *space, *comma;

  if (length == 0 || line->stop || line->n_words > 8)
    return FALSE;
  if (is_label_end (folded + length) || *skip_marks (folded + length) == '\0')
    return TRUE;
  space = memchr (start, ' ', line->length);
  if (space == NULL)
    return FALSE;
  /* A name, and behind a comma what he or she is. */
  comma = memchr (space, ',', line->length - (gsize)(space - start));
  return are_names (space, (comma != NULL ? (gsize)(comma - start) : line->length)
                             - (gsize)(space - start));
}

/* Whether the line is a name with the word behind it, as in Korean: "somebody 기자". */
static gboolean
is_signature (const OutlayReadWords *words, const OutlayLine *line)
{
  const char *last = strrchr (line->folded, ' ');
  gsize length;

  if (last == NULL || line->stop || line->n_words > MAX_SIGNATURE_WORDS)
    return FALSE;
  length = outlay_read_words_match (words, OUTLAY_WORD_BYLINE, last + 1, NULL);
  return length > 0 && last[1 + length] == '\0';
}

static gboolean
has_mail_address (const char *text)
{
  const char *at = strchr (text, '@');
  const char *dot = at != NULL ? strchr (at, '.') : NULL;

  return at > text && g_ascii_isalnum (at[-1]) && dot > at + 1
         && memchr (at, ' ', dot - at) == NULL;
}

/* Whether the line is there for an address to write to, or holds nothing but hashtags. */
static gboolean
is_contact (const OutlayLine *line)
{
  g_auto (GStrv) parts = NULL;

  if (line->width > MAX_NOTICE || outlay_line_is_prose (line) || line->stop)
    return FALSE;
  if (line->n_words <= MAX_CONTACT_WORDS && has_mail_address (line->folded))
    return TRUE;
  parts = g_strsplit (line->folded, " ", -1);
  for (guint i = 0; parts[i] != NULL; i++)
    {
      if (parts[i][0] != '#' || parts[i][1] == '\0' || g_ascii_isdigit (parts[i][1]))
        return FALSE;
    }
  return TRUE;
}

/**
 * outlay_clutter_is_related_heading:
 *
 * Returns: whether @line stands over a list of other articles.
 */
gboolean
outlay_clutter_is_related_heading (const OutlayReadWords *words, const OutlayLine *line)
{
  return get_related (words, line) == RELATED_HEADING;
}

/**
 * outlay_clutter_judge:
 * @text: the text that holds @line
 *
 * Returns: what @line is by its own words; text where they tell nothing.
 */
OutlayLineKind
outlay_clutter_judge (const OutlayReadWords *words, const char *text, const OutlayLine *line)
{
  if (*outlay_line_get_words (line) == '\0' || is_picture_file (line))
    return OUTLAY_LINE_MENU;
  if (get_related (words, line) != RELATED_NONE)
    return OUTLAY_LINE_RELATED;
  /* "2 March 2026 Source: Somebody" is no picture's. */
  if (is_caption (words, line))
    return outlay_day_read_part (words, line->folded).bare ? OUTLAY_LINE_TEXT : OUTLAY_LINE_CAPTION;
  if (line->width <= MAX_NOTICE && is_labelled (words, line, OUTLAY_WORD_AD))
    return OUTLAY_LINE_MENU;
  if (is_menu (words, text, line))
    return OUTLAY_LINE_MENU;
  if (line->width <= MAX_NOTICE && is_labelled (words, line, OUTLAY_WORD_TAGS))
    return OUTLAY_LINE_MENU;
  if (is_notice (line) || is_promo (words, line))
    return OUTLAY_LINE_PROMO;
  if (is_contact (line))
    return OUTLAY_LINE_MENU;
  if (is_byline (words, text, line) || is_signature (words, line))
    return OUTLAY_LINE_BYLINE;
  return OUTLAY_LINE_TEXT;
}
