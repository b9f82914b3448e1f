/* SPDX-License-Identifier: GPL-3.0-or-later */
/* What holds of the weights, of the record that they are learnt from and of extraction whatever the
 * weights are. */
#include <math.h>
#include <string.h>

#include "base/outlay-base.h"
#include "extract/judgement/outlay-judge.h"
#include "extract/judgement/outlay-picks.h"
#include "extract/judgement/outlay-weights.h"
#include "extract/outlay-extractor.h"

#define N_THREADS 8
#define N_ROUNDS  5

static const char faulty[] = "[deal]\n"
                             "near/build = -1.5; 1.5\n"
                             "near/rent = 2\n"
                             "near/sell = 1; much\n"
                             "near/grow = 1; 4000\n"
                             "near/fall = 1; nan\n"
                             "\n"
                             "[kind]\n"
                             "near/build = 3; 0; 0; 0; 0; 0; 0; 0\n"
                             "near/rent = 1; 2; 3\n";
static const guint faulty_lines[] = {3, 4, 5, 6, 10};

static OutlayVerdict
decide (const OutlayWeights *weights, OutlayDecision decision, const char *feature)
{
  g_autoptr (OutlayFeatures) features = outlay_features_new (FALSE);

  outlay_features_add (features, "near", feature, NULL);
  return outlay_weights_decide (weights, decision, features);
}

/* The rest of the hidden units, on which the features of a test count for nothing. */
#define OTHERS "; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0; 0"

static const char together[] = "[figure]\n"
                               "hidden/0 = -2; 2\n"
                               "near/build = 0; 0; 1" OTHERS "\n"
                               "near/buy = 0; 0; 1" OTHERS "\n"
                               "near/any = 0; 0; -1" OTHERS "\n"
                               "near/fine = 1; -1\n"
                               "near/rent = 0; 0; 1\n"
                               "hidden/16 = 0; 0\n"
                               "hidden/x = 0; 0\n"
                               "\n"
                               "[deal]\n"
                               "hidden/0 = 0; 0\n";
static const guint together_lines[] = {7, 8, 9, 12};

/* How likely it is a deal's figure that shows these. */
static double
weigh_figure (const OutlayWeights *weights, const char *const *shown)
{
  g_autoptr (OutlayFeatures) features = outlay_features_new (FALSE);

  for (guint i = 0; shown[i] != NULL; i++)
    outlay_features_add (features, "near", shown[i], NULL);
  return outlay_weights_decide (weights, OUTLAY_DECISION_FIGURE, features).share[1];
}

static void
assert_problems (OutlayDataFile *file, const guint *lines, guint n_lines)
{
  const GPtrArray *problems = outlay_data_file_get_problems (file);

  g_assert_cmpuint (problems->len, ==, n_lines);
  for (guint i = 0; i < problems->len; i++)
    {
      g_autofree char *place = g_strdup_printf ("weights.ini:%u:", lines[i]);

      g_test_message ("%s", (const char *)g_ptr_array_index (problems, i));
      g_assert_true (g_str_has_prefix (g_ptr_array_index (problems, i), place));
    }
}

static void
test_hidden_units (void)
{
  g_autoptr (OutlayDataFile) file
    = outlay_data_file_parse ("weights.ini", together, strlen (together));
  OutlayWeights *weights = outlay_weights_new ();
  const struct
  {
    const char *shown[5];
    double odds;
  } cases[] = {
    {{"any"}, 0},
    {{"any", "build"}, 0},
    {{"any", "buy"}, 0},
    {{"any", "build", "buy"}, 4},
    {{"any", "build", "buy", "fine"}, 2},
  };

  outlay_weights_read (weights, file);
  assert_problems (file, together_lines, G_N_ELEMENTS (together_lines));
  for (guint i = 0; i < G_N_ELEMENTS (cases); i++)
    g_assert_cmpfloat_with_epsilon (weigh_figure (weights, cases[i].shown),
                                    1 / (1 + exp (-cases[i].odds)), 1e-9);
  outlay_weights_free (weights);
}

