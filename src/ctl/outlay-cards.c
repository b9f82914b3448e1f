/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Deals as text: a line each, a card each, or one with all that its articles say. */
#define G_LOG_DOMAIN "outlay-ctl"

#include "outlay-cards.h"

#include <glib/gi18n.h>
#include <string.h>

#include "base/format/outlay-format-growth.h"
#include "base/format/outlay-format-private.h"
#include "base/format/outlay-format.h"
#include "base/outlay-text.h"
#include "report/outlay-quotes.h"

#define COLUMN_GAP 2

/* Cells that names are not shortened below. */
#define LEAST_PARTIES 24

typedef enum
{
  COLUMN_ID,
  COLUMN_AMOUNT,
  COLUMN_PARTIES,
  COLUMN_CAPACITY,
  COLUMN_STATUS,
  COLUMN_ANNOUNCED,
  COLUMN_SOURCES,
} Column;

#define N_COLUMNS (COLUMN_SOURCES + 1)

/* How many cells of a terminal @text takes: East Asian letters take two, marks none. */
static guint
count_cells (const char *text)
{
  guint cells = 0;

  for (const char *at = text; *at != '\0'; at = g_utf8_next_char (at))
    {
      gunichar c = g_utf8_get_char (at);

      if (!g_unichar_iszerowidth (c))
        cells += g_unichar_iswide (c) ? 2 : 1;
    }
  return cells;
}

static const char *
get_heading (Column column)
{
  switch (column)
    {
    case COLUMN_ID:
      return C_ ("column", "ID");
    case COLUMN_AMOUNT:
      return C_ ("field", "Amount");
    case COLUMN_PARTIES:
      return C_ ("report", "Who → whom");
    case COLUMN_CAPACITY:
      return C_ ("field", "Capacity");
    case COLUMN_STATUS:
      return C_ ("field", "Status");
    case COLUMN_ANNOUNCED:
      return C_ ("field", "Announced");
    default:
      return C_ ("report", "Sources");
    }
}

static gboolean
is_right (Column column)
{
  return column == COLUMN_ID || column == COLUMN_AMOUNT || column == COLUMN_CAPACITY
         || column == COLUMN_SOURCES;
}

static char *
dup_cell (const OutlayDealRecord *deal, Column column)
{
  const OutlayFields *fields = &deal->fields;
  g_autofree char *who = NULL;
  g_autofree char *whom = NULL;
  char *capacity;

  switch (column)
    {
    case COLUMN_ID:
      return g_strdup_printf ("%" G_GINT64_FORMAT, deal->id);
    case COLUMN_AMOUNT:
      return outlay_money_is_set (&fields->amount) ? outlay_format_money (&fields->amount)
                                                   : g_strdup ("–");
    case COLUMN_PARTIES:
      who = outlay_format_who (fields);
      whom = outlay_format_whom (fields);
      return g_strdup_printf ("%s %s", who, whom);
    case COLUMN_CAPACITY:
      capacity = outlay_format_capacity (&fields->capacity);
      return capacity != NULL ? capacity : g_strdup ("");
    case COLUMN_STATUS:
      return g_strdup (outlay_format_status (fields->status));
    case COLUMN_ANNOUNCED:
      return outlay_format_date (fields->announced);
    default:
      return g_strdup_printf ("%u", outlay_deal_record_count_sources (deal));
    }
}

static void
append_cell (GString *line, const char *cell, guint width, gboolean right)
{
  guint cells = count_cells (cell);
  guint padding = width > cells ? width - cells : 0;

  if (line->len > 0 && line->str[line->len - 1] != '\n')
    g_string_append_printf (line, "%*s", COLUMN_GAP, "");
  if (right)
    g_string_append_printf (line, "%*s", (int)padding, "");
  g_string_append (line, cell);
  if (!right)
    g_string_append_printf (line, "%*s", (int)padding, "");
}

static void
end_line (GString *table)
{
  while (table->len > 0 && table->str[table->len - 1] == ' ')
    g_string_truncate (table, table->len - 1);
  g_string_append_c (table, '\n');
}

/* The beginning of @text that takes no more than @most cells, an ellipsis behind what is cut. */
static char *
fit_cells (const char *text, guint most)
{
  const char *end = text;
  guint cells = 1;

  if (count_cells (text) <= most)
    return g_strdup (text);
  while (*end != '\0')
    {
      g_autofree char *letter = g_strndup (end, (gsize)(g_utf8_next_char (end) - end));

      cells += count_cells (letter);
      if (cells > most)
        break;
      end = g_utf8_next_char (end);
    }
  return g_strdup_printf ("%.*s…", (int)(end - text), text);
}

