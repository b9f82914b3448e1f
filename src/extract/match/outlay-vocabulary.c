/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-extract"

#include "extract/match/outlay-vocabulary.h"

#include "extract/match/outlay-edges.h"

/* A node's words: known whole, and known as a beginning (in the tree of ends: as an end). */
typedef struct
{
  guint32 whole;
  guint32 part;
} NodeWords;

typedef struct
{
  OutlayEdges edges;
  GArray *nodes; /* NodeWords by node */
} Tree;

struct _OutlayVocabulary
{
  Tree forward;
  Tree backward;
  guint32 n_words;
  GArray *shorter; /* guint32 by word: the longest other word that is a beginning (an end) of it */
};

static void
init_tree (Tree *tree)
{
  outlay_edges_init (&tree->edges);
  tree->nodes = g_array_new (FALSE, TRUE, sizeof (NodeWords));
  g_array_set_size (tree->nodes, tree->edges.n_nodes);
}

static void
clear_tree (Tree *tree)
{
  outlay_edges_clear (&tree->edges);
  g_array_unref (tree->nodes);
}

static NodeWords *
get_words (const Tree *tree, guint32 node)
{
  return &g_array_index (tree->nodes, NodeWords, node);
}

static NodeWords *
add_path (Tree *tree, const char *folded, gsize length, gboolean backward)
{
  guint32 node = 1;

  for (gsize i = 0; i < length; i++)
    node = outlay_edges_add (&tree->edges, node, (guchar)folded[backward ? length - 1 - i : i]);
  if (tree->nodes->len < tree->edges.n_nodes)
    g_array_set_size (tree->nodes, tree->edges.n_nodes);
  return get_words (tree, node);
}

static guint32
number (OutlayVocabulary *vocabulary, guint32 *word)
{
  if (*word == 0)
    *word = ++vocabulary->n_words;
  return *word;
}

/** outlay_vocabulary_new: Returns: (transfer full): a vocabulary without words, open for more. */
OutlayVocabulary *
outlay_vocabulary_new (void)
{
  OutlayVocabulary *vocabulary = g_new0 (OutlayVocabulary, 1);

  init_tree (&vocabulary->forward);
  init_tree (&vocabulary->backward);
  vocabulary->shorter = g_array_new (FALSE, TRUE, sizeof (guint32));
  return vocabulary;
}

void
outlay_vocabulary_free (OutlayVocabulary *vocabulary)
{
  clear_tree (&vocabulary->forward);
  clear_tree (&vocabulary->backward);
  g_array_unref (vocabulary->shorter);
  g_free (vocabulary);
}

/**
 * outlay_vocabulary_add:
 *
 * Returns: the number of the word @folded, the same each time.
 */
guint32
outlay_vocabulary_add (OutlayVocabulary *vocabulary, const char *folded, gsize length)
{
  return number (vocabulary, &add_path (&vocabulary->forward, folded, length, FALSE)->whole);
}

/**
 * outlay_vocabulary_add_beginning:
 *
 * Returns: the number of all words that begin with @folded and are not known better.
 */
guint32
outlay_vocabulary_add_beginning (OutlayVocabulary *vocabulary, const char *folded, gsize length)
{
  return number (vocabulary, &add_path (&vocabulary->forward, folded, length, FALSE)->part);
}

/**
 * outlay_vocabulary_add_end:
 *
 * Returns: the number of all words that end in @folded.
 */
guint32
outlay_vocabulary_add_end (OutlayVocabulary *vocabulary, const char *folded, gsize length)
{
  return number (vocabulary, &add_path (&vocabulary->backward, folded, length, TRUE)->part);
}

/* Nodes are numbered in the order of their making, so a parent stands before its children. */
static void
close_tree (OutlayVocabulary *vocabulary, const Tree *tree)
{
  g_autofree guint32 *inherited = g_new0 (guint32, tree->edges.n_nodes);
  g_autofree guint32 *parents = g_new0 (guint32, tree->edges.n_nodes);

  for (guint32 slot = 0; slot <= tree->edges.mask; slot++)
    {
      const OutlayEdge *edge = &tree->edges.edges[slot];

      if (edge->target != 0)
        parents[edge->target] = (guint32)(edge->key >> 32);
    }
  for (guint32 node = 1; node < tree->edges.n_nodes; node++)
    {
      const NodeWords *words = get_words (tree, node);
      guint32 shorter = inherited[parents[node]];

      if (words->part != 0)
        {
          g_array_index (vocabulary->shorter, guint32, words->part) = shorter;
          shorter = words->part;
        }
      if (words->whole != 0)
        g_array_index (vocabulary->shorter, guint32, words->whole) = shorter;
      inherited[node] = shorter;
    }
}

/** outlay_vocabulary_close: makes @vocabulary ready for finding; no word is added from now on. */
void
outlay_vocabulary_close (OutlayVocabulary *vocabulary)
{
  g_array_set_size (vocabulary->shorter, vocabulary->n_words + 1);
  close_tree (vocabulary, &vocabulary->forward);
  close_tree (vocabulary, &vocabulary->backward);
}

/**
 * outlay_vocabulary_find:
 *
 * Returns: the number of the word @folded, else of its longest known beginning, else 0. The shorter
 *   beginnings follow by outlay_vocabulary_get_shorter().
 */
guint32
outlay_vocabulary_find (const OutlayVocabulary *vocabulary, const char *folded, gsize length)
{
  const Tree *tree = &vocabulary->forward;
  guint32 node = 1, best = 0;

  for (gsize i = 0; i < length; i++)
    {
      node = outlay_edges_follow (&tree->edges, node, (guchar)folded[i]);
      if (node == 0)
        return best;
      if (get_words (tree, node)->part != 0)
        best = get_words (tree, node)->part;
    }
  return get_words (tree, node)->whole != 0 ? get_words (tree, node)->whole : best;
}

/**
 * outlay_vocabulary_find_end:
 *
 * Returns: the number of the longest known end that is shorter than @folded, else 0.
 */
guint32
outlay_vocabulary_find_end (const OutlayVocabulary *vocabulary, const char *folded, gsize length)
{
  const Tree *tree = &vocabulary->backward;
  guint32 node = 1, best = 0;

  for (gsize i = length; i-- > 0;)
    {
      node = outlay_edges_follow (&tree->edges, node, (guchar)folded[i]);
      if (node == 0)
        break;
      if (get_words (tree, node)->part != 0 && i > 0)
        best = get_words (tree, node)->part;
    }
  return best;
}

/**
 * outlay_vocabulary_get_shorter:
 *
 * Returns: the number of the next shorter known beginning (or end) of the word of number @word, 0
 *   where there is none.
 */
guint32
outlay_vocabulary_get_shorter (const OutlayVocabulary *vocabulary, guint32 word)
{
  return g_array_index (vocabulary->shorter, guint32, word);
}

/** outlay_vocabulary_get_size: Returns: the highest number of a word, plus one. */
guint
outlay_vocabulary_get_size (const OutlayVocabulary *vocabulary)
{
  return vocabulary->n_words + 1;
}
