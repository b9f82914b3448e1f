/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "extract/outlay-extract.h"

#include <string.h>

/* One row a case: a text in its language and the claims that it makes, as describe() writes them.
 * Where the words leave a field open, what may stand there is parted by bars. */
typedef struct
{
  const char *name;
  const char *lang;
  const char *text;
  const char *claims;
} Case;

static const Case cases[] = {
  /* Who pays and who gets */
  {"an active verb's subject pays", "en", "Nvidia will invest $2 billion in Cohere.",
   "equity announced USD exact 2000000000 investor:Nvidia recipient:Cohere"},
  {"a passive's agent pays", "en",
   "A data center in Ohio will be built by Vantage Data Centers for $3 billion.",
   "build announced USD exact 3000000000 investor:Vantage Data Centers"},
  {"a passive's agent pays (de)", "de",
   "In Lingen wird von RWE für 3 Milliarden Euro ein Rechenzentrum gebaut.",
   "build announced|under_way EUR exact 3000000000 investor:RWE"},
  {"a buyer pays for what it buys", "en", "SoftBank bought Ampere for $6.5 billion.",
   "acquisition completed USD exact 6500000000 investor:SoftBank recipient:Ampere"},
  {"a buyer pays for what it buys (vi)", "vi", "AMD mua lại Cerebras với giá 4,9 tỷ USD.",
   "acquisition agreed USD exact 4900000000 investor:AMD recipient:Cerebras"},
  {"a buyer pays for what it buys (fr)", "fr",
   "Schneider Electric rachète Vertiv pour 4 milliards d'euros.",
   "acquisition agreed EUR exact 4000000000 investor:Schneider Electric recipient:Vertiv"},
  {"who raises gets", "fr", "Mistral AI a levé 600 millions d’euros auprès de General Catalyst.",
   "equity completed|agreed EUR exact 600000000 investor:General Catalyst recipient:Mistral AI"},
  {"who borrows gets", "en", "Applied Digital borrowed $375 million from Macquarie.",
   "financing completed|agreed USD exact 375000000 investor:Macquarie recipient:Applied Digital"},
  {"who lends pays", "fr", "BNP Paribas prête 300 millions d'euros à Data4.",
   "financing agreed EUR exact 300000000 investor:BNP Paribas recipient:Data4"},
  {"a state gives its grant", "de",
   "Infineon erhält vom Bund eine Förderung von 900 Millionen Euro.",
   "grant agreed EUR exact 900000000 investor:German government recipient:Infineon"},
  {"a stake stands behind its preposition (vi)", "vi",
   "Microsoft sẽ đầu tư 3 tỷ USD vào Anthropic.",
   "equity announced USD exact 3000000000 investor:Microsoft recipient:Anthropic"},
  {"a builder pays (vi)", "vi", "FPT sẽ chi 200 triệu USD xây dựng trung tâm dữ liệu tại Hà Nội.",
   "build announced USD exact 200000000 investor:FPT"},
  {"an object may stand first (de)", "de",
   "Drei Milliarden Euro steckt RWE in ein neues Rechenzentrum bei Berlin.",
   "build under_way|announced EUR exact 3000000000 investor:RWE"},
  {"who sells the goods is paid, whoever signs", "en",
   "CoreWeave won a $14 billion contract from Meta.",
   "supply agreed USD exact 14000000000 investor:Meta recipient:CoreWeave"},
  {"a date between keeps a preposition from a name", "en",
   "In March 2022 Meta bought Cerebras for $600 million.",
   "acquisition completed USD exact 600000000 investor:Meta recipient:Cerebras"},
  {"an order pays who delivers", "en", "Meta ordered chips worth $5 billion from AMD.",
   "supply agreed USD exact 5000000000 investor:Meta recipient:AMD"},

  {"a participle with its agent is a passive", "en",
   "Cohere's round of $400 million, led by Sequoia Capital, closed.",
   "equity completed|agreed USD exact 400000000 investor:Sequoia Capital recipient:Cohere"},
  {"who is named beside the agent pays too", "en",
   "A $9 billion campus in Ohio is being built by Oracle together with Vantage Data Centers.",
   "build under_way USD exact 9000000000 investor:Oracle investor:Vantage Data Centers"},
  {"the clause about its user names no party", "en",
   "Crusoe borrowed $300 million for a campus that Oracle uses.",
   "financing completed|agreed USD exact 300000000 recipient:Crusoe"},
  {"a model of chips is no party", "en",
   "Nebius will spend $300 million on a data center in Ohio for XQ700 chips.",
   "build announced USD exact 300000000 investor:Nebius"},

  {"what follows another verb is its object", "en",
   "Oracle is to buy Ampere, for which it will pay $600 million.",
   "acquisition announced USD exact 600000000 investor:Oracle recipient:Ampere"},

  {"an attribute of another word is no party", "en",
   "Oracle, with help from veterans of Equinix, will spend $700 million on a data center.",
   "build announced USD exact 700000000 investor:Oracle"},
  {"who has a round gets it", "en", "Cohere announced a funding round of $300 million.",
   "equity announced USD exact 300000000 recipient:Cohere"},

  {"an investment that is received is a stake (vi)", "vi", "Cerebras đã nhận 300 triệu USD đầu tư.",
   "equity completed USD exact 300000000 recipient:Cerebras"},

  {"a price of the whole company is no deal", "en",
   "Cohere raised $300 million. That priced the company at $7 billion.",
   "equity completed|agreed USD exact 300000000 recipient:Cohere"},

  /* How far it is */
  {"a contract that is to run is signed", "en",
   "Under a contract worth $3 billion Meta will rent capacity from Nebius.",
   "supply agreed USD exact 3000000000 investor:Meta recipient:Nebius"},
  {"a programme is announced, whatever else is signed", "en",
   "Meta approved capital expenditures of $40 billion for next year.",
   "budget announced USD exact 40000000000 investor:Meta"},
  {"a plan that is dropped is a cancelled one", "de",
   "RWE hat den geplanten Bau eines Rechenzentrums für 2 Milliarden Euro abgesagt.",
   "build cancelled EUR exact 2000000000 investor:RWE"},

  /* Lists, pronouns, epithets */
  {"a list shares its role", "en",
   "Oracle, OpenAI and SoftBank will spend $20 billion on data centers in Texas.",
   "build announced USD exact 20000000000 investor:Oracle investor:OpenAI investor:SoftBank"},
  {"a list shares its role (de)", "de",
   "Oracle, OpenAI und SoftBank wollen 20 Milliarden Dollar in Rechenzentren stecken.",
   "build announced USD exact 20000000000 investor:Oracle investor:OpenAI investor:SoftBank"},
  {"a common noun stands for the subject before", "en",
   "Equinix has bought land near Madrid. The company will invest 600 million euros in a data "
   "center there.",
   "build announced EUR exact 600000000 investor:Equinix"},
  {"parent and brand are one party", "en",
   "AWS plans to invest $9 billion in data centers in Ohio.",
   "build announced USD exact 9000000000 investor:Amazon"},
  {"investors listed behind a round take part in it", "en",
   "Cohere raised $700 million. The round was led by Radical Ventures, Inovia and Nvidia.",
   "equity completed|agreed USD exact 700000000 investor:Radical Ventures investor:Inovia "
   "investor:Nvidia recipient:Cohere"},
  {"a government can be whom a project is for", "en",
   "Amazon will build data centers for the US government for $12 billion.",
   "build announced USD exact 12000000000 investor:Amazon recipient:US government"},
  {"a backer is no party", "de",
   "Das von Nvidia unterstützte Unternehmen Nscale will 2 Milliarden Euro in ein Rechenzentrum "
   "in Norwegen investieren.",
   "build announced EUR exact 2000000000 investor:Nscale"},

  /* Figures */
  {"up to", "fr",
   "Kyndryl prévoit d'investir jusqu'à 100 millions d'euros dans un centre de "
   "données à Sophia Antipolis.",
   "build announced EUR up_to 100000000 investor:Kyndryl"},
  {"at least", "de",
   "Vantage Data Centers will mehr als 4 Milliarden Euro in ein Rechenzentrum "
   "investieren.",
   "build announced EUR at_least 4000000000 investor:Vantage Data Centers"},
  {"about", "vi", "Viettel dự kiến đầu tư khoảng 500 triệu USD xây dựng trung tâm dữ liệu.",
   "build announced USD about 500000000 investor:Viettel"},
  {"a range keeps both bounds", "en",
   "Digital Realty plans to spend $2 billion to $3 billion on a campus in Virginia.",
   "build announced USD range 2000000000-3000000000 investor:Digital Realty"},
  {"a vague amount", "en", "Iberdrola plans to spend several billion euros on data centers.",
   "build announced EUR vague 2000000000 investor:Iberdrola"},
  {"a conversion in brackets", "de",
   "Equinix will 5 Milliarden Dollar (4,3 Milliarden Euro) in Rechenzentren investieren.",
   "build announced USD exact 5000000000 = EUR exact 4300000000 investor:Equinix"},
  {"a conversion in the next sentence", "en",
   "Nvidia will invest 5 billion euros in Cohere. At current exchange rates that is about $5.7 "
   "billion.",
   "equity announced EUR exact 5000000000 = USD about 5700000000 investor:Nvidia recipient:Cohere"},
  {"a conversion in the next sentence (ko)", "ko",
   "메타는 AMD에서 반도체를 4억5000만 달러어치 구매하기로 했다. 우리 돈으로는 약 5900억원이다.",
   "supply agreed USD exact 450000000 = KRW about 590000000000 investor:Meta recipient:AMD"},
  {"a conversion in the next sentence (zh)", "zh",
   "微软将投资50亿美元建设数据中心。折合人民币约360亿元。",
   "build announced USD exact 5000000000 = CNY about 36000000000 investor:Microsoft"},
  {"a conversion behind a word", "fr",
   "Brookfield va investir 10 milliards de dollars, soit 8,6 milliards d'euros, dans des centres "
   "de "
   "données en Suède.",
   "build announced USD exact 10000000000 = EUR exact 8600000000 investor:Brookfield"},
  {"a replaced forecast is not the figure", "en",
   "Meta now plans capital expenditure of $72 billion, up from $66 billion.",
   "budget announced USD exact 72000000000 investor:Meta"},
  {"a headline and its lead are one deal", "en",
   "Equinix to build $4 billion campus in Ohio\n\nEquinix said it will build a data center "
   "campus in Ohio for about $4 billion.",
   "build announced USD about 4000000000 investor:Equinix"},
  {"a share of a round is no second round", "fr",
   "Mistral AI lève 1,7 milliard d'euros, ASML devient son premier actionnaire\n\nLa jeune pousse "
   "parisienne Mistral AI a annoncé mardi une levée de fonds de 1,7 milliard d'euros. Le "
   "néerlandais ASML, qui fabrique les machines dont dépendent tous les producteurs de puces "
   "avancées, mène le tour de table et y met à lui seul 1,3 milliard d'euros. Il détiendra environ "
   "11 % du capital.\n\nCette opération, la troisième grande levée de l'entreprise, la valorise à "
   "11,7 milliards d'euros. Elle l'était à un peu moins de six milliards un an plus tôt. Les "
   "investisseurs déjà présents, parmi lesquels Nvidia, Andreessen Horowitz, DST Global, Index "
   "Ventures et Bpifrance, participent aussi.",
   "equity agreed|completed|announced EUR exact 1700000000 investor:ASML investor:Nvidia "
   "investor:Andreessen Horowitz "
   "investor:DST Global investor:Index Ventures investor:Bpifrance recipient:Mistral AI"},
  {"a capacity belongs to the amount of its sentence", "en",
   "Nscale will build a 230 MW data center in Norway for $1 billion.",
   "build announced USD exact 1000000000 230 MW investor:Nscale"},
  {"a capacity belongs to the project spoken of before", "fr",
   "Data4 va investir 2 milliards d'euros dans un centre de données en Pologne. Le site aura une "
   "puissance de 150 MW.",
   "build announced EUR exact 2000000000 150 MW investor:Data4"},
  {"a capacity told again is no second deal", "en",
   "Norvane Energy will invest $3 billion in a data center in Ohio. The campus of Norvane Energy "
   "will have a capacity of 300 MW.",
   "build announced USD exact 3000000000 300 MW investor:Norvane Energy"},
  {"the capacity of what is lent for is not the lender's", "en",
   "Harrow Bank has lent Norvane Energy $900 million. The money goes into a campus in Ohio that "
   "will one day draw 300 MW.",
   "financing agreed|completed USD exact 900000000 investor:Harrow Bank recipient:Norvane Energy"},
  {"no lender has the capacity of what it lends for", "de",
   "Die Harrow Bank leiht Norvane Energy 900 Millionen Euro. Das Geld fließt in einen Campus bei "
   "Kassel, der einmal 300 MW haben soll.",
   "financing agreed|announced EUR exact 900000000 investor:Harrow Bank recipient:Norvane Energy"},
  {"a tranche is part of the whole", "de",
   "RWE will 6 Milliarden Euro in Rechenzentren investieren. Davon fließen 2 Milliarden Euro in "
   "die erste Phase.",
   "build announced EUR exact 6000000000 investor:RWE"},
  {"two deals in one sentence stay apart", "en",
   "Vantage Data Centers will spend $3 billion in Texas, while Equinix plans to spend $2 billion "
   "in Ohio.",
   "build announced USD exact 3000000000 investor:Vantage Data Centers\n"
   "build announced USD exact 2000000000 investor:Equinix"},

  /* Status */
  {"talks are a rumour", "en", "SoftBank is in talks to buy Switch for $50 billion.",
   "acquisition rumoured USD exact 50000000000 investor:SoftBank recipient:Switch"},
  {"talks are a rumour (vi)", "vi", "SoftBank đang đàm phán mua lại Switch với giá 50 tỷ USD.",
   "acquisition rumoured USD exact 50000000000 investor:SoftBank recipient:Switch"},
  {"what is called off is cancelled", "de",
   "Microsoft hat den Bau eines Rechenzentrums für 1 Milliarde Dollar gestoppt.",
   "build cancelled USD exact 1000000000 investor:Microsoft"},

  /* What is no deal */
  {"a valuation", "en", "Cerebras is now valued at $23 billion.", ""},
  {"a valuation beside a round", "en", "Cerebras raised $1 billion at a valuation of $23 billion.",
   "equity completed|agreed USD exact 1000000000 recipient:Cerebras"},
  {"a market value (fr)", "fr", "La capitalisation de Nvidia dépasse 900 milliards de dollars.",
   ""},
  {"revenue", "de", "Nebius steigerte den Umsatz auf 530 Millionen Dollar.", ""},
  {"revenue (vi)", "vi", "Doanh thu của FPT đạt 2,5 tỷ USD.", ""},
  {"a forecast for a whole sector", "en",
   "Analysts reckon that worldwide spending on data centers could reach $600 billion.", ""},
  {"a price", "vi", "FPT cho thuê GPU với giá 2,54 USD mỗi giờ.", ""},
  {"a teaser has no party of the article", "en", "Our newsletter is out every Monday.", ""},
};

