/* SPDX-License-Identifier: GPL-3.0-or-later */
/*
 * A ledger as large as one becomes in years: deals of invented parties, told by one to six articles
 * each in ten languages, some of which disagree. The same for the same number of deals; put
 * together by what an import uses, without reading and linking, whose outcome is known here.
 */
#define G_LOG_DOMAIN "outlay-tests"

#include "large-ledger.h"

#include <math.h>
#include <string.h>

#include "base/outlay-data-file.h"
#include "ingest/acts/outlay-act.h"
#include "ledger/outlay-ledger-private.h"
#include "link/outlay-link.h"

#define SEED 20250131

#define DEALS_A_TRANSACTION 2000

/* How many parties there are for a hundred deals; few of them are in most deals. */
#define PARTIES_A_HUNDRED 6

/* How many filler sentences an article has, and of how many the lead is told by the article before.
 */
#define N_FILLERS 9
#define SHARED    4

static const char *const languages[]
  = {"en", "en", "en", "en", "zh", "zh", "de", "ja", "fr", "es", "ko", "it", "pt", "vi"};

/* How many of a hundred deals have one article, two … six. */
static const guint shares[] = {45, 70, 85, 93, 97, 100};

typedef struct
{
  OutlayLedger *ledger;
  OutlayDataFile *words;
  GRand *random;
  guint n_parties;
  guint n_articles;
  OutlayArticle *last;
  gint64 last_id;
} Maker;

static guint
draw (Maker *maker, guint count)
{
  return (guint)g_rand_int_range (maker->random, 0, (gint32)count);
}

static const char *
pick_at (Maker *maker, const char *section, const char *key, guint number)
{
  GStrv values = outlay_data_file_get_values (maker->words, section, key);

  return values[number % g_strv_length (values)];
}

static const char *
pick (Maker *maker, const char *section, const char *key)
{
  return pick_at (maker, section, key, (guint)g_rand_int (maker->random));
}

/* Some parties are in very many deals, most in a few. */
static char *
draw_party (Maker *maker)
{
  double share = g_rand_double (maker->random);
  guint number = (guint)(maker->n_parties * pow (share, 4));

  return g_strdup_printf ("%s %s %s", pick_at (maker, "names", "head", number),
                          pick_at (maker, "names", "middle", number / 30),
                          pick_at (maker, "names", "tail", number / 600));
}

static char *
draw_source (Maker *maker)
{
  return g_strdup_printf ("%s %s", pick (maker, "sources", "head"),
                          pick (maker, "sources", "tail"));
}

static OutlayDate
draw_date (Maker *maker)
{
  guint year = 2019 + draw (maker, 8);

  switch (draw (maker, 20))
    {
    case 0:
      return outlay_date_year (year);
    case 1:
      return outlay_date_quarter (year, 1 + draw (maker, 4));
    case 2:
      return outlay_date_month (year, 1 + draw (maker, 12));
    default:
      return outlay_date_day (year, 1 + draw (maker, 12), 1 + draw (maker, 28));
    }
}

static void
draw_figures (Maker *maker, OutlayFields *fields)
{
  if (draw (maker, 10) > 0)
    {
      gint64 millions = (gint64)exp (log (20) + g_rand_double (maker->random) * log (2500));

      fields->amount = (OutlayMoney){"", OUTLAY_MONEY_UNSET, millions * 1000000 * OUTLAY_MONEY_UNIT,
                                     (OutlayQualifier)(draw (maker, 3)), OUTLAY_PER_DEAL};
      g_strlcpy (fields->amount.currency, pick (maker, "names", "currency"), 4);
    }
  if (draw (maker, 3) == 0)
    fields->capacity.kilowatts = (gint64)(10 + draw (maker, 2000)) * 1000;
}

/* A deal as it is, which its articles tell. */
static void
draw_deal (Maker *maker, OutlayFields *fields)
{
  g_autofree char *investor = draw_party (maker);
  g_autofree char *recipient = draw_party (maker);

  fields->kind = (OutlayKind)draw (maker, OUTLAY_N_KINDS);
  fields->status = (OutlayStatus)(draw (maker, OUTLAY_N_STATUSES));
  outlay_fields_add_party (fields, OUTLAY_ROLE_INVESTOR, investor);
  outlay_fields_add_party (fields, OUTLAY_ROLE_RECIPIENT, recipient);
  if (draw (maker, 5) == 0)
    {
      g_autofree char *partner = draw_party (maker);

      outlay_fields_add_party (fields, OUTLAY_ROLE_PARTNER, partner);
    }
  outlay_fields_add_place (fields, pick (maker, "names", "land"));
  draw_figures (maker, fields);
  fields->announced = draw_date (maker);
  if (draw (maker, 4) == 0)
    fields->start = outlay_date_year (fields->announced.year + 1);
}

