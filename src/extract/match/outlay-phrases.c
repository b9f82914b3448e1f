/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-extract"

#include "extract/match/outlay-phrases.h"

#include <string.h>

/* A label is a word's number, and whether the word is glued to the one before it. */
#define LABEL(word, glued) ((word) << 1 | ((glued) ? 1u : 0u))

/* What of a word's looks a strict name insists on. */
#define SHAPE (OUTLAY_TOKEN_CAPITAL | OUTLAY_TOKEN_ALL_CAPS | OUTLAY_TOKEN_MIXED)

struct _OutlayPhrases
{
  OutlayVocabulary *vocabulary;
  OutlayEdges edges;
  GArray *nodes;   /* guint32 by node: index of its first entry, 0 where it has none */
  GArray *entries; /* OutlayEntry, the first unused */
  GArray *tokens;  /* OutlayToken: of the phrase that is being added */
  guint64 *starts; /* bit by word: whether a phrase begins with it */
  guint32 *before; /* by element of @starts: how many words before those begin one */
};

/** outlay_phrases_new: Returns: (transfer full): no phrases yet; their words go to @vocabulary. */
OutlayPhrases *
outlay_phrases_new (OutlayVocabulary *vocabulary)
{
  OutlayPhrases *phrases = g_new0 (OutlayPhrases, 1);

  phrases->vocabulary = vocabulary;
  outlay_edges_init (&phrases->edges);
  phrases->nodes = g_array_new (FALSE, TRUE, sizeof (guint32));
  phrases->entries = g_array_new (FALSE, TRUE, sizeof (OutlayEntry));
  g_array_set_size (phrases->entries, 1);
  phrases->tokens = g_array_new (FALSE, FALSE, sizeof (OutlayToken));
  return phrases;
}

void
outlay_phrases_free (OutlayPhrases *phrases)
{
  outlay_edges_clear (&phrases->edges);
  g_array_unref (phrases->nodes);
  g_array_unref (phrases->entries);
  g_array_unref (phrases->tokens);
  g_free (phrases->starts);
  g_free (phrases->before);
  g_free (phrases);
}

static guint32
number_word (OutlayPhrases *phrases, const char *phrase, const OutlayToken *token, guint32 star)
{
  char folded[OUTLAY_TOKEN_LONGEST];
  gsize length = outlay_token_fold (phrase + token->start, token->end - token->start, folded);

  if (length == 0)
    return 0;
  if (star == 1)
    return outlay_vocabulary_add_beginning (phrases->vocabulary, folded, length);
  if (star == 2)
    return outlay_vocabulary_add_end (phrases->vocabulary, folded, length);
  return outlay_vocabulary_add (phrases->vocabulary, folded, length);
}

static gboolean
is_star (const char *phrase, const GArray *tokens, guint index)
{
  return index < tokens->len && phrase[g_array_index (tokens, OutlayToken, index).start] == '*';
}

/* Goes down the words of @phrase, making the way. Returns the last node, 0 for an empty phrase. */
static guint32
add_way (OutlayPhrases *phrases, const char *phrase, const GArray *tokens)
{
  guint32 node = 1;
  gboolean end_star = FALSE;

  for (guint i = 0; i < tokens->len; i++)
    {
      const OutlayToken *token = &g_array_index (tokens, OutlayToken, i);
      gboolean glued = token->flags & OUTLAY_TOKEN_GLUED && node != 1 && !end_star;

      if (is_star (phrase, tokens, i))
        {
          end_star = i + 1 < tokens->len
                     && g_array_index (tokens, OutlayToken, i + 1).flags & OUTLAY_TOKEN_GLUED;
          continue;
        }
      gboolean begin_star
        = is_star (phrase, tokens, i + 1)
          && g_array_index (tokens, OutlayToken, i + 1).flags & OUTLAY_TOKEN_GLUED;
      guint32 word = number_word (phrases, phrase, token, end_star ? 2 : begin_star ? 1 : 0);
      if (word == 0)
        return 0;
      node = outlay_edges_add (&phrases->edges, node, LABEL (word, glued));
      end_star = FALSE;
      /* The star that ended this word must not be read as beginning the next. */
      if (begin_star)
        i++;
    }
  g_array_set_size (phrases->nodes, phrases->edges.n_nodes);
  return node == 1 ? 0 : node;
}

