/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * base: the values of the domain and nothing else. An article, a span of its text, what one
 * article claims of one deal, the deal itself, money, capacity, partial dates; their JSON form and
 * their words for people; and how a data file is found and read. Every other layer may use this
 * one; this one uses GLib (and json-glib for the JSON form) alone.
 */
#pragma once

#include "outlay-article.h"
#include "outlay-capacity.h"
#include "outlay-claim.h"
#include "outlay-country.h"
#include "outlay-data.h"
#include "outlay-data-file.h"
#include "outlay-date.h"
#include "outlay-deal-record.h"
#include "outlay-fields.h"
#include "base/sums/outlay-flows.h"
#include "format/outlay-format.h"
#include "json/outlay-json.h"
#include "outlay-mention.h"
#include "outlay-money.h"
#include "outlay-rates.h"
#include "outlay-region.h"
#include "outlay-span.h"
#include "base/sums/outlay-sum.h"
#include "outlay-text.h"
