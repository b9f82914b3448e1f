/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Files that are made to be too much end in bounded time, with a message. */
#include <string.h>
#include <time.h>

#include "outlay-config.h"
#ifdef OUTLAY_HAVE_ARCHIVE
#include <archive.h>
#include <archive_entry.h>
#endif
#include "read/outlay-read.h"

#ifndef __has_feature
#define __has_feature(feature) 0
#endif

/* Seconds of processor time that the helper lets a file take; sanitizers take their own time. */
#if defined __SANITIZE_ADDRESS__ || __has_feature(address_sanitizer)
#define LONGEST 120
#else
#define LONGEST 20
#endif

#define TEXT                                                                                       \
  "The port council will lease its empty silos to a computing firm, which pays nine million "      \
  "dollars over ten years, the mayor said on Monday."

static GPtrArray *
read_quickly (GString *file, const char *name, GError **error)
{
  clock_t start = clock ();
  gsize length = file->len;
  g_autoptr (GBytes) bytes = g_bytes_new_take (g_string_free (file, FALSE), length);
  GPtrArray *articles = outlay_read_bytes (bytes, name, NULL, error);
  double seconds = (double)(clock () - start) / CLOCKS_PER_SEC;

  g_test_message ("%s: %.1f MB in %.2f s", name, (double)length / 1e6, seconds);
  g_assert_cmpfloat (seconds, <, LONGEST);
  return articles;
}

static void
repeat (GString *file, const char *text, guint n)
{
  for (guint i = 0; i < n; i++)
    g_string_append (file, text);
}

static void
assert_note (GPtrArray *articles, const char *words)
{
  const OutlayArticle *last = g_ptr_array_index (articles, articles->len - 1);

  g_assert_nonnull (last->note);
  g_assert_nonnull (strstr (last->note, words));
}

#if defined OUTLAY_HAVE_GMIME || defined OUTLAY_HAVE_ARCHIVE

static void
assert_refused (GString *file, const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) articles = read_quickly (file, name, &error);

  g_assert_null (articles);
  g_assert_nonnull (error);
  g_test_message ("%s", error->message);
}

#endif

static void
assert_survived (GString *file, const char *name)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) articles = read_quickly (file, name, &error);

  g_assert_true ((articles != NULL) != (error != NULL));
}

