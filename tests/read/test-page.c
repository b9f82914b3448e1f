/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <string.h>

#include "read/outlay-read.h"

#define FIRST                                                                                      \
  "The port council will lease its empty silos to a computing firm, which pays nine million "      \
  "dollars over ten years, the mayor said on Monday."
#define SECOND                                                                                     \
  "Work starts in June, and the first hall should be in use by the end of the year, according to " \
  "the firm, which runs two sites in the region."
#define THIRD                                                                                      \
  "The county adds two million dollars for the road, a sum that some members of the council "      \
  "called too high for what it brings."

static OutlayArticle *
read_page (const char *markup, gsize length)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GBytes) bytes = g_bytes_new (markup, length);
  g_autoptr (GPtrArray) articles = outlay_read_bytes (bytes, "page.html", NULL, &error);

  g_assert_no_error (error);
  g_assert_cmpuint (articles->len, ==, 1);
  return outlay_article_ref (g_ptr_array_index (articles, 0));
}

static OutlayArticle *
read_body (const char *head, const char *body)
{
  g_autofree char *markup = g_strconcat ("<!DOCTYPE html><html><head>", head, "</head><body>", body,
                                         "</body></html>", NULL);

  return read_page (markup, strlen (markup));
}

static void
assert_day (const OutlayArticle *article, const char *day)
{
  g_autofree char *found = outlay_date_is_set (article->published)
                             ? outlay_date_to_string (article->published)
                             : g_strdup ("");

  g_assert_cmpstr (found, ==, day);
}

static void
test_main_text (void)
{
  g_autoptr (OutlayArticle) article = read_body (
    "<title>Port leases silos | The Harbour Paper</title>",
    "<nav><ul><li><a href=/>Home</a></li><li><a href=/n>News</a></li></ul></nav>"
    "<div class=cookie-banner>We use cookies to make this site better, and so do our partners, of "
    "whom there are many.</div>"
    "<main><article><h1>Port leases silos</h1><div class=article-body><p>" FIRST "</p>"
    "<figure><img src=a.jpg><figcaption>The silos seen from the quay.</figcaption></figure>"
    "<p>" SECOND "</p>"
    "<div class=newsletter-box><p>Sign up for our newsletter and get the news of the harbour each "
    "morning before eight.</p></div>"
    "<ul class=share-buttons><li><a href=#>Share</a></li><li><a href=#>Mail</a></li></ul>"
    "<p>" THIRD "</p></div></article>"
    "<section class=related><h2>More on this</h2><p><a href=/x>Ferry line adds two ships for "
    "thirty million dollars</a></p></section>"
    "<section id=comments><h2>Comments</h2><p>I have lived here for forty years, and I never saw "
    "such a waste of money, to be honest.</p></section></main>"
    "<aside><p>The weather stays fine until the weekend, says the office, with some clouds over "
    "the sea and wind.</p></aside><footer><p>© The Harbour Paper</p></footer>");

  g_assert_cmpstr (article->text, ==, FIRST "\n\n" SECOND "\n\n" THIRD);
  g_assert_cmpstr (article->title, ==, "Port leases silos");
  g_assert_cmpstr (article->lang, ==, "en");
}

static void
test_no_names (void)
{
  /* A page whose names say nothing: tables for layout, breaks for paragraphs. */
  g_autoptr (OutlayArticle) article = read_body (
    "<title>Port leases silos - The Harbour Paper</title>",
    "<table><tr><td><a href=/>Home</a><br><a href=/n>News</a><br><a href=/s>Sport</a></td><td>"
    "<b>Port leases silos</b><br><br>" FIRST "<br><br>" SECOND "<br><br>" THIRD
    "</td></tr></table><p><a href=/i>Imprint</a> <a href=/c>Contact</a></p>");

  g_assert_nonnull (strstr (article->text, FIRST "\n\n" SECOND "\n\n" THIRD));
  g_assert_null (strstr (article->text, "Sport"));
  g_assert_null (strstr (article->text, "Imprint"));
  g_assert_cmpstr (article->title, ==, "Port leases silos");
}