static void
test_faulty_weights (void)
{
  g_autoptr (OutlayDataFile) file = outlay_data_file_parse ("weights.ini", faulty, strlen (faulty));
  OutlayWeights *weights = outlay_weights_new ();

  outlay_weights_read (weights, file);
  assert_problems (file, faulty_lines, G_N_ELEMENTS (faulty_lines));
  g_assert_cmpuint (decide (weights, OUTLAY_DECISION_DEAL, "build").outcome, ==, 1);
  g_assert_cmpfloat_with_epsilon (decide (weights, OUTLAY_DECISION_DEAL, "rent").share[0], 0.5,
                                  1e-9);
  g_assert_cmpuint (decide (weights, OUTLAY_DECISION_KIND, "build").outcome, ==, 0);
  g_assert_true (outlay_weights_know (weights, OUTLAY_DECISION_KIND));
  g_assert_false (outlay_weights_know (weights, OUTLAY_DECISION_ROLE));
  outlay_weights_free (weights);
}

static void
test_features (void)
{
  g_autoptr (OutlayFeatures) features = outlay_features_new (TRUE);

  outlay_features_add (features, "near", "build", NULL);
  outlay_features_add (features, "near/build", NULL);
  outlay_features_add (features, "near", NULL);
  outlay_features_add (features, "near", "build", NULL);
  g_assert_cmpuint (features->n_keys, ==, 2);
  g_assert_cmpuint (features->names->len, ==, 2);
  g_assert_cmpstr (g_ptr_array_index (features->names, 0), ==, "near/build");
  g_assert_true (features->keys[0] == outlay_features_hash ("near/build"));
  outlay_features_clear (features);
  g_assert_cmpuint (features->n_keys + features->names->len, ==, 0);
}

static void
test_features_of_several (void)
{
  g_autoptr (OutlayFeatures) shared = outlay_features_new (TRUE);
  g_autoptr (OutlayFeatures) features = outlay_features_new (TRUE);

  for (guint i = 0; i < 100; i++)
    {
      g_autofree char *word = g_strdup_printf ("%u", i);

      outlay_features_add (shared, "word", word, NULL);
    }
  outlay_features_add (features, "word", "7", NULL);
  outlay_features_add_all (features, shared);
  g_assert_cmpuint (features->n_keys, ==, 100);
  g_assert_cmpuint (features->names->len, ==, 100);
  g_assert_cmpstr (g_ptr_array_index (features->names, 0), ==, "word/7");
  g_assert_true (features->keys[99] == outlay_features_hash ("word/99"));
}

static void
test_exchange (void)
{
  g_autoptr (OutlayFeatures) features = outlay_features_new (TRUE);
  const char *first = "build", *second = "supply";

  features->last = first;
  for (guint i = 0; i < 100; i++)
    {
      g_autofree char *word = g_strdup_printf ("%u", i);

      outlay_features_add (features, "word", word, NULL);
      outlay_features_add (features, "word", word, first, NULL);
      outlay_features_add (features, first, word, NULL);
    }
  outlay_features_exchange (features, second);
  g_assert_cmpstr (g_ptr_array_index (features->names, 297), ==, "word/99");
  g_assert_cmpstr (g_ptr_array_index (features->names, 298), ==, "word/99/supply");
  g_assert_cmpstr (g_ptr_array_index (features->names, 299), ==, "build/99");
  for (guint i = 0; i < features->n_keys; i++)
    g_assert_true (features->keys[i]
                   == outlay_features_hash (g_ptr_array_index (features->names, i)));
  outlay_features_clear (features);
  outlay_features_add (features, "word", first, NULL);
  outlay_features_exchange (features, second);
  g_assert_cmpstr (g_ptr_array_index (features->names, 0), ==, "word/build");
}