/* Sentences that are not read wholly right yet: so many of the words of their claims have to be. */
#define HARD_WORDS_FLOOR 30

static const Case hard_cases[] = {
  {"either apostrophe will do", "fr", "Cohere a levé 500 millions d'euros auprès de Nvidia.",
   "equity completed EUR exact 500000000 investor:Nvidia recipient:Cohere"},
  {"who sells the goods is paid (de)", "de",
   "Nebius hat mit Microsoft einen Vertrag über 17 Milliarden Dollar unterzeichnet.",
   "supply agreed USD exact 17000000000 investor:Microsoft recipient:Nebius"},
  {"a common noun behind a name is no other party (vi)", "vi",
   "Equinix mua đất ở Hà Nội. Viettel, tập đoàn viễn thông lớn, sẽ chi 200 triệu USD xây dựng "
   "trung tâm dữ liệu.",
   "build announced USD exact 200000000 investor:Viettel"},
  {"of a list beside a round all give", "en",
   "Cohere closed its round. Nvidia, Oracle and Cisco make up the equity of $300 million.",
   "equity completed USD exact 300000000 investor:Nvidia investor:Oracle investor:Cisco "
   "recipient:Cohere"},
  {"what a whole sector gives is no deal (vi)", "vi",
   "Viettel kỳ vọng khu vực tư nhân sẽ đầu tư 10 tỷ USD.", ""},
  {"a common noun stands for the subject before (de)", "de",
   "Equinix hat Land bei Madrid erworben. Der Konzern will dort 600 Millionen Euro in ein "
   "Rechenzentrum investieren.",
   "build announced EUR exact 600000000 investor:Equinix"},
  {"what is agreed without a sum is a deal", "en",
   "Microsoft signed a contract with Constellation to buy electricity.",
   "supply agreed - investor:Microsoft recipient:Constellation"},
  {"a fine", "fr", "Google écope d'une amende de 3 milliards d'euros.", ""},
};

