/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-tests"

#include <string.h>

#include "base/outlay-base.h"
#include "fixture/fixture.h"
#include "ui/article/outlay-article-flow.h"
#include "ui/article/outlay-article-view.h"
#include "ui/details/outlay-conflict-box.h"
#include "ui/details/outlay-deal-copy.h"
#include "ui/details/outlay-details.h"
#include "ui/details/outlay-excerpt.h"
#include "ui/details/outlay-field-row.h"
#include "ui/details/outlay-quote-button.h"
#include "widgets.h"

typedef struct
{
  OutlayDealRecord *deal;
  GPtrArray *articles;
} Case;

static void
case_clear (Case *self)
{
  outlay_deal_record_unref (self->deal);
  g_ptr_array_unref (self->articles);
}

G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (Case, case_clear)

static void
case_init (Case *self)
{
  self->deal = outlay_deal_record_new ();
  self->deal->id = 7;
  self->articles = g_ptr_array_new_with_free_func ((GDestroyNotify)outlay_article_unref);
  outlay_fields_add_party (&self->deal->fields, OUTLAY_ROLE_INVESTOR, "Amazon");
  outlay_fields_add_party (&self->deal->fields, OUTLAY_ROLE_RECIPIENT, "US government");
}

static OutlayMoney
dollars (gint64 units)
{
  OutlayMoney money = OUTLAY_MONEY_INIT;

  g_strlcpy (money.currency, "USD", sizeof money.currency);
  money.high = units * OUTLAY_MONEY_UNIT;
  return money;
}

/* Adds an article in which @words prove @field. */
static OutlayClaim *
case_add (Case *self, const char *lang, const char *text, OutlayField field, const char *words)
{
  OutlayArticle *article = outlay_article_new ();
  OutlayArticle *bare = outlay_article_new ();
  OutlayClaim *claim = outlay_claim_new ();
  gint64 id = self->articles->len + 1;
  gsize start = (gsize)(strstr (text, words) - text);

  g_free (article->text);
  article->text = g_strdup (text);
  g_free (article->lang);
  article->lang = g_strdup (lang);
  article->title = g_strdup ("A title");
  bare->title = g_strdup ("A title");
  g_free (bare->lang);
  bare->lang = g_strdup (lang);
  bare->source = g_strdup_printf ("source%d.example", (int)id);
  bare->published = outlay_date_day (2025, 11, 24);
  outlay_claim_add_evidence (claim, field, 0, OUTLAY_PART_TEXT,
                             (OutlaySpan){start, start + strlen (words)}, NULL);
  g_ptr_array_add (self->articles, article);
  g_ptr_array_add (self->deal->claims,
                   outlay_deal_claim_new (id, id, outlay_claim_ref (claim), bare));
  outlay_claim_unref (claim);
  return claim;
}

static GtkWidget *
show_case (Case *self, GtkWindow **window)
{
  GtkWidget *details = outlay_details_new ();

  *window = widgets_show (details, 384, 800);
  outlay_details_set_deal (OUTLAY_DETAILS (details), self->deal, NULL);
  outlay_details_set_articles (OUTLAY_DETAILS (details), self->articles);
  gtk_test_widget_wait_for_draw (details);
  return details;
}

static void
case_with_amount (Case *self)
{
  OutlayClaim *claim;

  case_init (self);
  self->deal->fields.amount = dollars (50000000000);
  self->deal->chosen[OUTLAY_FIELD_AMOUNT] = 0;
  claim = case_add (self, "vi", "Xin chào. Amazon sẽ đầu tư tới 50 tỷ USD để mở rộng. Hết.",
                    OUTLAY_FIELD_AMOUNT, "đầu tư tới 50 tỷ USD");
  claim->fields.amount = dollars (50000000000);
}

