/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "outlay-scene.h"

G_BEGIN_DECLS

/**
 * OutlayWindow:
 * @sentence: which sentence
 * @first_token: where it begins
 * @end_token: where it ends
 *
 * The stretch of a sentence that speaks of one figure, where a sentence speaks of several.
 */
typedef struct
{
  guint sentence;
  guint first_token;
  guint end_token;
} OutlayWindow;

/** OutlayPlacing: how an organisation stands in its clause. */
typedef enum
{
  OUTLAY_PLACING_BARE, /* without a preposition: subject or object */
  OUTLAY_PLACING_TO,
  OUTLAY_PLACING_FROM,
  OUTLAY_PLACING_BY,
  OUTLAY_PLACING_WITH,
  OUTLAY_PLACING_FOR,
  OUTLAY_PLACING_IN,
  OUTLAY_PLACING_BY_OR_FROM, /* one word for both: the agent of a passive, otherwise the origin */
  OUTLAY_PLACING_OF,         /* an attribute of another word */
} OutlayPlacing;

/** OutlayMark: what a particle behind a name says of it, in languages that have such. */
typedef enum
{
  OUTLAY_MARK_NONE,
  OUTLAY_MARK_SUBJECT,
  OUTLAY_MARK_OBJECT,
} OutlayMark;

/** OutlayManner: what the text calls an organisation. */
typedef enum
{
  OUTLAY_MANNER_NAME,
  OUTLAY_MANNER_EPITHET,     /* a listed one by what it is known for */
  OUTLAY_MANNER_DESCRIPTION, /* by words that speak for it */
  OUTLAY_MANNER_PRONOUN,     /* by words that may mean any */
} OutlayManner;

/**
 * OutlayActor:
 * @find: index of the organisation or of the pronoun that stands for it
 * @entity: index of the organisation among the document's entities
 * @placing: how it stands
 * @mark: what a particle says of one that is bare
 * @link: index of the preposition or particle, %OUTLAY_NO_FIND where it is bare
 * @list: number of the list that it is a member of; a single one is a list by itself
 * @manner: what it is called there
 *
 * An organisation in a sentence.
 */
typedef struct
{
  guint find;
  int entity;
  OutlayPlacing placing;
  OutlayMark mark;
  guint link;
  guint list;
  OutlayManner manner;
} OutlayActor;

const GArray *outlay_scene_get_actors (const OutlayScene *scene, guint sentence);
OutlayWindow
outlay_grammar_get_window (const OutlayScene *scene, const GArray *figures, guint figure);
gboolean
outlay_grammar_is_parted (const OutlayScene *scene, const OutlayFind *a, const OutlayFind *b);
gboolean outlay_grammar_is_passive (const OutlayScene *scene, const OutlayFind *verb);
guint outlay_grammar_get_topic (const OutlayScene *scene, guint sentence);
guint outlay_grammar_count_list (const GArray *actors, guint list);

G_END_DECLS
