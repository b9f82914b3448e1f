/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-tests"

#include <string.h>

#include "fixture/fixture.h"
#include "link/outlay-link.h"

/* A claim, the real deal it speaks of, and the deal it was linked to. */
typedef struct
{
  const char *article;
  const char *key;
  guint deal;
} Item;

typedef struct
{
  double precision;
  double recall;
  double f1;
} Figures;

static gboolean
share_key (GStrv keys, GHashTable *others)
{
  for (guint i = 0; keys[i] != NULL; i++)
    {
      if (g_hash_table_contains (others, keys[i]))
        return TRUE;
    }
  return FALSE;
}

static void
add_keys (GHashTable *set, const OutlayClaim *claim)
{
  g_auto (GStrv) keys = outlay_link_get_keys (claim);

  for (guint i = 0; keys[i] != NULL; i++)
    g_hash_table_add (set, g_strdup (keys[i]));
}

static GPtrArray *
find_candidates (const GPtrArray *claims, const GPtrArray *deals, GArray *indices)
{
  g_autoptr (GHashTable) wanted = g_hash_table_new_full (g_str_hash, g_str_equal, g_free, NULL);
  GPtrArray *candidates = g_ptr_array_new ();

  for (guint i = 0; i < claims->len; i++)
    add_keys (wanted, g_ptr_array_index (claims, i));
  for (guint i = 0; i < deals->len; i++)
    {
      OutlayDealRecord *deal = g_ptr_array_index (deals, i);

      for (guint j = 0; j < deal->claims->len; j++)
        {
          g_auto (GStrv) keys
            = outlay_link_get_keys (outlay_deal_record_get_claim (deal, j)->claim);

          if (!share_key (keys, wanted))
            continue;
          g_ptr_array_add (candidates, deal);
          g_array_append_val (indices, i);
          break;
        }
    }
  return candidates;
}

static void
link_article (FixtureArticle *entry, GPtrArray *deals, GArray *items)
{
  g_autoptr (GArray) indices = g_array_new (FALSE, FALSE, sizeof (guint));
  g_autoptr (GPtrArray) candidates = find_candidates (entry->claims, deals, indices);
  g_autoptr (GPtrArray) choices = outlay_link_choose (entry->claims, entry->article, candidates);

  for (guint i = 0; i < choices->len; i++)
    {
      OutlayLinkChoice *choice = g_ptr_array_index (choices, i);
      OutlayClaim *claim = outlay_claim_ref (g_ptr_array_index (entry->claims, i));
      Item item = {entry->article->id, g_ptr_array_index (entry->keys, i), deals->len};

      if (choice->candidate < 0)
        g_ptr_array_add (deals, outlay_deal_record_new ());
      else
        item.deal = g_array_index (indices, guint, choice->candidate);
      OutlayDealRecord *deal = g_ptr_array_index (deals, item.deal);
      g_ptr_array_add (deal->claims,
                       outlay_deal_claim_new (0, 0, claim, outlay_article_ref (entry->article)));
      outlay_link_reconcile (deal);
      g_array_append_val (items, item);
    }
}

static Figures
measure (const GArray *items)
{
  Figures figures = {0, 0, 0};

  for (guint i = 0; i < items->len; i++)
    {
      const Item *item = &g_array_index (items, Item, i);
      double both = 0, in_deal = 0, of_key = 0;

      for (guint j = 0; j < items->len; j++)
        {
          const Item *other = &g_array_index (items, Item, j);
          gboolean same_deal = item->deal == other->deal;
          gboolean same_key = strcmp (item->key, other->key) == 0;

          both += same_deal && same_key;
          in_deal += same_deal;
          of_key += same_key;
        }
      figures.precision += both / in_deal / items->len;
      figures.recall += both / of_key / items->len;
    }
  figures.f1 = 2 * figures.precision * figures.recall / (figures.precision + figures.recall);
  return figures;
}

/* What is not as annotated, for whoever works on the points. */
static void
report (const GArray *items)
{
  for (guint i = 0; i < items->len; i++)
    {
      const Item *a = &g_array_index (items, Item, i);

      for (guint j = 0; j < i; j++)
        {
          const Item *b = &g_array_index (items, Item, j);
          gboolean same_key = strcmp (a->key, b->key) == 0;

          if ((a->deal == b->deal) != same_key)
            g_test_message ("%s %s (%s) / %s (%s)", same_key ? "apart:" : "mixed:", b->key,
                            b->article, a->key, a->article);
        }
    }
}

static void
read_gold (GPtrArray *entries, const char *name)
{
  g_autofree char *path = fixture_dup_shared_path (name);
  g_autoptr (GError) error = NULL;
  g_autoptr (GPtrArray) read = fixture_read (path, &error);

  g_assert_no_error (error);
  g_ptr_array_extend_and_steal (entries, g_steal_pointer (&read));
}

static int
compare_names (gconstpointer a, gconstpointer b)
{
  return strcmp (*(const char *const *)a, *(const char *const *)b);
}

static GPtrArray *
read_all_gold (const char *folder)
{
  GPtrArray *entries = g_ptr_array_new_with_free_func ((GDestroyNotify)fixture_article_free);
  g_autoptr (GDir) dir = g_dir_open (folder, 0, NULL);
  g_autoptr (GPtrArray) names = g_ptr_array_new_with_free_func (g_free);
  const char *name;

  while ((name = g_dir_read_name (dir)) != NULL)
    g_ptr_array_add (names, g_build_filename ("gold/dev", name, NULL));
  g_ptr_array_sort (names, compare_names);
  for (guint i = 0; i < names->len; i++)
    read_gold (entries, g_ptr_array_index (names, i));
  read_gold (entries, "gold/seeds.jsonl");
  return entries;
}

static void
test_gold (gconstpointer reverse)
{
  g_autofree char *folder = fixture_dup_shared_path ("gold/dev");

  if (folder == NULL)
    {
      g_test_skip ("the annotated articles are not there");
      return;
    }
  g_autoptr (GPtrArray) entries = read_all_gold (folder);
  g_autoptr (GPtrArray) deals
    = g_ptr_array_new_with_free_func ((GDestroyNotify)outlay_deal_record_unref);
  g_autoptr (GArray) items = g_array_new (FALSE, FALSE, sizeof (Item));

  for (guint i = 0; i < entries->len; i++)
    link_article (g_ptr_array_index (entries, reverse ? entries->len - 1 - i : i), deals, items);
  Figures figures = measure (items);
  g_test_message ("%u claims, %u deals: B-cubed precision %.3f recall %.3f F1 %.3f", items->len,
                  deals->len, figures.precision, figures.recall, figures.f1);
  report (items);
  g_assert_cmpfloat (figures.precision, >=, 0.98);
  g_assert_cmpfloat (figures.f1, >=, 0.95);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_data_func ("/link/annotated claims fall into their deals", NULL, test_gold);
  g_test_add_data_func ("/link/they do in the reverse order of import", GINT_TO_POINTER (1),
                        test_gold);
  return g_test_run ();
}