static void
test_quote_words (void)
{
  g_auto (Case) deal = {0};
  GtkWindow *window;
  GtkWidget *details, *button;
  OutlayFieldQuote *quote;
  g_autofree char *marked = NULL;
  OutlaySpan mark;

  case_with_amount (&deal);
  details = show_case (&deal, &window);
  button = widgets_find (details, OUTLAY_TYPE_QUOTE_BUTTON, 0);
  g_assert_nonnull (button);
  quote = outlay_quote_button_get_quote (OUTLAY_QUOTE_BUTTON (button));
  g_assert_cmpstr (outlay_quote_button_get_text (OUTLAY_QUOTE_BUTTON (button)), ==,
                   "Amazon sẽ đầu tư tới 50 tỷ USD để mở rộng.");
  g_assert_cmpuint (quote->marks->len, ==, 1);
  mark = g_array_index (quote->marks, OutlaySpan, 0);
  marked = g_strndup (quote->text + mark.start, mark.end - mark.start);
  g_assert_cmpstr (marked, ==, "đầu tư tới 50 tỷ USD");
  g_assert_true (widgets_have_text (details, "source1.example · 24 Nov 2025"));
  g_assert_true (widgets_have_text (details, "$50 billion"));
  g_assert_true (widgets_have_text (details, "Amazon → US government"));
  g_assert_true (widgets_have_text (details, "1 article, 1 source"));
  widgets_assert_named (details);
  gtk_window_destroy (window);
}

/* Each status has a sign that there is. */
static void
test_signs (void)
{
  g_autoptr (GtkIconTheme) theme = gtk_icon_theme_new ();
  guint n_signs = 0;

  gtk_icon_theme_add_resource_path (theme, "/io/github/outlay/Outlay/icons");
  for (guint status = 0; status < OUTLAY_N_STATUSES; status++)
    {
      g_auto (Case) deal = {0};
      GtkWindow *window;
      GtkWidget *details;

      case_with_amount (&deal);
      deal.deal->fields.status = (OutlayStatus)status;
      details = show_case (&deal, &window);
      for (guint i = 0; i < widgets_count (details, GTK_TYPE_IMAGE); i++)
        {
          GtkImage *image = GTK_IMAGE (widgets_find (details, GTK_TYPE_IMAGE, i));
          const char *name = gtk_image_get_icon_name (image);

          if (name == NULL || !g_str_has_prefix (name, "outlay-status-"))
            continue;
          g_assert_true (gtk_icon_theme_has_icon (theme, name));
          n_signs++;
        }
      gtk_window_destroy (window);
    }
  g_assert_cmpuint (n_signs, ==, OUTLAY_N_STATUSES);
}

static void
opened_cb (OutlayDetails *details, OutlayFieldQuote *quote, gpointer data)
{
  OutlayFieldQuote **opened = data;

  *opened = outlay_field_quote_ref (quote);
}

static void
test_click_opens (void)
{
  g_auto (Case) deal = {0};
  g_autoptr (OutlayFieldQuote) opened = NULL;
  GtkWindow *window;
  GtkWidget *details;
  OutlaySpan span;

  case_with_amount (&deal);
  details = show_case (&deal, &window);
  g_signal_connect (details, "open-evidence", G_CALLBACK (opened_cb), &opened);
  widgets_click (widgets_find (details, OUTLAY_TYPE_QUOTE_BUTTON, 0));
  g_assert_nonnull (opened);
  g_assert_cmpint (opened->article_id, ==, 1);
  g_assert_cmpint (opened->part, ==, OUTLAY_PART_TEXT);
  span = g_array_index (opened->spans, OutlaySpan, 0);
  g_assert_true (g_str_has_prefix (((OutlayArticle *)deal.articles->pdata[0])->text + span.start,
                                   "đầu tư tới 50 tỷ USD để"));
  g_assert_cmpuint (span.end - span.start, ==, strlen ("đầu tư tới 50 tỷ USD"));
  gtk_window_destroy (window);
}

static void
test_conflict (void)
{
  g_auto (Case) deal = {0};
  g_autoptr (OutlayFieldQuote) opened = NULL;
  GtkWindow *window;
  GtkWidget *details, *box;
  OutlayClaim *claim;

  case_with_amount (&deal);
  claim = case_add (&deal, "fr", "Une enveloppe de 60 milliards de dollars.", OUTLAY_FIELD_AMOUNT,
                    "60 milliards de dollars");
  claim->fields.amount = dollars (60000000000);
  deal.deal->conflicts = 1u << OUTLAY_FIELD_AMOUNT;
  details = show_case (&deal, &window);
  box = widgets_find (details, OUTLAY_TYPE_CONFLICT_BOX, 0);
  g_assert_nonnull (box);
  g_assert_true (widgets_have_text (box, "The articles disagree on the amount"));
  g_assert_true (widgets_have_text (box, "$60 billion"));
  g_assert_true (widgets_have_text (box, "fr · 1 article"));
  g_assert_true (
    widgets_have_text (details, "source2.example · 24 Nov 2025 · read as $60 billion"));
  g_signal_connect (details, "open-evidence", G_CALLBACK (opened_cb), &opened);
  widgets_click (widgets_find (box, GTK_TYPE_BUTTON, 1));
  g_assert_cmpint (opened->article_id, ==, 2);
  widgets_assert_named (details);
  gtk_window_destroy (window);
}

