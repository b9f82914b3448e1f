/* SPDX-License-Identifier: GPL-3.0-or-later */
#include <libintl.h>
#include <locale.h>

#include "base/format/outlay-format-growth.h"
#include "base/format/outlay-format-myriads.h"
#include "base/format/outlay-format-private.h"
#include "base/format/outlay-format.h"
#include "base/outlay-country.h"

#define UNSET OUTLAY_MONEY_UNSET
#define M(n)  (G_GINT64_CONSTANT (n) * 1000000 * OUTLAY_MONEY_UNIT)

static void
test_money (void)
{
  static const struct
  {
    OutlayMoney money;
    const char *words;
  } cases[] = {
    {{"USD", UNSET, M (300000), OUTLAY_QUALIFIER_EXACT, OUTLAY_PER_DEAL}, "$300 billion"},
    {{"USD", UNSET, M (4000), OUTLAY_QUALIFIER_ABOUT, OUTLAY_PER_DEAL}, "about $4 billion"},
    {{"USD", UNSET, M (50000), OUTLAY_QUALIFIER_UP_TO, OUTLAY_PER_DEAL}, "up to $50 billion"},
    {{"USD", M (60000), UNSET, OUTLAY_QUALIFIER_AT_LEAST, OUTLAY_PER_DEAL}, "at least $60 billion"},
    {{"USD", M (30000), M (35000), OUTLAY_QUALIFIER_RANGE, OUTLAY_PER_DEAL}, "$30–35 billion"},
    {{"EUR", M (900), M (1200), OUTLAY_QUALIFIER_RANGE, OUTLAY_PER_DEAL},
     "€900 million – €1.2 billion"},
    {{"USD", M (2000), UNSET, OUTLAY_QUALIFIER_VAGUE, OUTLAY_PER_DEAL}, "billions of dollars"},
    {{"EUR", M (20000), UNSET, OUTLAY_QUALIFIER_VAGUE, OUTLAY_PER_DEAL},
     "tens of billions of euros"},
    {{"CHF", UNSET, UNSET, OUTLAY_QUALIFIER_VAGUE, OUTLAY_PER_DEAL}, "an unknown sum of CHF"},
    {{"USD", UNSET, M (200), OUTLAY_QUALIFIER_UP_TO, OUTLAY_PER_EACH}, "up to $200 million each"},
    {{"USD", UNSET, M (30000), OUTLAY_QUALIFIER_EXACT, OUTLAY_PER_YEAR}, "$30 billion a year"},
    {{"AUD", UNSET, M (7000), OUTLAY_QUALIFIER_EXACT, OUTLAY_PER_DEAL}, "A$7 billion"},
    {{"NOK", UNSET, M (7600), OUTLAY_QUALIFIER_ABOUT, OUTLAY_PER_DEAL}, "about NOK 7.6 billion"},
    {{"USD", UNSET, M (12970), OUTLAY_QUALIFIER_EXACT, OUTLAY_PER_DEAL}, "$12.97 billion"},
    {{"USD", UNSET, M (1940000), OUTLAY_QUALIFIER_EXACT, OUTLAY_PER_DEAL}, "$1.94 trillion"},
    {{"EUR", M (1000000), M (1500000), OUTLAY_QUALIFIER_RANGE, OUTLAY_PER_DEAL}, "€1–1.5 trillion"},
    {{"USD", UNSET, 1234567, OUTLAY_QUALIFIER_EXACT, OUTLAY_PER_DEAL}, "$12,345.67"},
    {{"", UNSET, UNSET, OUTLAY_QUALIFIER_EXACT, OUTLAY_PER_DEAL}, "Amount not stated"},
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *words = outlay_format_money (&cases[i].money);

      g_assert_cmpstr (words, ==, cases[i].words);
    }
}

