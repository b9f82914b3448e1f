/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "outlay-capacity.h"
#include "outlay-date.h"
#include "outlay-money.h"
#include "outlay-span.h"

G_BEGIN_DECLS

/** OutlayMentionType: what kind of thing a mention names. */
typedef enum
{
  OUTLAY_MENTION_MONEY,
  OUTLAY_MENTION_CAPACITY,
  OUTLAY_MENTION_DATE,
  OUTLAY_MENTION_ORGANISATION,
  OUTLAY_MENTION_PLACE,
  OUTLAY_MENTION_CUE,
} OutlayMentionType;

#define OUTLAY_N_MENTION_TYPES (OUTLAY_MENTION_CUE + 1)

/**
 * OutlayMention:
 * @type: what it names; it says which of the readings below is set
 * @part: which text of the article
 * @span: where in it, hedges included ("up to 50 billion dollars")
 * @money: reading of an amount
 * @capacity: reading of a capacity
 * @date: reading of a date
 * @date_end: where a stretch ends ("from 2025 to 2029"), unset otherwise
 * @name: (nullable): of an organisation its usual name, of a place its country code, of a cue what
 *   it is a cue for ("kind:build")
 */
typedef struct
{
  OutlayMentionType type;
  OutlayPart part;
  OutlaySpan span;
  OutlayMoney money;
  OutlayCapacity capacity;
  OutlayDate date;
  OutlayDate date_end;
  const char *name;
} OutlayMention;

const char *outlay_mention_type_to_string (OutlayMentionType type);

G_END_DECLS