static void
test_more_quotes (void)
{
  g_auto (Case) deal = {0};
  GtkWindow *window;
  GtkWidget *details, *more, *row;
  guint at = 0;

  case_init (&deal);
  deal.deal->fields.capacity = (OutlayCapacity){1300000, OUTLAY_QUALIFIER_ABOUT};
  for (guint i = 0; i < 3; i++)
    case_add (&deal, "en", "They add 1.3 gigawatts of it.", OUTLAY_FIELD_CAPACITY, "1.3 gigawatts");
  details = show_case (&deal, &window);
  g_assert_cmpuint (widgets_count (details, OUTLAY_TYPE_QUOTE_BUTTON), ==, 1);
  do
    more = widgets_find (details, GTK_TYPE_TOGGLE_BUTTON, at++);
  while (!gtk_widget_has_css_class (more, "more-quotes") || !gtk_widget_get_visible (more));
  g_assert_cmpstr (gtk_button_get_label (GTK_BUTTON (more)), ==, "+ 2");
  gtk_toggle_button_set_active (GTK_TOGGLE_BUTTON (more), TRUE);
  g_assert_cmpuint (widgets_count (details, OUTLAY_TYPE_QUOTE_BUTTON), ==, 3);
  row = gtk_widget_get_ancestor (more, OUTLAY_TYPE_FIELD_ROW);
  g_assert_true (
    gtk_revealer_get_reveal_child (GTK_REVEALER (widgets_find (row, GTK_TYPE_REVEALER, 0))));
  gtk_window_destroy (window);
}

static void
starred_cb (OutlayDetails *details, gboolean starred, gpointer data)
{
  *(int *)data += starred ? 1 : 10;
}

static void
test_star (void)
{
  g_auto (Case) deal = {0};
  GtkWindow *window;
  GtkWidget *details;
  int told = 0;

  case_with_amount (&deal);
  details = show_case (&deal, &window);
  g_signal_connect (details, "star-toggled", G_CALLBACK (starred_cb), &told);
  outlay_details_set_starred (OUTLAY_DETAILS (details), TRUE);
  g_assert_cmpint (told, ==, 0);
  gtk_toggle_button_set_active (
    GTK_TOGGLE_BUTTON (widgets_find (details, GTK_TYPE_TOGGLE_BUTTON, 0)), FALSE);
  g_assert_cmpint (told, ==, 10);
  gtk_window_destroy (window);
}

static void
test_hostile (void)
{
  static const char *const texts[] = {
    "<b>Amazon</b> &amp; <span size='1'>50 tỷ USD</span> <a href=\"x\">y</a>.",
    "قالت أمازون إنها ستستثمر 50 tỷ USD في مراكز البيانات \xe2\x80\xae abc.",
    "Z\xcc\xb5\xcc\x95\xcc\x81\xcc\xb5 a\xcc\x81\xcc\x82\xcc\x83\xcc\x84 50 tỷ USD e\xcc\x81.",
    "\xef\xbf\xbc\x01\x02 50 tỷ USD \xf0\x9f\x91\xa9\xe2\x80\x8d\xf0\x9f\x91\xa7 %s %n {date}.",
  };

  for (guint i = 0; i < G_N_ELEMENTS (texts); i++)
    {
      g_auto (Case) deal = {0};
      GtkWindow *window;
      GtkWidget *details, *button;

      case_init (&deal);
      deal.deal->fields.amount = dollars (50000000000);
      case_add (&deal, "vi", texts[i], OUTLAY_FIELD_AMOUNT, "50 tỷ USD");
      details = show_case (&deal, &window);
      button = widgets_find (details, OUTLAY_TYPE_QUOTE_BUTTON, 0);
      g_assert_cmpstr (outlay_quote_button_get_text (OUTLAY_QUOTE_BUTTON (button)), ==, texts[i]);
      gtk_window_destroy (window);
    }
}