static void
test_lists_and_tables (void)
{
  g_autoptr (OutlayArticle) article = read_body (
    "<title>Costs</title>",
    "<article><h1>Costs of the port</h1><p>" FIRST "</p><ul><li>Silos: nine million dollars</li>"
    "<li>Road: two million dollars</li></ul><p>" SECOND "</p><table><tr><th>Part</th><th>Sum</th>"
    "</tr><tr><td>Silos</td><td>9</td></tr><tr><td>Road</td><td>2</td></tr></table><p>" THIRD
    "</p></article>");

  g_assert_nonnull (
    strstr (article->text, "\n\n• Silos: nine million dollars\n• Road: two million dollars\n\n"));
  g_assert_nonnull (strstr (article->text, "Part | Sum"));
  g_assert_nonnull (strstr (article->text, "Silos | 9"));
}

static void
test_boxed_paragraphs (void)
{
  g_autoptr (OutlayArticle) article = read_body (
    "<title>Port</title>",
    "<main><div><h1>Port leases silos</h1><div class=r><div class=c><p>" FIRST "</p></div></div>"
    "<div class=r><div class=c><p>" SECOND "</p></div></div><div class=r><div class=c><p>" THIRD
    "</p></div></div></div></main>");

  g_assert_cmpstr (article->text, ==, FIRST "\n\n" SECOND "\n\n" THIRD);
}

static void
test_titles (void)
{
  static const struct
  {
    const char *head;
    const char *body;
    const char *title;
  } cases[] = {
    {"<title>Port leases silos | The Harbour Paper</title>", "", "Port leases silos"},
    {"<title>Port leases silos - News - The Harbour Paper</title><meta property=og:site_name "
     "content='The Harbour Paper'>",
     "", "Port leases silos"},
    {"<title>The Harbour Paper</title>", "<h1>Port leases silos</h1>", "Port leases silos"},
    {"<title>x</title><meta property=og:title content='Port leases silos'>", "",
     "Port leases silos"},
    {"<title>Port leases silos | The Harbour Paper</title>",
     "<h1>The Harbour Paper</h1><h2>Port leases silos</h2>", "Port leases silos"},
    {"<title>旧粮仓改成机房_某某新闻网</title>", "", "旧粮仓改成机房"},
    {"<title>Port&nbsp;leases  silos</title>", "<h1>Port leases <em>silos</em></h1>",
     "Port leases silos"},
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *body
        = g_strconcat (cases[i].body, "<div><p>" FIRST "</p><p>" SECOND "</p></div>", NULL);
      g_autoptr (OutlayArticle) article = read_body (cases[i].head, body);

      g_test_message ("%s %s", cases[i].head, cases[i].body);
      g_assert_cmpstr (article->title, ==, cases[i].title);
      g_assert_null (strstr (article->text, cases[i].title));
    }
}

static void
test_days (void)
{
  static const struct
  {
    const char *head;
    const char *above;
    const char *day;
  } cases[] = {
    {"", "<p>May 5, 2025</p>", "2025-05-05"},
    {"", "<div class=meta>By Jane Doe | Published 5 May 2025 at 9:00 | Updated 7 May 2025</div>",
     "2025-05-05"},
    {"<meta property=article:published_time content=2025-05-05T08:00:00+02:00>", "", "2025-05-05"},
    {"<meta property=article:modified_time content=2025-05-07T08:00:00+02:00>", "", ""},
    {"<meta itemprop=datePublished content=2025-05-05>", "", "2025-05-05"},
    {"<script type=application/ld+json>{\"@context\":\"x\",\"@graph\":[{\"@type\":\"WebPage\","
     "\"datePublished\":\"2020-01-01\"},{\"@type\":[\"NewsArticle\"],\"datePublished\":"
     "\"2025-05-05T10:00:00Z\",\"dateModified\":\"2025-05-07\"}]}</script>",
     "", "2025-05-05"},
    {"<script type=application/ld+json>{broken</script>", "<time datetime=2025-05-05>Monday</time>",
     "2025-05-05"},
    {"<link rel=canonical href=https://paper.example/2025/05/05/silos>", "", "2025-05-05"},
    {"<meta property=article:published_time content=2025-05-01T08:00:00Z>",
     "<p>Last change: May 7, 2025</p>", "2025-05-01"},
    {"", "", ""},
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *body = g_strconcat ("<h1>Port leases silos</h1>", cases[i].above,
                                           "<div><p>" FIRST "</p><p>" SECOND "</p></div>", NULL);
      g_autoptr (OutlayArticle) article = read_body (cases[i].head, body);

      g_test_message ("%s %s", cases[i].head, cases[i].above);
      assert_day (article, cases[i].day);
    }
}