static void
test_many_entries (void)
{
  GString *file = g_string_new ("<rss version=\"2.0\"><channel><title>Much</title>");
  g_autoptr (GError) error = NULL;

  repeat (file, "<item><title>A</title><description>Nine million dollars.</description></item>",
          700000);
  g_string_append (file, "</channel></rss>");
  g_autoptr (GPtrArray) articles = read_quickly (file, "feed.xml", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (articles->len, ==, 5000);
  assert_note (articles, "last of 5000 articles");
}

static void
test_long_entries (void)
{
  GString *file = g_string_new ("<rss version=\"2.0\"><channel><title>Long</title>");
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 40; i++)
    {
      g_string_append (file, "<item><title>A</title><description>");
      repeat (file, "&lt;p&gt;" TEXT "&lt;/p&gt;", 6000);
      g_string_append (file, "</description></item>");
    }
  g_string_append (file, "</channel></rss>");
  g_autoptr (GPtrArray) articles = read_quickly (file, "long.xml", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (articles->len, <, 40);
  assert_note (articles, "the file holds more");
}

static void
test_deep_feed (void)
{
  GString *file = g_string_new ("<rss version=\"2.0\"><channel><title>Deep</title><item>"
                                "<title>A</title><description>" TEXT "</description>");
  g_autoptr (GError) error = NULL;

  repeat (file, "<a>", 1000000);
  g_autoptr (GPtrArray) articles = read_quickly (file, "deep.xml", &error);
  g_assert_no_error (error);
  assert_note (articles, "ends in the middle");
}

static void
test_attributes (void)
{
  GString *file = g_string_new ("<rss version=\"2.0\"><channel><item ");
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 500000; i++)
    g_string_append_printf (file, "a%u=\"1\" ", i);
  g_string_append (file, "><title>A</title><description>" TEXT "</description></item></channel>"
                         "</rss>");
  g_autoptr (GPtrArray) articles = read_quickly (file, "attributes.xml", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (articles->len, ==, 1);
}

static void
test_nodes (void)
{
  GString *file = g_string_new ("<rss version=\"2.0\"><channel><item><title>A</title>"
                                "<description>" TEXT "</description>");

  repeat (file, "<b/>", 3000000);
  g_string_append (file, "</item></channel></rss>");
  assert_survived (file, "nodes.xml");
}

static void
test_long_line (void)
{
  static const char *const starts[]
    = {"<rss><channel><item><description>", "From: a@b\nSubject: c\n\n", "[{\"text\":\"", "# a\n"};
  static const char *const names[] = {"line.xml", "line.eml", "line.json", "line.md"};

  for (guint i = 0; i < G_N_ELEMENTS (starts); i++)
    {
      GString *file = g_string_new (starts[i]);

      repeat (file, "0123456789 million ", 600000);
      assert_survived (file, names[i]);
    }
}

static void
test_marks (void)
{
  static const struct
  {
    const char *start;
    const char *part;
    const char *name;
  } files[] = {
    {"<rss><channel><item>", "&", "references.xml"},
    {"<rss><channel><item>", "<![CDATA[", "sections.xml"},
    {"<!DOCTYPE rss [", "<!ENTITY a \"&a;&a;\">", "declarations.xml"},
    {"# a\n", "[", "brackets.md"},
    {"# a\n", "*_", "emphasis.md"},
    {"# a\n", "<", "tags.md"},
    {"# a\n", "&a", "references.md"},
    {"<rss><channel><item><title>", "&lt;", "own-references.xml"},
    {"", "[[", "brackets.json"},
    {"[{\"a\":", "{\"a\":", "objects.json"},
    {"[{\"a\":1},", "{\"a\":1,\"b\":[1,2]},", "members.json"},
    {"{\"text\":\"", "\\u00", "strings.json"},
    {"{\"a\":1}\n", "{\n", "lines.jsonl"},
  };

  for (guint i = 0; i < G_N_ELEMENTS (files); i++)
    {
      GString *file = g_string_new (files[i].start);

      repeat (file, files[i].part, (guint)(4000000 / strlen (files[i].part)));
      assert_survived (file, files[i].name);
    }
}

#ifdef OUTLAY_HAVE_GMIME

static void
test_flowed_mail (void)
{
  GString *file = g_string_new ("From: a@b.example\nSubject: Flowed\n"
                                "Content-Type: text/plain; format=flowed\n\n");

  repeat (file, "million \r\n", 400000);
  assert_survived (file, "flowed.eml");
}

static void
test_nested_mail (void)
{
  GString *file = g_string_new ("From: a@b.example\nTo: c@d.example\nSubject: Deep\n");

  for (guint i = 0; i < 9000; i++)
    g_string_append_printf (file, "Content-Type: multipart/mixed; boundary=b%u\n\n--b%u\n", i, i);
  assert_refused (file, "nested.eml");
}

static void
test_forwarded_mail (void)
{
  GString *file = g_string_new ("From: a@b.example\nTo: c@d.example\nSubject: Deep\n");

  repeat (file, "Content-Type: message/rfc822\n\nFrom: a@b.example\n", 100000);
  assert_refused (file, "forwarded.eml");
}

static void
test_many_parts (void)
{
  GString *file = g_string_new ("From: a@b.example\nTo: c@d.example\nSubject: Parts\n"
                                "Content-Type: multipart/mixed; boundary=b\n\n");

  repeat (file, "--b\n\n", 2000000);
  assert_refused (file, "parts.eml");
}

static void
test_many_fields (void)
{
  GString *file = g_string_new ("From: a@b.example\nTo: c@d.example\nSubject: Fields\n");

  repeat (file, "a: b\n", 2000000);
  assert_refused (file, "fields.eml");
}

static void
test_many_mails (void)
{
  GString *file = g_string_new (NULL);
  g_autoptr (GError) error = NULL;

  repeat (file,
          "From a@b.example Mon Mar  2 06:05:00 2026\nFrom: a@b.example\nSubject: c\n\n" TEXT
          "\n\n",
          20000);
  g_autoptr (GPtrArray) articles = read_quickly (file, "box.mbox", &error);
  g_assert_no_error (error);
  g_assert_cmpuint (articles->len, ==, 5000);
  assert_note (articles, "last of 5000 articles");
}

#endif

#ifdef OUTLAY_HAVE_ARCHIVE

static la_ssize_t
write_cb (struct archive *archive, void *user_data, const void *data, size_t size)
{
  g_string_append_len (user_data, data, (gssize)size);
  return (la_ssize_t)size;
}

/* An archive of @n_members files, each @text so many times over. */
static GString *
pack (gboolean zip, guint n_members, const char *text, guint n_times)
{
  GString *file = g_string_new (NULL);
  struct archive *archive = archive_write_new ();
  struct archive_entry *entry = archive_entry_new ();

  if (zip)
    archive_write_set_format_zip (archive);
  else
    {
      archive_write_set_format_ustar (archive);
      archive_write_add_filter_gzip (archive);
    }
  archive_write_open (archive, file, NULL, write_cb, NULL);
  for (guint i = 0; i < n_members; i++)
    {
      g_autofree char *name = g_strdup_printf ("%u.txt", i);

      archive_entry_clear (entry);
      archive_entry_set_pathname (entry, name);
      archive_entry_set_filetype (entry, AE_IFREG);
      archive_entry_set_perm (entry, 0644);
      archive_entry_set_size (entry, (la_int64_t)(strlen (text) * n_times));
      archive_write_header (archive, entry);
      for (guint k = 0; k < n_times; k++)
        archive_write_data (archive, text, strlen (text));
    }
  archive_write_close (archive);
  archive_entry_free (entry);
  archive_write_free (archive);
  return file;
}

static void
test_growing_archive (void)
{
  static const gboolean kinds[] = {TRUE, FALSE};
  g_autofree char *zeros = g_strnfill (1 << 20, '0');

  for (guint i = 0; i < G_N_ELEMENTS (kinds); i++)
    {
      assert_refused (pack (kinds[i], 1, zeros, 300), "one.archive");
      assert_refused (pack (kinds[i], 300, zeros, 1), "many.archive");
    }
}

static void
test_many_members (void)
{
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) articles
    = read_quickly (pack (TRUE, 50000, TEXT "\n", 1), "many.zip", &error);

  g_assert_no_error (error);
  g_assert_cmpuint (articles->len, ==, 5000);
  assert_note (articles, "more than is read at once");
}