static void
test_long_paragraph (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_auto (Case) deal = {0};
  GtkWindow *window;
  GtkWidget *details;
  OutlayFieldQuote *quote;
  OutlaySpan mark;

  for (guint i = 0; i < 5000; i++)
    g_string_append (text, i == 2500 ? "50 tỷ USD " : "không dấu chấm ");
  case_init (&deal);
  deal.deal->fields.amount = dollars (50000000000);
  case_add (&deal, "vi", text->str, OUTLAY_FIELD_AMOUNT, "50 tỷ USD");
  details = show_case (&deal, &window);
  quote = g_ptr_array_index (outlay_details_get_quotes (OUTLAY_DETAILS (details)), 0);
  mark = g_array_index (quote->marks, OutlaySpan, 0);
  g_assert_cmpint (g_utf8_strlen (quote->text, -1), <, 300);
  g_assert_true (g_str_has_prefix (quote->text, "… "));
  g_assert_true (g_str_has_suffix (quote->text, " …"));
  g_assert_true (g_str_has_prefix (quote->text + mark.start, "50 tỷ USD"));
  gtk_window_destroy (window);
}

static void
test_excerpt_clusters (void)
{
  g_autoptr (GString) text = g_string_new (NULL);
  g_autoptr (GArray) spans = g_array_new (FALSE, FALSE, sizeof (OutlaySpan));
  g_autoptr (GArray) marks = g_array_new (FALSE, FALSE, sizeof (OutlaySpan));
  g_autofree char *excerpt = NULL;
  OutlaySpan span;

  /* No space anywhere: cuts may only fall before a base character. */
  for (guint i = 0; i < 1000; i++)
    g_string_append (text, "o\xcc\x82\xcc\x81");
  span = (OutlaySpan){2500, 2510};
  g_array_append_val (spans, span);
  excerpt = outlay_excerpt_make (text->str, (OutlaySpan){0, text->len}, spans, marks);
  g_assert_true (g_str_has_prefix (excerpt, "… o\xcc\x82\xcc\x81o"));
  g_assert_true (g_str_has_suffix (excerpt, "o\xcc\x82\xcc\x81 …"));
  g_assert_cmpuint (marks->len, ==, 1);
}

/* Whether the article begins with the tag of its language. */
static gboolean
is_tagged (GtkWidget *view, const char *lang)
{
  GtkTextView *text = GTK_TEXT_VIEW (widgets_find (view, GTK_TYPE_TEXT_VIEW, 0));
  g_autofree char *begin = g_strdup_printf ("\302\240%s\302\240", lang);
  g_autofree char *shown = NULL;

  g_object_get (gtk_text_view_get_buffer (text), "text", &shown, NULL);
  return g_str_has_prefix (shown, begin);
}

static void
test_article_marks (void)
{
  g_auto (Case) deal = {0};
  g_autoptr (GPtrArray) quotes = NULL;
  g_autoptr (GPtrArray) marked = NULL;
  g_autoptr (GPtrArray) chosen = NULL;
  GtkWidget *view = outlay_article_view_new ();
  GtkWindow *window = widgets_show (view, 600, 600);
  OutlayArticle *article;

  case_with_amount (&deal);
  article = g_ptr_array_index (deal.articles, 0);
  outlay_claim_add_evidence (outlay_deal_record_get_claim (deal.deal, 0)->claim,
                             OUTLAY_FIELD_PARTIES, 0, OUTLAY_PART_TITLE, (OutlaySpan){2, 7}, NULL);
  quotes = outlay_field_quotes_find (deal.deal, deal.articles);
  g_assert_cmpuint (quotes->len, ==, 2);
  outlay_article_view_open (OUTLAY_ARTICLE_VIEW (view), NULL, 1, quotes, quotes->pdata[1]);
  outlay_article_view_set_article (OUTLAY_ARTICLE_VIEW (view), 1, article);
  marked = outlay_article_view_list_marked (OUTLAY_ARTICLE_VIEW (view), FALSE);
  chosen = outlay_article_view_list_marked (OUTLAY_ARTICLE_VIEW (view), TRUE);
  g_assert_cmpuint (marked->len, ==, 2);
  g_assert_cmpstr (marked->pdata[0], ==, "title");
  g_assert_cmpstr (marked->pdata[1], ==, "đầu tư tới 50 tỷ USD");
  g_assert_cmpuint (chosen->len, ==, 1);
  g_assert_cmpstr (chosen->pdata[0], ==, "đầu tư tới 50 tỷ USD");
  g_assert_true (widgets_have_text (view, "Evidence 1 of 1 for the amount"));
  g_assert_true (is_tagged (view, "vi"));
  widgets_assert_named (view);
  gtk_window_destroy (window);
}

