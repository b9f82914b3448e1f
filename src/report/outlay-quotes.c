/* SPDX-License-Identifier: GPL-3.0-or-later */
/* The sentences that prove a deal, cut out of their articles with the very words marked. */
#define G_LOG_DOMAIN "outlay-report"

#include "outlay-quotes.h"

#include <glib/gi18n-lib.h>
#include <string.h>

#include "ledger/history/outlay-history.h"
#include "report/layout/outlay-report-plan.h"
#include "report/outlay-report.h"

static const char *const field_words[OUTLAY_N_FIELDS] = {
  NC_ ("field, in text", "kind"),       NC_ ("field, in text", "status"),
  NC_ ("field, in text", "parties"),    NC_ ("field, in text", "amount"),
  NC_ ("field, in text", "conversion"), NC_ ("field, in text", "capacity"),
  NC_ ("field, in text", "place"),      NC_ ("field, in text", "announcement"),
  NC_ ("field, in text", "start"),      NC_ ("field, in text", "end"),
};

static const char *const role_words[OUTLAY_N_ROLES] = {
  NC_ ("role, in text", "investor"),
  NC_ ("role, in text", "recipient"),
  NC_ ("role, in text", "partner"),
};

/** outlay_quote_free: gives back what @quote holds. */
void
outlay_quote_free (OutlayQuote *quote)
{
  g_free (quote->text);
  g_clear_pointer (&quote->marks, g_array_unref);
  g_free (quote);
}

/* What one piece of evidence comes to: its words, and the sentence that they are shown in. */
typedef struct
{
  OutlayPart part;
  OutlaySpan quote;
  OutlaySpan words;
  guint field;
  guint roles;
} Find;

static int
compare_finds (gconstpointer a, gconstpointer b)
{
  const Find *first = a;
  const Find *second = b;

  if (first->part != second->part)
    return first->part == OUTLAY_PART_TITLE ? -1 : 1;
  if (first->quote.start != second->quote.start)
    return first->quote.start < second->quote.start ? -1 : 1;
  if (first->words.start != second->words.start)
    return first->words.start < second->words.start ? -1 : 1;
  return first->words.end == second->words.end ? 0
                                               : (first->words.end < second->words.end ? -1 : 1);
}

static GArray *
list_finds (const OutlayClaim *claim, const OutlayArticle *article)
{
  GArray *finds = g_array_new (FALSE, FALSE, sizeof (Find));

  for (guint i = 0; i < claim->evidence->len; i++)
    {
      const OutlayEvidence *evidence = &g_array_index (claim->evidence, OutlayEvidence, i);
      Find find = {evidence->part, {0, 0}, evidence->span, evidence->field, 0};

      if (!outlay_article_has_span (article, evidence->part, evidence->span))
        continue;
      find.quote = outlay_article_get_quote (article, evidence->part, evidence->span);
      if (evidence->field == OUTLAY_FIELD_PARTIES && evidence->index < claim->fields.parties->len)
        find.roles = 1u << outlay_fields_get_party (&claim->fields, evidence->index)->role;
      g_array_append_val (finds, find);
    }
  g_array_sort (finds, compare_finds);
  return finds;
}

/* Joins marks that touch or overlap, so that bold words stay one run. */
static void
add_mark (GArray *marks, gsize start, gsize end)
{
  if (marks->len > 0)
    {
      OutlaySpan *last = &g_array_index (marks, OutlaySpan, marks->len - 1);

      if (start <= last->end)
        {
          last->end = MAX (last->end, end);
          return;
        }
    }
  g_array_append_val (marks, ((OutlaySpan){start, end}));
}

static int
compare_marks (gconstpointer a, gconstpointer b)
{
  const OutlaySpan *first = a;
  const OutlaySpan *second = b;

  return first->start == second->start ? 0 : (first->start < second->start ? -1 : 1);
}

/* A line break or a tab inside a sentence is one byte that a space can stand for. */
static char *
cut_out (const char *text, OutlaySpan span)
{
  char *words = g_strndup (text + span.start, span.end - span.start);

  g_strdelimit (words, "\n\r\t\v\f", ' ');
  return words;
}