static void
test_short_amounts (void)
{
  static const struct
  {
    OutlayMoney money;
    const char *words;
  } cases[] = {
    {{"USD", UNSET, M (17400), OUTLAY_QUALIFIER_EXACT, OUTLAY_PER_DEAL}, "$17.4\u202fbn"},
    {{"USD", M (2000), UNSET, OUTLAY_QUALIFIER_VAGUE, OUTLAY_PER_DEAL}, "billions of $"},
    {{"EUR", M (20000), UNSET, OUTLAY_QUALIFIER_VAGUE, OUTLAY_PER_DEAL}, "tens of €bn"},
    {{"USD", M (300), UNSET, OUTLAY_QUALIFIER_VAGUE, OUTLAY_PER_DEAL}, "hundreds of $m"},
    {{"CHF", UNSET, UNSET, OUTLAY_QUALIFIER_VAGUE, OUTLAY_PER_DEAL}, "an unknown sum of CHF"},
    {{"", UNSET, UNSET, OUTLAY_QUALIFIER_EXACT, OUTLAY_PER_DEAL}, ""},
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *words = outlay_format_amount_short (&cases[i].money);

      g_assert_cmpstr (words, ==, cases[i].words);
    }
}

/* What a catalogue shows that asks for it, with the words that stand here for its own. */
static void
test_myriads (void)
{
  static const struct
  {
    gint64 hundredths;
    const char *whole, *brief, *rounded;
  } cases[] = {
    {M (1940000), "1×10¹²9400×10⁸", "1.94×10¹²", "1.94×10¹²"},
    {M (12970), "129×10⁸7000×10⁴", "129.7×10⁸", "130×10⁸"},
    {M (776123), "7761×10⁸2300×10⁴", "7761.23×10⁸", "7761×10⁸"},
    {M (50000), "500×10⁸", "500×10⁸", "500×10⁸"},
    {M (1), "100×10⁴", "100×10⁴", "100×10⁴"},
    {M (10000000), "10×10¹²", "10×10¹²", "10×10¹²"},
    {123456789012, "12×10⁸3457×10⁴", "12.346×10⁸", "12.3×10⁸"},
    {1234567, "1×10⁴2346", "1.235×10⁴", "1.23×10⁴"},
    {1234, "12.34", "12.34", "12.3"},
    {0, "0", "0", "0"},
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *whole = outlay_format_myriads (cases[i].hundredths);
      g_autofree char *brief
        = outlay_format_myriads_short (cases[i].hundredths, cases[i].hundredths);
      g_autofree char *rounded = outlay_format_myriads_rounded (cases[i].hundredths);

      g_assert_cmpstr (whole, ==, cases[i].whole);
      g_assert_cmpstr (brief, ==, cases[i].brief);
      g_assert_cmpstr (rounded, ==, cases[i].rounded);
    }
  g_autofree char *range = outlay_format_myriads_short (M (15000), M (25000));
  g_autofree char *wide = outlay_format_myriads_short (M (900000), M (1500000));
  g_assert_cmpstr (range, ==, "150–250×10⁸");
  g_assert_cmpstr (wide, ==, "9000×10⁸–1.5×10¹²");
  g_assert_false (outlay_format_counts_in_myriads ());
  g_assert_cmpint (outlay_format_choose_myriad (M (9000000)), ==, 100000000);
  g_assert_cmpint (outlay_format_choose_myriad (M (10000000)), ==, 1000000000000);
  g_assert_cmpint (outlay_format_choose_myriad (M (1)), ==, 10000);
  g_assert_cmpint (outlay_format_choose_myriad (0), ==, 1);
  g_assert_cmpstr (outlay_format_myriad_word (10000), ==, "×10⁴");
  g_assert_cmpstr (outlay_format_myriad_word (1), ==, "");
}

static void
test_power (void)
{
  static const struct
  {
    gint64 kilowatts;
    const char *words;
  } cases[] = {
    {250000, "250 MW"},  {1300000, "1.3 GW"}, {1121000, "1,121 MW"}, {1000000, "1 GW"},
    {10000000, "10 GW"}, {1750, "1.75 MW"},   {500, "0.5 MW"},
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *words = outlay_format_power (cases[i].kilowatts);

      g_assert_cmpstr (words, ==, cases[i].words);
    }
}