static void
test_flow (void)
{
  g_autoptr (GString) text = g_string_new ("Short.\n\n");
  g_autoptr (GArray) breaks = g_array_new (FALSE, FALSE, sizeof (gsize));
  g_autofree char *flow = NULL;

  for (guint i = 0; i < 9000; i++)
    g_string_append (text, "文");
  flow = outlay_article_flow_make (text->str, breaks);
  g_assert_true (g_utf8_validate (flow, -1, NULL));
  g_assert_cmpuint (breaks->len, >=, 2);
  g_assert_cmpuint (strlen (flow), ==, text->len + breaks->len);
  for (gsize at = 8; at < text->len; at += 3)
    g_assert_true (g_str_has_prefix (flow + outlay_article_flow_map (breaks, at), "文"));
}

static gboolean
has_quotes (gpointer data)
{
  return outlay_details_get_quotes (data)->len > 0;
}

static gboolean
has_article (gpointer data)
{
  return outlay_article_view_get_article_id (data) != 0;
}

static void
test_ledger (void)
{
  g_autofree char *folder = fixture_make_folder ();
  g_autoptr (OutlayLedger) ledger = fixture_open_filled_ledger (folder);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) deals = outlay_ledger_list_deals (ledger, NULL, &error);
  OutlayDetails *details = OUTLAY_DETAILS (outlay_details_new ());
  OutlayArticleView *view = OUTLAY_ARTICLE_VIEW (outlay_article_view_new ());
  GtkWidget *box = gtk_box_new (GTK_ORIENTATION_HORIZONTAL, 0);
  GtkWindow *window;
  g_autoptr (GPtrArray) chosen = NULL;

  g_assert_no_error (error);
  gtk_widget_set_hexpand (GTK_WIDGET (view), TRUE);
  gtk_widget_set_size_request (GTK_WIDGET (details), 384, -1);
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (details));
  gtk_box_append (GTK_BOX (box), GTK_WIDGET (view));
  window = widgets_show (box, 1000, 700);
  for (guint i = 0; i < deals->len; i++)
    {
      OutlayFieldQuote *quote;
      g_autofree char *name = g_strdup_printf ("details-%u.png", i);

      outlay_details_set_deal (details, deals->pdata[i], ledger);
      g_assert_true (widgets_wait (has_quotes, details));
      quote = g_ptr_array_index (outlay_details_get_quotes (details), 0);
      outlay_article_view_open (view, ledger, quote->article_id,
                                outlay_details_get_quotes (details), quote);
      g_assert_true (widgets_wait (has_article, view));
      widgets_save_picture (window, name);
    }
  chosen = outlay_article_view_list_marked (view, TRUE);
  gtk_window_destroy (window);
  g_clear_object (&ledger);
  fixture_remove_folder (g_steal_pointer (&folder));
}

static void
text_read_cb (GObject *clipboard, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;

  *(char **)data = gdk_clipboard_read_text_finish (GDK_CLIPBOARD (clipboard), result, &error);
  g_assert_no_error (error);
}

static void
html_spliced_cb (GObject *stream, GAsyncResult *result, gpointer data)
{
  GMemoryOutputStream *memory = G_MEMORY_OUTPUT_STREAM (stream);
  g_autoptr (GError) error = NULL;

  g_output_stream_splice_finish (G_OUTPUT_STREAM (stream), result, &error);
  g_assert_no_error (error);
  *(char **)data = g_strndup (g_memory_output_stream_get_data (memory),
                              g_memory_output_stream_get_data_size (memory));
}

/* The content is written by the main loop, so that reading must not wait for it. */
static void
html_read_cb (GObject *clipboard, GAsyncResult *result, gpointer data)
{
  g_autoptr (GError) error = NULL;
  const char *type = NULL;
  g_autoptr (GInputStream) stream
    = gdk_clipboard_read_finish (GDK_CLIPBOARD (clipboard), result, &type, &error);
  g_autoptr (GOutputStream) memory = g_memory_output_stream_new_resizable ();

  g_assert_no_error (error);
  g_assert_cmpstr (type, ==, "text/html");
  g_output_stream_splice_async (memory, stream, G_OUTPUT_STREAM_SPLICE_NONE, G_PRIORITY_DEFAULT,
                                NULL, html_spliced_cb, data);
}

