/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-link"

#include "outlay-link.h"

#include "outlay-link-compare.h"

/* The claims of a deal, or one that is in none yet. */
typedef struct
{
  OutlayDealClaim **claims;
  guint n_claims;
  /* Of each claim what it is compared by, made when it is first asked for. */
  OutlayLinkProfile **profiles;
  /* Any other of the same family, itself where it stands for them. */
  guint root;
} Node;

static void
clear_node (gpointer data)
{
  Node *node = data;

  for (guint i = 0; i < node->n_claims; i++)
    g_clear_pointer (&node->profiles[i], outlay_link_profile_free);
  g_free (node->profiles);
}

static void
add_node (GArray *nodes, OutlayDealClaim **claims, guint n_claims)
{
  Node node = {claims, n_claims, g_new0 (OutlayLinkProfile *, n_claims), nodes->len};

  g_array_append_val (nodes, node);
}

static Node *
get_node (GArray *nodes, guint index)
{
  return &g_array_index (nodes, Node, index);
}

static guint
find_root (GArray *nodes, guint index)
{
  while (get_node (nodes, index)->root != index)
    index = get_node (nodes, index)->root = get_node (nodes, get_node (nodes, index)->root)->root;
  return index;
}

static const OutlayLinkProfile *
get_profile (Node *node, guint index)
{
  if (node->profiles[index] == NULL)
    node->profiles[index] = outlay_link_profile_new (node->claims[index]->claim);
  return node->profiles[index];
}

/* Whether a claim of @other is alike to the one of @arrived; the claims of one article are of
 * different deals. */
static gboolean
is_alike (Node *arrived, Node *other)
{
  const OutlayLinkProfile *own = get_profile (arrived, 0);

  for (guint i = 0; i < other->n_claims; i++)
    {
      if (other->claims[i]->article_id == arrived->claims[0]->article_id)
        continue;
      const OutlayLinkProfile *profile = get_profile (other, i);
      if (outlay_link_profile_shares_key (own, profile)
          && outlay_link_compare (own, profile).points >= OUTLAY_LIKENESS_ENOUGH)
        return TRUE;
    }
  return FALSE;
}

static GArray *
make_nodes (const GPtrArray *deals, const GPtrArray *arrived)
{
  GArray *nodes = g_array_new (FALSE, FALSE, sizeof (Node));
  g_autoptr (GHashTable) families = g_hash_table_new (g_int64_hash, g_int64_equal);

  g_array_set_clear_func (nodes, clear_node);
  for (guint i = 0; i < deals->len; i++)
    {
      OutlayDealRecord *deal = g_ptr_array_index (deals, i);
      gpointer first = NULL;

      add_node (nodes, (OutlayDealClaim **)deal->claims->pdata, deal->claims->len);
      if (g_hash_table_lookup_extended (families, &deal->family, NULL, &first))
        get_node (nodes, i)->root = GPOINTER_TO_UINT (first);
      else
        g_hash_table_insert (families, &deal->family, GUINT_TO_POINTER (i));
    }
  for (guint i = 0; i < arrived->len; i++)
    add_node (nodes, (OutlayDealClaim **)&arrived->pdata[i], 1);
  return nodes;
}

/**
 * outlay_link_find_kin:
 * @deals: (element-type OutlayDealRecord): all that share a key with a claim that arrived
 * @arrived: (element-type OutlayDealClaim): claims that are in no deal yet
 *
 * Finds the families of claims that come in together, whatever their order. One claim that is alike
 * tells a family: of two that are one already the second is not asked.
 *
 * Returns: (transfer full) (element-type OutlayLinkKin): what is of one family, by the claims that
 *   arrived.
 */
GArray *
outlay_link_find_kin (const GPtrArray *deals, const GPtrArray *arrived)
{
  g_autoptr (GArray) nodes = make_nodes (deals, arrived);
  GArray *kin = g_array_new (FALSE, FALSE, sizeof (OutlayLinkKin));

  for (guint i = deals->len; i < nodes->len; i++)
    {
      for (guint j = 0; j < i; j++)
        {
          guint root = find_root (nodes, i), other = find_root (nodes, j);
          OutlayLinkKin found = {i - deals->len, j};

          if (root == other || !is_alike (get_node (nodes, i), get_node (nodes, j)))
            continue;
          get_node (nodes, root)->root = other;
          g_array_append_val (kin, found);
        }
    }
  return kin;
}
