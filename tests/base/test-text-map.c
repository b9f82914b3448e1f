/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-tests"

#include <string.h>

#include "base/text/outlay-text-map.h"

/* What became of @words; "" where none of them is left. */
static char *
find (const char *from, const char *to, const char *words)
{
  g_autoptr (OutlayTextMap) map = outlay_text_map_new (from, to);
  const char *at = strstr (from, words);
  OutlaySpan found;

  g_assert_nonnull (at);
  OutlaySpan span = {(gsize)(at - from), (gsize)(at - from) + strlen (words)};
  if (!outlay_text_map_find (map, span, &found))
    return g_strdup ("");
  g_assert_cmpuint (found.end, <=, strlen (to));
  return g_strndup (to + found.start, found.end - found.start);
}

static void
test_words (void)
{
  static const struct
  {
    const char *from;
    const char *to;
    const char *words;
    const char *found;
  } rows[] = {
    {"Acme pays $3 billion.", "Acme pays $3 billion.", "$3 billion", "$3 billion"},
    {"Acme pays $3 billion.", "Menu\n\nAcme pays $3 billion.", "$3 billion", "$3 billion"},
    {"Menu\n\nAcme pays $3 billion.", "Acme pays $3 billion.", "$3 billion", "$3 billion"},
    {"Acme pays $3 billion.", "Acme pays $30 billion.", "$3 billion", "$30 billion"},
    {"Acme pays $3 billion. Share.", "Acme pays. Share.", "$3 billion", ""},
    {"Acme pays $3 billion. Share.", "", "$3 billion", ""},
    {"", "Acme", "", ""},
    /* Between two places that changed. */
    {"One Acme pays $3 billion to two.", "1 Acme pays $3 billion to 2.", "Acme pays", "Acme pays"},
    {"a b c d e f g", "x b c y e f z", "c d e", "c y e"},
    /* Scripts without spaces. */
    {"ソフトバンクは五千億ドルを投じる。", "広告。ソフトバンクは六千億ドルを投じる。", "五千億ドル",
     "千億ドル"},
    {"Chi 3 tỷ đô la.", "Sẽ chi 3 tỷ đô la Mỹ.", "3 tỷ đô la", "3 tỷ đô la"},
  };

  for (guint i = 0; i < G_N_ELEMENTS (rows); i++)
    {
      g_autofree char *found = find (rows[i].from, rows[i].to, rows[i].words);

      g_assert_cmpstr (found, ==, rows[i].found);
    }
}

/* Words that are all different, of which every third was changed, or all. */
static char *
make_text (guint n, guint changed_each)
{
  GString *text = g_string_new (NULL);

  for (guint i = 0; i < n; i++)
    g_string_append_printf (text, "%s%u ", changed_each > 0 && i % changed_each == 0 ? "x" : "", i);
  return g_string_free (text, FALSE);
}

static void
test_long (void)
{
  g_autofree char *before = make_text (1200, 0);
  g_autofree char *after = make_text (1200, 3);
  g_autofree char *found = find (before, after, " 601 ");

  g_assert_cmpstr (found, ==, " 601 ");
}

/* What lies between the common start and end is given up; those are not. */
static void
test_too_much (void)
{
  g_autofree char *before = make_text (30000, 0);
  g_autofree char *after = make_text (30000, 1);
  g_autofree char *from = g_strconcat ("Start here. ", before, "End there.", NULL);
  g_autofree char *to = g_strconcat ("Start here. ", after, "End there.", NULL);
  g_autofree char *middle = find (from, to, "15000");
  g_autofree char *end = find (from, to, "End there");

  g_assert_cmpstr (middle, ==, "");
  g_assert_cmpstr (end, ==, "End there");
}

static void
test_random (void)
{
  g_autoptr (GRand) random = g_rand_new_with_seed (7);

  for (guint round = 0; round < 300; round++)
    {
      GString *from = g_string_new (NULL), *to = g_string_new (NULL);

      for (guint i = 0; i < 40; i++)
        {
          g_string_append_c (from, "ab .c"[g_rand_int_range (random, 0, 5)]);
          g_string_append_c (to, "ab .c"[g_rand_int_range (random, 0, 5)]);
        }
      g_autoptr (OutlayTextMap) map = outlay_text_map_new (from->str, to->str);
      gsize last = 0;
      for (gsize i = 0; i < from->len; i++)
        {
          OutlaySpan found;

          if (!outlay_text_map_find (map, (OutlaySpan){i, i + 1}, &found))
            continue;
          g_assert_cmpuint (found.end, ==, found.start + 1);
          g_assert_cmpint (to->str[found.start], ==, from->str[i]);
          g_assert_cmpuint (found.end, >, last);
          last = found.end;
        }
      g_string_free (from, TRUE);
      g_string_free (to, TRUE);
    }
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/text-map/words are found where they stand in the text that was changed",
                   test_words);
  g_test_add_func ("/text-map/what stands between many changes is found", test_long);
  g_test_add_func ("/text-map/of a text that is another the common ends are found", test_too_much);
  g_test_add_func ("/text-map/each byte is found as the same byte, in the same order", test_random);
  return g_test_run ();
}