static void
measure_columns (const GPtrArray *deals, guint most_cells, guint *widths)
{
  guint total = 0;

  for (guint column = 0; column < N_COLUMNS; column++)
    {
      widths[column] = count_cells (get_heading (column));
      for (guint i = 0; i < deals->len; i++)
        {
          g_autofree char *cell = dup_cell (g_ptr_array_index (deals, i), column);

          widths[column] = MAX (widths[column], count_cells (cell));
        }
      total += widths[column] + (column > 0 ? COLUMN_GAP : 0);
    }
  if (most_cells > 0 && total > most_cells)
    {
      guint over = total - most_cells;
      guint parties = widths[COLUMN_PARTIES];

      widths[COLUMN_PARTIES] = MAX (parties > over ? parties - over : 0, LEAST_PARTIES);
    }
}

/**
 * outlay_cards_dup_table:
 * @deals: (element-type OutlayDealRecord): what is listed
 * @most_cells: width of the terminal; names are shortened to fit it; 0 to shorten nothing
 *
 * Returns: (transfer full): a head line and a line a deal, in columns.
 */
char *
outlay_cards_dup_table (const GPtrArray *deals, guint most_cells)
{
  GString *table = g_string_new (NULL);
  guint widths[N_COLUMNS];

  measure_columns (deals, most_cells, widths);
  for (guint column = 0; column < N_COLUMNS; column++)
    append_cell (table, get_heading (column), widths[column], is_right (column));
  end_line (table);
  for (guint i = 0; i < deals->len; i++)
    {
      for (guint column = 0; column < N_COLUMNS; column++)
        {
          g_autofree char *cell = dup_cell (g_ptr_array_index (deals, i), column);
          g_autofree char *fitting = fit_cells (cell, widths[column]);

          append_cell (table, fitting, widths[column], is_right (column));
        }
      end_line (table);
    }
  return g_string_free (table, FALSE);
}

static void
append_marks (GString *card, const OutlayDealRecord *deal)
{
  if (deal->conflicts != 0)
    g_string_append_printf (card, "  [%s]", C_ ("card", "the articles disagree"));
  if (deal->review)
    g_string_append_printf (card, "  [%s]", C_ ("card", "to review"));
  if (deal->starred)
    g_string_append_printf (card, "  [%s]", C_ ("card", "starred"));
}

/**
 * outlay_cards_dup_card:
 *
 * Returns: (transfer full): what the card of @deal says in the window.
 */
char *
outlay_cards_dup_card (const OutlayDealRecord *deal)
{
  GString *card = g_string_new (NULL);
  g_autofree char *who = outlay_format_who (&deal->fields);
  g_autofree char *whom = outlay_format_whom (&deal->fields);
  g_autofree char *amount = outlay_format_money (&deal->fields.amount);
  g_autofree char *facts = outlay_format_facts (&deal->fields);
  g_autofree char *date = outlay_format_date (deal->fields.announced);
  g_autofree char *sources = outlay_format_sources (deal);

  g_string_append_printf (card, "%s\n%s\n  %s", who, whom, amount);
  append_marks (card, deal);
  g_string_append_printf (card, "\n  %s\n  %s · %s · %s\n", facts,
                          outlay_format_status (deal->fields.status),
                          *date != '\0' ? date : C_ ("card", "no date"), sources);
  return g_string_free (card, FALSE);
}

/* The quote with its evidence between brackets, which a terminal has instead of bold. */
static char *
mark_words (const OutlayQuote *quote)
{
  GString *text = g_string_new (NULL);
  gsize at = 0;

  for (guint i = 0; i < quote->marks->len; i++)
    {
      const OutlaySpan *mark = &g_array_index (quote->marks, OutlaySpan, i);

      g_string_append_len (text, quote->text + at, (gssize)(mark->start - at));
      g_string_append_c (text, '[');
      g_string_append_len (text, quote->text + mark->start, (gssize)(mark->end - mark->start));
      g_string_append_c (text, ']');
      at = mark->end;
    }
  g_string_append (text, quote->text + at);
  return g_string_free (text, FALSE);
}

static void
append_fields (GString *text, const OutlayDealRecord *deal)
{
  for (guint field = 0; field < OUTLAY_N_FIELDS; field++)
    {
      g_autofree char *value = outlay_format_field_value (&deal->fields, field);

      if (*value == '\0')
        continue;
      g_autofree char *line = outlay_format_labelled (outlay_format_field (field), value);
      g_autofree char *growth = outlay_format_growth (deal, field);
      g_string_append_printf (text, "  %s", line);
      if (growth != NULL)
        g_string_append_printf (text, "  (%s)", growth);
      if (deal->conflicts & (1u << field))
        g_string_append_printf (text, "  [%s]", C_ ("card", "the articles disagree"));
      g_string_append_c (text, '\n');
    }
}

