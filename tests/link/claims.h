/* SPDX-License-Identifier: GPL-3.0-or-later */
/* Claims for tests, written as a line of the JSON form each. */
#pragma once

#include "link/outlay-link.h"

#define CLAIM(kind, status, parties, rest)                                                         \
  "{\"kind\": \"" kind "\", \"status\": \"" status "\", \"parties\": [" parties "]" rest "}"
#define PARTY(role, name) "{\"role\": \"" role "\", \"name\": \"" name "\"}"
#define INVESTOR(name)    PARTY ("investor", name)
#define RECIPIENT(name)   PARTY ("recipient", name)
#define PARTNER(name)     PARTY ("partner", name)
#define FIGURE(currency, low, high, qualifier)                                                     \
  "{\"currency\": \"" currency "\", \"low\": " low ", \"high\": " high                             \
  ", \"qualifier\": \"" qualifier "\"}"
#define AMOUNT(currency, low, high, qualifier)                                                     \
  ", \"amount\": " FIGURE (currency, low, high, qualifier)
#define EXACTLY(currency, high) AMOUNT (currency, "null", high, "exact")
#define ALTERNATIVE(currency, high)                                                                \
  ", \"amount_alt\": [" FIGURE (currency, "null", high, "about") "]"
#define CAPACITY(mw)      ", \"capacity\": {\"mw\": " mw ", \"qualifier\": \"exact\"}"
#define PLACES(places)    ", \"places\": [" places "]"
#define DATE(field, date) ", \"" field "\": \"" date "\""

OutlayClaim *claims_read (const char *json);
void
claims_add (OutlayDealRecord *deal, const char *json, const char *source, const char *published);
