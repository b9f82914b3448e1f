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

static guint
find_root (guint *roots, guint index)
{
  while (roots[index] != index)
    index = roots[index] = roots[roots[index]];
  return index;
}

/* The claims of all articles, which come in together in the order of @entries. */
static GPtrArray *
list_claims (const GPtrArray *entries, gboolean reverse, GArray *items)
{
  GPtrArray *claims = g_ptr_array_new_with_free_func ((GDestroyNotify)outlay_deal_claim_free);

  for (guint i = 0; i < entries->len; i++)
    {
      guint position = reverse ? entries->len - 1 - i : i;
      const FixtureArticle *entry = g_ptr_array_index (entries, position);

      for (guint j = 0; j < entry->claims->len; j++)
        {
          OutlayDealClaim *claim = outlay_deal_claim_new (
            claims->len + 1, position + 1, outlay_claim_ref (g_ptr_array_index (entry->claims, j)),
            outlay_article_ref (entry->article));
          Item item = {entry->article->id, g_ptr_array_index (entry->keys, j), 0};

          claim->key = g_strconcat (entry->article->id, "/", NULL);
          g_ptr_array_add (claims, claim);
          g_array_append_val (items, item);
        }
    }
  return claims;
}

static int
compare_claims (gconstpointer a, gconstpointer b)
{
  return outlay_deal_claim_compare (*(const OutlayDealClaim *const *)a,
                                    *(const OutlayDealClaim *const *)b);
}

/* Links the claims whose root is @root. Returns: how many deals they are. */
static guint
link_family (const GPtrArray *claims, guint *roots, guint root, guint n_deals, GArray *items)
{
  g_autoptr (GPtrArray) family = g_ptr_array_new ();
  g_autoptr (GArray) settled = g_array_new (FALSE, FALSE, sizeof (guint));
  guint n_groups = 0;

  for (guint i = 0; i < claims->len; i++)
    {
      if (find_root (roots, i) == root)
        g_ptr_array_add (family, g_ptr_array_index (claims, i));
    }
  g_ptr_array_sort (family, compare_claims);
  g_autoptr (GArray) groups = outlay_link_group (family, settled, NULL);
  for (guint i = 0; i < groups->len; i++)
    {
      const OutlayDealClaim *claim = g_ptr_array_index (family, i);
      guint number = g_array_index (groups, guint, i);

      g_array_index (items, Item, claim->id - 1).deal = n_deals + number;
      n_groups = MAX (n_groups, number + 1);
    }
  return n_groups;
}

/* Returns: the number of deals. */
static guint
link_claims (const GPtrArray *claims, GArray *items)
{
  g_autoptr (GPtrArray) deals = g_ptr_array_new ();
  g_autoptr (GArray) kin = outlay_link_find_kin (deals, claims);
  g_autofree guint *roots = g_new (guint, claims->len + 1);
  guint n_deals = 0;

  for (guint i = 0; i < claims->len; i++)
    roots[i] = i;
  for (guint i = 0; i < kin->len; i++)
    {
      const OutlayLinkKin *found = &g_array_index (kin, OutlayLinkKin, i);

      roots[find_root (roots, found->arrived)] = find_root (roots, found->other);
    }
  for (guint i = 0; i < claims->len; i++)
    {
      if (roots[i] == i)
        n_deals += link_family (claims, roots, i, n_deals, items);
    }
  return n_deals;
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
  g_autoptr (GArray) items = g_array_new (FALSE, FALSE, sizeof (Item));
  g_autoptr (GPtrArray) claims = list_claims (entries, reverse != NULL, items);
  guint n_deals = link_claims (claims, items);
  Figures figures = measure (items);
  g_test_message ("%u claims, %u deals: B-cubed precision %.3f recall %.3f F1 %.3f", items->len,
                  n_deals, figures.precision, figures.recall, figures.f1);
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
