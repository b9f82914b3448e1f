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
  g_autoptr (GBytes) bytes = g_bytes_new (html, strlen (html));
  GdkContentProvider *both[] = {
    gdk_content_provider_new_for_bytes ("text/html", bytes),
    gdk_content_provider_new_typed (G_TYPE_STRING, text),
  };
  g_autoptr (GdkContentProvider) content
    = gdk_content_provider_new_union (both, G_N_ELEMENTS (both));

  gdk_clipboard_set_content (gtk_widget_get_clipboard (widget), content);
}

typedef struct
{
  GtkWidget *widget;
  OutlayDealRecord *deal;
} Copy;

static void
loaded_cb (GObject *ledger, GAsyncResult *result, gpointer data)
{
  Copy *copy = data;
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) quotes = outlay_field_quotes_load_finish (result, &error);
  g_autofree char *reason = error != NULL
                              ? outlay_format_fill (_ ("The card was not copied. {reason}"),
                                                    "reason", error->message, NULL)
                              : NULL;

  if (quotes != NULL)
    outlay_deal_copy (copy->widget, copy->deal, quotes);
  if (gtk_widget_get_root (copy->widget) != NULL)
    outlay_toast_show (copy->widget, reason != NULL ? reason : _ ("The card was copied."), NULL,
                       NULL, NULL);
  g_object_unref (copy->widget);
  outlay_deal_record_unref (copy->deal);
  g_free (copy);
}

/**
 * outlay_deal_copy_load:
 * @widget: whose clipboard it is; it tells when the card is there
 * @ledger: where the articles are
 *
 * Reads the words that prove @deal in a worker thread and then does as outlay_deal_copy().
 */
void
outlay_deal_copy_load (GtkWidget *widget, OutlayLedger *ledger, OutlayDealRecord *deal)
{
  Copy *copy = g_new0 (Copy, 1);

  copy->widget = g_object_ref (widget);
  copy->deal = outlay_deal_record_ref (deal);
  outlay_field_quotes_load_async (G_OBJECT (ledger), deal, ledger, NULL, loaded_cb, copy);
}
