/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

#include "base/outlay-deal-record.h"

G_BEGIN_DECLS

/** OutlayDateStyle: how dates are written: "24 Nov 2025" or "2025-11-24". */
typedef enum
{
  OUTLAY_DATES_IN_WORDS,
  OUTLAY_DATES_IN_NUMBERS,
} OutlayDateStyle;

const char *outlay_format_kind (OutlayKind kind);
const char *outlay_format_kind_in_text (OutlayKind kind);
const char *outlay_format_status (OutlayStatus status);
const char *outlay_format_role (OutlayRole role);
const char *outlay_format_currency (const char *code);
guint outlay_format_rank_currency (const char *code);
const char *outlay_format_field (OutlayField field);
const char *outlay_format_hedge (OutlayQualifier qualifier);
const char *outlay_format_hedge_sign (OutlayQualifier qualifier);
char *outlay_format_amount (const OutlayMoney *money);
char *outlay_format_amount_short (const OutlayMoney *money);
char *outlay_format_money (const OutlayMoney *money);
char *outlay_format_decimal (gint64 thousandths, guint digits);
char *outlay_format_count (guint count);
char *outlay_format_megawatts (gint64 kilowatts);
char *outlay_format_sum (const char *currency, gint64 hundredths);
char *outlay_format_sum_compact (const char *currency, gint64 hundredths);
gint64 outlay_format_choose_unit (gint64 hundredths);
char *outlay_format_unit (const char *currency, gint64 units);
char *outlay_format_in_unit (gint64 hundredths, gint64 units);
char *outlay_format_converted (const char *currency, gint64 hundredths, OutlayDate period);
char *outlay_format_converted_total (const OutlayDealRecord *deal, const char *currency);
char *outlay_format_power_compact (gint64 kilowatts);
char *outlay_format_power (gint64 kilowatts);
char *outlay_format_gigawatts (gint64 kilowatts);
char *outlay_format_capacity (const OutlayCapacity *capacity);
char *outlay_format_capacity_spoken (const OutlayCapacity *capacity);
char *outlay_format_labelled (const char *label, const char *value);
void outlay_format_set_date_style (OutlayDateStyle style);
char *outlay_format_date (OutlayDate date);
char *outlay_format_day (GDateTime *time);
char *outlay_format_period (OutlayDate start, OutlayDate end);
char *outlay_format_places (const OutlayFields *fields, guint most);
char *outlay_format_name (const char *name);
char *outlay_format_parties (const OutlayFields *fields, OutlayRole role, guint most);
char *outlay_format_who (const OutlayFields *fields);
char *outlay_format_counterpart (const OutlayFields *fields);
const char *outlay_format_counterpart_kind (const OutlayFields *fields);
char *outlay_format_whom (const OutlayFields *fields);
char *outlay_format_facts (const OutlayFields *fields);
char *outlay_format_link_reason (const char *reason);
char *outlay_format_sources (const OutlayDealRecord *deal);
char *outlay_format_copies (const OutlayDealRecord *deal);
char *outlay_format_notes (const OutlayDealRecord *deal);
char *outlay_format_copy_of (const OutlayDealRecord *deal, guint index);
char *outlay_format_sentence (const OutlayDealRecord *deal);
char *outlay_format_field_value (const OutlayFields *fields, OutlayField field);
const char *outlay_format_language (const char *code);

G_END_DECLS
