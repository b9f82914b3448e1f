/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-extract"

#include "extract/recognise/names/outlay-name-span.h"

#include <string.h>

#include "base/outlay-text.h"

/* Bytes of a key that are compared. */
#define LONGEST_KEY 1024

/* Who is who in one document. */
typedef struct
{
  OutlayScan *scan;
  GHashTable *by_organisation; /* OutlayOrganisation → index + 1 */
  GHashTable *listed;          /* folded name → OutlayOrganisation that it stands for elsewhere */
  GHashTable *by_name;         /* folded name → index + 1 */
  GHashTable *by_own_word;     /* folded word that tells unknown names of several → index + 1 */
  GHashTable *by_initials;     /* folded first letters of the words of names → index + 1 */
  GHashTable *surnames;        /* folded last words of persons → 1 */
} Cast;

static char *
dup_name (const OutlayScan *scan, guint first, guint end)
{
  const char *text = outlay_scan_get_text (scan, first);
  g_autofree char *written
    = g_strndup (text, scan->tokens[end - 1].end - scan->tokens[first].start);

  return outlay_text_collapse_space (written);
}

/**
 * outlay_name_fold:
 *
 * Returns: (transfer none): the folded tokens from @first to before @end, one space between those
 *   that are apart; for comparison. They last as long as the scan.
 */
const char *
outlay_name_fold (const OutlayScan *scan, guint first, guint end)
{
  char buffer[LONGEST_KEY];
  char *last = buffer;

  if (end == first + 1)
    return outlay_document_get_folded (scan->document, first);
  for (guint at = first; at < end && last - buffer + OUTLAY_TOKEN_LONGEST + 1 < LONGEST_KEY; at++)
    {
      if (at > first && !(scan->tokens[at].flags & OUTLAY_TOKEN_GLUED))
        *last++ = ' ';
      last = g_stpcpy (last, outlay_document_get_folded (scan->document, at));
    }
  return g_string_chunk_insert_len (scan->keys, buffer, last - buffer);
}

static int
add_entity (Cast *cast, const OutlayNameSpan *span, const char *name)
{
  GArray *entities = cast->scan->document->entities;
  OutlayEntity entity = {name, span->organisation, span->flags, 0, 0};

  g_array_append_val (entities, entity);
  return (int)entities->len - 1;
}

static int
lookup (GHashTable *table, gconstpointer key)
{
  return GPOINTER_TO_INT (g_hash_table_lookup (table, key)) - 1;
}

/* The abbreviations of a name by its first letters, with its legal form and without. */
static void
remember_initials (Cast *cast, const OutlayNameSpan *span, int entity)
{
  char initials[OUTLAY_NAME_INITIALS];

  for (int incorporated = 0; incorporated < 2; incorporated++)
    {
      if (outlay_name_spell_initials (cast->scan, span, incorporated, initials))
        g_hash_table_insert (cast->by_initials, g_string_chunk_insert (cast->scan->keys, initials),
                             GINT_TO_POINTER (entity + 1));
    }
}

/* "CRC" behind "Calder Retirement Corporation". */
static int
find_by_initials (const Cast *cast, const OutlayNameSpan *span)
{
  if (span->end - span->first > 1
      || !outlay_scan_looks (cast->scan, span->first, OUTLAY_TOKEN_ALL_CAPS))
    return -1;
  return lookup (cast->by_initials, span->key);
}

/* "Calder Retirement Corporation" behind "CRC". */
static int
find_abbreviated (const Cast *cast, const OutlayNameSpan *span)
{
  char initials[OUTLAY_NAME_INITIALS];
  int entity = -1;

  for (int incorporated = 0; incorporated < 2 && entity < 0; incorporated++)
    {
      if (outlay_name_spell_initials (cast->scan, span, incorporated, initials))
        entity = lookup (cast->by_name, initials);
    }
  return entity;
}

static int
find_known (Cast *cast, const OutlayNameSpan *span)
{
  int entity = lookup (cast->by_organisation, span->organisation);

  if (entity < 0)
    {
      entity = add_entity (cast, span, span->organisation->name);
      g_hash_table_insert (cast->by_organisation, (gpointer)span->organisation,
                           GINT_TO_POINTER (entity + 1));
    }
  remember_initials (cast, span, entity);
  return entity;
}

/* Finds @folded among the names, also without an ending of the language. Particles of a language
 * without capitals are off the names by now. */
static int
find_folded (const Cast *cast, GHashTable *table, const char *folded)
{
  GStrv endings = cast->scan->lexicon->endings;
  int entity = lookup (table, folded);

  if (cast->scan->lexicon->counted == OUTLAY_COUNTED_LISTED)
    return entity;
  for (guint i = 0; entity < 0 && endings != NULL && endings[i] != NULL; i++)
    {
      if (!g_str_has_suffix (folded, endings[i]))
        continue;
      g_autofree char *stem = g_strndup (folded, strlen (folded) - strlen (endings[i]));

      entity = lookup (table, stem);
    }
  return entity;
}