static void
test_data (void)
{
  g_autoptr (OutlayArticle) article = read_body (
    "<meta property=og:site_name content='The Harbour Paper'><meta name=author content='Jane Doe'>"
    "<link rel=canonical href='https://www.paper.example/silos'>",
    "<div><p>" FIRST "</p><p>" SECOND "</p></div>");

  g_assert_cmpstr (article->source, ==, "The Harbour Paper");
  g_assert_cmpstr (article->author, ==, "Jane Doe");
  g_assert_cmpstr (article->url, ==, "https://www.paper.example/silos");

  g_clear_pointer (&article, outlay_article_unref);
  article = read_body ("<link rel=canonical href='https://www.paper.example/silos'>",
                       "<div><p>" FIRST "</p><p>" SECOND "</p></div>");
  g_assert_cmpstr (article->source, ==, "paper.example");

  g_clear_pointer (&article, outlay_article_unref);
  article = read_body ("<script type='application/ld+json'>{\"@type\": \"Article\", \"publisher\": "
                       "{\"name\": \"The Harbour Paper\"}, \"author\": [{\"name\": \"Jane Doe\"}]}"
                       "</script>",
                       "<div><p>" FIRST "</p><p>" SECOND "</p></div>");
  g_assert_cmpstr (article->source, ==, "The Harbour Paper");
  g_assert_cmpstr (article->author, ==, "Jane Doe");
}

static void
test_cut_page (void)
{
  static const char page[]
    = "<html><head><title>Port</title></head><body><div><h1>Port leases silos</h1><p>" FIRST
      "</p><p>" SECOND "</p><p>The county adds two mil";
  g_autoptr (OutlayArticle) article = read_page (page, strlen (page));

  g_assert_nonnull (strstr (article->text, SECOND));
  g_assert_nonnull (article->note);
}

static void
test_xhtml (void)
{
  static const char page[]
    = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n<!DOCTYPE html PUBLIC \"-//W3C//DTD XHTML 1.0 "
      "Strict//EN\" \"http://www.w3.org/TR/xhtml1/DTD/xhtml1-strict.dtd\">\n<html "
      "xmlns=\"http://www.w3.org/1999/xhtml\"><head><title>Port</title></head><body><p>" FIRST
      "</p><p>" SECOND "</p></body></html>";
  g_autoptr (OutlayArticle) article = read_page (page, strlen (page));

  g_assert_cmpstr (article->text, ==, FIRST "\n\n" SECOND);
  g_assert_null (article->note);
}

static void
repeat (GString *string, const char *what, guint n)
{
  while (n-- > 0)
    g_string_append (string, what);
}

/* Reads a hostile page, which must lose no text; that it ends at all, the test's time limit holds.
 */
static void
assert_tame (GString *page, const char *words)
{
  g_autoptr (OutlayArticle) article = read_page (page->str, page->len);

  g_assert_nonnull (strstr (article->text, words));
}

static void
test_deep (void)
{
  g_autoptr (GString) page = g_string_new ("<html><body>");

  repeat (page, "<div>", 100000);
  g_string_append (page, "<p>" FIRST "</p><p>" SECOND "</p>");
  repeat (page, "</div>", 100000);
  assert_tame (page, SECOND);

  g_string_assign (page, "<html><body>");
  repeat (page, "<b><i><font>", 30000);
  g_string_append (page, FIRST " " SECOND);
  assert_tame (page, SECOND);
}

static void
test_stray_ends (void)
{
  g_autoptr (GString) page = g_string_new ("<html><body>");

  repeat (page, "<span>", 400);
  repeat (page, "</u>", 400000);
  g_string_append (page, "<p>" FIRST "</p><p>" SECOND "</p>");
  assert_tame (page, SECOND);
}

static void
test_comments (void)
{
  g_autoptr (GString) page = g_string_new ("<html><body><p>" FIRST "</p><!-- x --><p>");

  repeat (page, "<!--", 500000);
  g_string_append (page, SECOND "</p>");
  assert_tame (page, SECOND);
}

static void
test_attributes (void)
{
  g_autoptr (GString) page = g_string_new ("<html><body><div");

  for (guint i = 0; i < 20000; i++)
    g_string_append_printf (page, " a%u=\"%u\"", i, i);
  g_string_append (page, "><p>" FIRST "</p><p>" SECOND "</p></div></body></html>");
  assert_tame (page, SECOND);
}

static void
test_long_text (void)
{
  g_autoptr (GString) page = g_string_new ("<html><body><p>");

  repeat (page, "The council met and the council spoke of the old silos by the harbour. ", 170000);
  g_string_append (page, "The end of it.</p></body></html>");
  g_assert_cmpuint (page->len, >, 11 << 20);
  assert_tame (page, "The end of it.");
}