static gboolean
is_there (gpointer data)
{
  return *(char **)data != NULL;
}

static void
test_copy (void)
{
  static const char *const html_types[] = {"text/html", NULL};
  g_autofree char *folder = fixture_make_folder ();
  g_autoptr (OutlayLedger) ledger = fixture_open_filled_ledger (folder);
  g_autoptr (GPtrArray) deals = outlay_ledger_list_deals (ledger, NULL, NULL);
  const OutlayDealRecord *deal = g_ptr_array_index (deals, 0);
  GtkWidget *details = outlay_details_new ();
  GtkWindow *window = widgets_show (details, 400, 700);
  GdkClipboard *clipboard = gtk_widget_get_clipboard (details);
  g_autofree char *amount = outlay_format_money (&deal->fields.amount);
  g_autofree char *text = NULL;
  g_autofree char *html = NULL;

  outlay_details_set_deal (OUTLAY_DETAILS (details), deals->pdata[0], ledger);
  g_assert_true (widgets_wait (has_quotes, details));
  gtk_widget_activate_action (details, "details.copy", NULL);
  gdk_clipboard_read_text_async (clipboard, NULL, text_read_cb, &text);
  g_assert_true (widgets_wait (is_there, &text));
  gdk_clipboard_read_async (clipboard, (const char **)html_types, G_PRIORITY_DEFAULT, NULL,
                            html_read_cb, &html);
  g_assert_true (widgets_wait (is_there, &html));
  g_assert_nonnull (strstr (text, amount));
  g_assert_nonnull (strstr (html, amount));
  g_assert_null (strstr (text, "<b>"));
  g_assert_nonnull (strstr (html, "<blockquote lang="));
  g_assert_nonnull (strstr (html, "<th scope=\"row\""));
  for (guint i = 0; i < deal->fields.parties->len; i++)
    g_assert_nonnull (strstr (html, outlay_fields_get_party (&deal->fields, i)->name));
  gtk_window_destroy (window);
  g_clear_object (&ledger);
  fixture_remove_folder (g_steal_pointer (&folder));
}

static void
test_copy_escapes (void)
{
  g_autoptr (OutlayDealRecord) deal = outlay_deal_record_new ();
  g_autoptr (GPtrArray) quotes = g_ptr_array_new ();
  g_autofree char *html = NULL;

  outlay_fields_add_party (&deal->fields, OUTLAY_ROLE_INVESTOR, "<b>Acme</b> & Sons");
  html = outlay_deal_copy_dup_html (deal, quotes);
  g_assert_nonnull (strstr (html, "&lt;b&gt;Acme&lt;/b&gt; &amp; Sons"));
}

int
main (int argc, char **argv)
{
  gtk_test_init (&argc, &argv, NULL);
  g_test_add_func ("/details/a quote shows the sentence with the very words of the evidence",
                   test_quote_words);
  g_test_add_func ("/details/each status has its sign", test_signs);
  g_test_add_func ("/details/a click on a quote tells the article and the span", test_click_opens);
  g_test_add_func ("/details/a conflict leads, and each value opens an article that gives it",
                   test_conflict);
  g_test_add_func ("/details/of the lesser fields one quote is open and the others a click away",
                   test_more_quotes);
  g_test_add_func ("/details/only the user's own star is told", test_star);
  g_test_add_func ("/details/markup, right-to-left text and marks are shown as they are",
                   test_hostile);
  g_test_add_func ("/details/a long sentence is shortened about the words", test_long_paragraph);
  g_test_add_func ("/details/a cut never parts a letter from its marks", test_excerpt_clusters);
  g_test_add_func ("/article/the words of the deal are marked and the chosen ones apart",
                   test_article_marks);
  g_test_add_func ("/article/an overlong paragraph is broken up and places still hold", test_flow);
  g_test_add_func ("/details/deals of a ledger show the words of their articles", test_ledger);
  g_test_add_func ("/details/a card is copied as text and as HTML", test_copy);
  g_test_add_func ("/details/what is copied as HTML is escaped", test_copy_escapes);
  return g_test_run ();
}
