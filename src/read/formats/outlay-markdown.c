/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-read"

#include "read/formats/outlay-markdown.h"

#include <string.h>

#include "read/formats/outlay-markdown-line.h"
#include "read/formats/outlay-stamp.h"

/* Lines of the data that stand before a text. */
#define MAX_FRONT 60

/* Kinds of marks in a text of which nobody says that it is Markdown. */
#define MIN_SIGNS 2

typedef struct
{
  OutlayEntry *entry;
  GString *markup;
  GString *paragraph; /* its lines, joined */
  const char *tag;    /* of the paragraph: "p", "li", … */
  gboolean fence;     /* within a block of code */
} Writer;

static const char *
skip_indent (const char *line)
{
  return line + strspn (line, " \t");
}

static guint
get_heading (const char *line)
{
  guint level = (guint)strspn (line, "#");

  return level >= 1 && level <= 6 && (line[level] == ' ' || line[level] == '\t') ? level : 0;
}

/* Whether the line is of one sort of marks alone, at least @least of them. */
static gboolean
is_rule (const char *line, const char *marks, guint least)
{
  char mark = *line;
  guint n = 0;

  if (mark == '\0' || strchr (marks, mark) == NULL)
    return FALSE;
  for (; *line != '\0'; line++)
    {
      if (*line != mark && *line != ' ' && *line != '\t' && *line != '\r')
        return FALSE;
      n += *line == mark;
    }
  return n >= least;
}

static gboolean
is_fence (const char *line)
{
  return g_str_has_prefix (line, "```") || g_str_has_prefix (line, "~~~");
}

/* Bytes of the mark that begins an item of a list, 0 where none does. */
static gsize
get_bullet_length (const char *line)
{
  gsize digits = strspn (line, "0123456789");

  if (strchr ("-*+", *line) != NULL && *line != '\0' && (line[1] == ' ' || line[1] == '\t'))
    return 2;
  return digits > 0 && digits < 4 && (line[digits] == '.' || line[digits] == ')')
             && line[digits + 1] == ' '
           ? digits + 2
           : 0;
}

static void
flush (Writer *writer)
{
  if (writer->paragraph->len > 0)
    {
      if (writer->entry->article->title == NULL && writer->tag[0] == 'h' && writer->tag[1] == '1')
        {
          g_autoptr (GString) title = g_string_new (NULL);

          outlay_markdown_print_line (title, writer->paragraph->str);
          outlay_entry_set (&writer->entry->article->title, title->str);
        }
      g_string_append_printf (writer->markup, "<%s>", writer->tag);
      outlay_markdown_print_line (writer->markup, writer->paragraph->str);
      g_string_append_printf (writer->markup, "</%s>\n", writer->tag);
    }
  g_string_truncate (writer->paragraph, 0);
  writer->tag = "p";
}

static gboolean
is_wide (const char *text, const char *at)
{
  const char *before = g_utf8_find_prev_char (text, at);

  return before != NULL && g_unichar_iswide (g_utf8_get_char (before));
}

static void
add_line (Writer *writer, const char *line)
{
  GString *paragraph = writer->paragraph;
  gboolean hard = g_str_has_suffix (line, "  ") || g_str_has_suffix (line, "\\");
  g_autofree char *clean = g_strstrip (g_strdup (line));

  if (g_str_has_suffix (clean, "\\"))
    clean[strlen (clean) - 1] = '\0';
  /* Scripts without spaces have none where a line was broken. */
  if (paragraph->len > 0
      && !(is_wide (paragraph->str, paragraph->str + paragraph->len)
           && g_unichar_iswide (g_utf8_get_char (clean))))
    g_string_append_c (paragraph, ' ');
  g_string_append (paragraph, clean);
  if (hard)
    g_string_append (paragraph, "<br>");
}

static void
add_heading (Writer *writer, const char *line, guint level)
{
  static const char *const tags[] = {"h1", "h2", "h3", "h4", "h5", "h6"};
  g_autofree char *words = g_strstrip (g_strdup (line + level));
  gsize length = strlen (words);

  flush (writer);
  while (length > 0 && words[length - 1] == '#')
    words[--length] = '\0';
  writer->tag = tags[level - 1];
  add_line (writer, words);
  flush (writer);
}

static void
add_row (Writer *writer, const char *line)
{
  g_autofree char *row = g_strstrip (g_strdup (line + 1));
  g_auto (GStrv) cells = NULL;

  flush (writer);
  if (is_rule (row, "-", 3) || strspn (row, "|-: \t") == strlen (row))
    return;
  if (g_str_has_suffix (row, "|"))
    row[strlen (row) - 1] = '\0';
  cells = g_strsplit (row, "|", -1);
  g_string_append (writer->markup, "<table><tr>");
  for (char **cell = cells; *cell != NULL; cell++)
    {
      g_string_append (writer->markup, "<td>");
      outlay_markdown_print_line (writer->markup, g_strstrip (*cell));
      g_string_append (writer->markup, "</td>");
    }
  g_string_append (writer->markup, "</tr></table>\n");
}