/* Appends @pattern with the values of @fields in it, and tells where each stands. */
static void
tell (Maker *maker,
      GString *text,
      const char *lang,
      const char *pattern,
      OutlayClaim *claim,
      OutlayPart part)
{
  const OutlayFields *fields = &claim->fields;

  for (const char *at = pattern; *at != '\0';)
    {
      gsize start = text->len;
      OutlayField field = OUTLAY_FIELD_PARTIES;

      if (g_str_has_prefix (at, "{who}"))
        g_string_append (text, outlay_fields_get_party (fields, 0)->name);
      else if (g_str_has_prefix (at, "{whom}"))
        g_string_append (text, outlay_fields_get_party (fields, 1)->name);
      else if (g_str_has_prefix (at, "{land}"))
        {
          field = OUTLAY_FIELD_PLACES;
          g_string_append (text, fields->places->pdata[0]);
        }
      else if (g_str_has_prefix (at, "{power}"))
        {
          field = OUTLAY_FIELD_CAPACITY;
          g_string_append_printf (text, "%" G_GINT64_FORMAT, fields->capacity.kilowatts / 1000);
        }
      else if (g_str_has_prefix (at, "{day}"))
        {
          g_autofree char *day = outlay_date_to_string (fields->announced);

          field = OUTLAY_FIELD_ANNOUNCED;
          g_string_append (text, day);
        }
      else if (g_str_has_prefix (at, "{money}"))
        {
          g_auto (GStrv) around = g_strsplit (pick_at (maker, lang, "money", 0), "#", 2);

          field = OUTLAY_FIELD_AMOUNT;
          g_string_append_printf (
            text, "%s%.2f%s", around[0],
            (double)(MAX (fields->amount.high, 0) / OUTLAY_MONEY_UNIT / 1000000) / 1000, around[1]);
        }
      else
        {
          g_string_append_c (text, *at++);
          continue;
        }
      outlay_claim_add_evidence (claim, field, 0, part, (OutlaySpan){start, text->len}, "rule");
      at = strchr (at, '}') + 1;
    }
}

static OutlayArticle *
make_article (Maker *maker)
{
  OutlayArticle *article = outlay_article_new ();

  g_free (article->lang);
  article->lang = g_strdup (languages[draw (maker, G_N_ELEMENTS (languages))]);
  if (draw (maker, 30) > 0)
    article->source = draw_source (maker);
  article->url = g_strdup_printf ("https://news.example/%u", ++maker->n_articles);
  article->file = g_strdup_printf ("/articles/%u.html", maker->n_articles);
  return article;
}

static void
write_article (Maker *maker, OutlayArticle *article, OutlayClaim *claim)
{
  g_autoptr (GString) title = g_string_new (NULL);
  g_autoptr (GString) text = g_string_new (NULL);

  article->published = claim->fields.announced;
  tell (maker, title, article->lang, pick (maker, article->lang, "title"), claim,
        OUTLAY_PART_TITLE);
  tell (maker, text, article->lang, pick (maker, article->lang, "lead"), claim, OUTLAY_PART_TEXT);
  g_string_append_c (text, ' ');
  if (claim->fields.capacity.kilowatts > 0)
    tell (maker, text, article->lang, pick (maker, article->lang, "power"), claim,
          OUTLAY_PART_TEXT);
  for (guint i = 0; i < N_FILLERS; i++)
    g_string_append_printf (text, " %s", pick (maker, article->lang, "filler"));
  g_string_append_printf (text, "\n\n%s\n", article->url);
  g_free (article->text);
  article->text = g_strdup (text->str);
  article->title = g_strdup (title->str);
}

/* Most articles tell one deal; some go on about the next. */
static gboolean
begin_article (Maker *maker, OutlayClaim *claim, gboolean may_share, GError **error)
{
  if (may_share && maker->last != NULL && draw (maker, SHARED) == 0)
    {
      claim->main = FALSE;
      outlay_claim_add_evidence (
        claim, OUTLAY_FIELD_PARTIES, 0, OUTLAY_PART_TEXT,
        (OutlaySpan){strlen (maker->last->text) - 4, strlen (maker->last->text) - 1}, "rule");
      return TRUE;
    }
  g_clear_pointer (&maker->last, outlay_article_unref);
  maker->last = make_article (maker);
  write_article (maker, maker->last, claim);
  claim->main = TRUE;
  g_autofree char *digest = outlay_ledger_dup_digest (maker->last);
  maker->last_id = outlay_ledger_add_article (maker->ledger, maker->last, digest, error);
  return maker->last_id != 0;
}