static gboolean
add (OutlayPhrases *phrases, const char *phrase, const OutlayEntry *entry, guint16 name_flags)
{
  OutlayTokenizer tokenizer = {NULL, NULL, FALSE};
  GArray *tokens = phrases->tokens;

  g_array_set_size (tokens, 0);
  outlay_tokenizer_cut (&tokenizer, phrase, tokens);
  guint32 node = add_way (phrases, phrase, tokens);
  if (node == 0)
    return FALSE;
  OutlayEntry added = *entry;
  added.flags |= name_flags & OUTLAY_ENTRY_STRICT;
  const OutlayToken *first = &g_array_index (tokens, OutlayToken, 0);
  if (name_flags & OUTLAY_ENTRY_UPPER && first->flags & (OUTLAY_TOKEN_CAPITAL | OUTLAY_TOKEN_MIXED))
    added.flags |= OUTLAY_ENTRY_UPPER;
  if (name_flags & OUTLAY_ENTRY_ALL_CAPS && tokens->len == 1 && first->flags & OUTLAY_TOKEN_ALL_CAPS
      && first->end - first->start <= 3)
    added.flags |= OUTLAY_ENTRY_ALL_CAPS;
  added.shape = (guint16)(first->flags & SHAPE);
  guint32 *head = &g_array_index (phrases->nodes, guint32, node);
  added.next = *head;
  *head = phrases->entries->len;
  g_array_append_val (phrases->entries, added);
  return TRUE;
}

/**
 * outlay_phrases_add:
 * @phrase: its words; one that ends in a star stands for all that begin so, one that begins with a
 *   star for all that end so; case doesn't matter
 * @number: see #OutlayEntryClass
 * @data: (nullable): the same; it must outlive @phrases
 *
 * Returns: whether @phrase has a word.
 */
gboolean
outlay_phrases_add (OutlayPhrases *phrases,
                    const char *phrase,
                    OutlayEntryClass class,
                    gint64 number,
                    const void *data)
{
  OutlayEntry entry = {.class = class, .number = number, .data = data};

  return add (phrases, phrase, &entry, 0);
}

/**
 * outlay_phrases_add_name:
 *
 * Adds a name: where it has an upper case letter, a text must have one too, and one of up to three
 * capitals ("NCD") is found as such only.
 */
void
outlay_phrases_add_name (
  OutlayPhrases *phrases, const char *name, OutlayEntryClass class, gint64 number, const void *data)
{
  OutlayEntry entry = {.class = class, .number = number, .data = data};

  add (phrases, name, &entry, OUTLAY_ENTRY_UPPER | OUTLAY_ENTRY_ALL_CAPS);
}

/**
 * outlay_phrases_add_strict:
 *
 * Adds a name that is a word of the language too: its capitals must stand where @name has them.
 */
void
outlay_phrases_add_strict (
  OutlayPhrases *phrases, const char *name, OutlayEntryClass class, gint64 number, const void *data)
{
  OutlayEntry entry = {.class = class, .number = number, .data = data};

  add (phrases, name, &entry, OUTLAY_ENTRY_STRICT);
}

/** outlay_phrases_close: makes @phrases ready; the vocabulary must have all its words by now. */
void
outlay_phrases_close (OutlayPhrases *phrases)
{
  outlay_edges_close (&phrases->edges);
  g_array_set_size (phrases->nodes, phrases->edges.n_nodes);
  guint n_words = outlay_vocabulary_get_size (phrases->vocabulary);
  phrases->starts = g_new0 (guint64, n_words / 64 + 1);
  phrases->before = g_new0 (guint32, n_words / 64 + 2);
  for (guint32 i = phrases->edges.first_child[1]; i < phrases->edges.first_child[2]; i++)
    {
      guint32 word = phrases->edges.children[i].label >> 1;

      phrases->starts[word / 64] |= G_GUINT64_CONSTANT (1) << word % 64;
      phrases->before[word / 64 + 1]++;
    }
  for (guint32 i = 1; i <= n_words / 64; i++)
    phrases->before[i] += phrases->before[i - 1];
}

/* Most words begin no phrase, and the bits of all fit into the fastest cache. */
static inline gboolean
starts_phrase (const OutlayPhrases *phrases, guint32 word)
{
  return phrases->starts[word / 64] >> word % 64 & 1;
}

/* The node that @word, which begins a phrase, leads to from the root: its children stand in the
 * order of their words, and none of them is glued. */
static guint32
get_first (const OutlayPhrases *phrases, guint32 word)
{
  guint64 smaller = (G_GUINT64_CONSTANT (1) << word % 64) - 1;
  guint32 child = phrases->before[word / 64]
                  + (guint32)__builtin_popcountll (phrases->starts[word / 64] & smaller);

  return phrases->edges.children[phrases->edges.first_child[1] + child].target;
}

static inline guint32
follow (const OutlayPhrases *phrases, guint32 node, guint32 word, gboolean glued)
{
  if (node != 1)
    return outlay_edges_follow (&phrases->edges, node, LABEL (word, glued));
  return starts_phrase (phrases, word) ? get_first (phrases, word) : 0;
}

static gboolean
looks_right (const OutlayEntry *entry, const OutlayToken *first)
{
  if (entry->flags & OUTLAY_ENTRY_ALL_CAPS
      && !(first->flags & (OUTLAY_TOKEN_ALL_CAPS | OUTLAY_TOKEN_INFLECTED)))
    return FALSE;
  if (entry->flags & OUTLAY_ENTRY_STRICT && (first->flags & SHAPE) != entry->shape)
    return FALSE;
  return !(entry->flags & OUTLAY_ENTRY_UPPER)
         || first->flags & (OUTLAY_TOKEN_CAPITAL | OUTLAY_TOKEN_MIXED);
}