/* The weights of the program, on features of any article and on none. */
static void
test_shares (void)
{
  static const char *const names[] = {"bias", "letters", "near/hint/build", "in_no_file"};
  const OutlayWeights *weights = outlay_extractor_get_weights (outlay_extractor_get_default ());
  g_autoptr (OutlayFeatures) features = outlay_features_new (FALSE);

  for (guint i = 0; i <= G_N_ELEMENTS (names); i++)
    {
      for (guint decision = 0; decision < OUTLAY_N_DECISIONS; decision++)
        {
          OutlayVerdict verdict = outlay_weights_decide (weights, decision, features);
          double sum = 0;

          g_assert_true (outlay_weights_know (weights, decision));
          g_assert_cmpuint (verdict.outcome, <, outlay_decision_get_n_outcomes (decision));
          for (guint k = 0; k < OUTLAY_MOST_OUTCOMES; k++)
            {
              g_assert_cmpfloat (verdict.share[k], <=, verdict.share[verdict.outcome]);
              g_assert_true (k < outlay_decision_get_n_outcomes (decision)
                             || verdict.share[k] <= 0);
              sum += verdict.share[k];
            }
          g_assert_cmpfloat_with_epsilon (sum, 1.0, 1e-9);
        }
      if (i < G_N_ELEMENTS (names))
        outlay_features_add (features, names[i], NULL);
    }
}

static const struct
{
  const char *lang;
  const char *text;
} articles[] = {
  {"en",
   "Norvane Energy will build a data center of 300 megawatts in Ohio for $3 billion, it said on "
   "Thursday. Work starts in 2026 and ends in 2028. Equinix signed a contract with Nvidia worth $2 "
   "billion."},
  {"de",
   "RWE will 6 Milliarden Euro in Rechenzentren in Bayern investieren. Oracle, OpenAI und SoftBank "
   "wollen bis 2027 weitere 20 Milliarden Dollar in Texas ausgeben."},
  {"vi", "FPT sẽ chi 200 triệu USD xây dựng trung tâm dữ liệu tại Hà Nội từ năm 2026."},
  {"ja", "ソフトバンクは2026年に北海道のデータセンターに3000億円を投資すると発表した。"},
};

static OutlayArticle *
make_article (guint number)
{
  OutlayArticle *article = outlay_article_new ();

  g_free (article->lang);
  article->lang = g_strdup (articles[number].lang);
  g_free (article->text);
  article->text = g_strdup (articles[number].text);
  article->published = outlay_date_day (2025, 6, 20);
  return article;
}

static void
test_record (void)
{
  g_autoptr (OutlayArticle) article = make_article (0);
  g_autofree char *record = outlay_extractor_record (outlay_extractor_get_default (), article);
  g_auto (GStrv) lines = g_strsplit (record, "\n", -1);

  for (guint decision = 0; decision < OUTLAY_N_DECISIONS; decision++)
    {
      guint n_lines = 0;

      /* Who is picked is learnt from what is seen for the roles. */
      if (decision == OUTLAY_DECISION_INVESTOR || decision == OUTLAY_DECISION_RECIPIENT)
        continue;
      for (guint i = 0; lines[i] != NULL; i++)
        {
          g_auto (GStrv) columns = g_strsplit (lines[i], "\t", -1);

          if (g_strcmp0 (columns[0], outlay_decision_get_name (decision)) != 0)
            continue;
          g_assert_cmpuint (g_strv_length (columns), >, 2);
          n_lines++;
        }
      g_test_message ("%s: %u", outlay_decision_get_name (decision), n_lines);
      g_assert_cmpuint (n_lines, >, 0);
    }
}

/* How many candidates of a deal were heard; each for three kinds that the deal may be. */
static guint
count_candidates (char **lines, const char *frame)
{
  g_autofree char *start = g_strdup_printf ("role\t%s\t", frame);
  guint count = 0;

  for (guint i = 0; lines[i] != NULL; i++)
    count += g_str_has_prefix (lines[i], start);
  g_assert_cmpuint (count % 3, ==, 0);
  return count / 3;
}

static void
test_castings (void)
{
  g_autoptr (OutlayArticle) article = make_article (0);
  g_autofree char *record = outlay_extractor_record (outlay_extractor_get_default (), article);
  g_auto (GStrv) lines = g_strsplit (record, "\n", -1);
  g_autofree char *frame = NULL;
  guint n_castings = 0;
  double last = 0;

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) columns = g_strsplit (lines[i], "\t", 5);
      double score;

      if (g_strcmp0 (columns[0], "cast") != 0)
        continue;
      g_assert_cmpuint (g_strv_length (columns), ==, 5);
      score = g_ascii_strtod (columns[3], NULL);
      g_assert_cmpuint (strlen (columns[2]), ==, count_candidates (lines, columns[1]));
      g_assert_cmpuint (strspn (columns[2], "0123"), ==, strlen (columns[2]));
      n_castings = g_strcmp0 (columns[1], frame) == 0 ? n_castings + 1 : 1;
      g_assert_cmpuint (n_castings, <=, 12);
      g_assert_cmpfloat (score, <=, n_castings == 1 ? 0 : last);
      last = score;
      g_free (frame);
      frame = g_strdup (columns[1]);
    }
  g_assert_nonnull (frame);
}

