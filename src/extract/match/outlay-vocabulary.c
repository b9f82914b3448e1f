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

/* A node of a closed tree. The child by a byte has the cell of that number behind @base, where that
 * cell names this one as its parent: one look for each byte of a word. */
typedef struct
{
  guint32 base : 31;
  guint32 has_words : 1;
  guint32 parent;
} Cell;

typedef struct
{
  OutlayEdges edges; /* while the tree grows */
  GArray *nodes;     /* NodeWords by node; by cell once the tree is closed */
  GArray *cells;     /* Cell, of the closed tree; the root's is ROOT */
} Tree;

/* The root's cell; the others lie behind as many as there are labels, so that every base fits. */
#define ROOT     1
#define N_LABELS 256

/* How far from the end nodes of several children look for room. */
#define ROOM 256

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
  tree->cells = g_array_new (FALSE, TRUE, sizeof (Cell));
}

static void
clear_tree (Tree *tree)
{
  outlay_edges_clear (&tree->edges);
  g_array_unref (tree->nodes);
  g_array_unref (tree->cells);
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

/* Notes of each word which shorter one it goes on from. */
static void
link_words (OutlayVocabulary *vocabulary, const Tree *tree)
{
  g_autofree guint32 *inherited = g_new0 (guint32, tree->edges.n_nodes);

  for (guint32 node = 1; node < tree->edges.n_nodes; node++)
    {
      const NodeWords *words = get_words (tree, node);
      guint32 shorter = inherited[node];

      if (words->part != 0)
        {
          g_array_index (vocabulary->shorter, guint32, words->part) = shorter;
          shorter = words->part;
        }
      if (words->whole != 0)
        g_array_index (vocabulary->shorter, guint32, words->whole) = shorter;
      for (guint32 i = tree->edges.first_child[node]; i < tree->edges.first_child[node + 1]; i++)
        inherited[tree->edges.children[i].target] = shorter;
    }
}

static Cell *
get_cell (const Tree *tree, guint32 cell)
{
  return &g_array_index (tree->cells, Cell, cell);
}

static gboolean
has_room (const Tree *tree, guint32 node, guint32 base)
{
  for (guint32 i = tree->edges.first_child[node]; i < tree->edges.first_child[node + 1]; i++)
    {
      if (get_cell (tree, base + tree->edges.children[i].label)->parent != 0)
        return FALSE;
    }
  return TRUE;
}

/* The first base from @from on where the cells of all children of @node are free. */
static guint32
find_room (Tree *tree, guint32 node, guint32 from)
{
  guint32 base = from;

  for (;; base++)
    {
      if (tree->cells->len < base + N_LABELS)
        g_array_set_size (tree->cells, base * 2 + N_LABELS);
      if (has_room (tree, node, base))
        return base;
    }
}

/* Gives each node a cell such that its children's lie behind its base. Returns the cells by node.
 * Room is looked for from the first free cell on by nodes of one child, which fit anywhere, and
 * near the end by the others. */
static guint32 *
lay_cells (Tree *tree)
{
  const OutlayEdges *edges = &tree->edges;
  guint32 *cells = g_new0 (guint32, edges->n_nodes);
  guint32 free = N_LABELS, end = N_LABELS;

  g_array_set_size (tree->cells, 2 * N_LABELS);
  get_cell (tree, ROOT)->parent = ROOT;
  cells[1] = ROOT;
  for (guint32 node = 1; node < edges->n_nodes; node++)
    {
      const OutlayChild *children = edges->children + edges->first_child[node];
      guint32 n_children = edges->first_child[node + 1] - edges->first_child[node];

      if (n_children == 0)
        continue;
      while (get_cell (tree, free)->parent != 0)
        free++;
      guint32 from = n_children == 1 ? free : MAX (free, end - ROOM);
      guint32 base = find_room (tree, node, from - children->label);
      get_cell (tree, cells[node])->base = base;
      for (guint32 i = 0; i < n_children; i++)
        {
          cells[children[i].target] = base + children[i].label;
          get_cell (tree, base + children[i].label)->parent = cells[node];
        }
      end = MAX (end, base);
    }
  return cells;
}

static void
move_words (Tree *tree, const guint32 *cells)
{
  GArray *moved = g_array_new (FALSE, TRUE, sizeof (NodeWords));

  g_array_set_size (moved, tree->cells->len);
  for (guint32 node = 1; node < tree->edges.n_nodes; node++)
    {
      const NodeWords *words = get_words (tree, node);

      g_array_index (moved, NodeWords, cells[node]) = *words;
      get_cell (tree, cells[node])->has_words = words->whole != 0 || words->part != 0;
    }
  g_array_unref (tree->nodes);
  tree->nodes = moved;
}

/* Nodes are numbered in the order of their making, so a parent stands before its children. */
static void
close_tree (OutlayVocabulary *vocabulary, Tree *tree)
{
  outlay_edges_close (&tree->edges);
  link_words (vocabulary, tree);
  g_autofree guint32 *cells = lay_cells (tree);
  move_words (tree, cells);
  outlay_edges_clear (&tree->edges);
}

/* The cell that the byte @label leads to from the cell @from, 0 where there is none. */
static inline guint32
follow (const Tree *tree, guint32 from, char label)
{
  guint32 cell = get_cell (tree, from)->base + (guchar)label;

  return get_cell (tree, cell)->parent == from ? cell : 0;
}

/* What is known of the words at @cell. */
static inline NodeWords
read_words (const Tree *tree, guint32 cell)
{
  return get_cell (tree, cell)->has_words ? *get_words (tree, cell) : (NodeWords){0, 0};
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
  NodeWords words = {0, 0};
  guint32 cell = ROOT, best = 0;

  for (gsize i = 0; i < length; i++)
    {
      cell = follow (tree, cell, folded[i]);
      if (cell == 0)
        return best;
      words = read_words (tree, cell);
      if (words.part != 0)
        best = words.part;
    }
  return words.whole != 0 ? words.whole : best;
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
  guint32 cell = ROOT, best = 0;

  for (gsize i = length; i-- > 0;)
    {
      cell = follow (tree, cell, folded[i]);
      if (cell == 0)
        break;
      guint32 part = read_words (tree, cell).part;
      if (part != 0 && i > 0)
        best = part;
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
