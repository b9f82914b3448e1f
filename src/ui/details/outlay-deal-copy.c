/* SPDX-License-Identifier: GPL-3.0-or-later */
/* A card in the clipboard: as text for a mail or a note, as HTML for whatever takes that. */
#define G_LOG_DOMAIN "outlay-ui"

#include "outlay-deal-copy.h"

#include <glib/gi18n.h>
#include <string.h>

#include "base/format/outlay-format-private.h"
#include "base/format/outlay-format.h"
#include "outlay-deal-words.h"
#include "outlay-field-quote.h"
#include "outlay-quotes-load.h"
#include "ui/toast/outlay-toast-overlay.h"

static void
append_escaped (GString *html, const char *text, gsize length)
{
  g_autofree char *escaped = g_markup_escape_text (text, (gssize)length);

  g_string_append (html, escaped);
}

static void
append_element (GString *html, const char *before, const char *text, const char *after)
{
  g_string_append (html, before);
  append_escaped (html, text, strlen (text));
  g_string_append (html, after);
}

static void
append_field (GString *html, const OutlayFields *fields, OutlayField field)
{
  g_autofree char *value = outlay_format_field_value (fields, field);

  if (*value == '\0')
    return;
  append_element (html, "<tr><th scope=\"row\" align=\"left\">", outlay_format_field (field),
                  "</th>");
  append_element (html, "<td>", value, "</td></tr>\n");
}

/* The words that prove the field are strong. */
static void
append_words (GString *html, const OutlayFieldQuote *quote)
{
  gsize at = 0;

  for (guint i = 0; i < quote->marks->len; i++)
    {
      const OutlaySpan *mark = &g_array_index (quote->marks, OutlaySpan, i);

      append_escaped (html, quote->text + at, mark->start - at);
      g_string_append (html, "<b>");
      append_escaped (html, quote->text + mark->start, mark->end - mark->start);
      g_string_append (html, "</b>");
      at = mark->end;
    }
  append_escaped (html, quote->text + at, strlen (quote->text + at));
}

static void
append_quote (GString *html, const OutlayFieldQuote *quote)
{
  g_autofree char *origin = outlay_field_quote_dup_origin (quote);
  g_autofree char *source = outlay_format_labelled (outlay_format_field (quote->field), origin);

  g_string_append (html, "<blockquote");
  if (*quote->article->lang != '\0')
    append_element (html, " lang=\"", quote->article->lang, "\"");
  g_string_append (html, ">");
  append_words (html, quote);
  append_element (html, "<br><small>", source, "</small></blockquote>\n");
}

/**
 * outlay_deal_copy_dup_html:
 * @quotes: (element-type OutlayFieldQuote): the words that prove it
 *
 * Returns: (transfer full): the card as a piece of HTML: who and whom, the amount, a table of the
 *   fields, and the quotes in their languages.
 */
char *
outlay_deal_copy_dup_html (const OutlayDealRecord *deal, GPtrArray *quotes)
{
  GString *html = g_string_new (NULL);
  g_autofree char *title = outlay_deal_words_dup_title (&deal->fields);
  g_autofree char *amount = outlay_format_money (&deal->fields.amount);

  append_element (html, "<h3>", title, "</h3>\n");
  append_element (html, "<p><b>", amount, "</b></p>\n<table>\n");
  for (guint field = 0; field < OUTLAY_N_FIELDS; field++)
    {
      if (field != OUTLAY_FIELD_PARTIES && field != OUTLAY_FIELD_AMOUNT)
        append_field (html, &deal->fields, (OutlayField)field);
    }
  g_string_append (html, "</table>\n");
  for (guint i = 0; i < quotes->len; i++)
    append_quote (html, g_ptr_array_index (quotes, i));
  return g_string_free (html, FALSE);
}

static void
set_clipboard (GtkWidget *widget, const char *text, const char *html)
{
  g_autoptr (GBytes) bytes = g_bytes_new (html, strlen (html));
  GdkContentProvider *both[] = {
    gdk_content_provider_new_for_bytes ("text/html", bytes),
    gdk_content_provider_new_typed (G_TYPE_STRING, text),
  };
  g_autoptr (GdkContentProvider) content
    = gdk_content_provider_new_union (both, G_N_ELEMENTS (both));

  gdk_clipboard_set_content (gtk_widget_get_clipboard (widget), content);
}

