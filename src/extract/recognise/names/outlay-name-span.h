/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "extract/recognise/outlay-scan.h"

G_BEGIN_DECLS

/** OutlayNameClue: what the words around a candidate say of it. */
typedef enum
{
  OUTLAY_NAME_INTRODUCED = 1 << 0,     /* "the operator" before it */
  OUTLAY_NAME_APPOSED_BEHIND = 1 << 1, /* ", a data center operator," behind it */
  OUTLAY_NAME_APPOSED_BEFORE = 1 << 2, /* "the operator of the line, " before it */
  OUTLAY_NAME_FOLLOWS_KNOWN = 1 << 3,  /* behind a known name in a list */
  OUTLAY_NAME_PRECEDES_KNOWN = 1 << 4, /* before one */
  OUTLAY_NAME_TITLED = 1 << 5,         /* a person's title or first name in it or before it */
  OUTLAY_NAME_HOLDS_OFFICE = 1 << 6,   /* ", chief executive of …" behind it */
  OUTLAY_NAME_AFTER_KNOWN = 1 << 7,    /* right behind a known name: "Borealis X300" */
  OUTLAY_NAME_COMMON = 1 << 8,         /* nothing but words that are no names */
  OUTLAY_NAME_COMPOUND = 1 << 9,       /* a hyphen ties it to a noun: "Beta-Gruppe" */
  OUTLAY_NAME_PLACE = 1 << 10,         /* a place's name and nothing else */
  OUTLAY_NAME_HOLDS_KNOWN = 1 << 11,   /* a known name is part of it: "Dunmore Energy" */
} OutlayNameClue;

/**
 * OutlayNameSpan:
 * @first: index of its first token
 * @end: index behind its last token
 * @organisation: (nullable): its entry where the data files know it
 * @flags: #OutlayFindFlags
 * @key: its folded words, of a candidate; they last as long as the scan
 * @score: of an unknown name how much speaks for an organisation; what has none is a candidate
 * @strong: of an unknown name whether something speaks for an organisation, not only for a name
 * @clues: of an unknown name its #OutlayNameClue
 * @run_first: of a candidate in letters index of the first token of its run of capitalised words
 * @run_end: index behind the last token of that run, 0 of other names
 * @share: of an unknown name how likely it is an organisation that may be a party
 *
 * Tokens that name an organisation, or may do so.
 */
typedef struct
{
  guint first;
  guint end;
  const OutlayOrganisation *organisation;
  guint flags;
  const char *key;
  int score;
  gboolean strong;
  guint clues;
  guint run_first;
  guint run_end;
  double share;
} OutlayNameSpan;

/** OUTLAY_NAME_ENOUGH: the score from which on a candidate is taken for an organisation. */
#define OUTLAY_NAME_ENOUGH 3

/** OUTLAY_NAME_INITIALS: bytes that the first letters of a name need at most. */
#define OUTLAY_NAME_INITIALS 64

gboolean outlay_name_spell_initials (const OutlayScan *scan,
                                     const OutlayNameSpan *span,
                                     gboolean incorporated,
                                     char *initials);
const char *outlay_name_find_own_word (const OutlayScan *scan, const OutlayNameSpan *span);
const OutlayOrganisation *
outlay_name_find_incorporated (const OutlayScan *scan, const OutlayNameSpan *span);
void outlay_name_tie_brackets (const OutlayScan *scan, GArray *spans);
void outlay_name_find_known (const OutlayScan *scan, GArray *spans, guint8 *taken);
void outlay_name_find_governments (const OutlayScan *scan, GArray *spans, guint8 *taken);
void outlay_name_find_candidates (const OutlayScan *scan, GArray *spans);
guint outlay_name_find_clues (const OutlayScan *scan, const guint8 *taken, guint first, guint end);
gboolean outlay_name_is_han (const OutlayScan *scan);
void outlay_name_tie_han (const OutlayScan *scan, GArray *spans, guint from);
void outlay_name_find_han (const OutlayScan *scan, GArray *spans, const guint8 *taken);
char *outlay_name_dup_subject (const OutlayScan *scan, const OutlayNameSpan *span);
void outlay_name_judge (const OutlayScan *scan, GArray *spans, guint from);
gboolean
outlay_name_has_cue (const OutlayScan *scan, guint at, const char *class_name, const char *value);
const char *outlay_name_fold (const OutlayScan *scan, guint first, guint end);
void outlay_name_add_entities (OutlayScan *scan, GArray *spans);

G_END_DECLS