/* The fullest form that a text has is what the organisation is called. */
static void
prefer_longer (const Cast *cast, int entity, const char *name)
{
  OutlayEntity *known = &g_array_index (cast->scan->document->entities, OutlayEntity, entity);

  if (known->organisation == NULL && strlen (name) > strlen (known->name))
    known->name = g_string_chunk_insert (cast->scan->document->strings, name);
}

static void
remember_name (Cast *cast, const OutlayNameSpan *span, int entity)
{
  const char *word;

  g_hash_table_insert (cast->by_name, (gpointer)span->key, GINT_TO_POINTER (entity + 1));
  if (span->end - span->first < 2)
    return;
  word = outlay_name_find_own_word (cast->scan, span);
  if (word != NULL && !g_hash_table_contains (cast->by_own_word, word))
    g_hash_table_insert (cast->by_own_word, (gpointer)word, GINT_TO_POINTER (entity + 1));
}

/* "Harbour Fund (HF)": what stands in brackets behind a name is its abbreviation. */
static void
remember_abbreviation (Cast *cast, const OutlayNameSpan *span, int entity)
{
  const OutlayScan *scan = cast->scan;
  guint at = span->end + 1;

  if (!outlay_scan_is (scan, span->end, "(")
      || !outlay_scan_looks (scan, at, OUTLAY_TOKEN_ALL_CAPS | OUTLAY_TOKEN_GLUED)
      || !outlay_scan_is (scan, at + 1, ")"))
    return;
  g_hash_table_insert (cast->by_name, (gpointer)outlay_name_fold (scan, at, at + 1),
                       GINT_TO_POINTER (entity + 1));
}

static int
find_unknown (Cast *cast, const OutlayNameSpan *span)
{
  const char *folded = span->key;
  g_autofree char *name = dup_name (cast->scan, span->first, span->end);
  int entity = find_folded (cast, cast->by_name, folded);

  if (entity >= 0)
    {
      prefer_longer (cast, entity, name);
      return entity;
    }
  if (span->end - span->first == 1)
    {
      entity = find_folded (cast, cast->by_own_word, folded);
      if (entity < 0)
        entity = find_by_initials (cast, span);
    }
  else
    {
      const char *word = outlay_name_find_own_word (cast->scan, span);

      /* "Dunmore Group" is the "Dunmore" that came before it. */
      entity = word == NULL ? -1 : lookup (cast->by_name, word);
      if (entity < 0)
        entity = find_abbreviated (cast, span);
      if (entity >= 0)
        prefer_longer (cast, entity, name);
    }
  if (entity < 0)
    entity = add_entity (cast, span, g_string_chunk_insert (cast->scan->document->strings, name));
  remember_name (cast, span, entity);
  remember_initials (cast, span, entity);
  remember_abbreviation (cast, span, entity);
  return entity;
}

static void
note_person (Cast *cast, const OutlayNameSpan *span)
{
  g_hash_table_insert (cast->surnames,
                       (gpointer)outlay_name_fold (cast->scan, span->end - 1, span->end),
                       GINT_TO_POINTER (1));
}

static void
note_listed (Cast *cast, const OutlayNameSpan *span)
{
  const OutlayOrganisation *organisation = span->organisation;
  char folded[LONGEST_KEY];
  gsize length = strlen (organisation->name);

  g_hash_table_insert (cast->listed,
                       (gpointer)outlay_name_fold (cast->scan, span->first, span->end),
                       (gpointer)organisation);
  if (length > OUTLAY_TOKEN_LONGEST)
    return;
  folded[outlay_token_fold (organisation->name, length, folded)] = '\0';
  g_hash_table_insert (cast->listed, g_string_chunk_insert (cast->scan->keys, folded),
                       (gpointer)organisation);
}

/* A name that may mean something else is that of a listed organisation where the article names
 * that one. */
static void
name_listed (const Cast *cast, OutlayNameSpan *span)
{
  const OutlayOrganisation *organisation = g_hash_table_lookup (cast->listed, span->key);

  if (organisation == NULL)
    organisation = outlay_name_find_incorporated (cast->scan, span);
  if (organisation == NULL)
    return;
  span->organisation = organisation;
  span->flags |= OUTLAY_FIND_KNOWN;
}

/* A candidate that is not judged an organisation by itself, but is called like one that is. */
static gboolean
is_called_like (const Cast *cast, const OutlayNameSpan *span)
{
  return find_folded (cast, cast->by_name, span->key) >= 0
         || (span->end - span->first == 1 && find_folded (cast, cast->by_own_word, span->key) >= 0)
         || find_by_initials (cast, span) >= 0;
}

static gboolean
is_surname (const Cast *cast, const OutlayNameSpan *span)
{
  const char *folded = outlay_name_fold (cast->scan, span->end - 1, span->end);

  return find_folded (cast, cast->surnames, folded) >= 0;
}