static void
describe_money (GString *out, const OutlayMoney *money)
{
  g_string_append_printf (out, "%s %s ", money->currency,
                          outlay_qualifier_to_string (money->qualifier));
  if (money->low != OUTLAY_MONEY_UNSET)
    g_string_append_printf (out, "%" G_GINT64_FORMAT, money->low / OUTLAY_MONEY_UNIT);
  if (money->low != OUTLAY_MONEY_UNSET && money->high != OUTLAY_MONEY_UNSET)
    g_string_append_c (out, '-');
  if (money->high != OUTLAY_MONEY_UNSET)
    g_string_append_printf (out, "%" G_GINT64_FORMAT, money->high / OUTLAY_MONEY_UNIT);
}

static void
describe (GString *out, const OutlayClaim *claim)
{
  const OutlayFields *fields = &claim->fields;

  g_string_append_printf (out, "%s %s ", outlay_kind_to_string (fields->kind),
                          outlay_status_to_string (fields->status));
  if (outlay_money_is_set (&fields->amount))
    describe_money (out, &fields->amount);
  else
    g_string_append_c (out, '-');
  for (guint i = 0; i < fields->amount_alt->len; i++)
    {
      g_string_append (out, " = ");
      describe_money (out, &g_array_index (fields->amount_alt, OutlayMoney, i));
    }
  if (outlay_capacity_is_set (&fields->capacity))
    g_string_append_printf (out, " %" G_GINT64_FORMAT " MW", fields->capacity.kilowatts / 1000);
  for (guint i = 0; i < fields->parties->len; i++)
    {
      const OutlayParty *party = outlay_fields_get_party (fields, i);

      g_string_append_printf (out, " %s:%s", outlay_role_to_string (party->role), party->name);
    }
}