static void
take_marked (Writer *writer, const char *line)
{
  gsize bullet = get_bullet_length (line);

  if (bullet > 0)
    {
      flush (writer);
      writer->tag = "li";
      add_line (writer, g_ascii_isdigit (*line) ? line : line + bullet);
    }
  else
    add_line (writer, line);
}

static void
take_line (Writer *writer, const char *whole)
{
  const char *line = skip_indent (whole);

  while (*line == '>')
    line = skip_indent (line + 1);
  if (is_fence (line))
    {
      flush (writer);
      writer->fence = !writer->fence;
    }
  else if (writer->fence)
    add_line (writer, line);
  else if (*line == '\0' || *line == '\r')
    flush (writer);
  else if (get_heading (line) > 0)
    add_heading (writer, line, get_heading (line));
  else if (writer->paragraph->len > 0 && is_rule (line, "=-", 2))
    {
      writer->tag = *line == '=' ? "h1" : "h2";
      flush (writer);
    }
  else if (is_rule (line, "-*_", 3))
    flush (writer);
  else if (*line == '|')
    add_row (writer, line);
  else if (*line == '[' && strstr (line, "]: ") != NULL && strchr (line, ' ') > strstr (line, "]:"))
    flush (writer);
  else
    take_marked (writer, line);
}

static void
take_front_value (OutlayEntry *entry, const char *name, const char *value)
{
  OutlayArticle *article = entry->article;

  if (g_ascii_strcasecmp (name, "title") == 0)
    outlay_entry_set (&article->title, value);
  else if (g_ascii_strcasecmp (name, "author") == 0 || g_ascii_strcasecmp (name, "authors") == 0)
    outlay_entry_set (&article->author, value);
  else if (g_ascii_strcasecmp (name, "url") == 0 || g_ascii_strcasecmp (name, "link") == 0)
    outlay_entry_set_address (entry, value);
  else if (g_ascii_strcasecmp (name, "source") == 0 || g_ascii_strcasecmp (name, "site") == 0)
    {
      outlay_entry_set_address (entry, value);
      if (strstr (value, "://") == NULL)
        outlay_entry_set (&article->source, value);
    }
  else if (g_ascii_strcasecmp (name, "date") == 0 || g_ascii_strcasecmp (name, "published") == 0)
    outlay_stamp_read (value, &article->published);
}

/* Reads the data between two lines of hyphens before the text; where the text begins. */
static const char *
read_front (OutlayEntry *entry, const char *text)
{
  g_auto (GStrv) lines = g_strsplit (text, "\n", MAX_FRONT + 1);
  const char *rest = text;
  guint end = 0;

  if (lines[0] == NULL || !is_rule (lines[0], "-", 3))
    return text;
  for (guint i = 1; i < MAX_FRONT && lines[i] != NULL && end == 0; i++)
    {
      if (is_rule (lines[i], "-", 3))
        end = i + 1;
    }
  for (guint i = 1; i + 1 < end; i++)
    {
      char *colon = strchr (lines[i], ':');

      if (colon == NULL || g_ascii_isspace (*lines[i]))
        continue;
      g_autofree char *name = g_strndup (lines[i], (gsize)(colon - lines[i]));
      g_autofree char *value = g_strdup (colon + 1);
      g_strdelimit (value, "\"'[]", ' ');
      take_front_value (entry, name, g_strstrip (value));
    }
  for (guint i = 0; i < end; i++)
    rest += strlen (lines[i]) + (rest[strlen (lines[i])] == '\n');
  return rest;
}

/**
 * outlay_markdown_read:
 * @entry: gets its content, and what the text tells before it begins
 * @text: Markdown, UTF-8
 */
void
outlay_markdown_read (OutlayEntry *entry, const char *text)
{
  Writer writer = {.entry = entry, .markup = g_string_new (NULL), .tag = "p"};

  writer.paragraph = g_string_new (NULL);
  for (const char *at = read_front (entry, text); *at != '\0';)
    {
      const char *end = strchrnul (at, '\n');
      g_autofree char *line = g_strndup (at, (gsize)(end - at));

      take_line (&writer, line);
      at = *end != '\0' ? end + 1 : end;
    }
  flush (&writer);
  g_string_free (writer.paragraph, TRUE);
  entry->content = g_string_free (writer.markup, FALSE);
  entry->markup = TRUE;
}

/**
 * outlay_markdown_is_likely:
 * @head: the start of a text
 *
 * Returns: whether it has marks of Markdown, of kinds enough that they are no accident.
 */
gboolean
outlay_markdown_is_likely (const char *head)
{
  g_auto (GStrv) lines = g_strsplit (head, "\n", -1);
  gboolean heading = FALSE, link = FALSE, strong = FALSE, fence = FALSE;
  gboolean front = *head == '-' && is_rule (lines[0], "-", 3) && strstr (head, "\ntitle:") != NULL;

  for (char **line = lines; *line != NULL; line++)
    {
      const char *first = strstr (*line, "**");

      heading |= get_heading (*line) > 0;
      link |= strstr (*line, "](http") != NULL;
      strong |= first != NULL && strstr (first + 2, "**") != NULL;
      fence |= is_fence (*line);
    }
  return front || heading + link + strong + fence >= MIN_SIGNS;
}