/* What an article tells of the deal: now and then another figure, or less surely. */
static OutlayClaim *
make_claim (Maker *maker, const OutlayFields *fields)
{
  OutlayClaim *claim = outlay_claim_new ();

  outlay_fields_clear (&claim->fields);
  outlay_fields_copy (&claim->fields, fields);
  if (outlay_money_is_set (&fields->amount) && draw (maker, 20) == 0)
    claim->fields.amount.high += fields->amount.high / 2;
  for (guint field = 0; field < OUTLAY_N_FIELDS; field++)
    claim->confidence[field] = draw (maker, 100) == 0 ? 40 : 90;
  return claim;
}

static gboolean
add_claim (
  Maker *maker, OutlayDealRecord *deal, const OutlayFields *fields, guint number, GError **error)
{
  OutlayClaim *claim = make_claim (maker, fields);

  if (!begin_article (maker, claim, number == 0, error))
    {
      outlay_claim_unref (claim);
      return FALSE;
    }
  g_auto (GStrv) keys = outlay_link_get_keys (claim);
  OutlayDealClaim *deal_claim
    = outlay_deal_claim_new (0, maker->last_id, claim, outlay_article_ref (maker->last));
  g_ptr_array_add (deal->claims, deal_claim);
  deal_claim->reason = number > 0 ? g_strdup ("parties") : NULL;
  deal_claim->id = outlay_ledger_add_claim (maker->ledger, maker->last_id, claim,
                                            (const char *const *)keys, error);
  return deal_claim->id != 0;
}

static gboolean
add_deal (Maker *maker, GError **error)
{
  g_autoptr (OutlayDealRecord) deal = outlay_deal_record_new ();
  g_auto (OutlayFields) fields = {0};
  guint share = draw (maker, 100);
  guint number = 0;

  outlay_fields_init (&fields);
  draw_deal (maker, &fields);
  do
    {
      if (!add_claim (maker, deal, &fields, number, error))
        return FALSE;
    }
  while (share >= shares[number++]);
  outlay_link_reconcile (deal);
  return outlay_ledger_store_deal (maker->ledger, deal, error);
}

static gboolean
add_deals (Maker *maker, guint n_deals, GError **error)
{
  for (guint i = 0; i < n_deals; i++)
    {
      if (i % DEALS_A_TRANSACTION == 0 && !outlay_ledger_begin (maker->ledger, error))
        return FALSE;
      if (!add_deal (maker, error))
        {
          outlay_ledger_rollback (maker->ledger);
          return FALSE;
        }
      if (((i + 1) % DEALS_A_TRANSACTION == 0 || i + 1 == n_deals)
          && !outlay_ledger_commit (maker->ledger, error))
        return FALSE;
    }
  return TRUE;
}

/* One deal in a hundred is starred. */
static gboolean
star_some (Maker *maker, guint n_deals, GError **error)
{
  g_autoptr (GArray) ids = g_array_new (FALSE, FALSE, sizeof (gint64));

  for (gint64 id = 1; id <= n_deals; id += 100)
    g_array_append_val (ids, id);
  g_autoptr (OutlayAct) act = outlay_act_new_star (ids, TRUE);
  return outlay_act_run (act, maker->ledger, NULL, error);
}

/* What is one deal is known here: nothing is left to suggest. */
static gboolean
expect_no_suggestions (Maker *maker, GError **error)
{
  if (!outlay_ledger_begin (maker->ledger, error))
    return FALSE;
  if (outlay_connection_execute (outlay_ledger_get_writer (maker->ledger),
                                 "DELETE FROM suggestion_stale", error))
    return outlay_ledger_commit (maker->ledger, error);
  outlay_ledger_rollback (maker->ledger);
  return FALSE;
}

/**
 * large_ledger_make:
 * @path: where there is no ledger yet
 *
 * Makes a ledger of so many deals.
 *
 * Returns: whether it is there.
 */
gboolean
large_ledger_make (const char *path, guint n_deals, GError **error)
{
  g_autofree char *content = NULL;
  gsize length;

  if (!g_file_get_contents (LARGE_LEDGER_WORDS, &content, &length, error))
    return FALSE;
  g_autoptr (OutlayLedger) ledger = outlay_ledger_open (path, OUTLAY_LEDGER_FLAGS_NONE, error);
  if (ledger == NULL)
    return FALSE;
  g_autoptr (OutlayDataFile) words = outlay_data_file_parse (LARGE_LEDGER_WORDS, content, length);
  g_autoptr (GRand) random = g_rand_new_with_seed (SEED);
  Maker maker = {
    .ledger = ledger,
    .words = words,
    .random = random,
    .n_parties = MAX (n_deals * PARTIES_A_HUNDRED / 100, 20),
  };
  gboolean done = add_deals (&maker, n_deals, error) && star_some (&maker, n_deals, error)
                  && expect_no_suggestions (&maker, error);
  g_clear_pointer (&maker.last, outlay_article_unref);
  return done;
}