static void
test_power_compact (void)
{
  static const struct
  {
    gint64 kilowatts;
    const char *words;
  } cases[] = {
    {250400, "250 MW"},
    {11620000, "11.6 GW"},
    {999900000, "999.9 GW"},
    {G_GINT64_CONSTANT (28026712000), "28,027 GW"},
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *words = outlay_format_power_compact (cases[i].kilowatts);

      g_assert_cmpstr (words, ==, cases[i].words);
    }
}

static void
test_currencies (void)
{
  g_assert_cmpstr (outlay_format_currency ("USD"), ==, "US dollars");
  g_assert_cmpstr (outlay_format_currency ("KRW"), ==, "Korean won");
  g_assert_cmpstr (outlay_format_currency ("XAU"), ==, "XAU");
  g_assert_cmpuint (outlay_format_rank_currency ("USD"), <, outlay_format_rank_currency ("KRW"));
  g_assert_cmpuint (outlay_format_rank_currency ("KRW"), <, outlay_format_rank_currency ("AUD"));
}

static void
test_dates (void)
{
  static const struct
  {
    const char *start, *end, *words;
  } cases[] = {
    {"2027", "2032", "2027–2032"},
    {"2026-H2", NULL, "from H2 2026"},
    {NULL, "2029", "until 2029"},
    {"2026", "2026", "2026"},
    {"2025-11", "2026-Q3", "Nov 2025 – Q3 2026"},
    {"2025-11-24", NULL, "from 24 Nov 2025"},
    {NULL, "2026-01-01", "until 1 Jan 2026"},
    {NULL, NULL, NULL},
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      OutlayDate start = OUTLAY_DATE_INIT, end = OUTLAY_DATE_INIT;

      outlay_date_from_string (cases[i].start, &start);
      outlay_date_from_string (cases[i].end, &end);
      g_autofree char *words = outlay_format_period (start, end);
      g_assert_cmpstr (words, ==, cases[i].words);
    }
}

static void
test_parties (void)
{
  static const char *const expected[] = {"A", "A and B", "A, B and C", "A, B and 2 more"};
  g_auto (OutlayFields) fields = {0};

  outlay_fields_init (&fields);
  g_autofree char *nobody = outlay_format_who (&fields);
  g_assert_cmpstr (nobody, ==, "Investor not named");
  for (guint i = 0; i < G_N_ELEMENTS (expected); i++)
    {
      const char name[] = {(char)('A' + i), '\0'};

      outlay_fields_add_party (&fields, OUTLAY_ROLE_INVESTOR, name);
      g_autofree char *who = outlay_format_who (&fields);
      g_assert_cmpstr (who, ==, expected[i]);
    }
}

/* The figures of a deal's claims in billions of dollars, 0 for one without. */
static OutlayDealRecord *
make_grown (const gint64 *billions, guint count)
{
  OutlayDealRecord *deal = outlay_deal_record_new ();

  for (guint i = 0; i < count; i++)
    {
      OutlayClaim *claim = outlay_claim_new ();

      if (billions[i] > 0)
        claim->fields.amount = (OutlayMoney){"USD", UNSET, billions[i] * M (1000),
                                             OUTLAY_QUALIFIER_EXACT, OUTLAY_PER_DEAL};
      g_ptr_array_add (deal->claims,
                       outlay_deal_claim_new (i + 1, i + 1, claim, outlay_article_new ()));
      if (billions[i] > 0)
        deal->fields.amount = claim->fields.amount;
    }
  deal->grown = 1u << OUTLAY_FIELD_AMOUNT;
  return deal;
}