static OutlayArticle *
make_article (const Case *row)
{
  OutlayArticle *article = outlay_article_new ();

  g_free (article->lang);
  article->lang = g_strdup (row->lang);
  g_free (article->text);
  article->text = g_strdup (row->text);
  return article;
}

static char *
read_case (const Case *row)
{
  g_autoptr (OutlayArticle) article = make_article (row);
  g_autoptr (GPtrArray) claims
    = outlay_extractor_find_claims (outlay_extractor_get_default (), article);
  GString *found = g_string_new (NULL);

  for (guint i = 0; i < claims->len; i++)
    {
      if (i > 0)
        g_string_append_c (found, '\n');
      describe (found, g_ptr_array_index (claims, i));
    }
  return g_string_free (found, FALSE);
}

static gboolean
word_fits (const char *word, const char *wanted)
{
  g_auto (GStrv) choices = g_strsplit (wanted, "|", -1);

  return strcmp (word, wanted) == 0 || g_strv_contains ((const char *const *)choices, word);
}

/* Returns how many words of @found are those of @wanted in the same places. */
static guint
count_fitting (const char *found, const char *wanted, guint *n_words)
{
  g_auto (GStrv) found_words = g_strsplit_set (found, " \n", -1);
  g_auto (GStrv) wanted_words = g_strsplit_set (wanted, " \n", -1);
  guint n_found = g_strv_length (found_words);
  guint n_wanted = g_strv_length (wanted_words);
  guint n_fitting = 0;

  for (guint i = 0; i < MIN (n_found, n_wanted); i++)
    n_fitting += word_fits (found_words[i], wanted_words[i]);
  *n_words = MAX (MAX (n_found, n_wanted), 1);
  return n_found == 0 && n_wanted == 0 ? 1 : n_fitting;
}