/* @reason is why its claim was linked to the others. */
static void
append_article (GString *text,
                const OutlayArticle *article,
                const char *copy_of,
                const char *reason)
{
  g_autofree char *words = outlay_format_link_reason (reason);
  g_autofree char *label = outlay_article_dup_label (article);
  g_autofree char *title = outlay_text_collapse_space (label);
  g_autofree char *date = outlay_format_date (article->published);
  g_autofree char *origin = outlay_format_fill (
    C_ ("report", "“{title}”, {source}"), "title", title, "source",
    article->source != NULL ? article->source : C_ ("source", "Unknown source"), NULL);

  g_string_append_printf (text, "\n  %s, %s, %s\n", origin, outlay_format_language (article->lang),
                          *date != '\0' ? date : C_ ("card", "no date"));
  if (copy_of != NULL)
    g_string_append_printf (text, "  [%s]\n", copy_of);
  if (article->note != NULL)
    g_string_append_printf (text, "  [%s]\n", article->note);
  if (words != NULL)
    g_string_append_printf (text, "  [%s]\n", words);
  if (article->url != NULL)
    g_string_append_printf (text, "  %s\n", article->url);
}

/**
 * outlay_cards_dup_suggestion:
 *
 * Returns: (transfer full): what the user should decide, with the reasons: "perhaps the same as
 *   deal 4: same investor, published 3 days apart".
 */
char *
outlay_cards_dup_suggestion (const OutlayDealSuggestion *suggestion)
{
  static const char *const patterns[] = {
    [OUTLAY_SUGGESTION_SAME] = N_ ("perhaps the same as deal {number}: {reason}"),
    [OUTLAY_SUGGESTION_PART] = N_ ("perhaps a part of deal {number}: {reason}"),
    [OUTLAY_SUGGESTION_WHOLE] = N_ ("perhaps deal {number} is a part of it: {reason}"),
  };
  g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, suggestion->deal_id);
  g_autofree char *reason = outlay_format_link_reason (suggestion->reason);

  return outlay_format_fill (_ (patterns[suggestion->kind]), "number", number, "reason",
                             reason != NULL ? reason : "", NULL);
}

/* How the deal stands to others, each by its number. */
static void
append_relations (GString *text, const OutlayDealRecord *deal)
{
  if (deal->whole != 0)
    {
      g_autofree char *number = g_strdup_printf ("%" G_GINT64_FORMAT, deal->whole);
      g_autofree char *line
        = outlay_format_fill (_ ("part of deal {number}"), "number", number, NULL);

      g_string_append_printf (text, "  %s\n", line);
    }
  for (guint i = 0; i < deal->suggestions->len; i++)
    {
      g_autofree char *words
        = outlay_cards_dup_suggestion (g_ptr_array_index (deal->suggestions, i));

      g_string_append_printf (text, "  %s\n", words);
    }
}

/**
 * outlay_cards_dup_details:
 * @ledger: where the articles of @deal are
 * @error: return location for an #OutlayLedgerError
 *
 * Returns: (transfer full) (nullable): the card of @deal, its fields, and what each article says.
 */
char *
outlay_cards_dup_details (const OutlayDealRecord *deal, OutlayLedger *ledger, GError **error)
{
  g_autofree char *card = outlay_cards_dup_card (deal);
  g_autoptr (GString) text = g_string_new (card);

  g_string_append_c (text, '\n');
  append_fields (text, deal);
  append_relations (text, deal);
  for (guint i = 0; i < deal->claims->len; i++)
    {
      const OutlayDealClaim *claim = outlay_deal_record_get_claim (deal, i);
      g_autoptr (GPtrArray) quotes
        = g_ptr_array_new_with_free_func ((GDestroyNotify)outlay_quote_free);
      g_autofree char *copy_of = outlay_format_copy_of (deal, i);
      g_autoptr (OutlayArticle) article
        = outlay_ledger_get_article (ledger, claim->article_id, error);

      if (article == NULL)
        return NULL;
      append_article (text, article, copy_of, claim->reason);
      outlay_quotes_add (quotes, i, claim->claim, article);
      for (guint j = 0; j < quotes->len; j++)
        {
          g_autofree char *words = mark_words (g_ptr_array_index (quotes, j));
          g_autofree char *fields = outlay_quote_dup_fields (g_ptr_array_index (quotes, j));

          g_string_append_printf (text, "    %s\n      — %s\n", words, fields);
        }
    }
  return g_string_free (g_steal_pointer (&text), FALSE);
}