static void
test_growth (void)
{
  const gint64 billions[] = {118, 0, 118, 121, 118, 125};
  g_autoptr (OutlayDealRecord) deal = make_grown (billions, G_N_ELEMENTS (billions));
  g_autofree char *words = outlay_format_growth (deal, OUTLAY_FIELD_AMOUNT);

  g_assert_cmpstr (words, ==, "$118 billion → $121 billion → $125 billion");
  deal->corrected = deal->grown;
  g_assert_null (outlay_format_growth (deal, OUTLAY_FIELD_AMOUNT));
  deal->corrected = deal->grown = 0;
  g_assert_null (outlay_format_growth (deal, OUTLAY_FIELD_AMOUNT));
}

static void
test_whom (void)
{
  g_auto (OutlayFields) fields = {0};

  outlay_fields_init (&fields);
  outlay_fields_add_party (&fields, OUTLAY_ROLE_INVESTOR, "A");
  g_autofree char *own = outlay_format_whom (&fields);
  g_assert_cmpstr (own, ==, "own build");
  outlay_fields_add_party (&fields, OUTLAY_ROLE_PARTNER, "P");
  g_autofree char *with = outlay_format_whom (&fields);
  g_assert_cmpstr (with, ==, "with P · build");
  outlay_fields_add_party (&fields, OUTLAY_ROLE_RECIPIENT, "R");
  g_autofree char *to = outlay_format_whom (&fields);
  g_assert_cmpstr (to, ==, "→ R · build");
  g_ptr_array_set_size (fields.parties, 1);
  fields.kind = OUTLAY_KIND_BUDGET;
  fields.start = outlay_date_year (2026);
  g_autofree char *budget = outlay_format_whom (&fields);
  g_assert_cmpstr (budget, ==, "own budget for 2026");
}

static void
test_facts (void)
{
  g_auto (OutlayFields) fields = {0};

  outlay_fields_init (&fields);
  g_autofree char *none = outlay_format_facts (&fields);
  g_assert_cmpstr (none, ==, "No other terms stated");
  fields.capacity = (OutlayCapacity){4500000, OUTLAY_QUALIFIER_AT_LEAST};
  outlay_fields_add_place (&fields, "FR");
  outlay_fields_add_place (&fields, "DE");
  fields.start = outlay_date_year (2027);
  fields.end = outlay_date_year (2032);
  g_autofree char *facts = outlay_format_facts (&fields);
  g_assert_cmpstr (facts, ==, "at least 4.5 GW · France + 1 · 2027–2032");
}

static void
add_article (OutlayDealRecord *deal, const char *source, const char *file)
{
  OutlayArticle *article = outlay_article_new ();
  gint64 id = deal->claims->len + 1;

  article->source = g_strdup (source);
  article->file = g_strdup (file);
  g_ptr_array_add (deal->claims, outlay_deal_claim_new (id, id, outlay_claim_new (), article));
}

/* What a card says of its sources, and how its sentence ends. */
static void
test_sources (void)
{
  static const struct
  {
    const char *sources[2];
    const char *file;
    const char *note;
    const char *shown;
    const char *spoken;
  } cases[] = {
    {{"Blatt", NULL}, "a.txt", NULL, "Blatt", ", according to Blatt"},
    {{"Blatt", "Blatt"}, "a.txt", NULL, "Blatt", ", according to Blatt"},
    {{"Blatt", NULL}, "a.txt", "cut", "1 caveat · Blatt", ", according to Blatt, 1 caveat"},
    {{NULL, NULL}, "folder/a.txt", NULL, "a.txt", ", according to a.txt"},
    {{NULL, NULL}, NULL, NULL, "1 source", ", 1 source"},
    {{"Blatt", "Bote"}, "a.txt", NULL, "2 sources", ", 2 sources"},
  };

  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (OutlayDealRecord) deal = outlay_deal_record_new ();

      add_article (deal, cases[i].sources[0], cases[i].file);
      if (cases[i].sources[1] != NULL)
        add_article (deal, cases[i].sources[1], cases[i].file);
      outlay_deal_record_get_claim (deal, 0)->article->note = g_strdup (cases[i].note);
      g_autofree char *shown = outlay_format_sources (deal);
      g_autofree char *sentence = outlay_format_sentence (deal);
      g_assert_cmpstr (shown, ==, cases[i].shown);
      g_assert_true (g_str_has_suffix (sentence, cases[i].spoken));
    }
}