/* Makes one quote of the finds from @first to before @end, whose sentences overlap. */
static OutlayQuote *
make_quote (guint index, const OutlayArticle *article, const GArray *finds, guint first, guint end)
{
  OutlayQuote *quote = g_new0 (OutlayQuote, 1);
  const Find *head = &g_array_index (finds, Find, first);
  g_autoptr (GArray) marks = g_array_new (FALSE, FALSE, sizeof (OutlaySpan));
  OutlaySpan span = head->quote;

  for (guint i = first; i < end; i++)
    {
      const Find *find = &g_array_index (finds, Find, i);

      span.end = MAX (span.end, find->quote.end);
      quote->fields |= 1u << find->field;
      quote->roles |= find->roles;
      g_array_append_val (marks, find->words);
    }
  g_array_sort (marks, compare_marks);
  quote->claim = index;
  quote->title = head->part == OUTLAY_PART_TITLE;
  quote->text = cut_out (outlay_article_get_part (article, head->part), span);
  quote->marks = g_array_new (FALSE, FALSE, sizeof (OutlaySpan));
  for (guint i = 0; i < marks->len; i++)
    {
      const OutlaySpan *mark = &g_array_index (marks, OutlaySpan, i);

      add_mark (quote->marks, mark->start - span.start, mark->end - span.start);
    }
  return quote;
}

/**
 * outlay_quotes_add:
 * @quotes: (element-type OutlayQuote): the deal's quotes so far
 * @index: of @claim in the deal
 * @article: with its text
 *
 * Adds the sentences of @article that prove @claim, each once, headline first.
 */
void
outlay_quotes_add (GPtrArray *quotes,
                   guint index,
                   const OutlayClaim *claim,
                   const OutlayArticle *article)
{
  g_autoptr (GArray) finds = list_finds (claim, article);
  guint first = 0;

  while (first < finds->len)
    {
      const Find *head = &g_array_index (finds, Find, first);
      gsize reach = head->quote.end;
      guint end = first + 1;

      for (; end < finds->len; end++)
        {
          const Find *next = &g_array_index (finds, Find, end);

          if (next->part != head->part || next->quote.start >= reach)
            break;
          reach = MAX (reach, next->quote.end);
        }
      g_ptr_array_add (quotes, make_quote (index, article, finds, first, end));
      first = end;
    }
}

static void
append_word (GString *words, const char *word)
{
  if (words->len > 0)
    g_string_append (words, C_ ("list", ", "));
  g_string_append (words, word);
}

/**
 * outlay_quote_dup_fields:
 *
 * Returns: (transfer full): what the marked words prove: "amount, recipient".
 */
char *
outlay_quote_dup_fields (const OutlayQuote *quote)
{
  GString *words = g_string_new (NULL);

  for (guint field = 0; field < OUTLAY_N_FIELDS; field++)
    {
      if ((quote->fields & (1u << field)) == 0)
        continue;
      if (field != OUTLAY_FIELD_PARTIES || quote->roles == 0)
        append_word (words, g_dpgettext2 (GETTEXT_PACKAGE, "field, in text", field_words[field]));
      for (guint role = 0; field == OUTLAY_FIELD_PARTIES && role < OUTLAY_N_ROLES; role++)
        {
          if (quote->roles & (1u << role))
            append_word (words, g_dpgettext2 (GETTEXT_PACKAGE, "role, in text", role_words[role]));
        }
    }
  return g_string_free (words, FALSE);
}

static gboolean
load_quotes (OutlayLedger *ledger, const OutlayDealRecord *deal, GPtrArray *quotes, GError **error)
{
  for (guint i = 0; i < deal->claims->len; i++)
    {
      const OutlayDealClaim *claim = outlay_deal_record_get_claim (deal, i);
      g_autoptr (OutlayArticle) article
        = outlay_ledger_get_article (ledger, claim->article_id, error);

      if (article == NULL)
        return FALSE;
      outlay_quotes_add (quotes, i, claim->claim, article);
    }
  return TRUE;
}

