/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-base"

#include "outlay-fields.h"

static const char *const kind_names[OUTLAY_N_KINDS] = {
  "build", "equity", "supply", "acquisition", "venture", "financing", "budget", "grant",
};

static const char *const status_names[OUTLAY_N_STATUSES] = {
  "rumoured", "announced", "agreed", "under_way", "completed", "cancelled",
};

static const char *const role_names[OUTLAY_N_ROLES] = {"investor", "recipient", "partner"};

static const char *const field_names[OUTLAY_N_FIELDS] = {
  "kind",     "status", "parties",   "amount", "amount_alt",
  "capacity", "places", "announced", "start",  "end",
};

static gboolean
find_name (const char *string, const char *const *names, guint n_names, guint *index)
{
  for (guint i = 0; i < n_names; i++)
    {
      if (g_strcmp0 (string, names[i]) == 0)
        {
          *index = i;
          return TRUE;
        }
    }
  return FALSE;
}

/**
 * outlay_party_new:
 *
 * Returns: (transfer full): a party with a copy of @name.
 */
OutlayParty *
outlay_party_new (OutlayRole role, const char *name)
{
  OutlayParty *party = g_new0 (OutlayParty, 1);

  party->role = role;
  party->name = g_strdup (name);
  return party;
}

/** outlay_party_free: frees @party and its name. */
void
outlay_party_free (OutlayParty *party)
{
  if (party == NULL)
    return;
  g_free (party->name);
  g_free (party);
}

/**
 * outlay_fields_init:
 * @fields: (out caller-allocates): set to a deal of which nothing is known; clear it with
 *   outlay_fields_clear()
 */
void
outlay_fields_init (OutlayFields *fields)
{
  *fields = (OutlayFields){
    .kind = OUTLAY_KIND_BUILD,
    .status = OUTLAY_STATUS_ANNOUNCED,
    .parties = g_ptr_array_new_with_free_func ((GDestroyNotify)outlay_party_free),
    .amount = OUTLAY_MONEY_INIT,
    .amount_alt = g_array_new (FALSE, FALSE, sizeof (OutlayMoney)),
    .capacity = OUTLAY_CAPACITY_INIT,
    .places = g_ptr_array_new_with_free_func (g_free),
    .announced = OUTLAY_DATE_INIT,
    .start = OUTLAY_DATE_INIT,
    .end = OUTLAY_DATE_INIT,
  };
}

/** outlay_fields_clear: frees what @fields holds; it may be cleared twice. */
void
outlay_fields_clear (OutlayFields *fields)
{
  g_clear_pointer (&fields->parties, g_ptr_array_unref);
  g_clear_pointer (&fields->amount_alt, g_array_unref);
  g_clear_pointer (&fields->places, g_ptr_array_unref);
}

/**
 * outlay_fields_copy:
 * @copy: (out caller-allocates): a deep copy of @fields, initialised here
 * @fields: what to copy
 */
void
outlay_fields_copy (OutlayFields *copy, const OutlayFields *fields)
{
  outlay_fields_init (copy);
  copy->kind = fields->kind;
  copy->status = fields->status;
  for (guint i = 0; i < fields->parties->len; i++)
    {
      const OutlayParty *party = outlay_fields_get_party (fields, i);

      outlay_fields_add_party (copy, party->role, party->name);
    }
  copy->amount = fields->amount;
  if (fields->amount_alt->len > 0)
    g_array_append_vals (copy->amount_alt, fields->amount_alt->data, fields->amount_alt->len);
  copy->capacity = fields->capacity;
  for (guint i = 0; i < fields->places->len; i++)
    outlay_fields_add_place (copy, g_ptr_array_index (fields->places, i));
  copy->announced = fields->announced;
  copy->start = fields->start;
  copy->end = fields->end;
}

/**
 * outlay_fields_add_party:
 *
 * Returns: (transfer none): the party added, with a copy of @name.
 */
OutlayParty *
outlay_fields_add_party (OutlayFields *fields, OutlayRole role, const char *name)
{
  OutlayParty *party = outlay_party_new (role, name);

  g_ptr_array_add (fields->parties, party);
  return party;
}