/* A walk down the phrases from one token. */
typedef struct
{
  const OutlayPhrases *phrases;
  const OutlayToken *tokens;
  guint first;
  guint end;
  OutlayHits *hits;
} Walk;

/* A token has two hits or so: too many for a call of g_array_append_vals() each. */
static inline void
add_hit (OutlayHits *hits, guint first, guint end, const OutlayEntry *entry)
{
  if (hits->len == hits->room)
    {
      hits->room = MAX (hits->room * 2, 64);
      hits->hits = g_renew (OutlayHit, hits->hits, hits->room);
    }
  hits->hits[hits->len++] = (OutlayHit){first, end, entry};
}

static void
report_node (const Walk *walk, guint32 node, guint end)
{
  guint32 index = g_array_index (walk->phrases->nodes, guint32, node);

  while (index != 0)
    {
      const OutlayEntry *entry = &g_array_index (walk->phrases->entries, OutlayEntry, index);

      if (looks_right (entry, &walk->tokens[walk->first]))
        add_hit (walk->hits, walk->first, end, entry);
      index = entry->next;
    }
}

static void walk_on (const Walk *walk, guint32 node, guint at);

static void
step (const Walk *walk, guint32 node, guint at, guint32 word, gboolean glued)
{
  guint32 target = follow (walk->phrases, node, word, glued);

  if (target == 0)
    return;
  report_node (walk, target, at + 1);
  if (at + 1 < walk->end)
    walk_on (walk, target, at + 1);
}

/* The depth is that of the longest phrase, the breadth that of the known beginnings of a word: both
 * are the data files', not the text's. */
static void
walk_on (const Walk *walk, guint32 node, guint at)
{
  const OutlayToken *token = &walk->tokens[at];

  if (node != 1 && token->flags & OUTLAY_TOKEN_NEW_LINE)
    return;
  gboolean glued = node != 1 && token->flags & OUTLAY_TOKEN_GLUED;
  const OutlayVocabulary *vocabulary = walk->phrases->vocabulary;

  for (guint32 word = token->word; word != 0;
       word = outlay_vocabulary_get_shorter (vocabulary, word))
    step (walk, node, at, word, glued);
  for (guint32 word = token->tail; word != 0;
       word = outlay_vocabulary_get_shorter (vocabulary, word))
    step (walk, node, at, word, glued);
}

/**
 * outlay_phrases_find:
 * @tokens: (array): a text's tokens
 * @at: where a phrase may begin
 * @end: how many tokens there are; no phrase crosses a line break
 * @hits: where all phrases that begin there are added, the shorter first
 */
void
outlay_phrases_find (
  const OutlayPhrases *phrases, const OutlayToken *tokens, guint at, guint end, OutlayHits *hits)
{
  const Walk walk = {phrases, tokens, at, end, hits};

  if (tokens[at].word != 0 || tokens[at].tail != 0)
    walk_on (&walk, 1, at);
}

/** outlay_phrases_may_start: Returns: whether a phrase begins with the word of number @word. */
gboolean
outlay_phrases_may_start (const OutlayPhrases *phrases, guint32 word)
{
  return starts_phrase (phrases, word);
}

/**
 * outlay_phrases_step:
 * @node: where a walk stands, 1 at its beginning
 * @word: number of the next word
 * @glued: whether it is glued to the one before it
 *
 * Returns: where it stands then, 0 where no phrase goes on so.
 */
guint32
outlay_phrases_step (const OutlayPhrases *phrases, guint32 node, guint32 word, gboolean glued)
{
  return follow (phrases, node, word, glued);
}

/**
 * outlay_phrases_get_entry:
 *
 * Returns: (transfer none) (nullable): the entry of @class whose phrase ends at @node.
 */
const OutlayEntry *
outlay_phrases_get_entry (const OutlayPhrases *phrases, guint32 node, OutlayEntryClass class)
{
  guint32 index = g_array_index (phrases->nodes, guint32, node);

  while (index != 0)
    {
      const OutlayEntry *entry = &g_array_index (phrases->entries, OutlayEntry, index);

      if (entry->class == class)
        return entry;
      index = entry->next;
    }
  return NULL;
}

/**
 * outlay_phrases_get_word:
 *
 * Returns: (transfer none) (nullable): the entry of @class of the one word @folded.
 */
const OutlayEntry *
outlay_phrases_get_word (const OutlayPhrases *phrases,
                         const char *folded,
                         gsize length,
                         OutlayEntryClass class)
{
  guint32 word = outlay_vocabulary_find (phrases->vocabulary, folded, length);
  guint32 node = word != 0 ? outlay_phrases_step (phrases, 1, word, FALSE) : 0;

  return node != 0 ? outlay_phrases_get_entry (phrases, node, class) : NULL;
}