static GPtrArray *
make_features (const char *const *rules)
{
  GPtrArray *all = g_ptr_array_new_with_free_func ((GDestroyNotify)outlay_features_free);

  for (guint i = 0; rules[i] != NULL; i++)
    {
      OutlayFeatures *features = outlay_features_new (TRUE);

      outlay_features_add (features, "rule", rules[i], "build", NULL);
      g_ptr_array_add (all, features);
    }
  return all;
}

static double
get_share (const GArray *picks, guint index, guint role)
{
  return g_array_index (picks, OutlayPick, index).share[role];
}

static gboolean
has_name (const OutlayFeatures *features, const char *name)
{
  return g_ptr_array_find_with_equal_func (features->names, name, g_str_equal, NULL);
}

/* Of several the likelier is told from the other, and each is less likely than if it were alone. */
static void
test_picks (void)
{
  static const char *const alone[] = {"investor", NULL};
  static const char *const rivals[] = {"investor", "recipient", "investor", NULL};
  const OutlayDocument document = {.extractor = outlay_extractor_get_default ()};
  g_autoptr (GPtrArray) one = make_features (alone);
  g_autoptr (GPtrArray) three = make_features (rivals);
  g_autoptr (GArray) single = outlay_picks_new (&document, one);
  g_autoptr (GArray) picks = outlay_picks_new (&document, three);
  g_autoptr (OutlayFeatures) first = outlay_features_new (TRUE);
  g_autoptr (OutlayFeatures) second = outlay_features_new (TRUE);
  gboolean leads[OUTLAY_N_PICKED];

  for (guint role = 0; role < OUTLAY_N_PICKED; role++)
    {
      double share = get_share (picks, 0, role);

      g_assert_cmpfloat (share, <, get_share (single, 0, role));
      g_assert_cmpfloat_with_epsilon (share, get_share (picks, 2, role), 1e-9);
      g_assert_cmpfloat (2 * share + get_share (picks, 1, role), <, 1);
      leads[role] = share > get_share (picks, 1, role);
    }
  outlay_picks_add (picks, 0, "build", first);
  outlay_picks_add (picks, 1, "build", second);
  for (guint role = 0; role < OUTLAY_N_PICKED; role++)
    {
      const char *name = role == 0 ? "investor" : "recipient";
      g_autofree char *ahead
        = g_strdup_printf ("picked/%s/%s/first", name,
                           outlay_judge_name_share (get_share (picks, leads[role] ? 0 : 1, role)));

      g_assert_true (has_name (leads[role] ? first : second, ahead));
      g_assert_false (has_name (leads[role] ? second : first, ahead));
    }
}

static const struct
{
  const char *name;
  const char *feature;
} standings[] = {
  {"Calder Group", "recent/1"},
  {"Calder Group", "subject/earlier/2"},
  {"Calder Group", "leads/earlier/h1-"},
  {"Morrow Energy", "recent/0"},
  {"Morrow Energy", "last-subject/earlier/1/0"},
  {"Harrow Bank", "there/same/1/0"},
};

static gboolean
is_told_of (char **lines, const char *name, const char *feature)
{
  g_autofree char *column = g_strdup_printf ("\t%s\t", name);

  for (guint i = 0; lines[i] != NULL; i++)
    {
      g_auto (GStrv) columns = g_strsplit (lines[i], "\t", -1);

      if (g_str_has_prefix (lines[i], "role\t") && strstr (lines[i], column) != NULL
          && g_strv_contains ((const char *const *)columns, feature))
        return TRUE;
    }
  return FALSE;
}