static void
test_many_paragraphs (void)
{
  g_autoptr (GString) page = g_string_new ("<html><body><div>");

  repeat (page, "<p>" FIRST, 20000);
  g_string_append (page, "<p>" SECOND "</div>");
  assert_tame (page, SECOND);
}

static void
test_odd_bytes (void)
{
  static const char page[] = "<html><body><p>" FIRST "</p>\0<p>" SECOND "</p><p a='\0'>&#0;&#xD800;"
                             "&#99999999;&bogus;</p></body></html>";
  g_autoptr (OutlayArticle) article = read_page (page, sizeof page - 1);

  g_assert_true (g_utf8_validate (article->text, -1, NULL));
  g_assert_nonnull (strstr (article->text, FIRST));
  g_assert_nonnull (strstr (article->text, SECOND));
}

static void
test_entities (void)
{
  static const char page[]
    = "<?xml version=\"1.0\"?><!DOCTYPE html [<!ENTITY a \"aaaaaaaaaa\"><!ENTITY b "
      "\"&a;&a;&a;&a;&a;\"><!ENTITY f SYSTEM \"file:///etc/passwd\">]><html><body><p>" FIRST
      " &b; &f;</p><p>" SECOND "</p></body></html>";
  g_autoptr (OutlayArticle) article = read_page (page, strlen (page));

  g_assert_null (strstr (article->text, "aaaaaaaaaa"));
  g_assert_null (strstr (article->text, "root:"));
}

static void
test_mutations (void)
{
  static const char seed[]
    = "<html lang=en><head><title>T | S</title><script type=application/ld+json>{\"@type\":"
      "\"Article\",\"datePublished\":\"2025-05-05\"}</script></head><body><div class='article-body "
      "x'><h1>T</h1><p>" FIRST "</p><table><tr><td>a<td>b</table><ul><li>x<li>y</ul><!-- c -->"
      "<p>" SECOND "</p></div></body></html>";
  g_autoptr (GRand) random = g_rand_new_with_seed (3);

  for (guint round = 0; round < 3000; round++)
    {
      g_autofree char *bytes = g_strdup (seed);
      gsize length = strlen (seed);

      for (guint n = 0; n < 8; n++)
        bytes[g_rand_int_range (random, 0, (gint)length)] = (char)g_rand_int_range (random, 0, 256);
      if (round % 3 == 0)
        length = (gsize)g_rand_int_range (random, 1, (gint)length);
      g_autoptr (GBytes) input = g_bytes_new (bytes, length);
      g_autoptr (GError) error = NULL;
      g_autoptr (GPtrArray) articles = outlay_read_bytes (input, NULL, NULL, &error);
      g_assert_true ((articles == NULL) == (error != NULL));
      for (guint i = 0; articles != NULL && i < articles->len; i++)
        {
          OutlayArticle *article = g_ptr_array_index (articles, i);

          g_assert_true (g_utf8_validate (article->text, -1, NULL));
          g_assert_cmpuint (strlen (article->text), >, 0);
        }
    }
}

static void
assert_text (const char *body, const char *text)
{
  g_autoptr (OutlayArticle) article = read_body ("<title>Port leases silos</title>", body);

  g_assert_cmpstr (article->text, ==, text);
}

static void
test_leads (void)
{
  static const char *const leads[] = {
    "<p class=article-teaser>" THIRD "</p>",
    "<div class=texto-bajada><p>" THIRD "</p></div>",
    "<p>" THIRD "</p>",
  };

  for (guint i = 0; i < G_N_ELEMENTS (leads); i++)
    {
      g_autofree char *body
        = g_strconcat ("<main><header><h1>Port leases silos</h1>", leads[i],
                       "<p class=share>Share this with whom you want to, and tell them "
                       "what it is.</p></header><div class=article-body><p>",
                       FIRST "</p><p>" SECOND "</p></div></main>", NULL);

      assert_text (body, THIRD "\n\n" FIRST "\n\n" SECOND);
    }
  /* A lead set as a heading is. */
  assert_text ("<article><h1>Port leases silos</h1><h2>" THIRD " It was the third of its kind."
               "</h2><p>" FIRST "</p><p>" SECOND "</p></article>",
               THIRD " It was the third of its kind.\n\n" FIRST "\n\n" SECOND);
}