/**
 * outlay_fields_get_party:
 *
 * Returns: (transfer none): the party at @index.
 */
OutlayParty *
outlay_fields_get_party (const OutlayFields *fields, guint index)
{
  g_return_val_if_fail (index < fields->parties->len, NULL);

  return g_ptr_array_index (fields->parties, index);
}

/**
 * outlay_fields_count_role:
 *
 * Returns: how many parties have @role.
 */
guint
outlay_fields_count_role (const OutlayFields *fields, OutlayRole role)
{
  guint count = 0;

  for (guint i = 0; i < fields->parties->len; i++)
    count += outlay_fields_get_party (fields, i)->role == role;
  return count;
}

/**
 * outlay_fields_add_place:
 * @country: ISO 3166-1 alpha-2 code, copied
 *
 * Returns: whether @country was not there yet.
 */
gboolean
outlay_fields_add_place (OutlayFields *fields, const char *country)
{
  if (g_ptr_array_find_with_equal_func (fields->places, country, g_str_equal, NULL))
    return FALSE;
  g_ptr_array_add (fields->places, g_strdup (country));
  return TRUE;
}

/** outlay_fields_share_place: Returns: whether a country of @a is one of @b's, too. */
gboolean
outlay_fields_share_place (const OutlayFields *a, const OutlayFields *b)
{
  for (guint i = 0; i < a->places->len; i++)
    {
      if (g_ptr_array_find_with_equal_func (b->places, g_ptr_array_index (a->places, i),
                                            g_str_equal, NULL))
        return TRUE;
    }
  return FALSE;
}

static void
copy_lists (OutlayFields *to, const OutlayFields *from, OutlayField field)
{
  if (field == OUTLAY_FIELD_PARTIES)
    {
      g_ptr_array_set_size (to->parties, 0);
      for (guint i = 0; i < from->parties->len; i++)
        {
          const OutlayParty *party = outlay_fields_get_party (from, i);

          outlay_fields_add_party (to, party->role, party->name);
        }
    }
  else if (field == OUTLAY_FIELD_PLACES)
    {
      g_ptr_array_set_size (to->places, 0);
      for (guint i = 0; i < from->places->len; i++)
        outlay_fields_add_place (to, g_ptr_array_index (from->places, i));
    }
  else
    {
      g_array_set_size (to->amount_alt, 0);
      if (from->amount_alt->len > 0)
        g_array_append_vals (to->amount_alt, from->amount_alt->data, from->amount_alt->len);
    }
}

/** outlay_fields_copy_field: gives @to the value of one field, or none, that @from has. */
void
outlay_fields_copy_field (OutlayFields *to, const OutlayFields *from, OutlayField field)
{
  switch (field)
    {
    case OUTLAY_FIELD_KIND:
      to->kind = from->kind;
      break;
    case OUTLAY_FIELD_STATUS:
      to->status = from->status;
      break;
    case OUTLAY_FIELD_AMOUNT:
      to->amount = from->amount;
      break;
    case OUTLAY_FIELD_CAPACITY:
      to->capacity = from->capacity;
      break;
    case OUTLAY_FIELD_ANNOUNCED:
      to->announced = from->announced;
      break;
    case OUTLAY_FIELD_START:
      to->start = from->start;
      break;
    case OUTLAY_FIELD_END:
      to->end = from->end;
      break;
    default:
      copy_lists (to, from, field);
    }
}