static void
note_sureness (OutlayEntity *entity, const OutlayNameSpan *span)
{
  guint sure = span->organisation != NULL ? 100 : (guint)(span->share * 100);

  entity->sure = MAX (entity->sure, sure);
}

/* The name's tokens without an inflecting "s" that a sign sets apart: "Norvik's". */
static void
add_find (Cast *cast, const OutlayNameSpan *span, int entity)
{
  GArray *entities = cast->scan->document->entities;
  OutlayFind *find
    = outlay_scan_add (cast->scan, OUTLAY_MENTION_ORGANISATION, span->first, span->end);

  find->flags = span->flags;
  find->entity = entity;
  g_array_index (entities, OutlayEntity, entity).n_mentions++;
  note_sureness (&g_array_index (entities, OutlayEntity, entity), span);
}

/* Names are final only when all forms have been seen. */
static void
name_finds (const OutlayScan *scan)
{
  GArray *finds = scan->document->finds;

  for (guint i = 0; i < finds->len; i++)
    {
      OutlayFind *find = &g_array_index (finds, OutlayFind, i);

      if (find->mention.type == OUTLAY_MENTION_ORGANISATION)
        find->mention.name
          = g_array_index (scan->document->entities, OutlayEntity, find->entity).name;
    }
}

static gboolean
is_sure (const OutlayNameSpan *span)
{
  return span->organisation != NULL || span->score >= OUTLAY_NAME_ENOUGH;
}

/* A country, or the seat of its government, that was judged to act is that government. */
static void
name_government (const OutlayScan *scan, OutlayNameSpan *span)
{
  const OutlayHit *seat = outlay_scan_find (scan, span->first, OUTLAY_ENTRY_SEAT);
  const OutlayHit *place = outlay_scan_find (scan, span->first, OUTLAY_ENTRY_PLACE);
  const OutlayOrganisation *government = NULL;

  if (seat != NULL && seat->end == span->end)
    government = outlay_names_get_government (scan->names, seat->entry->data);
  else if (place != NULL && place->end == span->end && place->entry->number == OUTLAY_PLACE_COUNTRY)
    government = outlay_names_get_government (scan->names, place->entry->data);
  if (government == NULL)
    return;
  span->organisation = government;
  span->flags |= OUTLAY_FIND_KNOWN | OUTLAY_FIND_GOVERNMENT | OUTLAY_FIND_EPITHET;
}

/**
 * outlay_name_add_entities:
 * @spans: (element-type OutlayNameSpan): the names found, in the order of the text
 *
 * Ties the names that mean one organisation together and adds the finds. A candidate that is too
 * weak by itself is taken where a sure one has its name; a person's never.
 */
void
outlay_name_add_entities (OutlayScan *scan, GArray *spans)
{
  Cast cast = {
    scan,
    g_hash_table_new (NULL, NULL),
    g_hash_table_new (g_str_hash, g_str_equal),
    g_hash_table_new (g_str_hash, g_str_equal),
    g_hash_table_new (g_str_hash, g_str_equal),
    g_hash_table_new (g_str_hash, g_str_equal),
    g_hash_table_new (g_str_hash, g_str_equal),
  };
  guint end = 0;

  for (guint i = 0; i < spans->len; i++)
    {
      const OutlayNameSpan *span = &g_array_index (spans, OutlayNameSpan, i);

      if (span->flags & OUTLAY_FIND_PERSON)
        note_person (&cast, span);
      if (span->organisation != NULL)
        note_listed (&cast, span);
    }
  outlay_name_tie_brackets (scan, spans);
  for (guint i = 0; i < spans->len; i++)
    {
      OutlayNameSpan *span = &g_array_index (spans, OutlayNameSpan, i);

      if (!is_sure (span) && is_surname (&cast, span))
        span->score = G_MININT;
      if (is_sure (span) && span->organisation == NULL)
        name_listed (&cast, span);
      if (is_sure (span) && span->organisation == NULL)
        name_government (cast.scan, span);
      if (is_sure (span) && span->organisation == NULL)
        find_unknown (&cast, span);
    }
  for (guint i = 0; i < spans->len; i++)
    {
      const OutlayNameSpan *span = &g_array_index (spans, OutlayNameSpan, i);

      if (span->organisation != NULL)
        add_find (&cast, span, find_known (&cast, span));
      else if (is_sure (span)
               || (span->score > G_MININT && span->first >= end
                   && !(span->clues & OUTLAY_NAME_HOLDS_KNOWN) && is_called_like (&cast, span)))
        add_find (&cast, span, find_unknown (&cast, span));
      else
        continue;
      end = span->end;
    }
  name_finds (scan);
  g_hash_table_unref (cast.by_organisation);
  g_hash_table_unref (cast.listed);
  g_hash_table_unref (cast.by_name);
  g_hash_table_unref (cast.by_own_word);
  g_hash_table_unref (cast.by_initials);
  g_hash_table_unref (cast.surnames);
}
