/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "outlay-capacity.h"
#include "outlay-date.h"
#include "outlay-money.h"

G_BEGIN_DECLS

/** OutlayKind: what a deal is; the names stand in the JSON form in lower case. */
typedef enum
{
  OUTLAY_KIND_BUILD,
  OUTLAY_KIND_EQUITY,
  OUTLAY_KIND_SUPPLY,
  OUTLAY_KIND_ACQUISITION,
  OUTLAY_KIND_VENTURE,
  OUTLAY_KIND_FINANCING,
  OUTLAY_KIND_BUDGET,
  OUTLAY_KIND_GRANT,
} OutlayKind;

#define OUTLAY_N_KINDS (OUTLAY_KIND_GRANT + 1)

/** OutlayStatus: how far a deal is, in the order in which deals get on. */
typedef enum
{
  OUTLAY_STATUS_RUMOURED,
  OUTLAY_STATUS_ANNOUNCED,
  OUTLAY_STATUS_AGREED,
  OUTLAY_STATUS_UNDER_WAY,
  OUTLAY_STATUS_COMPLETED,
  OUTLAY_STATUS_CANCELLED,
} OutlayStatus;

#define OUTLAY_N_STATUSES (OUTLAY_STATUS_CANCELLED + 1)

/**
 * OutlayRole:
 * @OUTLAY_ROLE_INVESTOR: who pays or commits
 * @OUTLAY_ROLE_RECIPIENT: who gets the money, or for whom it is built
 * @OUTLAY_ROLE_PARTNER: takes part without a clear direction of money
 */
typedef enum
{
  OUTLAY_ROLE_INVESTOR,
  OUTLAY_ROLE_RECIPIENT,
  OUTLAY_ROLE_PARTNER,
} OutlayRole;

#define OUTLAY_N_ROLES (OUTLAY_ROLE_PARTNER + 1)

/** OutlayField: the fields of a deal; the names stand in the JSON form in lower case. */
typedef enum
{
  OUTLAY_FIELD_KIND,
  OUTLAY_FIELD_STATUS,
  OUTLAY_FIELD_PARTIES,
  OUTLAY_FIELD_AMOUNT,
  OUTLAY_FIELD_AMOUNT_ALT,
  OUTLAY_FIELD_CAPACITY,
  OUTLAY_FIELD_PLACES,
  OUTLAY_FIELD_ANNOUNCED,
  OUTLAY_FIELD_START,
  OUTLAY_FIELD_END,
} OutlayField;

#define OUTLAY_N_FIELDS (OUTLAY_FIELD_END + 1)

/**
 * OutlayParty:
 * @role: what it does in the deal
 * @name: as a reader expects it on the card: of a known organisation its usual Latin form
 */
typedef struct
{
  OutlayRole role;
  char *name;
} OutlayParty;

/**
 * OutlayFields:
 * @kind: what it is
 * @status: how far it is
 * @parties: (element-type OutlayParty): in the order of the text, investors first
 * @amount: the deal's own figure
 * @amount_alt: (element-type OutlayMoney): its conversions into other currencies
 * @capacity: the deal's total
 * @places: (element-type utf8): ISO 3166-1 alpha-2 codes
 * @announced: when it was made known
 * @start: when work, delivery or spending starts
 * @end: when it ends, or by when
 *
 * What a claim says of a deal, and what a deal's claims come to.
 */
typedef struct
{
  OutlayKind kind;
  OutlayStatus status;
  GPtrArray *parties;
  OutlayMoney amount;
  GArray *amount_alt;
  OutlayCapacity capacity;
  GPtrArray *places;
  OutlayDate announced;
  OutlayDate start;
  OutlayDate end;
} OutlayFields;

OutlayParty *outlay_party_new (OutlayRole role, const char *name);
void outlay_party_free (OutlayParty *party);
void outlay_fields_init (OutlayFields *fields);
void outlay_fields_clear (OutlayFields *fields);
void outlay_fields_copy (OutlayFields *copy, const OutlayFields *fields);
OutlayParty *outlay_fields_add_party (OutlayFields *fields, OutlayRole role, const char *name);
OutlayParty *outlay_fields_get_party (const OutlayFields *fields, guint index);
guint outlay_fields_count_role (const OutlayFields *fields, OutlayRole role);
gboolean outlay_fields_add_place (OutlayFields *fields, const char *country);
gboolean outlay_fields_share_place (const OutlayFields *a, const OutlayFields *b);
void outlay_fields_copy_field (OutlayFields *to, const OutlayFields *from, OutlayField field);
gboolean
outlay_fields_equal_field (const OutlayFields *a, const OutlayFields *b, OutlayField field);
gboolean outlay_fields_has (const OutlayFields *fields, OutlayField field);

const char *outlay_kind_to_string (OutlayKind kind);
gboolean outlay_kind_from_string (const char *string, OutlayKind *kind);
const char *outlay_status_to_string (OutlayStatus status);
gboolean outlay_status_from_string (const char *string, OutlayStatus *status);
const char *outlay_role_to_string (OutlayRole role);
gboolean outlay_role_from_string (const char *string, OutlayRole *role);
const char *outlay_field_to_string (OutlayField field);
gboolean outlay_field_from_string (const char *string, OutlayField *field);

G_DEFINE_AUTOPTR_CLEANUP_FUNC (OutlayParty, outlay_party_free)
G_DEFINE_AUTO_CLEANUP_CLEAR_FUNC (OutlayFields, outlay_fields_clear)

G_END_DECLS