static gboolean
equal_lists (const OutlayFields *a, const OutlayFields *b, OutlayField field)
{
  gboolean equal;

  if (field == OUTLAY_FIELD_PARTIES)
    {
      equal = a->parties->len == b->parties->len;
      for (guint i = 0; equal && i < a->parties->len; i++)
        {
          const OutlayParty *party = outlay_fields_get_party (a, i);
          const OutlayParty *other = outlay_fields_get_party (b, i);

          equal = party->role == other->role && g_str_equal (party->name, other->name);
        }
      return equal;
    }
  if (field == OUTLAY_FIELD_PLACES)
    {
      equal = a->places->len == b->places->len;
      for (guint i = 0; equal && i < a->places->len; i++)
        equal = g_str_equal (g_ptr_array_index (a->places, i), g_ptr_array_index (b->places, i));
      return equal;
    }
  equal = a->amount_alt->len == b->amount_alt->len;
  for (guint i = 0; equal && i < a->amount_alt->len; i++)
    equal = outlay_money_equal (&g_array_index (a->amount_alt, OutlayMoney, i),
                                &g_array_index (b->amount_alt, OutlayMoney, i));
  return equal;
}

/**
 * outlay_fields_equal_field:
 *
 * Returns: whether @a and @b have the same value of @field, or both none.
 */
gboolean
outlay_fields_equal_field (const OutlayFields *a, const OutlayFields *b, OutlayField field)
{
  switch (field)
    {
    case OUTLAY_FIELD_KIND:
      return a->kind == b->kind;
    case OUTLAY_FIELD_STATUS:
      return a->status == b->status;
    case OUTLAY_FIELD_AMOUNT:
      return outlay_money_equal (&a->amount, &b->amount);
    case OUTLAY_FIELD_CAPACITY:
      return outlay_capacity_equal (&a->capacity, &b->capacity);
    case OUTLAY_FIELD_ANNOUNCED:
      return outlay_date_equal (a->announced, b->announced);
    case OUTLAY_FIELD_START:
      return outlay_date_equal (a->start, b->start);
    case OUTLAY_FIELD_END:
      return outlay_date_equal (a->end, b->end);
    default:
      return equal_lists (a, b, field);
    }
}

/**
 * outlay_fields_has:
 *
 * Returns: whether @field has a value; a deal's kind and status always have.
 */
gboolean
outlay_fields_has (const OutlayFields *fields, OutlayField field)
{
  switch (field)
    {
    case OUTLAY_FIELD_KIND:
    case OUTLAY_FIELD_STATUS:
      return TRUE;
    case OUTLAY_FIELD_PARTIES:
      return fields->parties->len > 0;
    case OUTLAY_FIELD_AMOUNT:
      return outlay_money_is_set (&fields->amount);
    case OUTLAY_FIELD_AMOUNT_ALT:
      return fields->amount_alt->len > 0;
    case OUTLAY_FIELD_CAPACITY:
      return outlay_capacity_is_set (&fields->capacity);
    case OUTLAY_FIELD_PLACES:
      return fields->places->len > 0;
    case OUTLAY_FIELD_ANNOUNCED:
      return outlay_date_is_set (fields->announced);
    case OUTLAY_FIELD_START:
      return outlay_date_is_set (fields->start);
    case OUTLAY_FIELD_END:
      return outlay_date_is_set (fields->end);
    default:
      g_return_val_if_reached (FALSE);
    }
}

/*
 * The names of an enumeration in the JSON form: NAME_to_string() returns (transfer none) the name,
 * NAME_from_string() whether the string is such a name, and sets its value then.
 */
#define DEFINE_NAMES(Type, name)                                                                   \
  const char *outlay_##name##_to_string (Type value)                                               \
  {                                                                                                \
    g_return_val_if_fail ((guint)value < G_N_ELEMENTS (name##_names), NULL);                       \
                                                                                                   \
    return name##_names[value];                                                                    \
  }                                                                                                \
                                                                                                   \
  gboolean outlay_##name##_from_string (const char *string, Type *value)                           \
  {                                                                                                \
    guint index;                                                                                   \
                                                                                                   \
    if (!find_name (string, name##_names, G_N_ELEMENTS (name##_names), &index))                    \
      return FALSE;                                                                                \
    *value = (Type)index;                                                                          \
    return TRUE;                                                                                   \
  }

DEFINE_NAMES (OutlayKind, kind)
DEFINE_NAMES (OutlayStatus, status)
DEFINE_NAMES (OutlayRole, role)
DEFINE_NAMES (OutlayField, field)
