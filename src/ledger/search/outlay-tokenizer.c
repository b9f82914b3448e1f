/* SPDX-License-Identifier: GPL-3.0-or-later */
#define G_LOG_DOMAIN "outlay-ledger"

#include "outlay-tokenizer.h"

#include "base/search/outlay-search-words.h"

/* FTS5's way to hand on a word. */
typedef int (*TakeToken) (
  void *context, int flags, const char *token, int length, int start, int end);

typedef struct
{
  TakeToken take;
  void *context;
  int result;
} Tokens;

/* There is nothing to remember between two texts, but FTS5 wants an object. */
static int
create_cb (void *user_data, const char **arguments, int n_arguments, Fts5Tokenizer **tokenizer)
{
  static char one;

  *tokenizer = (Fts5Tokenizer *)(gpointer)&one;
  return SQLITE_OK;
}

static void
delete_cb (Fts5Tokenizer *tokenizer)
{
}

static gboolean
take_word_cb (const char *word, gsize length, OutlaySpan span, gpointer user_data)
{
  Tokens *tokens = user_data;

  tokens->result
    = tokens->take (tokens->context, 0, word, (int)length, (int)span.start, (int)span.end);
  return tokens->result == SQLITE_OK;
}

static int
tokenize_cb (
  Fts5Tokenizer *tokenizer, void *context, int flags, const char *text, int length, TakeToken take)
{
  Tokens tokens = {take, context, SQLITE_OK};

  outlay_search_words_foreach (text, (gsize)length, take_word_cb, &tokens);
  return tokens.result;
}

/* FTS5 hands out its interface through a statement. */
static fts5_api *
get_interface (sqlite3 *db)
{
  fts5_api *interface = NULL;
  sqlite3_stmt *statement = NULL;

  if (sqlite3_prepare_v2 (db, "SELECT fts5 (?1)", -1, &statement, NULL) == SQLITE_OK)
    {
      sqlite3_bind_pointer (statement, 1, &interface, "fts5_api_ptr", NULL);
      sqlite3_step (statement);
    }
  sqlite3_finalize (statement);
  return interface;
}

/**
 * outlay_tokenizer_register:
 *
 * Makes the tokenizer "outlay" known to @db: it gives the words of outlay_search_words_foreach(),
 * where SQLite's own ones find neither “đầu” by “dau” nor Chinese words of two characters.
 *
 * Returns: a result code of SQLite.
 */
int
outlay_tokenizer_register (sqlite3 *db)
{
  static fts5_tokenizer tokenizer = {create_cb, delete_cb, tokenize_cb};
  fts5_api *interface = get_interface (db);

  if (interface == NULL)
    return SQLITE_ERROR;
  return interface->xCreateTokenizer (interface, "outlay", NULL, &tokenizer, NULL);
}