/**
 * outlay_deal_copy:
 * @widget: whose clipboard it is
 * @quotes: (element-type OutlayFieldQuote): the words that prove it
 *
 * Puts the card into the clipboard, as text and as HTML; whoever takes it takes what it can.
 */
void
outlay_deal_copy (GtkWidget *widget, const OutlayDealRecord *deal, GPtrArray *quotes)
{
  g_autofree char *text = outlay_deal_words_dup_text (deal, quotes);
  g_autofree char *html = outlay_deal_copy_dup_html (deal, quotes);

  set_clipboard (widget, text, html);
}

typedef struct
{
  GtkWidget *widget;
  OutlayLedger *ledger;
  GPtrArray *records;
  guint n_done;
  GString *text;
  GString *html;
} Copy;

static void
copy_free (Copy *copy)
{
  g_object_unref (copy->widget);
  g_object_unref (copy->ledger);
  g_ptr_array_unref (copy->records);
  g_string_free (copy->text, TRUE);
  g_string_free (copy->html, TRUE);
  g_free (copy);
}

G_DEFINE_AUTOPTR_CLEANUP_FUNC (Copy, copy_free)

static void
tell (Copy *copy, const char *words)
{
  if (gtk_widget_get_root (copy->widget) != NULL)
    outlay_toast_show (copy->widget, words, NULL, NULL, NULL);
}

static void
append (Copy *copy, GPtrArray *quotes)
{
  const OutlayDealRecord *deal = g_ptr_array_index (copy->records, copy->n_done++);
  g_autofree char *text = outlay_deal_words_dup_text (deal, quotes);
  g_autofree char *html = outlay_deal_copy_dup_html (deal, quotes);

  g_string_append_printf (copy->text, "%s%s", copy->text->len > 0 ? "\n" : "", text);
  g_string_append (copy->html, html);
}

static void load_next (Copy *copy);

static void
loaded_cb (GObject *ledger, GAsyncResult *result, gpointer data)
{
  g_autoptr (Copy) copy = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) quotes = outlay_field_quotes_load_finish (result, &error);

  if (quotes == NULL)
    {
      g_autofree char *words = outlay_format_fill (_ ("The card was not copied. {reason}"),
                                                   "reason", error->message, NULL);

      tell (copy, words);
      return;
    }
  append (copy, quotes);
  load_next (g_steal_pointer (&copy));
}

/* The words of one deal after the other; when all are there, they are copied at once. */
static void
load_next (Copy *copy)
{
  guint count = copy->records->len;

  if (copy->n_done < count)
    {
      outlay_field_quotes_load_async (G_OBJECT (copy->ledger),
                                      g_ptr_array_index (copy->records, copy->n_done), copy->ledger,
                                      NULL, loaded_cb, copy);
      return;
    }
  g_autofree char *several
    = g_strdup_printf (ngettext ("%u card was copied.", "%u cards were copied.", count), count);
  set_clipboard (copy->widget, copy->text->str, copy->html->str);
  tell (copy, count == 1 ? _ ("The card was copied.") : several);
  copy_free (copy);
}

/**
 * outlay_deal_copy_load:
 * @widget: whose clipboard it is; it tells when the cards are there
 * @ledger: where the articles are
 * @deals: (element-type OutlayDeal): the deals
 *
 * Reads the words that prove each of @deals in a worker thread and then does as
 * outlay_deal_copy() for all of them together.
 */
void
outlay_deal_copy_load (GtkWidget *widget, OutlayLedger *ledger, GPtrArray *deals)
{
  Copy *copy = g_new0 (Copy, 1);

  copy->widget = g_object_ref (widget);
  copy->ledger = g_object_ref (ledger);
  copy->records = g_ptr_array_new_with_free_func ((GDestroyNotify)outlay_deal_record_unref);
  copy->text = g_string_new (NULL);
  copy->html = g_string_new (NULL);
  for (guint i = 0; i < deals->len; i++)
    g_ptr_array_add (copy->records, outlay_deal_record_ref (
                                      outlay_deal_get_record (g_ptr_array_index (deals, i))));
  load_next (copy);
}