static void
test_archives_in_archives (void)
{
  GString *file = pack (TRUE, 1, TEXT, 1);
  g_autoptr (GError) error = NULL;

  for (guint i = 0; i < 20; i++)
    {
      struct archive *archive = archive_write_new ();
      struct archive_entry *entry = archive_entry_new ();
      GString *outer = g_string_new (NULL);

      archive_write_set_format_zip (archive);
      archive_write_open (archive, outer, NULL, write_cb, NULL);
      archive_entry_set_pathname (entry, "inner.zip");
      archive_entry_set_filetype (entry, AE_IFREG);
      archive_entry_set_size (entry, (la_int64_t)file->len);
      archive_write_header (archive, entry);
      archive_write_data (archive, file->str, file->len);
      archive_write_close (archive);
      archive_entry_free (entry);
      archive_write_free (archive);
      g_string_free (file, TRUE);
      file = outer;
    }
  g_autoptr (GPtrArray) articles = read_quickly (file, "outer.zip", &error);
  g_assert_null (articles);
  g_assert_error (error, OUTLAY_READ_ERROR, OUTLAY_READ_ERROR_TOO_LARGE);
  g_assert_nonnull (strstr (error->message, "in an archive in an archive"));
}

#endif

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);

  g_test_add_func ("/bombs/a feed of many entries is read to a limit and says so",
                   test_many_entries);
  g_test_add_func ("/bombs/a feed of long entries is read to a limit and says so",
                   test_long_entries);
  g_test_add_func ("/bombs/a feed that nests too deep is read up to there and says so",
                   test_deep_feed);
  g_test_add_func ("/bombs/an element of many attributes is read", test_attributes);
  g_test_add_func ("/bombs/an entry of many elements ends soon", test_nodes);
  g_test_add_func ("/bombs/a line of many megabytes ends soon", test_long_line);
  g_test_add_func ("/bombs/a file of nothing but marks ends soon", test_marks);
#ifdef OUTLAY_HAVE_GMIME
  g_test_add_func ("/bombs/a mail of many soft lines ends soon", test_flowed_mail);
  g_test_add_func ("/bombs/a mail of parts in parts is refused", test_nested_mail);
  g_test_add_func ("/bombs/a mail in a mail in a mail is refused", test_forwarded_mail);
  g_test_add_func ("/bombs/a mail of many parts is refused", test_many_parts);
  g_test_add_func ("/bombs/a mail of many header lines is refused", test_many_fields);
  g_test_add_func ("/bombs/a box of many mails is read to a limit and says so", test_many_mails);
#endif
#ifdef OUTLAY_HAVE_ARCHIVE
  g_test_add_func ("/bombs/an archive that grows beyond measure is refused", test_growing_archive);
  g_test_add_func ("/bombs/an archive of many files is read to a limit and says so",
                   test_many_members);
  g_test_add_func ("/bombs/archives in archives in archives are refused",
                   test_archives_in_archives);
#endif
  return g_test_run ();
}