static void
test_case (gconstpointer data)
{
  const Case *row = data;
  g_autofree char *found = read_case (row);
  guint n_words;

  if (count_fitting (found, row->claims, &n_words) < n_words)
    g_assert_cmpstr (found, ==, row->claims);
}

static void
test_hard_cases (void)
{
  guint n_fitting = 0, n_all = 0;

  for (guint i = 0; i < G_N_ELEMENTS (hard_cases); i++)
    {
      g_autofree char *found = read_case (&hard_cases[i]);
      guint n_words;
      guint fitting = count_fitting (found, hard_cases[i].claims, &n_words);

      if (fitting < n_words)
        g_test_message ("%s: “%s” for “%s”", hard_cases[i].name, found, hard_cases[i].claims);
      n_fitting += fitting;
      n_all += n_words;
    }
  g_test_message ("%u of %u words right", n_fitting, n_all);
  g_assert_cmpuint (n_fitting, >=, HARD_WORDS_FLOOR);
}

/* One row a case: an article of 20 June 2025, a Friday, and when the first of its deals was made
 * known; what may stand there is parted by bars. */
static const struct
{
  const char *lang;
  const char *text;
  const char *announced;
} news_days[] = {
  {"en",
   "The state of Ohio gave its consent on Thursday. Equinix will build a data center in Ohio for "
   "$3 billion.",
   "2025-06-19"},
  {"en", "Equinix will build a data center in Ohio for $3 billion. It needs more halls today.", ""},
  {"en", "Equinix announced today that it will build a data center in Ohio for $3 billion.",
   "2025-06-20"},
  {"de",
   "Am Mittwoch lud der Betreiber ein. Equinix will für 3 Milliarden Euro ein Rechenzentrum "
   "bauen.",
   "2025-06-18"},
  {"en", "In 2022 Meta bought Scale AI for $300 million.", "2022"},
  {"en", "In 2022 Meta planned to build a data center in Ohio for $300 million.", "|2022"},
};