static void
test_scriptless (void)
{
  g_autoptr (GString) body = g_string_new ("<noscript>Please turn scripts on.</noscript>"
                                           "<main><h1>Port leases silos</h1><noscript>");
  g_autoptr (GString) text = g_string_new (NULL);

  for (guint i = 0; i < 4; i++)
    {
      g_string_append (body, "<p>" FIRST "</p><p>" SECOND "</p>");
      g_string_append_printf (text, "%s" FIRST "\n\n" SECOND, i > 0 ? "\n\n" : "");
    }
  g_string_append (body, "</noscript></main>");
  assert_text (body->str, text->str);
}

static void
test_popups (void)
{
  assert_text ("<div class='popup-box theme'><div class=content><p>" SECOND "</p><p>" SECOND
               "</p><p>" THIRD "</p><p>" THIRD "</p></div></div>"
               "<article><h1>Port leases silos</h1><p>" FIRST "</p><p>" SECOND "</p></article>",
               FIRST "\n\n" SECOND);
}

static void
test_wrapped_paragraphs (void)
{
#define BOX(text)                                                                                  \
  "<div class=block><div class=block-content><div class=inner><p>" text "</p></div></div></div>"
  assert_text ("<h1>Port leases silos</h1><div class=row>" BOX (FIRST) BOX (SECOND)
                 BOX (THIRD) "</div><div><div class=block><div class=block-content><p>" THIRD
                             "</p></div></div></div>",
               FIRST "\n\n" SECOND "\n\n" THIRD);
#undef BOX
}

static void
test_days_elsewhere (void)
{
  static const char *const places[][2] = {
    {"<h1>Port leases silos <br><small>18.11.2019 • Port</small></h1>", ""},
    {"<h1>Port leases silos</h1><p>By <a href=/a>Ann Lee</a>, Joe Roe <span class=article__meta>on "
     "Monday, November 18th, 2019</span></p>",
     ""},
    {"<h1>Port leases silos</h1>",
     "<ul><li>A</li><li>B</li><li>C</li><li>D</li></ul><div>Ferry sails on November 20, 2019</div>"
     "<div>Published: November 18, 2019</div>"},
  };

  for (guint i = 0; i < G_N_ELEMENTS (places); i++)
    {
      g_autofree char *body
        = g_strconcat ("<article>", places[i][0], "<div><p>" FIRST "</p><p>" SECOND "</p></div>",
                       places[i][1], "</article>", NULL);
      g_autoptr (OutlayArticle) article = read_body ("<title>Port leases silos</title>", body);

      assert_day (article, "2019-11-18");
    }
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/page/its main text comes without the page around it", test_main_text);
  g_test_add_func ("/page/the text is found where no name tells of it", test_no_names);
  g_test_add_func ("/page/lists and tables stay readable", test_lists_and_tables);
  g_test_add_func ("/page/paragraphs in boxes of their own belong together", test_boxed_paragraphs);
  g_test_add_func ("/page/the title is the headline without the site's name", test_titles);
  g_test_add_func ("/page/the day is that of first publication", test_days);
  g_test_add_func ("/page/a lead between headline and text belongs to the text", test_leads);
  g_test_add_func ("/page/a text that stands there for want of scripts is read", test_scriptless);
  g_test_add_func ("/page/a popup is not the article, however long it is", test_popups);
  g_test_add_func ("/page/wrappers around single paragraphs don't part them",
                   test_wrapped_paragraphs);
  g_test_add_func ("/page/the day is found below the text and in small print", test_days_elsewhere);
  g_test_add_func ("/page/source, author and address come from its data", test_data);
  g_test_add_func ("/page/a page that ends in the middle is read and says so", test_cut_page);
  g_test_add_func ("/page/a page in XHTML is read", test_xhtml);
  g_test_add_func ("/page/elements nested without end do no harm", test_deep);
  g_test_add_func ("/page/end tags that end nothing do no harm", test_stray_ends);
  g_test_add_func ("/page/comments that don't end do no harm", test_comments);
  g_test_add_func ("/page/attributes without end do no harm", test_attributes);
  g_test_add_func ("/page/a text of twelve megabytes is read whole", test_long_text);
  g_test_add_func ("/page/paragraphs without end do no harm", test_many_paragraphs);
  g_test_add_func ("/page/bytes that are no characters do no harm", test_odd_bytes);
  g_test_add_func ("/page/entities are not expanded", test_entities);
  g_test_add_func ("/page/no change of its bytes breaks the reader", test_mutations);
  return g_test_run ();
}