static void
test_fill (void)
{
  g_autofree char *moved = outlay_format_fill ("{b} · {a}", "a", "first", "b", "second", NULL);
  g_autofree char *hostile = outlay_format_fill ("{a}, {b}, {c}", "a", "{b}", "b", "{a}", NULL);

  g_assert_cmpstr (moved, ==, "second · first");
  g_assert_cmpstr (hostile, ==, "{b}, {a}, {c}");
}

/* The arrow must not take the direction of the names beside it. */
static void
test_leftward_names (void)
{
  g_auto (OutlayFields) fields = {0};
  g_autofree char *who = NULL;
  g_autofree char *whom = NULL;

  outlay_fields_init (&fields);
  outlay_fields_add_party (&fields, OUTLAY_ROLE_INVESTOR, "\330\247\330\250");
  outlay_fields_add_party (&fields, OUTLAY_ROLE_RECIPIENT, "Acme");
  who = outlay_format_parties (&fields, OUTLAY_ROLE_INVESTOR, 2);
  whom = outlay_format_parties (&fields, OUTLAY_ROLE_RECIPIENT, 2);
  g_assert_cmpstr (who, ==, "\342\200\216\330\247\330\250\342\200\216");
  g_assert_cmpstr (whom, ==, "Acme");
}

/* The package that translates their names need not be there. */
static void
test_countries (void)
{
  g_autofree char *before = g_strdup (bindtextdomain ("iso_3166", NULL));

  setlocale (LC_MESSAGES, "C.UTF-8");
  g_setenv ("LANGUAGE", "vi", TRUE);
  bindtextdomain ("iso_3166", "/nowhere");
  g_assert_cmpstr (outlay_country_get_name ("VN"), ==, "Vietnam");
  g_assert_cmpstr (outlay_country_get_name ("KR"), ==, "South Korea");
  g_assert_cmpstr (outlay_country_get_name ("QQ"), ==, "QQ");
  g_assert_cmpstr (outlay_country_find ("south KOREA"), ==, "KR");
  bindtextdomain ("iso_3166", before);
  g_unsetenv ("LANGUAGE");
  setlocale (LC_MESSAGES, "C");
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_add_func ("/format/an amount is told with its hedge, scale and currency", test_money);
  g_test_add_func ("/format/an amount in a narrow column is short, a vague one too",
                   test_short_amounts);
  g_test_add_func ("/format/an amount is told by ten thousands where a language counts so",
                   test_myriads);
  g_test_add_func ("/format/a value that looks like a place is put in as it is", test_fill);
  g_test_add_func ("/format/power is told in megawatts or round gigawatts", test_power);
  g_test_add_func ("/format/power in short is no more exact than it need be", test_power_compact);
  g_test_add_func ("/format/a currency to choose goes by its name", test_currencies);
  g_test_add_func ("/format/a period is as exact as its dates", test_dates);
  g_test_add_func ("/format/many parties are counted", test_parties);
  g_test_add_func ("/format/names written from the right stay on their side of an arrow",
                   test_leftward_names);
  g_test_add_func ("/format/a country goes by its common name", test_countries);
  g_test_add_func ("/format/a figure that grew is told from its first to the one that stands",
                   test_growth);
  g_test_add_func ("/format/the second line says to whom, with whom or that it is the own",
                   test_whom);
  g_test_add_func ("/format/the facts line holds what is known", test_facts);
  g_test_add_func ("/format/one source is named, several are counted", test_sources);
  return g_test_run ();
}