static void
test_news_days (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (news_days); i++)
    {
      Case row = {NULL, news_days[i].lang, news_days[i].text, NULL};
      g_autoptr (OutlayArticle) article = make_article (&row);
      g_autoptr (GPtrArray) claims = NULL;
      g_autofree char *announced = NULL;
      const OutlayClaim *claim;

      article->published = outlay_date_day (2025, 6, 20);
      claims = outlay_extractor_find_claims (outlay_extractor_get_default (), article);
      g_assert_cmpuint (claims->len, ==, 1);
      claim = g_ptr_array_index (claims, 0);
      announced = outlay_date_to_string (claim->fields.announced);
      if (!word_fits (announced == NULL ? "" : announced, news_days[i].announced))
        g_assert_cmpstr (announced, ==, news_days[i].announced);
    }
}

/* Every field that a claim gives has evidence, and every evidence lies in the text and ends where a
 * character ends. */
static void
check_evidence (const OutlayClaim *claim, const char *text)
{
  for (guint field = 0; field < OUTLAY_N_FIELDS; field++)
    {
      gboolean proved = FALSE;

      for (guint i = 0; i < claim->evidence->len; i++)
        {
          const OutlayEvidence *evidence = &g_array_index (claim->evidence, OutlayEvidence, i);

          g_assert_cmpuint (evidence->span.start, <, evidence->span.end);
          g_assert_cmpuint (evidence->span.end, <=, strlen (text));
          g_assert_true (g_utf8_validate (text + evidence->span.start,
                                          (gssize)(evidence->span.end - evidence->span.start),
                                          NULL));
          g_assert_nonnull (evidence->rule);
          proved |= evidence->field == field;
        }
      g_assert_true (proved || !outlay_fields_has (&claim->fields, field));
      g_assert_cmpuint (claim->confidence[field], <=, 100);
    }
}

static void
test_evidence (void)
{
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autoptr (OutlayArticle) article = make_article (&cases[i]);
      g_autoptr (GPtrArray) claims
        = outlay_extractor_find_claims (outlay_extractor_get_default (), article);

      for (guint k = 0; k < claims->len; k++)
        check_evidence (g_ptr_array_index (claims, k), article->text);
    }
}

static void
test_data_files (void)
{
  const GPtrArray *problems = outlay_extractor_get_problems (outlay_extractor_get_default ());

  for (guint i = 0; i < problems->len; i++)
    g_test_message ("%s", (const char *)g_ptr_array_index (problems, i));
  g_assert_cmpuint (problems->len, ==, 0);
}

int
main (int argc, char *argv[])
{
  g_test_init (&argc, &argv, NULL);
  g_test_set_nonfatal_assertions ();
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    {
      g_autofree char *path = g_strconcat ("/assembly/", cases[i].name, NULL);

      g_test_add_data_func (path, &cases[i], test_case);
    }
  g_test_add_func ("/assembly/most of what is hard is read", test_hard_cases);
  g_test_add_func ("/assembly/a deal was made known on the day of the news", test_news_days);
  g_test_add_func ("/assembly/every field has evidence in the text", test_evidence);
  g_test_add_func ("/assembly/the data files are without a fault", test_data_files);
  return g_test_run ();
}