static GPtrArray *
load_acts (OutlayLedger *ledger,
           const OutlayDealRecord *deal,
           GCancellable *cancellable,
           GError **error)
{
  GPtrArray *acts = outlay_history_list (ledger, deal->id, 0, cancellable, error);

  for (guint i = acts != NULL ? acts->len : 0; i > 0; i--)
    {
      if (((const OutlayHistoryEntry *)g_ptr_array_index (acts, i - 1))->undone)
        g_ptr_array_remove_index (acts, i - 1);
    }
  return acts;
}

static void
free_words (gpointer data)
{
  OutlayDealWords *words = data;

  g_ptr_array_unref (words->quotes);
  g_clear_pointer (&words->acts, g_ptr_array_unref);
  g_free (words);
}

/**
 * outlay_report_get_need:
 *
 * Returns: of which deals @options print words of the articles, or what the user did to them.
 */
OutlayReportNeed
outlay_report_get_need (const OutlayReportOptions *options)
{
  if (options->layout == OUTLAY_REPORT_BRIEF)
    return outlay_report_options_has (options, OUTLAY_REPORT_PART_QUOTES) ? OUTLAY_REPORT_LARGEST
                                                                          : OUTLAY_REPORT_NONE;
  if (options->layout != OUTLAY_REPORT_DOSSIER
      && !outlay_report_options_has (options, OUTLAY_REPORT_PART_EVIDENCE))
    return OUTLAY_REPORT_NONE;
  return outlay_report_options_has (options, OUTLAY_REPORT_PART_QUOTES)
             || outlay_report_options_has (options, OUTLAY_REPORT_PART_HISTORY)
           ? OUTLAY_REPORT_EVERY
           : OUTLAY_REPORT_NONE;
}

static GPtrArray *
list_needed (GPtrArray *deals, const OutlayReportOptions *options)
{
  g_autoptr (OutlayReportPlan) plan = NULL;
  GPtrArray *needed = g_ptr_array_new ();

  switch (outlay_report_get_need (options))
    {
    case OUTLAY_REPORT_EVERY:
      g_ptr_array_extend (needed, deals, NULL, NULL);
      break;
    case OUTLAY_REPORT_LARGEST:
      plan = outlay_report_plan_new (deals, options);
      for (guint i = 0; i < plan->largest->len; i++)
        g_ptr_array_add (needed, (gpointer)outlay_report_plan_get_deal (
                                   plan, g_array_index (plan->largest, guint, i)));
      break;
    case OUTLAY_REPORT_NONE:
    default:
      break;
    }
  return needed;
}

/**
 * outlay_report_load_words:
 * @deals: (element-type OutlayDealRecord): what is to be printed
 * @options: how; what they print no words of is not read
 * @error: return location for an #OutlayLedgerError, or %G_IO_ERROR_CANCELLED
 *
 * Reads the articles of @deals one after the other and keeps the sentences that prove something,
 * and what the user did to the deals. Waits for the disk; to be called off the main thread.
 *
 * Returns: (transfer full) (nullable): what outlay_report_new() takes: of each deal, by its id, the
 *   words.
 */
GHashTable *
outlay_report_load_words (OutlayLedger *ledger,
                          GPtrArray *deals,
                          const OutlayReportOptions *options,
                          GCancellable *cancellable,
                          GError **error)
{
  g_autoptr (GHashTable) result
    = g_hash_table_new_full (g_int64_hash, g_int64_equal, g_free, free_words);
  g_autoptr (GPtrArray) needed = list_needed (deals, options);

  for (guint i = 0; i < needed->len; i++)
    {
      const OutlayDealRecord *deal = g_ptr_array_index (needed, i);
      OutlayDealWords *words = g_new0 (OutlayDealWords, 1);

      words->quotes = g_ptr_array_new_with_free_func ((GDestroyNotify)outlay_quote_free);
      words->acts = load_acts (ledger, deal, cancellable, error);
      g_hash_table_replace (result, g_memdup2 (&deal->id, sizeof deal->id), words);
      if (words->acts == NULL || g_cancellable_set_error_if_cancelled (cancellable, error)
          || !load_quotes (ledger, deal, words->quotes, error))
        return NULL;
    }
  return g_steal_pointer (&result);
}
