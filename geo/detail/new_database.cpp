#include "geo/detail/new_database.hpp"

#include <utility>

#include "base/error.hpp"

namespace dateline::geo::detail {

NewDatabase::NewDatabase(std::filesystem::path path, const std::string& pragmas) : path_(std::move(path)) {
  sqlite3* raw = nullptr;
  const int opened = sqlite3_open_v2(path_.c_str(), &raw, SQLITE_OPEN_READWRITE | SQLITE_OPEN_CREATE | SQLITE_OPEN_NOMUTEX, nullptr);
  database_.reset(raw);
  check(opened);
  run("PRAGMA page_size = 4096; PRAGMA encoding = 'UTF-8'; PRAGMA journal_mode = OFF; PRAGMA synchronous = OFF; PRAGMA locking_mode = EXCLUSIVE; " + pragmas + "; BEGIN");
}

void NewDatabase::run(const std::string& sql) { check(sqlite3_exec(database_.get(), sql.c_str(), nullptr, nullptr, nullptr)); }

Statement NewDatabase::prepare(const std::string& sql) {
  sqlite3_stmt* statement = nullptr;
  check(sqlite3_prepare_v2(database_.get(), sql.c_str(), -1, &statement, nullptr));
  return Statement(statement);
}

void NewDatabase::step(const Statement& statement) {
  check(sqlite3_step(statement.get()));
  check(sqlite3_reset(statement.get()));
}

void NewDatabase::close() {
  run("COMMIT");
  check(sqlite3_close(database_.release()));
}

void NewDatabase::check(int state) const {
  if (state == SQLITE_OK || state == SQLITE_DONE) return;
  OutputError error(std::string("cannot be written: ") + (database_ ? sqlite3_errmsg(database_.get()) : sqlite3_errstr(state)), "free some space or choose another folder with -o");
  error.set_file(path_.string());
  throw error;
}

}  // namespace dateline::geo::detail
