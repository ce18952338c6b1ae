#pragma once

#include <filesystem>
#include <string>

#include "geo/detail/sqlite_handles.hpp"

namespace dateline::geo::detail {

/// An SQLite file that is being made, in one transaction and without a journal: a run that dies begins the file anew. Same statements, same bytes.
/// All functions throw OutputError with SQLite's reason.
class NewDatabase {
 public:
  /// `pragmas`: what must stand before the first table, such as the application's id.
  NewDatabase(std::filesystem::path path, const std::string& pragmas);
  void run(const std::string& sql);
  [[nodiscard]] Statement prepare(const std::string& sql);
  /// Runs a prepared statement that gives no rows; its values stay bound.
  void step(const Statement& statement);
  void close();

 private:
  void check(int state) const;

  std::filesystem::path path_;
  Database database_;
};

}  // namespace dateline::geo::detail