static void
test_standing (void)
{
  g_autoptr (OutlayArticle) article = make_article (0);
  g_autofree char *record = NULL;
  g_auto (GStrv) lines = NULL;

  g_free (article->title);
  article->title = g_strdup ("Calder Group plans a data center in Ohio");
  g_free (article->text);
  article->text = g_strdup ("Calder Group has bought land near Columbus. Morrow Energy will be its "
                            "neighbour. Harrow Bank lends $900 million for the construction.");
  record = outlay_extractor_record (outlay_extractor_get_default (), article);
  lines = g_strsplit (record, "\n", -1);
  for (guint i = 0; i < G_N_ELEMENTS (standings); i++)
    {
      g_test_message ("%s: %s", standings[i].name, standings[i].feature);
      g_assert_true (is_told_of (lines, standings[i].name, standings[i].feature));
    }
}

/* Everything that extraction says of the articles. */
static char *
extract_all (const OutlayExtractor *extractor)
{
  GString *out = g_string_new (NULL);

  for (guint i = 0; i < G_N_ELEMENTS (articles); i++)
    {
      g_autoptr (OutlayArticle) article = make_article (i);
      g_autoptr (GPtrArray) claims = outlay_extractor_find_claims (extractor, article);

      for (guint k = 0; k < claims->len; k++)
        {
          g_autoptr (JsonObject) object
            = outlay_json_from_claim (g_ptr_array_index (claims, k), article);
          g_autofree char *text = outlay_json_print (object);

          g_string_append_printf (out, "%u %s\n", i, text);
        }
    }
  return g_string_free (out, FALSE);
}

static void
test_same_again (void)
{
  g_autofree char *first = extract_all (outlay_extractor_get_default ());
  g_autoptr (OutlayExtractor) other = outlay_extractor_new ();
  g_autofree char *again = extract_all (outlay_extractor_get_default ());
  g_autofree char *from_other = extract_all (other);

  g_assert_cmpstr (first, !=, "");
  g_assert_cmpstr (first, ==, again);
  g_assert_cmpstr (first, ==, from_other);
}

static gpointer
extract_in_thread (gpointer data)
{
  const char *wanted = data;
  guint n_same = 0;

  for (guint i = 0; i < N_ROUNDS; i++)
    {
      g_autofree char *found = extract_all (outlay_extractor_get_default ());

      n_same += strcmp (found, wanted) == 0;
    }
  return GUINT_TO_POINTER (n_same);
}

static void
test_threads (void)
{
  g_autofree char *wanted = extract_all (outlay_extractor_get_default ());
  GThread *threads[N_THREADS];

  for (guint i = 0; i < N_THREADS; i++)
    threads[i] = g_thread_new ("extract", extract_in_thread, wanted);
  for (guint i = 0; i < N_THREADS; i++)
    g_assert_cmpuint (GPOINTER_TO_UINT (g_thread_join (threads[i])), ==, N_ROUNDS);
}

int
main (int argc, char **argv)
{
  g_test_init (&argc, &argv, NULL);
  g_test_set_nonfatal_assertions ();
  g_test_add_func ("/judgement/faults of the weights are told by line and the rest counts",
                   test_faulty_weights);
  g_test_add_func ("/judgement/hidden units find what features mean together", test_hidden_units);
  g_test_add_func ("/judgement/a feature is added once", test_features);
  g_test_add_func ("/judgement/features of several things are added once",
                   test_features_of_several);
  g_test_add_func ("/judgement/the last part of features can be exchanged", test_exchange);
  g_test_add_func ("/judgement/the shares of a verdict add up to one", test_shares);
  g_test_add_func ("/judgement/the record of an article names every decision", test_record);
  g_test_add_func ("/judgement/a dozen castings give everybody a part, the likeliest first",
                   test_castings);
  g_test_add_func ("/judgement/candidates are picked beside one another", test_picks);
  g_test_add_func ("/judgement/who may be meant is weighed by who was spoken of last and most",
                   test_standing);
  g_test_add_func ("/judgement/what is found is the same from run to run", test_same_again);
  g_test_add_func ("/judgement/what is found is the same in many threads at once", test_threads);
  return g_test_run ();
}
